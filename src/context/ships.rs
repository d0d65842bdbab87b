//! Is the name of a country here that of a ship?
//!
//! `the ferry Estonia`, and from then on `the Estonia`; `the liner France, renamed Norway`. Looks at one word to each side.

use super::line::LineMode;
use super::words::{self, Word};
use super::{Context, Trace, reach};
use crate::boundary::char_after;
use crate::fold::{is_hyphen, is_separator};
use crate::gazetteer::WordList;
use crate::kind::AliasKind;
use crate::scan::Hit;

/// How far words for ships are looked for, in characters.
const SHIP_REACH: usize = 300;
/// Names of ships that are remembered.
const MAX_SHIPS: usize = 16;

impl<T: Trace> Context<'_, T> {
    /// Whether a country behind the word `before` is a ship that is called like it. Its people's name is not: `the tanker Iranian forces took`.
    pub(super) fn is_ship(&mut self, hit: Hit, before: Word, kind: AliasKind) -> bool {
        if matches!(kind, AliasKind::Demonym | AliasKind::Abbreviation) {
            return false;
        }
        let renamed = !self.known.ships.is_empty() && self.is(before, "renamed");
        if self.known.ships.contains(&hit.key)
            && (renamed || self.is(before, "the") || self.words.is_on(WordList::Called, before))
        {
            return true;
        }
        // `the tanker Panama-flagged Aurora`
        let joined = || char_after(self.text, hit.end).is_some_and(|(c, _)| is_hyphen(c));
        let ship = renamed || self.words.is_on(WordList::Ship, before) && !joined();
        // `Tanker Iran Seized` tells what Iran did.
        let ship = ship && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running;
        // `a ship Iran says is lost`
        let owner = ship && !renamed && self.words.after(hit.end).is_some_and(|word| self.words.is_on(WordList::Owner, word));
        if ship && !owner && self.known.ships.len() < MAX_SHIPS {
            self.known.ships.push(hit.key);
        }
        ship && !owner
    }

    /// `the carriers Nimitz and the John F. Kennedy`: whether a whole name behind an article, before no noun, is that of a ship, where ships
    /// are spoken of.
    pub(super) fn is_ship_of(&self, hit: Hit, before: Word) -> bool {
        let whole = self.text[hit.start..hit.end].contains(is_separator);
        if !whole || !self.is(before, "the") {
            return false;
        }
        // `the Ronald Reagan administration`, `the Ronald Reagan of the films`
        let plain = self
            .words
            .after(hit.end)
            .is_none_or(|word| !words::is_capitalized(self.text, word) && self.words.is_on(WordList::Predicate, word));
        plain && self.is_about_ships(hit)
    }

    /// `the Queen Elizabeth class`: whether the word behind a name makes it that of a class of ships.
    pub(super) fn is_ship_class(&self, hit: Hit, word: Word) -> bool {
        self.is(word, "class") && self.is_about_ships(hit)
    }

    /// Whether ships are spoken of near a hit.
    fn is_about_ships(&self, hit: Hit) -> bool {
        let ship = |word: Word| {
            let words = [WordList::Ship, WordList::Vessel, WordList::Fleet];
            self.words.entry(word).is_some_and(|entry| words.into_iter().any(|list| entry.is_on(list)))
        };
        let near = |from: usize, to: usize| self.any_word(from, to, SHIP_REACH, ship);
        near(reach::before(self.text, hit.start, SHIP_REACH), hit.start)
            || near(hit.end, reach::after(self.text, hit.end, SHIP_REACH))
    }
}
