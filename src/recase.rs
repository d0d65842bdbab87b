//! How would the lines of a text that have no capitals look with them?
//!
//! For [`Options::any_case`](crate::Options::any_case). The answer has the bytes of the text in the same places, so that offsets stay.
//! Lines are looked at in stretches of bounded length, so that a text can be read piece by piece ([`Recaser`]).

use std::collections::VecDeque;

use crate::context::carry::LOOK_BACK;
use crate::context::text::phrases::Phrases;
use crate::context::text::words::Word;
use crate::fold::{is_break, is_separator, is_word};
use crate::gazetteer::{Tables, WordList};
use crate::kind::CasePolicy;
use crate::scan::{Hit, Matcher};
use crate::settled::Settled;

/// Longest word that is tried as an abbreviation, in bytes.
const ABBREVIATION: usize = 6;
/// Words of a role that are looked at behind a name, and their bytes.
const ROLE_WORDS: usize = 4;
const ROLE: usize = 64;
/// How much of a line is looked at in one, in bytes. A longer line ends there behind the next word.
const STRETCH: usize = 4 << 10;
/// Where a stretch ends at last, within a word of this length.
const LONGEST_STRETCH: usize = 2 * STRETCH;

/// How a word is to be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Small,
    Capital,
    Capitals,
}

/// The text with capitals in its lines that have none; `None` if every line has one.
///
/// A name of several words gets its capitals, and one of a single word that is neither an English word nor a given name or frequent
/// surname: `us`, `who` and `may` stay what they are, but before a role.
pub(crate) fn recased(matcher: &Matcher, tables: &Tables, phrases: &Phrases, text: &str) -> Option<String> {
    let mut titled = String::with_capacity(text.len());
    stretches(text).for_each(|stretch| with_shapes(stretch, &mut titled, |_| Shape::Capital));
    if titled == text {
        return None;
    }
    let words = Words { tables, phrases };
    let mut named = VecDeque::new();
    matcher.scan(tables, &titled, |hit| named.extend(words.is_name(text, hit).then_some((hit.start, hit.end))));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for stretch in stretches(text) {
        words.write(stretch, at, &mut named, &mut out);
        at += stretch.len();
    }
    Some(out)
}

/// [`recased`] for a text that comes piece by piece.
pub(crate) struct Recaser<'e> {
    matcher: &'e Matcher,
    words: Words<'e>,
    /// The text from the place on that `titled` begins with.
    text: String,
    /// The stretches of it that are whole, with all capitals.
    titled: Settled,
    /// How much of both has been given.
    given: usize,
    /// What becomes names.
    named: VecDeque<(usize, usize)>,
}

impl<'e> Recaser<'e> {
    pub(crate) fn new(matcher: &'e Matcher, tables: &'e Tables, phrases: &'e Phrases) -> Self {
        Recaser {
            matcher,
            words: Words { tables, phrases },
            text: String::new(),
            titled: Settled::new(tables),
            given: 0,
            named: VecDeque::new(),
        }
    }

    /// The text that is to come next.
    pub(crate) fn text(&mut self) -> &mut String {
        &mut self.text
    }

    /// Gives what is certain, as it becomes; at the end of the text, all of it.
    pub(crate) fn give(&mut self, end: bool, recased: &mut String) {
        while let Some(len) = stretch(&self.text[self.titled.text.len()..], end) {
            let from = self.titled.text.len();
            with_shapes(&self.text[from..from + len], &mut self.titled.text, |_| Shape::Capital);
        }
        let Recaser { matcher, words, text, titled, given, named } = self;
        titled.hits(matcher, words.tables, end, |hit| {
            named.extend(words.is_name(text, hit).then_some((hit.start, hit.end)));
        });
        while let Some(len) = stretch(&text[*given..titled.settled()], end) {
            let stretch = &text[*given..*given + len];
            words.write(stretch, *given, named, recased);
            *given += len;
        }
        let gone = titled.floor(given.saturating_sub(LOOK_BACK));
        // A few bytes are not worth moving the rest.
        if gone >= LOOK_BACK {
            titled.give_back(gone);
            text.drain(..gone);
            *given -= gone;
            named.iter_mut().for_each(|(start, end)| (*start, *end) = (start.saturating_sub(gone), end.saturating_sub(gone)));
        }
    }
}

/// What is known of words.
struct Words<'e> {
    tables: &'e Tables,
    phrases: &'e Phrases,
}

