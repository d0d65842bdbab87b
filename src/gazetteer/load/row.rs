//! What do the cells of a row say?

use std::borrow::Cow;

use super::LONGEST_CELL;
use super::header::Header;
use crate::date::{Date, Interval};
use crate::error::{Error, ErrorKind};
use crate::gazetteer::records::{AliasRecord, Conditions, MembershipRecord, RoleRecord, TenureRecord};
use crate::gazetteer::store::{EntitySaid, Store};
use crate::gazetteer::{functions, scope};
use crate::kind::{AliasKind, CasePolicy, Policy};

/// A cell, and where it starts in the text of the table.
#[derive(Debug)]
pub(super) struct Cell<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) at: usize,
}

/// One row of a table, its cells named by the header.
pub(super) struct Row<'r> {
    columns: &'r [String],
    cells: &'r [Cell<'r>],
    /// The text of the table, and where the row starts in it.
    source: &'r str,
    start: Start,
    origin: u32,
}

/// Where a row starts: its byte, and line and column counted from 1, the column in characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) at: usize,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Start {
    /// A row that is a line.
    pub(super) fn of_line(at: usize, line: usize) -> Self {
        Start { at, line, column: 1 }
    }
}

impl<'r> Row<'r> {
    /// The row that starts at a place of `source`.
    pub(super) fn new(columns: &'r [String], cells: &'r [Cell<'r>], source: &'r str, start: Start, origin: u32) -> Self {
        Row { columns, cells, source, start, origin }
    }

    /// Refuses what no cell can hold.
    pub(super) fn check(&self) -> Result<(), Error> {
        for (cell, column) in self.cells.iter().zip(self.columns) {
            if cell.text.len() > LONGEST_CELL {
                let len = cell.text.len();
                let message = format!("the cell has {len} bytes, {LONGEST_CELL} at most; is a quote or a separator missing?");
                return Err(self.wrong(column, message));
            }
            if cell.text.bytes().fold(false, |nul, b| nul | (b == 0)) {
                return Err(self.wrong(column, "the cell holds a NUL character; take it out, or save the table as UTF-8".into()));
            }
        }
        Ok(())
    }

    pub(super) fn cell(&self, column: &str) -> Option<&'r str> {
        self.columns.iter().position(|c| c == column).and_then(|i| self.cells.get(i)).map(|cell| &*cell.text)
    }

    pub(super) fn text(&self, column: &str) -> String {
        self.cell(column).unwrap_or("").into()
    }

