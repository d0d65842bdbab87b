//! Entities and aliases, one by one or by the table → a gazetteer.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
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
        let mut entities = std::mem::take(&mut self.entities);
        sort_by_id(&mut entities);
        for pair in entities.windows(2) {
            if pair[0].id == pair[1].id {
                return Err(self.duplicate(&pair[0], &pair[1]));
            }
        }
        let (aliases, folded) = self.resolved_aliases(&entities)?;
        let index = |id: &str| entities.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok().map(|i| i as u32);
        let need = |id: &str, origin| index(id).ok_or_else(|| self.locate(ErrorKind::UnknownId(id.into()), origin));

        let mut text = Interner::default();
        text.text.reserve(entities.iter().map(|entity| entity.id.len() + entity.name.len()).sum::<usize>() + folded.len());
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
                id: text.add(&entity.id)?,
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
        tables.keys.reserve(aliases.len());
        for aliases in aliases.chunk_by(|a, b| a.key(&folded) == b.key(&folded)) {
            let key = text.add(aliases[0].key(&folded))?;
            tables.keys.push(KeyRow { text: key, first_alias: tables.aliases.len() as u32 });
            for keyed in aliases {
                let alias = keyed.source.alias(&entities);
                let condition = match alias.conditions {
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
                    text: match keyed.source {
                        Source::Name(entity) => tables.entities[entity as usize].name,
                        Source::Record(record) => text.put(&record.text)?,
                        Source::Variant(ref variant, _) => text.put(variant)?,
                    },
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
        drop((aliases, folded));
        tables.list_aliases_by_entity();

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

    /// Every alias with its entity and key, in the order of keys and, within a key, of preference; and the text of all keys.
    fn resolved_aliases<'b>(&'b self, entities: &'b [EntityRecord]) -> Result<(Vec<Keyed<'b>>, String), Error> {
        let count =
            self.aliases.len() + self.decoys.len() + entities.len() + entities.iter().map(|e| e.aliases.len()).sum::<usize>();
        let mut keyed = Vec::with_capacity(count);
        let mut folded = String::new();
        let mut order = 0;
        let mut add = |entity: u32, source: Source<'b>| {
            let alias = source.alias(entities);
            let case = alias.case.unwrap_or_else(|| usual_case(alias.text));
            let Some(key) = Keyed::new(alias.text, case, entity, order, source.clone(), &mut folded) else {
                let message = format!("{:?} has no letter or digit to match, or a blank line", alias.text);
                return Err(self.locate(ErrorKind::Cell { column: "alias".into(), message }, alias.origin));
            };
            keyed.push(key);
            if let Some(text) = variants::without_abbreviation_dots(alias.text) {
                let variant: Rc<str> = text.into();
                let case = alias.case.unwrap_or_else(|| usual_case(&variant));
                let source = Source::Variant(variant.clone(), Box::new(source));
                keyed.extend(Keyed::new(&variant, case, entity, order, source, &mut folded));
            }
            order += 1;
            Ok(())
        };
        for (id, alias) in &self.aliases {
            let entity = entities.binary_search_by(|entity| entity.id.as_str().cmp(id));
            let entity = entity.map_err(|_| self.locate(ErrorKind::UnknownId(id.clone()), alias.origin))?;
            add(entity as u32, Source::Record(alias))?;
        }
        for (i, entity) in entities.iter().enumerate() {
            for alias in &entity.aliases {
                add(i as u32, Source::Record(alias))?;
            }
            // Offices are composed from their parts by the context rules.
            if !entity.unnamed && !entity.id.starts_with("office:") {
                add(i as u32, Source::Name(i as u32))?;
            }
        }
        for decoy in &self.decoys {
            add(NONE, Source::Record(decoy))?;
        }

        // An exact alias and a capitalized one may share a key; other doubles add nothing, and the one added first stays.
        keyed.sort_unstable_by(|a, b| {
            let keys = || a.key(&folded).cmp(b.key(&folded));
            let rest = || (a.entity, a.is_exact(), a.order).cmp(&(b.entity, b.is_exact(), b.order));
            a.first.cmp(&b.first).then_with(keys).then_with(rest)
        });
        keyed.dedup_by(|b, a| {
            let same = (a.entity, a.is_exact()) == (b.entity, b.is_exact()) && a.key(&folded) == b.key(&folded);
            // `Yoon Suk-yeol` beside `Yoon Suk Yeol`: the spelling with fewer capitals admits the other, too.
            if same {
                let text = b.source.alias(entities).text;
                if small_words(text) > small_words(a.source.alias(entities).text) {
                    a.source = Source::Variant(text.into(), Box::new(a.source.clone()));
                }
            }
            same
        });
        for same in keyed.chunk_by_mut(|a, b| a.key(&folded) == b.key(&folded)).filter(|same| same.len() > 1) {
            same.sort_by(|a, b| a.preference(entities).cmp(&b.preference(entities)));
        }
        Ok((keyed, folded))
    }

    pub(super) fn locate(&self, kind: ErrorKind, origin: u32) -> Error {
        let error = Error::new(kind);
        match self.files.get((origin >> 24) as usize) {
            Some(file) if origin & 0xff_ffff != 0 => error.in_file(file).at((origin & 0xff_ffff) as usize, None),
            _ => error,
        }
    }
}

