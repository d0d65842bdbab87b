//! Any text: no panic, proper spans, and mentions that can be looked up.
#![no_main]

use demarche::{Date, Extractor, Gazetteer, Mention, Options, Profile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    // The first byte chooses the options.
    let Some((&choice, text)) = input.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let profile = [Profile::Precision, Profile::Balanced, Profile::Recall][usize::from(choice) % 3];
    let mut options = Options::new().profile(profile);
    if choice & 0x40 != 0 {
        let year = 1950 + u16::from(choice & 0x3f) * 2;
        options = options.as_of(Date::new(year, 6, 15).expect("a day"));
    }
    let extractor = Extractor::embedded();
    let flat: Vec<Mention<'_>> = extractor.extract_with(&text, &options).collect();
    let nested: Vec<Mention<'_>> = extractor.extract_with(&text, &options.nested(true)).collect();

    for pair in flat.windows(2) {
        assert!(pair[0].end() <= pair[1].start(), "{pair:?} overlap");
    }
    let mut outer: Option<Mention<'_>> = None;
    for mention in &nested {
        assert!(mention.start() < mention.end());
        assert_eq!(text.get(mention.span().range()), Some(mention.text()));
        if mention.is_nested() {
            assert!(outer.is_some_and(|outer| outer.span().contains(mention.span())), "{mention:?} is not in {outer:?}");
        } else {
            outer = Some(*mention);
        }
        // Of two signs of markup one may stand outside: `U.__S&__`.
        let half = mention.text().contains(['*', '_', '[', ']']);
        if mention.alias().is_some() && !half {
            let found = Gazetteer::embedded().find(mention.text()).any(|entity| entity == mention.entity());
            assert!(found, "{mention:?} cannot be looked up");
        }
    }
    assert!(nested.iter().filter(|mention| !mention.is_nested()).eq(&flat));
});
