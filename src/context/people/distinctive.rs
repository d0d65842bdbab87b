//! Whose distinctive name is a surname, or another part of a name?
//!
//! `Tokayev`, `Thaksin`, `Lula da Silva`: it needs no support, where nothing says that a place or a namesake in office is meant.

use super::bearers::Bearers;
use super::unnamed::Surname;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::gazetteer::WordList;
use crate::kind::{AliasKind, Policy};
use crate::scan::Hit;

impl<T: Trace> Context<'_, T> {
    /// The one who is meant by a distinctive name: a namesake in office beside their country goes before one who is neither.
    pub(super) fn distinctive_bearer(&mut self, name: &Surname<'_>) -> Option<(u32, u8)> {
        let (alias, person) = self.best(name.hit, &name.distinctive)?;
        let free = name.current.is_empty() || name.current.iter().any(|&(_, other)| other == person);
        free.then_some((alias, 85))
    }

    /// Those whose distinctive name it is; nobody's, where a place is meant.
    pub(super) fn distinctive_bearers(&mut self, name: &Surname<'_>) -> Bearers {
        // A given name of many means one person only as what that person is called by: `Thaksin`.
        let whole = Word { start: name.hit.start, end: name.hit.end };
        let given = !name.acts && self.words.is_on(WordList::GivenName, whole);
        let is_distinctive = |&(alias, person): &(u32, u32)| {
            let row = self.tables.aliases.at(alias as usize);
            row.policy == Policy::Always as u8 && (!given || row.kind == AliasKind::Given as u8)
                || self.has_distinctive_part(name.hit, person)
        };
        let distinctive: Bearers = name.bearers.iter().copied().filter(is_distinctive).collect();
        if self.is_place_rather(name.hit) { Bearers::default() } else { distinctive }
    }

    /// `Suluhu Hassan`, `Lula da Silva`: whether a part of a name that needs support begins or ends with a name of the same person that
    /// needs none.
    fn has_distinctive_part(&self, hit: Hit, person: u32) -> bool {
        let (first, last) = (words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end));
        first != last
            && [first, last].into_iter().any(|word| {
                let given = self.words.is_on(WordList::GivenName, word);
                self.words.key_of(word).is_some_and(|key| {
                    self.tables.aliases_of_key(key).any(|alias| {
                        let row = self.tables.aliases.at(alias);
                        row.entity == person && row.policy == Policy::Always as u8 && !(given && self.is_part(alias as u32))
                    })
                })
            })
    }
}
