//! Why each candidate in a text was kept or dropped: `cargo run --example explain -- [--as-of YYYY-MM-DD] TEXT...`

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use demarche::{Date, Explanation, Extractor, Options};

mod common;

/// Prints every candidate, the rule that decided and what it says, and the row of data it comes from.
#[derive(Parser)]
struct Arguments {
    /// The day for which offices and officials are resolved.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Only the candidates in these words of the text.
    #[arg(long, value_name = "WORDS")]
    at: Option<String>,
    /// The text.
    #[arg(required = true)]
    text: Vec<String>,
}

fn main() -> ExitCode {
    let Arguments { as_of, at, text } = Arguments::parse();
    let text = text.join(" ");
    let options = as_of.map_or(Options::new(), |date| Options::new().as_of(date));
    let span = at.and_then(|words| text.find(&words).map(|start| start..start + words.len())).unwrap_or(0..text.len());
    common::to_stdout(|out| {
        let candidates = Extractor::embedded().explain_span(&text, span, &options);
        candidates.into_iter().try_for_each(|candidate| print(out, &candidate))?;
        Ok(ExitCode::SUCCESS)
    })
}

fn print(out: &mut dyn Write, candidate: &Explanation<'_>) -> io::Result<()> {
    let mark = if candidate.is_kept() { '+' } else { '-' };
    let meaning = candidate.entity().map_or(String::new(), |entity| format!(" = {} ({})", entity.name(), entity.id()));
    writeln!(out, "{mark} {:?} at {:?}{meaning}", candidate.text(), candidate.span().range())?;
    writeln!(out, "    {}: {}", candidate.rule(), candidate.rule().description())?;
    if let Some(office) = candidate.contradicted_office() {
        writeln!(out, "    beside {}, which the data do not give them then", office.name())?;
    }
    candidate.origins().try_for_each(|(file, line)| writeln!(out, "    from {file}:{line}"))
}
