//! The mentions in texts in the form another tool reads: `cargo run --example render -- --format spacy [--as-of DATE] FILE...`
//!
//! Formats: json-lines, csv, conll, brat (what belongs into FILE.ann), spacy, web-annotation, html.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use demarche::render::{Document, Format};
use demarche::{Date, Extractor, Options};

mod common;

/// Prints the mentions in text files in a format.
#[derive(Parser)]
struct Arguments {
    /// json-lines, csv, conll, brat, spacy, web-annotation or html; brat and html take one file at a time.
    #[arg(long)]
    format: Format,
    /// The day for which offices, officials and memberships are resolved.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Text files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let Arguments { format, as_of, files } = Arguments::parse();
    if files.len() > 1 && !format.is_concatenable() {
        eprintln!("{format} is a format of one document a file: give one file");
        return ExitCode::FAILURE;
    }
    let mut options = Options::new().nested(true);
    if let Some(date) = as_of {
        options = options.as_of(date);
    }
    common::to_stdout(|out| {
        let mut code = ExitCode::SUCCESS;
        out.write_all(format.header().as_bytes())?;
        for file in files {
            let id = file.display().to_string();
            match fs::read_to_string(&file) {
                Ok(text) => {
                    let document = Document::new(&id, Extractor::embedded().extract_with(&text, &options));
                    out.write_all(document.render(format).as_bytes())?;
                }
                Err(error) => {
                    eprintln!("{id}: {error}");
                    code = ExitCode::FAILURE;
                }
            }
        }
        Ok(code)
    })
}
