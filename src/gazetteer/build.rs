//! Entities and aliases, one by one or by the table → a gazetteer.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::intern::Interner;
use super::records::{AliasRecord, Conditions, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use super::rows::*;
use super::{Gazetteer, Tables, WordList, functions};
use crate::date::{Date, Interval};
use crate::error::{Error, ErrorKind};
use crate::fold;
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::variants;

/// Collects entities, aliases, tenures and memberships, and builds a [`Gazetteer`] of them.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
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
        self.entities.extend(generated_offices(&self.entities, &self.roles));
        let mut entities = std::mem::take(&mut self.entities);
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        for pair in entities.windows(2) {
            if pair[0].id == pair[1].id {
                return Err(self.locate(ErrorKind::DuplicateId(pair[1].id.clone()), pair[0].origin.max(pair[1].origin)));
            }
        }
        let aliases = self.resolved_aliases(&entities)?;
        let index = |id: &str| entities.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok().map(|i| i as u32);
        let need = |id: &str, origin| index(id).ok_or_else(|| self.locate(ErrorKind::UnknownId(id.into()), origin));

        let mut text = Interner::default();
        let mut kinds = crate::kind::ENTITY_KINDS.map(|row| row.0).to_vec();
        let mut entity_rows = Vec::with_capacity(entities.len());
        let mut properties = Vec::new();
        for (i, entity) in entities.iter().enumerate() {
            let Some((kind, key)) = entity.id.split_once(':').filter(|(kind, key)| !kind.is_empty() && !key.is_empty()) else {
                let message = format!("{:?} is no id; write kind:key, such as agency:frontex", entity.id);
                return Err(self.locate(ErrorKind::Cell { column: "id".into(), message }, entity.origin));
            };
            debug_assert!(!key.is_empty());
            let kind = EntityKind::from_name(kind);
            let kind = kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
                kinds.push(kind);
                kinds.len() - 1
            });
            let kind = u8::try_from(kind).map_err(|_| Error::new(ErrorKind::TooMany("kinds", 256)))?;
            entity_rows.push(EntityRow {
                id: text.put(&entity.id)?,
                name: text.put(&entity.name)?,
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
            files: Vec::new(),
            entities: entity_rows,
            alias_of: Vec::new(),
            aliases: Vec::with_capacity(aliases.len()),
            keys: Vec::new(),
            conditions: Vec::new(),
            properties,
            tenures: Vec::with_capacity(self.tenures.len()),
            tenures_of: Vec::new(),
            memberships: Vec::with_capacity(self.memberships.len()),
            memberships_of: Vec::new(),
            words: Vec::new(),
            roles: Vec::new(),
        };
        for file in &self.files {
            tables.files.push(text.put(file)?);
        }
        let mut last_key = None;
        for alias in &aliases {
            if last_key != Some(&alias.key) {
                last_key = Some(&alias.key);
                tables.keys.push(KeyRow { text: text.put(&alias.key)?, first_alias: tables.aliases.len() as u32 });
            }
            let record = &*alias.record;
            let condition = match &record.conditions {
                Some(conditions) => {
                    tables.conditions.push(ConditionRow {
                        cues: text.put(&fold_list(&conditions.cues))?,
                        not_before: text.put(&fold_list(&conditions.not_before))?,
                        not_after: text.put(&fold_list(&conditions.not_after))?,
                        valid_from: bits(conditions.valid.from()),
                        valid_to: bits(conditions.valid.to()),
                    });
                    tables.conditions.len() as u32 - 1
                }
                None => NONE,
            };
            tables.aliases.push(AliasRow {
                text: text.put(&record.text)?,
                entity: alias.entity,
                condition,
                origin: record.origin,
                kind: record.kind as u8,
                case: record.case.unwrap_or_else(|| usual_case(&record.text)) as u8,
                policy: record.policy as u8,
                priority: record.priority,
            });
        }
        tables.alias_of = (0..tables.aliases.len() as u32).filter(|&i| tables.aliases[i as usize].entity != NONE).collect();
        tables.alias_of.sort_by_key(|&i| tables.aliases[i as usize].entity);
        let mut first = 0;
        for (i, entity) in tables.entities.iter_mut().enumerate() {
            entity.first_alias = first;
            first += tables.alias_of[first as usize..]
                .iter()
                .take_while(|&&alias| tables.aliases[alias as usize].entity == i as u32)
                .count() as u32;
        }

        for tenure in &self.tenures {
            tables.tenures.push(TenureRow {
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
        tables.tenures.sort_by_key(|row| (row.office, row.from, row.official));
        tables.tenures_of = (0..tables.tenures.len() as u32).collect();
        tables.tenures_of.sort_by_key(|&i| (tables.tenures[i as usize].official, tables.tenures[i as usize].from));
        for membership in &self.memberships {
            tables.memberships.push(MembershipRow {
                group: need(&membership.group, membership.origin)?,
                member: need(&membership.member, membership.origin)?,
                from: bits(membership.interval.from()),
                to: bits(membership.interval.to()),
                role: text.put(&membership.role)?,
                source: text.put(&membership.source)?,
                origin: membership.origin,
            });
        }
        tables.memberships.sort_by_key(|row| (row.group, row.member, row.from));
        tables.memberships_of = (0..tables.memberships.len() as u32).collect();
        tables.memberships_of.sort_by_key(|&i| (tables.memberships[i as usize].member, tables.memberships[i as usize].group));

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
        tables.text = Cow::Owned(text.text);
        Ok(Gazetteer(Arc::new(tables)))
    }

    /// Every alias with its entity and key, in the order of keys and, within a key, of preference.
    fn resolved_aliases(&self, entities: &[EntityRecord]) -> Result<Vec<Keyed<'_>>, Error> {
        let mut all: Vec<(u32, Cow<'_, AliasRecord>)> = Vec::with_capacity(self.aliases.len() + entities.len());
        for (id, alias) in &self.aliases {
            let entity = entities.binary_search_by(|entity| entity.id.as_str().cmp(id));
            let entity = entity.map_err(|_| self.locate(ErrorKind::UnknownId(id.clone()), alias.origin))?;
            all.push((entity as u32, Cow::Borrowed(alias)));
        }
        for (i, entity) in entities.iter().enumerate() {
            for alias in &entity.aliases {
                all.push((i as u32, Cow::Owned(alias.clone())));
            }
            // Offices are composed from their parts by the context rules.
            if !entity.id.starts_with("office:") {
                let mut name = AliasRecord::new(entity.name.clone()).kind(AliasKind::Name);
                name.origin = entity.origin;
                all.push((i as u32, Cow::Owned(name)));
            }
        }
        all.extend(self.decoys.iter().map(|decoy| (NONE, Cow::Borrowed(decoy))));

        let mut keyed = Vec::with_capacity(all.len());
        for (order, (entity, record)) in all.into_iter().enumerate() {
            let Some(key) = fold::fold(&record.text) else {
                let message = format!("{:?} has no letter or digit to match, or a blank line", record.text);
                return Err(self.locate(ErrorKind::Cell { column: "alias".into(), message }, record.origin));
            };
            let exact = record.case.unwrap_or_else(|| usual_case(&record.text)) == CasePolicy::Exact;
            let variant = variants::without_abbreviation_dots(&record.text).and_then(|text| {
                let key = fold::fold(&text)?;
                Some(Keyed { key, entity, exact, order, record: Cow::Owned(AliasRecord { text, ..record.clone().into_owned() }) })
            });
            keyed.push(Keyed { key, entity, exact, order, record });
            keyed.extend(variant);
        }
        // An exact alias and a capitalized one may share a key; other doubles add nothing, and the one added first stays.
        keyed.sort_unstable_by(|a, b| (&a.key, a.entity, a.exact, a.order).cmp(&(&b.key, b.entity, b.exact, b.order)));
        keyed.dedup_by(|b, a| (&a.key, a.entity, a.exact) == (&b.key, b.entity, b.exact));
        for same in keyed.chunk_by_mut(|a, b| a.key == b.key) {
            same.sort_by(|a, b| a.preference(entities).cmp(&b.preference(entities)));
        }
        Ok(keyed)
    }

    pub(super) fn locate(&self, kind: ErrorKind, origin: u32) -> Error {
        let error = Error::new(kind);
        match self.files.get((origin >> 24) as usize) {
            Some(file) if origin & 0xff_ffff != 0 => error.in_file(file).at((origin & 0xff_ffff) as usize, None),
            _ => error,
        }
    }
}

/// An alias with its entity (or [`NONE`] for a decoy) and its folded form.
struct Keyed<'b> {
    key: String,
    entity: u32,
    /// Whether its case policy is exact.
    exact: bool,
    /// Its place in the order in which aliases were added.
    order: usize,
    record: Cow<'b, AliasRecord>,
}

impl Keyed<'_> {
    /// Which of several aliases with one key comes first: higher priority, one that always counts, a whole name rather than a part
    /// of one, then the order of kinds and of ids. Decoys come last, but for their priority.
    fn preference<'e>(&self, entities: &'e [EntityRecord]) -> impl Ord + use<'e> {
        let part = matches!(self.record.kind, AliasKind::Surname | AliasKind::Given);
        let id = entities.get(self.entity as usize).map_or("", |entity| entity.id.as_str());
        (-i16::from(self.record.priority), self.entity == NONE, self.record.policy, part, self.record.kind, id)
    }
}

/// The case policy of an alias that names none: exact for short all-capital forms.
pub(crate) fn usual_case(text: &str) -> CasePolicy {
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

/// A list of phrases joined by `;`, each folded; `*Capital` and `*Article` stay as they are.
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
            if keys.contains(&key) || role.functions & functions & unique != 0 || !done.insert(id.clone()) {
                continue;
            }
            let article = if country.properties.iter().any(|(name, _)| name == "article") { "the " } else { "" };
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
            name == "status" && matches!(value.as_str(), "member" | "observer" | "partial" | "associated" | "historical")
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
            files: tables.files.iter().map(|&file| string(file)).collect(),
            ..GazetteerBuilder::default()
        };
        for entity in self.entities() {
            let row = &tables.entities[entity.index() as usize];
            builder.entities.push(EntityRecord {
                id: string(row.id),
                name: string(row.name),
                owner: id(row.owner),
                valid: entity.valid(),
                functions: row.functions,
                properties: entity.properties().map(|(name, value)| (name.into(), value.into())).collect(),
                aliases: Vec::new(),
                origin: row.origin,
            });
        }
        for row in &tables.aliases {
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
