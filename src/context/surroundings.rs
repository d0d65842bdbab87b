//! In which sentence and in what sort of line does a place of the text stand, and what do an alias's conditions say of that?

use once_cell::unsync::Lazy;

use super::phrases::Folded;
use super::words::{self, reach_after, reach_before};
use crate::boundary::{char_after, char_before};
use crate::fold::{Folding, is_apostrophe, is_break, is_hyphen, is_ignorable, is_mark, is_separator, is_word};
use crate::gazetteer::rows::{AliasRow, Str};
use crate::gazetteer::{Tables, phrases};
use crate::hash;

use super::rule::Rule;

/// How far a sentence is read to each side, in characters.
const SENTENCE_REACH: usize = 300;
/// How far a line is read to each side, in characters.
const LINE_REACH: usize = 200;
/// A line of a paragraph that is broken at some column has at least so many characters, but for the last one.
const WRAPPED: usize = 55;
/// More small words of four letters and more than a headline of twice [`LINE_REACH`] characters can have: one to four capitalised ones.
const MANY_SMALL: u32 = 2 * LINE_REACH as u32 / 5 / 5;
/// A headline has no more numbers and brackets than this; a line of results has.
const FEW_FIGURES: u32 = 2;
/// How much of the text on each side is compared with the phrases of an alias, in characters.
const PHRASE_REACH: usize = 64;

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineMode {
    /// With capitals where English wants them.
    Running,
    /// Every longer word with a capital, as in headlines.
    Title,
    /// All in capitals.
    Capitals,
}

/// The sentence and line around the last place asked for, so that each is read once.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    sentence: (usize, usize),
    folded: String,
    /// Lists of phrases looked for in it, and whether it has one.
    answers: Vec<(Str, bool)>,
    line: Option<(usize, usize, LineMode)>,
}

impl Surroundings {
    /// The range of the sentence around `start..end`, cut at a fixed reach.
    pub(crate) fn sentence(&mut self, text: &str, start: usize, end: usize) -> (usize, usize) {
        if start < self.sentence.0 || end > self.sentence.1 || self.sentence.1 - end < 40 && self.sentence.1 < text.len() {
            self.sentence = (sentence_start(text, start), sentence_end(text, end));
            self.folded.clear();
            self.answers.clear();
        }
        self.sentence
    }

    /// Whether one of the phrases of a list (folded, joined by `;`) stands in the sentence around `start..end`.
    pub(crate) fn sentence_has(&mut self, tables: &Tables, text: &str, start: usize, end: usize, list: Str) -> bool {
        let (from, to) = self.sentence(text, start, end);
        if let Some(&(_, answer)) = self.answers.iter().find(|(known, _)| *known == list) {
            return answer;
        }
        if self.folded.is_empty() {
            fold_into(&text[from..to], &mut self.folded);
        }
        let sentence = &self.folded;
        let answer = tables.str(list).split(';').any(|phrase| {
            sentence.match_indices(phrase).any(|(at, _)| {
                let word = |c: Option<char>| c.is_some_and(is_word);
                !word(sentence[..at].chars().next_back()) && !word(sentence[at + phrase.len()..].chars().next())
            })
        });
        self.answers.push((list, answer));
        answer
    }

    /// From where on the text is read again for a place behind `next`.
    pub(crate) fn needed_from(&self, next: usize) -> usize {
        let sentence = if self.sentence.1 > next { self.sentence.0 } else { next };
        sentence.min(self.line.filter(|line| line.1 >= next).map_or(next, |line| line.0))
    }

    /// The first `by` bytes of the text are gone.
    pub(crate) fn move_back(&mut self, by: usize) {
        if self.sentence.1 < by {
            *self = Surroundings::default();
        } else {
            self.sentence = (self.sentence.0.saturating_sub(by), self.sentence.1 - by);
        }
        self.line = self.line.filter(|line| line.1 >= by).map(|(from, to, mode)| (from.saturating_sub(by), to - by, mode));
    }

