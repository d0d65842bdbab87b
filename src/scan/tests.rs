//! Is the engine right? Against the reference on random gazetteers and texts, and the reference against brute force.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::heads::head_of;
use super::{Hit, Matcher, case_suits, gate, pairs, reference};
use crate::boundary;
use crate::fold::{fold, is_ignorable, is_separator};
use crate::gazetteer::pack::Reader;
use crate::gazetteer::{AliasRecord, Gazetteer, GazetteerBuilder};
use crate::kind::CasePolicy;

/// A gazetteer of aliases with their case policies.
fn gazetteer(aliases: &[(String, CasePolicy)]) -> Gazetteer {
    let mut builder = GazetteerBuilder::default();
    for (text, case) in aliases {
        if fold(text).is_some() {
            builder.add_decoy(AliasRecord::new(text.clone()).case(*case));
        }
    }
    builder.build().expect("the aliases can be folded")
}

fn hits(gazetteer: &Gazetteer, text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    Matcher::new(&gazetteer.0).scan(&gazetteer.0, text, |hit| hits.push(hit));
    hits
}

fn reference_hits(gazetteer: &Gazetteer, text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    reference::scan(&gazetteer.0, text, |hit| hits.push(hit));
    hits
}

fn assert_right(gazetteer: &Gazetteer, text: &str) {
    assert_eq!(hits(gazetteer, text), reference_hits(gazetteer, text), "in {text:?}");
}

fn always_capitalized(aliases: &[&str]) -> Gazetteer {
    gazetteer(&aliases.iter().map(|&alias| (alias.to_owned(), CasePolicy::Capitalized)).collect::<Vec<_>>())
}

/// The surfaces found.
fn found<'t>(aliases: &[&str], text: &'t str) -> Vec<&'t str> {
    let gazetteer = always_capitalized(aliases);
    assert_right(&gazetteer, text);
    hits(&gazetteer, text).iter().map(|hit| &text[hit.start..hit.end]).collect()
}

#[test]
fn hard_cases() {
    let table: &[(&[&str], &str, &[&str])] = &[
        (&["Guinea", "Guinea-Bissau"], "Guinea-Bissaux and Guinea-Bissau", &["Guinea", "Guinea-Bissau"]),
        (
            &["Côte d'Ivoire"],
            "Cote d’Ivoire, CÔTE D'IVOIRE, Co\u{302}te d`Ivoire",
            &["Cote d’Ivoire", "CÔTE D'IVOIRE", "Co\u{302}te d`Ivoire"],
        ),
        (&["Kassym-Jomart Tokayev"], "Kassym-Jomart\nTokayev; Kassym-Jomart\n\nTokayev", &["Kassym-Jomart\nTokayev"]),
        (&["C5+1", "C5"], "C5 + 1, C5+1, c5 + 1, C5 + 2", &["C5 + 1", "C5+1", "C5"]),
        (&["Sri Lanka", "Guinea Bissau"], "Sri\u{a0}Lanka Guinea\u{2011}Bissau", &["Sri\u{a0}Lanka", "Guinea\u{2011}Bissau"]),
        (&["US", "USA"], "the U.S.A. and the U.S. and U. S. troops", &["U.S.A.", "U.S.", "U. S."]),
        (&["Thor", "Ægina"], "Þor, ÞOR, Thor; Ægina, Aegina, AEGINA, þor", &["Þor", "ÞOR", "Thor", "Ægina", "Aegina", "AEGINA"]),
        (&["Strauß", "Łódź"], "STRAUSS, Strauß, ŁÓDŹ, Lodz", &["STRAUSS", "Strauß", "ŁÓDŹ", "Lodz"]),
        (&["Россия", "中国"], "в России Россия, РОССИЯ 我是中国人", &["Россия", "РОССИЯ", "中国"]),
        (&["G20", "G7"], "G20 G-20 G 20 G2 0 G200 G7's", &["G20", "G-20", "G 20", "G7"]),
        (&["AT&T", "Trinidad and Tobago"], "AT&T; Trinidad & Tobago", &["AT&T", "Trinidad & Tobago"]),
        (
            &["George W. Bush", "Bush"],
            "George W. Bush, George W Bush, George H. Bush",
            &["George W. Bush", "George W Bush", "Bush"],
        ),
        (
            &["N'Djamena", "N", "Chad"],
            "N'Djamena, N’Djamena, Chad's, Chad’s, Chad'ayev",
            &["N'Djamena", "N’Djamena", "Chad", "Chad"],
        ),
        (
            &["al-Assad", "Assad"],
            "al-Assad, Al Assad, AL-ASSAD, Bashar al-Assad",
            &["al-Assad", "Al Assad", "AL-ASSAD", "al-Assad"],
        ),
        (&["Brigades 20"], "Brigades 20, Brigades20, Brigades-20", &["Brigades 20", "Brigades20", "Brigades-20"]),
        (&["Korea, Rep."], "Korea, Rep. and Korea,  Rep.", &["Korea, Rep.", "Korea,  Rep."]),
    ];
    for (aliases, text, surfaces) in table {
        assert_eq!(&found(aliases, text), surfaces, "{aliases:?} in {text:?}");
    }
}

