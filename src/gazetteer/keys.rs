//! Entities and aliases of a builder → who is who, and the keys by which texts are matched, in the order of the tables.

use super::build::{GazetteerBuilder, usual_case};
use super::intern::Seed;
use super::records::{AliasRecord, Conditions, EntityRecord};
use super::rows::NONE;
use crate::error::{Error, ErrorKind};
use crate::fold;
use crate::kind::{AliasKind, CasePolicy, Policy};
use crate::variants;

/// Entities in the order of their ids, and where each stands.
pub(super) struct Ids<'b> {
    pub(super) entities: Vec<&'b EntityRecord>,
    /// A hash table of rows of `entities`, at most half full.
    slots: Vec<u32>,
    seed: Seed,
}

impl<'b> Ids<'b> {
    /// Sorts entities; if two have one id, tells which.
    pub(super) fn new(entities: &'b [EntityRecord]) -> Result<Self, (&'b EntityRecord, &'b EntityRecord)> {
        let size = (2 * entities.len() + 1).next_power_of_two();
        let mut ids = Ids { entities: by_id(entities), slots: vec![NONE; size], seed: Seed::default() };
        for row in 0..ids.entities.len() {
            let entity = ids.entities[row];
            let slot = ids.slot(&entity.id);
            if let Some(same) = ids.entities.get(ids.slots[slot] as usize) {
                return Err((same, entity));
            }
            ids.slots[slot] = row as u32;
        }
        Ok(ids)
    }

    /// The row of an id.
    pub(super) fn row(&self, id: &str) -> Option<u32> {
        Some(self.slots[self.slot(id)]).filter(|&row| row != NONE)
    }

    /// Where an id stands in the hash table, or would.
    fn slot(&self, id: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = self.seed.hash(id.as_bytes()) as usize & mask;
        while let Some(entity) = self.entities.get(self.slots[slot] as usize)
            && entity.id != id
        {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// Entities in the order of their ids, then in that of their being added.
fn by_id(entities: &[EntityRecord]) -> Vec<&EntityRecord> {
    // What all ids begin with tells nothing.
    let common = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let skip = entities.windows(2).map(|pair| common(&pair[0].id, &pair[1].id)).min().unwrap_or(0);
    let mut order: Vec<(u128, u32)> =
        entities.iter().zip(0..).map(|(entity, i)| (prefix(entity.id.as_bytes().get(skip..).unwrap_or_default()), i)).collect();
    order.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| entities[a.1 as usize].id.cmp(&entities[b.1 as usize].id)).then(a.1.cmp(&b.1))
    });
    order.iter().map(|&(_, i)| &entities[i as usize]).collect()
}

/// The first sixteen bytes, as a number that sorts as they do.
fn prefix(bytes: &[u8]) -> u128 {
    let mut first = [0; 16];
    let len = bytes.len().min(16);
    first[..len].copy_from_slice(&bytes[..len]);
    u128::from_be_bytes(first)
}

/// Where an alias was said.
#[derive(Clone, Copy)]
enum Source {
    /// A row of the builder's aliases.
    Alias(u32),
    /// In the record of an entity: its row, and the number of the alias there.
    Own(u32, u32),
    /// It is the name of an entity.
    Name(u32),
    /// A row of the builder's decoys.
    Decoy(u32),
    /// Another spelling of an alias: a row of [`Aliases::variants`].
    Variant(u32),
}

/// An alias, wherever it was said.
pub(super) struct Said<'a> {
    pub(super) text: &'a str,
    pub(super) kind: AliasKind,
    case: Option<CasePolicy>,
    pub(super) policy: Policy,
    pub(super) priority: i8,
    pub(super) conditions: Option<&'a Conditions>,
    pub(super) origin: u32,
}

impl<'a> From<&'a AliasRecord> for Said<'a> {
    fn from(record: &'a AliasRecord) -> Self {
        Said {
            text: &record.text,
            kind: record.kind,
            case: record.case,
            policy: record.policy,
            priority: record.priority,
            conditions: record.conditions.as_deref(),
            origin: record.origin,
        }
    }
}

