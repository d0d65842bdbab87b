//! What is one character to the folder, and what does it fold to?

use super::table;

/// What a character is to the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Soft hyphen, zero-width and bidirectional controls: not there.
    Ignorable,
    /// An accent: goes with the letter before it.
    Accent,
    Space,
    LineBreak,
    /// Ends every match: a paragraph separator.
    ParagraphBreak,
    Hyphen,
    Other,
}

/// A full-width form as the ASCII character it stands for.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xfee0) as u8),
        c => c,
    }
}

pub(crate) fn class(c: char) -> Class {
    match c {
        ' ' | '\t' => Class::Space,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => Class::LineBreak,
        '-' => Class::Hyphen,
        c if c.is_ascii() || is_usual(c) => Class::Other,
        '\u{2029}' => Class::ParagraphBreak,
        '\u{96}' | '\u{97}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            Class::Hyphen
        }
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}' => Class::Ignorable,
        c if c.is_whitespace() => Class::Space,
        c if in_ranges(&table::DROPPED, c) => Class::Accent,
        _ => Class::Other,
    }
}

/// Letters of Europe, quotes and Han, most of what a text has beyond ASCII: of class [`Class::Other`], without looking it up.
#[inline]
fn is_usual(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2016}'..='\u{2027}' | '\u{3400}'..='\u{9fff}')
}

/// A space, a line break or a hyphen.
#[inline]
pub(crate) fn is_separator(c: char) -> bool {
    match c {
        ' ' | '\t'..='\r' | '-' => true,
        c => !c.is_ascii() && matches!(class(c), Class::Space | Class::LineBreak | Class::ParagraphBreak | Class::Hyphen),
    }
}

/// A character that starts a new line.
#[inline]
pub(crate) fn is_break(c: char) -> bool {
    match c {
        '\n'..='\r' => true,
        c => !c.is_ascii() && matches!(class(c), Class::LineBreak | Class::ParagraphBreak),
    }
}

/// A hyphen or dash.
#[inline]
pub(crate) fn is_hyphen(c: char) -> bool {
    c == '-' || !c.is_ascii() && class(c) == Class::Hyphen
}

/// A character that is skipped wherever it stands.
#[inline]
pub(crate) fn is_ignorable(c: char) -> bool {
    !c.is_ascii() && class(c) == Class::Ignorable
}

/// A sign that opens or closes a quotation, on either side of it somewhere.
#[inline]
pub(crate) fn is_quote(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '"' | '\'' | '`');
    }
    matches!(
        c,
        '\u{91}'..='\u{94}' | '\u{b4}' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}' | '\u{2032}' | '\u{2033}' | '\u{300c}'..='\u{300f}'
            | '\u{301d}'..='\u{301f}' | '\u{ff02}' | '\u{ff07}'
    )
}

/// A combining mark.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && !is_usual(c) && in_ranges(&table::MARKS, c)
}

/// A digit, full-width or not.
pub(crate) fn is_digit(c: char) -> bool {
    narrow(c).is_ascii_digit()
}

/// A letter, a digit or a mark: what words are made of.
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_word_beyond_ascii(c) }
}

fn is_word_beyond_ascii(c: char) -> bool {
    match c {
        // Punctuation, without looking it up.
        '\u{2000}'..='\u{206f}' => false,
        '\u{c0}'..='\u{2af}' => is_latin(c),
        c => c.is_alphanumeric() && !is_apostrophe(c) || is_mark(c),
    }
}

/// A letter that is no apostrophe (Unicode has some that are both).
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{2af}' => is_latin(c),
        c => c.is_alphabetic() && !is_apostrophe(c),
    }
}

/// Whether one of `À` to `ʯ` is a letter.
fn is_latin(c: char) -> bool {
    !matches!(c, '×' | '÷')
}