/// Where many aliases begin alike, what stands behind is looked up by its first word: which initials may make together.
#[test]
fn initials_behind_a_frequent_word() {
    for first in ["John", "Alexander"] {
        let mut aliases: Vec<String> = (0..20).map(|i| format!("{first} Smith{i}")).collect();
        aliases.push(format!("{first} JF Kennedy"));
        let aliases: Vec<&str> = aliases.iter().map(String::as_str).collect();
        for written in ["JF Kennedy", "J. F. Kennedy", "J.F. Kennedy", "JF\nKennedy"] {
            let text = format!("{first} {written} spoke");
            assert_eq!(found(&aliases, &text), [&text[..text.len() - 6]]);
        }
        assert_eq!(found(&aliases, &format!("{first} J. Kennedy")), [""; 0]);
    }
}

/// Pieces of names that tell the paths of the engine apart.
const WORDS: &[&str] = &[
    "a",
    "b",
    "A",
    "B",
    "Al",
    "al",
    "AL",
    "US",
    "U",
    "S",
    "Of",
    "of",
    "the",
    "The",
    "Guinea",
    "guinea",
    "GUINEA",
    "Bissau",
    "Republic",
    "Republics",
    "Internat",
    "Internatio",
    "and",
    "And",
    "20",
    "5",
    "1",
    "G",
    "G20",
    "C5",
    "x7y",
    "d",
    "Ivoire",
    "Côte",
    "cote",
    "é",
    "ß",
    "ss",
    "Łódź",
    "ŁÓDŹ",
    "Россия",
    "россия",
    "РОССИЯ",
    "Рос",
    "й",
    "中国",
    "中",
    "人",
    "한국",
    "ไทย",
    "カ",
    "ｶﾞ",
    "ŉ",
    "Ａ",
    "２",
    "ﬁ",
    "𠁁",
    "й",
    "Й",
    "И",
    "中国人",
    "fi",
];

/// What stands between them.
const JOINTS: &[&str] = &[
    "", " ", " ", " ", "-", "\n", ". ", ".", "'", "’", "`", "&", " & ", "+", " + ", ", ", "  ", "\r\n", "\n\n", "--", "\u{a0}",
    "\u{2011}", "\u{301}", "\u{ad}", "\u{200b}", "\u{2013}", "/", "(", "_", "\"", "“", " – ", "\u{2029}", "\t", ".-", "'s ",
];

/// Usual joints, so that longer aliases are often met.
const PLAIN_JOINTS: &[&str] = &[" ", " ", " ", "-", "\n", ". ", ""];

