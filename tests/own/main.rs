//! A user's own gazetteer: read from every format, put together, linted, saved, used by many threads; and the page about it.

mod combining;
mod loading;
mod many;
mod moving_over;
mod page;
mod saving;

use demarche::{Extractor, Gazetteer, GazetteerBuilder};

/// Builds a gazetteer of whatever `fill` adds.
fn built(fill: impl FnOnce(&mut GazetteerBuilder)) -> Gazetteer {
    let mut builder = Gazetteer::builder();
    fill(&mut builder);
    builder.build().expect("a gazetteer")
}

fn found(gazetteer: &Gazetteer, text: &str) -> Vec<(String, String)> {
    let extractor = Extractor::new(gazetteer);
    extractor.extract(text).map(|mention| (mention.text().into(), mention.id().into())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(text, id)| (text.into(), id.into())).collect()
}
