//! Is a surname the label of who speaks, in the record of a parliament or a briefing?
//!
//! `Mr. Blair: I am grateful to my hon. Friend.`, `Mr. Powell (United States of America): I thank you.`, `Mr. Michael Howard (Folkestone
//! and Hythe) (Con):` Looks at the start of the line and at what stands in brackets behind the name.

use super::among::ENOUGH;
use super::bearers::Bearers;
use crate::boundary::char_after;
use crate::context::text::line::opens_line;
use crate::context::text::reach;
use crate::context::text::words;
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_ignorable, is_separator};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// What stands before the name of a speaker, in bytes at most: `Mr. `.
const ADDRESS: usize = 16;

/// What stands in brackets behind the name of a speaker, in characters at most: a constituency, or a country.
const BRACKET: usize = 64;

impl<T: Trace> Context<'_, T> {
    /// `Powell (United States of America):`, `Mr. Kuleba (Ukraine)`, `Ukraine: Mr. Kuleba`: of the bearers of a name those who are heads,
    /// ministers or envoys of the country in brackets behind it, or in the label before it.
    pub(in crate::context) fn speakers_for_country(&self, hit: Hit, bearers: &[(u32, u32)]) -> Bearers {
        let address = |word| self.words.is_on(WordList::Address, word) && (self.as_of.is_some() || !self.is_frequent(hit));
        let addressed = self.address_before(hit.start).is_some_and(address);
        let speaks = |end: usize| self.text[end + 1..].trim_start_matches(is_ignorable).starts_with(':');
        match self.bracket_behind(hit.end) {
            Some((_, end)) if addressed || speaks(end) => self.bearers_for_country(hit, bearers),
            None if addressed => self.bearers_behind_country(hit.start, bearers),
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
        if all { self.bearers_serving(next, bearers) } else { Bearers::default() }
    }

    /// `Russia: S. Lavrov`: the same of the country in the cell or label before a name that starts at `start`.
    pub(super) fn bearers_behind_country(&self, start: usize, bearers: &[(u32, u32)]) -> Bearers {
        let start = self.honorifics_before(start).unwrap_or(start);
        let last = self.at.checked_sub(1).map(|at| self.hits[at]);
        let country = last.filter(|country| self.cells_part(country.end, start, &[':', '|', ';']).is_some());
        country.map_or_else(Bearers::default, |country| self.bearers_serving(&country, bearers))
    }

    /// Those of some bearers who are heads, ministers or envoys of a country that is named; without a date, the only one who was or will be.
    fn bearers_serving(&self, country: &Hit, bearers: &[(u32, u32)]) -> Bearers {
        let serves = |person: u32| if self.as_of.is_some() { self.is_minister(person) } else { self.becomes_minister(person) };
        let for_country = |&&(_, person): &&(u32, u32)| {
            serves(person)
                && self.owners(person).any(|owner| {
                    owner != NONE
                        && *self.kind_of(owner) == EntityKind::Country
                        && self.may_mean(country, &|entity| entity == owner)
                })
        };
        let serving: Bearers = bearers.iter().filter(for_country).copied().collect();
        let one = serving.iter().all(|&(_, person)| person == serving[0].1);
        if one || self.as_of.is_some() { serving } else { Bearers::default() }
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
    pub(super) fn bracket_behind(&self, at: usize) -> Option<(usize, usize)> {
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

    /// `CAMERON: We have not been asked.`: whether a surname in capitals is the label of a line, and officials speak or are spoken of around it.
    pub(super) fn is_bare_label(&mut self, hit: Hit) -> bool {
        let capitals = !self.text[hit.start..hit.end].contains(char::is_lowercase);
        let colon = char_after(self.text, hit.end).is_some_and(|(c, _)| c == ':');
        capitals && colon && opens_line(self.text, hit.start) && self.officials_around(hit, NONE, ENOUGH) >= ENOUGH
    }
}