/// An alias with its entity (or [`NONE`] for a decoy) and its folded form.
#[derive(Clone, Copy)]
pub(super) struct Keyed {
    /// Where the key stands in the text of all.
    at: u32,
    len: u32,
    pub(super) entity: u32,
    pub(super) case: CasePolicy,
    /// Whether it is written as the entity's name.
    pub(super) is_name: bool,
    source: Source,
}

impl Keyed {
    /// An alias whose key is not known yet.
    fn new(entity: u32, text: &str, case: Option<CasePolicy>, source: Source) -> Self {
        Keyed { at: 0, len: 0, entity, case: case.unwrap_or_else(|| usual_case(text)), is_name: false, source }
    }

    fn is_exact(&self) -> bool {
        self.case == CasePolicy::Exact
    }
}

/// Every alias with its entity and key, in the order of keys and, within a key, of preference.
pub(super) struct Aliases<'b> {
    builder: &'b GazetteerBuilder,
    entities: &'b [&'b EntityRecord],
    pub(super) keyed: Vec<Keyed>,
    variants: Vec<(String, Source)>,
    /// The text of all keys.
    pub(super) folded: String,
}

impl<'b> Aliases<'b> {
    pub(super) fn of(builder: &'b GazetteerBuilder, ids: &'b Ids<'b>) -> Result<Self, Error> {
        let entities = &ids.entities[..];
        let count = builder.aliases.len()
            + builder.decoys.len()
            + entities.len()
            + entities.iter().map(|entity| entity.aliases.len()).sum::<usize>();
        let mut all =
            Aliases { builder, entities, keyed: Vec::with_capacity(count), variants: Vec::new(), folded: String::new() };
        all.folded.reserve(builder.aliases.iter().map(|(_, alias)| alias.text.len()).sum());
        let mut last = (NONE, "");
        for (i, (id, alias)) in (0..).zip(&builder.aliases) {
            if last.1 != id || last.0 == NONE {
                let row = ids.row(id).ok_or_else(|| builder.locate(ErrorKind::UnknownId(id.clone()), alias.origin))?;
                last = (row, id);
            }
            all.add(last.0, Source::Alias(i))?;
        }
        for (row, entity) in (0..).zip(entities) {
            for i in 0..entity.aliases.len() as u32 {
                all.add(row, Source::Own(row, i))?;
            }
            // Offices are composed from their parts by the context rules.
            if !entity.unnamed && !entity.id.starts_with("office:") {
                all.add(row, Source::Name(row))?;
            }
        }
        for i in 0..builder.decoys.len() as u32 {
            all.add(NONE, Source::Decoy(i))?;
        }
        all.sort();
        Ok(all)
    }

    fn add(&mut self, entity: u32, source: Source) -> Result<(), Error> {
        let Aliases { builder, entities, keyed, variants, folded } = self;
        let Said { text, case, origin, .. } = said(builder, entities, variants, source);
        let variant = variants::without_abbreviation_dots(text);
        let is_name = entities.get(entity as usize).is_some_and(|entity| entity.name == text);
        if !push(keyed, folded, Keyed { is_name, ..Keyed::new(entity, text, case, source) }, text)? {
            let message = format!("{text:?} has no letter or digit to match, or a blank line");
            return Err(builder.locate(ErrorKind::Cell { column: "alias".into(), message }, origin));
        }
        if let Some(variant) = variant {
            push(keyed, folded, Keyed::new(entity, &variant, case, Source::Variant(variants.len() as u32)), &variant)?;
            variants.push((variant, source));
        }
        Ok(())
    }

