//! Which person, if any, does a name mean here?
//!
//! A whole name counts. A surname counts after a title that its bearer held, after (or soon before) the whole name, where it is
//! distinctive, or where its bearer is in office on the date and the country stands in the same sentence; the last two not in reports of
//! sport. It does not count as part of somebody else's name.

use super::phrases::{Folded, Role};
use super::surroundings::LineMode;
use super::words::{self, Word};
use super::{Context, Found, LOOK_AHEAD, NEIGHBOURS, Rule, Trace};
use crate::case;
use crate::date::When;
use crate::fold::{is_hyphen, is_separator};
use crate::gazetteer::WordList;
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, ORG_HEAD};
use crate::gazetteer::rows::NONE;
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// Bearers of one name that are looked at; further ones are left out.
const MAX_BEARERS: usize = 64;

/// A surname with at most so many bearers is rare.
const RARE: usize = 2;

/// Small words before the name of a month or day.
const BEFORE_MONTHS: [&str; 16] =
    ["in", "since", "until", "of", "by", "last", "next", "on", "early", "late", "mid", "from", "to", "this", "before", "after"];

/// How a person stands to the as-of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Every tenure starts later.
    Future,
    /// Without a date, or without tenures.
    Unknown,
    Former,
    Current,
}

/// Which offices make a person near.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Office {
    Any,
    /// Heads of states, governments and bodies.
    Head,
    /// Heads of states.
    State,
}

/// The functions of heads.
const HEADS: u32 = HEAD_OF_STATE | HEAD_OF_GOVERNMENT | ORG_HEAD;

/// What stands right before a name.
pub(super) struct Before<'p> {
    pub(super) word: Option<Word>,
    /// The office that was just found there.
    pub(super) office: Option<u32>,
    /// Its modifier, or [`NONE`].
    modifier: u32,
    /// The office meant by `his Kazakh counterpart`.
    counterpart: Option<u32>,
    pub(super) role: Option<Role<'p>>,
    /// The role is that of a deputy or the like.
    deputy: bool,
    pub(super) honorific: bool,
}

impl<'a, T: Trace> Context<'a, T> {
    pub(super) fn judge_person(&mut self, hit: Hit) {
        let bearers = self.bearers(hit);
        let Some(&(first, _)) = bearers.first() else { return };
        if let Some(found) = self.with_given_name(hit, &bearers) {
            return self.keep_person(found, &self.before_name(Hit { start: found.start, ..hit }));
        }
        let before = self.before_name(hit);
        let verdict = match self.whole_name(hit, &bearers, &before) {
            Some(verdict) => verdict,
            None => self.part_of_name(hit, &bearers, &before),
        };
        match verdict {
            Ok((alias, rule, confidence)) => self.keep_person(self.mention(hit, alias, rule, confidence), &before),
            Err(rule) => self.drop(hit, first, rule),
        }
    }

    /// Keeps the mention of a person, and the office that the role before the name means.
    fn keep_person(&mut self, mut found: Found, before: &Before<'_>) {
        let person = found.entity;
        let mut given = before.office.map(|office| (office, before.modifier));
        if before.office.is_none()
            && let Some(role) = before.role
            && self.found.iter().rev().take(2).all(|last| last.end <= role.start)
            && let Some(office) = self.persons_office(&role, person)
        {
            given = Some((office.entity, office.modifier));
            if !self.is_only_title(&role) {
                self.push(office);
            }
        }
        given = given.or_else(|| before.counterpart.filter(|_| self.title_fits(before, person)).map(|office| (office, NONE)));
        if let Some((office, modifier)) = given {
            found = self.linked(found, office, modifier);
        }
        let found = self.and_further_part(found);
        self.push(found);
        if found.rule != Rule::Distinctive && found.rule != Rule::InOffice {
            self.remember(found.entity);
        }
    }

