//! The gazetteer that comes with the crate, as its features want it.
//!
//! By default it is one packed file, ready in milliseconds. Where features leave something out or add something, it is built from the
//! tables on first use instead.

use once_cell::sync::Lazy;

use crate::extractor::Extractor;

#[cfg(all(feature = "history", not(feature = "wider")))]
mod packed;
#[cfg(all(feature = "history", not(feature = "wider")))]
use packed::load;

#[cfg(feature = "wider")]
mod wider;
#[cfg(feature = "wider")]
use wider::load;

#[cfg(not(feature = "history"))]
mod tables;
#[cfg(not(feature = "history"))]
use tables::load;

#[cfg(feature = "history")]
static PACKED: &[u8] = include_bytes!("../../data/gazetteer.bin");

/// The extractor of the built-in gazetteer, made on first use.
static EXTRACTOR: Lazy<Extractor> = Lazy::new(|| match load() {
    Ok(extractor) => extractor,
    // Tests check that what is shipped can be read.
    Err(error) => unreachable!("the built-in gazetteer: {error}"),
});

/// The extractor of the built-in gazetteer.
pub(crate) fn extractor() -> &'static Extractor {
    &EXTRACTOR
}
