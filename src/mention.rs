//! The answer: one occurrence of an entity in a text.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::context::{Found, Rule, bears_out};
use crate::date::{Date, When};
use crate::gazetteer::rows::NONE;
use crate::gazetteer::{Alias, Entity, Gazetteer, Tenure};
use crate::kind::{AliasKind, EntityKind};
use crate::span::Span;

/// One occurrence of an entity in a text. Borrows the text and the gazetteer.
#[derive(Clone, Copy)]
pub struct Mention<'a> {
    gazetteer: &'a Gazetteer,
    /// The text around it: its words are cut out when they are asked for.
    around: &'a str,
    /// Where they stand in it. A stream keeps other text than it was given, and so other places than [`Found`] says.
    words: Span,
    as_of: Option<Date>,
    found: Found,
}

/// How an official stands to the as-of date.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Holds an office on the date.
    Current,
    /// Held one before it.
    Former,
    /// Holds none before or on the date, but does later.
    Future,
    /// Without a date, without tenures, or beyond what the data knows.
    Unknown,
}

impl<'a> Mention<'a> {
    #[inline]
    pub(crate) fn new(gazetteer: &'a Gazetteer, around: &'a str, words: Span, as_of: Option<Date>, found: Found) -> Self {
        Mention { gazetteer, around, words, as_of, found }
    }

