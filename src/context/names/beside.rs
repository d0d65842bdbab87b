//! Do the words right beside an alias forbid it?

use once_cell::unsync::Lazy;

use crate::boundary::{char_after, char_before};
use crate::context::rule::Rule;
use crate::context::text::folded::Folded;
use crate::context::text::folded::folded;
use crate::context::text::lexicon::Lexicon;
use crate::context::text::line::is_whole_line;
use crate::context::text::reach;
use crate::context::text::words;
use crate::fold::{is_hyphen, is_ignorable, is_separator, is_word, narrow};
use crate::gazetteer::rows::AliasRow;
use crate::gazetteer::{Tables, phrases};
use crate::hash;
use crate::kind::AliasKind;

/// How much of the text on each side is compared with the phrases of an alias, in characters.
const PHRASE_REACH: usize = 64;
/// So many names of a list are looked at before the last of them,
const LIST_ITEMS: usize = 4;
/// each no further than this from what joins it to the next, in characters.
const JOINT_REACH: usize = 24;

/// Checks the phrases that must not stand directly before or behind an alias.
pub(in crate::context) fn forbidden(
    tables: &Tables,
    words: &Lexicon<'_>,
    alias: &AliasRow,
    (text, start, end): (&str, usize, usize),
) -> Option<Rule> {
    let condition = tables.conditions.get(alias.condition as usize)?;
    if condition.not_before.len == 0 && condition.not_after.len == 0 {
        return None;
    }
    let forbidden_before = || {
        let list = tables.str(condition.not_before);
        let demonym = alias.kind == AliasKind::Demonym as u8;
        phrase_before(text, words, start, list, condition.lasts)
            || demonym && forbidden_first(text, words, start, list, condition.lasts)
    };
    let forbidden_behind = || {
        let list = tables.str(condition.not_after);
        let demonym = alias.kind == AliasKind::Demonym as u8;
        phrase_after(text, words, end, list, condition.firsts)
            || demonym && forbidden_last(text, words, end, list, condition.firsts)
    };
    let rule = if condition.not_before.len > 0 && forbidden_before() {
        Rule::NotBefore
    } else if condition.not_after.len > 0 && forbidden_behind() {
        Rule::NotAfter
    } else {
        return None;
    };
    // In a list nothing of the next line goes on with a name: `Korea, North` above `Korea, South`.
    let listed = text[start..end].contains(is_separator) && is_whole_line(text, start, end);
    (!listed).then_some(rule)
}

/// Whether a mark beside an alias folds to something else than the byte of a phrase there. The dots of initials are left out of phrases.
fn differs(mark: Option<char>, folded: Option<u8>) -> bool {
    mark.is_some_and(|c| c.is_ascii() && !matches!(c, '.' | '&' | '`') && Some(c.to_ascii_lowercase() as u8) != folded)
}

/// What is seen, and no separator.
fn is_mark(c: &char) -> bool {
    !is_separator(*c) && !is_ignorable(*c)
}

/// A space, not a hyphen, or what is not seen.
fn is_blank(c: char) -> bool {
    is_separator(c) && !is_hyphen(c) || is_ignorable(c)
}

/// `speaks German, French and Japanese`: whether small words that forbid the last name of a list stand before its first.
fn forbidden_first(text: &str, lexicon: &Lexicon<'_>, start: usize, list: &str, lasts: u64) -> bool {
    // `speaks German and some Dutch`
    let some = lexicon.before(start).filter(|word| Folded::of(text, *word).is_one_of(&["some"]));
    let mut at = some.map_or(start, |word| word.start);
    for _ in 0..LIST_ITEMS {
        let joint = lexicon.before(at).filter(|word| Folded::of(text, *word).is_one_of(&["and", "or"]));
        at = joint.map_or(at, |word| word.start);
        let from = reach::before(text, at, JOINT_REACH);
        let near = text[from..at].trim_end_matches(is_blank);
        let rest = near.strip_suffix(|c| narrow(c) == ',');
        if joint.is_none() && rest.is_none() {
            return false;
        }
        let item = words::last_word(text, from, from + rest.unwrap_or(near).trim_end_matches(is_blank).len());
        if item.start == from || !words::is_capitalized(text, item) {
            return false;
        }
        at = item.start;
        let small = lexicon.before(at).is_some_and(|word| !words::is_capitalized(text, word));
        if small && phrase_before(text, lexicon, at, list, lasts) {
            return true;
        }
    }
    false
}

/// `German, French and Japanese are spoken`: whether small words that forbid the first name of a list stand behind its last.
fn forbidden_last(text: &str, lexicon: &Lexicon<'_>, end: usize, list: &str, firsts: u64) -> bool {
    let mut at = end;
    for _ in 0..LIST_ITEMS {
        let comma = char_after(text, at).filter(|&(c, _)| narrow(c) == ',').map(|(c, comma)| comma + c.len_utf8());
        let behind = comma.unwrap_or(at);
        let joint = lexicon.after(behind).filter(|word| Folded::of(text, *word).is_one_of(&["and", "or"]));
        if joint.is_none() && comma.is_none() {
            return false;
        }
        let Some(item) = lexicon.after(joint.map_or(behind, |word| word.end)).filter(|item| words::is_capitalized(text, *item))
        else {
            return false;
        };
        at = item.end;
        let small = lexicon.after(at).is_some_and(|word| !words::is_capitalized(text, word));
        if small && phrase_after(text, lexicon, at, list, firsts) {
            return true;
        }
    }
    false
}

