//! Mentions in the forms that other tools read.
//!
//! A [`Document`] is a text with its mentions; [`Format`] names the forms, and [`Document::render`] writes one.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use demarche::Extractor;
//! use demarche::render::{Document, Format};
//!
//! let document = Document::new("news-1", Extractor::embedded().extract("Kazakhstan’s neighbours met in Astana."));
//! assert_eq!(
//!     document.render(Format::Brat),
//!     "T1\tCOUNTRY 0 10\tKazakhstan\nN1\tReference T1 demarche:country:KZ\tKazakhstan\n\
//!      T2\tPLACE 31 37\tAstana\nN2\tReference T2 demarche:place:KZ/astana\tAstana\n"
//! );
//! # }
//! ```
//!
//! | format | offsets | nested mentions | read by |
//! | --- | --- | --- | --- |
//! | [`Format::JsonLines`] | bytes | kept | [`OwnedMention`](crate::OwnedMention), any JSON reader |
//! | [`Format::Csv`] | bytes | kept | spreadsheets, data frames |
//! | [`Format::Conll`] | none: one token a line | left out | taggers, `spacy convert` |
//! | [`Format::Brat`] | code points | kept | brat and what reads its standoff files |
//! | [`Format::Spacy`] | code points | in `spans`, not in `ents` | `spacy.tokens.Doc.from_json`, displaCy |
//! | [`Format::WebAnnotation`] | code points | kept | annotation servers and clients |
//! | [`Format::Html`] | | kept | people |
//!
//! Code points are what Python counts in a `str`; the text is never normalized. A kind becomes a label in capitals (`COUNTRY`), where
//! what is no ASCII letter, digit or hyphen becomes `_`.

mod brat;
mod code_points;
mod conll;
mod csv;
mod json;
mod json_lines;
mod page;
mod spacy;
mod tokens;
mod web_annotation;

use crate::date::Date;
use crate::extractor::Mentions;
use crate::gazetteer::Gazetteer;
use crate::kind::{EntityKind, text_enum};
use crate::mention::Mention;

text_enum! {
    /// A form of output.
    #[non_exhaustive]
    Format, "format" {
        /// One JSON object a document: `{"id", "mentions": [{"start", "end", "text", "kind", "name", "id", "alias_kind", "confidence",
        /// "country"}]}`; `country` is left out where there is none.
        JsonLines = "json-lines",
        /// RFC 4180: a line a mention, with the columns of [`Format::header`]. Lines end in CR LF.
        Csv = "csv",
        /// A line a token: token, id of the entity or `-`, and tag (`B-COUNTRY`, `I-COUNTRY`, `O`), with tabs between; an empty line
        /// where the text has a line break, and `-DOCSTART-` before each document.
        ///
        /// A token is a run of letters, digits, marks and what is invisible between them, or any other visible character alone; one
        /// that a mention starts or ends in (`non-US|based`) is cut there.
        Conll = "conll",
        /// The `.ann` file of brat: a text-bound annotation (`T`) a mention and a normalization (`N`) with the entity. A mention that
        /// a line break divides has a fragment on each line. Write the text itself, unchanged, beside it as `.txt`.
        Brat = "brat",
        /// A `Doc` of spaCy in JSON: text, tokens, `ents` and a span group `demarche`, with the entity's id as `kb_id`. displaCy draws
        /// the same object with `manual=True`.
        Spacy = "spacy",
        /// An annotation page of the W3C Web Annotation Data Model, in JSON-LD: each target is selected by position and by quotation,
        /// each body names the entity, by a `urn:demarche:` of its id and by Wikidata where known.
        WebAnnotation = "web-annotation",
        /// A page that needs nothing else: see the example `annotate`.
        Html = "html",
    }
}

impl Format {
    /// Every format.
    pub fn all() -> &'static [Format] {
        Format::ALL
    }

    /// What must stand once before the documents: the names of the columns of CSV.
    pub fn header(self) -> &'static str {
        if self == Format::Csv { csv::HEADER } else { "" }
    }

    /// Whether the renderings of several documents, one behind the other, are a file of this format.
    pub fn is_concatenable(self) -> bool {
        matches!(self, Format::JsonLines | Format::Csv | Format::Conll | Format::Spacy | Format::WebAnnotation)
    }
}

/// A text with its mentions, ready to be written.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    id: &'a str,
    text: &'a str,
    gazetteer: &'a Gazetteer,
    as_of: Option<Date>,
    mentions: Vec<Mention<'a>>,
}

impl<'a> Document<'a> {
    /// A document with the mentions that [`Extractor::extract_with`](crate::Extractor::extract_with) gives.
    pub fn new(id: &'a str, mentions: Mentions<'a>) -> Self {
        Document {
            id,
            text: mentions.text(),
            gazetteer: mentions.gazetteer(),
            as_of: mentions.as_of(),
            mentions: mentions.collect(),
        }
    }

    /// Leaves out the mentions that `keep` does not want, demonyms for one.
    pub fn retain(&mut self, keep: impl FnMut(&Mention<'a>) -> bool) {
        self.mentions.retain(keep);
    }

    /// The id of the document, as given.
    pub fn id(&self) -> &'a str {
        self.id
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The mentions, left to right; one that holds others stands before them.
    pub fn mentions(&self) -> &[Mention<'a>] {
        &self.mentions
    }

    /// The document in a format, without its [header](Format::header). Ends in a line break if it is not empty.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::JsonLines => json_lines::render(self),
            Format::Csv => csv::render(self),
            Format::Conll => conll::render(self),
            Format::Brat => brat::render(self),
            Format::Spacy => spacy::render(self),
            Format::WebAnnotation => web_annotation::render(self),
            Format::Html => page::render(self),
        }
    }

    /// The mentions that stand in no other.
    fn outermost(&self) -> impl Iterator<Item = &Mention<'a>> {
        let mut end = 0;
        self.mentions.iter().filter(move |mention| {
            let outer = mention.start() >= end;
            end = end.max(mention.end());
            outer
        })
    }
}

/// The label of a kind in formats that allow few characters: `COUNTRY`.
fn label(kind: &EntityKind) -> String {
    let allowed = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c.to_ascii_uppercase() } else { '_' };
    kind.as_str().chars().map(allowed).collect()
}
