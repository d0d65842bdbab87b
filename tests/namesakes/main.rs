//! Whose name is it: of two bearers, of a private person, of a country or of somebody called like it, of a work of art.
#![cfg(feature = "history")]

mod bearers;
#[path = "../common/mod.rs"]
mod common;
mod lands;
mod others;
mod words;

use common::found;

/// The ids of the mentions with this text.
fn ids(as_of: &str, text: &str, surface: &str) -> Vec<String> {
    let prefix = format!("{surface} ");
    let ids = found(as_of, text).into_iter().filter_map(|mention| mention.strip_prefix(&prefix).map(str::to_owned));
    ids.filter(|id| !id.contains(' ')).collect()
}

/// The ids of every mention with this text must be those wanted, each without `official:`.
#[track_caller]
fn officials(rows: &[(&str, &str, &str, &[&str])]) {
    for (as_of, text, surface, wanted) in rows {
        let wanted: Vec<String> = wanted.iter().map(|id| format!("official:{id}")).collect();
        assert_eq!(ids(as_of, text, surface), wanted, "{as_of} {text}");
    }
}
