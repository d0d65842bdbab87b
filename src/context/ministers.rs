//! Which minister is meant by a country's name and a surname that many bear?
//!
//! `Britain's Cook sees a deal`: behind the possessive of a country its minister of that name, if there is but one on the date. Looks at
//! the mention right before the name.

use super::{Context, Trace};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MINISTERS};
use crate::scan::Hit;

impl<T: Trace> Context<'_, T> {
    /// The only bearer who is a minister or head, on the date, of the country whose possessive stands right before the name.
    pub(super) fn minister_of_owner(&self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        let date = self.as_of?;
        let country = self.country_before(hit.start).filter(|_| self.is_behind_possessive())?;
        let serves = |person: u32| {
            self.tables.tenures_of_official(person).any(|tenure| {
                let office = self.tables.traits(tenure.office);
                office.owner == country
                    && office.functions & (MINISTERS | HEAD_OF_STATE | HEAD_OF_GOVERNMENT) != 0
                    && tenure.certainty(date).is_some()
            })
        };
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| serves(person));
        let first = those.next()?;
        those.all(|person| person == first).then_some(first)
    }
}
