//! The W3C Web Annotation Data Model in JSON-LD.

use std::fmt::Write;

use super::code_points::CodePoints;
use super::{Document, json};
use crate::mention::Mention;

/// How many code points of the text stand in a quotation before and behind its mention.
const QUOTED: usize = 32;

pub(super) fn render(document: &Document<'_>) -> String {
    let source = iri("urn:demarche:document:", document.id);
    let mut points = CodePoints::new(document.text);
    let mut out = String::new();
    json::object(&mut out, |page| {
        page.string("@context", "http://www.w3.org/ns/anno.jsonld");
        page.string("id", &format!("{source}#demarche"));
        page.string("type", "AnnotationPage");
        page.number("startIndex", 0);
        page.array("items", document.mentions.iter().enumerate(), |out, (i, mention)| {
            json::object(out, |annotation| {
                annotation.string("id", &format!("{source}#demarche-{}", i + 1));
                annotation.string("type", "Annotation");
                annotation.string("motivation", "identifying");
                annotation.array("body", bodies(mention), |out, write| out.push_str(&write));
                annotation.object("target", |target| {
                    target.string("source", &source);
                    target.array("selector", [true, false], |out, position| {
                        if position { by_position(out, mention, &mut points) } else { by_quotation(out, mention, document.text) }
                    });
                });
            });
        });
    });
    out.push('\n');
    out
}

/// The bodies of an annotation: the entity, by its ids, then its name and kind for those who do not know them.
fn bodies(mention: &Mention<'_>) -> Vec<String> {
    let resource = |source: &str| {
        let mut out = String::new();
        json::object(&mut out, |body| {
            body.string("type", "SpecificResource");
            body.string("purpose", "identifying");
            body.string("source", source);
        });
        out
    };
    let text = |purpose: &str, value: &str| {
        let mut out = String::new();
        json::object(&mut out, |body| {
            body.string("type", "TextualBody");
            body.string("purpose", purpose);
            body.string("value", value);
            body.string("format", "text/plain");
            body.string("language", "en");
        });
        out
    };
    let mut bodies = vec![resource(&encoded("urn:demarche:", mention.id()))];
    if let Some(qid) = mention.entity().property("qid") {
        bodies.push(resource(&encoded("http://www.wikidata.org/entity/", qid)));
    }
    bodies.push(text("describing", mention.name()));
    bodies.push(text("tagging", mention.kind().as_str()));
    bodies
}

fn by_position(out: &mut String, mention: &Mention<'_>, points: &mut CodePoints<'_>) {
    json::object(out, |selector| {
        selector.string("type", "TextPositionSelector");
        selector.number("start", points.before(mention.start()));
        selector.number("end", points.before(mention.end()));
    });
}

fn by_quotation(out: &mut String, mention: &Mention<'_>, text: &str) {
    let before = &text[..mention.start()];
    let behind = &text[mention.end()..];
    let from = before.char_indices().rev().nth(QUOTED - 1).map_or(0, |(at, _)| at);
    let to = behind.char_indices().nth(QUOTED).map_or(behind.len(), |(at, _)| at);
    json::object(out, |selector| {
        selector.string("type", "TextQuoteSelector");
        selector.string("exact", mention.text());
        selector.string("prefix", &before[from..]);
        selector.string("suffix", &behind[..to]);
    });
}

/// An id as an IRI: as it is if it is one, otherwise behind `prefix`.
fn iri(prefix: &str, id: &str) -> String {
    let scheme = id.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !rest.is_empty()
    });
    let allowed = |c: char| c.is_alphanumeric() || "-._~:/?[]@!$&'()*+,;=%".contains(c);
    if scheme && id.chars().all(allowed) {
        return id.into();
    }
    encoded(prefix, id)
}

/// An id behind `prefix`, with what an IRI must not hold in per cents.
fn encoded(prefix: &str, id: &str) -> String {
    let mut out = String::from(prefix);
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || "-._~:/+".contains(c) {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::iri;

    #[test]
    fn ids_become_iris() {
        assert_eq!(iri("urn:x:", "https://example.org/a?b=c"), "https://example.org/a?b=c");
        assert_eq!(iri("urn:x:", "news 1"), "urn:x:news%201");
        assert_eq!(iri("urn:x:", "a#b"), "urn:x:a%23b");
        assert_eq!(iri("urn:x:", "C:\\texts\\1"), "urn:x:C:%5Ctexts%5C1");
        assert_eq!(iri("urn:x:", "http://a/<script>"), "urn:x:http://a/%3Cscript%3E");
    }
}
