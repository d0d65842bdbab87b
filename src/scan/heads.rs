//! Which aliases begin with this word?
//!
//! A hash table from the head of a folded key — its first word, or its first character where that is no ASCII letter or digit — to
//! the key that is nothing more, and to the rests of those that go on.

use super::gate::{Words, hash};
use super::mask::{SEGMENT, Window, eight_in};
use super::seeds::{Patience, first_that_suits};
use super::{BATCH, count_work};
use crate::bytes::{CLASS, Class, len_of};
use crate::gazetteer::rows::{NONE, Rows, packed_row};

/// A place where an alias may stand.
#[derive(Clone, Copy)]
pub(super) struct Survivor {
    /// Offset in the segment.
    pub(super) at: u16,
    /// Length of the run of ASCII letters and digits, up to 8.
    pub(super) len: u8,
    /// Bits: what follows.
    pub(super) may_be: u8,
    /// The slot of the head that is the run.
    pub(super) head: u32,
    /// The rests that may follow.
    pub(super) following: Following,
}

impl Survivor {
    /// What the run begins must be worked out exactly.
    pub(super) const ODD: u8 = 1;
    /// A key is nothing more than the run.
    pub(super) const WHOLE: u8 = 2;
    /// Some rests may follow.
    pub(super) const LONGER: u8 = 4;

    #[inline(always)]
    pub(super) fn is(&self, what: u8) -> bool {
        self.may_be & what != 0
    }
}

/// Rests that may follow a head.
#[derive(Clone, Copy)]
pub(super) struct Following {
    pub(super) first_rest: u32,
    /// How many, or [`NONE`] if the exact path must tell.
    pub(super) rests: u32,
    /// Which of a few of them, a bit for each.
    pub(super) fits: u8,
}

impl Following {
    pub(super) const NOTHING: Following = Following { first_rest: 0, rests: 0, fits: 0 };
}

/// What is found out of the words that passed.
pub(super) struct Survivors {
    /// The slots of their heads.
    pub(super) slots: [u32; BATCH],
    /// Where the heads end in the segment.
    pub(super) ends: [u16; BATCH],
    /// Bits, see [`Survivor`].
    pub(super) may_be: [u8; BATCH],
    /// What may follow on those that are [`Survivor::LONGER`].
    pub(super) following: [Following; BATCH],
    /// Those behind which a key may go on, by number.
    pub(super) going: [u8; BATCH],
    /// Which of these look for a pair, and by what hash.
    pub(super) asked: [(u8, u64); BATCH],
    /// Those that may still be hits.
    left: [u8; BATCH],
}

impl Survivors {
    pub(super) fn new() -> Self {
        Survivors {
            slots: [0; BATCH],
            ends: [0; BATCH],
            may_be: [0; BATCH],
            following: [Following::NOTHING; BATCH],
            going: [0; BATCH],
            asked: [(0, 0); BATCH],
            left: [0; BATCH],
        }
    }

    /// Those of the first `count` that may still be hits; they stand at `places`, as `words` say.
    #[inline(always)]
    pub(super) fn left<'s>(
        &'s mut self,
        count: usize,
        places: &'s [u16; BATCH],
        words: &'s Words,
    ) -> impl Iterator<Item = Survivor> + 's {
        let mut left = 0;
        for (i, &may_be) in self.may_be[..count].iter().enumerate() {
            self.left[left & (BATCH - 1)] = i as u8;
            left += usize::from(may_be != 0);
        }
        self.left[..left].iter().map(|&i| {
            let i = usize::from(i) & (BATCH - 1);
            let (at, may_be) = (places[usize::from(words.passed[i]) & (BATCH - 1)], self.may_be[i]);
            let following = if may_be & Survivor::LONGER != 0 { self.following[i] } else { Following::NOTHING };
            Survivor { at, len: (self.ends[i] - at) as u8, may_be, head: self.slots[i], following }
        })
    }
}

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

    /// If a key has none of these bits, it does not go on behind its head with these two bytes. For a glance: it may not with others, too.
    #[inline(always)]
    fn needed(first: u8, second: u8) -> u32 {
        let separator = SEPARATES[usize::from(first)];
        NEEDED[usize::from(separator & 1)][usize::from(first & !separator | second & separator)]
    }
}

/// All bits for a separator.
static SEPARATES: [u8; 256] = {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = if matches!(CLASS[b], Class::Separator) { 0xff } else { 0 };
        b += 1;
    }
    table
};

