//! Lists of other engines → the builder: spaCy's EntityRuler patterns and FlashText's keywords.
//!
//! Both match the text of a pattern as it is, and the name an entity goes by need not be one of its patterns: so the canonical name is
//! no alias here unless it is listed.

use std::borrow::Cow;
use std::path::Path;

use super::row::{Cell, Row, Start};
use super::{Sink, text_of, tsv};
use crate::error::{Error, ErrorKind};
use crate::gazetteer::builder::GazetteerBuilder;
use crate::gazetteer::records::{AliasRecord, EntityRecord};
use crate::kind::CasePolicy;

/// What becomes of spaCy patterns that are lists of tokens and mean more than one text in one case (`[{"LEMMA": "buy"}]`), which a
/// gazetteer cannot hold: see `GazetteerBuilder::read_spacy`.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TokenPatterns {
    /// They are errors, of kind [`ErrorKind::TokenPattern`].
    #[default]
    Refuse,
    /// They are left out and told.
    Skip,
}

impl GazetteerBuilder {
    /// Reads the keyword file of FlashText from a file: see [`read_flashtext`](Self::read_flashtext).
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn load_flashtext(&mut self, path: impl AsRef<Path>, kind: &str) -> Result<&mut Self, Error> {
        let (name, text) = text_of(path.as_ref())?;
        self.read_flashtext(&name, &text, kind)
    }

    /// Reads keywords as FlashText does: lines `keyword=>clean name`, or the keyword alone. A text that starts with `{` is the form of
    /// `add_keywords_from_dict`, an object of clean names with lists of keywords, and needs the feature `json`.
    ///
    /// The entities are of the kind `kind`; a clean name matches only if it is a keyword; keywords match in any case.
    ///
    /// ```
    /// use demarche::{Extractor, Gazetteer};
    /// let mut builder = Gazetteer::builder();
    /// builder.read_flashtext("keywords.txt", "java_2e=>java\nproduct management techniques=>product management\n", "skill")?;
    /// let extractor = Extractor::new(&builder.build()?);
    /// let mentions = extractor.extract("Product Management Techniques, and java_2e; no Java");
    /// let found: Vec<(&str, &str)> = mentions.map(|mention| (mention.text(), mention.name())).collect();
    /// assert_eq!(found, [("Product Management Techniques", "product management"), ("java_2e", "java")]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`load`](Self::load); if `kind` is empty or holds a colon.
    pub fn read_flashtext(&mut self, name: &str, text: &str, kind: &str) -> Result<&mut Self, Error> {
        if kind.is_empty() || kind.contains(':') {
            let message = format!("{kind:?} is no kind; a kind has a name without a colon");
            return Err(Error::new(ErrorKind::Cell { column: "kind".into(), message }).in_file(name));
        }
        #[cfg(feature = "json")]
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            return self.table(name, text, |sink, text| super::json::read_keywords(sink, text, kind));
        }
        self.table(name, text, |sink, text| {
            if text.trim().is_empty() {
                let message = "the list is empty; its lines are keyword=>clean name, or a keyword".into();
                return Err(Error::new(ErrorKind::Syntax(message)).at(1, None));
            }
            for (at, line, number) in tsv::lines(text).filter(|(_, line, _)| !line.trim().is_empty()) {
                let result = keyword(sink, at, line, number, kind);
                sink.note(result)?;
            }
            Ok(())
        })
    }
}

fn keyword(sink: &mut Sink<'_>, at: usize, line: &str, number: usize, kind: &str) -> Result<(), Error> {
    let (keyword, clean) = line.split_once("=>").unwrap_or((line, line));
    let (keyword, clean) = (keyword.trim(), clean.trim());
    if keyword.is_empty() || clean.is_empty() || clean.contains("=>") {
        let message = format!("{:?} is no keyword; write keyword=>clean name, or a keyword alone", line.trim());
        return Err(Error::new(ErrorKind::Syntax(message)).at(number, Some(1)));
    }
    let cell = Cell { text: Cow::Borrowed(keyword), at: at + line.find(keyword).unwrap_or(0) };
    sink.keyword(kind, clean, &cell, Start::of_line(at, number), Some(CasePolicy::Any))
}

