//! Tables of any format → the builder.
//!
//! - here: files, and what happens on an error: nothing of a table with an error in it is kept.
//! - [`tsv`], `csv`, `json`, [`patterns`], `spacy`: a text of that format → rows.
//! - [`header`]: which table is it, by its columns?
//! - [`row`]: a row → what is added.

mod add;
#[cfg(feature = "csv")]
mod csv;
mod header;
#[cfg(feature = "json")]
mod json;
mod names;
mod patterns;
mod row;
#[cfg(feature = "json")]
mod spacy;
mod tsv;

use std::path::Path;

pub(super) use self::header::closest;

use self::header::Header;
use self::names::Names;
use self::row::Row;
use super::builder::GazetteerBuilder;
use crate::error::{Error, ErrorKind};

pub use self::patterns::TokenPatterns;

/// Up to how many errors of one table are told.
const MOST_ERRORS: usize = 1000;
/// The longest cell, in bytes. What is longer is a quote or a tab that was forgotten.
const LONGEST_CELL: usize = 1 << 20;

impl GazetteerBuilder {
    /// Whether the readers and [`build`](Self::build) tell every error they find, up to 1000 a table, rather than the first. Several
    /// come as one [`Error`]; [`Error::each`] goes through them.
    ///
    /// ```
    /// let mut builder = demarche::Gazetteer::builder();
    /// builder.every_error(true);
    /// let table = "id\talias\tcase\nship:vega\t\tany\nship:vega\tVEGA\tupper\n";
    /// let error = builder.read_tsv("ships.tsv", table).unwrap_err();
    /// let errors: Vec<String> = error.each().map(ToString::to_string).collect();
    /// assert_eq!(errors[0], "ships.tsv:2:11: alias: the cell is empty, but every row needs it");
    /// assert!(errors[1].starts_with("ships.tsv:3:16: case: unknown case policy \"upper\""));
    /// ```
    pub fn every_error(&mut self, every: bool) -> &mut Self {
        self.every_error = every;
        self
    }

    /// Reads a table from a file of the format that its ending says: `.csv`, `.json`, `.jsonl` or `.ndjson`, and otherwise
    /// tab-separated. CSV needs the feature `csv`, the JSON formats `json`.
    ///
    /// # Errors
    /// If the file cannot be read, is not UTF-8, or is not as `data/own_gazetteer.md` says. The error tells file, line and column. Nothing
    /// of the table has been added then.
    pub fn load(&mut self, path: impl AsRef<Path>) -> Result<&mut Self, Error> {
        let path = path.as_ref();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
        match ending.as_str() {
            #[cfg(feature = "csv")]
            "csv" => self.load_csv(path),
            #[cfg(not(feature = "csv"))]
            "csv" => Err(without_feature(path, "CSV", "csv")),
            #[cfg(feature = "json")]
            "json" => self.load_json(path),
            #[cfg(feature = "json")]
            "jsonl" | "ndjson" => self.load_json_lines(path),
            #[cfg(not(feature = "json"))]
            "json" | "jsonl" | "ndjson" => Err(without_feature(path, "JSON", "json")),
            _ => self.load_tsv(path),
        }
    }

