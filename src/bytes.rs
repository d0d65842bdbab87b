//! What is a byte to the fast paths, which read plain ASCII only?

/// What a byte is where words are read byte by byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Part of a word.
    Word,
    /// Folds to a separator.
    Separator,
    /// Stands for itself.
    Plain,
    /// The dot of an initial, or itself.
    Dot,
    /// Left to the exact path: what is not ASCII or does not fold to itself.
    Odd,
}

/// The class of every byte.
pub(crate) static CLASS: [Class; 256] = {
    let mut table = [Class::Odd; 256];
    let mut b = 0;
    while b < 128 {
        table[b as usize] = match b {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Word,
            b' ' | b'\t' | b'\n' | b'\r' | 0xb | 0xc | b'-' => Class::Separator,
            b'.' => Class::Dot,
            b'&' | b'`' => Class::Odd,
            _ => Class::Plain,
        };
        b += 1;
    }
    table
};

/// The class of the byte at `at`; the end of the text is like punctuation.
#[inline(always)]
pub(crate) fn class_at(text: &[u8], at: usize) -> Class {
    text.get(at).map_or(Class::Plain, |&b| CLASS[usize::from(b)])
}

/// What the quotation mark or apostrophe beyond ASCII at `at` folds to begins with, if one of those of English stands there: `’`, `“`.
#[inline]
pub(crate) fn quote_at(text: &[u8], at: usize) -> Option<u8> {
    match text.get(at..)? {
        [0xe2, 0x80, 0x98 | 0x99 | 0x9b, ..] => Some(b'\''),
        [0xe2, 0x80, 0x9c | 0x9d, ..] => Some(0xe2),
        _ => None,
    }
}

/// The eight bytes from `at` on as a little-endian number; zeros stand behind the end.
#[inline(always)]
pub(crate) fn eight(text: &[u8], at: usize) -> u64 {
    match text.get(at..at.wrapping_add(8)).and_then(|eight| eight.first_chunk()) {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => few(text, at),
    }
}

