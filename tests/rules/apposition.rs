//! A person and the office beside them.

use demarche::{Extractor, Options};

use super::common::{self, found};

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
    // Whose office it is stands right before the word.
    let text = "Russian President Dmitry Medvedev saw his counterpart Vladimir Putin";
    assert_eq!(beside("2009-02-28", text, "Vladimir Putin").0, None);
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

fn officials(as_of: &str, text: &str) -> Vec<String> {
    found(as_of, text).iter().filter_map(|mention| Some(mention.split_once(" official:")?.1.to_owned())).collect()
}

/// A title means whoever holds an office of its function in the country on the date, although the row is another.
#[test]
fn titles_that_are_as_good() {
    for (as_of, text, person) in [
        // Parliaments have several speakers; a second vice president is one.
        ("2021-01-15", "Romanian parliament speaker Dragu spoke.", "anca-dragu"),
        ("2016-01-15", "Zimbabwean Vice President Mphoko spoke.", "phelekezela-mphoko"),
        // Nobody is known to hold the very office.
        ("2013-01-15", "Bosnian interior minister Radoncic spoke.", "fahrudin-radoncic"),
        // Without a date, and behind `former`, whoever did.
        ("", "Romanian parliament speaker Dragu spoke.", "anca-dragu"),
        ("2024-01-15", "Former Romanian parliament speaker Dragu spoke.", "anca-dragu"),
        // Titles that are no office of the country.
        ("2005-01-15", "French Foreign Secretary Barnier spoke.", "michel-barnier"),
        ("2019-01-15", "Mexican Treasurer Urzua spoke.", "carlos-urzua"),
        // Who holds the office goes before who held it, and before who is called so alone.
        ("2023-01-15", "Kyrgyz Prime Minister Japarov spoke.", "akylbek-japarov"),
        ("1999-01-15", "Salvadoran parliament speaker Duch spoke.", "juan-duch"),
        // Between commas.
        ("2015-03-03", "Iran's speaker of parliament, Larijani, spoke.", "ali-larijani"),
        // Who leads a party may lead the opposition.
        ("2007-06-06", "Zimbabwean opposition leader Tsvangirai spoke.", "morgan-tsvangirai"),
        ("2020-06-12", "Zambian opposition leader Hichilema spoke.", "hakainde-hichilema"),
        // Of several the tables do not know who leads, a rare surname tells.
        ("2021-01-20", "Russian opposition leader Navalny spoke.", "alexei-navalny"),
        ("2018-05-10", "Malaysian opposition chief Mahathir spoke.", "mahathir-mohamad"),
    ] {
        assert_eq!(officials(as_of, text), [person], "{text}");
    }
    for (as_of, text) in [
        ("2020-01-15", "Zimbabwean Vice President Mphoko spoke."),
        ("2021-01-15", "Moldovan parliament speaker Dragu spoke."),
        ("2021-01-15", "Romanian deputy parliament speaker Dragu spoke."),
        ("2021-01-15", "Romanian foreign minister Dragu spoke."),
        // The first one is known, and another.
        ("2007-01-15", "Iranian First Vice President Dehghan spoke."),
        // A head of state of another sort.
        ("2015-05-14", "Iranian President Khamenei spoke."),
        ("2005-01-15", "Belgian Foreign Secretary Barnier spoke."),
        ("2016-05-14", "Indian deputy foreign minister Swaraj spoke."),
        ("2018-07-25", "Zambian opposition leader Chamisa spoke."),
        ("2018-07-25", "Israeli opposition leader Navalny spoke."),
        ("2015-03-03", "Iraq's speaker of parliament, Larijani, spoke."),
        ("2024-03-03", "Iran's speaker of parliament, Larijani, spoke."),
    ] {
        assert_eq!(officials(as_of, text), [""; 0], "{text}");
    }
}

/// Behind an office of a country, the name of another country is a person's who holds it on the date.
#[test]
fn surnames_that_are_countries() {
    for (as_of, text, person) in [
        ("2024-05-14", "Serbian Finance Minister Mali left.", "sinisa-mali"),
        ("", "Serbia's finance minister Mali left.", "sinisa-mali"),
        ("2018-09-14", "Guyanese Finance Minister Jordan left.", "winston-jordan"),
        ("2022-05-14", "Former Guyanese Finance Minister Jordan left.", "winston-jordan"),
    ] {
        assert_eq!(officials(as_of, text), [person], "{text}");
    }
    for (as_of, text) in [
        ("2024-05-14", "The Serbian Finance Minister in Mali left."),
        ("2024-05-14", "The Serbian Finance Minister, Mali and Chad left."),
        ("2024-05-14", "The Serbian Finance Minister's Mali trip ended."),
        ("2024-05-14", "Serbian Deputy Finance Minister Mali left."),
        ("2024-05-14", "The Prime Minister Mali needs left."),
    ] {
        assert_eq!(officials(as_of, text), [""; 0], "{text}");
        assert!(found(as_of, text).contains(&"Mali country:ML".to_owned()), "{text}");
    }
    // Nobody is known by that name, but it is no country's: what people do follows, and no article stands before the title.
    let minister = "Serbian Finance Minister office:RS/finance-minister";
    assert_eq!(found("2012-05-14", "Serbian Finance Minister Mali left."), [minister]);
    for text in ["Serbian Finance Minister Mali talks ended.", "He told the Serbian Finance Minister Mali wanted more."] {
        assert_eq!(found("2012-05-14", text), [minister, "Mali country:ML"], "{text}");
    }
    // The country is not called after its head.
    let text = "Nepal's Prime Minister Nepal left.";
    assert_eq!(
        found("2010-05-26", text),
        ["Nepal's Prime Minister office:NP/prime-minister", "Nepal official:madhav-kumar-nepal"]
    );
}

/// The leader of the opposition is an office where the tables have one, and none of a party.
#[test]
fn leaders_of_the_opposition() {
    for (text, surface, office) in [
        ("Zimbabwe's opposition leader spoke", "Zimbabwe's opposition leader", "ZW/opposition-politician"),
        ("the Israeli opposition chief spoke", "Israeli opposition chief", "IL/opposition-leader"),
        ("the leader of the opposition of Canada spoke", "leader of the opposition of Canada", "CA/opposition-leader"),
        ("the leader of Israel's opposition spoke", "leader of Israel's opposition", "IL/opposition-leader"),
    ] {
        assert!(found("2012-05-05", text).contains(&format!("{surface} office:{office}")), "{text}");
    }
    for text in [
        "Germany's opposition leader spoke",
        "the Zambian opposition leader Hichilema spoke",
        "Hakainde Hichilema, opposition leader, spoke in Zambia",
        "opposition leaders in Zimbabwe spoke",
        "the Zimbabwean opposition spoke",
    ] {
        assert!(!found("2012-05-05", text).iter().any(|mention| mention.contains(" office:")), "{text}");
    }
}
