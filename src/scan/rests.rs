//! Does the text go on behind a head as one of its aliases does?
//!
//! Read byte by byte where the text is plain ASCII, without folding it first. Whatever is not plain is left to the exact path.

use super::cases::Case;
use super::heads::Next;
use crate::boundary;
use crate::bytes::{CASE_BITS, CLASS, Class, FIRST, ONES, are_plain_words, case_bits, class_at, eight, quote_at};
use crate::gazetteer::rows::{Rows, packed_row};

packed_row! {
    /// What a key holds behind its head. Sorted by head, then text.
    Rest {
        /// The first eight bytes as a big-endian number, so that it sorts as they do.
        eight: u64,
        /// The next eight: most rests are no longer, so that their key need not be read, which lies far away.
        next_eight: u64,
        /// Where it stands in the text of the tables, at the end of its key.
        at: u32,
        len: u32,
        key: u32,
        /// What is known of the case of the key: see [`Case`]. Its capitals are those of the first 32 bytes.
        capitals: u32,
        /// The same, and [`Rest::PLAIN`].
        case: u8,
    }
}

impl Rest {
    /// It is made of small letters, digits and separators only, and no separator in it could be left out.
    const PLAIN: u8 = 1 << 7;

    #[inline(always)]
    fn is_plain(&self) -> bool {
        self.case & Rest::PLAIN != 0
    }

    /// What is known of the case of the key.
    #[inline(always)]
    pub(super) fn case(&self) -> Case {
        Case { capitals: u64::from(self.capitals), known: self.case }
    }

    /// How the first 16 bytes of rests are sorted.
    #[inline(always)]
    pub(super) fn beginning(&self) -> [u64; 2] {
        [self.eight, self.next_eight]
    }

    /// Whether a text that begins with these eight bytes is another, as far as a glance tells.
    #[inline(always)]
    pub(super) fn differs_early(&self, bytes: u64) -> bool {
        let different = ((bytes | CASE_BITS) ^ self.eight.swap_bytes()) & FIRST[self.len.min(8) as usize];
        let class = CLASS[(bytes >> (different.trailing_zeros() & 0x38)) as usize & 0xff];
        (different != 0) & (class == Class::Word) & self.is_plain()
    }
}

/// Rests longer than this are left to the exact path, which knows when to give up.
const LONG: usize = 64;

/// All rests.
#[derive(Clone, Debug, Default)]
pub(super) struct Rests {
    pub(super) rows: Rows<Rest>,
}

impl Rests {
    /// Adds the rest of a key, `len` bytes from `at` on in the text of the tables.
    pub(super) fn push(&mut self, tables: &[u8], at: u32, len: u32, key: u32, case: Case) {
        let rest = &tables[at as usize..][..len as usize];
        let [first, next] = beginning(rest);
        let plain = if are_plain_words::<false>(rest) { Rest::PLAIN } else { 0 };
        // Where the capitals are too many, the case is looked up.
        let (capitals, known) = u32::try_from(case.capitals).map_or((0, 0), |capitals| (capitals, case.known));
        self.rows.push(Rest { eight: first, next_eight: next, at, len, key, capitals, case: known | plain });
    }
}

/// The first 16 bytes of a text, with zeros behind its end, as numbers that sort as they do.
#[inline(always)]
pub(super) fn beginning(text: &[u8]) -> [u64; 2] {
    [0, 8].map(|at| eight(text, at).swap_bytes())
}

impl Rest {
    /// The rest; `keys` is the text of the tables.
    #[inline(always)]
    pub(super) fn bytes<'k>(&self, keys: &'k [u8]) -> &'k [u8] {
        keys.get(self.at as usize..(self.at + self.len) as usize).unwrap_or_default()
    }

    /// Compares the rest with the text at `at`; `offset` is where the rest starts in its key.
    #[inline(always)]
    pub(super) fn compare(&self, keys: &[u8], text: &[u8], at: usize, offset: usize) -> Found {
        if !self.is_plain() {
            return self.compare_slowly(keys, text, at, offset);
        }
        let (len, mut read) = (self.len as usize, 0);
        let (mut capitals, mut letters, mut smooth) = (0, 0, true);
        let mut wanted = self.eight.swap_bytes();
        loop {
            let mut bytes = eight(text, at + read);
            let mask = FIRST[(len - read).min(8)];
            loop {
                // The case bit makes a small letter of a capital and keeps digits and spaces; it would make some of control characters.
                let different = (((bytes | CASE_BITS) ^ wanted) | (!(bytes | (bytes << 1)) & (0x40 * ONES))) & mask;
                if different == 0 {
                    break;
                }
                let place = different.trailing_zeros() & !7;
                let next = at + read + place as usize / 8 + 1;
                match CLASS[(bytes >> place) as usize & 0xff] {
                    Class::Word => return Found::Not,
                    // A line end or hyphen before a word is as good as a space.
                    Class::Separator
                        if text.get(next).is_some_and(u8::is_ascii_alphabetic) && (wanted >> place) as u8 == b' ' =>
                    {
                        bytes = (bytes & !(0xff << place)) | (u64::from(b' ') << place);
                        smooth = false;
                    }
                    _ => return self.compare_slowly(keys, text, at, offset),
                }
            }
            let case = case_bits(bytes & mask);
            capitals |= case.0.checked_shl((offset + read) as u32).unwrap_or(0);
            letters |= case.1.checked_shl((offset + read) as u32).unwrap_or(0);
            read += 8;
            if len > LONG {
                return Found::Odd;
            }
            if read >= len {
                break;
            }
            wanted = if read == 8 { self.next_eight.swap_bytes() } else { eight(keys, self.at as usize + read) };
        }
        same(text, at + len, capitals, letters, smooth)
    }

    /// The same byte by byte.
    #[inline(never)]
    fn compare_slowly(self, keys: &[u8], text: &[u8], at: usize, offset: usize) -> Found {
        if self.len as usize > LONG { Found::Odd } else { compare(text, at, self.bytes(keys), offset) }
    }
}

