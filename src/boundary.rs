//! Is this range of a text a whole word here?

use crate::fold::{char_at, is_apostrophe, is_digit, is_ignorable, is_letter, is_mark, is_word, narrow};

/// Whether a match may start at byte `at`: at a letter or digit with none before it.
pub(crate) fn starts(text: &str, at: usize) -> bool {
    let Some((first, _)) = char_at(text, at) else { return false };
    if !is_word(first) || is_mark(first) {
        return false;
    }
    let Some((before, place)) = char_before(text, at) else { return true };
    if is_word(before) {
        return is_unspaced(before) || is_unspaced(first) || is_raised(before);
    }
    if is_apostrophe(before) {
        // The apostrophe of a name: `d'Ivoire`, `O'Neill`.
        return !char_before(text, place).is_some_and(|(c, _)| is_word(c));
    }
    // Not at the second letter of `U.S.`.
    !(before == '.' && ends_in_initial(text, place) && initial_at(text, at))
}

/// Whether a match may end at byte `end`: with no letter, digit or mark behind it.
pub(crate) fn ends(text: &str, end: usize) -> bool {
    let Some((last, _)) = char_before(text, end) else { return false };
    let Some((next, place)) = char_after(text, end) else { return true };
    if is_word(next) {
        return !is_mark(next) && (is_unspaced(next) || is_unspaced(last) || is_raised(next));
    }
    if is_apostrophe(next) {
        return apostrophe_ends(text, place + next.len_utf8());
    }
    // Not in a sum: `P5,000`.
    if next == ',' && is_digit(last) && is_group_of_digits(&text[place + 1..]) {
        return false;
    }
    // Not behind the first letters of `U.S.S.R.`.
    !(next == '.' && ends_in_initial(text, end) && initial_at(text, place + 1))
}

/// Whether three digits of a number stand first, and no fourth.
fn is_group_of_digits(text: &str) -> bool {
    text.chars().filter(|&c| !is_ignorable(c)).take(4).take_while(|&c| is_digit(c)).count() == 3
}

/// Whether a match may end before an apostrophe that is followed by `at`: a quote, a possessive, a contraction; not `N'Djamena`.
fn apostrophe_ends(text: &str, at: usize) -> bool {
    let mut letters = [0; 2];
    let mut count = 0;
    for c in text[at..].chars().filter(|&c| !is_ignorable(c)).map(narrow).take_while(|&c| is_word(c)) {
        if count == letters.len() || !c.is_ascii() {
            return false;
        }
        letters[count] = c.to_ascii_lowercase() as u8;
        count += 1;
    }
    matches!(&letters[..count], b"" | b"s" | b"d" | b"m" | b"ll" | b"ve" | b"re")
}

/// Whether the text before `end` ends in a letter that stands alone.
fn ends_in_initial(text: &str, end: usize) -> bool {
    match char_before(text, end) {
        Some((c, at)) if is_letter(c) => !char_before(text, at).is_some_and(|(c, _)| is_word(c)),
        _ => false,
    }
}

/// Whether a letter that stands alone starts at `at`.
fn initial_at(text: &str, at: usize) -> bool {
    match char_at(text, at) {
        Some((c, len)) if is_letter(c) => !char_after(text, at + len).is_some_and(|(c, _)| is_word(c)),
        _ => false,
    }
}

/// The last character before `at` that is not ignorable, and where it starts.
#[inline]
pub(crate) fn char_before(text: &str, at: usize) -> Option<(char, usize)> {
    match text.as_bytes()[..at].last() {
        Some(&b) if b.is_ascii() => return Some((char::from(b), at - 1)),
        _ => {}
    }
    text[..at].char_indices().rev().find(|&(_, c)| !is_ignorable(c)).map(|(i, c)| (c, i))
}

/// The first character from `at` on that is not ignorable, and where it starts.
#[inline]
pub(crate) fn char_after(text: &str, at: usize) -> Option<(char, usize)> {
    match text.as_bytes().get(at) {
        Some(&b) if b.is_ascii() => return Some((char::from(b), at)),
        _ => {}
    }
    text[at..].char_indices().find(|&(_, c)| !is_ignorable(c)).map(|(i, c)| (c, at + i))
}

/// Whether nothing that is seen stands between two places.
pub(crate) fn is_unseen(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|between| between.chars().all(is_ignorable))
}

/// Raised digits and letters, which are the mark of a note: `Japan²`, `Chinaᵃ`.
fn is_raised(c: char) -> bool {
    matches!(c, 'ª' | '²' | '³' | '¹' | 'º' | '\u{1d43}'..='\u{1d61}' | '\u{1d9b}'..='\u{1dbf}' | '\u{2070}'..='\u{207f}')
}

/// Scripts that write no spaces between words: Han, Kana, Thai, Lao, Myanmar, Khmer.
fn is_unspaced(c: char) -> bool {
    matches!(
        c as u32,
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3005..=0x3007 | 0x3040..=0x30ff | 0x31f0..=0x31ff | 0x3400..=0x4dbf
            | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9f | 0x1b000..=0x1b16f | 0x20000..=0x3ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the part between the bars is a whole word: `the |US|-led force`.
    fn whole(marked: &str) -> bool {
        let parts: Vec<&str> = marked.split('|').collect();
        let text = parts.concat();
        let start = parts[0].len();
        starts(&text, start) && ends(&text, start + parts[1].len())
    }

    #[test]
    fn words() {
        for yes in [
            "|Iran|",
            "in |Iran|.",
            "\"|Iran|\"",
            "the |US|-led force",
            "|Russia|/Ukraine",
            "Russia/|Ukraine|",
            "anti-|Russian|",
            "#|G20|",
            "the |G20|, 300 of them",
            "in the |G20|,2023",
            "|Japan|²",
            "³|Japan|",
            "|China|ᵃ",
        ] {
            assert!(whole(yes), "{yes}");
        }
        for no in [
            "a fine of |P5|,000",
            "|Guinea|ns",
            "t|US|",
            "|G20|00",
            "|Iran|\u{301}",
            "|Ka|\u{ad}zakh",
            "|Niger|ia",
            "In\u{ad}|Iran|",
            "||",
        ] {
            assert!(!whole(no), "{no}");
        }
    }

    #[test]
    fn apostrophes() {
        for yes in ["|Iran|'s", "|Iran|’s own", "the |Maldives|' own", "‘|Iran|’", "|IRAN|'S", "|Iran|'ll", "|Iran|＇ｓ"]
        {
            assert!(whole(yes), "{yes}");
        }
        for no in ["d'|Ivoire|", "O’|Neill|", "|N|'Djamena", "|Chad|'ayev"] {
            assert!(!whole(no), "{no}");
        }
    }

    #[test]
    fn initialisms() {
        for yes in ["the |U.S.| said", "the |U.S|. said", "|US|.", "|U.S.|-led", "Vitamin C. |US| said"] {
            assert!(whole(yes), "{yes}");
        }
        for no in ["|U.S|.S.R.", "|U.S.|S.R.", "U.|S.|"] {
            assert!(!whole(no), "{no}");
        }
    }

    #[test]
    fn scripts_without_spaces() {
        assert!(whole("我是|中国|人"));
        assert!(whole("ใน|ไทย|และ"));
        assert!(!whole("в |Росси|и"));
        assert!(!whole("|한국|은"));
    }
}
