//! JSON and JSON Lines → rows: an object a row, its keys the columns.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::header::{Header, Shape};
use super::row::{Cell, Row, Start};
use super::{Sink, text_of, tsv};
use crate::error::{Error, ErrorKind};
use crate::gazetteer::builder::GazetteerBuilder;
use crate::gazetteer::records::AliasRecord;
use crate::kind::CasePolicy;

impl GazetteerBuilder {
    /// Reads a table from a JSON file: see [`read_json`](Self::read_json).
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn load_json(&mut self, path: impl AsRef<std::path::Path>) -> Result<&mut Self, Error> {
        let (name, text) = text_of(path.as_ref())?;
        self.read_json(&name, &text)
    }

    /// Reads a table from JSON: an array of objects, one a row, whose keys are the columns. Rows of different tables can be mixed. A list
    /// (`cues`) may be an array of texts. An entity may have its aliases in it: texts, or rows of an alias table without the id.
    ///
    /// ```
    /// let mut builder = demarche::Gazetteer::builder();
    /// let table = r#"[{"id": "ship:vega", "name": "Vega", "flag": "MT", "aliases": ["M/V Vega", {"alias": "VG", "case": "exact"}]}]"#;
    /// builder.read_json("ships.json", table)?;
    /// assert_eq!(builder.build()?.alias_count(), 3);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn read_json(&mut self, name: &str, text: &str) -> Result<&mut Self, Error> {
        self.table(name, text, |sink, text| {
            if text.trim_start().starts_with('{') {
                let message = "a table is an array of objects: [{…}, {…}]; one object a line is JSON Lines".into();
                return Err(Error::new(ErrorKind::Syntax(message)).at(1, Some(1)));
            }
            let rows: Vec<&RawValue> = parse(sink, text)?;
            if rows.is_empty() {
                return Err(
                    Error::new(ErrorKind::Header("the table is empty; it needs an object for each row".into())).at(1, None)
                );
            }
            let mut objects = Objects::new(text);
            for row in rows {
                objects.add(sink, row)?;
            }
            Ok(())
        })
    }

    /// Reads a table from a file of JSON Lines: see [`read_json_lines`](Self::read_json_lines).
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn load_json_lines(&mut self, path: impl AsRef<std::path::Path>) -> Result<&mut Self, Error> {
        let (name, text) = text_of(path.as_ref())?;
        self.read_json_lines(&name, &text)
    }

    /// Reads a table from JSON Lines: the objects of [`read_json`](Self::read_json), one a line.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn read_json_lines(&mut self, name: &str, text: &str) -> Result<&mut Self, Error> {
        self.table(name, text, |sink, text| {
            let mut objects = Objects::new(text);
            each_line(sink, text, |sink, object| objects.add(sink, object))
        })
    }
}

/// Parses each line that is not empty.
pub(super) fn each_line(
    sink: &mut Sink<'_>,
    text: &str,
    mut add: impl FnMut(&mut Sink<'_>, &RawValue) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut any = false;
    for (_, line, _) in tsv::lines(text).filter(|(_, line, _)| !line.trim().is_empty()) {
        any = true;
        match parse(sink, line) {
            Ok(object) => add(sink, object)?,
            Err(error) => sink.note(Err(error))?,
        }
    }
    if any {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Header("the table is empty; it needs an object in each line".into())).at(1, None))
}

/// Parses a part of the table's text.
pub(super) fn parse<'t, T: Deserialize<'t>>(sink: &Sink<'_>, part: &'t str) -> Result<T, Error> {
    serde_json::from_str(part).map_err(|error| {
        // Where it says, as a place in the part; its columns count bytes.
        let line = tsv::lines(part).nth(error.line().saturating_sub(1));
        let line = line.filter(|_| !error.is_data());
        let at = line.map_or(0, |(at, line, _)| at + error.column().saturating_sub(1).min(line.len()));
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message);
        let (line, column) = place(sink.source, offset(sink.source, part) + at);
        Error::new(ErrorKind::Syntax(format!("this is no JSON of a table: {message}"))).at(line, Some(column))
    })
}

/// Where a part of a text starts in it.
pub(super) fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len())
}

