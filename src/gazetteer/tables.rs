//! What a builder was given → the tables of a gazetteer, one sort of rows after another.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Tables;
use super::builder::GazetteerBuilder;
use super::conditions::bits;
use super::ids::Ids;
use super::intern::Interner;
use super::keys::Aliases;
use super::records::RoleRecord;
use super::rows::*;
use crate::error::{Error, ErrorKind};
use crate::fetch::{TOGETHER, fetch};
use crate::fold;
use crate::kind::EntityKind;

/// Tables on their way from empty to full.
pub(super) struct Filling<'b> {
    builder: &'b GazetteerBuilder,
    ids: Ids<'b>,
    tables: Tables,
    text: Interner,
}

impl<'b> Filling<'b> {
    /// The tables of all that a builder holds.
    pub(super) fn of(builder: &'b GazetteerBuilder) -> Result<Tables, Error> {
        let store = &builder.store;
        let ids = Ids::new(store).map_err(|(a, b)| builder.duplicate(store.entity(a), store.entity(b)))?;
        let mut text = Interner::default();
        text.text.reserve_exact(store.text_len());
        let kinds = crate::kind::ENTITY_KINDS.map(|row| row.0).to_vec();
        let tables = Tables { kinds, data_version: builder.data_version.clone(), ..Tables::default() };
        let mut filling = Filling { builder, ids, tables, text };
        let names = filling.entities()?;
        filling.properties()?;
        filling.files()?;
        Aliases::of(builder, &mut filling.ids, &names)?.write(&mut filling.tables, &mut filling.text)?;
        drop(names);
        filling.tables.list_aliases_by_entity();
        filling.tenures()?;
        filling.memberships()?;
        filling.words()?;
        filling.roles()?;
        filling.text.text.shrink_to_fit();
        filling.tables.text = Cow::Owned(filling.text.text);
        Ok(filling.tables)
    }

    /// Entities and kinds; gives the places of the names of entities by their numbers.
    ///
    /// Goes by the numbers, in whose order all that is read lies.
    fn entities(&mut self) -> Result<Vec<Str>, Error> {
        let store = &self.builder.store;
        let count = store.entity_count();
        let empty = EntityRow { id: Str::default(), name_len: 0, traits: 0, first_alias: 0, first_property: 0, kind: 0 };
        self.tables.entities = Rows::filled(empty, count);
        let mut names = Vec::with_capacity(count);
        let mut traits = Distinct::default();
        let mut kind = 0;
        for (number, entity) in store.entities().enumerate() {
            kind = self.kind(entity.id, kind).ok_or_else(|| {
                let message = format!("{:?} is no id; write kind:key, such as agency:frontex", entity.id);
                self.builder.locate(ErrorKind::Cell { column: "id".into(), message }, entity.origin)
            })?;
            let new = EntityRow {
                id: self.text.add(entity.id)?,
                name_len: self.text.add(entity.name)?.len,
                traits: traits.row(TraitsRow {
                    owner: if entity.owner.is_empty() { NONE } else { self.row(entity.owner, entity.origin)? },
                    valid_from: bits(entity.valid.from()),
                    valid_to: bits(entity.valid.to()),
                    functions: entity.functions,
                }),
                kind: u8::try_from(kind).map_err(|_| Error::new(ErrorKind::TooMany("kinds", 256)))?,
                ..empty
            };
            let row = self.ids.rows[number] as usize;
            self.tables.entities.set(row, new);
            self.tables.entity_origins.note(row, entity.origin, count);
            names.push(new.name());
        }
        self.tables.traits = traits.rows;
        Ok(names)
    }

    /// The number of the kind of an id, if it is one; `last` is that of the id before.
    fn kind(&mut self, id: &str, last: usize) -> Option<usize> {
        let kinds = &mut self.tables.kinds;
        let key_of = |kind: &str| id.strip_prefix(kind)?.strip_prefix(':').filter(|key| !key.is_empty());
        // Those of one kind often come together.
        if key_of(kinds[last].as_str()).is_some() {
            return Some(last);
        }
        let (name, _) = id.split_once(':').filter(|(kind, key)| !kind.is_empty() && !key.is_empty())?;
        Some(kinds.iter().position(|known| known.as_str() == name).unwrap_or_else(|| {
            kinds.push(EntityKind::from_name(name));
            kinds.len() - 1
        }))
    }

    /// Properties: those that some entity has.
    fn properties(&mut self) -> Result<(), Error> {
        let (store, tables) = (&self.builder.store, &mut self.tables);
        if store.value_count() == 0 {
            return Ok(());
        }
        let mut rows = vec![NONE; store.value_count()];
        for (row, &number) in self.ids.order.iter().enumerate() {
            tables.entities.change(row, |entity| entity.first_property = tables.property_of.len() as u32);
            for &value in store.property_values(number) {
                let row = &mut rows[value as usize];
                if *row == NONE {
                    *row = tables.properties.len() as u32;
                    let (name, value) = store.value(value);
                    tables.properties.push(PropertyRow { name: self.text.put(name)?, value: self.text.put(value)? });
                }
                tables.property_of.push(*row);
            }
        }
        tables.property_of.shrink_to_fit();
        tables.properties.shrink_to_fit();
        Ok(())
    }

    /// Names of files.
    fn files(&mut self) -> Result<(), Error> {
        for file in &self.builder.files {
            self.tables.files.push(self.text.put(file)?);
        }
        Ok(())
    }

