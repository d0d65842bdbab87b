//! Finds officials, offices, countries, regions, capitals, organizations and diplomatic formats in English text: typed spans with exact
//! byte offsets, canonical names and stable ids, resolved as of a date. No model, no server, no network: the same text always gives the
//! same answer, and every answer can say why.
//!
//! ```
//! # #[cfg(feature = "history")] {
//! use demarche::{Extractor, Options};
//!
//! let text = "Kazakh President Kassym-Jomart Tokayev met US Secretary of State Antony Blinken in Astana.";
//! let options = Options::new().as_of("2023-02-28".parse()?);
//! let mut found = Vec::new();
//! for mention in Extractor::embedded().extract_with(text, &options) {
//!     found.push((mention.text(), mention.id()));
//! }
//! assert_eq!(
//!     found,
//!     [
//!         ("Kazakh President", "office:KZ/president"),
//!         ("Kassym-Jomart Tokayev", "official:kassym-jomart-tokayev"),
//!         ("US Secretary of State", "office:US/secretary-of-state"),
//!         ("Antony Blinken", "official:antony-blinken"),
//!         ("Astana", "place:KZ/astana"),
//!     ]
//! );
//! # }
//! # Ok::<(), demarche::DateError>(())
//! ```
//!
//! Pages: [what counts as a mention](guide::semantics), [the data](guide::data), [limits](guide::limits), [a comparison with other
//! tools](guide::comparison).
//!
//! # The main types
//! - [`Extractor`]: a gazetteer compiled for matching. [`Extractor::embedded`] is ready to use; [`Extractor::new`] takes a gazetteer of
//!   your own. `Send + Sync`, cheap to clone, no locks while it works. [`extract`](Extractor::extract) is the main job,
//!   [`extract_reader`](Extractor::extract_reader) that for texts of any length.
//! - [`Options`]: the as-of date, how sure a mention must be, which kinds, nested ones.
//! - [`Mention`]: one occurrence: span, entity, alias, confidence, and who held the office on the date. [`OwnedMention`] is its
//!   serializable form.
//! - [`render`]: mentions as JSON Lines, CSV, CoNLL, brat, spaCy, Web Annotation, and as a page of HTML.
//! - [`Gazetteer`]: what is known: look-up by id and name, holders of an office on a date, members of a format on a date.
//!   [`Gazetteer::builder`] reads your tables; [`Gazetteer::to_builder`] adds to a ready one; [`GazetteerBuilder::lint`] tells what is odd.
//!
//! # Offsets
//! Spans are byte offsets into the text you passed, on character boundaries. Nothing is lower-cased to find them; of a text with markup a copy
//! is read, at the same offsets.
//!
//! # What counts as equal
//! Case, accents, composed and decomposed letters, kinds of apostrophes, hyphens and spaces make no difference (`Cote d’Ivoire` is
//! `Côte d'Ivoire`); hyphen and space are one (`Guinea Bissau`); digits may stand apart (`G-20`, `G 20`, `C5 + 1`); initialisms go with
//! and without dots (`U.S.`, `US`); soft hyphens and zero-width characters are skipped; a space matches a run of spaces with at most one
//! line break, never a blank line. Tags of HTML, names of characters (`&#39;`, `&nbsp;`), links, bold type and notes of Markdown and wikis
//! (`[Mali](https://…)`, `**Mali**`, `Mali[1]`) and escapes of JSON are read as what they stand for. Which case a text must have is a policy
//! of each alias: `US` is exact, `Turkey` needs its capital.
//!
//! # What is a mention
//! The longest alias that stands as a whole word in a fitting case wins at its place. Then the rest of the text has its say: see [`Rule`]
//! for the named rules, and [`Extractor::explain`] for what they decided. Offices are composed (`Kazakh President`, `foreign minister of
//! Uzbekistan`); a surname alone needs support: its bearer's full name or title in the text, their country beside it on the date, or that it is
//! distinctive; a country's name inside a longer one (`Air France`, `Jordan Spieth`) is none. With an [as-of date](Options::as_of) namesakes are told apart and
//! [`Mention::holders`] answers; without one nothing is claimed about "now". [`document_date`] reads the date that a text gives itself.
//!
//! # Limits
//! English text only, with names in Latin script. The tables end: see [`Gazetteer::data_version`] for the date they are good to, and
//! `data/README.md` for their sources and weak spots. Lower-case text yields only what is written in lower case in the tables,
//! unless [`Options::any_case`] asks for more.
//!
//! # Untrusted input
//! Any text is fine: no panics, time linear in its length, memory bounded by the hits in it. All of it is safe Rust.
//!
//! # Platforms
//! Nothing is bound to one: no clock, no files but those you name, no threads unless asked for. It runs on `wasm32-unknown-unknown`, too
//! (`tests/tools/wasm.sh` runs it in node).
//!
//! # Features
//! - `embedded` (default): the built-in gazetteer: countries, regions, places, organizations, formats, offices. Without it the crate
//!   works on your own.
//! - `officials` (default): who holds the offices, and who held them since 2015.
//! - `history` (default): who held them before. With these three the gazetteer is one packed file, ready in milliseconds; with fewer it
//!   is built from smaller tables on first use.
//! - `wider`: ministers of other fields and ambassadors; built on top of the others on first use.
//! - `chrono`, `jiff`, `time`: conversions of [`Date`] to and from the dates of these crates.
//! - `csv`: gazetteers from CSV.
//! - `json`: gazetteers from JSON, JSON Lines, patterns of spaCy and dictionaries of FlashText.
//! - `rayon`: many documents at once, on all cores.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(unreachable_pub, clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used)]

