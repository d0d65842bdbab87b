//! Texts of any kind and size, and input that is wrong: no panic, linear time, errors that name file and line.
#![cfg(feature = "history")]

mod common;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use demarche::{Extractor, Mention, Options, Profile};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Megabytes are many without optimisation.
const DEBUG: bool = cfg!(debug_assertions);

fn nested() -> Options {
    Options::new().nested(true)
}

/// The ids found in a text; checks that the spans are proper ones.
fn ids(text: &str) -> Vec<&'static str> {
    let gazetteer = Extractor::embedded().gazetteer();
    let mentions: Vec<Mention<'_>> = Extractor::embedded().extract_with(text, &nested()).collect();
    for mention in &mentions {
        assert!(text.is_char_boundary(mention.start()) && text.is_char_boundary(mention.end()), "{mention:?}");
        assert_eq!(text.get(mention.start()..mention.end()), Some(mention.text()));
    }
    mentions.iter().map(|mention| gazetteer.get(mention.id()).expect("an entity").id()).collect()
}

/// The example `extract` as a process.
struct Run {
    status: Option<i32>,
    documents: Vec<Value>,
    errors: String,
}

impl Run {
    fn new(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
        let mut command = Command::new(binary());
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the example extract");
        let mut stdin = child.stdin.take().expect("its standard input");
        let input = input.as_ref().to_vec();
        let writer = std::thread::spawn(move || {
            // A process that stops at an error in its arguments does not read.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().expect("its output");
        writer.join().expect("the writer");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        Run {
            status: output.status.code(),
            documents: text.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect(),
            errors: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Ids of the documents and how many mentions each has.
    fn counts(&self) -> Vec<(String, usize)> {
        let count = |document: &Value| document["mentions"].as_array().expect("mentions").len();
        let id = |document: &Value| document["id"].as_str().map_or(document["id"].to_string(), str::to_owned);
        self.documents.iter().map(|document| (id(document), count(document))).collect()
    }
}

/// Builds the example `extract`, which cargo does by itself only in a run of all tests, and tells where it is.
fn binary() -> &'static PathBuf {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["build", "--quiet", "--example", "extract", "--message-format", "json"]);
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        if !DEBUG {
            command.arg("--release");
        }
        let output = command.output().expect("cargo");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let messages = String::from_utf8(output.stdout).expect("UTF-8");
        let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let path = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
        path.expect("the path of the example")
    })
}

/// A file with this content, in a folder of its own for every test.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
    std::fs::write(&path, content).expect("a file for the test");
    path.display().to_string()
}

// ---- texts ----

#[test]
fn no_text_at_all() {
    for text in ["", " ", "\n\n", "\0", "\u{feff}", "\r\n\r\n", "…", "\u{200b}\u{200d}", "'", "-", "--", ".", "..."] {
        assert_eq!(ids(text), [""; 0], "{text:?}");
    }
}

#[test]
fn combining_marks_only() {
    for mark in ["\u{301}", "\u{301}\u{302}\u{327}", "\u{20dd}", "\u{fe0f}", "\u{1d165}", "\u{093f}"] {
        assert_eq!(ids(&mark.repeat(10_000)), [""; 0], "{mark:?}");
    }
    // A mark on the last letter makes it another letter to the eye, but accents are optional in a name.
    assert_eq!(ids(&format!("Mali{}", "\u{301}".repeat(1000))), ["country:ML"]);
}

#[test]
fn one_word_of_fifty_megabytes() {
    let megabytes = if DEBUG { 5 } else { 50 };
    within(Duration::from_secs(20), || assert_eq!(ids(&"a".repeat(megabytes << 20)), [""; 0]));
}

#[test]
fn a_name_again_and_again() {
    let times = if DEBUG { 20_000 } else { 200_000 };
    within(Duration::from_secs(20), || assert_eq!(ids(&"Mali ".repeat(times)).len(), times));
    within(Duration::from_secs(20), || {
        let found = ids(&format!("Antony Blinken left. {}", "Blinken said so. ".repeat(times)));
        assert_eq!(found.len(), times + 1);
        assert!(found.iter().all(|id| *id == "official:antony-blinken"));
    });
    // Without spaces there is no name.
    within(Duration::from_secs(20), || assert_eq!(ids(&"Mali".repeat(times)), [""; 0]));
}

