//! Is it a country or a place, or something else that is called so: a team, a ship, a film, a sort of cow?

use crate::common::{finds, found};
use crate::{ids, officials};

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
fn a_surname_that_is_a_town_of_a_country() {
    finds("1996-11-14", "A refugee wept near Goma, Zaire, on Friday.", &["Zaire country:CD"]);
    assert_eq!(found("1996-11-14", "A refugee wept near Mobutu, Zaire's president, on Friday.").len(), 2);
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

/// What is named after somebody may have three words of its own, and ends before another sentence.
#[test]
fn things_named_after_officials() {
    finds("2014-03-01", "They flew from the Ronald Reagan Washington National Airport.", &[]);
    finds("2017-03-01", "Fans Saw Two Faces Of Donald Trump On Library Day", &["Donald Trump official:donald-trump"]);
}

#[test]
fn firms_called_by_their_country() {
    for text in [
        "It was said by a manager of Porsche China, who left.",
        "The shares of CNPC Russia rose, it is said.",
        "A sale by AB InBev Brazil went well.",
        "Vodafone Egypt said that it would hire.",
        "Total Egypt said that it would hire.",
        "The shares of Orange Egypt rose, it is said.",
        "The shares of Westinghouse Egypt rose, it is said.",
        "The shares of NEC Egypt rose, it is said.",
    ] {
        finds("", text, &[]);
    }
    finds("", "The firm told Ketterman Russia would pay.", &["Russia country:RU"]);
    for text in [
        "They met in Avdiivka Russia knows.",
        "It said that Alienating Turkey was dear.",
        "The floods in Southwest China went on.",
        "The floods in Northeastern China went on.",
        "He wrote of Maoist China at length.",
        "It came when Putin's Russia fell out with it.",
        "Kruzhkova Russia 54.6",
        "The games in Brexit Britain went on.",
        "They saw Jan Ketterman Russia beat.",
        "Avdiivka Russia",
        "Total China exports rose.",
    ] {
        assert_eq!(found("", text).iter().filter(|mention| mention.contains("country:")).count(), 1, "{text}");
    }
}

#[test]
fn bodies_of_a_country_by_what_stands_before_it() {
    for text in [
        "The board of Soccer Australia met.",
        "It was in the Medical Journal of Australia that he wrote.",
        "The Baptist Union of Kenya met.",
    ] {
        finds("", text, &[]);
    }
    finds("", "The soccer of Australia is dear.", &["Australia country:AU"]);
    finds("", "It is told of in the American Health Care Act.", &[]);
    finds("", "It is told of in the American health care system.", &["American country:US"]);
}
