//! Entities and aliases of a builder → who is who, and the keys by which texts are matched, in the order of the tables.

use std::mem::take;

use super::build::{GazetteerBuilder, usual_case};
use super::intern::{Interner, Seed};
use super::rows::{KeyRow, NONE, Rows, Str};
use super::sort;
use super::store::{AliasSaid, Store};
use crate::error::{Error, ErrorKind};
use crate::fold;
use crate::kind::{AliasKind, CasePolicy, Policy};
use crate::variants;

/// Entities in the order of their ids, and where each stands.
pub(super) struct Ids<'b> {
    store: &'b Store,
    /// Their numbers in the store.
    pub(super) order: Vec<u32>,
    /// The other way round: the row of each number.
    pub(super) rows: Vec<u32>,
    /// A hash table of rows, at most half full, with another part of the hash; made when the first id is looked for.
    slots: Vec<(u32, u32)>,
    seed: Seed,
}

impl<'b> Ids<'b> {
    /// Sorts entities; if two have one id, tells which.
    pub(super) fn new(store: &'b Store) -> Result<Self, (u32, u32)> {
        let sort::Order { numbers: order, twins } = sort::order(store.entity_count(), |number| store.id_bytes(number));
        if let Some(twins) = twins {
            return Err(twins);
        }
        let mut rows = vec![0; order.len()];
        for (row, &number) in (0..).zip(&order) {
            rows[number as usize] = row;
        }
        Ok(Ids { store, order, rows, slots: Vec::new(), seed: Seed::default() })
    }

    /// The row of an alias's entity.
    fn row_of_alias(&mut self, alias: u32) -> Option<u32> {
        match self.store.entity_of_alias(alias) {
            Some(number) => Some(self.rows[number as usize]),
            None => self.row(self.store.alias(alias).id),
        }
    }

    /// The row of an id.
    pub(super) fn row(&mut self, id: &str) -> Option<u32> {
        if self.slots.is_empty() {
            self.slots = vec![(NONE, 0); (2 * self.order.len() + 1).next_power_of_two()];
            for row in 0..self.order.len() as u32 {
                let hash = self.seed.hash(self.id(row));
                // They differ, so that the first empty slot is right.
                let slot = self.slot(hash, |_| false);
                self.slots[slot] = (row, (hash >> 32) as u32);
            }
        }
        let slot = self.slot(self.seed.hash(id.as_bytes()), |row| self.id(row) == id.as_bytes());
        Some(self.slots[slot].0).filter(|&row| row != NONE)
    }

    /// The bytes of the id of a row.
    fn id(&self, row: u32) -> &'b [u8] {
        self.store.id_bytes(self.order[row as usize])
    }

    /// Where something with a hash stands in the hash table, or would.
    fn slot(&self, hash: u64, is: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].0 != NONE && !(self.slots[slot].1 == (hash >> 32) as u32 && is(self.slots[slot].0)) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// An alias with its entity (or [`NONE`] for a decoy), its folded form and what was said of it: all that its row needs, in one place.
#[derive(Clone, Copy)]
pub(super) struct Keyed {
    /// Where the key stands in the text of all keys.
    key: Str,
    /// Where it is written.
    pub(super) place: Str,
    written: Written,
    pub(super) entity: u32,
    pub(super) condition: u32,
    pub(super) origin: u32,
    pub(super) kind: AliasKind,
    pub(super) case: CasePolicy,
    pub(super) policy: Policy,
    pub(super) priority: i8,
}

/// In which text an alias is written.
#[derive(Clone, Copy)]
enum Written {
    /// In the store.
    InStore,
    /// As the name of its entity, which is in the table already.
    AsName,
    /// As one of the variants, whose number its place is.
    Anew,
}

impl Keyed {
    /// The same as a variant.
    fn written_anew(self, number: usize) -> Self {
        Keyed { place: Str { at: number as u32, len: 0 }, written: Written::Anew, ..self }
    }

    /// Which of several aliases with one key comes first: higher priority, one that always counts, a whole name rather than a part of
    /// one, then the order of kinds and of ids. Decoys come last, but for their priority.
    fn preference(&self) -> impl Ord + use<> {
        let part = matches!(self.kind, AliasKind::Surname | AliasKind::Given);
        // Rows stand in the order of ids.
        (-i16::from(self.priority), self.entity == NONE, self.policy, part, self.kind, self.entity)
    }
}

/// Every alias with its entity and key.
pub(super) struct Aliases<'b> {
    store: &'b Store,
    /// In the end in the order of keys and, within a key, of preference.
    pub(super) keyed: Vec<Keyed>,
    /// Other spellings of aliases.
    variants: Vec<String>,
    /// The text of all keys.
    pub(super) folded: String,
}

impl<'b> Aliases<'b> {
    /// The aliases of a builder; `names` is where the table has the names of its entities, by their numbers.
    pub(super) fn of(builder: &'b GazetteerBuilder, ids: &mut Ids<'b>, names: &[Str]) -> Result<Self, Error> {
        let store = &builder.store;
        let count = store.alias_count() + store.decoy_count() + store.entity_count();
        let (keyed, folded) = (Vec::with_capacity(count), String::with_capacity(store.text_len()));
        let mut all = Aliases { store, keyed, variants: Vec::new(), folded };
        for (number, alias) in (0..).zip(store.aliases()) {
            let Some(row) = ids.row_of_alias(number) else {
                return Err(builder.locate(ErrorKind::UnknownId(alias.id.into()), alias.origin));
            };
            let entity = ids.order[row as usize];
            let name = Some(names[entity as usize]).filter(|_| store.name(entity) == alias.text);
            all.add(builder, row, alias, name)?;
        }
        for ((entity, &row), &name) in store.entities().zip(&ids.rows).zip(names) {
            // Offices are composed from their parts by the context rules.
            if !entity.unnamed && !entity.id.starts_with("office:") {
                all.add(builder, row, AliasSaid::name(entity), Some(name))?;
            }
        }
        for decoy in store.decoys() {
            all.add(builder, NONE, decoy, None)?;
        }
        Ok(all)
    }

