//! Which minister is meant by a country's name and a surname that many bear?
//!
//! `Britain's Cook sees a deal`: behind the possessive of a country its minister of that name, if there is but one on the date;
//! `Croatian Finance Minister Mali`: nobody known, but no country. Looks at the mention right before the name and the word behind it.

use super::titles::Before;
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::gazetteer::WordList;
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MINISTERS};
use crate::scan::Hit;

impl<T: Trace> Context<'_, T> {
    /// The only bearer who is a minister or head, on the date, of the country whose possessive stands right before the name.
    pub(super) fn minister_of_owner(&self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let date = self.as_of?;
        let country = self.country_before(hit.start).filter(|_| self.is_behind_possessive())?;
        let serves = |person: u32| {
            self.tables.tenures_of_official(person).any(|tenure| {
                let office = self.tables.traits(tenure.office);
                office.owner == country
                    && office.functions & (MINISTERS | HEAD_OF_STATE | HEAD_OF_GOVERNMENT) != 0
                    && tenure.certainty(date).is_some()
            })
        };
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| serves(person));
        let first = those.next()?;
        those.all(|person| person == first).then_some(first)
    }

    /// Whether the title of an office without an article stands before a name, as before a person's, and what people do behind it.
    pub(super) fn is_unknown_minister(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        let office = before.office.and_then(|office| self.known.found.iter().rev().take(2).find(|found| found.entity == office));
        let titled = office.is_some_and(|office| {
            let title = words::last_word(self.text, office.start, office.end);
            words::is_capitalized(self.text, title) && self.words.before(office.start).is_none_or(|word| !self.is_article(word))
        });
        // `French Finance Minister Mali talks`
        let plural = |word: Word| Folded::of(self.text, word).as_str().ends_with('s');
        let does = |word: Word| self.words.is_on(WordList::Predicate, word) || self.words.is_inflected(word);
        let acts = self.words.after(hit.end).is_some_and(|word| does(word) && !plural(word));
        acts && titled && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }
}
