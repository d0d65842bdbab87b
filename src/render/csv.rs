//! Comma-separated values after RFC 4180: what a spreadsheet or a data frame reads.

use std::fmt::Write;

use super::Document;

pub(super) const HEADER: &str = "document,start,end,text,kind,name,id,alias_kind,confidence,country\r\n";

pub(super) fn render(document: &Document<'_>) -> String {
    let mut out = String::new();
    for mention in &document.mentions {
        field(&mut out, document.id);
        let _ = write!(out, ",{},{},", mention.start(), mention.end());
        for text in [mention.text(), mention.kind().as_str(), mention.name(), mention.id(), mention.alias_kind().as_str()] {
            field(&mut out, text);
            out.push(',');
        }
        let _ = write!(out, "{},", mention.confidence());
        field(&mut out, mention.country().unwrap_or(""));
        out.push_str("\r\n");
    }
    out
}

/// Writes a field, in quotes if it holds what would end it.
fn field(out: &mut String, text: &str) {
    if !text.contains([',', '"', '\r', '\n']) {
        return out.push_str(text);
    }
    out.push('"');
    for (i, part) in text.split('"').enumerate() {
        if i > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}
