//! Pages to read: [what counts as a mention](semantics), [the data](data), [limits], [a comparison with other tools](comparison).
//!
//! They hold no code; the API stands in the root of the crate.

#[doc = include_str!("semantics.md")]
pub mod semantics {}

#[doc = include_str!("../../data/README.md")]
pub mod data {}

#[doc = include_str!("limits.md")]
pub mod limits {}

#[doc = include_str!("../../COMPARE.md")]
pub mod comparison {}