/// Line and column of a byte, counted from 1, the column in characters.
pub(super) fn place(text: &str, mut at: usize) -> (usize, usize) {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    (1 + text[..at].bytes().filter(|&b| b == b'\n').count(), 1 + text[line..at].chars().count())
}

/// The keys and values of an object, in their order.
pub(super) struct Members<'t>(pub(super) Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members_;
        impl<'de> Visitor<'de> for Members_ {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object, with the columns as its keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Members_)
    }
}

/// The objects of a table, one after the other.
pub(super) struct Objects<'t> {
    text: &'t str,
    /// The last header: most objects have the same keys.
    header: Option<Header>,
    /// Up to where lines and columns have been counted.
    counted: Start,
}

impl<'t> Objects<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Objects { text, header: None, counted: Start::of_line(0, 1) }
    }

    /// Line and column of a place not before the last one asked for.
    pub(super) fn start(&mut self, at: usize) -> Start {
        let passed = self.text.get(self.counted.at..at).unwrap_or("");
        let Start { line, column, .. } = self.counted;
        self.counted = match passed.rfind('\n') {
            Some(end) => {
                let lines = passed.bytes().filter(|&b| b == b'\n').count();
                Start { at, line: line + lines, column: passed[end..].chars().count() }
            }
            None => Start { at, line, column: column + passed.chars().count() },
        };
        self.counted
    }

    fn add(&mut self, sink: &mut Sink<'_>, object: &RawValue) -> Result<(), Error> {
        let at = offset(self.text, object.get());
        let start = self.start(at);
        let result = self.row(sink, object, start);
        sink.note(result)
    }

    fn row(&mut self, sink: &mut Sink<'_>, object: &RawValue, start: Start) -> Result<(), Error> {
        let Members(mut members) = parse(sink, object.get())?;
        let aliases = members.iter().position(|(key, _)| key == "aliases").map(|i| members.remove(i).1);
        let (names, cells) = cells(sink, &members)?;
        if self.header.as_ref().is_none_or(|header| header.columns() != names) {
            self.header = Some(self.new_header(names, &members, start)?);
        }
        let Some(header) = &self.header else { return Ok(()) };
        let row = Row::new(header.columns(), &cells, sink.source, start, sink.origin(start.line));
        row.check()?;
        let Some(aliases) = aliases else { return sink.builder.add_row(header, &row, &mut sink.names) };
        if header.shape() != Shape::Entity {
            let at = offset(self.text, aliases.get());
            return Err(wrong(sink, at, "aliases", "only a row of an entity, with id and name, has its aliases in it".into()));
        }
        row.entity(header, &mut sink.builder.store)?;
        let id = row.needed("id")?.to_owned();
        for alias in self.aliases(sink, aliases, &id)? {
            sink.builder.store.add_alias(&id, alias);
        }
        Ok(())
    }

    fn new_header(&self, names: Vec<String>, members: &[(String, &RawValue)], start: Start) -> Result<Header, Error> {
        Header::new(names).map_err(|(message, i)| {
            // The place of the value, which stands behind its key.
            let of_value = |i: usize| place(self.text, offset(self.text, members[i].1.get()));
            let (line, column) = i.map_or((start.line, start.column), of_value);
            Error::new(ErrorKind::Header(message)).at(line, Some(column))
        })
    }

    /// The aliases in an object of an entity.
    fn aliases(&mut self, sink: &Sink<'_>, aliases: &RawValue, id: &str) -> Result<Vec<AliasRecord>, Error> {
        let list: Vec<&RawValue> = parse(sink, aliases.get())?;
        let mut all = Vec::new();
        for alias in list {
            let at = offset(self.text, alias.get());
            let start = self.start(at);
            let (names, cells) = if alias.get().starts_with('{') {
                let Members(mut members) = parse(sink, alias.get())?;
                if members.iter().all(|(key, _)| key != "id") {
                    // Any alias row has an id; here it is known.
                    let (names, mut cells) = cells(sink, &members)?;
                    let names = names.into_iter().chain(["id".into()]).collect();
                    cells.push(Cell { text: Cow::Owned(id.to_owned()), at });
                    (names, cells)
                } else {
                    members.retain(|(key, _)| key == "id");
                    let at = members.first().map_or(at, |(_, id)| offset(self.text, id.get()));
                    return Err(wrong(sink, at, "id", "an alias in the row of its entity has no id of its own".into()));
                }
            } else {
                (vec!["alias".into(), "id".into()], vec![cell(sink, "aliases", alias)?, Cell { text: Cow::Borrowed("-"), at }])
            };
            let header = Header::new(names).map_err(|(message, _)| wrong(sink, at, "aliases", message))?;
            let row = Row::new(header.columns(), &cells, sink.source, start, sink.origin(start.line));
            row.check()?;
            all.push(row.alias("alias")?);
        }
        Ok(all)
    }
}

