//! Is it the name of somebody who holds no office: private people, athletes, writers?

use crate::common::{finds, found};
use crate::{ids, officials};

#[test]
fn private_people_with_the_names_of_officials() {
    for text in [
        "James Baker, a plumber from Ohio, won the lottery.",
        "James Baker, a retired teacher from Kent, won the lottery.",
        "James Baker, an electrician who rewired his first house, won the lottery.",
        "James Baker, the baker of the village, won the lottery.",
        "They sent carpenter James Baker a cheque.",
        "Drummer James Baker left the band.",
        "James Baker the baritone sang.",
        "Reporting by James Baker and Vera Vosberg",
        "By James Baker in Vosberg",
        "A hymn by James Baker-Price was sung.",
    ] {
        finds("", text, &[]);
    }
    for text in [
        "James Baker, a former secretary of state, won.",
        "James Baker, a lawyer and former secretary of state, won.",
        "James Baker, a Texan, won.",
        "James Baker, the envoy of the day, won.",
        "It was written by James Baker in haste.",
        "James Baker went there. James Baker, a lawyer, won.",
    ] {
        assert!(!ids("", text, "James Baker").is_empty(), "{text}: {:?}", found("", text));
    }
}

#[test]
fn lists_of_first_names() {
    for text in [
        "Jordan, Chad and Georgia ran.",
        "Jordan, Emily and Chad ran.",
        "Emma, Jordan and Chad ran the relay.",
        "Tyler and Jordan ran.",
        "A pass by K. Jordan went wide.",
        "5. Jordan (USA), bronze, wept.",
        "Bronze went to Jordan (USA).",
        "The shop is that of Israel & Sons.",
        "By Georgia Hartley in Vosberg and Chad Brown",
        "They thanked Chad Washington of the club.",
        "She is survived by a son, Jordan.",
        "Their friend Jordan was let off.",
        "The ship was found by Chad, my producer.",
        "The ship was found by Chad, a roofer.",
        "It tells of the last days of Chad Bell and his dog.",
        "Dear Jordan, it rains.",
        "Chad, you were late.",
        "Georgia and I were late.",
        "Two sons, Chad and Jordan, survive.",
        "Jordan and Emily Welcome First Child at Home",
        "They met at the Jordan-Hare Stadium.",
    ] {
        let land: Vec<String> = found("", text).into_iter().filter(|mention| !mention.ends_with("country:US")).collect();
        assert!(land.is_empty(), "{text}: {land:?}");
    }
    for (text, count) in [
        ("Jordan, Chad and Georgia signed in Geneva with Sudan.", 4),
        ("Israel and Jordan signed.", 2),
        ("Egypt, Jordan and Israel signed.", 3),
        ("The leader of Jordan, Abdullah, came.", 1),
        ("Trade of Israel & Jordan grew.", 2),
        ("Aid went to Chad (Sudan gets none).", 2),
        ("It is a friend of Jordan, he said.", 1),
        ("Aid went to Chad, a poor desert country.", 1),
        ("They spoke of Chad, his first post.", 1),
        ("He spoke in Georgia and Emily in Chad.", 2),
        ("In Chad, you were late.", 1),
        ("Once in Georgia and Israel I was late.", 2),
        ("Jordan and Egypt Welcome First Envoy at Home", 2),
        ("They met at the Jordan-Egypt Institute.", 1),
    ] {
        let lands = found("", text).into_iter().filter(|mention| mention.contains(" country:")).count();
        assert_eq!(lands, count, "{text}: {:?}", found("", text));
    }
    let sport = "The Jordan cars were fifth after ten laps; the grand prix was won from the podium.";
    finds("", sport, &[]);
    assert_eq!(ids("", "The Jordan talks were fifth on the list of the meeting.", "Jordan"), ["country:JO"]);
}