/// The text is the same as a rest up to `end`, unless an accent follows.
#[inline(always)]
fn same(text: &[u8], end: usize, capitals: u64, letters: u64, smooth: bool) -> Found {
    let accent = text.get(end).is_some_and(|b| !b.is_ascii()) && quote_at(text, end).is_none();
    if accent { Found::Odd } else { Found::Same { end, capitals, letters, smooth } }
}

/// How a text goes on behind a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ahead {
    /// As no alias does.
    Nothing,
    /// In a way that the exact path must read.
    Odd,
    /// Perhaps as an alias does; where the next word or mark is.
    Plain(usize),
}

/// Looks at the text behind a head that ends at `at`, whose rests go on as the bits of `next` say.
#[inline(always)]
pub(super) fn look_ahead(text: &[u8], at: usize, next: u32) -> Ahead {
    let plain_if = |bits: u32| if next & bits == 0 { Ahead::Nothing } else { Ahead::Plain(at) };
    match class_at(text, at) {
        Class::Word => return plain_if(Next::LONG),
        Class::Plain | Class::Dot => return plain_if(Next::MARK),
        Class::Odd if next & Next::MARK == 0 && text[at] == b'`' => return Ahead::Nothing,
        Class::Odd => return Ahead::Odd,
        Class::Separator => {}
    }
    // A run of separators is one; what may not join words is found by the exact path.
    let word = skip_spaces(text, at + 1);
    let initial = text.get(word).copied().unwrap_or(b'.');
    match CLASS[usize::from(initial)] {
        Class::Word if initial.is_ascii_digit() && text[at - 1].is_ascii_alphabetic() => {
            // The separator is not there.
            if next & (Next::JOINED | Next::LONG) == 0 { Ahead::Nothing } else { Ahead::Odd }
        }
        Class::Word if next & Next::word(initial) != 0 => Ahead::Plain(word),
        Class::Word => Ahead::Nothing,
        Class::Plain | Class::Dot if next & (Next::OTHER | Next::MARK) == 0 && initial != b'>' => Ahead::Nothing,
        // Over a blank line no name goes on.
        Class::Separator if text[at] == b'\n' && initial == b'\n' => Ahead::Nothing,
        _ => Ahead::Odd,
    }
}

/// The place behind up to 16 spaces; a long run may not join words, as the exact path knows.
#[inline(always)]
fn skip_spaces(text: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < at + 16 && text.get(end) == Some(&b' ') {
        end += 1;
    }
    end
}

/// How the comparison of a rest with a text ended.
pub(super) enum Found {
    /// It is another.
    Not,
    /// Only the exact path can tell.
    Odd,
    /// The text is the same up to `end`; a bit for every capital and every letter among the first 64 bytes of the key.
    /// `smooth` if there is nothing in it but letters, digits and spaces.
    Same { end: usize, capitals: u64, letters: u64, smooth: bool },
}

/// The same byte by byte.
fn compare(text: &[u8], mut at: usize, rest: &[u8], offset: usize) -> Found {
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
                capitals |= if b.is_ascii_uppercase() { bit } else { 0 };
                small == want
            }
            Class::Separator => {
                let before = text[at - 2];
                at = skip_spaces(text, at);
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
            // What a quotation mark folds to begins otherwise.
            Class::Odd if quote_at(text, at - 1).is_some_and(|quote| quote != want) => return Found::Not,
            Class::Odd => return Found::Odd,
        };
        if !same {
            return Found::Not;
        }
        bit <<= 1;
        wanted = expected.next();
    }
    same(text, at, capitals, letters, false)
}

/// Whether a match that ends in plain ASCII may end at `end`, which is not inside a character.
#[inline(always)]
pub(super) fn ends(text: &str, end: usize) -> bool {
    let bytes = text.as_bytes();
    match bytes.get(end) {
        None => true,
        // Mostly; told first, so that the processor guesses right.
        Some(b' ' | b'\n') => true,
        // `Iran's`, and the end of a sentence.
        Some(b'\'') if matches!(bytes.get(end + 1..end + 3), Some([b's', b' ' | b'\n'])) => true,
        Some(b'.') if matches!(bytes.get(end + 1), None | Some(b' ' | b'\n')) => true,
        Some(b'\'') => boundary::ends(text, end),
        // `P5,000`, a sum.
        Some(b',') if bytes[..end].last().is_some_and(u8::is_ascii_digit) => boundary::ends(text, end),
        Some(&b) => match CLASS[usize::from(b)] {
            Class::Word => false,
            Class::Separator | Class::Plain => true,
            Class::Dot | Class::Odd => boundary::ends(text, end),
        },
    }
}