pub(super) fn wrong(sink: &Sink<'_>, at: usize, column: &str, message: String) -> Error {
    let (line, place) = place(sink.source, at);
    Error::new(ErrorKind::Cell { column: column.into(), message }).at(line, Some(place))
}

/// The columns and cells of an object.
fn cells<'t>(sink: &Sink<'_>, members: &[(String, &'t RawValue)]) -> Result<(Vec<String>, Vec<Cell<'t>>), Error> {
    let (mut names, mut cells) = (Vec::with_capacity(members.len()), Vec::with_capacity(members.len()));
    for (key, value) in members {
        names.push(key.clone());
        cells.push(cell(sink, key, value)?);
    }
    Ok((names, cells))
}

/// A value as a cell: a text, a number or a truth value; nothing for null; a list joined by `;`.
pub(super) fn cell<'t>(sink: &Sink<'_>, key: &str, value: &'t RawValue) -> Result<Cell<'t>, Error> {
    let raw = value.get();
    let at = offset(sink.source, raw);
    let text = match raw.as_bytes().first() {
        Some(b'"') => match parse(sink, raw)? {
            Text(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
            Text(Cow::Owned(text)) => Cow::Owned(text.trim().into()),
        },
        Some(b'n') => Cow::Borrowed(""),
        Some(b'[') => {
            let list: Vec<&RawValue> = parse(sink, raw)?;
            if list.iter().any(|value| value.get().starts_with(['[', '{'])) {
                return Err(wrong(
                    sink,
                    at,
                    key,
                    "the list holds a list or an object; a cell is a text or a list of texts".into(),
                ));
            }
            let list = list.into_iter().map(|value| cell(sink, key, value).map(|cell| cell.text));
            let list = list.collect::<Result<Vec<_>, _>>()?;
            if let Some(text) = list.iter().find(|text| text.contains(';')) {
                return Err(wrong(sink, at, key, format!("{text:?} holds a semicolon, which separates the texts of a list")));
            }
            Cow::Owned(list.join(";"))
        }
        Some(b'{') => return Err(wrong(sink, at, key, "the value is an object; a cell is a text or a list of texts".into())),
        _ => Cow::Borrowed(raw),
    };
    Ok(Cell { text, at })
}

/// A JSON text, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
pub(super) struct Text<'t>(#[serde(borrow)] pub(super) Cow<'t, str>);

/// Reads an object of clean names with lists of keywords.
pub(super) fn read_keywords(sink: &mut Sink<'_>, text: &str, kind: &str) -> Result<(), Error> {
    let Members(members) = parse(sink, text)?;
    let mut lines = Objects::new(text);
    for (clean, keywords) in members {
        let result = match parse::<Vec<Text<'_>>>(sink, keywords.get()) {
            Ok(_) => {
                let list: Vec<&RawValue> = parse(sink, keywords.get())?;
                let mut add = |keyword: &RawValue| {
                    let cell = cell(sink, "keyword", keyword)?;
                    let start = lines.start(cell.at);
                    sink.keyword(kind, clean.trim(), &cell, start, Some(CasePolicy::Any))
                };
                list.into_iter().try_for_each(&mut add)
            }
            Err(_) => {
                let message =
                    format!("the keywords of {clean:?} are no list of texts; write {{\"clean name\": [\"keyword\", …]}}");
                Err(wrong(sink, offset(text, keywords.get()), "keyword", message))
            }
        };
        sink.note(result)?;
    }
    Ok(())
}
