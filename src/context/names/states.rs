//! Does a name mean a state of the United States or Canada here?
//!
//! `Lebanon, Ohio`; `won in Georgia and California`, `Georgia's quarterback`, where no other country is spoken of in the sentence;
//! `Washington beat Georgia`; `Lowery of Georgia`, in a story that names other states and nothing else of the country.

use crate::boundary::{char_after, char_before};
use crate::context::people::titles::Before;
use crate::context::text::folded::Folded;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, NEIGHBOURS, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator, is_word, narrow};
use crate::gazetteer::WordList;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// `GA` and the like can be anything.
const ABBREVIATION: usize = 2;
/// So many characters to each side belong to the story that a name stands in.
const STORY: usize = 300;

impl<T: Trace> Context<'_, T> {
    /// `Lebanon, Ohio`: a name of a state (class `state`) behind a comma.
    pub(super) fn names_place_of_state(&self, hit: Hit) -> bool {
        // `Lebanon , Ohio`, as in texts that have been cut into words.
        let gap = self.text[hit.end..].strip_prefix(' ').map_or(hit.end, |_| hit.end + 1);
        let Some((',', comma)) = char_after(self.text, gap) else { return false };
        let Some(word) = self.words.after(comma + 1).filter(|word| words::is_capitalized(self.text, *word)) else {
            return false;
        };
        self.words.state_at(word)
    }

    /// `in Toledo, Ohio`, `Newark and Elizabeth, NJ`: whether a surname is that of a town; of somebody named before, behind a preposition.
    pub(in crate::context) fn is_town_of_state(&self, hit: Hit, before: &Before<'_>) -> bool {
        (self.known.people.antecedent(hit.key).is_none() || before.word.is_some_and(|word| self.is_preposition(word)))
            && self.names_place_of_state(hit)
    }

    /// Whether a country's name that is a state's, too, stands in a list behind another state, or in a sentence with one and no other
    /// country.
    pub(super) fn is_state_among_states(&mut self, hit: Hit) -> bool {
        if self.is_listed_behind_state(hit) || self.is_behind_party(hit) {
            return true;
        }
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        if !self.may_mean(&hit, &|entity| *self.kind_of(entity) == EntityKind::Country) || self.lands_abroad(hit, from, to) > 0 {
            return false;
        }
        let of_states = |word: Word| {
            !(hit.start..hit.end).contains(&word.start) && self.is_state(word) || self.words.is_on(WordList::StateSport, word)
        };
        self.words_between(from, to).any(of_states) || self.plays_capital_of_states(hit) || self.is_in_story_of_states(hit)
    }

    /// `R-Georgia`: the letter of a party before a hyphen.
    fn is_behind_party(&self, hit: Hit) -> bool {
        let letter = char_before(self.text, hit.start).filter(|&(c, _)| is_hyphen(c));
        let letter = letter.and_then(|(_, at)| char_before(self.text, at)).filter(|&(c, _)| matches!(narrow(c), 'R' | 'D'));
        letter.is_some_and(|(_, at)| char_before(self.text, at).is_none_or(|(c, _)| !is_word(c)))
    }

    /// `Lowery of Georgia`: whether more states and words of their life than other countries stand in the story around, and nothing else
    /// of the country is named near.
    fn is_in_story_of_states(&mut self, hit: Hit) -> bool {
        let own = |entity: u32| self.may_mean(&hit, &|e| e == entity);
        let of_own = |entity: u32| own(entity) || own(self.tables.traits(entity).owner);
        if self.owns_role(hit)
            || self.is_named_near(hit, |found| found.key != hit.key && of_own(found.entity))
            || self.next_near(hit, |next| next.key != hit.key && self.may_mean(next, &of_own)).is_some()
        {
            return false;
        }
        let (from, to) = (reach::before(self.text, hit.start, STORY), reach::after(self.text, hit.end, STORY));
        // What the reach cuts is no word.
        let cut = char_before(self.text, from).is_some_and(|(c, _)| is_word(c));
        let first = if cut { words::first_word(self.text, from, to).end } else { from };
        let of_states = |word: &Word| {
            word.start != hit.start && self.is_state(*word)
                || [WordList::StateSport, WordList::StateLife].into_iter().any(|list| self.words.is_on(list, *word))
        };
        self.words_between(first, to).filter(of_states).count() > self.lands_abroad(hit, from, to).max(1)
    }

    /// How many names of countries other than that of a hit, and than the United States, stand in a stretch around it.
    fn lands_abroad(&self, hit: Hit, from: usize, to: usize) -> usize {
        let abroad = |entity: u32| {
            *self.kind_of(entity) == EntityKind::Country
                && !self.may_mean(&hit, &|own| own == entity)
                && !self.is_of_states(entity)
        };
        let before = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start >= from);
        let behind = self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.end <= to);
        before.filter(|found| abroad(found.entity)).count() + behind.filter(|next| self.may_mean(next, &abroad)).count()
    }

    /// The words of a stretch.
    fn words_between(&self, mut at: usize, to: usize) -> impl Iterator<Item = Word> {
        std::iter::from_fn(move || {
            let start = at + self.text[at..to].find(|c| is_word(c) && !is_ignorable(c))?;
            let word = words::first_word(self.text, start, to);
            at = word.end;
            Some(word)
        })
    }

    /// Whether a word is the name of a state, or the first of one.
    fn is_state(&self, word: Word) -> bool {
        words::is_capitalized(self.text, word)
            && Folded::of(self.text, word).as_str().len() > ABBREVIATION
            && self.words.state_at(word)
    }

    /// `Maine, Utah and Georgia`: not `Virginia, Georgia and Armenia`, nor `Washington and Georgia`.
    fn is_listed_behind_state(&self, hit: Hit) -> bool {
        let last = self.words.before(hit.start).filter(|word| self.is(*word, "and") || self.is(*word, "or"));
        let end = last.map_or(Some(hit.start), |and| words::gap_before(self.text, and.start));
        let end = end.map(|end| self.text[..end].trim_end_matches(|c| c == ',' || is_separator(c) && !is_break(c)).len());
        let Some(end) = end.filter(|&end| last.is_some() || self.text[end..hit.start].contains(',')) else { return false };
        let state = words::last_word(self.text, 0, end);
        let known = self.at.checked_sub(1).is_some_and(|at| self.hits[at].end > state.start);
        self.is_state(state)
            && !known
            && !self.hits.get(self.at + 1).is_some_and(|next| {
                self.is_joint(hit.end, next.start) && self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country)
            })
    }

    /// `Washington beat Georgia`: in a report of sport, beside one word for a game and the capital of the states.
    fn plays_capital_of_states(&mut self, hit: Hit) -> bool {
        let capital = |hit: &Hit| {
            self.may_mean(hit, &|entity| {
                *self.kind_of(entity) == EntityKind::Place && self.is_of_states(self.tables.traits(entity).owner)
            })
        };
        let game = |word: Word| self.words.is_on(WordList::Game, word);
        let before = self.words.before(hit.start).filter(|word| game(*word)).is_some_and(|word| {
            let last = self.at.checked_sub(1).map(|at| self.hits[at]);
            last.is_some_and(|last| self.words.before(word.start).is_some_and(|name| name.end == last.end) && capital(&last))
        });
        let behind = || {
            self.words.after(hit.end).filter(|word| game(*word)).is_some_and(|word| {
                let next = self.hits.get(self.at + 1);
                next.is_some_and(|next| self.words.after(word.end).is_some_and(|name| name.start == next.start) && capital(next))
            })
        };
        (before || behind()) && self.in_sport(hit)
    }

    /// Whether a country is the United States.
    fn is_of_states(&self, country: u32) -> bool {
        self.tables.entity_index("country:US") == Some(country)
    }
}
