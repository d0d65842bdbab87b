//! The main job on files or standard input: one JSON object a document.
//!
//! `cargo run --release --example extract -- [--jsonl] [--as-of YYYY-MM-DD] [--profile P] [--nested] [--any-case] [--gazetteer FILE]... [FILE...]`

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use demarche::{Date, Extractor, Gazetteer, Options, OwnedMention, Profile};
use serde::{Deserialize, Serialize};

mod common;

/// Finds political entities in texts and prints one JSON object a document.
#[derive(Parser)]
struct Arguments {
    /// Every input line is a document {"id", "text", "date"?}; its date is the document's as-of date.
    #[arg(long)]
    jsonl: bool,
    /// The day for which offices, officials and memberships are resolved.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// How sure a mention must be: precision, balanced or recall.
    #[arg(long, default_value = "balanced")]
    profile: Profile,
    /// Also print mentions inside others.
    #[arg(long)]
    nested: bool,
    /// Find names written in another case, too, as in texts in lower case.
    #[arg(long)]
    any_case: bool,
    /// A table of further entities or aliases, added to the built-in ones.
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
    /// Text files; standard input without any.
    files: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Document {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    mentions: Vec<OwnedMention>,
}

/// What goes wrong with one document; the others go on.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let extractor = match extractor(&arguments.gazetteer) {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    common::to_stdout(|out| {
        let mut run = Run { extractor: &extractor, arguments: &arguments, out, failed: false };
        run.all()?;
        Ok(if run.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    })
}

fn extractor(tables: &[PathBuf]) -> Result<Cow<'static, Extractor>, demarche::Error> {
    if tables.is_empty() {
        return Ok(Cow::Borrowed(Extractor::embedded()));
    }
    let mut builder = Gazetteer::embedded().to_builder();
    for table in tables {
        builder.load(table)?;
    }
    Ok(Cow::Owned(Extractor::new(&builder.build()?)))
}

struct Run<'r> {
    extractor: &'r Extractor,
    arguments: &'r Arguments,
    out: &'r mut dyn Write,
    failed: bool,
}

impl Run<'_> {
    /// Goes through all inputs. An error is one of standard output.
    fn all(&mut self) -> io::Result<()> {
        if self.arguments.files.is_empty() {
            return self.input("-", io::stdin().lock());
        }
        for file in &self.arguments.files {
            match File::open(file) {
                Ok(open) => self.input(&file.display().to_string(), BufReader::new(open))?,
                Err(error) => self.report(&name(file), &error),
            }
        }
        Ok(())
    }

    fn input(&mut self, name: &str, mut input: impl BufRead) -> io::Result<()> {
        if self.arguments.jsonl {
            return self.lines(name, input);
        }
        let mut bytes = Vec::new();
        if let Err(error) = input.read_to_end(&mut bytes) {
            self.report(name, &error);
            return Ok(());
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) => self.document(&name.into(), text, self.arguments.as_of),
            Err(error) => {
                let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
                self.report(&format!("{name}:{line}"), &format!("byte {} is not UTF-8", error.valid_up_to()));
                Ok(())
            }
        }
    }

    fn lines(&mut self, name: &str, mut input: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) if line.trim_ascii().is_empty() => continue,
                Ok(_) => {}
                Err(error) => {
                    self.report(&format!("{name}:{number}"), &error);
                    break;
                }
            }
            match parse(line.trim_ascii()) {
                Ok((document, date)) => self.document(&document.id, &document.text, date.or(self.arguments.as_of))?,
                Err(error) => self.report(&format!("{name}:{number}"), &error),
            }
        }
        Ok(())
    }

    fn document(&mut self, id: &serde_json::Value, text: &str, as_of: Option<Date>) -> io::Result<()> {
        let Arguments { profile, nested, any_case, .. } = *self.arguments;
        let mut options = Options::new().profile(profile).nested(nested).any_case(any_case);
        if let Some(date) = as_of {
            options = options.as_of(date);
        }
        let mentions = self.extractor.extract_with(text, &options).map(|mention| mention.to_owned()).collect();
        serde_json::to_writer(&mut self.out, &Answer { id, mentions })?;
        self.out.write_all(b"\n")
    }

    fn report(&mut self, place: &str, error: &dyn std::fmt::Display) {
        self.failed = true;
        eprintln!("{place}: {error}");
    }
}

fn parse(line: &[u8]) -> Result<(Document, Option<Date>), Failure> {
    let line = std::str::from_utf8(line).map_err(|error| format!("byte {} of the line is not UTF-8", error.valid_up_to()))?;
    let document: Document = serde_json::from_str(line).map_err(|error| {
        // The line is that of the file; serde_json counts within it.
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
        format!("column {}: {message}", error.column())
    })?;
    let date = match document.date.as_deref() {
        None | Some("") => None,
        Some(date) => Some(date.parse()?),
    };
    Ok((document, date))
}

fn name(file: &Path) -> String {
    file.display().to_string()
}
