//! Whom does a surname mean in a headline?
//!
//! `Sharon calls early election`, `Gore Concedes to Bush`: a line that no stop ends, however it is written, says what those do whom all know.
//! Looks at the line of the name.

use super::among::{RATHER_RARE, SHORTEST};
use super::careers::is_close;
use super::colleagues::FEW;
use super::unnamed::Surname;
use crate::context::text::folded::Folded;
use crate::context::text::line::{self, LineMode};
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, Trace};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::{NONE, TenureRow};
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// The role that a headline says somebody comes to stands so many words behind the verb at most.
const ROLE_WITHIN: usize = 5;

impl<T: Trace> Context<'_, T> {
    /// Whether a name opens a headline: a line with capitals, or a short one alone that no stop ends.
    pub(super) fn opens_any_headline(&mut self, hit: Hit) -> bool {
        self.opens_headline(hit.start)
            && (self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running
                || line::opens_line(self.text, hit.start) && self.known.around.is_bare_line(self.text, hit.start, hit.end))
    }

    /// Whether the line of a range is a headline.
    pub(super) fn is_in_headline(&mut self, start: usize, end: usize) -> bool {
        self.known.around.line_mode(self.text, start, end) != LineMode::Running
            || self.known.around.is_bare_line(self.text, start, end)
    }

    /// `Brown takes over from Blair`: whether a name, though a word, opens a headline before what one person does, and not a noun of many.
    pub(super) fn person_does_in_headline(&mut self, hit: Hit) -> bool {
        self.opens_any_headline(hit) && self.words.after(hit.end).is_some_and(|word| self.is_third_person(word))
    }

    /// `Gore concedes to Bush`: the only bearer of a name who is a head on the date or known abroad, or of a rare one who is in office, where
    /// the headline names another official.
    pub(super) fn only_one_in_headline(&mut self, name: &Surname<'_>) -> Option<u32> {
        let hit = name.hit;
        // `SAW DAVID AND DICK CHENEY`: a given name alone is hardly anybody's.
        let given = |&(alias, _): &(u32, u32)| self.tables.aliases.at(alias as usize).kind == AliasKind::Given as u8;
        if name.bearers.iter().any(given) {
            return None;
        }
        let named = !self.is_word(hit) || self.person_does_in_headline(hit);
        if !named || !self.is_in_headline(hit.start, hit.end) {
            return None;
        }
        let (from, to) = self.known.around.line(self.text, hit.start, hit.end);
        let behind: Vec<Hit> = self.hits[self.at + 1..].iter().take(FEW).take_while(|next| next.end <= to).copied().collect();
        if !self.officials_since(from).any(|found| found.key != hit.key)
            && !behind.iter().any(|&next| next.key != hit.key && self.is_heads_name(next))
        {
            return None;
        }
        let first = self.only_head(name.bearers).or_else(|| self.only_minister_in_headline(name, from))?;
        (!self.is_from_elsewhere(name, first, from) && self.is_first_of_name(name, first)).then_some(first)
    }

    /// The officials told of in a headline so far, which begins at a place.
    fn officials_since(&self, from: usize) -> impl Iterator<Item = &Found> {
        let before = self.known.found.iter().rev().take(FEW).take_while(move |found| found.start >= from);
        before.filter(|found| *self.kind_of(found.entity) == EntityKind::Official)
    }

    /// The only bearer known abroad whose name is rare or whose colleague the headline names; or the only one of a rare name who is in office.
    fn only_minister_in_headline(&self, name: &Surname<'_>, from: usize) -> Option<u32> {
        let hit = name.hit;
        let rare = name.bearers.len() <= RATHER_RARE && !self.is_frequent(hit) && hit.end - hit.start >= SHORTEST;
        let colleague = |person: u32| {
            self.officials_since(from).any(|found| found.entity != person && self.are_in_one_government(found.entity, person))
        };
        if let Some(person) = self.only_one_known_abroad(name.bearers).filter(|&person| rare || colleague(person)) {
            return Some(person);
        }
        let mut those =
            name.bearers.iter().map(|&(_, person)| person).filter(|&person| {
                self.is_lately_in_office(person) && (!self.becomes_head(person) || self.is_soon_in_office(person))
            });
        those.next().filter(|_| rare && those.next().is_none())
    }

    /// `Trump beats Harris`: whether the headline names an official of another country, in which another bearer of the name is in office.
    fn is_from_elsewhere(&self, name: &Surname<'_>, person: u32, from: usize) -> bool {
        let own = |person: u32, found: &Found| {
            self.owners(person).any(|owner| owner != NONE && self.owners(found.entity).any(|o| o == owner))
        };
        self.officials_since(from).any(|found| {
            !own(person, found) && name.bearers.iter().any(|&(_, other)| self.is_lately_in_office(other) && own(other, found))
        })
    }

    /// `Perry Says It Is Over`, of a minister while another country's head is called so, too: whether no other bearer is known abroad, or
    /// comes into office, or the country of this one is spoken of.
    pub(super) fn is_first_of_name(&mut self, name: &Surname<'_>, person: u32) -> bool {
        let rival = |other: u32| {
            other != person
                && (self.is_known_abroad(other) || name.acts && self.is_soon_in_office(other))
                && !self.are_in_one_government(other, person)
        };
        // `Mayor says no`: not the head of a body.
        let word = name.acts && self.is_word(name.hit) && self.only_head(name.bearers) != Some(person);
        !word && !name.bearers.iter().any(|&(_, other)| rival(other)) || self.is_country_about(name.hit, person)
    }

    /// `Albright named secretary of state`: the only bearer who holds the office, or soon will, that a headline opening
    /// with the name tells of.
    pub(super) fn only_one_named_to(&mut self, name: &Surname<'_>) -> Option<u32> {
        let hit = name.hit;
        if !self.opens_any_headline(hit) {
            return None;
        }
        let (_, to) = self.known.around.line(self.text, hit.start, hit.end);
        let does = self.words.after(hit.end).filter(|word| {
            self.words.is_past_of(WordList::Predicate, *word)
                || self.words.is_inflected(*word)
                || self.words.is_on(WordList::Predicate, *word)
        })?;
        let further = std::iter::successors(self.words.after(does.end), |word| self.words.after(word.end));
        let role = further.take(ROLE_WITHIN).take_while(|word| word.end <= to).find_map(|word| self.words.role_at(word))?;
        let holds = |person: u32| {
            let now =
                |tenure: &TenureRow| self.as_of.is_some_and(|date| tenure.certainty(date).is_some() || is_close(tenure, date));
            self.tables.tenures_of_official(person).any(|tenure| now(&tenure) && self.role_names(&role, &tenure))
        };
        let mut those = name.bearers.iter().map(|&(_, person)| person).filter(|&person| holds(person));
        those.next().filter(|_| those.next().is_none())
    }

    /// Whether a hit is the name of the only one of its bearers who is a head; in a headline words beside it have capitals, too.
    fn is_heads_name(&mut self, hit: Hit) -> bool {
        self.may_be_person(&hit)
            && !self.is_word(hit)
            && (self.is_alone(hit) || self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running)
            && self.only_head(&self.bearers(hit)).is_some()
    }

    /// `Musharraf Topples Sharif`: whether a word that ends as a verb does stands right behind the name of an official or country.
    pub(super) fn is_verb_behind_name(&self, word: Word) -> bool {
        let acts = |entity: u32| matches!(self.kind_of(entity), EntityKind::Official | EntityKind::Country);
        let last = self.known.found.last().filter(|last| acts(last.entity) && last.alias_kind != AliasKind::Demonym);
        let name = [WordList::GivenName, WordList::Surname].into_iter().any(|list| self.words.is_on(list, word));
        !name
            && last.is_some_and(|last| words::gap_before(self.text, word.start) == Some(last.end))
            && Folded::of(self.text, word).as_str().ends_with('s')
    }
}
