//! What is odd in a user's tables, though it can be built?

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::WordList;
use super::builder::GazetteerBuilder;
use super::load::closest;
use super::records::usual_case;
use super::store::{AliasSaid, EntitySaid};
use crate::boundary;
use crate::case;
use crate::fold::{self, is_mark, is_word};
use crate::kind::{AliasKind, CasePolicy, Policy};

/// What sort of oddity it is.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LintKind {
    /// Two rows define one entity. An error when the gazetteer is built.
    DuplicateEntity,
    /// Something names an entity that no row defines. An error when the gazetteer is built.
    UnknownEntity,
    /// An entity has an alias twice, perhaps in spellings that matching holds for the same.
    DuplicateAlias,
    /// Entities share an alias, and nothing but their ids says which one is found.
    SharedAlias,
    /// An alias is never found, since another with the same spelling goes before it.
    ShadowedAlias,
    /// An alias is a word of English, and no case or policy of its own keeps it apart from that word.
    DictionaryWord,
    /// An alias that no text can have, or whose support can never be there.
    UnreachableAlias,
    /// A date before the start, or outside of the time of the thing it is about.
    ImpossibleDates,
    /// A property whose name is nearly that of a column that has a meaning.
    MisspeltColumn,
}

impl LintKind {
    /// The name in print: `duplicate-alias`.
    pub fn as_str(self) -> &'static str {
        match self {
            LintKind::DuplicateEntity => "duplicate-entity",
            LintKind::UnknownEntity => "unknown-entity",
            LintKind::DuplicateAlias => "duplicate-alias",
            LintKind::SharedAlias => "shared-alias",
            LintKind::ShadowedAlias => "shadowed-alias",
            LintKind::DictionaryWord => "dictionary-word",
            LintKind::UnreachableAlias => "unreachable-alias",
            LintKind::ImpossibleDates => "impossible-dates",
            LintKind::MisspeltColumn => "misspelt-column",
        }
    }

    /// Whether the gazetteer cannot be built with it.
    pub fn is_error(self) -> bool {
        matches!(self, LintKind::DuplicateEntity | LintKind::UnknownEntity)
    }
}

impl fmt::Display for LintKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One oddity of a gazetteer that is being put together: see [`GazetteerBuilder::lint`]. Prints as `file:line:col: message [kind]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lint {
    file: Option<String>,
    line: usize,
    column: usize,
    kind: LintKind,
    message: String,
}

impl Lint {
    /// What sort of oddity it is.
    pub fn kind(&self) -> LintKind {
        self.kind
    }

    /// What is odd, and what to do.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The file of the row, if it comes from one.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The line of the row, counted from 1, if it comes from a file.
    pub fn line(&self) -> Option<usize> {
        (self.line > 0).then_some(self.line)
    }

    /// The column of the name or alias, in characters counted from 1, if it is known.
    pub fn column(&self) -> Option<usize> {
        (self.column > 0).then_some(self.column)
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}:{}:", self.line)?;
            if self.column > 0 {
                write!(f, "{}:", self.column)?;
            }
            write!(f, " ")?;
        }
        write!(f, "{} [{}]", self.message, self.kind)
    }
}

/// An alias as it is compared.
struct Keyed<'b> {
    key: String,
    /// The id of the entity; empty for a decoy.
    id: &'b str,
    alias: AliasSaid<'b>,
    case: CasePolicy,
    /// The canonical name, which is an alias by itself.
    is_name: bool,
}

impl Keyed<'_> {
    /// Whether nothing in a text can keep it from being found.
    fn always(&self) -> bool {
        self.alias.policy != Policy::Context && self.alias.conditions.is_none()
    }

    /// What is asked before ids are: higher priority, entities before decoys, policy, whole names, kind.
    fn rank(&self) -> impl Ord + use<> {
        let part = matches!(self.alias.kind, AliasKind::Surname | AliasKind::Given);
        (-i16::from(self.alias.priority), self.id.is_empty(), self.alias.policy, part, self.alias.kind)
    }

    /// Whether a text that suits `other` suits this one: its case is as free, or freer.
    fn covers(&self, other: &Keyed<'_>) -> bool {
        match (self.case, other.case) {
            (CasePolicy::Any, _) => true,
            (CasePolicy::Capitalized, case) => case != CasePolicy::Any && self.alias.text == other.alias.text,
            (CasePolicy::Exact, case) => case == CasePolicy::Exact && self.alias.text == other.alias.text,
        }
    }
}

impl GazetteerBuilder {
    /// What is odd in the tables read so far: in order of files, lines and columns.
    ///
    /// ```
    /// let mut builder = demarche::Gazetteer::builder();
    /// builder.read_tsv("ships.tsv", "name\talias\nVega\tM/V Vega\nVega\tm/v véga\nLyra\t\"Lyra\"\n")?;
    /// let found: Vec<String> = builder.lint().iter().map(ToString::to_string).collect();
    /// assert_eq!(found[0], "ships.tsv:3:6: \"m/v véga\" is an alias of entity:vega already (ships.tsv:2); take one out [duplicate-alias]");
    /// assert!(found[1].contains("stands in quotes, which belong to it in this format; take them off"));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn lint(&self) -> Vec<Lint> {
        let mut linter = Linter { builder: self, found: Vec::new() };
        let entities = linter.entities();
        linter.references(&entities);
        linter.dates(&entities);
        let mut keyed = linter.keyed();
        linter.support(&keyed);
        linter.words(&keyed);
        keyed.sort_by(|a, b| a.key.cmp(&b.key));
        for same in keyed.chunk_by(|a, b| a.key == b.key) {
            linter.same_key(same);
        }
        linter.found.sort();
        linter.found.dedup();
        linter.found
    }
}

