//! Which hits count wherever they stand, as most of a user's own names do?
//!
//! Those of the only alias of their words, of a kind without rules, which asks for no cue, and for no case where words are known. The rows of
//! aliases lie far from one another, so those of some hits are read together: the processor waits for all of them at once.

use super::{Found, Rule};
use crate::fetch::TOGETHER;
use crate::gazetteer::Tables;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::{CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// The confidence of a name that counts by itself, in hundredths.
pub(super) const SURE: u8 = 98;

/// Which of some hits count, a bit for each.
pub(super) struct Sure(u32);

impl Sure {
    /// Reads the rows of the first hits, of as many as go [`TOGETHER`].
    pub(super) fn of(tables: &Tables, hits: &[Hit]) -> Self {
        // An abbreviation may be a word in capitals.
        let no_words = tables.words.is_empty();
        let counts = |hit: &Hit| {
            let row = tables.aliases.at(hit.key as usize);
            counts(tables, &row) & !hit.surface.one_capital & (no_words | (row.case != CasePolicy::Exact as u8))
        };
        Sure((0..).zip(hits.iter().take(TOGETHER)).fold(0, |bits, (i, hit)| bits | u32::from(counts(hit)) << i))
    }

    /// The mention that the hit with a number is.
    #[inline(always)]
    pub(super) fn mention(&self, tables: &Tables, number: usize, hit: Hit) -> Option<Found> {
        let mention = || Found::new(hit, hit.key, tables.aliases.at(hit.key as usize), Rule::Name, SURE);
        (self.0 >> (number % TOGETHER) & 1 != 0).then(mention)
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
