//! Can the bearer of a name be meant behind `Mrs` or `Mr`?
//!
//! `Mrs. Clinton` is not Bill Clinton, whoever was named before. A woman is known by her given name, or by a row of her own; who is not
//! known to be one is not meant behind the title of a woman, but behind `Ms`, which goes with a name of one's own, where the name was
//! said before of somebody who is not known to be a man.

use crate::context::text::phrases::Entry;
use crate::context::text::words::{self, Word};
use crate::context::{Context, NEIGHBOURS, Rule, Trace};
use crate::fold::is_hyphen;
use crate::gazetteer::WordList;
use crate::scan::Hit;

/// What a title tells of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Woman,
    /// A woman, by a title that goes with her own name.
    Herself,
    Man,
}

impl<T: Trace> Context<'_, T> {
    /// What the title right before a place tells, if it is one of a woman or a man.
    pub(super) fn gender_before(&self, at: usize) -> Option<Gender> {
        let word = self.address_before(at)?;
        let entry = self.words.entry(word).filter(|entry| entry.is_on(WordList::Honorific))?;
        match (entry.is_on(WordList::Woman), entry.is_on(WordList::Man)) {
            (true, false) if self.is(word, "ms") => Some(Gender::Herself),
            (true, false) => Some(Gender::Woman),
            (false, true) => Some(Gender::Man),
            _ => None,
        }
    }

    /// The capitalised word right before a place, with or without a dot behind it.
    pub(in crate::context) fn address_before(&self, at: usize) -> Option<Word> {
        // Without a dot it is the word before.
        if let Some(word) = self.words.before(at) {
            return Some(word)
                .filter(|word| words::is_capitalized(self.text, *word) && !self.text[word.end..at].contains(is_hyphen));
        }
        let gap = words::gap_before(self.text, at).filter(|&gap| !self.text[gap..at].contains(is_hyphen))?;
        let end = self.text[..gap].strip_suffix('.').map_or(gap, str::len);
        Some(words::last_word(self.text, 0, end)).filter(|word| words::is_capitalized(self.text, *word))
    }

    /// Whether a title of this gender can stand before a name of a person.
    pub(super) fn may_be_called(&mut self, hit: Hit, person: u32, gender: Gender) -> bool {
        match gender {
            Gender::Man => !self.is_woman(person),
            Gender::Woman => self.is_woman(person),
            Gender::Herself => {
                self.is_woman(person)
                    || self.known.people.antecedent(hit.key) == Some(person) && !self.has_name_on(person, WordList::Man)
            }
        }
    }

    /// The bearer of a name who was named in full a short while ago, of several of one gender.
    pub(super) fn last_named(&self, bearers: &[(u32, u32)]) -> Option<(u32, u32)> {
        let whole = self.known.found.iter().rev().take(4 * NEIGHBOURS).filter(|found| found.rule == Rule::FullName);
        whole.into_iter().find_map(|found| bearers.iter().copied().find(|&(_, person)| person == found.entity))
    }

    /// Whether a person is known to be a woman.
    fn is_woman(&mut self, person: u32) -> bool {
        if let Some(&woman) = self.women.get(&person) {
            return woman;
        }
        let woman = self.has_name_on(person, WordList::Woman);
        self.women.insert(person, woman);
        woman
    }

    /// Whether the given name of a person, or the whole name, is on a list.
    fn has_name_on(&self, person: u32, list: WordList) -> bool {
        let name = self.tables.str(self.tables.entities.at(person as usize).name());
        let given = Word { start: 0, end: name.find(' ').unwrap_or(name.len()) };
        let known = self.phrases.word(name, given);
        // Few are told by their whole name.
        known.is_some_and(|entry| {
            entry.is_on(list) || entry.is(Entry::STARTS) && self.phrases.is_on(list, name, Word { start: 0, end: name.len() })
        })
    }
}
