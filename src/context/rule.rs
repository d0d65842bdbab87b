//! The names of the rules that keep or drop a candidate.

use std::fmt;

use serde::{Serialize, Serializer};

/// A rule of the context step.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Kept: the alias counts wherever it stands.
    Name,
    /// Kept: a cue of the alias stands in the sentence, or the entity is named nearby.
    Cue,
    /// Kept: a whole name of a person.
    FullName,
    /// Kept: a surname after a title or office that its bearer held.
    Title,
    /// Kept: a surname whose bearer was named before.
    Antecedent,
    /// Kept: a surname whose bearer is named soon after.
    FollowingName,
    /// Kept: a surname that is distinctive.
    Distinctive,
    /// Kept: a surname whose bearer is in office on the date, beside its country.
    InOffice,
    /// Kept: an office composed from a country or body and a role.
    ComposedOffice,
    /// Kept: a role before a person who held it.
    PersonsOffice,
    /// Dropped: a decoy, or an alias that never counts.
    Decoy,
    /// Dropped: inside a URL, an address, a handle or a path.
    Masked,
    /// Dropped: a phrase before it forbids it.
    NotBefore,
    /// Dropped: a phrase behind it forbids it.
    NotAfter,
    /// Dropped: it needs a cue and has none.
    NoCue,
    /// Dropped: part of a longer proper name.
    LongerName,
    /// Dropped: part of another person's name.
    PersonsName,
    /// Dropped: a state or city of the United States or Canada.
    StateName,
    /// Dropped: an English word in a line of capitals.
    CapitalsWord,
    /// Dropped: part of a double-barrelled surname.
    DoubleBarrelled,
    /// Dropped: nothing supports the surname.
    NoSupport,
    /// Dropped: the title before it was never held by a bearer of the surname.
    OtherTitle,
    /// Dropped: a former capital that is none on the date, or without a date.
    NotThen,
    /// Dropped: its bearer held no office yet on the date.
    NotYet,
}

impl Rule {
    /// The name of the rule, in lower case with hyphens.
    pub fn as_str(self) -> &'static str {
        match self {
            Rule::Name => "name",
            Rule::Cue => "cue",
            Rule::FullName => "full-name",
            Rule::Title => "title",
            Rule::Antecedent => "antecedent",
            Rule::FollowingName => "following-name",
            Rule::Distinctive => "distinctive",
            Rule::InOffice => "in-office",
            Rule::ComposedOffice => "composed-office",
            Rule::PersonsOffice => "persons-office",
            Rule::Decoy => "decoy",
            Rule::Masked => "masked",
            Rule::NotBefore => "not-before",
            Rule::NotAfter => "not-after",
            Rule::NoCue => "no-cue",
            Rule::LongerName => "longer-name",
            Rule::PersonsName => "persons-name",
            Rule::StateName => "state-name",
            Rule::CapitalsWord => "capitals-word",
            Rule::DoubleBarrelled => "double-barrelled",
            Rule::NoSupport => "no-support",
            Rule::OtherTitle => "other-title",
            Rule::NotThen => "not-then",
            Rule::NotYet => "not-yet",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
