//! Is the bearer of an official's whole name a stranger, where nothing speaks of politics?
//!
//! `A plumber told magistrates that Theresa May's tap had dripped`, `Nick Clegg of Poole was third`. Looks at the sentence for a sign of
//! private life, and at the words within [`REACH`] characters and the mentions nearby for one of public life, which goes first.

use crate::boundary::char_after;
use crate::context::text::line::LineMode;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::gazetteer::WordList;
use crate::kind::Policy;
use crate::scan::Hit;

/// How far words of politics are looked for to each side, in characters.
const REACH: usize = 400;
/// Words of a sentence that are looked at.
const MAX_WORDS: usize = 64;
/// Nobody so young holds an office.
const YOUNG: u8 = 20;

impl<T: Trace> Context<'_, T> {
    /// Whether a whole name is that of a person in a story of private life.
    pub(super) fn is_stranger(&mut self, hit: Hit, person: u32) -> bool {
        let works = |context: &mut Self| {
            !context.has_rare_surname(hit, person)
                && !context.is_country_about(hit, person)
                && context.is_work_spoken_of(hit)
                && !context.is_behind_official(hit, person)
                && !context.is_among_officials(hit)
        };
        (self.is_of_town(hit) || self.is_young(hit) || works(self))
            && !self.is_among_colleagues(hit, person)
            && !self.is_politics(hit)
    }

    /// `Nick Clegg of Poole`, `Mr Al Gore of Pine Street`: not `Bob Dole of Kansas`, nor of anything that the gazetteer knows.
    fn is_of_town(&self, hit: Hit) -> bool {
        let town = self
            .words
            .after(hit.end)
            .filter(|word| self.is(*word, "of"))
            .and_then(|of| self.words.after(of.end))
            .filter(|word| words::is_capitalized(self.text, *word));
        town.is_some_and(|town| {
            !self.words.state_at(town) && !self.words.is_on(WordList::Politics, town) && !self.starts_hit(town, true)
        })
    }

    /// `David Cameron, 14,`
    fn is_young(&self, hit: Hit) -> bool {
        self.age_behind(hit).is_some_and(|age| age < YOUNG)
    }

    /// Whether a surname means the person without support.
    fn has_rare_surname(&self, hit: Hit, person: u32) -> bool {
        let last = words::last_word(self.text, hit.start, hit.end);
        self.words.key_of(last).is_some_and(|key| {
            self.tables.aliases_of_key(key).any(|alias| {
                let row = self.tables.aliases.at(alias);
                row.entity == person && row.policy == Policy::Always as u8
            })
        })
    }

    /// Whether somebody's work stands in the sentence of a hit: `plumber`, `nurse`.
    pub(super) fn is_work_spoken_of(&mut self, hit: Hit) -> bool {
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let running = self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running;
        // The name may be one itself: `Baker`.
        let works = |from, to| self.any_word(from, to, MAX_WORDS, |word| self.words.is_on(WordList::Occupation, word));
        running && (works(from, hit.start) || works(hit.end, to))
    }

    /// Whether a word of politics stands near a hit.
    pub(super) fn is_politics(&self, hit: Hit) -> bool {
        let from = reach::before(self.text, hit.start, REACH);
        let to = reach::after(self.text, hit.end, REACH);
        let politics = |from, to| self.any_word(from, to, REACH, |word| self.words.is_on(WordList::Politics, word));
        politics(from, hit.start) || politics(hit.end, to)
    }

    /// Whether one of the first words of a range is so.
    pub(in crate::context) fn any_word(&self, from: usize, to: usize, most: usize, is: impl Fn(Word) -> bool) -> bool {
        let mut at = from;
        for _ in 0..most {
            let next = match self.text.as_bytes()[at..to] {
                // The usual case: one space.
                [b' ', b'A'..=b'Z' | b'a'..=b'z', ..] => Some(at + 1),
                _ => char_after(&self.text[..to], at)
                    .and_then(|(_, place)| self.text[place..to].find(char::is_alphanumeric).map(|letter| place + letter)),
            };
            let Some(start) = next else { return false };
            let word: Word = words::first_word(&self.text[..to], start, to);
            if is(word) {
                return true;
            }
            at = word.end.max(start + 1);
            while !self.text.is_char_boundary(at) {
                at += 1;
            }
        }
        false
    }
}
