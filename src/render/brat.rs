//! brat standoff: text-bound annotations and normalizations beside an unchanged text.

use std::fmt::Write;

use super::code_points::CodePoints;
use super::{Document, label};

pub(super) fn render(document: &Document<'_>) -> String {
    let mut out = String::new();
    let mut points = CodePoints::new(document.text);
    for (i, mention) in document.mentions.iter().enumerate() {
        let number = i + 1;
        let _ = write!(out, "T{number}\t{} ", label(mention.kind()));
        // An annotation holds no line break: it has a fragment on each line, and their texts are joined by a space.
        let mut at = mention.start();
        let mut texts = Vec::new();
        for line in mention.text().split(is_break) {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len() + document.text[at + line.len()..].chars().next().map_or(0, char::len_utf8);
            let text = line.trim();
            if !text.is_empty() {
                let separator = if texts.is_empty() { "" } else { ";" };
                let _ = write!(out, "{separator}{} {}", points.before(start), points.before(start + text.len()));
                texts.push(text);
            }
        }
        let id: String = mention.id().chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
        let name: String = mention.name().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let _ = writeln!(out, "\t{}\nN{number}\tReference T{number} demarche:{id}\t{name}", texts.join(" "));
    }
    out
}

/// What ends a line, or divides one, for a reader of lines: as Python's `str.splitlines`, and the tab.
fn is_break(c: char) -> bool {
    matches!(c, '\t' | '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
