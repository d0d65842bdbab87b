//! Whose name is it: of two bearers, of a private person, of a country or of somebody called like it, of a work of art.
#![cfg(feature = "history")]

mod common;

use common::found;
use demarche::Extractor;

/// The ids of the mentions with this text.
fn ids(as_of: &str, text: &str, surface: &str) -> Vec<String> {
    let prefix = format!("{surface} ");
    let ids = found(as_of, text).into_iter().filter_map(|mention| mention.strip_prefix(&prefix).map(str::to_owned));
    ids.filter(|id| !id.contains(' ')).collect()
}

/// Whether nothing is found in a text but what is listed.
#[track_caller]
fn finds(as_of: &str, text: &str, wanted: &[&str]) {
    assert_eq!(found(as_of, text), wanted, "{text}");
}

#[test]
fn titles_of_women_and_men() {
    for (text, surface, wanted) in [
        ("Bill Clinton came. Mrs. Clinton left.", "Clinton", &[][..]),
        ("Bill Clinton came. Mrs Clinton left.", "Clinton", &[]),
        ("Bill Clinton came. Mr. Clinton left.", "Clinton", &["official:bill-clinton"]),
        ("Hillary Clinton and Bill Clinton came. Mrs. Clinton left.", "Clinton", &["official:hillary-clinton"]),
        ("Bill Clinton and Hillary Clinton came. Mr. Clinton left.", "Clinton", &["official:bill-clinton"]),
        ("Hillary Clinton came. Mr. Clinton stayed.", "Clinton", &[]),
        ("Boris Yeltsin came. Mrs Yeltsin left.", "Yeltsin", &[]),
        ("Hosni Mubarak came. Mrs. Mubarak left.", "Mubarak", &[]),
        // `Ms` goes with a woman's own name, if she is the one who was named.
        ("Nicola Sturgeon came. Ms Sturgeon left.", "Sturgeon", &["official:nicola-sturgeon"]),
        ("Nicola Sturgeon came. Mrs Sturgeon left.", "Sturgeon", &[]),
        ("Ms Sturgeon left.", "Sturgeon", &[]),
        ("Bill Clinton came. Ms. Clinton left.", "Clinton", &[]),
        ("Enda Kenny came. Mr Kenny left.", "Kenny", &["official:enda-kenny"]),
        // Known by a row of their own, or by the given name.
        ("Benazir Bhutto came. Mrs. Bhutto left.", "Bhutto", &["official:benazir-bhutto"]),
        ("Park Geun-hye came. Ms. Park left.", "Park", &["official:park-geun-hye"]),
        ("Angela Merkel came. Frau Merkel left.", "Merkel", &["official:angela-merkel"]),
        ("The prime minister, Mrs Merkel-Vosberg, left.", "Merkel", &[]),
        // A title that tells nothing.
        ("Hillary Clinton came. Dr. Clinton left.", "Clinton", &["official:hillary-clinton"]),
    ] {
        assert_eq!(ids("", text, surface), wanted, "{text}");
    }
}

#[test]
fn company_tells_namesakes_apart_without_a_date() {
    for (text, surface, wanted) in [
        ("President Bush spoke to Mikhail Gorbachev and Brent Scowcroft.", "Bush", "george-h-w-bush"),
        ("President Bush spoke to Tony Blair and Donald Rumsfeld.", "Bush", "george-w-bush"),
        ("In 1991 President Bush went to war.", "Bush", "george-h-w-bush"),
        ("In 2006 President Bush went to Iraq.", "Bush", "george-w-bush"),
        ("Mikhail Gorbachev and Brent Scowcroft were met by George Bush.", "George Bush", "george-h-w-bush"),
        ("The Azerbaijani President Aliyev met Boris Yeltsin in 1996.", "Aliyev", "heydar-aliyev"),
        ("The Azerbaijani President Aliyev met Emmanuel Macron.", "Aliyev", "ilham-aliyev"),
    ] {
        assert_eq!(ids("", text, surface), [format!("official:{wanted}")], "{text}");
    }
    let confidence = |text: &str| {
        let mentions = Extractor::embedded().extract(text);
        mentions.into_iter().find(|mention| mention.text() == "Bush").expect("a mention").confidence()
    };
    let (told, untold) = ("President Bush spoke to Brent Scowcroft.", "President Bush spoke to reporters.");
    assert!(confidence(told) > confidence(untold) && confidence(untold) <= 0.7);
    // The date decides where there is one.
    assert_eq!(ids("2003-05-01", "In 1991 President Bush went to war.", "Bush"), ["official:george-w-bush"]);
}

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
fn states_among_states() {
    finds("", "Deal won in Georgia and Susana Martinez in New Mexico.", &[]);
    finds("", "Voters in Georgia, Ohio and Texas stood in line.", &[]);
    assert_eq!(ids("", "Georgia and Ukraine sent envoys to Ohio.", "Georgia"), ["country:GE"]);
    assert_eq!(ids("", "Voters in Georgia stood in line.", "Georgia"), ["country:GE"]);
}

