//! Which phrases stand in a sentence?
//!
//! A sentence that is cut at a fixed reach around a place has other words around the next one: there each word is folded once as the
//! places move on.

use std::collections::VecDeque;

use super::folded::fold_into;
use crate::fold::{is_break, is_hyphen, is_separator, is_word};
use crate::hash;

/// So much of what lies before the words asked for is forgotten at a time, in bytes.
const FORGOTTEN: usize = 4 << 10;

/// The folded words of the range of a text that was asked for last.
#[derive(Debug, Default)]
pub(super) struct SentenceWords {
    folded: String,
    /// What stands between spaces, if it is folded one by one.
    tokens: VecDeque<Token>,
    /// From where to where the text has been folded so.
    from: usize,
    to: usize,
    /// Where the words asked for stand in `folded`, and which they may be.
    asked: (usize, usize),
    words: WordBits,
}

/// A run of characters without spaces.
#[derive(Debug)]
struct Token {
    start: usize,
    end: usize,
    /// Where it stands in the folded text.
    folded: (usize, usize),
    words: WordBits,
}

impl SentenceWords {
    /// Reads a sentence that is known from its start to its end.
    pub(super) fn read_whole(&mut self, sentence: &str) {
        *self = SentenceWords { folded: std::mem::take(&mut self.folded), ..Self::default() };
        self.folded.clear();
        fold_into(sentence, &mut self.folded);
        self.asked = (0, self.folded.len());
        self.words = WordBits::of(&self.folded);
    }

    /// Reads what stands between spaces in a range that is cut on some side: not the parts of words there.
    pub(super) fn read_part(&mut self, text: &str, from: usize, to: usize) {
        let blank = |c: char| is_separator(c) && !is_hyphen(c) || is_break(c);
        if from < self.from || from > self.to {
            let starts = text[..from].chars().next_back().is_none_or(blank);
            let half = if starts { 0 } else { text[from..to].find(blank).unwrap_or(to - from) };
            self.folded.clear();
            self.tokens.clear();
            self.to = from + half;
        }
        self.from = from;
        while self.to < to {
            let start = self.to + text[self.to..to].find(|c| !blank(c)).unwrap_or(to - self.to);
            let end = start + text[start..to].find(blank).unwrap_or(to - start);
            self.to = start;
            if start == end || end == to && text[to..].chars().next().is_some_and(|c| !blank(c)) {
                break;
            }
            let folded = self.folded.len();
            fold_into(&text[start..end], &mut self.folded);
            let words = WordBits::of(&self.folded[folded..]);
            self.tokens.push_back(Token { start, end, folded: (folded, self.folded.len()), words });
            self.folded.push(' ');
            self.to = end;
        }
        while self.tokens.front().is_some_and(|token| token.start < from) {
            self.tokens.pop_front();
        }
        self.forget();
        let asked = self.tokens.partition_point(|token| token.end <= to);
        self.asked = match (self.tokens.front(), asked.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => (first.folded.0, last.folded.1),
            _ => (0, 0),
        };
        self.words = WordBits::default();
        for token in self.tokens.range(..asked) {
            self.words.add(&token.words);
        }
    }

    /// Forgets what lies before the first word that may be asked for again.
    fn forget(&mut self) {
        let gone = self.tokens.front().map_or(0, |token| token.folded.0);
        if gone > FORGOTTEN {
            self.folded.drain(..gone);
            for token in &mut self.tokens {
                token.folded = (token.folded.0 - gone, token.folded.1 - gone);
            }
        }
    }

    /// Whether a folded phrase stands among the words.
    pub(super) fn has(&self, phrase: &str) -> bool {
        let sentence = &self.folded[self.asked.0..self.asked.1];
        let word = |c: Option<char>| c.is_some_and(is_word);
        self.words.may_begin(phrase)
            && sentence
                .match_indices(phrase)
                .any(|(at, _)| !word(sentence[..at].chars().next_back()) && !word(sentence[at + phrase.len()..].chars().next()))
    }
}

/// A bit of some for each word of a sentence: phrases of which it has no word need not be looked for.
#[derive(Debug, Default)]
struct WordBits([u64; 4]);

impl WordBits {
    /// Those of a folded sentence.
    fn of(sentence: &str) -> Self {
        let mut bits = WordBits::default();
        for word in sentence.split(|c| !is_word(c)) {
            let (row, bit) = WordBits::place(word);
            bits.0[row] |= bit;
        }
        bits
    }

    fn add(&mut self, others: &Self) {
        for (row, other) in self.0.iter_mut().zip(others.0) {
            *row |= other;
        }
    }

    fn place(word: &str) -> (usize, u64) {
        let hash = hash::hash(word);
        ((hash >> 6 & 3) as usize, 1 << (hash & 63))
    }

    /// Whether a phrase may stand in the sentence: one that begins with a word begins with one of its words. What begins with `*` is none.
    fn may_begin(&self, phrase: &str) -> bool {
        let word = &phrase[..phrase.find(|c| !is_word(c)).unwrap_or(phrase.len())];
        let (row, bit) = WordBits::place(word);
        !phrase.starts_with('*') && (word.is_empty() || self.0[row] & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of parts of a text, from left to right: those of each part alone.
    #[test]
    fn parts_one_after_another() {
        let text = "G20 leaders met in Rome ; half-way\u{a0}there, the Élysée's men\nsaid aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "
            .repeat(99);
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        for step in [1, 3, 17, 70, 200] {
            let mut kept = SentenceWords::default();
            for from in (0..text.len()).step_by(step) {
                let (from, to) = (floor(from), floor(from + 60 + from % 40));
                let mut new = SentenceWords::default();
                kept.read_part(&text, from, to);
                new.read_part(&text, from, to);
                for phrase in ["g20 leaders", "elysee", "men said", "rome", "half-way", "half way", "me", "aaa", "nothing"] {
                    assert_eq!(kept.has(phrase), new.has(phrase), "{phrase} {from} {to} {:?}", &text[from..to]);
                }
                assert!(kept.folded.len() < 3 * FORGOTTEN);
            }
        }
    }
}
