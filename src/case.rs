//! Does the case in the text suit the alias's policy?

use std::ops::Range;

use crate::bytes::{self, FIRST, HIGH, eight};
use crate::fold::{Folding, Piece, is_separator};
use crate::kind::CasePolicy;

/// Whether `surface`, which folds to the same as `alias`, has a case that the policy admits.
///
/// `Capitalized` judges word by word: a word all in capitals will do; otherwise it starts with a capital where the alias does (it may
/// where the alias does not: `Von der Leyen`), and has no capitals inside that the alias lacks. Short words behind the first may be
/// small (`Abdel Fattah Al Sisi`, `Kim Jong un`).
pub(crate) fn suits(policy: CasePolicy, alias: &str, surface: &str) -> bool {
    if policy == CasePolicy::Any || alias == surface {
        return true;
    }
    let exact = policy == CasePolicy::Exact;
    if let Some(suits) = plain_suits(alias.as_bytes(), surface.as_bytes(), exact) {
        return suits;
    }
    let mut alias = letters(alias);
    let mut surface = letters(surface);
    let mut word = Word::new(true);
    loop {
        match (alias.next(), surface.next()) {
            (Some((_, Some(a))), Some((_, Some(s)))) => match s {
                Some(s) => word.push(a.unwrap_or(s), s, exact),
                None => word.len += 1,
            },
            (Some((sign, _)), Some(_)) => {
                if !word.suits(exact) {
                    return false;
                }
                word = Word { hangs: sign == b'\'', ..Word::new(word.leads && word.len == 0) };
            }
            _ => return word.suits(exact),
        }
    }
}

/// Whether `surface` has the case that the policy admits, or that of an entry of a list: `United states`, a capital at its start alone.
/// Whether it stands in one is for the context to say.
pub(crate) fn may_suit(policy: CasePolicy, alias: &str, surface: &str) -> bool {
    suits(policy, alias, surface) || policy == CasePolicy::Capitalized && is_sentence_case(surface)
}

/// How a range of a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Surface {
    /// In letters, digits, spaces and simple marks: without a line end, a dash before a space, or anything beyond ASCII.
    pub(crate) plain: bool,
    /// Of several words the first starts with a capital, and there is no other.
    pub(crate) one_capital: bool,
}

impl Surface {
    /// One word of ASCII, or several of which more than the first start with a capital.
    pub(crate) const PLAIN: Surface = Surface { plain: true, one_capital: false };

    /// Reads eight bytes at a time.
    #[inline]
    pub(crate) fn of(text: &str, range: Range<usize>) -> Self {
        let (mut plain, mut one_word, mut capitals, mut at) = (true, true, 0, range.start);
        while at < range.end {
            let mask = FIRST[(range.end - at).min(8)];
            let bytes = eight(text.as_bytes(), at) & mask;
            let letters = bytes::letters(bytes);
            let first = if at == range.start { 0x80 } else { 0 };
            capitals |= letters & !(bytes << 2) & !first;
            one_word &= letters == mask & HIGH;
            let joined = bytes::equal(bytes, b'-') & !bytes::equal(eight(text.as_bytes(), at + 1), b' ');
            plain &= (bytes::plain(bytes) | joined | !mask) & HIGH == HIGH;
            at += 8;
        }
        // Mostly it is one word, or there is a further capital.
        Surface { plain, one_capital: !one_word && capitals == 0 && is_sentence_case(&text[range]) }
    }
}

/// Whether of several words the first starts with a capital, and there is no other.
fn is_sentence_case(surface: &str) -> bool {
    let mut letters = surface.chars();
    surface.contains(is_separator) && letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
}

/// The same where both are plain ASCII and differ in nothing but case and kinds of separators, which is usual; `None` elsewhere.
fn plain_suits(alias: &[u8], surface: &[u8], exact: bool) -> Option<bool> {
    if alias.len() != surface.len() {
        return None;
    }
    let mut word = Word::new(true);
    for (&a, &s) in alias.iter().zip(surface) {
        match (a, s) {
            (b'A'..=b'Z' | b'a'..=b'z', _) if a | 0x20 == s | 0x20 => word.push(a < b'a', s < b'a', exact),
            (b' ' | b'-', b' ' | b'-' | b'\n') | (b'0'..=b'9', b'0'..=b'9') => {
                if !word.suits(exact) {
                    return Some(false);
                }
                word = Word::new(word.leads && word.len == 0);
            }
            _ => return None,
        }
    }
    Some(word.suits(exact))
}

