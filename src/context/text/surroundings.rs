//! In which sentence and line does a place of the text stand, and is a cue in that sentence?

use super::line::{self, LineMode};
use super::reach;
use super::sentence_words::SentenceWords;
use crate::fold::{is_apostrophe, is_break, is_hyphen, is_ignorable, is_mark, is_quote, is_separator, is_word, narrow};
use crate::gazetteer::rows::Str;
use crate::gazetteer::{Tables, phrases};

/// How far a sentence is read to each side, in characters.
const SENTENCE_REACH: usize = 300;
/// So many characters are looked at behind one that may end a sentence.
const MAX_GAP: usize = 64;

/// The sentence and line around the last place asked for: read once for all places that have the same. What was asked before changes no answer.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    sentence: Option<Sentence>,
    /// Its words, if they have been read.
    words: SentenceWords,
    are_read: bool,
    /// Lists of phrases looked for in it, and whether it has one.
    answers: Vec<(Str, bool)>,
    line: Option<Line>,
}

/// A sentence, cut at a fixed reach.
#[derive(Clone, Copy, Debug)]
struct Sentence {
    range: (usize, usize),
    /// The range around which it was read.
    within: (usize, usize),
    /// Whether it starts and ends where its range does, rather than being cut there.
    whole: (bool, bool),
}

impl Sentence {
    fn around(text: &str, start: usize, end: usize) -> Self {
        let ((from, starts), (to, ends)) = (sentence_start(text, start), sentence_end(text, end));
        Sentence { range: (from, to), within: (start, end), whole: (starts, ends) }
    }

    /// Whether the sentence around another place is the same, and is known to be.
    fn is_around(&self, text: &str, start: usize, end: usize) -> bool {
        let ((from, to), (first, last)) = (self.range, self.within);
        // A place that holds an end of a sentence says nothing of those in it.
        (start, end) == self.within
            || self.whole == (true, true)
                && from <= start
                && end <= to
                && start - from <= SENTENCE_REACH
                && to - end <= SENTENCE_REACH
                && !text.as_bytes()[first..last].iter().any(|&b| may_end(b))
    }
}

/// A line, cut at a fixed reach.
#[derive(Clone, Copy, Debug)]
struct Line {
    range: (usize, usize),
    within: (usize, usize),
    /// Whether it is neither cut nor several.
    whole: bool,
    mode: LineMode,
}

impl Surroundings {
    /// The range of the sentence around `start..end`, cut at a fixed reach.
    pub(crate) fn sentence(&mut self, text: &str, start: usize, end: usize) -> (usize, usize) {
        if let Some(known) = self.sentence.filter(|known| known.is_around(text, start, end)) {
            return known.range;
        }
        let new = Sentence::around(text, start, end);
        if self.sentence.is_none_or(|known| known.range != new.range) {
            self.are_read = false;
            self.answers.clear();
        }
        self.sentence.insert(new).range
    }

    /// Whether one of the phrases of a list (folded, joined by `;`) stands in the sentence around `start..end`.
    pub(crate) fn sentence_has(&mut self, tables: &Tables, text: &str, start: usize, end: usize, list: Str) -> bool {
        let (from, to) = self.sentence(text, start, end);
        if let Some(&(_, answer)) = self.answers.iter().find(|(known, _)| *known == list) {
            return answer;
        }
        if !self.are_read {
            self.are_read = true;
            if self.sentence.is_some_and(|known| known.whole == (true, true)) {
                self.words.read_whole(&text[from..to]);
            } else {
                self.words.read_part(text, from, to);
            }
        }
        let answer = phrases::of(tables.str(list)).any(|phrase| self.words.has(phrase));
        self.answers.push((list, answer));
        answer
    }

    /// The text has another beginning.
    pub(crate) fn forget(&mut self) {
        *self = Surroundings::default();
    }

    /// The line around `start..end`, cut at a fixed reach.
    pub(crate) fn line(&mut self, text: &str, start: usize, end: usize) -> (usize, usize) {
        self.line_around(text, start, end).range
    }

    /// Whether the line around `start..end` goes on in the next.
    pub(crate) fn is_wrapped(&mut self, text: &str, start: usize, end: usize) -> bool {
        let (from, to) = self.line(text, start, end);
        super::line::is_wrapped(text, from, to)
    }

    /// How the line around `start..end` is written.
    pub(crate) fn line_mode(&mut self, text: &str, start: usize, end: usize) -> LineMode {
        self.line_around(text, start, end).mode
    }

    /// Whether the line around `start..end` is a short one alone that no stop ends, as a headline is.
    pub(crate) fn is_bare_line(&mut self, text: &str, start: usize, end: usize) -> bool {
        let Line { range: (from, to), whole, .. } = self.line_around(text, start, end);
        whole && line::is_bare(text, from, to)
    }

    fn line_around(&mut self, text: &str, start: usize, end: usize) -> Line {
        let same = |known: &Line| {
            let (from, to) = known.range;
            let near = |from: usize, to: usize| to.checked_sub(from).is_some_and(|bytes| bytes <= line::LINE_REACH);
            known.within == (start, end) || known.whole && near(from, start) && near(end, to)
        };
        let known = self.line.filter(same);
        *self.line.insert(known.unwrap_or_else(|| {
            let (from, to, whole, mode) = line::around(text, start, end);
            let whole = whole && !text[start..end].contains(is_break);
            Line { range: (from, to), within: (start, end), whole, mode }
        }))
    }
}

