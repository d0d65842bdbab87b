//! Which title in the plural stands before the list of names that a name is one of?
//!
//! `Presidents Clinton and Yeltsin`, `Foreign Ministers Lavrov, Zarif and Cavusoglu`: it is the title of each.

use super::titles::Before;
use crate::boundary::char_before;
use crate::context::text::line::LineMode;
use crate::context::text::phrases::Role;
use crate::context::text::reach;
use crate::context::text::words;
use crate::context::{Context, Trace};
use crate::fold::narrow;
use crate::gazetteer::WordList;
use crate::scan::Hit;

/// So many names of a list are looked at,
const NAMES: usize = 6;
/// of so many words each: `Recep Tayyip Erdogan`,
const NAME_WORDS: usize = 4;
/// the last of which has so many characters at most.
const NAME_REACH: usize = 24;

impl<'a, T: Trace> Context<'a, T> {
    /// What stands before a name, with the title in the plural that a bearer held, if no other stands there.
    pub(super) fn with_title_of_several(&mut self, hit: Hit, before: Before<'a>, bearers: &[(u32, u32)]) -> Before<'a> {
        if before.office.is_some() || before.role.is_some() || before.counterpart.is_some() {
            return before;
        }
        let Some(role) = self.title_of_several(hit).filter(|_| !self.goes_on_in_prose(hit)) else { return before };
        let deputy = self.modifier_before(role.start).is_none();
        let titled = Before { role: Some(role), deputy, several: true, ..before };
        if self.titled_bearers(&titled, bearers).is_empty() {
            Before { role: None, deputy: false, several: false, ..titled }
        } else {
            titled
        }
    }

    /// The title in the plural before the names of which a hit is one.
    fn title_of_several(&self, hit: Hit) -> Option<Role<'a>> {
        let mut at = hit.start;
        for _ in 0..NAMES {
            if let Some(role) = self.words.before(at).and_then(|word| self.words.role_of_several(word)) {
                return Some(role);
            }
            at = self.name_joined_before(at)?;
        }
        None
    }

    /// `ministers Peter Weir, Simon Hamilton`: whether a further word of a name stands behind a hit.
    fn goes_on_in_prose(&mut self, hit: Hit) -> bool {
        let next = self.words.after(hit.end).filter(|word| words::is_capitalized(self.text, *word));
        next.is_some_and(|word| !self.words.is_on(WordList::Time, word))
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// Where the name starts that a comma or `and` joins to what starts at `at`.
    fn name_joined_before(&self, at: usize) -> Option<usize> {
        let and = self.words.before(at).filter(|word| self.is(*word, "and"));
        let gap = words::gap_before(self.text, and.map_or(at, |and| and.start))?;
        let end = match char_before(self.text, gap).filter(|&(c, _)| narrow(c) == ',') {
            Some((_, comma)) => words::gap_before(self.text, comma).unwrap_or(comma),
            None if and.is_some() => gap,
            None => return None,
        };
        let mut first = words::last_word(self.text, reach::before(self.text, end, NAME_REACH), end);
        if !words::is_capitalized(self.text, first) {
            return None;
        }
        for _ in 1..NAME_WORDS {
            let goes_on =
                |word: &words::Word| words::is_capitalized(self.text, *word) && self.words.role_of_several(*word).is_none();
            let Some(word) = self.words.before(first.start).filter(goes_on) else { break };
            first = word;
        }
        Some(first.start)
    }
}
