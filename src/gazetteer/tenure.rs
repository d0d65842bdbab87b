//! Who held which office when, and who belonged to what.

use std::fmt;

use serde::Serialize;

use super::rows::{MembershipRow, TenureRow};
use super::{Entity, Gazetteer};
use crate::date::{Date, Interval, When};

/// How sure it is that somebody held an office on a date.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The dates say so.
    Certain,
    /// The start or the end is known only to the month or year, and the date falls into it.
    Imprecise,
    /// The tenure had not ended when the data was made, and the date is later than that.
    BeyondHorizon,
}

/// One person's time in one office.
#[derive(Clone, Copy)]
pub struct Tenure<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) row: TenureRow,
}

impl<'g> Tenure<'g> {
    /// Who held the office.
    pub fn official(&self) -> Entity<'g> {
        self.gazetteer.entity(self.row.official)
    }

    /// The office held.
    pub fn office(&self) -> Entity<'g> {
        self.gazetteer.entity(self.row.office)
    }

    /// From when (included) to when; the day of a hand-over belongs to both holders.
    pub fn interval(&self) -> Interval {
        self.row.interval()
    }

    /// For a tenure without an end: until when it is known to have lasted.
    pub fn horizon(&self) -> Option<Date> {
        Date::from_bits(self.row.horizon)
    }

    /// `acting`, `interim`, `rival`, …; empty for an ordinary holder.
    pub fn role(&self) -> &'g str {
        self.gazetteer.0.str(self.row.role)
    }

    /// What the sources disagree on, and how that was decided.
    pub fn doubt(&self) -> &'g str {
        self.gazetteer.0.str(self.row.doubt)
    }

    /// Codes of the sources, joined by `;` (see `data/sources.tsv`).
    pub fn source(&self) -> &'g str {
        self.gazetteer.0.str(self.row.source)
    }

    /// How sure it is that the office was held on `date`; `None` if it was not.
    pub fn certainty(&self, date: Date) -> Option<Certainty> {
        self.row.certainty(date)
    }
}

impl TenureRow {
    pub(crate) fn interval(&self) -> Interval {
        Interval::new(Date::from_bits(self.from), Date::from_bits(self.to))
    }

    pub(crate) fn certainty(&self, date: Date) -> Option<Certainty> {
        match self.interval().when(date, true) {
            When::Before | When::After => None,
            When::Perhaps => Some(Certainty::Imprecise),
            When::During => match Date::from_bits(self.horizon) {
                Some(horizon) if self.to == 0 && date.first_day() > horizon.last_day() => Some(Certainty::BeyondHorizon),
                _ => Some(Certainty::Certain),
            },
        }
    }
}

impl fmt::Debug for Tenure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tenure({}, {}, {:?})", self.official().id(), self.office().id(), self.interval())
    }
}

/// One stretch of time in which something belonged to a body, format or region.
#[derive(Clone, Copy)]
pub struct Membership<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) row: MembershipRow,
}

impl<'g> Membership<'g> {
    /// The body, format or region.
    pub fn group(&self) -> Entity<'g> {
        self.gazetteer.entity(self.row.group)
    }

    /// Who belongs to it.
    pub fn member(&self) -> Entity<'g> {
        self.gazetteer.entity(self.row.member)
    }

    /// From when (included) to when (excluded).
    pub fn interval(&self) -> Interval {
        Interval::new(Date::from_bits(self.row.from), Date::from_bits(self.row.to))
    }

    /// `member`, `observer`, `chair`, …
    pub fn role(&self) -> &'g str {
        self.gazetteer.0.str(self.row.role)
    }

    /// Whether it may have held on `date`, to the precision of its dates.
    pub fn holds_on(&self, date: Date) -> bool {
        !matches!(self.interval().when(date, false), When::Before | When::After)
    }
}

impl fmt::Debug for Membership<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Membership({}, {}, {}, {:?})", self.group().id(), self.member().id(), self.role(), self.interval())
    }
}
