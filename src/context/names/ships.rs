//! Is the name of a country here that of a ship?
//!
//! `the ferry Estonia`, and from then on `the Estonia`; `the liner France, renamed Norway`. Looks at one word to each side.

use crate::boundary::char_after;
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_hyphen, is_separator};
use crate::gazetteer::WordList;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// How far words for ships are looked for, in characters.
const SHIP_REACH: usize = 300;

/// Behind them it is the country of some time or of several: `the Iran of the Shah`, `the Sudan and Egypt`.
const OTHERS: [&str; 5] = ["of", "and", "or", "that", "who"];

impl<T: Trace> Context<'_, T> {
    /// Whether a country behind the word `before` is a ship that is called like it. Its people's name is not: `the tanker Iranian forces took`.
    pub(super) fn is_ship(&mut self, hit: Hit, before: Word, kind: AliasKind) -> bool {
        if kind == AliasKind::Abbreviation {
            return false;
        }
        // `the tanker British Reliance`, not `the tanker Iranian Navy commandos took`
        let more = |word: Word| words::is_capitalized(self.text, word) && !self.is_title(word) && !self.starts_hit(word, true);
        if kind == AliasKind::Demonym {
            let named = |word: Word| more(word) && !self.words.is_on(WordList::Political, word);
            return self.words.is_on(WordList::Ship, before)
                && self.words.after(hit.end).is_some_and(named)
                && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running;
        }
        let renamed = self.known.has_ship && self.is(before, "renamed");
        if self.is_called_so(before) || self.is_ship_by_article(hit, before) {
            return true;
        }
        // `the tanker Panama-flagged Aurora`
        let joined = || char_after(self.text, hit.end).is_some_and(|(c, _)| is_hyphen(c));
        let bears = |word| self.words.is_on(WordList::Ship, word) || self.words.is_on(WordList::Bearer, word);
        let ship = renamed || (bears(before) || self.is_rest_of_ship(before)) && !joined();
        // `Tanker Iran Seized` tells what Iran did.
        let ship = ship && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running;
        // `a ship Iran says is lost`
        let owner = ship && !renamed && self.words.after(hit.end).is_some_and(|word| self.words.is_on(WordList::Owner, word));
        self.known.has_ship |= ship && !owner;
        ship && !owner
    }

    /// `a colt called Cyprus`: whether the word before a hit says that a ship, an animal or a person is called by it.
    fn is_called_so(&self, before: Word) -> bool {
        let bears = |word: Word| {
            let lists = [WordList::Ship, WordList::Bearer, WordList::Person, WordList::Kin];
            self.words.entry(word).is_some_and(|entry| lists.into_iter().any(|list| entry.is_on(list)))
        };
        self.words.is_on(WordList::Called, before) && self.words.before(before.start).is_some_and(bears)
    }

    /// `the loss of the Estonia with 900 people`: whether an article that the name of a country never has stands before it, and no noun behind it,
    /// where ships are spoken of.
    fn is_ship_by_article(&self, hit: Hit, before: Word) -> bool {
        let article = |entity: u32| self.tables.has_property(entity, "article");
        let goes_on = |word: Word| {
            let does = self.words.is_on(WordList::Predicate, word) || self.is_preposition(word);
            does && !words::is_capitalized(self.text, word) && !Folded::of(self.text, word).is_one_of(&OTHERS)
        };
        self.is(before, "the")
            && !self.text[hit.start..hit.end].contains(is_separator)
            && !self.words.is_on(WordList::Articled, Word { start: hit.start, end: hit.end })
            && self.words.after(hit.end).is_none_or(goes_on)
            && self.is_about_ships(hit)
            && self.may_mean(&hit, &|entity| *self.kind_of(entity) == EntityKind::Country && !article(entity))
    }

    /// `the tanker World Nigeria`, `the liner Queen of Bermuda`: whether the word before a hit is the first of a ship's name, or its second.
    fn is_rest_of_ship(&self, before: Word) -> bool {
        let ship = |word: &Word| self.words.is_on(WordList::Ship, *word) && !words::is_capitalized(self.text, *word);
        let of = self.is(before, "of").then(|| self.words.before(before.start)).flatten();
        let mut word = of.unwrap_or(before);
        for _ in 0..2 {
            if !words::is_capitalized(self.text, word) || self.ends_other_hit(word) {
                return false;
            }
            match self.words.before(word.start) {
                Some(next) if ship(&next) => return true,
                Some(next) => word = next,
                None => return false,
            }
        }
        false
    }

    /// `the carriers Nimitz and the John F. Kennedy`: whether a whole name behind an article, before no noun, is that of a ship, where ships
    /// are spoken of.
    pub(in crate::context) fn is_ship_of(&self, hit: Hit, before: Word) -> bool {
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
    pub(in crate::context) fn is_ship_class(&self, hit: Hit, word: Word) -> bool {
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
