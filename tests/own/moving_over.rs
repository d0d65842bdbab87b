//! Lists of spaCy and FlashText find here what they find there.

use demarche::{Extractor, Gazetteer};

use crate::built;

/// The keywords and the answers of FlashText 2.7 (`extract_keywords` with `span_info`).
#[test]
fn a_list_of_flashtext_finds_the_same() {
    let keywords = "java_2e=>java\njava programing=>java\nproduct management=>product management\n\
        product management techniques=>product management\nnew york city=>New York\nnyc=>New York\nbig apple=>New York\npython\n\
        c++=>C++\nr&d=>research\n";
    let text = "I know java_2e and Java Programing, Product Management Techniques in NYC (the Big Apple), and PYTHON. New York City has \
        R&D; product management too. Pythons are no match, nor is pythonic.";
    let gazetteer = built(|builder| _ = builder.read_flashtext("keywords.txt", keywords, "skill").expect("keywords"));
    let expected = [
        (7, 14, "java"),
        (19, 34, "java"),
        (36, 65, "product management"),
        (69, 72, "New York"),
        (78, 87, "New York"),
        (94, 100, "python"),
        (102, 115, "New York"),
        (120, 123, "research"),
        (125, 143, "product management"),
    ];
    assert_eq!(spans_and_names(&gazetteer, text), expected);

    #[cfg(feature = "json")]
    {
        let dict = r#"{"java": ["java_2e", "java programing"], "product management": ["PM", "product manager"]}"#;
        let gazetteer = built(|builder| _ = builder.read_flashtext("keywords.json", dict, "skill").expect("keywords"));
        let text = "The PM wrote java_2e and Java programing; a Product Manager did not.";
        let expected = [(4, 6, "product management"), (13, 20, "java"), (25, 40, "java"), (44, 59, "product management")];
        assert_eq!(spans_and_names(&gazetteer, text), expected);
    }
}

fn spans_and_names<'g>(gazetteer: &'g Gazetteer, text: &str) -> Vec<(usize, usize, &'g str)> {
    let extractor = Extractor::new(gazetteer);
    let name = |id: &str| gazetteer.get(id).expect("an entity").name();
    extractor.extract(text).map(|mention| (mention.start(), mention.end(), name(mention.id()))).collect()
}

/// The patterns and the answers of spaCy 3.8.18 (`spacy.blank("en")` with an `entity_ruler`), its offsets as bytes.
#[cfg(feature = "json")]
#[test]
fn patterns_of_spacy_find_the_same() {
    let patterns = r#"{"label": "SHIP", "pattern": "Vega", "id": "vega"}
{"label": "SHIP", "pattern": "M/V Vega", "id": "vega"}
{"label": "SHIP", "pattern": "Vega Star", "id": "vega-star"}
{"label": "AGENCY", "pattern": "Coastal Survey Office"}
{"label": "AGENCY", "pattern": "CSO", "id": "cso"}
{"label": "PORT", "pattern": "Port of Sundholm", "id": "sundholm"}
{"label": "PORT", "pattern": "Sundholm", "id": "sundholm"}
{"label": "PORT", "pattern": "São Brás", "id": "sao-bras"}
{"label": "RULE", "pattern": "rule 12", "id": "r12"}
"#;
    let text = "The Vega Star left the Port of Sundholm; M/V Vega stayed in Sundholm, said the CSO. The Coastal Survey Office (CSO) cited \
        rule 12. \"Vega's crew\" went on to São Brás, not sundholm. VEGA is no match, nor is Vegas.";
    let mut builder = Gazetteer::builder();
    assert!(builder.read_spacy("patterns.jsonl", patterns, Default::default()).expect("patterns").is_empty());
    let gazetteer = builder.build().expect("a gazetteer");
    let extractor = Extractor::new(&gazetteer);
    let found: Vec<(usize, usize, &str)> =
        extractor.extract(text).map(|mention| (mention.start(), mention.end(), mention.id())).collect();
    let expected = [
        (4, 13, "SHIP:vega-star"),
        (23, 39, "PORT:sundholm"),
        (41, 49, "SHIP:vega"),
        (60, 68, "PORT:sundholm"),
        (79, 82, "AGENCY:cso"),
        (88, 109, "AGENCY:coastal-survey-office"),
        (111, 114, "AGENCY:cso"),
        (122, 129, "RULE:r12"),
        (132, 136, "SHIP:vega"),
        (156, 166, "PORT:sao-bras"),
    ];
    assert_eq!(found, expected);
    assert_eq!(gazetteer.get("PORT:sundholm").map(|port| port.name()), Some("Port of Sundholm"));
}

/// Lists of tokens that mean one text, and what becomes of the others. The answers are those of spaCy 3.8.
#[cfg(feature = "json")]
#[test]
fn lists_of_tokens() {
    use demarche::{ErrorKind, TokenPatterns};
    let patterns = r#"{"label": "GPE", "pattern": [{"LOWER": "san"}, {"LOWER": "francisco"}], "id": "sf"}
{"label": "GPE", "pattern": [{"lower": "frisco"}], "id": "sf"}
{"label": "ORG", "pattern": [{"ORTH": "Coastal"}, {"TEXT": "Survey"}], "id": "cs"}
{"label": "RULE", "pattern": [{"LOWER": "rule"}, {"ORTH": "12"}]}
{"label": "GPE", "pattern": [{"LOWER": "san"}, {"LOWER": {"REGEX": "jos."}}], "id": "sj"}
{"label": "GPE", "pattern": "San José", "id": "sj"}
"#;
    let mut builder = Gazetteer::builder();
    let error = builder.read_spacy("patterns.jsonl", patterns, TokenPatterns::Refuse).expect_err("a pattern that is no text");
    assert!(matches!(error.kind(), ErrorKind::TokenPattern(_)), "{error}");
    let left_out = builder.read_spacy("patterns.jsonl", patterns, TokenPatterns::Skip).expect("the rest");
    assert_eq!(left_out.iter().map(|error| error.line()).collect::<Vec<_>>(), [Some(5)]);
    // What is wrong besides is an error, whatever becomes of tokens.
    let broken = r#"{"label": "GPE", "pattern": [{"LOWER": "x"}], "id"}"#;
    assert!(builder.read_spacy("broken.jsonl", broken, TokenPatterns::Skip).is_err());
    let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
    let text = "SAN FRANCISCO, or Frisco, not San Fran; Coastal Survey, not coastal survey. Rule 12, San José, not San Jose.";
    let found: Vec<(&str, &str)> = extractor.extract(text).map(|mention| (mention.text(), mention.id())).collect();
    let expected = [
        ("SAN FRANCISCO", "GPE:sf"),
        ("Frisco", "GPE:sf"),
        ("Coastal Survey", "ORG:cs"),
        ("Rule 12", "RULE:rule-12"),
        ("San José", "GPE:sj"),
        // Accents count there, and not here.
        ("San Jose", "GPE:sj"),
    ];
    assert_eq!(found, expected);
}
