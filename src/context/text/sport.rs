//! Does a place of the text stand in a report of sport?
//!
//! There a surname beside a country is an athlete's. Looks at the words within [`REACH`] characters on both sides.

use std::collections::VecDeque;
use std::ops::Range;

use super::phrases::Phrases;
use super::reach;
use super::words::{self, Word};
use crate::boundary::{char_after, char_before};
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_digit, is_hyphen, is_ignorable, is_separator, is_word};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::scan::Hit;

/// How far the text is read to each side, in characters.
const REACH: usize = 400;
/// How many different words of sport, or scores, make a report.
const ENOUGH: usize = 2;
/// A score has no more digits.
const MAX_DIGITS: usize = 3;
/// Words of a sentence that are looked at.
const SENTENCE: usize = 64;
/// Words that the name of a team has at most.
const NAME_WORDS: usize = 4;

/// What tells of sport: the number of a word's entry in the lists, or [`NONE`] for a score.
#[derive(Clone, Copy, Debug)]
struct Sign {
    start: usize,
    end: usize,
    what: u32,
    /// It is a word right behind another sign.
    goes_on: bool,
}

/// The signs of sport in the stretch of the text that was read last, so that each word is read once.
#[derive(Debug, Default)]
pub(in crate::context) struct Sport {
    read: Range<usize>,
    signs: VecDeque<Sign>,
}

impl Sport {
    /// The first `by` bytes of the text are gone.
    pub(in crate::context) fn move_back(&mut self, by: usize) {
        self.signs.retain(|sign| sign.start >= by);
        for sign in &mut self.signs {
            (sign.start, sign.end) = (sign.start - by, sign.end - by);
        }
        self.read = self.read.start.saturating_sub(by)..self.read.end.saturating_sub(by);
    }

    /// Whether enough signs stand in a range around a sentence. Reads on only until there are.
    fn are_enough(&mut self, phrases: &Phrases, text: &str, range: Range<usize>, own: &Range<usize>) -> bool {
        self.begin_at(text, range.start);
        let (mut seen, mut count, mut next) = ([None; ENOUGH], 0, 0);
        loop {
            while let Some(sign) = self.signs.get(next).filter(|sign| sign.end <= range.end) {
                // `Marathon champion Kipchoge said`, in another sentence: words for one thing are one sign.
                let alone = count == 0 || !sign.goes_on || own.contains(&sign.start);
                if alone && !seen.contains(&Some(sign.what)) {
                    seen[count] = Some(sign.what);
                    count += 1;
                    if count == ENOUGH {
                        return true;
                    }
                }
                next += 1;
            }
            if !self.read_sign(phrases, text, range.end) {
                return false;
            }
        }
    }

    /// Forgets what lies before a place; begins anew there, if the stretch does not reach it.
    fn begin_at(&mut self, text: &str, start: usize) {
        if start < self.read.start || start >= self.read.end {
            // Half a word at the start is none.
            let half = char_before(text, start).is_some_and(|(c, _)| is_word(c));
            let end = if half { words::first_word(text, start, text.len()).end } else { start };
            (self.read, self.signs) = (start..end, VecDeque::new());
        }
        self.read.start = start;
        while self.signs.front().is_some_and(|sign| sign.start < start) {
            self.signs.pop_front();
        }
    }

    /// Reads up to behind the next sign; tells whether there is one before `end`.
    fn read_sign(&mut self, phrases: &Phrases, text: &str, end: usize) -> bool {
        while self.read.end < end {
            let at = self.read.end;
            let start = match text.as_bytes()[at..] {
                // The usual case: one space.
                [b' ', b'A'..=b'Z' | b'a'..=b'z', ..] => at + 1,
                _ => match text[at..end].find(|c| is_word(c) && !is_ignorable(c)) {
                    Some(i) => at + i,
                    None => {
                        self.read.end = end;
                        return false;
                    }
                },
            };
            let word = words::first_word(text, start, text.len());
            // It goes on behind the range.
            if word.end > end {
                return false;
            }
            self.read.end = word.end;
            if let Some(what) = what_of_sport(phrases, text, word) {
                let space = |from: usize| text[from..start].chars().all(|c| is_separator(c) || is_ignorable(c));
                let goes_on = what != NONE && self.signs.back().is_some_and(|last| last.what != NONE && space(last.end));
                self.signs.push_back(Sign { start, end: word.end, what, goes_on });
                return true;
            }
        }
        false
    }
}

/// What a word or number is of sport: the number of its entry, or [`NONE`] for a score.
fn what_of_sport(phrases: &Phrases, text: &str, word: Word) -> Option<u32> {
    let Word { start, end } = word;
    if !text.as_bytes()[start].is_ascii_alphabetic() && text[start..end].chars().all(is_digit) {
        let score = is_score(text, start, end) || is_minute(phrases, text, start, end) || is_result(text, start, end);
        return score.then_some(NONE);
    }
    phrases.word_on(WordList::Sport, text, word).map(|entry| entry.at)
}

impl<T: Trace> Context<'_, T> {
    /// Whether several words of sport, or one and a score, stand near the hit.
    pub(in crate::context) fn in_sport(&mut self, hit: Hit) -> bool {
        let near = reach::before(self.text, hit.start, REACH)..reach::after(self.text, hit.end, REACH);
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        self.known.sport.are_enough(self.phrases, self.text, near, &(from..to))
    }

    /// Whether a sentence has a word of sport, or a score.
    pub(in crate::context) fn sentence_has_sport(&self, (from, to): (usize, usize)) -> bool {
        self.any_word(from, to, SENTENCE, |word| what_of_sport(self.phrases, self.text, word).is_some())
    }

    /// Whether a single word of sport, or a score, stands near the hit.
    pub(in crate::context) fn is_near_sport(&self, hit: Hit) -> bool {
        let near = reach::before(self.text, hit.start, REACH)..reach::after(self.text, hit.end, REACH);
        self.any_word(near.start, near.end, near.len(), |word| what_of_sport(self.phrases, self.text, word).is_some())
    }
}

