//! How fast is the engine beside raw aho-corasick on the same aliases?
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use demarche::bench_hook::Engine;
use demarche::{EntityRecord, Gazetteer};

struct Rng(u64);
impl Rng {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    /// Zipf-like.
    fn skew(&mut self, n: usize) -> usize {
        let u = (self.next() % 1_000_000) as f64 / 1e6;
        (((n as f64).powf(u) - 1.0) as usize).min(n - 1)
    }
    fn word(&mut self, min: usize, max: usize) -> String {
        const C: &[u8] = b"bcdfghjklmnprstvwz";
        const V: &[u8] = b"aeiouaeioy";
        let len = min + self.below(max - min + 1);
        (0..len).map(|i| if i % 2 == 0 { C[self.below(C.len())] } else { V[self.below(V.len())] } as char).collect()
    }
}

fn title(w: &str) -> String {
    w[..1].to_uppercase() + &w[1..]
}

struct Vocabulary {
    words: Vec<String>,
    given: Vec<String>,
    others: Vec<String>,
}

fn vocabulary(r: &mut Rng) -> Vocabulary {
    let mut words: Vec<String> =
        "the of to in and a said for on that is was it by at with from be as he has have its will an not are but which this up were had would more they been their one about year who two or new last".split(' ').map(String::from).collect();
    for i in 0..6000 {
        let extra = if i < 300 { 5 } else { 10 };
        words.push(r.word(3, extra));
    }
    let given = (0..700).map(|_| title(&r.word(3, 8))).collect();
    let others = (0..4000).map(|_| title(&r.word(3, 9))).collect();
    Vocabulary { words, given, others }
}

/// Names as in a gazetteer of 20,000: a quarter single words, the rest longer.
fn names(r: &mut Rng, v: &Vocabulary, n: usize) -> Vec<String> {
    let surnames: Vec<String> = (0..n / 3).map(|_| title(&r.word(4, 10))).collect();
    let mut out = std::collections::BTreeSet::new();
    while out.len() < n {
        let s = &surnames[r.below(surnames.len())];
        let name = match r.below(12) {
            0..=3 => s.clone(),
            4..=8 => format!("{} {s}", v.given[r.skew(v.given.len())]),
            9 => format!("{s} {}", surnames[r.below(surnames.len())]),
            10 => format!("{} of {s}", ["Republic", "Bank", "Kingdom", "President", "Ministry"][r.below(5)]),
            _ => format!("{} {} {s}", v.given[r.skew(v.given.len())], surnames[r.below(surnames.len())]),
        };
        out.insert(name);
    }
    out.into_iter().collect()
}

fn news(r: &mut Rng, v: &Vocabulary, aliases: &[String], bytes: usize) -> String {
    let mut t = String::new();
    let (mut sentence, mut line) = (true, 0);
    let mut due = 0;
    while t.len() < bytes {
        if t.len() >= due {
            // Some names come often, most seldom; the order of the names has nothing to do with it.
            t.push_str(&aliases[r.skew(aliases.len().min(3000)) * 7919 % aliases.len()]);
            due = t.len() + 60 + r.below(240);
            sentence = false;
        } else {
            match r.below(1000) {
                0..=40 => t.push_str(&r.below(3000).to_string()),
                41..=120 => t.push_str(&v.others[r.skew(v.others.len())]),
                121..=150 => t.push_str(&v.given[r.skew(v.given.len())]),
                151..=156 => t.push_str("U.S."),
                _ => {
                    let w = &v.words[r.skew(v.words.len())];
                    t.push_str(&if sentence { title(w) } else { w.clone() });
                    sentence = false;
                }
            }
        }
        match r.below(100) {
            0..=4 => {
                t.push('.');
                sentence = true;
            }
            5..=8 => t.push(','),
            9 => t.push_str("'s"),
            10 => t.push('-'),
            _ => {}
        }
        if t.len() - line > 70 {
            t.push('\n');
            line = t.len();
        } else if !t.ends_with('-') {
            t.push(' ');
        }
    }
    t
}

