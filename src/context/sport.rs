//! Does a place of the text stand in a report of sport?
//!
//! There a surname beside a country is an athlete's. Looks at the words within [`REACH`] characters on both sides.

use super::words;
use super::{Context, Trace};
use crate::fold::{is_hyphen, is_ignorable, is_separator, is_word};
use crate::gazetteer::WordList;
use crate::scan::Hit;

/// How far the text is read to each side, in characters.
const REACH: usize = 400;
/// An answer holds for places so near, in characters, so that reading stays linear in the text.
const NEAR: usize = 64;
/// How many different words of sport, or scores, make a report.
const ENOUGH: usize = 2;

/// The last answer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sport {
    last: Option<(usize, bool)>,
}

impl Sport {
    /// The first `by` bytes of the text are gone.
    pub(super) fn move_back(&mut self, by: usize) {
        self.last = self.last.and_then(|(at, answer)| Some((at.checked_sub(by)?, answer)));
    }
}

impl<T: Trace> Context<'_, T> {
    /// Whether several words of sport, or one and a score, stand near the hit.
    pub(super) fn in_sport(&mut self, hit: Hit) -> bool {
        if let Some((at, answer)) = self.sport.last
            && words::reach_before(self.text, hit.start, NEAR) < at
        {
            return answer;
        }
        let answer = self.count_sport(hit) >= ENOUGH;
        self.sport.last = Some((hit.start, answer));
        answer
    }

    fn count_sport(&self, hit: Hit) -> usize {
        let from = words::reach_before(self.text, hit.start, REACH);
        let to = words::reach_after(self.text, hit.end, REACH);
        let text = &self.text[..to];
        let (mut seen, mut score) = ([usize::MAX; ENOUGH], false);
        let (mut count, mut at) = (0, from);
        while at < to && count + usize::from(score) < ENOUGH {
            let Some(start) = text[at..].find(|c| is_word(c) && !is_ignorable(c)).map(|i| at + i) else { break };
            let word = words::first_word(text, start, to);
            at = word.end;
            if text[start..word.end].bytes().all(|b| b.is_ascii_digit()) {
                score |= is_score(text, start, word.end) || is_minute(text, start, word.end);
            } else if let Some(list) = self.phrases.list_entry(WordList::Sport, self.text, word)
                && !seen.contains(&list)
            {
                seen[count] = list;
                count += 1;
            }
        }
        count + usize::from(score)
    }
}

/// `2-0`, `6-3`, `101-88`: two short numbers joined by a hyphen, and no third (`1996-08-24`).
fn is_score(text: &str, start: usize, end: usize) -> bool {
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    let Some(rest) = text[end..].strip_prefix(is_hyphen) else { return false };
    let second = digits(rest);
    end - start <= 3
        && (1..=3).contains(&second)
        && !text[..start].ends_with(|c| is_hyphen(c) || matches!(c, '/' | '$'))
        && !rest[second..].starts_with(|c| is_hyphen(c) || is_word(c))
}

/// `(Fuller 65)`: a short number behind a name, at the end of brackets, as in the list of a team.
fn is_minute(text: &str, start: usize, end: usize) -> bool {
    let name = text[..start].trim_end_matches(|c| is_separator(c) && !is_hyphen(c));
    end - start <= 3 && name.len() < start && name.ends_with(char::is_lowercase) && text[end..].starts_with(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores() {
        let score = |text: &str| is_score(text, 0, text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        for yes in ["2-0", "6-3 6-1", "101–88.", "2\u{2010}0"] {
            assert!(score(yes), "{yes}");
        }
        for no in ["20", "1996-08-24", "08-24-96", "2-a", "5-3rd", "1,000-2"] {
            assert!(!score(no), "{no}");
        }
        let minute = |text: &str| is_minute(text, text.find(|c: char| c.is_ascii_digit()).unwrap_or(0), text.len() - 1);
        assert!(minute("(Fuller 65)"));
        for no in ["(65)", "(Fuller 1965)", "(Fuller-65)", "(Fuller 65,"] {
            assert!(!minute(no), "{no}");
        }
    }
}
