//! What is a mention before it is shown, and what is told of a candidate?

use super::Rule;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::AliasKind;
use crate::scan::Hit;

/// A mention before it is shown: all numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) entity: u32,
    /// Row of the alias, or [`NONE`] for a composed office.
    pub(crate) alias: u32,
    /// The folded form, or [`NONE`].
    pub(crate) key: u32,
    pub(crate) alias_kind: AliasKind,
    pub(crate) rule: Rule,
    /// In hundredths.
    pub(crate) confidence: u8,
    /// Row of a modifier in the words (`former`), or [`NONE`].
    pub(crate) modifier: u32,
    /// It stands inside the mention before it.
    pub(crate) nested: bool,
    /// The row of the role of a composed office, or [`NONE`].
    pub(crate) role: u32,
    /// The office that the text gives a person, or [`NONE`].
    pub(crate) office: u32,
    /// The modifier of that office (`former`), or [`NONE`].
    pub(crate) office_modifier: u32,
}

/// A candidate and what became of it, for explanations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The entity, or [`NONE`] for a decoy.
    pub(crate) entity: u32,
    pub(crate) alias: u32,
    /// The row of the role of a composed office, or [`NONE`].
    pub(crate) role: u32,
    pub(crate) rule: Rule,
    pub(crate) kept: bool,
    /// The office that the text gives a person but the data do not, or [`NONE`].
    pub(crate) contradicted: u32,
}

impl Step {
    pub(super) fn new(start: usize, end: usize, entity: u32, rule: Rule, kept: bool) -> Self {
        Step { start, end, entity, alias: NONE, role: NONE, rule, kept, contradicted: NONE }
    }
}

/// Hears of every candidate.
pub(crate) trait Trace {
    fn step(&mut self, step: Step);
}

/// Hears nothing.
impl Trace for () {
    #[inline]
    fn step(&mut self, _: Step) {}
}

impl Trace for Vec<Step> {
    fn step(&mut self, step: Step) {
        self.push(step);
    }
}

/// An alias that a hit may be.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub(super) alias: u32,
    pub(super) row: AliasRow,
    /// The words mean something else elsewhere.
    pub(super) contested: bool,
}

impl Candidate {
    pub(super) fn mention(self, hit: Hit, rule: Rule, confidence: u8) -> Found {
        Found::new(hit, self.alias, self.row, rule, confidence)
    }
}

impl Found {
    /// The entity that a hit is by an alias.
    #[inline]
    pub(super) fn new(hit: Hit, alias: u32, row: AliasRow, rule: Rule, confidence: u8) -> Self {
        Found {
            start: hit.start,
            end: hit.end,
            entity: row.entity,
            alias,
            key: hit.key,
            alias_kind: AliasKind::ALL[usize::from(row.kind)],
            rule,
            confidence,
            modifier: NONE,
            nested: false,
            role: NONE,
            office: NONE,
            office_modifier: NONE,
        }
    }
}

impl Found {
    /// The first `by` bytes of the text are gone; what lay there is only looked at for what it is, not for where.
    pub(crate) fn move_back(&mut self, by: usize) {
        (self.start, self.end) = (self.start.saturating_sub(by), self.end.saturating_sub(by));
    }
}
