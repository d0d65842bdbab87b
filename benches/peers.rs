//! The whole job beside what one could take for a part of it: a table of ratios, from interleaved rounds of one run.
//!
//! Beside the whole job stands the matcher alone: folding, boundaries, case and the longest name, without the rules of the context.
//! Every engine gets the same 20,000 names and the same texts; `DEMARCHE_TEXT` names a file to take in place of generated news.
//! `DEMARCHE_ROUNDS` sets the number of rounds, `DEMARCHE_KIND` the kinds of text, such as `news,dense`. Compare the ratios, not the MB/s of two runs: machines are noisy.

mod texts;

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use demarche::{EntityRecord, Extractor, Gazetteer};
use regex::Regex;
use texts::Names;

const NAMES: usize = 20_000;
const ROUNDS: usize = 7;
/// An engine that is slow on a kind of text gets as much of it as it reads in about this time.
const SECONDS: f64 = 0.25;

/// Something that finds names in a text and counts them.
struct Engine {
    name: &'static str,
    /// What it does not do of the job.
    lacks: &'static str,
    count: Box<dyn Fn(&str) -> usize>,
}

struct Kind {
    name: &'static str,
    text: String,
    /// How many names were put into the text, where that is known.
    known: Option<usize>,
}

fn main() {
    let rounds = std::env::var("DEMARCHE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    // Of the kinds of text only those whose name is asked for.
    let only = std::env::var("DEMARCHE_KIND").unwrap_or_default();
    let kinds = |names: &Names| -> Vec<Kind> {
        kinds(names).into_iter().filter(|kind| only.is_empty() || only.split(',').any(|name| name == kind.name)).collect()
    };
    let capitals = Names::new(NAMES, false);
    table("20,000 names", &engines(&capitals.aliases), &kinds(&capitals), rounds);
    let mixed = Names::new(NAMES, true);
    let news = kinds(&mixed).into_iter().filter(|kind| kind.name == "news").collect::<Vec<_>>();
    table("20,000 names, one in fifty with a lower-case start", &engines(&mixed.aliases), &news, rounds);
}

fn kinds(names: &Names) -> Vec<Kind> {
    let aliases: Vec<&str> = names.aliases.iter().map(String::as_str).collect();
    let news = match texts::own_text() {
        Some(text) => texts::Text { text, known: 0 },
        None => {
            let text = texts::news(names, 4_000_000);
            texts::assert_like_news(&text);
            text
        }
    };
    let dense = texts::dense(&aliases, 2_000_000);
    let kind = |name, text| Kind { name, text, known: None };
    let (lower, upper) = (news.text.to_lowercase(), news.text.to_uppercase());
    vec![
        Kind { name: "news", text: news.text, known: (news.known > 0).then_some(news.known) },
        kind("lower", lower),
        kind("ALL CAPS", upper),
        Kind { name: "dense", text: dense.text, known: Some(dense.known) },
        kind("Cyrillic", texts::cyrillic(4_000_000)),
        kind("Chinese", texts::chinese(4_000_000)),
        kind("aaaa", texts::repeated("a", 4_000_000)),
        kind("Al Al Al", texts::repeated("Al ", 2_000_000)),
    ]
}

/// The whole job first, then its peers.
fn engines(aliases: &[String]) -> Vec<Engine> {
    let mut builder = Gazetteer::builder();
    for (i, alias) in aliases.iter().enumerate() {
        builder.add(EntityRecord::new(format!("name:{i}"), alias.as_str()));
    }
    let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
    let matcher = extractor.clone();
    let mut engines = vec![Engine {
        name: "demarche",
        lacks: "",
        count: Box::new(move |text| extractor.extract(text).inspect(|mention| _ = black_box(mention.id())).count()),
    }];
    let mut peer = |name, lacks, count: Box<dyn Fn(&str) -> usize>| engines.push(Engine { name, lacks, count });
    peer("  its matcher alone", "context rules", Box::new(move |text| matcher.count_hits(text)));

    let automaton = |kind, match_kind, insensitive| {
        let mut builder = AhoCorasick::builder();
        builder.kind(Some(kind)).match_kind(match_kind).ascii_case_insensitive(insensitive);
        builder.build(aliases).expect("an automaton")
    };
    let dfa = automaton(AhoCorasickKind::DFA, MatchKind::LeftmostLongest, false);
    let nothing_else = "boundaries, folding, case policy, ids";
    peer("aho-corasick DFA", nothing_else, Box::new(move |text| dfa.find_iter(text).count()));
    let nfa = automaton(AhoCorasickKind::ContiguousNFA, MatchKind::LeftmostLongest, false);
    peer("aho-corasick contiguous NFA", nothing_else, Box::new(move |text| nfa.find_iter(text).count()));
    let insensitive = automaton(AhoCorasickKind::ContiguousNFA, MatchKind::Standard, true);
    peer(
        "  the same, any case, + boundaries",
        "folding but for ASCII case, case policy, ids",
        Box::new(move |text| whole_words(&insensitive, text)),
    );
    let double = DoubleArrayAhoCorasickBuilder::new().match_kind(daachorse::MatchKind::LeftmostLongest);
    let double: DoubleArrayAhoCorasick<u32> = double.build(aliases).expect("an automaton");
    peer("daachorse", nothing_else, Box::new(move |text| double.leftmost_find_iter(text).count()));
    let regex = alternation(aliases);
    peer(
        r"regex \b(?:…)\b",
        "boundaries but for ASCII, folding, case policy, ids",
        Box::new(move |text| regex.find_iter(text).count()),
    );
    let set = sorted_set(aliases);
    peer("fst at word starts", "folding, case policy, ids", Box::new(move |text| longest_at_starts(&set, text)));
    engines
}

/// What a careful user of aho-corasick writes: all matches, those that are whole words, the leftmost and longest of them.
fn whole_words(automaton: &AhoCorasick, text: &str) -> usize {
    let mut words: Vec<(usize, usize)> = automaton
        .find_overlapping_iter(text)
        .filter(|found| is_bounded(text, found.start(), found.end()))
        .map(|found| (found.start(), found.end()))
        .collect();
    words.sort_unstable_by_key(|&(start, end)| (start, std::cmp::Reverse(end)));
    let (mut free, mut count) = (0, 0);
    for (start, end) in words {
        if start >= free {
            free = end;
            count += 1;
        }
    }
    count
}

fn is_bounded(text: &str, start: usize, end: usize) -> bool {
    !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
}

/// One pattern of all names, longer ones first, since the first that matches wins.
fn alternation(aliases: &[String]) -> Regex {
    let mut aliases: Vec<String> = aliases.iter().map(|alias| regex::escape(alias)).collect();
    aliases.sort_by_key(|alias| std::cmp::Reverse(alias.len()));
    // The boundary of Unicode would keep the lazy DFA from texts that are not ASCII.
    let pattern = format!(r"(?-u:\b)(?:{})(?-u:\b)", aliases.join("|"));
    regex::RegexBuilder::new(&pattern).size_limit(1 << 30).dfa_size_limit(1 << 28).build().expect("a regex")
}

fn sorted_set(aliases: &[String]) -> fst::Set<Vec<u8>> {
    let mut aliases = aliases.to_vec();
    aliases.sort_unstable();
    fst::Set::from_iter(aliases).expect("sorted names")
}

/// From every word start, the longest name that ends at a word's end.
fn longest_at_starts(set: &fst::Set<Vec<u8>>, text: &str) -> usize {
    let (set, bytes) = (set.as_fst(), text.as_bytes());
    let (mut at, mut count, mut inside) = (0, 0, false);
    while at < bytes.len() {
        // Names start with an ASCII letter here; other bytes count as parts of words.
        let word = bytes[at].is_ascii_alphanumeric() || !bytes[at].is_ascii();
        let start = word && !inside;
        inside = word;
        let mut longest = 0;
        if start {
            let mut node = set.root();
            for (i, &byte) in bytes[at..].iter().enumerate() {
                let Some(next) = node.find_input(byte) else { break };
                node = set.node(node.transition_addr(next));
                if node.is_final() && text.is_char_boundary(at + i + 1) && is_bounded(text, at, at + i + 1) {
                    longest = i + 1;
                }
            }
        }
        count += usize::from(longest > 0);
        at += longest.max(1);
    }
    count
}

fn table(title: &str, engines: &[Engine], kinds: &[Kind], rounds: usize) {
    println!("\n{title}, {rounds} interleaved rounds; the peers do not do:");
    for engine in &engines[1..] {
        println!("  {:35}  {}", engine.name.trim(), engine.lacks);
    }
    for kind in kinds {
        println!(
            "\n{}, {:.1} MB\n  {:35} {:>9} {:>7} {:>16} {:>11}",
            kind.name,
            kind.text.len() as f64 / 1e6,
            "",
            "MB/s",
            "found",
            "its time / ours",
            "/ matcher's"
        );
        if kind.text.is_ascii() {
            println!("  {}", texts::Figures::of(&kind.text));
        }
        // The first run warms up, tells how much text an engine can be given, and what it finds.
        let samples: Vec<Sample<'_>> = engines.iter().map(|engine| Sample::new(engine, kind)).collect();
        if let Some(known) = kind.known {
            // Two beside each other may make a third, and some words are names too.
            let found = (samples[0].engine.count)(&kind.text);
            assert!(found * 100 >= known * 98 && found < known * 2, "{found} of {known} names found in {}", kind.name);
        }
        let mut times = vec![Vec::with_capacity(rounds); engines.len()];
        for _ in 0..rounds {
            for (sample, times) in samples.iter().zip(&mut times) {
                times.push(sample.seconds_per_byte());
            }
        }
        let ratio = |times: &[f64], ours: &[f64]| median(times.iter().zip(ours).map(|(peer, ours)| peer / ours).collect());
        for (sample, own) in samples.iter().zip(&times) {
            let found = sample.expected as f64 / sample.text.len() as f64 * kind.text.len() as f64;
            let (whole, matcher) = (ratio(own, &times[0]), ratio(own, &times[1]));
            let speed = 1e-6 / median(own.clone());
            println!("  {:35} {speed:9.1} {found:7.0} {whole:16.2} {matcher:11.2}", sample.engine.name);
        }
    }
}

/// An engine with the text it is given.
struct Sample<'a> {
    engine: &'a Engine,
    text: &'a str,
    expected: usize,
}

impl<'a> Sample<'a> {
    fn new(engine: &'a Engine, kind: &'a Kind) -> Self {
        let piece = cut(&kind.text, kind.text.len() / 20);
        let start = Instant::now();
        (engine.count)(piece);
        let affordable = piece.len() as f64 * SECONDS / start.elapsed().as_secs_f64();
        let text = cut(&kind.text, affordable as usize);
        Sample { engine, text, expected: (engine.count)(text) }
    }

    /// Read once before, so that each finds its own tables in the caches, and not those of the engine before it.
    fn seconds_per_byte(&self) -> f64 {
        black_box((self.engine.count)(black_box(self.text)));
        let start = Instant::now();
        let count = (self.engine.count)(black_box(self.text));
        let seconds = start.elapsed().as_secs_f64();
        assert_eq!(count, self.expected, "{}", self.engine.name);
        seconds / self.text.len() as f64
    }
}

/// The first `bytes` bytes of a text, or a little less.
fn cut(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}
