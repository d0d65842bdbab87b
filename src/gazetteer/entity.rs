//! One entity and its aliases, looked at in a gazetteer.

use std::fmt;

use serde::{Serialize, Serializer};

use super::rows::{AliasRow, EntityRow, NONE, TraitsRow};
use super::{Gazetteer, functions};
use crate::date::{Date, Interval};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};

/// An entity of a gazetteer.
#[derive(Clone, Copy)]
pub struct Entity<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) index: u32,
}

impl<'g> Entity<'g> {
    #[inline]
    fn row(&self) -> EntityRow {
        self.gazetteer.0.entities.at(self.index as usize)
    }

    fn traits(&self) -> TraitsRow {
        self.gazetteer.0.traits(self.index)
    }

    pub(crate) fn index(&self) -> u32 {
        self.index
    }

    /// The stable id: `country:KZ`, `official:antony-blinken`.
    #[inline]
    pub fn id(&self) -> &'g str {
        self.gazetteer.0.str(self.row().id)
    }

    /// The canonical name: `Kazakhstan`.
    pub fn name(&self) -> &'g str {
        self.gazetteer.0.str(self.row().name())
    }

    /// What sort of thing it is.
    #[inline]
    pub fn kind(&self) -> &'g EntityKind {
        &self.gazetteer.0.kinds[usize::from(self.row().kind)]
    }

    /// When it existed, where that is known.
    pub fn valid(&self) -> Interval {
        let traits = self.traits();
        Interval::new(Date::from_bits(traits.valid_from), Date::from_bits(traits.valid_to))
    }

    /// The country a place belongs to; the country or body whose an office is.
    pub fn owner(&self) -> Option<Entity<'g>> {
        let owner = self.traits().owner;
        (owner != NONE).then(|| self.gazetteer.entity(owner))
    }

    /// The alpha-2 (or historical) code of the country it is, stands in or is an office of.
    pub fn country(&self) -> Option<&'g str> {
        if *self.kind() == EntityKind::Country {
            return self.id().strip_prefix("country:");
        }
        self.owner().and_then(|owner| owner.id().strip_prefix("country:"))
    }

    /// The functions of an office: `head_of_state`, `foreign_minister`, …
    pub fn functions(&self) -> impl Iterator<Item = &'static str> + use<> {
        let bits = self.traits().functions;
        functions::NAMES.into_iter().enumerate().filter(move |(i, _)| bits >> i & 1 == 1).map(|(_, name)| name)
    }

    /// A property by its column name: `qid` (Wikidata), `alpha3`, `official_name`, …
    pub fn property(&self, name: &str) -> Option<&'g str> {
        self.properties().find(|property| property.0 == name).map(|property| property.1)
    }

    /// All properties, as names and values.
    pub fn properties(&self) -> impl Iterator<Item = (&'g str, &'g str)> + use<'g> {
        let tables = &*self.gazetteer.0;
        tables.properties_of(self.index).map(|row| (tables.str(row.name), tables.str(row.value)))
    }

    /// Its aliases, the canonical name among them (offices have theirs composed).
    pub fn aliases(&self) -> impl Iterator<Item = Alias<'g>> + use<'g> {
        let gazetteer = self.gazetteer;
        gazetteer.0.aliases_of(self.index).map(move |alias| Alias::new(gazetteer, alias))
    }

    /// File and line of the table it comes from.
    pub fn origin(&self) -> Option<(&'g str, u32)> {
        self.gazetteer.0.origin(self.gazetteer.0.entity_origin(self.index))
    }
}

impl PartialEq for Entity<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Entity<'_> {}

impl fmt::Debug for Entity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Entity({}, {:?})", self.id(), self.name())
    }
}

impl Serialize for Entity<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut row = serializer.serialize_struct("Entity", 3)?;
        row.serialize_field("id", self.id())?;
        row.serialize_field("kind", self.kind())?;
        row.serialize_field("name", self.name())?;
        row.end()
    }
}

/// One way to write an entity.
#[derive(Clone, Copy)]
pub struct Alias<'g> {
    gazetteer: &'g Gazetteer,
    index: u32,
}

impl<'g> Alias<'g> {
    pub(crate) fn new(gazetteer: &'g Gazetteer, index: u32) -> Self {
        Alias { gazetteer, index }
    }

    fn row(&self) -> AliasRow {
        self.gazetteer.0.aliases.at(self.index as usize)
    }

    /// The alias as the table writes it.
    pub fn text(&self) -> &'g str {
        self.gazetteer.0.str(self.row().text)
    }

    /// The form in which texts are compared with it: `cote d'ivoire`.
    pub fn folded(&self) -> &'g str {
        let tables = &*self.gazetteer.0;
        tables.folded(self.index)
    }

    /// In which way it names the entity.
    pub fn kind(&self) -> AliasKind {
        AliasKind::ALL[usize::from(self.row().kind)]
    }

    /// Which case the text must have.
    pub fn case(&self) -> CasePolicy {
        CasePolicy::ALL[usize::from(self.row().case)]
    }

    /// When it counts.
    pub fn policy(&self) -> Policy {
        Policy::ALL[usize::from(self.row().policy)]
    }

    /// Which of two entities with the same alias is preferred: the higher.
    pub fn priority(&self) -> i8 {
        self.row().priority
    }

    /// When the name was in use, where that is known.
    pub fn valid(&self) -> Interval {
        match self.gazetteer.0.conditions.get(self.row().condition as usize) {
            Some(row) => Interval::new(Date::from_bits(row.valid_from), Date::from_bits(row.valid_to)),
            None => Interval::default(),
        }
    }

    /// File and line of the table it comes from.
    pub fn origin(&self) -> Option<(&'g str, u32)> {
        self.gazetteer.0.origin(self.gazetteer.0.alias_origin(self.index))
    }
}

impl fmt::Debug for Alias<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Alias({:?}, {}, {}, {})", self.text(), self.kind(), self.case(), self.policy())
    }
}
