//! Is a country, region or place here only part of a longer proper name?
//!
//! `Air France`, `British Airways`, `Lebanon, Ohio`, `Jordan Spieth`, `Michael Jordan`; but `US President`, `French police`.

use super::surroundings::LineMode;
use super::words::{self, Word};
use super::{Context, Rule, Trace};
use crate::boundary::char_after;
use crate::fold::is_hyphen;
use crate::gazetteer::WordList;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// How many capitalised words behind a country can belong to a longer name.
const NAME_WORDS: usize = 5;
/// Names of persons that are remembered because they are also names of countries.
const MAX_NAMESAKES: usize = 16;

impl<T: Trace> Context<'_, T> {
    pub(super) fn longer_name(&mut self, hit: Hit, alias: u32) -> Option<Rule> {
        let kind = AliasKind::ALL[usize::from(self.tables.aliases[alias as usize].kind)];
        if self.is_namesake(hit) {
            return Some(Rule::PersonsName);
        }
        if self.names_place_of_state(hit) {
            return Some(Rule::StateName);
        }
        if let Some(before) = self.word_before_in_line(hit.start) {
            if self.phrases.list_ending(WordList::NameBefore, self.text, self.before_article(before)) {
                return Some(Rule::LongerName);
            }
            if kind != AliasKind::Abbreviation && self.is_given_name(before) && !self.belongs_to_hit_before(before) {
                return Some(Rule::PersonsName);
            }
        }
        let after = words::word_after(self.text, hit.end).filter(|word| words::is_capitalized(self.text, *word))?;
        if self.text[hit.end..after.start].contains(is_hyphen)
            || self.around.line_mode(self.text, hit.start, hit.end) == LineMode::Capitals
        {
            return None;
        }
        if self.name_goes_on(after) {
            return Some(Rule::LongerName);
        }
        if matches!(kind, AliasKind::Demonym | AliasKind::Abbreviation)
            || self.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running
            || self.is_title(after)
        {
            return None;
        }
        // `Jordan Spieth` is a person; `Iran Khodro` and `Korea Electric` are companies: a name goes on with a further capital.
        let own = Word { start: hit.start, end: hit.end };
        let place = words::word_before(self.text, hit.start).is_some_and(|word| self.is_preposition(word));
        if self.phrases.is_on(WordList::GivenName, self.text, own) {
            return (!place && !self.starts_hit(after, true)).then_some(Rule::PersonsName);
        }
        // `the foreign minister of Finland Pekka Haavisto`: a person follows.
        if place && !self.phrases.is_on(WordList::English, self.text, after) || self.is_given_name(after) {
            return None;
        }
        let country = *self.kind_of(self.tables.aliases[alias as usize].entity) == EntityKind::Country;
        (country && !self.starts_hit(after, false) && !self.phrases.is_on(WordList::Political, self.text, after))
            .then_some(Rule::LongerName)
    }

    /// Notes that the word of a hit is somebody's given name or surname in this text: `Georgia Hartwell`, `Michael Jordan`.
    pub(super) fn note_namesake(&mut self, hit: Hit) {
        for word in [words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end)] {
            if self.phrases.is_on(WordList::GivenName, self.text, word)
                && let Some(key) = self.phrases.key_of(self.text, word)
                && !self.namesakes.contains(&key)
                && self.namesakes.len() < MAX_NAMESAKES
            {
                self.namesakes.push(key);
            }
        }
    }

    /// Whether the word is a person's in this text, and nothing says that the place is meant: `Georgia said`, not `in Georgia`.
    pub(super) fn is_namesake(&self, hit: Hit) -> bool {
        self.namesakes.contains(&hit.key)
            && !words::word_before(self.text, hit.start).is_some_and(|word| self.is_preposition(word))
    }

    /// `Bank of the Netherlands`: the word before the article.
    pub(super) fn before_article(&self, word: Word) -> Word {
        if self.text[word.start..word.end].eq_ignore_ascii_case("the") {
            words::word_before(self.text, word.start).unwrap_or(word)
        } else {
            word
        }
    }

    /// The word before, if only a space lies between.
    fn word_before_in_line(&self, start: usize) -> Option<Word> {
        words::word_before(self.text, start).filter(|word| !self.text[word.end..start].contains(is_hyphen))
    }

    /// Whether the capitalised words from `first` on make a longer name: one of them is `Airlines`, `University`, `Corp.`
    fn name_goes_on(&self, first: Word) -> bool {
        let mut word = first;
        for _ in 0..NAME_WORDS {
            if self.phrases.is_on(WordList::NameAfter, self.text, word) {
                return true;
            }
            // A role or another hit ends the name: `US Secretary of State`, `Israel Prime Minister`.
            if self.phrases.role_at(self.text, word).is_some() || self.starts_hit(word, false) {
                return false;
            }
            match words::word_after(self.text, word.end).filter(|next| words::is_capitalized(self.text, *next)) {
                Some(next) => word = next,
                None => return false,
            }
        }
        false
    }

    /// Whether a capitalised given name, which is no English word, stands here: `Michael` before `Jordan`.
    fn is_given_name(&self, word: Word) -> bool {
        words::is_capitalized(self.text, word)
            && self
                .phrases
                .word(self.text, word)
                .is_some_and(|entry| entry.is_on(WordList::GivenName) && !entry.is_on(WordList::English))
    }

    /// Whether the word is the end of the hit before this one: `Paris` before `France`.
    fn belongs_to_hit_before(&self, word: Word) -> bool {
        self.at.checked_sub(1).is_some_and(|at| self.hits[at].end >= word.end)
    }

    /// Whether the next hit starts with the word; with `whole`, a hit that is only part of a person's name does not count.
    fn starts_hit(&self, word: Word, whole: bool) -> bool {
        self.hits
            .get(self.at + 1)
            .filter(|next| next.start <= word.start && word.start < next.end)
            .is_some_and(|next| !whole || self.tables.aliases_of_key(next.key).any(|alias| !self.is_part(alias as u32)))
    }

    /// Whether the word is a role, an honorific, a modifier or a day, and so does not go on with a name.
    fn is_title(&self, word: Word) -> bool {
        self.phrases.role_at(self.text, word).is_some()
            || self.phrases.word(self.text, word).is_some_and(|entry| {
                entry.is_on(WordList::Honorific) || entry.is_on(WordList::Modifier) || entry.is_on(WordList::Time)
            })
    }

    fn is_preposition(&self, word: Word) -> bool {
        matches!(
            &self.text[word.start..word.end],
            "in" | "of" | "to" | "from" | "In" | "From" | "with" | "for" | "between" | "against"
        )
    }

    /// `Lebanon, Ohio`: a name of a state (class `state`) behind a comma.
    fn names_place_of_state(&self, hit: Hit) -> bool {
        let Some((',', comma)) = char_after(self.text, hit.end) else { return false };
        if comma != hit.end {
            return false;
        }
        let Some(word) = words::word_after(self.text, comma + 1).filter(|word| words::is_capitalized(self.text, *word)) else {
            return false;
        };
        self.phrases.state_at(self.text, word)
    }
}