    /// Whether the name of a country or place is a person's here: one named before, or the head of a country in the sentence (`Malta's
    /// Muscat`), and nothing says that the place is meant (`in Muscat`).
    pub(super) fn is_person_rather(&mut self, hit: Hit) -> bool {
        let surnames = self.bearers(hit);
        if surnames.is_empty() || words::word_before(self.text, hit.start).is_some_and(|word| self.is_preposition(word)) {
            return false;
        }
        let antecedent = self.people.antecedent(hit.key);
        surnames.iter().any(|&(alias, person)| {
            self.is_part(alias) && (antecedent == Some(person) || self.as_of.is_some() && self.near(hit, person, Office::Head))
        })
    }

    /// The aliases of persons at a hit, with the persons.
    pub(super) fn bearers(&self, hit: Hit) -> Vec<(u32, u32)> {
        let surface = &self.text[hit.start..hit.end];
        self.tables
            .aliases_of_key(hit.key)
            .map(|alias| (alias as u32, self.tables.aliases.at(alias)))
            .filter(|(_, row)| row.entity != NONE && row.policy != Policy::Never as u8)
            .filter(|(_, row)| *self.kind_of(row.entity) == EntityKind::Official)
            .filter(|(_, row)| case::suits(CasePolicy::ALL[usize::from(row.case)], self.tables.str(row.text), surface))
            .map(|(alias, row)| (alias, row.entity))
            .take(MAX_BEARERS)
            .collect()
    }

