//! Is something named in the same part of the text?
//!
//! Not more than [`LOOK_AHEAD`] characters away, as they are seen: what spaces and letters are written with makes no part larger.

use super::text::lexicon::Kept;
use super::text::reach;
use super::{Context, Found, LOOK_AHEAD, LOOK_AHEAD_BYTES, NEIGHBOURS, Trace};
use crate::scan::Hit;

/// How far it reaches from the last places from which it was counted. Many ask for the same.
pub(super) struct Counted {
    after: Kept<usize, usize>,
    before: Kept<usize, usize>,
}

impl Counted {
    pub(super) fn new() -> Self {
        Counted { after: Kept::new(), before: Kept::new() }
    }
}

impl<T: Trace> Context<'_, T> {
    /// Whether a mention that starts at `at` before a hit is near.
    pub(super) fn is_near_before(&self, at: usize, hit: Hit) -> bool {
        let counted = || self.counted.after.or_ask(at, at, || reach::after(self.text, at, LOOK_AHEAD));
        at + LOOK_AHEAD > hit.start || at + LOOK_AHEAD_BYTES > hit.start && counted() > hit.start
    }

    /// Whether a hit that starts at `at` behind another is near.
    pub(super) fn is_near_behind(&self, hit: Hit, at: usize) -> bool {
        let counted = || self.counted.before.or_ask(at, at, || reach::before(self.text, at, LOOK_AHEAD));
        at < hit.end + LOOK_AHEAD || at < hit.end + LOOK_AHEAD_BYTES && counted() < hit.end
    }

    /// Whether a mention of some stands before a hit and near.
    pub(super) fn is_named_near(&self, hit: Hit, wanted: impl Fn(&Found) -> bool) -> bool {
        let mut before =
            self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| found.start + LOOK_AHEAD_BYTES > hit.start);
        before.find(|found| wanted(found)).is_some_and(|found| self.is_near_before(found.start, hit))
    }

    /// The next hit of some behind the one being judged, if it is near that.
    pub(super) fn next_near(&self, hit: Hit, wanted: impl Fn(&Hit) -> bool) -> Option<Hit> {
        let mut behind =
            self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.start < hit.end + LOOK_AHEAD_BYTES);
        behind.find(|next| wanted(next)).copied().filter(|next| self.is_near_behind(hit, next.start))
    }
}
