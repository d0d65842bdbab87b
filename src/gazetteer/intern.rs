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
    seed: Seed,
}

/// A hash keyed by chance, so that a list made to collide stays quick.
#[derive(Clone, Debug)]
pub(super) struct Seed(u64, u64);

impl Default for Seed {
    fn default() -> Self {
        let random = RandomState::new();
        Seed(random.hash_one(0), random.hash_one(1) | 1)
    }
}

impl Seed {
    /// Eight bytes at a time are multiplied to 128 bits, which are folded to 64.
    #[inline]
    pub(super) fn hash(&self, bytes: &[u8]) -> u64 {
        let mix = |hash: u64, bytes: u64| {
            let product = u128::from(hash ^ bytes) * u128::from(self.1);
            product as u64 ^ (product >> 64) as u64
        };
        let (chunks, rest) = bytes.as_chunks::<8>();
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        let hash = chunks.iter().fold(self.0 ^ bytes.len() as u64, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
        mix(mix(hash, u64::from_le_bytes(last)), self.0)
    }
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
        let new = self.add(s)?;
        self.slots[slot] = new;
        self.count += 1;
        Ok(new)
    }

    /// The place of a string that is like no other.
    pub(super) fn add(&mut self, s: &str) -> Result<Str, Error> {
        let end = self.text.len() + s.len();
        if u32::try_from(end).is_err() {
            return Err(Error::new(ErrorKind::TooMany("bytes of text", u64::from(u32::MAX))));
        }
        let new = Str { at: self.text.len() as u32, len: s.len() as u32 };
        self.text.push_str(s);
        Ok(new)
    }

    pub(super) fn str(&self, s: Str) -> &str {
        &self.text[s.at as usize..(s.at + s.len) as usize]
    }

    /// Where a string stands in the hash table, or would.
    fn slot(&self, s: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = self.seed.hash(s.as_bytes()) as usize & mask;
        while self.slots[slot].len > 0 && self.str(self.slots[slot]) != s {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
