//! Entities and aliases, one by one or by the table → a gazetteer.

use std::sync::Arc;

use super::records::{AliasRecord, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use super::store::Store;
use super::tables::Filling;
use super::{Gazetteer, WordList, offices};
use crate::error::{Error, ErrorKind};

/// Collects entities, aliases, tenures and memberships, and builds a [`Gazetteer`] of them.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    /// Whether every error is told, not the first alone.
    pub(super) every_error: bool,
    pub(super) data_version: String,
    pub(super) files: Vec<String>,
    pub(super) store: Store,
    pub(super) tenures: Vec<TenureRecord>,
    pub(super) memberships: Vec<MembershipRecord>,
    pub(super) roles: Vec<RoleRecord>,
    /// Word, list, code.
    pub(super) words: Vec<(String, WordList, String)>,
}

impl GazetteerBuilder {
    /// Adds an entity.
    pub fn add(&mut self, entity: EntityRecord) -> &mut Self {
        self.store.add(entity);
        self
    }

    /// Adds an alias to the entity with this id, which may be added later.
    pub fn add_alias(&mut self, id: impl AsRef<str>, alias: AliasRecord) -> &mut Self {
        self.store.add_alias(id.as_ref(), alias);
        self
    }

    /// Adds a phrase that yields nothing and hides what stands in it: `Guinea pig`.
    pub fn add_decoy(&mut self, phrase: AliasRecord) -> &mut Self {
        self.store.add_decoy(phrase);
        self
    }

    /// Sets what [`Gazetteer::data_version`] tells.
    pub fn set_data_version(&mut self, version: impl Into<String>) -> &mut Self {
        self.data_version = version.into();
        self
    }

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

    /// An error about something with this origin.
    pub(super) fn locate(&self, kind: ErrorKind, origin: u32) -> Error {
        let error = Error::new(kind);
        match self.files.get((origin >> 24) as usize) {
            Some(file) if origin & 0xff_ffff != 0 => error.in_file(file).at((origin & 0xff_ffff) as usize, None),
            _ => error,
        }
    }
}