fn script(r: &mut Rng, letters: &[char], spaces: bool, bytes: usize) -> String {
    let mut t = String::new();
    while t.len() < bytes {
        let n = if spaces { 2 + r.below(9) } else { 12 + r.below(20) };
        for _ in 0..n {
            t.push(letters[r.skew(letters.len())]);
        }
        t.push_str(if spaces { [" ", " ", " ", " ", ", ", ". "][r.below(6)] } else { ["，", "。", "，"][r.below(3)] });
    }
    t
}

fn gazetteer(aliases: &[String]) -> Gazetteer {
    let mut b = Gazetteer::builder();
    for (i, a) in aliases.iter().enumerate() {
        b.add(EntityRecord::new(format!("x:{i}"), a.clone()));
    }
    b.build().unwrap()
}

fn time(f: &mut dyn FnMut() -> usize) -> (f64, usize) {
    let t = Instant::now();
    let n = f();
    (t.elapsed().as_secs_f64(), n)
}

fn median(mut v: Vec<f64>) -> f64 {
    v.sort_by(f64::total_cmp);
    v[v.len() / 2]
}

fn run(name: &str, gazetteer: &Gazetteer, texts: &[(&str, String)]) {
    let built = median(
        (0..9)
            .map(|_| {
                time(&mut || {
                    std::hint::black_box(Engine::new(gazetteer));
                    0
                })
                .0
            })
            .collect(),
    );
    let engine = Engine::new(gazetteer);
    let mut aliases = engine.aliases();
    aliases.sort();
    aliases.dedup();
    let only = std::env::var("ONLY").unwrap_or_default();
    println!("## {name}: {} aliases, build {:.2} ms", aliases.len(), built * 1e3);
    let packed = engine.pack();
    let unpacked = median((0..9).map(|_| time(&mut || usize::from(Engine::unpack(&packed))).0).collect());
    println!("packed {} kB, unpacked in {:.2} ms", packed.len() / 1000, unpacked * 1e3);
    if std::env::var("CHECK").is_ok() {
        for (kind, text) in texts.iter().filter(|t| t.0.contains(&only)) {
            let mut end = 300_000;
            while !text.is_char_boundary(end) {
                end += 1;
            }
            let part = &text[..end];
            let (ours, right) = (engine.count(part), engine.reference(part));
            println!("{kind}: {} hits, {}", ours.0, if ours == right { "right" } else { "WRONG" });
        }
        return;
    }
    if let Ok(rounds) = std::env::var("PROFILE") {
        let rounds: usize = rounds.parse().unwrap();
        for (kind, text) in texts.iter().filter(|t| t.0.contains(&only)) {
            let t = time(&mut || (0..rounds).map(|_| engine.count(text).0).sum());
            println!("{kind}: {:.0} MB/s", (rounds * text.len()) as f64 / t.0 / 1e6);
        }
        return;
    }
    let build = |kind| AhoCorasick::builder().kind(Some(kind)).match_kind(MatchKind::LeftmostLongest).build(&aliases).unwrap();
    let (dfa, nfa) = (build(AhoCorasickKind::DFA), build(AhoCorasickKind::ContiguousNFA));
    for (kind, text) in texts.iter().filter(|t| t.0.contains(&only)) {
        let (mut a, mut b, mut own) = (vec![], vec![], vec![]);
        let mut n = (0, 0);
        for _ in 0..9 {
            let d = time(&mut || dfa.find_iter(text.as_str()).count());
            let c = time(&mut || nfa.find_iter(text.as_str()).count());
            let e = time(&mut || engine.count(text).0);
            a.push(d.0 / e.0);
            b.push(c.0 / e.0);
            own.push(text.len() as f64 / e.0 / 1e6);
            n = (d.1, e.1);
        }
        println!(
            "{kind:8} x DFA {:5.2}  x cNFA {:5.2}  {:7.0} MB/s  raw {} hits {} ({:.0} bytes/hit)",
            median(a),
            median(b),
            median(own),
            n.0,
            n.1,
            text.len() as f64 / n.1.max(1) as f64
        );
    }
}