mod boundary;
#[cfg(feature = "embedded")]
mod builtin;
mod bytes;
mod case;
mod context;
mod date;
mod document_date;
mod error;
mod explain;
mod extractor;
mod fetch;
mod fold;
mod gazetteer;
#[cfg(doc)]
pub mod guide;
mod hash;
mod kind;
mod mask;
mod mention;
mod offsets;
mod options;
#[cfg_attr(not(feature = "history"), allow(dead_code, reason = "reading packed tables is for the built-in gazetteer"))]
mod packed;
#[cfg(feature = "rayon")]
mod parallel;
mod recase;
pub mod render;
mod scan;
mod settled;
mod span;
mod stream;
mod variants;

pub use context::Rule;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
pub use date::NoDay;
pub use date::{Date, DateError, Interval};
pub use document_date::{document_date, document_date_near};
pub use error::{Error, ErrorKind};
pub use explain::Explanation;
pub use extractor::{Extractor, Mentions};
pub use gazetteer::{
    Alias, AliasRecord, Certainty, Clash, Entity, EntityRecord, Gazetteer, GazetteerBuilder, Lint, LintKind, Membership, Tenure,
    TokenPatterns,
};
pub use kind::{AliasKind, CasePolicy, EntityKind, Policy, UnknownName};
pub use mention::{Mention, OwnedMention, Status};
pub use offsets::Offsets;
pub use options::{Options, Profile, UnknownProfile};
#[cfg(feature = "rayon")]
pub use parallel::DocumentError;
pub use span::Span;
pub use stream::{Stream, StreamError};

/// What only the fuzz targets need.
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing {
    use crate::Gazetteer;
    use crate::scan::{Matcher, reference};

    /// Checks that the engine finds in a text what the definition of right finds.
    ///
    /// # Panics
    /// If it does not.
    pub fn engine_is_reference(gazetteer: &Gazetteer, text: &str) {
        let (tables, matcher) = (&*gazetteer.0, Matcher::new(&gazetteer.0));
        let (mut fast, mut slow) = (Vec::new(), Vec::new());
        matcher.scan(tables, text, |hit| fast.push(hit));
        reference::scan(tables, text, |hit| slow.push(hit));
        assert_eq!(fast, slow, "in {text:?}");
        // The rules ask for a single place.
        for hit in &slow {
            assert_eq!(matcher.longest_at(tables, text, hit.start), Some(*hit), "at {} in {text:?}", hit.start);
        }
    }
}

/// The README's code blocks run as tests.
#[cfg(all(doctest, feature = "history"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// Those of the page about a gazetteer of one's own, too.
#[cfg(all(doctest, feature = "history"))]
#[doc = include_str!("../data/own_gazetteer.md")]
struct OwnGazetteer;
