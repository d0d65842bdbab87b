//! Which aliases begin with this word?
//!
//! A hash table from the head of a folded key — its first word, or its first character where that is no ASCII letter or digit — to
//! the key that is nothing more, and to the rests of those that go on.

use super::gate::{Passed, hash};
use super::mask::SEGMENT;
use crate::bytes::len_of;
use crate::gazetteer::rows::{NONE, Rows, packed_row};

/// A place where an alias may stand.
#[derive(Clone, Copy, Default)]
pub(super) struct Survivor {
    /// Offset in the segment.
    pub(super) at: u16,
    /// Length of the run of ASCII letters and digits, up to 8.
    pub(super) len: u8,
    /// What the run begins must be worked out exactly.
    pub(super) odd: bool,
    /// The slot of the head that is the run.
    pub(super) head: u32,
    /// The rests that may follow: the first, and how many, or [`NONE`] if the exact path must tell.
    pub(super) first_rest: u32,
    pub(super) rests: u32,
    /// The hash of the head and the word behind it, if the rests are found by both; 0 if not.
    pub(super) pair: u64,
    /// The run in small letters.
    pub(super) word: u64,
}

/// The survivors of a segment.
pub(super) type Survivors = [Survivor; SEGMENT];

packed_row! {
    /// What begins with a head.
    Head {
        /// The head; 0 in an empty slot.
        word: u64,
        /// The key that equals the head, or [`NONE`].
        key: u32,
        /// The rests of longer keys.
        first_rest: u32,
        rests: u32,
        /// How the rests go on: bits, see [`Next`].
        next: u32,
        /// What is known of the case of `key`: see [`Case`](super::cases::Case).
        capitals: u8,
        case: u8,
    }
}

/// How keys go on behind their head: bits of [`Head::next`]. Bits 0 to 25: with a separator and that letter.
pub(super) struct Next;

impl Next {
    /// With a separator and a digit.
    pub(super) const DIGIT: u32 = 1 << 26;
    /// With a separator and something else.
    pub(super) const OTHER: u32 = 1 << 27;
    /// Without a separator, with neither a letter nor a digit.
    pub(super) const MARK: u32 = 1 << 28;
    /// The head is cut at eight bytes; a letter or digit follows.
    pub(super) const LONG: u32 = 1 << 29;
    /// With a digit from which a text may separate the head (`G20`, `G 20`), or with an `and` that it may write as a sign.
    pub(super) const JOINED: u32 = 1 << 30;

    /// The bit for a letter or digit behind a separator.
    #[inline(always)]
    pub(super) fn word(initial: u8) -> u32 {
        match initial {
            b'0'..=b'9' => Next::DIGIT,
            _ => 1 << (((initial | 0x20) - b'a') & 31),
        }
    }
}

/// The head of folded text, and its length. `text` is not empty.
pub(super) fn head_of(text: &str) -> (u64, usize) {
    let len = match text.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count() {
        0 => text.chars().next().map_or(0, char::len_utf8),
        len => len,
    };
    let mut bytes = [0; 8];
    bytes[..len].copy_from_slice(&text.as_bytes()[..len]);
    (u64::from_le_bytes(bytes), len)
}

/// The heads by their words.
#[derive(Clone, Debug)]
pub(super) struct Heads {
    /// A power of two, a third of them empty.
    pub(super) slots: Rows<Head>,
}

const EMPTY: Head = Head { word: 0, key: NONE, first_rest: 0, rests: 0, next: 0, capitals: 0, case: 0 };

impl Heads {
    /// A table of heads with different words.
    pub(super) fn new(heads: &[Head]) -> Self {
        let mut table = Heads { slots: Rows::filled(EMPTY, (heads.len() * 3 / 2 + 1).next_power_of_two()) };
        for head in heads {
            let slot = table.slot(head.word);
            table.slots.change(slot, |empty| *empty = *head);
        }
        table
    }

    /// The head that is this word.
    #[inline]
    pub(super) fn find(&self, word: u64) -> Option<Head> {
        Some(self.slots.at(self.slot(word))).filter(|head| head.word == word)
    }

    /// The slot of the head that is this word, or an empty one.
    #[inline(always)]
    fn slot(&self, word: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (hash(word) >> 32) as usize & mask;
        while !matches!(self.slots.at(slot).word, found if found == word || found == 0) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Writes those of the places that `passed` at which a head or something odd stands, and tells how many they are.
    ///
    /// Done for many at once, so that the processor fetches several slots at a time.
    #[inline]
    pub(super) fn look_up(&self, segment: &[u8], passed: &[Passed], out: &mut Survivors) -> usize {
        let mut kept = 0;
        for passed in passed {
            let len = len_of(passed.word);
            let slot = self.slot(passed.word);
            // An initial may be the first of several that are one word.
            let initial = (len == 1) & (segment.get(usize::from(passed.at) + 1) == Some(&b'.')) & (passed.word as u8 >= b'a');
            let odd = passed.odd | initial;
            out[kept & (SEGMENT - 1)] = Survivor {
                at: passed.at,
                len: len as u8,
                odd,
                head: slot as u32,
                first_rest: 0,
                rests: 0,
                pair: 0,
                word: passed.word,
            };
            kept += usize::from(odd | (self.slots.at(slot).word == passed.word));
        }
        kept
    }

    /// The head that was looked up.
    #[inline(always)]
    pub(super) fn of(&self, survivor: &Survivor) -> Head {
        self.slots.at(survivor.head as usize)
    }
}
