//! Which words stand next to a place in the text?

use crate::boundary::char_before;
use crate::fold::{char_at, is_apostrophe, is_ignorable, is_letter, is_separator, is_word};

/// A word: a run of letters, digits and marks, with the apostrophes inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The longest word read, in bytes.
const MAX_WORD: usize = 64;
/// The widest gap between two words, in bytes.
const MAX_GAP: usize = 64;

/// The word behind byte `at`, if only spaces, hyphens and at most one line break lie between.
pub(crate) fn word_after(text: &str, at: usize) -> Option<Word> {
    let start = gap_after(text, at)?;
    let end = word_end(text, start);
    (end > start).then_some(Word { start, end })
}

/// The word before byte `at`, if only spaces, hyphens and at most one line break lie between.
pub(crate) fn word_before(text: &str, at: usize) -> Option<Word> {
    let end = gap_before(text, at)?;
    let start = word_start(text, end);
    (end > start).then_some(Word { start, end })
}

/// Where the spaces or hyphens that start at `at` end; `None` if there are none, or a blank line.
pub(crate) fn gap_after(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // One space and a plain letter: the usual case.
    if bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return Some(at + 1);
    }
    let (mut end, mut breaks) = (at, 0);
    while let Some((c, len)) = char_at(text, end) {
        if is_separator(c) {
            breaks += u32::from(is_break(text, c, end));
        } else if !is_ignorable(c) {
            break;
        }
        end += len;
        if breaks > 1 || end - at > MAX_GAP {
            return None;
        }
    }
    (end > at).then_some(end)
}

/// Where the spaces or hyphens that end at `at` start; `None` if there are none, or a blank line.
pub(crate) fn gap_before(text: &str, at: usize) -> Option<usize> {
    let (mut start, mut breaks) = (at, 0);
    while let Some(c) = text[..start].chars().next_back() {
        let before = start - c.len_utf8();
        if is_separator(c) {
            breaks += u32::from(is_break(text, c, before));
        } else if !is_ignorable(c) {
            break;
        }
        start = before;
        if breaks > 1 || at - start > MAX_GAP {
            return None;
        }
    }
    (start < at).then_some(start)
}

/// Whether the separator `c` at `at` breaks a line; of `\r\n` only the first does.
fn is_break(text: &str, c: char, at: usize) -> bool {
    match c {
        '\n' => !text[..at].ends_with('\r'),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => true,
        _ => false,
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some((c, len)) = char_at(text, end) {
        // An apostrophe inside a word (`O'Neill`), not that of a possessive.
        let inside = is_word(c)
            || is_ignorable(c)
            || is_apostrophe(c)
                && end > start
                && char_at(text, end + len).is_some_and(|(next, _)| is_letter(next))
                && after_possessive(text, end) == end
            || c == '.' && is_initial(text, start, end);
        if !inside || end - start > MAX_WORD {
            break;
        }
        end += len;
    }
    end
}

/// Whether the dot at `dot` belongs to an initialism that starts at `start`: `U.N.`
fn is_initial(text: &str, start: usize, dot: usize) -> bool {
    let bytes = text.as_bytes();
    let capital = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    dot > start
        && capital(dot - 1)
        && if dot - 1 == start { capital(dot + 1) && bytes.get(dot + 2) == Some(&b'.') } else { bytes[dot - 2] == b'.' }
}

fn word_start(text: &str, end: usize) -> usize {
    let mut start = end;
    while let Some(c) = text[..start].chars().next_back() {
        let before = start - c.len_utf8();
        let inside = is_word(c)
            || is_ignorable(c)
            || is_apostrophe(c) && start < end && text[..before].chars().next_back().is_some_and(is_letter);
        if !inside || end - before > MAX_WORD {
            break;
        }
        start = before;
    }
    start
}

/// The first word of a range that starts with one.
pub(crate) fn first_word(text: &str, start: usize, end: usize) -> Word {
    Word { start, end: word_end(text, start).min(end) }
}

/// The last word of a range that ends with one.
pub(crate) fn last_word(text: &str, start: usize, end: usize) -> Word {
    Word { start: word_start(text, end).max(start), end }
}

/// Where a possessive behind `at` ends (`'s`, or an apostrophe alone), or `at` itself.
pub(crate) fn after_possessive(text: &str, at: usize) -> usize {
    let Some((c, len)) = char_at(text, at) else { return at };
    if !is_apostrophe(c) {
        return at;
    }
    match char_at(text, at + len) {
        Some(('s' | 'S', 1)) if !char_at(text, at + len + 1).is_some_and(|(c, _)| is_word(c)) => at + len + 1,
        Some((c, _)) if is_word(c) => at,
        _ => at + len,
    }
}

/// Whether the word starts with a capital letter.
pub(crate) fn is_capitalized(text: &str, word: Word) -> bool {
    text[word.start..].chars().next().is_some_and(char::is_uppercase)
}

/// Whether a sentence, a line or a quotation starts at byte `at`.
pub(crate) fn starts_sentence(text: &str, at: usize) -> bool {
    let mut place = at;
    let mut broken = false;
    while let Some((c, before)) = char_before(text, place) {
        if is_separator(c) && !matches!(c, '-' | '\u{2010}'..='\u{2012}') {
            broken |= matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{2013}'..='\u{2015}');
        } else {
            return broken
                || matches!(c, '.' | '!' | '?' | ':' | '"' | '“' | '”' | '‘' | '(' | '[' | '…' | '。' | '*' | '•' | '»' | '«');
        }
        place = before;
        if at - place > MAX_GAP {
            return true;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours() {
        let text = "the Kazakh President’s new O'Neill-led\r\nteam.\n\nNext";
        let at = text.find("President").expect("it is there");
        let before = word_before(text, at).expect("a word before");
        assert_eq!(&text[before.start..before.end], "Kazakh");
        assert_eq!(&text[..after_possessive(text, at + 9)], "the Kazakh President’s");
        let after = word_after(text, text.find(" O'").expect("it is there")).expect("a word after");
        assert_eq!(&text[after.start..after.end], "O'Neill");
        let team = word_after(text, text.find("\r\n").expect("it is there")).expect("over one line break");
        assert_eq!(&text[team.start..team.end], "team");
        assert_eq!(word_after(text, text.find(".\n").expect("it is there")), None);
        assert!(starts_sentence(text, text.find("Next").expect("it is there")));
        assert!(!starts_sentence(text, at));
    }
}
