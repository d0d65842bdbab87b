//! One row of a table → what is added to the builder.

use std::borrow::Cow;
use std::collections::HashMap;

use super::LONGEST_CELL;
use super::header::{Header, Shape};
use crate::date::{Date, Interval};
use crate::error::{Error, ErrorKind};
use crate::gazetteer::builder::GazetteerBuilder;
use crate::gazetteer::records::{AliasRecord, Conditions, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use crate::gazetteer::store::{EntitySaid, Store};
use crate::gazetteer::{WordList, functions, scope};
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

/// The entities of a table of names and aliases, by their ids: the names they stand for. Filled on first use.
#[derive(Default)]
pub(super) struct Names {
    by_id: HashMap<String, String>,
    /// The id that a kind and a name got, where it is not the usual one.
    others: HashMap<(String, String), String>,
    filled: bool,
}

impl Names {
    /// Notes an id with its name; tells whether it is new.
    #[cfg(feature = "json")]
    pub(super) fn add(&mut self, builder: &GazetteerBuilder, id: &str, name: &str) -> bool {
        self.fill(builder);
        let new = !self.by_id.contains_key(id);
        if new {
            self.by_id.insert(id.into(), name.into());
        }
        new
    }

    fn fill(&mut self, builder: &GazetteerBuilder) {
        if !self.filled {
            self.filled = true;
            self.by_id = builder.store.entities().map(|entity| (entity.id.into(), entity.name.into())).collect();
        }
    }

    /// The id of a name of a kind, and whether it is new.
    ///
    /// Names that differ in letters and digits alone have ids of their own: `C` is `kind:c`, `C++` then `kind:c-2`.
    pub(super) fn id(&mut self, builder: &GazetteerBuilder, kind: &str, name: &str) -> Option<(String, bool)> {
        self.fill(builder);
        let slug = slug(name);
        if slug.is_empty() {
            return None;
        }
        let usual = format!("{kind}:{slug}");
        match self.by_id.get(&usual) {
            None => {
                self.by_id.insert(usual.clone(), name.into());
                return Some((usual, true));
            }
            Some(known) if known == name => return Some((usual, false)),
            Some(_) => {}
        }
        let other = (kind.to_owned(), name.to_owned());
        if let Some(id) = self.others.get(&other) {
            return Some((id.clone(), false));
        }
        for number in 2.. {
            let id = format!("{usual}-{number}");
            let known = self.by_id.get(&id);
            if known.is_some_and(|known| known != name) {
                continue;
            }
            let new = known.is_none();
            self.by_id.insert(id.clone(), name.into());
            self.others.insert(other, id.clone());
            return Some((id, new));
        }
        None
    }
}

impl GazetteerBuilder {
    /// Makes room for the rows of a table, as many as its text can hold.
    pub(super) fn reserve(&mut self, shape: Shape, text: &str) {
        let lines = text.bytes().filter(|&b| b == b'\n').count().min(text.len() / 12);
        match shape {
            Shape::Entity => self.store.reserve(lines, 0),
            Shape::Alias => self.store.reserve(0, lines),
            _ => {}
        }
    }

    pub(super) fn add_row(&mut self, header: &Header, row: &Row<'_>, names: &mut Names) -> Result<(), Error> {
        match header.shape() {
            Shape::Entity => row.entity(header, &mut self.store)?,
            Shape::Alias => {
                let alias = row.alias("alias")?;
                self.store.add_alias(row.needed("id")?, alias);
            }
            Shape::NameAlias => {
                let (name, kind) = (row.needed("name")?, row.cell("kind").filter(|kind| !kind.is_empty()).unwrap_or("entity"));
                row.check_kind("kind", kind)?;
                let wanted = row.cell("alias").is_some_and(|alias| !alias.is_empty());
                let alias = if wanted { Some(row.alias_of_kind("alias", None)?) } else { None };
                let id = names.id(self, kind, name);
                let Some((id, new)) = id else { return Err(row.wrong("name", format!("{name:?} has no letter or digit"))) };
                if new {
                    let entity = EntityRecord::new(id.clone(), name);
                    self.store.add(EntityRecord { origin: row.origin, column: row.column("name"), ..entity });
                }
                if let Some(alias) = alias {
                    self.store.add_alias(&id, alias);
                }
            }
            Shape::Tenure => self.tenures.push(TenureRecord {
                official: row.needed("official")?.into(),
                office: row.needed("office")?.into(),
                interval: row.interval("from", "to")?,
                horizon: row.date("horizon")?,
                role: row.text("role"),
                doubt: row.text("doubt"),
                source: row.text("source"),
                origin: row.origin,
            }),
            Shape::Membership => self.memberships.push(MembershipRecord {
                group: row.needed("group")?.into(),
                member: row.needed("member")?.into(),
                interval: row.interval("from", "to")?,
                role: row.text("role"),
                source: row.text("source"),
                origin: row.origin,
            }),
            Shape::Decoy => {
                let decoy = row.alias("decoy")?;
                self.store.add_decoy(decoy);
            }
            Shape::Role => self.roles.push(RoleRecord {
                term: row.needed("term")?.into(),
                keys: row.needed("key")?.into(),
                functions: row.functions("function")?,
                scope: match row.cell("scope").unwrap_or("") {
                    "state" => scope::STATE,
                    "body" => scope::BODY,
                    "any" | "" => scope::STATE | scope::BODY,
                    "title" => 0,
                    other => return Err(row.wrong("scope", format!("{other:?} is none of state, body, any, title"))),
                } | if row.cell("generic") == Some("yes") { scope::GENERIC } else { 0 },
                case: row.parse::<CasePolicy>("case")?.unwrap_or(CasePolicy::Any),
                title: (row.cell("every") == Some("yes")).then(|| row.text("title")),
                origin: row.origin,
            }),
            Shape::Words(list) => {
                // The first column names the list.
                let word = row.needed(&row.columns[0])?.to_owned();
                let effect = row.cell("effect");
                let list = if effect == Some("body") { WordList::Body } else { list };
                let code = match effect {
                    Some(effect) => format!("{effect}:{}", row.text("code")),
                    None => String::new(),
                };
                match row.cell("gender").unwrap_or("") {
                    "" => {}
                    "f" => self.words.push((word.clone(), WordList::Woman, String::new())),
                    "m" => self.words.push((word.clone(), WordList::Man, String::new())),
                    other => return Err(row.wrong("gender", format!("{other:?} is none of f, m"))),
                }
                self.words.push((word, list, code));
            }
            Shape::NameWord => {
                let list = match row.needed("side")? {
                    "after" => WordList::NameAfter,
                    "before" => WordList::NameBefore,
                    "sort" => WordList::Sort,
                    "keep" => WordList::Political,
                    other => return Err(row.wrong("side", format!("{other:?} is none of after, before, sort, keep"))),
                };
                self.words.push((row.needed("word")?.into(), list, row.text("class")));
            }
            Shape::CueWord => {
                let wanted = row.needed("use")?;
                let Some(&(_, list)) = WordList::USES.iter().find(|(name, _)| *name == wanted) else {
                    let uses: Vec<_> = WordList::USES.iter().map(|(name, _)| *name).collect();
                    return Err(row.wrong("use", format!("{wanted:?} is none of {}", uses.join(", "))));
                };
                self.words.push((row.needed("cue_word")?.into(), list, String::new()));
            }
            Shape::Nothing => {}
        }
        Ok(())
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

    fn text(&self, column: &str) -> String {
        self.cell(column).unwrap_or("").into()
    }

    pub(super) fn needed(&self, column: &str) -> Result<&'r str, Error> {
        match self.cell(column) {
            Some(cell) if !cell.is_empty() => Ok(cell),
            _ => Err(self.wrong(column, "the cell is empty, but every row needs it".into())),
        }
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

    /// The alias in this column.
    pub(super) fn alias(&self, column: &str) -> Result<AliasRecord, Error> {
        let kind = self.parse("kind")?;
        self.alias_of_kind(column, kind)
    }

    fn alias_of_kind(&self, column: &str, kind: Option<AliasKind>) -> Result<AliasRecord, Error> {
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

/// A name as the key of an id: lower case, whatever is no letter or digit as one hyphen.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