#[test]
fn a_gap_of_a_megabyte_inside_a_name() {
    for gap in [" ", "\u{a0}", "\t", "\u{ad}", "\u{200b}", "-", "\n", ".", "\u{301}"] {
        let text = format!("Guinea{}Bissau", gap.repeat((1 << 20) / gap.len()));
        within(Duration::from_secs(10), || _ = ids(&text));
    }
    let far = format!("Sierra{}Leone", " ".repeat(1 << 20));
    assert!(!ids(&far).contains(&"country:SL"), "a name may be broken over a line, not over a page");
}

/// Twice the text takes twice the time, about; measured only where it is quick enough to mean something.
#[test]
fn time_is_linear_in_hostile_texts() {
    let size = if DEBUG { 1 << 15 } else { 1 << 19 };
    let pieces = [
        "A.",
        "U.S.",
        "Al ",
        "' ",
        "G-",
        "the ",
        "(",
        "\"",
        "https://",
        "@",
        "Mr ",
        "President ",
        "of ",
        "Antony ",
        "C5 + ",
        "Kazakh President ",
        "president of ",
        "President and Prime Minister of Mali and ",
        "head of Poland's central bank, ",
        "Tokayev, the Kazakh president, and his Kazakh counterpart ",
        "U.S.his;",
        "|WHO#</b>",
        "&amp;[[<a ",
        "ÄÖ",
        "中国",
    ];
    for piece in pieces {
        let time = |size: usize| {
            let text = piece.repeat(size / piece.len());
            (0..3).map(|_| took(|| _ = ids(&text))).min().expect("a time")
        };
        let (small, large) = (time(size), time(4 * size));
        assert!(
            large < small * 12 + Duration::from_millis(200),
            "{piece:?}: {small:?} for {size} bytes, {large:?} for four times as many"
        );
    }
}

/// Every scalar value before, inside and behind a name.
#[test]
fn every_character_beside_a_name() {
    let step = if DEBUG { 61 } else { 1 };
    let mut text = String::new();
    for (i, c) in ('\0'..=char::MAX).enumerate() {
        if c as u32 >= 0x3000 && i % step != 0 {
            continue;
        }
        text.extend(["Mali", c.encode_utf8(&mut [0; 4]), "Peru\n\n"]);
        if text.len() > 1 << 16 {
            ids(&text);
            text.clear();
        }
    }
    ids(&text);
}