/// `2-0`, `6-3`, `101-88`: two short numbers joined by a hyphen, and no third (`1996-08-24`).
fn is_score(text: &str, start: usize, end: usize) -> bool {
    let mut behind = text[end..].chars().filter(|&c| !is_ignorable(c)).peekable();
    if !behind.next().is_some_and(is_hyphen) {
        return false;
    }
    let second = std::iter::from_fn(|| behind.next_if(|&c| is_digit(c))).take(MAX_DIGITS + 1).count();
    is_short(text, start, end)
        && (1..=MAX_DIGITS).contains(&second)
        && !char_before(text, start).is_some_and(|(c, _)| is_hyphen(c) || matches!(c, '/' | '$'))
        && !behind.next().is_some_and(|c| is_hyphen(c) || is_word(c))
}

/// Whether a number has no more digits than a score.
fn is_short(text: &str, start: usize, end: usize) -> bool {
    text[start..end].chars().filter(|&c| !is_ignorable(c)).count() <= MAX_DIGITS
}

/// `Chicago 95 UTAH 88`: a short number behind a name, and a second name and number that end the line or a part of it.
fn is_result(text: &str, start: usize, end: usize) -> bool {
    let name = words::word_before(text, start).filter(|_| is_short(text, start, end));
    if !name.is_some_and(|name| text[name.start..name.end].ends_with(char::is_alphabetic)) {
        return false;
    }
    let mut word = Word { start, end };
    for names in 0..=NAME_WORDS {
        let Some(next) = words::word_after(text, word.end) else { return false };
        if text[next.start..next.end].chars().all(is_digit) {
            let rest =
                text[next.end..].trim_start_matches(|c| is_separator(c) && !is_break(c) && !is_hyphen(c) || is_ignorable(c));
            return names > 0
                && is_short(text, next.start, next.end)
                && rest.chars().next().is_none_or(|c| is_break(c) || matches!(c, ',' | ';' | '('));
        }
        if !words::is_capitalized(text, next) {
            return false;
        }
        word = next;
    }
    false
}

/// `(Fuller 65)`: a short number behind a name, at the end of brackets, as in the list of a team; not `(to March 18)`.
fn is_minute(phrases: &Phrases, text: &str, start: usize, end: usize) -> bool {
    let is_name = |name: &Word| {
        let small = text[name.start..name.end].ends_with(char::is_lowercase);
        small && !text[name.end..start].contains(is_hyphen) && phrases.word_on(WordList::Time, text, *name).is_none()
    };
    is_short(text, start, end)
        && char_after(text, end).is_some_and(|(c, _)| c == ')')
        && words::word_before(text, start).filter(is_name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places asked for from left to right; what was asked before changes no answer.
    #[test]
    fn places_asked_for_one_after_another() {
        let mut builder = crate::gazetteer::Gazetteer::builder();
        builder.read_tsv("sport_words", "sport_word\nmatch\ngoal\n").expect("words of sport");
        let phrases = Phrases::new(&builder.build().expect("a gazetteer").0);
        let text = "The match was lost 2-0. A vote in Fuller. goal match and match, goal; nothing more was said of it here. 3-1 "
            .repeat(9);
        for step in 1..40 {
            let mut kept = Sport::default();
            for start in (0..text.len() - 60).step_by(step) {
                let range = start..start + 20 + start % 40;
                let own = start + 5..start + 15;
                let answer = Sport::default().are_enough(&phrases, &text, range.clone(), &own);
                assert_eq!(kept.are_enough(&phrases, &text, range, &own), answer, "{start} by {step}");
            }
        }
    }

    #[test]
    fn scores() {
        let score = |text: &str| is_score(text, 0, text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        for yes in ["2-0", "6-3 6-1", "101–88.", "2\u{2010}0"] {
            assert!(score(yes), "{yes}");
        }
        for no in ["20", "1996-08-24", "08-24-96", "2-a", "5-3rd", "1,000-2"] {
            assert!(!score(no), "{no}");
        }
        let result =
            |text: &str| is_result(text, text.find(|c: char| c.is_ascii_digit()).unwrap_or(0), text.find("95").unwrap_or(0) + 2);
        for yes in ["Chicago 95 UTAH 88", "Utah 95 New York 88, Boston", "A 95 B 88 (OT)", "A  95 B 8 \nC"] {
            assert!(result(yes), "{yes}");
        }
        for no in [
            "Chicago 95 88",
            "Chicago 95 utah 88",
            "95 UTAH 88",
            "Chicago 95 UTAH 1988",
            "Chicago 95 UTAH 88 points",
            "Chicago 1995 UTAH 88",
        ] {
            assert!(!result(no), "{no}");
        }
        let mut builder = crate::gazetteer::Gazetteer::builder();
        builder.read_tsv("time_words", "time_word\nMarch\n").expect("words of time");
        let phrases = Phrases::new(&builder.build().expect("a gazetteer").0);
        let minute = |text: &str| is_minute(&phrases, text, text.find(|c: char| c.is_ascii_digit()).unwrap_or(0), text.len() - 1);
        assert!(minute("(Fuller 65)"));
        for no in ["(65)", "(Fuller 1965)", "(Fuller-65)", "(Fuller 65,", "(to March 18)"] {
            assert!(!minute(no), "{no}");
        }
    }
}
