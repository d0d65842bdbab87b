//! Which of the many aliases that begin with one word go on with that other word?
//!
//! A hash table from a head with more rests than are compared one by one, and the word behind it, to those rests that go on so.

use super::bytes::{Class, FIRST, class_at, word_at};
use super::gate::hash;
use super::heads::Head;
use super::rests::Rests;
use crate::gazetteer::rows::{NONE, Rows, packed_row};

packed_row! {
    /// The rests of a head that begin with a separator and a word.
    Pair {
        /// The word, cut at seven bytes; 0 in an empty slot.
        word: u64,
        /// The head, by its first rest.
        head: u32,
        first_rest: u32,
        /// How many there are; [`NONE`] if only the exact path finds them.
        rests: u32,
    }
}

/// What is found behind a head.
pub(super) enum Second {
    /// No rest begins so.
    Nothing,
    /// Only the exact path can tell.
    Odd,
    /// The rests from a row on, so many.
    Rests(u32, u32),
}

/// The pairs by head and word.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    /// A power of two, a third of them empty.
    pub(super) slots: Rows<Pair>,
}

const EMPTY: Pair = Pair { word: 0, head: 0, first_rest: 0, rests: 0 };

impl Pairs {
    /// The pairs of those of `heads` that have more than `few` rests.
    pub(super) fn new(heads: &[Head], rests: &Rests, few: u32) -> Self {
        let mut found: Vec<Pair> = Vec::new();
        for head in heads.iter().filter(|head| head.rests > few) {
            for row in head.first_rest..head.first_rest + head.rests {
                let bytes = rests.bytes(&rests.rows.at(row as usize));
                let (word, len) = word_at(bytes, 1);
                if bytes[0] != b' ' || len == 0 {
                    continue;
                }
                let len = len.min(7);
                let pair = |len, rests| Pair { word: word & FIRST[len], head: head.first_rest, first_rest: row, rests };
                match found.last_mut() {
                    Some(last) if last.word == pair(len, 1).word && last.head == head.first_rest && last.rests != NONE => {
                        last.rests += 1
                    }
                    _ => found.push(pair(len, 1)),
                }
                // A text may separate a digit from the letter before it: `G 20`.
                for cut in (1..len).filter(|&cut| bytes[cut].is_ascii_alphabetic() && bytes[cut + 1].is_ascii_digit()) {
                    found.push(pair(cut, NONE));
                }
            }
        }
        let mut slots = vec![EMPTY; (found.len() * 3 / 2 + 1).next_power_of_two()];
        for pair in found {
            let slot = find(slots.len(), |slot| slots[slot], pair.head, pair.word);
            // What is found twice does not lie together.
            slots[slot] = if slots[slot].word == 0 { pair } else { Pair { rests: NONE, ..pair } };
        }
        Pairs { slots: slots.into_iter().collect() }
    }

    /// The rests of `head` that begin with a separator and the word at `at`.
    #[inline(always)]
    pub(super) fn second(&self, head: &Head, text: &[u8], at: usize) -> Second {
        let (word, len) = word_at(text, at);
        let len = len.min(7);
        match class_at(text, at + len) {
            Class::Odd => return Second::Odd,
            Class::Dot if len == 1 => return Second::Odd,
            _ => {}
        }
        let slot = find(self.slots.len(), |slot| self.slots.at(slot), head.first_rest, word & FIRST[len]);
        let pair = self.slots.at(slot);
        match (pair.word, pair.rests) {
            (0, _) => Second::Nothing,
            (_, NONE) => Second::Odd,
            (_, rests) => Second::Rests(pair.first_rest, rests),
        }
    }
}

/// The slot of a pair, or the empty one where it would be.
#[inline(always)]
fn find(slots: usize, at: impl Fn(usize) -> Pair, head: u32, word: u64) -> usize {
    let mask = slots - 1;
    let mut slot = (hash(word ^ u64::from(head).rotate_left(40)) >> 32) as usize & mask;
    while !matches!(at(slot), pair if pair.word == 0 || pair.word == word && pair.head == head) {
        slot = (slot + 1) & mask;
    }
    slot
}
