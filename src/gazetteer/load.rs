//! Tab-separated tables → the builder.
//!
//! A table is known by its columns, whatever its name. `data/README.md` describes them.

use std::path::Path;

use super::build::GazetteerBuilder;
use super::records::{AliasRecord, Conditions, EntityRecord, MembershipRecord, RoleRecord, TenureRecord};
use super::{WordList, functions, scope};
use crate::date::{Date, Interval};
use crate::error::{Error, ErrorKind};
use crate::kind::{AliasKind, CasePolicy, Policy};

/// What one row of a table is.
#[derive(Clone, Copy)]
enum Shape {
    Entity,
    Alias,
    /// Entity and alias in one row, without ids: a user's `name <TAB> alias`.
    NameAlias,
    Tenure,
    Membership,
    Decoy,
    Role,
    Words(WordList),
    NameWord,
    /// Known, but not part of a gazetteer: the list of sources, the vacancies.
    Nothing,
}

/// The shapes in the order in which they are tried, with the columns that tell them.
const SHAPES: [(&[&str], Shape); 16] = [
    (&["id", "alias"], Shape::Alias),
    (&["id", "name"], Shape::Entity),
    (&["official", "office"], Shape::Tenure),
    (&["group", "member"], Shape::Membership),
    (&["decoy"], Shape::Decoy),
    (&["term", "key"], Shape::Role),
    (&["modifier"], Shape::Words(WordList::Modifier)),
    (&["honorific"], Shape::Words(WordList::Honorific)),
    (&["given_name"], Shape::Words(WordList::GivenName)),
    (&["word", "side"], Shape::NameWord),
    (&["english_word"], Shape::Words(WordList::English)),
    (&["state"], Shape::Words(WordList::State)),
    (&["time_word"], Shape::Words(WordList::Time)),
    (&["code", "licence"], Shape::Nothing),
    (&["body", "function", "reason"], Shape::Nothing),
    (&["name"], Shape::NameAlias),
];

impl GazetteerBuilder {
    /// Reads a tab-separated table from a file.
    ///
    /// # Errors
    /// If the file cannot be read, is not UTF-8, or has a header or a row that is not as `data/README.md` says. The error tells file, line
    /// and column. Rows before the failing one have been added.
    pub fn load_tsv(&mut self, path: impl AsRef<Path>) -> Result<&mut Self, Error> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|error| Error::new(error).in_file(path))?;
        match std::str::from_utf8(&bytes) {
            Ok(text) => self.read_tsv(&path.display().to_string(), text),
            Err(error) => {
                let offset = error.valid_up_to();
                let line = 1 + bytes[..offset].iter().filter(|&&b| b == b'\n').count();
                Err(Error::new(ErrorKind::NotUtf8 { offset }).in_file(path).at(line, None))
            }
        }
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
    /// As [`load_tsv`](Self::load_tsv).
    pub fn read_tsv(&mut self, name: &str, text: &str) -> Result<&mut Self, Error> {
        self.read_table(name, text).map_err(|error| error.in_file(name))?;
        Ok(self)
    }

    fn read_table(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let file = u8::try_from(self.files.len()).map_err(|_| Error::new(ErrorKind::TooMany("files", 255)))?;
        self.files.push(name.into());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).zip(1..);
        let Some((header, _)) = lines.next().filter(|(line, _)| !line.is_empty()) else {
            return Err(Error::new(ErrorKind::Header("the table is empty; its first line names the columns".into())).at(1, None));
        };
        let columns: Vec<&str> = header.split('\t').map(str::trim).collect();
        let shape = SHAPES.iter().find(|(needed, _)| needed.iter().all(|column| columns.contains(column)));
        let Some(&(_, shape)) = shape else {
            let known = SHAPES.map(|(needed, _)| needed.join("+")).join(", ");
            let message = format!("no table has the columns {}; a table needs one of: {known}", columns.join(", "));
            return Err(Error::new(ErrorKind::Header(message)).at(1, None));
        };
        let mut cells = Vec::new();
        for (line, number) in lines.filter(|(line, _)| !line.trim().is_empty()) {
            cells.clear();
            cells.extend(line.split('\t').map(str::trim));
            if cells.len() != columns.len() {
                let kind = ErrorKind::CellCount { found: cells.len(), expected: columns.len() };
                return Err(Error::new(kind).at(number, None));
            }
            let origin = u32::from(file) << 24 | (number as u32).min(0xff_ffff);
            let row = Row { columns: &columns, cells: &cells, line, origin };
            self.add_row(shape, &row).map_err(|error| error.at(number, None))?;
        }
        Ok(())
    }

    fn add_row(&mut self, shape: Shape, row: &Row<'_>) -> Result<(), Error> {
        match shape {
            Shape::Entity => {
                let entity = row.entity(row.needed("id")?.to_owned())?;
                self.entities.push(entity);
            }
            Shape::Alias => {
                let alias = row.alias(row.needed("alias")?)?;
                self.aliases.push((row.needed("id")?.to_owned(), alias));
            }
            Shape::NameAlias => {
                let kind = row.cell("kind").filter(|kind| !kind.is_empty()).unwrap_or("entity");
                let id = format!("{kind}:{}", slug(row.needed("name")?));
                if !self.entities.iter().rev().any(|entity| entity.id == id) {
                    let entity = EntityRecord::new(id.clone(), row.needed("name")?);
                    self.entities.push(EntityRecord { origin: row.origin, ..entity });
                }
                if let Some(alias) = row.cell("alias").filter(|alias| !alias.is_empty()) {
                    let alias = AliasRecord { origin: row.origin, ..AliasRecord::new(alias) };
                    self.aliases.push((id, alias));
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
                let decoy = row.alias(row.needed("decoy")?)?;
                self.decoys.push(decoy);
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
                let word = row.needed(row.columns[0])?.to_owned();
                let effect = row.cell("effect");
                let list = if effect == Some("body") { WordList::Body } else { list };
                let code = match effect {
                    Some(effect) => format!("{effect}:{}", row.text("code")),
                    None => String::new(),
                };
                self.words.push((word, list, code));
            }
            Shape::NameWord => {
                let list = match row.needed("side")? {
                    "after" => WordList::NameAfter,
                    "before" => WordList::NameBefore,
                    "keep" => WordList::Political,
                    other => return Err(row.wrong("side", format!("{other:?} is none of after, before, keep"))),
                };
                self.words.push((row.needed("word")?.into(), list, row.text("class")));
            }
            Shape::Nothing => {}
        }
        Ok(())
    }
}

