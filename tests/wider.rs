//! The tables of the feature `wider`: what `data/README.md` promises of them.

use std::collections::HashSet;

const TABLES: [(&str, &str, &str); 4] = [
    ("officials", "id name qid source", include_str!("../data/wider/officials.tsv")),
    (
        "official_aliases",
        "id alias kind case policy cues not_before not_after valid_from valid_to priority source",
        include_str!("../data/wider/official_aliases.tsv"),
    ),
    ("offices", "id name body function title valid_from valid_to source principal", include_str!("../data/wider/offices.tsv")),
    ("tenures", "official office from to horizon role doubt source", include_str!("../data/wider/tenures.tsv")),
];

fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    text.lines().enumerate().skip(1).map(|(line, row)| (line + 1, row.split('\t').collect()))
}

#[test]
fn columns_and_order() {
    for (name, columns, text) in TABLES {
        let header: Vec<&str> = columns.split(' ').collect();
        assert_eq!(text.lines().next(), Some(header.join("\t").as_str()), "data/wider/{name}.tsv:1");
        let lines: Vec<&str> = text.lines().skip(1).collect();
        for (line, pair) in lines.windows(2).enumerate() {
            assert!(pair[0] < pair[1], "data/wider/{name}.tsv:{}: not sorted, or a duplicate row", line + 3);
        }
        for (line, cells) in rows(text) {
            assert_eq!(cells.len(), header.len(), "data/wider/{name}.tsv:{line}: the number of cells");
        }
    }
}

/// One person, one row.
#[test]
fn nobody_stands_there_twice() {
    let mut seen = HashSet::new();
    for (line, cells) in rows(TABLES[0].2) {
        for key in [cells[0], cells[2]].into_iter().filter(|key| !key.is_empty()) {
            assert!(seen.insert(key), "data/wider/officials.tsv:{line}: {key} stands there already");
        }
    }
}

/// A surname of a person whom few know needs support.
#[test]
fn surnames_need_support() {
    for (line, cells) in rows(TABLES[1].2) {
        assert!(cells[1].contains(' ') || cells[4] == "context", "data/wider/official_aliases.tsv:{line}: a word alone, always");
    }
}

/// Whoever has a tenure or an alias here has a row here or in the table of the core.
#[test]
fn persons_are_known() {
    let core = include_str!("../data/officials.tsv");
    let known: HashSet<&str> = [core, TABLES[0].2].into_iter().flat_map(rows).map(|(_, cells)| cells[0]).collect();
    for (name, _, text) in [TABLES[1], TABLES[3]] {
        for (line, cells) in rows(text) {
            assert!(known.contains(cells[0]), "data/wider/{name}.tsv:{line}: {} has no row", cells[0]);
        }
    }
}

#[test]
fn an_end_or_a_horizon() {
    for (line, cells) in rows(TABLES[3].2) {
        assert!(
            cells[3].is_empty() != cells[4].is_empty(),
            "data/wider/tenures.tsv:{line}: exactly one of to and horizon has a date"
        );
    }
}
