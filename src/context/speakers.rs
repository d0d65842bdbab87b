//! Is a surname the label of who speaks, in the record of a parliament or a briefing?
//!
//! `Mr. Blair: I am grateful to my hon. Friend.`, `Mr. Powell (United States of America): I thank you.`, `Mr. Michael Howard (Folkestone
//! and Hythe) (Con):` Looks at the start of the line and at what stands in brackets behind the name.

use super::bearers::Bearers;
use super::line::opens_line;
use super::words;
use super::{Context, Trace, reach};
use crate::boundary::char_after;
use crate::fold::{is_break, is_ignorable, is_separator};
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// What stands before the name of a speaker, in bytes at most: `Mr. `.
const ADDRESS: usize = 16;

/// What stands in brackets behind the name of a speaker, in characters at most: a constituency, or a country.
const BRACKET: usize = 64;

impl<T: Trace> Context<'_, T> {
    /// `Mr. Powell (United States of America):`: of the bearers of a name those who are heads, ministers or envoys of the country in
    /// brackets behind it.
    pub(super) fn speakers_for_country(&self, hit: Hit, bearers: &[(u32, u32)]) -> Bearers {
        match self.bracket_behind(hit.end) {
            Some((_, end)) if self.text[end + 1..].trim_start_matches(is_ignorable).starts_with(':') => {
                self.bearers_for_country(hit, bearers)
            }
            _ => Bearers::default(),
        }
    }

    /// `S. Lavrov (Russia), J. Smith (secretariat)`: of the bearers of a name those who are heads, ministers or envoys of the country that is
    /// all that stands in brackets behind it.
    pub(super) fn bearers_for_country(&self, hit: Hit, bearers: &[(u32, u32)]) -> Bearers {
        let Some(next) = self.hits.get(self.at + 1) else { return Bearers::default() };
        let all = self.bracket_behind(hit.end).is_some_and(|(start, end)| {
            start == next.start && self.text[next.end..].trim_start_matches(is_ignorable).len() == self.text.len() - end
        });
        let for_country = |&&(_, person): &&(u32, u32)| {
            self.is_minister(person)
                && self.owners(person).any(|owner| {
                    owner != NONE && *self.kind_of(owner) == EntityKind::Country && self.may_mean(next, &|entity| entity == owner)
                })
        };
        bearers.iter().filter(|_| all).filter(for_country).copied().collect()
    }

    /// `Mr. Michael Howard (Folkestone and Hythe) (Con):`: whether a seat and a party stand in brackets behind a name.
    pub(super) fn is_member_speaking(&self, hit: Hit) -> bool {
        let party = self.bracket_behind(hit.end).and_then(|(_, seat)| self.bracket_behind(seat + 1));
        party.is_some_and(|(start, end)| {
            !self.text[start..end].contains(is_separator)
                && self.text[end + 1..].trim_start_matches(is_ignorable).starts_with(|c| c == ':' || is_break(c))
        })
    }

    /// What stands between brackets right behind a place.
    fn bracket_behind(&self, at: usize) -> Option<(usize, usize)> {
        let gap = words::gap_after(self.text, at)?;
        let rest = self.text[gap..].trim_start_matches(is_ignorable).strip_prefix('(')?.trim_start_matches(is_ignorable);
        let start = self.text.len() - rest.len();
        let to = reach::after(self.text, start, BRACKET);
        let end = start + rest[..to - start].find(')')?;
        Some((start, end))
    }

    /// Whether a form of address and the surname are all of the line, or of a sentence, before a colon.
    pub(super) fn is_speaker(&self, hit: Hit) -> bool {
        let colon = char_after(self.text, hit.end).is_some_and(|(c, _)| c == ':');
        let address = || self.address_before(hit.start).filter(|word| hit.start - word.start <= ADDRESS);
        colon && address().is_some_and(|word| opens_line(self.text, word.start) || self.is_behind_stop(word.start))
    }
}
