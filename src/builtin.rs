//! The gazetteer that comes with the crate: `data/*.tsv`, packed by `examples/pack.rs`.

use once_cell::sync::Lazy;

use crate::extractor::Extractor;
use crate::gazetteer::Gazetteer;

static PACKED: &[u8] = include_bytes!("../data/gazetteer.bin");

/// The extractor of the built-in gazetteer, unpacked on first use.
static EXTRACTOR: Lazy<Extractor> = Lazy::new(|| match Gazetteer::unpack(PACKED) {
    Ok((gazetteer, matcher)) => Extractor::with_matcher(gazetteer, matcher),
    // A test checks that the shipped bytes are those of the tables.
    Err(error) => unreachable!("the built-in gazetteer: {error}"),
});

/// The extractor of the built-in gazetteer.
pub(crate) fn extractor() -> &'static Extractor {
    &EXTRACTOR
}
