//! What is taken out of a store, joined in it, or moved to another?

use super::{AliasSaid, Store, Traits};
use crate::date::Interval;

/// How much a store holds.
pub(in crate::gazetteer) struct StoreMark([usize; 3]);

impl Store {
    /// Keeps the entities whose id is one that `wanted` says yes to.
    pub(in crate::gazetteer) fn retain_entities(&mut self, mut wanted: impl FnMut(&str) -> bool) {
        let mut entities = std::mem::take(&mut self.entities);
        entities.retain(|entity| wanted(self.str(entity.id)));
        self.entities = entities;
    }

    /// Keeps the aliases that `wanted` says yes to.
    pub(in crate::gazetteer) fn retain_aliases(&mut self, mut wanted: impl FnMut(AliasSaid<'_>) -> bool) {
        let mut aliases = std::mem::take(&mut self.aliases);
        aliases.retain(|alias| wanted(self.said(alias)));
        self.aliases = aliases;
    }

    /// The canonical name of an entity is no alias any more.
    pub(in crate::gazetteer) fn unname(&mut self, row: u32) {
        self.change(row, |traits| traits.unnamed = true);
    }

    /// Gives an entity traits of its own.
    fn change(&mut self, row: u32, change: impl FnOnce(&mut Traits)) {
        let entity = &mut self.entities[row as usize];
        let mut traits = self.traits[entity.traits as usize];
        change(&mut traits);
        entity.traits = self.traits.len() as u32;
        self.traits.push(traits);
    }

    /// Gives an entity what it lacks of what another store says of the same thing under another number.
    pub(in crate::gazetteer) fn join(&mut self, row: u32, others: &Store, number: u32) {
        let other = others.entity(number);
        let owner = self.put(other.owner);
        self.change(row, |traits| {
            if traits.owner.len == 0 {
                traits.owner = owner;
            }
            if traits.valid == Interval::default() {
                traits.valid = other.valid;
            }
            traits.functions |= other.functions;
        });
        let entity = &self.entities[row as usize];
        // Its properties move behind all others, where there is room for more.
        let own = entity.first_property as usize..(entity.first_property + entity.properties) as usize;
        let first = self.properties.len();
        self.properties.extend_from_within(own);
        let known = self.properties.len();
        for (name, value) in others.properties(number) {
            if self.properties[first..known].iter().any(|&known| self.value(known).0 == name) {
                continue;
            }
            let value = self.value_number(name, value);
            self.properties.push(value);
        }
        let entity = &mut self.entities[row as usize];
        (entity.first_property, entity.properties) = (first as u32, (self.properties.len() - first) as u32);
    }

    /// Changes where each row comes from.
    pub(in crate::gazetteer) fn each_origin(&mut self, mut change: impl FnMut(&mut u32)) {
        self.entities.iter_mut().for_each(|entity| change(&mut entity.origin));
        self.aliases.iter_mut().chain(&mut self.decoys).for_each(|alias| change(&mut alias.origin));
    }

    /// Adds everything that another store holds, but for entities that `unwanted` says yes to.
    pub(in crate::gazetteer) fn append(&mut self, other: &Store, unwanted: impl Fn(&str) -> bool) {
        for (number, entity) in (0..).zip(other.entities()).filter(|(_, entity)| !unwanted(entity.id)) {
            self.add_entity(entity);
            for (name, value) in other.properties(number) {
                self.add_property(name, value);
            }
        }
        for alias in other.aliases() {
            self.add_alias(alias.id, alias.record());
        }
        for decoy in other.decoys() {
            self.add_decoy(decoy.record());
        }
    }

    pub(in crate::gazetteer) fn mark(&self) -> StoreMark {
        StoreMark([self.entities.len(), self.aliases.len(), self.decoys.len()])
    }

    /// Takes out what was added since the mark.
    pub(in crate::gazetteer) fn rewind(&mut self, StoreMark(counts): StoreMark) {
        self.entities.truncate(counts[0]);
        self.aliases.truncate(counts[1]);
        self.decoys.truncate(counts[2]);
    }
}
