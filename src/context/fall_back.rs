//! Which shorter names stand in a hit of which no alias counts?

use super::{Context, Rule, Trace};
use crate::boundary::{char_after, char_before};
use crate::fold::{is_hyphen, is_separator};
use crate::scan::Hit;

/// A hit of so many words is not searched for shorter names.
const FALL_BACK_WORDS: usize = 8;

impl<T: Trace> Context<'_, T> {
    /// `TBILISI, Georgia - Power was cut`: whether a dash between spaces stands in a name that is not written with one.
    pub(super) fn is_across_dash(&self, hit: Hit) -> bool {
        let surface = &self.text[hit.start..hit.end];
        let apart = |at: usize, sign: &str| {
            let beside = [char_before(surface, at), char_after(surface, at + sign.len())];
            beside.into_iter().all(|c| c.is_some_and(|(c, _)| is_separator(c) && !is_hyphen(c)))
        };
        surface.match_indices(is_hyphen).any(|(at, sign)| apart(at, sign))
            && self.tables.aliases_of_key(hit.key).all(|alias| {
                let name = self.tables.str(self.tables.aliases.at(alias).text);
                !name.contains(|c: char| is_hyphen(c) || c.is_ascii_digit())
            })
    }

    /// Judges the shorter names in a hit of which no alias counts here: `Australian` in `The Australian government`, where the newspaper is
    /// not meant. The first of them ends before `limit`.
    pub(super) fn fall_back(&mut self, hit: Hit, limit: Option<usize>) {
        let inside = &self.text[hit.start..hit.end];
        let (mut words, mut count) = ([0; FALL_BACK_WORDS], 0);
        // Of several spaces the last one counts.
        let last = |behind: usize| char_after(inside, behind).is_none_or(|(c, _)| !is_separator(c));
        let ends = inside.match_indices(is_separator).map(|(at, sign)| at + sign.len()).filter(|&behind| last(behind));
        for (word, behind) in words.iter_mut().zip(ends) {
            *word = hit.start + char_after(inside, behind).map_or(behind, |(_, place)| place);
            count += 1;
        }
        let words = &words[..count];
        if words.is_empty() || words.len() == FALL_BACK_WORDS {
            return;
        }
        // Behind its first word a name may reach out of the hit: `South Africa` in `Korea, South Africa`.
        let whole = self.text.len();
        let (mut start, mut limit) = (hit.start, limit.unwrap_or(words[words.len() - 1]));
        while start < hit.end {
            let next_word = |at: usize| words.iter().copied().find(|&word| word > at).unwrap_or(hit.end);
            match self.longest_before(limit, start) {
                Some(inner) => match self.first_candidate(inner) {
                    Ok(first) => {
                        self.decide(inner, first);
                        (start, limit) = (next_word(inner.end.max(self.known.covered) - 1), whole);
                    }
                    Err(Some(Rule::Decoy)) => (start, limit) = (next_word(inner.end - 1), whole),
                    // A still shorter one that starts here.
                    Err(_) => match words.iter().rev().copied().find(|&word| word > start && word < inner.end) {
                        Some(shorter) => limit = shorter,
                        None => (start, limit) = (next_word(start), whole),
                    },
                },
                None => (start, limit) = (next_word(start), whole),
            }
        }
    }
}
