//! Which of those who bear a name is meant?

use crate::common::{finds, found};
use crate::{ids, officials};
use demarche::Extractor;

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
        ("Nicola Sturgeon came. Mrs Sturgeon left.", "Sturgeon", &["official:nicola-sturgeon"]),
        ("Enda Kenny came. Mrs Kenny left.", "Kenny", &[]),
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
fn soon_in_office() {
    officials(&[
        ("2016-05-09", "It is said that in the Philippines Duterte leads.", "Duterte", &["rodrigo-duterte"]),
        ("2016-05-09", "It is said that Duterte leads.", "Duterte", &[]),
        ("2012-05-09", "It is said that in the Philippines Duterte leads.", "Duterte", &[]),
    ]);
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
fn a_surname_that_opens_the_whole_name_of_somebody_else() {
    // Whoever was named first, or last if the name alone has meant nobody yet, may be meant as well.
    let (leader, korea) = ("Kim Jong-un official:kim-jong-un", "North Korea country:KP");
    finds("2017-03-01", "Kim Jong-nam fell ill. His half-brother is Kim Jong-un. The poison was on Kim's face.", &[leader]);
    finds("2017-03-01", "North Korea's Kim Jong-un sat. His half-brother Kim Jong-nam stood. Kim wept.", &[korea, leader]);
    let alone = "North Korea's Kim Jong-un sat. Kim smiled. His half-brother Kim Jong-nam stood. Kim wept.";
    finds("2017-03-01", alone, &[korea, leader, "Kim official:kim-jong-un", "Kim official:kim-jong-un"]);
    // `Pak` before a name is a form of address in Indonesia.
    let text = "Pak Myong Gwon met reporters. North Korea was slandered, Pak said.";
    finds("2017-03-14", text, &[korea]);
    finds("2017-03-14", "North Korea was slandered, Pak said.", &[korea, "Pak official:pak-pong-ju"]);
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
    finds("2017-03-14", "Former Ambassador Kim was silent.", &[]);
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

/// A name that opens somebody else's whole name means the head of the country before it.
#[test]
fn heads_with_their_country_behind_a_namesake() {
    assert_eq!(
        ids("2017-03-14", "Kim Jong-nam died. Kim Jong-un spoke. North Korea's Kim said so.", "Kim"),
        ["official:kim-jong-un"]
    );
    assert!(ids("2017-03-14", "Kim Jong-nam died. Kim Jong-un spoke. Kim said so.", "Kim").is_empty());
}

#[test]
fn husbands_of_who_was_named() {
    let hillary = "Hillary Clinton official:hillary-clinton";
    let text = "Hillary Clinton spoke for an hour. Mr. Clinton, golfing, rang her.";
    finds("1995-09-05", text, &[hillary, "Clinton official:bill-clinton"]);
    // Not one who holds no office then.
    finds("2016-09-05", text, &[hillary]);
}

#[test]
fn colleagues_of_a_head() {
    let text = "Obama and Hassan Rouhani talked for 15 minutes. Susan Rice said that it had been asked for.";
    assert_eq!(ids("2013-09-27", text, "Susan Rice"), ["official:susan-rice"]);
    assert_eq!(ids("2006-09-27", text, "Susan Rice"), [] as [&str; 0]);
    let text = "Chirac and Hassan Rouhani talked for 15 minutes. Susan Rice said that it had been asked for.";
    assert_eq!(ids("2013-09-27", text, "Susan Rice"), [] as [&str; 0]);
}

#[test]
fn leaders_of_a_country_by_a_name_that_is_a_word() {
    let text = "It was Micronesia's leader, Christian, who spoke.";
    assert_eq!(ids("2016-09-08", text, "Christian"), ["official:peter-christian"]);
    for text in ["It was Micronesia's choir, Christian, that sang.", "It was Nauru's leader, Christian, who spoke."] {
        assert_eq!(ids("2016-09-08", text, "Christian"), [] as [&str; 0]);
    }
}

#[test]
fn leaders_at_the_start_of_a_sentence() {
    for (as_of, text, surface, id) in [
        ("1994-02-13", "Major, the British leader, spoke first.", "Major", Some("john-major")),
        ("1994-02-13", "Major, leader of Britain, spoke first.", "Major", Some("john-major")),
        ("2003-12-01", "Fox, leader of the Mexican team, spoke first.", "Fox", None),
        ("2003-12-01", "Fox, the Mexican leader of a team, spoke first.", "Fox", None),
        ("2003-12-01", "Fox, the Irish leader, spoke first.", "Fox", None),
        ("2003-12-01", "Mexico: Fox wins vote of confidence", "Fox", Some("vicente-fox")),
        ("2003-12-01", "Mexico: Fox hunt is off", "Fox", None),
        ("2003-12-01", "He saw Mexico: Fox wins votes", "Fox", None),
    ] {
        let wanted: Vec<String> = id.iter().map(|id| format!("official:{id}")).collect();
        assert_eq!(ids(as_of, text, surface), wanted, "{text}");
    }
}

#[test]
fn heads_of_long_ago_by_a_name_that_is_theirs_alone() {
    for (surname, id) in
        [("Khrushchev", "nikita-khrushchev"), ("Eisenhower", "dwight-d-eisenhower"), ("Adenauer", "konrad-adenauer")]
    {
        finds("2016-11-26", &format!("It was {surname} who sent missiles."), &[&format!("{surname} official:{id}")]);
    }
    // A town.
    finds("2017-12-07", "It was Paisley that sent a choir.", &[]);
    finds(
        "2017-12-07",
        "It was seen by Ian Paisley and Paisley laughed.",
        &["Ian Paisley official:ian-paisley", "Paisley official:ian-paisley"],
    );
}

#[test]
fn names_said_again() {
    let officials = |as_of: &str, text: &str| -> usize {
        found(as_of, text).into_iter().filter(|mention| mention.contains(" official:")).count()
    };
    for (as_of, text, count) in [
        ("2017-03-01", "The US sent Rick Snyder. It was said that Governor Snyder had left.", 2),
        ("2017-03-01", "It was said that Senator Snyder had left.", 0),
        ("2017-02-01", "The US sent Michael Flynn. It was said that Gen Flynn had left.", 2),
        ("2017-02-01", "Nicola Sturgeon was there. It was said that Mrs Sturgeon had left.", 2),
        ("2001-12-06", "Gerald Ford was there. It was said that Mr Ford had left.", 2),
        ("2017-02-01", "Rodrigo Duterte was there. It was said of the Duterte Administration that it was new.", 2),
        ("2017-02-01", "Rodrigo Duterte was there. It was said of the Duterte Foundation that it was new.", 1),
        ("2017-03-29", "Theresa May was there. In light of May's opposition it fell.", 2),
        ("2017-03-01", "Donald Trump was there. Trump repeatedly took aim at them.", 2),
        ("2017-03-01", "Donald Trump was there. Trump cards are dear.", 1),
        ("2017-03-01", "Donald Trump was there. It was seen at XG6lQ Trump has left.", 2),
        ("2017-03-01", "Donald Trump was there. In the Trump Corporation and in the Trump campaign it was said.", 2),
        ("2017-03-01", "Donald Trump was there. In the Trump Vosberg story Trump left.", 1),
        ("2017-03-01", "Li Keqiang was there. It was said by Li Gang that it rained. Then Li left.", 1),
        ("2017-03-29", "Theresa May was there. At last May's election it fell.", 1),
        ("2017-03-29", "Theresa May was there. It rose from May's 2.1 percent.", 1),
    ] {
        assert_eq!(officials(as_of, text), count, "{text}");
    }
}
