//! Which of the many aliases that begin with one word go on with that other word?
//!
//! A hash table from a head with more rests than are compared one by one, and the word behind it, to those rests that go on so.

use super::heads::Head;
use super::rests::Rests;
use crate::bytes::{Class, FIRST, class_at, word_at};
use crate::fetch::{TOGETHER, fetch};
use crate::gazetteer::rows::{NONE, Rows, packed_row};

packed_row! {
    /// The rests of a head that begin with a separator and a word.
    Pair {
        /// Part of the hash of head and word. The word itself need not be here: the rests are compared with the text.
        print: u32,
        /// One of the head's, which tells the head.
        first_rest: u32,
        /// How many there are; [`NONE`] if only the exact path finds them, 0 in an empty slot.
        rests: u32,
    }
}

/// The pairs by head and word.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    /// A third of them empty.
    pub(super) slots: Rows<Pair>,
}

const EMPTY: Pair = Pair { print: 0, first_rest: 0, rests: 0 };

impl Pairs {
    /// The pairs of those of `heads` that have more than `few` rests; `keys` is the text of the tables.
    pub(super) fn new(heads: &[Head], rests: &Rests, keys: &[u8], few: u32) -> Self {
        // The head, the hash, the first rest and the number of each.
        let mut found: Vec<(u32, u64, u32, u32)> = Vec::new();
        for (i, head) in (0..).zip(heads).filter(|(_, head)| head.rests > few) {
            for row in head.first_rest..head.first_rest + head.rests {
                let rest = rests.rows.at(row as usize);
                let bytes = rest.bytes(keys);
                // What stands behind the key may be a word, too.
                let (word, len) = word_at(keys, rest.at as usize + 1);
                let len = len.min(7).min(bytes.len() - 1);
                if bytes[0] != b' ' || len == 0 {
                    continue;
                }
                let hash = |len| hash(head.first_rest, word & FIRST[len]);
                match found.last_mut() {
                    Some(last) if (last.0, last.1) == (i, hash(len)) && last.3 != NONE => last.3 += 1,
                    _ => found.push((i, hash(len), row, 1)),
                }
                // A text may separate a digit from the letter before it: `G 20`.
                for cut in (1..len).filter(|&cut| bytes[cut].is_ascii_alphabetic() && bytes[cut + 1].is_ascii_digit()) {
                    found.push((i, hash(cut), row, NONE));
                }
            }
        }
        let mut pairs = Pairs { slots: Rows::filled(EMPTY, found.len() * 3 / 2 + 1) };
        for found in found.chunks(TOGETHER) {
            pairs.fetch(found.iter().map(|found| found.1));
            for &(head, hash, first_rest, rests) in found {
                let slot = pairs.slot(&heads[head as usize], hash);
                // What is found twice does not lie together.
                pairs.slots.change(slot, |pair| {
                    *pair = match pair.rests {
                        0 => Pair { print: hash as u32, first_rest, rests },
                        _ => Pair { rests: NONE, ..*pair },
                    };
                });
            }
        }
        pairs
    }

    /// The rests of `head` that begin with a separator and a word, by the hash of both: the first and how many, or [`NONE`] if only the
    /// exact path can tell. Perhaps others of it, if there are none.
    #[inline(always)]
    pub(super) fn find(&self, head: &Head, hash: u64) -> (u32, u32) {
        let pair = self.slots.at(self.slot(head, hash));
        (pair.first_rest, pair.rests)
    }

    /// Reads what [`find`](Self::find) begins with for each of some hashes.
    #[inline(always)]
    pub(super) fn fetch(&self, hashes: impl Iterator<Item = u64>) {
        fetch(hashes, |hash| self.slots.at(self.first_slot(hash)).print as u8);
    }

    /// The slot where the search for a pair begins.
    #[inline(always)]
    fn first_slot(&self, hash: u64) -> usize {
        (((hash >> 32) * self.slots.len() as u64) >> 32) as usize
    }

    /// The slot of a pair, or the empty one where it would be.
    #[inline(always)]
    fn slot(&self, head: &Head, hash: u64) -> usize {
        let (slots, mut slot) = (self.slots.len(), self.first_slot(hash));
        loop {
            let pair = self.slots.at(slot);
            let same = pair.print == hash as u32 && pair.first_rest.wrapping_sub(head.first_rest) < head.rests;
            if pair.rests == 0 || same {
                return slot;
            }
            slot = if slot + 1 < slots { slot + 1 } else { 0 };
        }
    }
}

/// The hash of a head and the word at `at` in a text, which is not 0; `None` if only the exact path can tell.
#[inline(always)]
pub(super) fn hash_at(head: &Head, text: &[u8], at: usize) -> Option<u64> {
    let (word, len) = word_at(text, at);
    let len = len.min(7);
    match class_at(text, at + len) {
        Class::Odd => None,
        Class::Dot if len == 1 => None,
        _ => Some(hash(head.first_rest, word & FIRST[len])).filter(|&hash| hash != 0),
    }
}

/// The hash of a head, by its first rest, and the word behind it.
#[inline(always)]
fn hash(head: u32, word: u64) -> u64 {
    let product = u128::from(word ^ u64::from(head).rotate_left(40)) * 0x9e37_79b9_7f4a_7c15;
    product as u64 ^ (product >> 64) as u64
}
