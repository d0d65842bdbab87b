//! Whom does a surname mean that nothing but the officials around it supports?
//!
//! `Trimble was grey with fatigue, Ahern flew back twice and Mowlam wept`: a text that names several officials, or names which only officials
//! of the date bear, tells of public life. Looks at the names within [`LOOK_AHEAD`](crate::context::LOOK_AHEAD), and at the next [`AROUND`] hits.

use super::bearers::Bearers;
use super::careers::Standing;
use super::colleagues::FEW;
use super::namesakes::MANY;
use super::unnamed::Surname;
use crate::boundary::char_before;
use crate::context::found::Found;
use crate::context::text::folded::Folded;
use crate::context::text::words::{self, Word};
use crate::context::{Context, NEIGHBOURS, Rule, Trace};
use crate::fold::{is_digit, is_hyphen};
use crate::gazetteer::WordList;
use crate::gazetteer::functions::{CENTRAL_BANK_GOVERNOR, GREAT_OFFICES, ORG_HEAD};
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// With more bearers a surname is not rare among officials, nor among others.
pub(super) const RATHER_RARE: usize = 4;
/// A shorter surname is mostly something else: `Co`. In bytes.
pub(super) const SHORTEST: usize = 3;
/// Hits behind a name that are looked at for names of officials.
const AROUND: usize = 32;
/// How many officials make company; one fewer will do where the country is spoken of.
pub(super) const ENOUGH: usize = 3;
/// How many make company for whom less speaks: a minister with a frequent name whose country is not spoken of.
const CROWD: usize = 5;

