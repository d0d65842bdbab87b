//! What was a builder given?
//!
//! Records taken apart as they come: all text in one string, everything else as rows of numbers.

use super::intern::Seed;
use super::records::{AliasRecord, Conditions, EntityRecord};
use super::rows::{NONE, Str};
use crate::date::Interval;
use crate::kind::{AliasKind, CasePolicy, Policy};

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

/// What was said of an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntitySaid<'s> {
    store: &'s Store,
    entry: &'s EntityEntry,
    pub(super) id: &'s str,
    pub(super) name: &'s str,
    pub(super) owner: &'s str,
    pub(super) valid: Interval,
    pub(super) functions: u32,
    /// The canonical name is no alias, unless it is listed.
    pub(super) unnamed: bool,
    /// Column of the table it comes from, 0 where there is none.
    pub(super) column: u16,
    pub(super) origin: u32,
}

impl<'s> EntitySaid<'s> {
    /// Rows of [`Store::values`].
    pub(super) fn property_rows(&self) -> &'s [u32] {
        &self.store.properties[self.entry.first_property as usize..][..self.entry.properties as usize]
    }

    /// Names and values.
    pub(super) fn properties(&self) -> impl Iterator<Item = (&'s str, &'s str)> + use<'s> {
        let store = self.store;
        self.property_rows().iter().map(|&row| store.value(row))
    }
}

/// What was said of an alias.
#[derive(Clone, Copy, Debug)]
pub(super) struct AliasSaid<'s> {
    /// Of its entity; empty for a decoy.
    pub(super) id: &'s str,
    pub(super) text: &'s str,
    /// Where the text stands in the store.
    pub(super) place: Str,
    pub(super) kind: AliasKind,
    pub(super) case: Option<CasePolicy>,
    pub(super) policy: Policy,
    pub(super) priority: i8,
    pub(super) conditions: Option<&'s Conditions>,
    /// Their number in the store, or [`NONE`].
    pub(super) condition: u32,
    /// Column of the table it comes from, 0 where there is none.
    pub(super) column: u16,
    pub(super) origin: u32,
}

impl<'s> AliasSaid<'s> {
    /// The name of an entity as an alias.
    pub(super) fn name(entity: EntitySaid<'s>) -> Self {
        let EntitySaid { id, name: text, column, origin, .. } = entity;
        let (kind, policy) = (AliasKind::Name, Policy::Always);
        let (place, conditions, condition) = (entity.entry.name, None, NONE);
        AliasSaid { id, text, place, kind, case: None, policy, priority: 0, conditions, condition, column, origin }
    }

    /// A record of it.
    pub(super) fn record(self) -> AliasRecord {
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

/// What an entity is, but for its properties and aliases.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NewEntity<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) owner: &'a str,
    pub(super) valid: Interval,
    pub(super) functions: u32,
    pub(super) unnamed: bool,
    pub(super) column: u16,
    pub(super) origin: u32,
}

/// How much a store holds.
pub(super) struct StoreMark([usize; 3]);

impl Store {
    /// Adds an entity; its properties follow.
    pub(super) fn add_entity(&mut self, new: NewEntity<'_>) {
        let NewEntity { owner, valid, functions, unnamed, column, origin, .. } = new;
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
        let value = match self.values.find(&self.text, name, value) {
            Ok(row) => row,
            Err(slot) => {
                let pair = (self.put(name), self.put(value));
                self.values.insert(slot, pair)
            }
        };
        if let Some(entity) = self.entities.last_mut() {
            self.properties.push(value);
            entity.properties += 1;
        }
    }

