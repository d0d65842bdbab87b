//! What is odd in tables of one's own: `cargo run --example lint -- [--on-top] FILE...`
//!
//! Prints `file:line:col: message [kind]`; the exit status is 1 if there is anything to print, 2 if a table cannot be read. With
//! `--on-top` the tables are taken as additions to the built-in gazetteer.

use std::io::{self, Write};
use std::process::ExitCode;

use demarche::Gazetteer;

mod common;

fn main() -> ExitCode {
    common::to_stdout(lint)
}

fn lint(out: &mut dyn Write) -> io::Result<ExitCode> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let on_top = files.first().is_some_and(|first| first == "--on-top");
    let mut builder = if on_top { Gazetteer::embedded().to_builder() } else { Gazetteer::builder() };
    builder.every_error(true);
    let mut broken = false;
    for file in files.drain(usize::from(on_top)..) {
        if let Err(error) = builder.load(&file) {
            writeln!(out, "{error}")?;
            broken = true;
        }
    }
    if broken {
        return Ok(ExitCode::from(2));
    }
    // What is odd in the built-in tables is not the caller's concern.
    let own = |file: Option<&str>| !on_top || file.is_none_or(|file| !file.starts_with("data/"));
    let lints: Vec<_> = builder.lint().into_iter().filter(|lint| own(lint.file())).collect();
    for lint in &lints {
        writeln!(out, "{lint}")?;
    }
    Ok(if lints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
