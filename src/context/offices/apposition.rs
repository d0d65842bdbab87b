//! Which office does the text give a person, and do the data agree?
//!
//! `Secretary of State` before `Antony Blinken`, `Tokayev, the Kazakh president`, `Lavrov, the foreign minister,`, `his Kazakh
//! counterpart`.

use super::composed;
use crate::boundary::{char_after, char_before};
use crate::case;
use crate::context::people::bearers::Bearers;
use crate::context::people::titles::Before;
use crate::context::text::folded::Folded;
use crate::context::text::line;
use crate::context::text::phrases::Role;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, Rule, Trace};
use crate::date::{Date, When};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, ORG_HEAD};
use crate::gazetteer::rows::{NONE, RoleRow, TenureRow};
use crate::gazetteer::{Tables, scope};
use crate::kind::{CasePolicy, EntityKind};
use crate::scan::Hit;

/// The longest text between a person and the office behind, in characters.
const MAX_BETWEEN: usize = 40;

/// Whether the tenures of a person bear out the office that the text gives them.
pub(crate) fn bears_out(tables: &Tables, as_of: Option<Date>, found: &Found) -> Option<bool> {
    if found.office == NONE {
        return None;
    }
    let rows = tables.tenures_of_official(found.entity);
    let mut tenures = rows.filter(|tenure| tenure.office == found.office);
    let code = tables.words.get(found.office_modifier as usize).map_or("", |row| tables.str(row.code));
    let Some(date) = as_of else { return Some(tenures.next().is_some()) };
    let fits = |tenure: &TenureRow| match code {
        "carry:former" | "carry:late" => tenure.interval().when(date, true) != When::Before,
        // Not yet, or for a while: the office is theirs at some time.
        "carry:elect" | "carry:designate" | "carry:acting" | "carry:interim" | "carry:caretaker" | "carry:rival" => true,
        _ => tenure.certainty(date).is_some(),
    };
    if tenures.any(|tenure| fits(&tenure)) {
        return Some(true);
    }
    // A successor that the data do not know yet.
    let beyond = |tenure: &TenureRow| tenure.certainty(date) == Some(crate::Certainty::BeyondHorizon);
    (!tables.tenures_of_office(found.office).any(|tenure| beyond(&tenure))).then_some(false)
}

/// Letters behind a name are no longer: `MP`, `CMG`, `KCMG`.
const LONGEST_LETTERS: usize = 4;

