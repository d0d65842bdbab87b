//! The engine finds what the definition of right finds, for aliases and texts made of few different pieces.
//!
//! The first line of the input holds aliases separated by tabs, each with a letter for its case policy; the rest is the text.
#![no_main]

use demarche::{AliasRecord, CasePolicy, EntityRecord, Gazetteer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let input = String::from_utf8_lossy(data);
    let Some((aliases, text)) = input.split_once('\n') else { return };
    let mut builder = Gazetteer::builder();
    for (i, alias) in aliases.split('\t').take(64).enumerate() {
        let mut chars = alias.chars();
        let case = match chars.next() {
            Some('x') => CasePolicy::Exact,
            Some('c') => CasePolicy::Capitalized,
            Some('a') => CasePolicy::Any,
            _ => continue,
        };
        let alias = chars.as_str();
        // What has no letter or digit is no alias.
        if alias.contains(char::is_alphanumeric) {
            let record = AliasRecord::new(alias).case(case);
            builder.add(EntityRecord::new(format!("fuzz:{i}"), "Name").alias(record));
        }
    }
    if let Ok(gazetteer) = builder.build() {
        demarche::fuzzing::engine_is_reference(&gazetteer, text);
    }
});
