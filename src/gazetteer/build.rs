//! What a builder holds → a gazetteer.

use std::sync::Arc;

use super::builder::GazetteerBuilder;
use super::tables::Filling;
use super::{Gazetteer, offices};
use crate::error::{Error, ErrorKind};

impl GazetteerBuilder {
    /// Builds the gazetteer.
    ///
    /// # Errors
    /// If two entities share an id, if an alias, a tenure or a membership names an unknown one, or if an id has no kind.
    pub fn build(mut self) -> Result<Gazetteer, Error> {
        if self.every_error {
            self.check()?;
        }
        for office in offices::of_every_state(&self.store, &self.roles) {
            self.store.add(office);
        }
        if self.store.is_full() {
            return Err(Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))));
        }
        Ok(Gazetteer(Arc::new(Filling::of(&self)?)))
    }
}
