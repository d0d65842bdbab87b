//! Which entities are in a document, how often and where?

use std::collections::HashMap;
use std::fmt::Write;

use super::class;
use super::escape::Escaped;
use crate::gazetteer::Entity;
use crate::kind::EntityKind;
use crate::mention::Mention;
use crate::render::Document;

/// The entities of a document by kind, in the order of their first mentions.
pub(super) struct Entities<'a> {
    rows: Vec<Row<'a>>,
    numbers: HashMap<&'a str, usize>,
}

struct Row<'a> {
    entity: Entity<'a>,
    /// The number of its first mention.
    first: usize,
    count: usize,
}

impl<'a> Entities<'a> {
    pub(super) fn new(document: &Document<'a>) -> Self {
        let mut entities = Entities { rows: Vec::new(), numbers: HashMap::new() };
        for (first, mention) in document.mentions.iter().enumerate() {
            let next = entities.rows.len();
            let number = *entities.numbers.entry(mention.id()).or_insert(next);
            if number == next {
                entities.rows.push(Row { entity: mention.entity(), first, count: 0 });
            }
            entities.rows[number].count += 1;
        }
        entities
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number by which marks and list find each other.
    pub(super) fn number(&self, mention: &Mention<'_>) -> usize {
        self.numbers.get(mention.id()).copied().unwrap_or_default()
    }

    pub(super) fn of_kind(&self, kind: &EntityKind) -> impl Iterator<Item = Entity<'a>> {
        self.rows.iter().map(|row| row.entity).filter(move |entity| entity.kind() == kind)
    }

    /// The kinds in the document, in order, with the number of mentions of each.
    pub(super) fn kinds(&self) -> Vec<(&'a EntityKind, usize)> {
        let mut kinds: Vec<_> = self.rows.iter().map(|row| row.entity.kind()).collect();
        kinds.sort();
        kinds.dedup();
        let mentions = |kind: &EntityKind| self.rows.iter().filter(|row| row.entity.kind() == kind).map(|row| row.count).sum();
        kinds.into_iter().map(|kind| (kind, mentions(kind))).collect()
    }

    /// Writes the list at the side.
    pub(super) fn list(&self, out: &mut String) {
        out.push_str("<aside><section class=\"entities\" aria-label=\"Entities\"><h2>Entities</h2>\n");
        for (kind, _) in self.kinds() {
            let name = Escaped(kind.as_str());
            let class = class(kind);
            let _ = write!(out, "<div class=\"{class}\" data-kind=\"{name}\"><h3>{name}</h3><ul>");
            for (number, row) in self.rows.iter().enumerate().filter(|(_, row)| row.entity.kind() == kind) {
                let _ = write!(
                    out,
                    "<li><a href=\"#m{}\" data-entity=\"{number}\"><bdi>{}</bdi><span>{}</span></a></li>",
                    row.first,
                    Escaped(row.entity.name()),
                    row.count
                );
            }
            out.push_str("</ul></div>\n");
        }
        if self.rows.is_empty() {
            out.push_str("<p class=\"hint\">None found.</p>\n");
        }
        out.push_str("</section></aside>\n");
    }
}
