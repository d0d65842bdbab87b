//! Compiled gazetteer + text → every place where an alias stands as a whole word in a fitting case.

pub(crate) mod reference;

use crate::case;
use crate::gazetteer::Tables;
use crate::kind::CasePolicy;

/// One place in a text where the longest valid alias stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Byte offset of the first byte.
    pub(crate) start: usize,
    /// Byte offset behind the last byte.
    pub(crate) end: usize,
    /// The folded form that stands here: a row of [`Tables::keys`].
    pub(crate) key: u32,
}

/// Finds hits. Compiled from a gazetteer's tables; every call gets the same tables again.
#[derive(Debug)]
pub(crate) struct Matcher {}

impl Matcher {
    pub(crate) fn new(_tables: &Tables) -> Self {
        Matcher {}
    }

    /// Calls `found` with every hit, left to right; hits do not overlap, the leftmost and then the longest wins.
    pub(crate) fn scan(&self, tables: &Tables, text: &str, found: impl FnMut(Hit)) {
        reference::scan(tables, text, found);
    }
}

/// Whether an alias of this key suits the case of `surface`.
pub(crate) fn case_suits(tables: &Tables, key: u32, surface: &str) -> bool {
    tables.aliases_of_key(key).any(|alias| {
        let alias = &tables.aliases[alias];
        case::suits(CasePolicy::ALL[usize::from(alias.case)], tables.str(alias.text), surface)
    })
}
