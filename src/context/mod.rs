//! What does the rest of the text say of a hit?
//!
//! Hits come in from the matcher, left to right; each is judged by the rules for its kind, and what is kept goes out as [`Found`].
//! A document is read once: support may stand anywhere before a hit, and up to [`LOOK_AHEAD`] bytes behind it.
//!
//! - [`surroundings`]: phrases that forbid or support an alias, sentences, headlines.
//! - [`lists`]: entries of lists and cells of tables.
//! - [`longer_names`]: a country's name inside a longer one.
//! - [`offices`]: countries and bodies with a role make offices; [`other_owner`]: roles of something else; [`shared_owner`]: two roles
//!   of one country.
//! - [`apposition`]: a person and the office beside them.
//! - [`people`]: full names, titles, surnames; [`titles`]: what stands before a name; [`bearers`]: who of its bearers fits; [`memory`]:
//!   who was named; [`others`]: names of somebody else; [`initials`] and [`spelling`]: names that no alias spells so; [`sport`]: reports
//!   of sport.
//!
//! # What a rule may look at
//!
//! | what | before the hit | behind it |
//! | --- | --- | --- |
//! | words, phrases beside it | [`words`]: runs of up to 64 bytes, at most 8 words; phrases 64 characters | the same |
//! | its sentence, its line | 300 and 200 characters | the same |
//! | words of sport | 400 characters | 400 characters |
//! | mentions and hits nearby | the last 48 mentions (192 for an entity named by a sure alias) | the next 48 hits within [`LOOK_AHEAD`] |
//! | who was named | everything, as one entry for each name: [`memory`] | whole names within [`LOOK_AHEAD`] |
//! | given names that are countries | everything, as up to 16 names | the next 48 hits within [`LOOK_AHEAD`] |
//!
//! So the state carried along is bounded by the gazetteer, and a decision about a hit needs no more of the text than the window around it.

mod apposition;
mod bearers;
pub(crate) mod carry;
mod initials;
mod lists;
mod longer_names;
mod memory;
mod offices;
mod other_owner;
mod others;
mod people;
pub(crate) mod phrases;
mod rule;
mod shared_owner;
mod spelling;
mod sport;
mod surroundings;
mod titles;
pub(crate) mod words;

pub use rule::Rule;

use crate::boundary::char_after;
use crate::case;
use crate::date::{Date, Interval, When};
use crate::fold::{is_apostrophe, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::rows::{AliasRow, NONE, Str};
use crate::gazetteer::{Tables, scope};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::mask::Mask;
use crate::scan::{Hit, reference};
use memory::People;
use phrases::{Folded, Phrases};
use sport::Sport;
use surroundings::{LineMode, Surroundings};

/// How far behind a hit the text can support it, in bytes.
pub(crate) const LOOK_AHEAD: usize = 2000;
/// A hit of so many words is not searched for shorter names.
const FALL_BACK_WORDS: usize = 8;
/// The cue of a word that means a country as the first half of another alone: `Franco-German`.
const JOINED: &str = "*Joined";
/// Hits whose rows are read together.
const FETCHED: usize = 32;
/// How many neighbouring hits are looked at, at most.
const NEIGHBOURS: usize = 48;

/// A mention before it is shown: all numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) entity: u32,
    /// Row of the alias, or [`NONE`] for a composed office.
    pub(crate) alias: u32,
    /// The folded form, or [`NONE`].
    pub(crate) key: u32,
    pub(crate) alias_kind: AliasKind,
    pub(crate) rule: Rule,
    /// In hundredths.
    pub(crate) confidence: u8,
    /// Row of a modifier in the words (`former`), or [`NONE`].
    pub(crate) modifier: u32,
    /// It stands inside the mention before it.
    pub(crate) nested: bool,
    /// The row of the role of a composed office, or [`NONE`].
    pub(crate) role: u32,
    /// The office that the text gives a person, or [`NONE`].
    pub(crate) office: u32,
    /// The modifier of that office (`former`), or [`NONE`].
    pub(crate) office_modifier: u32,
}

/// A candidate and what became of it, for explanations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The entity, or [`NONE`] for a decoy.
    pub(crate) entity: u32,
    pub(crate) alias: u32,
    /// The row of the role of a composed office, or [`NONE`].
    pub(crate) role: u32,
    pub(crate) rule: Rule,
    pub(crate) kept: bool,
    /// The office that the text gives a person but the data do not, or [`NONE`].
    pub(crate) contradicted: u32,
}