fn phrase_before(text: &str, lexicon: &Lexicon<'_>, start: usize, list: &str, lasts: u64) -> bool {
    if !char_before(text, start).is_some_and(|(last, _)| is_separator(last)) {
        return false;
    }
    let word = lexicon.before(start);
    let near = word.map_or(Folded::default(), |word| Folded::of(text, word));
    // Empty without a word, so that every phrase ends with it.
    let near = near.as_str();
    if lasts & hash::bit(phrases::last(near)) == 0 {
        return false;
    }
    let folded = Lazy::new(|| folded(&text[reach::before(text, start, PHRASE_REACH)..start]));
    // Without a word, the mark there mostly tells.
    let mark = if word.is_none() { text[..start].chars().rev().take(PHRASE_REACH).find(is_mark) } else { None };
    let stands = |phrase: &str| {
        if phrases::is_plain(phrase) || differs(mark, phrase.bytes().next_back()) {
            return false;
        }
        let rest = folded.trim_end().strip_suffix(phrase);
        rest.is_some_and(|rest| !rest.chars().next_back().is_some_and(is_word))
    };
    phrases::of(list).any(|phrase| match phrase.strip_suffix(near) {
        // `The` at the start of a sentence makes no name.
        _ if phrase == "*Capital" => near != "the" && word.is_some_and(|word| words::is_capitalized(text, word)),
        Some(rest) => word.is_some_and(|word| ends_with_words(text, word.start, rest)) || stands(phrase),
        None => false,
    })
}

/// Whether the words before `at` are those of a folded phrase, of which the last word has been taken off.
fn ends_with_words(text: &str, mut at: usize, mut rest: &str) -> bool {
    while !rest.is_empty() {
        let (Some(shorter), Some(word)) = (rest.strip_suffix(' '), words::word_before(text, at)) else { return false };
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        let Some(shorter) = shorter.strip_suffix(folded.as_str()) else { return false };
        (rest, at) = (shorter, word.start);
    }
    true
}

fn phrase_after(text: &str, lexicon: &Lexicon<'_>, end: usize, list: &str, firsts: u64) -> bool {
    if !char_after(text, end).is_some_and(|(next, _)| is_separator(next) || next == ',') {
        return false;
    }
    let word = lexicon.after(end);
    let near = word.map_or(Folded::default(), |word| Folded::of(text, word));
    // Empty without a word, so that every phrase begins with it.
    let near = near.as_str();
    if firsts & hash::bit(phrases::first(near)) == 0 {
        return false;
    }
    let folded = Lazy::new(|| folded(&text[end..reach::after(text, end, PHRASE_REACH)]));
    let mark = if word.is_none() { text[end..].chars().take(PHRASE_REACH).find(is_mark) } else { None };
    let stands = |phrase: &str| {
        if phrases::is_plain(phrase) || differs(mark, phrase.bytes().next()) {
            return false;
        }
        let rest = folded.trim_start().strip_prefix(phrase);
        rest.is_some_and(|rest| !rest.chars().next().is_some_and(is_word))
    };
    phrases::of(list).any(|phrase| match phrase.strip_prefix(near) {
        _ if phrase == "*Capital" => word.is_some_and(|word| words::is_capitalized(text, word)),
        Some(rest) => word.is_some_and(|word| starts_with_words(text, word.end, rest)) || stands(phrase),
        None => false,
    })
}

/// Whether the words behind `at` are those of a folded phrase, of which the first word has been taken off.
fn starts_with_words(text: &str, mut at: usize, mut rest: &str) -> bool {
    while !rest.is_empty() {
        let (Some(shorter), Some(word)) = (rest.strip_prefix(' '), words::word_after(text, at)) else { return false };
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        let Some(shorter) = shorter.strip_prefix(folded.as_str()) else { return false };
        (rest, at) = (shorter, word.end);
    }
    true
}

#[cfg(test)]
mod tests {
    /// Phrases of several words forbid an alias in a gazetteer that was built just now, too, each by all of its words.
    #[test]
    fn phrases_beside_an_alias() {
        let mut builder = crate::gazetteer::Gazetteer::builder();
        builder.read_tsv("t", "id\tname\nx:y\tY\n").expect("an entity");
        let alias = "id\talias\tnot_before\tnot_after\nx:y\tZed\tnew;bank of the;st.\tunited;post office;, ohio\n";
        builder.read_tsv("t", alias).expect("an alias");
        let extractor = crate::Extractor::new(&builder.build().expect("a gazetteer"));
        for text in ["the new Zed", "the Bank of  the Zed", "Zed United", "Zed post\u{a0}Office", "St. Zed", "Zed, Ohio"] {
            assert_eq!(extractor.extract(text).count(), 0, "{text}");
        }
        for text in [
            "the old Zed",
            "the bank of a Zed",
            "riverbank of the Zed",
            "Zed reunited",
            "Zed post officers",
            "st, Zed",
            "Zed; Ohio",
            "Zed, \"Ohio",
        ] {
            assert_eq!(extractor.extract(text).count(), 1, "{text}");
        }
    }
}
