//! Which aliases may follow from the heads found in a segment?
//!
//! Looks at what stands behind every head, for all of a segment before any is compared in full: tables are far away, and so the
//! processor fetches from several at a time.

use super::bytes::{Class, class_at};
use super::heads::{Head, Survivor};
use super::pairs::Second;
use super::rests::{Ahead, look_ahead};
use super::{FEW, Matcher};
use crate::gazetteer::rows::NONE;

impl Matcher {
    /// Sets the rests to be compared for each of `survivors`, whose segment is at `at`, and keeps those that may still be hits.
    #[inline]
    pub(super) fn follow(&self, text: &[u8], at: usize, survivors: &mut [Survivor]) -> usize {
        for survivor in survivors.iter_mut().filter(|survivor| !survivor.odd) {
            let end = at + usize::from(survivor.at) + usize::from(survivor.len);
            (survivor.first_rest, survivor.rests) = match class_at(text, end) {
                // The word may go on.
                Class::Odd if survivor.len == 8 => (0, NONE),
                _ => self.rests_at(text, end, &self.heads.of(survivor)),
            };
        }
        let mut kept = 0;
        for i in 0..survivors.len() {
            let mut survivor = survivors[i];
            if survivor.rests == 1 {
                let end = at + usize::from(survivor.at) + usize::from(survivor.len);
                let differs = self.rests.rows.at(survivor.first_rest as usize).differs_early(text, end);
                survivor.rests = u32::from(!differs);
            }
            survivors[kept] = survivor;
            kept += usize::from(survivor.odd | (survivor.rests != 0) | (self.heads.of(&survivor).key != NONE));
        }
        kept
    }

    /// The first and the number of the rests that may follow `head`, which ends at `end`; [`NONE`] if the exact path must tell.
    #[inline(always)]
    pub(super) fn rests_at(&self, text: &[u8], end: usize, head: &Head) -> (u32, u32) {
        let next = class_at(text, end);
        match look_ahead(text, end, head.next) {
            _ if head.next == 0 => (0, 0),
            Ahead::Nothing => (0, 0),
            Ahead::Odd => (0, NONE),
            Ahead::Plain(ahead) if head.rests > FEW && next == Class::Separator => match self.pairs.second(head, text, ahead) {
                Second::Nothing => (0, 0),
                Second::Rests(first, count) => (first, count),
                Second::Odd => (0, NONE),
            },
            Ahead::Plain(_) => (head.first_rest, head.rests),
        }
    }
}
