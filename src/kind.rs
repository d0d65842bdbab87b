//! What sorts of entities, aliases and policies there are: one row each.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What sort of thing an entity is.
///
/// Its text form (`as_str`) is also the part of an entity's id before the colon: `country:KZ`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person who holds or held an office: `Kassym-Jomart Tokayev`.
    Official,
    /// An office of a country or a body: `President of Kazakhstan`.
    Office,
    /// A country or territory, today's or a former one: `Kazakhstan`.
    Country,
    /// A part of the world that news speaks of: `Central Asia`.
    Region,
    /// A capital, or a seat that stands for a government: `Astana`, `Kremlin`.
    Place,
    /// A body with a charter: `NATO`.
    Organization,
    /// A grouping without a charter: `C5+1`, `G20`.
    Format,
    /// A kind that a user's own gazetteer names.
    Custom(Box<str>),
}

/// The built-in kinds in the order of the enum, with their text form.
pub(crate) const ENTITY_KINDS: [(EntityKind, &str); 7] = [
    (EntityKind::Official, "official"),
    (EntityKind::Office, "office"),
    (EntityKind::Country, "country"),
    (EntityKind::Region, "region"),
    (EntityKind::Place, "place"),
    (EntityKind::Organization, "organization"),
    (EntityKind::Format, "format"),
];

impl EntityKind {
    /// The text form: `official`, `office`, `country`, `region`, `place`, `organization`, `format`, or the custom name.
    pub fn as_str(&self) -> &str {
        match self {
            EntityKind::Custom(name) => name,
            kind => ENTITY_KINDS.iter().find(|row| row.0 == *kind).map_or("", |row| row.1),
        }
    }

    /// The kind with this text form; a name that is not built in gives [`EntityKind::Custom`].
    pub fn from_name(name: &str) -> Self {
        match ENTITY_KINDS.iter().find(|row| row.1 == name) {
            Some(row) => row.0.clone(),
            None => EntityKind::Custom(name.into()),
        }
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for EntityKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for EntityKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(EntityKind::from_name(&String::deserialize(deserializer)?))
    }
}

/// Defines a small enum with a text form, its parser and its code in packed tables, one row a variant.
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value, in order.
            pub(crate) const ALL: &[$name] = &[$($name::$variant,)*];

            /// The text form, as in the tables.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownName;

            fn from_str(text: &str) -> Result<Self, $crate::UnknownName> {
                $name::ALL.iter().copied().find(|v| v.as_str() == text).ok_or_else(|| $crate::UnknownName {
                    what: $what,
                    name: text.into(),
                    known: [$($text),*].join(", "),
                })
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as ::serde::Deserialize>::deserialize(deserializer)?.parse().map_err(::serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use text_enum;

/// A name that is none of the names an enum knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} {name:?}; known are: {known}")]
pub struct UnknownName {
    pub(crate) what: &'static str,
    pub(crate) name: String,
    pub(crate) known: String,
}

text_enum! {
    /// In which way an alias names its entity.
    #[non_exhaustive]
    AliasKind, "alias kind" {
        /// The usual name: `Kazakhstan`.
        Name = "name",
        /// The full official name: `Republic of Kazakhstan`.
        Official = "official",
        /// Another name or spelling: `Kazakstan`.
        Alternative = "alternative",
        /// A name of former times: `Upper Volta`.
        Historical = "historical",
        /// Letters that stand for the name: `UN`, `DRC`.
        Abbreviation = "abbreviation",
        /// An adjective or a name of people, for a country or region: `Kazakh`, `Poles`, `Central Asian`.
        Demonym = "demonym",
        /// Something that stands for the entity: `Pentagon`.
        Metonym = "metonym",
        /// The part of a person's name that news uses alone: `Blinken`.
        Surname = "surname",
        /// A given name: `Saddam`.
        Given = "given",
        /// Another romanization: `Zelenskiy`.
        Transliteration = "transliteration",
        /// A title that names somebody or an office alone: `Taoiseach`, `King Abdullah`.
        Title = "title",
        /// A nickname: `Bibi`.
        Nickname = "nickname",
        /// A usual misspelling: `Phillipines`.
        Misspelling = "misspelling",
        /// Composed from a country or body and a role: `Kazakh President`.
        Composed = "composed",
    }
}

text_enum! {
    /// Which case a text must have for an alias to count.
    CasePolicy, "case policy" {
        /// Letter by letter the case of the alias: `US`, `IT`, `WHO`.
        Exact = "exact",
        /// Capitals where the alias has them, word by word, or a word all in capitals: `Turkey`, `TURKEY`, not `turkey`.
        Capitalized = "capitalized",
        /// Any case.
        Any = "any",
    }
}

text_enum! {
    /// When an alias counts as a mention.
    Policy, "policy" {
        /// Wherever it stands.
        Always = "always",
        /// Only where something in the text supports it.
        Context = "context",
        /// Never: it is known, but yields nothing.
        Never = "never",
    }
}