/// See [`Next::needed`]: for a byte right behind a head, and for one behind a separator.
static NEEDED: [[u32; 256]; 2] = {
    let mut table = [[!0; 256]; 2];
    let mut b = 0;
    while b < 256 {
        (table[0][b], table[1][b]) = match (CLASS[b], b as u8) {
            // The separator may be there or not.
            (Class::Word, b'0'..=b'9') => (Next::LONG, Next::DIGIT | Next::JOINED | Next::LONG),
            (Class::Word, letter) => (Next::LONG, 1 << ((letter | 0x20) - b'a')),
            // The line behind a break is quoted.
            (_, b'>') => (Next::MARK, !0),
            (Class::Plain | Class::Dot, _) => (Next::MARK, Next::OTHER | Next::MARK),
            (Class::Separator | Class::Odd, _) => (!0, !0),
        };
        b += 1;
    }
    table
};

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
    /// What the hashes begin with.
    pub(super) seed: u64,
}

const EMPTY: Head = Head { word: 0, key: NONE, first_rest: 0, rests: 0, next: 0, capitals: 0, case: 0 };

impl Heads {
    /// A table of heads with different words.
    pub(super) fn new(heads: &[Head]) -> Self {
        let slots = (heads.len() * 3 / 2 + 1).next_power_of_two();
        let empty = || Heads { slots: Rows::filled(EMPTY, slots), seed: 0 };
        first_that_suits(heads.len(), |seed, patience| Heads { seed, ..empty() }.with(heads, patience)).unwrap_or_else(empty)
    }

    /// The same with these heads.
    fn with(mut self, heads: &[Head], patience: &mut Patience) -> Option<Self> {
        for head in heads {
            let slot = self.slot(head.word);
            patience.spend(slot.wrapping_sub(self.first_slot(head.word)) & (self.slots.len() - 1))?;
            self.slots.set(slot, *head);
        }
        Some(self)
    }

    /// The head that is this word.
    #[inline]
    pub(super) fn find(&self, word: u64) -> Option<Head> {
        Some(self.slots.at(self.slot(word))).filter(|head| head.word == word)
    }

    /// The slot where the search for a word begins.
    #[inline(always)]
    fn first_slot(&self, word: u64) -> usize {
        (hash(word ^ self.seed) >> 32) as usize & (self.slots.len() - 1)
    }

    /// The slot of the head that is this word, or an empty one.
    #[inline(always)]
    fn slot(&self, word: u64) -> usize {
        let mask = self.slots.len() - 1;
        let first = self.first_slot(word);
        // Mostly this one or the next, found without a branch.
        let slot = (first + usize::from(self.slots.at(first).word != word)) & mask;
        if self.slots.at(slot).word == word { slot } else { self.farther_slot(word, first) }
    }

    /// The same, one by one from the slot on that is the first to be asked.
    #[inline(never)]
    fn farther_slot(&self, word: u64, mut slot: usize) -> usize {
        while !matches!(self.slots.at(slot).word, found if found == word || found == 0) {
            slot = (slot + 1) & (self.slots.len() - 1);
            count_work(1);
        }
        slot
    }

    /// Looks up the first `passed` of the words that passed, which stand at `places`; notes behind which of them a key may go on, and tells
    /// how many those are.
    ///
    /// Done for many at once and without branches, so that the processor fetches several slots at a time.
    #[inline(never)]
    pub(super) fn look_up(
        &self,
        window: &Window,
        places: &[u16; BATCH],
        words: &Words,
        passed: usize,
        out: &mut Survivors,
    ) -> usize {
        let passed = &words.passed[..passed];
        let slots = &mut out.slots[..passed.len()];
        for (slot, &i) in slots.iter_mut().zip(passed) {
            *slot = self.slot(words.small(i)) as u32;
        }
        let (ends, may_be) = (&mut out.ends[..passed.len()], &mut out.may_be[..passed.len()]);
        let mut going = 0;
        for (n, &i) in passed.iter().enumerate() {
            let word = words.small(i);
            let len = len_of(word);
            let end = (usize::from(places[usize::from(i) & (BATCH - 1)]) & (SEGMENT - 1)) + len;
            let head = self.slots.at(slots[n] as usize);
            let [first, second, ..] = eight_in(window, end).to_le_bytes();
            // An initial may be the first of several that are one word, and what has eight letters may go on.
            let initial = (len == 1) & (first == b'.') & (word as u8 >= b'a');
            let odd = words.is_odd(i) | initial | (len == 8) & (first >= 0x80);
            let found = head.word == word;
            let whole = found & (head.key != NONE);
            let goes_on = found & (head.next & Next::needed(first, second) != 0) & !odd;
            ends[n] = end as u16;
            may_be[n] = (u8::from(odd) * Survivor::ODD) | (u8::from(whole) * Survivor::WHOLE);
            out.going[going & (BATCH - 1)] = n as u8;
            going += usize::from(goes_on);
        }
        going
    }

    /// The head that was looked up.
    #[inline(always)]
    pub(super) fn of(&self, survivor: &Survivor) -> Head {
        self.slots.at(survivor.head as usize)
    }
}
