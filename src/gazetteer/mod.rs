//! What is known: entities, their aliases, who held which office, who belonged to what.
//!
//! A [`Gazetteer`] is read-only and cheap to clone. [`Gazetteer::builder`] makes one from tables or from values.

mod build;
mod builder;
mod check;
mod conditions;
mod edit;
mod entity;
mod horizon;
mod ids;
mod intern;
mod keys;
mod lint;
mod load;
mod offices;
#[cfg_attr(not(feature = "history"), allow(dead_code, reason = "reading packed tables is for the built-in gazetteer"))]
pub(crate) mod pack;
pub(crate) mod phrases;
#[cfg(all(feature = "officials", not(feature = "history")))]
mod recent;
mod records;
#[cfg_attr(not(feature = "history"), allow(dead_code, reason = "reading packed tables is for the built-in gazetteer"))]
pub(crate) mod rows;
mod saved;
mod sort;
mod store;
mod tables;
mod tenure;
mod to_builder;
mod word_list;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use builder::GazetteerBuilder;
pub use edit::Clash;
pub use entity::{Alias, Entity};
pub use lint::{Lint, LintKind};
pub use load::TokenPatterns;
pub use records::{AliasRecord, EntityRecord};
use rows::{
    AliasRow, ConditionRow, EntityRow, Iter, MANY, MembershipRow, NONE, PropertyRow, RoleRow, Rows, Str, TenureRow, TraitsRow,
    WordRow,
};
pub use tenure::{Certainty, Membership, Tenure};
pub(crate) use word_list::WordList;

use crate::date::{Date, Interval, When};
use crate::fold;
use crate::kind::EntityKind;

/// Entities, aliases, tenures and memberships, ready to be looked up and compiled.
///
/// ```
/// # #[cfg(feature = "history")] {
/// use demarche::Gazetteer;
/// let gazetteer = Gazetteer::embedded();
/// let date = "2023-02-28".parse().unwrap();
/// let holder = gazetteer.holders("office:US/secretary-of-state", date).next().unwrap();
/// assert_eq!(holder.official().name(), "Antony Blinken");
/// # }
/// ```
#[derive(Clone)]
pub struct Gazetteer(pub(crate) Arc<Tables>);

/// The tables of a gazetteer.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) text: Cow<'static, str>,
    pub(crate) kinds: Vec<EntityKind>,
    pub(crate) data_version: String,
    /// Names of the files that `origin` columns count in.
    pub(crate) files: Rows<Str>,
    pub(crate) entities: Rows<EntityRow>,
    /// Where entities come from, number for number; empty if none comes from a file.
    pub(crate) entity_origins: Rows<u32>,
    pub(crate) traits: Rows<TraitsRow>,
    /// Aliases by entity.
    pub(crate) alias_of: Rows<u32>,
    pub(crate) aliases: Rows<AliasRow>,
    /// Where aliases come from, number for number; empty if none comes from a file.
    pub(crate) alias_origins: Rows<u32>,
    /// The keys of aliases, number for number: what they fold to. That of the first of those that share one stands for the key.
    pub(crate) keys: Rows<Str>,
    pub(crate) conditions: Rows<ConditionRow>,
    /// Properties by entity.
    pub(crate) property_of: Rows<u32>,
    pub(crate) properties: Rows<PropertyRow>,
    pub(crate) tenures: Rows<TenureRow>,
    /// Tenures by official, then start.
    pub(crate) tenures_of: Rows<u32>,
    pub(crate) memberships: Rows<MembershipRow>,
    /// Memberships by member, then group.
    pub(crate) memberships_of: Rows<u32>,
    pub(crate) words: Rows<WordRow>,
    pub(crate) roles: Rows<RoleRow>,
}

