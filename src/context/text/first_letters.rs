//! Can a word be on a list, as far as its first four letters tell?
//!
//! For the lists of which every word of a stretch of text is asked: most words are told to be on none of them without being folded.

use super::words::Word;
use crate::bytes::{CASE_BITS, FIRST, HIGH, eight, letters};
use crate::gazetteer::rows::Rows;
use crate::gazetteer::{Tables, WordList};

/// Those lists.
const LISTS: [WordList; 3] = [WordList::Sport, WordList::Politics, WordList::Occupation];
/// Bits for each, and the numbers that hold them.
const BITS: usize = 1 << 12;
const ROWS: usize = BITS / 64;

/// The beginnings of the words of some lists, a bit for each.
#[derive(Debug)]
pub(super) struct FirstLetters {
    pub(super) bits: Rows<u64>,
}

impl FirstLetters {
    pub(in crate::context) fn of(tables: &Tables) -> Self {
        let mut bits = [0; ROWS * LISTS.len()];
        for row in tables.words.iter() {
            if let Some(list) = LISTS.iter().position(|&list| list as u8 == row.list) {
                let word = tables.bytes(row.word);
                let (at, bit) = place(list, eight(word, 0) & FIRST[word.len().min(4)]);
                bits[at] |= bit;
            }
        }
        FirstLetters { bits: bits.into_iter().collect() }
    }

    /// No if a word is not on a list; yes for lists that are not among these.
    #[inline]
    pub(super) fn may_be_on(&self, list: WordList, text: &str, word: Word) -> bool {
        let Some(list) = LISTS.iter().position(|&one| one == list) else { return true };
        let mask = FIRST[(word.end - word.start).min(4)];
        let bytes = eight(text.as_bytes(), word.start) & mask;
        // What is no plain letter may fold to another.
        if letters(bytes) & mask != HIGH & mask {
            return true;
        }
        let (at, bit) = place(list, bytes | CASE_BITS & mask);
        self.bits.get(at).is_none_or(|bits| bits & bit != 0)
    }
}

/// Where the bit of a beginning stands.
#[inline]
fn place(list: usize, four: u64) -> (usize, u64) {
    let bit = (four as u32).wrapping_mul(0x9e37_79b1) as usize >> (32 - BITS.trailing_zeros());
    (list * ROWS + bit / 64, 1 << (bit % 64))
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;
    use crate::Extractor;

    #[test]
    fn no_word_of_a_list_is_missed_and_most_others_are_told() {
        let phrases = Extractor::embedded().phrases();
        let gazetteer = Extractor::embedded().gazetteer();
        let tables = &*gazetteer.0;
        let (mut others, mut passed) = (0, 0);
        for row in tables.words.iter() {
            let word = tables.str(row.word);
            if word.contains(' ') {
                continue;
            }
            for text in [word.to_owned(), word.to_uppercase()] {
                let whole = Word { start: 0, end: text.len() };
                for list in LISTS {
                    let may = phrases.first_letters.may_be_on(list, &text, whole);
                    if phrases.word(&text, whole).is_some_and(|entry| entry.is_on(list)) {
                        assert!(may, "{text}");
                    } else {
                        others += 1;
                        passed += usize::from(may);
                    }
                }
            }
        }
        assert!(passed * 5 < others, "{passed} of {others}");
    }
}
