//! Which further roles has the country of an office beside it?
//!
//! `French president and prime minister`, `President, Prime Minister and Foreign Minister of Kazakhstan`.

use super::composed;
use crate::boundary::char_after;
use crate::context::text::phrases::Role;
use crate::context::text::words::Word;
use crate::context::{Context, Found, Rule, Trace};
use crate::fold::is_hyphen;
use crate::gazetteer::scope;
use crate::kind::EntityKind;

/// Further roles of one country read on one side: `President, Prime Minister and Foreign Minister of Kazakhstan`.
const MAX_MORE: usize = 3;

impl<T: Trace> Context<'_, T> {
    /// Further roles behind an office of one country: `prime minister` in `French president and prime minister`.
    pub(super) fn roles_behind(&self, office: &Found, owner: &Found) -> [Option<Found>; MAX_MORE] {
        let mut more = [None; MAX_MORE];
        let mut end = office.end;
        for slot in &mut more {
            let Some(word) = self.conjoined_after(end) else { break };
            let Some(role) = self.words.role_at(word) else { break };
            // A person behind it says whose office it is, and an object of its own, too.
            let next = self.words.after(role.end);
            let named = next.is_some_and(|next| {
                self.is(next, "of") || self.hits[self.at..].iter().take(8).any(|hit| hit.start == next.start)
            });
            let Some(found) = self.further(&role, owner).filter(|_| !named) else { break };
            end = found.end;
            *slot = Some(found);
        }
        more
    }

    /// Further roles before an office of one country, the nearest first: `President` in `President and Prime Minister of Kazakhstan`.
    pub(super) fn roles_before_of(&self, office: &Found, owner: &Found) -> [Option<Found>; MAX_MORE] {
        let mut more = [None; MAX_MORE];
        if owner.start == office.start {
            return more;
        }
        let mut start = office.start;
        for slot in &mut more {
            let Some(word) = self.conjoined_before(start) else { break };
            let Some(role) = self.words.role_ending(word).filter(|role| role.start >= self.known.covered) else { break };
            let Some(found) = self.further(&role, owner) else { break };
            start = found.start;
            *slot = Some(found);
        }
        more
    }

    /// The office of a further role of one country.
    fn further(&self, role: &Role<'_>, owner: &Found) -> Option<Found> {
        let scope = if *self.kind_of(owner.entity) == EntityKind::Country { scope::STATE } else { scope::BODY };
        let (row, number) = self.fitting(role, scope)?;
        let entity = self.office_of(owner.entity, &row)?;
        let modifier = self.modifier_before(role.start)?;
        Some(Found { rule: Rule::SharedOwner, confidence: 85, ..composed(role.start, role.end, entity, modifier, number) })
    }

    /// The word behind `and`, a comma or both.
    fn conjoined_after(&self, end: usize) -> Option<Word> {
        let comma = char_after(self.text, end).filter(|&(c, _)| c == ',').map(|(_, at)| at + 1);
        let word = self.words.after(comma.unwrap_or(end))?;
        if self.is(word, "and") { self.words.after(word.end) } else { Some(word).filter(|_| comma.is_some()) }
    }

    /// The word before `and`, or before a dash between spaces.
    fn conjoined_before(&self, start: usize) -> Option<Word> {
        let last = self.words.before(start)?;
        let between = &self.text[last.end..start];
        if between.contains(is_hyphen) && !between.starts_with(is_hyphen) && !between.ends_with(is_hyphen) {
            return Some(last);
        }
        let and = self.words.before(start).filter(|word| self.is(*word, "and"))?;
        self.words.before(and.start)
    }
}
