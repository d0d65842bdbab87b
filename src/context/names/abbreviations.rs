//! Does the text say that an abbreviation stands for something else?
//!
//! `the American Chemical Society (ACS)`, `ACS (American Chemical Society)`: words whose initials it is, and that name another.

use crate::boundary::{char_after, char_before};
use crate::context::text::folded::Folded;
use crate::context::text::lists::is_fence;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, NEIGHBOURS, Trace};
use crate::fold::{is_break, is_ignorable, narrow};
use crate::kind::EntityKind;
use crate::scan::Hit;

/// The most letters of an abbreviation whose words are looked for.
const MAX_LETTERS: usize = 6;
/// The most small words between those that give the letters.
const MAX_SMALL: usize = 4;
/// The most letters of a small word.
const SMALL_LETTERS: usize = 4;
/// So much of a word is compared, in bytes: `organization`, `organisations`.
const STEM: usize = 5;
/// The most letters of a country's code.
const CODE_LETTERS: usize = 3;
/// So many bytes are between the cell of a country and that of its code.
const CODE_GAP: usize = 16;
/// So many names are remembered that mean something else in a text.
const MAX_OTHERS: usize = 16;

/// The capital letters of an abbreviation.
struct Letters {
    letters: [u8; MAX_LETTERS],
    count: usize,
}

impl Letters {
    /// The letters of words that are capitals alone: `ACS`, `A.C.S.`
    fn of(surface: &str) -> Option<Self> {
        if surface.len() > 3 * MAX_LETTERS {
            return None;
        }
        let (mut letters, mut count) = ([0; MAX_LETTERS], 0);
        for c in surface.chars() {
            match narrow(c) {
                c @ 'A'..='Z' => {
                    *letters.get_mut(count)? = c as u8;
                    count += 1;
                }
                '.' | ' ' => {}
                c if is_ignorable(c) => {}
                _ => return None,
            }
        }
        (count > 1).then_some(Letters { letters, count })
    }

    /// Where the words start that end before `end` and whose initials the letters are.
    fn words_before(&self, text: &str, end: usize) -> Option<usize> {
        let (mut left, mut small, mut at) = (self.count, 0, end);
        while left > 0 {
            let word = words::word_before(text, at)?;
            match narrow(text[word.start..word.end].chars().next()?) {
                c if c == char::from(self.letters[left - 1]) => left -= 1,
                _ if small < MAX_SMALL && is_small(text, word) => small += 1,
                _ => return None,
            }
            at = word.start;
        }
        Some(at)
    }

    /// Where the words end that start behind `start` and whose initials the letters are.
    fn words_behind(&self, text: &str, start: usize) -> Option<usize> {
        let (mut seen, mut small, mut at) = (0, 0, start);
        while seen < self.count {
            // Right behind a bracket there is no space.
            let word = if at == start { words::first_word(text, at, text.len()) } else { words::word_after(text, at)? };
            match narrow(text[word.start..word.end].chars().next()?) {
                c if c == char::from(self.letters[seen]) => seen += 1,
                _ if small < MAX_SMALL && is_small(text, word) => small += 1,
                _ => return None,
            }
            at = word.end;
        }
        Some(at)
    }

    /// The words that the text gives for an abbreviation at `start..end`: before its brackets, in brackets behind it, or between commas.
    fn words_given(&self, text: &str, start: usize, end: usize) -> Option<Word> {
        if let Some(('(', bracket)) = char_before(text, start)
            && let Some((')' | ',' | ';', _)) = char_after(text, end)
        {
            let start = self.words_before(text, bracket)?;
            return Some(Word { start, end: bracket });
        }
        let gap = words::gap_after(text, end).unwrap_or(end);
        let (open, at) = char_after(text, gap)?;
        let ends = |c: Option<(char, usize)>| match (open, c) {
            ('(', Some((c, _))) => matches!(c, ')' | ',' | ';'),
            (',', Some((c, _))) => matches!(c, ',' | '.'),
            _ => false,
        };
        if open != '(' && (open != ',' || gap != end || self.count < 3) {
            return None;
        }
        let start = words::gap_after(text, at + 1).unwrap_or(at + 1);
        let end = self.words_behind(text, start)?;
        ends(char_after(text, end)).then_some(Word { start, end })
    }
}

/// Whether a word is one that gives no letter: `of`, `and`, `for`.
fn is_small(text: &str, word: Word) -> bool {
    let mut letters = text[word.start..word.end].chars().filter(|&c| !is_ignorable(c));
    letters.by_ref().take(SMALL_LETTERS).all(char::is_lowercase) && letters.next().is_none()
}

