//! A page that needs nothing else: the text with coloured mentions, what is known of each, a list, a timeline.
//!
//! Style and script are files beside this one and stand in the page as they are; its policy names their hashes, so that nothing else
//! can run or be loaded, whatever the text holds.

mod cards;
mod entities;
mod escape;
mod timeline;

use std::fmt::Write;

use cards::Cards;
use entities::Entities;
use escape::Escaped;

use super::Document;
use crate::kind::EntityKind;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The SHA-256 of style and script in base64. A test tells what they must be.
const STYLE_HASH: &str = "wuoMRejDKmOG8RuLxih/68ksQUQrdH4fzX9znDOVRTg=";
const SCRIPT_HASH: &str = "0jjToAqofb+WjtFdoVlGEs+C4KrFLIJBSDoTHHd1noQ=";

pub(super) fn render(document: &Document<'_>) -> String {
    let entities = Entities::new(document);
    let mut cards = Cards::new(document);
    let mut out = String::new();
    head(&mut out, document, &entities);
    legend(&mut out, &entities);
    out.push_str("<main>\n<section aria-label=\"Text\"><div class=\"text\" id=\"text\" dir=\"auto\">");
    text(&mut out, document, &entities, &mut cards);
    out.push_str("</div></section>\n");
    entities.list(&mut out);
    timeline::timeline(&mut out, document, &entities);
    out.push_str("</main>\n<footer><span class=\"hint\"><kbd>n</kbd> next mention, <kbd>p</kbd> previous, <kbd>Esc</kbd> closes the card.</span> Made with demarche ");
    out.push_str(env!("CARGO_PKG_VERSION"));
    let version = document.gazetteer.data_version();
    if !version.is_empty() {
        let _ = write!(out, ", data {}", Escaped(version));
    }
    out.push_str(
        ".</footer>\n<div id=\"card\" role=\"status\" hidden></div>\n<p id=\"status\" class=\"skip\" aria-live=\"polite\"></p>\n",
    );
    cards.write(&mut out);
    let _ = write!(out, "<script>{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, document: &Document<'_>, entities: &Entities<'_>) {
    let id = Escaped(if document.id.is_empty() { "Text" } else { document.id });
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
         script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{id}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#text\">To the text</a>\n<header><h1 dir=\"auto\">{id}</h1>\n<p>"
    );
    let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let mentions = count(document.mentions.len(), "mention", "mentions");
    let _ = write!(out, "{mentions} of {}", count(entities.len(), "entity", "entities"));
    if let Some(date) = document.as_of {
        let _ = write!(out, ", as of <time>{date}</time>");
    }
    out.push_str("</p></header>\n");
}

fn legend(out: &mut String, entities: &Entities<'_>) {
    out.push_str("<nav class=\"legend\" aria-label=\"Kinds shown\"><div>");
    for (kind, mentions) in entities.kinds() {
        let _ = write!(
            out,
            "<button type=\"button\" class=\"{}\" data-kind=\"{name}\" aria-pressed=\"true\">{name}<span>{mentions}</span></button>",
            class(kind),
            name = Escaped(kind.as_str()),
        );
    }
    out.push_str("</div></nav>\n");
}

/// The text with its mentions, the ones inside others nested.
fn text<'a>(out: &mut String, document: &Document<'a>, entities: &Entities<'a>, cards: &mut Cards) {
    let mut at = 0;
    let mut open: Vec<usize> = Vec::new();
    let mut up_to = |out: &mut String, end: usize, open: &mut Vec<usize>| {
        while let Some(inner) = open.pop_if(|inner| *inner <= end) {
            let _ = write!(out, "{}</mark>", Escaped(&document.text[at..inner]));
            at = inner;
        }
        let _ = write!(out, "{}", Escaped(&document.text[at..end]));
        at = end;
    };
    for (number, mention) in document.mentions.iter().enumerate() {
        up_to(out, mention.start(), &mut open);
        let _ = write!(
            out,
            "<mark class=\"{}\" id=\"m{number}\" tabindex=\"0\" data-kind=\"{}\" data-entity=\"{}\" data-card=\"{}\">",
            class(mention.kind()),
            Escaped(mention.kind().as_str()),
            entities.number(mention),
            cards.id(mention),
        );
        open.push(mention.end());
    }
    up_to(out, document.text.len(), &mut open);
}

/// The class whose colours a kind has.
fn class(kind: &EntityKind) -> &str {
    match kind {
        EntityKind::Custom(_) => "custom",
        kind => kind.as_str(),
    }
}

#[cfg(test)]
mod tests;
