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

/// Where a source was wrong, or told of somebody else.
#[test]
fn holders_once_mistaken() {
    assert_eq!(holders("office:LK/finance-minister", "2020-10-01"), ["Mahinda Rajapaksa"]);
    assert_eq!(holders("office:TR/defence-minister", "1999-03-01"), ["Hikmet Sami Türk"]);
    assert_eq!(holders("office:TR/interior-minister", "1998-10-01"), ["Kutlu Aktaş"]);
    assert_eq!(holders("office:ME/prime-minister", "1998-01-15"), ["Milo Đukanović"]);
    assert_eq!(holders("office:IS/finance-minister", "2012-05-01"), ["Oddný Guðbjörg Harðardóttir"]);
    assert_eq!(holders("office:CR/finance-minister", "2020-01-15"), ["Rodrigo Chaves"]);
    assert_eq!(holders("office:JO/defence-minister", "2013-01-15"), ["Abdullah Ensour"]);
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

/// How many members the bodies had that news counts: enlargements, exits, splits.
#[test]
fn members_counted_by_the_news() {
    let counts = "
        organization:eu: 1990-06-01=12 1995-06-01=15 2005-01-01=25 2008-01-01=27 2014-01-01=28 2021-01-01=27
        organization:nato: 1990-06-01=16 2000-01-01=19 2005-01-01=26 2010-01-01=28 2018-01-01=29 2021-01-01=30 2023-06-01=31 2024-06-01=32
        organization:council-of-europe: 1990-06-01=23 1995-12-31=38 2002-01-01=43 2005-01-01=46 2010-01-01=47 2023-01-01=46
        organization:osce: 1995-06-01=52 2000-06-01=54 2001-01-01=55 2007-01-01=56 2013-01-01=57
        organization:asean: 1990-01-01=6 1996-01-01=7 1998-01-01=9 2000-01-01=10 2025-11-01=11
        organization:african-union: 2003-01-01=53 2012-01-01=54 2018-01-01=55
        organization:arab-league: 1990-06-01=21 1995-01-01=22 2012-06-01=21 2024-01-01=22
        organization:oic: 1990-06-01=45 2000-01-01=56 2010-01-01=57 2013-01-01=56
        organization:opec: 1993-06-01=12 1996-01-01=11 2007-06-01=12 2016-09-01=14 2019-06-01=14 2020-06-01=13 2024-06-01=12
        format:opec+: 2017-06-01=24 2020-06-01=23
        organization:wto: 1995-01-02=76 2001-12-31=143 2008-12-31=153 2012-12-31=157 2016-12-31=164 2024-12-31=166
        organization:iaea: 2021-12-31=173 2023-12-31=178 2025-01-01=180
        organization:icc: 2005-01-01=97 2015-06-01=123 2020-01-01=122 2021-01-01=123 2024-02-02=124 2025-02-01=125
        organization:oecd: 1990-06-01=24 1997-01-01=29 2001-01-01=30 2011-01-01=34 2017-01-01=35 2019-01-01=36 2021-01-01=37 2022-01-01=38
        organization:un: 1990-01-01=159 1993-01-31=180 1995-06-01=185 2001-01-01=189 2007-01-01=192 2012-01-01=193
        format:schengen: 1995-06-01=7 2002-01-01=15 2009-01-01=25 2012-01-01=26 2023-06-01=27 2024-06-01=29
        format:eurozone: 1999-06-01=11 2002-01-01=12 2010-01-01=16 2014-06-01=18 2015-06-01=19 2023-06-01=20 2026-01-02=21
        organization:commonwealth: 1995-12-31=53 2010-01-01=54 2014-01-01=53 2017-01-01=52 2021-01-01=54 2023-01-01=56
        organization:ecowas: 1990-01-01=16 2001-01-01=15 2025-06-01=12
        organization:eac: 2001-01-01=3 2008-01-01=5 2017-01-01=6 2023-01-01=7 2024-06-01=8
        organization:sadc: 1995-01-01=11 1998-01-01=14 2005-01-01=13 2009-01-01=15 2018-01-01=16
        organization:eccas: 2010-01-01=10 2017-01-01=11
        organization:cis: 1994-01-01=11 2006-01-01=10 2010-01-01=9
        organization:csto: 2003-01-01=6 2007-01-01=7 2013-01-01=6
        organization:eaeu: 2014-12-31=0 2015-02-01=4 2016-01-01=5
        organization:sco: 2002-01-01=6 2018-01-01=8 2023-08-01=9 2024-08-01=10
        organization:mercosur: 1995-01-01=4 2013-01-01=5 2025-01-01=5
        organization:andean-community: 2000-01-01=5 2010-01-01=4
        organization:caricom: 2005-01-01=15
        organization:alba: 2010-06-01=8 2015-01-01=11
        organization:oas: 1991-12-31=35 2024-01-01=34
        organization:celac: 2012-01-01=33
        organization:apec: 1989-12-31=12 1992-01-01=15 1994-01-01=17 1995-01-01=18 1999-01-01=21
        organization:cptpp: 2018-12-31=6 2019-06-01=7 2023-12-31=11 2025-06-01=12
        organization:rcep: 2022-01-02=10 2023-07-01=15
        organization:iora: 2000-01-01=19 2018-12-31=22 2021-01-01=23
        organization:efta: 1993-01-01=7 2000-01-01=4
        organization:oif: 2023-01-01=51
        organization:pacific-islands-forum: 2000-01-01=16 2017-01-01=18
        organization:pacific-community: 2010-01-01=26
        organization:afdb: 2012-01-01=77 2025-01-01=81
        organization:isdb: 2025-01-01=57
        format:aosis: 2020-01-01=39
        organization:ndb: 2016-01-01=5 2022-01-01=7
        format:east-asia-summit: 2006-01-01=16 2012-01-01=18 2025-11-01=19
        format:g7: 1990-01-01=7
        format:g8: 2000-01-01=8 2015-01-01=0
        format:g20: 2010-01-01=20 2024-01-01=21
        format:g77: 2024-06-01=135
        format:brics: 2025-06-01=10
        format:visegrad-group: 1992-01-01=3 2000-01-01=4
        format:mtcr: 1987-06-01=7 2003-01-01=33 2017-01-01=35
        format:wassenaar-arrangement: 1997-01-01=33 2018-01-01=42
        format:australia-group: 2019-01-01=42
        format:nuclear-suppliers-group: 2014-01-01=48
        format:european-political-community: 2022-12-01=44 2023-07-01=47
        format:17+1: 2013-01-01=17 2020-01-01=18 2022-12-31=15
    ";
    let mut wrong = Vec::new();
    for line in counts.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (group, on_days) = line.split_once(": ").expect("a group and its days");
        for (on, count) in on_days.split(' ').map(|day| day.split_once('=').expect("a day and a count")) {
            let members = members(group, on);
            if members.len().to_string() != count {
                wrong.push(format!("{group} on {on}: {} and not {count}: {members:?}", members.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Five permanent and ten elected members, every year.
#[test]
fn members_of_the_security_council() {
    for year in 1989..=2026 {
        let on = date(&format!("{year}-06-15"));
        let members = Gazetteer::embedded().members("organization:un-security-council", on);
        assert_eq!(members.count(), 15, "in {year}");
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
