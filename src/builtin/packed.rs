//! The whole gazetteer, packed by `examples/pack.rs`.

use super::PACKED;
use crate::error::Error;
use crate::extractor::Extractor;
use crate::gazetteer::Gazetteer;

pub(super) fn load() -> Result<Extractor, Error> {
    let (gazetteer, matcher, phrases) = Gazetteer::unpack(PACKED)?;
    Ok(Extractor::compiled(gazetteer, matcher, phrases))
}
