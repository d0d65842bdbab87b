//! Can the word that starts here begin an alias at all?
//!
//! Bloom filters over the first words of aliases, read without branches: most words of a text end here.

use super::bytes::{CASE_BITS, eight, run};
use super::mask::SEGMENT;
use crate::fold;

/// Least bits of a filter for each word in it.
const BITS_A_WORD: usize = 12;

/// A set of words that may say yes to others too: a Bloom filter with two bits a word, both in one number.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    /// A power of two.
    pub(super) bits: Vec<u64>,
}

impl Filter {
    fn new(words: &[u64]) -> Self {
        let mut filter = Filter { bits: vec![0; (words.len() * BITS_A_WORD / 64 + 1).next_power_of_two()] };
        for &word in words {
            let hash = hash(word);
            let slot = filter.slot(hash);
            filter.bits[slot] |= two_bits(hash);
        }
        filter
    }

    #[inline(always)]
    fn slot(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.bits.len() - 1)
    }

    #[inline(always)]
    fn may_have(&self, word: u64) -> bool {
        let hash = hash(word);
        let bits = self.bits[self.slot(hash)];
        (bits >> (hash >> 8 & 63)) & (bits >> (hash >> 20 & 63)) & 1 == 1
    }
}

/// The first words of aliases.
#[derive(Clone, Debug)]
pub(super) struct Gate {
    /// Those that begin with a digit or that a text may begin with a capital, in small letters but for the first.
    pub(super) large: Filter,
    /// Those that begin with a small letter: mostly few, so that they stay in the nearest cache.
    pub(super) small: Filter,
    /// The first characters of those that begin beyond ASCII, see [`opening`].
    pub(super) others: Filter,
}

/// A place that passed.
#[derive(Clone, Copy, Default)]
pub(super) struct Passed {
    /// Offset in the segment.
    pub(super) at: u16,
    /// What is not ASCII follows the run, so that its folding may go on.
    pub(super) odd: bool,
    /// The run of ASCII letters and digits, up to eight, in small letters.
    pub(super) word: u64,
}

/// What passes in a segment.
pub(super) type AllPassed = [Passed; SEGMENT];

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
        let (small, large): (Vec<u64>, Vec<u64>) = words.iter().partition(|&&word| word as u8 >= b'a');
        Gate { large: Filter::new(&large), small: Filter::new(&small), others: Filter::new(openings) }
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

    /// Writes those of the places `at` (offsets in the segment) that pass, and tells how many there are. With `SMALL`, words may begin
    /// with a small letter.
    #[inline]
    pub(super) fn pass<const SMALL: bool>(&self, segment: &[u8], places: &[u16], out: &mut AllPassed) -> usize {
        let mut passed = 0;
        for &at in places {
            let bytes = eight(segment, usize::from(at));
            let (run, behind) = run(bytes);
            let small = run & CASE_BITS_BUT_FIRST | bytes & run;
            let filter = if SMALL && small as u8 >= b'a' { &self.small } else { &self.large };
            let odd = bytes & behind != 0;
            out[passed & (SEGMENT - 1)] = Passed { at, odd, word: small | run & CASE_BITS };
            passed += usize::from(filter.may_have(small) | odd);
        }
        passed
    }
}

/// The case bits of all letters but the first.
const CASE_BITS_BUT_FIRST: u64 = CASE_BITS & !0xff;