fn main() {
    let mut r = Rng(42);
    let v = vocabulary(&mut r);
    let aliases = names(&mut r, &v, 20_000);
    let size = 4_000_000;
    let cyrillic: Vec<char> = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё".chars().collect();
    let han: Vec<char> = (0..3000).map(|i| char::from_u32(0x4e00 + (i * 7919) % 20000).unwrap()).collect();
    let texts = |r: &mut Rng, aliases: &[String]| {
        let news = news(r, &v, aliases, size);
        let starts = news.as_bytes().windows(2).filter(|w| !w[0].is_ascii_alphanumeric() && w[1].is_ascii_alphanumeric()).count();
        let caps = news
            .as_bytes()
            .windows(2)
            .filter(|w| !w[0].is_ascii_alphanumeric() && (w[1].is_ascii_uppercase() || w[1].is_ascii_digit()))
            .count();
        println!("news: a start every {:.1}, capital every {:.1}", size as f64 / starts as f64, size as f64 / caps as f64);
        let mut dense = String::new();
        while dense.len() < size {
            dense.push_str(&aliases[r.skew(aliases.len().min(3000)) * 7919 % aliases.len()]);
            dense.push(' ');
            dense.push_str(&v.words[r.skew(v.words.len())]);
            dense.push(' ');
        }
        let quotes = news.replace("'s", "’s").replace(", ", "” ").replace(". ", ". “");
        vec![
            ("lower", news.to_lowercase()),
            ("UPPER", news.to_uppercase()),
            ("news", news),
            ("quotes", quotes),
            ("dense", dense),
            ("ru", script(r, &cyrillic, true, size)),
            ("zh", script(r, &han, false, size)),
            ("aaaa", "a".repeat(size)),
            ("AlAl", "Al ".repeat(size / 3)),
            ("spaces", "Al     ".repeat(size / 7)),
        ]
    };
    let set = std::env::var("SET").unwrap_or_default();
    if "hostile".contains(&set) {
        let many = |word: &str, n: usize| vec![word; n].join(" ");
        let sets: Vec<(&str, Vec<String>)> = vec![
            ("chain of 1000", (1..=1000).map(|n| many("a", n)).collect()),
            ("a … a b, 1000", vec![many("a", 1000) + " b"]),
            ("100,000 of a head", (0..100_000).map(|n| format!("Al {}", v.words[n % 6000].clone() + &n.to_string())).collect()),
            (
                "100,000 of two words",
                (0..100_000).map(|n| format!("Al of {}", v.words[n % 6000].clone() + &n.to_string())).collect(),
            ),
        ];
        for (name, aliases) in sets {
            let g = gazetteer(&aliases);
            let engine = Engine::new(&g);
            for unit in ["a ", "Al ", "Al of ", "a", "a      ", "Al of baba1 "] {
                let mut line = format!("{name:20} {unit:12}");
                for size in [1_000_000, 2_000_000, 4_000_000, 8_000_000] {
                    let text = unit.repeat(size / unit.len());
                    let t = time(&mut || engine.count(&text).0);
                    line += &format!(" {:8.1} ms", t.0 * 1e3);
                }
                println!("{line}");
            }
        }
    }
    if "names".contains(&set) {
        let t = texts(&mut r, &aliases);
        run("names", &gazetteer(&aliases), &t);
    }
    if "native".contains(&set) {
        let mut some = aliases.clone();
        some.extend((0..200).map(|_| script(&mut r, &cyrillic, true, 12).trim_matches([' ', ',', '.']).to_owned()));
        some.extend((0..200).map(|_| script(&mut r, &han, false, 4).chars().take(2).collect()));
        some.extend(aliases.iter().step_by(700).map(|a| format!("the {a}")));
        some.sort();
        some.dedup();
        let t = texts(&mut r, &aliases);
        run("native", &gazetteer(&some), &t);
    }
    if let Ok(dir) = std::env::var("TABLES")
        && "tables".contains(&set)
    {
        let mut b = Gazetteer::builder();
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".tsv") && !["english_words.tsv", "sources.tsv"].contains(&&*name) {
                let before = b.clone();
                if let Err(e) = b.load_tsv(&path) {
                    println!("skipped: {e}");
                    b = before;
                }
            }
        }
        let g = match b.build() {
            Ok(g) => g,
            Err(e) => return println!("tables: {e}"),
        };
        let all = Engine::new(&g).aliases();
        let t = texts(&mut r, &all);
        run("tables", &g, &t);
    }
}