    /// Adds an entity with all that its record says.
    pub(super) fn add(&mut self, record: EntityRecord) {
        let EntityRecord { id, name, owner, valid, functions, unnamed, column, origin, .. } = &record;
        let (valid, functions, unnamed, column, origin) = (*valid, *functions, *unnamed, *column, *origin);
        self.add_entity(NewEntity { id, name, owner, valid, functions, unnamed, column, origin });
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

    pub(super) fn str(&self, s: Str) -> &str {
        &self.text[s.at as usize..][..s.len as usize]
    }

    /// The conditions with a number.
    pub(super) fn conditions(&self, row: u32) -> Option<&Conditions> {
        self.conditions.get(row as usize)
    }

    /// Whether something was left out since the text is too long.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Bytes of text.
    pub(super) fn text_len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn entity_count(&self) -> usize {
        self.entities.len()
    }

    pub(super) fn alias_count(&self) -> usize {
        self.aliases.len()
    }

    pub(super) fn decoy_count(&self) -> usize {
        self.decoys.len()
    }

    /// The bytes of the id of the entity with a number.
    pub(super) fn id_bytes(&self, row: u32) -> &[u8] {
        let Str { at, len } = self.entities[row as usize].id;
        &self.text.as_bytes()[at as usize..][..len as usize]
    }

    /// The name of the entity with a number.
    pub(super) fn name(&self, row: u32) -> &str {
        self.str(self.entities[row as usize].name)
    }

    /// The entity with a number.
    pub(super) fn entity(&self, row: u32) -> EntitySaid<'_> {
        let entry = &self.entities[row as usize];
        let EntityEntry { id, name, traits, origin, .. } = *entry;
        let Traits { owner, valid, functions, column, unnamed } = self.traits[traits as usize];
        let [id, name, owner] = [id, name, owner].map(|s| self.str(s));
        EntitySaid { store: self, entry, id, name, owner, valid, functions, unnamed, column, origin }
    }

    /// The alias with a number.
    pub(super) fn alias(&self, row: u32) -> AliasSaid<'_> {
        self.said(&self.aliases[row as usize])
    }

    fn said(&self, entry: &AliasEntry) -> AliasSaid<'_> {
        let AliasEntry { text: place, kind, case, policy, priority, condition, column, origin, .. } = *entry;
        let (id, text, conditions) = (self.str(entry.id), self.str(place), self.conditions(condition));
        AliasSaid { id, text, place, kind, case, policy, priority, conditions, condition, column, origin }
    }

    /// The number of the entity of an alias, if that is known without a search.
    pub(super) fn entity_of_alias(&self, row: u32) -> Option<u32> {
        let AliasEntry { id, entity, .. } = self.aliases[row as usize];
        self.entities.get(entity as usize).filter(|entity| entity.id == id).map(|_| entity)
    }

    pub(super) fn entities(&self) -> impl DoubleEndedIterator<Item = EntitySaid<'_>> {
        (0..self.entities.len() as u32).map(|row| self.entity(row))
    }

    pub(super) fn aliases(&self) -> impl Iterator<Item = AliasSaid<'_>> {
        self.aliases.iter().map(|entry| self.said(entry))
    }

    pub(super) fn decoys(&self) -> impl Iterator<Item = AliasSaid<'_>> {
        self.decoys.iter().map(|entry| self.said(entry))
    }

    /// The named value with a number.
    pub(super) fn value(&self, row: u32) -> (&str, &str) {
        let (name, value) = self.values.pairs[row as usize];
        (self.str(name), self.str(value))
    }

    /// How many named values there are.
    pub(super) fn value_count(&self) -> usize {
        self.values.pairs.len()
    }
}

/// Taking out and changing.
impl Store {
    /// Keeps the entities whose id is one that `wanted` says yes to.
    pub(super) fn retain_entities(&mut self, mut wanted: impl FnMut(&str) -> bool) {
        let mut entities = std::mem::take(&mut self.entities);
        entities.retain(|entity| wanted(self.str(entity.id)));
        self.entities = entities;
    }

