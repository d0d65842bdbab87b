//! What does a text allocate that a thread reads?

use demarche::{EntityRecord, Extractor, Gazetteer};

/// How often memory is asked for while the mentions of a text are counted, and how many there are.
fn allocations(extractor: &Extractor, text: &str) -> (u64, usize) {
    let mut mentions = 0;
    let info = allocation_counter::measure(|| mentions = extractor.extract(text).count());
    (info.count_total, mentions)
}

#[test]
fn a_text_allocates_its_mentions_alone() {
    let mut builder = Gazetteer::builder();
    for (i, name) in ["Acme Mining", "Borealis", "Acme"].into_iter().enumerate() {
        builder.add(EntityRecord::new(format!("name:{i}"), name));
    }
    let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
    let names = "Acme Mining bought a third of Borealis, said Acme. ";
    assert_eq!(allocations(&extractor, &"nothing to be found here. ".repeat(100)), (0, 0));
    // The first text of a thread makes room for hits.
    assert_eq!(allocations(&extractor, names), (2, 3));
    assert_eq!(allocations(&extractor, names), (1, 3));
    // A crowded one needs more room, once; of any length, for the hits of a stretch alone.
    let many = names.repeat(2_000);
    assert_eq!(allocations(&extractor, &many).1, 6_000);
    assert_eq!(allocations(&extractor, &many), (1, 6_000));
    let most = names.repeat(10_000);
    assert_eq!(allocations(&extractor, &most), (1, 30_000));
    assert_eq!(allocations(&extractor, &"nothing to be found here. ".repeat(100)), (0, 0));
    // So do names that are not plain: spelled with an accent, with another space, over a line end.
    assert_eq!(allocations(&extractor, "Acme\u{a0}Mining bought a third of Boréalis and of Acme\r\n  Mining"), (1, 3));
    // What one needs beyond what a thread keeps is given back at once.
    let crowded = "Acme ".repeat(40_000);
    assert_eq!(allocations(&extractor, &crowded).1, 40_000);
    assert_eq!(allocations(&extractor, &"nothing to be found here. ".repeat(100)), (0, 0));
    assert_eq!(allocations(&extractor, names), (1, 3));
}

/// With the built-in gazetteer, too, whose rules ask whether a short line is a country's name that no alias spells so.
#[cfg(feature = "embedded")]
#[test]
fn a_line_without_a_mention_allocates_nothing() {
    for line in [
        "Stocks fall as prices rise",
        "It will be mild over the weekend, with a few showers",
        "Nothing new.\nNothing old.",
        "Prices of Houses Rise Again",
        "McDonald Wins the Open Title",
        "Café Owners Lose, and Win",
    ] {
        // The first text of a thread may make room.
        allocations(Extractor::embedded(), line);
        assert_eq!(allocations(Extractor::embedded(), line), (0, 0), "{line}");
    }
}
