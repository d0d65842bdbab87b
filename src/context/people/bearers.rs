//! Who bears a name, and who of them fits best here?
//!
//! By the as-of date, by a country or body beside the name, by the rank of the office.

use std::ops::Deref;

use super::careers::{HEADS, Standing, is_close};
use crate::boundary::char_after;
use crate::case;
use crate::context::{Context, Trace};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MINISTERS, ORG_HEAD};
use crate::gazetteer::rows::{AliasRow, NONE, TenureRow};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// Bearers of one name that are looked at; further ones are left out.
const MAX_BEARERS: usize = 128;

/// Which offices make a person near.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::context) enum Office {
    Any,
    /// Ministers who are known by their surname abroad.
    Minister,
    /// Heads of states, governments and bodies.
    Head,
    /// Heads of states.
    State,
}

/// The rank of who heads a state or government on the date.
const HEAD_RANK: u8 = 3;
/// Whether an alias is a part of a person's name.
pub(in crate::context) fn is_part(alias: &AliasRow) -> bool {
    matches!(AliasKind::ALL[usize::from(alias.kind)], AliasKind::Surname | AliasKind::Given)
}

/// Bearers that are kept at hand: mostly there are fewer, which need no memory of their own.
const AT_HAND: usize = 4;

/// Aliases, each with the person whom it means.
#[derive(Clone, Debug, Default)]
pub(in crate::context) struct Bearers {
    at_hand: [(u32, u32); AT_HAND],
    count: usize,
    /// All of them, if they are more than fit at hand.
    many: Vec<(u32, u32)>,
}

impl Bearers {
    fn clear(&mut self) {
        self.count = 0;
        self.many.clear();
    }

    fn push(&mut self, bearer: (u32, u32)) {
        match self.at_hand.get_mut(self.count) {
            Some(place) => *place = bearer,
            None => {
                if self.many.is_empty() {
                    self.many.extend(self.at_hand);
                }
                self.many.push(bearer);
            }
        }
        self.count += 1;
    }

    /// Leaves only some of them.
    pub(in crate::context) fn retain(&mut self, keep: impl FnMut(&(u32, u32)) -> bool) {
        *self = self.iter().copied().filter(keep).collect();
    }
}

impl Deref for Bearers {
    type Target = [(u32, u32)];

    #[inline]
    fn deref(&self) -> &Self::Target {
        if self.count > AT_HAND { &self.many } else { &self.at_hand[..self.count] }
    }
}

impl FromIterator<(u32, u32)> for Bearers {
    fn from_iter<I: IntoIterator<Item = (u32, u32)>>(all: I) -> Self {
        let mut bearers = Bearers::default();
        all.into_iter().for_each(|bearer| bearers.push(bearer));
        bearers
    }
}

