//! Any bytes as a saved gazetteer: an error, or one that works.
#![no_main]

use demarche::{Extractor, Gazetteer, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(gazetteer) = postcard::from_bytes::<Gazetteer>(input) else { return };
    let extractor = Extractor::new(&gazetteer);
    for entity in gazetteer.entities() {
        for alias in entity.aliases() {
            for mention in extractor.extract_with(alias.text(), &Options::new().nested(true)) {
                let _ = (mention.to_owned(), mention.rivals().count(), mention.holders().count());
            }
        }
        let _ = (entity.owner(), entity.properties().count(), gazetteer.tenures(entity.id()).count());
    }
    let _ = gazetteer.to_builder().build();
});
