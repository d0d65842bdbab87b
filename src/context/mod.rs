//! What does the rest of the text say of a hit?
//!
//! Hits come in from the matcher, left to right; each is judged by the rules for its kind, and what is kept goes out as [`Found`].
//! A document is read once: support may stand anywhere before a hit, and up to [`LOOK_AHEAD`] characters behind it.
//!
//! - [`text`]: what stands around a place: words, sentences, lines, lists, and what the word lists say of them.
//! - [`names`]: whether a name of a country, place, body or format means that; [`people`]: whom a person's name means; [`offices`]: which
//!   office a country or body makes with the words beside it, and who the text says holds it.
//! - [`known`]: what the rules know so far; [`about`]: what is spoken of around a hit; [`near`]: what is named close by.
//! - [`sure`]: hits that count wherever they stand; [`candidates`]: which alias of the words counts; [`fall_back`]: the shorter names in
//!   one that does not count.
//! - [`found`]: what comes of a hit; [`rule`]: the names of the rules; [`carry`]: what goes on from one stretch of a text to the next.
//!
//! # What a rule may look at
//!
//! | what | before the hit | behind it |
//! | --- | --- | --- |
//! | words, phrases beside it | words: runs of up to 64 bytes, at most 8 words; phrases 64 characters | the same |
//! | its sentence, its line | 300 and 200 characters | the same |
//! | words of sport | 400 characters | 400 characters |
//! | mentions and hits nearby | the last 48 mentions (192 for an entity named by a sure alias) | the next 48 hits within [`LOOK_AHEAD`] |
//! | who was named | everything, as one entry for each name: [`people::memory`] | whole names within [`LOOK_AHEAD`] |
//! | given names that are countries, abbreviations of something else | everything, as up to 16 names | the next 48 hits within [`LOOK_AHEAD`] |
//!
//! So the state carried along is bounded by the gazetteer, and a decision about a hit needs no more of the text than the window around it.

mod about;
mod candidates;
pub(crate) mod carry;
mod fall_back;
mod found;
#[cfg(test)]
mod grammar;
mod known;
mod names;
mod near;
mod offices;
mod people;
mod rule;
mod sure;
pub(crate) mod text;

pub(crate) use found::{Found, Step, Trace};
pub(crate) use names::lands::Lands;
pub(crate) use offices::apposition::bears_out;
pub use rule::Rule;

use std::cell::RefCell;

use crate::date::Date;
use crate::fetch::TOGETHER;
use crate::fold::{is_break, is_separator};
use crate::gazetteer::Tables;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::hash::RowMap;
use crate::kind::{EntityKind, Policy};
use crate::scan::{Hit, Matcher};
use about::About;
use found::Candidate;
use known::Known;
use near::Counted;
use people::careers::Career;
use sure::{SURE, Sure};
use text::lexicon::Lexicon;
use text::phrases::Phrases;

/// How far behind a hit the text can support it, in characters as they are seen; what is named as far before it counts as near.
const LOOK_AHEAD: usize = 2000;
/// The same in bytes, at most: as many full-width letters.
const LOOK_AHEAD_BYTES: usize = 3 * LOOK_AHEAD;
/// How far behind a hit the text is scanned before it is judged, in bytes: so that the text is still in a near cache, and the rules do not
/// take turns with the matcher too often.
const STRETCH: usize = 64 << 10;
/// No stretch of news has more hits: room is made for them at the first one of a thread.
const STRETCH_HITS: usize = 1 << 10;
/// How many neighbouring hits are looked at, at most.
const NEIGHBOURS: usize = 48;

/// What the rules look names and words up in.
#[derive(Clone, Copy)]
pub(crate) struct Compiled<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) matcher: &'a Matcher,
    pub(crate) phrases: &'a Phrases,
    pub(crate) lands: &'a Lands,
}

/// The rules at work on one text.
pub(crate) struct Context<'a, T> {
    tables: &'a Tables,
    matcher: &'a Matcher,
    phrases: &'a Phrases,
    lands: &'a Lands,
    text: &'a str,
    as_of: Option<Date>,
    hits: Vec<Hit>,
    /// How many of them have been judged.
    judged: usize,
    /// The hit that is being judged.
    at: usize,
    words: Lexicon<'a>,
    /// From where to where no sign stands that parts entries.
    no_sign: (usize, usize),
    known: Known,
    /// How many mentions room is made for at the first one.
    expected: usize,
    about: About,
    counted: Counted,
    /// Persons of whom it was asked whether they are known to be women, and whether they are.
    women: RowMap<bool>,
    /// Those of whom it was asked which offices they hold or held.
    careers: RefCell<RowMap<Career>>,
    /// Whether candidates that only lack support are kept, too, with little confidence.
    keeps_weak: bool,
    /// Those candidates. Nothing is concluded from them, so that the other answers stay what they are.
    weak: Vec<Found>,
    trace: T,
}

