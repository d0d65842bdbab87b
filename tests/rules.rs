//! Every rule of the context step, once where it decides.
#![cfg(feature = "history")]

use demarche::{Extractor, Options};

/// The rule that decided on the candidate with this text, the last one that has it, and whether it was kept.
fn rule(as_of: &str, text: &str, surface: &str) -> (String, bool) {
    let options = if as_of.is_empty() { Options::new() } else { Options::new().as_of(as_of.parse().expect("a date")) };
    let steps = Extractor::embedded().explain(text, &options);
    let step = steps
        .iter()
        .rev()
        .find(|step| step.text() == surface)
        .unwrap_or_else(|| panic!("no candidate {surface:?} in {text:?}: {steps:?}"));
    (step.rule().to_string(), step.is_kept())
}

/// Texts in which a rule keeps a candidate.
const KEEP: &[(&str, &str, &str, &str)] = &[
    ("", "Talks in Kazakhstan went on.", "Kazakhstan", "name"),
    ("", "A Finn won the race.", "Finn", "cue"),
    ("", "Then Antony Blinken spoke.", "Antony Blinken", "full-name"),
    ("", "British Prime Minister Brown spoke.", "Brown", "title"),
    ("", "Gordon Brown came. Later Brown left.", "Brown", "antecedent"),
    ("", "He said Brown would come. Gordon Brown is at home.", "Brown", "following-name"),
    ("", "On the day Tokayev spoke.", "Tokayev", "distinctive"),
    ("1996-09-15", "It is said that India's leader, Gowda, will come.", "Gowda", "in-office"),
    ("", "The Uzbek foreign minister spoke.", "Uzbek foreign minister", "composed-office"),
    ("", "Then Secretary of State Antony Blinken spoke.", "Secretary of State", "persons-office"),
    ("", "The French president and prime minister spoke.", "prime minister", "shared-owner"),
];

/// Texts in which a rule drops one.
const DROP: &[(&str, &str, &str, &str)] = &[
    ("", "They flew with Air France.", "Air France", "decoy"),
    ("", "See https://example.com/Iran for more.", "Iran", "masked"),
    ("", "He is fluent in Georgian.", "Georgian", "not-before"),
    ("", "It is said that Georgia Republicans met.", "Georgia", "not-after"),
    ("1990-01-01", "On the day Macron spoke.", "Macron", "not-yet"),
    ("", "On the day British Prime Minister Bush spoke.", "Bush", "other-title"),
    ("", "An old quad, the Quad of a college.", "Quad", "no-cue"),
    ("", "The Bank of Japan bought none.", "Japan", "longer-name"),
    ("", "The shot by Jordan Vosberg went in.", "Jordan", "persons-name"),
    ("", "A fire in Yemen, Ohio, was put out.", "Yemen", "state-name"),
    ("", "TELL US WHO WON IT", "US", "capitals-word"),
    ("", "Then Anna Brown-Vosberg spoke of Gordon Brown.", "Brown", "double-barrelled"),
    ("", "On the day Kim spoke.", "Kim", "no-support"),
    ("2020-01-01", "A meeting in Bonn was held.", "Bonn", "not-then"),
    ("", "The Russian deputy foreign minister spoke.", "Russian deputy foreign minister", "other-office"),
    ("", "The French president of the company spoke.", "French president", "own-object"),
    ("", "The president of Spain's largest bank spoke.", "president of Spain", "no-such-office"),
    ("", "The president of Poland's largest bank spoke.", "president of Poland", "own-object"),
    ("", "Then a prosecutor of the ICC spoke.", "prosecutor of the ICC", "indefinite"),
    ("", "The club's Brazilian president spoke.", "Brazilian president", "nationality"),
    ("", "The Japanese president spoke.", "Japanese president", "no-such-office"),
];

#[test]
fn rules_that_keep() {
    for &(as_of, text, surface, expected) in KEEP {
        assert_eq!(rule(as_of, text, surface), (expected.to_owned(), true), "{text}");
    }
}

#[test]
fn rules_that_drop() {
    for &(as_of, text, surface, expected) in DROP {
        assert_eq!(rule(as_of, text, surface), (expected.to_owned(), false), "{text}");
    }
}

#[test]
fn every_rule_has_its_text() {
    for rule in demarche::Rule::ALL {
        let texts = if rule.keeps() { KEEP } else { DROP };
        assert!(texts.iter().any(|(.., name)| *name == rule.as_str()), "{rule}: no text in which it decides");
        assert!(rule.description().ends_with(['.', '`']), "{rule}");
    }
}

