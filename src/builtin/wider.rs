//! The whole gazetteer and `data/wider`: ministers of other fields, speakers, ambassadors.

use super::PACKED;
use crate::error::Error;
use crate::extractor::Extractor;
use crate::gazetteer::Gazetteer;

const ENTITIES: [(&str, &str); 2] = [
    ("data/wider/officials.tsv", include_str!("../../data/wider/officials.tsv")),
    ("data/wider/offices.tsv", include_str!("../../data/wider/offices.tsv")),
];
const FACTS: [(&str, &str); 2] = [
    ("data/wider/official_aliases.tsv", include_str!("../../data/wider/official_aliases.tsv")),
    ("data/wider/tenures.tsv", include_str!("../../data/wider/tenures.tsv")),
];

pub(super) fn load() -> Result<Extractor, Error> {
    let core = Extractor::unpack(PACKED)?;
    let core = core.gazetteer();
    let mut builder = core.to_builder();
    for (name, text) in ENTITIES {
        builder.read_tsv(name, &unknown_rows(core, text))?;
    }
    for (name, text) in FACTS {
        builder.read_tsv(name, text)?;
    }
    Ok(Extractor::new(&builder.build()?))
}

/// A table with empty lines for entities that the core has by now, so that the other lines keep their numbers.
fn unknown_rows(core: &Gazetteer, text: &str) -> String {
    let is_known = |line: &str| core.get(line.split('\t').next().unwrap_or("")).is_some();
    text.lines().flat_map(|line| [if is_known(line) { "" } else { line }, "\n"]).collect()
}
