//! Countries and demonyms: parts of longer names, namesakes, cells and values.

use demarche::Extractor;

use super::common::found;
use super::decides;

/// Countries in the names of firms and persons, and as languages.
#[test]
fn countries_that_are_something_else() {
    decides(&[
        ("Vosberg Bank (Pakistan) Limited fell.", "Pakistan", "longer-name", false),
        ("Vosberg Motor (Thailand) Co. fell.", "Thailand", "longer-name", false),
        ("His bank (Pakistan) fell.", "Pakistan", "name", true),
        ("The head of Vosberg Kenya fell.", "Kenya", "longer-name", false),
        ("Vosberg Kenya shuttered a plant.", "Kenya", "longer-name", false),
        ("Vosberg Kenya shutters a plant.", "Kenya", "name", true),
        ("The head of Qajar Iran fell.", "Iran", "name", true),
        ("The head of Bolshevik Russia fell.", "Russia", "name", true),
        ("Vosberg (Pakistan) won.", "Pakistan", "name", true),
        ("It was said at Diabetes UK, she said.", "UK", "longer-name", false),
        ("A charity, Kidney Care UK, said it.", "UK", "longer-name", false),
        ("Diabetes UK said it.", "UK", "longer-name", false),
        ("Diabetes UK data fell.", "UK", "name", true),
        ("It was said in Diabetes UK, she said.", "UK", "name", true),
        ("It was said at Diabetes, UK, she said.", "UK", "name", true),
        ("It was said at Diabetes UK's door.", "UK", "name", true),
        ("The UK said it.", "UK", "name", true),
        ("She said the Brexit UK wants is gone.", "UK", "name", true),
        ("The staff of Vosberg Europe fell.", "Europe", "longer-name", false),
        ("The staff of Kidney Europe fell.", "Europe", "name", true),
        ("It was Tyree Washington of the United States.", "Washington", "persons-name", false),
        ("It was Tyree Washington of the club.", "Washington", "name", true),
        ("It was Monday, Washington of the United States.", "Washington", "name", true),
        ("She left the Norwegian School of Economics.", "Norwegian", "longer-name", false),
        ("She left the Norwegian school of thought.", "Norwegian", "name", true),
        ("A man called Chad fell.", "Chad", "persons-name", false),
        ("The driver named Jordan fell.", "Jordan", "persons-name", false),
        ("A land called Chad fell.", "Chad", "name", true),
        ("They called Jordan for help.", "Jordan", "name", true),
        ("They speak German, French and Japanese.", "Japanese", "not-before", false),
        ("They are fluent in German and Spanish.", "Spanish", "not-before", false),
        ("They speak of German and French ships.", "French", "name", true),
        ("They speak for a German and a French firm.", "French", "name", true),
        ("They met Northern Ireland and Irish teams.", "Irish", "name", true),
        ("Jordan Vosberg won. Then Jordan fell.", "Jordan", "persons-name", false),
        ("Jordan Vosberg won. Then Jordan lost to Syria.", "Jordan", "name", true),
        ("Jordan Vosberg won. Then Jordan beat Syria.", "Jordan", "name", true),
        ("Jordan Vosberg won. Then Jordan left Syria.", "Jordan", "persons-name", false),
    ]);
}

/// A text that is nothing but a name, and entries of lists.
#[test]
fn countries_as_values() {
    decides(&[
        ("south korea", "south korea", "cue", true),
        (" germany\n", "germany", "cue", true),
        ("GUAM", "GUAM", "name", true),
        ("NAM", "NAM", "cue", true),
        ("SOUTH SANDWICH ISLANDS\nTURKEY\nCHAD\nPERU", "TURKEY", "name", true),
        ("A TURKEY SANDWICH", "TURKEY", "decoy", false),
    ]);
    for text in ["germany is", "in germany", "a turkey", "turkey\n\nIt was roast."] {
        assert_eq!(found("", text), [""; 0], "{text}");
    }
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
fn a_country_beside_a_namesake() {
    let countries = |text: &str| found("", text).into_iter().filter(|mention| mention.contains(":JO")).count();
    assert_eq!(countries("Michael Jordan led the Bulls. Jordan said so."), 0);
    assert_eq!(countries("Michael Jordan led the Bulls. Jordan's king watched."), 1);
    assert_eq!(countries("Michael Jordan led the Bulls. Egypt and Jordan said so."), 1);
    assert_eq!(countries("Michael Jordan led the Bulls. Jordan's shot went in."), 0);
}

#[test]
fn results_and_datelines() {
    assert_eq!(found("1997-07-27", "1. Jan Ullrich (Germany) Telekom 100 hours"), ["Germany country:DE"]);
    assert_eq!(found("1997-07-27", "1. Jan Ullrich (Germany) Telekom sold shares"), [""; 0]);
    let list = "\n281 Mike Weir (Canada) 70\n282 Ernie Els (South Africa) 71\n283 Vijay Singh (Fiji) 72";
    assert!(
        found("2003-04-13", &format!("GOLF SCORES\nAUGUSTA, Georgia 2003-04-13{list}"))
            .iter()
            .all(|found| !found.ends_with("GE"))
    );
    assert_eq!(found("2017-09-04", "* the envoy of South Africa\nInvited: nobody"), ["South Africa country:ZA"]);
    assert_eq!(found("2022-05-24", "Talks of the Quad in Tokyo ended. The Quad met.").len(), 3);
    assert_eq!(found("2022-05-24", "Talks of the quartet in Tokyo ended. The Quad met.").len(), 1);
}

/// A name that no alias spells so is told to have none, so that whoever looks it up knows.
#[test]
fn a_misspelt_value_has_no_alias() {
    for town in ["Nakuru", "Ankola", "Croatá"] {
        assert_eq!(Extractor::embedded().extract(town).count(), 0, "{town}");
    }
    for (text, id) in [("Ukrane", "country:UA"), ("Cent. Afr. Republic", "country:CF"), ("UZBECKISTAN", "country:UZ")] {
        let mentions: Vec<_> = Extractor::embedded().extract(text).collect();
        let alias = |surface: &str| Extractor::embedded().gazetteer().find(surface).any(|entity| entity.id() == id);
        assert_eq!(mentions.iter().map(|mention| mention.id()).collect::<Vec<_>>(), [id], "{text}");
        assert_eq!(mentions[0].alias().is_some(), alias(text), "{text}");
    }
}
