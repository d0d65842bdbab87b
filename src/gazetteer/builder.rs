//! What is a gazetteer to hold? Entities and aliases, one by one or by the table.

use super::WordList;
use super::records::{AliasRecord, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use super::store::Store;
use crate::error::{Error, ErrorKind};

/// Collects entities, aliases, tenures and memberships, and builds a [`Gazetteer`](super::Gazetteer) of them.
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

    /// Sets what [`Gazetteer::data_version`](super::Gazetteer::data_version) tells.
    pub fn set_data_version(&mut self, version: impl Into<String>) -> &mut Self {
        self.data_version = version.into();
        self
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
