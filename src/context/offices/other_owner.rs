//! Is a role beside a country or body that of something else?
//!
//! `president of the U.S. Chamber of Commerce`, `Egyptian Premier League`, `the French president of the World Bank`, `Nissan's French
//! president`.

use super::MAX_MODIFIERS;
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::phrases::Role;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, Rule, Trace};
use crate::fold::{is_break, is_hyphen};
use crate::gazetteer::functions::{MONARCH, PARTY_LEADER};
use crate::gazetteer::rows::{NONE, RoleRow};
use crate::gazetteer::{WordList, scope};
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// The lists of words for what a body is made of.
const PARTS: [WordList; 3] = [WordList::Body, WordList::NameAfter, WordList::Political];

impl<T: Trace> Context<'_, T> {
    /// Why the country behind `president of` is only part of what the president is of: `president of the U.S. Chamber of Commerce`, `of
    /// South Korea's Samsung`, `of the Brazil football federation`.
    pub(super) fn owner_goes_on(&mut self, owner: &Found, generic: bool, article: bool) -> Option<Rule> {
        let end = words::after_possessive(self.text, owner.end);
        let word = self.words.after(end).filter(|word| !self.text[end..word.start].contains(is_break));
        // `the president of Italy's wife`
        let of_person = word.is_some_and(|word| self.words.is_on(WordList::Kin, word));
        if generic && end != owner.end && !of_person {
            return Some(Rule::OwnObject);
        }
        let word = word?;
        if end != owner.end && self.is_other_beside(word) {
            return Some(Rule::OwnObject);
        }
        // `industry minister of India's Andhra Pradesh state`
        let of_a_part = end != owner.end && words::is_capitalized(self.text, word);
        if of_a_part || self.words.is_on(WordList::Body, word) {
            return Some(Rule::LongerName);
        }
        let named_with_article = self.tables.has_property(owner.entity, "article") || owner.alias_kind != AliasKind::Name;
        if !words::is_capitalized(self.text, word) {
            // `president of the Brazil swimming team`: a country without an article stands before a noun; not `of the Sudan said`.
            let noun = || !self.words.is_on(WordList::Predicate, word) && !Folded::of(self.text, word).as_str().ends_with("ed");
            let one = article && !named_with_article && *self.kind_of(owner.entity) == EntityKind::Country;
            return (generic && one && noun()).then_some(Rule::LongerName);
        }
        if self.hits.get(self.at + 1).is_some_and(|hit| hit.start == word.start) {
            return None;
        }
        let entry = self.words.entry(word);
        let is_on = |list| entry.is_some_and(|entry| entry.is_on(list));
        // `President of Kazakhstan N. Nazarbayev`
        let initial = self.text[word.start..word.end].chars().count() == 1;
        let name = initial || is_on(WordList::Honorific) || is_on(WordList::Time) || is_on(WordList::GivenName);
        let strict = generic && !name && self.known.around.line_mode(self.text, owner.start, owner.end) == LineMode::Running;
        (strict || self.name_of_body_at(word)).then_some(Rule::LongerName)
    }

    /// Whether the small words from `word` on speak of what a country has beside it.
    fn is_other_beside(&self, word: Word) -> bool {
        let mut words = std::iter::successors(Some(word), |word| self.words.after(word.end)).take(MAX_MODIFIERS);
        words.any(|word| self.words.is_on(WordList::Ally, word))
    }

    /// Whether the capitalised words from `word` on name a body: `Chamber of Commerce`, `Football Federation`.
    pub(super) fn name_of_body_at(&self, word: Word) -> bool {
        let mut next = Some(word);
        for _ in 0..MAX_MODIFIERS {
            let Some(word) = next.filter(|word| words::is_capitalized(self.text, *word)) else { return false };
            let entry = self.words.entry(word);
            if entry.is_some_and(|entry| entry.is_on(WordList::Body) || entry.is_on(WordList::NameAfter)) {
                return true;
            }
            next = self.words.after(word.end);
        }
        false
    }

    /// Whether the end of a title is part of a name: `US President Carter Page`, `Egyptian Premier League`, `Spanish Queen Letizia`.
    pub(super) fn title_goes_on(&self, end: usize, office: u32) -> bool {
        let next = self.hits.get(self.at + 1..).unwrap_or(&[]).iter().find(|hit| hit.end > end);
        let person = |hit: &Hit| {
            let mut entities = self.tables.aliases_of_key(hit.key).map(|alias| self.tables.aliases.at(alias).entity);
            entities.any(|entity| entity != NONE && *self.kind_of(entity) == EntityKind::Official)
        };
        if next.is_some_and(|hit| hit.start < end && person(hit)) {
            return true;
        }
        let Some(word) = self.words.after(end).filter(|word| words::is_capitalized(self.text, *word)) else {
            return false;
        };
        if self.words.is_on(WordList::NameAfter, word) {
            return true;
        }
        // A king or queen of another name is the spouse, or somebody else's.
        self.tables.traits(office).functions & MONARCH != 0
            && !self.text[end..word.start].contains(|c| is_break(c) || is_hyphen(c))
            && next.is_none_or(|hit| hit.start != word.start)
            && self.words.entry(word).is_none_or(|entry| {
                entry.is_on(WordList::GivenName) || !entry.is_on(WordList::English) && !entry.is_on(WordList::Time)
            })
    }

    /// Why the title of an office is somebody else's: `head of the FSB's training centre`, `Thuringian AfD leader`.
    pub(in crate::context) fn title_is_others(&self, title: &Found) -> Option<Rule> {
        if self.words_of(title).any(|word| self.is(word, "of")) && self.is_of_part(title.end) {
            return Some(Rule::OwnObject);
        }
        let office = self.tables.traits(title.entity);
        if office.functions & PARTY_LEADER == 0 {
            return None;
        }
        // The branch of the party in a part of the country, but for the country itself.
        let word = self.words.before(title.start).filter(|word| words::is_capitalized(self.text, *word))?;
        let entry = self.words.entry(word);
        let is_on = |list| entry.is_some_and(|entry| entry.is_on(list));
        let named = self.known.found.last().is_some_and(|last| last.end == word.end);
        let plain = named || words::is_possessive(self.text, word);
        let free = [WordList::English, WordList::Time, WordList::Honorific, WordList::Modifier].into_iter().any(is_on);
        (!plain && !free && !self.text[word.end..title.start].contains(is_hyphen)).then_some(Rule::OtherOffice)
    }

    /// The words of a mention.
    fn words_of(&self, found: &Found) -> impl Iterator<Item = Word> {
        let mut next = Some(words::first_word(self.text, found.start, found.end));
        std::iter::from_fn(move || {
            let word = next.filter(|word| word.start < found.end)?;
            next = self.words.after(word.end);
            Some(word)
        })
    }

    /// Whether a possessive stands at `end` and the words behind it name a part of a body: `'s main operations directorate`.
    pub(super) fn is_of_part(&self, end: usize) -> bool {
        let mut at = words::after_possessive(self.text, end);
        if at == end {
            return false;
        }
        for _ in 0..MAX_MODIFIERS {
            let Some(word) = self.words.after(at) else { return false };
            let entry = self.words.entry(word);
            if entry.is_some_and(|entry| PARTS.into_iter().any(|list| entry.is_on(list))) {
                return true;
            }
            at = word.end;
        }
        false
    }

    /// Whether the role goes on with an object of its own: `the French president of the World Bank`.
    pub(super) fn has_own_object(&self, role: &Role<'_>, row: &RoleRow) -> bool {
        let Some(of) = self.words.after(role.end).filter(|word| self.is(*word, "of")) else { return false };
        if row.scope & scope::GENERIC != 0 {
            return true;
        }
        let Some(mut object) = self.words.after(of.end) else { return false };
        if self.is(object, "the") {
            object = self.words.after(object.end).unwrap_or(object);
        }
        self.hits.get(self.at + 1).is_some_and(|hit| hit.start == object.start)
    }

    /// Whether a country only says where somebody comes from, or where a company is: `Nissan's French president`, `Sony India president`.
    pub(super) fn is_nationality(&mut self, owner: &Found) -> bool {
        let mut at = owner.start;
        let mut word = None;
        for _ in 0..MAX_MODIFIERS {
            word = self.words.before(at);
            match word.and_then(|word| self.words.modifier_ending(word)) {
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
            && self.known.around.line_mode(self.text, owner.start, owner.end) == LineMode::Running
            && self.at.checked_sub(1).is_none_or(|at| self.hits[at].end != word.end)
            && self.words.entry(word).is_none_or(|entry| {
                ![WordList::English, WordList::Time, WordList::Honorific, WordList::Modifier]
                    .iter()
                    .any(|list| entry.is_on(*list))
            })
    }
}
