//! Two versions of the tables as a changelog: `cargo run --example data_diff -- OLD/data NEW/data`.
//!
//! Exit status 1 if a folder cannot be read. Entities are compared by id, tenures by official, office and start.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::process::ExitCode;

mod common;

/// Key of a row → its cells by column.
type Rows = BTreeMap<String, BTreeMap<String, String>>;

/// The columns that tell which rows of a table are the same fact.
const KEYS: [&[&str]; 5] =
    [&["id", "alias"], &["id"], &["official", "office", "from"], &["group", "member", "from", "role"], &["decoy"]];

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let [old, new] = folders.as_slice() else {
        eprintln!("two folders, please: the tables as they were, and as they are");
        return ExitCode::FAILURE;
    };
    let (old, new) = match (read(Path::new(old)), read(Path::new(new))) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(error), _) | (_, Err(error)) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let empty = Rows::new();
    let tables: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    common::to_stdout(|out| {
        for table in tables {
            let lines = changes(old.get(table).unwrap_or(&empty), new.get(table).unwrap_or(&empty));
            let lines = lines.iter().map(|line| format!("- {line}\n")).collect::<String>();
            if !lines.is_empty() {
                writeln!(out, "{table}\n{lines}")?;
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Every table of a folder by its name.
fn read(folder: &Path) -> Result<BTreeMap<String, Rows>, String> {
    let tell = |error: io::Error| format!("{}: {error}", folder.display());
    let mut tables = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(tell)? {
        let path = entry.map_err(tell)?.path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut lines = text.lines();
        let columns: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
        let key = KEYS.iter().find(|key| key.iter().all(|column| columns.contains(column)));
        let mut rows = Rows::new();
        for line in lines {
            let row: BTreeMap<String, String> =
                columns.iter().map(|column| (*column).into()).zip(line.split('\t').map(String::from)).collect();
            let key = match key {
                Some(key) => key.iter().filter_map(|column| row.get(*column)).map(String::as_str).collect::<Vec<_>>().join(" "),
                None => line.replace('\t', " "),
            };
            rows.insert(key.trim_end().into(), row);
        }
        tables.insert(path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), rows);
    }
    Ok(tables)
}

/// `added`, `removed`, `renamed`, `ended` and `changed`, one a line.
fn changes(old: &Rows, new: &Rows) -> Vec<String> {
    let mut lines = Vec::new();
    for (key, row) in old {
        let Some(now) = new.get(key) else {
            lines.push(format!("removed {key}"));
            continue;
        };
        let cell = |row: &BTreeMap<String, String>, column: &str| row.get(column).cloned().unwrap_or_default();
        for column in row.keys().chain(now.keys().filter(|column| !row.contains_key(*column))) {
            let (was, is) = (cell(row, column), cell(now, column));
            match column.as_str() {
                _ if was == is => {}
                "name" => lines.push(format!("renamed {key}: {was} is {is}")),
                "to" if was.is_empty() => lines.push(format!("ended {key}: {is}")),
                // Goes with the end.
                "horizon" if is.is_empty() => {}
                _ => lines.push(format!("changed {key}: {column} {was:?} is {is:?}")),
            }
        }
    }
    lines.extend(new.iter().filter(|(key, _)| !old.contains_key(*key)).map(|(key, row)| match row.get("name") {
        Some(name) => format!("added {key}: {name}"),
        None => format!("added {key}"),
    }));
    lines.sort();
    lines
}
