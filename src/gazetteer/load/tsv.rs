//! Tab-separated text → rows.

use std::borrow::Cow;

use super::Sink;
use super::header::Header;
use super::row::{Cell, Row, Start};
use crate::error::{Error, ErrorKind};

/// Reads a table whose cells are separated by tabs, without quoting.
pub(super) fn read(sink: &mut Sink<'_>, text: &str) -> Result<(), Error> {
    let mut lines = lines(text);
    let Some((at, header, _)) = lines.next().filter(|(_, line, _)| !trimmed(line).is_empty()) else {
        return Err(Error::new(ErrorKind::Header("the table is empty; its first line names the columns".into())).at(1, None));
    };
    let mut names = Vec::new();
    cells(at, header, &mut names);
    let header = Header::new(names.iter().map(|cell| cell.text.to_string()).collect()).map_err(|wrong| {
        let column = |i: usize| text[..names[i].at].chars().count() + 1;
        Header::error(wrong, 1, column)
    })?;
    sink.builder.reserve(header.shape(), text);
    let mut row = Vec::new();
    for (at, line, number) in lines.filter(|(_, line, _)| !trimmed(line).is_empty()) {
        cells(at, line, &mut row);
        if row.len() != names.len() {
            let kind = ErrorKind::CellCount { found: row.len(), expected: names.len(), between: "tab" };
            sink.note(Err(Error::new(kind).at(number, None)))?;
            continue;
        }
        let row = Row::new(header.columns(), &row, sink.source, Start::of_line(at, number), sink.origin(number));
        sink.row(&header, &row)?;
    }
    Ok(())
}

/// The lines of a text without their ends, with their place and their number.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = 0;
    text.split('\n').zip(1..).map(move |(line, number)| {
        let start = at;
        at += line.len() + 1;
        (start, line.strip_suffix('\r').unwrap_or(line), number)
    })
}

fn cells<'t>(at: usize, line: &'t str, cells: &mut Vec<Cell<'t>>) {
    cells.clear();
    let mut from = 0;
    let tabs = line.bytes().enumerate().filter(|&(_, b)| b == b'\t').map(|(i, _)| i);
    for to in tabs.chain([line.len()]) {
        cells.push(Cell { text: Cow::Borrowed(trimmed(&line[from..to])), at: at + from });
        from = to + 1;
    }
}

/// A text without the spaces around it.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        // As most are.
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}
