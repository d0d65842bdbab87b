//! What is known beforehand about the case that a key's aliases ask for?
//!
//! The usual question, whether a text in plain ASCII has the capitals of the alias, is then a comparison of numbers.

use super::bytes::{CLASS, Class};
use crate::case::suits;
use crate::fold::Folding;
use crate::gazetteer::Tables;
use crate::kind::CasePolicy;

/// What the aliases of a key say of some cases that a text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// The capitals of an alias: bit `i` for byte `i` of the key.
    pub(super) capitals: u64,
    /// Bits: what follows.
    pub(super) known: u8,
}

impl Case {
    /// A text with the capitals of `capitals` suits.
    pub(super) const CAPITALS: u8 = 1;
    /// A text without capitals suits.
    pub(super) const SMALL: u8 = 2;
    /// A text without capitals does not suit.
    pub(super) const NOT_SMALL: u8 = 4;
    /// A text all in capitals suits.
    pub(super) const LARGE: u8 = 8;
    /// A text that starts with a small letter may suit.
    pub(super) const STARTS_SMALL: u8 = 16;
    /// The alias with the capitals of `capitals` is to be capitalized, not exact.
    pub(super) const CAPITALIZED: u8 = 32;

    /// What the aliases of `key` say.
    pub(super) fn of(tables: &Tables, key: u32) -> Case {
        let folded = tables.str(tables.keys.at(key as usize).text).as_bytes();
        let mut case = Case { capitals: 0, known: Case::NOT_SMALL };
        for alias in tables.aliases_of_key(key).map(|alias| tables.aliases.at(alias)) {
            let policy = CasePolicy::ALL[usize::from(alias.case)];
            let text = tables.str(alias.text);
            let capitals = capitals(text, folded);
            let capital_first = match capitals {
                Some(capitals) => capitals & 1 == 1,
                None => Folding::new(text, 0).next().is_some_and(|first| first.case == Some(true)),
            };
            if policy == CasePolicy::Any || !capital_first {
                case.known |= Case::STARTS_SMALL;
            }
            let Some(capitals) = capitals else {
                case.known &= !Case::NOT_SMALL;
                continue;
            };
            if case.known & Case::CAPITALS == 0 {
                case.capitals = capitals;
                case.known |= Case::CAPITALS;
                case.known |= if policy == CasePolicy::Exact { 0 } else { Case::CAPITALIZED };
            }
            if suits(policy, text, &text.to_ascii_lowercase()) {
                case.known = case.known & !Case::NOT_SMALL | Case::SMALL;
            }
            if suits(policy, text, &text.to_ascii_uppercase()) {
                case.known |= Case::LARGE;
            }
        }
        case
    }

    /// Whether a text with these capitals suits, if that is known. `letters` has a bit for every letter of the key.
    #[inline(always)]
    pub(super) fn suits(self, capitals: u64, letters: u64) -> Option<bool> {
        if capitals == self.capitals && self.known & Case::CAPITALS != 0 {
            return Some(true);
        }
        if capitals == 0 && self.known & (Case::SMALL | Case::NOT_SMALL) != 0 {
            return Some(self.known & Case::SMALL != 0);
        }
        if capitals == letters && self.known & Case::LARGE != 0 {
            return Some(true);
        }
        // Words begin with capitals where those of the alias do, and have no further ones.
        let first = letters & !(letters << 1);
        let wrong = first & self.capitals & !capitals | letters & !first & capitals & !self.capitals;
        (self.known & Case::CAPITALIZED != 0 && wrong == 0).then_some(true)
    }
}

/// The capitals of an alias, by the bytes of its key; `None` if it is no plain ASCII or too long.
fn capitals(alias: &str, folded: &[u8]) -> Option<u64> {
    if folded.len() > 64 {
        return None;
    }
    let (mut capitals, mut at) = (0, 0);
    for &b in alias.as_bytes() {
        let class = CLASS[usize::from(b)];
        let folds_to = if class == Class::Separator { b' ' } else { b.to_ascii_lowercase() };
        if class == Class::Odd {
            return None;
        }
        if folded.get(at) == Some(&folds_to) {
            capitals |= u64::from(b.is_ascii_uppercase()) << at;
            at += 1;
        } else if at == 0 || !matches!(class, Class::Separator | Class::Dot) {
            // Only separators and dots may be missing in the key.
            return None;
        }
    }
    (at == folded.len()).then_some(capitals)
}