#[test]
fn titles_of_works_in_quotes() {
    for text in [
        "She sang “Georgia of Our Minds” as an encore, her best song.",
        "The film \"Letters from Brazil\" opens the festival.",
        "His novel 'A Winter in Albania' sold well.",
        "Ray Charles sang Georgia on My Mind.",
    ] {
        finds("", text, &[]);
    }
    for (text, surface) in [
        ("The report \"Letters from Brazil\" was sent to the ministry.", "Brazil"),
        ("The film was shot \"in Brazil\", he said.", "Brazil"),
        ("\"Brazil will see the film,\" he said.", "Brazil"),
        ("The song was a hit in Albania, 'Vosberg' said.", "Albania"),
    ] {
        assert_eq!(ids("", text, surface).len(), 1, "{text}");
    }
}

#[test]
fn given_names_behind_a_surname_however_cut() {
    for (name, wanted) in [
        ("Xi Jin-ping", "xi-jinping"),
        ("Xi Jin Ping", "xi-jinping"),
        ("Li Ke-qiang", "li-keqiang"),
        ("Park Geunhye", "park-geun-hye"),
        ("Hu Jin Tao", "hu-jintao"),
    ] {
        finds("", &format!("It was said by {name}, who left."), &[&format!("{name} official:{wanted}")]);
    }
    finds("", "It was said by Xi Jin-wei, who left.", &[]);
    finds("", "It was said by Li Ke-ming, who left.", &[]);
}

#[test]
fn lines_of_capitals_however_short() {
    finds("", "WHO WON?", &[]);
    finds("", "WHO WAS OSCAR", &[]);
    finds("", "US", &["US country:US"]);
    finds("", "UN, WHO", &["UN organization:un", "WHO organization:who"]);
}

#[test]
fn roles_before_a_comma_and_a_person() {
    let offices = |text: &str| found("", text).into_iter().filter(|mention| mention.contains(" office:")).count();
    assert_eq!(offices("The secretary-general, Kofi Annan, spoke."), 1);
    assert_eq!(offices("He sent his foreign minister, Yukihiko Ikeda, to Lima."), 1);
    assert_eq!(offices("He sent his gardener, Yukihiko Ikeda, to Lima."), 0);
    assert_eq!(offices("He sent a foreign minister, Yukihiko Ikeda, to Lima."), 0);
    assert_eq!(offices("He sent his finance minister, Kofi Annan, to Lima."), 0);
    assert_eq!(
        found("2017-01-05", "President-elect Trump spoke."),
        ["President office:US/president", "Trump official:donald-trump"]
    );
}

#[test]
fn colleagues_support_a_whole_name() {
    let text = "Scott Morrison and Peter Dutton spoke. Julie Bishop left.";
    assert_eq!(ids("2018-08-24", text, "Julie Bishop"), ["official:julie-bishop"]);
    finds("2018-08-24", "Two men spoke. Julie Bishop left.", &[]);
    let listed = "There sat Laurent Fabius, Wang Yi, Sergey Lavrov and nobody else.";
    assert_eq!(ids("2013-11-24", listed, "Wang Yi"), ["official:wang-yi"]);
    finds("2013-11-24", "There sat Anna, Wang Yi, Peter and nobody else.", &[]);
}

#[test]
fn dashes_and_columns_end_a_name() {
    assert_eq!(ids("", "TBILISI, Georgia - Power was cut.", "Georgia"), ["country:GE"]);
    finds("", "The shares of Georgia Power fell.", &[]);
    assert_eq!(ids("", "Japan     Nikkei     18,003.40", "Japan"), ["country:JP"]);
    finds("", "It was said that Japan Nikkei fell.", &[]);
}

