//! What each cargo feature adds to the built-in gazetteer: run with every set of them in `.ci/run`.
#![cfg(feature = "embedded")]

use demarche::{Extractor, Gazetteer, Options};

fn holders(office: &str, date: &str) -> Vec<&'static str> {
    Gazetteer::embedded().holders(office, date.parse().expect("a date")).map(|tenure| tenure.official().id()).collect()
}

#[test]
fn countries_offices_and_bodies_are_always_there() {
    let options = Options::new().nested(true);
    let found = Extractor::embedded().extract_with("The Kazakh President met the NATO chief in Astana.", &options);
    let ids: Vec<String> = found.map(|mention| mention.id().to_owned()).collect();
    for id in ["office:KZ/president", "country:KZ", "office:nato/secretary-general", "place:KZ/astana"] {
        assert!(ids.iter().any(|found| found == id), "{id} is missing in {ids:?}");
    }
    assert!(Gazetteer::embedded().horizon().is_some());
}

#[test]
fn officials_come_with_their_feature() {
    let today = holders("office:KZ/president", "2023-02-28");
    assert_eq!(today, if cfg!(feature = "officials") { vec!["official:kassym-jomart-tokayev"] } else { vec![] });
    let text = "Antony Blinken flew to Astana.";
    let found = Extractor::embedded().extract(text).any(|mention| mention.id() == "official:antony-blinken");
    assert_eq!(found, cfg!(feature = "officials"));
}

#[test]
fn the_past_comes_with_its_feature() {
    let past = holders("office:US/president", "1995-06-01");
    assert_eq!(past, if cfg!(feature = "history") { vec!["official:bill-clinton"] } else { vec![] });
    assert_eq!(Gazetteer::embedded().get("official:bill-clinton").is_some(), cfg!(feature = "history"));
    // Whoever held an office since 2015 is there with every office since.
    let recent = holders("office:US/president", "2016-06-01");
    assert_eq!(recent, if cfg!(feature = "officials") { vec!["official:barack-obama"] } else { vec![] });
}

#[test]
fn ministers_of_other_fields_come_with_theirs() {
    let ministers = holders("office:FR/culture-minister", "2001-06-01");
    assert_eq!(ministers.is_empty(), !cfg!(feature = "wider"), "{ministers:?}");
    let gazetteer = Gazetteer::embedded();
    assert_eq!(gazetteer.get("office:US/ambassador-to-hungary").is_some(), cfg!(feature = "wider"));
}