impl<'a, T: Trace> Context<'a, T> {
    pub(crate) fn new(
        Compiled { tables, matcher, phrases, lands }: Compiled<'a>,
        text: &'a str,
        as_of: Option<Date>,
        hits: Vec<Hit>,
        trace: T,
    ) -> Self {
        Context {
            tables,
            matcher,
            phrases,
            lands,
            text,
            as_of,
            hits,
            judged: 0,
            at: 0,
            words: Lexicon::new(phrases, text),
            no_sign: (0, 0),
            known: Known::default(),
            expected: 0,
            about: About::default(),
            counted: Counted::new(),
            women: RowMap::default(),
            careers: RefCell::default(),
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

    /// Takes the next hit. Now and then those are judged of which no further one can change anything, while the text around them is near.
    #[inline]
    pub(crate) fn take(&mut self, hit: Hit) {
        let next = self.hits.get(self.judged).map_or(hit.start, |next| next.end);
        if hit.start > next + STRETCH {
            self.judge_ripe(hit.start);
        }
        if self.hits.capacity() == 0 {
            self.hits.reserve(STRETCH_HITS);
        }
        self.hits.push(hit);
    }

    /// Judges the hits of which none from byte `at` on can change anything.
    #[cold]
    fn judge_ripe(&mut self, at: usize) {
        let waiting = &self.hits[self.judged..];
        let ripe = self.judged + waiting.partition_point(|hit| hit.end + carry::REACH <= at);
        if self.judged == 0 {
            // As many mentions for a byte as in the text so far, and an eighth more.
            let expected = self.hits.len() as u128 * self.text.len() as u128 * 9 / 8 / at as u128;
            self.expected = (expected as usize).min(self.text.len());
        }
        self.judge_up_to(ripe);
        self.forget_hits();
    }

    /// Forgets the hits at which no rule looks back any more.
    fn forget_hits(&mut self) {
        // Not at every hit, so that it costs nothing.
        if self.judged > 2 * NEIGHBOURS {
            let gone = self.judged - NEIGHBOURS;
            self.hits.drain(..gone);
            self.judged = NEIGHBOURS;
            self.known.people.drop_hits(gone);
            self.about = About::default();
        }
    }

    /// Judges the hits that have not been; returns the mentions in the order of the text, an outer one before those it holds, and the
    /// hits, whose room can be used again.
    pub(crate) fn finish(mut self) -> (Vec<Found>, T, Vec<Hit>) {
        if self.judged == 0 {
            self.expected = self.hits.len();
        }
        self.judge_up_to(self.hits.len());
        self.judge_end();
        if !self.weak.is_empty() {
            self.add_weak();
        }
        (self.known.found, self.trace, self.hits)
    }

    /// Judges the next hits, up to number `to`.
    fn judge_up_to(&mut self, to: usize) {
        let from = std::mem::replace(&mut self.judged, to);
        if from == 0 {
            self.at = 0;
            self.judge_value();
        }
        for first in (from..to).step_by(TOGETHER) {
            let sure = Sure::of(self.tables, &self.hits[first..to]);
            for at in first..to.min(first + TOGETHER) {
                self.at = at;
                self.judge_entries();
                self.judge(self.hits[at], &sure, at - first);
            }
        }
    }

    /// Judges what stands behind the last hit of a text.
    fn judge_end(&mut self) {
        self.at = self.hits.len();
        self.judge_entries();
    }

    /// Judges the hit with a number among those of which some are known to be sure: what most of a user's own names need stands here, the
    /// rest apart from it.
    #[inline(always)]
    fn judge(&mut self, hit: Hit, sure: &Sure, number: usize) {
        // A composed office may have covered it.
        if hit.start < self.known.covered {
            return self.judge_covered(hit);
        }
        if !hit.surface.plain && self.falls_apart(hit) {
            return;
        }
        match sure.mention(self.tables, number, hit) {
            Some(sure) if !self.known.mask.hides(self.text, hit.start, hit.end) => self.push(sure),
            _ => self.judge_by_rules(hit),
        }
    }

    #[inline(never)]
    fn judge_covered(&mut self, hit: Hit) {
        if hit.end > self.known.covered && self.text[hit.start..hit.end].contains(is_break) {
            self.judge_rest(hit);
        }
    }

    /// Whether a hit is no name but the beginnings of several, which are judged.
    #[inline(never)]
    fn falls_apart(&mut self, hit: Hit) -> bool {
        // Mostly it has a hyphen between letters.
        let inside = &self.text.as_bytes()[hit.start..hit.end];
        let parts = |b: u8| b < b' ' || b == b',' || !b.is_ascii();
        if !inside.iter().fold(false, |any, &b| any | parts(b)) && !inside.windows(2).any(|pair| pair == b"- ") {
            return false;
        }
        let entry = self.entries_in(hit);
        let apart = entry.is_some() || self.is_across_dash(hit);
        if apart {
            self.fall_back(hit, entry);
        }
        apart
    }

    #[inline(never)]
    fn judge_by_rules(&mut self, hit: Hit) {
        match self.first_candidate(hit) {
            Ok(first) => self.decide(hit, first),
            // What never counts hides what stands in it.
            Err(Some(Rule::Decoy)) => {}
            Err(_) => self.fall_back(hit, None),
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
            } else if first.row.policy == Policy::Context as u8 && self.is_of_capitals(hit) {
                // The `ICC` of cricket stays that.
                self.note_other_meaning(hit);
            }
            return self.drop(hit, first.alias, Rule::Decoy);
        }
        if self.known.mask.hides(self.text, hit.start, hit.end) {
            return self.drop(hit, first.alias, Rule::Masked);
        }
        if self.stands_for_another(hit, entity) {
            return self.drop(hit, first.alias, Rule::OtherMeaning);
        }
        match self.kind_of(entity) {
            EntityKind::Country | EntityKind::Place if self.is_person_rather(hit) => self.judge_person(hit),
            EntityKind::Official => self.judge_person(hit),
            EntityKind::Country | EntityKind::Region | EntityKind::Place => self.judge_land(hit, first),
            _ => self.judge_name(hit, first),
        }
    }

    /// The longest name that stands at a place.
    fn longest_at(&self, place: usize) -> Option<Hit> {
        self.longest_before(self.text.len(), place)
    }

    /// The same if the text ended at `end`.
    fn longest_before(&self, end: usize, place: usize) -> Option<Hit> {
        self.matcher.longest_at(self.tables, &self.text[..end], place)
    }

    fn kind_of(&self, entity: u32) -> &'a EntityKind {
        self.tables.kind_of(entity)
    }