/// The letters of a word so far.
struct Word {
    len: usize,
    /// It is the first word.
    leads: bool,
    /// It hangs on an apostrophe: `d'Ivoire`, which title case makes `D'ivoire`.
    hangs: bool,
    /// Every letter suits by itself.
    each: bool,
    capitals: bool,
    small: bool,
}

impl Word {
    fn new(leads: bool) -> Self {
        Word { len: 0, leads, hangs: false, each: true, capitals: true, small: true }
    }

    /// Adds a letter: whether it is a capital in the alias and in the text.
    fn push(&mut self, alias: bool, surface: bool, exact: bool) {
        self.each &= if exact {
            alias == surface
        } else if self.len == 0 {
            surface || !alias
        } else {
            alias || !surface
        };
        self.capitals &= surface;
        self.small &= !surface;
        self.len += 1;
    }

    fn suits(&self, exact: bool) -> bool {
        self.each || !exact && (self.capitals || self.small && !self.leads && (self.len <= 3 || self.hangs))
    }
}

/// The folded bytes of a text, each with whether it comes from a capital; `None` for what has no case and so ends a word. What comes behind
/// the first of one letter may be either: `Þ` stands for `Th` and for `TH`.
fn letters(text: &str) -> impl Iterator<Item = (u8, Option<Option<bool>>)> {
    Folding::new(text, 0).flat_map(|piece: Piece| {
        let case = piece.case;
        (0..piece.bytes().len()).map(move |at| (piece.bytes()[at], case.map(|capital| (at == 0).then_some(capital))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact() {
        assert!(suits(CasePolicy::Exact, "US", "US"));
        assert!(suits(CasePolicy::Exact, "US", "U.S."));
        assert!(suits(CasePolicy::Exact, "EaP", "EaP"));
        for no in ["us", "Us", "u.s."] {
            assert!(!suits(CasePolicy::Exact, "US", no), "{no}");
        }
    }

    #[test]
    fn capitalized() {
        let suits = |alias: &str, surface: &str| suits(CasePolicy::Capitalized, alias, surface);
        assert!(suits("Turkey", "Turkey"));
        assert!(suits("Turkey", "TURKEY"));
        assert!(!suits("Turkey", "turkey"));
        assert!(!suits("Turkey", "TurKey"));
        assert!(suits("Ursula von der Leyen", "Ursula Von der Leyen"));
        assert!(suits("Ursula von der Leyen", "URSULA VON DER LEYEN"));
        assert!(suits("Emmanuel Macron", "Emmanuel MACRON"));
        assert!(suits("UNESCO", "Unesco"));
        assert!(!suits("UNESCO", "unesco"));
        assert!(suits("Ian McDonald", "Ian Mcdonald"));
        assert!(suits("Kim Jong Un", "Kim Jong un"));
        assert!(!suits("Kim Jong Un", "kim Jong Un"));
        assert!(!suits("Xi Jinping", "Xi jinping"));
        assert!(suits("Côte d'Ivoire", "COTE D'IVOIRE"));
        assert!(suits("Côte d'Ivoire", "Cote D'ivoire"));
        assert!(!suits("Sinn Féin", "Sinn féin"));
        assert!(!suits("Republic of Korea", "republic of Korea"));
        assert!(suits("Strauß", "STRAUSS"));
        for (alias, surface) in [("Thor", "Þor"), ("Thor", "ÞOR"), ("Þor", "Thor"), ("Þor", "THOR"), ("Aegina", "Ægina")] {
            assert!(suits(alias, surface), "{alias} {surface}");
            let small = surface.to_lowercase();
            assert!(!suits(alias, &small), "{alias} {small}");
        }
        assert!(!suits("Thor", "ÞoR"));
        assert!(suits("Van Tho", "Van þo"), "short words behind the first may be small");
        assert!(suits("北京", "北京"));
    }

    #[test]
    fn one_capital() {
        let may_suit = |alias, surface| may_suit(CasePolicy::Capitalized, alias, surface);
        assert!(may_suit("United States", "United states"));
        assert!(may_suit("Guinea-Bissau", "Guinea-bissau"));
        assert!(may_suit("Korea, Republic of", "Korea, republic of"));
        assert!(!may_suit("United States of America", "United states of America"));
        assert!(!may_suit("United States", "united states"));
    }

    #[test]
    fn any() {
        assert!(suits(CasePolicy::Any, "Turkey", "tURKEY"));
    }
}