struct Linter<'b> {
    builder: &'b GazetteerBuilder,
    found: Vec<Lint>,
}

impl<'b> Linter<'b> {
    fn tell(&mut self, kind: LintKind, origin: u32, column: u16, message: String) {
        let place = self.builder.place(origin);
        let (file, line) = place.map_or((None, 0), |(file, line)| (Some(file.to_owned()), line));
        let column = if file.is_some() { usize::from(column) } else { 0 };
        self.found.push(Lint { file, line, column, kind, message });
    }

    /// ` (file:line)`, where that is known.
    fn place(&self, origin: u32) -> String {
        self.builder.place(origin).map_or(String::new(), |(file, line)| format!(" ({file}:{line})"))
    }

    fn entities(&mut self) -> HashMap<&'b str, EntitySaid<'b>> {
        let mut known: HashMap<&str, EntitySaid<'_>> = HashMap::new();
        for (number, entity) in (0..).zip(self.builder.store.entities()) {
            if let Some(first) = known.get(entity.id) {
                let message = format!("{} is defined already{}; keep one row", entity.id, self.place(first.origin));
                self.tell(LintKind::DuplicateEntity, entity.origin, entity.column, message);
                continue;
            }
            known.insert(entity.id, entity);
            for (name, _) in self.builder.store.properties(number) {
                if let Some(close) =
                    closest(name, ["country", "body", "function", "valid_from", "valid_to", "source"].into_iter())
                {
                    let message = format!("the column {name:?} is a property; did you mean {close:?}?");
                    self.tell(LintKind::MisspeltColumn, entity.origin, 0, message);
                }
            }
        }
        known
    }

    fn references(&mut self, entities: &HashMap<&str, EntitySaid<'_>>) {
        let builder = self.builder;
        // Offices that every state has are made when the gazetteer is built.
        let made = builder.roles.iter().any(|role| role.title.is_some());
        let mut need = |id: &str, origin: u32, column: u16| {
            let known = id.is_empty() || entities.contains_key(id) || made && id.starts_with("office:");
            if !known {
                let hint = closest(id, entities.keys().copied().filter(|known| known.len().abs_diff(id.len()) < 3).take(10_000));
                let hint = hint.map_or("an entity row must define it".into(), |close| format!("did you mean {close}?"));
                self.tell(LintKind::UnknownEntity, origin, column, format!("no row defines {id}; {hint}"));
            }
        };
        for entity in builder.store.entities() {
            need(entity.owner, entity.origin, 0);
        }
        for alias in builder.store.aliases() {
            need(alias.id, alias.origin, 1);
        }
        for tenure in &builder.tenures {
            need(&tenure.official, tenure.origin, 1);
            need(&tenure.office, tenure.origin, 0);
        }
        for membership in &builder.memberships {
            need(&membership.group, membership.origin, 1);
            need(&membership.member, membership.origin, 0);
        }
    }

