//! Which words may stand in the code of the rules?
//!
//! Those of closed classes, which are grammar; every other word is a row of the tables, where it can be added to without a programmer.

use std::path::Path;

/// The words of each class.
const CLASSES: &[(&str, &str)] = &[
    ("articles and determiners", "a an the this that these those such each every all another no some l la le les"),
    ("pronouns", "i you he she it we they us my your his her its our their who whose whom what"),
    ("adverbs that stand for something", "here there then where when why how"),
    (
        "prepositions",
        "across after against around as at before behind between by except excluding for from in including inside into minus near of on over \
         outside plus amid under upon since through throughout to toward towards until with within without",
    ),
    ("prepositions, cut short", "exc excl inc incl"),
    ("verbs that stand for them", "excludes includes"),
    ("conjunctions", "although and because but if or whether while"),
    ("auxiliaries and copulas", "became becomes is remains was"),
    ("numerals", "first i ii iii iv v xi xiii xv"),
    ("letters", "a b"),
    ("particles of names", "al bin bint d da de del des do du e el et ibn jr sr y"),
    ("particles of the names of saints", "saint sainte san santa santo sao sint st"),
    ("affixes", "co d ed es ex ied ies ing ly re s"),
    ("letters for one sound, and two that sound alike", "ch dz kh ks sh ts ya ye yu zh bv ck gj qk sz vw"),
    ("forms of address that are a class of their own", "dear ms"),
    // `the Queen Elizabeth class`, `his Japanese counterpart`, `his opposite number`, `no relation`, `renamed Norway`.
    ("the one word of a construction", "class counterpart era group leader opposite relation renamed"),
    ("columns, and what stands in them", "article block principal status territory"),
];

/// The code of a file without comments and tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let own = text.split("\nmod tests {").next().unwrap_or_default();
    own.lines().filter(|line| !line.starts_with("#[")).filter_map(|line| line.split("//").next())
}

#[test]
fn words_in_the_code_are_of_closed_classes() {
    let known: Vec<&str> = CLASSES.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
    let mut seen = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/context")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the rules") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if !["rule.rs", "grammar.rs"].iter().any(|name| path.ends_with(name)) {
                // The names of rules are what the answers say, and this file is the list itself.
                seen += count_words(&path, &known);
            }
        }
    }
    assert!(seen > 200, "{seen} words in the code");
}

/// How many words stand in the code of a file, all of which are known.
fn count_words(path: &Path, known: &[&str]) -> usize {
    let text = std::fs::read_to_string(path).expect("the code");
    let code = code(&text).collect::<Vec<_>>().join("\n").replace("'\"'", "");
    // Ids, codes, signs and what is made up of pieces are no words of a text.
    let literals = code.split('"').skip(1).step_by(2).filter(|literal| !literal.contains([':', '{', '\\']));
    let words = literals.flat_map(|literal| literal.split(|c: char| !c.is_alphanumeric()));
    let words = words.filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()));
    words
        .inspect(|word| assert!(known.contains(word), "{}: `{word}` is to be a row of data/cue_words.tsv", path.display()))
        .count()
}