/// The mentions of a text as `surface id`.
fn found(as_of: &str, text: &str) -> Vec<String> {
    let options = if as_of.is_empty() { Options::new() } else { Options::new().as_of(as_of.parse().expect("a date")) };
    Extractor::embedded().extract_with(text, &options).map(|mention| format!("{} {}", mention.text(), mention.id())).collect()
}

#[test]
fn offices_in_every_order() {
    for (text, surface, office) in [
        ("the Kazakh President said", "Kazakh President", "KZ/president"),
        ("the president of Kazakhstan said", "president of Kazakhstan", "KZ/president"),
        ("the President of the Republic of Kazakhstan said", "President of the Republic of Kazakhstan", "KZ/president"),
        ("the president of neighbouring Kazakhstan said", "president of neighbouring Kazakhstan", "KZ/president"),
        ("said Kazakhstan's new president", "Kazakhstan's new president", "KZ/president"),
        ("said Cameroon's 90-year-old president", "Cameroon's 90-year-old president", "CM/president"),
        ("said Germany's first woman chancellor", "Germany's first woman chancellor", "DE/chancellor"),
        ("Britain's finance minister said", "Britain's finance minister", "GB/chancellor-of-the-exchequer"),
        ("the UK chancellor said", "UK chancellor", "GB/chancellor-of-the-exchequer"),
        ("the Indian External Affairs Minister said", "Indian External Affairs Minister", "IN/external-affairs-minister"),
        (
            "the Minister for Foreign and European Affairs of Croatia said",
            "Minister for Foreign and European Affairs of Croatia",
            "HR/foreign-minister",
        ),
        ("Mexico's foreign secretary said", "Mexico's foreign secretary", "MX/foreign-minister"),
        ("the governor of the Polish central bank said", "governor of the Polish central bank", "PL/central-bank-governor"),
        ("the head of Poland's central bank said", "head of Poland's central bank", "PL/central-bank-governor"),
        ("the Bank of Japan governor said", "Bank of Japan governor", "JP/central-bank-governor"),
        ("the governor of the Bank of Japan said", "governor of the Bank of Japan", "JP/central-bank-governor"),
        ("the Bank of England governor said", "Bank of England governor", "GB/central-bank-governor"),
        ("the speaker of Iran's parliament said", "speaker of Iran's parliament", "IR/parliament-speaker"),
        ("Russia's U.N. Ambassador said", "Russia's U.N. Ambassador", "RU/un-ambassador"),
        (
            "the Permanent Representative of Ghana to the United Nations said",
            "Permanent Representative of Ghana to the United Nations",
            "GH/un-ambassador",
        ),
        ("the EU's top diplomat said", "EU's top diplomat", "eu/high-representative"),
        ("the head of NATO said", "head of NATO", "nato/secretary-general"),
        ("the IMF managing director said", "IMF managing director", "imf/managing-director"),
        ("the Saudi crown prince said", "Saudi crown prince", "SA/crown-prince"),
    ] {
        assert!(found("", text).contains(&format!("{surface} office:{office}")), "{text}: {:?}", found("", text));
    }
}

#[test]
fn what_is_no_office() {
    for text in [
        "the presidents of Kazakhstan and Uzbekistan said",
        "the president of the Kazakh Football Federation said",
        "the president of the Brazil football federation said",
        "the president of the U.S. Chamber of Commerce said",
        "the president of South Korea's Samsung said",
        "the president of Georgia Tech said",
        "the vice president for China of a chip maker said",
        "Nissan's French president said",
        "reporters asked Unilever Kenya president Anna Vosberg",
        "its Mexican president said",
        "the Swiss president of FIFA said",
        "an Egyptian Premier League match",
        "a deputy Russian foreign minister said",
        "the first deputy foreign minister of Oman said",
        "US Under Secretary of State Vosberg said",
        "the shadow British chancellor said",
        "its pro-Russian president said",
        "Pakistani Foreign Secretary Vosberg said",
        "Belgium's Queen Mathilde said",
        "the Dutch Queen Vosberga said",
        "a British armed forces minister said",
    ] {
        let offices: Vec<_> = found("", text).into_iter().filter(|mention| mention.contains(" office:")).collect();
        assert!(offices.is_empty(), "{text}: {offices:?}");
    }
}

#[test]
fn two_roles_of_one_country() {
    let offices = |text: &str| found("", text).into_iter().filter(|mention| mention.contains("office:")).collect::<Vec<_>>();
    assert_eq!(
        offices("the President, the guests and the Foreign Minister of Fiji"),
        ["Foreign Minister of Fiji office:FJ/foreign-minister"]
    );
    assert_eq!(
        offices("the Deputy Prime Minister and Minister of Foreign Affairs of Kazakhstan came"),
        [
            "Deputy Prime Minister office:KZ/deputy-prime-minister",
            "Minister of Foreign Affairs of Kazakhstan office:KZ/foreign-minister"
        ]
    );
    // Another's: the role has a person, an article or an object of its own.
    for text in [
        "the French president and foreign minister Lavrov came",
        "the French president and the prime minister came",
        "the French president and prime minister of Kazakhstan came",
    ] {
        assert!(!offices(text).iter().any(|office| office.contains("office:FR/") && !office.contains("president")), "{text}");
    }
}

