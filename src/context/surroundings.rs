//! In which sentence and line does a place of the text stand, and is a cue in that sentence?

use super::line::{self, LineMode};
use super::reach;
use crate::boundary::char_after;
use crate::bytes::{HIGH, eight, letters};
use crate::fold::{Folding, SEP, is_apostrophe, is_hyphen, is_ignorable, is_mark, is_quote, is_separator, is_word};
use crate::gazetteer::rows::Str;
use crate::gazetteer::{Tables, phrases};
use crate::hash;

/// How far a sentence is read to each side, in characters.
const SENTENCE_REACH: usize = 300;

/// The sentence and line around the last place asked for, so that each is read once.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    sentence: (usize, usize),
    /// The range around which it was read.
    within: (usize, usize),
    folded: String,
    /// Which words it may hold.
    words: WordBits,
    /// Lists of phrases looked for in it, and whether it has one.
    answers: Vec<(Str, bool)>,
    line: Option<(usize, usize, LineMode)>,
}

impl Surroundings {
    /// The range of the sentence around `start..end`, cut at a fixed reach.
    pub(crate) fn sentence(&mut self, text: &str, start: usize, end: usize) -> (usize, usize) {
        if (start, end) == self.within {
            return self.sentence;
        }
        if start < self.sentence.0 || end > self.sentence.1 || self.sentence.1 - end < 40 && self.sentence.1 < text.len() {
            self.sentence = (sentence_start(text, start), sentence_end(text, end));
            self.within = (start, end);
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
            self.words = WordBits::of(&self.folded);
        }
        let sentence = &self.folded;
        let answer = phrases::of(tables.str(list)).filter(|phrase| self.words.may_begin(phrase)).any(|phrase| {
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
            self.within = (self.within.0.saturating_sub(by), self.within.1.saturating_sub(by));
        }
        self.line = self.line.filter(|line| line.1 >= by).map(|(from, to, mode)| (from.saturating_sub(by), to - by, mode));
    }

    /// The line around `start..end`, cut at a fixed reach.
    pub(crate) fn line(&mut self, text: &str, start: usize, end: usize) -> (usize, usize) {
        self.line_mode(text, start, end);
        self.line.map_or((start, end), |(from, to, _)| (from, to))
    }

    /// Whether the line around `start..end` goes on in the next.
    pub(crate) fn is_wrapped(&mut self, text: &str, start: usize, end: usize) -> bool {
        let (from, to) = self.line(text, start, end);
        super::line::is_wrapped(text, from, to)
    }

    /// How the line around `start..end` is written.
    pub(crate) fn line_mode(&mut self, text: &str, start: usize, end: usize) -> LineMode {
        let line = self.line.filter(|&(from, to, _)| from <= start && end <= to);
        self.line.insert(line.unwrap_or_else(|| line::around(text, start, end))).2
    }
}

/// A bit of some for each word of a sentence: phrases of which it has no word need not be looked for.
#[derive(Debug, Default)]
struct WordBits([u64; 4]);

impl WordBits {
    /// Those of a folded sentence.
    fn of(sentence: &str) -> Self {
        let mut bits = WordBits::default();
        for word in sentence.split(|c| !is_word(c)) {
            let (row, bit) = WordBits::place(word);
            bits.0[row] |= bit;
        }
        bits
    }

    fn place(word: &str) -> (usize, u64) {
        let hash = hash::hash(word);
        ((hash >> 6 & 3) as usize, 1 << (hash & 63))
    }

