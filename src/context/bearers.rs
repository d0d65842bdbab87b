//! Who bears a name, and who of them fits best here?
//!
//! By the as-of date, by a country or body beside the name, by the rank of the office.

use std::ops::Deref;

use super::line::LineMode;
use super::words;
use super::{Context, LOOK_AHEAD, NEIGHBOURS, Rule, Trace};
use crate::boundary::char_after;
use crate::case;
use crate::date::When;
use crate::fold::{is_ignorable, is_separator, narrow};
use crate::gazetteer::WordList;
use crate::gazetteer::functions::{GREAT_OFFICES, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MINISTERS, ORG_HEAD};
use crate::gazetteer::rows::{AliasRow, NONE, TenureRow, TraitsRow};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// Bearers of one name that are looked at; further ones are left out.
const MAX_BEARERS: usize = 128;

/// One with at most so many means the head who bears it among other officials.
pub(super) const FEW: usize = 6;
/// No head is younger.
const LEAST_AGE: u8 = 25;
/// The widest text between two names side by side, in bytes.
const WIDEST_JOINT: usize = 64;

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
    /// Ministers who are known by their surname abroad.
    Minister,
    /// Heads of states, governments and bodies.
    Head,
    /// Heads of states.
    State,
}

/// The rank of who heads a state or government on the date.
const HEAD_RANK: u8 = 2;
/// The functions of heads.
const HEADS: u32 = HEAD_OF_STATE | HEAD_OF_GOVERNMENT | ORG_HEAD;

/// Whether an alias is a part of a person's name.
pub(super) fn is_part(alias: &AliasRow) -> bool {
    matches!(AliasKind::ALL[usize::from(alias.kind)], AliasKind::Surname | AliasKind::Given)
}

/// Bearers that are kept at hand: mostly there are fewer, which need no memory of their own.
const AT_HAND: usize = 4;

