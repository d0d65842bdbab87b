//! All text of a gazetteer in one string.

use std::hash::{BuildHasher, RandomState};

use super::rows::Str;
use crate::error::{Error, ErrorKind};

/// All text of a gazetteer, each string once.
#[derive(Default)]
pub(super) struct Interner {
    pub(super) text: String,
    /// A hash table of the strings, at most half full; empty slots hold empty ones.
    slots: Vec<Str>,
    count: usize,
    /// Keyed by chance: a list made to collide stays quick.
    hasher: RandomState,
}

impl Interner {
    /// The place of a string, which is added if it is new.
    pub(super) fn put(&mut self, s: &str) -> Result<Str, Error> {
        if s.is_empty() {
            return Ok(Str::default());
        }
        if self.count * 2 >= self.slots.len() {
            let larger = vec![Str::default(); (self.slots.len() * 2).max(1024)];
            for known in std::mem::replace(&mut self.slots, larger).into_iter().filter(|known| known.len > 0) {
                let slot = self.slot(self.str(known));
                self.slots[slot] = known;
            }
        }
        let slot = self.slot(s);
        if self.slots[slot].len > 0 {
            return Ok(self.slots[slot]);
        }
        let end = self.text.len() + s.len();
        if u32::try_from(end).is_err() {
            return Err(Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))));
        }
        let new = Str { at: self.text.len() as u32, len: s.len() as u32 };
        self.text.push_str(s);
        self.slots[slot] = new;
        self.count += 1;
        Ok(new)
    }

    fn str(&self, s: Str) -> &str {
        &self.text[s.at as usize..(s.at + s.len) as usize]
    }

    /// Where a string stands in the hash table, or would.
    fn slot(&self, s: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = self.hasher.hash_one(s) as usize & mask;
        while self.slots[slot].len > 0 && self.str(self.slots[slot]) != s {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
