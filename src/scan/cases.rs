//! What is known beforehand about the case that a key's aliases ask for?
//!
//! The usual question, whether a text in plain ASCII has the capitals of the alias, is then a comparison of numbers.

use crate::bytes::{CLASS, Class, FIRST, HIGH, case_bits, eights, letters};
use crate::case::suits;
use crate::fetch::{TOGETHER, fetch};
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

    /// Nothing is known.
    const NONE: Case = Case { capitals: 0, known: 0 };

    /// What the aliases of each key say, by the numbers of keys.
    pub(super) fn of_all(tables: &Tables) -> Vec<Case> {
        let count = tables.aliases.len();
        let mut cases = vec![Case::NONE; count];
        let mut keys = tables.all_keys().peekable();
        for first in (0..count).step_by(TOGETHER) {
            let end = count.min(first + TOGETHER);
            // Where aliases are written says nothing of where their keys are.
            fetch(first..end, |alias| tables.bytes(tables.aliases.at(alias).text).first().map_or(0, |&b| b));
            while let Some(key) = keys.next_if(|&key| (key as usize) < end) {
                cases[key as usize] = Case::of(tables, key);
            }
        }
        cases
    }

    /// What the aliases of `key` say.
    fn of(tables: &Tables, key: u32) -> Case {
        let folded = tables.folded(key).as_bytes();
        let mut case = Case { known: Case::NOT_SMALL, ..Case::NONE };
        for alias in tables.aliases_of_key(key).map(|alias| tables.aliases.at(alias)) {
            let policy = CasePolicy::ALL[usize::from(alias.case)];
            let text = tables.str(alias.text);
            case.note(policy, plain(policy, text.as_bytes(), folded).unwrap_or_else(|| word_by_word(policy, text, folded)));
        }
        case
    }

    /// Takes in what an alias says.
    fn note(&mut self, policy: CasePolicy, says: Says) {
        if policy == CasePolicy::Any || !says.capital_first {
            self.known |= Case::STARTS_SMALL;
        }
        let Some(capitals) = says.capitals else {
            self.known &= !Case::NOT_SMALL;
            return;
        };
        if self.known & Case::CAPITALS == 0 {
            self.capitals = capitals;
            self.known |= Case::CAPITALS;
            self.known |= if policy == CasePolicy::Exact { 0 } else { Case::CAPITALIZED };
        }
        if says.small {
            self.known = self.known & !Case::NOT_SMALL | Case::SMALL;
        }
        if says.large {
            self.known |= Case::LARGE;
        }
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

/// What one alias says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Says {
    /// Its capitals, by the bytes of its key; `None` if it is no plain ASCII or too long.
    capitals: Option<u64>,
    /// It starts with a capital.
    capital_first: bool,
    /// A text without capitals suits, and one all in capitals.
    small: bool,
    large: bool,
}

/// What any alias says, read word by word.
fn word_by_word(policy: CasePolicy, text: &str, folded: &[u8]) -> Says {
    let capitals = capitals(text, folded);
    Says {
        capitals,
        capital_first: match capitals {
            Some(capitals) => capitals & 1 == 1,
            None => Folding::new(text, 0).next().is_some_and(|first| first.case == Some(true)),
        },
        small: capitals.is_some() && suits(policy, text, &text.to_ascii_lowercase()),
        large: capitals.is_some() && suits(policy, text, &text.to_ascii_uppercase()),
    }
}

/// The same of one that is made of ASCII letters, digits and single separators, as its key is: most are, and are read 8 bytes at a time.
fn plain(policy: CasePolicy, text: &[u8], folded: &[u8]) -> Option<Says> {
    if text.len() != folded.len() || text.len() > 64 {
        return None;
    }
    let (mut capitals, mut all) = (0, 0);
    for (at, (bytes, folded)) in (0..).step_by(8).zip(eights(text).zip(eights(folded))) {
        let mask = FIRST[(text.len() - at).min(8)];
        let letters = letters(bytes);
        if ((bytes | letters >> 2) ^ folded) & ((letters >> 7) * 0xff) != 0 {
            return None;
        }
        let mut others = !letters & HIGH & mask;
        while others != 0 {
            let shift = others.trailing_zeros() - 7;
            match ((bytes >> shift) as u8, (folded >> shift) as u8) {
                (b' ' | b'-', b' ') => {}
                (digit @ b'0'..=b'9', same) if digit == same => {}
                _ => return None,
            }
            others &= others - 1;
        }
        let bits = case_bits(bytes);
        capitals |= bits.0 << at;
        all |= bits.1 << at;
    }
    let first = all & !(all << 1);
    // The first word, and those of more than three letters, begin with capitals where the alias does.
    let strict = first & (first.wrapping_neg() | all >> 1 & all >> 2 & all >> 3);
    let (small, large) = match policy {
        CasePolicy::Any => (true, true),
        CasePolicy::Exact => (capitals == 0, capitals == all),
        CasePolicy::Capitalized => (capitals & strict == 0, true),
    };
    Some(Says { capitals: Some(capitals), capital_first: capitals & 1 == 1, small, large })
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fold::fold;

    proptest! {
        /// What is read 8 bytes at a time is what is read word by word.
        #[test]
        fn plain_is_word_by_word(alias in "[A-Ca-c]([A-Ca-c]|[A-Ca-c]|[ -]|[0-9.'&]){0,30}", wide in "[a-zA-Z -]{0,70}") {
            for alias in [alias, wide] {
                let Some(folded) = fold(&alias) else { continue };
                for &policy in CasePolicy::ALL {
                    if let Some(says) = plain(policy, alias.as_bytes(), folded.as_bytes()) {
                        prop_assert_eq!(says, word_by_word(policy, &alias, folded.as_bytes()), "{} {}", alias, policy);
                    }
                }
            }
        }
    }

    #[test]
    fn most_are_plain() {
        for (alias, is_plain) in
            [("Guinea-Bissau", true), ("G20 of Seoul", true), ("G 20", false), ("Côte", false), ("D.C.", false)]
        {
            let folded = fold(alias).expect("a key");
            assert_eq!(plain(CasePolicy::Capitalized, alias.as_bytes(), folded.as_bytes()).is_some(), is_plain, "{alias}");
        }
    }
}
