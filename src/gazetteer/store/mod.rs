//! What was a builder given?
//!
//! Records taken apart as they come: all text in one string, everything else as rows of numbers.

mod changes;
mod said;
mod values;

use super::records::{AliasRecord, Conditions, EntityRecord};
use super::rows::{NONE, Str};
use crate::date::Interval;
use crate::kind::{AliasKind, CasePolicy, Policy};
pub(super) use changes::StoreMark;
pub(super) use said::{AliasSaid, EntitySaid};
use values::Values;

/// Entities, aliases and decoys in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(super) struct Store {
    text: String,
    /// Something was left out for want of numbers for places in the text.
    is_full: bool,
    entities: Vec<EntityEntry>,
    traits: Vec<Traits>,
    aliases: Vec<AliasEntry>,
    decoys: Vec<AliasEntry>,
    conditions: Vec<Conditions>,
    /// The properties of all entities: rows of `values`.
    properties: Vec<u32>,
    values: Values,
    /// The entity to which an alias was added last.
    last: u32,
}

#[derive(Clone, Copy, Debug)]
struct EntityEntry {
    id: Str,
    name: Str,
    /// What it is besides: many that follow one another are alike in it.
    traits: u32,
    first_property: u32,
    properties: u32,
    origin: u32,
}

#[derive(Clone, Copy, Debug)]
struct Traits {
    owner: Str,
    valid: Interval,
    functions: u32,
    column: u16,
    unnamed: bool,
}

#[derive(Clone, Copy, Debug)]
struct AliasEntry {
    /// Of its entity; nothing for a decoy.
    id: Str,
    text: Str,
    /// The number of the entity, where it is known and if it still has the same id.
    entity: u32,
    condition: u32,
    origin: u32,
    column: u16,
    kind: AliasKind,
    case: Option<CasePolicy>,
    policy: Policy,
    priority: i8,
}

impl Store {
    /// Adds an entity; its properties follow.
    pub(super) fn add_entity(&mut self, new: EntitySaid<'_>) {
        let EntitySaid { owner, valid, functions, unnamed, column, origin, .. } = new;
        let same = |last: &Traits| {
            (last.valid, last.functions, last.column, last.unnamed) == (valid, functions, column, unnamed)
                && self.str(last.owner) == owner
        };
        if !self.traits.last().is_some_and(same) {
            let owner = self.put(owner);
            self.traits.push(Traits { owner, valid, functions, column, unnamed });
        }
        let (id, name, traits) = (self.put(new.id), self.put(new.name), self.traits.len() as u32 - 1);
        self.entities.push(EntityEntry { id, name, traits, first_property: self.properties.len() as u32, properties: 0, origin });
    }

    /// Adds a property to the entity added last.
    pub(super) fn add_property(&mut self, name: &str, value: &str) {
        let value = self.value_number(name, value);
        if let Some(entity) = self.entities.last_mut() {
            self.properties.push(value);
            entity.properties += 1;
        }
    }

    /// The number of a named value, which is added if it is new.
    fn value_number(&mut self, name: &str, value: &str) -> u32 {
        match self.values.find(&self.text, name, value) {
            Ok(number) => number,
            Err(slot) => {
                let pair = (self.put(name), self.put(value));
                self.values.insert(slot, pair)
            }
        }
    }

    /// Adds an entity with all that its record says.
    pub(super) fn add(&mut self, record: EntityRecord) {
        let EntityRecord { id, name, owner, valid, functions, unnamed, column, origin, .. } = &record;
        let (valid, functions, unnamed, column, origin) = (*valid, *functions, *unnamed, *column, *origin);
        self.add_entity(EntitySaid { id, name, owner, valid, functions, unnamed, column, origin });
        for (name, value) in &record.properties {
            self.add_property(name, value);
        }
        for alias in record.aliases {
            self.last = self.entities.len() as u32 - 1;
            self.add_alias(&record.id, alias);
        }
    }

    /// Adds an alias to the entity with this id.
    pub(super) fn add_alias(&mut self, id: &str, alias: AliasRecord) {
        // Aliases often come in the order of their entities.
        let near = [self.last, self.last + 1, 0];
        let known = near.into_iter().find(|&row| self.entities.get(row as usize).is_some_and(|entity| self.str(entity.id) == id));
        let entity = known.unwrap_or(NONE);
        let id = match known {
            Some(row) => {
                self.last = row;
                self.entities[row as usize].id
            }
            None => self.put(id),
        };
        let alias = AliasEntry { id, entity, ..self.entry(alias) };
        self.aliases.push(alias);
    }

    /// Adds a decoy.
    pub(super) fn add_decoy(&mut self, phrase: AliasRecord) {
        let decoy = self.entry(phrase);
        self.decoys.push(decoy);
    }

    fn entry(&mut self, alias: AliasRecord) -> AliasEntry {
        let AliasRecord { text, kind, case, policy, priority, conditions, column, origin } = alias;
        let condition = match conditions {
            Some(conditions) => {
                self.conditions.push(*conditions);
                self.conditions.len() as u32 - 1
            }
            None => NONE,
        };
        let text = self.put(&text);
        AliasEntry { id: Str::default(), text, entity: NONE, condition, origin, column, kind, case, policy, priority }
    }

    /// Makes room for rows to come.
    pub(super) fn reserve(&mut self, entities: usize, aliases: usize) {
        self.entities.reserve(entities);
        self.aliases.reserve(aliases);
    }

    fn put(&mut self, s: &str) -> Str {
        let at = self.text.len();
        if s.is_empty() || u32::try_from(at + s.len()).is_err() {
            self.is_full |= !s.is_empty();
            return Str::default();
        }
        self.text.push_str(s);
        Str { at: at as u32, len: s.len() as u32 }
    }
}
