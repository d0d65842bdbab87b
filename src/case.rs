//! Does the case in the text suit the alias's policy?

use crate::fold::{Folding, Piece};
use crate::kind::CasePolicy;

/// Whether `surface`, which folds to the same as `alias`, has a case that the policy admits.
///
/// `Capitalized` judges word by word: a word all in capitals will do; otherwise it starts with a capital where the alias does (it may
/// where the alias does not: `Von der Leyen`), and has no capitals inside that the alias lacks.
pub(crate) fn suits(policy: CasePolicy, alias: &str, surface: &str) -> bool {
    if policy == CasePolicy::Any || alias == surface {
        return true;
    }
    let mut alias = letters(alias);
    let mut surface = letters(surface);
    let exact = policy == CasePolicy::Exact;
    // The word so far: whether it suits letter by letter, and whether it is all capitals.
    let (mut suits, mut capitals, mut first) = (true, true, true);
    loop {
        let (a, s) = match (alias.next(), surface.next()) {
            (Some(a), Some(s)) => (a, s),
            _ => return suits || (capitals && !exact),
        };
        let (Some(a), Some(s)) = (a, s) else {
            if !suits && (!capitals || exact) {
                return false;
            }
            (suits, capitals, first) = (true, true, true);
            continue;
        };
        capitals &= s;
        suits &= if exact {
            a == s
        } else if first {
            s || !a
        } else {
            a || !s
        };
        first = false;
    }
}

/// For each folded byte of a text whether it comes from a capital; `None` for what has no case and so ends a word.
fn letters(text: &str) -> impl Iterator<Item = Option<bool>> {
    Folding::new(text, 0).flat_map(|piece: Piece| {
        let case = piece.case;
        (0..piece.bytes().len()).map(move |_| case)
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
        let suits = |alias, surface| suits(CasePolicy::Capitalized, alias, surface);
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
        assert!(suits("Côte d'Ivoire", "COTE D'IVOIRE"));
        assert!(!suits("Republic of Korea", "republic of Korea"));
        assert!(suits("Strauß", "STRAUSS"));
        assert!(suits("北京", "北京"));
    }

    #[test]
    fn any() {
        assert!(suits(CasePolicy::Any, "Turkey", "tURKEY"));
    }
}
