//! What is added to a gazetteer: one record a thing.

use crate::date::{Date, Interval};
use crate::kind::{AliasKind, CasePolicy, Policy};

/// An entity to be added to a gazetteer.
///
/// ```
/// use demarche::{AliasRecord, EntityRecord};
/// let mut builder = demarche::Gazetteer::builder();
/// builder.add(
///     EntityRecord::new("agency:frontex", "Frontex")
///         .property("seat", "Warsaw")
///         .alias(AliasRecord::new("European Border and Coast Guard Agency")),
/// );
/// let gazetteer = builder.build()?;
/// assert_eq!(gazetteer.get("agency:frontex").unwrap().name(), "Frontex");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct EntityRecord {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) owner: String,
    pub(super) valid: Interval,
    pub(super) functions: u32,
    /// Names and values.
    pub(super) properties: Vec<(String, String)>,
    pub(super) aliases: Vec<AliasRecord>,
    /// The canonical name is no alias, unless it is listed.
    pub(super) unnamed: bool,
    /// Column of the table it comes from, 0 where there is none.
    pub(super) column: u16,
    pub(super) origin: u32,
}

impl EntityRecord {
    /// An entity with an id (`kind:key`) and a canonical name, which is also its first alias.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        EntityRecord { id: id.into(), name: name.into(), ..Self::default() }
    }

    /// The id of the country of a place, or of the country or body whose an office is.
    pub fn owner(mut self, id: impl Into<String>) -> Self {
        self.owner = id.into();
        self
    }

    /// When it existed.
    pub fn valid(mut self, interval: Interval) -> Self {
        self.valid = interval;
        self
    }

    /// A named value, such as `qid`.
    pub fn property(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.properties.push((name.into(), value.into()));
        self
    }

    /// The canonical name does not match in texts, unless it is an alias, too.
    ///
    /// ```
    /// use demarche::{AliasRecord, EntityRecord, Extractor, Gazetteer};
    /// let mut builder = Gazetteer::builder();
    /// builder.add(EntityRecord::new("topic:trade", "Trade").without_name().alias(AliasRecord::new("customs duties")));
    /// let extractor = Extractor::new(&builder.build()?);
    /// assert_eq!(extractor.extract("Trade and customs duties").count(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn without_name(mut self) -> Self {
        self.unnamed = true;
        self
    }

    /// A further alias.
    pub fn alias(mut self, alias: AliasRecord) -> Self {
        self.aliases.push(alias);
        self
    }
}

/// An alias to be added to a gazetteer.
#[derive(Clone, Debug)]
pub struct AliasRecord {
    pub(super) text: String,
    pub(super) kind: AliasKind,
    /// `None`: by the look of the text.
    pub(super) case: Option<CasePolicy>,
    pub(super) policy: Policy,
    pub(super) priority: i8,
    pub(super) conditions: Option<Box<Conditions>>,
    /// Column of the table it comes from, 0 where there is none.
    pub(super) column: u16,
    pub(super) origin: u32,
}

/// What an alias asks of the text around it, each list joined by `;`.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions {
    pub(super) cues: String,
    pub(super) not_before: String,
    pub(super) not_after: String,
    pub(super) valid: Interval,
}

impl AliasRecord {
    /// An alias of kind [`AliasKind::Alternative`] that always counts.
    ///
    /// Its case policy is exact for up to five letters without a lower-case one, capitalized otherwise.
    pub fn new(text: impl Into<String>) -> Self {
        AliasRecord {
            text: text.into(),
            kind: AliasKind::Alternative,
            case: None,
            policy: Policy::Always,
            priority: 0,
            conditions: None,
            column: 0,
            origin: 0,
        }
    }

    /// In which way it names the entity.
    pub fn kind(mut self, kind: AliasKind) -> Self {
        self.kind = kind;
        self
    }

    /// Which case a text must have.
    pub fn case(mut self, case: CasePolicy) -> Self {
        self.case = Some(case);
        self
    }

    /// When it counts.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Of two entities with the same alias the one with the higher priority is preferred; 0 by default.
    pub fn priority(mut self, priority: i8) -> Self {
        self.priority = priority;
        self
    }

    /// For [`Policy::Context`]: a phrase whose presence in the same sentence makes the alias count.
    pub fn cue(mut self, phrase: &str) -> Self {
        push_phrase(&mut self.conditions.get_or_insert_default().cues, phrase);
        self
    }

    /// A phrase that must not stand directly before the alias; `*Capital` is any capitalised word.
    pub fn not_before(mut self, phrase: &str) -> Self {
        push_phrase(&mut self.conditions.get_or_insert_default().not_before, phrase);
        self
    }

    /// A phrase that must not stand directly after the alias; `*Capital` is any capitalised word.
    pub fn not_after(mut self, phrase: &str) -> Self {
        push_phrase(&mut self.conditions.get_or_insert_default().not_after, phrase);
        self
    }

    /// When the name was in use.
    pub fn valid(mut self, interval: Interval) -> Self {
        self.conditions.get_or_insert_default().valid = interval;
        self
    }
}

/// The case policy of an alias that names none: exact for short all-capital forms.
pub(crate) fn usual_case(text: &str) -> CasePolicy {
    if text.bytes().any(|b| b.is_ascii_lowercase()) {
        return CasePolicy::Capitalized;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 0 && letters <= 5 && !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase) {
        CasePolicy::Exact
    } else {
        CasePolicy::Capitalized
    }
}

fn push_phrase(list: &mut String, phrase: &str) {
    if !list.is_empty() {
        list.push(';');
    }
    list.push_str(phrase);
}

#[derive(Clone, Debug)]
pub(super) struct TenureRecord {
    pub(super) official: String,
    pub(super) office: String,
    pub(super) interval: Interval,
    pub(super) horizon: Option<Date>,
    pub(super) role: String,
    pub(super) doubt: String,
    pub(super) source: String,
    pub(super) origin: u32,
}

#[derive(Clone, Debug)]
pub(super) struct MembershipRecord {
    pub(super) group: String,
    pub(super) member: String,
    pub(super) interval: Interval,
    pub(super) role: String,
    pub(super) source: String,
    pub(super) origin: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct RoleRecord {
    pub(super) term: String,
    pub(super) keys: String,
    pub(super) functions: u32,
    pub(super) scope: u8,
    pub(super) case: CasePolicy,
    /// English title for the office of every sovereign state, if every one has such an office.
    pub(super) title: Option<String>,
    pub(super) origin: u32,
}
