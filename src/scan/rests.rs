//! Does the text go on behind a head as one of its aliases does?
//!
//! Read byte by byte where the text is plain ASCII, without folding it first. Whatever is not plain is left to the exact path.

use super::bytes::{CASE_BITS, CLASS, Class, FIRST, class_at, eight};
use super::heads::Next;
use crate::boundary;
use crate::gazetteer::Tables;
use crate::gazetteer::rows::packed_row;

packed_row! {
    /// What a key holds behind its head. Sorted by head, then text.
    Rest {
        /// The first eight bytes as a big-endian number, so that it sorts as they do.
        eight: u64,
        /// What is known of the case of the key: see [`Case`](super::cases::Case).
        capitals: u64,
        /// Where it stands in the text of the tables.
        at: u32,
        len: u32,
        key: u32,
        case: u8,
    }
}

impl Rest {
    #[inline(always)]
    pub(super) fn bytes<'t>(&self, tables: &'t Tables) -> &'t [u8] {
        tables.text.as_bytes().get(self.at as usize..(self.at + self.len) as usize).unwrap_or_default()
    }
}

/// The first eight bytes of a rest as [`Rest::eight`] holds them.
pub(super) fn first_eight(rest: &[u8]) -> u64 {
    eight(rest, 0).swap_bytes()
}

/// How a text goes on behind a head.
pub(super) enum Ahead {
    /// As no alias does.
    Nothing,
    /// In a way that the exact path must read.
    Odd,
    /// With these folded bytes, as in [`Rest::eight`], and possibly more: the bytes, and which of the eight they are.
    Bytes(u64, u64),
}

/// Looks at the text behind a head that ends at `at`, whose rests go on as the bits of `next` say.
#[inline(always)]
pub(super) fn look_ahead(text: &[u8], at: usize, next: u32) -> Ahead {
    let here = class_at(text, at);
    if here != Class::Separator {
        let wanted = if here == Class::Word { Next::LONG } else { Next::MARK };
        return match here {
            _ if next & wanted == 0 => Ahead::Nothing,
            Class::Word => {
                let (word, len) = word_at(text, at);
                Ahead::Bytes(word.swap_bytes(), !0 << (64 - 8 * len))
            }
            Class::Odd => Ahead::Odd,
            _ if at < text.len() => Ahead::Bytes(u64::from(text[at]) << 56, 0xff << 56),
            _ => Ahead::Nothing,
        };
    }
    // A run of separators is one; what may not join words is found by the exact path.
    let mut word = at + 1;
    while class_at(text, word) == Class::Separator {
        word += 1;
        if word > at + 8 {
            return Ahead::Odd;
        }
    }
    match class_at(text, word) {
        Class::Word => {}
        Class::Odd => return Ahead::Odd,
        _ if next & (Next::OTHER | Next::MARK) == 0 => return Ahead::Nothing,
        _ => return Ahead::Odd,
    }
    if text[word].is_ascii_digit() && text[at - 1].is_ascii_alphabetic() {
        // The separator is not there.
        return if next & (Next::JOINED | Next::LONG) == 0 { Ahead::Nothing } else { Ahead::Odd };
    }
    if next & Next::word(text[word]) == 0 {
        return Ahead::Nothing;
    }
    let (first, len) = word_at(text, word);
    let len = len.min(7);
    Ahead::Bytes(u64::from(b' ') << 56 | (first.swap_bytes() >> 8), !0 << (56 - 8 * len))
}

/// The first letters and digits of the word at `at`, at most eight, in small letters.
#[inline(always)]
fn word_at(text: &[u8], at: usize) -> (u64, usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let bytes = eight(text, at);
    let low = bytes & !HIGH;
    let small = low | CASE_BITS;
    // The high bit of each byte of a sum says whether the byte is at least that large.
    let from = |bytes: u64, least: u8| bytes + u64::from(0x80 - least) * ONES;
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let digits = from(low, b'0') & !from(low, b'9' + 1);
    let others = !((letters | digits) & !bytes) & HIGH;
    let len = others.trailing_zeros() as usize / 8;
    (small & FIRST[len], len)
}

/// How the comparison of a rest with a text ended.
pub(super) enum Found {
    /// It is another.
    Not,
    /// Only the exact path can tell.
    Odd,
    /// The text is the same up to `end`; a bit for every capital and every letter among the first 64 bytes of the key.
    Same { end: usize, capitals: u64, letters: u64 },
}

/// Compares `rest` with the text at `at`; `offset` is where the rest starts in its key.
#[inline]
pub(super) fn compare(text: &[u8], mut at: usize, rest: &[u8], offset: usize) -> Found {
    let (mut capitals, mut letters, mut bit) = (0, 0, 1u64 << offset);
    let mut expected = rest.iter();
    let mut wanted = expected.next();
    while let Some(&want) = wanted {
        let Some(&b) = text.get(at) else { return Found::Not };
        at += 1;
        let same = match CLASS[usize::from(b)] {
            Class::Word => {
                let small = b | 0x20;
                letters |= if b >= b'A' { bit } else { 0 };
                capitals |= if b < b'a' && b >= b'A' { bit } else { 0 };
                small == want
            }
            Class::Separator => {
                let before = text[at - 2];
                match text.get(at) {
                    Some(b'0'..=b'9') if before.is_ascii_alphabetic() => continue,
                    Some(next) if next.is_ascii_alphanumeric() && before != b'+' => want == b' ',
                    _ => return Found::Odd,
                }
            }
            Class::Plain => b == want,
            Class::Dot
                if text[at - 2].is_ascii_alphabetic() && !text.get(at.wrapping_sub(3)).is_some_and(u8::is_ascii_alphabetic) =>
            {
                return Found::Odd;
            }
            Class::Dot => b == want,
            Class::Odd => return Found::Odd,
        };
        if !same {
            return Found::Not;
        }
        bit <<= 1;
        wanted = expected.next();
    }
    // An accent may follow.
    if text.get(at).is_some_and(|b| !b.is_ascii()) { Found::Odd } else { Found::Same { end: at, capitals, letters } }
}

/// Whether a match that ends in plain ASCII may end at `end`, which is not inside a character.
#[inline(always)]
pub(super) fn ends(text: &str, end: usize) -> bool {
    match text.as_bytes().get(end) {
        None => true,
        Some(b'\'') => boundary::ends(text, end),
        Some(&b) => match CLASS[usize::from(b)] {
            Class::Word => false,
            Class::Separator | Class::Plain => true,
            Class::Dot | Class::Odd => boundary::ends(text, end),
        },
    }
}