#[cold]
fn few(text: &[u8], at: usize) -> u64 {
    let mut bytes = [0; 8];
    let rest = text.get(at..).unwrap_or_default();
    bytes[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(bytes)
}

/// The bytes of a text eight at a time, with zeros behind its end.
#[inline(always)]
pub(crate) fn eights(text: &[u8]) -> impl Iterator<Item = u64> {
    let (chunks, rest) = text.as_chunks();
    let rest = match text.last_chunk() {
        _ if rest.is_empty() => None,
        Some(last) => Some(u64::from_le_bytes(*last) >> (64 - 8 * rest.len())),
        None => Some(few(text, 0)),
    };
    chunks.iter().map(|eight| u64::from_le_bytes(*eight)).chain(rest)
}

/// Selects the first `n` of eight bytes.
pub(crate) static FIRST: [u64; 9] = {
    let mut table = [0; 9];
    let mut n = 1;
    while n < 9 {
        table[n] = !0 >> (64 - 8 * n);
        n += 1;
    }
    table
};

/// The case bit of eight letters; digits have it too.
pub(crate) const CASE_BITS: u64 = 0x2020_2020_2020_2020;

/// One in each of eight bytes.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each of eight bytes.
pub(crate) const HIGH: u64 = 0x80 * ONES;

/// The highest bit of those of eight bytes that are ASCII letters.
#[inline(always)]
pub(crate) fn letters(bytes: u64) -> u64 {
    let small = bytes & !HIGH | CASE_BITS;
    at_least(small, b'a') & !at_least(small, b'z' + 1) & !bytes & HIGH
}

/// The highest bit of those of eight bytes that are spaces, or ASCII from the full stop on: letters and digits, no dash, no line end.
#[inline(always)]
pub(crate) fn plain(bytes: u64) -> u64 {
    let low = bytes & !HIGH;
    let space = !at_least(low ^ (u64::from(b' ') * ONES), 1);
    (at_least(low, b'.') | space) & !bytes & HIGH
}

/// Whether a text is made of ASCII letters, digits and separators alone, and a letter follows on each separator. The separators are
/// the spaces, and the hyphens if `HYPHENS`.
#[inline]
pub(crate) fn are_plain_words<const HYPHENS: bool>(text: &[u8]) -> bool {
    let (mut wrong, mut separator, mut left) = (0, 0, text.len());
    for bytes in eights(text) {
        let letters = letters(bytes);
        let mut separators = equal(bytes, b' ');
        if HYPHENS {
            separators |= equal(bytes, b'-');
        }
        let here = (!letters & !digits(bytes) & !separators) | (separators << 8 | separator) & !letters;
        wrong |= here & HIGH & FIRST[left.min(8)];
        separator = separators >> 56;
        left = left.saturating_sub(8);
    }
    wrong == 0
}

/// The highest bit of those of eight bytes that are `b`.
#[inline(always)]
pub(crate) fn equal(bytes: u64, b: u8) -> u64 {
    let different = bytes ^ (u64::from(b) * ONES);
    !(((different & !HIGH) + !HIGH) | different) & HIGH
}

/// The highest bit of those of eight bytes that are ASCII digits, among other bits.
#[inline(always)]
fn digits(bytes: u64) -> u64 {
    let low = bytes & !HIGH;
    at_least(low, b'0') & !at_least(low, b'9' + 1) & !bytes
}

/// The highest bit of those of eight ASCII bytes that are at least so large, among other bits.
#[inline(always)]
fn at_least(bytes: u64, least: u8) -> u64 {
    bytes + u64::from(0x80 - least) * ONES
}

/// The capitals and the letters among eight ASCII letters, digits and spaces, a bit for each.
#[inline(always)]
pub(crate) fn case_bits(bytes: u64) -> (u64, u64) {
    // Letters have the bit 0x40, small ones 0x20 as well.
    let letters = bytes >> 6 & ONES;
    (gather(letters & !(bytes >> 5)), gather(letters))
}

/// The lowest bits of eight bytes, in which no other bit is set.
#[inline(always)]
fn gather(bytes: u64) -> u64 {
    bytes.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Bit `bit` of 64 bytes.
#[inline(always)]
pub(crate) fn gather_all(bytes: &[u8; 64], bit: u32) -> u64 {
    bytes.as_chunks().0.iter().rev().fold(0, |bits, eight| bits << 8 | gather(u64::from_le_bytes(*eight) >> bit & ONES))
}

/// The first letters and digits of the word at `at`, at most eight, in small letters.
#[inline(always)]
pub(crate) fn word_at(text: &[u8], at: usize) -> (u64, usize) {
    let bytes = eight(text, at);
    let (run, _) = run(bytes);
    ((bytes | CASE_BITS) & run, len_of(run))
}

/// How many ASCII letters and digits stand in a row from `at` on; not many more than `most` are counted.
#[inline]
pub(crate) fn letters_after(text: &[u8], at: usize, most: usize) -> usize {
    let mut count = 0;
    while count < most {
        let len = len_of(run(eight(text, at + count)).0);
        count += len;
        if len < 8 {
            break;
        }
    }
    count
}

/// How many ASCII letters and digits stand in a row up to `end`; not many more than `most` are counted.
#[inline]
pub(crate) fn letters_before(text: &[u8], end: usize, most: usize) -> usize {
    let mut count = 0;
    while count < most {
        let len = match text[..end - count].last_chunk() {
            // From the last byte to the first.
            Some(bytes) => len_of(run(u64::from_be_bytes(*bytes)).0),
            None => text[..end - count].iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count().min(7),
        };
        count += len;
        if len < 8 {
            break;
        }
    }
    count
}

/// How many bytes are not zero, before those that are.
#[inline(always)]
pub(crate) fn len_of(bytes: u64) -> usize {
    8 - bytes.leading_zeros() as usize / 8
}

/// Selects the run of ASCII letters and digits that `bytes` begin with, and the highest bit of the byte behind it.
#[inline(always)]
pub(crate) fn run(bytes: u64) -> (u64, u64) {
    let others = !(letters(bytes) | digits(bytes)) & HIGH;
    let behind = others & others.wrapping_neg();
    ((behind >> 7).wrapping_sub(1), behind)
}
