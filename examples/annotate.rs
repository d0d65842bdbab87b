//! A text as a page with its mentions coloured and explained: `cargo run --example annotate -- [--as-of DATE] [FILE] > page.html`

use std::process::ExitCode;
use std::{fs, io, path::PathBuf};

use clap::Parser;
use demarche::render::{Document, Format};
use demarche::{Date, Extractor, Options};

mod common;

/// Prints a page of HTML that needs nothing else. Without a file it shows a text of its own.
#[derive(Parser)]
struct Arguments {
    /// The day for which offices, officials and memberships are resolved.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// A text file; `-` for standard input.
    file: Option<PathBuf>,
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let Arguments { mut as_of, file } = Arguments::parse();
    let (title, text) = match file {
        Some(file) if file.as_os_str() == "-" => ("standard input".into(), io::read_to_string(io::stdin())?),
        Some(file) => {
            let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            (file.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)
        }
        None => {
            as_of = as_of.or(Some(Date::new(2023, 2, 28)?));
            ("A day in Astana".into(), include_str!("annotate.txt").into())
        }
    };
    let mut options = Options::new().nested(true);
    if let Some(date) = as_of {
        options = options.as_of(date);
    }
    let document = Document::new(&title, Extractor::embedded().extract_with(&text, &options));
    Ok(common::to_stdout(|out| out.write_all(document.render(Format::Html).as_bytes()).map(|()| ExitCode::SUCCESS)))
}
