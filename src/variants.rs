//! An alias → the further spellings that folding does not make alike.

use crate::fold;

/// The alias without the dots of its abbreviations (`St. Lucia` → `St Lucia`), if it has any.
///
/// Initials (`George W. Bush`) are left alone: folding drops their dots. So are abbreviations that are a word without theirs (`Cabo Verde
/// Is.`, lest `Cabo Verde is` be one).
pub(crate) fn without_abbreviation_dots(alias: &str) -> Option<String> {
    if !alias.contains('.') {
        return None;
    }
    let words = alias.split(' ').map(|word| match word.split_once('.') {
        Some(("Is" | "So" | "No" | "Am", _)) => word.to_owned(),
        Some((stem, rest)) if stem.chars().nth(1).is_some() && stem.chars().all(fold::is_letter) && !rest.contains('.') => {
            [stem, rest].concat()
        }
        _ => word.to_owned(),
    });
    let without = words.collect::<Vec<_>>().join(" ");
    (without != alias).then_some(without)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_of_abbreviations() {
        let without = |alias| without_abbreviation_dots(alias);
        assert_eq!(without("St. Lucia").as_deref(), Some("St Lucia"));
        assert_eq!(without("Korea, Dem. Rep.").as_deref(), Some("Korea, Dem Rep"));
        assert_eq!(without("Korea (Rep. of)"), None);
        assert_eq!(without("Cabo Verde Is."), None);
        assert_eq!(without("George W. Bush"), None);
        assert_eq!(without("U.S.A."), None);
        assert_eq!(without("Inc.."), None);
        assert_eq!(without("Kazakhstan"), None);
    }
}
