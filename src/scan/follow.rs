//! Which aliases may follow from the heads found in a segment?
//!
//! Looks at what stands behind every head, for all of a segment before any is compared in full: tables are far away, and so the
//! processor fetches from several at a time.

use super::heads::{Head, Survivor};
use super::pairs::hash_at;
use super::rests::{Ahead, look_ahead};
use super::{FEW, Matcher};
use crate::bytes::{Class, class_at};
use crate::fetch::fetch;
use crate::gazetteer::rows::NONE;

/// What may follow a head.
pub(super) enum Behind {
    /// Some rests: the first, and how many, or [`NONE`] if the exact path must tell.
    Rests(u32, u32),
    /// Those that are found by the hash of the head and the word behind it.
    Pair(u64),
}

impl Matcher {
    /// Sets the rests to be compared for each of `survivors`, whose segment is at `at`, and keeps those that may still be hits.
    #[inline]
    pub(super) fn follow(&self, text: &[u8], at: usize, survivors: &mut [Survivor]) -> usize {
        for survivor in survivors.iter_mut().filter(|survivor| !survivor.odd) {
            let end = at + usize::from(survivor.at) + usize::from(survivor.len);
            match class_at(text, end) {
                // The word may go on.
                Class::Odd if survivor.len == 8 => survivor.rests = NONE,
                _ => match self.behind(text, end, &self.heads.of(survivor)) {
                    Behind::Rests(first, count) => (survivor.first_rest, survivor.rests) = (first, count),
                    Behind::Pair(hash) => survivor.pair = hash,
                },
            }
        }
        self.pairs.fetch(survivors.iter().map(|survivor| survivor.pair));
        for survivor in survivors.iter_mut().filter(|survivor| survivor.pair != 0) {
            (survivor.first_rest, survivor.rests) = self.pairs.find(&self.heads.of(survivor), survivor.pair);
        }
        fetch(&*survivors, |survivor| self.rests.rows.get(survivor.first_rest as usize).map_or(0, |rest| rest.plain));
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

    /// What may follow `head`, which ends at `end`.
    #[inline(always)]
    fn behind(&self, text: &[u8], end: usize, head: &Head) -> Behind {
        match look_ahead(text, end, head.next) {
            _ if head.next == 0 => Behind::Rests(0, 0),
            Ahead::Nothing => Behind::Rests(0, 0),
            Ahead::Odd => Behind::Rests(0, NONE),
            Ahead::Plain(ahead) if head.rests > FEW && class_at(text, end) == Class::Separator => {
                hash_at(head, text, ahead).map_or(Behind::Rests(0, NONE), Behind::Pair)
            }
            Ahead::Plain(_) => Behind::Rests(head.first_rest, head.rests),
        }
    }

    /// The first and the number of the rests that may follow `head`, which ends at `end`; [`NONE`] if the exact path must tell.
    #[inline]
    pub(super) fn rests_at(&self, text: &[u8], end: usize, head: &Head) -> (u32, u32) {
        match self.behind(text, end, head) {
            Behind::Rests(first, count) => (first, count),
            Behind::Pair(hash) => self.pairs.find(head, hash),
        }
    }
}
