//! Which alias of the words at a hit counts here?
//!
//! The first, in the order of the data, whose case suits, that no phrase beside it forbids, and that counts by itself or has its cue.

use super::names::beside;
use super::names::codes::RESULT;
use super::text::folded::Folded;
use super::text::line;
use super::text::words;
use super::{Candidate, Context, Found, NEIGHBOURS, Rule, Trace};
use crate::boundary::char_before;
use crate::case;
use crate::date::{Date, Interval, When};
use crate::fold::{is_hyphen, is_ignorable};
use crate::gazetteer::rows::{AliasRow, NONE, Str};
use crate::kind::{CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// The cue of a word that means a country as the first half of another alone: `Franco-German`.
const JOINED: &str = "*Joined";
/// The cue of a word that means a country in a list of countries alone: `turkey`.
const LISTED: &str = "*List";

impl<T: Trace> Context<'_, T> {
    /// The preferred alias at a hit whose case suits, that is not forbidden here, and that counts or has its cue.
    ///
    /// Where none is left, the first one is told to have been dropped, and why.
    pub(super) fn first_candidate(&mut self, hit: Hit) -> Result<Candidate, Option<Rule>> {
        let surface = &self.text[hit.start..hit.end];
        let mut reason = None;
        let aliases = self.tables.aliases_of_key(hit.key);
        // The case of one of them suits, else there were no hit.
        let several = aliases.len() > 1;
        let one_capital = hit.surface.one_capital;
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
            if let Some(rule) = beside::forbidden(self.tables, &self.words, &row, (self.text, hit.start, hit.end)) {
                reason.get_or_insert((alias, rule));
                continue;
            }
            if row.entity != NONE && *self.kind_meant(&row) == EntityKind::Office && self.is_other_title(hit) {
                reason.get_or_insert((alias, Rule::LongerName));
                continue;
            }
            // Persons have rules of their own for names that need support.
            let person = row.entity != NONE && *self.kind_meant(&row) == EntityKind::Official;
            if row.policy == Policy::Context as u8 && !person && !self.has_cue(hit, alias) {
                // A decoy without its cue explains nothing, nor does half a word.
                if row.entity != NONE && !self.asks_for_its_cue(row) {
                    reason.get_or_insert((alias, Rule::NoCue));
                    if *self.kind_meant(&row) == EntityKind::Country && !self.is_out_of_use(&row) {
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
            return Ok(self.candidate(hit, alias, row, several));
        }
        if let Some(alias) = dated.map(|alias| lacking.unwrap_or(alias)) {
            return Ok(self.candidate(hit, alias, self.tables.aliases.at(alias as usize), several));
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

    /// Whether a cue of the alias stands in the sentence, the words behind it or its entity named nearby by an alias that always counts
    /// support it, or it is a line by itself.
    pub(super) fn has_cue(&mut self, hit: Hit, alias: u32) -> bool {
        let row = self.tables.aliases.at(alias as usize);
        if self.is_land_listed(hit, row.entity) {
            return false;
        }
        if let Some(condition) = self.tables.conditions.get(row.condition as usize)
            && condition.cues.len > 0
            && self.cue_stands(hit, condition.cues)
        {
            return true;
        }
        if row.entity == NONE {
            return false;
        }
        // `Franco-German`, `turkey`: elsewhere the word is another.
        if self.asks_for_its_cue(row) || self.is_code(row) {
            return false;
        }
        if self.is_bloc(hit, &row) {
            return true;
        }
        // An entry of a list says what it is, but where a country has the name, too: `GUAM`. Not what is left of a line of prose.
        let country = |row: AliasRow| row.entity != NONE && *self.kind_of(row.entity) == EntityKind::Country;
        let always = |row: AliasRow| country(row) && row.policy == Policy::Always as u8;
        if line::is_whole_line(self.text, hit.start, hit.end)
            && (country(row) || !self.tables.aliases_of_key(hit.key).any(|alias| always(self.tables.aliases.at(alias))))
            && !line::ends_prose(self.text, hit.start)
        {
            return true;
        }
        // `the Quad` again, where a cue told it once
        let body = matches!(self.kind_of(row.entity), EntityKind::Format | EntityKind::Organization);
        let again = |found: &Found| body && found.key == hit.key && self.is_near_before(found.start, hit);
        let named = |found: &Found| {
            found.entity == row.entity && (again(found) || !matches!(found.rule, Rule::Cue | Rule::Era | Rule::Headline))
        };
        (self.known.found.iter().rev().take(NEIGHBOURS * 4).any(named) || self.named_soon(hit, row.entity, false))
            && !self.is_rival_named(hit, row.entity)
            || self.is_rival_listed(hit, row.entity)
    }

    /// Whether the words are a country's name, too, and an entry of a list of countries: `GUAM`, or `Turkey` below `South Sandwich Islands`.
    fn is_land_listed(&self, hit: Hit, entity: u32) -> bool {
        let country = |entity: u32| *self.kind_of(entity) == EntityKind::Country;
        (entity == NONE || !country(entity))
            && self.may_mean(&hit, &country)
            && !self.is_behind_town(hit)
            && self.is_in_list_of_countries(hit)
    }

    /// `AUGUSTA, Georgia 2003-04-13`: whether a word that begins a line, and is nothing known, stands before a comma and a name.
    fn is_behind_town(&self, hit: Hit) -> bool {
        let Some((',', comma)) = words::gap_before(self.text, hit.start).and_then(|end| char_before(self.text, end)) else {
            return false;
        };
        let town = words::last_word(self.text, 0, comma);
        let known = self.at.checked_sub(1).is_some_and(|last| self.hits[last].end == town.end);
        line::opens_line(self.text, town.start) && !known && words::is_capitalized(self.text, town)
    }

    /// Whether a name is an entry of a list that has another country of that name under one of its own: `Congo`, `Dem. Rep. of the Congo`.
    fn is_rival_listed(&self, hit: Hit, entity: u32) -> bool {
        let contested = |alias: usize| {
            let row = self.tables.aliases.at(alias);
            row.entity != NONE && row.entity != entity && row.policy == Policy::Always as u8
        };
        if *self.kind_of(entity) != EntityKind::Country || !self.tables.aliases_of_key(hit.key).any(contested) {
            return false;
        }
        let rival = |near: &&Hit| {
            self.tables.aliases_of_key(hit.key).any(|alias| {
                contested(alias)
                    && self.means_only(near.key, self.tables.aliases.at(alias).entity)
                    && self.is_entry_like(hit, **near)
            })
        };
        let mut near = self.hits[..self.at].iter().rev().take(NEIGHBOURS).chain(self.hits[self.at + 1..].iter().take(NEIGHBOURS));
        near.any(|near| rival(&near)) && self.is_in_list_of_countries(hit)
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
                        .known
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

    /// Whether the alias counts as the first half of a word, or in a list of countries, and nowhere else.
    fn asks_for_its_cue(&self, alias: AliasRow) -> bool {
        let condition = self.tables.conditions.get(alias.condition as usize);
        condition.is_some_and(|condition| matches!(self.tables.str(condition.cues), JOINED | LISTED))
    }

    /// Whether the alias counts in results alone: its only cue is `*Result`.
    fn is_code(&self, alias: AliasRow) -> bool {
        let condition = self.tables.conditions.get(alias.condition as usize);
        condition.is_some_and(|condition| self.tables.str(condition.cues) == RESULT)
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
    /// joined to it by a hyphen, `*Sport` a report of sport, `*Entry` an entry of a list, `*Result` the country of an athlete in results,
    /// `*List` one of a list of countries, or all of the text.
    pub(super) fn cue_stands(&mut self, hit: Hit, cues: Str) -> bool {
        if self.tables.str(cues) == JOINED {
            return self.is_joined_to_country(hit);
        }
        let article = self.tables.str(cues).contains("*Article")
            && self
                .words
                .before(hit.start)
                .is_some_and(|word| Folded::of(self.text, word).is_one_of(&["a", "an", "the", "another"]));
        let sport = self.tables.str(cues).contains("*Sport") && self.in_sport(hit);
        // `Uk` in a table.
        let entry = self.tables.str(cues).contains("*Entry") && self.is_entry(hit);
        // `Jersey` between `Italy` and `Jordan`; `south korea` as the value of a cell.
        let listed = self.tables.str(cues).contains("*List") && (self.is_in_list_of_countries(hit) || self.is_a_value(hit));
        let result = self.tables.str(cues).contains(RESULT) && self.is_in_results(hit);
        result
            || article
            || sport
            || entry
            || listed
            || self.known.around.sentence_has(self.tables, self.text, hit.start, hit.end, cues)
    }

    /// Whether an alias of the entity that always counts follows within the window; with `only`, one that means nothing else.
    fn named_soon(&self, hit: Hit, entity: u32, only: bool) -> bool {
        let wanted =
            |next: &Hit| self.always_means(next, |meant| meant == entity) && (!only || self.means_only(next.key, entity));
        self.next_near(hit, wanted).is_some()
    }

    /// Whether an alias that always counts, and whose case suits, makes a hit an entity of some.
    pub(super) fn always_means(&self, hit: &Hit, is: impl Fn(u32) -> bool) -> bool {
        self.tables.aliases_of_key(hit.key).map(|alias| self.tables.aliases.at(alias)).any(|row| {
            row.entity != NONE
                && is(row.entity)
                && row.policy == Policy::Always as u8
                && case::suits(CasePolicy::ALL[usize::from(row.case)], self.tables.str(row.text), &self.text[hit.start..hit.end])
        })
    }

    /// An alias at a hit; with `several` its key has more of them.
    #[inline]
    fn candidate(&self, hit: Hit, alias: u32, row: AliasRow, several: bool) -> Candidate {
        let other = |alias: usize| !matches!(self.tables.aliases.at(alias).entity, e if e == row.entity || e == NONE);
        Candidate { alias, row, contested: several && self.tables.aliases_of_key(hit.key).any(other) }
    }
}
