//! Country or body + role → office.
//!
//! `Kazakh President`, `Kazakhstan's president`, `President of Kazakhstan`, `US Secretary of State`, `UN chief`; and, beside a person
//! who held it, a bare `Secretary of State`. Plural and generic uses (`foreign ministers of`, `president of the company`) are none.

use super::phrases::Role;
use super::words::{self, Word};
use super::{Context, Found, Rule, Trace};
use crate::boundary::char_after;
use crate::fold::{is_break, is_hyphen, is_word, prefix_end};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE};
use crate::gazetteer::rows::{NONE, RoleRow, TenureRow};
use crate::kind::{AliasKind, CasePolicy, EntityKind};
use crate::scan::Hit;

/// Role terms of states count for countries (bit 1), those of bodies for organizations and formats (bit 2).
const STATE: u8 = 1;
const BODY: u8 = 2;
/// Key of a role term that makes no office: `chief of staff`.
const NO_OFFICE: &str = "-";
/// Modifiers read on one side.
const MAX_MODIFIERS: usize = 4;

impl<T: Trace> Context<'_, T> {
    /// The office that a country or body just found composes with the words around it.
    pub(super) fn compose_office(&mut self, owner: &Found) -> Option<Found> {
        let scope = match self.kind_of(owner.entity) {
            EntityKind::Country => STATE,
            EntityKind::Organization | EntityKind::Format => BODY,
            _ => return None,
        };
        self.role_behind(owner, scope).or_else(|| self.role_before(owner, scope))
    }

    /// The country or body with which the title of an office starts: `EU` in `EU foreign policy chief`.
    pub(super) fn owner_in_title(&self, office: &Found) -> Option<Found> {
        let owner = self.tables.entities[office.entity as usize].owner;
        if *self.kind_of(office.entity) != EntityKind::Office || owner == NONE {
            return None;
        }
        let title = &self.text[office.start..office.end];
        let aliases = self.tables.aliases_of(owner).iter().copied();
        let (len, alias) = aliases
            .filter_map(|alias| {
                let key = self.tables.keys[self.tables.key_of_alias(alias) as usize].text;
                Some((prefix_end(title, self.tables.str(key))?, alias))
            })
            .filter(|&(len, _)| len < title.len() && !title[len..].starts_with(is_word))
            .max()?;
        let hit = Hit { start: office.start, end: office.start + len, key: self.tables.key_of_alias(alias) };
        Some(Found { nested: true, ..self.mention(hit, alias, Rule::Name, 98) })
    }

    /// `Kazakh President`, `Kazakhstan's new president`, `US Secretary of State`.
    fn role_behind(&self, owner: &Found, scope: u8) -> Option<Found> {
        let start = words::after_possessive(self.text, owner.end);
        let mut word = words::word_after(self.text, start)?;
        if self.text[start..word.start].contains(is_hyphen) {
            return None;
        }
        let mut modifier = NONE;
        for _ in 0..MAX_MODIFIERS {
            if let Some(role) = self.phrases.role_at(self.text, word) {
                // `US President Carter Page`: the end of the title is part of a name.
                if self.name_straddles(role.end) || self.has_own_object(role.end) {
                    return None;
                }
                let row = self.fitting(&role, scope)?;
                let entity = self.office_of(owner.entity, row)?;
                let before = self.modifier_before(owner.start)?;
                let modifier = [modifier, before].into_iter().find(|&row| row != NONE);
                let modifier = modifier.map_or_else(|| self.modifier_behind(role.end), Some)?;
                return Some(composed(owner.start, role.end, entity, modifier));
            }
            // `Russian deputy foreign minister` is not the foreign minister; `Kazakh former president` is a former one.
            let (end, row) = self.phrases.modifier_at(self.text, word)?;
            if self.blocks(row) {
                return None;
            }
            modifier = row;
            word = words::word_after(self.text, end)?;
        }
        None
    }

    /// `President of Kazakhstan`, `foreign minister of the Republic of Uzbekistan`.
    fn role_before(&self, owner: &Found, scope: u8) -> Option<Found> {
        if owner.alias_kind == AliasKind::Demonym || self.name_continues(owner.end) {
            return None;
        }
        let mut word = words::word_before(self.text, owner.start)?;
        if self.is(word, "the") {
            word = words::word_before(self.text, word.start)?;
        }
        if !self.is(word, "of") && !self.is(word, "for") {
            return None;
        }
        let last = words::word_before(self.text, word.start)?;
        let role = self.phrases.role_ending(self.text, last)?;
        if role.start < self.covered {
            return None;
        }
        let row = self.fitting(&role, scope)?;
        let entity = self.office_of(owner.entity, row)?;
        let modifier = self.modifier_before(role.start)?;
        Some(composed(role.start, owner.end, entity, modifier))
    }

    /// Whether a capitalised word that is no person found there follows: `president of the U.S. Chamber`, `of South Korea's Samsung`.
    fn name_continues(&self, end: usize) -> bool {
        let end = words::after_possessive(self.text, end);
        words::word_after(self.text, end).is_some_and(|word| {
            words::is_capitalized(self.text, word)
                && !self.text[end..word.start].contains(is_break)
                && self.hits.get(self.at + 1).is_none_or(|hit| hit.start != word.start)
        })
    }

    /// Whether the next hit starts before `end`, goes on behind it and names a person.
    fn name_straddles(&self, end: usize) -> bool {
        self.hits.get(self.at + 1).filter(|hit| hit.start < end && end < hit.end).is_some_and(|hit| {
            let mut entities = self.tables.aliases_of_key(hit.key).map(|alias| self.tables.aliases[alias].entity);
            entities.any(|entity| entity != NONE && *self.kind_of(entity) == EntityKind::Official)
        })
    }

    /// Whether the role goes on with an object of its own: `the French president of the World Bank`.
    fn has_own_object(&self, end: usize) -> bool {
        words::word_after(self.text, end).is_some_and(|word| self.is(word, "of"))
    }

    /// The modifier that ends before `at`: its row, [`NONE`] without one; `None` if it makes another office of it.
    pub(super) fn modifier_before(&self, at: usize) -> Option<u32> {
        let Some(word) = words::word_before(self.text, at) else { return Some(NONE) };
        match self.phrases.modifier_ending(self.text, word) {
            Some((_, row)) if self.blocks(row) => None,
            Some((_, row)) => Some(row),
            None => Some(NONE),
        }
    }

    /// The modifier that hangs on behind: `President-elect`.
    fn modifier_behind(&self, at: usize) -> Option<u32> {
        if !char_after(self.text, at).is_some_and(|(c, _)| is_hyphen(c)) {
            return Some(NONE);
        }
        let Some(word) = words::word_after(self.text, at) else { return Some(NONE) };
        match self.phrases.modifier_at(self.text, word) {
            Some((_, row)) if self.blocks(row) => None,
            Some((_, row)) => Some(row),
            None => Some(NONE),
        }
    }

    fn blocks(&self, modifier: u32) -> bool {
        self.tables.str(self.tables.words[modifier as usize].code).starts_with("block")
    }

    /// The row of a role term that is for this sort of owner and in this case, and makes an office.
    fn fitting<'r>(&self, role: &Role<'r>, scope: u8) -> Option<&'r RoleRow> {
        let surface = &self.text[role.start..role.end];
        let mut rows = role.rows.iter();
        rows.find(|row| {
            row.scope & scope != 0
                && self.tables.str(row.keys) != NO_OFFICE
                && (row.case != CasePolicy::Exact as u8 || self.tables.str(row.text) == surface)
        })
    }

    /// The office of a country or body that a role means: by its key, else by its function.
    fn office_of(&self, owner: u32, role: &RoleRow) -> Option<u32> {
        let owner_id = self.tables.str(self.tables.entities[owner as usize].id);
        let owner_key = owner_id.split_once(':')?.1;
        for key in self.tables.str(role.keys).split(';') {
            if let Some(office) = self.tables.entity_index(&format!("office:{owner_key}/{key}")) {
                return Some(office);
            }
        }
        let prefix = format!("office:{owner_key}/");
        let first = self.tables.entities.partition_point(|row| self.tables.str(row.id) < prefix.as_str());
        let offices = (first..self.tables.entities.len())
            .take_while(|&i| self.tables.str(self.tables.entities[i].id).starts_with(&prefix))
            .map(|i| i as u32);
        let mut fitting = offices.filter(|&office| {
            let functions = self.tables.entities[office as usize].functions;
            // A prime minister is no executive president.
            let other_head = role.functions == HEAD_OF_GOVERNMENT && functions & HEAD_OF_STATE != 0;
            functions & role.functions != 0 && !other_head
        });
        let first = fitting.next()?;
        let held = |office: u32| {
            self.as_of.is_some_and(|date| self.tables.tenures_of_office(office).iter().any(|t| t.certainty(date).is_some()))
        };
        if held(first) { Some(first) } else { fitting.find(|&office| held(office)).or(Some(first)) }
    }

    fn is(&self, word: Word, lower: &str) -> bool {
        self.text[word.start..word.end].eq_ignore_ascii_case(lower)
    }

    /// Whether a tenure is one of the office that a role term before a person names.
    pub(super) fn role_names(&self, role: &Role<'_>, tenure: &TenureRow) -> bool {
        let office = &self.tables.entities[tenure.office as usize];
        let key = self.tables.str(office.id).rsplit('/').next().unwrap_or("");
        let surface = &self.text[role.start..role.end];
        role.rows.iter().any(|row| {
            let case = row.case != CasePolicy::Exact as u8 || self.tables.str(row.text) == surface;
            let function = office.functions & row.functions != 0
                && !(row.functions == HEAD_OF_GOVERNMENT && office.functions & HEAD_OF_STATE != 0);
            case && (function || self.tables.str(row.keys).split(';').any(|k| k == key))
        })
    }

    /// The office mention of a role right before a person: `Secretary of State` before `Antony Blinken`.
    pub(super) fn persons_office(&self, role: &Role<'_>, person: u32) -> Option<Found> {
        let modifier = self.modifier_before(role.start)?;
        let tenures = self.tables.tenures_of_official(person).iter().map(|&row| &self.tables.tenures[row as usize]);
        // The one held on the date; of a sovereign of many realms the main one; the latest.
        let (_, _, office) = tenures
            .filter(|tenure| self.role_names(role, tenure))
            .map(|tenure| {
                let now = self.as_of.is_some_and(|date| tenure.certainty(date).is_some());
                (now, self.tables.has_property(tenure.office, "principal"), tenure.office)
            })
            .reduce(|best, next| if (next.0, next.1) >= (best.0, best.1) { next } else { best })?;
        Some(Found { rule: Rule::PersonsOffice, confidence: 90, ..composed(role.start, role.end, office, modifier) })
    }
}

fn composed(start: usize, end: usize, entity: u32, modifier: u32) -> Found {
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
    }
}
