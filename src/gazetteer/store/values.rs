//! Which named values are there, each once?

use crate::gazetteer::intern::Seed;
use crate::gazetteer::rows::{NONE, Str};

/// Named values, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) pairs: Vec<(Str, Str)>,
    /// A hash table of their numbers, at most half full.
    slots: Vec<u32>,
    seed: Seed,
}

impl Values {
    /// The number of a named value, or the slot for a new one.
    pub(super) fn find(&mut self, text: &str, name: &str, value: &str) -> Result<u32, usize> {
        if self.pairs.len() * 2 >= self.slots.len() {
            self.slots = vec![NONE; (self.slots.len() * 2).max(64)];
            for (row, &(name, value)) in (0..).zip(&self.pairs) {
                let [name, value] = [name, value].map(|s| &text[s.at as usize..][..s.len as usize]);
                // They differ, so that the first empty slot is right.
                let slot = self.slot(name, value, |_| false);
                self.slots[slot] = row;
            }
        }
        let is = |row: u32| {
            let (known, same) = self.pairs[row as usize];
            let is = |s: Str, wanted: &str| text[s.at as usize..][..s.len as usize] == *wanted;
            is(known, name) && is(same, value)
        };
        let slot = self.slot(name, value, is);
        if self.slots[slot] == NONE { Err(slot) } else { Ok(self.slots[slot]) }
    }

    fn slot(&self, name: &str, value: &str, is: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let hash = self.seed.hash(value.as_bytes()) ^ self.seed.hash(name.as_bytes()).rotate_left(17);
        let mut slot = hash as usize & mask;
        while self.slots[slot] != NONE && !is(self.slots[slot]) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Puts a new one into its slot.
    pub(super) fn insert(&mut self, slot: usize, pair: (Str, Str)) -> u32 {
        let row = self.pairs.len() as u32;
        self.pairs.push(pair);
        self.slots[slot] = row;
        row
    }
}
