//! Which offices does a person hold on the as-of date, did they hold before, or will they hold?

use crate::context::{Context, Trace};
use crate::date::{Date, When};
use crate::gazetteer::functions::{
    GREAT_OFFICES, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MINISTER, MINISTERS, ORG_HEAD, UN_PERMANENT_REPRESENTATIVE,
};
use crate::gazetteer::rows::{NONE, TenureRow};

/// Who comes into office within so many days may have been chosen already, and who left it is spoken of still.
const DAYS: u32 = 62;

/// The functions of heads.
pub(super) const HEADS: u32 = HEAD_OF_STATE | HEAD_OF_GOVERNMENT | ORG_HEAD;

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

/// A person's offices as seen from the as-of date, by their functions.
#[derive(Clone, Copy, Debug)]
pub(in crate::context) struct Career {
    standing: Standing,
    /// Of those held on the date.
    pub(super) now: u32,
    /// The same of heads and great offices, but for those of territories.
    ///
    /// The head of a territory is not known without its name: `Bush` is hardly the premier of the Cayman Islands.
    pub(super) known: u32,
    /// Of those held by the date; of all, without one.
    begun: u32,
    /// Of all.
    ever: u32,
    /// Whether one begins or ended within [`DAYS`] of the date.
    is_close: bool,
}

/// A number for a day: months have 31 days.
fn days(date: Date) -> Option<u32> {
    Some((u32::from(date.year()) * 12 + u32::from(date.month()?)) * 31 + u32::from(date.day().unwrap_or(1)))
}

/// Whether a tenure begins or ended within [`DAYS`] of a day: who won a vote, or lost it, is told of by the surname.
pub(super) fn is_close(tenure: &TenureRow, date: Date) -> bool {
    let (interval, Some(day)) = (tenure.interval(), days(date)) else { return false };
    let begins = interval.from().and_then(days).is_some_and(|from| from > day && from - day <= DAYS);
    begins || interval.to().and_then(days).is_some_and(|to| to < day && day - to <= DAYS)
}

impl<T: Trace> Context<'_, T> {
    /// A person's career: asked for again and again of the bearers of one name.
    pub(in crate::context) fn career(&self, person: u32) -> Career {
        if let Some(&career) = self.careers.borrow().get(&person) {
            return career;
        }
        let career = self.career_on(self.as_of, person);
        self.careers.borrow_mut().insert(person, career);
        career
    }

    fn career_on(&self, date: Option<Date>, person: u32) -> Career {
        let mut career = Career { standing: Standing::Unknown, now: 0, known: 0, begun: 0, ever: 0, is_close: false };
        for tenure in self.tables.tenures_of_official(person) {
            let office = self.tables.traits(tenure.office);
            career.ever |= office.functions;
            let Some(date) = date else {
                career.begun = career.ever;
                continue;
            };
            career.is_close |= is_close(&tenure, date);
            if tenure.certainty(date).is_some() {
                career.standing = Standing::Current;
                career.now |= office.functions;
                let known = office.functions & (HEADS | GREAT_OFFICES);
                if known != 0 && !self.is_territory(office.owner) {
                    career.known |= known;
                }
            } else if tenure.interval().when(date, true) == When::After {
                career.standing = career.standing.max(Standing::Former);
            } else {
                if career.standing == Standing::Unknown {
                    career.standing = Standing::Future;
                }
                continue;
            }
            career.begun |= office.functions;
        }
        career
    }

    /// How a person stands to the date.
    pub(in crate::context) fn standing(&self, person: u32) -> Standing {
        if self.as_of.is_some() { self.career(person).standing } else { Standing::Unknown }
    }

    /// Whether two persons hold offices of one country or body on the date.
    pub(super) fn are_in_one_government(&self, one: u32, other: u32) -> bool {
        self.owners_now(one).any(|owner| owner != NONE && self.owners_now(other).any(|o| o == owner))
    }

    /// The countries and bodies of the offices that a person holds on the date.
    fn owners_now(&self, person: u32) -> impl Iterator<Item = u32> {
        // Most of those who bear a name hold none, and their tenures need not be searched for.
        let date = self.as_of.filter(|_| self.standing(person) == Standing::Current);
        let now =
            move |date: Date| self.tables.tenures_of_official(person).filter(move |tenure| tenure.certainty(date).is_some());
        date.map(now).into_iter().flatten().map(|tenure| self.tables.traits(tenure.office).owner)
    }

    /// Whether a person heads a state, government or body on the date, or the foreign affairs, defence or finances of a country.
    pub(super) fn is_known_abroad(&self, person: u32) -> bool {
        self.career(person).known != 0
    }

    /// Whether a person speaks for a country at the United Nations on the date.
    pub(super) fn speaks_at_un(&self, person: u32) -> bool {
        self.career(person).now & UN_PERMANENT_REPRESENTATIVE != 0
    }

    /// Whether a person is a head on the date, known by the name alone.
    pub(in crate::context) fn is_head(&self, person: u32) -> bool {
        self.career(person).known & HEADS != 0
    }

    /// Whether a person is a minister on the date who is known by the surname abroad.
    pub(super) fn is_minister(&self, person: u32) -> bool {
        self.career(person).now & (HEADS | MINISTERS) != 0
    }

    /// Whether a person has been or will be a minister of any field, or a head.
    pub(super) fn comes_to_govern(&self, person: u32) -> bool {
        self.career(person).ever & (HEADS | MINISTERS | MINISTER) != 0
    }

    /// Whether a person ever headed a state or government, by the date.
    pub(in crate::context) fn was_head(&self, person: u32) -> bool {
        self.career(person).begun & (HEAD_OF_STATE | HEAD_OF_GOVERNMENT) != 0
    }

    /// Whether a person ever headed a state, by the date.
    pub(super) fn was_head_of_state(&self, person: u32) -> bool {
        self.career(person).begun & HEAD_OF_STATE != 0
    }

    /// Whether a person has been or will be such a minister or a head.
    pub(super) fn becomes_minister(&self, person: u32) -> bool {
        self.career(person).ever & (HEADS | MINISTERS) != 0
    }

    /// Whether a person ever heads a state, government or body.
    pub(super) fn becomes_head(&self, person: u32) -> bool {
        self.career(person).ever & HEADS != 0
    }

    /// Whether a person comes into an office, or left it, within [`DAYS`] of the date.
    pub(super) fn is_soon_in_office(&self, person: u32) -> bool {
        self.career(person).is_close
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
