//! Why each candidate in a text was kept or dropped: `cargo run --example explain -- [--as-of YYYY-MM-DD] TEXT...`

use clap::Parser;
use demarche::{Date, Extractor, Options};

/// Prints every candidate with the rule that decided and the row of data it comes from.
#[derive(Parser)]
struct Arguments {
    /// The day for which offices and officials are resolved.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// The text.
    #[arg(required = true)]
    text: Vec<String>,
}

fn main() {
    let arguments = Arguments::parse();
    let text = arguments.text.join(" ");
    let options = arguments.as_of.map_or(Options::new(), |date| Options::new().as_of(date));
    for explanation in Extractor::embedded().explain(&text, &options) {
        println!("{explanation}");
    }
}