/// Whatever folds to an apostrophe.
#[inline]
pub(crate) fn is_apostrophe(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\'' | '`');
    }
    matches!(
        c,
        '\u{91}' | '\u{92}' | '\u{b4}' | '\u{2b9}' | '\u{2bb}'
            ..='\u{2bf}'
                | '\u{374}'
                | '\u{5f3}'
                | '\u{1fef}'
                | '\u{1ffd}'
                | '\u{2018}'
                | '\u{2019}'
                | '\u{201b}'
                | '\u{2032}'
                | '\u{a78b}'
                | '\u{a78c}'
                | '\u{ff07}'
                | '\u{ff40}'
    )
}

fn in_ranges(ranges: &[(u32, u32)], c: char) -> bool {
    let c = c as u32;
    let i = ranges.partition_point(|&(first, _)| first <= c);
    i > 0 && c <= ranges[i - 1].1
}

/// Writes what `c` folds to and returns its length in bytes.
pub(super) fn fold_char(c: char, out: &mut [u8; 16]) -> usize {
    let folded: &[u8] = match c {
        '&' => b"and",
        '`' => b"'",
        c if c.is_ascii() => {
            out[0] = c.to_ascii_lowercase() as u8;
            return 1;
        }
        // As Windows-1252 has them, read as if it were Latin-1.
        '\u{91}' | '\u{92}' | '\u{5f3}' | '\u{a78b}' | '\u{a78c}' => b"'",
        '\u{ac00}'..='\u{d7a3}' => return fold_hangul(c, out),
        c => match table::ROWS.binary_search_by_key(&(c as u32), |row| row.0) {
            Ok(i) => {
                let (_, at, len) = table::ROWS[i];
                &table::TEXT.as_bytes()[usize::from(at)..usize::from(at) + usize::from(len)]
            }
            Err(_) => return c.encode_utf8(out).len(),
        },
    };
    out[..folded.len()].copy_from_slice(folded);
    folded.len()
}

/// What a character of Cyrillic or Han folds to, if that is known without looking it up and is one character.
#[inline]
pub(crate) fn single(c: char) -> Option<char> {
    match c {
        'й' | 'Й' => Some('и'),
        '\u{430}'..='\u{44f}' | '\u{4e00}'..='\u{9fff}' => Some(c),
        '\u{410}'..='\u{42f}' => char::from_u32(c as u32 + 0x20),
        _ => None,
    }
}

/// Calls `found` with the characters beyond ASCII that fold to something else whose first character is one that `is_first` names.
pub(crate) fn each_folding_to(is_first: impl Fn(char) -> bool, mut found: impl FnMut(char)) {
    for &(c, at, _) in &table::ROWS {
        let first = table::TEXT[usize::from(at)..].chars().next();
        if let (Some(c), Some(first)) = (char::from_u32(c), first)
            && is_first(first)
        {
            found(c);
        }
    }
    for c in '\u{ff01}'..='\u{ff5e}' {
        let mut folded = [0; 16];
        fold_char(narrow(c), &mut folded);
        if is_first(char::from(folded[0])) {
            found(c);
        }
    }
    for lead in '\u{1100}'..='\u{1112}' {
        if is_first(lead) {
            let syllables = 0xac00 + (lead as u32 - 0x1100) * 588;
            (syllables..syllables + 588).filter_map(char::from_u32).for_each(&mut found);
        }
    }
}

/// A Hangul syllable as its two or three conjoining letters (Unicode Standard, section 3.12).
fn fold_hangul(c: char, out: &mut [u8; 16]) -> usize {
    let s = c as u32 - 0xac00;
    let parts = [0x1100 + s / 588, 0x1161 + s % 588 / 28, 0x11a7 + s % 28];
    let mut len = 0;
    for &part in &parts[..if s.is_multiple_of(28) { 2 } else { 3 }] {
        if let Some(part) = char::from_u32(part) {
            len += part.encode_utf8(&mut out[len..]).len();
        }
    }
    len
}
