//! How long does it take to make a gazetteer and to compile it? For the first use in a fresh process see `startup`.

mod texts;

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use demarche::{EntityRecord, Extractor, Gazetteer};

fn tables() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let entries = std::fs::read_dir(folder).expect("the folder data").map(|entry| entry.expect("an entry").path());
    let tables = entries.filter(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    tables.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a table"))).collect()
}

fn from_tables(tables: &[(String, String)]) -> Gazetteer {
    let mut builder = Gazetteer::builder();
    for (name, text) in tables {
        builder.read_tsv(name, text).expect("a table of the crate");
    }
    builder.build().expect("the tables of the crate")
}

fn from_names(names: &[String]) -> Gazetteer {
    let mut builder = Gazetteer::builder();
    for (i, name) in names.iter().enumerate() {
        builder.add(EntityRecord::new(format!("name:{i}"), name.as_str()));
    }
    builder.build().expect("names")
}

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    group.sample_size(10);

    let tables = tables();
    let count = from_tables(&tables).len();
    assert_eq!(count, Gazetteer::embedded().len(), "data/gazetteer.bin is stale: run cargo run --release --example pack");
    group.bench_function("the crate's tables, from TSV", |bencher| {
        bencher.iter(|| assert_eq!(from_tables(black_box(&tables)).len(), count));
    });
    group.bench_function("the built-in gazetteer, compile", |bencher| {
        bencher.iter(|| Extractor::new(black_box(Gazetteer::embedded())));
    });

    let names = texts::Names::new(20_000, false).aliases;
    group.bench_function("20,000 names, gazetteer from values", |bencher| {
        bencher.iter(|| assert_eq!(from_names(black_box(&names)).len(), names.len()));
    });
    let gazetteer = from_names(&names);
    group.bench_function("20,000 names, compile", |bencher| bencher.iter(|| Extractor::new(black_box(&gazetteer))));
    group.finish();
}

criterion_group!(benches, build);
criterion_main!(benches);