#[test]
fn private_bearers_of_a_rare_name() {
    officials(&[
        ("", "Kevin Rudd, the plumber, came at nine.", "Kevin Rudd", &[]),
        ("", "Kevin Rudd, a plumber from Leeds, came.", "Kevin Rudd", &[]),
        ("", "The dead: Tony Abbott, trombonist, 77; Joe Clark, butcher, 90.", "Tony Abbott", &[]),
        ("", "A George Bush, no relation, sells cars.", "George Bush", &[]),
        ("", "Margaret Thatcher, no relation, sells cars.", "Margaret Thatcher", &[]),
        // An official of that work: the country is spoken of, the work is former, or others in office stand beside a head.
        ("", "Germany mourns. Angela Merkel, a physicist, came.", "Angela Merkel", &["angela-merkel"]),
        ("", "Nicolas Maduro, a former bus driver, came.", "Nicolas Maduro", &["nicolas-maduro"]),
        ("2013-04-20", "Nicolas Maduro drove. Jose Mujica, a flower farmer, walked.", "Jose Mujica", &["jose-mujica"]),
        ("2015-01-10", "Michael Gove came. Tony Abbott, 12, of Cork sang.", "Tony Abbott", &[]),
        ("2003-01-10", "A George Bush speech was read.", "George Bush", &["george-w-bush"]),
    ]);
}

#[test]
fn work_before_a_surname() {
    officials(&[
        ("", "Judge Straw rose. Jack Straw was away.", "Straw", &[]),
        ("", "Jack Straw came. Then coach Straw spoke.", "Straw", &[]),
        ("", "Jack Straw came. Then Mr. Straw spoke.", "Straw", &["jack-straw"]),
    ]);
}

#[test]
fn writers_named_in_brackets() {
    officials(&[
        ("", "Prices rose. (Reporting by Gordon Brown; Editing by John Major)", "Gordon Brown", &[]),
        ("", "Prices rose. (Reporting by Gordon Brown; Editing by John Major)", "John Major", &[]),
        ("", "Prices rose (by then Gordon Brown was away; by noon John Major was).", "Gordon Brown", &["gordon-brown"]),
    ]);
}

#[test]
fn surnames_of_others_beside_officials() {
    officials(&[
        // Somebody else's work, a town, half of a given name.
        ("2005-01-15", "Tony Blair bought it. It has the frontman Bono of Spain.", "Bono", &[]),
        ("2005-01-15", "Tony Blair bought it. Spain sent Bono to the talks.", "Bono", &["jose-bono"]),
        ("2005-01-15", "Tony Blair said he would visit Manchester, Liverpool and Leeds.", "Liverpool", &[]),
        ("2005-01-15", "Dominica's President Liverpool spoke.", "Liverpool", &["nicholas-liverpool"]),
        ("2005-01-15", "In Spain Bono, a plumber, spoke.", "Bono", &[]),
        ("2005-01-15", "In Spain Bono spoke.", "Bono", &["jose-bono"]),
        ("2005-11-15", "Jean-Francois Theodore spoke in Canada.", "Jean", &[]),
        ("2005-01-15", "Euronext chief Jean-Francois Theodore will meet his counterpart.", "Jean", &[]),
        ("2005-11-15", "Governor General Jean spoke in Canada.", "Jean", &["michaelle-jean"]),
        // An ambassador is known by the surname right beside the country alone.
        ("2005-01-15", "Firms such as Dell sold less. The United States sold more.", "Dell", &[]),
        ("2005-01-15", "Tony Blair came. Firms such as Dell sold less. The United States sold more.", "Dell", &[]),
        ("2017-06-05", "Libya's Haftar spoke.", "Haftar", &["khalifa-haftar"]),
        ("2017-06-05", "Haftar spoke in Libya.", "Haftar", &[]),
        // A name that many bear is not that of somebody who comes into office years later.
        ("2005-01-15", "They hired Phil Murphy for the second row.", "Phil Murphy", &[]),
        ("2010-06-05", "They hired Phil Murphy for the second row.", "Phil Murphy", &["phil-murphy"]),
        // The premier of a territory is not meant without its name.
        ("2012-11-25", "Bush Signs Homeland Security Bill", "Bush", &[]),
        ("2012-11-25", "In the Cayman Islands Bush signed the bill.", "Bush", &["mckeeva-bush"]),
    ]);
}

#[test]
fn strangers_in_stories_of_private_life() {
    let none: &[&str] = &[];
    for text in [
        "A plumber told the court that Theresa May's tap had dripped for a year.",
        "Nick Clegg of Poole was third. David Cameron, 14, won.",
        "Mr Al Gore of Pine Street says the town is too dear.",
    ] {
        finds("2010-06-14", text, none);
    }
    for (text, wanted) in [
        ("A plumber told the minister that Theresa May's tap had dripped.", "Theresa May official:theresa-may"),
        ("A plumber mended Theresa May's tap in Britain.", "Theresa May official:theresa-may"),
        ("Nick Clegg of the Liberal party was third.", "Nick Clegg official:nick-clegg"),
        ("Al Gore of Tennessee was there.", "Al Gore official:al-gore"),
    ] {
        assert!(found("2010-06-14", text).contains(&wanted.to_owned()), "{text}: {:?}", found("2010-06-14", text));
    }
}

