//! The names of the rules that keep or drop a candidate.

use std::fmt;

use serde::{Serialize, Serializer};

/// Defines the rules: a row each, with its name, whether it keeps, and what it says.
macro_rules! rules {
    ($($rule:ident $name:literal $keeps:literal $says:literal)*) => {
        /// A rule of the context step.
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $says] $rule,)*
        }

        impl Rule {
            /// Every rule, those that keep a candidate first.
            pub const ALL: &'static [Rule] = &[$(Rule::$rule),*];

            /// The name of the rule, in lower case with hyphens.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Rule::$rule => $name,)*
                }
            }

            /// Whether it keeps a candidate.
            pub fn keeps(self) -> bool {
                match self {
                    $(Rule::$rule => $keeps,)*
                }
            }

            /// What the rule says, in a sentence for a person.
            pub fn description(self) -> &'static str {
                match self {
                    $(Rule::$rule => $says,)*
                }
            }
        }
    };
}

rules! {
    Name "name" true "It counts wherever it stands."
    Cue "cue" true "A cue of the alias stands in the sentence, or the entity is named nearby."
    FullName "full-name" true "It is the whole name of a person."
    Title "title" true "It stands after a title or office that its bearer held, or before one that names the country."
    Antecedent "antecedent" true "Its bearer was named before."
    FollowingName "following-name" true "Its bearer is named soon after."
    Distinctive "distinctive" true "It is a surname that is distinctive."
    Era "era" true "An era or a head of its time is spoken of, and its bearer headed a state or government: `Clinton-era`."
    Headline "headline" true "It opens a headline before what those in office do, in a text without a date: `Bush Orders Strikes`."
    InOffice "in-office" true "Its bearer is in office on the date, and the country or another official is named beside it."
    ComposedOffice "composed-office" true "A country or body and a role compose an office."
    PersonsOffice "persons-office" true "It is a role before a person who held it."
    Entry "entry" true "It is an entry of a list, or all of a text, and a country's name in a spelling that the tables do not have."
    SharedOwner "shared-owner" true "It is a further role of the country of an office beside it: `French president and prime minister`."
    Decoy "decoy" false "It is a phrase that means something else, or an alias that never counts."
    Masked "masked" false "It stands inside a URL, an address, a handle or a path."
    NotBefore "not-before" false "A phrase before it forbids it."
    NotAfter "not-after" false "A phrase behind it forbids it."
    NoCue "no-cue" false "It needs a cue and has none."
    NoEntry "no-entry" false "It is written with one capital, as in a list, and is no entry of one."
    Extent "extent" false "An entry of a list says that it holds the place, or leaves it out: `Oceania (excl. Fiji)`."
    OtherMeaning "other-meaning" false "The text says that the abbreviation stands for something else."
    LongerName "longer-name" false "It is part of a longer proper name."
    PersonsName "persons-name" false "It is part of another person's name."
    StateName "state-name" false "It is a place in a state of the United States or Canada."
    Team "team" false "It is a team's name in a report of sport: `Washington beat Boston`."
    Ship "ship" false "It is the name of a ship: `the ferry Estonia`."
    CapitalsWord "capitals-word" false "It is an English word in a line of capitals."
    DoubleBarrelled "double-barrelled" false "It is part of a double-barrelled surname."
    Family "family" false "It is the name of a family: `the Agnelli family`."
    Abbreviation "abbreviation" false "It is an abbreviation of something: `(CAO)`."
    Private "private" false "An age, or what a private person does, stands beside the surname: `Baker, 45,`."
    Sport "sport" false "It stands in a report of sport, where a surname is an athlete's."
    NoSupport "no-support" false "Nothing supports the surname."
    OtherTitle "other-title" false "The title before it was never held by a bearer of the surname."
    NotThen "not-then" false "It is a former capital, and none on the date or without a date."
    NotYet "not-yet" false "Its bearer held no office yet on the date."
    OtherOffice "other-office" false "A word such as `deputy` makes another office of it."
    OwnObject "own-object" false "The role is that of something else: `the French president of the World Bank`."
    Nationality "nationality" false "The country says where somebody is from or works: `Nissan's French president`."
    Indefinite "indefinite" false "One of several is meant: `a prosecutor of the ICC`."
    NoSuchOffice "no-such-office" false "The country or body has no office of this name."
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
