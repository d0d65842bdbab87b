//! demarche

#![deny(missing_docs)]
#![warn(unreachable_pub, clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used)]

mod boundary;
#[cfg(feature = "embedded")]
mod builtin;
mod case;
mod context;
mod date;
mod error;
mod extractor;
mod fold;
mod gazetteer;
mod kind;
mod mask;
mod mention;
mod options;
mod scan;
mod span;
mod variants;

pub use context::Rule;
pub use date::{Date, DateError, Interval};
pub use error::{Error, ErrorKind};
pub use extractor::{Extractor, Mentions};
pub use gazetteer::{Alias, AliasRecord, Certainty, Entity, EntityRecord, Gazetteer, GazetteerBuilder, Membership, Tenure};
pub use kind::{AliasKind, CasePolicy, EntityKind, Policy, UnknownName};
pub use mention::{Mention, OwnedMention, Status};
pub use options::{Options, Profile, UnknownProfile};
pub use span::Span;