#[test]
fn scripts_and_directions() {
    for (text, expected) in [
        ("قال وزير خارجية Kazakhstan إن \u{202b}Kyrgyzstan\u{202c} وافقت", &["country:KZ", "country:KG"][..]),
        ("השר דיבר על \u{200f}Israel\u{200e} ועל Jordan.", &["country:IL", "country:JO"]),
        ("Глава NATO прибыл в Astana.", &["organization:nato", "place:KZ/astana"]),
        ("外相はNATOとKenyaについて話した。", &["organization:nato", "country:KE"]),
        ("𝕸𝖆𝖑𝖎 is not Mali 🇲🇱🇲🇱 Mali👍🏽 Peru‍", &["country:ML", "country:ML", "country:PE"]),
        ("Ｐｅｒｕ and Ｃ５＋１", &["country:PE", "format:c5+1"]),
        ("K．ＬS, the Ｕ．Ｓ and Ｕ．Ｓ．, Ｇ．Ｗ． Peru", &["country:US", "country:US", "country:PE"]),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

/// The span of a mention holds all of what makes it one: of `U. S.` the last dot, too.
#[test]
fn initials_over_a_space() {
    let found = |text| -> Vec<_> { Extractor::embedded().extract(text).map(|mention| mention.text().to_owned()).collect() };
    assert_eq!(found("The U. S. said, and the U.S. and the US did."), ["U. S.", "U.S.", "US"]);
    // Before the dot may stand what cannot be seen, and it may be a full-width one.
    assert_eq!(
        found("The U\u{ad}. S\u{200b}. said, the U.S\u{ad}. and the U．S． did."),
        ["U\u{ad}. S\u{200b}.", "U.S\u{ad}.", "U．S．"]
    );
    for text in ["U. s.", "uU.\u{15}U.\ns.\n", "U. S said", "u. s. said", "U.\n\nS. said"] {
        assert_eq!(found(text), [""; 0], "{text:?}");
    }
}

/// Every passage with signs strewn into it, that cannot be seen, that fold to others or that rules look for, and with one of them behind
/// every character: mentions are in order, apart from one another, and those of a stream.
#[test]
fn signs_strewn_into_passages() {
    const SIGNS: [&str; 44] = [
        "\u{ad}",
        "\u{200b}",
        "\u{301}",
        "\u{20dd}",
        "\u{34f}",
        "\0",
        "\u{fffd}",
        "\u{1f600}",
        "中",
        "Д",
        "İ",
        "ŉ",
        "ﬁ",
        "É.",
        "E\u{301}.",
        "Ａ",
        "１",
        "．",
        "，",
        "（",
        ".",
        ". ",
        "-",
        " - ",
        "—",
        "'",
        "’s ",
        "\"",
        "“",
        ")",
        ", ",
        ": ",
        "\n",
        "\r\n",
        "\u{2029}",
        "\t",
        "\u{3000}",
        "@",
        "://",
        "*",
        "J.",
        "Ｊ\u{ad}.",
        "U.S.",
        "former ",
    ];
    let mut state = 1u64;
    let mut below = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    for case in common::cases().iter().step_by(if DEBUG { 40 } else { 1 }) {
        for round in 0..4 {
            let mut text = case.text.clone();
            if round == 0 {
                let sign = SIGNS[below(SIGNS.len())];
                text = text.chars().flat_map(|c| [c.to_string(), sign.to_owned()]).collect();
            }
            for _ in 0..8 {
                let at = (0..=below(text.len() + 1)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
                text.insert_str(at, SIGNS[below(SIGNS.len())]);
            }
            let profile = if below(3) == 0 { Profile::Recall } else { Profile::Balanced };
            let mut options = Options::new().profile(profile).any_case(below(4) == 0);
            options = case.as_of.map_or(options.clone(), |date| options.as_of(date));
            let found: Vec<_> = Extractor::embedded().extract_with(&text, &options).map(|mention| mention.to_owned()).collect();
            assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text:?}: {found:#?}");
            let stream = Extractor::embedded().extract_reader(text.as_bytes(), &options).step(1 + below(99));
            let stream: Vec<_> = stream.map(|mention| mention.expect("a text in memory")).collect();
            assert_eq!(stream, found, "{text:?}");
        }
    }
}

// ---- the same passage in other bytes ----

type Rewrite = fn(&str) -> String;

/// What must not change the answer.
const REWRITINGS: [(&str, Rewrite); 8] = [
    ("decomposed", |text| text.nfd().collect()),
    ("composed", |text| text.nfc().collect()),
    ("no-break spaces", |text| text.replace(' ', "\u{a0}")),
    ("curly apostrophes", |text| text.replace('\'', "’")),
    ("CRLF", |text| text.replace("\r\n", "\n").replace('\n', "\r\n")),
    ("no-break hyphens", |text| text.replace('-', "\u{2011}")),
    ("soft hyphens", |text| within_words(text, "\u{ad}")),
    ("zero-width joiners", |text| within_words(text, "\u{200d}")),
];

/// Puts a mark behind the third letter of every longer word, where a page may hyphenate it.
fn within_words(text: &str, mark: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_alphabetic());
    let marked = words.map(|word| match word.char_indices().nth(3) {
        Some((third, _)) if word.chars().filter(|c| c.is_alphabetic()).count() > 5 => {
            [&word[..third], mark, &word[third..]].concat()
        }
        _ => word.to_owned(),
    });
    marked.collect()
}

/// Every case, rewritten, yields the same entities at the same places.
#[test]
fn rewritten_cases() {
    let mut wrong = Vec::new();
    for case in common::cases() {
        let options = match case.as_of {
            Some(date) => nested().as_of(date),
            None => nested(),
        };
        let found = |text: &str, rewrite: Rewrite| -> Vec<(String, String)> {
            let mentions = Extractor::embedded().extract_with(text, &options);
            mentions.map(|mention| (mention.id().to_owned(), rewrite(mention.text()))).collect()
        };
        for (name, rewrite) in REWRITINGS {
            let rewritten = rewrite(&case.text);
            let (before, after) = (found(&case.text, rewrite), found(&rewritten, str::to_owned));
            if before != after {
                let same = before.iter().zip(&after).take_while(|(before, after)| before == after).count();
                let (before, after) = (before.get(same), after.get(same));
                wrong.push(format!("{}/{} with {name}: {after:?} in place of {before:?}", case.file, case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

// ---- the command line: documents ----

#[test]
fn empty_input() {
    let empty = file("empty.txt", "");
    let run = Run::new(&[&empty], "");
    assert_eq!((run.status, run.counts(), run.errors.as_str()), (Some(0), vec![(empty, 0)], ""));
    let run = Run::new(&["--jsonl"], "\n\n");
    assert_eq!((run.status, run.documents.len(), run.errors.as_str()), (Some(0), 0, ""));
}

#[test]
fn a_large_file() {
    let large = file("large.txt", "a".repeat(if DEBUG { 1 << 20 } else { 50 << 20 }));
    let run = Run::new(&[&large], "");
    assert_eq!((run.status, run.counts()), (Some(0), vec![(large, 0)]));
}

#[test]
fn a_missing_file() {
    let (missing, there) = (file("missing.txt", ""), file("there.txt", "Mali and Peru"));
    std::fs::remove_file(&missing).expect("the file");
    let run = Run::new(&[&missing, &there], "");
    assert_eq!((run.status, run.counts()), (Some(1), vec![(there, 2)]));
    assert!(run.errors.starts_with(&format!("{missing}: ")), "{}", run.errors);
}

#[test]
fn a_file_that_is_not_utf8() {
    let (broken, there) = (file("latin1.txt", b"Mali\nC\xf4te d'Ivoire"), file("utf8.txt", "Mali"));
    let run = Run::new(&[&broken, &there], "");
    assert_eq!((run.status, run.counts()), (Some(1), vec![(there, 1)]));
    assert!(run.errors.starts_with(&format!("{broken}:2: ")) && run.errors.contains("UTF-8"), "{}", run.errors);
}

#[test]
fn bad_json_lines() {
    for (line, says) in [
        (&br#"{"id": 2, "text": "\ud800 in Mali"}"#[..], "hex escape"),
        (br#"{"id": 2, "text": "talks in Ma"#, "EOF"),
        (br#"{"id": 2}"#, "text"),
        (br#"{"text": "Mali"}"#, "id"),
        (br#"{"id": 2, "text": "Mali", "date": "2023-02-30"}"#, "2023-02-30"),
        (br#"{"id": 2, "text": "Mali", "date": "tomorrow"}"#, "tomorrow"),
        (br#"["Mali"]"#, "expected"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"Mali", "expected"),
    ] {
        let lines = [&br#"{"id": 1, "text": "Mali"}"#[..], b"", line, br#"{"id": "three", "text": "Mali and Peru", "date": ""}"#];
        let run = Run::new(&["--jsonl"], lines.join(&b'\n'));
        assert_eq!(run.counts(), [("1".into(), 1), ("three".into(), 2)], "{}", run.errors);
        assert_eq!(run.status, Some(1));
        assert!(run.errors.starts_with("-:3:") && run.errors.contains(says), "{}", run.errors);
        assert_eq!(run.errors.lines().count(), 1, "{}", run.errors);
        assert!(!run.errors.contains("line 1 "), "there is one line number, that of the file: {}", run.errors);
    }
}

#[test]
fn surrogate_pairs_and_escapes() {
    let run = Run::new(&["--jsonl"], r#"{"id": 1, "text": "\ud83c\uddf2 \u004dali\r\nC\u00f4te d\u2019Ivoire"}"#);
    assert_eq!((run.status, run.counts()), (Some(0), vec![("1".into(), 2)]));
    assert_eq!(run.documents[0]["mentions"][1]["text"], "Côte d’Ivoire");
}

#[test]
fn bad_arguments() {
    for (arguments, says) in [
        (&["--as-of", "2023-02-30"][..], "2023-02-30"),
        (&["--as-of", "yesterday"], "yesterday"),
        (&["--profile", "reckless"], "precision, balanced, recall"),
        (&["--no-such-option"], "--no-such-option"),
    ] {
        let run = Run::new(arguments, "Mali");
        assert!(run.status.is_some_and(|status| status != 0) && run.documents.is_empty(), "{arguments:?}");
        assert!(run.errors.contains(says), "{}", run.errors);
    }
}

// ---- the command line: tables ----

#[test]
fn bad_tables() {
    let alias = "id\talias\tkind\tcase\tpolicy\tpriority\tvalid_from\tvalid_to\n";
    for (name, table, place, says) in [
        ("cells", "id\tname\nship:vega\tVega\nship:orion\n".into(), ":3: ", "1 cells"),
        ("more", "id\tname\nship:vega\tVega\t1962\n".into(), ":2: ", "3 cells"),
        ("date", format!("{alias}country:ML\tMaliland\t\t\t\t\t2023-02-30\t\n"), ":2:25: ", "2023-02-30"),
        ("order", format!("{alias}country:ML\tMaliland\t\t\t\t\t2023\t2022\n"), ":2:30: ", "before"),
        ("kind", format!("{alias}country:ML\tMaliland\tnom\t\t\t\t\t\n"), ":2:21: ", "nom"),
        ("case", format!("{alias}country:ML\tMaliland\t\tupper\t\t\t\t\n"), ":2:22: ", "upper"),
        ("policy", format!("{alias}country:ML\tMaliland\t\t\tmaybe\t\t\t\n"), ":2:23: ", "maybe"),
        ("priority", format!("{alias}country:ML\tMaliland\t\t\t\thigh\t\t\n"), ":2:24: ", "priority"),
        ("needed", format!("{alias}country:ML\t\t\t\t\t\t\t\n"), ":2:12: ", "alias"),
        ("twice", "id\tname\nship:vega\tVega\nship:vega\tVega II\n".into(), ":3: ", "ship:vega"),
        ("clash", "id\tname\ncountry:ML\tMaliland\n".into(), ":2: ", "country:ML"),
        ("unknown", "id\talias\ncountry:QQ\tQuux\n".into(), ":2: ", "country:QQ"),
        ("member", "group\tmember\norganization:un\tcountry:QQ\n".into(), ":2: ", "country:QQ"),
        ("office", "official\toffice\nofficial:nobody-at-all\toffice:US/president\n".into(), ":2: ", "nobody-at-all"),
        ("kindless", "id\tname\nvega\tVega\n".into(), ":2:1: ", "kind:key"),
        ("marks", "id\talias\ncountry:ML\t---\n".into(), ":2: ", "---"),
        ("empty", String::new(), ":1: ", "empty"),
        ("header", "alpha\tbeta\n1\t2\n".into(), ":1: ", "alpha, beta"),
        ("functions", "id\tname\tfunction\noffice:ML/x\tX\tking_of_all\n".into(), ":2:15: ", "king_of_all"),
    ] {
        let path = file(&format!("{name}.tsv"), table);
        let run = Run::new(&["--gazetteer", &path], "Mali");
        assert_eq!((run.status, run.documents.len()), (Some(1), 0), "{name}: {}", run.errors);
        assert!(run.errors.starts_with(&format!("{path}{place}")), "{name} at {place:?}: {}", run.errors);
        assert!(run.errors.contains(says), "{name} says {says:?}: {}", run.errors);
        assert_eq!(run.errors.lines().count(), 1, "{}", run.errors);
    }
    let broken = file("broken.tsv", b"name\talias\nVega\tM/V\nOrion\t\xff\n");
    let run = Run::new(&["--gazetteer", &broken], "Mali");
    assert!(run.errors.starts_with(&format!("{broken}:3:7: ")) && run.errors.contains("UTF-8"), "{}", run.errors);
    let missing = format!("{broken}.missing");
    let run = Run::new(&["--gazetteer", &missing], "Mali");
    assert!(run.status == Some(1) && run.errors.starts_with(&missing), "{}", run.errors);
}

#[test]
fn odd_but_good_tables() {
    let table = file("good.tsv", "\u{feff}name\talias\r\nVega\tM/V Vega\r\n\r\nOrion\t\r\n");
    let run = Run::new(&["--gazetteer", &table], "The M/V Vega and the ORION met off Mali.");
    assert_eq!((run.status, run.counts(), run.errors.as_str()), (Some(0), vec![("-".into(), 3)], ""));
}

// ---- time ----

fn took(job: impl FnOnce()) -> Duration {
    let start = Instant::now();
    job();
    start.elapsed()
}

/// Fails if a job takes far longer than linear time would: the limit is generous, since machines are slow at times.
fn within(limit: Duration, job: impl FnOnce()) {
    let took = took(job);
    assert!(took < limit, "it took {took:?}");
}
