//! Is the name of a country or body part of that of a firm, street, school or team?
//!
//! `Porsche China`, `Vodafone Egypt said`: a country behind the name of a firm is one name with it. A firm is a capitalised word that is on no
//! list, or on that of firms whose names are words, in running text; eras are on one (`Qajar Iran`). `Diabetes UK`; `Standard Bank (Pakistan) Limited`;
//! `SADC Trucking`, `GCC High School`; `P5 latex`. Looks at two words before the name and two behind it.

use crate::boundary::char_after;
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_digit, is_hyphen, is_ignorable, is_separator, narrow};
use crate::gazetteer::WordList;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// Behind them a town stands as well as a firm: `in Avdiivka Russia ...`, of two sentences.
const PREPOSITIONS: [&str; 7] = ["in", "near", "from", "outside", "around", "to", "into"];

/// The name of a charity has at most so many words before the country.
const NAME_WORDS: usize = 4;
/// So many letters stand before a capital inside the name of a firm: not `McCartney`, `DeVos`.
const INNER: usize = 4;
/// The type of a machine begins with so many letters at most.
const TYPE_LETTERS: usize = 3;

impl<T: Trace> Context<'_, T> {
    /// Whether the word `before` a country is the rest of a firm's name.
    pub(super) fn is_firm(&mut self, hit: Hit, before: Word, kind: AliasKind) -> bool {
        !matches!(kind, AliasKind::Demonym | AliasKind::Abbreviation)
            && words::is_capitalized(self.text, before)
            && (self.words.entry(before).is_none() || self.words.is_on(WordList::Brand, before) || self.is_branch(before))
            && !words::is_possessive(self.text, before)
            && !self.text[before.end..hit.start].contains(is_break)
            && self.may_mean(&hit, &|entity| matches!(self.kind_of(entity), EntityKind::Country | EntityKind::Region))
            && (!self.is_form(before) || self.is_branch(before))
            && !self.ends_hit(before)
            && self.opens_firm(hit, before)
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// `Hyundai Motor India`, `Science Foundation Ireland`: whether a word for a sort of firm or body ends a name.
    fn is_branch(&self, word: Word) -> bool {
        self.words.is_on(WordList::Branch, word)
            && self
                .words
                .before(word.start)
                .is_some_and(|first| words::is_capitalized(self.text, first) && !self.begins_another_sentence(first))
    }

    /// `Diabetes UK said`, `Kidney Care UK`: whether capitalised words before the abbreviation of a country are the rest of a charity's or firm's
    /// name, which ends with it: behind it stands a mark, or what goes on behind a name.
    pub(super) fn is_charity(&mut self, hit: Hit, before: Word, kind: AliasKind) -> bool {
        // The `US` is what stands before other words.
        if kind != AliasKind::Abbreviation || self.is_word(hit) {
            return false;
        }
        let joins = |word: Word, next: usize| !self.text[word.end..next].contains(|c| is_hyphen(c) || is_break(c));
        let named = |word: Word, next: usize| {
            let on = |list| self.words.is_on(list, word);
            words::is_capitalized(self.text, word)
                && joins(word, next)
                && !words::is_possessive(self.text, word)
                && !self.ends_hit(word)
                && !self.begins_another_sentence(word)
                && !on(WordList::Time)
                && !on(WordList::Modifier)
                && !on(WordList::Politics)
                && self.words.role_ending(word).is_none()
        };
        let (mut first, mut at) = (None, hit.start);
        for _ in 0..NAME_WORDS {
            let Some(word) = self.words.before(at).filter(|&word| named(word, at)) else { break };
            (first, at) = (Some(word), word.start);
        }
        let Some(first) = first.filter(|_| before.end < hit.start) else { return false };
        let does = |word: Word| {
            !words::is_capitalized(self.text, word)
                && (self.words.is_on(WordList::Predicate, word) || self.words.is_inflected(word))
        };
        let next = self.words.after(hit.end);
        let ends = words::after_possessive(self.text, hit.end) == hit.end && next.is_none_or(does);
        let opens = words::starts_sentence(self.text, first.start);
        let others = self.words.before(first.start).is_some_and(|word| self.is_before_others(word));
        ends && !others
            && (!opens || next.is_some())
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// `Standard Bank (Pakistan) Limited`: in brackets between a capitalised word and one that ends the names of firms.
    pub(super) fn is_in_name_of_firm(&self, hit: Hit) -> bool {
        let before = self.text[..hit.start].trim_end_matches(is_ignorable).strip_suffix('(');
        let behind = self.text[hit.end..].trim_start_matches(is_ignorable).strip_prefix(')');
        let (Some(before), Some(behind)) = (before, behind) else { return false };
        let named = self.words.before(before.len()).is_some_and(|word| words::is_capitalized(self.text, word));
        let behind = self.text.len() - behind.len();
        // What opens the next line is another entry.
        let sort = self.words.after(behind).filter(|word| !self.text[behind..word.start].contains(is_break));
        let sort = sort.filter(|word| words::is_capitalized(self.text, *word));
        // `Ullrich (Germany) Telekom 100 hours`: an athlete's team in results.
        let result =
            |word: Word| self.words.after(word.end).is_some_and(|next| self.text[next.start..].starts_with(char::is_numeric));
        named && sort.is_some_and(|word| self.words.list_starting(WordList::NameAfter, word).is_some() && !result(word))
    }

    /// `P5 latex`, `the G8 engine`: whether a letter and a number before a small word are those of a product.
    fn is_product(&self, hit: Hit) -> bool {
        let mut own = self.text[hit.start..hit.end].chars().filter(|&c| !is_ignorable(c) && !is_separator(c)).map(narrow);
        own.next().is_some_and(|c| c.is_ascii_uppercase())
            && own.all(|c| c.is_ascii_digit())
            && self.words.after(hit.end).is_some_and(|word| self.words.is_on(WordList::Product, word))
    }

    /// `an EC-225`: whether a short abbreviation and a number of three digits or more make the type of a machine.
    fn is_type(&self, hit: Hit) -> bool {
        let own = self.text[hit.start..hit.end].chars().filter(|&c| !is_ignorable(c));
        let joined = char_after(self.text, hit.end).filter(|&(c, _)| is_hyphen(c));
        let number = joined.and_then(|(c, hyphen)| char_after(self.text, hyphen + c.len_utf8()));
        let digits =
            |at: usize| self.text[at..].chars().filter(|&c| !is_ignorable(c)).take_while(|&c| is_digit(c)).take(3).count();
        own.clone().count() <= TYPE_LETTERS
            && own.clone().all(char::is_uppercase)
            && number.is_some_and(|(_, at)| digits(at) == 3)
    }

    /// `ASEAN Corp`, `SADC Trucking`, `NATO Road`, `GCC High School`, `CIS Group hired`: a firm, street or school of a body's name.
    pub(super) fn is_named_after_body(&mut self, hit: Hit, entity: u32) -> bool {
        let capital = |word: &Word| words::is_capitalized(self.text, *word);
        let one = |word: Word, list: &[&str]| Folded::of(self.text, word).is_one_of(list);
        if self.is_body(entity) && (self.is_product(hit) || self.is_type(hit)) {
            return true;
        }
        let Some(first) = self.words.after(hit.end).filter(|word| self.is_body(entity) && capital(word)) else { return false };
        let next = self.words.after(first.end);
        // `UN Foods Ltd`, but `the EU and Alpha Ltd`
        let second = next.filter(|word| capital(word) && !self.starts_hit(first, false));
        let either =
            |list| [Some(first), second].into_iter().flatten().any(|word| self.words.list_starting(list, word).is_some());
        if either(WordList::Firm) {
            return true;
        }
        // What a body may have, too, is a firm's where it ends the name, no article stands before, and a verb or nothing follows.
        let ends = || {
            let article = self.words.before(hit.start).is_some_and(|word| one(word, &["the", "a", "an", "this", "that"]));
            let past = |word: Word| Folded::of(self.text, word).as_str().ends_with("ed");
            let verb = |word: Word| {
                !capital(&word)
                    && (self.words.is_on(WordList::Predicate, word) || past(word))
                    && !one(word, &["of", "and", "or", "for"])
            };
            // The `Group` of a format is the format.
            let group = self.is(first, "group") && *self.kind_of(entity) == EntityKind::Organization;
            !article && (group || self.words.is_on(WordList::Trade, first)) && next.is_none_or(verb)
        };
        (either(WordList::Business) || ends()) && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// Whether a word is a form of an English one, though that is on no list: `Alienating`.
    fn is_form(&self, word: Word) -> bool {
        Folded::of(self.text, word).as_str().ends_with("ing") || self.words.is_inflected(word)
    }

    /// Whether a hit, kept or not, ends with a word: who or what is known by it is no firm.
    ///
    /// But for letters that are a country's code elsewhere: `MTN Nigeria`.
    fn ends_hit(&self, word: Word) -> bool {
        let code = |last: &Hit| {
            let letters = &self.text[last.start..last.end];
            letters.chars().filter(|&c| !is_ignorable(c)).all(|c| narrow(c).is_ascii_uppercase())
                && self.known.found.last().is_none_or(|found| found.end != last.end)
                && !self.may_be_person(last)
                && self.may_mean(last, &|entity| *self.kind_of(entity) == EntityKind::Country)
        };
        self.at.checked_sub(1).map(|at| self.hits[at]).is_some_and(|last| last.end >= word.end && !code(&last))
    }

    /// `in Avdiivka Russia ...`, `told Kuznets Russia would`: whether a town or a person stands behind a word as well as a firm.
    fn is_before_others(&self, word: Word) -> bool {
        Folded::of(self.text, word).is_one_of(&PREPOSITIONS) || self.words.is_on(WordList::Told, word)
    }

    /// `ExxonMobil`, `PetroChina`: a capital behind four letters or more, as in no surname.
    fn has_inner_capital(&self, word: Word) -> bool {
        let mut letters = self.text[word.start..word.end].chars().filter(|&c| !is_ignorable(c)).skip(INNER);
        letters.any(char::is_uppercase) && self.text[word.start..word.end].contains(char::is_lowercase)
    }

    /// Whether what stands before an unknown word lets it be a firm's: a small word, or the letters of a firm (`AB InBev`); at the start of a
    /// sentence or behind a mark, what it does stands behind the country.
    fn opens_firm(&self, hit: Hit, name: Word) -> bool {
        let letters = |word: Word| {
            let mut seen = self.text[word.start..word.end].chars().filter(|&c| !is_ignorable(c));
            seen.clone().count() > 1 && seen.all(char::is_uppercase)
        };
        let last = self.words.before(name.start);
        // `Castrol India, Glaxo India`: behind a comma and the name of another firm.
        let blank = |c| is_separator(c) || is_ignorable(c);
        if let Some(listed) = self.text[..name.start].trim_end_matches(blank).strip_suffix(',')
            && self.at.checked_sub(1).is_some_and(|at| self.hits[at].end == listed.len() && self.hits[at].key == hit.key)
            && self.known.found.last().is_none_or(|found| found.end != listed.len())
        {
            return true;
        }
        if last.is_none() || words::starts_sentence(self.text, name.start) {
            let does =
                |word: Word| self.words.is_on(WordList::Predicate, word) || Folded::of(self.text, word).as_str().ends_with("ed");
            // Of two towns, `Bakhmut, Avdiivka Ukraine and`, the second is no firm.
            let next = self
                .words
                .after(hit.end)
                .filter(|word| last.is_some() || !Folded::of(self.text, *word).is_one_of(&["and", "or"]));
            // `ExxonMobil Iraq, Lukoil Overseas`; `TRUD: CEZ Bulgaria and EVN Bulgaria want`
            let and = || self.words.after(hit.end).is_some_and(|word| self.is(word, "and"));
            let comma = || self.text[hit.end..].trim_start_matches(is_ignorable).starts_with(',');
            let entry = letters(name) && (comma() || and());
            return self.has_inner_capital(name)
                || entry
                || next.is_some_and(|word| !words::is_capitalized(self.text, word) && does(word));
        }
        last.is_some_and(|word| {
            let small = !words::is_capitalized(self.text, word) || words::is_possessive(self.text, word);
            let joined = self.text[word.end..name.start].contains(is_hyphen);
            !joined && (small || letters(word) || self.is_branch(name)) && (letters(name) || !self.is_before_others(word))
        })
    }
}