impl Step {
    fn new(start: usize, end: usize, entity: u32, rule: Rule, kept: bool) -> Self {
        Step { start, end, entity, alias: NONE, role: NONE, rule, kept, contradicted: NONE }
    }
}

/// Hears of every candidate.
pub(crate) trait Trace {
    fn step(&mut self, step: Step);
}

/// Hears nothing.
impl Trace for () {
    #[inline]
    fn step(&mut self, _: Step) {}
}

impl Trace for Vec<Step> {
    fn step(&mut self, step: Step) {
        self.push(step);
    }
}

/// An alias that a hit may be.
#[derive(Clone, Copy)]
struct Candidate {
    alias: u32,
    row: AliasRow,
}

impl Candidate {
    fn mention(self, hit: Hit, rule: Rule, confidence: u8) -> Found {
        Found {
            start: hit.start,
            end: hit.end,
            entity: self.row.entity,
            alias: self.alias,
            key: hit.key,
            alias_kind: AliasKind::ALL[usize::from(self.row.kind)],
            rule,
            confidence,
            modifier: NONE,
            nested: false,
            role: NONE,
            office: NONE,
            office_modifier: NONE,
        }
    }
}

/// The rules at work on one text.
pub(crate) struct Context<'a, T> {
    tables: &'a Tables,
    phrases: &'a Phrases,
    text: &'a str,
    as_of: Option<Date>,
    hits: &'a [Hit],
    /// The hit that is being judged.
    at: usize,
    found: Vec<Found>,
    mask: Mask,
    around: Surroundings,
    people: People,
    sport: Sport,
    /// Where the mentions so far end.
    covered: usize,
    /// Keys of countries whose name is a person's in this text.
    namesakes: Vec<u32>,
    /// Whether candidates that only lack support are kept, too, with little confidence.
    keeps_weak: bool,
    /// Those candidates. Nothing is concluded from them, so that the other answers stay what they are.
    weak: Vec<Found>,
    trace: T,
}

impl<'a, T: Trace> Context<'a, T> {
    pub(crate) fn new(
        tables: &'a Tables,
        phrases: &'a Phrases,
        text: &'a str,
        as_of: Option<Date>,
        hits: &'a [Hit],
        trace: T,
    ) -> Self {
        Context {
            tables,
            phrases,
            text,
            as_of,
            hits,
            at: 0,
            found: Vec::with_capacity(hits.len()),
            mask: Mask::default(),
            around: Surroundings::default(),
            people: People::default(),
            sport: Sport::default(),
            covered: 0,
            namesakes: Vec::new(),
            keeps_weak: false,
            weak: Vec::new(),
            trace,
        }
    }

    /// Keeps candidates that only lack support, too, with little confidence.
    pub(crate) fn keeping_weak(mut self, keeps: bool) -> Self {
        self.keeps_weak = keeps;
        self
    }

    /// Judges every hit; returns the mentions in the order of the text, an outer one before those it holds.
    pub(crate) fn run(mut self) -> (Vec<Found>, T) {
        self.judge_all(0..self.hits.len());
        if !self.weak.is_empty() {
            self.add_weak();
        }
        (self.found, self.trace)
    }

    fn judge_all(&mut self, hits: std::ops::Range<usize>) {
        let mut fetched = hits.start;
        for at in hits {
            if at == fetched {
                fetched += self.fetch(at);
            }
            self.at = at;
            self.judge(self.hits[at]);
        }
    }

    /// Reads the rows of some hits from `at` on, which lie far from one another: so that the processor waits for all of them together, and
    /// finds them near when they are judged. Tells how many hits.
    fn fetch(&self, at: usize) -> usize {
        let mut rows = [NONE; FETCHED];
        let hits = &self.hits[at..self.hits.len().min(at + FETCHED)];
        for (row, hit) in rows.iter_mut().zip(hits) {
            *row = self.tables.keys.at(hit.key as usize).first_alias;
        }
        for row in &mut rows[..hits.len()] {
            *row = self.tables.aliases.at(*row as usize).entity;
        }
        let entities = rows.iter().filter_map(|&row| self.tables.entities.get(row as usize));
        std::hint::black_box(entities.fold(0, |all, entity| all | entity.kind));
        hits.len()
    }

