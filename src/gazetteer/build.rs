//! Entities and aliases, one by one or by the table → a gazetteer.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::intern::Interner;
use super::keys::{Aliases, Ids};
use super::phrases;
use super::records::{AliasRecord, Conditions, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use super::rows::*;
use super::store::{EntitySaid, NewEntity, Store};
use super::{Gazetteer, Tables, WordList, functions};
use crate::date::{Date, Interval};
use crate::error::{Error, ErrorKind};
use crate::fold;
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};

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
        for office in generated_offices(&self.store, &self.roles) {
            self.store.add(office);
        }
        if self.store.is_full() {
            return Err(Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))));
        }
        let store = &self.store;
        let mut ids = Ids::new(store).map_err(|(a, b)| self.duplicate(store.entity(a), store.entity(b)))?;
        let mut text = Interner::default();
        text.text.reserve_exact(store.text_len());
        let mut tables = Tables {
            text: Cow::Borrowed(""),
            kinds: crate::kind::ENTITY_KINDS.map(|row| row.0).to_vec(),
            data_version: self.data_version.clone(),
            files: Rows::default(),
            entities: Rows::default(),
            entity_origins: Rows::default(),
            traits: Rows::default(),
            alias_of: Rows::default(),
            aliases: Rows::default(),
            alias_origins: Rows::default(),
            keys: Rows::default(),
            conditions: Rows::default(),
            property_of: Rows::default(),
            properties: Rows::default(),
            tenures: Rows::default(),
            tenures_of: Rows::default(),
            memberships: Rows::default(),
            memberships_of: Rows::default(),
            words: Rows::default(),
            roles: Rows::default(),
        };
        let names = self.put_entities(&mut tables, &mut text, &mut ids)?;
        self.put_properties(&mut tables, &mut text, &ids)?;
        for file in &self.files {
            tables.files.push(text.put(file)?);
        }
        let mut aliases = Aliases::of(&self, &mut ids, &names)?;
        drop(names);
        text.text.reserve_exact(aliases.folded.len());
        tables.keys = aliases.sort(&mut text)?;
        tables.aliases = Rows::with_capacity(aliases.keyed.len());
        let mut alias_origins = Vec::with_capacity(aliases.keyed.len());
        for key in 0..tables.keys.len() {
            let first_alias = tables.keys.at(key).first_alias as usize;
            let behind = tables.keys.get(key + 1).map_or(aliases.keyed.len(), |next| next.first_alias as usize);
            for alias in &aliases.keyed[first_alias..behind] {
                let condition = match store.conditions(alias.condition) {
                    Some(conditions) => {
                        tables.conditions.push(condition_row(conditions, &mut text)?);
                        tables.conditions.len() as u32 - 1
                    }
                    None => NONE,
                };
                let known = tables.aliases.len();
                let text = match aliases.own_text(alias) {
                    None => alias.place,
                    // Whatever is written alike has one key, so that no other text need be looked at; and not all of those.
                    Some(own) => {
                        let mut near = (first_alias..known).rev().take(8).map(|row| tables.aliases.at(row).text);
                        match near.find(|&near| text.str(near) == own) {
                            Some(same) => same,
                            None => text.add(own)?,
                        }
                    }
                };
                tables.aliases.push(AliasRow {
                    text,
                    entity: alias.entity,
                    condition,
                    kind: alias.kind as u8,
                    case: alias.case as u8,
                    policy: alias.policy as u8,
                    priority: alias.priority,
                });
                alias_origins.push(alias.origin);
            }
        }
        tables.alias_origins = unless_zero(alias_origins);
        drop(aliases);
        tables.list_aliases_by_entity();

        let mut tenures = Vec::with_capacity(self.tenures.len());
        for tenure in &self.tenures {
            tenures.push(TenureRow {
                official: self.need(&mut ids, &tenure.official, tenure.origin)?,
                office: self.need(&mut ids, &tenure.office, tenure.origin)?,
                from: bits(tenure.interval.from()),
                to: bits(tenure.interval.to()),
                horizon: bits(tenure.horizon),
                role: text.put(&tenure.role)?,
                doubt: text.put(&tenure.doubt)?,
                source: text.put(&tenure.source)?,
                origin: tenure.origin,
            });
        }
        tenures.sort_by_key(|row| (row.office, row.from, row.official));
        tables.tenures_of = numbers_by(&tenures, |row| (row.official, row.from));
        tables.tenures = tenures.into_iter().collect();
        let mut memberships = Vec::with_capacity(self.memberships.len());
        for membership in &self.memberships {
            memberships.push(MembershipRow {
                group: self.need(&mut ids, &membership.group, membership.origin)?,
                member: self.need(&mut ids, &membership.member, membership.origin)?,
                from: bits(membership.interval.from()),
                to: bits(membership.interval.to()),
                role: text.put(&membership.role)?,
                source: text.put(&membership.source)?,
                origin: membership.origin,
            });
        }
        memberships.sort_by_key(|row| (row.group, row.member, row.from));
        tables.memberships_of = numbers_by(&memberships, |row| (row.member, row.group));
        tables.memberships = memberships.into_iter().collect();

        let mut words: Vec<(String, u8, &str)> =
            self.words.iter().filter_map(|(word, list, code)| Some((fold::fold(word)?, *list as u8, code.as_str()))).collect();
        words.sort_unstable();
        words.dedup_by(|a, b| (&a.0, a.1) == (&b.0, b.1));
        for (word, list, code) in &words {
            tables.words.push(WordRow { word: text.put(word)?, list: *list, code: text.put(code)? });
        }
        let mut roles: Vec<(String, &RoleRecord)> =
            self.roles.iter().filter_map(|role| Some((fold::fold(&role.term)?, role))).collect();
        roles.sort_by(|a, b| (&a.0, a.1.scope).cmp(&(&b.0, b.1.scope)));
        for (folded, role) in &roles {
            tables.roles.push(RoleRow {
                term: text.put(folded)?,
                text: text.put(&role.term)?,
                keys: text.put(&role.keys)?,
                functions: role.functions,
                scope: role.scope,
                case: role.case as u8,
                origin: role.origin,
            });
        }
        text.text.shrink_to_fit();
        tables.text = Cow::Owned(text.text);
        Ok(Gazetteer(Arc::new(tables)))
    }

    /// Fills the tables of entities and kinds; gives the places of their names by their numbers.
    ///
    /// Goes by the numbers, in whose order all that is read lies.
    fn put_entities(&self, tables: &mut Tables, text: &mut Interner, ids: &mut Ids<'_>) -> Result<Vec<Str>, Error> {
        let count = ids.order.len();
        let empty = EntityRow { id: Str::default(), name_len: 0, traits: 0, first_alias: 0, first_property: 0, kind: 0 };
        tables.entities = Rows::filled(empty, count);
        let mut origins = vec![0; count];
        let mut names = Vec::with_capacity(count);
        let mut traits = Distinct::default();
        let mut kind = 0;
        for (number, entity) in self.store.entities().enumerate() {
            let Some((name, _)) = entity.id.split_once(':').filter(|(kind, key)| !kind.is_empty() && !key.is_empty()) else {
                let message = format!("{:?} is no id; write kind:key, such as agency:frontex", entity.id);
                return Err(self.locate(ErrorKind::Cell { column: "id".into(), message }, entity.origin));
            };
            // Those of one kind often come together.
            if tables.kinds[kind].as_str() != name {
                kind = tables.kinds.iter().position(|known| known.as_str() == name).unwrap_or(tables.kinds.len());
                if kind == tables.kinds.len() {
                    tables.kinds.push(EntityKind::from_name(name));
                }
            }
            let new = EntityRow {
                id: text.add(entity.id)?,
                name_len: text.add(entity.name)?.len,
                traits: traits.row(TraitsRow {
                    owner: if entity.owner.is_empty() { NONE } else { self.need(ids, entity.owner, entity.origin)? },
                    valid_from: bits(entity.valid.from()),
                    valid_to: bits(entity.valid.to()),
                    functions: entity.functions,
                }),
                kind: u8::try_from(kind).map_err(|_| Error::new(ErrorKind::TooMany("kinds", 256)))?,
                ..empty
            };
            let row = ids.rows[number] as usize;
            tables.entities.change(row, |old| *old = new);
            origins[row] = entity.origin;
            names.push(new.name());
        }
        tables.traits = traits.rows;
        tables.entity_origins = unless_zero(origins);
        Ok(names)
    }

    /// Fills the tables of properties: those that some entity has.
    fn put_properties(&self, tables: &mut Tables, text: &mut Interner, ids: &Ids<'_>) -> Result<(), Error> {
        if self.store.value_count() == 0 {
            return Ok(());
        }
        let mut rows = vec![NONE; self.store.value_count()];
        for (row, &number) in ids.order.iter().enumerate() {
            tables.entities.change(row, |entity| entity.first_property = tables.property_of.len() as u32);
            for &value in self.store.entity(number).property_rows() {
                let row = &mut rows[value as usize];
                if *row == NONE {
                    *row = tables.properties.len() as u32;
                    let (name, value) = self.store.value(value);
                    tables.properties.push(PropertyRow { name: text.put(name)?, value: text.put(value)? });
                }
                tables.property_of.push(*row);
            }
        }
        tables.property_of.shrink_to_fit();
        tables.properties.shrink_to_fit();
        Ok(())
    }

    /// The row of an id that something names.
    fn need(&self, ids: &mut Ids<'_>, id: &str, origin: u32) -> Result<u32, Error> {
        ids.row(id).ok_or_else(|| self.locate(ErrorKind::UnknownId(id.into()), origin))
    }

    pub(super) fn locate(&self, kind: ErrorKind, origin: u32) -> Error {
        let error = Error::new(kind);
        match self.files.get((origin >> 24) as usize) {
            Some(file) if origin & 0xff_ffff != 0 => error.in_file(file).at((origin & 0xff_ffff) as usize, None),
            _ => error,
        }
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
        for (alias, row) in (0..).zip(self.aliases.iter()).filter(|(_, row)| row.entity != NONE) {
            let place = &mut next[row.entity as usize];
            alias_of[*place as usize] = alias;
            *place += 1;
        }
        self.alias_of = alias_of.into_iter().collect();
    }
}