impl<T: Trace> Context<'_, T> {
    /// The aliases of persons at a hit, with the persons.
    pub(in crate::context) fn bearers(&self, hit: Hit) -> Bearers {
        self.bearers_by(hit, |_| true).collect()
    }

    /// Whether a hit may be a person's name: most are something else.
    pub(in crate::context) fn may_be_person(&self, hit: &Hit) -> bool {
        self.tables.aliases_of_key(hit.key).any(|alias| {
            let row = self.tables.aliases.at(alias);
            row.entity != NONE && *self.kind_meant(&row) == EntityKind::Official
        })
    }

    /// Those by aliases that are so.
    pub(in crate::context) fn bearers_by(&self, hit: Hit, are: impl Fn(&AliasRow) -> bool) -> impl Iterator<Item = (u32, u32)> {
        let surface = &self.text[hit.start..hit.end];
        // Namesakes are mostly written alike.
        let mut last = None;
        let mut suits = move |row: &AliasRow| match last {
            Some((text, case, suits)) if (text, case) == (row.text, row.case) => suits,
            _ => {
                let suits = case::suits(CasePolicy::ALL[usize::from(row.case)], self.tables.str(row.text), surface);
                last = Some((row.text, row.case, suits));
                suits
            }
        };
        self.tables
            .aliases_of_key(hit.key)
            .map(|alias| (alias as u32, self.tables.aliases.at(alias)))
            .filter(move |(_, row)| row.entity != NONE && row.policy != Policy::Never as u8 && are(row))
            .filter(|(_, row)| *self.kind_meant(row) == EntityKind::Official)
            .filter(move |(_, row)| suits(row))
            .map(|(alias, row)| (alias, row.entity))
            .take(MAX_BEARERS)
    }

    pub(in crate::context) fn is_part(&self, alias: u32) -> bool {
        is_part(&self.tables.aliases.at(alias as usize))
    }

    /// The bearer that fits best: by the date, by a country beside the name, by the rank of the office; among equals, without a date, by
    /// the company; else the one preferred by the data.
    pub(in crate::context) fn best(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, u32)> {
        if let [] | [_] = bearers {
            return bearers.first().copied();
        }
        let (mut best, mut so_far) = (Bearers::default(), None);
        for &bearer in bearers {
            let nearest = self.nearest(hit, bearer.1);
            // `Gambia: Jammeh beaten by Barrow`: who comes into office there soon goes before a namesake elsewhere.
            let standing = match self.standing(bearer.1) {
                Standing::Future if nearest.is_some() => Standing::Current,
                standing => standing,
            };
            let fit = (standing, nearest);
            if so_far.is_none_or(|so_far| fit > so_far) {
                so_far = Some(fit);
                best.clear();
            }
            if so_far == Some(fit) {
                best.push(bearer);
            }
        }
        if self.as_of.is_some() && best.len() > 1 {
            let ranks: Vec<u8> = best.iter().map(|&(_, person)| self.rank(person)).collect();
            let most = ranks.iter().max().copied()?;
            let mut firsts = best.iter().zip(&ranks).filter(|&(_, rank)| *rank == most).map(|(&bearer, _)| bearer);
            let first = firsts.next()?;
            // `Abdullah`, where Jordan is spoken of and Saudi Arabia is not
            let about = firsts.next().and_then(|second| {
                let mut all = [first, second].into_iter().chain(firsts);
                all.find(|&(_, person)| self.is_country_about(hit, person))
            });
            return about.or(Some(first));
        }
        if self.as_of.is_none() && best.len() > 1 { self.in_company(hit, &best) } else { None }.or(best.first().copied())
    }

    /// Heads of states and governments go before heads of bodies, those before ministers, and those before others: of the Kims of 2018 the
    /// one in Pyongyang, of the Rubins of 1998 the one at the Treasury. Of those who are in office no more the one who was for long: of the
    /// Kerrys not the one who stood in for three weeks.
    fn rank(&self, person: u32) -> u8 {
        if self.standing(person) == Standing::Former {
            let years = |tenure: TenureRow| {
                let interval = tenure.interval();
                interval.from().zip(interval.to()).map_or(0, |(from, to)| to.year().saturating_sub(from.year()))
            };
            let most = self.tables.tenures_of_official(person).map(years).max().unwrap_or(0);
            return u8::try_from(most).unwrap_or(u8::MAX);
        }
        match self.career(person) {
            career if career.known & (HEAD_OF_STATE | HEAD_OF_GOVERNMENT) != 0 => HEAD_RANK,
            career if career.now & ORG_HEAD != 0 => 2,
            career if career.now & MINISTERS != 0 => 1,
            _ => 0,
        }
    }

    /// Whether a person is one of two bearers who are heads on the date, and the text speaks of the country of neither.
    pub(super) fn is_one_of_two_heads(&mut self, hit: Hit, bearers: &[(u32, u32)], person: u32) -> bool {
        let heads =
            |context: &Self, person: u32| context.standing(person) == Standing::Current && context.rank(person) == HEAD_RANK;
        heads(self, person)
            && bearers.iter().any(|&(_, other)| heads(self, other) && !self.are_in_one_government(person, other))
            && !self.is_country_about(hit, person)
    }

    /// Whether the person holds such an office on the as-of date (ever, without one), and its country or body stands in the same sentence.
    pub(in crate::context) fn near(&mut self, hit: Hit, person: u32, wanted: Office) -> bool {
        self.nearest(hit, person) >= Some(wanted)
    }

    /// The highest office that the person holds on the as-of date (ever, without one), and whose country or body stands in the same sentence.
    fn nearest(&mut self, hit: Hit, person: u32) -> Option<Office> {
        let (tables, as_of) = (self.tables, self.as_of);
        let spoken = self.spoken_near(hit);
        let mut nearest = None;
        for tenure in tables.tenures_of_official(person) {
            let office = tables.traits(tenure.office);
            let rank = match office.functions {
                functions if functions & HEAD_OF_STATE != 0 => Office::State,
                functions if functions & HEADS != 0 => Office::Head,
                functions if functions & MINISTERS != 0 => Office::Minister,
                _ => Office::Any,
            };
            let owner = office.owner;
            if Some(rank) <= nearest
                || owner == NONE
                || as_of.is_some_and(|date| tenure.certainty(date).is_none() && !is_close(&tenure, date))
            {
                continue;
            }
            // `G20 leaders Modi, Suga and Morrison`
            let belongs = |group: u32| {
                rank >= Office::Head && *tables.kind_of(group) == EntityKind::Format && tables.is_member(owner, group, as_of)
            };
            let mut near = spoken.iter().filter(|one| one.in_sentence);
            if near.any(|one| one.entity == owner || one.owner == owner || belongs(one.entity)) {
                nearest = Some(rank);
            }
        }
        nearest
    }

    /// Whether a hit has an alias that is not out of use, of an entity that suits.
    pub(in crate::context) fn may_mean(&self, hit: &Hit, suits: &impl Fn(u32) -> bool) -> bool {
        self.tables.aliases_of_key(hit.key).any(|alias| {
            let row = self.tables.aliases.at(alias);
            row.entity != NONE && row.policy != Policy::Never as u8 && suits(row.entity)
        })
    }

    /// Whether a country or body in which the person held office is spoken of in this part of the text.
    pub(in crate::context) fn is_country_about(&mut self, hit: Hit, person: u32) -> bool {
        let tables = self.tables;
        let spoken = self.spoken_near(hit);
        let mut owners = tables.tenures_of_official(person).map(|tenure| tables.traits(tenure.office).owner);
        owners.any(|owner| owner != NONE && spoken.iter().any(|one| one.entity == owner || one.owner == owner))
    }

    /// Whether a person is a head on the date, and the country stands in the same sentence.
    pub(super) fn is_head_nearby(&mut self, hit: Hit, person: u32) -> bool {
        self.as_of.is_some() && self.near(hit, person, Office::Head)
    }

    /// `Mohamud, a teacher, beat Ahmed`: whether a person comes to head a country that is spoken of, or left it, shortly before or after the date.
    pub(super) fn is_coming_head(&mut self, hit: Hit, person: u32) -> bool {
        self.becomes_head(person) && self.is_soon_in_office(person) && self.is_country_about(hit, person)
    }

    /// The only one of some bearers who heads a state or government on the date, where none heads a body.
    pub(in crate::context) fn only_head(&self, bearers: &[(u32, u32)]) -> Option<u32> {
        self.only_head_of_any(bearers).filter(|&person| self.rank(person) == HEAD_RANK)
    }

    /// The only one of some bearers who heads a state, government or body on the date.
    pub(super) fn only_head_of_any(&self, bearers: &[(u32, u32)]) -> Option<u32> {
        let mut heads = bearers.iter().map(|&(_, person)| person).filter(|&person| self.is_head(person));
        let first = heads.next()?;
        heads.all(|person| person == first).then_some(first)
    }

    /// Whether a person has been in office by the date, or soon is and the country is spoken of: `Macron` before the election.
    pub(super) fn may_be_meant_now(&mut self, hit: Hit, person: u32) -> bool {
        self.standing(person) != Standing::Future || !self.is_far_ahead(person) && self.is_country_about(hit, person)
    }

    /// `John Major, in the royal box,`: whether a head in office is told of in a report of sport, not listed among those who played.
    pub(super) fn is_head_watching(&mut self, hit: Hit, person: u32) -> bool {
        let told = self.words.after(hit.end).is_some_and(|word| self.text[word.start..].starts_with(char::is_lowercase));
        let clause = char_after(self.text, hit.end).is_some_and(|(c, _)| c == ',');
        (told || clause) && (self.is_head(person) || self.was_head_of_state(person))
    }
}
