//! Many documents and many threads: one that fails loses no other, answers keep their order, and an extractor is shared.

use demarche::{EntityRecord, Extractor, Gazetteer};

/// Threads share one extractor by reference, others its clone, and what they find is theirs.
#[test]
fn shared_by_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    let mut builder = Gazetteer::builder();
    (0..500).for_each(|i| _ = builder.add(EntityRecord::new(format!("ship:{i}"), format!("Ship {i}"))));
    let extractor = Extractor::new(&builder.build().expect("a gazetteer"));
    shared(&extractor);
    shared(extractor.gazetteer());
    let text = |i: usize| format!("Ship {i} met Ship {} and Ship 777. ", i + 1).repeat(20);
    std::thread::scope(|scope| {
        for i in 0..8 {
            let extractor = &extractor;
            scope.spawn(move || {
                for j in 0..50 {
                    let ship = 50 * i + j;
                    let ids: Vec<_> = extractor.extract(&text(ship)).map(|mention| mention.id().to_owned()).collect();
                    assert_eq!(ids, vec![[format!("ship:{ship}"), format!("ship:{}", ship + 1)]; 20].concat());
                }
            });
        }
    });
    let clone = extractor.clone();
    let thread = std::thread::spawn(move || clone.extract("Ship 7").count());
    assert_eq!((thread.join().expect("a scan"), extractor.extract("Ship 7").count()), (1, 1));
}

#[cfg(all(feature = "rayon", feature = "embedded"))]
#[test]
fn one_bad_document_loses_no_other() {
    use demarche::{DocumentError, Options};
    let extractor = Extractor::embedded();
    let texts: Vec<String> = (0..200).map(|i| "Mali and Peru, ".repeat(i)).collect();
    let answers = extractor.par_map(&texts, |extractor, text| match text.len() / 15 {
        50 => Err("not that one"),
        51 => panic!("number {}", 51),
        _ => Ok(extractor.extract(text).count()),
    });
    for (i, answer) in answers.iter().enumerate() {
        match (i, answer) {
            (50, Err(DocumentError::Failed(says))) => assert_eq!(*says, "not that one"),
            (51, Err(panicked)) => assert_eq!(panicked.to_string(), "the job panicked: number 51"),
            (_, answer) => assert_eq!(*answer.as_ref().expect("an answer"), 2 * i),
        }
    }
    let counts: Vec<usize> =
        extractor.par_extract(&texts, &Options::new()).into_iter().map(|mentions| mentions.expect("an answer").len()).collect();
    assert_eq!(counts, (0..200).map(|i| 2 * i).collect::<Vec<_>>());
}
