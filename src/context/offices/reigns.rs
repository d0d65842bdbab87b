//! Whose government, cabinet or regime is spoken of?
//!
//! `the Gowda government`, `Hashimoto's cabinet`: that of the only head of a state or government who is called so on the date; `the Bush
//! administration` later: of who was one.

use crate::context::people::bearers::Bearers;
use crate::context::people::careers::Standing;
use crate::context::people::unnamed::Surname;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::gazetteer::WordList;
use crate::scan::Hit;

/// Of the government of who left office so many years ago at most is spoken rather than of that of one before.
const YEARS_OUT: u16 = 8;

impl<T: Trace> Context<'_, T> {
    /// The head whose government or the like is named by the surname.
    pub(in crate::context) fn head_of_reign(&mut self, name: &Surname<'_>) -> Option<u32> {
        self.reign_behind(name.hit)?;
        let head = self.only_head(name.bearers)?;
        // `the Harris government of Ontario` is not that of Nauru.
        (!self.is_frequent(name.hit) || self.is_country_about(name.hit, head)).then_some(head)
    }

    /// `the Bush administration`, where nobody of that name is in office: the only one who was a head until some years ago, or ever.
    pub(in crate::context) fn head_who_reigned(&mut self, name: &Surname<'_>) -> Option<(u32, u8)> {
        self.as_of.and(self.reign_behind(name.hit))?;
        let alias = |person: u32| name.bearers.iter().find(|&&(_, bearer)| bearer == person).map(|&(alias, _)| (alias, 85));
        let current = |context: &Self, person: u32| context.standing(person) == Standing::Current;
        if name.bearers.iter().any(|&(_, person)| current(self, person)) {
            return None;
        }
        let heads: Bearers = name.bearers.iter().copied().filter(|&(_, person)| self.was_head(person)).collect();
        let late: Bearers = heads.iter().copied().filter(|&(_, person)| self.left_within(person, YEARS_OUT)).collect();
        match (&*heads, &*late) {
            (&[(_, person)], _) | (_, &[(_, person)]) => alias(person),
            _ => None,
        }
    }

    /// The word for a government right behind a name, with or without a possessive.
    pub(in crate::context) fn reign_behind(&self, hit: Hit) -> Option<Word> {
        let behind = words::after_possessive(self.text, hit.end);
        let reign = self.words.after(behind).filter(|word| self.words.is_on(WordList::Reign, *word))?;
        // `Major government projects`
        let other = behind == hit.end && words::starts_sentence(self.text, hit.start);
        (!other).then_some(reign)
    }
}