impl Sink<'_> {
    /// Adds an alias of the entity that this kind and name mean, in the case given.
    pub(super) fn keyword(
        &mut self,
        kind: &str,
        name: &str,
        keyword: &Cell<'_>,
        start: Start,
        case: Option<CasePolicy>,
    ) -> Result<(), Error> {
        let columns = ["keyword".to_owned()];
        let cells = [Cell { text: Cow::Borrowed(&*keyword.text), at: keyword.at }];
        let row = Row::new(&columns, &cells, self.source, start, self.origin(start.line));
        row.check()?;
        let alias = AliasRecord { case, ..row.alias("keyword")? };
        let id = self.names.id(self.builder, kind, name);
        let Some((id, new)) = id else { return Err(row.wrong("keyword", format!("the name {name:?} has no letter or digit"))) };
        if new {
            let entity = EntityRecord::new(id.clone(), name).without_name();
            self.builder.store.add(EntityRecord { origin: alias.origin, column: alias.column, ..entity });
        }
        self.builder.store.add_alias(&id, alias);
        Ok(())
    }
}

#[cfg(feature = "json")]
impl GazetteerBuilder {
    /// Reads the patterns of spaCy's EntityRuler from a file: see [`read_spacy`](Self::read_spacy).
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn load_spacy(&mut self, path: impl AsRef<Path>, tokens: TokenPatterns) -> Result<Vec<Error>, Error> {
        let (name, text) = text_of(path.as_ref())?;
        self.read_spacy(&name, &text, tokens)
    }

    /// Reads the patterns of spaCy's EntityRuler: JSON Lines of `{"label": …, "pattern": …, "id": …}`.
    ///
    /// The label is the kind, as it is. Patterns with the same label and `id` name one entity, and the first of them is its canonical
    /// name; without an `id` each is an entity of its own. A pattern matches in its own case, as in spaCy.
    ///
    /// A list of tokens is read where it means a text: words of letters and digits, each by `ORTH` (`TEXT`), which match in their own case, or
    /// each by `LOWER`, which match in any. `tokens` says what becomes of others. Tells what was left out, which is nothing unless `tokens`
    /// asks for it.
    ///
    /// ```
    /// use demarche::{Extractor, Gazetteer, TokenPatterns};
    /// let mut builder = Gazetteer::builder();
    /// let patterns = r#"{"label": "GPE", "pattern": "San Francisco", "id": "san-francisco"}
    /// {"label": "GPE", "pattern": [{"LOWER": "san"}, {"LOWER": "fran"}], "id": "san-francisco"}
    /// {"label": "GPE", "pattern": [{"LOWER": "frisco"}, {"IS_PUNCT": true, "OP": "?"}], "id": "san-francisco"}"#;
    /// assert!(builder.read_spacy("patterns.jsonl", patterns, TokenPatterns::Refuse).is_err());
    /// let left_out = builder.read_spacy("patterns.jsonl", patterns, TokenPatterns::Skip)?;
    /// assert!(left_out[0].to_string().starts_with("patterns.jsonl:3:51: pattern: the token has IS_PUNCT and OP"));
    /// let extractor = Extractor::new(&builder.build()?);
    /// assert_eq!(extractor.extract("in San Francisco, or SAN FRAN").count(), 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`load`](Self::load).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn read_spacy(&mut self, name: &str, text: &str, tokens: TokenPatterns) -> Result<Vec<Error>, Error> {
        let mut skipped = Vec::new();
        self.table(name, text, |sink, text| super::spacy::read_patterns(sink, text, tokens, &mut skipped))?;
        Ok(skipped.into_iter().map(|error| error.in_file(name)).collect())
    }
}
