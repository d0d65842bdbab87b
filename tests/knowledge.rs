//! Who held an office and who belonged to what, on days that the news remembers.
#![cfg(feature = "history")]

use demarche::{Certainty, Extractor, Gazetteer, Options, Status};

fn date(text: &str) -> demarche::Date {
    text.parse().expect("a date")
}

/// Names of the holders of an office on a day, as surely as the data can say.
fn holders(office: &str, on: &str) -> Vec<&'static str> {
    assert!(Gazetteer::embedded().get(office).is_some(), "{office} is not in the gazetteer");
    let holders = Gazetteer::embedded().holders(office, date(on));
    holders
        .filter(|tenure| tenure.certainty(date(on)) == Some(Certainty::Certain))
        .map(|tenure| tenure.official().name())
        .collect()
}

/// Names of the members of a body or format on a day (members only: no observers, no chairs), sorted.
fn members(group: &str, on: &str) -> Vec<&'static str> {
    let members = Gazetteer::embedded().members(group, date(on)).filter(|membership| membership.role() == "member");
    let mut names: Vec<_> = members.map(|membership| membership.member().name()).collect();
    names.sort_unstable();
    names
}

#[test]
fn holders_on_a_day() {
    assert_eq!(holders("office:US/secretary-of-state", "2023-02-28"), ["Antony Blinken"]);
    assert_eq!(holders("office:KZ/president", "2023-02-28"), ["Kassym-Jomart Tokayev"]);
    assert_eq!(holders("office:KZ/foreign-minister", "2023-02-28"), ["Mukhtar Tileuberdi"]);
    assert_eq!(holders("office:GB/prime-minister", "2022-10-01"), ["Liz Truss"]);
}

#[test]
fn the_day_of_a_hand_over_belongs_to_both() {
    assert_eq!(holders("office:GB/prime-minister", "2022-09-05"), ["Boris Johnson"]);
    assert_eq!(holders("office:GB/prime-minister", "2022-09-06"), ["Boris Johnson", "Liz Truss"]);
    assert_eq!(holders("office:GB/prime-minister", "2022-09-07"), ["Liz Truss"]);
}

/// The function of an office leads to the office by its country's own title.
#[test]
fn offices_by_function() {
    let gazetteer = Gazetteer::embedded();
    for (office, function) in [
        ("office:US/president", "head_of_state"),
        ("office:US/president", "head_of_government"),
        ("office:US/secretary-of-state", "foreign_minister"),
        ("office:DE/chancellor", "head_of_government"),
        ("office:GB/prime-minister", "head_of_government"),
    ] {
        let functions: Vec<_> = gazetteer.get(office).expect(office).functions().collect();
        assert!(functions.contains(&function), "{office} is no {function}, only {functions:?}");
    }
}

#[test]
fn an_official_before_in_and_after_office() {
    let status = |on| {
        let options = Options::new().as_of(date(on));
        let mention = Extractor::embedded().extract_with("Antony Blinken spoke.", &options).next().expect("Blinken");
        assert_eq!(mention.id(), "official:antony-blinken");
        mention.status()
    };
    assert_eq!(status("2023-02-28"), Status::Current);
    assert_eq!(status("2025-06-01"), Status::Former);
    let undated = Extractor::embedded().extract("Antony Blinken spoke.").next().map(|mention| mention.status());
    assert_eq!(undated, Some(Status::Unknown), "nothing is claimed about \"now\"");
}

/// Nobody is said to hold an office today only because the data was made while they did.
#[test]
fn beyond_the_horizon_nothing_is_certain() {
    assert_eq!(holders("office:KZ/president", "2200-01-01"), [""; 0]);
    let guess = Gazetteer::embedded().holders("office:KZ/president", date("2200-01-01")).next();
    assert!(guess.is_none_or(|tenure| tenure.certainty(date("2200-01-01")) == Some(Certainty::BeyondHorizon)));
}