impl Words<'_> {
    /// Whether a word may be anything but a name.
    fn is_common(&self, text: &str, word: Word) -> bool {
        let lists = [WordList::English, WordList::GivenName, WordList::Surname, WordList::Time];
        self.phrases.word(text, word).is_some_and(|entry| lists.into_iter().any(|list| entry.is_on(list)))
    }

    /// Whether what matches with capitals is to have them.
    fn is_name(&self, text: &str, hit: Hit) -> bool {
        let several = text[hit.start..hit.end].contains(|c| is_separator(c) || c == '.');
        let word = Word { start: hit.start, end: hit.end };
        several || !self.is_common(text, word) || self.is_before_role(text, word)
    }

    /// `polish president`, `jordan's king`: whether a role follows right behind a word.
    fn is_before_role(&self, text: &str, word: Word) -> bool {
        let behind = &text[word.end..];
        let Some(behind) = behind.strip_prefix("'s").unwrap_or(behind).strip_prefix(' ') else { return false };
        let parts = behind.match_indices(|c| !is_word(c)).map(|(at, _)| at).chain([behind.len()]);
        let role = |end: usize| self.phrases.get(&behind[..end]).is_some_and(|entry| entry.is_role());
        parts.take(ROLE_WORDS).take_while(|&end| end <= ROLE).any(role)
    }

    /// Appends a stretch that begins at `at`, given what is `named` in it and behind it.
    fn write(&self, stretch: &str, at: usize, named: &mut VecDeque<(usize, usize)>, out: &mut String) {
        with_shapes(stretch, out, |word| {
            let start = at + word.start;
            while named.front().is_some_and(|name| name.1 <= start) {
                named.pop_front();
            }
            let exact =
                |key| self.tables.aliases_of_key(key).any(|alias| self.tables.aliases.at(alias).case == CasePolicy::Exact as u8);
            if named.front().is_some_and(|name| name.0 <= start) {
                Shape::Capital
            } else if word.end - word.start <= ABBREVIATION
                && (!self.is_common(stretch, word) || self.is_before_role(stretch, word))
                && self.phrases.key_of(stretch, word).is_some_and(exact)
            {
                Shape::Capitals
            } else {
                Shape::Small
            }
        });
    }
}

/// The stretches of a text, each a line or a part of one.
fn stretches(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (first, rest) = text.split_at(stretch(text, true)?);
        text = rest;
        Some(first)
    })
}

/// Length of the first stretch of a text, its line break included; nothing if the text must go on to tell.
fn stretch(text: &str, end: bool) -> Option<usize> {
    let last = |&(at, c): &(usize, char)| is_break(c) || at >= STRETCH && !is_word(c) || at >= LONGEST_STRETCH;
    match text.char_indices().find(last) {
        Some((at, c)) => Some(at + c.len_utf8()),
        None => (end && !text.is_empty()).then_some(text.len()),
    }
}

/// Appends a stretch; if it has no capitals, with its words written as is wanted of each.
fn with_shapes(stretch: &str, out: &mut String, mut shape: impl FnMut(Word) -> Shape) {
    if stretch.chars().any(char::is_uppercase) {
        out.push_str(stretch);
        return;
    }
    let mut at = 0;
    while let Some(start) = stretch[at..].find(is_word).map(|i| at + i) {
        out.push_str(&stretch[at..start]);
        at = stretch[start..].find(|c| !is_word(c)).map_or(stretch.len(), |i| start + i);
        let shape = shape(Word { start, end: at });
        let capital = |(i, c)| if shape == Shape::Capitals || shape == Shape::Capital && i == 0 { upper(c) } else { c };
        out.extend(stretch[start..at].char_indices().map(capital));
    }
    out.push_str(&stretch[at..]);
}

/// The capital of a letter, if it is one character of the same length.
fn upper(c: char) -> char {
    let mut capitals = c.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) if capital.len_utf8() == c.len_utf8() => capital,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_without_capitals() {
        let mut titled = String::new();
        stretches("the élan of ﬁve\r\nOne stays\n").for_each(|line| with_shapes(line, &mut titled, |_| Shape::Capital));
        assert_eq!(titled, "The Élan Of ﬁve\r\nOne stays\n");
        let mut words = Vec::new();
        with_shapes("u.s. men", &mut String::new(), |word| {
            words.push((word.start, word.end));
            Shape::Capitals
        });
        assert_eq!(words, [(0, 1), (2, 3), (5, 8)]);
    }

    /// A line is cut behind a word, and a word that never ends in itself.
    #[test]
    fn long_lines() {
        let lengths = |text: &str| stretches(text).map(str::len).collect::<Vec<_>>();
        assert_eq!(lengths("a\r\nb\n\nc"), [2, 1, 2, 1, 1]);
        assert_eq!(lengths(&"word ".repeat(2000)), [4100, 4100, 1800]);
        assert_eq!(lengths(&"é".repeat(5000)), [8194, 1806]);
        assert_eq!(stretch("a word", false), None);
        assert_eq!(stretch("", true), None);
    }
}
