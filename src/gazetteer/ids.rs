//! Entities of a builder → the rows they get, in the order of their ids.

use super::intern::Seed;
use super::rows::NONE;
use super::sort;
use super::store::Store;

/// Entities in the order of their ids, and where each stands.
pub(super) struct Ids<'b> {
    store: &'b Store,
    /// Their numbers in the store.
    pub(super) order: Vec<u32>,
    /// The other way round: the row of each number.
    pub(super) rows: Vec<u32>,
    /// A hash table of rows, at most half full, with another part of the hash; made when the first id is looked for.
    slots: Vec<(u32, u32)>,
    seed: Seed,
}

impl<'b> Ids<'b> {
    /// Sorts entities; if two have one id, tells which.
    pub(super) fn new(store: &'b Store) -> Result<Self, (u32, u32)> {
        let sort::Order { numbers: order, twins } = sort::order(store.entity_count(), |number| store.id_bytes(number));
        if let Some(twins) = twins {
            return Err(twins);
        }
        let mut rows = vec![0; order.len()];
        for (row, &number) in (0..).zip(&order) {
            rows[number as usize] = row;
        }
        Ok(Ids { store, order, rows, slots: Vec::new(), seed: Seed::default() })
    }

    /// The row of an alias's entity.
    pub(super) fn row_of_alias(&mut self, alias: u32) -> Option<u32> {
        match self.store.entity_of_alias(alias) {
            Some(number) => Some(self.rows[number as usize]),
            None => self.row(self.store.alias(alias).id),
        }
    }

    /// The row of an id.
    pub(super) fn row(&mut self, id: &str) -> Option<u32> {
        if self.slots.is_empty() {
            self.slots = vec![(NONE, 0); (2 * self.order.len() + 1).next_power_of_two()];
            for row in 0..self.order.len() as u32 {
                let hash = self.seed.hash(self.id(row));
                // They differ, so that the first empty slot is right.
                let slot = self.slot(hash, |_| false);
                self.slots[slot] = (row, (hash >> 32) as u32);
            }
        }
        let slot = self.slot(self.seed.hash(id.as_bytes()), |row| self.id(row) == id.as_bytes());
        Some(self.slots[slot].0).filter(|&row| row != NONE)
    }

    /// The bytes of the id of a row.
    fn id(&self, row: u32) -> &'b [u8] {
        self.store.id_bytes(self.order[row as usize])
    }

    /// Where something with a hash stands in the hash table, or would.
    fn slot(&self, hash: u64, is: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].0 != NONE && !(self.slots[slot].1 == (hash >> 32) as u32 && is(self.slots[slot].0)) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