    /// The line around `start..end`, cut at a fixed reach.
    pub(crate) fn line(&mut self, text: &str, start: usize, end: usize) -> (usize, usize) {
        self.line_mode(text, start, end);
        self.line.map_or((start, end), |(from, to, _)| (from, to))
    }

    /// How the line around `start..end` is written.
    pub(crate) fn line_mode(&mut self, text: &str, start: usize, end: usize) -> LineMode {
        match self.line {
            Some((from, to, mode)) if from <= start && end <= to => mode,
            _ => {
                let (from, to, whole) = line_around(text, start, end);
                let mode = match line_mode(&text[from..to], whole) {
                    // A line that goes on beyond the reach, or in the next line, is no headline, however many names it has.
                    LineMode::Title if !whole || is_wrapped(text, from, to) => LineMode::Running,
                    mode => mode,
                };
                self.line = Some((from, to, mode));
                mode
            }
        }
    }
}

fn sentence_start(text: &str, start: usize) -> usize {
    let limit = reach_before(text, start, SENTENCE_REACH);
    let mut next = None;
    for (i, c) in text[limit..start].char_indices().rev() {
        let at = limit + i;
        if ends_sentence(text, at, c, next) {
            return at + c.len_utf8();
        }
        next = Some(c);
    }
    limit
}

fn sentence_end(text: &str, end: usize) -> usize {
    let limit = reach_after(text, end, SENTENCE_REACH);
    let mut chars = text[end..limit].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if ends_sentence(text, end + i, c, chars.peek().map(|&(_, c)| c)) {
            return end + i;
        }
    }
    limit
}

/// Whether the character at `at` ends a sentence: a mark behind a word of some length, or a blank line.
fn ends_sentence(text: &str, at: usize, c: char, next: Option<char>) -> bool {
    match c {
        '!' | '?' | '。' | '\u{2029}' => true,
        '.' if next.is_none_or(|c| is_separator(c) || is_apostrophe(c) || matches!(c, '"' | '”' | ')')) => {
            let seen = text[reach_before(text, at, 4)..at].chars().rev().filter(|&c| !is_ignorable(c) && !is_mark(c));
            let word = seen.take_while(|&c| is_word(c)).take(4);
            let (mut len, mut capital) = (0, false);
            for c in word {
                len += 1;
                capital |= c.is_uppercase();
            }
            // `Bonn .`, as in texts that have been cut into words.
            let apart = len == 0 && text[..at].ends_with(|c: char| is_separator(c) && !is_hyphen(c));
            len >= 4 || len > 0 && !capital && next != Some(',') || apart
        }
        '\n' => next == Some('\n') || next == Some('\r') && text[at + 1..].starts_with("\r\n"),
        _ => false,
    }
}

/// The line around a range, cut at a fixed reach, and whether it is whole.
fn line_around(text: &str, start: usize, end: usize) -> (usize, usize, bool) {
    let limit = reach_before(text, start, LINE_REACH);
    let before = &text[limit..start];
    let from = if before.is_ascii() {
        Some(before).filter(|before| has_break(before)).and_then(|before| before.bytes().rposition(is_end)).map(|i| i + 1)
    } else {
        before.char_indices().rev().find(|&(_, c)| is_break(c)).map(|(i, c)| i + c.len_utf8())
    };
    let limit_behind = reach_after(text, end, LINE_REACH);
    let behind = &text[end..limit_behind];
    let to = if behind.is_ascii() {
        Some(behind).filter(|behind| has_break(behind)).and_then(|behind| behind.bytes().position(is_end))
    } else {
        behind.find(is_break)
    };
    // The break may stand right outside of the reach.
    let starts = from.is_some() || text[..limit].chars().next_back().is_none_or(is_break);
    let whole = starts && (to.is_some() || text[limit_behind..].chars().next().is_none_or(is_break));
    (from.map_or(limit, |i| limit + i), to.map_or(limit_behind, |i| end + i), whole)
}

