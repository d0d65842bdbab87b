//! Whom does a surname mean that nothing but the officials around it supports?
//!
//! `Trimble was grey with fatigue, Ahern flew back twice and Mowlam wept`: a text that names several officials, or names which only officials
//! of the date bear, tells of public life. Looks at the names within [`LOOK_AHEAD`](super::LOOK_AHEAD), and at the next [`AROUND`] hits.

use super::bearers::Bearers;
use super::careers::Standing;
use super::folded::Folded;
use super::line::LineMode;
use super::unnamed::Surname;
use super::words::{self, Word};
use super::{Context, NEIGHBOURS, Trace};
use crate::boundary::char_before;
use crate::fold::{is_digit, is_hyphen};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// With more bearers a surname is not rare among officials, nor among others.
const RATHER_RARE: usize = 4;
/// A shorter surname is mostly something else: `Co`. In bytes.
const SHORTEST: usize = 3;
/// Hits behind a name that are looked at for names of officials.
const AROUND: usize = 12;
/// How many officials make company; one fewer will do where the country is spoken of.
pub(super) const ENOUGH: usize = 3;
/// How many make company for whom less speaks: a minister with a frequent name whose country is not spoken of.
const CROWD: usize = 5;

impl<T: Trace> Context<'_, T> {
    /// The only bearer of a surname who is in office on the date, or was head of a state or government, among enough other officials.
    pub(super) fn only_one_among_officials(&mut self, name: &Surname<'_>) -> Option<u32> {
        self.as_of?;
        let hit = name.hit;
        if !self.is_alone(hit) || hit.end - hit.start < SHORTEST {
            return None;
        }
        let public = self.only_one_of_public_life(hit, name.bearers);
        let at_home = if public.is_none() { self.only_one_at_home(hit, name.bearers) } else { None };
        let (person, least) = public.or(at_home.map(|person| (person, ENOUGH)))?;
        let about = at_home.is_some() || self.is_country_about(hit, person);
        let current = self.standing(person) == Standing::Current;
        let acts = self.acts(hit) || self.is_joined_to_official(hit) || name.before.honorific && self.is_head(person);
        let is_on = |context: &Self, list| context.words.is_on(list, Word { start: hit.start, end: hit.end });
        // `Nixon`, where a governor is called as the president was.
        let head = |context: &mut Self, other: u32| context.was_head(other) && context.is_country_about(hit, other);
        let known = self.was_head(person) || self.is_known_abroad(person);
        if !known && name.bearers.iter().any(|&(_, other)| other != person && head(self, other)) {
            return None;
        }
        // `Our hero Ryan died`, where a Ryan is the speaker.
        if self.is_frequent(hit) && is_on(self, WordList::GivenName) && !self.comes_to_govern(person) {
            return None;
        }
        let many = self.is_frequent(hit) || is_on(self, WordList::Town);
        // `Reagan called her the best man`: one of other days takes more.
        let of_old = !current && !self.is_lately_in_office(person);
        if !(current || about || acts && !many && self.was_head(person)) {
            return None;
        }
        let wanted = if !acts && (many || !self.becomes_minister(person)) {
            if many || !about || self.is_place_of_it(hit) {
                return None;
            }
            CROWD
        } else if !about && (!current || many && !self.is_head(person)) || of_old && !self.was_head(person) {
            CROWD
        } else if about || acts && !many && self.is_known_abroad(person) {
            ENOUGH - 1
        } else {
            ENOUGH
        };
        let wanted = wanted.max(least);
        (self.officials_around(hit, person, wanted) >= wanted
            && (self.becomes_minister(person) || self.does(hit) || !self.is_near_sport(hit)))
        .then_some(person)
    }

    /// `at Fukushima`: whether what stands before a name tells where something is.
    fn is_place_of_it(&self, hit: Hit) -> bool {
        let before = self.words.before(hit.start);
        before
            .is_some_and(|word| Folded::of(self.text, word).is_one_of(&["in", "at", "near", "from", "outside", "inside", "into"]))
    }

    /// `Abbott said`, in a text about Australia: who alone of many bearers is or was in office there of late; who once was a head, if nobody.
    /// Nobody, if another bearer is known abroad.
    fn only_one_at_home(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let running = |context: &mut Self| context.known.around.line_mode(context.text, hit.start, hit.end) == LineMode::Running;
        if !self.acts(hit) || self.is_word(hit) && !(running(self) && (self.is_somebody(hit) || self.acts_in_past(hit))) {
            return None;
        }
        let mut those: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_lately_in_office(person)).collect();
        if those.is_empty() {
            those = bearers.iter().copied().filter(|&(_, person)| self.was_head(person)).collect();
        }
        let about: Bearers = those.iter().copied().filter(|&(_, person)| self.is_country_about(hit, person)).collect();
        let [(_, person)] = *about else { return None };
        (!those.iter().any(|&(_, other)| other != person && self.is_known_abroad(other))).then_some(person)
    }

    /// Who of the bearers of a rare surname is in office, or of a frequent one alone heads a state, a government or one of its great
    /// offices; who once was a head, if nobody is in office now. And how many officials around it that takes at least.
    fn only_one_of_public_life(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, usize)> {
        let word = Word { start: hit.start, end: hit.end };
        if self.is_word(hit) || self.words.is_inflected(word) {
            let running = self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running;
            if !running || self.begins_another_sentence(word) {
                return None;
            }
            if let [(_, person)] = *bearers {
                return self.is_lately_in_office(person).then_some((person, 0));
            }
            let person = self.only_head(bearers).or_else(|| self.only_one_known_abroad(bearers))?;
            return (self.is_somebody(hit) || self.acts(hit) && self.acts_in_past(hit)).then_some((person, CROWD));
        }
        if self.is_frequent(hit) || bearers.len() > RATHER_RARE {
            let now = bearers.iter().filter(|&&(_, person)| !self.is_out_of_office(person)).count();
            let least = if now <= RATHER_RARE { 0 } else { CROWD };
            return self
                .only_head(bearers)
                .map(|person| (person, 0))
                .or_else(|| Some((self.only_one_known_abroad(bearers)?, least)));
        }
        let persons = || bearers.iter().map(|&(_, person)| person);
        let mut those: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_lately_in_office(person)).collect();
        if those.is_empty() {
            let mut heads = persons().filter(|&person| self.was_head(person));
            if let Some(head) = heads.next() {
                return heads.next().is_none().then_some((head, 0));
            }
            let mut ministers =
                persons().filter(|&person| self.standing(person) == Standing::Former && self.becomes_minister(person));
            return ministers.next().filter(|_| self.acts(hit) && ministers.next().is_none()).map(|person| (person, 0));
        }
        if those.len() > 1 {
            let about: Bearers = those.iter().copied().filter(|&(_, person)| self.is_country_about(hit, person)).collect();
            those = if about.is_empty() { those } else { about };
        }
        if those.len() > 1 {
            those.retain(|&(_, person)| self.is_known_abroad(person));
        }
        let [(_, person)] = *those else { return None };
        // `Ghana will put up Annan`: who is to be a head is meant as soon as a namesake.
        let heads = |other: u32| self.standing(other) == Standing::Future && self.becomes_head(other);
        (!persons().any(|other| other != person && heads(other)) || self.is_head(person)).then_some((person, 0))
    }

    fn is_lately_in_office(&self, person: u32) -> bool {
        self.standing(person) == Standing::Current || self.is_just_out(person) || self.is_soon_in_office(person)
    }

    /// `Cook and Vedrine`: whether an official, or a name that must be one's, is joined to a name.
    pub(super) fn is_joined_to_official(&self, hit: Hit) -> bool {
        let next = self.hits.get(self.at + 1).filter(|next| self.is_joint(hit.end, next.start));
        self.is_listed_before(hit) || next.is_some_and(|next| self.likely_official(next).is_some())
    }

    /// Whether a name is no part of a longer one.
    fn is_alone(&self, hit: Hit) -> bool {
        let small = |word: Option<Word>| word.is_none_or(|word| !words::is_capitalized(self.text, word));
        // `Dow 21,200`
        let figure = |word: Word| self.text[word.start..].starts_with(is_digit);
        let joined = char_before(self.text, hit.start).is_some_and(|(c, _)| is_hyphen(c));
        let after = self.words.after(hit.end);
        !joined && small(self.words.before(self.start_with_address(hit))) && small(after) && !after.is_some_and(figure)
    }

    /// How many other officials stand around a name, by name or by a surname that must be theirs; counted up to `most`.
    pub(super) fn officials_around(&mut self, hit: Hit, person: u32, most: usize) -> usize {
        let mut seen = [NONE; CROWD];
        let mut count = 0;
        let mut add = |entity: u32| {
            if count < most && !seen[..count].contains(&entity) {
                seen[count] = entity;
                count += 1;
            }
            count >= most
        };
        let found = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| self.is_near_before(found.start, hit));
        for found in found {
            if found.entity != person && *self.kind_of(found.entity) == EntityKind::Official && add(found.entity) {
                return most;
            }
        }
        let around = self.hits[self.at + 1..].iter().take(AROUND).take_while(|next| self.is_near_behind(hit, next.start));
        for next in around.filter(|next| next.key != hit.key) {
            if self.likely_official(next).is_some_and(|other| other != person && add(other)) {
                return most;
            }
        }
        count
    }

    /// Who in office alone bears a name that stands for itself: no surname of many, and no part of a longer name.
    fn likely_official(&self, hit: &Hit) -> Option<u32> {
        if !self.may_be_person(hit) || !self.is_alone(*hit) {
            return None;
        }
        let bearers = self.bearers(*hit);
        if bearers.len() > RATHER_RARE || self.is_frequent(*hit) {
            return self.only_head(&bearers).filter(|_| !self.is_word(*hit));
        }
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| self.standing(person) == Standing::Current);
        those.next().filter(|_| those.next().is_none())
    }
}
