//! demarche

#[cfg(feature = "embedded")]
mod builtin;
mod boundary;
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
