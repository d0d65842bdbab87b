//! The gazetteer that comes with the crate, as its features want it.
//!
//! By default it is one packed file, ready in milliseconds. Where features leave something out or add something, it is built from the
//! tables on first use instead.

use once_cell::sync::Lazy;

use crate::extractor::Extractor;
use crate::gazetteer::Gazetteer;

#[cfg(all(feature = "history", not(feature = "wider")))]
fn load() -> Result<Extractor, crate::error::Error> {
    Extractor::unpack(PACKED)
}

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

#[cfg_attr(docsrs, doc(cfg(feature = "embedded")))]
impl Gazetteer {
    /// The gazetteer that comes with the crate, unpacked on first use.
    pub fn embedded() -> &'static Gazetteer {
        EXTRACTOR.gazetteer()
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "embedded")))]
impl Extractor {
    /// The extractor of the built-in gazetteer, compiled once, on first use.
    pub fn embedded() -> &'static Extractor {
        &EXTRACTOR
    }
}