    fn tenures(&mut self) -> Result<(), Error> {
        let mut rows = Vec::with_capacity(self.builder.tenures.len());
        for tenure in &self.builder.tenures {
            rows.push(TenureRow {
                official: self.row(&tenure.official, tenure.origin)?,
                office: self.row(&tenure.office, tenure.origin)?,
                from: bits(tenure.interval.from()),
                to: bits(tenure.interval.to()),
                horizon: bits(tenure.horizon),
                role: self.text.put(&tenure.role)?,
                doubt: self.text.put(&tenure.doubt)?,
                source: self.text.put(&tenure.source)?,
                origin: tenure.origin,
            });
        }
        rows.sort_by_key(|row| (row.office, row.from, row.official));
        self.tables.tenures_of = numbers_by(&rows, |row| (row.official, row.from));
        self.tables.tenures = rows.into_iter().collect();
        Ok(())
    }

    fn memberships(&mut self) -> Result<(), Error> {
        let mut rows = Vec::with_capacity(self.builder.memberships.len());
        for membership in &self.builder.memberships {
            rows.push(MembershipRow {
                group: self.row(&membership.group, membership.origin)?,
                member: self.row(&membership.member, membership.origin)?,
                from: bits(membership.interval.from()),
                to: bits(membership.interval.to()),
                role: self.text.put(&membership.role)?,
                source: self.text.put(&membership.source)?,
                origin: membership.origin,
            });
        }
        rows.sort_by_key(|row| (row.group, row.member, row.from));
        self.tables.memberships_of = numbers_by(&rows, |row| (row.member, row.group));
        self.tables.memberships = rows.into_iter().collect();
        Ok(())
    }

    /// The words and phrases of the context rules.
    fn words(&mut self) -> Result<(), Error> {
        let words = self.builder.words.iter();
        let mut words: Vec<(String, u8, &str)> =
            words.filter_map(|(word, list, code)| Some((fold::fold(word)?, *list as u8, code.as_str()))).collect();
        words.sort_unstable();
        words.dedup_by(|a, b| (&a.0, a.1) == (&b.0, b.1));
        for (word, list, code) in &words {
            self.tables.words.push(WordRow { word: self.text.put(word)?, list: *list, code: self.text.put(code)? });
        }
        Ok(())
    }

    /// Role terms.
    fn roles(&mut self) -> Result<(), Error> {
        let roles = self.builder.roles.iter();
        let mut roles: Vec<(String, &RoleRecord)> = roles.filter_map(|role| Some((fold::fold(&role.term)?, role))).collect();
        roles.sort_by(|a, b| (&a.0, a.1.scope).cmp(&(&b.0, b.1.scope)));
        for (folded, role) in &roles {
            self.tables.roles.push(RoleRow {
                term: self.text.put(folded)?,
                text: self.text.put(&role.term)?,
                keys: self.text.put(&role.keys)?,
                functions: role.functions,
                scope: role.scope,
                case: role.case as u8,
                origin: role.origin,
            });
        }
        Ok(())
    }

    /// The row of an id that something names.
    fn row(&mut self, id: &str, origin: u32) -> Result<u32, Error> {
        self.ids.row(id).ok_or_else(|| self.builder.locate(ErrorKind::UnknownId(id.into()), origin))
    }
}

impl Tables {
    /// Fills `alias_of` and `first_alias`.
    fn list_aliases_by_entity(&mut self) {
        let mut next = vec![0; self.entities.len() + 1];
        for alias in self.aliases.iter().filter(|alias| alias.entity != NONE) {
            next[alias.entity as usize + 1] += 1;
        }
        for i in 1..next.len() {
            next[i] += next[i - 1];
        }
        for (i, &first_alias) in (0..self.entities.len()).zip(&next) {
            self.entities.change(i, |row| row.first_alias = first_alias);
        }
        let mut alias_of = vec![0; next.last().copied().unwrap_or(0) as usize];
        for first in (0..self.aliases.len()).step_by(TOGETHER) {
            let rows = self.aliases.slice(first..self.aliases.len().min(first + TOGETHER));
            fetch(rows, |row| {
                next.get(row.entity as usize).and_then(|&place| alias_of.get(place as usize)).map_or(0, |&alias| alias as u8)
            });
            for (alias, row) in (first as u32..).zip(rows).filter(|(_, row)| row.entity != NONE) {
                let place = &mut next[row.entity as usize];
                alias_of[*place as usize] = alias;
                *place += 1;
            }
        }
        self.alias_of = alias_of.into_iter().collect();
    }
}

/// Rows of which equal ones are kept once.
#[derive(Default)]
struct Distinct {
    rows: Rows<TraitsRow>,
    known: HashMap<TraitsRow, u32>,
    last: Option<(TraitsRow, u32)>,
}

impl Distinct {
    /// The number of a row, which is added if it is new.
    fn row(&mut self, row: TraitsRow) -> u32 {
        if let Some((last, number)) = self.last
            && last == row
        {
            return number;
        }
        let number = *self.known.entry(row).or_insert_with(|| {
            self.rows.push(row);
            self.rows.len() as u32 - 1
        });
        self.last = Some((row, number));
        number
    }
}

/// The numbers of rows, sorted by something of the rows.
fn numbers_by<T, K: Ord>(rows: &[T], key_of: impl Fn(&T) -> K) -> Rows<u32> {
    let mut numbers: Vec<u32> = (0..rows.len() as u32).collect();
    numbers.sort_by_key(|&i| key_of(&rows[i as usize]));
    numbers.into_iter().collect()
}
