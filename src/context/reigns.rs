//! Whose government, cabinet or regime is spoken of?
//!
//! `the Gowda government`, `Hashimoto's cabinet`: that of the only head of a state or government who is called so on the date.

use super::unnamed::Surname;
use super::words::{self, Word};
use super::{Context, Trace};
use crate::gazetteer::WordList;
use crate::scan::Hit;

impl<T: Trace> Context<'_, T> {
    /// The head whose government or the like is named by the surname.
    pub(super) fn head_of_reign(&mut self, name: &Surname<'_>) -> Option<u32> {
        self.reign_behind(name.hit)?;
        let head = self.only_head(name.bearers)?;
        // `the Harris government of Ontario` is not that of Nauru.
        (!self.is_frequent(name.hit) || self.is_country_about(name.hit, head)).then_some(head)
    }

    /// The word for a government right behind a name, with or without a possessive.
    pub(super) fn reign_behind(&self, hit: Hit) -> Option<Word> {
        let behind = words::after_possessive(self.text, hit.end);
        let reign = self.words.after(behind).filter(|word| self.words.is_on(WordList::Reign, *word))?;
        // `Major government projects`
        let other = behind == hit.end && self.is_word(hit) && words::starts_sentence(self.text, hit.start);
        (!other).then_some(reign)
    }
}