    pub(super) fn needed(&self, column: &str) -> Result<&'r str, Error> {
        match self.cell(column) {
            Some(cell) if !cell.is_empty() => Ok(cell),
            _ => Err(self.wrong(column, "the cell is empty, but every row needs it".into())),
        }
    }

    /// The first cell.
    pub(super) fn first(&self) -> Result<&'r str, Error> {
        self.needed(&self.columns[0])
    }

    /// The number of the place where the row stands.
    pub(super) fn origin(&self) -> u32 {
        self.origin
    }

    /// Line and column of a cell, counted from 1, the column in characters.
    fn place(&self, column: &str) -> (usize, Option<usize>) {
        let Some(cell) = self.columns.iter().position(|c| c == column).and_then(|i| self.cells.get(i)) else {
            return (self.start.line, None);
        };
        // What stands before the row is not looked at, so that a table in one line takes time by its length.
        let before = self.source.get(self.start.at..cell.at).unwrap_or("");
        let breaks = before.bytes().filter(|&b| b == b'\n').count();
        let column = match before.rfind(['\n', '\r']) {
            Some(end) => before[end..].chars().count(),
            None => self.start.column + before.chars().count(),
        };
        (self.start.line + breaks, Some(column))
    }

    /// The column of a cell, for what is found out later.
    pub(super) fn column(&self, column: &str) -> u16 {
        self.place(column).1.map_or(0, |column| u16::try_from(column).unwrap_or(u16::MAX))
    }

    /// An error about a cell.
    pub(super) fn wrong(&self, column: &str, message: String) -> Error {
        let (line, place) = self.place(column);
        Error::new(ErrorKind::Cell { column: column.into(), message }).at(line, place)
    }

    fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(&self, column: &str) -> Result<Option<T>, Error> {
        match self.cell(column) {
            None | Some("") => Ok(None),
            Some(cell) => cell.parse().map(Some).map_err(|error: T::Err| self.wrong(column, error.to_string())),
        }
    }

    fn priority(&self) -> Result<i8, Error> {
        match self.cell("priority") {
            None | Some("") => Ok(0),
            Some(cell) => cell
                .parse()
                .map_err(|_| self.wrong("priority", format!("{cell:?} is no priority; write a whole number from -128 to 127"))),
        }
    }

    fn date(&self, column: &str) -> Result<Option<Date>, Error> {
        self.parse(column)
    }

    fn interval(&self, from: &str, to: &str) -> Result<Interval, Error> {
        let interval = Interval::new(self.date(from)?, self.date(to)?);
        if interval.is_impossible() {
            return Err(self.wrong(to, format!("{} lies before the start {}", self.text(to), self.text(from))));
        }
        Ok(interval)
    }

    fn functions(&self, column: &str) -> Result<u32, Error> {
        functions::parse(self.cell(column).unwrap_or("")).map_err(|name| {
            let known = functions::NAMES.join(", ");
            self.wrong(column, format!("unknown function {name:?}; known are: {known}, other"))
        })
    }

    /// Refuses a kind that no id can start with.
    pub(super) fn check_kind(&self, column: &str, kind: &str) -> Result<(), Error> {
        if kind.is_empty() || kind.contains(':') {
            return Err(self.wrong(column, format!("{kind:?} is no kind; a kind has a name without a colon")));
        }
        Ok(())
    }

    /// Adds the entity.
    pub(super) fn entity(&self, header: &Header, store: &mut Store) -> Result<(), Error> {
        let id = self.needed("id")?;
        if !matches!(id.split_once(':'), Some((kind, key)) if !kind.is_empty() && !key.is_empty()) {
            return Err(self.wrong("id", format!("{id:?} is no id; write kind:key, such as agency:frontex")));
        }
        store.add_entity(EntitySaid {
            id,
            name: self.needed("name")?,
            owner: self.cell("body").filter(|body| !body.is_empty()).or(self.cell("country")).unwrap_or(""),
            valid: self.interval("valid_from", "valid_to")?,
            functions: self.functions("function")?,
            unnamed: false,
            column: self.column("name"),
            origin: self.origin,
        });
        for (name, cell) in header.properties().iter().zip(self.cells) {
            if let Some(name) = name
                && !cell.text.is_empty()
            {
                store.add_property(name, &cell.text);
            }
        }
        Ok(())
    }

    pub(super) fn tenure(&self) -> Result<TenureRecord, Error> {
        Ok(TenureRecord {
            official: self.needed("official")?.into(),
            office: self.needed("office")?.into(),
            interval: self.interval("from", "to")?,
            horizon: self.date("horizon")?,
            role: self.text("role"),
            doubt: self.text("doubt"),
            source: self.text("source"),
            origin: self.origin,
        })
    }

    pub(super) fn membership(&self) -> Result<MembershipRecord, Error> {
        Ok(MembershipRecord {
            group: self.needed("group")?.into(),
            member: self.needed("member")?.into(),
            interval: self.interval("from", "to")?,
            role: self.text("role"),
            source: self.text("source"),
            origin: self.origin,
        })
    }

    pub(super) fn role(&self) -> Result<RoleRecord, Error> {
        Ok(RoleRecord {
            term: self.needed("term")?.into(),
            keys: self.needed("key")?.into(),
            functions: self.functions("function")?,
            scope: match self.cell("scope").unwrap_or("") {
                "state" => scope::STATE,
                "body" => scope::BODY,
                "any" | "" => scope::STATE | scope::BODY,
                "title" => 0,
                other => return Err(self.wrong("scope", format!("{other:?} is none of state, body, any, title"))),
            } | if self.cell("generic") == Some("yes") { scope::GENERIC } else { 0 },
            case: self.parse::<CasePolicy>("case")?.unwrap_or(CasePolicy::Any),
            title: (self.cell("every") == Some("yes")).then(|| self.text("title")),
            origin: self.origin,
        })
    }

    /// The alias in this column.
    pub(super) fn alias(&self, column: &str) -> Result<AliasRecord, Error> {
        let kind = self.parse("kind")?;
        self.alias_of_kind(column, kind)
    }

    pub(super) fn alias_of_kind(&self, column: &str, kind: Option<AliasKind>) -> Result<AliasRecord, Error> {
        let text = self.needed(column)?;
        let valid = self.interval("valid_from", "valid_to")?;
        let conditions =
            Conditions { cues: self.text("cues"), not_before: self.text("not_before"), not_after: self.text("not_after"), valid };
        let empty = conditions.cues.is_empty()
            && conditions.not_before.is_empty()
            && conditions.not_after.is_empty()
            && valid == Interval::default();
        Ok(AliasRecord {
            text: text.into(),
            kind: kind.unwrap_or(AliasKind::Alternative),
            case: self.parse("case")?,
            policy: self.parse("policy")?.unwrap_or(Policy::Always),
            priority: self.priority()?,
            conditions: (!empty).then(|| Box::new(conditions)),
            origin: self.origin,
            column: self.column(column),
        })
    }
}
