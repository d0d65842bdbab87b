//! A text from a position on → its folded pieces, one after another.

use super::SEP;
use super::chars::{Class, class, fold_char, is_letter, is_separator, narrow};
use super::runs::{behind, char_at, initial_goes_on, separator_run, skip};

/// One folded piece of a text: a character, or a separator run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    bytes: [u8; 16],
    len: u8,
    /// Byte offset in the text behind the piece, its accents included.
    pub(crate) end: usize,
    /// The piece is the last letter of an initialism of two letters or more with dots, and this offset lies behind its dot.
    pub(crate) dot_end: Option<usize>,
    /// Whether it comes from a capital letter; `None` for what has no case.
    pub(crate) case: Option<bool>,
}

impl Piece {
    const NONE: Piece = Piece { bytes: [0; 16], len: 0, end: 0, dot_end: None, case: None };

    /// Makes it another one.
    #[inline(always)]
    fn set(&mut self, folded: &[u8], end: usize, case: Option<bool>) {
        self.bytes[..folded.len()].copy_from_slice(folded);
        self.len = folded.len() as u8;
        (self.end, self.dot_end, self.case) = (end, None, case);
    }

    /// The folded bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

/// What came before, as far as separators and dots ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// Nothing, a separator or punctuation.
    Gap,
    /// The first letter of a token.
    Initial,
    /// A further letter of a token.
    Letter,
    Digit,
    Plus,
}

/// The folded pieces of `text` from a position on.
///
/// Ends at the end of the text or where no alias can go on: at a blank line, or at a separator run with two hyphens.
#[derive(Clone, Debug)]
pub(crate) struct Folding<'t> {
    text: &'t str,
    at: usize,
    before: Before,
    /// Initials joined by dots so far (`U.S` is two).
    initials: u32,
    /// Some of them are joined over a space (`U. S.`).
    spaced: bool,
    /// Nothing more can follow.
    done: bool,
    /// What came before the last character, and how many initials.
    was: (Before, u32),
    /// The piece read last. Kept here and looked at in place: to hand it on costs as much as to make it.
    piece: Piece,
}

impl<'t> Folding<'t> {
    /// Folds `text` from byte `start`, which lies on a character boundary.
    pub(crate) fn new(text: &'t str, start: usize) -> Self {
        let was = (Before::Gap, 0);
        Folding { text, at: start, before: Before::Gap, initials: 0, spaced: false, done: false, was, piece: Piece::NONE }
    }

    /// Whether a folding that starts with the character last read would go on like this one.
    pub(crate) fn is_as_new(&self) -> bool {
        match self.was {
            (Before::Gap | Before::Plus, initials) => initials == 0,
            // It would be an initial then; only a dot behind it asks for that.
            _ => char_at(self.text, skip(self.text, self.at)).is_none_or(|(c, _)| narrow(c) != '.'),
        }
    }

    /// Whether it ended where no alias can go on, not at the end of the text.
    pub(crate) fn is_done(&self) -> bool {
        self.done
    }

    fn letter(&mut self, c: char, len: usize) {
        let mut folded = [0; 16];
        let n = fold_char(c, &mut folded);
        let mut end = self.at + len;
        // Accents belong to the letter.
        while let Some((accent, n)) = char_at(self.text, end) {
            if class(accent) != Class::Accent {
                break;
            }
            end += n;
        }
        self.at = end;
        self.was = (self.before, self.initials);
        let digit = folded[0].is_ascii_digit();
        let plus = folded[..n] == *b"+";
        self.before = match self.before {
            _ if digit => Before::Digit,
            _ if plus => Before::Plus,
            _ if !is_letter(c) => Before::Gap,
            Before::Gap | Before::Plus => Before::Initial,
            Before::Initial | Before::Letter | Before::Digit => Before::Letter,
        };
        if self.before == Before::Initial {
            self.initials += 1;
        } else {
            self.initials = 0;
        }
        self.spaced &= self.initials > 1;
        let case = match c {
            c if c.is_uppercase() => Some(true),
            c if is_letter(c) => Some(false),
            _ => None,
        };
        self.piece.set(&folded[..n], end, case);
        if self.initials < 2 {
            return;
        }
        // What cannot be seen may stand before the dot.
        let dot = skip(self.text, end);
        if let Some((_, len)) = char_at(self.text, dot).filter(|&(c, _)| narrow(c) == '.') {
            if self.spaced {
                // Without its own dot the letter would be no initial.
                self.piece.end = dot + len;
            } else if initial_goes_on(self.text, dot).is_none() {
                self.piece.dot_end = Some(dot + len);
            }
        }
    }

