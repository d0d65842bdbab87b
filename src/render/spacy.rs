//! A spaCy `Doc` in JSON, which displaCy draws too.

use super::code_points::CodePoints;
use super::tokens::{Token, tokens};
use super::{Document, json, label};
use crate::mention::Mention;

pub(super) fn render(document: &Document<'_>) -> String {
    let mut cuts: Vec<_> = document.mentions.iter().flat_map(|mention| [mention.start(), mention.end()]).collect();
    cuts.sort_unstable();
    let tokens = tokens(document.text, cuts);
    let mut out = String::new();
    json::object(&mut out, |doc| {
        doc.string("title", document.id);
        doc.string("text", document.text);
        let mut points = CodePoints::new(document.text);
        doc.array("ents", document.outermost(), |out, mention| span(out, mention, &mut points));
        doc.object("spans", |groups| {
            let mut points = CodePoints::new(document.text);
            groups.array("demarche", &document.mentions, |out, mention| span(out, mention, &mut points));
        });
        let mut points = CodePoints::new(document.text);
        doc.array("tokens", spaced(document.text, tokens).enumerate(), |out, (id, token)| {
            json::object(out, |row| {
                row.number("id", id);
                row.number("start", points.before(token.start));
                row.number("end", points.before(token.end));
            });
        });
    });
    out.push('\n');
    out
}

fn span(out: &mut String, mention: &Mention<'_>, points: &mut CodePoints<'_>) {
    json::object(out, |row| {
        row.number("start", points.before(mention.start()));
        row.number("end", points.before(mention.end()));
        row.string("label", &label(mention.kind()));
        row.string("kb_id", mention.id());
    });
}

/// The tokens as spaCy has them: one space behind a token belongs to it, any other white space is a token.
fn spaced(text: &str, tokens: impl Iterator<Item = Token>) -> impl Iterator<Item = Token> {
    let mut behind_word = false;
    let mut tokens = tokens.peekable();
    std::iter::from_fn(move || {
        loop {
            let mut token = tokens.next()?;
            // A cut may have divided white space; for spaCy it is one run.
            while token.is_space && tokens.peek().is_some_and(|next| next.is_space) {
                token.end = tokens.next()?.end;
            }
            if token.is_space && behind_word && text[token.start..].starts_with(' ') {
                token.start += 1;
            }
            behind_word = !token.is_space;
            if token.start < token.end {
                return Some(token);
            }
        }
    })
}
