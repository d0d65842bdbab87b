//! Any bytes as a saved gazetteer, and any changes to one that is sound: an error, or one in which everything is where it should be.
#![no_main]

use std::sync::LazyLock;

use demarche::{Extractor, Gazetteer, Options};
use libfuzzer_sys::fuzz_target;

/// A gazetteer with something in every table, saved.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut builder = Gazetteer::builder();
    for table in [
        "id\tname\tflag\tvalid_from\nship:vega\tVega\tMT\t1990\ncountry:AA\tArgo\tPA\t\norganization:o\tO Club\t\t\n",
        "id\tname\tbody\tfunction\noffice:AA/x\tPresident of Argo\tcountry:AA\thead_of_state\n",
        "id\tname\nofficial:j\tJason Iolcus\nofficial:i\tIda Iolcus\n",
        "id\talias\tkind\tpolicy\tcues\nship:vega\tM/V Véga\t\t\t\nofficial:j\tIolcus\tsurname\tcontext\tArgo\nofficial:i\tIolcus\tsurname\t\t\n",
        "id\talias\tkind\ncountry:AA\tArgive\tdemonym\n",
        "official\toffice\tfrom\tdoubt\nofficial:j\toffice:AA/x\t2020-02\tperhaps\nofficial:i\toffice:AA/x\t2021\t\n",
        "group\tmember\tfrom\norganization:o\tcountry:AA\t2020\norganization:o\tship:vega\t\n",
        "decoy\nVega Street\n",
        "term\tkey\tfunction\npresident\tx\thead_of_state\n",
        "modifier\teffect\tcode\nformer\tcarry\tformer\n",
    ] {
        builder.read_tsv("t.tsv", table).expect("a table");
    }
    postcard::to_stdvec(&builder.build().expect("a gazetteer")).expect("bytes")
});

fuzz_target!(|input: &[u8]| {
    let Some((b'~', changes)) = input.split_first() else { return check(input) };
    // Two bytes are a place, the third what is put there.
    let mut saved = SOUND.clone();
    for change in changes.chunks_exact(3) {
        let place = usize::from(change[0]) << 8 | usize::from(change[1]);
        let place = place % saved.len();
        saved[place] = change[2];
    }
    check(&saved);
});

fn check(saved: &[u8]) {
    let Ok(gazetteer) = postcard::from_bytes::<Gazetteer>(saved) else { return };
    let extractor = Extractor::new(&gazetteer);
    let (mut tenures, mut memberships, mut aliases) = (0, 0, 0);
    for entity in gazetteer.entities() {
        assert_eq!(gazetteer.get(entity.id()), Some(entity));
        for alias in entity.aliases() {
            assert!(gazetteer.find(alias.text()).any(|found| found == entity));
            for mention in extractor.extract_with(alias.text(), &Options::new().nested(true)) {
                let _ = (mention.to_owned(), mention.rivals().count(), mention.holders().count());
            }
            aliases += 1;
        }
        tenures += gazetteer.tenures(entity.id()).inspect(|tenure| assert_eq!(tenure.official(), entity)).count();
        tenures += gazetteer.tenures_of_office(entity.id()).inspect(|tenure| assert_eq!(tenure.office(), entity)).count();
        memberships += gazetteer.memberships(entity.id()).inspect(|of| assert_eq!(of.group(), entity)).count();
        memberships += gazetteer.memberships_of(entity.id()).inspect(|of| assert_eq!(of.member(), entity)).count();
        let _ = (entity.owner(), entity.country(), entity.properties().count(), entity.functions().count(), entity.origin());
    }
    assert!(tenures % 2 == 0 && memberships % 2 == 0 && aliases <= gazetteer.alias_count());
    extractor.explain("Former Argive President Jason Iolcus met Iolcus on M/V Vega in Vega Street.", &Options::new());
    let _ = (gazetteer.to_builder().lint(), gazetteer.to_builder().build());
    let again = postcard::from_bytes::<Gazetteer>(&postcard::to_stdvec(&gazetteer).expect("bytes")).expect("it is sound");
    assert_eq!((again.len(), again.alias_count()), (gazetteer.len(), gazetteer.alias_count()));
}
