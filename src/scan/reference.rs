//! The definition of right: at every word start, walk the folded text as long as some key goes on, and keep the longest valid end.
//!
//! Slow and obvious. Faster engines must find the same hits. The context step asks it for the shorter names inside a hit that does not count.

use super::{Hit, case_suits};
use crate::boundary;
use crate::fold::Folding;
use crate::gazetteer::Tables;

/// The longest valid hit that starts at byte `start`, a character boundary.
pub(crate) fn longest_at(tables: &Tables, text: &str, start: usize) -> Option<Hit> {
    if !boundary::starts(text, start) {
        return None;
    }
    let mut keys = 0..tables.keys.len();
    let mut folded = Vec::new();
    let mut best = None;
    for piece in Folding::new(text, start) {
        folded.extend_from_slice(piece.bytes());
        // The keys that start with what has been read; the one that equals it comes first.
        let candidates = tables.keys.slice(keys.clone());
        let from = candidates.partition_point(|key| tables.str(key.text).as_bytes() < folded.as_slice());
        let len =
            candidates.slice(from..candidates.len()).partition_point(|key| tables.str(key.text).as_bytes().starts_with(&folded));
        keys = keys.start + from..keys.start + from + len;
        if keys.is_empty() {
            break;
        }
        let key = keys.start as u32;
        if tables.keys.at(keys.start).text.len as usize != folded.len() {
            continue;
        }
        for end in [Some(piece.end), piece.dot_end].into_iter().flatten() {
            if boundary::ends(text, end) && case_suits(tables, key, &text[start..end]) {
                best = Some(Hit { start, end, key });
            }
        }
    }
    best
}

#[cfg(any(test, fuzzing))]
/// Calls `found` with every hit, left to right; hits do not overlap, the leftmost and then the longest wins.
pub(crate) fn scan(tables: &Tables, text: &str, mut found: impl FnMut(Hit)) {
    let mut free = 0;
    for (start, _) in text.char_indices() {
        if start < free {
            continue;
        }
        if let Some(hit) = longest_at(tables, text, start) {
            free = hit.end;
            found(hit);
        }
    }
}
