//! Offices composed of a country or body and a role, and titles that are none.

use demarche::{Extractor, Options};

use super::common::{self, found};

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
        ("the EPA's chief said", "EPA's chief", "US/epa-administrator"),
        ("the head of the Food and Drug Administration said", "head of the Food and Drug Administration", "US/fda-commissioner"),
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
fn offices_before_brackets() {
    let found = |text: &str| found("1990-12-13", text);
    assert_eq!(
        found("The Prime Minister (Mr. John Major): No."),
        ["Prime Minister office:GB/prime-minister", "John Major official:john-major"]
    );
    assert_eq!(found("The Prime Minister [Mr. John Major]: No."), ["John Major official:john-major"]);
    assert_eq!(found("The Foreign Minister (Mr. John Major): No."), ["John Major official:john-major"]);
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
