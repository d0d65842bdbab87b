//! Aliases of a builder → the keys by which texts are matched, and the rows of aliases in their order.

use super::builder::GazetteerBuilder;
use super::conditions::condition_row;
use super::ids::Ids;
use super::intern::Interner;
use super::records::usual_case;
use super::rows::{AliasRow, MANY, NONE, Rows, Str};
use super::store::{AliasSaid, Store};
use super::{Tables, sort};
use crate::error::{Error, ErrorKind};
use crate::fetch::{TOGETHER, fetch};
use crate::fold;
use crate::kind::{AliasKind, CasePolicy, Policy};
use crate::variants;

/// An alias with its entity (or [`NONE`] for a decoy) and what was said of it: all that its row needs.
#[derive(Clone, Copy)]
struct Keyed {
    /// Where it is written.
    place: Str,
    written: Written,
    entity: u32,
    condition: u32,
    origin: u32,
    kind: AliasKind,
    case: CasePolicy,
    policy: Policy,
    priority: i8,
}

/// In which text an alias is written.
#[derive(Clone, Copy)]
enum Written {
    /// In the store.
    InStore,
    /// As the name of its entity, which is in the tables already.
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

/// Every alias with its entity and key, in the order in which they were added.
pub(super) struct Aliases<'b> {
    store: &'b Store,
    keyed: Vec<Keyed>,
    /// Their keys, number for number: places in `folded`.
    keys: Vec<Str>,
    folded: String,
    /// Other spellings of aliases.
    variants: Vec<String>,
}

impl<'b> Aliases<'b> {
    /// The aliases of a builder; `names` is where the tables have the names of its entities, by their numbers.
    pub(super) fn of(builder: &'b GazetteerBuilder, ids: &mut Ids<'b>, names: &[Str]) -> Result<Self, Error> {
        let store = &builder.store;
        let count = store.alias_count() + store.decoy_count() + store.entity_count();
        let (keyed, keys, folded) =
            (Vec::with_capacity(count), Vec::with_capacity(count), String::with_capacity(store.text_len()));
        let mut all = Aliases { store, keyed, keys, folded, variants: Vec::new() };
        for (number, alias) in (0..).zip(store.aliases()) {
            let Some(row) = ids.row_of_alias(number) else {
                return Err(builder.locate(ErrorKind::UnknownId(alias.id.into()), alias.origin));
            };
            let entity = ids.order[row as usize];
            let name = Some(names[entity as usize]).filter(|_| store.name(entity) == alias.text);
            all.add(builder, row, alias, name)?;
        }
        for ((number, &row), &name) in (0..).zip(&ids.rows).zip(names) {
            if let Some(alias) = store.name_as_alias(number) {
                all.add(builder, row, alias, Some(name))?;
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
        let keyed = Keyed { place, entity, condition, origin, kind, case, policy, priority, written };
        // Plain words have no dots that a text may leave out.
        if fold::fold_plain(text, &mut self.folded) {
            return self.push(keyed);
        }
        if !fold::fold_onto(text, &mut self.folded) {
            let message = format!("{text:?} has no letter or digit to match, or a blank line");
            return Err(builder.locate(ErrorKind::Cell { column: "alias".into(), message }, origin));
        }
        self.push(keyed)?;
        if let Some(variant) = variants::without_abbreviation_dots(text)
            && fold::fold_onto(&variant, &mut self.folded)
        {
            let case = said.case.unwrap_or_else(|| usual_case(&variant));
            self.push(Keyed { case, ..keyed.written_anew(self.variants.len()) })?;
            self.variants.push(variant);
        }
        Ok(())
    }

    /// Adds an alias whose key has been appended.
    fn push(&mut self, alias: Keyed) -> Result<(), Error> {
        let at = self.keys.last().map_or(0, |last| last.at + last.len);
        let end =
            u32::try_from(self.folded.len()).map_err(|_| Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))))?;
        self.keyed.push(alias);
        self.keys.push(Str { at, len: end - at });
        Ok(())
    }

    /// The key of an alias.
    fn key(&self, number: u32) -> &str {
        let Str { at, len } = self.keys[number as usize];
        &self.folded[at as usize..][..len as usize]
    }

    /// Writes keys in their order to the tables, and the aliases of each in the order of preference; of doubles the one added first stays.
    pub(super) fn write(mut self, tables: &mut Tables, text: &mut Interner) -> Result<(), Error> {
        text.text.reserve_exact(self.folded.len());
        (tables.keys, tables.aliases) = (Rows::with_capacity(self.keyed.len()), Rows::with_capacity(self.keyed.len()));
        let order = sort::order(self.keys.len(), |number| self.key(number).as_bytes()).numbers;
        let (mut last, mut alike) = (Str::default(), Vec::new());
        for numbers in order.chunks(TOGETHER) {
            fetch(numbers, |&number| {
                let alias = &self.keyed[number as usize];
                self.key(number).as_bytes().first().map_or(0, |&b| b) | alias.place.at as u8 | entity_kind(tables, alias.entity)
            });
            for &number in numbers {
                let key = self.key(number);
                if text.str(last) != key {
                    self.write_alike(last, &mut alike, tables, text)?;
                    last = text.add(self.key(number))?;
                }
                alike.push(self.keyed[number as usize]);
            }
        }
        self.write_alike(last, &mut alike, tables, text)?;
        tables.alias_origins.truncate(tables.aliases.len());
        for table in [&mut tables.keys.bytes, &mut tables.aliases.bytes, &mut tables.alias_origins.bytes] {
            table.to_mut().shrink_to_fit();
        }
        Ok(())
    }

    /// Writes the aliases of a key, and forgets them.
    fn write_alike(&mut self, key: Str, alike: &mut Vec<Keyed>, tables: &mut Tables, text: &mut Interner) -> Result<(), Error> {
        if alike.len() > 1 {
            self.settle(alike, text);
        }
        let (first, count) = (tables.aliases.len(), alike.len());
        for alias in alike.drain(..) {
            let condition = match self.store.conditions(alias.condition) {
                Some(conditions) => {
                    tables.conditions.push(condition_row(conditions, text)?);
                    tables.conditions.len() as u32 - 1
                }
                None => NONE,
            };
            let known = tables.aliases.len();
            let place = match self.own_text(&alias) {
                None => alias.place,
                // Whatever is written alike has one key, so that no other text need be looked at; and not all of those.
                Some(own) => {
                    let mut near = (first..known).rev().take(8).map(|row| tables.aliases.at(row).text);
                    match near.find(|&near| text.str(near) == own) {
                        Some(same) => same,
                        None => text.add(own)?,
                    }
                }
            };
            tables.keys.push(key);
            tables.aliases.push(AliasRow {
                text: place,
                entity: alias.entity,
                condition,
                entity_kind: entity_kind(tables, alias.entity),
                kind: alias.kind as u8,
                case: alias.case as u8,
                policy: alias.policy as u8,
                priority: alias.priority,
                further: u8::try_from(first + count - 1 - known).unwrap_or(MANY),
            });
            tables.alias_origins.note(known, alias.origin, self.keyed.len());
        }
        Ok(())
    }

    /// Leaves out doubles among the aliases of one key, and puts them in the order of preference.
    fn settle(&mut self, alike: &mut Vec<Keyed>, table: &Interner) {
        // An exact alias, a capitalized one and one in any case may share a key; other doubles add nothing.
        let identity = |alias: &Keyed| (alias.entity, alias.case == CasePolicy::Exact, alias.case == CasePolicy::Any);
        alike.sort_by_key(identity);
        let mut kept = 0;
        for at in 1..alike.len() {
            let (last, alias) = (alike[kept], alike[at]);
            if identity(&last) != identity(&alias) {
                kept += 1;
                alike[kept] = alias;
            } else if small_words(self.text(&alias, table)) > small_words(self.text(&last, table)) {
                // `Yoon Suk-yeol` beside `Yoon Suk Yeol`: the spelling with fewer capitals admits the other, too.
                let text = self.text(&alias, table).to_owned();
                alike[kept] = last.written_anew(self.variants.len());
                self.variants.push(text);
            }
        }
        alike.truncate(kept + 1);
        alike.sort_by_key(Keyed::preference);
    }

    /// An alias as it is written; `table` is the text of the tables.
    fn text<'a>(&'a self, alias: &Keyed, table: &'a Interner) -> &'a str {
        self.own_text(alias).unwrap_or_else(|| table.str(alias.place))
    }

    /// An alias as it is written, unless that is the name of its entity.
    fn own_text(&self, alias: &Keyed) -> Option<&str> {
        match alias.written {
            Written::InStore => Some(self.store.str(alias.place)),
            Written::AsName => None,
            Written::Anew => Some(&self.variants[alias.place.at as usize]),
        }
    }
}

