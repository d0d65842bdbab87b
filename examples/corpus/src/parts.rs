//! What is written, and what is written already?
//!
//! Results come in parts: `mentions-00001.jsonl`, `mentions-00001.parquet` and `counts-00001.json`, the last of which is put there when the
//! others are complete. It tells where the next part starts, so a run that was stopped goes on behind the last complete part.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Float32Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use demarche::{Date, OwnedMention};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde::{Deserialize, Serialize};

use crate::Failure;
use crate::counts::Counts;

/// The answer for one document.
pub struct Answer {
    pub id: String,
    pub date: Option<Date>,
    pub bytes: usize,
    pub mentions: Vec<OwnedMention>,
    /// The document's line of JSON.
    pub line: Vec<u8>,
}

/// A complete part.
#[derive(Serialize, Deserialize)]
pub struct Done {
    /// Where the next part starts in the input.
    pub next: u64,
    pub counts: Counts,
}

/// What a run is of; a run goes on only where this is the same.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub input: PathBuf,
    pub len: u64,
    pub profile: String,
    pub nested: bool,
    pub data_version: String,
}

impl Run {
    /// Starts a run in a folder, or finds out how far one has come: the number of complete parts, and where to go on.
    pub fn resume(&self, folder: &Path) -> Result<(u32, u64), Failure> {
        fs::create_dir_all(folder)?;
        let path = folder.join("run.json");
        if !path.exists() {
            write_whole(&path, &serde_json::to_vec_pretty(self)?)?;
            return Ok((0, 0));
        }
        let there: Run = serde_json::from_slice(&fs::read(&path)?)?;
        if there != *self {
            return Err(format!("{} holds another run: {there:?}, not {self:?}; give another --out", folder.display()).into());
        }
        match complete(folder)?.last() {
            Some((number, path)) => Ok((*number, serde_json::from_slice::<Done>(&fs::read(path)?)?.next)),
            None => Ok((0, 0)),
        }
    }
}

/// The complete parts of a folder in order: numbers and files of counts.
pub fn complete(folder: &Path) -> Result<Vec<(u32, PathBuf)>, Failure> {
    let mut parts = Vec::new();
    for number in 1.. {
        let path = folder.join(format!("counts-{number:05}.json"));
        if !path.exists() {
            break;
        }
        parts.push((number, path));
    }
    Ok(parts)
}

/// Writes a file such that it is there as a whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let draft = path.with_extension("draft");
    let mut file = File::create(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(fs::rename(draft, path)?)
}

/// A part that is being written.
pub struct Part {
    folder: PathBuf,
    number: u32,
    lines: BufWriter<File>,
    rows: ArrowWriter<File>,
    pub counts: Counts,
}

impl Part {
    pub fn create(folder: &Path, number: u32) -> Result<Self, Failure> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).set_max_row_group_size(1 << 16).build();
        let draft = |extension: &str| File::create(path(folder, number, extension, true));
        Ok(Part {
            folder: folder.into(),
            number,
            lines: BufWriter::with_capacity(1 << 18, draft("jsonl")?),
            rows: ArrowWriter::try_new(draft("parquet")?, schema(), Some(properties))?,
            counts: Counts::default(),
        })
    }

    pub fn write(&mut self, answers: &[Answer]) -> Result<(), Failure> {
        for answer in answers {
            self.lines.write_all(&answer.line)?;
            self.counts.add(answer.bytes, answer.date, &answer.mentions);
        }
        Ok(self.rows.write(&rows(answers)?)?)
    }

    /// Completes the part; the next one starts at `next` of the input.
    pub fn finish(self, next: u64) -> Result<(), Failure> {
        self.lines.into_inner().map_err(|error| error.into_error())?.sync_all()?;
        self.rows.into_inner()?.sync_all()?;
        for extension in ["jsonl", "parquet"] {
            fs::rename(path(&self.folder, self.number, extension, true), path(&self.folder, self.number, extension, false))?;
        }
        let counts = self.folder.join(format!("counts-{:05}.json", self.number));
        write_whole(&counts, &serde_json::to_vec(&Done { next, counts: self.counts })?)
    }
}

fn path(folder: &Path, number: u32, extension: &str, draft: bool) -> PathBuf {
    folder.join(format!("mentions-{number:05}.{extension}{}", if draft { ".draft" } else { "" }))
}

/// The columns of the Parquet files: a row a mention.
fn schema() -> Arc<Schema> {
    let must = |name: &str, kind: DataType| Field::new(name, kind, false);
    let may = |name: &str, kind: DataType| Field::new(name, kind, true);
    Arc::new(Schema::new(vec![
        must("document", DataType::Utf8),
        may("date", DataType::Date32),
        must("start", DataType::Int64),
        must("end", DataType::Int64),
        must("text", DataType::Utf8),
        must("kind", DataType::Utf8),
        must("name", DataType::Utf8),
        must("id", DataType::Utf8),
        must("alias_kind", DataType::Utf8),
        must("confidence", DataType::Float32),
        may("country", DataType::Utf8),
    ]))
}

fn rows(answers: &[Answer]) -> Result<RecordBatch, Failure> {
    let mut texts: [StringBuilder; 7] = std::array::from_fn(|_| StringBuilder::new());
    let [mut start, mut end] = [Int64Builder::new(), Int64Builder::new()];
    let (mut date, mut confidence) = (Date32Builder::new(), Float32Builder::new());
    for answer in answers {
        let day = answer.date.map(days);
        for mention in &answer.mentions {
            let row =
                [&*answer.id, &mention.text, mention.kind.as_str(), &mention.name, &mention.id, mention.alias_kind.as_str()];
            for (column, text) in texts.iter_mut().zip(row) {
                column.append_value(text);
            }
            texts[6].append_option(mention.country.as_deref());
            start.append_value(mention.start as i64);
            end.append_value(mention.end as i64);
            date.append_option(day);
            confidence.append_value(mention.confidence);
        }
    }
    let mut texts = texts.map(|mut column| Arc::new(column.finish()) as ArrayRef).into_iter();
    let mut text = || texts.next().expect("seven columns of text");
    let columns: Vec<ArrayRef> = vec![
        text(),
        Arc::new(date.finish()),
        Arc::new(start.finish()),
        Arc::new(end.finish()),
        text(),
        text(),
        text(),
        text(),
        text(),
        Arc::new(confidence.finish()),
        text(),
    ];
    Ok(RecordBatch::try_new(schema(), columns)?)
}

/// Days since 1970-01-01, of a month or year those of its first day.
fn days(date: Date) -> i32 {
    let day = date.first_day();
    let (month, day_of_month) = (i32::from(day.month().unwrap_or(1)), i32::from(day.day().unwrap_or(1)));
    // Years that start in March have the leap day at their end.
    let year = i32::from(day.year()) - i32::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day_of_month - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (date, expected) in
            [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2023-02-28", 19_416), ("2024", 19_723)]
        {
            assert_eq!(days(date.parse().unwrap()), expected, "{date}");
        }
    }
}
