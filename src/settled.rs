//! A text that comes piece by piece → the hits in it, as soon as no further text can change them.

use crate::fold::Folding;
use crate::gazetteer::Tables;
use crate::scan::{Hit, Matcher};

/// How much text behind an alias its boundaries and sentence ask for, in bytes.
const BESIDE: usize = 1 << 10;
/// How much longer than a plain one the text of an alias can be before it is no longer waited for, in bytes.
const PATIENCE: usize = 256 << 10;

/// The part of a text that is in memory, and up to where its hits are known.
pub(crate) struct Settled {
    pub(crate) text: String,
    /// Hits that start before this place are known.
    settled: usize,
    /// From where on to look for further ones.
    free: usize,
    /// A place that was not settled when last asked, and may be.
    candidate: usize,
    /// Bytes of the longest alias, folded.
    longest: usize,
}

impl Settled {
    pub(crate) fn new(tables: &Tables) -> Self {
        let longest = tables.keys.iter().map(|key| key.len as usize).max().unwrap_or(0);
        Settled { text: String::new(), settled: 0, free: 0, candidate: 0, longest }
    }

    /// Up to where hits are known.
    pub(crate) fn settled(&self) -> usize {
        self.settled
    }

    /// From where on there may be a hit that is not known.
    pub(crate) fn free(&self) -> usize {
        self.free.max(self.settled)
    }

    /// Tells the hits that have become certain; at the end of the text, all.
    pub(crate) fn hits(&mut self, matcher: &Matcher, tables: &Tables, end: bool, mut found: impl FnMut(Hit)) {
        self.settle(end);
        let (from, settled) = (self.free, self.settled);
        if from < settled {
            let mut free = settled;
            matcher.scan_from(tables, &self.text, from, |hit| {
                if hit.start < settled {
                    free = free.max(hit.end);
                    found(hit);
                }
            });
            self.free = free;
        }
    }

    /// Gives back the first bytes of the text, up to a character boundary.
    pub(crate) fn give_back(&mut self, bytes: usize) {
        self.text.drain(..bytes);
        self.settled -= bytes;
        self.free -= bytes;
        self.candidate = self.candidate.saturating_sub(bytes);
    }

    /// The character boundary at or before a place.
    pub(crate) fn floor(&self, mut at: usize) -> usize {
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Moves `settled` as far as no alias that starts before it can reach the end of the text.
    fn settle(&mut self, end: bool) {
        if end {
            self.settled = self.text.len();
            return;
        }
        let near = self.floor(self.text.len().saturating_sub(BESIDE + 2 * self.longest + 512));
        if near > self.settled && self.is_settled(near) {
            self.settled = near;
        } else if self.candidate > self.settled && self.is_settled(self.candidate) {
            self.settled = self.candidate;
        } else if self.text.len() > self.settled + PATIENCE + 8 * self.longest {
            self.settled = near;
        }
        if self.candidate <= self.settled {
            self.candidate = near;
        }
    }

    /// Whether the text from a place on says what the longest alias that starts there can be.
    fn is_settled(&self, at: usize) -> bool {
        let (mut folding, mut len, mut end) = (Folding::new(&self.text, at), 0, at);
        for piece in folding.by_ref() {
            len += piece.bytes().len();
            end = piece.end;
            // The alias may have begun before.
            if len > self.longest + 16 {
                return end + BESIDE <= self.text.len();
            }
        }
        folding.is_done() && end + BESIDE <= self.text.len()
    }
}
