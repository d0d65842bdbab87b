//! Where in a text may an alias start?
//!
//! 64 bytes at a time become bits of a number: which bytes belong to words, and which of them begin one. Written so that the compiler
//! turns the loops over 64 bytes into vector instructions.

use crate::fold;

/// Blocks of 64 bytes in a segment.
const BLOCKS: usize = 32;
/// Ranges of first bytes of characters beyond ASCII that are told apart.
const RANGES: usize = 4;
/// Bytes of text that are looked at together.
pub(super) const SEGMENT: usize = BLOCKS * 64;

/// Which characters can begin an alias.
#[derive(Clone, Debug)]
pub(super) struct Initials {
    /// Small ASCII letters can.
    pub(super) small: bool,
    /// Digits can.
    pub(super) digits: bool,
    /// One bit for each character beyond ASCII, by the low 16 bits of its code point; empty if none can.
    pub(super) others: Vec<u64>,
    /// The first bytes of these characters, as few ranges.
    leads: [(u8, u8); RANGES],
}

impl Initials {
    /// The initials of folded keys.
    pub(super) fn new(small: bool, digits: bool, firsts: &[char]) -> Self {
        let mut others = vec![0; 1024];
        fold::each_folding_to(|c| firsts.binary_search(&c).is_ok(), |c| set(&mut others, c));
        for &c in firsts.iter().filter(|c| !c.is_ascii()) {
            set(&mut others, c);
        }
        if others.iter().all(|&bits| bits == 0) {
            others.clear();
        }
        Initials::from_parts(small, digits, others)
    }

    /// The same from what is packed.
    pub(super) fn from_parts(small: bool, digits: bool, others: Vec<u64>) -> Self {
        let mut leads = [false; 256];
        // Characters beyond the low 16 bits share bits with others, so any of them may be one.
        leads[0xf0..0xf5].fill(!others.is_empty());
        for (i, _) in others.iter().enumerate().filter(|(_, bits)| **bits != 0) {
            for c in [64 * i, 64 * i + 63].into_iter().filter_map(|c| char::from_u32(c as u32)).filter(|c| !c.is_ascii()) {
                leads[usize::from(c.encode_utf8(&mut [0; 4]).as_bytes()[0])] = true;
            }
        }
        Initials { small, digits, others, leads: ranges(&leads) }
    }

    #[inline(always)]
    fn has(&self, c: u32) -> bool {
        self.others[(c >> 6 & 1023) as usize] >> (c & 63) & 1 == 1
    }
}

/// Ranges that cover all bytes marked, the smallest gaps between them closed.
fn ranges(marked: &[bool; 256]) -> [(u8, u8); RANGES] {
    let mut found: Vec<(u8, u8)> = Vec::new();
    for b in (0..=255).filter(|&b| marked[usize::from(b)]) {
        match found.last_mut() {
            Some(last) if last.1 + 1 == b => last.1 = b,
            _ => found.push((b, b)),
        }
    }
    while found.len() > RANGES {
        let gap = |i: usize| found[i + 1].0 - found[i].1;
        let i = (0..found.len() - 1).min_by_key(|&i| gap(i)).unwrap_or(0);
        found[i].1 = found[i + 1].1;
        found.remove(i + 1);
    }
    let mut ranges = [(0xff, 0xff); RANGES];
    ranges[..found.len()].copy_from_slice(&found);
    ranges
}

fn set(bits: &mut [u64], c: char) {
    let c = c as u32;
    bits[(c >> 6 & 1023) as usize] |= 1 << (c & 63);
}

/// The masks of one segment, bit `i` of number `b` for its byte `64 * b + i`.
pub(super) struct Masks {
    /// ASCII letters and digits; one block more than the segment has.
    pub(super) words: [u64; BLOCKS + 1],
    /// Where an alias may start.
    starts: [u64; BLOCKS],
}

impl Masks {
    pub(super) fn new() -> Self {
        Masks { words: [0; BLOCKS + 1], starts: [0; BLOCKS] }
    }

    /// Sets the masks for the segment of `text` at `at`.
    pub(super) fn fill(&mut self, text: &[u8], at: usize, initials: &Initials) {
        let mut carry = u64::from(at > 0 && text[at - 1].is_ascii_alphanumeric());
        for b in 0..=BLOCKS {
            let from = at + 64 * b;
            let mut padded = [0; 64];
            let block = match text.get(from..).and_then(|rest| rest.first_chunk()) {
                Some(block) => block,
                None => {
                    let rest = text.get(from..).unwrap_or_default();
                    padded[..rest.len()].copy_from_slice(rest);
                    &padded
                }
            };
            let (words, capitals, high) = classify(block, initials.digits);
            self.words[b] = words;
            if b == BLOCKS {
                return;
            }
            let mut starts = if initials.small { words } else { capitals };
            starts &= !(words << 1 | carry);
            carry = words >> 63;
            if high && !initials.others.is_empty() {
                starts |= high_starts(text, from, block, initials);
            }
            self.starts[b] = starts;
        }
    }

