//! Which of the many aliases that begin with one word go on with that other word?
//!
//! A hash table from a head with more rests than are compared one by one, and the word behind it, to those rests that go on so. Of a
//! long word, which is cut where its head ends, the letters behind the cut belong to what is looked up.

use super::count_work;
use super::gate::Filter;
use super::heads::Head;
use super::rests::Rests;
use super::seeds::{Patience, first_that_suits};
use crate::bytes::{CASE_BITS, Class, FIRST, class_at, eight, len_of, run, word_at};
use crate::fetch::{TOGETHER, fetch};
use crate::gazetteer::rows::{NONE, Rows, packed_row};

packed_row! {
    /// The rests of a head that go on with the same word.
    Pair {
        /// One of the head's, which tells the head.
        first_rest: u32,
        /// Part of the hash of head and word. The word itself need not be here: the rests are compared with the text.
        print: u16,
        /// How many there are; [`MANY`] if only the exact path finds them, 0 in an empty slot.
        rests: u16,
    }
}

/// As many rests as are left to the exact path, or more.
const MANY: u16 = u16::MAX;

/// The pairs by head and word.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    /// A third of them empty.
    pub(super) slots: Rows<Pair>,
    /// The hashes of all: most words that follow on such a head make no pair with it.
    pub(super) filter: Filter,
    /// What the hashes begin with.
    pub(super) seed: u64,
}

const EMPTY: Pair = Pair { first_rest: 0, print: 0, rests: 0 };

/// A pair before it has its slot.
struct Found {
    /// The head, by number.
    head: u32,
    word: u64,
    first_rest: u32,
    /// How many rests, or [`NONE`].
    rests: u32,
}

impl Pairs {
    /// The pairs of those of `heads` that have more than `few` rests; `keys` is the text of the tables.
    pub(super) fn new(heads: &[Head], rests: &Rests, keys: &[u8], few: u32) -> Self {
        let mut found: Vec<Found> = Vec::new();
        for (i, head) in (0..).zip(heads).filter(|(_, head)| head.rests > few) {
            for row in head.first_rest..head.first_rest + head.rests {
                let rest = rests.rows.at(row as usize);
                let bytes = rest.bytes(keys);
                // What stands behind the key may be a word, too.
                let word_from = |from: usize| {
                    let (word, len) = word_at(keys, rest.at as usize + from);
                    let len = len.min(bytes.len() - from);
                    (word & FIRST[len], len)
                };
                let (cut, mut from) = word_from(0);
                let (mut word, mut len) = (0, 0);
                if from < 8 && bytes.get(from) == Some(&b' ') {
                    from += 1;
                    (word, len) = word_from(from);
                    len = len.min(7);
                }
                if cut == 0 && len == 0 {
                    continue;
                }
                let pair = |len: usize| goes_on(cut, word & FIRST[len]);
                match found.last_mut() {
                    Some(last) if (last.head, last.word) == (i, pair(len)) && last.rests != NONE => last.rests += 1,
                    _ => found.push(Found { head: i, word: pair(len), first_rest: row, rests: 1 }),
                }
                // A text may separate a digit from the letter before it: `G 20`.
                let bytes = &bytes[from..];
                for cut in (1..len).filter(|&cut| bytes[cut - 1].is_ascii_alphabetic() && bytes[cut].is_ascii_digit()) {
                    found.push(Found { head: i, word: pair(cut), first_rest: row, rests: NONE });
                }
            }
        }
        let empty =
            |seed| Pairs { slots: Rows::filled(EMPTY, found.len() * 3 / 2 + 1), filter: Filter::new([].into_iter()), seed };
        let mut pairs =
            first_that_suits(found.len(), |seed, patience| empty(seed).with(&found, heads, patience)).unwrap_or_else(|| empty(0));
        pairs.filter = Filter::new(found.iter().map(|found| hash(pairs.seed, &heads[found.head as usize], found.word)));
        pairs
    }

    /// The same with what was found.
    fn with(mut self, found: &[Found], heads: &[Head], patience: &mut Patience) -> Option<Self> {
        for found in found.chunks(TOGETHER) {
            let hash = |found: &Found| hash(self.seed, &heads[found.head as usize], found.word);
            self.fetch(found.iter().map(hash));
            let hashes = std::array::from_fn::<_, TOGETHER, _>(|i| found.get(i).map_or(0, hash));
            for (found, hash) in found.iter().zip(hashes) {
                let slot = self.slot(&heads[found.head as usize], hash);
                let first = self.first_slot(hash);
                patience.spend(if slot < first { slot + self.slots.len() } else { slot } - first)?;
                // What is found twice does not lie together.
                self.slots.change(slot, |pair| {
                    *pair = match pair.rests {
                        0 => Pair {
                            first_rest: found.first_rest,
                            print: hash as u16,
                            rests: u16::try_from(found.rests).unwrap_or(MANY),
                        },
                        _ => Pair { rests: MANY, ..*pair },
                    };
                });
            }
        }
        Some(self)
    }

