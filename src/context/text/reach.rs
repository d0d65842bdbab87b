//! How far do so many characters reach from a place of the text?

use crate::fold::{Class, class, is_break, is_hyphen, is_ignorable, is_mark, is_separator, quotes_line};

/// A reach is at most so many times as many bytes.
pub(in crate::context) const MAX_WIDTH: usize = 4;

/// So many bytes are looked at together where some characters are not plain.
const STEP: usize = 32;

/// Whether each byte but the first, which only stands before them, is a character that counts, as far as a glance tells: no space stands
/// beside another or a line end, nor a `>` that may quote a line behind one. Reads all, so that the compiler makes vector instructions of it.
fn is_plain(bytes: &[u8]) -> bool {
    let ascii = bytes.iter().fold(0, |all, &b| all | b) < 0x80;
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let blank = |a: u8, b: u8| (a.max(b) <= b' ') & !((a == b'\n') & (b == b'\n'));
    let quotes = |a: u8, b: u8| ((a <= b' ') & (b == b'>')) | ((a == b'>') & (b <= b' '));
    ascii && !pairs.fold(false, |any, (&a, &b)| any | blank(a, b) | quotes(a, b))
}

/// Where the `reach` characters before `at` start. However wide, a run of spaces, an accented letter and a line end each count once, and
/// what cannot be seen and the signs that quote a line count nothing.
pub(in crate::context) fn before(text: &str, at: usize, reach: usize) -> usize {
    let start = at.saturating_sub(reach);
    if is_plain(&text.as_bytes()[start.saturating_sub(1)..at]) {
        return start;
    }
    let (mut start, mut count) = (at, 0);
    loop {
        // As many plain ones as there are, then one by one for a while.
        while reach - count > STEP
            && start > STEP
            && at - start + STEP <= MAX_WIDTH * reach
            && is_plain(&text.as_bytes()[start - STEP - 1..start])
        {
            start -= STEP;
            count += STEP;
        }
        let slowly = start.saturating_sub(STEP);
        for c in text[..start].chars().rev() {
            let before = start - c.len_utf8();
            if count == reach || at - before > MAX_WIDTH * reach {
                return start;
            }
            count += usize::from(counts(text, c, before));
            start = before;
            if start < slowly {
                break;
            }
        }
        if start == 0 {
            return 0;
        }
    }
}

/// Where the `reach` characters behind `at` end, counted as by [`before`].
pub(in crate::context) fn after(text: &str, at: usize, reach: usize) -> usize {
    let end = text.len().min(at + reach);
    // An accent may still belong to the last letter.
    if is_plain(&text.as_bytes()[at.saturating_sub(1)..text.len().min(end + 1)]) {
        return end;
    }
    let (mut end, mut count) = (at, 0);
    loop {
        while reach - count > STEP
            && end > 0
            && end - at + STEP <= MAX_WIDTH * reach
            && text.as_bytes().get(end - 1..end + STEP).is_some_and(is_plain)
        {
            end += STEP;
            count += STEP;
        }
        let slowly = end + STEP;
        for c in text[end..].chars() {
            count += usize::from(counts(text, c, end));
            let behind = end + c.len_utf8();
            if count > reach || behind - at > MAX_WIDTH * reach {
                return end;
            }
            end = behind;
            if end > slowly {
                break;
            }
        }
        if end == text.len() {
            return end;
        }
    }
}

/// Whether the character `c` at `at` is counted; of a run of spaces, of a line end and the spaces around it, and of `\r\n`, only the first is.
#[inline]
fn counts(text: &str, c: char, at: usize) -> bool {
    match c {
        '>' => !quotes_line(text, at),
        ' ' | '\t'..='\r' => match text.as_bytes()[..at].last() {
            Some(b' ' | b'\t') => false,
            Some(&last @ b'\n'..=b'\r') => !matches!((last, c), (_, ' ' | '\t') | (b'\r', '\n')),
            Some(last) if last.is_ascii() && *last != b'>' => true,
            _ => counts_beside(text, c, at),
        },
        _ => c.is_ascii_graphic() || counts_beside(text, c, at),
    }
}

