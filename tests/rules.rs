//! Every rule of the context step, once where it decides.
#![cfg(feature = "history")]

mod common;

use common::found;
use demarche::{Extractor, Options};

/// The rule that decided on the candidate with this text, the last one that has it, and whether it was kept.
fn rule(as_of: &str, text: &str, surface: &str) -> (String, bool) {
    let steps = Extractor::embedded().explain(text, &common::as_of(as_of));
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
    ("", "Then Clinton-era rules fell.", "Clinton", "era"),
    ("", "Bush Orders Strikes on Camps\n\nThe raids began.", "Bush", "headline"),
    ("1996-09-15", "It is said that India's leader, Gowda, will come.", "Gowda", "in-office"),
    ("", "The Uzbek foreign minister spoke.", "Uzbek foreign minister", "composed-office"),
    ("", "Then Secretary of State Antony Blinken spoke.", "Secretary of State", "persons-office"),
    ("", "The French president and prime minister spoke.", "prime minister", "shared-owner"),
    ("", "1. United kingdom\n2. Peru", "United kingdom", "name"),
    ("", "Guinea-bissau\t12", "Guinea-bissau", "name"),
    ("", "Then South korea spoke.", "South korea", "name"),
    ("", "It fell to the World bank again.", "World bank", "name"),
    ("", "Kiribati\nKorea, North\nKorea, South\n", "Korea, North", "name"),
    ("", "Sudan\nSouth Sudan\n", "South Sudan", "name"),
    ("", "Congo DR\nBosnia and Herzegovina\n", "Bosnia and Herzegovina", "name"),
    ("", "Uk\t12\nUae\t7", "Uae", "cue"),
    ("", "Iran\tKhodro\t12", "Iran", "name"),
    ("", "The Franco-German plan stood.", "Franco", "cue"),
    ("", "They play Pakistan A and Peru XI.", "Pakistan", "name"),
    ("", "In favour: Mali, Republic of Moldova, Peru.", "Mali", "name"),
    ("", "Chad\nHong Kong\nChina\nPeru", "China", "name"),
    ("", "Total incl. Monaco\nHong Kong\nChina, Macao SAR\nPeru", "China, Macao SAR", "name"),
    // The second line goes on, but the first is an entry by itself.
    (
        "",
        "Congo\nDemocratic Republic of the Congo, which is a land of a hundred million people by now",
        "Democratic Republic of the Congo",
        "name",
    ),
    ("", "Venezuela, Rep. Bolivariana de\nYemen\n", "Yemen", "name"),
    ("", "Asia grew, excluding Japan and China, by a tenth.", "Japan", "name"),
    ("", "Europe Without Britain", "Britain", "name"),
    ("", "They fly to\ncountries including Japan and\nChina.", "Japan", "name"),
    ("", "Many fly to countries including Japan and\nChina.", "Japan", "name"),
    ("", "They like\ncountries excluding Japan and\nChina.", "Japan", "name"),
    ("", "Sudan, South\nPeru", "Sudan, South", "cue"),
    ("", "It was seen in Greece The University of Vosberg said so.", "Greece", "name"),
    ("", "The group of seven nations met.", "group of seven", "cue"),
    ("", "Libya, Sudan, South Sudan and Peru met.", "South Sudan", "name"),
];

