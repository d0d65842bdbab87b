//! The gazetteer that comes with the crate: `data/*.tsv`, packed by `examples/pack.rs`.

use once_cell::sync::Lazy;

use crate::extractor::Extractor;
use crate::gazetteer::{Gazetteer, Tables};

static PACKED: &[u8] = include_bytes!("../data/gazetteer.bin");

/// The built-in gazetteer, unpacked on first use.
pub(crate) fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: Lazy<Gazetteer> = Lazy::new(|| match Tables::unpack(PACKED) {
        Ok(tables) => Gazetteer(std::sync::Arc::new(tables)),
        // A test checks that the shipped bytes can be read.
        Err(error) => unreachable!("the built-in gazetteer: {error}"),
    });
    &GAZETTEER
}

/// The extractor of the built-in gazetteer, compiled on first use.
pub(crate) fn extractor() -> &'static Extractor {
    static EXTRACTOR: Lazy<Extractor> = Lazy::new(|| Extractor::new(gazetteer()));
    &EXTRACTOR
}