    fn judge(&mut self, hit: Hit) {
        // A composed office may have covered it.
        if hit.start < self.covered {
            return;
        }
        if let Some(end) = self.entries_in(hit) {
            return self.fall_back(hit, Some(end));
        }
        match self.first_candidate(hit) {
            Ok(first) => self.decide(hit, first),
            // What never counts hides what stands in it.
            Err(Some(Rule::Decoy)) => {}
            Err(_) => self.fall_back(hit, None),
        }
    }

    /// Judges the shorter names in a hit of which no alias counts here: `Australian` in `The Australian government`, where the newspaper is
    /// not meant. The first of them ends before `limit`.
    fn fall_back(&mut self, hit: Hit, limit: Option<usize>) {
        let inside = &self.text[hit.start..hit.end];
        let (mut words, mut count) = ([0; FALL_BACK_WORDS], 0);
        for (word, (at, sign)) in words.iter_mut().zip(inside.match_indices(is_separator)) {
            *word = hit.start + at + sign.len();
            count += 1;
        }
        let words = &words[..count];
        if words.is_empty() || words.len() == FALL_BACK_WORDS {
            return;
        }
        // Behind its first word a name may reach out of the hit: `South Africa` in `Korea, South Africa`.
        let whole = self.text.len();
        let (mut start, mut limit) = (hit.start, limit.unwrap_or(words[words.len() - 1]));
        while start < hit.end {
            let next_word = |at: usize| words.iter().copied().find(|&word| word > at).unwrap_or(hit.end);
            match reference::longest_at(self.tables, &self.text[..limit], start) {
                Some(inner) => match self.first_candidate(inner) {
                    Ok(first) => {
                        self.decide(inner, first);
                        (start, limit) = (next_word(inner.end.max(self.covered) - 1), whole);
                    }
                    Err(Some(Rule::Decoy)) => (start, limit) = (next_word(inner.end - 1), whole),
                    // A still shorter one that starts here.
                    Err(_) => match words.iter().rev().copied().find(|&word| word > start && word < inner.end) {
                        Some(shorter) => limit = shorter,
                        None => (start, limit) = (next_word(start), whole),
                    },
                },
                None => (start, limit) = (next_word(start), whole),
            }
        }
    }

    /// Judges a hit by the rules for the kind of its first candidate.
    fn decide(&mut self, hit: Hit, first: Candidate) {
        let entity = first.row.entity;
        if entity == NONE {
            // `Michael Jordan`: `Jordan` alone is he, too.
            if self.text[hit.start..hit.end].contains(is_separator) {
                self.note_namesake(hit);
                self.note_others(hit);
            }
            return self.drop(hit, first.alias, Rule::Decoy);
        }
        if self.mask.hides(self.text, hit.start, hit.end) {
            return self.drop(hit, first.alias, Rule::Masked);
        }
        match self.kind_of(entity) {
            EntityKind::Country | EntityKind::Place if self.is_person_rather(hit) => self.judge_person(hit),
            EntityKind::Official => self.judge_person(hit),
            EntityKind::Country | EntityKind::Region | EntityKind::Place => self.judge_land(hit, first),
            _ => self.judge_name(hit, first),
        }
    }