#[test]
fn teams_called_like_a_capital_or_a_country() {
    for text in [
        "NHL ice hockey: Ottawa 3 Florida 2 (OT)",
        "Results of college football games:\nChicago 31 Washington 24\nWashington 28 Ohio 24",
        "Basketball: the Bulls play Washington next in the playoffs.",
        "Washington beat Georgia 24-17 in the football playoffs.",
        "Georgia beat Washington 24-17 in the football playoffs.",
        "The Georgia quarterback was sacked in the football final.",
        "The Washington quarterback was sacked in the football final.",
        "Grand prix, third lap: 4. Martin Brundle (Britain) Jordan, 5. Vosberg (Brazil) Jordan; 6. Anna Vosberg (France) Estonia.",
    ] {
        let left = found("", text)
            .into_iter()
            .filter(|mention| ["JO", "EE", "GE", "US/", "CA/"].iter().any(|id| mention.contains(&format!(":{id}"))));
        assert_eq!(left.count(), 0, "{text}: {:?}", found("", text));
    }
    for (text, surface) in [
        // No report of sport.
        ("Talks in Washington beat no record.", "Washington"),
        ("Ottawa 3 years ago was another town.", "Ottawa"),
        // The town.
        ("Swimming, 100 metres freestyle: a record set in Canberra 21 July", "Canberra"),
        ("Soccer, cup final: OTTAWA 22 August", "OTTAWA"),
        ("In the football playoffs they meet in Washington next.", "Washington"),
        // The country.
        ("Georgia beat Wales 24-17 in the football playoffs.", "Georgia"),
        ("Georgia beat Armenia 24-17 in the football playoffs, the quarterback said.", "Georgia"),
        ("Soccer, final: Germany (DE) Jordan (JO) 2-0", "Jordan"),
        ("He was born there (in Britain) Jordan said so.", "Jordan"),
    ] {
        assert!(!ids("", text, surface).is_empty(), "{text}: {:?}", found("", text));
    }
}

#[test]
fn sorts_of_things_called_after_a_people() {
    for text in [
        "Irish setters and Portuguese sheepdogs won.",
        "Two Egyptian Mau cats slept.",
        "They ate French fries with French mustard.",
    ] {
        finds("", text, &[]);
    }
    assert_eq!(found("", "Irish settlers, Portuguese shepherds and French friars won.").len(), 3);
}

#[test]
fn surnames_of_ranks_initials_and_kin() {
    for text in [
        "It was said by Detective Holland, who left.",
        "The bat of G. French, who left, was sold.",
        "G. French left.",
        "He left with his wife India for the coast.",
        "Kenya Moore Joins New Show in Atlanta",
    ] {
        finds("", text, &[]);
    }
    for text in [
        "Major French banks fell.",
        "They met in Group C. French fans left.",
        "It is with his friend India for the coast.",
        "The wife India chose left.",
        "Kenya King Joins New Show in Atlanta",
    ] {
        assert_eq!(found("", text).len(), 1, "{text}");
    }
}

#[test]
fn a_surname_that_is_a_town_of_a_country() {
    finds("1996-11-14", "A refugee wept near Goma, Zaire, on Friday.", &["Zaire country:CD"]);
    assert_eq!(found("1996-11-14", "A refugee wept near Mobutu, Zaire's president, on Friday.").len(), 2);
}

#[test]
fn hashtags_join_the_words_of_a_name() {
    assert_eq!(found("", "Now in #SouthKorea, next #CentralAsia"), ["SouthKorea country:KR", "CentralAsia region:central-asia"]);
    finds("", "Now in Southkorea and centralAsia", &[]);
}

/// The ids of every mention with this text must be those wanted, each without `official:`.
#[track_caller]
fn officials(rows: &[(&str, &str, &str, &[&str])]) {
    for (as_of, text, surface, wanted) in rows {
        let wanted: Vec<String> = wanted.iter().map(|id| format!("official:{id}")).collect();
        assert_eq!(ids(as_of, text, surface), wanted, "{as_of} {text}");
    }
}

