//! Which of many rests is the longest that the text goes on with?
//!
//! Folds the text as long as it is plain, and searches the sorted rests for what it begins with.

use super::rests::{Rest, beginning};
use super::{Match, Scan};
use crate::bytes::{Class, class_at, quote_at};
use crate::gazetteer::rows::Slice;

/// Up to how many folded bytes are searched for.
const WINDOW: usize = 64;

/// What trying a rest gave.
pub(super) enum Tried {
    /// No valid hit.
    Not,
    /// Only the exact path can tell.
    Odd,
    /// A valid hit.
    Match(Match),
}

/// The plain text at `at`, folded byte by byte, and how much of it there is: up to the second mark, which is part of it. One mark is
/// not enough: many names have a form such as `Russia, Republic of`, and `Russia, ` is common.
fn window(text: &[u8], at: usize) -> ([u8; WINDOW], usize) {
    let mut folded = [0; WINDOW];
    let mut marks = 0;
    for (len, place) in folded.iter_mut().enumerate() {
        let at = at + len;
        *place = match class_at(text, at) {
            Class::Word => text[at] | 0x20,
            Class::Separator if class_at(text, at + 1) == Class::Word => {
                if text[at + 1].is_ascii_digit() && text[at - 1].is_ascii_alphabetic() {
                    return (folded, len);
                }
                b' '
            }
            // Behind the end stands what no key has there.
            Class::Plain if text.get(at) != Some(&b'+') => {
                let mark = text.get(at).copied();
                marks += 1;
                if mark.is_none() || marks == 2 {
                    *place = mark.unwrap_or(0);
                    return (folded, len + 1);
                }
                mark.unwrap_or(0)
            }
            // Not behind an initial.
            Class::Dot
                if !text[at - 1].is_ascii_alphabetic() || text.get(at.wrapping_sub(2)).is_some_and(u8::is_ascii_alphabetic) =>
            {
                *place = b'.';
                return (folded, len + 1);
            }
            _ => {
                let quote = quote_at(text, at);
                *place = quote.unwrap_or(0);
                return (folded, len + usize::from(quote.is_some()));
            }
        };
    }
    (folded, WINDOW)
}

impl Scan<'_> {
    /// The longest valid hit that `rests`, which are sorted, make of the head at `start` of `len` bytes.
    #[inline(never)]
    pub(super) fn among_many(&self, start: usize, len: usize, rests: Slice<'_, Rest>) -> Tried {
        let keys = self.tables.text.as_bytes();
        let (folded, read) = window(self.text.as_bytes(), start + len);
        let mut wanted = &folded[..read];
        let behind = |wanted: &[u8]| {
            let first = beginning(wanted);
            rests.partition_point(|rest| rest.beginning().cmp(&first).then_with(|| rest.bytes(keys).cmp(wanted)).is_le())
        };
        // One that goes on behind what could be read?
        let longer = rests.get(behind(wanted));
        if longer.is_some_and(|rest| rest.bytes(keys).starts_with(wanted)) {
            return Tried::Odd;
        }
        while !wanted.is_empty() {
            super::count_work(1);
            let Some(rest) = behind(wanted).checked_sub(1).map(|i| rests.at(i)) else { break };
            let bytes = rest.bytes(keys);
            let common = bytes.iter().zip(wanted).take_while(|(a, b)| a == b).count();
            if common < bytes.len() {
                // What the text begins with can only be shorter than what they share.
                wanted = &wanted[..common];
                continue;
            }
            match self.try_rest(start, len, &rest) {
                Tried::Not => wanted = &wanted[..common - 1],
                tried => return tried,
            }
        }
        Tried::Not
    }
}
