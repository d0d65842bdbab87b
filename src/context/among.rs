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
use super::{Context, NEIGHBOURS, Rule, Trace};
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
const AROUND: usize = 32;
/// How many officials make company; one fewer will do where the country is spoken of.
pub(super) const ENOUGH: usize = 3;
/// How many make company for whom less speaks: a minister with a frequent name whose country is not spoken of.
const CROWD: usize = 5;
/// Who left office so many years ago at most is meant as soon as who was a head long ago.
const YEARS_OUT: u16 = 4;

impl<T: Trace> Context<'_, T> {
    /// The only bearer of a surname who is in office on the date, or was head of a state or government, among enough other officials.
    pub(super) fn only_one_among_officials(&mut self, name: &Surname<'_>) -> Option<u32> {
        self.as_of?;
        let hit = name.hit;
        if !self.is_alone(hit) || hit.end - hit.start < SHORTEST {
            return None;
        }
        if let Some(person) = self.meant_before(hit).filter(|&person| name.bearers.iter().any(|&(_, other)| other == person)) {
            return Some(person).filter(|_| !self.is_behind_article(hit) && !self.is_place_of_it(hit));
        }
        let public = self.only_one_of_public_life(hit, name.bearers);
        let unsure = public.is_none_or(|(_, least)| least > ENOUGH);
        let at_home = if unsure { self.only_one_at_home(hit, name.bearers) } else { None };
        let (person, least) = at_home.map(|person| (person, ENOUGH)).or(public)?;
        let about = at_home.is_some() || self.is_land_about(hit, person);
        let current = self.standing(person) == Standing::Current || self.is_soon_in_office(person);
        let acts = self.acts(hit) || self.is_joined_to_official(hit) || name.before.honorific && self.is_head(person);
        let is_on = |context: &Self, list| context.words.is_on(list, Word { start: hit.start, end: hit.end });
        // `Nixon`, where a governor is called as the president was.
        let head = |context: &mut Self, other: u32| context.was_head(other) && context.is_country_about(hit, other);
        let known = self.becomes_head(person) || self.is_known_abroad(person);
        if !known && name.bearers.iter().any(|&(_, other)| other != person && head(self, other)) {
            return None;
        }
        // `Our hero Ryan died`, where a Ryan is the speaker.
        let given = self.is_frequent(hit) && is_on(self, WordList::GivenName);
        if given && !self.comes_to_govern(person) {
            return None;
        }
        let many = self.is_frequent(hit) || is_on(self, WordList::Town);
        if !(current || about || acts && !many && self.was_head(person)) {
            return None;
        }
        let wanted = if !acts && (many || !self.becomes_minister(person)) {
            if many && !self.is_known_abroad(person) || !about || self.is_place_of_it(hit) {
                return None;
            }
            CROWD
            // `Reagan called her the best man`: one of other days takes more.
        } else if !about && (!current || many && !self.is_head(person))
            || !self.is_lately_in_office(person) && !self.was_head(person)
        {
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

    /// Who was found to be meant by the same name before, near.
    fn meant_before(&self, hit: Hit) -> Option<u32> {
        let mut found = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| self.is_near_before(found.start, hit));
        let same = found.find(|found| found.key == hit.key && *self.kind_of(found.entity) == EntityKind::Official)?;
        (same.rule == Rule::InOffice).then_some(same.entity)
    }

    /// `the Rice twins`, `the Clarks`
    fn is_behind_article(&self, hit: Hit) -> bool {
        self.words.before(hit.start).is_some_and(|word| self.is_article(word))
    }

    /// `Abbott said`, in a text about Australia: who alone of many bearers is or was in office there of late; who once was a head, if nobody.
    /// Nobody, if another bearer is known abroad.
    fn only_one_at_home(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let word = Word { start: hit.start, end: hit.end };
        let running = |context: &mut Self| context.known.around.line_mode(context.text, hit.start, hit.end) == LineMode::Running;
        if !self.acts(hit)
            || self.is_word(hit)
                && !(running(self) && !self.begins_another_sentence(word) && (self.is_somebody(hit) || self.acted(hit)))
        {
            return None;
        }
        let mut those: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_lately_in_office(person)).collect();
        if those.is_empty() {
            those = bearers.iter().copied().filter(|&(_, person)| self.was_head(person)).collect();
        }
        let mut about = self.those_spoken_of(hit, &those);
        // `Sharif`, who was the prime minister, rather than his brother
        if about.len() > 1 {
            about.retain(|&(_, person)| self.was_head(person) || self.is_known_abroad(person));
        }
        let [(_, person)] = *about else { return None };
        // `Brown said` of a minister, where another Brown is the prime minister elsewhere
        let above = |other: u32| self.is_known_abroad(other) && !self.is_known_abroad(person);
        (!those.iter().any(|&(_, other)| other != person && above(other))).then_some(person)
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
            // A capital inside a sentence makes a name of the word.
            let small = |word: Word| !words::is_capitalized(self.text, word);
            let inside = !words::starts_sentence(self.text, hit.start) && self.words.before(hit.start).is_none_or(small);
            let acted = self.acts(hit) && self.acted(hit);
            let aside = self.is_somebody(hit) || self.acts(hit) && !self.does(hit) || self.is_joined_to_official(hit);
            if let [(_, person)] = *bearers {
                return ((inside || acted || aside) && self.is_lately_in_office(person)).then_some((person, 0));
            }
            let person = self.only_head(bearers).or_else(|| self.only_one_known_abroad(bearers))?;
            let least = if acted && self.is_head(person) && self.is_land_about(hit, person) { ENOUGH } else { CROWD };
            return (inside || acted || aside).then_some((person, least));
        }
        if self.is_frequent(hit) || bearers.len() > RATHER_RARE {
            let now = bearers.iter().filter(|&&(_, person)| !self.is_out_of_office(person)).count();
            let least = if now <= RATHER_RARE { 0 } else { CROWD };
            return self
                .only_head(bearers)
                .map(|person| (person, 0))
                .or_else(|| Some((self.only_one_known_abroad(bearers)?, least)))
                .or_else(|| Some((self.only_one_known_here(hit, bearers)?, CROWD)));
        }
        let persons = || bearers.iter().map(|&(_, person)| person);
        let mut those: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_lately_in_office(person)).collect();
        if those.is_empty() {
            let mut heads = persons().filter(|&person| self.was_head(person));
            if let Some(head) = heads.next() {
                return (heads.next().is_none() && !self.is_later_in_office(bearers, head)).then_some((head, 0));
            }
            let mut ministers =
                persons().filter(|&person| self.standing(person) == Standing::Former && self.becomes_minister(person));
            return ministers.next().filter(|_| self.acts(hit) && ministers.next().is_none()).map(|person| (person, 0));
        }
        if those.len() > 1 {
            let about = self.those_spoken_of(hit, &those);
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

    /// `Clinton` in 2016: whether somebody else of that name was in office until a few years ago, and the head was not.
    fn is_later_in_office(&self, bearers: &[(u32, u32)], head: u32) -> bool {
        let compatriot = |other: u32| self.owners(head).any(|owner| self.owners(other).any(|o| o == owner));
        let later = |&(_, other): &(u32, u32)| {
            other != head && self.left_within(other, YEARS_OUT) && self.becomes_minister(other) && compatriot(other)
        };
        !self.left_within(head, YEARS_OUT) && bearers.iter().any(later)
    }

    /// The only bearer known abroad whose country is spoken of.
    fn only_one_known_here(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let known = bearers.iter().copied().filter(|&(_, person)| self.is_known_abroad(person));
        let known: Bearers = known.collect();
        let here = self.those_spoken_of(hit, &known);
        self.only_one_known_abroad(&here)
    }

    /// Those whose country is spoken of; if it is nobody's, those who have a colleague near.
    fn those_spoken_of(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Bearers {
        let about: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_country_about(hit, person)).collect();
        if about.is_empty() {
            return bearers.iter().copied().filter(|&(_, person)| self.is_colleague_near(hit, person)).collect();
        }
        about
    }

    /// `Rumsfeld was silent; Powell spoke`: whether a person's country is spoken of, or somebody in office for it is named near.
    fn is_land_about(&mut self, hit: Hit, person: u32) -> bool {
        self.is_country_about(hit, person) || self.is_colleague_near(hit, person)
    }

    fn is_colleague_near(&self, hit: Hit, person: u32) -> bool {
        let own: Vec<u32> = self.offices_now(person).map(|office| office.owner).filter(|&owner| owner != NONE).collect();
        let colleague = |other: u32| other != person && self.offices_now(other).any(|office| own.contains(&office.owner));
        let around = || self.hits[self.at + 1..].iter().take(AROUND).take_while(|next| self.is_near_behind(hit, next.start));
        !own.is_empty()
            && (self.is_named_near(hit, |found| *self.kind_of(found.entity) == EntityKind::Official && colleague(found.entity))
                || around().any(|next| next.key != hit.key && self.likely_official(next).is_some_and(colleague)))
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
        let before = self.words.before(self.start_with_address(hit));
        // `In Texas Cheney raised money`
        // `VIENNA - Zarif came out`
        let dash = |word: Word| self.text[word.end..hit.start].contains(is_hyphen);
        let free = small(before) || before.is_some_and(|word| dash(word) || self.is_behind_place_preposition(word));
        !joined && free && small(after) && !after.is_some_and(figure)
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

    /// Whether enough officials were found near before a name, or are named behind it by what is an official's without support; and one
    /// of them at least before.
    pub(super) fn is_in_sure_company(&self, hit: Hit) -> bool {
        let official = |entity: u32| *self.kind_of(entity) == EntityKind::Official;
        let found = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| self.is_near_before(found.start, hit));
        let mut keys: Vec<u32> = found.filter(|found| official(found.entity)).map(|found| found.key).collect();
        let behind = self.hits[self.at + 1..].iter().take(AROUND).take_while(|next| self.is_near_behind(hit, next.start));
        if !keys.is_empty() {
            keys.extend(behind.filter(|next| self.is_surely_official(next)).map(|next| next.key));
        }
        keys.sort_unstable();
        keys.dedup();
        keys.iter().filter(|&&key| key != hit.key).count() >= ENOUGH
    }

    /// Who in office alone bears a name that stands for itself: no surname of many, and no part of a longer name.
    fn likely_official(&self, hit: &Hit) -> Option<u32> {
        if !self.may_be_person(hit) || !self.is_alone(*hit) {
            return None;
        }
        let bearers = self.bearers(*hit);
        if bearers.len() > RATHER_RARE || self.is_frequent(*hit) {
            return self.only_head(&bearers).filter(|_| !self.is_word(*hit) || self.acted(*hit));
        }
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| self.standing(person) == Standing::Current);
        those.next().filter(|_| those.next().is_none())
    }
}
