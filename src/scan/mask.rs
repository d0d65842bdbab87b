//! Where in a text may an alias start?
//!
//! 64 bytes at a time become bits of a number: which of them begin a word as an alias may begin. Written so that the compiler turns the
//! loops over 64 bytes into vector instructions.

use crate::bytes::HIGH;
use crate::fold;

/// Blocks of 64 bytes in a segment.
const BLOCKS: usize = 32;
/// Up to how many characters beyond ASCII in a block are looked at without asking first what stands before them.
const FEW_LEADS: u32 = 4;
/// Ranges of first bytes of characters beyond ASCII that are told apart. With three of them the compiler makes no vector instructions.
const RANGES: usize = 4;
/// Bytes of text that are looked at together.
pub(super) const SEGMENT: usize = BLOCKS * 64;
/// Starts that are written together.
pub(super) const GROUP: usize = 4;

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
    leads: [Range; RANGES],
}

/// A range of bytes beyond ASCII.
#[derive(Clone, Copy, Debug)]
struct Range {
    first: u8,
    /// How far the last one is from the first.
    span: u8,
}

impl Range {
    /// Holds no byte of a text.
    const NONE: Range = Range::of(0xff, 0xff);
    /// First bytes of the letters U+0100..U+027F and U+0400..U+047F, of scripts that part words.
    const LETTERS: [Range; RANGES] = [Range::of(0xc4, 0xc9), Range::of(0xd0, 0xd1), Range::NONE, Range::NONE];
    /// First bytes of characters of two bytes.
    const TWO_BYTES: [Range; RANGES] = [Range::of(0xc2, 0xdf), Range::NONE, Range::NONE, Range::NONE];

    const fn of(first: u8, last: u8) -> Range {
        Range { first, span: last - first }
    }

    #[inline(always)]
    fn has(self, b: u8) -> bool {
        b.wrapping_sub(self.first) <= self.span
    }
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
fn ranges(marked: &[bool; 256]) -> [Range; RANGES] {
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
    std::array::from_fn(|i| found.get(i).map_or(Range::NONE, |&(first, last)| Range::of(first, last)))
}

fn set(bits: &mut [u64], c: char) {
    let c = c as u32;
    bits[(c >> 6 & 1023) as usize] |= 1 << (c & 63);
}

/// Where in a segment an alias may start: bit `i` of number `b` for its byte `64 * b + i`.
pub(super) struct Starts([u64; BLOCKS]);

impl Starts {
    pub(super) fn new() -> Self {
        Starts([0; BLOCKS])
    }

    /// Finds the starts in the segment of `text` at `at`, whose window this is.
    #[inline]
    pub(super) fn find(&mut self, window: &Window, text: &[u8], at: usize, initials: &Initials) {
        let all_ascii = match (initials.small, initials.digits) {
            (false, false) => ascii_starts::<false, false>(window, &mut self.0),
            (false, true) => ascii_starts::<false, true>(window, &mut self.0),
            (true, false) => ascii_starts::<true, false>(window, &mut self.0),
            (true, true) => ascii_starts::<true, true>(window, &mut self.0),
        };
        if !all_ascii && !initials.others.is_empty() {
            for (b, starts) in self.0.iter_mut().enumerate() {
                if let Some(block) = window[64 * b..].first_chunk::<65>().filter(|block| !block[1..].is_ascii()) {
                    *starts |= high_starts(text, at + 64 * b, block, initials);
                }
            }
        }
    }

    /// Writes the offsets in the segment of the starts, and tells how many there are.
    #[inline]
    pub(super) fn positions(&self, out: &mut [u16; SEGMENT + GROUP]) -> usize {
        let mut len = 0;
        for (b, &starts) in self.0.iter().enumerate() {
            let count = starts.count_ones() as usize;
            let mut starts = starts;
            // Some at a time, without asking each time whether there are more.
            for group in out[len..(len + count + GROUP - 1).min(SEGMENT + GROUP)].chunks_exact_mut(GROUP) {
                for place in group {
                    *place = (64 * b) as u16 + starts.trailing_zeros() as u16;
                    starts &= starts.wrapping_sub(1);
                }
            }
            len += count;
        }
        len
    }
}

/// A segment with the byte before it, and as many behind it as are read of a word and what follows; zeros for what is not there.
pub(super) type Window = [u8; 1 + SEGMENT + 16];

/// The window of the segment of `text` at `at` if that is at an end of the text.
#[cold]
pub(super) fn window_at_an_end(text: &[u8], at: usize) -> Window {
    let mut window = [0; 1 + SEGMENT + 16];
    let from = at.saturating_sub(1);
    let there = &text[from..text.len().min(at + SEGMENT + 16)];
    window[from + 1 - at..][..there.len()].copy_from_slice(there);
    window
}

/// The eight bytes at `at` in a segment.
#[inline(always)]
pub(super) fn eight_in(window: &Window, at: usize) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&window[at + 1..at + 9]);
    u64::from_le_bytes(bytes)
}