/// Aliases, each with the person whom it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearers {
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
    pub(super) fn retain(&mut self, keep: impl FnMut(&(u32, u32)) -> bool) {
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
    pub(super) fn bearers(&self, hit: Hit) -> Bearers {
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
            .filter(|(_, row)| *self.kind_meant(row) == EntityKind::Official)
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
        let (mut best, mut so_far) = (Bearers::default(), None);
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
        if self.as_of.is_some() && best.len() > 1 && so_far.is_some_and(|(_, nearest)| nearest.is_none()) {
            let ranks: Vec<u8> = best.iter().map(|&(_, person)| self.rank(person)).collect();
            let most = ranks.iter().max().copied()?;
            let mut firsts = best.iter().zip(&ranks).filter(|&(_, rank)| *rank == most).map(|(&bearer, _)| bearer);
            let first = firsts.next()?;
            // `Abdullah`, where Jordan is spoken of and Saudi Arabia is not
            let about = firsts.next().and_then(|second| {
                let mut all = [first, second].into_iter().chain(firsts);
                all.find(|&(_, person)| most == HEAD_RANK && self.is_country_about(hit, person))
            });
            return about.or(Some(first));
        }
        if self.as_of.is_none() && best.len() > 1 { self.in_company(hit, &best) } else { None }.or(best.first().copied())
    }

    /// Heads of states and governments go before heads of bodies, and those before others: of the Kims of 2018 the one in Pyongyang. Of
    /// those who are in office no more the one who was for long: of the Kerrys not the one who stood in for three weeks.
    fn rank(&self, person: u32) -> u8 {
        if self.standing(person) == Standing::Former {
            let years = |tenure: TenureRow| {
                let interval = tenure.interval();
                interval.from().zip(interval.to()).map_or(0, |(from, to)| to.year().saturating_sub(from.year()))
            };
            let most = self.tables.tenures_of_official(person).map(years).max().unwrap_or(0);
            return u8::try_from(most).unwrap_or(u8::MAX);
        }
        let rank = |office: TraitsRow| match office.functions {
            functions if functions & (HEAD_OF_STATE | HEAD_OF_GOVERNMENT) != 0 && !self.is_territory(office.owner) => HEAD_RANK,
            functions if functions & ORG_HEAD != 0 => 1,
            _ => 0,
        };
        self.offices_now(person).map(rank).max().unwrap_or(0)
    }

    /// Whether a person is one of two bearers who are heads on the date, and the text speaks of the country of neither.
    pub(super) fn is_one_of_two_heads(&mut self, hit: Hit, bearers: &[(u32, u32)], person: u32) -> bool {
        let heads =
            |context: &Self, person: u32| context.standing(person) == Standing::Current && context.rank(person) == HEAD_RANK;
        heads(self, person)
            && bearers
                .iter()
                .any(|&(_, other)| other != person && heads(self, other) && !self.are_in_one_government(person, other))
            && !self.is_country_about(hit, person)
    }

    /// Whether the person holds such an office on the as-of date (ever, without one), and its country or body stands in the same sentence.
    pub(super) fn near(&mut self, hit: Hit, person: u32, wanted: Office) -> bool {
        self.nearest(hit, person) >= Some(wanted)
    }

    /// The highest office that the person holds on the as-of date (ever, without one), and whose country or body stands in the same sentence.
    fn nearest(&mut self, hit: Hit, person: u32) -> Option<Office> {
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        self.look_at_neighbours();
        let mut nearest = None;
        for tenure in self.tables.tenures_of_official(person) {
            let office = self.tables.traits(tenure.office);
            let rank = match office.functions {
                functions if functions & HEAD_OF_STATE != 0 => Office::State,
                functions if functions & HEADS != 0 => Office::Head,
                functions if functions & MINISTERS != 0 => Office::Minister,
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
            let mut before = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start >= from);
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
        let before = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start + LOOK_AHEAD > hit.start);
        before.into_iter().any(|found| *self.kind_of(found.entity) != EntityKind::Official && owns(found.entity))
            || self.is_ahead(|next| next.start < hit.end + LOOK_AHEAD, owns)
    }

    /// Whether somebody who is or was in office for the same country or body is named in this part of the text, or officials stand right
    /// before and behind: `Laurent Fabius, Wang Yi, Sergey Lavrov`.
    pub(super) fn is_among_colleagues(&self, hit: Hit, person: u32) -> bool {
        let mut before = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start + LOOK_AHEAD > hit.start);
        let colleague = |other: u32| {
            other != person
                && (self.standing(other) == self.standing(person) || self.is_just_out(person))
                && self.owners(other).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner))
        };
        self.is_listed_before(hit) && self.is_listed_behind(hit)
            || before.any(|found| {
                *self.kind_of(found.entity) == EntityKind::Official
                    && (found.rule == Rule::FullName || self.is_head(found.entity))
                    && colleague(found.entity)
            })
    }

    /// `BLAIR STANDS FIRM; COOK QUITS`: whether the last official named stands shortly before and is in office for the same country.
    pub(super) fn is_behind_colleague(&self, hit: Hit, person: u32) -> bool {
        let last = self.known.found.iter().rev().take(FEW).find(|found| *self.kind_of(found.entity) == EntityKind::Official);
        last.is_some_and(|last| {
            last.end + WIDEST_JOINT > hit.start
                && self.standing(last.entity) == Standing::Current
                && self.owners(last.entity).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner))
        })
    }

    /// Whether an official stands right before a name, with a comma or `and` between.
    pub(super) fn is_listed_before(&self, hit: Hit) -> bool {
        let last = self.known.found.last();
        last.is_some_and(|last| *self.kind_of(last.entity) == EntityKind::Official && self.is_joint(last.end, hit.start))
    }

    /// Whether a name that is an official's without support stands right behind, with a comma or `and` between.
    pub(super) fn is_listed_behind(&self, hit: Hit) -> bool {
        let next = self.hits.get(self.at + 1).filter(|next| self.is_joint(hit.end, next.start));
        next.is_some_and(|next| self.is_surely_official(next))
    }

    /// `Clinton, Major and Kohl took Yeltsin's side`, `Hu and Bush met`: whether a surname that few bear on the date is joined to one that a
    /// head bears among few; and an official is named in the sentence, or a head bears this one, too, and what they do opens a sentence.
    pub(super) fn is_beside_head(&mut self, hit: Hit) -> bool {
        let few = |hit: &Hit| self.bearers(*hit).iter().filter(|&&(_, person)| !self.is_out_of_office(person)).count() <= FEW;
        let heads = |hit: &Hit| self.bearers(*hit).iter().any(|&(_, person)| self.is_head(person));
        let head = |other: &Hit| few(other) && heads(other);
        let last = self.at.checked_sub(1).map(|at| &self.hits[at]).filter(|last| self.is_joint(last.end, hit.start));
        let next = self.hits.get(self.at + 1).filter(|next| self.is_joint(hit.end, next.start));
        let (last, next) = (last.filter(|last| head(last)), next.filter(|next| head(next)));
        let meet = |first: &Hit, second: &Hit| {
            words::starts_sentence(self.text, first.start)
                && self.words.after(second.end).is_some_and(|word| self.words.is_on(WordList::Predicate, word))
                && !(self.is_frequent(*first) && self.is_frequent(*second))
        };
        let both = heads(&hit) && (last.is_some_and(|last| meet(last, &hit)) || next.is_some_and(|next| meet(&hit, next)));
        (last.is_some() || next.is_some()) && few(&hit) && (both || self.is_among_officials(hit))
    }

    /// Whether an official stands before a name in its sentence, or behind it by a name that needs no support.
    pub(super) fn is_among_officials(&mut self, hit: Hit) -> bool {
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let mut before = self.known.found.iter().rev().take(FEW).take_while(|found| found.start >= from);
        let mut behind = self.hits[self.at + 1..].iter().take(FEW).take_while(|next| next.end <= to);
        before.any(|found| *self.kind_of(found.entity) == EntityKind::Official)
            || behind.any(|next| self.is_surely_official(next))
    }

    /// Whether a hit is an official's name without support.
    fn is_surely_official(&self, hit: &Hit) -> bool {
        let sure = |alias: u32| self.tables.aliases.at(alias as usize).policy == Policy::Always as u8;
        self.bearers(*hit).iter().any(|&(alias, person)| sure(alias) && self.standing(person) != Standing::Future)
    }

    pub(super) fn is_joint(&self, from: usize, to: usize) -> bool {
        let Some(between) = self.text.get(from..to).filter(|between| between.len() <= WIDEST_JOINT) else { return false };
        let seen = between.chars().filter(|&c| !is_separator(c) && !is_ignorable(c)).map(narrow);
        [",", "and", ",and", "&"].iter().any(|joint| seen.clone().eq(joint.chars()))
    }

    /// Whether a person is known to hold no office on the date.
    pub(super) fn is_out_of_office(&self, person: u32) -> bool {
        matches!(self.standing(person), Standing::Future | Standing::Former)
    }

    /// Whether a person was in office until a short while ago: `Flynn, who resigned last week`.
    pub(super) fn is_just_out(&self, person: u32) -> bool {
        self.left_within(person, 1)
    }

    /// Whether a person is in office no more on the date, and has been out of it for so many years at most.
    pub(super) fn left_within(&self, person: u32, years: u16) -> bool {
        let Some(date) = self.as_of.filter(|_| self.standing(person) == Standing::Former) else { return false };
        let mut ends = self.tables.tenures_of_official(person).filter_map(|tenure| tenure.interval().to());
        ends.any(|to| to.year() + years >= date.year())
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

    /// Whether a person is a head on the date.
    ///
    /// That of a territory is not known without its name: `Bush` is hardly the premier of the Cayman Islands.
    pub(super) fn is_head(&self, person: u32) -> bool {
        let now = self.offices_now(person).filter(|office| office.functions & HEADS != 0);
        now.into_iter().any(|office| !self.is_territory(office.owner))
    }

    /// Whether a person is a minister on the date who is known by the surname abroad.
    pub(super) fn is_minister(&self, person: u32) -> bool {
        self.offices_now(person).any(|office| office.functions & (HEADS | MINISTERS) != 0)
    }

    /// Whether a person heads a state, government or body on the date, or the foreign affairs, defence or finances of a country.
    pub(super) fn is_known_abroad(&self, person: u32) -> bool {
        self.offices_now(person).any(|office| office.functions & (HEADS | GREAT_OFFICES) != 0 && !self.is_territory(office.owner))
    }

    /// Whether a person has been or will be such a minister or a head.
    pub(super) fn becomes_minister(&self, person: u32) -> bool {
        self.ever_has(person, HEADS | MINISTERS)
    }

    /// The offices that a person holds on the date.
    fn offices_now(&self, person: u32) -> impl Iterator<Item = TraitsRow> {
        let now = |tenure: &TenureRow| self.as_of.is_some_and(|date| tenure.certainty(date).is_some());
        self.tables.tenures_of_official(person).filter(now).map(|tenure| self.tables.traits(tenure.office))
    }

    /// Whether a country is one of the territories of another.
    fn is_territory(&self, country: u32) -> bool {
        country != NONE
            && self
                .tables
                .properties_of(country)
                .any(|property| (self.tables.str(property.name), self.tables.str(property.value)) == ("status", "territory"))
    }

    /// Whether a person ever headed a state or government, by the date.
    pub(super) fn was_head(&self, person: u32) -> bool {
        self.had(person, HEAD_OF_STATE | HEAD_OF_GOVERNMENT)
    }

    /// Whether a person ever headed a state, by the date.
    pub(super) fn was_head_of_state(&self, person: u32) -> bool {
        self.had(person, HEAD_OF_STATE)
    }

    fn had(&self, person: u32, functions: u32) -> bool {
        self.standing(person) != Standing::Future && self.ever_has(person, functions)
    }

    /// Whether a person holds an office with one of these functions at any time.
    fn ever_has(&self, person: u32, functions: u32) -> bool {
        let mut tenures = self.tables.tenures_of_official(person);
        tenures.any(|tenure| self.tables.traits(tenure.office).functions & functions != 0)
    }

    /// Whether a head on the date is named not far behind another official: `Mujica, a flower farmer`; with an age, any who is in office.
    pub(super) fn is_head_in_company(&self, hit: Hit, person: u32) -> bool {
        let age = self.age_behind(hit);
        let head = self.is_head(person) || age.is_some() && self.standing(person) == Standing::Current;
        head && age.is_none_or(|age| age >= LEAST_AGE) && self.is_behind_official(hit, person)
    }

    /// Whether another official is named not far before a name.
    pub(super) fn is_behind_official(&self, hit: Hit, person: u32) -> bool {
        let mut near = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start + LOOK_AHEAD > hit.start);
        near.any(|found| found.entity != person && *self.kind_of(found.entity) == EntityKind::Official)
    }

    /// Whether a person has been in office by the date, or soon is and the country is spoken of: `Macron` before the election.
    pub(super) fn may_be_meant_now(&mut self, hit: Hit, person: u32) -> bool {
        self.standing(person) != Standing::Future || !self.is_far_ahead(person) && self.is_country_about(hit, person)
    }

    /// `John Major, in the royal box,`: whether a head in office is told of in a report of sport, not listed among those who played.
    pub(super) fn is_head_watching(&mut self, hit: Hit, person: u32) -> bool {
        let told = self.words.after(hit.end).is_some_and(|word| self.text[word.start..].starts_with(char::is_lowercase));
        let clause = char_after(self.text, hit.end).is_some_and(|(c, _)| c == ',');
        (told || clause)
            && self.is_head(person)
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// Whether a person in office goes before a namesake who is in none on the date, in one country.
    pub(super) fn goes_before(&self, known: u32, other: u32) -> bool {
        if self.standing(known) != Standing::Current || self.standing(other) >= Standing::Current {
            return false;
        }
        self.owners(known).any(|owner| self.owners(other).any(|o| o == owner))
    }

    /// Whether two persons hold offices of one country, or neither is known to.
    pub(super) fn are_equals(&self, one: u32, other: u32) -> bool {
        self.standing(one) == self.standing(other) && self.owners(one).any(|owner| self.owners(other).any(|o| o == owner))
    }

    /// Whether two persons hold offices of one country or body on the date.
    pub(super) fn are_in_one_government(&self, one: u32, other: u32) -> bool {
        self.offices_now(one).any(|office| office.owner != NONE && self.offices_now(other).any(|o| o.owner == office.owner))
    }

    /// The countries and bodies of the offices that a person holds or held.
    pub(super) fn owners(&self, person: u32) -> impl Iterator<Item = u32> {
        self.tables.tenures_of_official(person).map(|tenure| self.tables.traits(tenure.office).owner)
    }
}
