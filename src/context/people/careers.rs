//! Which offices does a person hold on the as-of date, did they hold before, or will they hold?

use crate::context::{Context, Trace};
use crate::date::{Date, When};
use crate::gazetteer::functions::{
    GREAT_OFFICES, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MINISTER, MINISTERS, ORG_HEAD, UN_PERMANENT_REPRESENTATIVE,
};
use crate::gazetteer::rows::{NONE, TenureRow, TraitsRow};

/// How a person stands to the as-of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::context) enum Standing {
    /// Every tenure starts later.
    Future,
    /// Without a date, or without tenures.
    Unknown,
    Former,
    Current,
}

/// The functions of heads.
pub(super) const HEADS: u32 = HEAD_OF_STATE | HEAD_OF_GOVERNMENT | ORG_HEAD;

impl<T: Trace> Context<'_, T> {
    /// Whether two persons hold offices of one country or body on the date.
    pub(super) fn are_in_one_government(&self, one: u32, other: u32) -> bool {
        self.offices_now(one).any(|office| office.owner != NONE && self.offices_now(other).any(|o| o.owner == office.owner))
    }

    /// Whether a person heads a state, government or body on the date, or the foreign affairs, defence or finances of a country.
    pub(super) fn is_known_abroad(&self, person: u32) -> bool {
        self.offices_now(person).any(|office| office.functions & (HEADS | GREAT_OFFICES) != 0 && !self.is_territory(office.owner))
    }

    /// Whether a person speaks for a country at the United Nations on the date.
    pub(super) fn speaks_at_un(&self, person: u32) -> bool {
        self.offices_now(person).any(|office| office.functions & UN_PERMANENT_REPRESENTATIVE != 0)
    }

    /// How a person stands to the date: asked again and again of the bearers of one name.
    pub(in crate::context) fn standing(&self, person: u32) -> Standing {
        let Some(date) = self.as_of else { return Standing::Unknown };
        if let Some(&standing) = self.standings.borrow().get(&person) {
            return standing;
        }
        let standing = self.standing_on(date, person);
        self.standings.borrow_mut().insert(person, standing);
        standing
    }

    fn standing_on(&self, date: Date, person: u32) -> Standing {
        let mut standing = Standing::Unknown;
        for tenure in self.tables.tenures_of_official(person) {
            if tenure.certainty(date).is_some() {
                return Standing::Current;
            }
            if tenure.interval().when(date, true) == When::After {
                standing = Standing::Former;
            } else if standing == Standing::Unknown {
                standing = Standing::Future;
            }
        }
        standing
    }

    /// The offices that a person holds on the date.
    pub(super) fn offices_now(&self, person: u32) -> impl Iterator<Item = TraitsRow> {
        let now = |tenure: &TenureRow| self.as_of.is_some_and(|date| tenure.certainty(date).is_some());
        // Most of those who bear a name hold none, and their tenures need not be searched for.
        let holds = self.standing(person) == Standing::Current;
        let tenures = holds.then(|| self.tables.tenures_of_official(person)).into_iter().flatten();
        tenures.filter(now).map(|tenure| self.tables.traits(tenure.office))
    }

    /// Whether a person is a head on the date.
    ///
    /// That of a territory is not known without its name: `Bush` is hardly the premier of the Cayman Islands.
    pub(in crate::context) fn is_head(&self, person: u32) -> bool {
        let now = self.offices_now(person).filter(|office| office.functions & HEADS != 0);
        now.into_iter().any(|office| !self.is_territory(office.owner))
    }

    /// Whether a person is a minister on the date who is known by the surname abroad.
    pub(super) fn is_minister(&self, person: u32) -> bool {
        self.offices_now(person).any(|office| office.functions & (HEADS | MINISTERS) != 0)
    }

    /// Whether a person has been or will be a minister of any field, or a head.
    pub(super) fn comes_to_govern(&self, person: u32) -> bool {
        self.ever_has(person, HEADS | MINISTERS | MINISTER)
    }

    /// Whether a person ever headed a state or government, by the date.
    pub(in crate::context) fn was_head(&self, person: u32) -> bool {
        self.had(person, HEAD_OF_STATE | HEAD_OF_GOVERNMENT)
    }

    /// Whether a person ever headed a state, by the date.
    pub(super) fn was_head_of_state(&self, person: u32) -> bool {
        self.had(person, HEAD_OF_STATE)
    }

    /// Whether a person has been or will be such a minister or a head.
    pub(super) fn becomes_minister(&self, person: u32) -> bool {
        self.ever_has(person, HEADS | MINISTERS)
    }

    /// Whether a person ever heads a state, government or body.
    pub(super) fn becomes_head(&self, person: u32) -> bool {
        self.ever_has(person, HEADS)
    }

    fn had(&self, person: u32, functions: u32) -> bool {
        let Some(date) = self.as_of else { return self.ever_has(person, functions) };
        let begun = |tenure: &TenureRow| tenure.certainty(date).is_some() || tenure.interval().when(date, true) == When::After;
        let mut tenures = self.tables.tenures_of_official(person);
        tenures.any(|tenure| self.tables.traits(tenure.office).functions & functions != 0 && begun(&tenure))
    }

    /// Whether a person holds an office with one of these functions at any time.
    fn ever_has(&self, person: u32, functions: u32) -> bool {
        let mut tenures = self.tables.tenures_of_official(person);
        tenures.any(|tenure| self.tables.traits(tenure.office).functions & functions != 0)
    }

    /// Whether a person is known to hold no office on the date.
    pub(super) fn is_out_of_office(&self, person: u32) -> bool {
        matches!(self.standing(person), Standing::Future | Standing::Former)
    }

    /// Whether a person was in office until a short while ago: `Flynn, who resigned last week`.
    pub(super) fn is_just_out(&self, person: u32) -> bool {
        self.left_within(person, 1)
    }

    /// Whether a person is in office no more on the date, and has been out of it for so many years at most.
    pub(in crate::context) fn left_within(&self, person: u32, years: u16) -> bool {
        let Some(date) = self.as_of.filter(|_| self.standing(person) == Standing::Former) else { return false };
        let mut ends = self.tables.tenures_of_official(person).filter_map(|tenure| tenure.interval().to());
        ends.any(|to| to.year() + years >= date.year())
    }

    /// Whether a person comes into office only more than a year after the date: no `incoming president`.
    pub(super) fn is_far_ahead(&self, person: u32) -> bool {
        let Some(date) = self.as_of.filter(|_| self.standing(person) == Standing::Future) else { return false };
        let mut starts = self.tables.tenures_of_official(person).map(|tenure| tenure.interval().from());
        starts.all(|from| from.is_some_and(|from| from.year() > date.year() + 1))
    }

    /// Whether a person in office goes before a namesake who is in none on the date, in one country.
    pub(super) fn goes_before(&self, known: u32, other: u32) -> bool {
        if self.standing(known) != Standing::Current || self.standing(other) >= Standing::Current {
            return false;
        }
        self.owners(known).any(|owner| self.owners(other).any(|o| o == owner))
    }

    /// Whether two persons hold offices of one country, or neither is known to.
    pub(super) fn are_equals(&self, one: u32, other: u32) -> bool {
        self.standing(one) == self.standing(other) && self.owners(one).any(|owner| self.owners(other).any(|o| o == owner))
    }

    /// The countries and bodies of the offices that a person holds or held.
    pub(in crate::context) fn owners(&self, person: u32) -> impl Iterator<Item = u32> {
        self.tables.tenures_of_official(person).map(|tenure| self.tables.traits(tenure.office).owner)
    }

    /// Whether a country is one of the territories of another.
    pub(super) fn is_territory(&self, country: u32) -> bool {
        country != NONE
            && self
                .tables
                .properties_of(country)
                .any(|property| (self.tables.str(property.name), self.tables.str(property.value)) == ("status", "territory"))
    }
}