    /// Writes the offsets in the segment at which an alias may start, and tells how many there are.
    #[inline]
    pub(super) fn positions(&self, out: &mut [u16; SEGMENT + 8]) -> usize {
        let mut len = 0;
        for (b, &starts) in self.starts.iter().enumerate() {
            let count = starts.count_ones() as usize;
            let mut starts = starts;
            // Eight at a time, without asking each time whether there are more.
            for group in out[len..(len + count + 7).min(SEGMENT + 8)].chunks_exact_mut(8) {
                for place in group {
                    *place = (64 * b) as u16 + starts.trailing_zeros() as u16;
                    starts &= starts.wrapping_sub(1);
                }
            }
            len += count;
        }
        len
    }

    /// The length of the run of ASCII letters and digits at offset `at`, 8 for longer ones.
    #[inline(always)]
    pub(super) fn run(&self, at: usize) -> usize {
        let (b, i) = (at / 64 % BLOCKS, at % 64);
        let window = self.words[b] >> i | self.words[b + 1] << 1 << (63 - i);
        (!window).trailing_zeros().min(8) as usize
    }
}

/// Which bytes are ASCII letters or digits, which are capitals (or digits, if asked for), and whether any is beyond ASCII.
#[inline(always)]
fn classify(block: &[u8; 64], digits: bool) -> (u64, u64, bool) {
    let (mut words, mut capitals, mut all) = ([0; 64], [0; 64], 0);
    let nine = if digits { 10 } else { 0 };
    for i in 0..64 {
        let b = block[i];
        let letter = (b | 0x20).wrapping_sub(b'a') < 26;
        let digit = b.wrapping_sub(b'0');
        words[i] = u8::from(letter | (digit < 10));
        capitals[i] = u8::from((b.wrapping_sub(b'A') < 26) | (digit < nine));
        all |= b;
    }
    (pack(&words), pack(&capitals), all >= 0x80)
}

/// 64 bytes of 0 or 1 as bits.
#[inline(always)]
fn pack(flags: &[u8; 64]) -> u64 {
    let (groups, _) = flags.as_chunks::<8>();
    let mut bits = 0;
    for (i, group) in groups.iter().enumerate() {
        // The multiplication moves each byte's bit to a bit of its own in the highest byte.
        bits |= (u64::from_le_bytes(*group).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
    }
    bits
}

/// The characters beyond ASCII in the block at `at` that can begin an alias.
#[inline(never)]
fn high_starts(text: &[u8], at: usize, block: &[u8; 64], initials: &Initials) -> u64 {
    let mut wide = [0; 66];
    if at >= 2 {
        wide[..2].copy_from_slice(&text[at - 2..at]);
    }
    wide[2..].copy_from_slice(block);
    let mut leads = [0; 64];
    for i in 0..64 {
        let (before, b) = (wide[i], wide[i + 2]);
        // U+0100..U+027F and U+0400..U+047F are letters of scripts with spaces: no start behind one, in such a script.
        let letter = (before.wrapping_sub(0xc4) < 6) | (before & 0xfe == 0xd0);
        let mut lead = false;
        for (first, last) in initials.leads {
            lead |= b.wrapping_sub(first) <= last - first;
        }
        leads[i] = u8::from(lead & !(letter & (b < 0xe0)));
    }
    let (mut leads, mut starts) = (pack(&leads), 0);
    while leads != 0 {
        let i = leads.trailing_zeros() as usize;
        leads &= leads - 1;
        starts |= u64::from(initials.has(code_point(text, at + i))) << i;
    }
    starts
}

/// The code point of the character beyond ASCII at `at`.
#[inline(always)]
fn code_point(text: &[u8], at: usize) -> u32 {
    let next = |n: usize| text.get(at + n).map_or(0, |&b| u32::from(b & 0x3f));
    match u32::from(text[at]) {
        b @ ..0xe0 => (b & 0x1f) << 6 | next(1),
        b @ ..0xf0 => (b & 0xf) << 12 | next(1) << 6 | next(2),
        b => (b & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3),
    }
}