    /// Reads the dot behind an initial; tells whether something is folded in its place.
    fn initial_dot(&mut self) -> bool {
        let dot = self.at;
        if let Some(next) = initial_goes_on(self.text, dot) {
            // `U.S`, `U. S.`: the next initial follows.
            self.spaced |= self.text[dot..next].contains(is_separator);
            self.at = next;
            self.before = Before::Gap;
            return false;
        }
        // It may be a full-width one.
        let behind = behind(self.text, dot);
        let after = skip(self.text, behind);
        match char_at(self.text, after) {
            // `S.Jaishankar`: the word after an initial stands apart.
            Some((c, _)) if is_letter(c) => {
                self.at = after;
                self.before = Before::Gap;
                self.initials = 0;
                self.piece.set(&[SEP], after, None);
                true
            }
            // `George W. Bush`: the dot is not there.
            Some((c, _)) if is_separator(c) && self.letter_after_run(after) => {
                self.at = after;
                self.before = Before::Gap;
                self.initials = 0;
                false
            }
            // `the U.S., which`: the last dot of an initialism is not there; any other dot stands for itself.
            _ => {
                let dropped = self.initials >= 2;
                self.at = behind;
                self.before = Before::Gap;
                self.initials = 0;
                self.piece.set(b".", behind, None);
                !dropped
            }
        }
    }

    fn letter_after_run(&self, run: usize) -> bool {
        separator_run(self.text, run).and_then(|end| char_at(self.text, end)).is_some_and(|(c, _)| is_letter(c))
    }

    /// Reads a separator run; tells whether it is the separator, not nothing where it is optional, nor the end of the folding.
    fn separator(&mut self) -> bool {
        let Some(end) = separator_run(self.text, self.at) else {
            self.done = true;
            return false;
        };
        let next = char_at(self.text, end).map(|(c, _)| narrow(c));
        let before = std::mem::replace(&mut self.before, Before::Gap);
        self.at = end;
        self.initials = 0;
        self.piece.set(&[SEP], end, None);
        match (before, next) {
            (Before::Plus, _) | (_, Some('+')) => false,
            (Before::Initial | Before::Letter, Some(c)) => !c.is_ascii_digit(),
            _ => true,
        }
    }
}

impl Iterator for Folding<'_> {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        self.advance().copied()
    }
}

impl Folding<'_> {
    /// Reads the next piece, as [`next`](Iterator::next) does.
    #[inline]
    pub(crate) fn advance(&mut self) -> Option<&Piece> {
        (self.plain() || self.any()).then_some(&self.piece)
    }

    /// Reads a letter inside a word of plain ASCII, which is most of most texts, without asking what else it could be; tells whether it is
    /// one.
    #[inline]
    fn plain(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        let Some(&b) = bytes.get(self.at) else { return false };
        let next = bytes.get(self.at + 1).copied().unwrap_or(b' ');
        if !b.is_ascii_alphabetic() || !next.is_ascii_alphanumeric() && next != b' ' || self.done {
            return false;
        }
        self.was = (self.before, self.initials);
        self.before = match self.before {
            Before::Gap | Before::Plus => Before::Initial,
            Before::Initial | Before::Letter | Before::Digit => Before::Letter,
        };
        self.initials = if self.before == Before::Initial { self.initials + 1 } else { 0 };
        self.spaced &= self.initials > 1;
        self.at += 1;
        self.piece.set(&[b.to_ascii_lowercase()], self.at, Some(b.is_ascii_uppercase()));
        true
    }

    /// Reads up to `most` of the next pieces as long as they are ASCII letters and digits of words and single spaces between words, each of
    /// which folds to one byte; appends these to `folded`, and tells how many they are.
    #[inline]
    pub(crate) fn plain_words(&mut self, most: usize, folded: &mut Vec<u8>) -> usize {
        if self.done || self.initials > 0 && matches!(self.before, Before::Gap | Before::Plus) {
            return 0;
        }
        let bytes = &self.text.as_bytes()[self.at..];
        let (mut before, mut read) = (self.before, 0);
        for pair in bytes.windows(2).take(most) {
            let (letter, goes_on) = (pair[0].is_ascii_alphabetic(), pair[1].is_ascii_alphanumeric() || pair[1] == b' ');
            before = match before {
                Before::Gap | Before::Plus if letter && goes_on => Before::Initial,
                _ if letter && goes_on => Before::Letter,
                _ if pair[0].is_ascii_digit() && goes_on => Before::Digit,
                Before::Initial | Before::Letter | Before::Digit if pair[0] == b' ' && pair[1].is_ascii_alphabetic() => {
                    Before::Gap
                }
                _ => break,
            };
            read += 1;
        }
        // Spaces and digits have the case bit as well.
        folded.extend(bytes[..read].iter().map(|b| b | 0x20));
        if read > 0 {
            self.at += read;
            self.before = before;
            self.initials = u32::from(before == Before::Initial);
            self.spaced = false;
        }
        read
    }

    /// Reads any other piece; tells whether there is one.
    fn any(&mut self) -> bool {
        while !self.done {
            let Some((c, len)) = char_at(self.text, self.at) else { return false };
            let there = match class(c) {
                Class::Ignorable | Class::Accent => {
                    self.at += len;
                    false
                }
                Class::Space | Class::LineBreak | Class::ParagraphBreak | Class::Hyphen => self.separator(),
                Class::Other if narrow(c) == '.' && self.before == Before::Initial => self.initial_dot(),
                Class::Other => {
                    self.letter(narrow(c), len);
                    true
                }
            };
            if there {
                return true;
            }
        }
        false
    }
}