impl<T: Trace> Context<'_, T> {
    /// Whether the text says that the abbreviation at a hit stands for another than this entity: here, soon or before. What a user's own
    /// stand for is the user's to say.
    pub(in crate::context) fn stands_for_another(&mut self, hit: Hit, entity: u32) -> bool {
        if matches!(self.kind_of(entity), EntityKind::Custom(_)) {
            return false;
        }
        let Some(letters) = Letters::of(&self.text[hit.start..hit.end]) else { return false };
        if self.is_code_beside(&letters, hit, entity) {
            return true;
        }
        if self.known.namesakes.contains(&hit.key) {
            // Spoken of under another name, it may be meant again.
            let named = |found: &Found| found.entity == entity && found.key != hit.key;
            return !self.known.found.iter().rev().take(NEIGHBOURS).any(named);
        }
        let given_again = |next: &Hit| next.key == hit.key && self.is_given_to_another(&letters, next, entity);
        let another = self.is_given_to_another(&letters, &hit, entity) || self.next_near(hit, given_again).is_some();
        if another {
            self.note_other_meaning(hit);
        }
        another
    }

    /// `AU;Australia`, `Australia (AU)`: whether it is the code of a country in the cell beside it.
    fn is_code_beside(&self, letters: &Letters, hit: Hit, entity: u32) -> bool {
        let code = &letters.letters[..letters.count];
        let own = |country: u32| {
            let id = || self.tables.str(self.tables.entities.at(country as usize).id);
            let alpha3 = || {
                self.tables
                    .properties_of(country)
                    .any(|row| self.tables.str(row.name) == "alpha3" && self.tables.str(row.value).as_bytes() == code)
            };
            country != entity && (id().strip_prefix("country:").is_some_and(|alpha2| alpha2.as_bytes() == code) || alpha3())
        };
        let beside = |near: Option<&Hit>| {
            near.is_some_and(|near| {
                let (a, b) = if near.start > hit.start { (hit.end, near.start) } else { (near.end, hit.start) };
                let fence = |gap: &str| {
                    gap.len() < CODE_GAP && !gap.contains(char::is_lowercase) && gap.contains(is_fence) && !gap.contains(is_break)
                };
                self.text.get(a..b).is_some_and(fence) && self.may_mean(near, &own)
            })
        };
        letters.count <= CODE_LETTERS
            && (beside(self.at.checked_sub(1).and_then(|at| self.hits.get(at))) || beside(self.hits.get(self.at + 1)))
    }

    /// Notes that the words of a hit mean something else in this text.
    pub(in crate::context) fn note_other_meaning(&mut self, hit: Hit) {
        if self.known.namesakes.len() < MAX_OTHERS && !self.known.namesakes.contains(&hit.key) {
            self.known.namesakes.push(hit.key);
        }
    }

    /// Whether the words of a hit are an abbreviation.
    pub(in crate::context) fn is_of_capitals(&self, hit: Hit) -> bool {
        Letters::of(&self.text[hit.start..hit.end]).is_some()
    }

    /// Whether the text gives words for the abbreviation at a hit, and they name another.
    fn is_given_to_another(&self, letters: &Letters, hit: &Hit, entity: u32) -> bool {
        let Some(given) = letters.words_given(self.text, hit.start, hit.end) else { return false };
        let (before, behind) = self.hits.split_at(self.at);
        let near = before.iter().rev().take(NEIGHBOURS).chain(behind.iter().take(2 * NEIGHBOURS));
        let mut named = near.filter(|near| near.start < given.end && given.start < near.end);
        !named.any(|near| self.may_mean(near, &|other| other == entity)) && !self.is_name_like(given, entity)
    }

    /// Whether the words are much like a name of the entity: more than half of them stand in it.
    fn is_name_like(&self, given: Word, entity: u32) -> bool {
        let stems = |text: &str| -> Vec<String> {
            let mut stems = Vec::new();
            let mut at = 0;
            while let Some(start) = text[at..].find(char::is_alphabetic).map(|i| at + i) {
                let word = words::first_word(text, start, text.len());
                if !is_small(text, word) {
                    let folded = Folded::of(text, word);
                    stems.push(folded.as_str().chars().take(STEM).collect());
                }
                at = word.end.max(start + 1);
                while !text.is_char_boundary(at) {
                    at += 1;
                }
            }
            stems
        };
        let given = stems(&self.text[given.start..given.end]);
        self.tables.aliases_of(entity).any(|alias| {
            let name = stems(self.tables.str(self.tables.aliases.at(alias as usize).text));
            2 * given.iter().filter(|word| name.contains(word)).count() > given.len()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words given for the abbreviation between the bars.
    fn given(marked: &str) -> Option<String> {
        let parts: Vec<&str> = marked.split('|').collect();
        let text = parts.concat();
        let (start, end) = (parts[0].len(), parts[0].len() + parts[1].len());
        let word = Letters::of(parts[1])?.words_given(&text, start, end)?;
        Some(text[word.start..word.end].trim().to_owned())
    }

    #[test]
    fn words_whose_initials_it_is() {
        for (marked, words) in [
            ("the American Chemical Society (|ACS|) said", "American Chemical Society"),
            ("Office of the Thrift Supervision (|OTS|, in short)", "Office of the Thrift Supervision"),
            ("the |ACS| (American Chemical Society)", "American Chemical Society"),
            ("|ECCC|, Environment and Climate Change Canada, warned", "Environment and Climate Change Canada"),
            ("A.B. and the Institute of Economic Affairs (|I.E.A.|)", "Institute of Economic Affairs"),
        ] {
            assert_eq!(given(marked).as_deref(), Some(words), "{marked}");
        }
        for none in [
            "the American Society (|ACS|)",
            "American Chemical Society (|ACs|)",
            "American Chemical Society |ACS|",
            "the |ACS|, American Chemists said",
            "(|ACS|)",
            "|ACS| (",
            "|ACS|,",
            "he said of the (|ACS|)",
        ] {
            assert_eq!(given(none), None, "{none}");
        }
    }
}
