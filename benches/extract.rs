//! How fast is the whole extraction with the built-in gazetteer, beside raw aho-corasick with the same aliases?
//!
//! The text is generated news, or the file that `DEMARCHE_TEXT` names. The automata do less: no word boundaries, no folding, no case
//! policy, no context, no ids.

mod texts;

use std::collections::BTreeSet;
use std::hint::black_box;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use demarche::{EntityKind, Extractor, Gazetteer, Options};

fn text() -> String {
    if let Some(text) = texts::own_text() {
        return text;
    }
    // Countries make most of the mentions in news.
    let mut known: Vec<String> = Vec::new();
    for entity in Gazetteer::embedded().entities().filter(|entity| entity.name().len() <= 24) {
        let weight = match entity.kind() {
            EntityKind::Country => 12,
            EntityKind::Place | EntityKind::Format | EntityKind::Organization => 2,
            EntityKind::Official => usize::from(entity.name().len() % 5 == 0),
            _ => 0,
        };
        known.extend(std::iter::repeat_n(entity.name().to_owned(), weight));
    }
    texts::Random::new(1).shuffle(&mut known);
    texts::news(&texts::Names::of(known, vec!["Stenwick".into(), "Dravnov".into()]), 1_000_000).text
}

fn extract(criterion: &mut Criterion) {
    let text = text();
    let extractor = Extractor::embedded();
    let aliases: BTreeSet<&str> =
        extractor.gazetteer().entities().flat_map(|entity| entity.aliases()).map(|alias| alias.text()).collect();
    let mut group = criterion.benchmark_group("extract");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);

    let run = |options: &Options| extractor.extract_with(black_box(&text), options).count();
    let dated = Options::new().nested(true).as_of("2023-02-28".parse().expect("a date"));
    for (name, options) in [("demarche", Options::new()), ("demarche, nested, on a date", dated)] {
        let expected = run(&options);
        assert!(expected > text.len() / 2_000, "only {expected} mentions in {} bytes", text.len());
        group.bench_function(name, |bencher| bencher.iter(|| assert_eq!(run(&options), expected)));
    }
    for (name, kind) in [
        ("aho-corasick, DFA, leftmost-longest", AhoCorasickKind::DFA),
        ("aho-corasick, contiguous NFA, leftmost-longest", AhoCorasickKind::ContiguousNFA),
    ] {
        let automaton = AhoCorasick::builder().kind(Some(kind)).match_kind(MatchKind::LeftmostLongest).build(&aliases);
        let automaton = automaton.expect("an automaton");
        let run = || automaton.find_iter(black_box(&text)).count();
        let expected = run();
        assert!(expected > text.len() / 2_000, "only {expected} matches in {} bytes", text.len());
        group.bench_function(name, |bencher| bencher.iter(|| assert_eq!(run(), expected)));
    }
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
