//! demarche

mod boundary;
#[cfg(feature = "embedded")]
mod builtin;
mod case;
mod date;
mod error;
mod fold;
mod gazetteer;
mod kind;
mod scan;
mod span;
mod variants;

pub use date::{Date, DateError, Interval};
pub use error::{Error, ErrorKind};
pub use gazetteer::{Alias, AliasRecord, Certainty, Entity, EntityRecord, Gazetteer, GazetteerBuilder, Membership, Tenure};
pub use kind::{AliasKind, CasePolicy, EntityKind, Policy, UnknownName};
pub use span::Span;

/// For `benches/engine.rs` of this clone only.
#[doc(hidden)]
pub mod bench_hook {
    use crate::{Gazetteer, scan};

    /// A matcher and its tables.
    pub struct Engine(Gazetteer, scan::Matcher);

    impl Engine {
        /// Compiles.
        pub fn new(gazetteer: &Gazetteer) -> Self {
            Engine(gazetteer.clone(), scan::Matcher::new(&gazetteer.0))
        }

        /// Counts hits.
        pub fn count(&self, text: &str) -> (usize, usize) {
            let mut n = (0, 0);
            self.1.scan(&self.0.0, text, |hit| n = (n.0 + 1, n.1 + hit.end - hit.start));
            n
        }

        /// Packs.
        pub fn pack(&self) -> Vec<u8> {
            self.1.pack()
        }

        /// Unpacks, and tells whether that worked.
        pub fn unpack(bytes: &[u8]) -> bool {
            scan::Matcher::unpack(bytes).is_ok()
        }

        /// Counts hits of the reference.
        pub fn reference(&self, text: &str) -> (usize, usize) {
            let mut n = (0, 0);
            scan::reference::scan(&self.0.0, text, |hit| n = (n.0 + 1, n.1 + hit.end - hit.start));
            n
        }

        /// All aliases' texts.
        pub fn aliases(&self) -> Vec<String> {
            self.0.0.aliases.iter().map(|a| self.0.0.str(a.text).to_owned()).collect()
        }
    }
}