/// The number of the kind of an entity; 0 for none.
fn entity_kind(tables: &Tables, entity: u32) -> u8 {
    tables.entities.get(entity as usize).map_or(0, |entity| entity.kind)
}

/// How many words of an alias start with a small letter.
fn small_words(alias: &str) -> usize {
    alias.split([' ', '-']).filter(|word| word.starts_with(char::is_lowercase)).count()
}

#[cfg(test)]
mod tests {
    /// More aliases of one key than its rows count.
    #[test]
    fn a_name_of_very_many() {
        let mut builder = crate::Gazetteer::builder();
        let people: String = (0..600).map(|i| format!("person:{i:03}\tJohn Smith\n")).collect();
        builder
            .read_tsv("people", &format!("id\tname\nperson:a\tJohn Smirnov\n{people}person:b\tJohn Smithson\n"))
            .expect("people");
        let gazetteer = builder.build().expect("a gazetteer");
        let tables = &*gazetteer.0;
        assert_eq!(tables.all_keys().collect::<Vec<_>>(), [0, 1, 601]);
        assert_eq!([0, 1, 601].map(|key| tables.aliases_of_key(key)), [0..1, 1..601, 601..602]);
        assert_eq!([0, 1, 2, 400, 600, 601].map(|alias| tables.key_of_alias(alias)), [0, 1, 1, 1, 1, 601]);
        assert_eq!(gazetteer.find("john smith").count(), 600);
        let extractor = crate::Extractor::new(&gazetteer);
        let mention = extractor.extract("said John Smith").next().expect("a mention");
        assert_eq!((mention.id(), mention.rivals().count()), ("person:000", 599));
        assert!(tables.check().is_ok());
    }
}
