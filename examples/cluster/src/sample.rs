//! Documents to try it on: news-like texts made from the built-in gazetteer, the same every time, as Parquet files.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{RecordBatch, StringArray};
use datafusion::parquet::arrow::ArrowWriter;
use demarche::{Gazetteer, Tenure};

use crate::Failure;

/// Sentences with places for an office, its holder, a capital and a format.
const SENTENCES: [&str; 6] = [
    "{office} {person} arrived in {place} on Tuesday for talks that officials described as frank and useful.",
    "The two sides discussed trade, water and the railway, and agreed to meet again before the end of the year.",
    "In {place}, {person} told reporters that the {format} had to find common ground before winter.",
    "Analysts doubted that the promises would survive the budget debate, which opens next month.",
    "A spokesman for the {office} declined to comment on reports of a visit by a {format} delegation.",
    "Prices rose by two per cent in the quarter, the statistics office said, while exports to {country} fell.",
];
/// Sentences a document.
const LENGTH: usize = 12;

/// Writes `documents` documents into `files` files of a folder.
pub fn write(folder: &Path, documents: usize, files: usize) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let gazetteer = Gazetteer::embedded();
    let of_kind = |kind: &str| gazetteer.entities().filter(|entity| entity.kind().as_str() == kind).map(|e| e.name()).collect();
    let (places, formats, countries): (Vec<&str>, Vec<&str>, Vec<&str>) =
        (of_kind("place"), of_kind("format"), of_kind("country"));
    let offices = gazetteer.entities().filter(|entity| entity.kind().as_str() == "office");
    let tenures: Vec<Tenure<'_>> = offices.flat_map(|office| gazetteer.tenures_of_office(office.id())).collect();

    let mut random = Random(1);
    for file in 0..files {
        let ids = (documents * file / files)..(documents * (file + 1) / files);
        let mut rows: [Vec<String>; 3] = Default::default();
        for id in ids {
            let tenure = random.pick(&tenures);
            let mut text = String::new();
            for _ in 0..LENGTH {
                let sentence = random
                    .pick(&SENTENCES)
                    .replace("{office}", tenure.office().name())
                    .replace("{person}", tenure.official().name())
                    .replace("{place}", random.pick::<&str>(&places))
                    .replace("{format}", random.pick::<&str>(&formats))
                    .replace("{country}", random.pick::<&str>(&countries));
                text.push_str(&sentence);
                text.push(' ');
            }
            rows[0].push(format!("doc-{id:07}"));
            rows[1].push(text);
            rows[2].push(tenure.interval().from().map(|date| date.first_day().to_string()).unwrap_or_default());
        }
        let columns = ["id", "text", "date"].into_iter().zip(&rows);
        let batch = RecordBatch::try_from_iter(columns.map(|(name, rows)| {
            let rows = rows.iter().map(|row| (!row.is_empty()).then_some(row));
            (name, Arc::new(StringArray::from_iter(rows)) as _)
        }))?;
        let mut writer =
            ArrowWriter::try_new(File::create(folder.join(format!("part-{file:02}.parquet")))?, batch.schema(), None)?;
        writer.write(&batch)?;
        writer.close()?;
    }
    Ok(())
}

/// A linear congruential generator: what is drawn need not be good, only the same.
struct Random(u64);

impl Random {
    fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &choices[(self.0 >> 33) as usize % choices.len()]
    }
}
