//! What are the documents of an input, in order, without holding more than one?

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::DataType;
use demarche::Date;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde::Deserialize;

use crate::Failure;

/// A document to read.
pub struct Document {
    pub id: String,
    pub text: String,
    pub date: Option<Date>,
}

/// A document that cannot be read: where it stands, and what is wrong.
pub struct Broken {
    pub place: String,
    pub message: String,
}

/// The documents of an input from some position on, and how far they are.
pub trait Documents: Send {
    /// The next document; `None` at the end.
    fn next(&mut self) -> Option<Result<Document, Broken>>;
    /// Where the next document starts: what `open` takes to go on. Files of a folder, bytes of JSON Lines, rows of Parquet.
    fn position(&self) -> u64;
    /// The position at the end.
    fn len(&self) -> u64;
}

/// Opens an input by what it is.
pub fn open(input: &Path, position: u64, max_bytes: usize) -> Result<Box<dyn Documents>, Failure> {
    let at = |error: io::Error| format!("{}: {error}", input.display());
    if input.is_dir() {
        return Ok(Box::new(Folder::open(input, position, max_bytes).map_err(at)?));
    }
    match input.extension().and_then(|extension| extension.to_str()) {
        Some("jsonl" | "ndjson") => Ok(Box::new(Lines::open(input, position, max_bytes).map_err(at)?)),
        Some("parquet") => Ok(Box::new(Rows::open(input, position, max_bytes)?)),
        _ => Err(format!("{}: an input is a folder, or a file named .jsonl or .parquet", input.display()).into()),
    }
}

/// The date of a document: a day, a time of day behind it being left out; nothing for an empty text.
fn date(text: &str) -> Result<Option<Date>, String> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().unwrap_or("");
    if day.is_empty() { Ok(None) } else { day.parse().map(Some).map_err(|error: demarche::DateError| error.to_string()) }
}

fn too_long(bytes: u64, max_bytes: usize) -> String {
    format!("{bytes} bytes are more than the {max_bytes} of --max-bytes")
}

/// The .txt files of a folder and the folders in it, by name. A name that starts with a day dates its document.
struct Folder {
    root: PathBuf,
    /// What is still to be read of each folder on the way down, backwards.
    open: Vec<Vec<PathBuf>>,
    position: u64,
    len: u64,
    max_bytes: usize,
}

impl Folder {
    fn open(root: &Path, position: u64, max_bytes: usize) -> io::Result<Self> {
        let fresh = || -> io::Result<Folder> {
            Ok(Folder { root: root.into(), open: vec![entries(root)?], position: 0, len: 0, max_bytes })
        };
        let mut count = fresh()?;
        while count.next_file().is_some() {}
        let mut folder = fresh()?;
        folder.len = count.position;
        while folder.position < position && folder.next_file().is_some() {}
        Ok(folder)
    }

    /// The next file, or what is wrong with a folder on the way.
    fn next_file(&mut self) -> Option<Result<PathBuf, Broken>> {
        loop {
            let Some(path) = self.open.last_mut()?.pop() else {
                self.open.pop();
                continue;
            };
            if path.is_dir() {
                match entries(&path) {
                    Ok(entries) => self.open.push(entries),
                    Err(error) => return Some(Err(Broken { place: path.display().to_string(), message: error.to_string() })),
                }
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                self.position += 1;
                return Some(Ok(path));
            }
        }
    }
}

/// What is in a folder, by name, backwards.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort_unstable_by(|a, b| b.cmp(a));
    Ok(entries)
}

impl Documents for Folder {
    fn next(&mut self) -> Option<Result<Document, Broken>> {
        let path = match self.next_file()? {
            Ok(path) => path,
            Err(broken) => return Some(Err(broken)),
        };
        let read = || -> Result<String, String> {
            let size = fs::metadata(&path).map_err(|error| error.to_string())?.len();
            if size > self.max_bytes as u64 {
                return Err(too_long(size, self.max_bytes));
            }
            let bytes = fs::read(&path).map_err(|error| error.to_string())?;
            String::from_utf8(bytes).map_err(|error| format!("byte {} is not UTF-8", error.utf8_error().valid_up_to()))
        };
        let id = path.strip_prefix(&self.root).unwrap_or(&path).display().to_string();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let date = name.get(..10).and_then(|day| day.parse().ok());
        Some(match read() {
            Ok(text) => Ok(Document { id, text, date }),
            Err(message) => Err(Broken { place: path.display().to_string(), message }),
        })
    }

    fn position(&self) -> u64 {
        self.position
    }

    fn len(&self) -> u64 {
        self.len
    }
}

/// JSON Lines: `{"id", "text", "date"?}`.
struct Lines {
    name: String,
    input: BufReader<File>,
    line: u64,
    position: u64,
    len: u64,
    max_bytes: usize,
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

impl Lines {
    fn open(path: &Path, position: u64, max_bytes: usize) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let len = file.metadata()?.len();
        file.seek(SeekFrom::Start(position))?;
        Ok(Lines {
            name: path.display().to_string(),
            input: BufReader::with_capacity(1 << 20, file),
            line: 0,
            position,
            len,
            max_bytes,
        })
    }

