//! Is a surname the label of who speaks, in the record of a parliament or a briefing?
//!
//! `Mr. Blair: I am grateful to my hon. Friend.` Looks at the start of the line and at the sign behind the name.

use super::{Context, Trace};
use crate::boundary::char_after;
use crate::fold::{is_break, is_ignorable, is_separator};
use crate::scan::Hit;

/// What stands before the name of a speaker, in bytes at most: `Mr. `.
const ADDRESS: usize = 16;

impl<T: Trace> Context<'_, T> {
    /// Whether a form of address and the surname are all of the line before a colon.
    pub(super) fn is_speaker(&self, hit: Hit) -> bool {
        let colon = char_after(self.text, hit.end).is_some_and(|(c, _)| c == ':');
        let address = || self.address_before(hit.start).filter(|word| hit.start - word.start <= ADDRESS);
        let opens = |start: usize| {
            let before = self.text[..start].trim_end_matches(|c| is_separator(c) && !is_break(c) || is_ignorable(c));
            before.chars().next_back().is_none_or(is_break)
        };
        colon && address().is_some_and(|word| opens(word.start))
    }
}
