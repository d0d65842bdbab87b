//! What was a builder told of an entity, of an alias?

use super::{AliasEntry, EntityEntry, Store, Traits};
use crate::date::Interval;
use crate::gazetteer::records::{AliasRecord, Conditions};
use crate::gazetteer::rows::{NONE, Str};
use crate::kind::{AliasKind, CasePolicy, Policy};

/// What is said of an entity, but for its properties and aliases.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::gazetteer) struct EntitySaid<'s> {
    pub(in crate::gazetteer) id: &'s str,
    pub(in crate::gazetteer) name: &'s str,
    pub(in crate::gazetteer) owner: &'s str,
    pub(in crate::gazetteer) valid: Interval,
    pub(in crate::gazetteer) functions: u32,
    /// The canonical name is no alias, unless it is listed.
    pub(in crate::gazetteer) unnamed: bool,
    /// Column of the table it comes from, 0 where there is none.
    pub(in crate::gazetteer) column: u16,
    pub(in crate::gazetteer) origin: u32,
}

/// What is said of an alias.
#[derive(Clone, Copy, Debug)]
pub(in crate::gazetteer) struct AliasSaid<'s> {
    /// Of its entity; empty for a decoy.
    pub(in crate::gazetteer) id: &'s str,
    pub(in crate::gazetteer) text: &'s str,
    /// Where the text stands in the store.
    pub(in crate::gazetteer) place: Str,
    pub(in crate::gazetteer) kind: AliasKind,
    pub(in crate::gazetteer) case: Option<CasePolicy>,
    pub(in crate::gazetteer) policy: Policy,
    pub(in crate::gazetteer) priority: i8,
    pub(in crate::gazetteer) conditions: Option<&'s Conditions>,
    /// Their number in the store, or [`NONE`].
    pub(in crate::gazetteer) condition: u32,
    /// Column of the table it comes from, 0 where there is none.
    pub(in crate::gazetteer) column: u16,
    pub(in crate::gazetteer) origin: u32,
}

impl AliasSaid<'_> {
    /// A record of it.
    pub(in crate::gazetteer) fn record(self) -> AliasRecord {
        AliasRecord {
            text: self.text.into(),
            kind: self.kind,
            case: self.case,
            policy: self.policy,
            priority: self.priority,
            conditions: self.conditions.cloned().map(Box::new),
            column: self.column,
            origin: self.origin,
        }
    }
}

/// Reading. Numbers count entities, aliases and values in the order in which they were added.
impl Store {
    pub(in crate::gazetteer) fn str(&self, s: Str) -> &str {
        &self.text[s.at as usize..][..s.len as usize]
    }

    /// The conditions with a number.
    pub(in crate::gazetteer) fn conditions(&self, number: u32) -> Option<&Conditions> {
        self.conditions.get(number as usize)
    }

    /// Whether something was left out since the text is too long.
    pub(in crate::gazetteer) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Bytes of text.
    pub(in crate::gazetteer) fn text_len(&self) -> usize {
        self.text.len()
    }

    pub(in crate::gazetteer) fn entity_count(&self) -> usize {
        self.entities.len()
    }

    pub(in crate::gazetteer) fn alias_count(&self) -> usize {
        self.aliases.len()
    }

    pub(in crate::gazetteer) fn decoy_count(&self) -> usize {
        self.decoys.len()
    }

    /// The bytes of the id of the entity with a number.
    pub(in crate::gazetteer) fn id_bytes(&self, number: u32) -> &[u8] {
        let Str { at, len } = self.entities[number as usize].id;
        &self.text.as_bytes()[at as usize..][..len as usize]
    }

    /// The name of the entity with a number.
    pub(in crate::gazetteer) fn name(&self, number: u32) -> &str {
        self.str(self.entities[number as usize].name)
    }

    /// The entity with a number.
    pub(in crate::gazetteer) fn entity(&self, number: u32) -> EntitySaid<'_> {
        let EntityEntry { id, name, traits, origin, .. } = self.entities[number as usize];
        let Traits { owner, valid, functions, column, unnamed } = self.traits[traits as usize];
        EntitySaid { id: self.str(id), name: self.str(name), owner: self.str(owner), valid, functions, unnamed, column, origin }
    }

    /// The properties of the entity with a number, as numbers of named values.
    pub(in crate::gazetteer) fn property_values(&self, number: u32) -> &[u32] {
        let EntityEntry { first_property, properties, .. } = self.entities[number as usize];
        &self.properties[first_property as usize..][..properties as usize]
    }

    /// The properties of the entity with a number: names and values.
    pub(in crate::gazetteer) fn properties(&self, number: u32) -> impl Iterator<Item = (&str, &str)> {
        self.property_values(number).iter().map(|&value| self.value(value))
    }

    /// The name of the entity with a number as an alias, unless it is none. Offices are composed from their parts by the context rules.
    pub(in crate::gazetteer) fn name_as_alias(&self, number: u32) -> Option<AliasSaid<'_>> {
        let EntityEntry { id, name: place, traits, origin, .. } = self.entities[number as usize];
        let (id, traits) = (self.str(id), &self.traits[traits as usize]);
        let (kind, policy, column) = (AliasKind::Name, Policy::Always, traits.column);
        (!traits.unnamed && !id.starts_with("office:")).then(|| AliasSaid {
            id,
            text: self.str(place),
            place,
            kind,
            case: None,
            policy,
            priority: 0,
            conditions: None,
            condition: NONE,
            column,
            origin,
        })
    }

    /// The alias with a number.
    pub(in crate::gazetteer) fn alias(&self, number: u32) -> AliasSaid<'_> {
        self.said(&self.aliases[number as usize])
    }

    pub(super) fn said(&self, entry: &AliasEntry) -> AliasSaid<'_> {
        let AliasEntry { text: place, kind, case, policy, priority, condition, column, origin, .. } = *entry;
        let (id, text, conditions) = (self.str(entry.id), self.str(place), self.conditions(condition));
        AliasSaid { id, text, place, kind, case, policy, priority, conditions, condition, column, origin }
    }

    /// The number of the entity of an alias, if that is known without a search.
    pub(in crate::gazetteer) fn entity_of_alias(&self, number: u32) -> Option<u32> {
        let AliasEntry { id, entity, .. } = self.aliases[number as usize];
        self.entities.get(entity as usize).filter(|entity| entity.id == id).map(|_| entity)
    }

    pub(in crate::gazetteer) fn entities(&self) -> impl Iterator<Item = EntitySaid<'_>> {
        (0..self.entities.len() as u32).map(|number| self.entity(number))
    }

    pub(in crate::gazetteer) fn aliases(&self) -> impl Iterator<Item = AliasSaid<'_>> {
        self.aliases.iter().map(|entry| self.said(entry))
    }

    pub(in crate::gazetteer) fn decoys(&self) -> impl Iterator<Item = AliasSaid<'_>> {
        self.decoys.iter().map(|entry| self.said(entry))
    }

    /// The named value with a number.
    pub(in crate::gazetteer) fn value(&self, number: u32) -> (&str, &str) {
        let (name, value) = self.values.pairs[number as usize];
        (self.str(name), self.str(value))
    }

    /// How many named values there are.
    pub(in crate::gazetteer) fn value_count(&self) -> usize {
        self.values.pairs.len()
    }
}
