//! Which hits count wherever they stand, as most of a user's own names do?
//!
//! Those of the only alias of their words, of a kind without rules, which asks for no cue, and for no case where words are known. The rows of keys and aliases lie far
//! from one another, so those of some hits are read together: the processor waits for all of them at once.

use super::{Found, Rule};
use crate::fetch::TOGETHER;
use crate::gazetteer::Tables;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::{CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// The confidence of a name that counts by itself, in hundredths.
pub(super) const SURE: u8 = 98;

/// What is known of some hits.
pub(super) struct Sure {
    /// A bit for each that counts.
    bits: u32,
    /// Their aliases, the preferred ones,
    aliases: [u32; TOGETHER],
    /// and what is needed of the rows of those.
    entities: [u32; TOGETHER],
    kinds: [u8; TOGETHER],
}

impl Sure {
    /// Reads the rows of the first hits, of as many as go [`TOGETHER`].
    pub(super) fn of(tables: &Tables, hits: &[Hit]) -> Self {
        let mut sure = Sure { bits: 0, aliases: [0; TOGETHER], entities: [0; TOGETHER], kinds: [0; TOGETHER] };
        for (i, (hit, first)) in hits.iter().zip(&mut sure.aliases).enumerate() {
            *first = hit.key;
            sure.bits |= u32::from(!hit.surface.one_capital) << i;
        }
        // An abbreviation may be a word in capitals.
        let no_words = tables.words.is_empty();
        for i in 0..hits.len().min(TOGETHER) {
            let row = tables.aliases.at(sure.aliases[i] as usize);
            (sure.entities[i], sure.kinds[i]) = (row.entity, row.kind);
            let counts = counts(tables, &row) && (no_words || row.case != CasePolicy::Exact as u8);
            sure.bits &= !(u32::from(!counts) << i);
        }
        sure
    }

    /// The mention that the hit with a number is.
    #[inline(always)]
    pub(super) fn mention(&self, number: usize, hit: Hit) -> Option<Found> {
        let i = number % TOGETHER;
        let mention = || Found::by(hit, self.aliases[i], self.entities[i], self.kinds[i], Rule::Name, SURE);
        (self.bits >> i & 1 != 0).then(mention)
    }
}

/// Whether an alias counts wherever it stands, if it is the only one of its words.
#[inline(always)]
fn counts(tables: &Tables, row: &AliasRow) -> bool {
    row.further == 0
        && row.policy == Policy::Always as u8
        && row.condition == NONE
        && row.entity != NONE
        && matches!(tables.kinds[usize::from(row.entity_kind)], EntityKind::Custom(_))
}

#[cfg(test)]
mod tests {
    /// A name of a kind without rules counts wherever it stands, unless it asks for something.
    #[test]
    fn names_that_count_by_themselves_and_names_that_ask() {
        let mut builder = crate::Gazetteer::builder();
        let aliases = "id\talias\tpolicy\tcase\tcues\tnot_before\nship:a\tVega\t\t\t\t\nship:a\tBlue Vega\t\t\t\t\n\
                     ship:a\tLyra\tcontext\t\tsailed\t\nship:a\tDeneb\t\t\t\tstar\nship:a\tALL\t\texact\t\t\n\
                     ship:a\tAltair\tnever\t\t\t\nship:a\tRigel\t\t\t\t\n";
        builder.read_tsv("names", "id\tname\nship:a\tAstra\nship:b\tRigel\n").expect("names");
        builder.read_tsv("aliases", aliases).expect("aliases");
        let no_words = builder.clone().build().expect("a gazetteer");
        assert_eq!(
            crate::Extractor::new(&no_words).extract("THE CREW SAW ALL THE SHIPS").count(),
            1,
            "of no word it is known that it is one"
        );
        builder.read_tsv("words", "english_word\nall\n").expect("words");
        let extractor = crate::Extractor::new(&builder.build().expect("a gazetteer"));
        let found = |text: &str| -> Vec<(String, u8)> {
            let mentions = extractor.extract(text);
            mentions.map(|mention| (mention.text().to_owned(), (mention.confidence() * 100.0).round() as u8)).collect()
        };
        for (text, name, confidence) in [
            ("the Vega", "Vega", 98),
            ("the Blue Vega", "Blue Vega", 98),
            ("Lyra sailed", "Lyra", 85),
            ("the Deneb", "Deneb", 98),
            ("It is ALL we saw", "ALL", 98),
            ("the Rigel", "Rigel", 70),
        ] {
            assert_eq!(found(text), [(name.to_owned(), confidence)], "{text}");
        }
        for text in [
            "the Lyra",
            "the star Deneb",
            "THE CREW SAW ALL THE SHIPS",
            "the Altair",
            "see https://Vega.example/",
            "Blue vega ran",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