impl<T: Trace> Context<'_, T> {
    /// The only bearer of a surname who is in office on the date, or was head of a state or government, among enough other officials.
    pub(super) fn only_one_among_officials(&mut self, name: &Surname<'_>) -> Option<u32> {
        let hit = name.hit;
        // `(Green left)`
        let bracketed = self.text[..hit.start].ends_with('(') && self.is_word(hit);
        if !self.is_alone(hit) || bracketed || hit.end - hit.start < SHORTEST {
            return None;
        }
        if let Some(person) = self.meant_before(hit) {
            return Some(person).filter(|_| !self.is_behind_article(hit) && !self.is_place_of_it(hit));
        }
        let public = self.only_one_of_public_life(hit, name.bearers);
        let unsure = public.is_none_or(|(_, least)| least > ENOUGH);
        let at_home = if unsure { self.only_one_at_home(hit, name.bearers) } else { None };
        let (person, least) = at_home.map(|person| (person, self.least_at_home(person))).or(public)?;
        let about = self.is_land_about(hit, person);
        let current = self.standing(person) == Standing::Current || self.is_soon_in_office(person);
        let acts = self.acts(hit) || self.is_joined_to_official(hit) || name.before.honorific && self.is_head(person);
        let is_on = |context: &Self, list| context.words.is_on(list, Word { start: hit.start, end: hit.end });
        // `Nixon`, where a governor is called as the president was.
        let head = |context: &mut Self, other: u32| context.was_head(other) && context.is_country_about(hit, other);
        let known = self.becomes_head(person) || self.is_known_abroad(person);
        if !known && name.bearers.iter().any(|&(_, other)| other != person && head(self, other)) {
            return None;
        }
        let many = self.is_frequent(hit) || is_on(self, WordList::Town);
        // `Our hero Ryan died`, where a Ryan is the speaker.
        if self.is_frequent(hit) && is_on(self, WordList::GivenName) && !self.comes_to_govern(person) {
            return None;
        }
        if !(current || about || self.was_head(person)) {
            return None;
        }
        let wanted = if !acts && (many || !self.becomes_minister(person)) {
            if many && !self.is_known_abroad(person) || !about || self.is_place_of_it(hit) {
                return None;
            }
            CROWD
        } else if !about && many && !self.is_head(person) || !self.is_lately_in_office(person) && !self.was_head(person) {
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

    /// `Trichet and King`, `Fischer, Ivanov and Straw`: the only bearer in whose field another official in the sentence is a minister, too, or
    /// heads a central bank, where no head of that name is spoken of.
    pub(super) fn only_counterpart(&mut self, name: &Surname<'_>) -> Option<u32> {
        let hit = name.hit;
        let fields = |context: &Self, person: u32| context.career(person).now & (GREAT_OFFICES | CENTRAL_BANK_GOVERNOR);
        if !self.is_alone(hit) || !name.bearers.iter().any(|&(_, person)| fields(self, person) != 0) {
            return None;
        }
        let last = self.at.checked_sub(1).map(|at| &self.hits[at]);
        let next = self.hits.get(self.at + 1);
        let pair = last.is_some_and(|last| self.may_be_person(last) && self.is_joint(last.end, hit.start))
            || next.is_some_and(|next| self.may_be_person(next) && self.is_joint(hit.end, next.start));
        if !(self.is_joined_to_official(hit) || !self.is_word(hit) && (pair || self.acts(hit))) {
            return None;
        }
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let before = self.known.found.iter().rev().take(FEW).take_while(|found| found.start >= from);
        let before = before.filter(|found| *self.kind_of(found.entity) == EntityKind::Official).map(|found| found.entity);
        let behind = self.hits[self.at + 1..].iter().take(FEW).take_while(|next| next.end <= to);
        let around = before.chain(behind.filter_map(|next| self.likely_official(next)));
        let others = around.fold(0, |all, other| all | fields(self, other));
        let those: Bearers = name.bearers.iter().copied().filter(|&(_, person)| fields(self, person) & others != 0).collect();
        let first = those.first()?.1;
        // `Solana and Robertson`: not the minister of Jamaica, but the head of NATO
        let body = |context: &Self, other: u32| context.career(other).now & ORG_HEAD != 0;
        let above = |context: &mut Self, other: u32| {
            body(context, other) || context.is_head(other) && context.is_country_about(hit, other)
        };
        let alone = those.iter().all(|&(_, person)| person == first);
        (alone && !name.bearers.iter().any(|&(_, other)| other != first && above(self, other))).then_some(first)
    }

    /// `at Fukushima`: whether what stands before a name tells where something is.
    fn is_place_of_it(&self, hit: Hit) -> bool {
        let before = self.words.before(hit.start);
        before
            .is_some_and(|word| Folded::of(self.text, word).is_one_of(&["in", "at", "near", "from", "outside", "inside", "into"]))
    }

    /// Who was found to be meant by the same name before, near.
    fn meant_before(&self, hit: Hit) -> Option<u32> {
        let same = self.found_before(hit).find(|found| found.key == hit.key)?;
        (same.rule == Rule::InOffice).then_some(same.entity)
    }

    /// `the Rice twins`, `the Clarks`
    pub(super) fn is_behind_article(&self, hit: Hit) -> bool {
        self.words.before(hit.start).is_some_and(|word| self.is_article(word))
    }

    /// `Abbott said`, in a text about Australia: who alone of many bearers is or was in office there of late; who once was a head, if nobody.
    /// Nobody, if another bearer is known abroad.
    fn only_one_at_home(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let word = Word { start: hit.start, end: hit.end };
        let told = || !self.begins_another_sentence(word) && (self.is_somebody(hit) || self.acted(hit));
        if !self.acts(hit) || self.is_word(hit) && !told() {
            return None;
        }
        let mut those: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_lately_in_office(person)).collect();
        // `Kim` is hardly a minister in Seoul.
        if those.len() > 2 * MANY {
            return None;
        }
        if those.is_empty() {
            those = bearers.iter().copied().filter(|&(_, person)| self.was_head(person)).collect();
        }
        let mut about = self.those_spoken_of(hit, &those);
        // `Sharif`, who was the prime minister, rather than his brother
        if about.len() > 1 {
            about.retain(|&(_, person)| self.was_head(person));
        }
        let [(_, person)] = *about else { return None };
        // `Brown said` of a minister, where another Brown is the prime minister elsewhere
        let above = |other: u32| self.is_known_abroad(other) && !self.is_known_abroad(person);
        (!those.iter().any(|&(_, other)| above(other))).then_some(person)
    }

    /// How many officials it takes around one of whom nobody else is called so in the country that is spoken of: a minister, or one who will
    /// be one, needs fewer.
    fn least_at_home(&self, person: u32) -> usize {
        if self.standing(person) == Standing::Current && self.becomes_minister(person) { ENOUGH - 1 } else { ENOUGH }
    }

    /// Who of the bearers of a rare surname is in office, or of a frequent one alone heads a state, a government or one of its great
    /// offices; who once was a head, if nobody is in office now. And how many officials around it that takes at least.
    fn only_one_of_public_life(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, usize)> {
        let word = Word { start: hit.start, end: hit.end };
        if self.is_word(hit) || self.words.is_inflected(word) {
            // A capital inside a sentence makes a name of the word.
            let inside = !words::starts_sentence(self.text, hit.start);
            if self.begins_another_sentence(word) || !(inside || self.acts(hit) || self.is_joined_to_official(hit)) {
                return None;
            }
            let now: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_lately_in_office(person)).collect();
            if let [(_, person)] = *now
                && (bearers.len() == 1 || self.is_minister(person) && self.is_land_about(hit, person))
            {
                return Some((person, 0));
            }
            let person = self.only_head(bearers).or_else(|| self.only_one_known_abroad(bearers))?;
            let acts = self.acts(hit) && self.acted(hit) && self.is_land_about(hit, person);
            return Some((person, if acts { 0 } else { CROWD }));
        }
        if self.is_frequent(hit) || bearers.len() > RATHER_RARE {
            let now = bearers.iter().filter(|&&(_, person)| !self.is_out_of_office(person)).count();
            let least = if now <= RATHER_RARE { 0 } else { CROWD };
            let head = self.only_head(bearers);
            if head.is_some_and(|head| self.is_head_elsewhere(hit, bearers, head)) {
                return Some((self.only_minister_here(hit, bearers)?, 0));
            }
            return head
                .map(|person| (person, 0))
                .or_else(|| Some((self.only_one_known_abroad(bearers)?, least)))
                .or_else(|| Some((self.only_one_known_here(hit, bearers).filter(|_| now <= 2 * MANY)?, CROWD)));
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

    /// `Fernandez`, of the minister in Buenos Aires, while the president of the Dominican Republic is called so: whether nothing speaks of
    /// the country of a head with a frequent surname, which somebody else in office bears whose country is spoken of; or which stands behind
    /// `Mr`, and many officials bear it: `Mr Taylor`.
    pub(super) fn is_head_elsewhere(&mut self, hit: Hit, bearers: &[(u32, u32)], head: u32) -> bool {
        let many = bearers.len() > FEW;
        let current = |context: &Self, other: u32| {
            other != head && context.standing(other) == Standing::Current && (many || context.is_minister(other))
        };
        self.is_frequent(hit)
            && !self.is_land_about(hit, head)
            && (many && self.start_with_address(hit) < hit.start
                || bearers.iter().any(|&(_, other)| current(self, other) && self.is_land_about(hit, other)))
    }

    /// The only minister of the bearers whose country is spoken of.
    fn only_minister_here(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let ministers = bearers.iter().copied().filter(|&(_, person)| self.is_minister(person));
        let ministers: Bearers = ministers.collect();
        let here: Bearers = ministers.iter().copied().filter(|&(_, person)| self.is_land_about(hit, person)).collect();
        let first = here.first()?.1;
        here.iter().all(|&(_, person)| person == first).then_some(first)
    }

    /// The only bearer known abroad whose country is spoken of.
    fn only_one_known_here(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        // Of many bearers few are known abroad: time stays bounded.
        let known: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_known_abroad(person)).collect();
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
        let colleague = |other: u32| other != person && self.are_in_one_government(person, other);
        self.standing(person) == Standing::Current
            && (self.is_named_near(hit, |found| colleague(found.entity))
                || self.hits_behind(hit).any(|next| next.key != hit.key && self.likely_official(next).is_some_and(colleague)))
    }

    pub(super) fn is_lately_in_office(&self, person: u32) -> bool {
        self.standing(person) == Standing::Current || self.is_just_out(person) || self.is_soon_in_office(person)
    }

    /// `Cook and Vedrine`: whether an official, or a name that must be one's, is joined to a name.
    pub(super) fn is_joined_to_official(&self, hit: Hit) -> bool {
        let next = self.hits.get(self.at + 1).filter(|next| self.is_joint(hit.end, next.start));
        self.is_listed_before(hit) || next.is_some_and(|next| self.likely_official(next).is_some())
    }

    /// Whether a name is no part of a longer one.
    pub(super) fn is_alone(&self, hit: Hit) -> bool {
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

    /// What was found near before a name, the nearest first.
    fn found_before(&self, hit: Hit) -> impl Iterator<Item = &Found> {
        self.known.found.iter().rev().take(NEIGHBOURS).take_while(move |found| self.is_near_before(found.start, hit))
    }

    /// The next hits behind a name.
    fn hits_behind(&self, hit: Hit) -> impl Iterator<Item = &Hit> {
        self.hits[self.at + 1..].iter().take(AROUND).take_while(move |next| self.is_near_behind(hit, next.start))
    }

    /// How many other officials stand around a name, by name or by a surname that must be theirs; counted up to `most`.
    pub(super) fn officials_around(&mut self, hit: Hit, person: u32, most: usize) -> usize {
        let official = |&entity: &u32| *self.kind_of(entity) == EntityKind::Official;
        let before = self.found_before(hit).map(|found| found.entity).filter(|&entity| entity != person).filter(official);
        let behind = self.hits_behind(hit).filter(|next| next.key != hit.key).filter_map(|next| self.likely_official(next));
        let (mut seen, mut count) = ([NONE; CROWD], 0);
        for other in before.chain(behind) {
            if count >= most {
                break;
            }
            if !seen[..count].contains(&other) {
                seen[count] = other;
                count += 1;
            }
        }
        count
    }

    /// Whether enough officials were found near before a name, or are named behind it by what is an official's without support; and one
    /// of them at least before.
    pub(in crate::context) fn is_in_sure_company(&self, hit: Hit) -> bool {
        let official = |found: &&Found| *self.kind_of(found.entity) == EntityKind::Official;
        let mut keys: Vec<u32> = self.found_before(hit).filter(official).map(|found| found.key).collect();
        if !keys.is_empty() {
            keys.extend(self.hits_behind(hit).filter(|next| self.is_surely_official(next)).map(|next| next.key));
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
            let known = self.only_head(&bearers).or_else(|| self.only_one_known_abroad(&bearers));
            return known.filter(|_| !self.is_word(*hit) || self.acted(*hit));
        }
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| self.standing(person) == Standing::Current);
        those.next().filter(|_| those.next().is_none())
    }
}
