//! What is left when the past is left out?

use std::collections::HashSet;

use super::builder::GazetteerBuilder;
use crate::date::Date;

impl GazetteerBuilder {
    /// Drops the tenures that ended, or were last known, before `date`, and the officials that have none left.
    pub(crate) fn forget_before(&mut self, date: Date) {
        let before: HashSet<String> = self.tenures.iter().map(|tenure| tenure.official.clone()).collect();
        self.tenures.retain(|tenure| tenure.interval.to().or(tenure.horizon).is_none_or(|end| end.last_day() >= date));
        let after: HashSet<&str> = self.tenures.iter().map(|tenure| tenure.official.as_str()).collect();
        let is_gone = |id: &str| before.contains(id) && !after.contains(id);
        self.store.retain_entities(|id| !is_gone(id));
        self.store.retain_aliases(|alias| !is_gone(alias.id));
    }
}
