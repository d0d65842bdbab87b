//! Which aliases may follow from the heads found in a segment?
//!
//! Looks at what stands behind every head, for all of a segment before any is compared in full: tables are far away, and so the
//! processor fetches from several at a time.

use super::heads::{Head, Survivor, Survivors};
use super::rests::{Ahead, look_ahead};
use super::{BATCH, FEW, Matcher};
use crate::bytes::{Class, class_at, eight};
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
    /// Sets the rests to be compared for those of the first `count` survivors behind which a key may go on, `going` of them, whose segment
    /// is at `at`; `keys` is the text of the tables. Keeps those that may still be hits, and tells how many they are.
    #[inline(never)]
    pub(super) fn follow(
        &self,
        keys: &[u8],
        text: &[u8],
        at: usize,
        survivors: &mut Survivors,
        (count, going): (usize, usize),
    ) -> usize {
        let Survivors { list, going: places, asked, .. } = survivors;
        let places = &places[..going];
        let end = |survivor: &Survivor| at + usize::from(survivor.at) + usize::from(survivor.len);
        let mut pairs = 0;
        for &i in places {
            let survivor = &mut list[usize::from(i)];
            match self.behind(text, end(survivor), &self.heads.of(survivor)) {
                Behind::Rests(first, count) => (survivor.first_rest, survivor.rests) = (first, count),
                Behind::Pair(hash) => {
                    asked[pairs & (BATCH - 1)] = (i, hash);
                    pairs += usize::from(self.pairs.may_have(hash));
                }
            }
        }
        let asked = &asked[..pairs];
        self.pairs.fetch(asked.iter().map(|asked| asked.1));
        for &(i, hash) in asked {
            let survivor = &mut list[usize::from(i)];
            (survivor.first_rest, survivor.rests) = self.pairs.find(&self.heads.of(survivor), hash);
        }
        let first = |&i: &u8| list[usize::from(i)].first_rest as usize;
        fetch(places, |place| self.rests.rows.get(first(place)).map_or(0, |rest| rest.plain));
        let mut longer = 0;
        for &i in places {
            let survivor = &mut list[usize::from(i)];
            if survivor.rests.wrapping_sub(1) >= FEW {
                continue;
            }
            let first = survivor.first_rest as usize;
            let rests = self.rests.rows.slice(first..first + survivor.rests as usize);
            let ahead = eight(text, end(survivor));
            survivor.fits = (0..).zip(rests).fold(0, |fits, (i, rest)| fits | u8::from(!rest.differs_early(ahead)) << i);
            match rests.get(survivor.fits.trailing_zeros() as usize) {
                None => survivor.rests = 0,
                // Fetched like the rests: what of it must be compared with the text of the tables.
                Some(rest) if rest.len > 8 => longer |= keys.get(rest.at as usize + 8).copied().unwrap_or(0),
                Some(_) => {}
            }
        }
        std::hint::black_box(longer);
        let mut kept = 0;
        for i in 0..count {
            let survivor = list[i];
            list[kept] = survivor;
            kept += usize::from(survivor.odd | survivor.whole | (survivor.rests != 0));
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
                self.pairs.hash_at(head, text, ahead).map_or(Behind::Rests(0, NONE), Behind::Pair)
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