/// Whether a line is one of a paragraph that is broken at some column: it or the one before is as wide as that, and no blank line
/// stands between it and a neighbour.
fn is_wrapped(text: &str, from: usize, to: usize) -> bool {
    let wide = |line: &str| reach_after(line, 0, WRAPPED) < line.len();
    let written = |line: &str| line.contains(is_word);
    let behind = text[to..].strip_prefix("\r\n").or_else(|| text[to..].strip_prefix(is_break)).unwrap_or("");
    let next = &behind[..reach_after(behind, 0, LINE_REACH)];
    let before = text[..from].strip_suffix("\r\n").or_else(|| text[..from].strip_suffix(is_break)).unwrap_or("");
    let last = &before[reach_before(before, before.len(), LINE_REACH)..];
    let last = &last[last.char_indices().rfind(|&(_, c)| is_break(c)).map_or(0, |(at, c)| at + c.len_utf8())..];
    wide(&text[from..to]) && written(next.split(is_break).next().unwrap_or("")) || wide(last) && written(last)
}

fn is_end(b: u8) -> bool {
    (b == b'\n') | (b == b'\r')
}

/// Whether there is a line end. Reads all, so that the compiler makes vector instructions of it.
fn has_break(text: &str) -> bool {
    text.bytes().fold(false, |any, b| any | is_end(b))
}

/// Whether a range is all there is in its line, but for spaces and punctuation.
pub(super) fn is_whole_line(text: &str, start: usize, end: usize) -> bool {
    let blank = |c: Option<char>| c.is_none_or(is_break);
    let part = |c: &char| is_word(*c) || is_break(*c);
    // A line is longer than its frame, or it is not: reading stops at the first word.
    blank(text[..start].chars().rev().take(LINE_REACH).find(part)) && blank(text[end..].chars().take(LINE_REACH).find(part))
}

/// How a line is written; with `whole` unset it goes on beyond, so that it is no headline.
fn line_mode(line: &str, whole: bool) -> LineMode {
    let (mut upper, mut lower) = (0u32, 0u32);
    // Words of four letters and more that start with a capital, and with a small letter.
    let (mut capital, mut small) = (0u32, 0u32);
    // Numbers and brackets: a line of results has many.
    let mut figures = 0u32;
    let (mut len, mut starts) = (0u32, false);
    let bytes = line.as_bytes();
    let mut at = 0;
    while at <= bytes.len() {
        // A space behind the last word.
        let b = bytes.get(at).copied().unwrap_or(b' ');
        let (up, low, part, unseen) = if b.is_ascii() {
            at += 1;
            (b.is_ascii_uppercase(), b.is_ascii_lowercase(), b.is_ascii_alphanumeric() || b == b'\'' || b == b'`', false)
        } else {
            let c = line[at..].chars().next().unwrap_or(' ');
            at += c.len_utf8();
            (c.is_uppercase(), c.is_lowercase(), is_word(c) || is_apostrophe(c) || is_ignorable(c), is_ignorable(c) || is_mark(c))
        };
        upper += u32::from(up);
        lower += u32::from(low);
        if part {
            starts |= up && len == 0;
            figures += u32::from(len == 0 && b.is_ascii_digit());
            // What cannot be seen makes no word longer.
            len += u32::from(!unseen);
        } else {
            figures += u32::from(b == b'(');
            if len > 3 {
                capital += u32::from(starts);
                small += u32::from(!starts);
                // Enough small words to be neither a headline nor capitals, whatever follows.
                if small > MANY_SMALL {
                    return LineMode::Running;
                }
                // The same if all that follows were capitals, and words of a headline.
                let left = bytes.len().saturating_sub(at) as u32;
                if lower * 12 > upper + left && (!whole || small * 4 > capital + left / 5 + 1) {
                    return LineMode::Running;
                }
            }
            (len, starts) = (0, false);
        }
    }
    // `WHO WON?`: so few letters are a line of capitals only if they are several words.
    let short = lower == 0 && upper >= 6 && line.split(is_separator).filter(|word| word.contains(is_word)).take(2).count() > 1;
    if upper >= 8 && lower * 12 <= upper || short {
        LineMode::Capitals
    } else if capital >= 3 && small * 4 <= capital && figures <= FEW_FIGURES && !ends_with_stop(line) {
        LineMode::Title
    } else {
        LineMode::Running
    }
}