#[test]
fn athletes_with_a_surname_of_many() {
    let none: &[&str] = &[];
    finds("2004-06-24", "The goalkeeper saved twice before Rui Costa scored in the penalty shootout.", none);
    assert_eq!(ids("2024-06-24", "Rui Costa, the chief of staff, spoke of Brazil.", "Rui Costa").len(), 1);
}

#[test]
fn names_that_go_on_as_those_of_others() {
    for (text, wanted) in [
        ("Abdul Sattar Edhi founded a hospital in Pakistan.", &["Pakistan country:PK"][..]),
        ("Abdul Sattar founded a hospital in Pakistan.", &["Abdul Sattar official:abdul-sattar", "Pakistan country:PK"]),
        ("Police held Muhammad Farid Bin Jalaluddin.", &[]),
        ("Police held Muhammad Farid.", &["Muhammad Farid official:mohamed-farid-hegazy"]),
        ("Men such as Hassan Ali Dhore of Somalia died.", &["Somalia country:SO"]),
        ("Men such as Hassan Ali of Somalia died.", &["Hassan official:hassan-ali-khayre", "Somalia country:SO"]),
    ] {
        finds("2017-03-10", text, wanted);
    }
}

#[test]
fn heads_in_reports_of_sport() {
    officials(&[
        ("1997-02-12", "The goalkeeper lost 1-0. John Major, in the royal box, left early.", "John Major", &["john-major"]),
        ("1997-02-12", "The goalkeeper lost 1-0. John Major scored.", "John Major", &["john-major"]),
        ("1997-02-12", "The goalkeeper lost 1-0. Scorers: John Major (23), Ian Foot.", "John Major", &[]),
        ("2004-02-12", "The goalkeeper lost 1-0. John Major, in the royal box, left early.", "John Major", &[]),
    ]);
}

/// A minister of a frequent name is meant in a report of sport where politics is spoken of, not where only the country is.
#[test]
fn ministers_in_reports_of_sport() {
    let name = "Paul O'Neill";
    officials(&[
        ("2001-05-01", "In the United States Paul O'Neill hit a homer, and the inning ended 4-3.", name, &[]),
        (
            "2001-05-01",
            "In the United States Paul O'Neill of the cabinet saw a homer, and the inning ended 4-3.",
            name,
            &["paul-h-oneill"],
        ),
        ("2001-05-01", "In the United States Paul O'Neill saw a match, and it ended well.", name, &["paul-h-oneill"]),
        ("2001-05-01", "Paul O'Neill drove in two runs and the Yankees won an American game 6-2.", name, &[]),
    ]);
}

/// A post that nobody heard of makes a namesake of the name of somebody long out of office.
#[test]
fn posts_elsewhere() {
    officials(&[
        ("2017-03-01", "Theresa May, president of Acme, spoke.", "Theresa May", &["theresa-may"]),
        ("2010-05-01", "Tony Blair, chairman of the Acme Fund, spoke.", "Tony Blair", &["tony-blair"]),
        ("2047-05-01", "Tony Blair, chairman of the Acme Fund, spoke.", "Tony Blair", &[]),
        ("2027-05-01", "John Major, chairman of the African Union, spoke.", "John Major", &["john-major"]),
        ("2027-05-01", "John Major, chairman of the Acme Union, spoke.", "John Major", &[]),
        ("2027-05-01", "John Major, prime minister of the Nineties, spoke.", "John Major", &["john-major"]),
        ("2017-05-01", "Acme's Gerhard Schroeder came to Germany.", "Gerhard Schroeder", &["gerhard-schroder"]),
        ("2017-05-01", "Acme's Gerhard Schroeder came to town.", "Gerhard Schroeder", &[]),
    ]);
}

#[test]
fn whole_names_that_go_on_with_a_surname() {
    for text in ["It was his brother Harold Wilson Pike who left.", "The student Theresa May Johnson left."] {
        finds("", text, &[]);
    }
    finds("", "It was Harold Wilson who left.", &["Harold Wilson official:harold-wilson"]);
    finds("", "It was said by Harold Wilson Long-time friends left.", &["Harold Wilson official:harold-wilson"]);
    finds("", "It was seen by Harold Wilson Monday.", &["Harold Wilson official:harold-wilson"]);
}