/// Where the sentence starts in which `start` stands, and whether it does so or is cut there.
fn sentence_start(text: &str, start: usize) -> (usize, bool) {
    let limit = reach::before(text, start, SENTENCE_REACH);
    let mut at = start;
    while let Some(i) = text.as_bytes()[limit..at].iter().rposition(|&b| may_end(b)) {
        at = limit + i;
        if let Some(end) = sentence_ends(text, at) {
            return (end.min(start), true);
        }
    }
    (limit, limit == 0)
}

/// Where the sentence ends in which `end` stands, and whether it does so or is cut there.
fn sentence_end(text: &str, end: usize) -> (usize, bool) {
    let limit = reach::after(text, end, SENTENCE_REACH);
    let mut at = end;
    while let Some(i) = text.as_bytes()[at..limit].iter().position(|&b| may_end(b)) {
        if sentence_ends(text, at + i).is_some() {
            return (at + i, true);
        }
        at += i + 1;
    }
    (limit, limit == text.len())
}

/// Whether the character that starts with a byte may end a sentence.
fn may_end(b: u8) -> bool {
    // With the first bytes of `。`, of a paragraph's end and of full-width marks.
    matches!(b, b'.' | b'!' | b'?' | b'\n'..=b'\r' | 0xc2 | 0xe2 | 0xe3 | 0xef)
}

/// Where the sentence ends that the character which a byte is the first of ends, if it does so.
fn sentence_ends(text: &str, at: usize) -> Option<usize> {
    let c = text.get(at..)?.chars().next()?;
    let behind = at + c.len_utf8();
    ends_sentence(text, at, c, behind).then_some(behind)
}

/// Whether the character at `at`, which ends at `behind`, ends a sentence: a mark behind a word of some length, or a blank line.
fn ends_sentence(text: &str, at: usize, c: char, behind: usize) -> bool {
    let seen = |c: &char| !is_ignorable(*c);
    let next = || text[behind..].chars().take(MAX_GAP).find(seen);
    match narrow(c) {
        '!' | '?' | '。' | '\u{2029}' => true,
        '.' if next().is_none_or(|c| is_separator(c) || is_quote(c) || is_apostrophe(c) || narrow(c) == ')') => {
            let seen = text[reach::before(text, at, 4)..at].chars().rev().filter(|&c| !is_ignorable(c) && !is_mark(c));
            let word = seen.take_while(|&c| is_word(c)).take(4);
            let (mut len, mut capital) = (0, false);
            for c in word {
                len += 1;
                capital |= c.is_uppercase();
            }
            // `Bonn .`, as in texts that have been cut into words.
            let apart = len == 0 && text[..at].ends_with(|c: char| is_separator(c) && !is_hyphen(c));
            len >= 4 || len > 0 && !capital && next() != Some(',') || apart
        }
        c if is_break(c) => {
            let line = text[behind..].strip_prefix('\n').filter(|_| c == '\r').unwrap_or(&text[behind..]);
            let blank = |c: &char| is_separator(*c) && !is_break(*c) && !is_hyphen(*c) || is_ignorable(*c) || *c == '>';
            line.chars().take(MAX_GAP).find(|c| !blank(c)).is_some_and(is_break)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// What was asked before changes no answer.
        #[test]
        fn places_asked_for_in_any_order(
            text in "((U\\.S\\. |Mr\\. |word |Word |WORDS |it went\\. |No! |“Yes\\.” |\n|\n\n|\r\n \r\n|\u{2029}|。|é |\u{a0}| {1,9}|[a-z ]{60,90}){1,9}){1,9}",
            places in proptest::collection::vec((0..2000usize, 0..9usize), 1..30),
        ) {
            let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let mut kept = Surroundings::default();
            for (start, len) in places {
                let (start, end) = (floor(start), floor(start + len));
                let mut new = Surroundings::default();
                proptest::prop_assert_eq!(kept.sentence(&text, start, end), new.sentence(&text, start, end));
                proptest::prop_assert_eq!(kept.line(&text, start, end), new.line(&text, start, end));
                proptest::prop_assert_eq!(kept.line_mode(&text, start, end), new.line_mode(&text, start, end));
            }
        }
    }

    #[test]
    fn sentences_end_at_blank_lines() {
        for blank in ["\n\n", "\r\n\r\n", "\r\r", "\n \t\u{a0}\n", "\u{2028}\u{2028}", "\u{85}\u{85}", "\u{2029}", "\n\u{200b}\n"]
        {
            let text = format!("One line{blank}another");
            let sentence = Surroundings::default().sentence(&text, 0, 3);
            assert_eq!(text[sentence.0..sentence.1].trim_end(), "One line", "{blank:?}");
        }
        for one in ["\n", "\r\n", "\r", "\n  ", "\n- "] {
            let text = format!("One line{one}another");
            assert_eq!(Surroundings::default().sentence(&text, 0, 3), (0, text.len()), "{one:?}");
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