/// Texts in which a rule drops one.
const DROP: &[(&str, &str, &str, &str)] = &[
    ("", "They flew with Air France.", "Air France", "decoy"),
    ("", "See https://example.com/Iran for more.", "Iran", "masked"),
    ("", "He is fluent in Georgian.", "Georgian", "not-before"),
    ("", "It is said that Georgia Republicans met.", "Georgia", "not-after"),
    ("", "Oceania (excluding Australia and New Zealand)", "New Zealand", "extent"),
    ("", "Norway (incl. Svalbard)\t12", "Svalbard", "extent"),
    ("", "France and the Alps, incl. Monaco\n", "Monaco", "extent"),
    ("", "It was seen at Greece Own University of Vosberg.", "Greece", "longer-name"),
    ("", "The group of seven modern painters met.", "group of seven", "no-cue"),
    ("", "The judge Cites Security Concerns.", "Cites", "no-cue"),
    ("", "The AAA-PBP in Dublin spoke.", "PBP", "no-cue"),
    ("1990-01-01", "On the day Macron spoke.", "Macron", "not-yet"),
    ("", "On the day British Prime Minister Bush spoke.", "Bush", "other-title"),
    ("", "An old quad, the Quad of a college.", "Quad", "no-cue"),
    ("", "Then Uk of the Uke players spoke.", "Uk", "no-cue"),
    ("", "A United states of mind is what it takes.", "United states", "no-entry"),
    ("", "New zeal was seen.", "New zeal", "no-entry"),
    ("", "The British council estate stood.", "British council", "no-entry"),
    ("", "France spoke of Mr Franco.", "Franco", "no-support"),
    ("", "On the day the Tokayev family spoke.", "Tokayev", "family"),
    ("", "Then shares of the firm (CAO) fell.", "CAO", "abbreviation"),
    ("", "On the day Tokayev, 45, spoke.", "Tokayev", "private"),
    ("", "On the day Tokayev won the tennis match 6-3 in the final.", "Tokayev", "sport"),
    ("", "The Bank of Japan bought none.", "Japan", "longer-name"),
    ("", "They\tsaid\tthat\tIran\tKhodro\tfell.", "Iran", "longer-name"),
    ("", "The shot by Jordan Vosberg went in.", "Jordan", "persons-name"),
    ("", "A report of the American Chemical Society (ACS) and the Inland Lakes Office (ILO) came.", "ILO", "other-meaning"),
    ("", "The shares of Cementos de Peru rose.", "Peru", "longer-name"),
    ("", "A fire in Yemen, Ohio, was put out.", "Yemen", "state-name"),
    ("", "NBA basketball: Washington beat Boston 101-88.", "Washington", "team"),
    ("", "The ferry Estonia sank in a storm.", "Estonia", "ship"),
    ("", "TELL US WHO WON IT", "US", "capitals-word"),
    ("", "HE SAW FRANCE, WHO WON IT", "WHO", "capitals-word"),
    ("", "TOLD MICHAEL JACKSON, US AND ALL", "US", "capitals-word"),
    ("", "SHE'S WHO WE WANT", "WHO", "capitals-word"),
    ("", "THE ONE WHO'S LATE LOST", "WHO", "capitals-word"),
    ("1998-01-15", "The Police Chief Butler spoke.", "Butler", "other-title"),
    ("", "LEADERS OF US SPOKE", "US", "capitals-word"),
    ("2005-01-15", "THE MINISTER SAID NO", "SAID", "no-support"),
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

/// What is like a text of one of these rules, and is judged by another.
#[test]
fn rules_of_surnames_hold_back() {
    for (as_of, text, surface, expected) in [
        ("", "Then Clinton-style rules fell.", "Clinton", ("no-support", false)),
        ("", "On that day Bush orders strikes on camps.", "Bush", ("no-support", false)),
        ("2003-03-01", "Bush Orders Strikes on Camps\n\nThe raids began.", "Bush", ("in-office", true)),
        ("", "On the day the Tokayev speech began.", "Tokayev", ("distinctive", true)),
        ("", "SHARES OF THE FIRM CAO FELL.", "CAO", ("no-support", false)),
        ("", "On the day Tokayev, 45 minutes late, spoke.", "Tokayev", ("distinctive", true)),
        ("", "On the day Tokayev won the vote in the capital.", "Tokayev", ("distinctive", true)),
        ("1996-09-15", "It is said that a leader, Gowda, will come.", "Gowda", ("no-support", false)),
        ("1990-09-15", "It is said that India's leader, Gowda, will come.", "Gowda", ("no-support", false)),
        ("2020-01-01", "On the day Macron spoke.", "Macron", ("distinctive", true)),
    ] {
        assert_eq!(rule(as_of, text, surface), (expected.0.to_owned(), expected.1), "{text}");
    }
}

/// The words beside an abbreviation that needs support.
#[test]
fn abbreviations_of_bodies_beside_their_words() {
    for (text, surface, expected) in [
        ("The NAM leaders spoke.", "NAM", ("cue", true)),
        ("The PIF member states spoke.", "PIF", ("cue", true)),
        ("The PIF foreign ministers spoke.", "PIF", ("cue", true)),
        ("The GUAM heads of state spoke.", "GUAM", ("cue", true)),
        ("The PIF rules spoke.", "PIF", ("no-cue", false)),
        ("The PIF foreign trade spoke.", "PIF", ("no-cue", false)),
        ("The PIF-leaders spoke.", "PIF", ("no-cue", false)),
        ("THE PIF LEADERS SPOKE.", "PIF", ("no-cue", false)),
        // Two banks have the abbreviation.
        ("The ADB leaders spoke.", "ADB", ("no-cue", false)),
        ("The ECB and the EBA spoke.", "EBA", ("cue", true)),
        ("The EBA, the ECB and others spoke.", "EBA", ("cue", true)),
        ("The OPCW and the African Group spoke.", "African Group", ("cue", true)),
        ("The bank and the African Group spoke.", "African Group", ("cue", true)),
        ("The bank and African Group spoke.", "African Group", ("no-cue", false)),
        ("The African Group Ltd spoke.", "African Group", ("not-after", false)),
        ("The ARF ministers spoke.", "ARF", ("cue", true)),
        ("The ARF meeting went on.", "ARF", ("cue", true)),
        ("The ARF shelter went on.", "ARF", ("no-cue", false)),
        ("The IFC bought a stake.", "IFC", ("cue", true)),
        ("The IFC mall sold a stake.", "IFC", ("not-after", false)),
        ("The ECB saw that the EBA spoke.", "EBA", ("no-cue", false)),
        ("The ECB's EBA spoke.", "EBA", ("no-cue", false)),
        ("The dog and the EBA spoke.", "EBA", ("no-cue", false)),
        ("Then ASEAN Corp fell.", "ASEAN", ("longer-name", false)),
        ("Then ASEAN Foods Ltd fell.", "ASEAN", ("longer-name", false)),
        ("Then ASEAN Foods fell.", "ASEAN", ("longer-name", false)),
        ("Then ASEAN Rules fell.", "ASEAN", ("name", true)),
        ("Then SADC Trucking fell.", "SADC", ("longer-name", false)),
        ("Then SADC trucking fell.", "SADC", ("name", true)),
        ("SADC Tours Sites of New Mines", "SADC", ("name", true)),
        ("It fell on NATO Road at noon.", "NATO", ("longer-name", false)),
        ("Pupils of GCC High School sang.", "GCC", ("longer-name", false)),
        ("Pupils of GCC High Value sang.", "GCC", ("name", true)),
        ("Pupils of NATO School Oberammergau sang.", "NATO", ("name", true)),
        ("Then CIS Group said so.", "CIS", ("longer-name", false)),
        ("Then the CIS Group said so.", "CIS", ("name", true)),
        ("Then G77 Group said so.", "G77", ("name", true)),
        ("Then G8 Education said so.", "G8", ("longer-name", false)),
        ("Then G8 Education ministers said so.", "G8", ("name", true)),
        ("Then G8 Education Week said so.", "G8", ("name", true)),
        ("Then CIS Group hired men.", "CIS", ("longer-name", false)),
        ("Then ECOWAS Group of experts spoke.", "ECOWAS", ("name", true)),
        ("Then ASEAN Media and Literacy Week began.", "ASEAN", ("name", true)),
        ("He played for Unicef United.", "Unicef", ("longer-name", false)),
        ("Then ASEAN and Vosberg Ltd fell.", "ASEAN", ("name", true)),
        ("Then ASEAN, Vosberg Ltd and others fell.", "ASEAN", ("name", true)),
    ] {
        assert_eq!(rule("", text, surface), (expected.0.to_owned(), expected.1), "{text}");
    }
}

/// Countries in the names of firms and persons, and as languages.
#[test]
fn countries_that_are_something_else() {
    for (text, surface, expected) in [
        ("Vosberg Bank (Pakistan) Limited fell.", "Pakistan", ("longer-name", false)),
        ("Vosberg Motor (Thailand) Co. fell.", "Thailand", ("longer-name", false)),
        ("His bank (Pakistan) fell.", "Pakistan", ("name", true)),
        ("Vosberg (Pakistan) won.", "Pakistan", ("name", true)),
        ("A man called Chad fell.", "Chad", ("persons-name", false)),
        ("The driver named Jordan fell.", "Jordan", ("persons-name", false)),
        ("A land called Chad fell.", "Chad", ("name", true)),
        ("They called Jordan for help.", "Jordan", ("name", true)),
        ("They speak German, French and Japanese.", "Japanese", ("not-before", false)),
        ("They are fluent in German and Spanish.", "Spanish", ("not-before", false)),
        ("They speak of German and French ships.", "French", ("name", true)),
        ("They speak for a German and a French firm.", "French", ("name", true)),
        ("They met Northern Ireland and Irish teams.", "Irish", ("name", true)),
        ("Jordan Vosberg won. Then Jordan fell.", "Jordan", ("persons-name", false)),
        ("Jordan Vosberg won. Then Jordan lost to Syria.", "Jordan", ("name", true)),
        ("Jordan Vosberg won. Then Jordan beat Syria.", "Jordan", ("name", true)),
        ("Jordan Vosberg won. Then Jordan left Syria.", "Jordan", ("persons-name", false)),
    ] {
        assert_eq!(rule("", text, surface), (expected.0.to_owned(), expected.1), "{text}");
    }
}

/// A text that is nothing but a name, and entries of lists.
#[test]
fn countries_as_values() {
    for (text, surface, expected) in [
        ("south korea", "south korea", ("cue", true)),
        (" germany\n", "germany", ("cue", true)),
        ("GUAM", "GUAM", ("name", true)),
        ("NAM", "NAM", ("cue", true)),
        ("SOUTH SANDWICH ISLANDS\nTURKEY\nCHAD\nPERU", "TURKEY", ("name", true)),
        ("A TURKEY SANDWICH", "TURKEY", ("decoy", false)),
    ] {
        assert_eq!(rule("", text, surface), (expected.0.to_owned(), expected.1), "{text}");
    }
    for text in ["germany is", "in germany", "a turkey", "turkey\n\nIt was roast."] {
        assert_eq!(found("", text), [""; 0], "{text}");
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

#[test]
fn abbreviations_of_something_else() {
    for (text, meant) in [
        ("The Dairy Research Centre (DRC) said that DRC staff left.", ""),
        ("DRC staff left, said DRC (Dairy Research Centre).", ""),
        ("The IMO began. Six teams of the International Mathematical Olympiad (IMO) had come.", ""),
        ("IEA, the Institute of Economic Affairs, met. Then the IEA spoke.", ""),
        ("The ICC named its umpires. The ICC rankings came later.", ""),
        ("The ECB picked a squad for the tour. At the crease he scored 90 and took three wickets.", ""),
        ("The International Criminal Court (ICC) spoke. The ICC sat.", "organization:icc organization:icc organization:icc"),
        ("The Organization of Islamic Countries (OIC) met.", "organization:oic"),
        (
            "The IEA is a think tank. Then the International Energy Agency spoke, and the IEA sat.",
            "organization:iea organization:iea",
        ),
        ("The ICC sat.\n\nThe ICC indicted two.", "organization:icc organization:icc"),
        ("The fine is P5,000 or COP 4,000.", ""),
    ] {
        let ids: Vec<_> = Extractor::embedded().extract(text).map(|mention| mention.id().to_owned()).collect();
        assert_eq!(ids.join(" "), meant, "{text}");
    }
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
        ("Pakistani Foreign Secretary Vosberg said", "Pakistani Foreign Secretary", "PK/foreign-ministry-secretary"),
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
        ("the president of Italy's wife said", "president of Italy", "IT/president"),
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
        "Indonesian Foreign Secretary Vosberg said",
        "Belgium's Queen Mathilde said",
        "the Dutch Queen Vosberga said",
        "a British armed forces minister said",
        "the president of Italy's wine makers said",
        "Boniface Alexandre, the chief justice, said",
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
    assert_eq!(
        offices("the Deputy Prime Minister - Foreign Minister of Kazakhstan came"),
        ["Deputy Prime Minister office:KZ/deputy-prime-minister", "Foreign Minister of Kazakhstan office:KZ/foreign-minister"]
    );
    assert_eq!(offices("the Vice-Foreign Minister of Kazakhstan came"), [""; 0]);
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
    let options = common::as_of(as_of);
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

#[test]
fn a_bare_role_behind_the_person_who_held_it() {
    for (as_of, text, office) in [
        ("2014-05-05", "John Kerry, secretary of state, said", "US/secretary-of-state"),
        ("2014-05-05", "Sergei Lavrov, the foreign minister, said", "RU/foreign-minister"),
        ("2014-05-05", "It was Angela Merkel, the chancellor.", "DE/chancellor"),
        ("2023-02-28", "John Kerry, the former secretary of state, said", "US/secretary-of-state"),
        ("2021-06-23", "Stergomena Tax, the executive secretary, said", "sadc/executive-secretary"),
        ("2021-11-12", "Baghdad Amreyev, its secretary general, said", "ots/secretary-general"),
    ] {
        let person = found(as_of, text).remove(0);
        let name = person.split(" official:").next().expect("a person").to_owned();
        assert_eq!(beside(as_of, text, &name).0.as_deref(), Some(format!("office:{office}").as_str()), "{text}");
        assert!(found(as_of, text)[1].ends_with(&format!(" office:{office}")), "{text}: {:?}", found(as_of, text));
    }
    // Never held, somebody else's, or gone on with.
    for text in [
        "John Kerry, the finance minister, said",
        "John Kerry, deputy secretary of state, said",
        "John Kerry, the secretary of state's envoy, said",
        "John Kerry, Secretary of State Vosberg and others said",
        "John Kerry, president of the company, said",
    ] {
        assert!(!found("2014-05-05", text).iter().any(|mention| mention.contains(" office:")), "{text}");
    }
}

#[test]
fn surnames_that_mean_nobody_in_office() {
    let officials = |text: &str| found("2004-12-08", text).into_iter().filter(|mention| mention.contains(" official:")).count();
    // A family is many, and a few capitals are an abbreviation.
    assert_eq!(officials("Shares held by the Agnelli family fell, it was said."), 0);
    assert_eq!(officials("Shares held by Agnelli fell, it was said."), 1);
    assert_eq!(officials("Its chief left China when CAO announced its losses."), 0);
    assert_eq!(officials("It was said in China that Cao would announce it."), 1);
    // A town of that name.
    assert_eq!(officials("She died at a hospital in Chirac, it was said."), 0);
    assert_eq!(officials("She has no confidence in Chirac, it was said."), 1);
    assert_eq!(officials("She grew up in Chirac's shadow, it was said."), 1);
    // An office that comes years later makes no namesake of today.
    assert_eq!(found("1961-05-01", "It was said by President Macron.").len(), 0);
    assert_eq!(found("2016-12-01", "It was said by the next president, President Macron.").len(), 2);
    // The leader of another country.
    assert!(found("1997-11-10", "The South Korean leader Kim left.").iter().any(|mention| mention.ends_with("kim-young-sam")));
    assert!(found("1997-11-10", "The North Korean leader Kim left.").iter().any(|mention| mention.ends_with("kim-jong-il")));
    // A word that opens a sentence, but for the country behind it.
    assert_eq!(found("1997-03-10", "Sharif of Pakistan arrived late.")[0], "Sharif official:nawaz-sharif");
    assert!(!found("1997-03-10", "Sharif arrived late in Pakistan.")[0].contains("official:"));
    assert_eq!(found("2021-09-21", "Egypt's Sisi, Jordan's Abdullah Meet Mayor")[3], "Abdullah official:abdullah-ii-of-jordan");
    // The heads of the members of a format.
    let leaders = |text: &str| found("2021-09-21", text).into_iter().filter(|mention| mention.contains(" official:")).count();
    assert_eq!(leaders("It was said by the G20 leaders, Suga and Morrison, that it would rain."), 2);
    assert_eq!(leaders("It was said by the shop owners, Suga and Morrison, that it would rain."), 0);
}

#[test]
fn names_in_reports_of_sport() {
    // In office, with the country in the sentence.
    let text = "Poorer countries need goals, Gordon Brown will say as he sets out UK targets for the match.";
    assert!(found("2004-12-15", text).iter().any(|mention| mention.ends_with("official:gordon-brown")));
    let text = "Poorer clubs need goals, Gordon Brown will say as he sets out targets for the match.";
    assert!(!found("2004-12-15", text).iter().any(|mention| mention.contains("official:")));
    // The list of a team.
    assert_eq!(found("2004-12-15", "Faye, Kamara (Fuller 65), Yakubu. Subs not used: Berger, Hoyte, Ashdown."), [""; 0]);
    assert_eq!(found("2004-12-15", "It is said that Ashdown, of all people, came."), ["Ashdown official:paddy-ashdown"]);
}

#[test]
fn a_country_beside_a_namesake() {
    let countries = |text: &str| found("", text).into_iter().filter(|mention| mention.contains(":JO")).count();
    assert_eq!(countries("Michael Jordan led the Bulls. Jordan said so."), 0);
    assert_eq!(countries("Michael Jordan led the Bulls. Jordan's king watched."), 1);
    assert_eq!(countries("Michael Jordan led the Bulls. Egypt and Jordan said so."), 1);
    assert_eq!(countries("Michael Jordan led the Bulls. Jordan's shot went in."), 0);
}

#[test]
fn roles_that_are_part_of_others() {
    for (text, office) in [
        ("the OECD chief said", Some("oecd/secretary-general")),
        ("the OECD's chief economist said", None),
        ("the NATO chief spokesman said", None),
        ("the EU chief said", Some("european-commission/president")),
        ("the EU chief negotiator said", None),
        ("India's premier said", Some("IN/prime-minister")),
        ("India's premier business newspaper said", None),
        ("the head of the OSCE said", Some("osce/secretary-general")),
        ("the head of the OSCE mission said", None),
        ("the head of the OSCE delegation said", None),
        ("the industry minister of India's Andhra Pradesh state said", None),
        ("the foreign minister of Iran's closest ally said", None),
        ("the foreign minister of Iran's new government said", Some("IR/foreign-minister")),
        // By its function, not the first of its keys that the country knows.
        ("the Indian foreign minister said", Some("IN/external-affairs-minister")),
        // By the country's own name, not by one made for every country.
        ("the Irish deputy prime minister said", Some("IE/tanaiste")),
        ("the Fijian deputy prime minister said", Some("FJ/deputy-prime-minister")),
        ("the Indian foreign secretary said", Some("IN/foreign-secretary")),
        ("Under French president Vosberg it grew", Some("FR/president")),
        ("Under President Emmanuel Macron it grew", Some("FR/president")),
        ("the US Under Secretary of State said", None),
    ] {
        let offices: Vec<_> = found("", text).into_iter().filter(|mention| mention.contains(" office:")).collect();
        assert_eq!(offices.len(), usize::from(office.is_some()), "{text}: {offices:?}");
        assert!(office.is_none_or(|office| offices[0].ends_with(&format!(" office:{office}"))), "{text}: {offices:?}");
    }
}

#[test]
fn initials_before_a_surname() {
    for (text, expected) in [
        ("President N. Nazarbayev of Kazakhstan came", "N. Nazarbayev official:nursultan-nazarbayev"),
        ("President of the Republic of Kazakhstan N. A. Nazarbayev came", "N. A. Nazarbayev official:nursultan-nazarbayev"),
        ("Kyrgyz President S. Sh. Jeenbekov came", "S. Sh. Jeenbekov official:sooronbay-jeenbekov"),
        ("Uzbek President Sh.M. Mirziyoyev came", "Sh.M. Mirziyoyev official:shavkat-mirziyoyev"),
        ("Tajik President E Rahmon came", "E Rahmon official:emomali-rahmon"),
        ("It was said by V. Putin of Russia", "V. Putin official:vladimir-putin"),
    ] {
        let found = found("2018-06-10", text);
        assert!(found.iter().any(|mention| mention == expected), "{text}: {found:?}");
        assert_eq!(
            found.iter().filter(|mention| mention.contains(" office:")).count(),
            usize::from(text.contains("resident")),
            "{text}"
        );
    }
    // The end of a possessive is no initial, a quote before one changes nothing.
    assert!(found("1996-09-03", "IRAQ'S SADDAM VOWS TO FIGHT").iter().any(|mention| mention.starts_with("SADDAM ")));
    assert!(found("2018-06-10", "It said 'V. Putin of Russia'").iter().any(|mention| mention.starts_with("V. Putin ")));
    // Initials of others, a name that goes on, an athlete's.
    for text in [
        "President B. Nazarbayev of Kazakhstan came",
        "It was said by K. Putin in Moscow",
        "It was said by V. Putin Vosberg in Moscow",
        "It was said by J. Brown in Britain",
        "3. V. Putin (Russia), 4. Vosberg, semifinals, judo: 2-0",
    ] {
        assert!(
            !found("2018-06-10", text).iter().any(|mention| mention.contains(" official:")),
            "{text}: {:?}",
            found("2018-06-10", text)
        );
    }
}

#[test]
fn an_office_before_the_next_person_is_not_the_last_ones() {
    let text = "Dilma Rousseff, Chinese Deputy Prime Minister Wang Yang and others came";
    assert_eq!(beside("2013-05-24", text, "Dilma Rousseff").0, None);
    let text = "Dilma Rousseff, Chinese Deputy Prime Minister, came";
    assert_eq!(beside("2013-05-24", text, "Dilma Rousseff").1, Some(false));
}

#[test]
fn a_surname_before_its_office() {
    for text in ["Mr Turnbull, the Australian prime minister, came", "Mr Turnbull, then prime minister of Australia, came"] {
        assert_eq!(found("2016-09-05", text)[0], "Turnbull official:malcolm-turnbull", "{text}");
    }
    for text in [
        "Mr Turnbull, deputy prime minister of Australia, came",
        "Mr Turnbull, the Canadian prime minister, came",
        "Mr Turnbull, the Australian dentist, came",
    ] {
        assert!(!found("2016-09-05", text)[0].contains("official:"), "{text}");
    }
}

#[test]
fn a_title_that_comes_later() {
    // George W. Bush was the governor of Texas then, and is president five years later.
    assert_eq!(found("1996-08-30", "Former President George Bush spoke.")[1], "George Bush official:george-h-w-bush");
    assert_eq!(found("2000-12-20", "President-elect George Bush spoke.")[1], "George Bush official:george-w-bush");
}

#[test]
fn an_abbreviation_between_role_and_name() {
    let text = "Then External Affairs Minister (EAM) S Jaishankar spoke";
    assert!(found("2023-05-04", text)[0].starts_with("External Affairs Minister office:IN/"), "{:?}", found("2023-05-04", text));
    let text = "Then External Affairs Minister (of India) S Jaishankar spoke";
    assert!(!found("2023-05-04", text).iter().any(|mention| mention.contains(" office:")));
}

/// Titles of address, with a dot or an apostrophe or without, stand between an office and a name.
#[test]
fn honorifics_between_role_and_name() {
    for (as_of, text, office) in [
        ("2020-06-18", "External Affairs Minister Dr. S. Jaishankar spoke.", "IN/external-affairs-minister"),
        ("2020-06-18", "Foreign Minister H.E. Mr. Wang Yi spoke.", "CN/foreign-minister"),
        ("2018-11-18", "Foreign Minister Dato' Saifuddin Abdullah spoke.", "MY/foreign-minister"),
        ("2002-06-18", "President Gen. Pervez Musharraf spoke.", "PK/president"),
    ] {
        assert!(found(as_of, text)[0].ends_with(&format!(" office:{office}")), "{text}: {:?}", found(as_of, text));
    }
    // Another office, a role that ends a sentence, one that is no title, a word that is no title of address.
    for text in [
        "Finance Minister Dr. S. Jaishankar spoke.",
        "He met the Foreign Minister. Mr. Wang Yi spoke.",
        "He met another foreign minister Mr. Wang Yi spoke.",
        "He met the Foreign Minister etc. Wang Yi spoke.",
    ] {
        assert!(!found("2020-06-18", text).iter().any(|mention| mention.contains(" office:")), "{text}");
    }
}

/// `as` and a title behind the name of somebody who held the office, or will.
#[test]
fn an_office_given_by_as() {
    for (as_of, text, office) in [
        ("2024-06-27", "Leaders picked Kaja Kallas as High Representative.", "eu/high-representative"),
        ("2021-02-15", "Members chose Ngozi Okonjo-Iweala as Director-General.", "wto/director-general"),
    ] {
        assert!(found(as_of, text)[1].ends_with(&format!(" office:{office}")), "{text}: {:?}", found(as_of, text));
    }
    for text in [
        "Leaders picked Kaja Kallas as Director-General.",
        "Leaders picked Kaja Kallas as high representative of their wishes.",
        "Leaders saw Kaja Kallas as High Representative Vosberg left.",
    ] {
        assert!(!found("2025-06-27", text).iter().any(|mention| mention.contains(" office:")), "{text}");
    }
}

/// The name that a title starts with is a mention of its own, whoever the office belongs to; not one that never counts.
#[test]
fn names_at_the_start_of_a_title() {
    let found = |text| -> Vec<String> {
        let mentions = Extractor::embedded().extract_with(text, &Options::new().nested(true));
        mentions.map(|mention| format!("{} {}", mention.text(), mention.id())).collect()
    };
    for (text, expected) in [
        ("EU Economic and Monetary Affairs Commissioner Olli Rehn spoke", "EU organization:eu"),
        ("The EU foreign policy chief spoke", "EU organization:eu"),
        ("Abu Dhabi Crown Prince spoke", "Abu Dhabi place:AE/abu-dhabi"),
        ("US House Minority Leader spoke", "US country:US"),
    ] {
        let found = found(text);
        assert!(found.iter().any(|mention| mention == expected), "{text}: {found:?}");
        assert!(found.iter().any(|mention| mention.contains(" office:")), "{text}: {found:?}");
    }
    assert_eq!(found("The Northern Ireland Secretary spoke").len(), 1);
}

#[test]
fn titles_of_others() {
    for (text, wanted) in [
        ("The deputy head of the FSB spoke.", None),
        ("The head of the FSB spoke.", Some("head of the FSB office:RU/fsb-director")),
        ("The head of the FSB's training department spoke.", None),
        ("The head of the FSB's son spoke.", Some("head of the FSB office:RU/fsb-director")),
        ("The chief of the Russian General Staff's operations department spoke.", None),
        (
            "The chief of the Russian General Staff spoke.",
            Some("chief of the Russian General Staff office:RU/chief-of-general-staff"),
        ),
        ("Labour's shadow Brexit Secretary spoke.", None),
        ("A senior Hamas leader spoke.", None),
        // Its branch in a part of the country.
        ("Ulster Liberal Democrat leader Bob Tree spoke.", None),
        ("Then Britain's Liberal Democrat leader spoke.", Some("Liberal Democrat leader office:GB/liberal-democrat-leader")),
        ("Embattled Liberal Democrat leader Bob Tree spoke.", Some("Liberal Democrat leader office:GB/liberal-democrat-leader")),
        // The role in small letters.
        ("The Queensland premier spoke.", Some("Queensland premier office:AU/queensland-premier")),
        // The body is part of the role.
        ("Then UN ambassador Nikki Haley spoke.", Some("UN ambassador office:US/un-ambassador")),
        ("Then UN ambassador Bob Tree spoke.", None),
    ] {
        let office = found("2017-03-10", text).into_iter().find(|found| found.contains("office:"));
        assert_eq!(office.as_deref(), wanted, "{text}");
    }
}

#[test]
fn a_modifier_before_a_title_is_carried() {
    let mentions = Extractor::embedded().extract_with("Former FBI director Louis Freeh spoke.", &common::as_of("2017-03-10"));
    let mentions: Vec<_> = mentions.collect();
    let (office, person) = (&mentions[0], &mentions[1]);
    assert_eq!((office.text(), office.modifier()), ("FBI director", Some("former")));
    assert!(person.confidence() > 0.9, "{}", person.confidence());
}

#[test]
fn speakers_in_records() {
    let names = |as_of: &str, text: &str| -> Vec<String> {
        found(as_of, text).into_iter().filter_map(|found| Some(found.split_once(" official:")?.1.to_owned())).collect()
    };
    for (as_of, text, wanted) in [
        ("2003-03-10", "Mr. Powell (United States of America): I thank you.", &["colin-powell"][..]),
        ("2003-03-10", "Mr. Powell (United States of America) thanks you.", &[]),
        ("2003-03-10", "Mr. Powell (Canada): I thank you.", &[]),
        ("2013-03-10", "Mr. Powell (United States of America): I thank you.", &[]),
        ("1997-03-10", "Mr. Michael Howard (Folkestone and Hythe) (Con): I thank him.", &["michael-howard"]),
        ("1997-03-10", "Mr. Michael Howard (Folkestone and Hythe) thanked him.", &[]),
        // The second clause of a headline, behind a colleague.
        ("2003-03-10", "BLAIR STANDS FIRM ON IRAQ; COOK QUITS CABINET", &["tony-blair", "robin-cook"]),
        ("2003-03-10", "MUSEUM STANDS FIRM ON IRAQ; COOK QUITS CABINET", &[]),
        // Two heads by surnames of which one is rare, whoever else bore them before.
        ("2003-06-10", "Hu and Bush met.", &["hu-jintao", "george-w-bush"]),
        ("2003-06-10", "Smith and Bush met.", &[]),
        ("2003-06-10", "The shop of Hu and Bush met with success.", &[]),
        // A post elsewhere of who left office long ago; somebody's man.
        ("2017-03-10", "John Smith, chief executive of the Acme Society, spoke in Britain.", &[]),
        ("2017-03-10", "John Smith was at home in Britain.", &["john-smith"]),
        ("2017-03-10", "Acme's Luis Martinez wrote this.", &[]),
        ("2017-03-10", "Luis Martinez wrote this.", &["luis-martinez"]),
    ] {
        assert_eq!(names(as_of, text), wanted, "{text}");
    }
}