    fn dates(&mut self, entities: &HashMap<&str, EntitySaid<'_>>) {
        let builder = self.builder;
        for entity in builder.store.entities().filter(|entity| entity.valid.is_impossible()) {
            let message = format!("{} ends before it begins", entity.id);
            self.tell(LintKind::ImpossibleDates, entity.origin, entity.column, message);
        }
        for alias in builder.store.aliases() {
            let id = alias.id;
            let Some(conditions) = &alias.conditions else { continue };
            if conditions.valid.is_impossible() {
                let message = format!("{:?} goes out of use before it comes into it", alias.text);
                self.tell(LintKind::ImpossibleDates, alias.origin, alias.column, message);
            } else if entities.get(id).is_some_and(|entity| !entity.valid.meets(conditions.valid)) {
                let message = format!("{:?} is in use only when {id} does not exist", alias.text);
                self.tell(LintKind::ImpossibleDates, alias.origin, alias.column, message);
            }
        }
        for tenure in &builder.tenures {
            let office = entities.get(tenure.office.as_str());
            let message = if tenure.interval.is_impossible() {
                "ends before it begins"
            } else if office.is_some_and(|office| !office.valid.meets(tenure.interval)) {
                "lies outside of the time of the office"
            } else if matches!((tenure.horizon, tenure.interval.from()), (Some(horizon), Some(from)) if horizon.last_day() < from.first_day())
            {
                "begins after its horizon, up to which it is known"
            } else {
                continue;
            };
            let message = format!("the tenure of {} as {} {message}", tenure.official, tenure.office);
            self.tell(LintKind::ImpossibleDates, tenure.origin, 0, message);
        }
        for membership in builder.memberships.iter().filter(|membership| membership.interval.is_impossible()) {
            let message = format!("the membership of {} in {} ends before it begins", membership.member, membership.group);
            self.tell(LintKind::ImpossibleDates, membership.origin, 0, message);
        }
    }

    /// Every alias with its key; tells those that have none, or that no text can have.
    fn keyed(&mut self) -> Vec<Keyed<'b>> {
        let builder = self.builder;
        let mut all: Vec<(AliasSaid<'_>, bool)> = builder.store.aliases().map(|alias| (alias, false)).collect();
        let names = (0..builder.store.entity_count() as u32).filter_map(|number| builder.store.name_as_alias(number));
        all.extend(names.map(|name| (name, true)));
        all.extend(builder.store.decoys().map(|decoy| (decoy, false)));
        let mut keyed = Vec::with_capacity(all.len());
        for (alias, is_name) in all {
            let Some(key) = fold::fold(alias.text) else {
                let message = format!("{:?} has no letter or digit to match, or a blank line", alias.text);
                self.tell(LintKind::UnreachableAlias, alias.origin, alias.column, message);
                continue;
            };
            if let Some(why) = unreachable(&alias, &key) {
                self.tell(LintKind::UnreachableAlias, alias.origin, alias.column, format!("{:?} {why}", alias.text));
            }
            let case = alias.case.unwrap_or_else(|| usual_case(alias.text));
            keyed.push(Keyed { key, id: alias.id, alias, case, is_name });
        }
        keyed
    }