/// The functions an office can have, one bit each.
pub(crate) mod functions {
    /// Names in the order of their bits.
    pub(crate) const NAMES: [&str; 20] = [
        "head_of_state",
        "head_of_government",
        "deputy_head_of_government",
        "vice_president",
        "governor_general",
        "foreign_minister",
        "defence_minister",
        "finance_minister",
        "interior_minister",
        "minister",
        "central_bank_governor",
        "un_permanent_representative",
        "cabinet",
        "speaker",
        "ambassador",
        "party_leader",
        "monarch",
        "heir",
        "org_head",
        "org_deputy_head",
    ];
    pub(crate) const HEAD_OF_STATE: u32 = 1;
    pub(crate) const HEAD_OF_GOVERNMENT: u32 = 2;
    /// Presidents and prime ministers, their deputies, governors-general, and the ministers whom news of the world names.
    pub(crate) const MINISTERS: u32 = 0x1ff | CENTRAL_BANK_GOVERNOR | UN_PERMANENT_REPRESENTATIVE | CABINET;
    /// Ministers of foreign affairs, defence and finance.
    pub(crate) const GREAT_OFFICES: u32 = 0b111 << 5;
    /// A minister of another field.
    pub(crate) const MINISTER: u32 = 1 << 9;
    pub(crate) const CENTRAL_BANK_GOVERNOR: u32 = 1 << 10;
    pub(crate) const UN_PERMANENT_REPRESENTATIVE: u32 = 1 << 11;
    pub(crate) const CABINET: u32 = 1 << 12;
    pub(crate) const SPEAKER: u32 = 1 << 13;
    /// What one person is in a state, or few are: heads of governments and deputies, the ministers of the greatest fields, governors of
    /// central banks, permanent representatives, speakers.
    pub(crate) const OF_ONE: u32 = 0b1_1110_1110 | CENTRAL_BANK_GOVERNOR | UN_PERMANENT_REPRESENTATIVE | SPEAKER;
    pub(crate) const PARTY_LEADER: u32 = 1 << 15;
    pub(crate) const MONARCH: u32 = 1 << 16;
    pub(crate) const ORG_HEAD: u32 = 1 << 18;

    /// The bits of names joined by `;`; the first name that is none.
    pub(crate) fn parse(names: &str) -> Result<u32, &str> {
        let mut bits = 0;
        for name in names.split(';').map(str::trim).filter(|name| !name.is_empty() && *name != "other") {
            bits |= 1 << NAMES.iter().position(|known| *known == name).ok_or(name)?;
        }
        Ok(bits)
    }
}

/// What a role term is for, one bit each; without `STATE` and `BODY` it is only a title before a name.
pub(crate) mod scope {
    pub(crate) const STATE: u8 = 1;
    pub(crate) const BODY: u8 = 2;
    /// Companies, clubs and universities have it, too.
    pub(crate) const GENERIC: u8 = 4;
}

impl Tables {
    #[inline]
    pub(crate) fn str(&self, s: Str) -> &str {
        self.text.get(s.at as usize..s.at as usize + s.len as usize).unwrap_or("")
    }

    /// The bytes of [`str`](Self::str).
    #[inline]
    pub(crate) fn bytes(&self, s: Str) -> &[u8] {
        self.text.as_bytes().get(s.at as usize..s.at as usize + s.len as usize).unwrap_or_default()
    }

    /// The aliases of a key, by row numbers.
    #[inline]
    pub(crate) fn aliases_of_key(&self, key: u32) -> Range<usize> {
        let first = key as usize;
        match self.aliases.at(first).further {
            MANY => first..self.keys.partition_point_near(first, |other| other == self.keys.at(first)),
            further => first..first + 1 + usize::from(further),
        }
    }

    /// All keys.
    pub(crate) fn all_keys(&self) -> impl Iterator<Item = u32> {
        let mut last = None;
        (0..).zip(self.keys.iter()).filter_map(move |(row, key)| (last.replace(key) != Some(key)).then_some(row))
    }

    /// A key as it is folded.
    #[inline]
    pub(crate) fn folded(&self, key: u32) -> &str {
        self.str(self.keys.at(key as usize))
    }

