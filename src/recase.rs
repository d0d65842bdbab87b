//! How would the lines of a text that have no capitals look with them?
//!
//! For [`Options::any_case`](crate::Options::any_case). The answer has the bytes of the text in the same places, so that offsets stay.

use crate::context::phrases::Phrases;
use crate::context::words::Word;
use crate::fold::{is_break, is_separator, is_word};
use crate::gazetteer::{Tables, WordList};
use crate::kind::CasePolicy;
use crate::scan::Matcher;

/// Longest word that is tried as an abbreviation, in bytes.
const ABBREVIATION: usize = 6;

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
/// surname: `us`, `who` and `may` stay what they are.
pub(crate) fn recased(matcher: &Matcher, tables: &Tables, phrases: &Phrases, text: &str) -> Option<String> {
    let titled = with_shapes(text, |_| Shape::Capital);
    if titled == text {
        return None;
    }
    let is_common = |word| {
        let lists = [WordList::English, WordList::GivenName, WordList::Surname, WordList::Time];
        phrases.word(text, word).is_some_and(|entry| lists.into_iter().any(|list| entry.is_on(list)))
    };
    let mut named = vec![false; text.len()];
    matcher.scan(tables, &titled, |hit| {
        let several = text[hit.start..hit.end].contains(|c| is_separator(c) || c == '.');
        if several || !is_common(Word { start: hit.start, end: hit.end }) {
            named[hit.start..hit.end].fill(true);
        }
    });
    Some(with_shapes(text, |word| {
        let exact = |key| tables.aliases_of_key(key).any(|alias| tables.aliases[alias].case == CasePolicy::Exact as u8);
        if named[word.start] {
            Shape::Capital
        } else if word.end - word.start <= ABBREVIATION && !is_common(word) && phrases.key_of(text, word).is_some_and(exact) {
            Shape::Capitals
        } else {
            Shape::Small
        }
    }))
}

/// The text with the words of its lines that have no capitals written as is wanted of each.
fn with_shapes(text: &str, mut shape: impl FnMut(Word) -> Shape) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive(is_break) {
        let from = out.len();
        if line.chars().any(char::is_uppercase) {
            out.push_str(line);
            continue;
        }
        let mut at = 0;
        while let Some(start) = line[at..].find(is_word).map(|i| at + i) {
            out.push_str(&line[at..start]);
            at = line[start..].find(|c| !is_word(c)).map_or(line.len(), |i| start + i);
            let shape = shape(Word { start: from + start, end: from + at });
            let capital = |(i, c)| if shape == Shape::Capitals || shape == Shape::Capital && i == 0 { upper(c) } else { c };
            out.extend(line[start..at].char_indices().map(capital));
        }
        out.push_str(&line[at..]);
    }
    out
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
        let titled = with_shapes("the élan of ﬁve\r\nOne stays\n", |_| Shape::Capital);
        assert_eq!(titled, "The Élan Of ﬁve\r\nOne stays\n");
        let mut words = Vec::new();
        with_shapes("Not here\nu.s. men", |word| {
            words.push((word.start, word.end));
            Shape::Capitals
        });
        assert_eq!(words, [(9, 10), (11, 12), (14, 17)]);
    }
}
