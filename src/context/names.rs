//! Is the name of a country, place, body or format kept, and the office it composes with the words around it?

use super::folded::Folded;
use super::line::LineMode;
use super::{Candidate, Context, Found, Rule, SURE, Trace, words};
use crate::boundary::char_after;
use crate::date::{Date, Interval, When};
use crate::fold::{is_apostrophe, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::gazetteer::{WordList, scope};
use crate::kind::{CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// Longer abbreviations are no English words.
const LONGEST_ABBREVIATION: usize = 5;

impl<T: Trace> Context<'_, T> {
    /// Organizations, formats, office titles and kinds of the user's own: what has passed so far is kept.
    pub(super) fn judge_name(&mut self, hit: Hit, candidate: Candidate) {
        if let Some(rule) = self.capitals_word(hit, &candidate.row) {
            return self.drop(hit, candidate.alias, rule);
        }
        self.keep_with_office(hit, candidate);
    }

    /// Countries, regions and places: not inside a longer name.
    pub(super) fn judge_land(&mut self, hit: Hit, candidate: Candidate) {
        let Candidate { alias, row, .. } = candidate;
        let entity = row.entity;
        if *self.kind_of(entity) == EntityKind::Place && !self.is_seat_now(entity) {
            return self.drop(hit, alias, Rule::NotThen);
        }
        let rule = self.capitals_word(hit, &row).or_else(|| self.longer_name(hit, alias));
        if let Some(rule) = rule.or_else(|| self.is_team(hit, entity).then_some(Rule::Team)) {
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
        let confidence = match (rule, candidate.contested) {
            (_, true) => 70,
            (Rule::Cue, _) => 85,
            _ => SURE,
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

    /// In a line of capitals an abbreviation that is an English word needs a sign that it is meant: `THE US`, `U.S.`, `US-CHINA`, `US, CHINA`.
    fn capitals_word(&mut self, hit: Hit, row: &AliasRow) -> Option<Rule> {
        let surface = &self.text[hit.start..hit.end];
        if row.case != CasePolicy::Exact as u8 || surface.contains('.') {
            return None;
        }
        let word = words::Word { start: hit.start, end: hit.end };
        if Folded::of(self.text, word).as_str().len() > LONGEST_ABBREVIATION {
            return None;
        }
        if !self.words.is_on(WordList::English, word)
            || self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Capitals
        {
            return None;
        }
        let article = self.words.before(hit.start).is_some_and(|word| self.is(word, "the"));
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
}