    /// The hash of a head and the word at `at` in a text, where these seven bytes stand; `None` if only the exact path can tell.
    #[inline(always)]
    pub(super) fn hash_of(&self, head: &Head, seven: u64, text: &[u8], at: usize) -> Option<u64> {
        Some(hash(self.seed, head, next_word(seven, text, at)?))
    }

    /// The hash of a head that ends at `at` in a text, inside a word: with the word behind that one, or without if no pair has it.
    pub(super) fn hash_of_long(&self, head: &Head, text: &[u8], at: usize) -> Option<u64> {
        let (cut, len) = word_at(text, at);
        let end = at + len;
        let word = match (class_at(text, end), class_at(text, end + 1)) {
            _ if len == 8 => 0,
            (Class::Separator, Class::Word) if text[end + 1].is_ascii_alphabetic() => {
                next_word(eight(text, end + 1) & FIRST[7], text, end + 1)?
            }
            // The line behind a break may be quoted.
            (Class::Separator, Class::Plain) if text.get(end + 1) != Some(&b'>') => 0,
            (Class::Plain | Class::Dot, _) => 0,
            _ => return None,
        };
        let hash = |word| hash(self.seed, head, goes_on(cut, word));
        Some(hash(word)).filter(|&with| self.may_have(with)).or_else(|| Some(hash(0)))
    }

    /// The rests of a head that ends at `at` in a text, inside a word, with which the word ends, or a mark follows on it: as [`find`](Self::find).
    pub(super) fn find_cut(&self, head: &Head, text: &[u8], at: usize) -> (u32, u32) {
        match word_at(text, at) {
            (cut, len) if len < 8 => self.find(head, hash(self.seed, head, goes_on(cut, 0))),
            _ => (0, NONE),
        }
    }

    /// Whether there may be a pair with this hash.
    #[inline(always)]
    pub(super) fn may_have(&self, hash: u64) -> bool {
        self.filter.may_have(hash)
    }

    /// The rests of `head` that go on with a word, by the hash of both: the first and how many, or [`NONE`] if only the exact path can
    /// tell. Perhaps others of it, if there are none.
    #[inline(always)]
    pub(super) fn find(&self, head: &Head, hash: u64) -> (u32, u32) {
        let pair = self.slots.at(self.slot(head, hash));
        (pair.first_rest, if pair.rests == MANY { NONE } else { u32::from(pair.rests) })
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
            let same = pair.print == hash as u16 && pair.first_rest.wrapping_sub(head.first_rest) < head.rests;
            if pair.rests == 0 || same {
                return slot;
            }
            count_work(1);
            slot = if slot + 1 < slots { slot + 1 } else { 0 };
        }
    }
}

/// The word that begins with these seven bytes, at `at` in a text; `None` if only the exact path can tell.
#[inline(always)]
fn next_word(seven: u64, text: &[u8], at: usize) -> Option<u64> {
    let run = run(seven).0;
    let len = len_of(run);
    match class_at(text, at + len) {
        Class::Odd => None,
        Class::Dot if len == 1 => None,
        _ => Some((seven | CASE_BITS) & run),
    }
}

/// What goes on behind a head, as one number: up to eight of the letters cut from it, if any, and up to seven of the next word.
#[inline(always)]
fn goes_on(cut: u64, word: u64) -> u64 {
    cut.wrapping_mul(0xd6e8_feb8_6659_fd93) ^ word
}

/// The hash of a head and the word behind it.
#[inline(always)]
fn hash(seed: u64, head: &Head, word: u64) -> u64 {
    hash_of(seed, head.first_rest, word)
}

/// The same of a head by its first rest.
#[inline(always)]
pub(super) fn hash_of(seed: u64, first_rest: u32, word: u64) -> u64 {
    let product = u128::from(word ^ u64::from(first_rest).rotate_left(40) ^ seed) * 0x9e37_79b9_7f4a_7c15;
    product as u64 ^ (product >> 64) as u64
}
