//! Any bytes as tables: no panic, and what can be built finds its own names.
#![no_main]

use demarche::{Extractor, Gazetteer, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    let mut builder = Gazetteer::builder();
    // A line of equal signs parts two tables.
    for table in text.split("====\n") {
        if let Err(error) = builder.read_tsv("fuzz.tsv", table) {
            assert!(error.to_string().starts_with("fuzz.tsv:"), "{error}");
        }
    }
    let Ok(gazetteer) = builder.build() else { return };
    let again = gazetteer.to_builder().build().expect("what was built can be built again");
    assert_eq!((gazetteer.len(), gazetteer.alias_count()), (again.len(), again.alias_count()));

    let extractor = Extractor::new(&gazetteer);
    for entity in gazetteer.entities() {
        assert_eq!(gazetteer.get(entity.id()), Some(entity));
        for alias in entity.aliases() {
            let found = gazetteer.find(alias.text()).any(|found| found == entity);
            assert!(found, "{alias:?} of {entity:?} cannot be looked up");
            for mention in extractor.extract_with(alias.text(), &Options::new().nested(true)) {
                assert_eq!(alias.text().get(mention.span().range()), Some(mention.text()));
            }
        }
    }
    assert_eq!(extractor.extract(&text).collect::<Vec<_>>(), Extractor::new(&again).extract(&text).collect::<Vec<_>>());
});
