//! What is spoken of around a hit, other than persons?
//!
//! Each hit is looked at once, however many persons before it ask what stands behind them; what was found around a name is gathered once
//! for all who bear it.

use std::collections::VecDeque;

use super::{Context, NEIGHBOURS, Trace};
use crate::gazetteer::rows::NONE;
use crate::kind::{EntityKind, Policy};
use crate::scan::Hit;

/// The entities around the hit being judged.
#[derive(Debug, Default)]
pub(super) struct About {
    /// Numbers of hits behind it with the entities that they may mean, in the order of the hits.
    meanings: VecDeque<(usize, u32)>,
    /// Up to which hit they have been looked at.
    to: usize,
    /// The last name asked about, and how many mentions stood before it.
    asked: (usize, usize, usize),
    /// What was spoken of near it.
    spoken: Vec<Spoken>,
}

/// Something spoken of near a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    pub(super) entity: u32,
    /// The country or body that it belongs to.
    pub(super) owner: u32,
    /// Whether it stands in the sentence of the name.
    pub(super) in_sentence: bool,
}

impl<T: Trace> Context<'_, T> {
    /// Looks at the hits that are neighbours of the one being judged now.
    pub(super) fn look_at_neighbours(&mut self) {
        let to = self.hits.len().min(self.at + 1 + NEIGHBOURS);
        for hit in self.about.to.max(self.at + 1)..to {
            for alias in self.tables.aliases_of_key(self.hits[hit].key) {
                let row = self.tables.aliases.at(alias);
                if row.entity != NONE && row.policy != Policy::Never as u8 && *self.kind_meant(&row) != EntityKind::Official {
                    self.about.meanings.push_back((hit, row.entity));
                }
            }
        }
        self.about.to = self.about.to.max(to);
        while self.about.meanings.front().is_some_and(|&(hit, _)| hit <= self.at) {
            self.about.meanings.pop_front();
        }
    }

    /// Whether a neighbour behind the hit being judged, up to where `stays` holds, may mean an entity that suits, which is no person.
    /// [`look_at_neighbours`](Self::look_at_neighbours) comes first.
    pub(super) fn is_ahead(&self, stays: impl Fn(&Hit) -> bool, suits: impl Fn(u32) -> bool) -> bool {
        let mut meanings = self.about.meanings.iter().take_while(|&&(hit, _)| stays(&self.hits[hit]));
        meanings.any(|&(_, entity)| suits(entity))
    }

    /// What is spoken of near a name, each entity once in its sentence and once outside.
    pub(super) fn spoken_near(&mut self, hit: Hit) -> &[Spoken] {
        let asked = (hit.start, hit.end, self.known.found.len());
        if self.about.asked != asked {
            self.look_at_neighbours();
            let mut spoken = std::mem::take(&mut self.about.spoken);
            spoken.clear();
            self.gather_spoken(hit, &mut spoken);
            self.about.spoken = spoken;
            self.about.asked = asked;
        }
        &self.about.spoken
    }

    fn gather_spoken(&mut self, hit: Hit, spoken: &mut Vec<Spoken>) {
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let before = self.known.found.iter().rev().take(NEIGHBOURS).take_while(|found| self.is_near_before(found.start, hit));
        let before = before.map(|found| (found.entity, found.start >= from));
        let behind = self.about.meanings.iter().map(|&(next, entity)| (self.hits[next], entity));
        let behind = behind.take_while(|(next, _)| self.is_near_behind(hit, next.start));
        let behind = behind.map(|(next, entity)| (entity, next.end <= to));
        for (entity, in_sentence) in before.chain(behind) {
            let one = Spoken { entity, owner: self.tables.traits(entity).owner, in_sentence };
            if *self.kind_of(entity) != EntityKind::Official && !spoken.contains(&one) {
                spoken.push(one);
            }
        }
    }
}
