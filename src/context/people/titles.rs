//! Which title stands before a name, and did its bearer hold that office?
//!
//! `US President Bush`, `President Gen. Pervez Musharraf`, `his Kazakh counterpart Tileuberdi`; not `South Korean leader Kim` for the
//! North's.

use super::bearers::Bearers;
use crate::boundary::{char_before, is_unseen};
use crate::context::text::phrases::Role;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, Trace};
use crate::date::Date;
use crate::fold::{is_apostrophe, is_break, is_hyphen, is_ignorable, is_separator, is_word};
use crate::gazetteer::functions::{OF_ONE, PARTY_LEADER, SPEAKER};
use crate::gazetteer::rows::{NONE, TenureRow};
use crate::gazetteer::{WordList, scope};
use crate::kind::EntityKind;
use crate::scan::Hit;

/// So many honorifics stand before one name at most: `Tan Sri Datuk Seri Dr`.
const MOST_HONORIFICS: usize = 3;

/// The longest abbreviation in brackets between a role and a name, in characters.
const LONGEST_ABBREVIATION: usize = 6;

/// What stands right before a name.
pub(in crate::context) struct Before<'p> {
    pub(in crate::context) word: Option<Word>,
    /// The office that was just found there.
    pub(in crate::context) office: Option<u32>,
    /// Its modifier, or [`NONE`].
    pub(in crate::context) modifier: u32,
    /// The office meant by `his Kazakh counterpart`.
    pub(in crate::context) counterpart: Option<u32>,
    pub(in crate::context) role: Option<Role<'p>>,
    /// The role is that of a deputy or the like.
    pub(in crate::context) deputy: bool,
    /// The role is that of each of several: it is no office here.
    pub(in crate::context) several: bool,
    pub(in crate::context) honorific: bool,
}

impl Default for Before<'_> {
    fn default() -> Self {
        Before {
            word: None,
            office: None,
            modifier: NONE,
            counterpart: None,
            role: None,
            deputy: false,
            several: false,
            honorific: false,
        }
    }
}

