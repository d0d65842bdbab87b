//! Is the name of a country, place, body or format kept, and the office it composes with the words around it?
//!
//! - [`beside`]: phrases that forbid an alias; [`abbreviations`]: what the text says that they stand for; [`capitals`]: whether one is a
//!   word in capitals; [`blocs`]: bodies by the words beside them.
//! - [`longer_names`]: a name inside a longer one: [`states`] that of a state, [`first_names`] and [`persons_names`] of a person, [`ships`]
//!   of a ship, [`firms`] of a firm, street, school or team, [`works`] in the title of a film or song, [`teams`] for its team.
//! - [`entries`], [`lands`], [`written`]: entries of lists that no alias spells so; [`codes`]: the letters that results write for countries.

mod abbreviations;
pub(super) mod beside;
mod blocs;
mod capitals;
pub(super) mod codes;
mod entries;
mod firms;
mod first_names;
pub(super) mod lands;
mod longer_names;
mod persons_names;
mod ships;
mod states;
mod teams;
mod works;
mod written;

use crate::context::{Candidate, Context, Found, Rule, SURE, Trace};
use crate::date::{Date, Interval, When};
use crate::gazetteer::rows::NONE;
use crate::gazetteer::scope;
use crate::kind::{EntityKind, Policy};
use crate::scan::Hit;

impl<T: Trace> Context<'_, T> {
    /// Organizations, formats, office titles and kinds of the user's own: what has passed so far is kept.
    pub(super) fn judge_name(&mut self, hit: Hit, candidate: Candidate) {
        if self.is_word_of_capitals(hit, &candidate) {
            return self.drop(hit, candidate.alias, Rule::CapitalsWord);
        }
        if self.is_named_after_body(hit, candidate.row.entity) {
            return self.drop(hit, candidate.alias, Rule::LongerName);
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
        let word = self.is_word_of_capitals(hit, &candidate).then_some(Rule::CapitalsWord);
        let rule = word.or_else(|| self.longer_name(hit, alias));
        let rule = rule.or_else(|| self.is_of_extent(hit).then_some(Rule::Extent));
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
                    if let Some(office) = self.office_in_next_cell(&part) {
                        self.push(office);
                    }
                }
            },
            EntityKind::Office => {
                let Some(modifier) = self.modifier_before(part.start) else {
                    self.drop(hit, candidate.alias, Rule::OtherOffice);
                    // `deputy speaker of the Russian State Duma`: the country is left.
                    return self.fall_back(hit, None);
                };
                if let Some(rule) = self.title_is_others(&part) {
                    return self.drop(hit, candidate.alias, rule);
                }
                let part = Found { modifier, ..part };
                self.push(part);
                if let Some(owner) = self.owner_in_title(&part) {
                    self.push(owner);
                }
            }
            _ => self.push(part),
        }
    }
}
