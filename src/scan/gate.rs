//! Can the word that starts here begin an alias at all?
//!
//! A few bits about the first characters of those that begin with small letters, then a Bloom filter over the first words of all, read
//! without branches: most words of a text end here.

use super::BATCH;
use super::mask::{SEGMENT, Window, eight_in};
use crate::bytes::{CASE_BITS, len_of, run};
use crate::fold;
use crate::gazetteer::rows::Rows;

/// Least bits of a filter for each word in it.
const BITS_A_WORD: usize = 12;

/// A set of words that may say yes to others too: a Bloom filter with two bits a word, both in one number.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    /// A power of two.
    pub(super) bits: Rows<u64>,
}

impl Filter {
    pub(super) fn new(words: impl ExactSizeIterator<Item = u64>) -> Self {
        let mut bits = vec![0; (words.len() * BITS_A_WORD / 64 + 1).next_power_of_two()];
        let mask = bits.len() - 1;
        for word in words {
            let hash = hash(word);
            bits[(hash >> 32) as usize & mask] |= two_bits(hash);
        }
        Filter { bits: bits.into_iter().collect() }
    }

    #[inline(always)]
    pub(super) fn may_have(&self, word: u64) -> bool {
        let hash = hash(word);
        let bits = self.bits.at((hash >> 32) as usize & (self.bits.len() - 1));
        let bit = |at: u64| bits >> (at & 63) & 1;
        bit(hash >> 8) & bit(hash >> 20) == 1
    }
}

/// What aliases begin with.
#[derive(Clone, Debug)]
pub(super) struct Gate {
    /// Their first words, in small letters but for the first letter where a text may begin them with a capital.
    pub(super) words: Filter,
    /// What those of them that begin with a small letter begin with.
    pub(super) small: Beginnings,
    /// The first characters of those that begin beyond ASCII, see [`opening`].
    pub(super) others: Filter,
}

/// The first three characters of words, a bit for each three: small enough to stay in the nearest cache.
#[derive(Clone, Debug)]
pub(super) struct Beginnings {
    pub(super) bits: Rows<u64>,
}

/// What a character is in [`Beginnings`]: a letter, a digit, something else in ASCII or beyond.
static CODE: [u16; 256] = {
    let mut table = [BEYOND; 256];
    let mut b = 0;
    while b < 128 {
        table[b as usize] = match b {
            b'A'..=b'Z' | b'a'..=b'z' => (b & 31) as u16,
            b'0'..=b'9' => 27,
            _ => BEHIND,
        };
        b += 1;
    }
    table
};
const BEHIND: u16 = 0;
const BEYOND: u16 = 31;

impl Beginnings {
    /// Those of some words in small letters.
    fn new(words: impl Iterator<Item = u64>) -> Self {
        let mut bits = vec![0; 512];
        let mut set = |codes: [u16; 3]| {
            let code = Self::joined(codes);
            bits[code >> 6] |= 1 << (code & 63);
        };
        for word in words {
            let codes = word.to_le_bytes().map(|b| CODE[usize::from(b)]);
            match len_of(word) {
                1 => (0..32).for_each(|any| set([codes[0], BEHIND, any])),
                _ => set([codes[0], codes[1], codes[2]]),
            }
        }
        // What is not ASCII may be left out of a folded word, or make it end.
        for first in 1..=26 {
            for any in 0..32 {
                set([first, BEYOND, any]);
                set([first, any, BEYOND]);
            }
        }
        Beginnings { bits: bits.into_iter().collect() }
    }

    #[inline(always)]
    fn joined(codes: [u16; 3]) -> usize {
        usize::from(codes[0] | codes[1] << 5 | codes[2] << 10)
    }

    /// Whether a word may begin with these bytes.
    #[inline(always)]
    fn may_have(&self, bytes: u64) -> bool {
        let code = |shift: u32| CODE[(bytes >> shift) as usize & 0xff];
        let code = Self::joined([code(0), code(8), code(16)]);
        self.bits.at(code >> 6) >> (code & 63) & 1 == 1
    }
}

/// The words at some places.
pub(super) struct Words {
    /// Eight bytes of text.
    bytes: [u64; BATCH],
    /// The run of ASCII letters and digits that they begin with, in small letters but for the first.
    runs: [u64; BATCH],
    /// Not zero if what is not ASCII follows the run, so that its folding may go on.
    odd: [u64; BATCH],
    /// Those that passed, by number.
    pub(super) passed: [u8; BATCH],
}