    /// The preferred alias at a hit whose case suits, that is not forbidden here, and that counts or has its cue.
    ///
    /// Where none is left, the first one is told to have been dropped, and why.
    fn first_candidate(&mut self, hit: Hit) -> Result<Candidate, Option<Rule>> {
        let surface = &self.text[hit.start..hit.end];
        let mut reason = None;
        let aliases = self.tables.aliases_of_key(hit.key);
        // The case of one of them suits, else there were no hit.
        let several = aliases.len() > 1;
        let one_capital = case::is_sentence_case(self.text, hit.start..hit.end);
        let (mut dated, mut lacking) = (None, None);
        for alias in aliases {
            let row = self.tables.aliases.at(alias);
            let alias = alias as u32;
            if (several || one_capital)
                && !case::suits(CasePolicy::ALL[usize::from(row.case)], self.tables.str(row.text), surface)
            {
                if !one_capital {
                    continue;
                }
                if !self.is_listed(hit, &row) {
                    reason.get_or_insert((alias, Rule::NoEntry));
                    continue;
                }
            }
            if row.policy == Policy::Never as u8 {
                reason.get_or_insert((alias, Rule::Decoy));
                continue;
            }
            if let Some(rule) = surroundings::forbidden(self.tables, &row, self.text, hit.start, hit.end) {
                reason.get_or_insert((alias, rule));
                continue;
            }
            if row.entity != NONE && *self.kind_of(row.entity) == EntityKind::Office && self.is_other_title(hit) {
                reason.get_or_insert((alias, Rule::LongerName));
                continue;
            }
            // Persons have rules of their own for names that need support.
            let person = row.entity != NONE && *self.kind_of(row.entity) == EntityKind::Official;
            if row.policy == Policy::Context as u8 && !person && !self.has_cue(hit, alias) {
                // A decoy without its cue explains nothing, nor does half a word.
                if row.entity != NONE && !self.is_first_half(row) {
                    reason.get_or_insert((alias, Rule::NoCue));
                    if *self.kind_of(row.entity) == EntityKind::Country && !self.is_out_of_use(&row) {
                        lacking.get_or_insert(alias);
                    }
                }
                continue;
            }
            // A name that was another's on the date: `Congo` while there was a Zaire.
            if several && self.is_out_of_use(&row) {
                dated.get_or_insert(alias);
                continue;
            }
            return Ok(Candidate { alias, row });
        }
        if let Some(alias) = dated.map(|alias| lacking.unwrap_or(alias)) {
            return Ok(self.candidate(alias));
        }
        if let Some((alias, rule)) = reason {
            self.drop(hit, alias, rule);
        }
        Err(reason.map(|(_, rule)| rule))
    }

    /// Whether the alias was not in use on the date.
    fn is_out_of_use(&self, alias: &AliasRow) -> bool {
        let Some((date, condition)) = self.as_of.zip(self.tables.conditions.get(alias.condition as usize)) else { return false };
        let valid = Interval::new(Date::from_bits(condition.valid_from), Date::from_bits(condition.valid_to));
        matches!(valid.when(date, true), When::Before | When::After)
    }

    /// Whether a cue of the alias stands in the sentence, its entity is named nearby by an alias that always counts, or it is a line
    /// by itself.
    fn has_cue(&mut self, hit: Hit, alias: u32) -> bool {
        let row = self.tables.aliases.at(alias as usize);
        if let Some(condition) = self.tables.conditions.get(row.condition as usize)
            && condition.cues.len > 0
            && self.cue_stands(hit, condition.cues)
        {
            return true;
        }
        if row.entity == NONE {
            return false;
        }
        // `Franco-German`: elsewhere the word is another.
        if self.is_first_half(row) {
            return false;
        }
        // An entry of a list says what it is.
        if surroundings::is_whole_line(self.text, hit.start, hit.end) {
            return true;
        }
        let named = |found: &Found| found.entity == row.entity && found.rule != Rule::Cue;
        (self.found.iter().rev().take(NEIGHBOURS * 4).any(named) || self.named_soon(hit, row.entity, false))
            && !self.is_rival_named(hit, row.entity)
    }

    /// Whether a country that the words mean elsewhere is named nearby, too, by words that mean it alone: `Congo` where both are spoken of.
    fn is_rival_named(&self, hit: Hit, entity: u32) -> bool {
        let mut rivals = self.tables.aliases_of_key(hit.key).map(|alias| self.tables.aliases.at(alias));
        rivals.any(|other| {
            let rival = other.entity;
            rival != NONE
                && rival != entity
                && other.policy == Policy::Always as u8
                && *self.kind_of(rival) == EntityKind::Country
                && (self.named_soon(hit, rival, true)
                    || self
                        .found
                        .iter()
                        .rev()
                        .take(NEIGHBOURS * 4)
                        .any(|found| found.entity == rival && self.means_only(found.key, rival)))
        })
    }

    /// Whether a key has aliases of one entity alone.
    fn means_only(&self, key: u32, entity: u32) -> bool {
        key != NONE
            && self
                .tables
                .aliases_of_key(key)
                .all(|alias| matches!(self.tables.aliases.at(alias).entity, e if e == entity || e == NONE))
    }

    /// Whether the alias counts as the first half of a word alone: its only cue is `*Joined`.
    fn is_first_half(&self, alias: AliasRow) -> bool {
        let condition = self.tables.conditions.get(alias.condition as usize);
        condition.is_some_and(|condition| self.tables.str(condition.cues) == JOINED)
    }

