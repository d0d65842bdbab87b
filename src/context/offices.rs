//! Country or body + role → office.
//!
//! `Kazakh President`, `Kazakhstan's president`, `President of Kazakhstan`, `head of Poland's central bank`, `UN chief`; two roles of one
//! country (`French president and prime minister`); and, beside a person who held it, a bare `Secretary of State`. Plural and generic
//! uses (`foreign ministers of`, `president of the company`, `Nissan's French president`) are none.

use super::phrases::{Folded, Role};
use super::surroundings::LineMode;
use super::words::{self, Word};
use super::{Context, Found, Rule, Step, Trace};
use crate::boundary::char_after;
use crate::fold::{is_break, is_hyphen, is_word, prefix_end};
use crate::gazetteer::functions::{HEAD_OF_GOVERNMENT, HEAD_OF_STATE, MONARCH};
use crate::gazetteer::rows::{NONE, RoleRow};
use crate::gazetteer::{WordList, scope};
use crate::kind::{AliasKind, CasePolicy, EntityKind};
use crate::scan::Hit;

/// Key of a role term that makes no office: `chief of staff`.
const NO_OFFICE: &str = "-";
/// Modifiers read on one side.
const MAX_MODIFIERS: usize = 4;
/// Further roles of one country read on one side: `President, Prime Minister and Foreign Minister of Kazakhstan`.
const MAX_MORE: usize = 3;

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
        while self.found.last().is_some_and(|last| last.start >= office.start) {
            self.found.pop();
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

    /// The country or body with which the title of an office starts: `EU` in `EU foreign policy chief`.
    pub(super) fn owner_in_title(&self, office: &Found) -> Option<Found> {
        let owner = self.tables.entities.at(office.entity as usize).owner;
        if *self.kind_of(office.entity) != EntityKind::Office || owner == NONE {
            return None;
        }
        let title = &self.text[office.start..office.end];
        let aliases = self.tables.aliases_of(owner);
        let (len, alias) = aliases
            .filter_map(|alias| {
                let key = self.tables.keys.at(self.tables.key_of_alias(alias) as usize).text;
                Some((prefix_end(title, self.tables.str(key))?, alias))
            })
            .filter(|&(len, _)| len < title.len() && !title[len..].starts_with(is_word))
            .max()?;
        let hit = Hit { start: office.start, end: office.start + len, key: self.tables.key_of_alias(alias) };
        // No surer than what it stands in, so that no profile keeps it without.
        Some(Found { nested: true, ..self.mention(hit, alias, Rule::Name, office.confidence.min(98)) })
    }

    /// `Kazakh President`, `Kazakhstan's new president`, `US Secretary of State`.
    fn role_behind(&mut self, owner: &Found, scope: u8) -> Composed {
        let start = words::after_possessive(self.text, owner.end);
        let mut word = words::word_after(self.text, start)?;
        if self.text[start..word.start].contains(is_hyphen) {
            return None;
        }
        let (mut modifier, mut blocked) = (NONE, false);
        for _ in 0..MAX_MODIFIERS {
            if let Some(role) = self.phrases.role_at(self.text, word) {
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
            if !self.text[word.start..].starts_with(|c: char| c.is_ascii_digit()) {
                let row;
                (end, row) = self.phrases.modifier_at(self.text, word)?;
                blocked |= self.blocks(row);
                modifier = if modifier == NONE { row } else { modifier };
            }
            word = words::word_after(self.text, end)?;
        }
        None
    }

    /// `speaker of Iran's parliament`, `governor of the Polish central bank`, `Bank of Japan governor`.
    pub(super) fn role_around(&mut self, owner: &Found, scope: u8) -> Composed {
        if scope != scope::STATE {
            return None;
        }
        let last = self.before_article(words::word_before(self.text, owner.start)?);
        if !self.is(last, "of") {
            return None;
        }
        let after = words::after_possessive(self.text, owner.end);
        let role = self.phrases.role_around(self.text, last, owner.end, after)?;
        let (row, number) = self.fitting(&role, scope)?;
        let entity = self.office_of(owner.entity, &row)?;
        let refuse = |rule| Some(Err(Refused { start: role.start, end: role.end, role: number, rule }));
        if self.is_taken(role.start) {
            return None;
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
        let nearest = words::word_before(self.text, owner.start)?;
        let mut word = nearest;
        if let Some((start, row)) =
            self.phrases.modifier_ending(self.text, word).filter(|_| !words::is_capitalized(self.text, word))
            && !self.blocks(row)
        {
            // `president of neighbouring Kazakhstan`
            word = words::word_before(self.text, start)?;
        }
        word = self.before_article(word);
        let object = self.is(word, "for");
        if !object && !self.is(word, "of") {
            return None;
        }
        let last = words::word_before(self.text, word.start)?;
        let role = self.phrases.role_ending(self.text, last)?;
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
        if generic && words::word_before(self.text, role.start).is_some_and(|word| self.is(word, "a") || self.is(word, "an")) {
            return refuse(Rule::Indefinite);
        }
        let article = self.is(nearest, "the");
        if let Some(rule) = self.owner_goes_on(owner, generic, article) {
            return refuse(rule);
        }
        match self.modifier_before(role.start) {
            Some(modifier) => Some(Ok(composed(role.start, owner.end, entity, modifier, number))),
            None => refuse(Rule::OtherOffice),
        }
    }

    /// Whether a mention that goes on before `at` ends behind it.
    fn is_taken(&self, at: usize) -> bool {
        let mut outer = self.found.iter().rev().filter(|found| !found.nested).take_while(|found| found.end > at);
        at < self.covered && outer.any(|found| found.start < at)
    }

    /// Why the country behind `president of` is only part of what the president is of: `president of the U.S. Chamber of Commerce`, `of
    /// South Korea's Samsung`, `of the Brazil football federation`.
    fn owner_goes_on(&mut self, owner: &Found, generic: bool, article: bool) -> Option<Rule> {
        let end = words::after_possessive(self.text, owner.end);
        if generic && end != owner.end {
            return Some(Rule::OwnObject);
        }
        let word = words::word_after(self.text, end).filter(|word| !self.text[end..word.start].contains(is_break))?;
        if self.phrases.is_on(WordList::Body, self.text, word) {
            return Some(Rule::LongerName);
        }
        let named_with_article = self.tables.has_property(owner.entity, "article") || owner.alias_kind != AliasKind::Name;
        if !words::is_capitalized(self.text, word) {
            // `president of the Brazil swimming team`: a country without an article stands before a noun.
            return (generic && article && !named_with_article && *self.kind_of(owner.entity) == EntityKind::Country)
                .then_some(Rule::LongerName);
        }
        if self.hits.get(self.at + 1).is_some_and(|hit| hit.start == word.start) {
            return None;
        }
        let entry = self.phrases.word(self.text, word);
        let is_on = |list| entry.is_some_and(|entry| entry.is_on(list));
        let name = is_on(WordList::Honorific) || is_on(WordList::Time) || is_on(WordList::GivenName);
        let strict = generic && !name && self.around.line_mode(self.text, owner.start, owner.end) == LineMode::Running;
        (strict || self.name_of_body_at(word)).then_some(Rule::LongerName)
    }

    /// Whether the capitalised words from `word` on name a body: `Chamber of Commerce`, `Football Federation`.
    fn name_of_body_at(&self, word: Word) -> bool {
        let mut next = Some(word);
        for _ in 0..MAX_MODIFIERS {
            let Some(word) = next.filter(|word| words::is_capitalized(self.text, *word)) else { return false };
            let entry = self.phrases.word(self.text, word);
            if entry.is_some_and(|entry| entry.is_on(WordList::Body) || entry.is_on(WordList::NameAfter)) {
                return true;
            }
            next = words::word_after(self.text, word.end);
        }
        false
    }

    /// Whether the end of a title is part of a name: `US President Carter Page`, `Egyptian Premier League`, `Spanish Queen Letizia`.
    fn title_goes_on(&self, end: usize, office: u32) -> bool {
        let next = self.hits.get(self.at + 1..).unwrap_or(&[]).iter().find(|hit| hit.end > end);
        let person = |hit: &Hit| {
            let mut entities = self.tables.aliases_of_key(hit.key).map(|alias| self.tables.aliases.at(alias).entity);
            entities.any(|entity| entity != NONE && *self.kind_of(entity) == EntityKind::Official)
        };
        if next.is_some_and(|hit| hit.start < end && person(hit)) {
            return true;
        }
        let Some(word) = words::word_after(self.text, end).filter(|word| words::is_capitalized(self.text, *word)) else {
            return false;
        };
        if self.phrases.is_on(WordList::NameAfter, self.text, word) {
            return true;
        }
        // A king or queen of another name is the spouse, or somebody else's.
        self.tables.entities.at(office as usize).functions & MONARCH != 0
            && !self.text[end..word.start].contains(|c| is_break(c) || is_hyphen(c))
            && next.is_none_or(|hit| hit.start != word.start)
            && self.phrases.word(self.text, word).is_none_or(|entry| {
                entry.is_on(WordList::GivenName) || !entry.is_on(WordList::English) && !entry.is_on(WordList::Time)
            })
    }

    /// Whether the role goes on with an object of its own: `the French president of the World Bank`.
    fn has_own_object(&self, role: &Role<'_>, row: &RoleRow) -> bool {
        let Some(of) = words::word_after(self.text, role.end).filter(|word| self.is(*word, "of")) else { return false };
        if row.scope & scope::GENERIC != 0 {
            return true;
        }
        let Some(mut object) = words::word_after(self.text, of.end) else { return false };
        if self.is(object, "the") {
            object = words::word_after(self.text, object.end).unwrap_or(object);
        }
        self.hits.get(self.at + 1).is_some_and(|hit| hit.start == object.start)
    }

    /// Whether a country only says where somebody comes from, or where a company is: `Nissan's French president`, `Sony India president`.
    fn is_nationality(&mut self, owner: &Found) -> bool {
        let mut at = owner.start;
        let mut word = None;
        for _ in 0..MAX_MODIFIERS {
            word = words::word_before(self.text, at);
            match word.and_then(|word| self.phrases.modifier_ending(self.text, word)) {
                Some((start, _)) => at = start,
                None => break,
            }
        }
        let Some(word) = word else { return false };
        let pronoun = Folded::of(self.text, word).is_one_of(&["its", "his", "her", "their", "our", "my", "your", "whose"]);
        if pronoun || words::is_possessive(self.text, word) {
            return true;
        }
        // `Coca-Cola Japan president`
        let bare = owner.alias_kind != AliasKind::Demonym && words::after_possessive(self.text, owner.end) == owner.end;
        bare && at == owner.start
            && words::is_capitalized(self.text, word)
            && self.around.line_mode(self.text, owner.start, owner.end) == LineMode::Running
            && self.at.checked_sub(1).is_none_or(|at| self.hits[at].end != word.end)
            && self.phrases.word(self.text, word).is_none_or(|entry| {
                ![WordList::English, WordList::Time, WordList::Honorific, WordList::Modifier]
                    .iter()
                    .any(|list| entry.is_on(*list))
            })
    }

    /// The modifier that ends before `at`: its row, [`NONE`] without one; `None` if it makes another office of it.
    pub(super) fn modifier_before(&self, at: usize) -> Option<u32> {
        let Some(word) = words::word_before(self.text, at) else { return Some(NONE) };
        if self.phrases.is_on(WordList::Body, self.text, word) {
            return None;
        }
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
        self.tables.str(self.tables.words.at(modifier as usize).code).starts_with("block")
    }

    /// The row of a role term that is for this sort of owner and in this case, and makes an office; with its number.
    fn fitting(&self, role: &Role<'_>, scope: u8) -> Option<(RoleRow, u32)> {
        let surface = &self.text[role.start..role.end];
        let mut rows = role.rows.iter().zip(role.first..);
        rows.find(|(row, _)| {
            row.scope & scope != 0
                && self.tables.str(row.keys) != NO_OFFICE
                && (row.case != CasePolicy::Exact as u8 || self.tables.str(row.text) == surface)
        })
    }

    /// The office of a country or body that a role means: by its key, else by its function.
    fn office_of(&self, owner: u32, role: &RoleRow) -> Option<u32> {
        let owner_id = self.tables.str(self.tables.entities.at(owner as usize).id);
        let owner_key = owner_id.split_once(':')?.1;
        let mut id = String::with_capacity(64);
        id.push_str("office:");
        id.push_str(owner_key);
        id.push('/');
        let prefix = id.len();
        for key in self.tables.str(role.keys).split(';') {
            // `MX/foreign-minister`: for this country alone.
            let key = match key.split_once('/') {
                Some((country, key)) if country == owner_key => key,
                Some(_) => continue,
                None => key,
            };
            id.truncate(prefix);
            id.push_str(key);
            if let Some(office) = self.tables.entity_index(&id) {
                return Some(office);
            }
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
                let own = self.tables.entities.at(office as usize).functions;
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
        Folded::of(self.text, word).as_str() == lower
    }

    /// Whether an office is named by a body that is none of its own: `Bank of Japan governor`.
    fn is_institution(&self, owner: &Found) -> bool {
        owner.rule == Rule::LongerName
    }

    /// Further roles behind an office of one country: `prime minister` in `French president and prime minister`.
    fn roles_behind(&self, office: &Found, owner: &Found) -> [Option<Found>; MAX_MORE] {
        let mut more = [None; MAX_MORE];
        let mut end = office.end;
        for slot in &mut more {
            let Some(word) = self.conjoined_after(end) else { break };
            let Some(role) = self.phrases.role_at(self.text, word) else { break };
            // A person behind it says whose office it is, and an object of its own, too.
            let next = words::word_after(self.text, role.end);
            let named = next.is_some_and(|next| {
                self.is(next, "of") || self.hits[self.at..].iter().take(8).any(|hit| hit.start == next.start)
            });
            let Some(found) = self.further(&role, owner).filter(|_| !named) else { break };
            end = found.end;
            *slot = Some(found);
        }
        more
    }

    /// Further roles before an office of one country, the nearest first: `President` in `President and Prime Minister of Kazakhstan`.
    fn roles_before_of(&self, office: &Found, owner: &Found) -> [Option<Found>; MAX_MORE] {
        let mut more = [None; MAX_MORE];
        if owner.start == office.start {
            return more;
        }
        let mut start = office.start;
        for slot in &mut more {
            let Some(word) = self.conjoined_before(start) else { break };
            let Some(role) = self.phrases.role_ending(self.text, word).filter(|role| role.start >= self.covered) else { break };
            let Some(found) = self.further(&role, owner) else { break };
            start = found.start;
            *slot = Some(found);
        }
        more
    }

    /// The office of a further role of one country.
    fn further(&self, role: &Role<'_>, owner: &Found) -> Option<Found> {
        let scope = if *self.kind_of(owner.entity) == EntityKind::Country { scope::STATE } else { scope::BODY };
        let (row, number) = self.fitting(role, scope)?;
        let entity = self.office_of(owner.entity, &row)?;
        let modifier = self.modifier_before(role.start)?;
        Some(Found { rule: Rule::SharedOwner, confidence: 85, ..composed(role.start, role.end, entity, modifier, number) })
    }

    /// The word behind `and`, a comma or both.
    fn conjoined_after(&self, end: usize) -> Option<Word> {
        let comma = char_after(self.text, end).filter(|&(c, at)| c == ',' && at == end).is_some();
        let word = words::word_after(self.text, end + usize::from(comma))?;
        if self.is(word, "and") { words::word_after(self.text, word.end) } else { Some(word).filter(|_| comma) }
    }

    /// The word before `and`.
    fn conjoined_before(&self, start: usize) -> Option<Word> {
        let and = words::word_before(self.text, start).filter(|word| self.is(*word, "and"))?;
        words::word_before(self.text, and.start)
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