    fn add(&mut self, builder: &GazetteerBuilder, entity: u32, said: AliasSaid<'_>, name: Option<Str>) -> Result<(), Error> {
        let AliasSaid { text, place, kind, policy, priority, condition, origin, .. } = said;
        let case = said.case.unwrap_or_else(|| usual_case(text));
        let (place, written) = name.map_or((place, Written::InStore), |name| (name, Written::AsName));
        let key = Str::default();
        let keyed = Keyed { key, place, entity, condition, origin, kind, case, policy, priority, written };
        if !self.push(keyed, text)? {
            let message = format!("{text:?} has no letter or digit to match, or a blank line");
            return Err(builder.locate(ErrorKind::Cell { column: "alias".into(), message }, origin));
        }
        if let Some(variant) = variants::without_abbreviation_dots(text) {
            let case = said.case.unwrap_or_else(|| usual_case(&variant));
            self.push(Keyed { case, ..keyed.written_anew(self.variants.len()) }, &variant)?;
            self.variants.push(variant);
        }
        Ok(())
    }

    /// Adds an alias with its key; tells whether anything can match it.
    fn push(&mut self, alias: Keyed, text: &str) -> Result<bool, Error> {
        let at = self.folded.len();
        if !fold::fold_plain(text, &mut self.folded) {
            let Some(key) = fold::fold(text) else { return Ok(false) };
            self.folded.push_str(&key);
        }
        let (Ok(at), Ok(end)) = (u32::try_from(at), u32::try_from(self.folded.len())) else {
            return Err(Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))));
        };
        self.keyed.push(Keyed { key: Str { at, len: end - at }, ..alias });
        Ok(true)
    }

    /// Sorts aliases, and writes their keys end to end to `text`; of doubles the one added first stays.
    pub(super) fn sort(&mut self, text: &mut Interner) -> Result<Rows<KeyRow>, Error> {
        let (keyed, folded) = (take(&mut self.keyed), take(&mut self.folded));
        let key = |i: u32| keyed[i as usize].key.at as usize..(keyed[i as usize].key.at + keyed[i as usize].key.len) as usize;
        let order = sort::order(keyed.len(), |i| &folded.as_bytes()[key(i)]).numbers;
        self.keyed.reserve(keyed.len());
        let mut keys = Rows::with_capacity(order.len());
        let (mut last, mut first) = (Str::default(), 0);
        for i in order {
            if text.str(last) != &folded[key(i)] {
                self.settle(first, text);
                (last, first) = (text.add(&folded[key(i)])?, self.keyed.len());
                keys.push(KeyRow { text: last, first_alias: first as u32 });
            }
            self.keyed.push(keyed[i as usize]);
        }
        self.settle(first, text);
        keys.shrink_to_fit();
        Ok(keys)
    }

    /// Leaves out doubles among the aliases from `first` on, which have one key, and puts them in the order of preference.
    fn settle(&mut self, first: usize, table: &Interner) {
        if self.keyed.len() - first < 2 {
            return;
        }
        // An exact alias and a capitalized one may share a key; other doubles add nothing.
        let identity = |alias: &Keyed| (alias.entity, alias.case == CasePolicy::Exact);
        self.keyed[first..].sort_by_key(identity);
        let mut kept = first;
        for at in first + 1..self.keyed.len() {
            let (last, alias) = (self.keyed[kept], self.keyed[at]);
            if identity(&last) != identity(&alias) {
                kept += 1;
                self.keyed[kept] = alias;
            } else if small_words(self.text(&alias, table)) > small_words(self.text(&last, table)) {
                // `Yoon Suk-yeol` beside `Yoon Suk Yeol`: the spelling with fewer capitals admits the other, too.
                let text = self.text(&alias, table).to_owned();
                self.keyed[kept] = last.written_anew(self.variants.len());
                self.variants.push(text);
            }
        }
        self.keyed.truncate(kept + 1);
        self.keyed[first..].sort_by_key(Keyed::preference);
    }

    /// An alias as it is written; `table` is the text of the table.
    fn text<'a>(&'a self, alias: &Keyed, table: &'a Interner) -> &'a str {
        self.own_text(alias).unwrap_or_else(|| table.str(alias.place))
    }

    /// An alias as it is written, unless that is the name of its entity.
    pub(super) fn own_text(&self, alias: &Keyed) -> Option<&str> {
        match alias.written {
            Written::InStore => Some(self.store.str(alias.place)),
            Written::AsName => None,
            Written::Anew => Some(&self.variants[alias.place.at as usize]),
        }
    }
}

/// How many words of an alias start with a small letter.
fn small_words(alias: &str) -> usize {
    alias.split([' ', '-']).filter(|word| word.starts_with(char::is_lowercase)).count()
}
