//! Which words stand next to a place in the text?

use super::line;
use crate::boundary::{char_after, char_before};
use crate::bytes::{eight, len_of, letters_after, letters_before, run};
use crate::fold::{
    char_at, is_apostrophe, is_break as is_line_break, is_hyphen, is_ignorable, is_letter, is_quote, is_separator, is_word,
    narrow, quotes_line,
};

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
/// Words are made to stand out by so many signs at most: `***Mali***`.
const MAX_EMPHASIS: usize = 3;

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
#[inline]
pub(crate) fn gap_after(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // One space and a plain letter: the usual case.
    if bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return Some(at + 1);
    }
    any_gap_after(text, at)
}

#[inline(never)]
fn any_gap_after(text: &str, at: usize) -> Option<usize> {
    let (mut end, mut breaks) = (at, 0);
    while let Some((c, len)) = char_at(text, end) {
        let mut len = len;
        if is_separator(c) {
            breaks += u32::from(is_break(text, c, end));
        } else if matches!(c, '*' | '_') {
            let run = emphasis_len(text[end..].chars(), c);
            if !is_emphasis(c, &text[..end], &text[end + run..]) {
                break;
            }
            len = run;
        } else if c == '>' && quotes_line(text, end) {
            // The sign of a line that is quoted is not there.
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
#[inline]
pub(crate) fn gap_before(text: &str, at: usize) -> Option<usize> {
    if let [.., b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', b' '] = text.as_bytes()[..at] {
        return Some(at - 1);
    }
    any_gap_before(text, at)
}

#[inline(never)]
fn any_gap_before(text: &str, at: usize) -> Option<usize> {
    let (mut start, mut breaks) = (at, 0);
    while let Some(c) = text[..start].chars().next_back() {
        let mut before = start - c.len_utf8();
        if is_separator(c) {
            breaks += u32::from(is_break(text, c, before));
        } else if matches!(c, '*' | '_') {
            before = start - emphasis_len(text[..start].chars().rev(), c);
            if !is_emphasis(c, &text[..before], &text[start..]) {
                break;
            }
        } else if c == '>' && quotes_line(text, before) {
            // As behind.
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

/// How many signs of emphasis a text starts with, up to one more than emphasis has.
fn emphasis_len(text: impl Iterator<Item = char>, sign: char) -> usize {
    text.take(MAX_EMPHASIS + 1).take_while(|&c| c == sign).count()
}

/// `President **Tokayev**`, `_The Times_ said`: whether signs between two texts begin or end words that stand out, which changes nothing
/// beside them: they are no more than it takes, hang on a word on one side only, and stand on the other side of it, too.
fn is_emphasis(sign: char, before: &str, behind: &str) -> bool {
    let blank = |c: Option<char>| c.is_none_or(is_separator);
    let (last, first) = (before.chars().next_back(), behind.chars().next());
    match (blank(last), blank(first)) {
        _ if last == Some(sign) || first == Some(sign) => false,
        (true, false) => stands_near(sign, behind.chars()),
        (false, true) => stands_near(sign, before.chars().rev()),
        _ => false,
    }
}

/// Whether a sign is among the next characters of a line.
fn stands_near(sign: char, text: impl Iterator<Item = char>) -> bool {
    text.take(MAX_WORD).take_while(|&c| !is_line_break(c)).any(|c| c == sign)
}

/// Where the signs start that make a word stand out which starts at byte `at`; that byte if there are none.
fn emphasis_start(text: &str, at: usize) -> usize {
    let Some(sign @ (b'*' | b'_')) = text.as_bytes()[..at].last().copied() else { return at };
    let sign = char::from(sign);
    let start = at - emphasis_len(text[..at].chars().rev(), sign);
    if is_emphasis(sign, &text[..start], &text[at..]) { start } else { at }
}

/// Whether the separator `c` at `at` breaks a line; of `\r\n` only the first does.
fn is_break(text: &str, c: char, at: usize) -> bool {
    match c {
        '\n' => !text[..at].ends_with('\r'),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => true,
        _ => false,
    }
}

#[inline]
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    // Fewer than eight plain letters and digits, and a space: the usual case.
    let len = len_of(run(eight(bytes, start)).0);
    if (1..8).contains(&len) && matches!(bytes.get(start + len), Some(b' ' | b',' | b'\n')) {
        return start + len;
    }
    any_word_end(text, start)
}

#[inline(never)]
fn any_word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    // Plain letters and digits, and nothing behind them that a word may go on with.
    let len = letters_after(bytes, start, MAX_WORD);
    let ends = |b: u8| match b {
        b'.' => !bytes[start + len - 1].is_ascii_uppercase(),
        b'\'' | b'`' | 0x80.. => false,
        _ => true,
    };
    if 0 < len && len < MAX_WORD && bytes.get(start + len).is_none_or(|&b| ends(b)) {
        return start + len;
    }
    // What cannot be seen is part of a word inside it alone.
    let (mut end, mut seen) = (start, start);
    while let Some((c, len)) = char_at(text, end) {
        // An apostrophe inside a word (`O'Neill`), not that of a possessive.
        let inside = is_word(c)
            || is_ignorable(c)
            || is_apostrophe(c)
                && end > start
                && char_after(text, end + len).is_some_and(|(next, _)| is_letter(next))
                && after_possessive(text, end) == end
            || c == '.' && is_initial(text, start, end);
        if !inside || end - start > MAX_WORD {
            break;
        }
        end += len;
        if !is_ignorable(c) {
            seen = end;
        }
    }
    seen
}

/// Whether the dot at `dot` belongs to an initialism that starts at `start`: `U.N.`
fn is_initial(text: &str, start: usize, dot: usize) -> bool {
    let mut before = text[start..dot].chars().rev().filter(|&c| !is_ignorable(c));
    if !before.next().is_some_and(char::is_uppercase) {
        return false;
    }
    match before.next() {
        Some(c) => c == '.',
        None => {
            let mut behind = text[dot + 1..].chars().filter(|&c| !is_ignorable(c)).take(2);
            behind.next().is_some_and(char::is_uppercase) && behind.next() == Some('.')
        }
    }
}

#[inline]
fn word_start(text: &str, end: usize) -> usize {
    if let Some(last) = text.as_bytes()[..end].last_chunk() {
        let len = len_of(run(u64::from_be_bytes(*last)).0);
        if (1..8).contains(&len) && last[7 - len] == b' ' {
            return end - len;
        }
    }
    any_word_start(text, end)
}

#[inline(never)]
fn any_word_start(text: &str, end: usize) -> usize {
    let before = &text.as_bytes()[..end];
    let len = letters_before(before, end, MAX_WORD);
    let plain = |b: u8| b.is_ascii() && !matches!(b, b'\'' | b'`');
    if 0 < len && len < MAX_WORD && before[..end - len].last().is_none_or(|&b| plain(b)) {
        return end - len;
    }
    let (mut start, mut seen) = (end, end);
    while let Some(c) = text[..start].chars().next_back() {
        let before = start - c.len_utf8();
        let inside = is_word(c)
            || is_ignorable(c)
            || is_apostrophe(c) && start < end && char_before(text, before).is_some_and(|(c, _)| is_letter(c));
        if !inside || end - before > MAX_WORD {
            break;
        }
        start = before;
        if !is_ignorable(c) {
            seen = start;
        }
    }
    seen
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
    // The usual case: the next word, or a simple mark.
    match text.as_bytes()[at..] {
        [b' ', b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..] | [b',' | b'.' | b'\n', ..] | [] => return at,
        _ => {}
    }
    // What cannot be seen may stand before it.
    let seen = |at: usize| char_after(text, at).map_or(at, |(_, place)| place);
    let near = seen(at);
    // `Germany 's`, as in texts that have been cut into words.
    let blank = |at: usize| char_at(text, at).filter(|&(c, _)| is_separator(c) && !is_hyphen(c) && !is_line_break(c));
    let gap = blank(near).map(|(_, len)| {
        let second = seen(near + len);
        blank(second).map_or(second, |(_, len)| seen(second + len))
    });
    let from = gap.unwrap_or(near);
    let Some((_, len)) = char_at(text, from).filter(|&(c, _)| is_apostrophe(c)) else { return at };
    match char_after(text, from + len) {
        Some((c, place)) if is_s(c) && !char_after(text, place + c.len_utf8()).is_some_and(|(c, _)| is_word(c)) => {
            place + c.len_utf8()
        }
        _ if gap.is_some() => at,
        Some((c, _)) if is_word(c) => at,
        _ => from + len,
    }
}

/// Whether a letter is that of a possessive, full-width or not.
fn is_s(c: char) -> bool {
    matches!(narrow(c), 's' | 'S')
}

/// Whether a word ends in a possessive: `IRAQ'S`.
pub(crate) fn is_possessive(text: &str, word: Word) -> bool {
    // The apostrophe of `U.K.'s` stands before the word.
    let from = char_before(text, word.start).filter(|&(c, _)| is_apostrophe(c)).map_or(word.start, |(_, at)| at);
    let mut chars = text[from..word.end].chars().rev().filter(|&c| !is_ignorable(c));
    matches!((chars.next(), chars.next()), (Some(s), Some(c)) if is_s(s) && is_apostrophe(c))
}

/// Whether the word starts with a capital letter.
#[inline]
pub(crate) fn is_capitalized(text: &str, word: Word) -> bool {
    match text.as_bytes().get(word.start) {
        Some(b) if b.is_ascii() => return b.is_ascii_uppercase(),
        _ => {}
    }
    text[word.start..].chars().next().is_some_and(char::is_uppercase)
}

/// Whether a sentence, a line or a quotation starts at byte `at`.
pub(crate) fn starts_sentence(text: &str, at: usize) -> bool {
    // Signs before the word, which stands out.
    let at = emphasis_start(text, at);
    let mut place = at;
    let mut broken = false;
    while let Some((c, before)) = char_before(text, place) {
        if is_separator(c) && !matches!(c, '-' | '\u{2010}'..='\u{2012}') {
            broken |= is_line_break(c) || matches!(c, '\u{2013}'..='\u{2015}');
        } else if emphasis_start(text, place) < place {
            // Signs behind a word that stands out.
            place = emphasis_start(text, place);
            continue;
        } else if c == '>' && quotes_line(text, before) {
            // A line that is quoted begins before its sign.
        } else {
            // Behind a comma or semicolon it goes on in the next line.
            return broken && !matches!(c, ',' | ';') && !(is_word(c) && line::is_broken_prose(text, place))
                || matches!(narrow(c), '.' | '!' | '?' | ':' | '(' | '[' | '…' | '。' | '*' | '•')
                // Behind a space an apostrophe is that of a possessive.
                || is_quote(c) && (place == at || !is_apostrophe(c));
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
    fn words_that_stand_out() {
        for text in [
            "President **Tokayev** spoke",
            "President *Tokayev* spoke",
            "**President** ***Tokayev*** __spoke__",
            "_President_ Tokayev _spoke_",
        ] {
            let (start, end) = (text.find("Tokayev").expect("it is there"), text.find("Tokayev").expect("it is there") + 7);
            let word = |word: Option<Word>| word.map(|word| &text[word.start..word.end]);
            assert_eq!(word(word_before(text, start)), Some("President"), "{text}");
            assert_eq!(word(word_after(text, end)), Some("spoke"), "{text}");
            assert!(!starts_sentence(text, start), "{text}");
        }
        // The mark of a note, an item of a list, a sign between words, signs without a space.
        for text in [
            "President* Tokayev",
            "President *Tokayev",
            "President\n* Tokayev*",
            "President * Tokayev",
            "**President**Tokayev",
            "President *****Tokayev*****",
        ] {
            assert_eq!(word_before(text, text.find("Tokayev").expect("it is there")), None, "{text}");
        }
        for text in ["it.\n* Tokayev", "it.\n*Tokayev", "*Tokayev*", "it. **Tokayev**"] {
            assert!(starts_sentence(text, text.find("Tokayev").expect("it is there")), "{text}");
        }
    }

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
        for (text, end) in [
            ("Iran's oil", 6),
            ("Iran\u{200b}'s oil", 9),
            ("Iran 's oil", 7),
            ("Iran 'sour'", 4),
            ("allies' oil", 7),
            ("Iran", 4),
        ] {
            let at = text.find([' ', '\'', '\u{200b}']).unwrap_or(text.len());
            assert_eq!(after_possessive(text, at), end, "{text}");
        }
    }
}