    /// Whether a phrase may stand in the sentence: one that begins with a word begins with one of its words. What begins with `*` is none.
    fn may_begin(&self, phrase: &str) -> bool {
        let word = &phrase[..phrase.find(|c| !is_word(c)).unwrap_or(phrase.len())];
        let (row, bit) = WordBits::place(word);
        !phrase.starts_with('*') && (word.is_empty() || self.0[row] & bit != 0)
    }
}

fn sentence_start(text: &str, start: usize) -> usize {
    let limit = reach::before(text, start, SENTENCE_REACH);
    let mut at = start;
    while let Some(i) = text.as_bytes()[limit..at].iter().rposition(|&b| may_end(b)) {
        at = limit + i;
        if let Some(end) = sentence_ends(text, at, start) {
            return end;
        }
    }
    limit
}

fn sentence_end(text: &str, end: usize) -> usize {
    let limit = reach::after(text, end, SENTENCE_REACH);
    let mut at = end;
    while let Some(i) = text.as_bytes()[at..limit].iter().position(|&b| may_end(b)) {
        if sentence_ends(text, at + i, limit).is_some() {
            return at + i;
        }
        at += i + 1;
    }
    limit
}

/// Whether the character that starts with a byte may end a sentence.
fn may_end(b: u8) -> bool {
    // With the first bytes of `。` and of a paragraph's end.
    matches!(b, b'.' | b'!' | b'?' | b'\n' | 0xe2 | 0xe3)
}

/// Where the sentence ends that the character at `at` ends, if it does so; nothing from `limit` on is looked at.
fn sentence_ends(text: &str, at: usize, limit: usize) -> Option<usize> {
    let c = text[at..].chars().next()?;
    let behind = at + c.len_utf8();
    let next = char_after(&text[..limit], behind).map(|(c, _)| c);
    ends_sentence(text, at, c, next).then_some(behind)
}

/// Whether the character at `at` ends a sentence: a mark behind a word of some length, or a blank line.
fn ends_sentence(text: &str, at: usize, c: char, next: Option<char>) -> bool {
    match c {
        '!' | '?' | '。' | '\u{2029}' => true,
        '.' if next.is_none_or(|c| is_separator(c) || is_quote(c) || is_apostrophe(c) || c == ')') => {
            let seen = text[reach::before(text, at, 4)..at].chars().rev().filter(|&c| !is_ignorable(c) && !is_mark(c));
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

/// The length of a word of plain letters at `at`, a simple mark that may stand behind it, and one space, before a further word: it folds by
/// itself.
fn plain_word(text: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        let others = !letters(eight(text, end)) & HIGH;
        end += others.trailing_zeros() as usize / 8;
        if others != 0 {
            break;
        }
    }
    let (len, behind) = (end - at, &text[end..]);
    let mark = usize::from(matches!(behind, [b',' | b'.' | b';' | b':' | b'!' | b'?' | b')' | b'"', ..]));
    let parted = matches!(behind[mark..], [b' ', b'A'..=b'Z' | b'a'..=b'z', ..]);
    (len > 1 && parted).then_some(len + mark + 1)
}

fn fold_into(text: &str, out: &mut String) {
    let mut at = 0;
    while at < text.len() {
        let words = std::iter::successors(Some(at), |&at| Some(at + plain_word(text.as_bytes(), at)?));
        let end = words.last().unwrap_or(at);
        if end > at {
            let from = out.len();
            out.push_str(&text[at..end]);
            out[from..].make_ascii_lowercase();
            at = end;
        }
        let mut plain = false;
        for piece in Folding::new(text, at) {
            out.push_str(std::str::from_utf8(piece.bytes()).unwrap_or(""));
            at = piece.end;
            plain = piece.bytes() == [SEP] && plain_word(text.as_bytes(), at).is_some();
            if plain {
                break;
            }
        }
        // A folding ends at a blank line and at double hyphens; go on behind them.
        if !plain {
            out.push(' ');
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// A text folded.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Words that are folded by themselves fold as they do in the text.
        #[test]
        fn words_by_themselves(text in "([a-cA-C0-9]{1,3}[ .,;:!?)\"+&'é\n-]{1,2}){0,8}") {
            let (mut expected, mut at) = (String::new(), 0);
            while at < text.len() {
                for piece in Folding::new(&text, at) {
                    expected.push_str(std::str::from_utf8(piece.bytes()).expect("folded text"));
                    at = piece.end;
                }
                expected.push(' ');
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
            proptest::prop_assert_eq!(folded(&text), expected);
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
}
