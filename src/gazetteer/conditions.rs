//! What an alias asks of the text around it → a row of the tables.

use super::intern::Interner;
use super::phrases;
use super::records::Conditions;
use super::rows::ConditionRow;
use crate::date::Date;
use crate::error::Error;
use crate::fold;

/// What an alias asks of the text around it.
pub(super) fn condition_row(conditions: &Conditions, text: &mut Interner) -> Result<ConditionRow, Error> {
    let (not_before, not_after) = (fold_list(&conditions.not_before), fold_list(&conditions.not_after));
    Ok(ConditionRow {
        cues: text.put(&fold_list(&conditions.cues))?,
        not_before: text.put(&not_before)?,
        not_after: text.put(&not_after)?,
        lasts: phrases::lasts(&not_before),
        firsts: phrases::firsts(&not_after),
        valid_from: bits(conditions.valid.from()),
        valid_to: bits(conditions.valid.to()),
    })
}

/// A date as tables have it: 0 for none.
pub(super) fn bits(date: Option<Date>) -> u32 {
    date.map_or(0, Date::to_bits)
}

/// A list of phrases joined by `;`, each folded; `*Capital`, `*Article`, `*Joined`, `*Sport`, `*Entry`, `*List` and `*Result` stay as they are.
fn fold_list(list: &str) -> String {
    let phrases = list.split(';').map(str::trim).filter(|phrase| !phrase.is_empty());
    let folded = phrases.filter_map(|phrase| match phrase.strip_prefix(',') {
        Some(rest) => fold::fold(rest).map(|rest| format!(", {rest}")),
        None if phrase.starts_with('*') => Some(phrase.into()),
        None => fold::fold(phrase),
    });
    folded.collect::<Vec<_>>().join(";")
}
