//! Which aliases may follow from the heads found in a segment?
//!
//! Looks at what stands behind every head, for all of a segment before any is compared in full: tables are far away, and so the
//! processor fetches from several at a time.

use super::heads::{Following, Head, Next, Survivor, Survivors};
use super::rests::{Ahead, look_ahead};
use super::{BATCH, FEW, Matcher};
use crate::bytes::{CLASS, Class, FIRST, class_at, eight};
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
    /// Sets the rests to be compared for those survivors behind which a key may go on, the first `going` of them, whose segment is at `at`;
    /// `keys` is the text of the tables.
    #[inline(never)]
    pub(super) fn follow(&self, keys: &[u8], text: &[u8], at: usize, survivors: &mut Survivors, going: usize) {
        let Survivors { slots, ends, may_be, following, going: places, asked, .. } = survivors;
        let head_at = |i: usize| self.heads.slots.at(slots[i] as usize);
        let (mut longer, mut pairs) = (0, 0);
        for n in 0..going.min(BATCH) {
            let i = usize::from(places[n]) & (BATCH - 1);
            match self.behind(text, at + usize::from(ends[i]), &head_at(i)) {
                Behind::Rests(first_rest, rests) => {
                    following[i] = Following { first_rest, rests, fits: 0 };
                    places[longer & (BATCH - 1)] = i as u8;
                    longer += usize::from(rests != 0);
                }
                Behind::Pair(hash) => {
                    asked[pairs & (BATCH - 1)] = (i as u8, hash);
                    pairs += usize::from(self.pairs.may_have(hash));
                }
            }
        }
        let asked = &asked[..pairs];
        self.pairs.fetch(asked.iter().map(|asked| asked.1));
        for &(i, hash) in asked {
            let i = usize::from(i) & (BATCH - 1);
            let (first_rest, rests) = self.found(text, at + usize::from(ends[i]), &head_at(i), hash);
            following[i] = Following { first_rest, rests, fits: 0 };
            places[longer & (BATCH - 1)] = i as u8;
            longer += usize::from(rests != 0);
        }
        let places = &places[..longer];
        let first = |&i: &u8| following[usize::from(i) & (BATCH - 1)].first_rest as usize;
        // Both ends of a row, which may lie in two lines of a cache.
        fetch(places, |place| self.rests.rows.get(first(place)).map_or(0, |rest| rest.eight as u8 | rest.case));
        let mut behind = 0;
        for &i in places {
            let i = usize::from(i) & (BATCH - 1);
            let following = &mut following[i];
            may_be[i] |= Survivor::LONGER;
            if following.rests > FEW {
                continue;
            }
            let first = following.first_rest as usize;
            let rests = self.rests.rows.slice(first..first + following.rests as usize);
            let ahead = eight(text, at + usize::from(ends[i]));
            following.fits = (0..).zip(rests).fold(0, |fits, (i, rest)| fits | u8::from(!rest.differs_early(ahead)) << i);
            match rests.get(following.fits.trailing_zeros() as usize) {
                None if is_inside(text, at + usize::from(ends[i])) && following.rests < head_at(i).rests => {
                    // Those of another word, found by chance.
                    following.rests = NONE
                }
                None => may_be[i] &= !Survivor::LONGER,
                // Fetched like the rests: what of it must be compared with the text of the tables.
                Some(rest) if rest.len > 16 => behind |= keys.get(rest.at as usize + 16).copied().unwrap_or(0),
                Some(_) => {}
            }
        }
        std::hint::black_box(behind);
    }

    /// What may follow `head`, which ends at `end`.
    #[inline(always)]
    fn behind(&self, text: &[u8], end: usize, head: &Head) -> Behind {
        let ahead = eight(text, end);
        let [first, second, ..] = ahead.to_le_bytes();
        if !matches!(CLASS[usize::from(first)], Class::Separator) || !second.is_ascii_alphabetic() {
            return self.behind_others(text, end, head);
        }
        // Mostly: one separator, and a word.
        if head.next & Next::word(second) == 0 {
            Behind::Rests(0, 0)
        } else if head.rests <= FEW {
            Behind::Rests(head.first_rest, head.rests)
        } else {
            self.pairs.hash_of(head, ahead >> 8, text, end + 1).map_or(Behind::Rests(0, NONE), Behind::Pair)
        }
    }

    /// The same where something else than one separator and a word follows.
    #[inline(never)]
    fn behind_others(&self, text: &[u8], end: usize, head: &Head) -> Behind {
        match look_ahead(text, end, head.next) {
            _ if head.next == 0 => Behind::Rests(0, 0),
            Ahead::Nothing => Behind::Rests(0, 0),
            Ahead::Odd => Behind::Rests(0, NONE),
            Ahead::Plain(ahead) if head.rests > FEW && class_at(text, end) == Class::Separator => {
                let word = eight(text, ahead) & FIRST[7];
                self.pairs.hash_of(head, word, text, ahead).map_or(Behind::Rests(0, NONE), Behind::Pair)
            }
            Ahead::Plain(_) => {
                let all = Behind::Rests(head.first_rest, head.rests);
                let long = head.rests > FEW && is_inside(text, end);
                if long { self.pairs.hash_of_long(head, text, end).map_or(all, Behind::Pair) } else { all }
            }
        }
    }

    /// The rests found by the hash of `head`, which ends at `end`, and the word behind it.
    #[inline(always)]
    fn found(&self, text: &[u8], end: usize, head: &Head, hash: u64) -> (u32, u32) {
        match self.pairs.find(head, hash) {
            // It seemed to be there with the word behind it, and the word by itself has not been looked up.
            (_, 0) if is_inside(text, end) => self.pairs.find_cut(head, text, end),
            found => found,
        }
    }

    /// The first and the number of the rests that may follow `head`, which ends at `end`; [`NONE`] if the exact path must tell.
    #[inline]
    pub(super) fn rests_at(&self, text: &[u8], end: usize, head: &Head) -> (u32, u32) {
        match self.behind(text, end, head) {
            Behind::Rests(first, count) => (first, count),
            Behind::Pair(hash) => self.found(text, end, head, hash),
        }
    }
}

/// Whether a head that ends here is cut from a longer word: what is found for that and the next word leaves out what is shorter.
#[inline(always)]
pub(super) fn is_inside(text: &[u8], end: usize) -> bool {
    class_at(text, end) == Class::Word
}