    fn before_name(&self, hit: Hit) -> Before<'a> {
        let mut before =
            Before { word: None, office: None, modifier: NONE, counterpart: None, role: None, deputy: false, honorific: false };
        let Some(mut word) = words::word_before(self.text, hit.start) else { return before };
        before.word = Some(word);
        if self.text[word.end..hit.start].contains(is_hyphen) {
            return before;
        }
        let office = |found: &&Found| found.end == word.end && *self.kind_of(found.entity) == EntityKind::Office;
        if let Some(found) = self.found.iter().rev().take(2).find(office) {
            (before.office, before.modifier) = (Some(found.entity), found.modifier);
            return before;
        }
        if self.is(word, "counterpart") {
            let country = self.found.last().filter(|found| words::word_after(self.text, found.end) == Some(word));
            before.counterpart = country.map(|found| found.office).filter(|&office| office != NONE);
        }
        if self.phrases.is_on(WordList::Honorific, self.text, word) {
            before.honorific = true;
        }
        before.role = self.phrases.role_ending(self.text, word);
        // `President Gen. Pervez Musharraf`: an honorific may stand between.
        if before.honorific
            && before.role.is_none()
            && let Some(earlier) = words::word_before(self.text, word.start)
        {
            word = earlier;
            before.role = self.phrases.role_ending(self.text, word).filter(|_| words::is_capitalized(self.text, word));
        }
        before.deputy = before.role.is_some_and(|role| self.modifier_before(role.start).is_none());
        before
    }

    /// Judges a hit as a whole name, if it can be one.
    fn whole_name(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Option<Result<(u32, Rule, u8), Rule>> {
        let whole: Vec<(u32, u32)> = bearers.iter().copied().filter(|&(alias, _)| !self.is_part(alias)).collect();
        if whole.is_empty() {
            return None;
        }
        if let Some(rule) = self.name_of_something_else(hit).or_else(|| self.double_barrelled(hit).err()) {
            return Some(Err(rule));
        }
        if self.patronymic_follows(hit) {
            return Some(Err(Rule::PersonsName));
        }
        // A name of one word is somebody else's as easily as a surname is.
        if !self.text[hit.start..hit.end].contains(is_separator)
            && let Err(rule) = self.other_persons_name(hit, before)
        {
            return Some(Err(rule));
        }
        let titled: Vec<(u32, u32)> = whole.iter().copied().filter(|&(_, person)| self.title_fits(before, person)).collect();
        let has_title = !titled.is_empty();
        let pool = if has_title { &titled } else { &whole };
        let (alias, person) = self.best(hit, pool)?;
        let row = self.tables.aliases.at(alias as usize);
        let named = has_title || self.people.antecedent(hit.key) == Some(person);
        if !named && self.is_everybodys_name(hit) && (self.is_private(hit) || self.in_sport(hit)) {
            self.note_others(hit);
            return Some(Err(Rule::PersonsName));
        }
        let supported = row.policy == Policy::Always as u8
            || named
            || self.has_cue(hit, alias)
            || self.as_of.is_some() && self.near(hit, person, Office::Any)
            || matches!(self.standing(person), Standing::Current | Standing::Unknown) && self.is_country_about(hit, person);
        if !supported {
            self.note_others(hit);
            return Some(Err(Rule::NoCue));
        }
        let mut confidence = 98;
        if (before.office.is_some() || before.role.is_some()) && !has_title {
            confidence = 75;
        }
        let others = pool.iter().any(|&(_, other)| other != person && self.standing(other) == self.standing(person));
        if others {
            confidence = confidence.min(70);
        }
        Some(Ok((alias, Rule::FullName, confidence)))
    }

    /// Judges a hit as a surname or another part of a name.
    fn part_of_name(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Result<(u32, Rule, u8), Rule> {
        self.double_barrelled(hit)?;
        if let Some(rule) = self.name_of_something_else(hit) {
            return Err(rule);
        }
        if self.patronymic_follows(hit) {
            return Err(Rule::PersonsName);
        }
        if self.is_month(hit) {
            return Err(Rule::NoSupport);
        }
        self.look_ahead(hit);
        let named = |person: Option<u32>| bearers.iter().copied().find(|&(_, bearer)| Some(bearer) == person);
        let antecedent = named(self.people.antecedent(hit.key));
        self.other_persons_name(hit, before)?;

        let titled: Vec<(u32, u32)> = bearers.iter().copied().filter(|&(_, person)| self.title_fits(before, person)).collect();
        if !titled.is_empty() {
            let known = antecedent.filter(|bearer| titled.contains(bearer));
            let (alias, person) = known.or_else(|| self.best(hit, &titled)).ok_or(Rule::NoSupport)?;
            let alone = titled.iter().all(|&(_, other)| other == person || self.standing(other) != self.standing(person));
            return Ok((alias, Rule::Title, if alone || known.is_some() { 95 } else { 70 }));
        }
        if before.office.is_some() || before.role.is_some_and(|role| self.is_title_of_office(&role)) {
            // An unknown person after a known office stays unknown, unless the name is plain from the text.
            let (alias, _) = antecedent.ok_or(Rule::OtherTitle)?;
            return Ok((alias, Rule::Antecedent, 75));
        }
        if let Some((alias, _)) = antecedent {
            return Ok((alias, Rule::Antecedent, 95));
        }
        if self.people.is_somebody_else(hit.key) {
            return Err(Rule::PersonsName);
        }
        if let Some((alias, _)) = named(self.people.following(hit)) {
            return Ok((alias, Rule::FollowingName, 92));
        }
        let distinctive: Vec<(u32, u32)> = bearers
            .iter()
            .copied()
            .filter(|&(alias, person)| {
                self.tables.aliases.at(alias as usize).policy == Policy::Always as u8 || self.has_distinctive_part(hit, person)
            })
            .collect();
        let word = Word { start: hit.start, end: hit.end };
        let distinctive = if self.phrases.is_on(WordList::GivenName, self.text, word) { Vec::new() } else { distinctive };
        let known_name = !distinctive.is_empty();
        let distinctive: Vec<(u32, u32)> =
            distinctive.into_iter().filter(|&(_, person)| self.standing(person) != Standing::Future).collect();
        // A namesake in office beside their country is meant rather than one who is neither.
        let current: Vec<(u32, u32)> = if self.as_of.is_some() && self.may_be_in_office(hit, before) {
            // A name that many bear means a head; a rare one may mean a minister.
            let wanted = if bearers.len() > RARE || self.is_common(hit) { Office::Head } else { Office::Any };
            bearers.iter().copied().filter(|&(_, person)| self.near(hit, person, wanted)).collect()
        } else {
            Vec::new()
        };
        if (known_name || !current.is_empty()) && self.in_sport(hit) {
            return Err(Rule::NoSupport);
        }
        if let Some((alias, person)) = self.best(hit, &distinctive)
            && (current.is_empty() || current.iter().any(|&(_, other)| other == person))
        {
            return Ok((alias, Rule::Distinctive, 85));
        }
        if let Some((alias, _)) = self.best(hit, &current) {
            return Ok((alias, Rule::InOffice, 80));
        }
        let cued = bearers
            .iter()
            .copied()
            .find(|&(alias, _)| self.tables.aliases.at(alias as usize).condition != NONE && self.cue_here(hit, alias));
        match cued {
            Some((alias, person)) if self.standing(person) != Standing::Future => Ok((alias, Rule::Cue, 80)),
            // Its bearers come into office later.
            _ if known_name && distinctive.is_empty() => Err(Rule::NotYet),
            _ => Err(Rule::NoSupport),
        }
    }

    /// `Suluhu Hassan`, `Lula da Silva`: whether a part of a name that needs support begins or ends with a name of the same person that
    /// needs none.
    fn has_distinctive_part(&self, hit: Hit, person: u32) -> bool {
        let (first, last) = (words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end));
        first != last
            && [first, last].into_iter().any(|word| {
                let given = self.phrases.is_on(WordList::GivenName, self.text, word);
                self.phrases.key_of(self.text, word).is_some_and(|key| {
                    self.tables.aliases_of_key(key).any(|alias| {
                        let row = self.tables.aliases.at(alias);
                        row.entity == person && row.policy == Policy::Always as u8 && !(given && self.is_part(alias as u32))
                    })
                })
            })
    }

    pub(super) fn is_part(&self, alias: u32) -> bool {
        let row = self.tables.aliases.at(alias as usize);
        matches!(AliasKind::ALL[usize::from(row.kind)], AliasKind::Surname | AliasKind::Given)
    }

    /// `in May`, `May 2017`: a surname that is also a month or day means it here.
    fn is_month(&self, hit: Hit) -> bool {
        if !self.phrases.is_on(WordList::Time, self.text, Word { start: hit.start, end: hit.end }) {
            return false;
        }
        let lower = |word: Word| {
            let small = self.text[word.start..].starts_with(char::is_lowercase);
            small && Folded::of(self.text, word).is_one_of(&BEFORE_MONTHS)
        };
        words::word_before(self.text, hit.start).is_some_and(lower)
            || words::word_after(self.text, hit.end)
                .is_some_and(|word| self.text[word.start..word.end].starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether a surname is also an English word, a given name, a month or a day.
    fn is_common(&self, hit: Hit) -> bool {
        self.phrases.word(self.text, Word { start: hit.start, end: hit.end }).is_some_and(|entry| {
            entry.is_on(WordList::English) || entry.is_on(WordList::Time) || entry.is_on(WordList::GivenName)
        })
    }

    /// Whether a surname without other support can mean somebody in office: not behind `Mr`, and not a common word at the start of a
    /// sentence or in a headline.
    fn may_be_in_office(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        !before.honorific
            && (!self.is_common(hit)
                || !words::starts_sentence(self.text, hit.start)
                    && self.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running)
    }

    /// Whether one of the cues of the alias stands in the sentence.
    fn cue_here(&mut self, hit: Hit, alias: u32) -> bool {
        let row = self.tables.aliases.at(alias as usize);
        self.tables
            .conditions
            .get(row.condition as usize)
            .is_some_and(|condition| condition.cues.len > 0 && self.cue_stands(hit, condition.cues))
    }

    /// Whether the person held the office before the name, or one that the role before it means.
    fn title_fits(&self, before: &Before<'_>, person: u32) -> bool {
        let mut tenures = self.tables.tenures_of_official(person);
        match (before.office.or(before.counterpart), before.role.filter(|_| !before.deputy)) {
            (Some(office), _) => tenures.any(|tenure| tenure.office == office),
            (None, Some(role)) => tenures.any(|tenure| self.role_names(&role, &tenure)),
            (None, None) => false,
        }
    }

    /// Whether a role term before a name claims an office: written as a title.
    fn is_title_of_office(&self, role: &Role<'_>) -> bool {
        words::is_capitalized(self.text, Word { start: role.start, end: role.end })
    }

    fn standing(&self, person: u32) -> Standing {
        let Some(date) = self.as_of else { return Standing::Unknown };
        let mut standing = Standing::Unknown;
        for tenure in self.tables.tenures_of_official(person) {
            if tenure.certainty(date).is_some() {
                return Standing::Current;
            }
            if tenure.interval().when(date, true) == When::After {
                standing = Standing::Former;
            } else if standing == Standing::Unknown {
                standing = Standing::Future;
            }
        }
        standing
    }

    /// The bearer that fits best: by the date, by a country beside the name, by the rank of the office; among equals the one preferred by
    /// the data.
    pub(super) fn best(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, u32)> {
        if let [only] = bearers {
            return Some(*only);
        }
        let mut best: Option<((u32, u32), _)> = None;
        for &bearer in bearers {
            let near = |context: &mut Self, office| context.near(hit, bearer.1, office);
            let fit = (self.standing(bearer.1), near(self, Office::Any), near(self, Office::Head), near(self, Office::State));
            if best.is_none_or(|(_, so_far)| fit > so_far) {
                best = Some((bearer, fit));
            }
        }
        best.map(|(bearer, _)| bearer)
    }

    /// Whether the person holds such an office on the as-of date (ever, without one), and its country or body stands in the same sentence.
    fn near(&mut self, hit: Hit, person: u32, wanted: Office) -> bool {
        let (from, to) = self.around.sentence(self.text, hit.start, hit.end);
        self.tables.tenures_of_official(person).any(|tenure| {
            let office = self.tables.entities.at(tenure.office as usize);
            if self.as_of.is_some_and(|date| tenure.certainty(date).is_none())
                || office.owner == NONE
                || wanted == Office::Head && office.functions & HEADS == 0
                || wanted == Office::State && office.functions & HEAD_OF_STATE == 0
            {
                return false;
            }
            let owner = office.owner;
            let owns = |entity: u32| entity == owner || self.tables.entities.at(entity as usize).owner == owner;
            let before = self.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start >= from);
            let behind = self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.end <= to);
            before.into_iter().any(|found| owns(found.entity) && *self.kind_of(found.entity) != EntityKind::Official)
                || behind.into_iter().any(|next| self.may_mean(next, &owns))
        })
    }

    /// Whether a hit has an alias that is not out of use, of an entity that suits.
    pub(super) fn may_mean(&self, hit: &Hit, suits: &impl Fn(u32) -> bool) -> bool {
        self.tables.aliases_of_key(hit.key).any(|alias| {
            let row = self.tables.aliases.at(alias);
            row.entity != NONE && row.policy != Policy::Never as u8 && suits(row.entity)
        })
    }

    /// Whether a country or body in which the person held office is spoken of in this part of the text.
    fn is_country_about(&self, hit: Hit, person: u32) -> bool {
        let owners: Vec<u32> = self.owners(person).filter(|&owner| owner != NONE).collect();
        let owns = |entity: u32| owners.contains(&entity) || owners.contains(&self.tables.entities.at(entity as usize).owner);
        let before = self.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start + LOOK_AHEAD > hit.start);
        let behind = self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.start < hit.end + LOOK_AHEAD);
        before.into_iter().any(|found| owns(found.entity) && *self.kind_of(found.entity) != EntityKind::Official)
            || behind.into_iter().any(|next| self.may_mean(next, &owns))
    }

    /// Whether a person is known to hold no office on the date.
    pub(super) fn is_out_of_office(&self, person: u32) -> bool {
        matches!(self.standing(person), Standing::Future | Standing::Former)
    }

    /// Whether a person in office goes before a namesake who is in none on the date, in one country.
    pub(super) fn goes_before(&self, known: u32, other: u32) -> bool {
        if self.standing(known) != Standing::Current || self.standing(other) >= Standing::Current {
            return false;
        }
        self.owners(known).any(|owner| self.owners(other).any(|o| o == owner))
    }

    /// The countries and bodies of the offices that a person holds or held.
    fn owners(&self, person: u32) -> impl Iterator<Item = u32> {
        self.tables.tenures_of_official(person).map(|tenure| self.tables.entities.at(tenure.office as usize).owner)
    }
}