impl<T: Trace> Context<'_, T> {
    /// Links an office to the person that it stands behind: `Tokayev, the Kazakh president,`.
    pub(super) fn link_to_person_before(&mut self, office: &Found) {
        let Some(at) = self.known.found.iter().rposition(|found| found.start < office.start && !found.nested) else { return };
        let person = self.known.found[at];
        if *self.kind_of(person.entity) != EntityKind::Official || person.office != NONE {
            return;
        }
        if office.start.checked_sub(person.end).is_none_or(|between| between > 2 * MAX_BETWEEN) {
            return;
        }
        // `, the`, `, former`, `(the`: a comma or bracket, and no more than an article and a modifier.
        let between = self.text[person.end..office.start].trim_start_matches(is_ignorable);
        let Some(rest) = between.strip_prefix([',']).or_else(|| between.trim_start().strip_prefix('(')) else { return };
        let mut words_between = rest.split_whitespace();
        let plain = |word: &str| {
            let start = word.as_ptr() as usize - self.text.as_ptr() as usize;
            let whole = Word { start, end: start + word.len() };
            matches!(Folded::of(self.text, whole).as_str().trim_end(), "the" | "a" | "then" | "ex")
                || self.words.modifier_at(words::first_word(self.text, start, whole.end)).is_some()
        };
        if reach::after(rest, 0, MAX_BETWEEN - 1) == rest.len() && words_between.all(plain) {
            let linked = self.linked(person, office.entity, office.modifier);
            // `Dilma Rousseff, Chinese Deputy Prime Minister Wang Yang`: the next one's.
            if bears_out(self.tables, self.as_of, &linked) != Some(false) || !self.is_before_person(office.end) {
                self.known.found[at] = linked;
            }
        }
    }

    /// Whether a person's name stands right behind a place, or behind a comma there.
    fn is_before_person(&self, at: usize) -> bool {
        let next = self.hits[self.at..].iter().take(8).find(|hit| hit.start >= at);
        next.is_some_and(|next| {
            let between = self.text[at..next.start].trim_start_matches(|c| c == ',' || is_ignorable(c));
            between.chars().take(8).all(|c| is_separator(c) && !is_hyphen(c) || is_ignorable(c))
                && self.bearers_by(*next, |_| true).next().is_some()
        })
    }

    /// The person with the office that the text gives them; a contradiction with the data lowers the confidence.
    pub(in crate::context) fn linked(&self, person: Found, office: u32, modifier: u32) -> Found {
        let linked = Found { office, office_modifier: modifier, ..person };
        match bears_out(self.tables, self.as_of, &linked) {
            Some(false) => Found { confidence: linked.confidence.min(80), ..linked },
            _ => linked,
        }
    }

    /// The office that `his Kazakh counterpart` means: that of the person or office named before it in the sentence, in the country.
    pub(in crate::context) fn counterparts_office(&mut self, country: &Found) -> Option<u32> {
        let word = self.words.after(words::after_possessive(self.text, country.end))?;
        if !self.is(word, "counterpart") && !self.is(word, "opposite") {
            return None;
        }
        let (from, _) = self.known.around.sentence(self.text, country.start, country.end);
        let mut before = self.known.found.iter().rev().take(8).take_while(|found| found.start >= from);
        let model = before.find_map(|found| match self.kind_of(found.entity) {
            EntityKind::Office => Some(found.entity),
            EntityKind::Official => self.office_held_by(found),
            _ => None,
        })?;
        let owner_key = self.tables.str(self.tables.entities.at(country.entity as usize).id).split_once(':')?.1;
        let key = self.tables.str(self.tables.entities.at(model as usize).id).rsplit('/').next()?;
        let prefix = format!("office:{owner_key}/");
        if let Some(same) = self.tables.entity_index(&format!("{prefix}{key}")) {
            return Some(same);
        }
        let functions = self.tables.traits(model).functions;
        let mut fitting = self.offices_with(&prefix, functions).filter(|&office| self.as_of.is_none() || self.is_held(office));
        // A head of two sorts has two counterparts.
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }

    /// The office of a person: the one the text gives them, else the one they hold on the date, else their last.
    fn office_held_by(&self, person: &Found) -> Option<u32> {
        if person.office != NONE {
            return Some(person.office);
        }
        let tenures = self.tables.tenures_of_official(person.entity);
        tenures
            .map(|tenure| (self.as_of.is_some_and(|date| tenure.certainty(date).is_some()), tenure.office))
            .reduce(|best, next| if next.0 >= best.0 { next } else { best })
            .map(|(_, office)| office)
    }

    /// Whether a tenure is one of the office that a role term before a person names.
    pub(in crate::context) fn role_names(&self, role: &Role<'_>, tenure: &TenureRow) -> bool {
        self.role_names_in(role, tenure, |_| true)
    }

    /// Whether a row of a role term that is so names the office of a tenure.
    fn role_names_in(&self, role: &Role<'_>, tenure: &TenureRow, is: impl Fn(&RoleRow) -> bool) -> bool {
        let id = self.tables.str(self.tables.entities.at(tenure.office as usize).id);
        let functions = self.tables.traits(tenure.office).functions;
        let (owner, key) = id.split_once(':').and_then(|(_, rest)| rest.split_once('/')).unwrap_or(("", ""));
        let surface = &self.text[role.start..role.end];
        role.rows.iter().filter(|row| is(row)).any(|row| {
            let in_case =
                row.case != CasePolicy::Exact as u8 || case::suits(CasePolicy::Exact, self.tables.str(row.text), surface);
            let function =
                functions & row.functions != 0 && !(row.functions == HEAD_OF_GOVERNMENT && functions & HEAD_OF_STATE != 0);
            let names = |k: &str| match k.split_once('/') {
                Some((country, k)) => country == owner && k == key,
                // `Governor Cuomo`: of New York.
                None => k.strip_prefix('*').map_or(k == key, |end| key.ends_with(end)),
            };
            // `Police Chief Butler`: who heads something, of which nothing is said, has no title.
            let any_head = row.functions == ORG_HEAD;
            in_case && !any_head && (function || self.tables.str(row.keys).split(';').any(names))
        })
    }

    /// Whether a tenure is one of an office that a role term names as a title before a name alone.
    pub(in crate::context) fn is_title_alone(&self, role: &Role<'_>, tenure: &TenureRow) -> bool {
        self.role_names_in(role, tenure, |row| row.scope & (scope::STATE | scope::BODY) == 0)
    }

    /// Whether a role term names an office, not only as a title.
    pub(in crate::context) fn is_office_named(&self, role: &Role<'_>, office: u32) -> bool {
        self.tables
            .tenures_of_office(office)
            .next()
            .is_some_and(|tenure| self.role_names_in(role, &tenure, |row| row.scope & (scope::STATE | scope::BODY) != 0))
    }

    /// The office mention of a role right before a person: `Secretary of State` before `Antony Blinken`.
    pub(in crate::context) fn persons_office(&self, role: &Role<'_>, person: u32) -> Option<Found> {
        let modifier = match self.modifier_before(role.start)? {
            NONE => self.modifier_behind(role.end)?,
            modifier => modifier,
        };
        let tenures = self.tables.tenures_of_official(person);
        // The one held on the date; of a sovereign of many realms the main one; the latest.
        let (_, _, office) = tenures
            .filter(|tenure| self.role_names(role, tenure))
            .map(|tenure| {
                let now = self.as_of.is_some_and(|date| tenure.certainty(date).is_some());
                (now, self.tables.has_property(tenure.office, "principal"), tenure.office)
            })
            .reduce(|best, next| if (next.0, next.1) >= (best.0, best.1) { next } else { best })?;
        let role_row = role.first;
        Some(Found { rule: Rule::PersonsOffice, confidence: 90, ..composed(role.start, role.end, office, modifier, role_row) })
    }

    /// The first word behind a comma, an article and a modifier that makes no other office of it; letters behind the name (`MP`) are
    /// passed over.
    fn apposition(&self, end: usize) -> Option<Word> {
        let letters = |word: &Word| {
            let seen = || self.text[word.start..word.end].chars().filter(|&c| !is_ignorable(c));
            seen().nth(LONGEST_LETTERS).is_none() && seen().all(char::is_uppercase)
        };
        let end = self.words.after(end).filter(letters).map_or(end, |word| word.end);
        let (_, comma) = char_after(self.text, end).filter(|&(c, _)| c == ',')?;
        let mut word = self.words.after(comma + 1)?;
        if Folded::of(self.text, word).is_one_of(&["the", "its"]) {
            word = self.words.after(word.end)?;
        }
        match self.words.modifier_at(word) {
            // `the executive secretary`: the whole is the role.
            Some((end, _)) if self.words.role_at(word).is_some_and(|role| role.end > end) => Some(word),
            Some((_, modifier)) if self.blocks(modifier) => None,
            Some((end, _)) => self.words.after(end),
            None => Some(word),
        }
    }

    /// The bearer of a surname whom what stands in brackets, in apposition before it, or behind it gives an office.
    pub(in crate::context) fn bearer_in_apposition(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<(u32, u32)> {
        let speakers = self.speakers_for_country(hit, bearers);
        let mut best = self.best(hit, &speakers);
        if best.is_none()
            && let Some(before) = self.before_in_apposition(hit)
        {
            let apposed: Bearers = bearers.iter().copied().filter(|&(_, person)| self.title_fits_now(&before, person)).collect();
            best = self.best(hit, &apposed);
        }
        if best.is_none()
            && let Some(before) = self.before_in_predicate(hit)
        {
            let fits = |&(_, person): &(u32, u32)| self.is_head(person) && self.title_fits_now(&before, person);
            let heads: Bearers = bearers.iter().copied().filter(fits).collect();
            best = self.best(hit, &heads);
        }
        if best.is_none()
            && let Some(before) = self.role_alone_behind(hit)
        {
            let mut fitting: Bearers =
                bearers.iter().copied().filter(|&(_, person)| self.title_fits_now(&before, person)).collect();
            fitting.retain(|&(_, person)| self.is_country_about(hit, person));
            best = self.best(hit, &fitting);
        }
        if best.is_none()
            && let Some((role, country)) = self.role_in_apposition(hit)
        {
            let apposed: Bearers = bearers.iter().copied().filter(|&(_, person)| self.held(person, &role, &country)).collect();
            best = self.best(hit, &apposed);
        }
        best
    }

    /// `Mr Turnbull, the Australian prime minister,`: the role behind a name, and the hit that is its country.
    fn role_in_apposition(&self, hit: Hit) -> Option<(Role<'_>, Hit)> {
        let word = self.apposition(hit.end)?;
        let next = self.hits.get(self.at + 1)?;
        let role = if next.start == word.start {
            let end = words::after_possessive(self.text, next.end);
            self.words.after(end).and_then(|word| self.words.role_at(word))
        } else {
            let country_follows = |role: &Role<'_>| {
                self.words
                    .before(next.start)
                    .map(|word| self.before_article(word))
                    .is_some_and(|of| self.is(of, "of") && self.words.before(of.start).is_some_and(|last| last.end == role.end))
            };
            self.words.role_at(word).filter(country_follows)
        };
        role.map(|role| (role, *next))
    }

    /// `Iran's speaker of parliament, Larijani, said`: what stands before a name between commas, if it is an office.
    fn before_in_apposition(&self, hit: Hit) -> Option<Before<'_>> {
        char_after(self.text, hit.end).filter(|&(c, _)| c == ',')?;
        let end = words::gap_before(self.text, hit.start)?;
        let (_, comma) = char_before(self.text, end).filter(|&(c, _)| c == ',')?;
        let office = |found: &&Found| found.end == comma && *self.kind_of(found.entity) == EntityKind::Office;
        let found = self.known.found.iter().rev().take(2).find(office)?;
        Some(Before { office: Some(found.entity), modifier: found.modifier, ..Before::default() })
    }

    /// `Bajwa, the army chief,`: the role between commas behind a name, if that is all.
    fn role_alone_behind(&self, hit: Hit) -> Option<Before<'_>> {
        self.as_of?;
        let role = self.words.role_at(self.apposition(hit.end)?)?;
        let ends = char_after(self.text, role.end).is_none_or(|(c, _)| matches!(c, ',' | '.' | ';'));
        ends.then(|| Before { role: Some(role), ..Before::default() })
    }

    /// `Truss is PM`, `Cameron became prime minister.`: what a name is said to be, if that is to head a state or government, and all.
    fn before_in_predicate(&self, hit: Hit) -> Option<Before<'_>> {
        self.as_of?;
        let verb = self.words.after(hit.end)?;
        if !Folded::of(self.text, verb).is_one_of(&["is", "was", "becomes", "became", "remains"]) {
            return None;
        }
        let role = self.words.role_at(self.words.after(verb.end)?)?;
        let of_state = role.rows.iter().any(|row| row.scope & scope::STATE != 0);
        let ends = char_after(self.text, role.end).is_none_or(|(c, _)| matches!(c, ',' | '.' | ';' | '!' | '?') || is_break(c));
        (of_state && ends).then(|| Before { role: Some(role), ..Before::default() })
    }

    /// Whether a person held an office of this role, of a country that this hit may mean.
    fn held(&self, person: u32, role: &Role<'_>, country: &Hit) -> bool {
        self.tables.tenures_of_official(person).any(|tenure| {
            let owner = self.tables.traits(tenure.office).owner;
            owner != NONE && self.may_mean(country, &|entity| entity == owner) && self.role_names(role, &tenure)
        })
    }

    /// The office of a role behind a person who held it: `secretary of state` in `John Kerry, secretary of state,`.
    ///
    /// Not if the role goes on (`minister of trade`, `the chancellor's aide`), or something else is named there.
    pub(in crate::context) fn role_behind_person(&self, person: &Found) -> Option<Found> {
        self.office_behind(person, self.words.role_at(self.apposition(person.end)?)?)
    }

    /// The office of a title that `as` gives a person who held it, or will: `High Representative` in `Kaja Kallas as High Representative`.
    pub(in crate::context) fn role_given_by_as(&self, person: &Found) -> Option<Found> {
        let word = self.words.after(person.end).filter(|word| self.is(*word, "as"))?;
        let role = self.words.role_at(self.words.after(word.end)?).filter(|role| self.is_title_of_office(role))?;
        self.office_behind(person, role)
    }

    /// The office that a role behind a person names, if it is the whole of it.
    fn office_behind(&self, person: &Found, role: Role<'_>) -> Option<Found> {
        let goes_on = words::after_possessive(self.text, role.end) != role.end
            || char_after(self.text, role.end).is_some_and(|(c, _)| is_hyphen(c))
            || self.words.after(role.end).filter(|next| !self.ends_line(role.end, next.start)).is_some_and(|next| {
                words::is_capitalized(self.text, next) || Folded::of(self.text, next).is_one_of(&["of", "for", "to"])
            });
        // `President of the Government` is an alias of the office, too.
        let own = |hit: &Hit| {
            (hit.start, hit.end) == (role.start, role.end)
                && self.may_mean(hit, &|entity| *self.kind_of(entity) == EntityKind::Office)
        };
        let beside = |hit: &&Hit| hit.start < role.end && hit.end > person.end;
        let named = self.hits[self.at + 1..].iter().take(4).filter(beside).any(|hit| !own(hit));
        if goes_on || named {
            return None;
        }
        self.persons_office(&role, person.entity).filter(|office| self.is_office_named(&role, office.entity))
    }

    /// Whether a line ends between two places that goes on in no other: an entry of a list.
    pub(super) fn ends_line(&self, from: usize, to: usize) -> bool {
        let line = || line::line_around(self.text, from, from);
        self.text[from..to].contains(is_break) && matches!(line(), (start, end, true) if !line::is_wrapped(self.text, start, end))
    }

    /// The office of a role before a comma and a person who held it: `the president` in `the president, Alberto Fujimori,`.
    pub(in crate::context) fn role_before_person(&self, person: &Found) -> Option<Found> {
        let end = words::gap_before(self.text, person.start)?;
        let (_, comma) = char_before(self.text, end).filter(|&(c, _)| c == ',')?;
        let (c, at) = char_before(self.text, comma)?;
        let last = words::last_word(self.text, 0, at + c.len_utf8());
        let role = self.words.role_ending(last).filter(|role| role.start >= self.known.covered)?;
        let article = self.words.before(role.start)?;
        let one = Folded::of(self.text, article).is_one_of(&["the", "his", "her", "its", "their"]);
        self.persons_office(&role, person.entity).filter(|office| one && self.is_office_named(&role, office.entity))
    }
}
