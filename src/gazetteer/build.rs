//! Entities and aliases, one by one or by the table → a gazetteer.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::intern::Interner;
use super::keys::{Aliases, Ids};
use super::phrases;
use super::records::{AliasRecord, Conditions, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use super::rows::*;
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
    pub(super) entities: Vec<EntityRecord>,
    pub(super) aliases: Vec<(String, AliasRecord)>,
    pub(super) decoys: Vec<AliasRecord>,
    pub(super) tenures: Vec<TenureRecord>,
    pub(super) memberships: Vec<MembershipRecord>,
    pub(super) roles: Vec<RoleRecord>,
    /// Word, list, code.
    pub(super) words: Vec<(String, WordList, String)>,
}

impl GazetteerBuilder {
    /// Adds an entity.
    pub fn add(&mut self, entity: EntityRecord) -> &mut Self {
        self.entities.push(entity);
        self
    }

    /// Adds an alias to the entity with this id, which may be added later.
    pub fn add_alias(&mut self, id: impl Into<String>, alias: AliasRecord) -> &mut Self {
        self.aliases.push((id.into(), alias));
        self
    }

    /// Adds a phrase that yields nothing and hides what stands in it: `Guinea pig`.
    pub fn add_decoy(&mut self, phrase: AliasRecord) -> &mut Self {
        self.decoys.push(phrase);
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
        self.entities.extend(generated_offices(&self.entities, &self.roles));
        let ids = Ids::new(&self.entities).map_err(|(first, second)| self.duplicate(first, second))?;
        let aliases = Aliases::of(&self, &ids)?;
        let entities = &ids.entities;
        let need = |id: &str, origin| ids.row(id).ok_or_else(|| self.locate(ErrorKind::UnknownId(id.into()), origin));

        let mut text = Interner::default();
        let names = entities.iter().map(|entity| entity.id.len() + entity.name.len()).sum::<usize>();
        text.text.reserve(names + aliases.folded.len() + self.aliases.iter().map(|(_, alias)| alias.text.len()).sum::<usize>());
        let mut kinds = crate::kind::ENTITY_KINDS.map(|row| row.0).to_vec();
        let mut entity_rows = Rows::with_capacity(entities.len());
        let mut properties = Rows::default();
        for (i, entity) in entities.iter().enumerate() {
            let Some((kind, _)) = entity.id.split_once(':').filter(|(kind, key)| !kind.is_empty() && !key.is_empty()) else {
                let message = format!("{:?} is no id; write kind:key, such as agency:frontex", entity.id);
                return Err(self.locate(ErrorKind::Cell { column: "id".into(), message }, entity.origin));
            };
            let kind = kinds.iter().position(|known| known.as_str() == kind).unwrap_or_else(|| {
                kinds.push(EntityKind::from_name(kind));
                kinds.len() - 1
            });
            let kind = u8::try_from(kind).map_err(|_| Error::new(ErrorKind::TooMany("kinds", 256)))?;
            entity_rows.push(EntityRow {
                id: text.add(&entity.id)?,
                name: text.add(&entity.name)?,
                owner: if entity.owner.is_empty() { NONE } else { need(&entity.owner, entity.origin)? },
                first_alias: 0,
                first_property: properties.len() as u32,
                valid_from: bits(entity.valid.from()),
                valid_to: bits(entity.valid.to()),
                functions: entity.functions,
                kind,
                origin: entity.origin,
            });
            for (name, value) in &entity.properties {
                properties.push(PropertyRow { entity: i as u32, name: text.put(name)?, value: text.put(value)? });
            }
        }

        let mut tables = Tables {
            text: Cow::Borrowed(""),
            kinds,
            data_version: self.data_version.clone(),
            files: Rows::default(),
            entities: entity_rows,
            alias_of: Rows::default(),
            aliases: Rows::with_capacity(aliases.keyed.len()),
            keys: Rows::with_capacity(aliases.keyed.len()),
            conditions: Rows::default(),
            properties,
            tenures: Rows::default(),
            tenures_of: Rows::default(),
            memberships: Rows::default(),
            memberships_of: Rows::default(),
            words: Rows::default(),
            roles: Rows::default(),
        };
        for file in &self.files {
            tables.files.push(text.put(file)?);
        }
        for same in aliases.keyed.chunk_by(|a, b| aliases.key(a) == aliases.key(b)) {
            let key = text.add(aliases.key(&same[0]))?;
            let first_alias = tables.aliases.len();
            tables.keys.push(KeyRow { text: key, first_alias: first_alias as u32 });
            for keyed in same {
                let alias = aliases.said(keyed);
                let condition = match alias.conditions {
                    Some(conditions) => {
                        let (not_before, not_after) = (fold_list(&conditions.not_before), fold_list(&conditions.not_after));
                        tables.conditions.push(ConditionRow {
                            cues: text.put(&fold_list(&conditions.cues))?,
                            not_before: text.put(&not_before)?,
                            not_after: text.put(&not_after)?,
                            lasts: phrases::lasts(&not_before),
                            firsts: phrases::firsts(&not_after),
                            valid_from: bits(conditions.valid.from()),
                            valid_to: bits(conditions.valid.to()),
                        });
                        tables.conditions.len() as u32 - 1
                    }
                    None => NONE,
                };
                // Whatever is written alike has one key, so that no other text need be looked at; and not all of those, however many.
                let known = tables.aliases.len();
                let mut near = (first_alias..known).rev().take(8).map(|row| tables.aliases.at(row).text);
                let text = match near.find(|&near| text.str(near) == alias.text) {
                    _ if keyed.is_name => tables.entities.at(keyed.entity as usize).name,
                    Some(known) => known,
                    None => text.add(alias.text)?,
                };
                tables.aliases.push(AliasRow {
                    text,
                    entity: keyed.entity,
                    condition,
                    origin: alias.origin,
                    kind: alias.kind as u8,
                    case: keyed.case as u8,
                    policy: alias.policy as u8,
                    priority: alias.priority,
                });
            }
        }
        tables.keys.shrink_to_fit();
        drop(aliases);
        tables.list_aliases_by_entity();

        let mut tenures = Vec::with_capacity(self.tenures.len());
        for tenure in &self.tenures {
            tenures.push(TenureRow {
                official: need(&tenure.official, tenure.origin)?,
                office: need(&tenure.office, tenure.origin)?,
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
                group: need(&membership.group, membership.origin)?,
                member: need(&membership.member, membership.origin)?,
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

/// A list of phrases joined by `;`, each folded; `*Capital`, `*Article` and `*Joined` stay as they are.
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
fn generated_offices(entities: &[EntityRecord], roles: &[RoleRecord]) -> Vec<EntityRecord> {
    const ONE_EACH: [&str; 5] = ["foreign_minister", "defence_minister", "finance_minister", "interior_minister", "speaker"];
    let unique = ONE_EACH.iter().filter_map(|name| functions::parse(name).ok()).fold(0, |a, b| a | b);
    let mut have: HashMap<&str, (Vec<&str>, u32)> = HashMap::new();
    for office in entities.iter().filter(|entity| entity.id.starts_with("office:")) {
        let (keys, functions) = have.entry(&office.owner).or_default();
        keys.push(office.id.rsplit('/').next().unwrap_or(""));
        *functions |= office.functions;
    }
    let mut made = Vec::new();
    let mut done = HashSet::new();
    for country in entities.iter().filter(|entity| is_state(entity)) {
        let (keys, functions) = have.get(country.id.as_str()).cloned().unwrap_or_default();
        for role in roles {
            let Some(title) = &role.title else { continue };
            let key = role.keys.split(';').next().unwrap_or("");
            let id = format!("office:{}/{key}", &country.id["country:".len()..]);
            let named = role.keys.split(';').any(|key| keys.contains(&key));
            if named || role.functions & functions & unique != 0 || !done.insert(id.clone()) {
                continue;
            }
            let article = if country.properties.iter().any(|(name, _)| **name == *"article") { "the " } else { "" };
            made.push(EntityRecord {
                functions: role.functions,
                ..EntityRecord::new(id, format!("{title} of {article}{}", country.name)).owner(country.id.clone())
            });
        }
    }
    made
}

/// Whether an entity is, or was, a state with a government of its own.
fn is_state(entity: &EntityRecord) -> bool {
    entity.id.starts_with("country:")
        && entity.properties.iter().any(|(name, value)| {
            **name == *"status" && matches!(&**value, "member" | "observer" | "partial" | "associated" | "historical")
        })
}

impl Gazetteer {
    /// A builder that holds everything this gazetteer does, to add to.
    pub fn to_builder(&self) -> GazetteerBuilder {
        let tables = &*self.0;
        let id = |index: u32| tables.entities.get(index as usize).map_or(String::new(), |row| tables.str(row.id).to_owned());
        let string = |s: Str| tables.str(s).to_owned();
        let dates = |from, to| Interval::new(Date::from_bits(from), Date::from_bits(to));
        let mut builder = GazetteerBuilder {
            data_version: tables.data_version.clone(),
            files: tables.files.iter().map(string).collect(),
            ..GazetteerBuilder::default()
        };
        for entity in self.entities() {
            let row = tables.entities.at(entity.index() as usize);
            builder.entities.push(EntityRecord {
                id: string(row.id),
                name: string(row.name),
                owner: id(row.owner),
                valid: entity.valid(),
                functions: row.functions,
                properties: entity.properties().map(|(name, value)| (name.into(), value.into())).collect(),
                // It is among the aliases where it is one.
                unnamed: true,
                origin: row.origin,
                ..EntityRecord::default()
            });
        }
        for row in tables.aliases.iter() {
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
                origin: row.origin,
            };
            if row.entity == NONE {
                builder.decoys.push(alias);
            } else {
                builder.aliases.push((id(row.entity), alias));
            }
        }
        builder.tenures.extend(tables.tenures.iter().map(|row| TenureRecord {
            official: id(row.official),
            office: id(row.office),
            interval: row.interval(),
            horizon: Date::from_bits(row.horizon),
            role: string(row.role),
            doubt: string(row.doubt),
            source: string(row.source),
            origin: row.origin,
        }));
        builder.memberships.extend(tables.memberships.iter().map(|row| MembershipRecord {
            group: id(row.group),
            member: id(row.member),
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
