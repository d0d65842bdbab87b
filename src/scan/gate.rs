//! Can the word that starts here begin an alias at all?
//!
//! A Bloom filter over the first words of aliases, read without branches: most words of a text end here.

use super::bytes::{CASE_BITS, FIRST, eight};
use super::mask::{Masks, SEGMENT};

/// Bits of the filter for each word in it.
const BITS_A_WORD: usize = 24;

/// A set of first words that may say yes to others too.
#[derive(Clone, Debug)]
pub(super) struct Gate {
    pub(super) words: Vec<u64>,
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
fn bits(hash: u64) -> u64 {
    1 << (hash >> 8 & 63) | 1 << (hash >> 20 & 63)
}

impl Gate {
    /// Lets first words through: up to eight bytes, in small letters but for the first letter.
    pub(super) fn new(words: &[u64]) -> Self {
        let size = (words.len() * BITS_A_WORD / 64).next_power_of_two();
        let mut gate = Gate { words: vec![0; size.max(64)] };
        for &word in words {
            let hash = hash(word);
            let slot = gate.slot(hash);
            gate.words[slot] |= bits(hash);
        }
        gate
    }

    #[inline(always)]
    fn slot(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.words.len() - 1)
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
            let hash = hash(run | CASE_BITS & FIRST[len] & !0xff);
            let bits = bits(hash);
            let pass = self.words[self.slot(hash)] & bits == bits;
            out[passed & (SEGMENT - 1)] = Survivor { at, len: len as u8, odd, head: 0, word: run | CASE_BITS & FIRST[len] };
            passed += usize::from(pass | odd);
        }
        passed
    }
}
