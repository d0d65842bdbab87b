//! Up to which date is the data good?

use super::{Gazetteer, functions};
use crate::date::Date;

impl Gazetteer {
    /// Up to which date the data is good in general, as its version says; `None` for a user's own.
    ///
    /// ```
    /// # #[cfg(feature = "history")] {
    /// let gazetteer = demarche::Gazetteer::embedded();
    /// assert!(gazetteer.horizon() >= "2025-12-31".parse().ok());
    /// # }
    /// ```
    pub fn horizon(&self) -> Option<Date> {
        self.data_version().split_whitespace().last()?.parse().ok()
    }

    /// Up to which date the holders of offices with a function (`foreign_minister`, `head_of_state`, …) are known: nine of ten tenures
    /// without an end are known to have lasted until then.
    ///
    /// `None` for an unknown function, or one without such tenures.
    pub fn horizon_of(&self, function: &str) -> Option<Date> {
        let bit = functions::parse(function).ok().filter(|&bit| bit != 0)?;
        let tables = &*self.0;
        let open = tables.tenures.iter().filter(|row| row.to == 0 && tables.traits(row.office).functions & bit != 0);
        let mut horizons: Vec<Date> = open.filter_map(|row| Date::from_bits(row.horizon)).collect();
        horizons.sort_unstable();
        horizons.get(horizons.len() / 10).copied()
    }
}
