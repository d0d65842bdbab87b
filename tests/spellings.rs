//! Countries and territories as statistical sources spell them: right and alone, each line by itself and in one list.
//!
//! `spellings/*.tsv`: the code of the country, or `-` for what must yield none, and the spelling; behind `?` what is known to be wrong.
//! `spellings/bodies.tsv`: the id of a body or format, and how a sentence calls it.
#![cfg(feature = "history")]

use std::collections::BTreeSet;

use demarche::{Extractor, Mention};

const LISTS: [(&str, &str); 7] = [
    ("large sources", include_str!("spellings/large.tsv")),
    ("rarer sources", include_str!("spellings/rarer.tsv")),
    ("many years", include_str!("spellings/further.tsv")),
    ("what offices do to names", include_str!("spellings/newest.tsv")),
    ("abbreviations and slips", include_str!("spellings/offices.tsv")),
    ("cut and former names", include_str!("spellings/shortened.tsv")),
    ("editions of databases", include_str!("spellings/statistics.tsv")),
];

fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').expect("code and spelling"))
}

/// The codes of the countries found.
fn codes<'t>(mentions: impl Iterator<Item = Mention<'t>>) -> BTreeSet<&'t str> {
    mentions.filter_map(|mention| mention.country()).collect()
}

fn wanted(code: &str) -> BTreeSet<&str> {
    if code == "-" { BTreeSet::new() } else { BTreeSet::from([code]) }
}

/// Spellings of a list that yield something else, after a change to each.
fn wrong_alone(list: &'static str, change: impl Fn(&str) -> String) -> Vec<String> {
    let mut wrong = Vec::new();
    for (code, spelling) in rows(list).filter(|(code, _)| !code.starts_with('?')) {
        let text = change(spelling);
        let found = codes(Extractor::embedded().extract(&text));
        if found != wanted(code) {
            wrong.push(format!("{text:?} is {code}, found {found:?}"));
        }
    }
    wrong
}

#[test]
fn each_by_itself() {
    for (name, list) in LISTS {
        assert_eq!(wrong_alone(list, str::to_owned), [""; 0], "{name}");
    }
}

#[test]
fn with_other_spaces_hyphens_and_apostrophes() {
    for (name, list) in LISTS {
        assert_eq!(wrong_alone(list, |text| text.replace(' ', "\u{a0}").replace('\'', "\u{2019}")), [""; 0], "{name}");
        assert_eq!(wrong_alone(list, |text| text.replace(' ', "  ").replace('-', "\u{2011}")), [""; 0], "{name}");
        assert_eq!(wrong_alone(list, |text| text.replace("an", "a\u{200b}n")), [""; 0], "{name}");
    }
}

#[test]
fn in_one_list() {
    for (name, list) in LISTS {
        let lines: Vec<_> = rows(list).collect();
        for end in ["\n", "\r\n"] {
            let text = lines.iter().map(|(_, spelling)| format!("{spelling}{end}")).collect::<String>();
            let mentions: Vec<_> = Extractor::embedded().extract(&text).collect();
            let mut wrong = Vec::new();
            let mut at = 0;
            for (code, spelling) in &lines {
                let (start, stop) = (at, at + spelling.len());
                at = stop + end.len();
                let inside = mentions.iter().filter(|mention| mention.start() < stop && start < mention.end());
                let found = codes(inside.copied());
                if !code.starts_with('?') && found != wanted(code) {
                    wrong.push(format!("{spelling:?} is {code}, found {found:?}"));
                }
            }
            assert_eq!(wrong, [""; 0], "{name}");
        }
    }
}

#[test]
fn bodies_in_a_sentence() {
    let mut wrong = Vec::new();
    for (id, spelling) in rows(include_str!("spellings/bodies.tsv")) {
        let text = format!("Diplomats said the {spelling} would discuss the matter with foreign ministers on Tuesday.");
        let found: Vec<_> = Extractor::embedded().extract(&text).map(|mention| (mention.id(), mention.text())).collect();
        if found != [(id, spelling)] {
            wrong.push(format!("{spelling:?} is {id}, found {found:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