    /// Aliases that need support which can never come.
    fn support(&mut self, keyed: &[Keyed<'_>]) {
        let mut always: HashMap<&str, bool> = HashMap::new();
        for entity in self.builder.store.entities() {
            always.insert(entity.id, !entity.unnamed);
        }
        for one in keyed {
            *always.entry(one.id).or_default() |= one.alias.policy == Policy::Always;
        }
        for one in keyed.iter().filter(|one| one.alias.policy == Policy::Context && !one.id.is_empty()) {
            let cues = one.alias.conditions.as_ref().is_some_and(|conditions| !conditions.cues.is_empty());
            if !cues && !always.get(one.id).copied().unwrap_or(true) {
                let message = format!(
                    "{:?} needs support, and has no cue, nor {} another alias that always counts",
                    one.alias.text, one.id
                );
                self.tell(LintKind::UnreachableAlias, one.alias.origin, one.alias.column, message);
            }
        }
    }

    /// Aliases that are words of English.
    fn words(&mut self, keyed: &[Keyed<'_>]) {
        let own = self.builder.words.iter().filter(|(_, list, _)| *list == WordList::English);
        let mut english: HashSet<String> = own.filter_map(|(word, ..)| fold::fold(word)).collect();
        if english.is_empty() {
            english = built_in_words();
        }
        for one in keyed {
            let plain = one.alias.policy == Policy::Always && (one.alias.case.is_none() || one.case == CasePolicy::Any);
            if plain && one.case != CasePolicy::Exact && !one.id.is_empty() && english.contains(&one.key) {
                let text = one.alias.text;
                let message =
                    format!("{text:?} is a word of English; give it a case (exact, capitalized) or the policy context with cues");
                self.tell(LintKind::DictionaryWord, one.alias.origin, one.alias.column, message);
            }
        }
    }

    /// Aliases that matching holds for the same.
    fn same_key(&mut self, same: &[Keyed<'_>]) {
        for (i, one) in same.iter().enumerate() {
            let exact = one.case == CasePolicy::Exact;
            let twin = same[..i].iter().find(|other| {
                // To list the canonical name, too, is the way to give it a case.
                other.id == one.id && exact == (other.case == CasePolicy::Exact) && !one.is_name && !other.is_name
            });
            if let Some(twin) = twin {
                let whose = if one.id.is_empty() { "a decoy".into() } else { format!("an alias of {}", one.id) };
                let message = format!("{:?} is {whose} already{}; take one out", one.alias.text, self.place(twin.alias.origin));
                self.tell(LintKind::DuplicateAlias, one.alias.origin, one.alias.column, message);
                continue;
            }
            let others = same.iter().filter(|other| other.id != one.id && other.covers(one));
            let Some(first) = others.filter(|other| other.always()).min_by_key(|other| (other.rank(), other.id)) else {
                continue;
            };
            let place = self.place(first.alias.origin);
            let whose = if first.id.is_empty() { "a decoy".to_owned() } else { first.id.to_owned() };
            if first.rank() == one.rank() {
                if first.id < one.id {
                    let message =
                        format!("{:?} is an alias of {whose}{place}, too, which is found; give one a priority", one.alias.text);
                    self.tell(LintKind::SharedAlias, one.alias.origin, one.alias.column, message);
                }
            } else if first.rank() < one.rank() && !one.id.is_empty() && one.alias.policy != Policy::Never {
                let message = format!("{:?} is never found: {whose}{place} goes before it", one.alias.text);
                self.tell(LintKind::ShadowedAlias, one.alias.origin, one.alias.column, message);
            }
        }
    }
}

/// Why no text can have an alias, if so.
fn unreachable(alias: &AliasSaid<'_>, key: &str) -> Option<String> {
    let text = alias.text;
    let start = text.char_indices().find(|&(_, c)| is_word(c) && !is_mark(c))?.0;
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Some("holds a replacement character: the file was read in a wrong encoding".into());
    }
    if text.len() > 1 && text.starts_with('"') && text.ends_with('"') {
        return Some("stands in quotes, which belong to it in this format; take them off".into());
    }
    let end = start + fold::prefix_end(&text[start..], key)?;
    let case = alias.case.unwrap_or_else(|| usual_case(text));
    if !case::suits(case, text, &text[start..end]) {
        return Some("begins with a sign that no text has in it, so that its case never suits; take it off".into());
    }
    let whole = boundary::starts(text, start) && boundary::ends(text, end);
    (!whole).then(|| "does not start and end with a word, so that no text has it".into())
}

/// The words of English that come with the crate.
fn built_in_words() -> HashSet<String> {
    #[cfg(feature = "embedded")]
    {
        let tables = &super::Gazetteer::embedded().0;
        let words = tables.words.iter().filter(|row| row.list == WordList::English as u8);
        words.map(|row| tables.str(row.word).to_owned()).collect()
    }
    #[cfg(not(feature = "embedded"))]
    Default::default()
}