/// Letters beyond ASCII that the gate knows, and some that it does not.
const BEYOND: &[&str] = &["中", "国", "人", "Й", "й", "и", "Р", "р", "о", "ё", "α", "カ"];
/// Initials and what is like them.
const INITIALS: &[&str] = &["U", "S", "A", "u", "Jo", "5", "é", "中", "of"];
const DOTS: &[&str] =
    &[".", ".", ".", ". ", " ", ".'", ",", ".\u{301}", "\u{301}.", "+", ".\u{ad}", "..", ".-", "-", "&", ".’", "’", ".  "];

/// Words longer than a head, of which some begin with others, and what may stand behind them.
const LONG: &[&str] = &[
    "Alexande",
    "Alexander",
    "alexander",
    "ALEXANDER",
    "Alexanders",
    "Alexandre",
    "Alexandersen",
    "Alexanderson20",
    "Alexandersonville",
    "Alexandersonvilla",
    "Alexander20",
    "Fay",
    "fay",
    "Faya",
    "FAYAIKIS",
    "Fayaikinen",
    "G20",
    "G",
    "F",
    "U",
    "S",
    "US",
    "x",
    "20",
    "é",
    "Alexanderé",
];
const BEHIND_LONG: &[&str] =
    &[" ", " ", " ", "", "-", "\n", ". ", "'s ", "’s ", ", ", "  ", " (", "&", " & ", "\n\n", "\u{301}", "é ", "~ "];

fn phrase(
    words: &'static [&'static str],
    joints: &'static [&'static str],
    len: std::ops::Range<usize>,
) -> impl Strategy<Value = String> {
    vec((select(words), select(joints)), len).prop_map(|parts| {
        let mut text = String::new();
        for (word, joint) in parts {
            text.push_str(word);
            text.push_str(joint);
        }
        text
    })
}

fn aliases() -> impl Strategy<Value = Vec<(String, CasePolicy)>> {
    let alias = prop_oneof![
        3 => phrase(WORDS, PLAIN_JOINTS, 1..4),
        2 => phrase(WORDS, JOINTS, 1..5),
        1 => phrase(&["a", "b", "A"], &[" ", " ", ""], 1..14),
        2 => phrase(INITIALS, DOTS, 1..6),
        2 => phrase(BEYOND, &["", "", "", ".", " ", "5"], 1..5),
        2 => phrase(&["John", "Smith", "Smithers", "Jo", "x", "7", "G"], &[" ", " ", "~", ""], 1..5),
        1 => select(WORDS).prop_map(str::to_owned),
    ];
    let policy = select(CasePolicy::ALL);
    vec((alias, policy), 1..40)
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        phrase(WORDS, PLAIN_JOINTS, 0..40),
        phrase(WORDS, JOINTS, 0..40),
        phrase(&["a", "b", "A"], &[" ", " ", "", "."], 0..60),
        phrase(INITIALS, DOTS, 0..40),
        phrase(BEYOND, &["", "", "", "", ".", ". ", " ", "\u{301}", "\u{ad}", "5", "+", "&", "’"], 0..40),
        phrase(
            &["John", "Smith", "Smithers", "Jo", "x", "7", "G", "é"],
            &[" ", " ", "~", "", "-", "’", " ’", "‑", "&", ". ", "“"],
            0..40
        ),
    ]
}

