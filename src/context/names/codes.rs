//! Do a few letters behind an athlete's name mean a country?
//!
//! `Yuko Nakanishi (JPN) 2:08.04`, `1 Tom Steels (Bel) Mapei`, `3. Thorpe, AUS, 3:40.59`, `1. JAM 37.10`. Their aliases have the cue
//! [`RESULT`] and count nowhere else. Looks at some words before.

use crate::boundary::char_after;
use crate::context::text::reach;
use crate::context::text::words;
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_digit, is_hyphen, is_ignorable, is_separator, narrow};
use crate::scan::Hit;

/// The cue of a code that counts in results alone.
pub(in crate::context) const RESULT: &str = "*Result";
/// How far before a code its rank may stand, in characters.
const LINE: usize = 80;
/// Digits that a rank has at most.
const MAX_RANK: usize = 3;
/// Words of a name, and the rank.
const NAME_WORDS: usize = 6;

/// A space, a line end, or what cannot be seen.
fn is_blank(c: char) -> bool {
    is_separator(c) && !is_hyphen(c) || is_break(c) || is_ignorable(c)
}

impl<T: Trace> Context<'_, T> {
    /// Whether a hit stands as the country of an athlete or team in a list of results.
    pub(in crate::context) fn is_in_results(&mut self, hit: Hit) -> bool {
        if self.is_in_brackets(hit) {
            return self.is_ranked(hit) || self.in_sport(hit);
        }
        self.is_in_row(hit) && (self.is_ranked(hit) || self.in_sport(hit))
    }

    /// `Nakanishi (JPN)`, `Marin (ESP/Yamaha)`: in brackets behind a name.
    fn is_in_brackets(&self, hit: Hit) -> bool {
        let behind = char_after(self.text, hit.end).filter(|&(c, _)| matches!(c, ')' | ']' | ',' | '/'));
        let before = self.text[..hit.start].trim_end_matches(is_blank).strip_suffix(['(', '[']);
        behind.is_some()
            && before
                .is_some_and(|before| self.words.before(before.len()).is_some_and(|word| words::is_capitalized(self.text, word)))
    }

    /// `BOLT Usain JAM 9.58`, `Thorpe, AUS, 3:40.59`: behind a name or a rank, and before a number or the end of a paragraph.
    fn is_in_row(&self, hit: Hit) -> bool {
        let capitals = self.text[hit.start..hit.end].chars().all(|c| !c.is_lowercase());
        let behind = self.text[hit.end..].trim_start_matches(is_blank);
        let goes_on = behind.strip_prefix([',', ';']).map(|rest| rest.trim_start_matches(is_blank)).unwrap_or(behind);
        let ends = goes_on.chars().next().is_none_or(is_digit);
        let before = self.text[..hit.start].trim_end_matches(is_blank);
        let comma = before.ends_with(',');
        let ranked = before.is_empty() || before.strip_suffix(['.', ')']).unwrap_or(before).ends_with(is_digit);
        let named = || self.words.before(hit.start).is_some_and(|word| words::is_capitalized(self.text, word));
        ends && capitals && (comma || ranked || named())
    }

    /// Whether a rank stands before the name of an athlete before a hit: `1`, `2.`, `=3`, `4)`, however the lines are cut.
    fn is_ranked(&self, hit: Hit) -> bool {
        let from = reach::before(self.text, hit.start, LINE);
        let mut before = self.text[from..hit.start].trim_end_matches(|c| is_blank(c) || matches!(c, '(' | '[' | ','));
        for _ in 0..NAME_WORDS {
            let gap = before.rfind(|c| is_separator(c) && !is_hyphen(c) || is_break(c));
            let word = gap.map_or(before, |at| before[at..].trim_start_matches(is_blank));
            let rank = word
                .trim_start_matches(['=', '\u{ff1d}'])
                .trim_end_matches(|c| is_ignorable(c) || matches!(narrow(c), '.' | ')'));
            let mut digits = rank.chars().filter(|&c| !is_ignorable(c));
            if !rank.is_empty() && digits.by_ref().take(MAX_RANK).all(is_digit) && digits.next().is_none() {
                return true;
            }
            if word.is_empty() || word.ends_with(|c| matches!(narrow(c), '.' | ':' | ';' | '!' | '?' | ')')) {
                return false;
            }
            before = before[..before.len() - word.len()].trim_end_matches(is_blank);
        }
        false
    }
}
