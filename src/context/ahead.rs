//! What may the next hits mean, other than persons?
//!
//! Each hit is looked at once, however many persons before it ask what stands behind them.

use std::collections::VecDeque;

use super::{Context, NEIGHBOURS, Trace};
use crate::gazetteer::rows::NONE;
use crate::kind::{EntityKind, Policy};
use crate::scan::Hit;

/// The entities that the hits behind the one being judged may mean.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// Numbers of hits with their entities, in the order of the hits.
    meanings: VecDeque<(usize, u32)>,
    /// Up to which hit they have been looked at.
    to: usize,
}

impl<T: Trace> Context<'_, T> {
    /// Looks at the hits that are neighbours of the one being judged now.
    pub(super) fn look_at_neighbours(&mut self) {
        let to = self.hits.len().min(self.at + 1 + NEIGHBOURS);
        for hit in self.ahead.to.max(self.at + 1)..to {
            for alias in self.tables.aliases_of_key(self.hits[hit].key) {
                let row = self.tables.aliases.at(alias);
                if row.entity != NONE && row.policy != Policy::Never as u8 && *self.kind_meant(&row) != EntityKind::Official {
                    self.ahead.meanings.push_back((hit, row.entity));
                }
            }
        }
        self.ahead.to = self.ahead.to.max(to);
        while self.ahead.meanings.front().is_some_and(|&(hit, _)| hit <= self.at) {
            self.ahead.meanings.pop_front();
        }
    }

    /// Whether a neighbour behind the hit being judged, up to where `stays` holds, may mean an entity that suits, which is no person.
    /// [`look_at_neighbours`](Self::look_at_neighbours) comes first.
    pub(super) fn is_ahead(&self, stays: impl Fn(&Hit) -> bool, suits: impl Fn(u32) -> bool) -> bool {
        let mut meanings = self.ahead.meanings.iter().take_while(|&&(hit, _)| stays(&self.hits[hit]));
        meanings.any(|&(_, entity)| suits(entity))
    }

    /// The same of the neighbours that are near.
    pub(super) fn is_ahead_near(&self, hit: Hit, suits: impl Fn(u32) -> bool) -> bool {
        let first = self.ahead.meanings.iter().find(|&&(_, entity)| suits(entity));
        first.is_some_and(|&(next, _)| self.is_near_behind(hit, self.hits[next].start))
    }
}
