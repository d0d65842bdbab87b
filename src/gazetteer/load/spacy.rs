//! Patterns of spaCy's EntityRuler → rows.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::json::{Members, Objects, Text, cell, each_line, offset, parse, place};
use super::row::{Cell, Row, Start};
use super::{Sink, TokenPatterns};
use crate::error::{Error, ErrorKind};
use crate::gazetteer::records::{AliasRecord, EntityRecord};
use crate::kind::CasePolicy;

/// Reads patterns, one a line.
pub(super) fn read_patterns(
    sink: &mut Sink<'_>,
    text: &str,
    tokens: TokenPatterns,
    skipped: &mut Vec<Error>,
) -> Result<(), Error> {
    let mut lines = Objects::new(text);
    each_line(sink, text, |sink, object| {
        let at = offset(text, object.get());
        match pattern(sink, object, lines.start(at)) {
            Err(error) if tokens == TokenPatterns::Skip && matches!(error.kind(), ErrorKind::TokenPattern(_)) => {
                skipped.push(error);
                Ok(())
            }
            result => sink.note(result),
        }
    })
}

/// Adds a pattern.
fn pattern(sink: &mut Sink<'_>, object: &RawValue, start: Start) -> Result<(), Error> {
    let Members(members) = parse(sink, object.get())?;
    for needed in ["label", "pattern"] {
        if members.iter().all(|(key, _)| key != needed) {
            let names = members.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("a pattern has a label, a pattern and perhaps an id, this one has: {names}");
            return Err(Error::new(ErrorKind::Header(message)).at(start.line, Some(1)));
        }
    }
    let mut case = CasePolicy::Exact;
    let (mut names, mut cells) = (Vec::new(), Vec::new());
    for (key, value) in members {
        cells.push(if key == "pattern" && value.get().starts_with('[') {
            let text;
            (text, case) = tokens(sink, value)?;
            Cell { text: Cow::Owned(text), at: offset(sink.source, value.get()) }
        } else {
            cell(sink, &key, value)?
        });
        names.push(key);
    }
    let row = Row::new(&names, &cells, sink.source, start, sink.origin(start.line));
    sink.pattern(&row, case)
}

/// The text and the case that a list of tokens means.
fn tokens(sink: &Sink<'_>, list: &RawValue) -> Result<(String, CasePolicy), Error> {
    let refuse = |part: &RawValue, message: String| {
        let (line, column) = place(sink.source, offset(sink.source, part.get()));
        let message = format!("{message}; write the texts it means as patterns, or have such patterns skipped");
        Err(Error::new(ErrorKind::TokenPattern(message)).at(line, Some(column)))
    };
    let (mut words, mut case) = (Vec::new(), None);
    for token in parse::<Vec<&RawValue>>(sink, list.get())? {
        let Members(members) = parse(sink, token.get())?;
        let [(attribute, value)] = &members[..] else {
            let names = members.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(" and ");
            let names = if names.is_empty() { "nothing".into() } else { names };
            return refuse(token, format!("the token has {names}, and a text of its own has only ORTH or LOWER"));
        };
        let needed = match attribute.to_ascii_uppercase().as_str() {
            "ORTH" | "TEXT" => CasePolicy::Exact,
            "LOWER" => CasePolicy::Any,
            _ => return refuse(token, format!("the token has {attribute}, and a text of its own has only ORTH or LOWER")),
        };
        let Ok(Text(word)) = parse::<Text<'_>>(sink, value.get()) else {
            return refuse(value, format!("the {attribute} of the token is not one text"));
        };
        // Of anything else it depends on spaCy's rules whether it is one token, and with a space before it.
        if word.is_empty() || !word.chars().all(char::is_alphanumeric) {
            return refuse(value, format!("the token {word:?} is not a word of letters and digits"));
        }
        if needed == CasePolicy::Any && *word != word.to_lowercase() {
            return refuse(value, format!("the token {word:?} has capitals, which no {attribute} has"));
        }
        // A number is the same in any case.
        if word.chars().any(char::is_alphabetic) && *case.get_or_insert(needed) != needed {
            return refuse(token, "some tokens have a case and others none".into());
        }
        words.push(word);
    }
    if words.is_empty() {
        return refuse(list, "the list of tokens is empty".into());
    }
    Ok((words.join(" "), case.unwrap_or(CasePolicy::Exact)))
}

impl Sink<'_> {
    /// Adds a pattern with its label and, if it has one, its id.
    fn pattern(&mut self, row: &Row<'_>, case: CasePolicy) -> Result<(), Error> {
        row.check()?;
        let label = row.needed("label")?;
        row.check_kind("label", label)?;
        let alias = AliasRecord { case: Some(case), ..row.alias("pattern")? };
        let pattern = row.needed("pattern")?;
        let id = match row.cell("id").filter(|id| !id.is_empty()) {
            Some(id) => {
                let id = format!("{label}:{id}");
                let new = self.names.add(self.builder, &id, pattern);
                Some((id, new))
            }
            None => self.names.id(self.builder, label, pattern),
        };
        let Some((id, new)) = id else { return Err(row.wrong("pattern", format!("{pattern:?} has no letter or digit"))) };
        if new {
            let entity = EntityRecord::new(id.clone(), pattern).without_name();
            self.builder.store.add(EntityRecord { origin: alias.origin, column: alias.column, ..entity });
        }
        self.builder.store.add_alias(&id, alias);
        Ok(())
    }
}
