//! Who bears a name, and who of them fits best here?
//!
//! By the as-of date, by a country or body beside the name, by the rank of the office.

use super::{Context, Found, LOOK_AHEAD, NEIGHBOURS, Rule, Trace};
use crate::case;
use crate::date::When;
use crate::fold::{is_ignorable, is_separator};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, ORG_HEAD};
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// Bearers of one name that are looked at; further ones are left out.
const MAX_BEARERS: usize = 64;

/// How a person stands to the as-of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Every tenure starts later.
    Future,
    /// Without a date, or without tenures.
    Unknown,
    Former,
    Current,
}

/// Which offices make a person near.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Office {
    Any,
    /// Heads of states, governments and bodies.
    Head,
    /// Heads of states.
    State,
}

/// The functions of heads.
const HEADS: u32 = HEAD_OF_STATE | HEAD_OF_GOVERNMENT | ORG_HEAD;

/// Whether an alias is a part of a person's name.
pub(super) fn is_part(alias: &AliasRow) -> bool {
    matches!(AliasKind::ALL[usize::from(alias.kind)], AliasKind::Surname | AliasKind::Given)
}

impl<T: Trace> Context<'_, T> {
    /// The aliases of persons at a hit, with the persons.
    pub(super) fn bearers(&self, hit: Hit) -> Vec<(u32, u32)> {
        self.bearers_by(hit, |_| true).collect()
    }

    /// Those by aliases that are so.
    pub(super) fn bearers_by(&self, hit: Hit, are: impl Fn(&AliasRow) -> bool) -> impl Iterator<Item = (u32, u32)> {
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
            .filter(|(_, row)| *self.kind_of(row.entity) == EntityKind::Official)
            .filter(move |(_, row)| suits(row))
            .map(|(alias, row)| (alias, row.entity))
            .take(MAX_BEARERS)
    }

    pub(super) fn is_part(&self, alias: u32) -> bool {
        is_part(&self.tables.aliases.at(alias as usize))
    }

    pub(super) fn standing(&self, person: u32) -> Standing {
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

    /// The bearer that fits best: by the date, by a country beside the name, by the rank of the office; among equals, without a date, by
    /// the company; else the one preferred by the data.
    pub(super) fn best(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, u32)> {
        if let [only] = bearers {
            return Some(*only);
        }
        let (mut best, mut so_far) = (Vec::with_capacity(bearers.len()), None);
        for &bearer in bearers {
            let fit = (self.standing(bearer.1), self.nearest(hit, bearer.1));
            if so_far.is_none_or(|so_far| fit > so_far) {
                so_far = Some(fit);
                best.clear();
            }
            if so_far == Some(fit) {
                best.push(bearer);
            }
        }
        if self.as_of.is_none() && best.len() > 1 { self.in_company(hit, &best) } else { None }.or(best.first().copied())
    }

    /// Whether the person holds such an office on the as-of date (ever, without one), and its country or body stands in the same sentence.
    pub(super) fn near(&mut self, hit: Hit, person: u32, wanted: Office) -> bool {
        self.nearest(hit, person) >= Some(wanted)
    }

    /// The highest office that the person holds on the as-of date (ever, without one), and whose country or body stands in the same sentence.
    fn nearest(&mut self, hit: Hit, person: u32) -> Option<Office> {
        let (from, to) = self.around.sentence(self.text, hit.start, hit.end);
        self.look_at_neighbours();
        let mut nearest = None;
        for tenure in self.tables.tenures_of_official(person) {
            let office = self.tables.traits(tenure.office);
            let rank = match office.functions {
                functions if functions & HEAD_OF_STATE != 0 => Office::State,
                functions if functions & HEADS != 0 => Office::Head,
                _ => Office::Any,
            };
            if Some(rank) <= nearest || office.owner == NONE || self.as_of.is_some_and(|date| tenure.certainty(date).is_none()) {
                continue;
            }
            let owner = office.owner;
            let owns = |entity: u32| {
                entity == owner
                    || self.tables.traits(entity).owner == owner
                    // `G20 leaders Modi, Suga and Morrison`
                    || rank >= Office::Head
                        && *self.kind_of(entity) == EntityKind::Format
                        && self.tables.is_member(owner, entity, self.as_of)
            };
            let mut before = self.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start >= from);
            if before.any(|found| *self.kind_of(found.entity) != EntityKind::Official && owns(found.entity))
                || self.is_ahead(|next| next.end <= to, owns)
            {
                nearest = Some(rank);
            }
        }
        nearest
    }

    /// Whether a hit has an alias that is not out of use, of an entity that suits.
    pub(super) fn may_mean(&self, hit: &Hit, suits: &impl Fn(u32) -> bool) -> bool {
        self.tables.aliases_of_key(hit.key).any(|alias| {
            let row = self.tables.aliases.at(alias);
            row.entity != NONE && row.policy != Policy::Never as u8 && suits(row.entity)
        })
    }

    /// Whether a country or body in which the person held office is spoken of in this part of the text.
    pub(super) fn is_country_about(&mut self, hit: Hit, person: u32) -> bool {
        self.look_at_neighbours();
        let owners: Vec<u32> = self.owners(person).filter(|&owner| owner != NONE).collect();
        let owns = |entity: u32| owners.contains(&entity) || owners.contains(&self.tables.traits(entity).owner);
        let before = self.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start + LOOK_AHEAD > hit.start);
        before.into_iter().any(|found| *self.kind_of(found.entity) != EntityKind::Official && owns(found.entity))
            || self.is_ahead(|next| next.start < hit.end + LOOK_AHEAD, owns)
    }

    /// Whether somebody who is or was in office for the same country or body is named in this part of the text, or officials stand right
    /// before and behind: `Laurent Fabius, Wang Yi, Sergey Lavrov`.
    pub(super) fn is_among_colleagues(&self, hit: Hit, person: u32) -> bool {
        let official = |found: &Found| *self.kind_of(found.entity) == EntityKind::Official && found.rule == Rule::FullName;
        let mut before = self
            .found
            .iter()
            .rev()
            .take(NEIGHBOURS)
            .take_while(|found| found.start + LOOK_AHEAD > hit.start)
            .filter(|f| official(f));
        let colleague = |other: u32| {
            other != person
                && self.standing(other) == self.standing(person)
                && self.owners(other).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner))
        };
        let listed = |from: usize, to: usize| {
            self.text.get(from..to).is_some_and(|between| {
                let mut words = between.split(|c| is_separator(c) || is_ignorable(c)).filter(|word| !word.is_empty());
                match (words.next(), words.next(), words.next()) {
                    (Some(sign), None, None) => matches!(sign, "," | "and"),
                    (Some(","), Some("and"), None) => true,
                    _ => false,
                }
            })
        };
        let next = self.hits.get(self.at + 1).filter(|next| listed(hit.end, next.start));
        let behind = next.is_some_and(|next| self.bearers_by(*next, |row| !is_part(row)).next().is_some());
        let last = self.found.last().is_some_and(|found| official(found) && listed(found.end, hit.start));
        last && behind || before.any(|found| colleague(found.entity))
    }

    /// Whether a person is known to hold no office on the date.
    pub(super) fn is_out_of_office(&self, person: u32) -> bool {
        matches!(self.standing(person), Standing::Future | Standing::Former)
    }

    /// Whether a person comes into office only more than a year after the date: no `incoming president`.
    pub(super) fn is_far_ahead(&self, person: u32) -> bool {
        let Some(date) = self.as_of else { return false };
        let tenures = self.tables.tenures_of_official(person);
        let mut starts = tenures.map(|tenure| tenure.interval().from());
        self.standing(person) == Standing::Future && starts.all(|from| from.is_some_and(|from| from.year() > date.year() + 1))
    }

    /// Whether a person is a head on the date, and the country stands in the same sentence.
    pub(super) fn is_head_nearby(&mut self, hit: Hit, person: u32) -> bool {
        self.as_of.is_some() && self.near(hit, person, Office::Head)
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
        self.tables.tenures_of_official(person).map(|tenure| self.tables.traits(tenure.office).owner)
    }
}