/// Whether a line ends like a sentence: with a full stop that is not the last one of an initialism (`E.U.`).
fn ends_with_stop(line: &str) -> bool {
    let Some(rest) = line.trim_end().strip_suffix('.') else { return false };
    let mut last = rest.chars().rev();
    !(last.next().is_some_and(char::is_uppercase) && last.next() == Some('.'))
}

fn fold_into(text: &str, out: &mut String) {
    // A folding ends at a blank line and at double hyphens; go on behind them.
    let mut at = 0;
    while at < text.len() {
        for piece in Folding::new(text, at) {
            out.push_str(std::str::from_utf8(piece.bytes()).unwrap_or(""));
            at = piece.end;
        }
        out.push(' ');
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
}

/// A text folded.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// Checks the phrases that must not stand directly before or behind an alias.
pub(crate) fn forbidden(tables: &Tables, alias: &AliasRow, text: &str, start: usize, end: usize) -> Option<Rule> {
    let condition = tables.conditions.get(alias.condition as usize)?;
    // In a list nothing of the next line goes on with a name: `Korea, North` above `Korea, South`.
    if text[start..end].contains(is_separator) && is_whole_line(text, start, end) {
        return None;
    }
    if condition.not_before.len > 0 && phrase_before(text, start, tables.str(condition.not_before), condition.lasts) {
        return Some(Rule::NotBefore);
    }
    if condition.not_after.len > 0 && phrase_after(text, end, tables.str(condition.not_after), condition.firsts) {
        return Some(Rule::NotAfter);
    }
    None
}

fn phrase_before(text: &str, start: usize, list: &str, lasts: u64) -> bool {
    if !char_before(text, start).is_some_and(|(last, _)| is_separator(last)) {
        return false;
    }
    let word = words::word_before(text, start);
    let near = word.map_or(Folded::default(), |word| Folded::of(text, word));
    // Empty without a word, so that every phrase ends with it.
    let near = near.as_str();
    if lasts & hash::bit(phrases::last(near)) == 0 {
        return false;
    }
    let folded = Lazy::new(|| folded(&text[reach_before(text, start, PHRASE_REACH)..start]));
    let stands = |phrase: &str| {
        let rest = folded.trim_end().strip_suffix(phrase);
        rest.is_some_and(|rest| !rest.chars().next_back().is_some_and(is_word))
    };
    phrases::of(list).any(|phrase| match phrase.strip_suffix(near) {
        _ if phrase == "*Capital" => word.is_some_and(|word| words::is_capitalized(text, word)),
        Some(rest) => {
            word.is_some_and(|word| ends_with_words(text, word.start, rest)) || !phrases::is_plain(phrase) && stands(phrase)
        }
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

fn phrase_after(text: &str, end: usize, list: &str, firsts: u64) -> bool {
    if !char_after(text, end).is_some_and(|(next, _)| is_separator(next) || next == ',') {
        return false;
    }
    let word = words::word_after(text, end);
    let near = word.map_or(Folded::default(), |word| Folded::of(text, word));
    // Empty without a word, so that every phrase begins with it.
    let near = near.as_str();
    if firsts & hash::bit(phrases::first(near)) == 0 {
        return false;
    }
    let folded = Lazy::new(|| folded(&text[end..reach_after(text, end, PHRASE_REACH)]));
    let stands = |phrase: &str| {
        let rest = folded.trim_start().strip_prefix(phrase);
        rest.is_some_and(|rest| !rest.chars().next().is_some_and(is_word))
    };
    phrases::of(list).any(|phrase| match phrase.strip_prefix(near) {
        _ if phrase == "*Capital" => word.is_some_and(|word| words::is_capitalized(text, word)),
        Some(rest) => {
            word.is_some_and(|word| starts_with_words(text, word.end, rest)) || !phrases::is_plain(phrase) && stands(phrase)
        }
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
    use super::*;

    #[test]
    fn line_modes() {
        assert_eq!(line_mode("AUSTRALIA, PAKISTAN OPEN WITH WIN", true), LineMode::Capitals);
        assert_eq!(line_mode("Putin Meets Xi in Beijing Before Summit", true), LineMode::Title);
        assert_eq!(line_mode("The US said on Monday that it would", true), LineMode::Running);
        assert_eq!(line_mode("US", true), LineMode::Running);
        assert_eq!(line_mode("Elena Likhovtseva (Russia) beat Li Fang (China) 7-5 6-3", true), LineMode::Running);
    }

    /// A line that just fits into the reach is whole, at the start of the text and behind a break.
    #[test]
    fn lines_as_long_as_the_reach() {
        for (before, whole) in [(LINE_REACH - 1, true), (LINE_REACH, true), (LINE_REACH + 1, false)] {
            for (frame, end) in [("", ""), ("A line.\n", "\nA line."), ("é\u{301}\u{2028}", "\u{2028}é")] {
                let text = format!("{frame}{}US{}{end}", "a".repeat(before), "b".repeat(before));
                let start = frame.len() + before;
                let (from, to, is_whole) = line_around(&text, start, start + 2);
                assert_eq!(is_whole, whole, "{text}");
                assert!(from >= frame.len() && to <= text.len() - end.len(), "{text}");
            }
        }
    }

    #[test]
    fn sentences() {
        let text = "The first ended here. Then Mr. Brown of the U.S. Senate spoke at length. A third.";
        let at = text.find("spoke").expect("it is there");
        let (from, to) = Surroundings::default().sentence(text, at, at + 5);
        assert_eq!(text[from..to].trim(), "Then Mr. Brown of the U.S. Senate spoke at length");
    }

    #[test]
    fn cues_stand_in_the_same_sentence_as_whole_words() {
        let text = "The first ended here. Then Mr. Brown of the U.S. Senate spoke at length. A third.";
        let at = text.find("spoke").expect("it is there");
        let has = |cues: &str| {
            let mut builder = crate::gazetteer::Gazetteer::builder();
            builder.read_tsv("t", "id\tname\nx:y\tY\n").expect("an entity");
            builder.read_tsv("t", &format!("id\talias\tcues\nx:y\tZ\t{cues}\n")).expect("an alias");
            let tables = builder.build().expect("a gazetteer").0;
            let mut around = Surroundings::default();
            let list = tables.conditions.at(0).cues;
            let answer = around.sentence_has(&tables, text, at, at + 5, list);
            // The answer of the second asking is the one kept.
            assert_eq!(answer, around.sentence_has(&tables, text, at, at + 5, list), "{cues}");
            answer
        };
        assert!(has("house;senate"));
        assert!(!has("third;enate"));
    }

    /// Phrases of several words forbid an alias in a gazetteer that was built just now, too, each by all of its words.
    #[test]
    fn phrases_beside_an_alias() {
        let mut builder = crate::gazetteer::Gazetteer::builder();
        builder.read_tsv("t", "id\tname\nx:y\tY\n").expect("an entity");
        let alias = "id\talias\tnot_before\tnot_after\nx:y\tZed\tnew;bank of the\tunited;post office\n";
        builder.read_tsv("t", alias).expect("an alias");
        let extractor = crate::Extractor::new(&builder.build().expect("a gazetteer"));
        for text in ["the new Zed", "the Bank of  the Zed", "Zed United", "Zed post\u{a0}Office"] {
            assert_eq!(extractor.extract(text).count(), 0, "{text}");
        }
        for text in ["the old Zed", "the bank of a Zed", "riverbank of the Zed", "Zed reunited", "Zed post officers"] {
            assert_eq!(extractor.extract(text).count(), 1, "{text}");
        }
    }
}
