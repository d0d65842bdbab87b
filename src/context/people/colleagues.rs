//! Which officials stand beside a name, or near it?

use super::careers::Standing;
use crate::context::text::reach;
use crate::context::text::words;
use crate::context::{Context, Rule, Trace};
use crate::fold::{is_ignorable, is_separator, narrow};
use crate::gazetteer::rows::NONE;
use crate::kind::{EntityKind, Policy};
use crate::scan::Hit;

/// One with at most so many means the head who bears it among other officials.
pub(super) const FEW: usize = 6;
/// A sentence before is no further away, in characters.
const SENTENCE_BEFORE: usize = 200;
/// No head is younger.
const LEAST_AGE: u8 = 25;
/// The widest text between two names side by side, in bytes; between those of colleagues, in characters.
const WIDEST_JOINT: usize = 64;

impl<T: Trace> Context<'_, T> {
    /// Whether somebody who is or was in office for the same country or body is named in this part of the text.
    pub(super) fn is_among_colleagues(&self, hit: Hit, person: u32) -> bool {
        let colleague = |other: u32| {
            other != person
                && (self.standing(other) == self.standing(person) || self.is_just_out(person))
                && self.owners(other).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner))
        };
        self.is_named_near(hit, |found| {
            *self.kind_of(found.entity) == EntityKind::Official
                && (found.rule == Rule::FullName || self.is_head(found.entity))
                && colleague(found.entity)
        })
    }

    /// `Major left early; Tony Blair stayed to the end`: whether an official of the same country or body is named before in the sentence.
    pub(super) fn is_beside_colleague(&mut self, hit: Hit, person: u32) -> bool {
        let (from, _) = self.known.around.sentence(self.text, hit.start, hit.end);
        let mut before = self.known.found.iter().rev().take(FEW).take_while(|found| found.start >= from);
        let own = |other: u32| self.owners(other).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner));
        before.any(|found| *self.kind_of(found.entity) == EntityKind::Official && found.entity != person && own(found.entity))
    }

    /// `BLAIR STANDS FIRM; COOK QUITS`: whether the last official named stands shortly before and is in office for the same country.
    pub(super) fn is_behind_colleague(&self, hit: Hit, person: u32) -> bool {
        let last = self.known.found.iter().rev().take(FEW).find(|found| *self.kind_of(found.entity) == EntityKind::Official);
        last.is_some_and(|last| {
            last.end >= reach::before(self.text, hit.start, WIDEST_JOINT)
                && self.standing(last.entity) == Standing::Current
                && self.owners(last.entity).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner))
        })
    }

    /// Whether an official stands right before a name, with a comma or `and` between.
    pub(super) fn is_listed_before(&self, hit: Hit) -> bool {
        let last = self.known.found.last();
        last.is_some_and(|last| *self.kind_of(last.entity) == EntityKind::Official && self.is_joint(last.end, hit.start))
    }

    /// `Cook and Clare Short`: whether a comma or `and` joins a name to that of another minister of the same government.
    pub(super) fn is_joined_to_colleague(&self, hit: Hit, person: u32) -> bool {
        let minister = self.is_minister(person);
        let colleague = |other: u32| {
            let own = minister && self.are_in_one_government(other, person);
            other != person && (own || self.hold_one_office(other, person))
        };
        let last = self.known.found.last().filter(|last| self.is_joint(last.end, hit.start));
        let next = self.hits.get(self.at + 1).filter(|next| self.is_joint(hit.end, next.start) && self.is_surely_official(next));
        last.is_some_and(|last| colleague(last.entity))
            || next.is_some_and(|next| self.bearers(*next).iter().any(|&(_, other)| colleague(other)))
    }

    /// `McCain and Obama`: whether two hold one office on the date, or stand for it.
    fn hold_one_office(&self, one: u32, other: u32) -> bool {
        let Some(date) = self.as_of else { return false };
        let now = |person: u32| self.tables.tenures_of_official(person).filter(move |tenure| tenure.certainty(date).is_some());
        now(one).any(|tenure| now(other).any(|second| second.office == tenure.office))
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
                && self.does(*second)
                && (!(self.is_frequent(*first) && self.is_frequent(*second)) || self.is_shortly_behind_official(*first))
        };
        let both = heads(&hit) && (last.is_some_and(|last| meet(last, &hit)) || next.is_some_and(|next| meet(&hit, next)));
        (last.is_some() || next.is_some()) && few(&hit) && (both || self.is_among_officials(hit))
    }

    /// Whether an official stands before a name in its sentence, or behind it by a name that needs no support.
    pub(in crate::context) fn is_among_officials(&mut self, hit: Hit) -> bool {
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let mut before = self.known.found.iter().rev().take(FEW).take_while(|found| found.start >= from);
        let mut behind = self.hits[self.at + 1..].iter().take(FEW).take_while(|next| next.end <= to);
        before.any(|found| *self.kind_of(found.entity) == EntityKind::Official)
            || behind.any(|next| self.is_surely_official(next))
    }

    /// Whether another official is named not far before a name.
    pub(super) fn is_behind_official(&self, hit: Hit, person: u32) -> bool {
        self.is_named_near(hit, |found| found.entity != person && *self.kind_of(found.entity) == EntityKind::Official)
    }

    /// Whether an official is named in the sentence before.
    fn is_shortly_behind_official(&self, hit: Hit) -> bool {
        let near = reach::before(self.text, hit.start, SENTENCE_BEFORE);
        let mut before = self.known.found.iter().rev().take(FEW).take_while(|found| found.end >= near);
        before.any(|found| *self.kind_of(found.entity) == EntityKind::Official)
    }

    /// Whether a head on the date is named not far behind another official: `Mujica, a flower farmer`; with an age, any who is in office.
    pub(super) fn is_head_in_company(&self, hit: Hit, person: u32) -> bool {
        let age = self.age_behind(hit);
        let head = self.is_head(person) || age.is_some() && !self.is_at_work(hit) && self.standing(person) == Standing::Current;
        head && age.is_none_or(|age| age >= LEAST_AGE) && self.is_behind_official(hit, person)
    }

    /// Whether a hit is an official's name without support.
    pub(super) fn is_surely_official(&self, hit: &Hit) -> bool {
        let mut sure = self.bearers_by(*hit, |row| row.policy == Policy::Always as u8);
        sure.any(|(_, person)| self.standing(person) != Standing::Future)
    }

    /// Whether a comma or `and` is all that stands between two names.
    pub(in crate::context) fn is_joint(&self, from: usize, to: usize) -> bool {
        self.is_joint_as(from, to, |c| c)
    }

    /// The same in a line of capitals, too.
    pub(super) fn is_joint_of_line(&self, from: usize, to: usize) -> bool {
        self.is_joint_as(from, to, |c| c.to_ascii_lowercase())
    }

    fn is_joint_as(&self, from: usize, to: usize, write: impl Fn(char) -> char + Copy) -> bool {
        let Some(between) = self.text.get(from..to).filter(|between| between.len() <= WIDEST_JOINT) else { return false };
        let seen = between.chars().filter(|&c| !is_separator(c) && !is_ignorable(c) && c != '>').map(|c| write(narrow(c)));
        [",", "and", ",and", "&"].iter().any(|joint| seen.clone().eq(joint.chars()))
    }
}
