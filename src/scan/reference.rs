//! The definition of right: at every word start, walk the folded text as long as some key goes on, and keep the longest valid end.
//!
//! Slow and obvious: the engine must find the same hits.

use super::{Hit, case_suits};
use crate::boundary;
use crate::fold::Folding;
use crate::gazetteer::Tables;
use crate::gazetteer::rows::Str;

/// Up to how many folded bytes are looked up together, and how many a piece has at most.
const WORD: usize = 16;
const PIECE: usize = 16;

/// The longest valid hit that starts at byte `start`, a character boundary.
pub(crate) fn longest_at(tables: &Tables, text: &str, start: usize) -> Option<Hit> {
    if !boundary::starts(text, start) {
        return None;
    }
    let mut keys = 0..tables.keys.len();
    let (mut read, mut best) = (0, None);
    let (mut folded, mut len) = ([0; WORD + PIECE], 0);
    for piece in Folding::new(text, start) {
        folded[len..len + piece.bytes().len()].copy_from_slice(piece.bytes());
        len += piece.bytes().len();
        // No name ends between two letters, so that they are looked up together.
        if len < WORD && text.as_bytes()[piece.end - 1..].iter().take(2).filter(|b| b.is_ascii_alphanumeric()).count() == 2 {
            continue;
        }
        let part = &folded[..std::mem::take(&mut len)];
        // The keys that start with what has been read, of which the shortest comes first.
        let candidates = tables.keys.slice(keys.clone());
        let behind = |key: Str| tables.bytes(key).get(read..).unwrap_or_default();
        let from = candidates.partition_point(|key| behind(key) < part);
        let to = candidates.partition_point_near(from, |key| behind(key).starts_with(part));
        keys = keys.start + from..keys.start + to;
        if keys.is_empty() {
            break;
        }
        read += part.len();
        let key = keys.start as u32;
        if tables.keys.at(keys.start).len as usize != read {
            continue;
        }
        for end in [Some(piece.end), piece.dot_end].into_iter().flatten() {
            if boundary::ends(text, end) && case_suits(tables, key, &text[start..end]) {
                best = Some((end, key));
            }
        }
    }
    best.map(|(end, key)| Hit::new(text, start, end, key))
}

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
