//! Every rule of the context step, once where it decides.
#![cfg(feature = "embedded")]

use demarche::{Extractor, Options};

/// The rule that decided on the candidate with this text, the last one that has it, and whether it was kept.
fn rule(as_of: &str, text: &str, surface: &str) -> (String, bool) {
    let options = if as_of.is_empty() { Options::new() } else { Options::new().as_of(as_of.parse().expect("a date")) };
    let steps = Extractor::embedded().explain(text, &options);
    let step = steps
        .iter()
        .rev()
        .find(|step| step.text() == surface)
        .unwrap_or_else(|| panic!("no candidate {surface:?} in {text:?}: {steps:?}"));
    (step.rule().to_string(), step.is_kept())
}

#[test]
fn rules_that_keep() {
    for (as_of, text, surface, expected) in [
        ("", "Talks in Kazakhstan went on.", "Kazakhstan", "name"),
        ("", "A Finn won the race.", "Finn", "cue"),
        ("", "Then Antony Blinken spoke.", "Antony Blinken", "full-name"),
        ("", "British Prime Minister Brown spoke.", "Brown", "title"),
        ("", "Gordon Brown came. Later Brown left.", "Brown", "antecedent"),
        ("", "He said Brown would come. Gordon Brown is at home.", "Brown", "following-name"),
        ("", "On the day Tokayev spoke.", "Tokayev", "distinctive"),
        ("1996-09-15", "It is said that India's leader, Gowda, will come.", "Gowda", "in-office"),
        ("", "The Uzbek foreign minister spoke.", "Uzbek foreign minister", "composed-office"),
        ("", "Then Secretary of State Antony Blinken spoke.", "Secretary of State", "persons-office"),
    ] {
        assert_eq!(rule(as_of, text, surface), (expected.to_owned(), true), "{text}");
    }
}

#[test]
fn rules_that_drop() {
    for (as_of, text, surface, expected) in [
        ("", "They flew with Air France.", "Air France", "decoy"),
        ("", "See https://example.com/Iran for more.", "Iran", "masked"),
        ("", "He is fluent in Georgian.", "Georgian", "not-before"),
        ("", "It is said that Georgia Republicans met.", "Georgia", "not-after"),
        ("1990-01-01", "On the day Macron spoke.", "Macron", "not-yet"),
        ("", "On the day British Prime Minister Bush spoke.", "Bush", "other-title"),
        ("", "An old quad, the Quad of a college.", "Quad", "no-cue"),
        ("", "The Bank of Japan bought none.", "Japan", "longer-name"),
        ("", "The shot by Jordan Vosberg went in.", "Jordan", "persons-name"),
        ("", "A fire in Yemen, Ohio, was put out.", "Yemen", "state-name"),
        ("", "TELL US WHO WON IT", "US", "capitals-word"),
        ("", "Then Anna Brown-Vosberg spoke of Gordon Brown.", "Brown", "double-barrelled"),
        ("", "On the day Kim spoke.", "Kim", "no-support"),
        ("2020-01-01", "A meeting in Bonn was held.", "Bonn", "not-then"),
    ] {
        assert_eq!(rule(as_of, text, surface), (expected.to_owned(), false), "{text}");
    }
}
