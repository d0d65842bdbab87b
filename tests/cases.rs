//! The passages of `tests/cases` against what the built-in gazetteer finds in them.
#![cfg(feature = "history")]

mod common;

use std::collections::BTreeMap;

use demarche::{Extractor, Options, Profile};

#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    extra: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.extra).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

/// The differences that are known, one a line as it is printed, sorted.
const KNOWN: &str = include_str!("cases/known.tsv");

/// Prints the score by kind and by file: `cargo test --test cases -- --nocapture`. Fails where a passage gives another answer than its marks
/// and the known differences say.
#[test]
fn passages() {
    let extractor = Extractor::embedded();
    let (mut by_kind, mut by_file): (BTreeMap<String, Score>, BTreeMap<String, Score>) = Default::default();
    let (mut all, mut differences) = (Score::default(), Vec::new());
    let kind = |id: &str| id.split(':').next().unwrap_or("").to_owned();
    for case in common::cases() {
        let mut options = Options::new().nested(true);
        if let Some(date) = case.as_of {
            options = options.as_of(date);
        }
        let found: Vec<_> = extractor.extract_with(&case.text, &options).collect();
        let same = |mark: &common::Mark, mention: &demarche::Mention<'_>| {
            (mark.start, mark.end, mark.id.as_str()) == (mention.start(), mention.end(), mention.id())
        };
        let mut count = |kind: String, tally: fn(&mut Score)| {
            tally(by_kind.entry(kind).or_default());
            tally(by_file.entry(case.file.clone()).or_default());
            tally(&mut all);
        };
        for mark in case.marks.iter().filter(|mark| !mark.optional) {
            if found.iter().any(|mention| same(mark, mention)) {
                count(kind(&mark.id), |score| score.right += 1);
            } else {
                count(kind(&mark.id), |score| score.missed += 1);
                let surface = &case.text[mark.start..mark.end];
                differences.push(format!("{}/{}\tmissed\t{surface:?}\t{}", case.file, case.name, mark.id));
            }
        }
        for mention in &found {
            // An optional mark takes whatever is found in its place.
            let allowed = case
                .marks
                .iter()
                .any(|mark| same(mark, mention) || mark.optional && mark.start <= mention.start() && mention.end() <= mark.end);
            if !allowed {
                count(kind(mention.id()), |score| score.extra += 1);
                differences.push(format!("{}/{}\textra\t{:?}\t{}", case.file, case.name, mention.text(), mention.id()));
            }
        }
    }
    for (name, score) in by_file.iter().chain(&by_kind).chain([(&"all".to_owned(), &all)]) {
        println!("{name:30} precision {:.3} recall {:.3}  {} right", score.precision(), score.recall(), score.right);
    }
    differences.sort();
    let mut known: Vec<&str> = KNOWN.lines().collect();
    // Twice in one passage is twice in the list.
    let mut new = differences.clone();
    new.retain(|line| known.iter().position(|other| other == line).map(|at| known.remove(at)).is_none());
    assert!(
        new.is_empty() && known.is_empty(),
        "these passages give another answer:\n{}\nthese are right now, take them out of tests/cases/known.tsv:\n{}",
        new.join("\n"),
        known.join("\n")
    );
    assert!(KNOWN.lines().is_sorted(), "tests/cases/known.tsv is not sorted");
}

/// The profiles order precision and recall, and each finds what the stricter one does.
#[test]
fn profiles_trade_precision_for_recall() {
    let mut scores = Vec::new();
    for profile in [Profile::Precision, Profile::Balanced, Profile::Recall] {
        let mut score = Score::default();
        for case in common::cases() {
            let mut options = Options::new().nested(true).profile(profile);
            if let Some(date) = case.as_of {
                options = options.as_of(date);
            }
            let found: Vec<_> = Extractor::embedded().extract_with(&case.text, &options).collect();
            let same = |mark: &common::Mark, mention: &demarche::Mention<'_>| {
                (mark.start, mark.end, mark.id.as_str()) == (mention.start(), mention.end(), mention.id())
            };
            for mark in case.marks.iter().filter(|mark| !mark.optional) {
                let right = found.iter().any(|mention| same(mark, mention));
                *if right { &mut score.right } else { &mut score.missed } += 1;
            }
            let inside = |mention: &demarche::Mention<'_>| {
                case.marks.iter().any(|mark| {
                    same(mark, mention) || mark.optional && mark.start <= mention.start() && mention.end() <= mark.end
                })
            };
            score.extra += found.iter().filter(|mention| !inside(mention)).count();
        }
        println!("{profile:?}: precision {:.3} recall {:.3}", score.precision(), score.recall());
        scores.push(score);
    }
    for pair in scores.windows(2) {
        assert!(pair[0].precision() > pair[1].precision() && pair[0].recall() < pair[1].recall() + 1e-9);
    }
}
