//! Comma-separated text (RFC 4180) → rows.

use std::borrow::Cow;

use super::Sink;
use super::header::Header;
use super::row::{Cell, Row};
use crate::error::{Error, ErrorKind};

/// Reads a table whose cells are separated by commas and may stand in quotes.
pub(super) fn read(sink: &mut Sink<'_>, text: &str) -> Result<(), Error> {
    let mut records = Records { text, at: 0, line: 1 };
    let mut names = Vec::new();
    let Some((_, line)) = records.next(&mut names)? else {
        return Err(Error::new(ErrorKind::Header("the table is empty; its first line names the columns".into())).at(1, None));
    };
    let header = Header::new(names.iter().map(|cell| cell.text.to_string()).collect()).map_err(|mut wrong| {
        let first = &names[0].text;
        if names.len() == 1
            && let Some((separator, name)) = [(';', "a semicolon"), ('\t', "a tab")].into_iter().find(|(c, _)| first.contains(*c))
        {
            wrong = (format!("the columns are separated by {name}, not by a comma: {:?}", first.replace(separator, " ")), None);
        }
        Header::error(wrong, line, |i| column(text, names[i].at))
    })?;
    let mut cells = Vec::new();
    while let Some((at, number)) = records.next(&mut cells)? {
        if cells.len() != names.len() {
            let kind = ErrorKind::CellCount { found: cells.len(), expected: names.len(), between: "comma" };
            sink.note(Err(Error::new(kind).at(number, None)))?;
            continue;
        }
        let row = Row::new(header.columns(), &cells, sink.source, (at, number), sink.origin(number));
        sink.row(&header, &row)?;
    }
    Ok(())
}

/// The column of a byte in its line, in characters counted from 1.
fn column(text: &str, at: usize) -> usize {
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[line..at].chars().count() + 1
}

struct Records<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Records<'t> {
    /// Reads the next record that is no empty line: where it starts, and its line.
    fn next(&mut self, cells: &mut Vec<Cell<'t>>) -> Result<Option<(usize, usize)>, Error> {
        let bytes = self.text.as_bytes();
        while let Some(b'\n' | b'\r') = bytes.get(self.at) {
            self.end_of_line();
        }
        if self.at == bytes.len() {
            return Ok(None);
        }
        cells.clear();
        let place = (self.at, self.line);
        loop {
            let at = self.at;
            let text = if bytes.get(at) == Some(&b'"') { self.quoted()? } else { self.plain() };
            let text = match text {
                Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                Cow::Owned(text) => Cow::Owned(text.trim().into()),
            };
            cells.push(Cell { text, at });
            match bytes.get(self.at) {
                Some(b',') => self.at += 1,
                Some(_) => {
                    self.end_of_line();
                    return Ok(Some(place));
                }
                None => return Ok(Some(place)),
            }
        }
    }

    fn end_of_line(&mut self) {
        self.at += if self.text[self.at..].starts_with("\r\n") { 2 } else { 1 };
        self.line += 1;
    }

    fn plain(&mut self) -> Cow<'t, str> {
        let rest = &self.text[self.at..];
        let cell = &rest[..rest.find([',', '\n', '\r']).unwrap_or(rest.len())];
        self.at += cell.len();
        Cow::Borrowed(cell)
    }

    /// A cell in quotes, at the first of them.
    fn quoted(&mut self) -> Result<Cow<'t, str>, Error> {
        let (open, line) = (self.at, self.line);
        let fail =
            |at, line, message: &str| Err(Error::new(ErrorKind::Syntax(message.into())).at(line, Some(column(self.text, at))));
        let mut cell = Cow::Borrowed("");
        let mut from = open + 1;
        loop {
            let Some(len) = self.text[from..].find('"') else {
                return fail(open, line, "a quote is opened here and never closed; double a quote that belongs to the text");
            };
            let quote = from + len;
            cell += &self.text[from..quote];
            match self.text.as_bytes().get(quote + 1) {
                Some(b'"') => {
                    cell += "\"";
                    from = quote + 2;
                }
                None | Some(b',' | b'\n' | b'\r') => {
                    let inside = &self.text[open..quote];
                    let breaks = inside.bytes().filter(|&b| b == b'\n').count();
                    self.line += breaks + inside.bytes().filter(|&b| b == b'\r').count() - inside.matches("\r\n").count();
                    self.at = quote + 1;
                    return Ok(cell);
                }
                Some(_) => {
                    let line = line + self.text[open..quote].bytes().filter(|&b| b == b'\n').count();
                    return fail(quote, line, "text follows a closing quote; double a quote that belongs to the text");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(usize, Vec<String>)> {
        let mut records = Records { text, at: 0, line: 1 };
        let (mut cells, mut all) = (Vec::new(), Vec::new());
        while let Some((_, line)) = records.next(&mut cells).expect(text) {
            all.push((line, cells.iter().map(|cell| cell.text.to_string()).collect()));
        }
        all
    }

    #[test]
    fn records_and_their_lines() {
        let text = "a,b\r\n\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n,\n\"\",5\" gun\rz,";
        let row = |line, a: &str, b: &str| (line, vec![a.into(), b.into()]);
        assert_eq!(
            all(text),
            [row(1, "a", "b"), row(3, "x, \"y\"", "two\nlines"), row(5, "", ""), row(6, "", "5\" gun"), row(7, "z", "")]
        );
    }

    proptest::proptest! {
        /// Whatever the csv crate writes is read as it was.
        #[test]
        fn as_written(rows in proptest::collection::vec(proptest::collection::vec("[a\"',;\r\n é]{0,6}", 2..4), 1..6)) {
            let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("a row");
            }
            let text = String::from_utf8(writer.into_inner().expect("rows")).expect("UTF-8");
            let read: Vec<Vec<String>> = all(&text).into_iter().map(|(_, cells)| cells).collect();
            let trimmed: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cell.trim().into()).collect()).collect();
            proptest::prop_assert_eq!(read, trimmed);
        }
    }
}