/// Finds out which bytes of a segment are capitals (or small letters or digits, if asked for) with no letter before them, and whether all
/// are ASCII.
///
/// By itself it becomes vector instructions; inside the loop of its caller it does not.
#[inline(never)]
fn ascii_starts<const SMALL: bool, const DIGITS: bool>(window: &Window, starts: &mut [u64; BLOCKS]) -> bool {
    // As signed numbers, the bytes of a range are the greatest ones once its last byte has become 127.
    let within = |b: u8, first: u8, last: u8| (b.wrapping_add(127 - last) as i8) > 126 - (last - first) as i8;
    let letter = |b: u8| within(b | 0x20, b'a', b'z');
    let wide = |bytes: [u8; 16]| u128::from_le_bytes(bytes);
    let mut all = [0; 16];
    for (b, starts) in starts.iter_mut().enumerate() {
        let block = &window[64 * b..64 * b + 65];
        // Byte `i` of each group of eight leaves its bit in byte `i` of the mask: bit 0 for the first group, bit 7 for the last.
        let mut flags = [0; 16];
        for quarter in 0..4 {
            for i in 0..16 {
                let (before, b) = (block[16 * quarter + i], block[16 * quarter + i + 1]);
                let first = if SMALL { letter(b) } else { within(b, b'A', b'Z') } | (DIGITS & within(b, b'0', b'9'));
                flags[i] |= u8::from(first & !letter(before)) << (2 * quarter + i / 8);
                all[i] |= b;
            }
        }
        let flags = wide(flags);
        *starts = transpose(flags as u64 | (flags >> 64) as u64);
    }
    wide(all) & (u128::from(HIGH) << 64 | u128::from(HIGH)) == 0
}

/// A matrix of eight by eight bits with rows and columns exchanged.
#[inline(always)]
fn transpose(bits: u64) -> u64 {
    let swap = |bits: u64, shift: u32, mask: u64| {
        let changed = (bits ^ bits >> shift) & mask;
        bits ^ changed ^ changed << shift
    };
    let bits = swap(bits, 7, 0x00aa_00aa_00aa_00aa);
    let bits = swap(bits, 14, 0x0000_cccc_0000_cccc);
    swap(bits, 28, 0x0000_0000_f0f0_f0f0)
}

/// The characters beyond ASCII in the block at `at` that can begin an alias.
#[inline]
fn high_starts(text: &[u8], at: usize, block: &[u8; 65], initials: &Initials) -> u64 {
    let mut leads = within(block, &initials.leads);
    if leads.count_ones() > FEW_LEADS {
        // A start is never behind a letter of a script with spaces, in such a script; here the letters have two bytes.
        let letters = within(block, &Range::LETTERS) << 2;
        leads &= !(letters & within(block, &Range::TWO_BYTES));
    }
    let mut starts = 0;
    while leads != 0 {
        let i = leads.trailing_zeros() as usize;
        leads &= leads - 1;
        starts |= u64::from(initials.has(code_point(text, at + i))) << i;
    }
    starts
}

/// Which of 64 bytes lie in any of these ranges. The first of the 65 bytes is the one before.
///
/// By itself it becomes vector instructions, as [`ascii_starts`] does.
#[inline(never)]
fn within(block: &[u8; 65], ranges: &[Range; RANGES]) -> u64 {
    let mut flags = [0; 16];
    for quarter in 0..4 {
        for i in 0..16 {
            let b = block[16 * quarter + i + 1];
            flags[i] |= u8::from(ranges.iter().fold(false, |any, range| any | range.has(b))) << (2 * quarter + i / 8);
        }
    }
    let flags = u128::from_le_bytes(flags);
    transpose(flags as u64 | (flags >> 64) as u64)
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