#[test]
fn generations() {
    officials(&[
        ("", "Donald Trump Jr. spoke.", "Donald Trump", &[]),
        ("", "Al Gore III and Donald Trump, Sr., spoke.", "Al Gore", &[]),
        ("", "Ferdinand Marcos Jr. spoke.", "Ferdinand Marcos Jr.", &["ferdinand-marcos-jr"]),
        ("", "Joseph R. Biden, Jr. spoke.", "Joseph R. Biden", &["joe-biden"]),
        ("", "Donald Trump, in red, spoke.", "Donald Trump", &["donald-trump"]),
    ]);
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
fn words_that_are_no_surnames() {
    officials(&[
        ("", "It came. Key figures rose. John Key spoke.", "Key", &[]),
        ("", "John Key spoke. Key figures rose.", "Key", &[]),
        ("", "John Key spoke. Key said they rose.", "Key", &["john-key"]),
        ("", "John Key spoke. Key's figures rose.", "Key", &["john-key"]),
        ("", "Ban Ki-moon spoke. Ban the bomb, they cried.", "Ban", &[]),
        ("", "Theresa May spoke of the May elections.", "May", &[]),
        ("", "Theresa May spoke, and people told May that it was late.", "May", &["theresa-may"]),
        ("1998-08-17", "They sat: Senator Orrin Hatch, Sen. Joseph Biden.", "Sen", &[]),
        ("1998-08-17", "Orrin Hatch and Hun Sen met. Sen was late.", "Sen", &["hun-sen"]),
    ]);
}

#[test]
fn somebody_else_named_since() {
    officials(&[
        ("", "Manmohan Singh came. A waiter, Ravi Singh, said Singh was late.", "Singh", &[]),
        ("", "Manmohan Singh came. Singh spoke. Ravi Singh left. Later Singh slept.", "Singh", &["manmohan-singh"; 2]),
        ("", "Manmohan Singh watched the match. The batsman Ravi Singh and the bowler left. Singh took a wicket.", "Singh", &[]),
    ]);
}

#[test]
fn which_of_two_named_before() {
    officials(&[
        // The one whom the name has meant alone, among equals of one country.
        ("2018-04-27", "Kim Jong Un came. Kim spoke. Kim Yong Nam left. Then Kim sat.", "Kim", &["kim-jong-un"; 2]),
        ("2018-04-27", "Kim Jong Un came. Kim Yong Nam left. Then Kim sat.", "Kim", &["kim-yong-nam"]),
        // The one whose country the sentence is about.
        (
            "2000-06-14",
            "Kim Dae-jung came. Kim Jong-il came, too. In South Korea people said Kim smiled.",
            "Kim",
            &["kim-dae-jung"],
        ),
        ("2000-06-14", "Kim Dae-jung came. Kim Jong-il came, too. People said Kim smiled.", "Kim", &["kim-jong-il"]),
        // The one in office, though another is named in full.
        ("1998-08-17", "On that day Clinton spoke. Hillary Clinton was away.", "Clinton", &["bill-clinton"]),
        ("2010-08-17", "On that day Clinton spoke. Hillary Clinton was away.", "Clinton", &["hillary-clinton"]),
        (
            "2002-03-28",
            "Crown Prince Abdullah came. King Abdullah of Jordan did not.",
            "Abdullah",
            &["abdullah-of-saudi-arabia", "abdullah-ii-of-jordan"],
        ),
    ]);
}

#[test]
fn side_by_side_with_an_official() {
    officials(&[
        ("2022-05-30", "In Suva Frank Bainimarama and Wang Yi faced reporters.", "Wang Yi", &["wang-yi"]),
        ("", "In Suva Jo Vosberg and Wang Yi faced reporters.", "Wang Yi", &[]),
        ("2005-09-13", "On that day Putin and Bush met.", "Bush", &["george-w-bush"]),
        ("2005-09-13", "On that day Bush and Putin met.", "Bush", &["george-w-bush"]),
        ("2005-09-13", "On that day Bush and Vosberg met.", "Bush", &[]),
        ("1993-10-04", "Clinton, Major and Kohl took Yeltsin's side.", "Clinton", &["bill-clinton"]),
        ("1993-10-04", "Clinton, Major and Kohl took Vosberg's side.", "Clinton", &[]),
        // In one sentence with an official: a head, or the one in office who bears a rare name.
        ("1994-09-18", "On that day Jean-Bertrand Aristide told Clinton much.", "Clinton", &["bill-clinton"]),
        ("1994-09-18", "On that day Roy Vosberg told Clinton much.", "Clinton", &[]),
        ("2022-07-22", "Antonio Guterres came. Then Kuleba came.", "Kuleba", &[]),
        ("2022-07-22", "Antonio Guterres came to Ukraine. Then Kuleba came.", "Kuleba", &["dmytro-kuleba"]),
        ("2022-07-22", "A guest came. Then Kuleba came.", "Kuleba", &[]),
    ]);
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

#[test]
fn surnames_that_open_a_headline() {
    officials(&[
        ("2002-11-25", "Bush Signs Homeland Security Bill", "Bush", &["george-w-bush"]),
        ("1990-11-25", "BUSH ORDERS TROOPS TO DESERT", "BUSH", &["george-h-w-bush"]),
        ("", "CLINTON SAYS WELFARE BILL IS FAIR", "CLINTON", &["bill-clinton"]),
        ("2002-11-25", "Bush Catches Fire Near Homeland Security Office", "Bush", &[]),
        ("2012-11-25", "Bush Signs Homeland Security Bill", "Bush", &[]),
    ]);
}

#[test]
fn names_of_times_things_and_ships() {
    officials(&[
        ("2019-05-10", "They read Clinton-era rules.", "Clinton", &["bill-clinton"]),
        ("2019-05-10", "They read Obama-era rules.", "Obama", &["barack-obama"]),
        ("2019-05-10", "They read Clinton-like rules.", "Clinton", &[]),
        ("", "Anti-Putin marchers met pro-Trump truckers.", "Putin", &["vladimir-putin"]),
        ("", "Vosberg-Putin met them.", "Putin", &[]),
        ("", "They met at the Yitzhak Rabin Center.", "Yitzhak Rabin", &[]),
        ("", "They met aboard the USS George H.W. Bush in port.", "George H.W. Bush", &[]),
        ("", "They met with George H.W. Bush in port.", "George H.W. Bush", &["george-h-w-bush"]),
        ("", "Boris Johnson came. Shares of Johnson & Johnson fell.", "Johnson", &[]),
        ("", "The fight with Merkel cell cancer was long.", "Merkel", &[]),
    ]);
}

#[test]
fn marks_that_are_no_initials() {
    officials(&[
        ("2014-03-04", "Q. Did he?\nA. Putin said nothing.\n", "Putin", &["vladimir-putin"]),
        ("2014-03-04", "He came.\nB. Putin said nothing.\n", "Putin", &[]),
    ]);
    finds(
        "",
        "the President of the Republic of Armenia N. Pashinyan came",
        &["President of the Republic of Armenia office:AM/president"],
    );
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
fn soon_in_office() {
    officials(&[
        ("2016-05-09", "It is said that in the Philippines Duterte leads.", "Duterte", &["rodrigo-duterte"]),
        ("2016-05-09", "It is said that Duterte leads.", "Duterte", &[]),
        ("2012-05-09", "It is said that in the Philippines Duterte leads.", "Duterte", &[]),
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
fn ships_called_like_a_country() {
    let none: &[&str] = &[];
    for text in
        ["The ferry Estonia sank in a storm. Survivors of the Estonia were found.", "The liner France, renamed Norway, was sold."]
    {
        finds("", text, none);
    }
    for (text, wanted) in [
        ("The ferry Estonia sank. Estonia's navy came.", "Estonia country:EE"),
        ("A tanker Iran said was lost came home.", "Iran country:IR"),
        ("The tanker Panama-flagged Aurora sank.", "Panama country:PA"),
        ("He flew to Estonia. The Estonia of old is gone.", "Estonia country:EE"),
    ] {
        assert!(found("", text).contains(&wanted.to_owned()), "{text}");
    }
}

#[test]
fn codes_of_countries_in_results() {
    for text in [
        "1 Tom Steels (Bel) Mapei; 2 Robbie Vosberg (Aus)",
        "Swimming, freestyle final: Otto Vosberg (BEL) won the heat, Anna Vosberg (AUS) the medal.",
        "1. VOSBERG Otto BEL 9.58\n2. VOSBERG Anna AUS 9.60",
        "3. Vosberg, BEL, 3:40.59; 4. Thorpe, AUS, 3:41",
    ] {
        let all = found("", text);
        assert!(
            all.iter().any(|one| one.ends_with(" country:BE")) && all.iter().any(|one| one.ends_with(" country:AU")),
            "{text}: {all:?}"
        );
    }
    let none: &[&str] = &[];
    for text in
        ["The Bel Vosberg Society (BEL) met.", "He met Pol and Ger at noon.", "In AUS 20 of them met.", "Mar (MAR) was cold."]
    {
        finds("", text, none);
    }
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
fn surnames_of_speakers_knights_and_ministers() {
    for (as_of, text, surface, wanted) in [
        ("1998-12-16", "Mr. Blair: I am grateful to my hon. Friend.", "Blair", &["official:tony-blair"][..]),
        ("1998-12-16", "Then Mr. Blair: a plumber.", "Blair", &[]),
        ("1998-12-16", "Mr. Brown: I am grateful.", "Brown", &[]),
        // `Sir Ian Blair` is called Sir Ian further on.
        ("2005-07-08", "Tony Blair flew south. Sir Ian Blair spoke. Mr Blair left.", "Blair", &["official:tony-blair"]),
        ("1997-05-28", "BRITAIN'S COOK SEES EU DEAL BY JUNE", "COOK", &["official:robin-cook"]),
        ("1997-05-28", "BRITAIN WANTS COOK TO SEE EU DEAL", "COOK", &[]),
        ("1997-05-28", "U.K.'S BLAIR IN WASHINGTON", "BLAIR", &["official:tony-blair"]),
        ("1997-05-28", "CLINTON ENDS TRIP TO FRANCE", "CLINTON", &["official:bill-clinton"]),
        ("1997-05-28", "COOK ENDS TRIP TO FRANCE", "COOK", &[]),
        // A head told of beside another official goes on to be meant.
        (
            "2018-06-12",
            "Trump and Kim Shake Hands\nWorld Waits for Kim",
            "Kim",
            &["official:kim-jong-un", "official:kim-jong-un"],
        ),
    ] {
        assert_eq!(ids(as_of, text, surface), wanted, "{text}");
    }
}

#[test]
fn athletes_with_a_surname_of_many() {
    let none: &[&str] = &[];
    finds("2004-06-24", "The goalkeeper saved twice before Rui Costa scored in the penalty shootout.", none);
    assert_eq!(ids("2024-06-24", "Rui Costa, the chief of staff, spoke of Brazil.", "Rui Costa").len(), 1);
}

#[test]
fn a_longer_name_goes_on_over_a_surname_that_is_a_word() {
    let none: &[&str] = &[];
    finds("", "Then Brazil Fast Food Corp lost money.", none);
}

#[test]
fn a_surname_that_opens_the_whole_name_of_somebody_else() {
    // Whoever was named first, or last if the name alone has meant nobody yet, may be meant as well.
    let (leader, korea) = ("Kim Jong-un official:kim-jong-un", "North Korea country:KP");
    finds("2017-03-01", "Kim Jong-nam fell ill. His half-brother is Kim Jong-un. The poison was on Kim's face.", &[leader]);
    finds("2017-03-01", "North Korea's Kim Jong-un sat. His half-brother Kim Jong-nam stood. Kim wept.", &[korea, leader]);
    let alone = "North Korea's Kim Jong-un sat. Kim smiled. His half-brother Kim Jong-nam stood. Kim wept.";
    finds("2017-03-01", alone, &[korea, leader, "Kim official:kim-jong-un", "Kim official:kim-jong-un"]);
    // `Pak` before a name is a form of address in Indonesia.
    let text = "Pak Myong Ho met reporters. North Korea was slandered, Pak said.";
    finds("2017-03-14", text, &[korea]);
    finds("2017-03-14", "North Korea was slandered, Pak said.", &[korea, "Pak official:pak-pong-ju"]);
}

#[test]
fn words_and_languages_that_are_surnames() {
    let trump = "Donald Trump official:donald-trump";
    for (text, also) in [
        ("Donald Trump said that Christian refugees came first.", &[][..]),
        ("Donald Trump met a Christian on the island.", &[]),
        ("Donald Trump said the actor speaks English perfectly.", &[]),
        ("Donald Trump wrote the letter in English.", &[]),
        ("Donald Trump had left by 12 March.", &[]),
    ] {
        assert_eq!(found("2017-03-01", text), [&[trump][..], also].concat(), "{text}");
    }
    for (text, wanted) in [
        ("Barack Obama said that Key had left.", &["official:john-key"][..]),
        ("Barack Obama said that Key figures had left.", &[]),
        ("Barack Obama met the Key of the bank.", &[]),
    ] {
        assert_eq!(ids("2010-03-01", text, "Key"), wanted, "{text}");
    }
    assert_eq!(ids("2017-03-01", "Theresa May spoke on 11 and 12 May.", "May"), [""; 0]);
    assert_eq!(ids("2017-03-01", "Theresa May spoke to May Day marchers, and May left.", "May"), ["official:theresa-may"]);
}

#[test]
fn names_that_go_on_as_those_of_others() {
    for (text, wanted) in [
        ("Abdul Sattar Edhi founded a hospital in Pakistan.", &["Pakistan country:PK"][..]),
        ("Abdul Sattar founded a hospital in Pakistan.", &["Abdul Sattar official:abdul-sattar", "Pakistan country:PK"]),
        ("Police held Muhammad Farid Bin Jalaluddin.", &[]),
        ("Police held Muhammad Farid.", &["Muhammad Farid official:mohamed-farid"]),
        ("Men such as Hassan Ali Dhore of Somalia died.", &["Somalia country:SO"]),
        ("Men such as Hassan Ali of Somalia died.", &["Hassan official:hassan-ali-khayre", "Somalia country:SO"]),
    ] {
        finds("2017-03-10", text, wanted);
    }
}

#[test]
fn named_soon_after() {
    // The head who was, not a spokesman of that name who is in office.
    let text = "The judges removed Park. Park Geun-hye had led South Korea. Park Soo-hyun, a spokesman, was silent.";
    assert_eq!(ids("2017-03-14", text, "Park"), ["official:park-geun-hye"]);
    // One who headed the state is not his brother who does.
    assert_eq!(
        ids("2017-02-13", "He left Castro out. The death of Fidel Castro moved him.", "Castro"),
        ["official:fidel-castro"]
    );
    assert_eq!(ids("1996-02-13", "He left Clinton out. Hillary Clinton was moved.", "Clinton"), ["official:bill-clinton"]);
}

#[test]
fn just_out_of_office() {
    let (trump, flynn) = ("Donald Trump official:donald-trump", "official:michael-flynn");
    let text = "Donald Trump dismissed Michael Flynn. Mr Flynn was sorry.";
    let (whole, part) = (format!("Michael Flynn {flynn}"), format!("Flynn {flynn}"));
    finds("2017-02-17", text, &[trump, &whole, &part]);
    finds("2019-02-17", text, &[trump]);
    finds("2017-02-17", "Michael Flynn keeps bees.", &[]);
    // One of many of the name whose title is long past is hardly meant.
    finds("2017-03-14", "Ambassador Kim was silent.", &[]);
    // Of two who were, the one who was for long.
    assert_eq!(ids("2017-03-25", "Secretary Kerry wrote to the firm.", "Kerry"), ["official:john-kerry"]);
}

#[test]
fn words_beside_the_surname_of_somebody_named() {
    for (text, surface, times) in [
        ("Neil Gorsuch came. Judge Gorsuch left.", "Gorsuch", 1),
        ("Judge Gorsuch left.", "Gorsuch", 0),
        ("Neil Gorsuch came. The players of coach Gorsuch left.", "Gorsuch", 0),
        ("Barack Obama came. He said that Both Obama and his wife left.", "Obama", 1),
        ("Barack Obama came. He said that Bothy Obama left.", "Obama", 0),
        ("Rex Tillerson came. Europe reacts to Tillerson The new man was late.", "Tillerson", 1),
        ("Rex Tillerson came. Europe reacts to Tillerson Thorpe.", "Tillerson", 0),
        ("Li Keqiang came. The mayor thanked Li Has of Bonn.", "Li", 0),
    ] {
        assert_eq!(ids("2017-03-10", text, surface).len(), times, "{text}");
    }
}
