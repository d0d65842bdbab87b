//! The entities of one sentence as a table: `cargo run --example quickstart`.

use demarche::{Extractor, Options};

fn main() -> Result<(), demarche::DateError> {
    let text = "On his way to the G20 in New Delhi the U.S. Secretary of State saw Tokayev in Astana: \
                Blinken had promised the C5+1 that visit, and Kazakhstan’s neighbours were there too.";
    let options = Options::new().as_of("2023-02-28".parse()?);
    for mention in Extractor::embedded().extract_with(text, &options) {
        let (start, end, text) = (mention.start(), mention.end(), mention.text());
        println!("{start:>3}..{end:<3}  {text:23}  {:8}  {:40}  {}", mention.kind(), mention.name(), mention.id());
    }
    Ok(())
}
