//! Every rule of the context step, once where it decides.
#![cfg(feature = "history")]

mod apposition;
mod bodies;
#[path = "../common/mod.rs"]
mod common;
mod lands;
mod offices;
mod surnames;

use demarche::Extractor;

/// The rule that decided on the candidate with this text, the last one that has it, and whether it was kept.
fn rule(as_of: &str, text: &str, surface: &str) -> (String, bool) {
    let steps = Extractor::embedded().explain(text, &common::as_of(as_of));
    let step = steps
        .iter()
        .rev()
        .find(|step| step.text() == surface)
        .unwrap_or_else(|| panic!("no candidate {surface:?} in {text:?}: {steps:?}"));
    (step.rule().to_string(), step.is_kept())
}

/// In each text the candidate with these words is decided on by this rule, and kept or not; without a date.
#[track_caller]
fn decides(rows: &[(&str, &str, &str, bool)]) {
    for &(text, surface, name, kept) in rows {
        assert_eq!(rule("", text, surface), (name.to_owned(), kept), "{text}");
    }
}

/// Texts in which a rule keeps a candidate.
const KEEP: &[(&str, &str, &str, &str)] = &[
    ("", "Talks in Kazakhstan went on.", "Kazakhstan", "name"),
    ("", "A Finn won the race.", "Finn", "cue"),
    ("", "Uzbekhistan", "Uzbekhistan", "entry"),
    ("", "Then Antony Blinken spoke.", "Antony Blinken", "full-name"),
    ("", "British Prime Minister Brown spoke.", "Brown", "title"),
    ("", "Gordon Brown came. Later Brown left.", "Brown", "antecedent"),
    ("", "He said Brown would come. Gordon Brown is at home.", "Brown", "following-name"),
    ("", "On the day Tokayev spoke.", "Tokayev", "distinctive"),
    ("", "Then Clinton-era rules fell.", "Clinton", "era"),
    ("", "Bush Orders Strikes on Camps\n\nThe raids began.", "Bush", "headline"),
    ("1996-09-15", "It is said that India's leader, Gowda, will come.", "Gowda", "in-office"),
    ("", "The Uzbek foreign minister spoke.", "Uzbek foreign minister", "composed-office"),
    ("", "Then Secretary of State Antony Blinken spoke.", "Secretary of State", "persons-office"),
    ("", "The French president and prime minister spoke.", "prime minister", "shared-owner"),
    ("", "1. United kingdom\n2. Peru", "United kingdom", "name"),
    ("", "Guinea-bissau\t12", "Guinea-bissau", "name"),
    ("", "Then South korea spoke.", "South korea", "name"),
    ("", "It fell to the World bank again.", "World bank", "name"),
    ("", "Kiribati\nKorea, North\nKorea, South\n", "Korea, North", "name"),
    ("", "Sudan\nSouth Sudan\n", "South Sudan", "name"),
    ("", "Congo DR\nBosnia and Herzegovina\n", "Bosnia and Herzegovina", "name"),
    ("", "Uk\t12\nUae\t7", "Uae", "cue"),
    ("", "Iran\tKhodro\t12", "Iran", "name"),
    ("", "The Franco-German plan stood.", "Franco", "cue"),
    ("", "They play Pakistan A and Peru XI.", "Pakistan", "name"),
    ("", "In favour: Mali, Republic of Moldova, Peru.", "Mali", "name"),
    ("", "Chad\nHong Kong\nChina\nPeru", "China", "name"),
    ("", "Total incl. Monaco\nHong Kong\nChina, Macao SAR\nPeru", "China, Macao SAR", "name"),
    // The second line goes on, but the first is an entry by itself.
    (
        "",
        "Congo\nDemocratic Republic of the Congo, which is a land of a hundred million people by now",
        "Democratic Republic of the Congo",
        "name",
    ),
    ("", "Venezuela, Rep. Bolivariana de\nYemen\n", "Yemen", "name"),
    ("", "Asia grew, excluding Japan and China, by a tenth.", "Japan", "name"),
    ("", "Europe Without Britain", "Britain", "name"),
    ("", "They fly to\ncountries including Japan and\nChina.", "Japan", "name"),
    ("", "Many fly to countries including Japan and\nChina.", "Japan", "name"),
    ("", "They like\ncountries excluding Japan and\nChina.", "Japan", "name"),
    ("", "Sudan, South\nPeru", "Sudan, South", "cue"),
    ("", "It was seen in Greece The University of Vosberg said so.", "Greece", "name"),
    ("", "The group of seven nations met.", "group of seven", "cue"),
    ("", "Libya, Sudan, South Sudan and Peru met.", "South Sudan", "name"),
];