    /// Reads a tab-separated table from a file.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn load_tsv(&mut self, path: impl AsRef<Path>) -> Result<&mut Self, Error> {
        let (name, text) = text_of(path.as_ref())?;
        self.read_tsv(&name, &text)
    }

    /// Reads a tab-separated table from a string; `name` stands for the file in errors and explanations.
    ///
    /// ```
    /// let mut builder = demarche::Gazetteer::builder();
    /// builder.read_tsv("ships", "name\talias\nVega\tM/V Vega\n")?;
    /// let error = builder.read_tsv("ships", "id\tname\nship:vega\n").unwrap_err();
    /// assert!(error.to_string().starts_with("ships:2: the row has 1 cells, the header 2"));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn read_tsv(&mut self, name: &str, text: &str) -> Result<&mut Self, Error> {
        self.table(name, text, tsv::read)
    }

    /// Reads a comma-separated table from a file.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg(feature = "csv")]
    #[cfg_attr(docsrs, doc(cfg(feature = "csv")))]
    pub fn load_csv(&mut self, path: impl AsRef<Path>) -> Result<&mut Self, Error> {
        let (name, text) = text_of(path.as_ref())?;
        self.read_csv(&name, &text)
    }

    /// Reads a comma-separated table from a string. A cell with a comma, a quote or a line break stands in quotes, in which a quote
    /// is doubled (RFC 4180).
    ///
    /// ```
    /// let mut builder = demarche::Gazetteer::builder();
    /// builder.read_csv("ships.csv", "name,alias\nVega,\"Vega, the \"\"old\"\" one\"\n")?;
    /// let error = builder.read_csv("ships.csv", "name,alias\nVega,\"Vega II\n").unwrap_err();
    /// assert_eq!(error.to_string(), "ships.csv:2:6: a quote is opened here and never closed; double a quote that belongs to the text");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg(feature = "csv")]
    #[cfg_attr(docsrs, doc(cfg(feature = "csv")))]
    pub fn read_csv(&mut self, name: &str, text: &str) -> Result<&mut Self, Error> {
        self.table(name, text, csv::read)
    }

    /// Reads a table as `read` does; if that fails, nothing of it is kept.
    fn table(
        &mut self,
        name: &str,
        text: &str,
        read: impl FnOnce(&mut Sink<'_>, &str) -> Result<(), Error>,
    ) -> Result<&mut Self, Error> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let before = self.mark();
        let file = self.file_number(name);
        let mut sink = Sink { builder: self, source: text, file, names: Names::default(), errors: Vec::new() };
        let result = read(&mut sink, text);
        let mut errors = sink.errors;
        errors.extend(result.err());
        match Error::of_all(errors) {
            Some(error) => {
                self.rewind(before);
                Err(error.in_file(name))
            }
            None => Ok(self),
        }
    }
}

/// The error that a format is not read by this build.
#[cfg(not(all(feature = "csv", feature = "json")))]
fn without_feature(path: &Path, format: &str, feature: &str) -> Error {
    let message = format!("{format} is read with the feature {feature} of demarche; switch it on");
    Error::new(ErrorKind::Syntax(message)).in_file(path)
}

/// The text of a file, and the name it has in errors.
fn text_of(path: &Path) -> Result<(String, String), Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::new(error).in_file(path))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..offset];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
        let column = 1 + std::str::from_utf8(&before[line_start..]).map_or(0, |line| line.chars().count());
        Error::new(ErrorKind::NotUtf8 { offset }).in_file(path).at(line, Some(column))
    })?;
    Ok((path.display().to_string(), text))
}

/// Where the rows of one table go.
struct Sink<'b> {
    builder: &'b mut GazetteerBuilder,
    /// The whole text.
    source: &'b str,
    /// Number of the file.
    file: u32,
    names: Names,
    errors: Vec<Error>,
}

impl Sink<'_> {
    /// Adds a row.
    fn row(&mut self, header: &Header, row: &Row<'_>) -> Result<(), Error> {
        let result = row.check().and_then(|()| self.builder.add_row(header, row, &mut self.names));
        self.note(result)
    }

    /// Goes on after an error if all of them are asked for.
    fn note(&mut self, result: Result<(), Error>) -> Result<(), Error> {
        match result {
            Err(error) if self.builder.every_error && self.errors.len() + 1 < MOST_ERRORS => {
                self.errors.push(error);
                Ok(())
            }
            result => result,
        }
    }

    /// File and line in one number, as rows of tables have it.
    fn origin(&self, line: usize) -> u32 {
        self.file << 24 | (line as u32).min(0xff_ffff)
    }
}