fn counts_beside(text: &str, c: char, at: usize) -> bool {
    match c {
        // Letters and full-width forms, and accents: without asking what else they could be.
        '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{ff01}'..='\u{ff5e}' => return true,
        '\u{300}'..='\u{36f}' => return false,
        _ => {}
    }
    match class(c) {
        Class::Ignorable => return false,
        Class::Hyphen => return true,
        Class::Accent | Class::Other => return !is_mark(c),
        Class::Space | Class::LineBreak | Class::ParagraphBreak => {}
    }
    // What cannot be seen may stand between.
    let last = text[..at].char_indices().rev().take(MAX_WIDTH).find(|&(_, c)| !is_ignorable(c));
    let blank = |c: char| is_separator(c) && !is_hyphen(c) && !is_break(c);
    !match last.map(|(_, last)| last) {
        Some('>') => blank(c) && last.is_some_and(|(at, _)| quotes_line(text, at)),
        Some(last) if is_break(last) => blank(c) || last == '\r' && c == '\n',
        Some(last) => blank(last),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`before`] and [`after`] give, counted one by one.
    fn one_by_one(text: &str, at: usize, reach: usize) -> (usize, usize) {
        let (mut start, mut count) = (at, 0);
        for (before, c) in text[..at].char_indices().rev() {
            if count == reach || at - before > MAX_WIDTH * reach {
                break;
            }
            count += usize::from(counts(text, c, before));
            start = before;
        }
        let (mut end, mut count) = (at, 0);
        for c in text[at..].chars() {
            count += usize::from(counts(text, c, end));
            let behind = end + c.len_utf8();
            if count > reach || behind - at > MAX_WIDTH * reach {
                break;
            }
            end = behind;
        }
        (start, end)
    }

    proptest::proptest! {
        /// What is counted many at a time is what is counted one by one.
        #[test]
        fn reaches_as_counted_one_by_one(
            text in "(([a-c]{1,40}|[ ]|\\n|\\r\\n|é|e\\u{301}|\\u{200b}{1,60}|\\u{a0}|’|\\n> |>)){0,12}", at in 0..300usize, reach in 1..300usize,
        ) {
            let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            proptest::prop_assert_eq!((before(&text, at, reach), after(&text, at, reach)), one_by_one(&text, at, reach));
        }
    }

    /// Much that cannot be seen uses up the reach, wherever plain text begins behind it.
    #[test]
    fn reaches_are_no_wider_than_they_may_be() {
        let plain = "a".repeat(80);
        for unseen in 40..60 {
            let unseen = "\u{200b}".repeat(unseen);
            let text = format!("{plain}{unseen}b{unseen}{plain}");
            for at in [text.find('b').expect("it is there"), text.find('b').expect("it is there") + 1] {
                assert_eq!((before(&text, at, 40), after(&text, at, 40)), one_by_one(&text, at, 40));
            }
        }
    }

    /// What is told at a glance is what the classes of characters tell.
    #[test]
    fn letters_at_a_glance() {
        for c in (0xae..0x500).chain(0xff00..0xff60).filter_map(char::from_u32) {
            let text = format!("a{c}");
            let seen = !is_ignorable(c) && !is_mark(c) && (!is_separator(c) || is_hyphen(c));
            assert_eq!(counts(&text, c, 1), seen, "{c:?}");
        }
    }

    #[test]
    fn reaches_count_what_is_seen() {
        for text in ["a bcd e", "a\u{a0}bcd\u{3000}e", "a bc\u{200b}d e", "a bc\u{301}d e", "a\r\nbcd\r\ne", "a\n> bcd\n > > e"] {
            let at = |c| text.find(c).expect("it is there");
            assert_eq!(before(text, at('e'), 4), at('b'), "{text:?}");
            assert_eq!(after(text, at('b'), 4), at('e'), "{text:?}");
        }
        let hostile = "\u{200b}".repeat(1000);
        assert!(after(&hostile, 0, 10) <= 40 && before(&hostile, hostile.len(), 10) >= hostile.len() - 40);
    }
}