    /// Reads a line of at most `max_bytes` into `line`, passes over a longer one, and tells its length; 0 at the end.
    fn read_line(&mut self, line: &mut Vec<u8>) -> io::Result<u64> {
        let mut length = 0;
        loop {
            let buffer = self.input.fill_buf()?;
            let (used, ended) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            if length + used as u64 <= self.max_bytes as u64 {
                line.extend_from_slice(&buffer[..used]);
            }
            self.input.consume(used);
            length += used as u64;
            if ended {
                self.position += length;
                self.line += 1;
                return Ok(length);
            }
        }
    }
}

impl Documents for Lines {
    fn next(&mut self) -> Option<Result<Document, Broken>> {
        let mut line = Vec::new();
        loop {
            line.clear();
            let start = self.position;
            let length = match self.read_line(&mut line) {
                Ok(0) => return None,
                Ok(length) => length,
                Err(error) => {
                    // What cannot be read ends the input.
                    self.position = self.len;
                    return Some(Err(Broken { place: format!("{}, byte {start}", self.name), message: error.to_string() }));
                }
            };
            if line.trim_ascii().is_empty() && length <= self.max_bytes as u64 {
                continue;
            }
            let parse = || -> Result<Document, String> {
                if length > self.max_bytes as u64 {
                    return Err(too_long(length, self.max_bytes));
                }
                let Line { id, text, date: day } =
                    serde_json::from_slice(line.trim_ascii()).map_err(|error| error.to_string())?;
                let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
                Ok(Document { id, text, date: date(day.as_deref().unwrap_or(""))? })
            };
            let place = || format!("{}, byte {start}", self.name);
            return Some(parse().map_err(|message| Broken { place: place(), message }));
        }
    }

    fn position(&self) -> u64 {
        self.position
    }

    fn len(&self) -> u64 {
        self.len
    }
}

/// The rows of a Parquet file, from its columns `id`, `text` and, if there is one, `date`.
struct Rows {
    name: String,
    input: ParquetRecordBatchReader,
    batch: Option<Batch>,
    position: u64,
    len: u64,
    max_bytes: usize,
}

/// A few rows, as texts.
struct Batch {
    id: StringArray,
    text: StringArray,
    date: Option<StringArray>,
    next: usize,
}

impl Batch {
    fn new(rows: &RecordBatch) -> Result<Self, Failure> {
        let column = |name: &str| -> Result<Option<StringArray>, Failure> {
            let Some(column) = rows.column_by_name(name) else { return Ok(None) };
            let texts = arrow_cast::cast(column, &DataType::Utf8)?;
            Ok(Some(StringArray::from(texts.to_data())))
        };
        let must = |name: &str| column(name)?.ok_or_else(|| Failure::from(format!("there is no column {name}")));
        Ok(Batch { id: must("id")?, text: must("text")?, date: column("date")?, next: 0 })
    }
}

impl Rows {
    fn open(path: &Path, position: u64, max_bytes: usize) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let at = |error: &dyn std::fmt::Display| Failure::from(format!("{name}: {error}"));
        let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).map_err(|error| at(&error))?)
            .map_err(|error| at(&error))?;
        let len = builder.metadata().file_metadata().num_rows() as u64;
        let wanted: Vec<_> = ["id", "text", "date"].into_iter().filter(|name| builder.schema().index_of(name).is_ok()).collect();
        if let Some(missing) = ["id", "text"].into_iter().find(|name| !wanted.contains(name)) {
            return Err(at(&format!("there is no column {missing}; there must be id and text, there may be date")));
        }
        let mask = ProjectionMask::columns(builder.parquet_schema(), wanted);
        let builder = builder.with_projection(mask).with_batch_size(256).with_offset(position as usize);
        let input = builder.build().map_err(|error| at(&error))?;
        Ok(Rows { name, input, batch: None, position, len, max_bytes })
    }
}

impl Documents for Rows {
    fn next(&mut self) -> Option<Result<Document, Broken>> {
        while self.batch.as_ref().is_none_or(|batch| batch.next == batch.id.len()) {
            let rows = self.input.next()?.map_err(Failure::from).and_then(|rows| Batch::new(&rows));
            match rows {
                Ok(batch) => self.batch = Some(batch),
                Err(error) => {
                    // Behind a page that cannot be read nothing can.
                    let place = format!("{}, row {}", self.name, self.position);
                    self.position = self.len;
                    self.batch = None;
                    return Some(Err(Broken { place, message: error.to_string() }));
                }
            }
        }
        let batch = self.batch.as_mut()?;
        let row = batch.next;
        batch.next += 1;
        let place = format!("{}, row {}", self.name, self.position);
        self.position += 1;
        let cell = |column: &StringArray| (!column.is_null(row)).then(|| column.value(row).to_owned());
        let read = || -> Result<Document, String> {
            let text = cell(&batch.text).ok_or("the text is null")?;
            if text.len() > self.max_bytes {
                return Err(too_long(text.len() as u64, self.max_bytes));
            }
            let day = batch.date.as_ref().and_then(cell).unwrap_or_default();
            Ok(Document { id: cell(&batch.id).unwrap_or_else(|| row.to_string()), text, date: date(&day)? })
        };
        Some(read().map_err(|message| Broken { place, message }))
    }

    fn position(&self) -> u64 {
        self.position
    }

    fn len(&self) -> u64 {
        self.len
    }
}
