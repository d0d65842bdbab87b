//! Does a name stand in the quoted title of a film, a song or a book?
//!
//! `the song "Georgia on My Mind"`: a few words with capitals between quotes, and a word for works of art beside them. Looks at
//! [`TITLE_REACH`] bytes and [`WORDS_BESIDE`] words to each side.

use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_quote, is_separator, is_word};
use crate::gazetteer::WordList;
use crate::scan::Hit;

/// The longest part of a title before or behind the name, in bytes.
const TITLE_REACH: usize = 64;
/// The fewest and the most words of a title.
const TITLE_WORDS: std::ops::RangeInclusive<usize> = 2..=9;
/// Shorter words of a title may be small.
const LONG: usize = 5;
/// Words beside a title that are looked at.
const WORDS_BESIDE: usize = 8;
/// Spaces and signs between two words, at most.
const SIGNS: usize = 8;

/// Whether there may be a quote. Reads all, and stands by itself, so that it becomes vector instructions.
#[inline(never)]
fn may_quote(bytes: &[u8]) -> bool {
    bytes.iter().fold(0, |any, &b| any | u8::from((b == b'"') | (b == b'\'') | (b >= 0x80))) != 0
}

/// Whether a quote may start with a byte.
fn may_be_quote(b: u8) -> bool {
    matches!(b, b'"' | b'\'' | b'`' | 0xc0..)
}

/// Whether a stretch of text goes over one line end at most.
fn is_together(text: &str) -> bool {
    text.chars().filter(|&c| is_break(c) && c != '\r').take(2).count() < 2
}

impl<T: Trace> Context<'_, T> {
    pub(super) fn is_in_title_of_work(&self, hit: Hit) -> bool {
        let bytes = self.text.as_bytes();
        // Without a quote nearby, which is the usual case, no character is looked at.
        if !may_quote(&bytes[hit.start.saturating_sub(TITLE_REACH)..hit.start]) {
            return false;
        }
        let Some((open, title)) = self.quote_before(hit.start) else { return false };
        let Some(close) = self.quote_behind(hit.end) else { return false };
        match self.words_of_title(title, close) {
            // `the film "Brazil"`
            1 => self.speaks_of_work(open, true, 1),
            count => {
                TITLE_WORDS.contains(&count)
                    && (self.speaks_of_work(open, true, WORDS_BESIDE) || self.speaks_of_work(close, false, WORDS_BESIDE))
            }
        }
    }

    /// The opening quote before a place, and where the words behind it start.
    fn quote_before(&self, at: usize) -> Option<(usize, usize)> {
        let from = at.saturating_sub(TITLE_REACH);
        let near = self.text.as_bytes()[from..at].iter().enumerate().rev();
        let mut places = near.filter(|&(_, &b)| may_be_quote(b)).map(|(place, _)| from + place);
        let (quote, c) = places.find_map(|place| {
            let c = self.quote_at(place)?;
            (!self.text[..place].ends_with(is_word)).then_some((place, c))
        })?;
        is_together(&self.text[quote..at]).then_some((quote, quote + c.len_utf8()))
    }

    /// The closing quote behind a place.
    fn quote_behind(&self, at: usize) -> Option<usize> {
        let mut places = at..self.text.len().min(at + TITLE_REACH + 1);
        let quote = places
            .find(|&place| self.quote_at(place).is_some_and(|c| !self.text[place + c.len_utf8()..].starts_with(is_word)))?;
        is_together(&self.text[at..quote]).then_some(quote)
    }

    /// The quote that starts with the byte at a place.
    #[inline(always)]
    fn quote_at(&self, place: usize) -> Option<char> {
        // Mostly the byte tells.
        if !may_be_quote(self.text.as_bytes()[place]) {
            return None;
        }
        self.text.get(place..)?.chars().next().filter(|&c| is_quote(c))
    }

    /// How many words a range has, if it is written as a title: all longer words with a capital, and no sentence; else none.
    fn words_of_title(&self, start: usize, end: usize) -> usize {
        let title = self.text[start..end].trim_end_matches([',', '.', '!', '?']);
        let (mut count, mut capitals) = (0, true);
        for word in title.split(is_separator).filter(|word| word.contains(is_word)) {
            let first = word.chars().find(|&c| is_word(c)).unwrap_or(' ');
            capitals &=
                first.is_uppercase() || first.is_numeric() || count > 0 && word.chars().filter(|&c| is_word(c)).count() < LONG;
            count += 1;
        }
        if capitals && !title.contains([';', ':', '?']) { count } else { 0 }
    }

    /// Whether one of so many words before or behind a place, in the same sentence, is a word for works of art.
    fn speaks_of_work(&self, at: usize, before: bool, count: usize) -> bool {
        let mut place = at;
        for _ in 0..count {
            let Some(word) = self.word_beyond(place, before) else { return false };
            if self.words.is_on(WordList::Work, word) {
                return true;
            }
            place = if before { word.start } else { word.end };
        }
        false
    }

    /// The next word before or behind a place, over spaces, commas and quotes.
    fn word_beyond(&self, at: usize, before: bool) -> Option<Word> {
        let skipped = |c: char| !is_word(c) && !matches!(c, '.' | '!' | '?');
        let word = if before {
            let from = reach::before(self.text, at, SIGNS);
            words::last_word(self.text, 0, from + self.text[from..at].trim_end_matches(skipped).len())
        } else {
            let near = &self.text[at..reach::after(self.text, at, SIGNS)];
            let start = at + near.len() - near.trim_start_matches(skipped).len();
            words::first_word(self.text, start, self.text.len())
        };
        (word.end > word.start).then_some(word)
    }
}