/// One row of a table, its cells named by the header.
struct Row<'r> {
    columns: &'r [&'r str],
    cells: &'r [&'r str],
    line: &'r str,
    origin: u32,
}

impl<'r> Row<'r> {
    fn cell(&self, column: &str) -> Option<&'r str> {
        self.columns.iter().position(|c| *c == column).map(|i| self.cells[i])
    }

    fn text(&self, column: &str) -> String {
        self.cell(column).unwrap_or("").into()
    }

    fn needed(&self, column: &str) -> Result<&'r str, Error> {
        match self.cell(column) {
            Some(cell) if !cell.is_empty() => Ok(cell),
            _ => Err(self.wrong(column, "the cell is empty, but every row needs it".into())),
        }
    }

    /// An error about a cell, with its column counted in characters.
    fn wrong(&self, column: &str, message: String) -> Error {
        let place = self.columns.iter().position(|c| *c == column);
        let start = place.map(|i| self.line.split('\t').take(i).map(|cell| cell.chars().count() + 1).sum::<usize>() + 1);
        let error = Error::new(ErrorKind::Cell { column: column.into(), message });
        error.at((self.origin & 0xff_ffff) as usize, start)
    }

    fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(&self, column: &str) -> Result<Option<T>, Error> {
        match self.cell(column) {
            None | Some("") => Ok(None),
            Some(cell) => cell.parse().map(Some).map_err(|error: T::Err| self.wrong(column, error.to_string())),
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

    fn entity(&self, id: String) -> Result<EntityRecord, Error> {
        const OWN: [&str; 9] = ["id", "name", "country", "body", "function", "valid_from", "valid_to", "source", "horizon"];
        let properties = self.columns.iter().zip(self.cells).filter(|(column, cell)| !OWN.contains(column) && !cell.is_empty());
        Ok(EntityRecord {
            id,
            name: self.needed("name")?.into(),
            owner: self.cell("body").or(self.cell("country")).unwrap_or("").into(),
            valid: self.interval("valid_from", "valid_to")?,
            functions: self.functions("function")?,
            properties: properties.map(|(column, cell)| ((*column).into(), (*cell).into())).collect(),
            aliases: Vec::new(),
            origin: self.origin,
        })
    }

    fn alias(&self, text: &str) -> Result<AliasRecord, Error> {
        let valid = self.interval("valid_from", "valid_to")?;
        let conditions =
            Conditions { cues: self.text("cues"), not_before: self.text("not_before"), not_after: self.text("not_after"), valid };
        let empty = conditions.cues.is_empty()
            && conditions.not_before.is_empty()
            && conditions.not_after.is_empty()
            && valid == Interval::default();
        Ok(AliasRecord {
            text: text.into(),
            kind: self.parse("kind")?.unwrap_or(AliasKind::Alternative),
            case: self.parse("case")?,
            policy: self.parse("policy")?.unwrap_or(Policy::Always),
            priority: self.parse("priority")?.unwrap_or(0),
            conditions: (!empty).then(|| Box::new(conditions)),
            origin: self.origin,
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
