//! Why each candidate in a text was kept or dropped: `cargo run --example explain -- [--as-of YYYY-MM-DD] TEXT...`

use clap::Parser;
use demarche::{Date, Explanation, Extractor, Options};

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

fn main() {
    let Arguments { as_of, at, text } = Arguments::parse();
    let text = text.join(" ");
    let options = as_of.map_or(Options::new(), |date| Options::new().as_of(date));
    let span = at.and_then(|words| text.find(&words).map(|start| start..start + words.len())).unwrap_or(0..text.len());
    for candidate in Extractor::embedded().explain_span(&text, span, &options) {
        print(&candidate);
    }
}

fn print(candidate: &Explanation<'_>) {
    let mark = if candidate.is_kept() { '+' } else { '-' };
    let meaning = candidate.entity().map_or(String::new(), |entity| format!(" = {} ({})", entity.name(), entity.id()));
    println!("{mark} {:?} at {:?}{meaning}", candidate.text(), candidate.span().range());
    println!("    {}: {}", candidate.rule(), candidate.rule().description());
    if let Some(office) = candidate.contradicted_office() {
        println!("    beside {}, which the data do not give them then", office.name());
    }
    for (file, line) in candidate.origins() {
        println!("    from {file}:{line}");
    }
}
