//! Does a name mean a state of the United States or Canada here?
//!
//! `Lebanon, Ohio`; `won in Georgia and California`, where no other country is spoken of in the sentence.

use super::words;
use super::{Context, NEIGHBOURS, Trace};
use crate::boundary::char_after;
use crate::fold::{is_ignorable, is_word};
use crate::kind::EntityKind;
use crate::scan::Hit;

/// `GA` and the like can be anything.
const ABBREVIATION: usize = 2;

impl<T: Trace> Context<'_, T> {
    /// `Lebanon, Ohio`: a name of a state (class `state`) behind a comma.
    pub(super) fn names_place_of_state(&self, hit: Hit) -> bool {
        // `Lebanon , Ohio`, as in texts that have been cut into words.
        let gap = self.text[hit.end..].strip_prefix(' ').map_or(hit.end, |_| hit.end + 1);
        let Some((',', comma)) = char_after(self.text, gap) else { return false };
        if comma != gap {
            return false;
        }
        let Some(word) = words::word_after(self.text, comma + 1).filter(|word| words::is_capitalized(self.text, *word)) else {
            return false;
        };
        self.phrases.state_at(self.text, word)
    }

    /// Whether a country's name that is a state's, too, stands in a sentence with another state and no other country.
    pub(super) fn is_state_among_states(&mut self, hit: Hit) -> bool {
        let (from, to) = self.around.sentence(self.text, hit.start, hit.end);
        let country = |entity: u32| *self.kind_of(entity) == EntityKind::Country;
        if !self.may_mean(&hit, &country) {
            return false;
        }
        let own_country = |entity: u32| self.may_mean(&hit, &|e| e == entity);
        let abroad = |entity: u32| country(entity) && !own_country(entity) && !self.is_of_states(entity);
        let before = self.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start >= from);
        let behind = self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.end <= to);
        if before.into_iter().any(|found| abroad(found.entity)) || behind.into_iter().any(|next| self.may_mean(next, &abroad)) {
            return false;
        }
        let mut at = from;
        while let Some(start) = self.text[at..to].find(|c| is_word(c) && !is_ignorable(c)).map(|i| at + i) {
            let word = words::first_word(self.text, start, to);
            at = word.end;
            let named = words::is_capitalized(self.text, word)
                && word.end - word.start > ABBREVIATION
                && !(hit.start..hit.end).contains(&word.start);
            if named && self.phrases.state_at(self.text, word) {
                return true;
            }
        }
        false
    }

    /// Whether a country is the United States.
    fn is_of_states(&self, country: u32) -> bool {
        self.tables.entity_index("country:US") == Some(country)
    }
}