/// What an alias asks of the text around it.
fn condition_row(conditions: &Conditions, text: &mut Interner) -> Result<ConditionRow, Error> {
    let (not_before, not_after) = (fold_list(&conditions.not_before), fold_list(&conditions.not_after));
    Ok(ConditionRow {
        cues: text.put(&fold_list(&conditions.cues))?,
        not_before: text.put(&not_before)?,
        not_after: text.put(&not_after)?,
        lasts: phrases::lasts(&not_before),
        firsts: phrases::firsts(&not_after),
        valid_from: bits(conditions.valid.from()),
        valid_to: bits(conditions.valid.to()),
    })
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

/// A table of numbers; none if all are zero.
fn unless_zero(numbers: Vec<u32>) -> Rows<u32> {
    if numbers.iter().all(|&number| number == 0) { Rows::default() } else { numbers.into_iter().collect() }
}

/// The numbers of rows, sorted by something of the rows.
fn numbers_by<T, K: Ord>(rows: &[T], key_of: impl Fn(&T) -> K) -> Rows<u32> {
    let mut numbers: Vec<u32> = (0..rows.len() as u32).collect();
    numbers.sort_by_key(|&i| key_of(&rows[i as usize]));
    numbers.into_iter().collect()
}

/// The case policy of an alias that names none: exact for short all-capital forms.
pub(crate) fn usual_case(text: &str) -> CasePolicy {
    if text.bytes().any(|b| b.is_ascii_lowercase()) {
        return CasePolicy::Capitalized;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 0 && letters <= 5 && !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase) {
        CasePolicy::Exact
    } else {
        CasePolicy::Capitalized
    }
}

fn bits(date: Option<Date>) -> u32 {
    date.map_or(0, Date::to_bits)
}

/// A list of phrases joined by `;`, each folded; `*Capital`, `*Article`, `*Joined` and `*Sport` stay as they are.
fn fold_list(list: &str) -> String {
    let phrases = list.split(';').map(str::trim).filter(|phrase| !phrase.is_empty());
    let folded = phrases.filter_map(|phrase| match phrase.strip_prefix(',') {
        Some(rest) => fold::fold(rest).map(|rest| format!(", {rest}")),
        None if phrase.starts_with('*') => Some(phrase.into()),
        None => fold::fold(phrase),
    });
    folded.collect::<Vec<_>>().join(";")
}

/// The offices that every sovereign state has, where no row names them.
fn generated_offices(store: &Store, roles: &[RoleRecord]) -> Vec<EntityRecord> {
    const ONE_EACH: [&str; 5] = ["foreign_minister", "defence_minister", "finance_minister", "interior_minister", "speaker"];
    if roles.iter().all(|role| role.title.is_none()) {
        return Vec::new();
    }
    let unique = ONE_EACH.iter().filter_map(|name| functions::parse(name).ok()).fold(0, |a, b| a | b);
    let mut have: HashMap<&str, (Vec<&str>, u32)> = HashMap::new();
    for office in store.entities().filter(|entity| entity.id.starts_with("office:")) {
        let (keys, functions) = have.entry(office.owner).or_default();
        keys.push(office.id.rsplit('/').next().unwrap_or(""));
        *functions |= office.functions;
    }
    let mut made = Vec::new();
    let mut done = HashSet::new();
    for country in store.entities().filter(is_state) {
        let (keys, functions) = have.get(country.id).cloned().unwrap_or_default();
        for role in roles {
            let Some(title) = &role.title else { continue };
            let key = role.keys.split(';').next().unwrap_or("");
            let id = format!("office:{}/{key}", &country.id["country:".len()..]);
            let named = role.keys.split(';').any(|key| keys.contains(&key));
            if named || role.functions & functions & unique != 0 || !done.insert(id.clone()) {
                continue;
            }
            let article = if country.properties().any(|(name, _)| name == "article") { "the " } else { "" };
            made.push(EntityRecord {
                functions: role.functions,
                ..EntityRecord::new(id, format!("{title} of {article}{}", country.name)).owner(country.id)
            });
        }
    }
    made
}

/// Whether an entity is, or was, a state with a government of its own.
fn is_state(entity: &EntitySaid<'_>) -> bool {
    entity.id.starts_with("country:")
        && entity.properties().any(|(name, value)| {
            name == "status" && matches!(value, "member" | "observer" | "partial" | "associated" | "historical")
        })
}

impl Gazetteer {
    /// A builder that holds everything this gazetteer does, to add to.
    pub fn to_builder(&self) -> GazetteerBuilder {
        let tables = &*self.0;
        let id = |index: u32| tables.entities.get(index as usize).map_or("", |row| tables.str(row.id));
        let string = |s: Str| tables.str(s).to_owned();
        let dates = |from, to| Interval::new(Date::from_bits(from), Date::from_bits(to));
        let mut builder = GazetteerBuilder {
            data_version: tables.data_version.clone(),
            files: tables.files.iter().map(string).collect(),
            ..GazetteerBuilder::default()
        };
        builder.store.reserve(tables.entities.len(), tables.aliases.len());
        for entity in self.entities() {
            let traits = tables.traits(entity.index());
            builder.store.add_entity(NewEntity {
                id: entity.id(),
                name: entity.name(),
                owner: id(traits.owner),
                valid: entity.valid(),
                functions: traits.functions,
                // It is among the aliases where it is one.
                unnamed: true,
                column: 0,
                origin: tables.entity_origin(entity.index()),
            });
            for (name, value) in entity.properties() {
                builder.store.add_property(name, value);
            }
        }
        for (number, row) in (0..).zip(tables.aliases.iter()) {
            let conditions = tables.conditions.get(row.condition as usize).map(|condition| {
                Box::new(Conditions {
                    cues: string(condition.cues),
                    not_before: string(condition.not_before),
                    not_after: string(condition.not_after),
                    valid: dates(condition.valid_from, condition.valid_to),
                })
            });
            let alias = AliasRecord {
                text: string(row.text),
                kind: AliasKind::ALL[usize::from(row.kind)],
                case: Some(CasePolicy::ALL[usize::from(row.case)]),
                policy: Policy::ALL[usize::from(row.policy)],
                priority: row.priority,
                conditions,
                column: 0,
                origin: tables.alias_origin(number),
            };
            if row.entity == NONE {
                builder.store.add_decoy(alias);
            } else {
                builder.store.add_alias(id(row.entity), alias);
            }
        }
        builder.tenures.extend(tables.tenures.iter().map(|row| TenureRecord {
            official: id(row.official).into(),
            office: id(row.office).into(),
            interval: row.interval(),
            horizon: Date::from_bits(row.horizon),
            role: string(row.role),
            doubt: string(row.doubt),
            source: string(row.source),
            origin: row.origin,
        }));
        builder.memberships.extend(tables.memberships.iter().map(|row| MembershipRecord {
            group: id(row.group).into(),
            member: id(row.member).into(),
            interval: dates(row.from, row.to),
            role: string(row.role),
            source: string(row.source),
            origin: row.origin,
        }));
        builder.roles.extend(tables.roles.iter().map(|row| RoleRecord {
            term: string(row.text),
            keys: string(row.keys),
            functions: row.functions,
            scope: row.scope,
            case: CasePolicy::ALL[usize::from(row.case)],
            title: None,
            origin: row.origin,
        }));
        builder.words.extend(tables.words.iter().filter_map(|row| {
            let list = *WordList::ALL.get(usize::from(row.list))?;
            Some((string(row.word), list, string(row.code)))
        }));
        builder
    }
}
