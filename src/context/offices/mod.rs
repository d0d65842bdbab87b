//! Country or body + role → office.
//!
//! `Kazakh President`, `Kazakhstan's president`, `President of Kazakhstan`, `head of Poland's central bank`, `UN chief`; two roles of one
//! country (`French president and prime minister`); and, beside a person who held it, a bare `Secretary of State`. Plural and generic
//! uses (`foreign ministers of`, `president of the company`, `Nissan's French president`) are none.
//!
//! - [`other_owner`]: roles of something else; [`shared_owner`]: two roles of one country; [`reigns`]: `the Blair government`.
//! - [`apposition`]: a person and the office beside them; [`cells`]: the same in cells of a table or entries of a list.

pub(super) mod apposition;
mod cells;
mod other_owner;
mod reigns;
mod shared_owner;

use crate::boundary::char_after;
use crate::case;
use crate::context::text::folded::Folded;
use crate::context::text::phrases::Role;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, Rule, Step, Trace};
use crate::fold::{is_digit, is_hyphen, is_separator, is_word, prefix_end};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE};
use crate::gazetteer::rows::{NONE, RoleRow};
use crate::gazetteer::{WordList, scope};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// Key of a role term that makes no office: `chief of staff`.
const NO_OFFICE: &str = "-";
/// Modifiers read on one side.
pub(super) const MAX_MODIFIERS: usize = 4;
/// A role beside a country or body that makes no office, and why.
pub(super) struct Refused {
    start: usize,
    end: usize,
    role: u32,
    rule: Rule,
}

/// What a role beside a country or body comes to; nothing without a role.
pub(super) type Composed = Option<Result<Found, Refused>>;