/// A text in which the aliases themselves are woven.
fn woven(aliases: &[(String, CasePolicy)], text: &str, seed: usize) -> String {
    let mut out = String::new();
    for (i, word) in text.split_inclusive(' ').enumerate() {
        let alias = &aliases[(seed.wrapping_add(i * 7)) % aliases.len()].0;
        match (seed + i) % 4 {
            0 => out.push_str(alias),
            1 => out.push_str(&alias.to_uppercase()),
            2 => out.push_str(&alias.to_lowercase()),
            _ => {}
        }
        out.push_str(if i % 3 == 0 { "" } else { " " });
        out.push_str(word);
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn engine_is_the_reference(aliases in aliases(), text in texts(), seed in 0..1000usize) {
        let gazetteer = gazetteer(&aliases);
        assert_right(&gazetteer, &text);
        assert_right(&gazetteer, &woven(&aliases, &text, seed));
    }

    #[test]
    fn one_place_is_the_reference(aliases in aliases(), text in texts(), seed in 0..1000usize) {
        let gazetteer = gazetteer(&aliases);
        let matcher = Matcher::new(&gazetteer.0);
        let text = woven(&aliases, &text, seed);
        for (start, _) in text.char_indices() {
            let expected = reference::longest_at(&gazetteer.0, &text, start);
            prop_assert_eq!(matcher.longest_at(&gazetteer.0, &text, start), expected, "{} in {:?}", start, text);
        }
    }

    /// Words that are cut where a head ends, many times over.
    #[test]
    fn long_words_are_those_of_the_reference(
        aliases in vec((phrase(LONG, BEHIND_LONG, 1..4), select(CasePolicy::ALL)), 1..60),
        text in phrase(LONG, BEHIND_LONG, 0..30),
        seed in 0..1000usize,
    ) {
        let gazetteer = gazetteer(&aliases);
        assert_right(&gazetteer, &text);
        assert_right(&gazetteer, &woven(&aliases, &text, seed));
    }

    #[test]
    fn packed_is_the_same(aliases in aliases(), text in texts()) {
        let gazetteer = gazetteer(&aliases);
        let mut packed = Vec::new();
        Matcher::new(&gazetteer.0).pack(&mut packed);
        let matcher = Matcher::unpack(&mut Reader::copying(&packed)).expect("what was packed can be unpacked");
        let mut found = Vec::new();
        matcher.scan(&gazetteer.0, &text, |hit| found.push(hit));
        prop_assert_eq!(found, hits(&gazetteer, &text));
        prop_assert!(Matcher::unpack(&mut Reader::copying(&packed[..packed.len() - 1])).is_err());
    }

    #[test]
    fn reference_is_brute_force(aliases in aliases(), text in phrase(WORDS, JOINTS, 0..8)) {
        let gazetteer = gazetteer(&aliases);
        // Whether a dot behind a letter counts depends on what follows, so a stretch by itself would not tell.
        let text = text.replace('.', "");
        prop_assert_eq!(reference_hits(&gazetteer, &text), brute_force(&gazetteer, &text));
    }
}

/// Every stretch of the text, folded by itself.
fn brute_force(gazetteer: &Gazetteer, text: &str) -> Vec<Hit> {
    let tables = &*gazetteer.0;
    let mut hits = Vec::new();
    let mut free = 0;
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for &start in &places {
        if start < free || !boundary::starts(text, start) {
            continue;
        }
        let longest = places.iter().rev().filter(|&&end| end > start).find_map(|&end| {
            let surface = &text[start..end];
            // `fold` drops these.
            if surface.ends_with(|c| is_separator(c) || is_ignorable(c)) {
                return None;
            }
            let key = tables.key(&fold(surface)?)?;
            (boundary::ends(text, end) && case_suits(tables, key, surface)).then(|| Hit::new(text, start, end, key))
        });
        if let Some(hit) = longest {
            free = hit.end;
            hits.push(hit);
        }
    }
    hits
}

/// `a a a … ` with `n` words.
fn repeated(word: &str, n: usize) -> String {
    let mut text = format!("{word} ").repeat(n);
    text.pop();
    text
}

/// Steps of a scan.
fn work(gazetteer: &Gazetteer, text: &str) -> usize {
    let matcher = Matcher::new(&gazetteer.0);
    let before = super::WORK.get();
    matcher.scan(&gazetteer.0, text, |_| {});
    super::WORK.get() - before
}

#[test]
fn work_is_linear() {
    let chain: Vec<String> = (1..=300).map(|n| repeated("a", n)).collect();
    let ends_in_b: Vec<String> = vec!["a".to_owned(), repeated("a", 1000) + " b"];
    let other_end: Vec<String> = (0..300).map(|n| format!("{} {}", repeated("a", 40 + n), n)).collect();
    let one_head: Vec<String> = (0..5000).map(|n| format!("Al x{n} b")).collect();
    let han: Vec<String> = vec!["中".repeat(500) + "人"];
    let digits: Vec<String> = vec![repeated("g 2", 500) + " b"];
    for (name, aliases) in
        [("chain", chain), ("b", ends_in_b), ("ends", other_end), ("head", one_head), ("han", han), ("digits", digits)]
    {
        let gazetteer = gazetteer(&aliases.iter().map(|alias| (alias.clone(), CasePolicy::Any)).collect::<Vec<_>>());
        for unit in ["a ", "a", "Al ", "Al x1 ", "a\n", "al     ", "a     ", "中", "g 2 ", "a. ", "a\u{301} "] {
            let n = 60_000 / unit.len();
            let (once, twice) = (unit.repeat(n), unit.repeat(2 * n));
            let (small, large) = (work(&gazetteer, &once), work(&gazetteer, &twice));
            assert!(large <= 2 * small + 200_000, "{name} on {unit:?}: {small}, then {large} steps");
            assert!(large <= 100 * twice.len(), "{name} on {unit:?}: {large} steps for {} bytes", twice.len());
        }
    }
}

/// So many words of six letters, of which few fit.
fn words(count: usize, fits: impl Fn(u64) -> bool) -> Vec<String> {
    let spelt = |n: usize| (0..6).map(|i| char::from(b'a' + (n / 26usize.pow(i) % 26) as u8)).collect::<String>();
    (0..).map(spelt).filter(|word| fits(head_of(word).0)).take(count).collect()
}

/// Lists whose words would all come to lie in a hundredth of the table, so that it took a million steps to find their places.
#[test]
fn lists_made_to_collide() {
    let first = words(2000, |word| (gate::hash(word) >> 32) % 4096 < 40);
    let second = words(2000, |word| ((pairs::hash_of(0, 0, word) >> 32) * 3001) >> 32 < 30);
    let second = second.into_iter().map(|word| format!("al {word}")).collect();
    for (name, list) in [("first", first), ("second", second)] {
        let gazetteer = gazetteer(&list.iter().map(|alias| (alias.clone(), CasePolicy::Any)).collect::<Vec<_>>());
        let before = super::WORK.get();
        let matcher = Matcher::new(&gazetteer.0);
        let steps = super::WORK.get() - before;
        assert!(steps < 30 * list.len(), "{name}: {steps} steps to compile");
        let text = list.join(", ");
        let before = super::WORK.get();
        let mut hits = 0;
        matcher.scan(&gazetteer.0, &text, |_| hits += 1);
        let steps = super::WORK.get() - before;
        assert!(steps < 10 * list.len(), "{name}: {steps} steps to scan");
        assert_eq!(hits, list.len(), "{name}");
        assert_right(&gazetteer, &text);
    }
}

#[test]
fn limited_is_the_reference() {
    // Long enough that the text is read backwards.
    let chain: Vec<String> = (1..=70).map(|n| repeated("a", n)).collect();
    for aliases in [chain, vec![repeated("a", 60) + " b"], vec!["中".repeat(40) + "人"], vec![repeated("U.S.", 40) + " 5"]] {
        let gazetteer = gazetteer(&aliases.iter().map(|alias| (alias.clone(), CasePolicy::Any)).collect::<Vec<_>>());
        for unit in ["a ", "a\n", "中", "U.S. ", "us "] {
            let mut text = unit.repeat(3000);
            text.push_str("x\n\n");
            text.push_str(&aliases[aliases.len() - 1]);
            text.push_str(&unit.repeat(1000));
            text.push_str(&aliases[0]);
            assert_right(&gazetteer, &text);
        }
    }
}