impl<'a, T: Trace> Context<'a, T> {
    pub(super) fn before_name(&self, hit: Hit) -> Before<'a> {
        let mut before = Before::default();
        // `In Port-au-Prince Aristide said`
        let place = |last: &Found| *self.kind_of(last.entity) == EntityKind::Place;
        if let Some(word) = self.words.before(hit.start)
            && self.known.found.last().is_some_and(|last| last.end == word.end && place(last))
        {
            return Before { word: Some(word), ..before };
        }
        let honorifics = self.honorifics_before(hit.start);
        before.honorific = honorifics.is_some();
        if self.is_below_entry(honorifics.unwrap_or(hit.start)) {
            return before;
        }
        let Some(word) = self.words.before(hit.start).or_else(|| self.title_with_dot_before(hit.start)) else {
            // `External Affairs Minister (EAM) S. Jaishankar`, `Foreign Minister H.E. Mr. Wang Yi`
            let role = self.word_before_abbreviation(hit.start).and_then(|word| self.words.role_ending(word));
            before.role = role.or_else(|| self.role_before_honorifics(honorifics?));
            before.deputy = before.role.is_some_and(|role| self.modifier_before(role.start).is_none());
            return before;
        };
        before.word = Some(word);
        if self.text[word.end..hit.start].contains(is_hyphen) {
            return before;
        }
        let office = |found: &&Found| found.end == word.end && *self.kind_of(found.entity) == EntityKind::Office;
        if let Some(found) = self.known.found.iter().rev().take(2).find(office) {
            (before.office, before.modifier) = (Some(found.entity), found.modifier);
            before.role = self.words.role_ending(word).filter(|role| role.start >= found.start);
            return before;
        }
        if self.is(word, "counterpart") {
            let country = self.known.found.last().filter(|found| self.words.after(found.end) == Some(word));
            before.counterpart = country.map(|found| found.office).filter(|&office| office != NONE);
        }
        before.role = self.words.role_ending(word).or_else(|| self.role_with_modifier_behind(word));
        before.role = before.role.or_else(|| self.role_before_honorifics(honorifics?));
        before.deputy = before.role.is_some_and(|role| self.modifier_before(role.start).is_none());
        before
    }

    /// `Mr. Donald Tusk, Prime Minister` above `Ms. Giorgia Meloni`: whether the line before a place ends with the office of a person in it.
    fn is_below_entry(&self, at: usize) -> bool {
        let mut last = self.known.found.iter().rev().filter(|found| !found.nested);
        let Some((office, person)) = last.next().zip(last.next()) else { return false };
        person.office == office.entity
            && self.text.get(office.end..at).is_some_and(|between| between.contains(is_break) && !between.contains(is_word))
    }

    /// Where up to [`MOST_HONORIFICS`] honorifics right before a place start: `Tan Sri Dr`, `H.E. Mr.`
    pub(in crate::context) fn honorifics_before(&self, at: usize) -> Option<usize> {
        let mut start = self.honorific_before(at)?;
        for _ in 1..MOST_HONORIFICS {
            let Some(earlier) = self.honorific_before(start) else { break };
            start = earlier;
        }
        Some(start)
    }

    /// Where the honorific right before a place starts, which may end with a dot or an apostrophe: `Dr.`, `H.E.`, `Dato'`.
    fn honorific_before(&self, at: usize) -> Option<usize> {
        let start = |last| self.words.list_start(WordList::Honorific, last);
        if let Some(last) = self.words.before(at) {
            return start(last);
        }
        let end = words::gap_before(self.text, at).filter(|&end| !self.text[end..at].contains(is_hyphen))?;
        let (_, mark) = char_before(self.text, end).filter(|&(c, _)| c == '.' || is_apostrophe(c))?;
        let last = words::last_word(self.text, 0, mark);
        let initials = || {
            let (_, dot) = char_before(self.text, last.start).filter(|&(c, _)| c == '.')?;
            start(Word { end, ..words::last_word(self.text, 0, dot) })
        };
        start(last).or_else(initials)
    }

    /// `President Gen. Pervez Musharraf`, `Prime Minister Tan Sri Muhyiddin Yassin`: the title before the honorifics that start here, or
    /// before the bracket that they open.
    fn role_before_honorifics(&self, start: usize) -> Option<Role<'a>> {
        // `The Prime Minister (Mr. John Major):`
        let opened = || self.text[..start].trim_end_matches(is_ignorable).strip_suffix('(').map(str::len);
        let last = self.words.before(start).or_else(|| self.words.before(opened()?))?;
        let role = self.words.role_ending(last)?;
        words::is_capitalized(self.text, words::last_word(self.text, role.start, role.end)).then_some(role)
    }

    /// `President-elect`: the role on which a modifier hangs.
    fn role_with_modifier_behind(&self, word: Word) -> Option<Role<'a>> {
        let (_, hyphen) = char_before(self.text, word.start).filter(|&(c, _)| is_hyphen(c))?;
        self.words.modifier_at(word).filter(|&(end, row)| end == word.end && !self.blocks(row))?;
        let last = self.words.before(word.start).filter(|last| is_unseen(self.text, last.end, hyphen))?;
        self.words.role_ending(last)
    }

    /// `Pres. Bush`: the word of an abbreviated title before a place.
    fn title_with_dot_before(&self, at: usize) -> Option<Word> {
        let end = words::gap_before(self.text, at)?;
        let (_, dot) = char_before(self.text, end).filter(|&(c, _)| c == '.')?;
        let word = words::last_word(self.text, 0, dot);
        let short = word.end - word.start <= LONGEST_ABBREVIATION && words::is_capitalized(self.text, word);
        short.then_some(word).filter(|&word| self.words.role_ending(word).is_some_and(|role| role.start == word.start))
    }

    /// The word before an abbreviation in brackets that stands before a place.
    fn word_before_abbreviation(&self, at: usize) -> Option<Word> {
        let end = words::gap_before(self.text, at)?;
        let (_, close) = char_before(self.text, end).filter(|&(c, _)| c == ')')?;
        let from = reach::before(self.text, close, LONGEST_ABBREVIATION + 1);
        let open = from + self.text[from..close].rfind('(')?;
        let capitals = self.text[open + 1..close].chars().filter(|&c| !is_ignorable(c)).all(char::is_uppercase);
        if capitals { self.words.before(open) } else { None }
    }

    /// Whether the person held the office before the name, or one that the role before it means.
    pub(super) fn title_fits(&self, before: &Before<'_>, person: u32) -> bool {
        // `former President George Bush` in 1996 is not the governor who will be one.
        let far_ahead = |from: Date| self.as_of.is_some_and(|date| from.year() > date.year() + 1);
        self.title_fits_by(before, person, |tenure| !tenure.interval().from().is_some_and(far_ahead))
    }

    /// Whether the person holds on the date what the title before the name means; without a date, or where a modifier says that it is not
    /// so (`former`), whether they ever did.
    pub(in crate::context) fn title_fits_now(&self, before: &Before<'_>, person: u32) -> bool {
        let modified = before.modifier != NONE
            || before.role.is_some_and(|role| self.modifier_before(role.start).is_some_and(|modifier| modifier != NONE));
        match self.as_of.filter(|_| !modified) {
            Some(date) => self.title_fits_by(before, person, |tenure| tenure.certainty(date).is_some()),
            None => self.title_fits(before, person),
        }
    }

    /// Whether a tenure of the person, of those that count, is one of the office before the name or of one that the role before it means.
    fn title_fits_by(&self, before: &Before<'_>, person: u32, counts: impl Fn(&TenureRow) -> bool) -> bool {
        let tenures = || self.tables.tenures_of_official(person).filter(&counts);
        match (before.office.or(before.counterpart), before.role.filter(|_| !before.deputy)) {
            (Some(office), _) => tenures().any(|tenure| tenure.office == office || self.is_as_good(before, office, &tenure)),
            // `South Korean leader Kim` is not the leader of the North.
            (None, Some(role)) => {
                let country = self.country_before(role.start);
                tenures().any(|tenure| {
                    let owner = self.tables.traits(tenure.office).owner;
                    country.is_none_or(|country| country == owner) && self.role_names(&role, &tenure)
                })
            }
            (None, None) => false,
        }
    }

    /// `Austrian parliament speaker`, `Zimbabwe's vice president`, `Kenyan opposition leader`: whether a tenure on the date is not that of
    /// the very office before the name but of another in that country which the words mean as well: of the same function, and that
    /// office is nobody's then or this one a sort of it (`first vice president`); or one that is called so before names.
    fn is_as_good(&self, before: &Before<'_>, office: u32, tenure: &TenureRow) -> bool {
        let (named, held) = (self.tables.traits(office), self.tables.traits(tenure.office));
        let then = self.as_of.is_none_or(|date| before.modifier != NONE || tenure.certainty(date).is_some());
        if !then || named.owner != held.owner {
            return false;
        }
        let title = before.role.is_some_and(|role| self.is_title_alone(&role, tenure));
        let common = named.functions & held.functions & OF_ONE;
        let key = |office: u32| self.tables.str(self.tables.entities.at(office as usize).id).rsplit('/').next().unwrap_or("");
        title || common != 0 && (common & SPEAKER != 0 || !self.is_held(office) || key(tenure.office).ends_with(key(office)))
    }

    /// The bearers of a surname whom the title before it fits; of several, those whom it fits now.
    pub(super) fn titled_bearers(&self, before: &Before<'_>, bearers: &[(u32, u32)]) -> Bearers {
        let mut titled = self.titled(before, bearers);
        if titled.is_empty() {
            return titled;
        }
        titled.retain(|&(_, person)| !self.is_far_ahead(person));
        if titled.len() < 2 {
            return titled;
        }
        // `Kyrgyz Prime Minister Japarov` is not the president, who was one.
        let now: Bearers = titled.iter().copied().filter(|&(_, person)| self.title_fits_now(before, person)).collect();
        if now.is_empty() { titled } else { now }
    }

    /// The country that was found right before a place, with or without a possessive.
    pub(super) fn country_before(&self, at: usize) -> Option<u32> {
        let last = self.known.found.iter().rev().take(2).find(|found| found.end < at)?;
        let between = self.text.get(words::after_possessive(self.text, last.end)..at)?;
        let blank = |c: char| is_separator(c) && !is_hyphen(c) || is_ignorable(c) || c == '>';
        (*self.kind_of(last.entity) == EntityKind::Country && between.chars().all(blank)).then_some(last.entity)
    }

    /// The country of the office before a name, or that stands before the role there.
    pub(super) fn country_of_title(&self, before: &Before<'_>) -> Option<u32> {
        let named = before.office.map(|office| self.tables.traits(office).owner);
        named.or_else(|| self.country_before(before.role?.start)).filter(|&country| country != NONE)
    }

    /// The bearers who held an office of a country.
    pub(super) fn bearers_of_country(&self, country: u32, bearers: &[(u32, u32)]) -> Bearers {
        let of = |&(_, person): &(u32, u32)| self.owners(person).any(|owner| owner == country);
        bearers.iter().copied().filter(of).collect()
    }

    /// The bearers whom the title before a name fits: nobody without one.
    pub(super) fn titled(&self, before: &Before<'_>, bearers: &[(u32, u32)]) -> Bearers {
        if before.office.is_none() && before.counterpart.is_none() && before.role.is_none() {
            return Bearers::default();
        }
        let titled = bearers.iter().copied().filter(|&(_, person)| self.title_fits(before, person)).collect();
        self.without_holders(before, titled)
    }

    /// `former President George Bush` in 2002: those bearers of a name who hold the office on the date are not meant, if another held it.
    fn without_holders(&self, before: &Before<'_>, bearers: Bearers) -> Bearers {
        let Some(date) = self.as_of.filter(|_| self.is_of_the_past(before)) else { return bearers };
        let holds = |person: u32| self.title_fits_by(before, person, |tenure| tenure.certainty(date).is_some());
        let past: Bearers = bearers.iter().copied().filter(|&(_, person)| !holds(person)).collect();
        if past.is_empty() { bearers } else { past }
    }

    /// Whether the modifier of a title says that it was held before: `former`, `late`.
    fn is_of_the_past(&self, before: &Before<'_>) -> bool {
        let modifier = Some(before.modifier).filter(|&modifier| modifier != NONE);
        let modifier = modifier.or_else(|| self.modifier_before(before.role?.start)).filter(|&modifier| modifier != NONE);
        modifier.is_some_and(|modifier| {
            matches!(self.tables.str(self.tables.words.at(modifier as usize).code), "carry:former" | "carry:late")
        })
    }

    /// Whether a role is that of several in a country, of whom the tables know some: the leaders of an opposition.
    pub(in crate::context) fn is_of_many(&self, role: &Role<'_>) -> bool {
        role.rows.iter().any(|row| row.scope & (scope::STATE | scope::BODY) == 0 && row.functions == PARTY_LEADER)
    }

    /// Whether a role term before a name claims an office: written as a title.
    pub(in crate::context) fn is_title_of_office(&self, role: &Role<'_>) -> bool {
        words::is_capitalized(self.text, Word { start: role.start, end: role.end })
    }
}
