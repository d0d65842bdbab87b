//! One row of a table → what is added to the builder.

use super::header::{Header, Shape};
use super::names::Names;
use super::row::Row;
use crate::error::Error;
use crate::gazetteer::WordList;
use crate::gazetteer::builder::GazetteerBuilder;
use crate::gazetteer::records::EntityRecord;

impl GazetteerBuilder {
    /// Makes room for the rows of a table, as many as its text can hold.
    pub(super) fn reserve(&mut self, shape: Shape, text: &str) {
        let lines = text.bytes().filter(|&b| b == b'\n').count().min(text.len() / 12);
        match shape {
            Shape::Entity => self.store.reserve(lines, 0),
            Shape::Alias => self.store.reserve(0, lines),
            _ => {}
        }
    }

    pub(super) fn add_row(&mut self, header: &Header, row: &Row<'_>, names: &mut Names) -> Result<(), Error> {
        match header.shape() {
            Shape::Entity => row.entity(header, &mut self.store)?,
            Shape::Alias => {
                let alias = row.alias("alias")?;
                self.store.add_alias(row.needed("id")?, alias);
            }
            Shape::NameAlias => self.add_named(row, names)?,
            Shape::Tenure => self.tenures.push(row.tenure()?),
            Shape::Membership => self.memberships.push(row.membership()?),
            Shape::Decoy => self.store.add_decoy(row.alias("decoy")?),
            Shape::Role => self.roles.push(row.role()?),
            Shape::Words(list) => self.add_word(row, list)?,
            Shape::NameWord => {
                let list = match row.needed("side")? {
                    "after" => WordList::NameAfter,
                    "before" => WordList::NameBefore,
                    "sort" => WordList::Sort,
                    "keep" => WordList::Political,
                    other => return Err(row.wrong("side", format!("{other:?} is none of after, before, sort, keep"))),
                };
                self.words.push((row.needed("word")?.into(), list, row.text("class")));
            }
            Shape::CueWord => {
                let wanted = row.needed("use")?;
                let Some(&(_, list)) = WordList::USES.iter().find(|(name, _)| *name == wanted) else {
                    let uses: Vec<_> = WordList::USES.iter().map(|(name, _)| *name).collect();
                    return Err(row.wrong("use", format!("{wanted:?} is none of {}", uses.join(", "))));
                };
                self.words.push((row.needed("cue_word")?.into(), list, String::new()));
            }
            Shape::Nothing => {}
        }
        Ok(())
    }

    /// Adds the entity that a row names, if it is new, and its alias, if there is one.
    fn add_named(&mut self, row: &Row<'_>, names: &mut Names) -> Result<(), Error> {
        let (name, kind) = (row.needed("name")?, row.cell("kind").filter(|kind| !kind.is_empty()).unwrap_or("entity"));
        row.check_kind("kind", kind)?;
        let wanted = row.cell("alias").is_some_and(|alias| !alias.is_empty());
        let alias = if wanted { Some(row.alias_of_kind("alias", None)?) } else { None };
        let id = names.id(self, kind, name);
        let Some((id, new)) = id else { return Err(row.wrong("name", format!("{name:?} has no letter or digit"))) };
        if new {
            let entity = EntityRecord::new(id.clone(), name);
            self.store.add(EntityRecord { origin: row.origin(), column: row.column("name"), ..entity });
        }
        if let Some(alias) = alias {
            self.store.add_alias(&id, alias);
        }
        Ok(())
    }

    /// Adds the word of a row to a list, and to those that its effect and its gender name.
    fn add_word(&mut self, row: &Row<'_>, list: WordList) -> Result<(), Error> {
        // The first column names the list.
        let word = row.first()?.to_owned();
        let effect = row.cell("effect");
        let list = if effect == Some("body") { WordList::Body } else { list };
        let code = effect.map_or_else(String::new, |effect| format!("{effect}:{}", row.text("code")));
        match row.cell("gender").unwrap_or("") {
            "" => {}
            "f" => self.words.push((word.clone(), WordList::Woman, String::new())),
            "m" => self.words.push((word.clone(), WordList::Man, String::new())),
            other => return Err(row.wrong("gender", format!("{other:?} is none of f, m"))),
        }
        self.words.push((word, list, code));
        Ok(())
    }
}
