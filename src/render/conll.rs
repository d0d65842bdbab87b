//! A token a line with BIO tags: what taggers are trained and tested on.

use super::tokens::tokens;
use super::{Document, label};

pub(super) fn render(document: &Document<'_>) -> String {
    let mentions: Vec<_> = document.outermost().collect();
    let cuts = mentions.iter().flat_map(|mention| [mention.start(), mention.end()]);
    let mut out = String::from("-DOCSTART-\t-\tO\n\n");
    let mut next = mentions.iter().peekable();
    let mut sentence_is_empty = true;
    for token in tokens(document.text, cuts.collect::<Vec<_>>()) {
        let text = &document.text[token.start..token.end];
        while next.next_if(|mention| mention.end() <= token.start).is_some() {}
        let mention = next.peek().filter(|mention| mention.start() <= token.start);
        if token.is_space {
            // A line break inside a name ends no sentence.
            if mention.is_none() && !sentence_is_empty && text.contains('\n') {
                out.push('\n');
                sentence_is_empty = true;
            }
            continue;
        }
        if text.chars().all(char::is_control) {
            continue;
        }
        out.push_str(text);
        match mention {
            Some(mention) => {
                out.push('\t');
                out.extend(mention.id().chars().map(|c| if c.is_whitespace() { '_' } else { c }));
                out.push_str(if mention.start() == token.start { "\tB-" } else { "\tI-" });
                out.push_str(&label(mention.kind()));
            }
            None => out.push_str("\t-\tO"),
        }
        out.push('\n');
        sentence_is_empty = false;
    }
    if !sentence_is_empty {
        out.push('\n');
    }
    out
}
