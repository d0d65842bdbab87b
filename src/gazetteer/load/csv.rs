//! Comma-separated text (RFC 4180) → rows.
//!
//! csv-core, the parser of the csv crate, reads it a cell at a time and says how much of the text each cell took: errors name the place
//! of a cell. It takes anything, though: a quote that is never closed, or text behind a closing one, would be read as something, and
//! such a cell is an error here.

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader};

use super::Sink;
use super::header::Header;
use super::row::{Cell, Row, Start};
use crate::error::{Error, ErrorKind};

/// Reads a table whose cells are separated by commas and may stand in quotes.
pub(super) fn read(sink: &mut Sink<'_>, text: &str) -> Result<(), Error> {
    let mut records = Records::new(text);
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
        let row = Row::new(header.columns(), &cells, sink.source, Start::of_line(at, number), sink.origin(number));
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
    reader: Reader,
    at: usize,
    line: usize,
    /// The last cell in quotes, without them.
    cell: Vec<u8>,
}

impl<'t> Records<'t> {
    fn new(text: &'t str) -> Self {
        Records { text, reader: Reader::new(), at: 0, line: 1, cell: vec![0; 256] }
    }

    /// Reads the next record that is no empty line: where it starts, and its line.
    fn next(&mut self, cells: &mut Vec<Cell<'t>>) -> Result<Option<(usize, usize)>, Error> {
        let rest = &self.text[self.at..];
        // The reader passes over empty lines with the cell behind them.
        let start = self.text.len() - rest.trim_start_matches(['\r', '\n']).len();
        let line = self.line + breaks(&self.text[self.at..start]);
        cells.clear();
        let mut from = start;
        loop {
            let Some((raw, len, last)) = self.cell(from) else { return Ok(None) };
            let text = match raw.strip_prefix('"') {
                Some(quoted) => {
                    self.check_quotes(quoted, from, line + breaks(&self.text[start..from]))?;
                    Cow::Owned(String::from_utf8_lossy(&self.cell[..len]).trim().to_owned())
                }
                None => Cow::Borrowed(raw.trim()),
            };
            cells.push(Cell { text, at: from });
            if last {
                self.line = line + breaks(&self.text[start..from + raw.len()]);
                self.at = from + raw.len();
                return Ok(Some((start, line)));
            }
            from = self.at;
        }
    }

    /// Reads the cell that starts at a place: as it is written, the length of what it holds, and whether it is the last of its record.
    fn cell(&mut self, from: usize) -> Option<(&'t str, usize, bool)> {
        let mut len = 0;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let (result, read, written) = self.reader.read_field(rest, &mut self.cell[len..]);
            self.at += read;
            len += written;
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.cell.resize(2 * self.cell.len(), 0),
                ReadFieldResult::Field { record_end } => {
                    // Without the comma or line end behind it; the end of the text is read as nothing.
                    let end = self.at - usize::from(!rest.is_empty());
                    return Some((&self.text[from..end], len, record_end));
                }
                ReadFieldResult::End => return None,
            }
        }
    }

    /// Refuses a cell in quotes, without the first of them, in which quotes stand as they should not.
    fn check_quotes(&self, quoted: &str, from: usize, line: usize) -> Result<(), Error> {
        let mut at = 0;
        loop {
            let Some(quote) = quoted[at..].find('"').map(|len| at + len) else {
                let message = "a quote is opened here and never closed; double a quote that belongs to the text";
                return Err(Error::new(ErrorKind::Syntax(message.into())).at(line, Some(column(self.text, from))));
            };
            match &quoted[quote + 1..] {
                "" => return Ok(()),
                rest if rest.starts_with('"') => at = quote + 2,
                _ => {
                    let message = "text follows a closing quote; double a quote that belongs to the text";
                    let line = line + breaks(&quoted[..quote]);
                    let column = column(self.text, from + 1 + quote);
                    return Err(Error::new(ErrorKind::Syntax(message.into())).at(line, Some(column)));
                }
            }
        }
    }
}

/// How many line ends there are in a text.
fn breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(|&i| bytes[i] == b'\n' || bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(usize, Vec<String>)> {
        let mut records = Records::new(text);
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