    /// Sorts aliases; of doubles the one added first stays.
    fn sort(&mut self) {
        let Aliases { builder, entities, keyed, variants, folded } = self;
        let key = |alias: &Keyed| &folded.as_bytes()[alias.at as usize..][..alias.len as usize];
        let mut order: Vec<(u128, u32)> = keyed.iter().zip(0..).map(|(alias, i)| (prefix(key(alias)), i)).collect();
        order.sort_unstable_by(|a, b| {
            let (x, y) = (&keyed[a.1 as usize], &keyed[b.1 as usize]);
            let rest = || (x.entity, x.is_exact(), a.1).cmp(&(y.entity, y.is_exact(), b.1));
            a.0.cmp(&b.0).then_with(|| key(x).cmp(key(y)).then_with(rest))
        });
        // An exact alias and a capitalized one may share a key; other doubles add nothing.
        let mut sorted: Vec<Keyed> = Vec::with_capacity(keyed.len());
        for &(_, i) in &order {
            let alias = keyed[i as usize];
            let same = |last: &&mut Keyed| {
                (last.entity, last.is_exact()) == (alias.entity, alias.is_exact()) && key(last) == key(&alias)
            };
            let Some(last) = sorted.last_mut().filter(same) else {
                sorted.push(alias);
                continue;
            };
            // `Yoon Suk-yeol` beside `Yoon Suk Yeol`: the spelling with fewer capitals admits the other, too.
            let text = said(builder, entities, variants, alias.source).text;
            if small_words(text) > small_words(said(builder, entities, variants, last.source).text) {
                let respelled = (text.to_owned(), last.source);
                (last.source, last.is_name) = (Source::Variant(variants.len() as u32), false);
                variants.push(respelled);
            }
        }
        drop(order);
        let rank = |alias: &Keyed| preference(alias, &said(builder, entities, variants, alias.source), entities);
        for same in sorted.chunk_by_mut(|a, b| key(a) == key(b)).filter(|same| same.len() > 1) {
            same.sort_by_key(rank);
        }
        self.keyed = sorted;
    }

    /// What was said of an alias.
    pub(super) fn said(&self, alias: &Keyed) -> Said<'_> {
        said(self.builder, self.entities, &self.variants, alias.source)
    }

    /// The key of an alias.
    pub(super) fn key(&self, alias: &Keyed) -> &str {
        &self.folded[alias.at as usize..][..alias.len as usize]
    }
}

/// Adds an alias with its key; tells whether anything can match it.
fn push(keyed: &mut Vec<Keyed>, folded: &mut String, alias: Keyed, text: &str) -> Result<bool, Error> {
    let at = folded.len();
    if !fold::fold_plain(text, folded) {
        let Some(key) = fold::fold(text) else { return Ok(false) };
        folded.push_str(&key);
    }
    let (Ok(at), Ok(end)) = (u32::try_from(at), u32::try_from(folded.len())) else {
        return Err(Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))));
    };
    keyed.push(Keyed { at, len: end - at, ..alias });
    Ok(true)
}

/// What was said of an alias, wherever that was.
fn said<'a>(
    builder: &'a GazetteerBuilder,
    entities: &[&'a EntityRecord],
    variants: &'a [(String, Source)],
    source: Source,
) -> Said<'a> {
    match source {
        Source::Alias(i) => Said::from(&builder.aliases[i as usize].1),
        Source::Own(entity, i) => Said::from(&entities[entity as usize].aliases[i as usize]),
        Source::Decoy(i) => Said::from(&builder.decoys[i as usize]),
        Source::Name(entity) => {
            let EntityRecord { name, origin, .. } = entities[entity as usize];
            let (kind, policy) = (AliasKind::Name, Policy::Always);
            Said { text: name, kind, case: None, policy, priority: 0, conditions: None, origin: *origin }
        }
        Source::Variant(row) => {
            let (text, source) = &variants[row as usize];
            Said { text, ..said(builder, entities, variants, *source) }
        }
    }
}

/// Which of several aliases with one key comes first: higher priority, one that always counts, a whole name rather than a part of one,
/// then the order of kinds and of ids. Decoys come last, but for their priority.
fn preference(alias: &Keyed, said: &Said<'_>, entities: &[&EntityRecord]) -> impl Ord + use<> {
    let part = matches!(said.kind, AliasKind::Surname | AliasKind::Given);
    // Rows stand in the order of ids.
    let row = if (alias.entity as usize) < entities.len() { alias.entity } else { 0 };
    (-i16::from(said.priority), alias.entity == NONE, said.policy, part, said.kind, row)
}

/// How many words of an alias start with a small letter.
fn small_words(alias: &str) -> usize {
    alias.split([' ', '-']).filter(|word| word.starts_with(char::is_lowercase)).count()
}
