//! What is saved is loaded as it was; what was damaged is an error, never a panic or a gazetteer that does not work.

use demarche::{Extractor, Gazetteer, Options};

use crate::{built, found};

/// A gazetteer with something in every table.
fn everything() -> Gazetteer {
    built(|builder| {
        for table in [
            "id\tname\tflag\tvalid_from\nship:vega\tVega\tMT\t1990\ncountry:AA\tArgo\t\t\norganization:o\tO Club\t\t\n",
            "id\tname\tbody\tfunction\noffice:AA/x\tPresident of Argo\tcountry:AA\thead_of_state\n",
            "id\tname\nofficial:j\tJason Iolcus\n",
            "id\talias\tkind\tpolicy\tcues\nship:vega\tM/V Vega\t\t\t\nofficial:j\tIolcus\tsurname\tcontext\tArgo\ncountry:AA\tArgive\tdemonym\t\t\n",
            "official\toffice\tfrom\tto\tdoubt\nofficial:j\toffice:AA/x\t2020-02\t\tperhaps\n",
            "group\tmember\tfrom\norganization:o\tcountry:AA\t2020\n",
            "decoy\nVega Street\n",
            "term\tkey\tfunction\npresident\tx\thead_of_state\n",
            "modifier\teffect\tcode\nformer\tcarry\tformer\n",
        ] {
            builder.read_tsv("t", table).expect(table);
        }
    })
}

#[test]
fn saved_and_loaded() {
    let (gazetteer, text) = (everything(), "Former Argive President Jason Iolcus met Iolcus on M/V Vega in Vega Street, Argo.");
    let expected = found(&gazetteer, text);
    assert!(expected.len() > 4, "{expected:?}");
    let json = serde_json::to_string(&gazetteer).expect("JSON");
    let bytes = postcard::to_stdvec(&gazetteer).expect("bytes");
    let loaded: [Gazetteer; 3] = [
        serde_json::from_str(&json).expect("JSON"),
        serde_json::from_value(serde_json::from_str(&json).expect("JSON")).expect("a value"),
        postcard::from_bytes(&bytes).expect("bytes"),
    ];
    for again in loaded {
        assert_eq!(found(&again, text), expected);
        assert_eq!(serde_json::to_string(&again).expect("JSON"), json);
        assert_eq!(again.get("ship:vega").and_then(|ship| ship.origin()), Some(("t", 2)));
    }
    let says = |saved: &str| serde_json::from_str::<Gazetteer>(saved).expect_err(saved).to_string();
    assert!(
        says(&json.replace("\"schema\":1", "\"schema\":7"))
            .contains("saved with schema 7, and this version of demarche reads up to 1")
    );
    assert!(says("{\"schema\":1}").contains("missing field `tables`"));
    assert!(says("{\"tables\":\"\"}").contains("missing field `schema`"));
    assert!(says("{\"schema\":1,\"tables\":\"é\"}").contains("not base64"));
    assert!(says("{\"schema\":1,\"tables\":\"AAAA\"}").contains("packed tables: "));
}

#[cfg(feature = "embedded")]
#[test]
fn the_built_in_gazetteer_saved_and_loaded() {
    let bytes = postcard::to_stdvec(Gazetteer::embedded()).expect("bytes");
    let again: Gazetteer = postcard::from_bytes(&bytes).expect("what was saved is sound");
    assert_eq!((again.len(), again.data_version()), (Gazetteer::embedded().len(), Gazetteer::embedded().data_version()));
}

proptest::proptest! {
    /// Saved data that was tampered with gives an error, or a gazetteer that works; never a panic.
    #[test]
    fn tampered_data(changes in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), proptest::prelude::any::<u8>()), 1..6), cut in proptest::option::of(proptest::prelude::any::<proptest::sample::Index>())) {
        let mut bytes = postcard::to_stdvec(&everything()).expect("bytes");
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(gazetteer) = postcard::from_bytes::<Gazetteer>(&bytes) {
            use_everything(&gazetteer);
        }
    }
}

/// Calls whatever reads the tables.
fn use_everything(gazetteer: &Gazetteer) {
    let text = "Former Argive President Jason Iolcus met Iolcus on M/V Vega in Vega Street, Argo. Vega, O Club.";
    let extractor = Extractor::new(gazetteer);
    for mention in extractor.extract_with(text, &Options::new().nested(true).as_of("2021".parse().expect("a date"))) {
        _ = (mention.to_owned(), mention.holders().count(), mention.rivals().count(), mention.status(), mention.modifier());
    }
    _ = extractor.explain(text, &Options::new()).iter().map(ToString::to_string).collect::<String>();
    for entity in gazetteer.entities() {
        _ = (entity.properties().count(), entity.origin(), entity.owner(), entity.country(), entity.functions().count());
        entity.aliases().for_each(|alias| _ = (alias.folded().len(), alias.valid()));
        _ = (gazetteer.tenures(entity.id()).count(), gazetteer.tenures_of_office(entity.id()).count());
        _ = (gazetteer.memberships(entity.id()).count(), gazetteer.memberships_of(entity.id()).count());
        _ = gazetteer.find(entity.name()).count();
    }
    _ = gazetteer.to_builder().lint();
    _ = gazetteer.to_builder().build();
}
