//! The text semantics, rule by rule, on small gazetteers of their own.

use demarche::{AliasKind, AliasRecord, CasePolicy, EntityRecord, Extractor, Gazetteer, Policy};
#[cfg(feature = "embedded")]
use demarche::{EntityKind, Options};

/// An extractor of things with these names; `:exact` or `:any` behind a name is its case policy.
fn extractor(names: &[&str]) -> Extractor {
    let mut builder = Gazetteer::builder();
    for (i, name) in names.iter().enumerate() {
        let (name, case) = match name.split_once(':') {
            Some((name, case)) => (name, Some(case.parse::<CasePolicy>().expect("a case policy"))),
            None => (*name, None),
        };
        let mut entity = EntityRecord::new(format!("thing:{i}"), name);
        if let Some(case) = case {
            entity = entity.alias(AliasRecord::new(name).kind(AliasKind::Name).case(case));
        }
        builder.add(entity);
    }
    Extractor::new(&builder.build().expect("a gazetteer"))
}

/// Checks what is found in a text in which mentions stand between bars: `the |US|-led force`.
fn check(extractor: &Extractor, marked: &str) {
    let text = marked.replace('|', "");
    let found: Vec<_> = extractor.extract(&text).map(|mention| mention.text().to_owned()).collect();
    let expected: Vec<_> = marked.split('|').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn rule_1_spans_are_bytes_of_the_text_as_written() {
    let extractor = extractor(&["Côte d'Ivoire"]);
    let text = "é – CO\u{302}TE D’IVOIRE!";
    let mention = extractor.extract(text).next().expect("a mention");
    assert_eq!(&text[mention.span().range()], "CO\u{302}TE D’IVOIRE");
    assert_eq!((mention.start(), mention.end()), (7, text.len() - 1));
}

#[test]
fn rule_2_folding() {
    let names =
        ["Côte d'Ivoire", "Recep Erdoğan", "Łódź", "Guinea-Bissau", "G20", "C5+1", "US", "George W. Bush", "Straße", "NATO"];
    let extractor = extractor(&names);
    for marked in [
        "|Cote d'Ivoire|, |Côte d’Ivoire|, |Co\u{302}te d`Ivoire|",
        "|Recep Erdogan| and |RECEP ERDOĞAN|",
        "|LODZ|, |Lódz|, |Ło\u{301}dz\u{301}|",
        "|Guinea Bissau|, |Guinea‑Bissau|, |Guinea–Bissau|, |Guinea\u{a0}Bissau|, |Guinea  Bissau|",
        "|G20|, |G-20|, |G 20|, |G–20|",
        "|C5+1|, |C5 + 1|, |C-5+1|, |C5 +1|",
        "|US|, |U.S.| and |U. S.| too; |U.S.|-led",
        "|George W Bush|, |George W.Bush|, |GEORGE W. BUSH|",
        "|STRASSE|, |Strasse|",
        "|ＮＡＴＯ|, |NA\u{ad}TO|, |N\u{200b}ATO|",
        "|Guinea\nBissau|, |Guinea\r\nBissau|, |Guinea-\nBissau|",
        "Guinea\n\nBissau, Guinea\r\n\r\nBissau, Guinea\u{2029}Bissau",
    ] {
        check(&extractor, marked);
    }
}

#[test]
fn rule_3_boundaries() {
    let extractor = extractor(&["US", "Iran", "G20", "C5", "C5+1", "Ivoire", "Neill", "N", "中国", "Chad"]);
    for marked in [
        "|Iran|'s, |Iran|’s, (|Iran|), “|Iran|”, |Iran|/|US|, |US|-led, anti-|Iran|, |Iran|.",
        "Irans, Tirana, USA, G2000, |Iran|\u{200b}, Iran\u{94d}",
        "|C5+1| and |C5|; G200",
        "d'Ivoire, O’Neill, N'Djamena, Chad'ayev; |Chad|'s",
        "我是|中国|人",
        "In\u{ad}Iran",
    ] {
        check(&extractor, marked);
    }
}

#[test]
fn rule_4_the_longest_valid_match_wins() {
    let extractor = extractor(&["Guinea", "Guinea-Bissau", "EU", "EU Council", "New York", "York Times"]);
    for marked in ["|Guinea-Bissau|, |Guinea|-Bissaux", "|EU| Councillors, |EU Council|", "|New York| Times"] {
        check(&extractor, marked);
    }
}

#[test]
fn rule_4_ties_follow_one_order() {
    let table = "id\talias\tpriority\tpolicy\n";
    let ids = |rows: &str| {
        let mut builder = Gazetteer::builder();
        builder.add(EntityRecord::new("b:one", "One")).add(EntityRecord::new("a:two", "Two"));
        builder.read_tsv("aliases", &format!("{table}{rows}")).expect("a table");
        let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
        let mention = extractor.extract("Vega").next().expect("a mention");
        let rivals: Vec<String> = mention.rivals().map(|entity| entity.id().to_owned()).collect();
        (mention.id().to_owned(), rivals)
    };
    assert_eq!(ids("b:one\tVega\t\t\na:two\tVega\t\t\n"), ("a:two".into(), vec!["b:one".into()]));
    assert_eq!(ids("b:one\tVega\t1\t\na:two\tVega\t\t\n"), ("b:one".into(), vec!["a:two".into()]));
    assert_eq!(ids("b:one\tVega\t\t\na:two\tVega\t\tcontext\n"), ("b:one".into(), vec!["a:two".into()]));
}

#[test]
fn rule_5_case() {
    let extractor = extractor(&["US:exact", "IT:exact", "Turkey", "Ursula von der Leyen", "fish:any"]);
    for marked in [
        "|US| us Us; |IT| it It",
        "|Turkey| |TURKEY| turkey TurKey",
        "|Ursula von der Leyen|, |URSULA VON DER LEYEN|, |Ursula Von Der Leyen|, ursula von der Leyen",
        "|fish| |FISH| |fIsh|",
    ] {
        check(&extractor, marked);
    }
}

#[cfg(feature = "embedded")]
#[test]
fn rule_5_english_words_in_lines_of_capitals() {
    for marked in [
        "TELL US WHO WON IT",
        "THE |US| SAYS IT WON",
        "|U.S.| SAYS IT WON",
        "|US|-|CHINA| TRADE TALKS OPEN",
        "|US|, |CHINA| TO OPEN TALKS",
        "Talks of the |US| and |WHO|.",
    ] {
        check(Extractor::embedded(), marked);
    }
}

#[test]
fn rule_6_addresses_yield_nothing_and_hashtags_do() {
    let extractor = extractor(&["Iran", "G20"]);
    for marked in [
        "see https://example.com/Iran and www.Iran.example, Iran.com",
        "write to Iran@example.com or @Iran",
        "in /srv/Iran/notes.txt and C:\\Iran\\notes.txt",
        "#|G20| and #|Iran|, |Iran|/|G20|",
    ] {
        check(&extractor, marked);
    }
}

#[cfg(feature = "embedded")]
#[test]
fn rule_7_flat_by_default_and_nested_on_request() {
    let text = "Kazakh President at the G8 summit";
    let found = |options: &Options| -> Vec<String> {
        Extractor::embedded().extract_with(text, options).map(|mention| mention.text().to_owned()).collect()
    };
    assert_eq!(found(&Options::new()), ["Kazakh President", "G8"]);
    assert_eq!(found(&Options::new().nested(true)), ["Kazakh President", "Kazakh", "G8"]);
    assert_eq!(found(&Options::new().nested(true).kinds([EntityKind::Country])), ["Kazakh"]);
}

#[test]
fn rule_8_any_text() {
    let extractor = extractor(&["a a b", "a"]);
    for text in ["", "\u{301}\u{302}", "\0", "\u{10ffff}", &"a ".repeat(100_000), &"\u{1f1f0}\u{1f1ff}".repeat(1000)] {
        let count = extractor.extract(text).len();
        assert_eq!(count, text.matches("a ").count());
    }
}

#[test]
fn decoys_and_policies() {
    let mut builder = Gazetteer::builder();
    builder.add(EntityRecord::new("thing:guinea", "Guinea"));
    builder.add(
        EntityRecord::new("thing:quad", "Quadrilateral Dialogue")
            .alias(AliasRecord::new("Quad").policy(Policy::Context).cue("leaders"))
            .alias(AliasRecord::new("the Dialogue").policy(Policy::Never)),
    );
    builder.add(EntityRecord::new("thing:georgia", "Georgian Republic").alias(AliasRecord::new("Georgia").not_after("Tech")));
    builder.add_decoy(AliasRecord::new("Guinea pig").case(CasePolicy::Any));
    let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
    for marked in [
        "a guinea pig of |Guinea|",
        "The |Quad| leaders met. A quad of boats, the Quad of a college.",
        "the Dialogue went on",
        "|Georgia| and Georgia Tech",
    ] {
        check(&extractor, marked);
    }
}