    /// The aliases of an entity, by row numbers.
    pub(crate) fn aliases_of(&self, entity: u32) -> Iter<'_, u32> {
        let from = self.entities.at(entity as usize).first_alias as usize;
        let to = self.entities.get(entity as usize + 1).map_or(self.alias_of.len(), |next| next.first_alias as usize);
        self.alias_of.slice(from..to).into_iter()
    }

    /// The key of an alias.
    pub(crate) fn key_of_alias(&self, alias: u32) -> u32 {
        let key = self.keys.at(alias as usize);
        let alone = alias == 0 || self.keys.at(alias as usize - 1) != key;
        if alone { alias } else { self.first_key(self.bytes(key)) }
    }

    /// The key with this folded text.
    pub(crate) fn key(&self, folded: &str) -> Option<u32> {
        let row = self.first_key(folded.as_bytes());
        self.keys.get(row as usize).filter(|&key| self.str(key) == folded).map(|_| row)
    }

    /// The first key that is not less than a folded text.
    fn first_key(&self, folded: &[u8]) -> u32 {
        self.keys.partition_point(|key| self.bytes(key) < folded) as u32
    }

    /// The entity with this id.
    pub(crate) fn entity_index(&self, id: &str) -> Option<u32> {
        let row = self.entities.partition_point(|entity| self.str(entity.id) < id);
        self.entities.get(row).filter(|entity| self.str(entity.id) == id).map(|_| row as u32)
    }

    /// The tenures of an office, in order of their start.
    pub(crate) fn tenures_of_office(&self, office: u32) -> Iter<'_, TenureRow> {
        self.tenures.equal_range(|row| row.office, office).into_iter()
    }

    /// The tenures of an official, in order of their start.
    pub(crate) fn tenures_of_official(&self, official: u32) -> impl Iterator<Item = TenureRow> {
        let rows = self.tenures_of.equal_range(|row| self.tenures.at(row as usize).official, official);
        rows.into_iter().map(|row| self.tenures.at(row as usize))
    }

    pub(crate) fn kind_of(&self, entity: u32) -> &EntityKind {
        &self.kinds[usize::from(self.entities.at(entity as usize).kind)]
    }

    /// What is said of few entities, or of many alike.
    pub(crate) fn traits(&self, entity: u32) -> TraitsRow {
        self.traits.at(self.entities.at(entity as usize).traits as usize)
    }

    /// The properties of an entity.
    pub(crate) fn properties_of(&self, entity: u32) -> impl Iterator<Item = PropertyRow> {
        let from = self.entities.at(entity as usize).first_property as usize;
        let to = self.entities.get(entity as usize + 1).map_or(self.property_of.len(), |next| next.first_property as usize);
        self.property_of.slice(from..to).into_iter().map(|row| self.properties.at(row as usize))
    }

    /// Whether something belongs to a group on a date, or ever did without one.
    pub(crate) fn is_member(&self, member: u32, group: u32, date: Option<Date>) -> bool {
        let rows = self.memberships_of.equal_range(|row| self.memberships.at(row as usize).member, member);
        rows.into_iter().map(|row| self.memberships.at(row as usize)).filter(|row| row.group == group).any(|row| {
            let interval = Interval::new(Date::from_bits(row.from), Date::from_bits(row.to));
            date.is_none_or(|date| !matches!(interval.when(date, true), When::Before | When::After))
        })
    }

    /// Whether an entity has a property.
    pub(crate) fn has_property(&self, entity: u32, name: &str) -> bool {
        self.properties_of(entity).any(|row| self.str(row.name) == name)
    }

    /// Where an entity comes from.
    pub(crate) fn entity_origin(&self, entity: u32) -> u32 {
        self.entity_origins.get(entity as usize).unwrap_or(0)
    }

    /// Where an alias comes from.
    pub(crate) fn alias_origin(&self, alias: u32) -> u32 {
        self.alias_origins.get(alias as usize).unwrap_or(0)
    }

    /// `file:line` of an `origin`, where it is known.
    pub(crate) fn origin(&self, origin: u32) -> Option<(&str, u32)> {
        let file = self.files.get((origin >> 24) as usize)?;
        (origin & 0xff_ffff != 0).then(|| (self.str(file), origin & 0xff_ffff))
    }
}

impl Gazetteer {
    /// A builder without entities.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// Version of the data and the date it is good to, as `data/VERSION` says; empty for a user's own.
    pub fn data_version(&self) -> &str {
        &self.0.data_version
    }

    /// Number of entities.
    pub fn len(&self) -> usize {
        self.0.entities.len()
    }