/// How many words of an alias start with a small letter.
fn small_words(alias: &str) -> usize {
    alias.split([' ', '-']).filter(|word| word.starts_with(char::is_lowercase)).count()
}

/// Where an alias was said.
#[derive(Clone)]
enum Source<'b> {
    Record(&'b AliasRecord),
    /// It is the name of an entity.
    Name(u32),
    /// Another spelling of an alias.
    Variant(Rc<str>, Box<Source<'b>>),
}

/// An alias, wherever it was said.
struct Said<'a> {
    text: &'a str,
    kind: AliasKind,
    case: Option<CasePolicy>,
    policy: Policy,
    priority: i8,
    conditions: Option<&'a Conditions>,
    origin: u32,
}

impl Source<'_> {
    fn alias<'a>(&'a self, entities: &'a [EntityRecord]) -> Said<'a> {
        match self {
            Source::Record(record) => Said {
                text: &record.text,
                kind: record.kind,
                case: record.case,
                policy: record.policy,
                priority: record.priority,
                conditions: record.conditions.as_deref(),
                origin: record.origin,
            },
            Source::Name(entity) => {
                let EntityRecord { name, origin, .. } = &entities[*entity as usize];
                let (kind, policy) = (AliasKind::Name, Policy::Always);
                Said { text: name, kind, case: None, policy, priority: 0, conditions: None, origin: *origin }
            }
            Source::Variant(text, source) => Said { text, ..source.alias(entities) },
        }
    }
}

/// An alias with its entity (or [`NONE`] for a decoy) and its folded form.
struct Keyed<'b> {
    /// The first eight bytes of the key, as a number that sorts as they do.
    first: u64,
    /// Where the key stands in the text of all.
    at: usize,
    len: u32,
    entity: u32,
    /// Its place in the order in which aliases were added.
    order: u32,
    case: CasePolicy,
    source: Source<'b>,
}

impl<'b> Keyed<'b> {
    /// The alias with its key, which is added to `folded`; `None` if nothing can match it.
    fn new(text: &str, case: CasePolicy, entity: u32, order: u32, source: Source<'b>, folded: &mut String) -> Option<Self> {
        let at = folded.len();
        if !fold::fold_plain(text, folded) {
            folded.push_str(&fold::fold(text)?);
        }
        let key = &folded.as_bytes()[at..];
        let mut first = [0; 8];
        let len = key.len().min(8);
        first[..len].copy_from_slice(&key[..len]);
        Some(Keyed { first: u64::from_be_bytes(first), at, len: key.len() as u32, entity, order, case, source })
    }

    fn key<'f>(&self, folded: &'f str) -> &'f str {
        &folded[self.at..self.at + self.len as usize]
    }

    fn is_exact(&self) -> bool {
        self.case == CasePolicy::Exact
    }

    /// Which of several aliases with one key comes first: higher priority, one that always counts, a whole name rather than a part
    /// of one, then the order of kinds and of ids. Decoys come last, but for their priority.
    fn preference<'e>(&self, entities: &'e [EntityRecord]) -> impl Ord + use<'e> {
        let alias = self.source.alias(entities);
        let part = matches!(alias.kind, AliasKind::Surname | AliasKind::Given);
        let id = entities.get(self.entity as usize).map_or("", |entity| entity.id.as_str());
        (-i16::from(alias.priority), self.entity == NONE, alias.policy, part, alias.kind, id)
    }
}

/// Sorts entities by their ids, moving each once.
fn sort_by_id(entities: &mut Vec<EntityRecord>) {
    // What all ids begin with tells nothing.
    let common = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let skip = entities.windows(2).map(|pair| common(&pair[0].id, &pair[1].id)).min().unwrap_or(0);
    let first = |id: &str| {
        let mut first = [0; 16];
        let rest = &id.as_bytes()[skip.min(id.len())..];
        let len = rest.len().min(16);
        first[..len].copy_from_slice(&rest[..len]);
        u128::from_be_bytes(first)
    };
    let mut order: Vec<(u128, u32)> = entities.iter().zip(0..).map(|(entity, i)| (first(&entity.id), i)).collect();
    order.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| entities[a.1 as usize].id.cmp(&entities[b.1 as usize].id)).then(a.1.cmp(&b.1))
    });
    *entities = order.iter().map(|&(_, i)| std::mem::take(&mut entities[i as usize])).collect();
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
        for (entity, &first) in self.entities.iter_mut().zip(&next) {
            entity.first_alias = first;
        }
        self.alias_of = vec![0; next.last().copied().unwrap_or(0) as usize];
        for (alias, row) in (0..).zip(&self.aliases).filter(|(_, row)| row.entity != NONE) {
            let place = &mut next[row.entity as usize];
            self.alias_of[*place as usize] = alias;
            *place += 1;
        }
    }
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
                // It is among the aliases where it is one.
                unnamed: true,
                origin: row.origin,
                ..EntityRecord::default()
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