/// Texts in which a rule drops one.
const DROP: &[(&str, &str, &str, &str)] = &[
    ("", "They flew with Air France.", "Air France", "decoy"),
    ("", "See https://example.com/Iran for more.", "Iran", "masked"),
    ("", "He is fluent in Georgian.", "Georgian", "not-before"),
    ("", "It is said that Georgia Republicans met.", "Georgia", "not-after"),
    ("", "Oceania (excluding Australia and New Zealand)", "New Zealand", "extent"),
    ("", "Norway (incl. Svalbard)\t12", "Svalbard", "extent"),
    ("", "France and the Alps, incl. Monaco\n", "Monaco", "extent"),
    ("", "It was seen at Greece Own University of Vosberg.", "Greece", "longer-name"),
    ("", "The group of seven modern painters met.", "group of seven", "no-cue"),
    ("", "The judge Cites Security Concerns.", "Cites", "no-cue"),
    ("", "The AAA-PBP in Dublin spoke.", "PBP", "no-cue"),
    ("1990-01-01", "On the day Macron spoke.", "Macron", "not-yet"),
    ("", "On the day British Prime Minister Bush spoke.", "Bush", "other-title"),
    ("", "An old quad, the Quad of a college.", "Quad", "no-cue"),
    ("", "Then Uk of the Uke players spoke.", "Uk", "no-cue"),
    ("", "A United states of mind is what it takes.", "United states", "no-entry"),
    ("", "New zeal was seen.", "New zeal", "no-entry"),
    ("", "The British council estate stood.", "British council", "no-entry"),
    ("", "France spoke of Mr Franco.", "Franco", "no-support"),
    ("", "On the day the Tokayev family spoke.", "Tokayev", "family"),
    ("", "Then shares of the firm (CAO) fell.", "CAO", "abbreviation"),
    ("", "On the day Tokayev, 45, spoke.", "Tokayev", "private"),
    ("", "On the day Tokayev won the tennis match 6-3 in the final.", "Tokayev", "sport"),
    ("", "The Bank of Japan bought none.", "Japan", "longer-name"),
    ("", "They\tsaid\tthat\tIran\tKhodro\tfell.", "Iran", "longer-name"),
    ("", "The shot by Jordan Vosberg went in.", "Jordan", "persons-name"),
    ("", "A report of the American Chemical Society (ACS) and the Inland Lakes Office (ILO) came.", "ILO", "other-meaning"),
    ("", "The shares of Cementos de Peru rose.", "Peru", "longer-name"),
    ("", "A fire in Yemen, Ohio, was put out.", "Yemen", "state-name"),
    ("", "NBA basketball: Washington beat Boston 101-88.", "Washington", "team"),
    ("", "The ferry Estonia sank in a storm.", "Estonia", "ship"),
    ("", "TELL US WHO WON IT", "US", "capitals-word"),
    ("", "HE SAW FRANCE, WHO WON IT", "WHO", "capitals-word"),
    ("", "TOLD MICHAEL JACKSON, US AND ALL", "US", "capitals-word"),
    ("", "SHE'S WHO WE WANT", "WHO", "capitals-word"),
    ("", "THE ONE WHO'S LATE LOST", "WHO", "capitals-word"),
    ("1998-01-15", "The Police Chief Butler spoke.", "Butler", "other-title"),
    ("", "LEADERS OF US SPOKE", "US", "capitals-word"),
    ("2005-01-15", "THE MINISTER SAID NO", "SAID", "no-support"),
    ("", "Then Anna Brown-Vosberg spoke of Gordon Brown.", "Brown", "double-barrelled"),
    ("", "On the day Kim spoke.", "Kim", "no-support"),
    ("2020-01-01", "A meeting in Bonn was held.", "Bonn", "not-then"),
    ("", "The Russian deputy foreign minister spoke.", "Russian deputy foreign minister", "other-office"),
    ("", "The French president of the company spoke.", "French president", "own-object"),
    ("", "The president of Spain's largest bank spoke.", "president of Spain", "no-such-office"),
    ("", "The president of Poland's largest bank spoke.", "president of Poland", "own-object"),
    ("", "Then a prosecutor of the ICC spoke.", "prosecutor of the ICC", "indefinite"),
    ("", "The club's Brazilian president spoke.", "Brazilian president", "nationality"),
    ("", "The Japanese president spoke.", "Japanese president", "no-such-office"),
];

#[test]
fn rules_that_keep() {
    for &(as_of, text, surface, expected) in KEEP {
        assert_eq!(rule(as_of, text, surface), (expected.to_owned(), true), "{text}");
    }
}

#[test]
fn rules_that_drop() {
    for &(as_of, text, surface, expected) in DROP {
        assert_eq!(rule(as_of, text, surface), (expected.to_owned(), false), "{text}");
    }
}

#[test]
fn every_rule_has_its_text() {
    for rule in demarche::Rule::ALL {
        let texts = if rule.keeps() { KEEP } else { DROP };
        assert!(texts.iter().any(|(.., name)| *name == rule.as_str()), "{rule}: no text in which it decides");
        assert!(rule.description().ends_with(['.', '`']), "{rule}");
    }
}