/// The office that the text gives the last mention, and whether the data agree.
fn beside(as_of: &str, text: &str, surface: &str) -> (Option<String>, Option<bool>, f32) {
    let options = if as_of.is_empty() { Options::new() } else { Options::new().as_of(as_of.parse().expect("a date")) };
    let mention = Extractor::embedded().extract_with(text, &options).find(|mention| mention.text() == surface);
    let mention = mention.unwrap_or_else(|| panic!("no {surface:?} in {text:?}"));
    (mention.office().map(|office| office.id().to_owned()), mention.holds_office(), mention.confidence())
}

#[test]
fn office_and_person_check_each_other() {
    for (as_of, text, surface, office, holds) in [
        ("2023-02-28", "Kazakh President Kassym-Jomart Tokayev said", "Kassym-Jomart Tokayev", "KZ/president", Some(true)),
        ("2023-02-28", "Tokayev, the Kazakh president, said", "Tokayev", "KZ/president", Some(true)),
        ("2023-02-28", "Tokayev, president of Kazakhstan, said", "Tokayev", "KZ/president", Some(true)),
        ("2023-02-28", "Then President Tokayev said", "Tokayev", "KZ/president", Some(true)),
        ("2023-02-28", "It was Secretary Blinken who said", "Blinken", "US/secretary-of-state", Some(true)),
        ("2024-10-28", "French President Angela Merkel said", "Angela Merkel", "FR/president", Some(false)),
        ("2023-02-28", "US Secretary of State John Kerry said", "John Kerry", "US/secretary-of-state", Some(false)),
        ("2023-02-28", "Former US Secretary of State John Kerry said", "John Kerry", "US/secretary-of-state", Some(true)),
        ("2023-02-28", "ex-German Chancellor Angela Merkel said", "Angela Merkel", "DE/chancellor", Some(true)),
        ("", "US Secretary of State John Kerry said", "John Kerry", "US/secretary-of-state", Some(true)),
    ] {
        let (found, agreed, confidence) = beside(as_of, text, surface);
        assert_eq!((found.as_deref(), agreed), (Some(format!("office:{office}").as_str()), holds), "{text}");
        assert_eq!(confidence < 0.85, holds == Some(false), "{text}: {confidence}");
    }
    let steps = Extractor::embedded().explain("French President Angela Merkel said", &Options::new());
    let told = steps.iter().find_map(|step| step.contradicted_office()).map(|office| office.id());
    assert_eq!(told, Some("office:FR/president"));
}

#[test]
fn a_counterpart_has_the_office_of_the_person_beside_it() {
    let text = "Blinken held talks with his Kazakh counterpart Mukhtar Tileuberdi";
    let office = Some("office:KZ/foreign-minister".to_owned());
    assert_eq!(beside("2023-02-28", text, "Kazakh").0, office);
    assert_eq!(beside("2023-02-28", text, "Mukhtar Tileuberdi").0, office);
    let text = "The Indian prime minister rang his Japanese counterpart, who was ill";
    assert_eq!(beside("2023-02-28", text, "Japanese").0.as_deref(), Some("office:JP/prime-minister"));
    assert_eq!(beside("2023-02-28", "The pilot rang his Japanese counterpart", "Japanese").0, None);
}

#[test]
fn shorter_names_in_a_hit_that_does_not_count() {
    let found = |text: &'static str| {
        let mentions = Extractor::embedded().extract(text);
        mentions.map(|mention| (mention.text(), mention.id())).collect::<Vec<_>>()
    };
    // The newspaper is meant beside a sign of it, and hides the country.
    assert_eq!(found("The Australian government said so."), [("Australian", "country:AU")]);
    assert_eq!(found("The Australian, a daily newspaper, said so."), []);
    assert_eq!(found("Taiwan, China and Japan"), [("Taiwan", "country:TW"), ("China", "country:CN"), ("Japan", "country:JP")]);
    assert_eq!(
        found("Korea, South Africa and Japan"),
        [("Korea", "country:KR"), ("South Africa", "country:ZA"), ("Japan", "country:JP")]
    );
    // What never counts hides what stands in it.
    assert_eq!(found("Northern Ireland"), []);
}
