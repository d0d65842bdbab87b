//! What does a gazetteer of a million names cost, and does time stay linear in the text whatever text and names are?
//!
//! `DEMARCHE_NAMES` sets the largest gazetteer, 1,000,000 by default.

mod texts;

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use demarche::{EntityRecord, Extractor, Gazetteer};
use texts::Names;

const ROUNDS: usize = 5;

fn main() {
    let most = std::env::var("DEMARCHE_NAMES").ok().and_then(|names| names.parse().ok()).unwrap_or(1_000_000);
    sizes(most);
    allocations();
    linear();
}

/// Build time, heap and speed by the number of names.
fn sizes(most: usize) {
    println!(
        "\nbuild from values and compile, on one thread; speed on news beside the contiguous NFA of aho-corasick; medians of {ROUNDS} rounds"
    );
    println!("      names   values ms   compile ms   extractor MB   + gazetteer MB   peak MB    MB/s   NFA MB/s   ratio");
    for count in [1_000, 20_000, 200_000, 1_000_000].into_iter().filter(|&count| count <= most) {
        let names = Names::new(count, false);
        // So long that both run at their own pace, and not at that of what they fetch anew after the other.
        let text = texts::news(&names, 20_000_000);
        // One after another, as a file has them: making them left them all over the memory.
        let list = names.aliases.join("\n");
        drop(names);
        let aliases: Vec<&str> = list.lines().collect();

        let built = (0..ROUNDS).map(|_| {
            let start = Instant::now();
            let gazetteer = gazetteer(&aliases);
            let values = start.elapsed();
            let start = Instant::now();
            let extractor = Extractor::new(&gazetteer);
            (values, start.elapsed(), gazetteer, extractor)
        });
        let mut built: Vec<_> = built.collect();
        built.sort_by_key(|(values, compile, ..)| *values + *compile);
        let (values, compile, gazetteer, extractor) = built.swap_remove(ROUNDS / 2);
        drop(built);
        let found = extractor.extract(&text.text).count();
        assert!(found * 100 >= text.known * 98, "{found} of {} names found", text.known);

        // Once more, since counting allocations takes time.
        let mut kept = None;
        let both = allocation_counter::measure(|| kept = Some(Extractor::new(&self::gazetteer(&aliases))));
        drop(kept);
        let mut kept = None;
        let alone = allocation_counter::measure(|| kept = Some(Extractor::new(&gazetteer)));
        drop(kept);

        let nfa = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(&aliases)
            .expect("an automaton");
        let mut rounds: Vec<(f64, f64)> = (0..ROUNDS)
            .map(|_| {
                let ours = seconds(|| assert_eq!(extractor.extract(black_box(&text.text)).count(), found));
                (ours, seconds(|| assert!(nfa.find_iter(black_box(&text.text)).count() > text.known / 2)))
            })
            .collect();
        rounds.sort_unstable_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)));
        let (ours, theirs) = rounds[ROUNDS / 2];
        let (ms, mb) = (|time: std::time::Duration| time.as_secs_f64() * 1e3, |bytes: f64| bytes / 1e6);
        println!(
            "{count:11} {:11.1} {:12.1} {:14.2} {:16.2} {:9.2} {:7.1} {:10.1} {:7.2}",
            ms(values),
            ms(compile),
            mb(alone.bytes_current as f64),
            mb(both.bytes_current as f64),
            mb(both.bytes_max as f64),
            mb(text.text.len() as f64) / ours,
            mb(text.text.len() as f64) / theirs,
            theirs / ours
        );
    }
}

/// Allocations for one document.
fn allocations() {
    let names = Names::new(20_000, false);
    let aliases: Vec<&str> = names.aliases.iter().map(String::as_str).collect();
    let extractor = Extractor::new(&gazetteer(&aliases));
    println!("\nallocations for a document, 20,000 names; the thread has read others before");
    extractor.extract(&texts::news(&names, 4_000_000).text).count();
    for (name, text) in [
        ("2 kB without a name", texts::news(&names, 2_000).text.to_lowercase()),
        ("2 kB of news", texts::news(&names, 2_000).text),
        ("2 MB of news", texts::news(&names, 2_000_000).text),
    ] {
        let mut mentions = 0;
        let info = allocation_counter::measure(|| mentions = extractor.extract(&text).count());
        println!("  {name:22} {mentions:6} mentions  {:4} allocations, {:9} bytes at most", info.count_total, info.bytes_max);
    }
}

/// Time by byte as a text grows, for texts and names made to hurt.
fn linear() {
    let chain: Vec<String> = (1..=1_000).map(|length| vec!["a"; length].join(" ")).collect();
    let tail = vec![format!("{}b", "a ".repeat(999))];
    let one_head: Vec<String> = Names::new(100_000, false).aliases.iter().map(|alias| format!("Al {alias}")).collect();
    let cases: [(&str, &[String], &str); 6] = [
        ("names a, a a, … of 1,000 words; text a a a", &chain, "a "),
        ("one name a a … b of 1,000 words; text a a a", &tail, "a "),
        ("100,000 names that start with Al; text Al Al Al", &one_head, "Al "),
        ("the same; text of one word aaaa", &one_head, "a"),
        ("the same; text of combining marks", &one_head, "\u{301}"),
        ("the same; text of initials A.A.A.", &one_head, "A."),
    ];
    println!("\nns a byte as the text doubles");
    for (name, aliases, piece) in cases {
        let aliases: Vec<&str> = aliases.iter().map(String::as_str).collect();
        let extractor = Extractor::new(&gazetteer(&aliases));
        let mut line = format!("  {name:50}");
        let mut bytes = 1 << 16;
        let mut taken = 0.0;
        // Up to 128 MB, as long as it takes less than a second.
        while bytes <= 1 << 27 && taken < 0.5 {
            let text = texts::repeated(piece, bytes);
            taken = seconds(|| _ = black_box(extractor.extract(&text).count()));
            if bytes.trailing_zeros() % 2 == 0 || taken >= 0.5 {
                line.push_str(&format!("  {}: {:.1}", size(bytes), taken * 1e9 / bytes as f64));
            }
            bytes *= 2;
        }
        println!("{line}");
    }
}

fn size(bytes: usize) -> String {
    if bytes < 1 << 20 { format!("{} KiB", bytes >> 10) } else { format!("{} MiB", bytes >> 20) }
}

fn gazetteer(aliases: &[&str]) -> Gazetteer {
    let mut builder = Gazetteer::builder();
    for (i, alias) in aliases.iter().enumerate() {
        builder.add(EntityRecord::new(format!("name:{i}"), *alias));
    }
    builder.build().expect("a gazetteer")
}

fn seconds(job: impl FnOnce()) -> f64 {
    let start = Instant::now();
    job();
    start.elapsed().as_secs_f64()
}
