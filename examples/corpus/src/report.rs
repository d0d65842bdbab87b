//! What is in the corpus, by kind, by entity, together and over time?

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::counts::Counts;
use crate::parts::{Done, complete};
use crate::{Failure, picture};

/// Writes the report on the complete parts of a folder into its folder `report`, and gives a summary.
pub fn write(folder: &Path) -> Result<String, Failure> {
    let mut counts = Counts::default();
    for (_, path) in complete(folder)? {
        counts.merge(serde_json::from_slice::<Done>(&fs::read(path)?)?.counts);
    }
    let out = folder.join("report");
    fs::create_dir_all(&out)?;
    let kinds: Vec<&str> = counts.kinds.keys().map(String::as_str).collect();

    table(&out, "kinds.csv", "kind,mentions", counts.kinds.iter().map(|(kind, n)| vec![kind.clone(), n.to_string()]))?;
    let mut entities: Vec<_> = counts.entities.iter().collect();
    entities.sort_by(|a, b| b.1.mentions.cmp(&a.1.mentions).then(a.0.cmp(b.0)));
    let row = |(id, tally): &(&String, &crate::counts::Tally)| {
        vec![(*id).clone(), tally.name.clone(), tally.kind.clone(), tally.mentions.to_string(), tally.documents.to_string()]
    };
    table(&out, "entities.csv", "id,name,kind,mentions,documents", entities.iter().map(row))?;
    let name = |id: &str| counts.entities.get(id).map_or_else(|| id.to_owned(), |tally| tally.name.clone());
    let pairs = counts
        .together
        .iter()
        .flat_map(|(official, countries)| countries.iter().map(move |(country, n)| (official.as_str(), country.as_str(), *n)));
    let rows = pairs
        .clone()
        .map(|(official, country, n)| vec![official.into(), name(official), country.into(), name(country), n.to_string()]);
    table(&out, "officials_countries.csv", "official,official_name,country,country_name,documents", rows)?;
    let months = counts
        .months
        .iter()
        .flat_map(|(month, kinds)| kinds.iter().map(move |(kind, n)| vec![month.clone(), kind.clone(), n.to_string()]));
    table(&out, "months.csv", "month,kind,mentions", months)?;

    fs::write(out.join("officials_countries.svg"), picture::matrix(&counts.together, &name))?;
    fs::write(out.join("months.svg"), picture::months(&counts.months, &kinds))?;
    Ok(summary(&counts, &entities, folder))
}

fn summary(counts: &Counts, entities: &[(&String, &crate::counts::Tally)], folder: &Path) -> String {
    let megabytes = counts.bytes as f64 / 1e6;
    let mut out =
        format!("{} documents, {megabytes:.1} MB, {} broken, {} mentions\n", counts.documents, counts.broken, counts.mentions);
    let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (_, tally) in entities {
        let top = kinds.entry(&tally.kind).or_default();
        if top.len() < 5 {
            top.push(format!("{} {}", tally.name, tally.mentions));
        }
    }
    for (kind, top) in kinds {
        let _ = writeln!(out, "{kind:12} {:9}   {}", counts.kinds.get(kind).copied().unwrap_or_default(), top.join(", "));
    }
    let _ = write!(out, "the rest is in {}", folder.join("report").display());
    out
}

/// Writes a table of comma-separated values.
fn table(folder: &Path, name: &str, header: &str, rows: impl Iterator<Item = Vec<String>>) -> Result<(), Failure> {
    let mut file = BufWriter::new(File::create(folder.join(name))?);
    writeln!(file, "{header}\r")?;
    for row in rows {
        let cells = row.iter().map(|cell| {
            if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        });
        writeln!(file, "{}\r", cells.collect::<Vec<_>>().join(","))?;
    }
    Ok(file.flush()?)
}