    pub(crate) fn gazetteer(&self) -> &'a Gazetteer {
        self.gazetteer
    }

    /// Where it stands, in bytes of the text.
    #[inline]
    pub fn span(&self) -> Span {
        Span::new(self.found.start, self.found.end)
    }

    /// Byte offset of the first byte.
    #[inline]
    pub fn start(&self) -> usize {
        self.found.start
    }

    /// Byte offset behind the last byte.
    #[inline]
    pub fn end(&self) -> usize {
        self.found.end
    }

    /// The text as written.
    #[inline]
    pub fn text(&self) -> &'a str {
        &self.around[self.words.start()..self.words.end()]
    }

    /// The entity it names.
    #[inline]
    pub fn entity(&self) -> Entity<'a> {
        self.gazetteer.entity(self.found.entity)
    }

    /// The kind of the entity.
    #[inline]
    pub fn kind(&self) -> &'a EntityKind {
        self.entity().kind()
    }

    /// The canonical name of the entity.
    #[inline]
    pub fn name(&self) -> &'a str {
        self.entity().name()
    }

    /// The id of the entity.
    #[inline]
    pub fn id(&self) -> &'a str {
        self.entity().id()
    }

    /// In which way the text names the entity; [`AliasKind::Composed`] for an office made of a country or body and a role.
    #[inline]
    pub fn alias_kind(&self) -> AliasKind {
        self.found.alias_kind
    }

    /// The alias that matched; `None` for a composed office, and for a name that no alias spells so.
    pub fn alias(&self) -> Option<Alias<'a>> {
        (self.found.alias != NONE).then(|| Alias::new(self.gazetteer, self.found.alias))
    }

    /// The code of the country that the entity is or belongs to. Of an official: whose office they hold on the as-of date, or, without
    /// a date, whose offices they held if it is only one country's.
    pub fn country(&self) -> Option<&'a str> {
        if *self.kind() != EntityKind::Official {
            return self.entity().country();
        }
        let on_date =
            self.as_of.and_then(|date| self.tenures().find(|t| t.certainty(date).is_some() && t.office().country().is_some()));
        if let Some(tenure) = on_date {
            return tenure.office().country();
        }
        let mut countries = self.tenures().filter_map(|tenure| tenure.office().country());
        let first = countries.next()?;
        countries.all(|other| other == first).then_some(first)
    }

    /// How sure the mention is, from 0 to 1.
    #[inline]
    pub fn confidence(&self) -> f32 {
        f32::from(self.found.confidence) / 100.0
    }

    /// The rule that kept it.
    #[inline]
    pub fn rule(&self) -> Rule {
        self.found.rule
    }

    /// What changes an office: `former`, `acting`, `elect`, …
    pub fn modifier(&self) -> Option<&'a str> {
        let row = self.gazetteer.0.words.get(self.found.modifier as usize)?;
        self.gazetteer.0.str(row.code).strip_prefix("carry:")
    }

    /// Whether it stands inside the mention before it.
    #[inline]
    pub fn is_nested(&self) -> bool {
        self.found.nested
    }

    /// Other entities that the same words could name, the preferred first.
    pub fn rivals(&self) -> impl Iterator<Item = Entity<'a>> + use<'a> {
        let tables = &*self.gazetteer.0;
        let aliases = if self.found.key == NONE { 0..0 } else { tables.aliases_of_key(self.found.key) };
        let (gazetteer, own) = (self.gazetteer, self.found.entity);
        let mut seen = Vec::new();
        aliases.filter_map(move |alias| {
            let entity = gazetteer.0.aliases.at(alias).entity;
            let new = entity != NONE && entity != own && !seen.contains(&entity);
            seen.push(entity);
            new.then(|| gazetteer.entity(entity))
        })
    }

    /// Of an office: who held it on the as-of date. Nobody without a date.
    pub fn holders(&self) -> impl Iterator<Item = Tenure<'a>> + use<'a> {
        let date = self.as_of;
        let tenures = self.gazetteer.tenures_of_office(if *self.kind() == EntityKind::Office { self.id() } else { "" });
        tenures.filter(move |tenure| date.is_some_and(|date| tenure.certainty(date).is_some()))
    }

    /// Of an official: how they stand to the as-of date.
    pub fn status(&self) -> Status {
        let Some(date) = self.as_of else { return Status::Unknown };
        let mut status = Status::Unknown;
        for tenure in self.tenures() {
            match (tenure.certainty(date), tenure.interval().when(date, true)) {
                (Some(crate::Certainty::BeyondHorizon), _) => return Status::Unknown,
                (Some(_), _) => return Status::Current,
                (None, When::After) => status = Status::Former,
                (None, _) if status == Status::Unknown => status = Status::Future,
                _ => {}
            }
        }
        status
    }

    /// Of an official: the office that the text gives them right before the name or in apposition behind it (`Kazakh President Tokayev`,
    /// `Tokayev, the Kazakh president`). Of a country before `counterpart` (`his Kazakh counterpart`): the office meant.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// let extractor = demarche::Extractor::embedded();
    /// let options = demarche::Options::new().as_of("2024-10-28".parse().unwrap());
    /// let mention = extractor.extract_with("French President Angela Merkel", &options).last().unwrap();
    /// assert_eq!(mention.office().unwrap().id(), "office:FR/president");
    /// assert_eq!(mention.holds_office(), Some(false));
    /// # }
    /// ```
    pub fn office(&self) -> Option<Entity<'a>> {
        (self.found.office != NONE).then(|| self.gazetteer.entity(self.found.office))
    }

    /// Whether the data agree that the official holds the [`office`](Self::office) that the text gives them: on the as-of date, before
    /// it where the text says `former`, at any time without a date. `None` without an office, or where the data end before the date.
    pub fn holds_office(&self) -> Option<bool> {
        if *self.kind() == EntityKind::Official { bears_out(&self.gazetteer.0, self.as_of, &self.found) } else { None }
    }

    fn tenures(&self) -> impl Iterator<Item = Tenure<'a>> + use<'a> {
        self.gazetteer.tenures(if *self.kind() == EntityKind::Official { self.id() } else { "" })
    }

    /// The mention with everything copied out, to keep or to serialize.
    pub fn to_owned(&self) -> OwnedMention {
        OwnedMention {
            start: self.start(),
            end: self.end(),
            text: self.text().into(),
            kind: self.kind().clone(),
            name: self.name().into(),
            id: self.id().into(),
            alias_kind: self.alias_kind(),
            confidence: self.confidence(),
            country: self.country().map(Into::into),
        }
    }
}

impl fmt::Debug for Mention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mention({}..{} {:?} {})", self.start(), self.end(), self.text(), self.id())
    }
}

impl PartialEq for Mention<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.found == other.found && self.text() == other.text() && self.id() == other.id()
    }
}

/// A mention that borrows nothing.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnedMention {
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset behind the last byte.
    pub end: usize,
    /// The text as written.
    pub text: String,
    /// The kind of the entity.
    pub kind: EntityKind,
    /// The canonical name of the entity.
    pub name: String,
    /// The id of the entity.
    pub id: String,
    /// In which way the text names the entity.
    pub alias_kind: AliasKind,
    /// How sure the mention is, from 0 to 1.
    pub confidence: f32,
    /// The code of the country that the entity is or belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}
