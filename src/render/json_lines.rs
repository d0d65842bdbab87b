//! JSON Lines: what a program reads back with `OwnedMention`.

use super::{Document, json};

pub(super) fn render(document: &Document<'_>) -> String {
    let mut out = String::new();
    json::object(&mut out, |line| {
        line.string("id", document.id);
        line.array("mentions", &document.mentions, |out, mention| {
            json::object(out, |row| {
                row.number("start", mention.start());
                row.number("end", mention.end());
                row.string("text", mention.text());
                row.string("kind", mention.kind().as_str());
                row.string("name", mention.name());
                row.string("id", mention.id());
                row.string("alias_kind", mention.alias_kind().as_str());
                row.number("confidence", mention.confidence());
                if let Some(country) = mention.country() {
                    row.string("country", country);
                }
            });
        });
    });
    out.push('\n');
    out
}
