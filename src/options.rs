//! What a caller can ask of an extraction.

use crate::context::Found;
use crate::date::Date;
use crate::kind::EntityKind;

/// How sure a mention must be to be kept.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Profile {
    /// Only what is hardly ever wrong: distinctive surnames alone and contested names are left out.
    Precision,
    /// What is probably right.
    #[default]
    Balanced,
    /// Whatever may be right: also names that only lack support (a surname alone, an abbreviation without its cue), with a confidence of
    /// 0.5 and less.
    Recall,
}

impl Profile {
    /// The confidence, in hundredths, that a mention needs.
    pub(crate) fn threshold(self) -> u8 {
        match self {
            Profile::Precision => 90,
            Profile::Balanced => 60,
            Profile::Recall => 0,
        }
    }
}

impl std::str::FromStr for Profile {
    type Err = UnknownProfile;

    fn from_str(text: &str) -> Result<Self, UnknownProfile> {
        match text {
            "precision" => Ok(Profile::Precision),
            "balanced" => Ok(Profile::Balanced),
            "recall" => Ok(Profile::Recall),
            other => Err(UnknownProfile(other.into())),
        }
    }
}

/// A text that names no profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown profile {0:?}; known are: precision, balanced, recall")]
pub struct UnknownProfile(String);

/// Options of [`Extractor::extract_with`](crate::Extractor::extract_with).
///
/// ```
/// use demarche::{EntityKind, Options};
/// let options = Options::new().as_of("2023-02-28".parse()?).nested(true).kinds([EntityKind::Country]);
/// # Ok::<(), demarche::DateError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub(crate) as_of: Option<Date>,
    pub(crate) profile: Profile,
    pub(crate) nested: bool,
    pub(crate) any_case: bool,
    pub(crate) kinds: Option<Vec<EntityKind>>,
}

impl Options {
    /// Whether a mention is sure enough, and not inside another where these are left out; its kind is not looked at.
    #[inline]
    pub(crate) fn admits(&self, found: &Found) -> bool {
        (found.confidence >= self.profile.threshold()) & (self.nested | !found.nested)
    }

    /// No date, the balanced profile, flat output, text with capitals, all kinds.
    pub fn new() -> Self {
        Self::default()
    }

    /// The day of the text: who held an office then, and which of two namesakes is meant. Without it nothing is claimed about "now".
    pub fn as_of(mut self, date: Date) -> Self {
        self.as_of = Some(date);
        self
    }

    /// How sure a mention must be.
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Whether mentions inside others are returned too: `Kazakh` in `Kazakh President`.
    pub fn nested(mut self, nested: bool) -> Self {
        self.nested = nested;
        self
    }

    /// Whether lines without a single capital letter, as people type them, are read as if names had theirs. Names of one word that are
    /// English words, given names or frequent surnames, too, are left out there, but before a role: `polish`, `us`, `may`. A line longer than 4 KiB is looked
    /// at in parts of that length.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use demarche::{Extractor, Options};
    /// let text = "kazakh president tokayev met blinken of the united states";
    /// let mentions = Extractor::embedded().extract_with(text, &Options::new().any_case(true));
    /// let found: Vec<&str> = mentions.map(|mention| mention.text()).collect();
    /// assert_eq!(found, ["kazakh president", "tokayev", "blinken", "united states"]);
    /// # }
    /// ```
    pub fn any_case(mut self, any_case: bool) -> Self {
        self.any_case = any_case;
        self
    }

    /// Only mentions of these kinds. With flat output a mention held by one that is left out stays out.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = EntityKind>) -> Self {
        self.kinds = Some(kinds.into_iter().collect());
        self
    }
}
