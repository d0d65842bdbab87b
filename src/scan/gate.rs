//! Can the word that starts here begin an alias at all?
//!
//! Bloom filters over the first words of aliases, read without branches: most words of a text end here.

use super::bytes::{CASE_BITS, FIRST, eight};
use super::mask::{Masks, SEGMENT};
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
        let bits = two_bits(hash);
        self.bits[self.slot(hash)] & bits == bits
    }
}

/// The first words of aliases.
#[derive(Clone, Debug)]
pub(super) struct Gate {
    /// Those that a text may begin with a capital, in small letters but for the first.
    pub(super) large: Filter,
    /// Those that begin with a small letter or a digit: mostly few, so that they stay in the nearest cache.
    pub(super) small: Filter,
    /// The first characters of those that begin beyond ASCII, see [`opening`].
    pub(super) others: Filter,
}

/// A place that passed.
#[derive(Clone, Copy, Default)]
pub(super) struct Survivor {
    /// Offset in the segment.
    pub(super) at: u16,
    /// Length of the run of ASCII letters and digits, up to 8.
    pub(super) len: u8,
    /// What the run begins must be worked out exactly.
    pub(super) odd: bool,
    /// The slot of the head that is the run, once looked up.
    pub(super) head: u32,
    /// The rests that may follow: the first, and how many, or [`NONE`](crate::gazetteer::rows::NONE) if the exact path must tell.
    pub(super) first_rest: u32,
    pub(super) rests: u32,
    /// The run in small letters.
    pub(super) word: u64,
}

/// What passes in a segment.
pub(super) type Survivors = [Survivor; SEGMENT];

/// Bytes behind a run that may make its folding go on: `&` and what is not ASCII.
static GOES_ON: [bool; 256] = {
    let mut table = [false; 256];
    table[b'&' as usize] = true;
    let mut b = 128;
    while b < 256 {
        table[b] = true;
        b += 1;
    }
    table
};

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
        let (small, large): (Vec<u64>, Vec<u64>) = words.iter().partition(|&&word| word & 0x20 != 0);
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

    /// Writes those of the places `at` (offsets in the segment) that pass, and tells how many there are.
    #[inline]
    pub(super) fn pass(&self, segment: &[u8], masks: &Masks, places: &[u16], out: &mut Survivors) -> usize {
        let mut passed = 0;
        for &at in places {
            let len = masks.run(usize::from(at));
            let bytes = eight(segment, usize::from(at));
            let run = bytes & FIRST[len];
            // Eight bytes wrap around to the first one, which is a letter or digit: nothing odd.
            let next = bytes.wrapping_shr(8 * len as u32) as u8;
            let initial = (next == b'.') & (len == 1) & (run as u8 >= b'A');
            let odd = GOES_ON[usize::from(next)] | initial | (len == 0);
            let filter = [&self.large, &self.small][usize::from(run & 0x20 != 0)];
            let pass = filter.may_have(run | CASE_BITS & FIRST[len] & !0xff);
            out[passed & (SEGMENT - 1)] =
                Survivor { at, len: len as u8, odd, head: 0, first_rest: 0, rests: 0, word: run | CASE_BITS & FIRST[len] };
            passed += usize::from(pass | odd);
        }
        passed
    }
}