    /// Keeps the aliases that `wanted` says yes to.
    pub(super) fn retain_aliases(&mut self, mut wanted: impl FnMut(AliasSaid<'_>) -> bool) {
        let mut aliases = std::mem::take(&mut self.aliases);
        aliases.retain(|alias| wanted(self.said(alias)));
        self.aliases = aliases;
    }

    /// The canonical name of an entity is no alias any more.
    pub(super) fn unname(&mut self, row: u32) {
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

    /// Gives an entity what it lacks of what another record of the same thing says.
    pub(super) fn join(&mut self, row: u32, other: EntitySaid<'_>) {
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
        for (name, value) in other.properties() {
            if self.properties[first..known].iter().any(|&row| self.value(row).0 == name) {
                continue;
            }
            let row = match self.values.find(&self.text, name, value) {
                Ok(row) => row,
                Err(slot) => {
                    let pair = (self.put(name), self.put(value));
                    self.values.insert(slot, pair)
                }
            };
            self.properties.push(row);
        }
        let entity = &mut self.entities[row as usize];
        (entity.first_property, entity.properties) = (first as u32, (self.properties.len() - first) as u32);
    }

    /// Changes where each row comes from.
    pub(super) fn each_origin(&mut self, mut change: impl FnMut(&mut u32)) {
        self.entities.iter_mut().for_each(|entity| change(&mut entity.origin));
        self.aliases.iter_mut().chain(&mut self.decoys).for_each(|alias| change(&mut alias.origin));
    }

    /// Adds everything that another store holds, but for entities that `unwanted` says yes to.
    pub(super) fn append(&mut self, other: &Store, unwanted: impl Fn(&str) -> bool) {
        for entity in other.entities().filter(|entity| !unwanted(entity.id)) {
            let EntitySaid { id, name, owner, valid, functions, unnamed, column, origin, .. } = entity;
            self.add_entity(NewEntity { id, name, owner, valid, functions, unnamed, column, origin });
            for (name, value) in entity.properties() {
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

    pub(super) fn mark(&self) -> StoreMark {
        StoreMark([self.entities.len(), self.aliases.len(), self.decoys.len()])
    }

    /// Takes out what was added since the mark.
    pub(super) fn rewind(&mut self, StoreMark(counts): StoreMark) {
        self.entities.truncate(counts[0]);
        self.aliases.truncate(counts[1]);
        self.decoys.truncate(counts[2]);
    }
}

/// Named values, each once.
#[derive(Clone, Debug, Default)]
struct Values {
    pairs: Vec<(Str, Str)>,
    /// A hash table of their numbers, at most half full.
    slots: Vec<u32>,
    seed: Seed,
}

impl Values {
    /// The number of a named value, or the slot for a new one.
    fn find(&mut self, text: &str, name: &str, value: &str) -> Result<u32, usize> {
        if self.pairs.len() * 2 >= self.slots.len() {
            self.slots = vec![NONE; (self.slots.len() * 2).max(64)];
            for (row, &(name, value)) in (0..).zip(&self.pairs) {
                let [name, value] = [name, value].map(|s| &text[s.at as usize..][..s.len as usize]);
                // They differ, so that the first empty slot is right.
                let slot = self.slot(name, value, |_| false);
                self.slots[slot] = row;
            }
        }
        let is = |row: u32| {
            let (known, same) = self.pairs[row as usize];
            let is = |s: Str, wanted: &str| text[s.at as usize..][..s.len as usize] == *wanted;
            is(known, name) && is(same, value)
        };
        let slot = self.slot(name, value, is);
        if self.slots[slot] == NONE { Err(slot) } else { Ok(self.slots[slot]) }
    }

    fn slot(&self, name: &str, value: &str, is: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let hash = self.seed.hash(value.as_bytes()) ^ self.seed.hash(name.as_bytes()).rotate_left(17);
        let mut slot = hash as usize & mask;
        while self.slots[slot] != NONE && !is(self.slots[slot]) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Puts a new one into its slot.
    fn insert(&mut self, slot: usize, pair: (Str, Str)) -> u32 {
        let row = self.pairs.len() as u32;
        self.pairs.push(pair);
        self.slots[slot] = row;
        row
    }
}