    /// The kind of the entity of an alias that is no decoy.
    #[inline]
    fn kind_meant(&self, alias: &AliasRow) -> &'a EntityKind {
        &self.tables.kinds[usize::from(alias.entity_kind)]
    }

    fn mention(&self, hit: Hit, alias: u32, rule: Rule, confidence: u8) -> Found {
        Found::new(hit, alias, self.tables.aliases.at(alias as usize), rule, confidence)
    }

    fn push(&mut self, found: Found) {
        let Found { start, end, entity, alias, role, rule, .. } = found;
        let contradicts = || bears_out(self.tables, self.as_of, &found) == Some(false);
        let contradicted = if found.office != NONE && contradicts() { found.office } else { NONE };
        self.trace.step(Step { alias, role, contradicted, ..Step::new(start, end, entity, rule, true) });
        // A mention inside another ends before it does.
        self.known.covered = self.known.covered.max(end);
        if self.known.found.capacity() == 0 {
            self.known.found.reserve_exact(self.expected);
        }
        self.known.found.push(found);
    }

    /// Puts the weak candidates between the mentions, where none covers them.
    fn add_weak(&mut self) {
        let mut weak = std::mem::take(&mut self.weak).into_iter().peekable();
        let mut all = Vec::with_capacity(self.known.found.len() + weak.len());
        let mut covered = 0;
        for &found in &self.known.found {
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
        self.known.found = all;
    }

    fn drop(&mut self, hit: Hit, alias: u32, rule: Rule) {
        let entity = self.tables.aliases.at(alias as usize).entity;
        if self.keeps_weak && entity != NONE {
            let confidence = match rule {
                Rule::NoCue | Rule::CapitalsWord => 50,
                Rule::NoSupport | Rule::Family | Rule::Abbreviation | Rule::Private | Rule::Sport => 40,
                _ => 0,
            };
            if confidence > 0 {
                self.weak.push(self.mention(hit, alias, rule, confidence));
            }
        }
        self.trace.step(Step { alias, ..Step::new(hit.start, hit.end, entity, rule, false) });
    }
}
