//! Is an abbreviation a body of states by the words beside it: `NAM summit`, `B9 leaders`, `the ECB and the EBA`?

use crate::boundary::char_after;
use crate::context::text::words::Word;
use crate::context::{Context, Trace};
use crate::fold::{is_hyphen, is_separator, narrow};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::AliasRow;
use crate::kind::EntityKind;
use crate::scan::Hit;

impl<T: Trace> Context<'_, T> {
    /// Whether a name that counts with support alone has it in the words beside it, an abbreviation also in those behind. One that two bodies
    /// share has not.
    pub(in crate::context) fn is_bloc(&self, hit: Hit, row: &AliasRow) -> bool {
        let body = |entity: u32| self.is_body(entity);
        let short = || {
            let text = &self.text[hit.start..hit.end];
            text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
        };
        if !body(row.entity) || self.may_mean(&hit, &|entity| entity != row.entity && body(entity)) {
            return false;
        }
        let several = || self.text[hit.start..hit.end].contains(is_separator);
        if (short() || several()) && self.is_joined_to_body(hit) {
            return true;
        }
        if !short() {
            return false;
        }
        let small = |word: &Word| {
            let joined = self.text[hit.end..word.start].contains(is_hyphen);
            !joined && self.text[word.start..word.end].contains(char::is_lowercase)
        };
        let behind = self.words.after(hit.end).filter(small);
        behind.is_some_and(|word| self.words.list_starting(WordList::OfStates, word).is_some())
    }

    pub(super) fn is_body(&self, entity: u32) -> bool {
        matches!(self.kind_of(entity), EntityKind::Organization | EntityKind::Format)
    }

    /// Whether the hit before or behind, joined to this one by `and` or a comma, is a body that always counts.
    fn is_joined_to_body(&self, hit: Hit) -> bool {
        let joined = |from: usize, to: usize| {
            let comma = char_after(self.text, from).filter(|&(c, _)| narrow(c) == ',').map(|(c, at)| at + c.len_utf8());
            let next = |at: usize| self.words.after(at).filter(|word| word.start <= to);
            let Some(mut word) = next(comma.unwrap_or(from)) else { return false };
            let joint = self.is(word, "and") || self.is(word, "or");
            if joint {
                let Some(behind) = next(word.end) else { return false };
                word = behind;
            }
            let named = if self.is(word, "the") { next(word.end) } else { Some(word) };
            (joint || comma.is_some()) && named.is_some_and(|word| word.start == to)
        };
        let counts = |other: &Hit| self.always_means(other, |entity| self.is_body(entity));
        let last = self.at.checked_sub(1).and_then(|at| self.hits.get(at));
        last.is_some_and(|last| joined(last.end, hit.start) && counts(last))
            || self.hits.get(self.at + 1).is_some_and(|next| joined(hit.end, next.start) && counts(next))
    }
}