#[test]
fn ships_with_an_article() {
    for text in [
        "The carriers Nimitz and the John F. Kennedy were far off.",
        "The Gerald R. Ford is the Navy's newest carrier.",
        "Sailors of the Ronald Reagan left.",
    ] {
        finds("", text, &[]);
    }
    finds("2019-02-28", "The Queen Elizabeth class is a fine one: its ships cost a lot.", &[]);
    finds("2019-02-28", "Queen Elizabeth class is rare.", &["Queen office:GB/monarch", "Elizabeth official:elizabeth-ii"]);
    finds("", "On the carrier they met Bill Clinton for an hour.", &["Bill Clinton official:bill-clinton"]);
    let text = "It was a time for the Ronald Reagan of the films.";
    finds("", text, &["Ronald Reagan official:ronald-reagan"]);
    finds("", "A ship left. It was the Ronald Reagan administration that sent it.", &["Ronald Reagan official:ronald-reagan"]);
}

#[test]
fn namesakes_of_who_was_named() {
    // In a headline.
    let text = "Ariel Sharon Meets Envoy\nSharon Stone Opens Film Week";
    finds("2002-09-12", text, &["Ariel Sharon official:ariel-sharon"]);
    let text = "Ariel Sharon Meets Envoy\nSharon Opens Film Week";
    finds("2002-09-12", text, &["Ariel Sharon official:ariel-sharon", "Sharon official:ariel-sharon"]);
    // A town.
    let (toledo, name) = ("Alejandro Toledo official:alejandro-toledo", "Toledo official:alejandro-toledo");
    finds("2001-09-12", "Alejandro Toledo danced; in Toledo, Ohio, nobody did.", &[toledo]);
    finds("2001-09-12", "Alejandro Toledo danced; by Toledo, Ohio is unseen.", &[toledo, name]);
    // Who is called so by the given name goes by the surname further on.
    let carter = "Jimmy Carter official:jimmy-carter";
    let text = "Jimmy Carter went to Haiti. A lieutenant, Carter Powell, turned round. He saw that Carter beamed.";
    finds("1994-09-19", text, &[carter, "Haiti country:HT", "Carter official:jimmy-carter"]);
}

#[test]
fn names_at_the_start_of_a_line() {
    let text = "ITALY ORDERS STIMULUS\nKERRY IN MOSCOW FOR SYRIA TALKS\nOBAMA MEETS KERRY";
    assert_eq!(ids("2016-07-14", text, "OBAMA"), ["official:barack-obama"]);
    let text = "JORDAN SPIETH LEADS AT TROON\nABE ORDERS STIMULUS IN JAPAN";
    assert_eq!(ids("2016-07-14", text, "ABE"), ["official:shinzo-abe"]);
    // A paragraph that is broken at some column.
    let text = "It was said at great length in the old hall by the daughter Chelsea\nClinton that the talks would go on.";
    assert_eq!(ids("1996-07-14", text, "Clinton"), [] as [&str; 0]);
}

#[test]
fn names_that_go_on_as_nobodys_who_is_known() {
    finds("2017-03-20", "It was said by Li Li, who left.", &[]);
    finds("2017-03-20", "It was said by Li Li, a student. Li Keqiang laughed.", &["Li Keqiang official:li-keqiang"]);
    // Of another house.
    for (text, count) in [
        ("It was said by Prime Minister Saad al-Vosbergi.", 0),
        ("It was said by Prime Minister Saad al-Hariri.", 1),
        ("It was said by Kuwait's emir, Sabah al-Ahmad.", 1),
        ("It was said by Kuwait's emir, Sabah al-Vosbergi.", 0),
    ] {
        let officials = found("2017-03-20", text).into_iter().filter(|mention| mention.contains(" official:")).count();
        assert_eq!(officials, count, "{text}");
    }
    // Behind the whole name of somebody else.
    let text = "Simon Harris opened it. It was said by Minister Harris that it would rain.";
    assert_eq!(ids("2017-02-07", text, "Harris"), [] as [&str; 0]);
    let text = "Simon Harris opened it in Saint Kitts and Nevis. It was said by Minister Harris that it would rain.";
    assert_eq!(ids("2017-02-07", text, "Harris"), ["official:timothy-harris"]);
    // A town.
    finds("2017-02-07", "They met in Newark and Elizabeth, NJ, it was said.", &[]);
}