    /// Whether there are no entities.
    pub fn is_empty(&self) -> bool {
        self.0.entities.is_empty()
    }

    /// Number of aliases, canonical names included, decoys too.
    pub fn alias_count(&self) -> usize {
        self.0.aliases.len()
    }

    /// Every entity, in order of ids.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        (0..self.0.entities.len() as u32).map(|index| self.entity(index))
    }

    /// The entity with this id.
    pub fn get(&self, id: &str) -> Option<Entity<'_>> {
        self.0.entity_index(id).map(|index| self.entity(index))
    }

    /// The entities that have this name or alias, compared as texts are: without case, accents, markup and the like.
    ///
    /// The preferred entity comes first.
    ///
    /// ```
    /// # #[cfg(feature = "history")] {
    /// let gazetteer = demarche::Gazetteer::embedded();
    /// let id = |name| gazetteer.find(name).next().map(|entity| entity.id());
    /// assert_eq!(id("cote d’ivoire"), Some("country:CI"));
    /// assert_eq!(id("Korea, Rep."), Some("country:KR"));
    /// # }
    /// ```
    pub fn find(&self, name: &str) -> impl Iterator<Item = Entity<'_>> + use<'_> {
        let key = fold::fold(name).and_then(|folded| self.0.key(&folded));
        let aliases = key.map_or(0..0, |key| self.0.aliases_of_key(key));
        let mut seen = Vec::new();
        aliases.filter_map(move |alias| {
            let entity = self.0.aliases.at(alias).entity;
            let new = entity != NONE && !seen.contains(&entity);
            seen.push(entity);
            new.then(|| self.entity(entity))
        })
    }

    /// Who held the office on a date: several where it is shared, disputed, handed over on that day, or where dates are imprecise.
    ///
    /// A date without month or day is taken as its first day. An unknown id has no holders.
    pub fn holders(&self, office: &str, date: Date) -> impl Iterator<Item = Tenure<'_>> + use<'_> {
        self.tenures_of_office(office).filter(move |tenure| tenure.certainty(date).is_some())
    }

    /// The tenures of an official, in order of their start.
    pub fn tenures(&self, official: &str) -> impl Iterator<Item = Tenure<'_>> + use<'_> {
        let rows = self.0.entity_index(official).into_iter().flat_map(|official| self.0.tenures_of_official(official));
        rows.map(|row| Tenure { gazetteer: self, row })
    }

    /// The tenures of an office, in order of their start.
    pub fn tenures_of_office(&self, office: &str) -> impl Iterator<Item = Tenure<'_>> + use<'_> {
        let rows = self.0.entity_index(office).into_iter().flat_map(|office| self.0.tenures_of_office(office));
        rows.map(|row| Tenure { gazetteer: self, row })
    }

    /// Who belonged to a body, format or region on a date, in whatever role.
    ///
    /// A membership without a recorded start counts for every date before its end.
    pub fn members(&self, group: &str, date: Date) -> impl Iterator<Item = Membership<'_>> + use<'_> {
        self.memberships(group).filter(move |membership| membership.holds_on(date))
    }

    /// Every recorded membership in a body, format or region.
    pub fn memberships(&self, group: &str) -> impl Iterator<Item = Membership<'_>> + use<'_> {
        let rows = |group| self.0.memberships.equal_range(|row| row.group, group);
        self.0.entity_index(group).into_iter().flat_map(rows).map(|row| Membership { gazetteer: self, row })
    }

    /// To which bodies, formats and regions something ever belonged.
    pub fn memberships_of(&self, member: &str) -> impl Iterator<Item = Membership<'_>> + use<'_> {
        let row = |row| self.0.memberships.at(row as usize);
        let rows = move |member| self.0.memberships_of.equal_range(|i| row(i).member, member);
        self.0.entity_index(member).into_iter().flat_map(rows).map(move |i| Membership { gazetteer: self, row: row(i) })
    }

    #[inline]
    pub(crate) fn entity(&self, index: u32) -> Entity<'_> {
        Entity { gazetteer: self, index }
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("entities", &self.len()).field("aliases", &self.alias_count()).finish_non_exhaustive()
    }
}