impl Words {
    pub(super) fn new() -> Self {
        Words { bytes: [0; BATCH], runs: [0; BATCH], odd: [0; BATCH], passed: [0; BATCH] }
    }

    /// The run of the word with this number, in small letters.
    #[inline(always)]
    pub(super) fn small(&self, i: u8) -> u64 {
        let run = self.runs[usize::from(i) & (BATCH - 1)];
        run | ((run & 0x40) >> 1)
    }

    #[inline(always)]
    pub(super) fn is_odd(&self, i: u8) -> bool {
        self.odd[usize::from(i) & (BATCH - 1)] != 0
    }
}

/// Splits runs off from eight bytes each, see [`Words`].
///
/// By itself it becomes vector instructions; inside the loop of its caller it does not.
#[inline(never)]
fn split(bytes: &[u64], runs: &mut [u64], odd: &mut [u64]) {
    for ((&bytes, place), odd) in bytes.iter().zip(runs).zip(odd) {
        let (run, behind) = run(bytes);
        *place = run & (bytes | CASE_BITS & !0xff);
        *odd = behind & bytes;
    }
}

/// The hash of a first word.
#[inline(always)]
pub(super) fn hash(word: u64) -> u64 {
    (word ^ word >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[inline(always)]
fn two_bits(hash: u64) -> u64 {
    1 << (hash >> 8 & 63) | 1 << (hash >> 20 & 63)
}

/// How many characters of an alias beyond ASCII the gate knows.
const OPENING: usize = 3;

/// The first characters of a key beyond ASCII, as far as [`fold::single`] knows them, as one number; `None` if it knows none.
pub(super) fn opening(key: &str) -> Option<u64> {
    let known = |&c: &char| fold::single(c) == Some(c);
    key.chars().take(OPENING).take_while(known).zip(0..).map(|(c, i)| u64::from(c as u32) << (21 * i)).reduce(|a, b| a | b)
}

impl Gate {
    /// Lets words and openings through. Words have up to eight bytes, and a capital first letter if a text may have one there.
    pub(super) fn new(words: &[u64], openings: &[u64]) -> Self {
        let small = words.iter().copied().filter(|&word| word as u8 >= b'a');
        Gate {
            words: Filter::new(words.iter().copied()),
            small: Beginnings::new(small),
            others: Filter::new(openings.iter().copied()),
        }
    }

    /// Whether an alias may begin like the text at `at`, beyond ASCII.
    #[inline]
    pub(super) fn passes_beyond_ascii(&self, text: &str, at: usize) -> bool {
        let (mut opening, mut shift, mut passes) = (0, 0, false);
        for c in text[at..].chars().take(OPENING) {
            match fold::single(c) {
                Some(c) => opening |= u64::from(c as u32) << shift,
                // No further character of this sort comes next, unless a dot or something beyond ASCII is left out.
                None if c.is_ascii() && c != '.' => break,
                None => return true,
            }
            shift += 21;
            passes |= self.others.may_have(opening);
        }
        passes
    }

    /// Keeps those of the places `at` (offsets in the segment) that do not begin with a small letter or may begin an alias so, and tells
    /// how many there are.
    #[inline(never)]
    pub(super) fn sift(&self, window: &Window, places: &mut [u16]) -> usize {
        let mut kept = 0;
        for i in 0..places.len() {
            let at = places[i];
            let bytes = eight_in(window, usize::from(at) & (SEGMENT - 1));
            places[kept] = at;
            kept += usize::from(!(bytes as u8).is_ascii_lowercase() | self.small.may_have(bytes));
        }
        kept
    }

    /// Reads the words at these places, notes those that pass, and tells how many there are.
    #[inline]
    pub(super) fn pass(&self, window: &Window, places: &[u16], words: &mut Words) -> usize {
        for (bytes, &at) in words.bytes.iter_mut().zip(places) {
            *bytes = eight_in(window, usize::from(at) & (SEGMENT - 1));
        }
        // Whole vectors.
        let some = places.len().next_multiple_of(4).min(BATCH);
        split(&words.bytes[..some], &mut words.runs[..some], &mut words.odd[..some]);
        let (runs, odd) = (&words.runs[..places.len()], &words.odd[..places.len()]);
        let mut passed = 0;
        for i in 0..places.len() {
            words.passed[passed & (BATCH - 1)] = i as u8;
            passed += usize::from(self.words.may_have(runs[i]) | (odd[i] != 0));
        }
        passed
    }
}