impl<T: Trace> Context<'_, T> {
    /// The office that a country or body just found composes with the words around it, after any further ones that come before it.
    pub(super) fn compose_office(&mut self, owner: &Found) -> Option<Found> {
        let scope = match self.kind_of(owner.entity) {
            EntityKind::Country => scope::STATE,
            EntityKind::Organization | EntityKind::Format => scope::BODY,
            _ => return None,
        };
        let mut refused = None;
        for side in [Self::role_behind, Self::role_around, Self::role_before] {
            match side(self, owner, scope) {
                Some(Ok(office)) if self.crosses_cells(&office, owner) => {}
                Some(Ok(office)) => return Some(office),
                Some(Err(why)) => refused = refused.or(Some(why)),
                None => {}
            }
        }
        if let Some(Refused { start, end, role, rule }) = refused {
            self.trace.step(Step { role, ..Step::new(start, end, NONE, rule, false) });
        }
        None
    }

    /// Keeps an office, and what else is one beside it: the roles before it (`President and Prime Minister of Kazakhstan`) and behind it
    /// (`French president and prime minister`).
    pub(super) fn push_office(&mut self, office: Found, owner: Found) {
        // `Minister of Foreign and European Affairs of Croatia`: the region is part of the role.
        while self.known.found.last().is_some_and(|last| last.start >= office.start) {
            self.known.found.pop();
        }
        for more in self.roles_before_of(&office, &owner).into_iter().flatten().rev() {
            self.push(more);
        }
        self.push(office);
        if owner.start < office.end && !self.is_institution(&owner) {
            self.push(Found { nested: true, confidence: owner.confidence.min(office.confidence), ..owner });
        }
        self.link_to_person_before(&office);
        for more in self.roles_behind(&office, &owner).into_iter().flatten() {
            self.push(more);
        }
    }

    /// `EU chief negotiator`: whether a title goes on as a role that makes no office.
    pub(super) fn is_other_title(&self, title: Hit) -> bool {
        let last = words::last_word(self.text, title.start, title.end);
        let role = self.words.role_at(last).filter(|role| role.end > title.end);
        role.is_some_and(|role| role.rows.iter().all(|row| self.tables.str(row.keys) == NO_OFFICE))
    }

    /// The country, body or place with which the title of an office starts: `EU` in `EU foreign policy chief`, its owner if that is there.
    pub(super) fn owner_in_title(&self, office: &Found) -> Option<Found> {
        let owner = self.tables.traits(office.entity).owner;
        if *self.kind_of(office.entity) != EntityKind::Office || owner == NONE {
            return None;
        }
        let title = &self.text[office.start..office.end];
        // Mostly the first letter tells that an alias is another.
        let first = |text: &str| text.bytes().next().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_lowercase());
        let own = first(title);
        let owners = self.tables.aliases_of(owner).filter(|&alias| {
            let row = self.tables.aliases.at(alias as usize);
            let other = own.is_some() && first(self.tables.str(row.text)).is_some_and(|letter| Some(letter) != own);
            row.policy != Policy::Never as u8 && !other
        });
        let owners = owners.filter_map(|alias| {
            let key = self.tables.keys.at(alias as usize);
            Some((prefix_end(title, self.tables.str(key))?, alias))
        });
        let (len, alias) = owners
            .filter(|&(len, _)| len < title.len() && !title[len..].starts_with(is_word))
            .max()
            .or_else(|| self.other_in_title(office))?;
        let hit = Hit::new(self.text, office.start, office.start + len, self.tables.key_of_alias(alias));
        // No surer than what it stands in, so that no profile keeps it without.
        Some(Found { nested: true, ..self.mention(hit, alias, Rule::Name, office.confidence.min(98)) })
    }

    /// `EU` in `EU Trade Commissioner`, whose office is the Commission's: the length and the alias of another name at the start of a title.
    fn other_in_title(&self, office: &Found) -> Option<(usize, u32)> {
        let last = self.text[..office.end].rfind(is_separator).filter(|&at| at > office.start)?;
        let hit = self.longest_before(last, office.start)?;
        let alias = self.tables.aliases_of_key(hit.key).find(|&alias| {
            let row = self.tables.aliases.at(alias);
            row.entity != NONE
                && row.policy == Policy::Always as u8
                && matches!(self.kind_meant(&row), EntityKind::Country | EntityKind::Organization | EntityKind::Place)
                && case::suits(CasePolicy::ALL[usize::from(row.case)], self.tables.str(row.text), &self.text[hit.start..hit.end])
        })?;
        Some((hit.end - hit.start, alias as u32))
    }

    /// `Kazakh President`, `Kazakhstan's new president`, `US Secretary of State`.
    fn role_behind(&mut self, owner: &Found, scope: u8) -> Composed {
        let start = words::after_possessive(self.text, owner.end);
        let mut word = self.words.after(start)?;
        if self.text[start..word.start].contains(is_hyphen) {
            return None;
        }
        // `Vladimir Putin, Russia` above `Prime Minister Li Keqiang`
        let whole_name = !matches!(owner.alias_kind, AliasKind::Demonym | AliasKind::Abbreviation) && start == owner.end;
        if whole_name && self.ends_line(start, word.start) {
            return None;
        }
        let (mut modifier, mut blocked) = (NONE, false);
        for _ in 0..MAX_MODIFIERS {
            if let Some(role) = self.words.role_at(word) {
                let (row, number) = self.fitting(&role, scope)?;
                let refuse = |rule| Some(Err(Refused { start: owner.start, end: role.end, role: number, rule }));
                let Some(entity) = self.office_of(owner.entity, &row) else { return refuse(Rule::NoSuchOffice) };
                // `Russian deputy foreign minister` is not the foreign minister.
                let before = match self.modifier_before(owner.start) {
                    Some(before) if !blocked => before,
                    _ => return refuse(Rule::OtherOffice),
                };
                if self.title_goes_on(role.end, entity) {
                    return refuse(Rule::LongerName);
                }
                if self.has_own_object(&role, &row) {
                    return refuse(Rule::OwnObject);
                }
                if row.scope & scope::GENERIC != 0 && scope == scope::STATE && self.is_nationality(owner) {
                    return refuse(Rule::Nationality);
                }
                // `Kazakh former president` is a former one.
                let carried = if modifier == NONE { before } else { modifier };
                let Some(behind) = self.modifier_behind(role.end) else { return refuse(Rule::OtherOffice) };
                let carried = if carried == NONE { behind } else { carried };
                return Some(Ok(composed(owner.start, role.end, entity, carried, number)));
            }
            let mut end = word.end;
            // `the country's 45th president`, `90-year-old president`.
            if !self.text[word.start..].starts_with(is_digit) {
                let row;
                (end, row) = self.words.modifier_at(word)?;
                blocked |= self.blocks(row);
                modifier = if modifier == NONE { row } else { modifier };
            }
            word = self.words.after(end)?;
        }
        None
    }

    /// `speaker of Iran's parliament`, `governor of the Polish central bank`, `Bank of Japan governor`.
    pub(super) fn role_around(&mut self, owner: &Found, scope: u8) -> Composed {
        if scope != scope::STATE {
            return None;
        }
        let last = self.before_article(self.words.before(owner.start)?);
        let after = words::after_possessive(self.text, owner.end);
        let role = self.words.role_around(last, owner.end, after)?;
        let (row, number) = self.fitting(&role, scope)?;
        let entity = self.office_of(owner.entity, &row)?;
        let refuse = |rule| Some(Err(Refused { start: role.start, end: role.end, role: number, rule }));
        if self.is_taken(role.start) {
            return None;
        }
        // `chief of the Russian General Staff's operations department`, `chairman of Kenya's Senate Health Committee`
        if self.is_of_part(role.end) || self.words.after(role.end).is_some_and(|word| self.name_of_body_at(word)) {
            return refuse(Rule::OwnObject);
        }
        match self.modifier_before(role.start) {
            Some(modifier) => Some(Ok(composed(role.start, role.end, entity, modifier, number))),
            None => refuse(Rule::OtherOffice),
        }
    }

    /// `President of Kazakhstan`, `foreign minister of the Republic of Uzbekistan`.
    fn role_before(&mut self, owner: &Found, scope: u8) -> Composed {
        if owner.alias_kind == AliasKind::Demonym {
            return None;
        }
        let nearest = self.words.before(owner.start)?;
        let mut word = nearest;
        if let Some((start, row)) = self.words.modifier_ending(word).filter(|_| !words::is_capitalized(self.text, word))
            && !self.blocks(row)
        {
            // `president of neighbouring Kazakhstan`
            word = self.words.before(start)?;
        }
        word = self.before_article(word);
        let object = self.is(word, "for");
        let place = self.is(word, "in");
        if !object && !place && !self.is(word, "of") {
            return None;
        }
        let last = self.words.before(word.start)?;
        let (last, hung) = self.before_hung(last);
        let role = self.words.role_ending(last)?;
        // `leader of the opposition in Israel`: not `the minister in Israel`
        if place && !self.is_of_many(&role) {
            return None;
        }
        if self.is_taken(role.start) {
            return None;
        }
        let (row, number) = self.fitting(&role, scope)?;
        let refuse = |rule| Some(Err(Refused { start: role.start, end: owner.end, role: number, rule }));
        let Some(entity) = self.office_of(owner.entity, &row) else { return refuse(Rule::NoSuchOffice) };
        let generic = row.scope & scope::GENERIC != 0;
        // `IBM's president for Japan`
        if object && generic {
            return refuse(Rule::OwnObject);
        }
        if (generic || place) && self.words.before(role.start).is_some_and(|word| self.is(word, "a") || self.is(word, "an")) {
            return refuse(Rule::Indefinite);
        }
        let article = self.is(nearest, "the");
        if let Some(rule) = self.owner_goes_on(owner, generic, article) {
            return refuse(rule);
        }
        match self.modifier_before(role.start) {
            Some(modifier) => {
                let modifier = if hung == NONE { modifier } else { hung };
                Some(Ok(composed(role.start, owner.end, entity, modifier, number)))
            }
            None => refuse(Rule::OtherOffice),
        }
    }

    /// `president-elect of Kazakhstan`: the word before a modifier that hangs on behind a role, and its row; else the word itself.
    fn before_hung(&self, last: Word) -> (Word, u32) {
        let joined = |word: &Word| self.text[word.end..last.start].contains(is_hyphen);
        let hung = self.words.modifier_at(last).filter(|&(end, row)| end == last.end && !self.blocks(row));
        match (hung, self.words.before(last.start).filter(joined)) {
            (Some((_, row)), Some(word)) => (word, row),
            _ => (last, NONE),
        }
    }

    /// Whether a mention that goes on before `at` ends behind it.
    fn is_taken(&self, at: usize) -> bool {
        let mut outer = self.known.found.iter().rev().filter(|found| !found.nested).take_while(|found| found.end > at);
        at < self.known.covered && outer.any(|found| found.start < at)
    }

    /// The modifier that ends before `at`: its row, [`NONE`] without one; `None` if it makes another office of it.
    pub(super) fn modifier_before(&self, at: usize) -> Option<u32> {
        let Some(word) = self.words.before(at) else { return Some(NONE) };
        if self.words.is_on(WordList::Body, word) {
            return None;
        }
        match self.words.modifier_ending(word) {
            Some((_, row)) if self.blocks(row) => self.blocks_only_others(row, at).then_some(NONE),
            Some((_, row)) => Some(row),
            None => Some(NONE),
        }
    }

    /// `Under President Chavez`: whether a modifier makes other offices of some roles alone, and none of them starts here.
    fn blocks_only_others(&self, modifier: u32, at: usize) -> bool {
        let code = self.tables.str(self.tables.words.at(modifier as usize).code);
        let Some((_, roles)) = code.split_once(':').filter(|(_, roles)| !roles.is_empty()) else { return false };
        let word = Folded::of(self.text, words::first_word(self.text, at, self.text.len()));
        !roles.split(';').any(|role| role == word.as_str())
    }

    /// The modifier that hangs on behind: `President-elect`.
    pub(super) fn modifier_behind(&self, at: usize) -> Option<u32> {
        if !char_after(self.text, at).is_some_and(|(c, _)| is_hyphen(c)) {
            return Some(NONE);
        }
        let Some(word) = self.words.after(at) else { return Some(NONE) };
        match self.words.modifier_at(word) {
            Some((_, row)) if self.blocks(row) => None,
            Some((_, row)) => Some(row),
            None => Some(NONE),
        }
    }

    pub(super) fn blocks(&self, modifier: u32) -> bool {
        self.tables.str(self.tables.words.at(modifier as usize).code).starts_with("block")
    }

    /// The row of a role term that is for this sort of owner and in this case, and makes an office; with its number.
    pub(super) fn fitting(&self, role: &Role<'_>, scope: u8) -> Option<(RoleRow, u32)> {
        let surface = &self.text[role.start..role.end];
        let mut rows = role.rows.iter().zip(role.first..);
        rows.find(|(row, _)| {
            row.scope & scope != 0
                && self.tables.str(row.keys) != NO_OFFICE
                && (row.case != CasePolicy::Exact as u8 || case::suits(CasePolicy::Exact, self.tables.str(row.text), surface))
        })
    }

    /// The office of a country or body that a role means: by its key, else by its function.
    pub(super) fn office_of(&self, owner: u32, role: &RoleRow) -> Option<u32> {
        let owner_id = self.tables.str(self.tables.entities.at(owner as usize).id);
        let owner_key = owner_id.split_once(':')?.1;
        let mut id = String::with_capacity(64);
        id.push_str("office:");
        id.push_str(owner_key);
        id.push('/');
        let prefix = id.len();
        let mut other = None;
        for key in self.tables.str(role.keys).split(';') {
            // `MX/foreign-minister`: for this country alone, and surely.
            let (own, key) = match key.split_once('/') {
                Some((country, key)) if country == owner_key => (true, key),
                Some(_) => continue,
                None => (false, key),
            };
            id.truncate(prefix);
            id.push_str(key);
            if let Some(office) = self.tables.entity_index(&id) {
                if own || role.functions == 0 || self.tables.traits(office).functions & role.functions != 0 {
                    return Some(office);
                }
                // India's foreign secretary is no foreign minister: one of the next keys may be.
                other = other.or(Some(office));
            }
        }
        if other.is_some() {
            return other;
        }
        id.truncate(prefix);
        let mut fitting = self.offices_with(&id, role.functions);
        let first = fitting.next()?;
        if self.is_held(first) { Some(first) } else { fitting.find(|&office| self.is_held(office)).or(Some(first)) }
    }

    /// The offices whose ids have this prefix and that have one of these functions.
    pub(super) fn offices_with(&self, prefix: &str, functions: u32) -> impl Iterator<Item = u32> {
        let first = self.tables.entities.partition_point(|row| self.tables.str(row.id) < prefix);
        (first..self.tables.entities.len())
            .take_while(move |&i| self.tables.str(self.tables.entities.at(i).id).starts_with(prefix))
            .map(|i| i as u32)
            .filter(move |&office| {
                let own = self.tables.traits(office).functions;
                // A prime minister is no executive president.
                let other_head = functions == HEAD_OF_GOVERNMENT && own & HEAD_OF_STATE != 0;
                own & functions != 0 && !other_head
            })
    }

    /// Whether somebody holds the office on the as-of date.
    pub(super) fn is_held(&self, office: u32) -> bool {
        self.as_of.is_some_and(|date| self.tables.tenures_of_office(office).any(|t| t.certainty(date).is_some()))
    }

    pub(super) fn is(&self, word: Word, lower: &str) -> bool {
        self.words.is(word, lower)
    }

    /// Whether an office is named by a body that is none of its own: `Bank of Japan governor`.
    fn is_institution(&self, owner: &Found) -> bool {
        owner.rule == Rule::LongerName
    }
}

pub(super) fn composed(start: usize, end: usize, entity: u32, modifier: u32, role: u32) -> Found {
    Found {
        start,
        end,
        entity,
        alias: NONE,
        key: NONE,
        alias_kind: AliasKind::Composed,
        rule: Rule::ComposedOffice,
        confidence: 95,
        modifier,
        nested: false,
        role,
        office: NONE,
        office_modifier: NONE,
    }
}
