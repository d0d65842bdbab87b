//! What `data/own_gazetteer.md` shows is what happens: its tables load, its patterns find, its messages are told, its methods exist.
//! Its code runs as documentation tests, its commands in `.ci/run`.

use demarche::{Extractor, Gazetteer};

use crate::found;

const PAGE: &str = include_str!("../../data/own_gazetteer.md");

/// The first block of a language behind a heading.
fn block(heading: &str, language: &str) -> &'static str {
    let behind = PAGE.split_once(&format!("\n## {heading}\n")).expect(heading).1;
    let behind = behind.split("\n## ").next().expect("a section");
    let block = behind.split_once(&format!("```{language}\n")).expect(language).1;
    block.split_once("\n```").expect("an end").0
}

#[test]
fn two_columns() {
    // The page separates columns by spaces, so that they stand in line.
    let table: Vec<String> = block("Two columns", "text")
        .lines()
        .map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\t"))
        .collect();
    let mut builder = Gazetteer::builder();
    builder.read_tsv("rivers.tsv", &table.join("\n")).expect("the table of the page");
    let gazetteer = builder.build().expect("a gazetteer");
    assert_eq!(gazetteer.entities().map(|entity| entity.id()).collect::<Vec<_>>(), ["entity:amu-darya"]);
    assert_eq!(found(&gazetteer, "The Oxus, or Jayhun, is the Amu Darya.").len(), 3);
}

/// Every table that the page says there is can be read with the columns it names, and with all those it may have besides.
#[test]
fn tables_and_their_columns() {
    let code = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let section = PAGE.split_once("\n## The full form\n").expect("a section").1.split("\n## ").next().expect("its text");
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let mut tables = 0;
    let mut alias_columns = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let (mut columns, mut others) = (code(cells[0]), code(cells[2]));
        match columns.last().map(String::as_str) {
            Some("alias") => alias_columns = others.clone(),
            Some("decoy") => others.clone_from(&alias_columns),
            _ => {}
        }
        columns.append(&mut others);
        let mut builder = Gazetteer::builder();
        builder.read_tsv("t", &format!("{}\n", columns.join("\t"))).expect(row);
        columns.push("colour".into());
        let property = columns.starts_with(&["id".into(), "name".into()]);
        assert_eq!(builder.read_tsv("t", &format!("{}\n", columns.join("\t"))).is_ok(), property, "{row}");
        tables += 1;
    }
    assert_eq!(tables, 6);
}

#[test]
fn methods_and_features() {
    let section = PAGE.split_once("\n## Formats\n").expect("a section").1.split("\n## ").next().expect("its text");
    let source = [
        include_str!("../../src/gazetteer/load/mod.rs"),
        include_str!("../../src/gazetteer/load/json.rs"),
        include_str!("../../src/gazetteer/load/patterns.rs"),
    ]
    .concat();
    let methods =
        section.lines().filter(|line| line.starts_with("| `")).flat_map(|line| line.split('|').nth(1)?.split('`').nth(1));
    let mut count = 0;
    for method in methods {
        assert!(source.contains(&format!("pub fn {method}(")), "{method}");
        count += 1;
    }
    assert!(count > 5);
}

#[cfg(feature = "json")]
#[test]
fn the_json_of_the_page() {
    let mut builder = Gazetteer::builder();
    builder.read_json("agencies.json", block("Formats", "json")).expect("the table of the page");
    let gazetteer = builder.build().expect("a gazetteer");
    let text = "Border guards of the European Border and Coast Guard Agency are what the Agency is.";
    assert_eq!(found(&gazetteer, text).len(), 2, "{:?}", found(&gazetteer, text));
    assert_eq!(gazetteer.get("agency:frontex").and_then(|agency| agency.property("seat")), Some("Warsaw"));
}

#[test]
fn the_error_of_the_page() {
    let says = block("Errors", "text");
    let error = Gazetteer::builder().read_tsv("aliases.tsv", "id\talias\tpolcy\nship:vega\tVega\tnever\n").expect_err("a typo");
    assert_eq!(error.to_string(), says);
}

/// What the page says of FlashText's sign for a space.
#[test]
fn keywords_of_flashtext() {
    let mut builder = Gazetteer::builder();
    builder.read_flashtext("k.txt", "java=>Java\n", "skill").expect("keywords");
    assert_eq!(Extractor::new(&builder.clone().build().expect("a gazetteer")).extract("java_2e").count(), 1);
    builder.read_flashtext("l.txt", "java_2e=>Java\n", "skill").expect("keywords");
    let gazetteer = builder.build().expect("a gazetteer");
    assert_eq!(found(&gazetteer, "java_2e")[0].0, "java_2e");
}
