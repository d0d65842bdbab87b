//! What went wrong, in which file, line and column.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a gazetteer could not be read or built.
#[derive(Debug, thiserror::Error)]
#[error("{place}{kind}")]
pub struct Error {
    place: Place,
    #[source]
    kind: Box<ErrorKind>,
}

/// The sorts of failure.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum ErrorKind {
    /// A file could not be read.
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
    /// A file holds bytes that are not UTF-8.
    #[error("byte {offset} of the file is not UTF-8; save the table as UTF-8")]
    NotUtf8 {
        /// Offset of the first offending byte in the file.
        offset: usize,
    },
    /// The header names no set of columns that a table can have, or a column that the table does not have.
    #[error("{0}")]
    Header(String),
    /// The text is not as its format wants it: a quote that is never closed, JSON that is none.
    #[error("{0}")]
    Syntax(String),
    /// A row has more or fewer cells than the header.
    #[error("the row has {found} cells, the header {expected}; cells are separated by one {between} each")]
    CellCount {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
        /// What separates cells: `tab` or `comma`.
        between: &'static str,
    },
    /// A cell holds something that its column cannot take.
    #[error("{column}: {message}")]
    Cell {
        /// Name of the column.
        column: String,
        /// What is wrong and what would be right.
        message: String,
    },
    /// A list of tokens, as spaCy's patterns can be, that means more than one text in one case.
    #[error("pattern: {0}")]
    TokenPattern(String),
    /// A row speaks of an entity that no row defines.
    #[error("unknown id {0:?}; an entity row must define it")]
    UnknownId(String),
    /// Two rows define the same entity.
    #[error("the id {id:?} is defined twice{first}; keep one row, and write further names as aliases")]
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first row stands, as ` (first in FILE:LINE)`; empty where that is not known.
        first: String,
    },
    /// Packed tables are damaged or of another version.
    #[error("packed tables: {0}")]
    Packed(&'static str),
    /// A saved gazetteer was written by a newer version of this crate.
    #[error("the gazetteer was saved with schema {found}, and this version of demarche reads up to {known}; use a newer one")]
    NewerSchema {
        /// Schema of the saved gazetteer.
        found: u32,
        /// The newest schema that can be read.
        known: u32,
    },
    /// Several errors, where all of them were asked for: see [`Error::each`].
    #[error("{}", .0.iter().map(Error::to_string).collect::<Vec<_>>().join("\n"))]
    Several(Vec<Error>),
    /// There is more than the tables can hold.
    #[error("too many {0}; a gazetteer holds up to {1}")]
    TooMany(&'static str, u64),
}

/// Where in the input an error lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    file: Option<PathBuf>,
    line: Option<usize>,
    column: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut any = false;
        if let Some(file) = &self.file {
            write!(f, "{}", file.display())?;
            any = true;
        }
        for (label, number) in [("line ", self.line), ("column ", self.column)] {
            if let Some(number) = number {
                if any {
                    write!(f, ":{number}")?;
                } else {
                    write!(f, "{label}{number}")?;
                }
                any = true;
            }
        }
        if any { write!(f, ": ") } else { Ok(()) }
    }
}

impl Error {
    pub(crate) fn new(kind: impl Into<ErrorKind>) -> Self {
        Error { place: Place::default(), kind: Box::new(kind.into()) }
    }

    pub(crate) fn in_file(mut self, file: impl Into<PathBuf>) -> Self {
        if let ErrorKind::Several(errors) = &mut *self.kind {
            let file = file.into();
            for error in errors {
                error.place.file.get_or_insert_with(|| file.clone());
            }
            return self;
        }
        self.place.file.get_or_insert(file.into());
        self
    }

    pub(crate) fn at(mut self, line: usize, column: Option<usize>) -> Self {
        self.place.line.get_or_insert(line);
        self.place.column = self.place.column.or(column);
        self
    }

    /// One error of one or more: itself if it is one alone.
    pub(crate) fn of_all(mut errors: Vec<Error>) -> Option<Self> {
        match errors.len() {
            0 | 1 => errors.pop(),
            _ => Some(Error::new(ErrorKind::Several(errors))),
        }
    }

    /// Each error that this one consists of: itself, or those of [`ErrorKind::Several`].
    pub fn each(&self) -> impl Iterator<Item = &Error> {
        let several = match &*self.kind {
            ErrorKind::Several(errors) => &errors[..],
            _ => std::slice::from_ref(self),
        };
        several.iter()
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// The file the error lies in, where there is one.
    pub fn file(&self) -> Option<&std::path::Path> {
        self.place.file.as_deref()
    }

    /// The line, counted from 1, where there is one.
    pub fn line(&self) -> Option<usize> {
        self.place.line
    }

    /// The column, in characters counted from 1, where there is one.
    pub fn column(&self) -> Option<usize> {
        self.place.column
    }
}