#[test]
fn members_of_the_g20() {
    let nineteen_and_the_union = [
        "Argentina",
        "Australia",
        "Brazil",
        "Canada",
        "China",
        "European Union",
        "France",
        "Germany",
        "India",
        "Indonesia",
        "Italy",
        "Japan",
        "Mexico",
        "Russia",
        "Saudi Arabia",
        "South Africa",
        "South Korea",
        "Turkey",
        "United Kingdom",
        "United States",
    ];
    assert_eq!(members("format:g20", "2023-08-01"), nineteen_and_the_union);
    let mut with_africa = vec!["African Union"];
    with_africa.extend(nineteen_and_the_union);
    assert_eq!(members("format:g20", "2023-10-01"), with_africa);
}

#[test]
fn members_of_the_european_union() {
    let twenty_seven = [
        "Austria",
        "Belgium",
        "Bulgaria",
        "Croatia",
        "Cyprus",
        "Czechia",
        "Denmark",
        "Estonia",
        "Finland",
        "France",
        "Germany",
        "Greece",
        "Hungary",
        "Ireland",
        "Italy",
        "Latvia",
        "Lithuania",
        "Luxembourg",
        "Malta",
        "Netherlands",
        "Poland",
        "Portugal",
        "Romania",
        "Slovakia",
        "Slovenia",
        "Spain",
        "Sweden",
    ];
    assert_eq!(members("organization:eu", "2020-02-01"), twenty_seven);
    // The United Kingdom left when that day ended in Brussels.
    let mut with_the_kingdom = twenty_seven.to_vec();
    with_the_kingdom.push("United Kingdom");
    assert_eq!(members("organization:eu", "2020-01-31"), with_the_kingdom);
}

/// How many members bodies had in years from which their own counts are known.
#[test]
fn members_counted() {
    for (group, on, count) in [
        ("organization:adb", "1966-12-01", 31),
        ("organization:adb", "2007-12-31", 67),
        ("organization:adb", "2025-01-01", 69),
        ("organization:comecon", "1980-01-01", 10),
        ("organization:igad", "2000-01-01", 7),
        ("organization:d8", "1998-01-01", 8),
        ("organization:arctic-council", "1995-01-01", 0),
        ("organization:arctic-council", "2010-01-01", 8),
        ("organization:imf", "1993-12-31", 180),
        ("organization:imf", "2019-01-01", 189),
        ("organization:imf", "2025-01-01", 191),
        ("organization:opcw", "1997-12-31", 105),
        ("organization:opcw", "2010-01-01", 188),
        ("organization:opcw", "2019-01-01", 193),
        ("organization:unesco", "2012-01-01", 195),
        ("organization:unesco", "2020-01-01", 193),
        ("organization:unesco", "2024-01-01", 194),
        ("organization:who", "2005-01-01", 192),
        ("organization:who", "2012-01-01", 194),
        ("format:g10", "1990-01-01", 11),
        ("format:ipef", "2022-05-24", 13),
        ("format:ipef", "2023-01-01", 14),
        ("format:negev-forum", "2023-01-01", 6),
    ] {
        let members = members(group, on);
        assert_eq!(members.len(), count, "{group} on {on}: {members:?}");
    }
}

#[test]
fn members_of_c5_plus_1() {
    let six = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "United States", "Uzbekistan"];
    assert_eq!(members("format:c5+1", "2023-02-28"), six);
}

#[test]
fn members_of_brics() {
    assert_eq!(members("format:brics", "2009-12-31"), ["Brazil", "China", "India", "Russia"]);
    assert_eq!(members("format:brics", "2011-01-01"), ["Brazil", "China", "India", "Russia", "South Africa"]);
    assert_eq!(
        members("format:brics", "2024-06-01"),
        ["Brazil", "China", "Egypt", "Ethiopia", "India", "Iran", "Russia", "South Africa", "United Arab Emirates"]
    );
}

#[test]
fn what_nobody_knows() {
    assert_eq!(Gazetteer::embedded().holders("office:US/wizard", date("2023-02-28")).count(), 0);
    assert_eq!(Gazetteer::embedded().tenures("official:nobody").count(), 0);
    assert_eq!(Gazetteer::embedded().members("format:nothing", date("2023-02-28")).count(), 0);
    assert_eq!(Gazetteer::embedded().memberships_of("country:ZZ").count(), 0);
}
