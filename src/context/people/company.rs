//! Who of several bearers of a name is meant in this company, in a text without a date?
//!
//! `President Bush` beside Gorbachev and Baker, or beside Putin and Rumsfeld; `in 1991`. Looks at the last [`NEIGHBOURS`] mentions, at the
//! next [`NEIGHBOURS_AHEAD`] hits and at the years within [`YEARS_REACH`] characters.

use crate::context::text::reach;
use crate::context::{Context, NEIGHBOURS, Trace};
use crate::date::Interval;
use crate::gazetteer::rows::{NONE, TenureRow};
use crate::kind::{EntityKind, Policy};
use crate::scan::Hit;

/// Hits behind a name that are looked at.
const NEIGHBOURS_AHEAD: usize = 24;
/// How far years are looked for to each side, in characters.
const YEARS_REACH: usize = 240;
/// Years that are looked at.
const MAX_YEARS: usize = 16;

impl<T: Trace> Context<'_, T> {
    /// Of persons between whom nothing else decides, the one who was in office with most of those named beside them, and in the years
    /// named there; `None` if none stands out.
    pub(super) fn in_company(&self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, u32)> {
        let company = self.company(hit, bearers);
        let years = self.years_near(hit);
        let fit = |person: u32| {
            let own: Vec<TenureRow> = self.tables.tenures_of_official(person).collect();
            let shared = company.iter().filter(|&&other| self.served_together(&own, other)).count();
            let spoken = years.iter().filter(|&&year| own.iter().any(|tenure| holds(&tenure.interval(), year))).count();
            shared + spoken
        };
        let fits: Vec<usize> = bearers.iter().map(|&(_, person)| fit(person)).collect();
        let most = fits.iter().copied().max().filter(|&most| most > 0)?;
        let mut best = bearers.iter().zip(&fits).filter(|&(_, &fit)| fit == most).map(|(&bearer, _)| bearer);
        let first = best.next()?;
        best.all(|(_, person)| person == first.1).then_some(first)
    }

    /// The persons named beside a name by a name that is theirs alone, each once.
    fn company(&self, hit: Hit, bearers: &[(u32, u32)]) -> Vec<u32> {
        let official = |entity: u32| *self.kind_of(entity) == EntityKind::Official;
        let before =
            self.known.found.iter().rev().take(NEIGHBOURS).filter(|found| found.key != hit.key).map(|found| found.entity);
        let behind =
            self.hits[self.at + 1..].iter().take(NEIGHBOURS_AHEAD).take_while(|next| self.is_near_behind(hit, next.start));
        let alone = |next: &Hit| {
            let mut aliases = self.tables.aliases_of_key(next.key).map(|alias| self.tables.aliases.at(alias));
            let first = aliases.next().filter(|row| row.policy == Policy::Always as u8)?;
            (next.key != hit.key && aliases.all(|row| row.entity == first.entity)).then_some(first.entity)
        };
        let mut company: Vec<u32> = before.chain(behind.filter_map(alone)).filter(|&e| e != NONE && official(e)).collect();
        company.sort_unstable();
        company.dedup();
        company.retain(|&other| bearers.iter().all(|&(_, person)| person != other));
        company
    }

    /// Whether another person was in office while one with these tenures was.
    fn served_together(&self, own: &[TenureRow], other: u32) -> bool {
        self.tables.tenures_of_official(other).any(|tenure| own.iter().any(|mine| overlap(&mine.interval(), &tenure.interval())))
    }

    /// The years written near a name, in figures.
    fn years_near(&self, hit: Hit) -> Vec<u16> {
        let (from, to) = (reach::before(self.text, hit.start, YEARS_REACH), reach::after(self.text, hit.end, YEARS_REACH));
        let numbers = self.text[from..to].split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
        numbers
            .filter(|number| number.starts_with("19") || number.starts_with("20"))
            .take(MAX_YEARS)
            .filter_map(|n| n.parse().ok())
            .collect()
    }
}

/// Whether a year is one of an interval.
fn holds(interval: &Interval, year: u16) -> bool {
    let from = interval.from().is_none_or(|from| from.year() <= year);
    from && interval.to().is_none_or(|to| to.year() >= year)
}

/// Whether two tenures have more than a year's end in common.
fn overlap(one: &Interval, other: &Interval) -> bool {
    let before = |a: &Interval, b: &Interval| a.to().zip(b.from()).is_some_and(|(to, from)| to.year() <= from.year());
    !before(one, other) && !before(other, one)
}