    /// Whether a hyphen and the name of a country follow directly: `Franco-German`.
    fn is_joined_to_country(&self, hit: Hit) -> bool {
        let Some(next) = self.hits.get(self.at + 1) else { return false };
        let hyphen = self.text.get(hit.end..next.start).unwrap_or_default();
        let mut signs = hyphen.chars().filter(|&c| !is_ignorable(c));
        signs.next().is_some_and(is_hyphen)
            && signs.next().is_none()
            && self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country)
    }

    /// Whether one of the cues (joined by `;`) stands in the sentence; `*Article` is an article right before the hit, `*Joined` a country
    /// joined to it by a hyphen.
    fn cue_stands(&mut self, hit: Hit, cues: Str) -> bool {
        if self.tables.str(cues) == JOINED {
            return self.is_joined_to_country(hit);
        }
        let article = self.tables.str(cues).contains("*Article")
            && words::word_before(self.text, hit.start)
                .is_some_and(|word| Folded::of(self.text, word).is_one_of(&["a", "an", "the", "another"]));
        article || self.around.sentence_has(self.tables, self.text, hit.start, hit.end, cues)
    }

    /// Whether an alias of the entity that always counts follows within the window; with `only`, one that means nothing else.
    fn named_soon(&self, hit: Hit, entity: u32, only: bool) -> bool {
        let ahead = self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.start < hit.end + LOOK_AHEAD);
        ahead.into_iter().any(|next| {
            self.tables.aliases_of_key(next.key).any(|alias| {
                let row = self.tables.aliases.at(alias);
                row.entity == entity
                    && row.policy == Policy::Always as u8
                    && case::suits(
                        CasePolicy::ALL[usize::from(row.case)],
                        self.tables.str(row.text),
                        &self.text[next.start..next.end],
                    )
            }) && (!only || self.means_only(next.key, entity))
        })
    }

    /// Organizations, formats, office titles and kinds of the user's own: what has passed so far is kept.
    fn judge_name(&mut self, hit: Hit, candidate: Candidate) {
        if let Some(rule) = self.capitals_word(hit, &candidate.row) {
            return self.drop(hit, candidate.alias, rule);
        }
        self.keep_with_office(hit, candidate);
    }

    /// Countries, regions and places: not inside a longer name.
    fn judge_land(&mut self, hit: Hit, candidate: Candidate) {
        let Candidate { alias, row } = candidate;
        let entity = row.entity;
        if *self.kind_of(entity) == EntityKind::Place && !self.is_seat_now(entity) {
            return self.drop(hit, alias, Rule::NotThen);
        }
        if let Some(rule) = self.capitals_word(hit, &row).or_else(|| self.longer_name(hit, alias)) {
            if rule == Rule::PersonsName {
                self.note_namesake(hit);
            }
            // `Bank of Japan governor`: an institution's name, but the head of a country's.
            if rule == Rule::LongerName {
                let part = candidate.mention(hit, rule, 0);
                if let Some(Ok(office)) = self.role_around(&part, scope::STATE) {
                    return self.push_office(office, part);
                }
            }
            return self.drop(hit, alias, rule);
        }
        self.keep_with_office(hit, candidate);
    }

    /// Whether a place is a capital or seat on the date; without a date, whether it still is one.
    fn is_seat_now(&self, place: u32) -> bool {
        let row = self.tables.traits(place);
        let valid = Interval::new(Date::from_bits(row.valid_from), Date::from_bits(row.valid_to));
        match self.as_of {
            Some(date) => !matches!(valid.when(date, true), When::Before | When::After),
            None => valid.to().is_none(),
        }
    }

    /// Keeps a mention, and the office it composes with the words around it.
    fn keep_with_office(&mut self, hit: Hit, candidate: Candidate) {
        let rule = if candidate.row.policy == Policy::Context as u8 { Rule::Cue } else { Rule::Name };
        let confidence = match (rule, self.is_contested(hit, candidate.row.entity)) {
            (_, true) => 70,
            (Rule::Cue, _) => 85,
            _ => 98,
        };
        let part = candidate.mention(hit, rule, confidence);
        match self.kind_of(part.entity) {
            EntityKind::Country | EntityKind::Organization | EntityKind::Format => match self.compose_office(&part) {
                Some(office) => self.push_office(office, part),
                None => {
                    let office = self.counterparts_office(&part).unwrap_or(NONE);
                    self.push(Found { office, ..part });
                }
            },
            EntityKind::Office => {
                self.push(part);
                if let Some(owner) = self.owner_in_title(&part) {
                    self.push(owner);
                }
            }
            _ => self.push(part),
        }
    }

    /// Whether another than this entity has the same alias.
    fn is_contested(&self, hit: Hit, entity: u32) -> bool {
        let aliases = self.tables.aliases_of_key(hit.key);
        aliases.len() > 1
            && aliases.into_iter().any(|other| !matches!(self.tables.aliases.at(other).entity, e if e == entity || e == NONE))
    }

    /// In a line of capitals an abbreviation that is an English word needs a sign that it is meant: `THE US`, `U.S.`, `US-CHINA`, `US, CHINA`.
    fn capitals_word(&mut self, hit: Hit, row: &AliasRow) -> Option<Rule> {
        let surface = &self.text[hit.start..hit.end];
        if row.case != CasePolicy::Exact as u8 || surface.len() > 5 || surface.contains('.') {
            return None;
        }
        let word = words::Word { start: hit.start, end: hit.end };
        if !self.phrases.is_on(crate::gazetteer::WordList::English, self.text, word)
            || self.around.line_mode(self.text, hit.start, hit.end) != LineMode::Capitals
        {
            return None;
        }
        let article = words::word_before(self.text, hit.start).is_some_and(|word| self.is(word, "the"));
        let joined = char_after(self.text, hit.end).is_some_and(|(c, _)| c == '/' || is_hyphen(c) || is_apostrophe(c));
        let beside = |other: Option<&Hit>| {
            other.is_some_and(|other| {
                let (a, b) = if other.start > hit.start { (hit.end, other.start) } else { (other.end, hit.start) };
                let between = self.text.get(a..b).unwrap_or("?");
                let sign = between.trim_matches(|c| is_separator(c) || is_ignorable(c));
                matches!(sign, "," | "/")
                    || sign.chars().filter(|&c| !is_ignorable(c)).eq("AND".chars())
                    || sign.is_empty() && between.contains(is_hyphen)
            })
        };
        let previous = self.at.checked_sub(1).and_then(|at| self.hits.get(at));
        (!article && !joined && !beside(previous) && !beside(self.hits.get(self.at + 1))).then_some(Rule::CapitalsWord)
    }

    fn kind_of(&self, entity: u32) -> &'a EntityKind {
        &self.tables.kinds[usize::from(self.tables.entities.at(entity as usize).kind)]
    }

    fn candidate(&self, alias: u32) -> Candidate {
        Candidate { alias, row: self.tables.aliases.at(alias as usize) }
    }

    fn mention(&self, hit: Hit, alias: u32, rule: Rule, confidence: u8) -> Found {
        self.candidate(alias).mention(hit, rule, confidence)
    }

    fn push(&mut self, found: Found) {
        let Found { start, end, entity, alias, role, rule, .. } = found;
        let contradicted =
            if crate::mention::bears_out(self.tables, self.as_of, &found) == Some(false) { found.office } else { NONE };
        self.trace.step(Step { alias, role, contradicted, ..Step::new(start, end, entity, rule, true) });
        // A mention inside another ends before it does.
        self.covered = self.covered.max(end);
        self.found.push(found);
    }

    /// Puts the weak candidates between the mentions, where none covers them.
    fn add_weak(&mut self) {
        let mut weak = std::mem::take(&mut self.weak).into_iter().peekable();
        let mut all = Vec::with_capacity(self.found.len() + weak.len());
        let mut covered = 0;
        for &found in &self.found {
            while let Some(next) = weak.next_if(|next| next.start < found.start) {
                if next.start >= covered && next.end <= found.start {
                    covered = next.end;
                    all.push(next);
                }
            }
            covered = covered.max(found.end);
            all.push(found);
        }
        for next in weak {
            if next.start >= covered {
                covered = next.end;
                all.push(next);
            }
        }
        self.found = all;
    }

    fn drop(&mut self, hit: Hit, alias: u32, rule: Rule) {
        let entity = self.tables.aliases.at(alias as usize).entity;
        if self.keeps_weak && entity != NONE {
            let confidence = match rule {
                Rule::NoCue | Rule::CapitalsWord => 50,
                Rule::NoSupport => 40,
                _ => 0,
            };
            if confidence > 0 {
                self.weak.push(self.mention(hit, alias, rule, confidence));
            }
        }
        self.trace.step(Step { alias, ..Step::new(hit.start, hit.end, entity, rule, false) });
    }
}
