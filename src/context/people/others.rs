//! Is a name here part of somebody else's, or of a thing's?
//!
//! `Hunter Biden`, `Li Ming`, `J. Brown`, `Smith-Jones`, `Clinton Foundation`, `USS George H.W. Bush`.
//! Looks at two words before the name, at three behind it, and at the line they stand in.

use super::bearers::is_part;
use super::titles::Before;
use crate::boundary::{char_after, char_before, is_unseen};
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Rule, Trace};
use crate::fold::{is_break, is_digit, is_hyphen, is_ignorable, is_letter, is_separator, is_word};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// So many capitalised words behind a name may be the thing that is named so.
const THING_WORDS: usize = 3;

impl<T: Trace> Context<'_, T> {
    /// `Bush Intercontinental Airport`, `Clinton Foundation`, `Major League`: the name goes on as that of a thing.
    pub(super) fn name_of_something_else(&mut self, hit: Hit) -> Option<Rule> {
        // `the USS George H.W. Bush`
        if self.words.before(hit.start).is_some_and(|word| self.words.is_on(WordList::Vessel, word) || self.is_ship_of(hit, word))
        {
            return Some(Rule::LongerName);
        }
        if self.is_party_of_case(hit) || self.is_partner(hit) {
            return Some(Rule::LongerName);
        }
        let word = self.words.after(hit.end)?;
        // `the Queen Elizabeth class`
        if self.is_ship_class(hit, word) {
            return Some(Rule::LongerName);
        }
        if !words::is_capitalized(self.text, word) {
            return None;
        }
        // `Ronald Reagan Washington National Airport`
        let further = |word: Word| self.words.after(word.end).filter(|next| words::is_capitalized(self.text, *next));
        let thing = std::iter::successors(Some(word), |word| further(*word))
            .take(THING_WORDS)
            .take_while(|word| !self.begins_another_sentence(*word))
            .any(|word| self.words.list_starting(WordList::NameAfter, word).is_some() || self.words.is_on(WordList::Thing, word));
        // In a headline the word may be about somebody: `Clinton Council Splits`; a whole name before it is hardly ever.
        let whole = self.text[hit.start..hit.end].contains(is_separator);
        // `Rabin Institute Wins Prize`
        let after = |word: Word| {
            self.words.list_starting(WordList::NameAfter, word).is_some()
                && self.words.after(word.end).is_some_and(|does| self.words.is_inflected(does))
        };
        (thing && (whole || after(word) || self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running))
            .then_some(Rule::LongerName)
    }

    /// `Smith-Jones`, unless both sides are names found (`Biden-Xi summit`) or what follows is lower case (`Trump-era`).
    pub(super) fn double_barrelled(&self, hit: Hit) -> Result<(), Rule> {
        if let Some((c, place)) = char_before(self.text, hit.start)
            && is_hyphen(c)
        {
            let joined = self.known.found.last().is_some_and(|found| found.end == place);
            // `Anti-Putin marchers`
            let name = |word| words::is_capitalized(self.text, word) && !self.words.is_on(WordList::Prefix, word);
            if self.words.before(hit.start).is_some_and(name) && !joined {
                return Err(Rule::DoubleBarrelled);
            }
        }
        if let Some((c, place)) = char_after(self.text, hit.end)
            && is_hyphen(c)
        {
            // `David Cameron-Price`: a whole name and a surname do not stand side by side.
            let whole = self.text[hit.start..hit.end].contains(is_separator);
            let joined = self.hits.get(self.at + 1).is_some_and(|next| {
                is_unseen(self.text, place + c.len_utf8(), next.start)
                    && !(whole && self.bearers_by(*next, is_part).next().is_some())
            });
            let word = self.words.after(hit.end).filter(|word| words::is_capitalized(self.text, *word));
            if word.is_some() && !joined {
                return Err(Rule::DoubleBarrelled);
            }
        }
        Ok(())
    }

    /// `Sheikh Abdullah bin Zayed`: a patronymic behind a name without one makes it the name of one of many others.
    pub(super) fn patronymic_follows(&self, hit: Hit) -> bool {
        let is_patronymic = |word: &str| matches!(word, "bin" | "ibn" | "bint");
        self.words.after(hit.end).is_some_and(|word| {
            is_patronymic(Folded::of(self.text, word).as_str())
                && self.words.after(word.end).is_some_and(|next| words::is_capitalized(self.text, next))
        })
    }

    /// `Saad al-Hariri`: whether `al-` and a name that none of the bearers has stand behind a part of a name.
    pub(super) fn is_of_other_house(&self, hit: Hit, bearers: &[(u32, u32)]) -> bool {
        let Some(particle) = self.words.after(hit.end).filter(|word| Folded::of(self.text, *word).is_one_of(&["al", "el"]))
        else {
            return false;
        };
        let joined = |word: &Word| self.text[particle.end..word.start].contains(is_hyphen);
        let Some(house) = self.words.after(particle.end).filter(joined) else { return false };
        let house = Folded::of(self.text, house);
        let bears = |person: u32| {
            let names = self.tables.aliases_of(person).map(|alias| self.tables.aliases.at(alias as usize).text);
            let mut names = names.chain([self.tables.entities.at(person as usize).name()]);
            names.any(|name| {
                let name = self.tables.str(name);
                Folded::of(name, Word { start: 0, end: name.len() }).as_str().contains(house.as_str())
            })
        };
        !bearers.iter().any(|&(_, person)| bears(person))
    }

    /// Whether the words beside a surname make it somebody else's: `Hunter Biden`, `Li Ming`.
    pub(super) fn other_persons_name(&mut self, hit: Hit, before: &Before<'_>) -> Result<(), Rule> {
        let other =
            self.is_behind_initial(hit, before) || self.is_behind_other_name(hit, before) || self.goes_on_with_other_name(hit);
        if other { Err(Rule::PersonsName) } else { Ok(()) }
    }

    /// `J. Brown`: whether the initial before a surname is that of nobody who was named.
    fn is_behind_initial(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        if let Some((initial, _)) = self.initial_before(hit.start)
            && before.word.is_none()
            && !self.is_answer(initial, hit.start)
        {
            let known = self.known.people.antecedent(hit.key);
            if known.is_none_or(|person| !self.name_starts_with(person, initial)) {
                self.known.people.note_somebody_else(hit.key, hit.start);
                return true;
            }
        }
        false
    }

    /// `Hunter Biden`: whether a capitalised word before a surname is somebody else's name.
    fn is_behind_other_name(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        if let Some(word) = before.word
            && before.office.is_none()
            && before.role.is_none()
            && !before.honorific
            && words::is_capitalized(self.text, word)
            && !self.text[word.start..word.end].contains(is_digit)
            && !self.text[word.end..hit.start].contains(is_hyphen)
            && !self.is_of_line_before(hit, word)
            && !self.ends_other_hit(word)
            && !words::is_possessive(self.text, word)
        {
            let entry = self.words.entry(word);
            let is_on = |list| entry.is_some_and(|entry| entry.is_on(list));
            let given = is_on(WordList::GivenName);
            let plain = is_on(WordList::English) && !given || is_on(WordList::Modifier);
            let starts = words::starts_sentence(self.text, word.start);
            let mode = self.known.around.line_mode(self.text, hit.start, hit.end);
            let free = match mode {
                LineMode::Running => {
                    // `Both Obama and Trump`: words that are no name's, before the name of somebody who was named.
                    let known = self.known.people.antecedent(hit.key).is_some();
                    let small = is_on(WordList::Predicate) && (known || Folded::of(self.text, word).as_str().len() <= 3);
                    is_on(WordList::Time) || plain && (starts || small) || !given && self.is_behind_place_preposition(word)
                }
                LineMode::Title | LineMode::Capitals => {
                    plain || !given && (self.words.is_inflected(word) || self.is_verb_behind_name(word))
                }
            };
            if !free {
                if given || mode == LineMode::Running {
                    self.note_bearer_of_else(hit);
                }
                return true;
            }
        }
        false
    }

    /// `In Cannes Sarkozy told`, `In Cape Town Zuma said`: whether up to two capitalised words that end with this one name the place
    /// where a sentence is set.
    pub(in crate::context) fn is_behind_place_preposition(&self, word: Word) -> bool {
        let opens = |at: Word| {
            let prep = self.words.before(at.start).filter(|prep| words::starts_sentence(self.text, prep.start));
            prep.is_some_and(|prep| Folded::of(self.text, prep).is_one_of(&["in", "at", "near", "outside"]))
        };
        let first = self.words.before(word.start).filter(|first| words::is_capitalized(self.text, *first));
        opens(word) || first.is_some_and(opens)
    }

    /// `Li Ming`, `the Trump Corporation`: whether a capitalised word behind a name goes on with it.
    fn goes_on_with_other_name(&mut self, hit: Hit) -> bool {
        if let Some(word) = self.words.after(hit.end)
            && words::is_capitalized(self.text, word)
            && !self.text[hit.end..word.start].contains(is_hyphen)
            && (!self.text[hit.end..word.start].contains(is_break) || self.known.around.is_wrapped(self.text, hit.start, hit.end))
            && (!self.starts_other_hit(hit, word) || self.goes_on_behind(word))
        {
            let entry = self.words.entry(word);
            let is_on = |list| entry.is_some_and(|entry| entry.is_on(list));
            let title = is_on(WordList::Time) || is_on(WordList::Honorific) || self.words.role_at(word).is_some();
            let mode = self.known.around.line_mode(self.text, hit.start, hit.end);
            let goes_on = match mode {
                // `Europe reacts to Tillerson The two-state solution`: a heading ends with the name of somebody who was named.
                LineMode::Running => {
                    let known = || self.known.people.antecedent(hit.key).is_some();
                    // `the Duterte Administration`
                    let no_name = is_on(WordList::Predicate) || is_on(WordList::Reign);
                    let reigns = || self.reign_behind(hit) == Some(word);
                    !(title || reigns() || no_name && known() && !self.comes_first(hit))
                }
                // In a headline every word has a capital: only a name that comes first, followed by what is no word, goes on.
                LineMode::Title | LineMode::Capitals => {
                    let no_word = !is_on(WordList::English) && !self.words.is_inflected(word) && self.comes_first(hit);
                    no_word || self.is_surname_in_headline(hit, word)
                }
            };
            if goes_on {
                // `the Trump Corporation` is nobody.
                let thing = is_on(WordList::English) && !self.is_before_given_name(hit);
                match mode {
                    LineMode::Running if thing => {}
                    LineMode::Running if self.comes_first(hit) => self.known.people.note_first_name_of_else(hit.key, hit.start),
                    LineMode::Running => self.known.people.note_somebody_else(hit.key, hit.start),
                    LineMode::Title | LineMode::Capitals => {}
                }
                return true;
            }
        }
        false
    }

    /// `Sharon Stone Opens Film Week`: whether a frequent surname stands behind what is a given name, too, and before what its bearer does.
    fn is_surname_in_headline(&self, hit: Hit, word: Word) -> bool {
        self.words.is_on(WordList::GivenName, Word { start: hit.start, end: hit.end })
            && self.words.is_on(WordList::Surname, word)
            && self.words.after(word.end).is_some_and(|does| self.words.is_inflected(does))
    }

    /// Whether a word stands in the line above, and that does not go on in the line of the hit: another headline.
    fn is_of_line_before(&mut self, hit: Hit, word: Word) -> bool {
        self.text[word.end..hit.start].contains(is_break) && !self.known.around.is_wrapped(self.text, word.start, word.end)
    }

    /// The initial before a name, and where it stands with its dot: `J.` in `J. Brown`.
    pub(in crate::context) fn initial_before(&self, start: usize) -> Option<(char, Word)> {
        let blank = |c| is_separator(c) && !is_break(c) && !is_hyphen(c) || is_ignorable(c);
        let before = self.text[..start].trim_end_matches(blank);
        let (_, dot) = char_before(before, before.len()).filter(|&(c, _)| c == '.')?;
        let (initial, first) = char_before(self.text, dot)?;
        // `U.S. Major`: the last of several is none.
        let alone = char_before(self.text, first).is_none_or(|(c, _)| !is_letter(c) && c != '.');
        (initial.is_uppercase() && alone).then_some((initial, Word { start: first, end: dot + 1 }))
    }

    /// `A. Putin said nothing`: whether the letter before a name marks a question or an answer at the start of a line.
    fn is_answer(&self, letter: char, start: usize) -> bool {
        let from = reach::before(self.text, start, 8);
        let line = self.text[from..start].rfind(is_break).map_or(from, |at| from + at);
        matches!(letter, 'A' | 'Q' | 'Ａ' | 'Ｑ') && self.text[line..start].chars().filter(|&c| is_word(c)).count() == 1
    }

    /// Whether the name of a person starts with a letter.
    fn name_starts_with(&self, person: u32, initial: char) -> bool {
        self.tables.str(self.tables.entities.at(person as usize).name()).starts_with(initial)
    }

    /// Whether a surname is one that comes before the given name, or is used as a given name, too: `Li`, `Cameron`.
    pub(super) fn comes_first(&self, hit: Hit) -> bool {
        let word = words::first_word(self.text, hit.start, hit.end);
        self.words.is_on(WordList::GivenName, word) || self.is_before_given_name(hit)
    }

    /// Whether a surname comes before the given name: `Li`.
    pub(super) fn is_before_given_name(&self, hit: Hit) -> bool {
        self.bearers_by(hit, |_| true).any(|(_, person)| {
            let name = self.tables.str(self.tables.entities.at(person as usize).name());
            let end = name.find(' ').unwrap_or(name.len());
            end < name.len() && self.phrases.is_key(name, Word { start: 0, end }, hit.key)
        })
    }

    /// Whether the hit before this one, which is no part of a person's name, ends with the word; or a mention does.
    pub(in crate::context) fn ends_other_hit(&self, word: Word) -> bool {
        let official = |entity: u32| *self.kind_of(entity) == EntityKind::Official;
        if self.known.found.iter().rev().take(3).any(|found| found.end == word.end && !official(found.entity)) {
            return true;
        }
        // `Chad Washington`: a country that was dropped for a given name is none.
        let given = self.words.is_on(WordList::GivenName, word);
        self.at.checked_sub(1).map(|at| self.hits[at]).filter(|last| last.end >= word.end && !given).is_some_and(|last| {
            let mut entities = self.tables.aliases_of_key(last.key).map(|alias| self.tables.aliases.at(alias).entity);
            entities.any(|entity| entity == NONE || !official(entity))
        })
    }

    /// `Hassan Ali Dhore`: whether the next hit is another part of one person's name, and that goes on as no name of theirs does.
    fn goes_on_behind(&mut self, word: Word) -> bool {
        let Some(next) = self.hits.get(self.at + 1).copied().filter(|next| next.start == word.start) else { return false };
        self.bearers_by(next, is_part).next().is_some() && self.is_longer_name(next)
    }

    /// Whether a capitalised word that can only be part of a name stands right behind a name.
    pub(super) fn is_longer_name(&mut self, hit: Hit) -> bool {
        let Some(word) = self.words.after(hit.end).filter(|word| words::is_capitalized(self.text, *word)) else { return false };
        let gap = &self.text[hit.end..word.start];
        let entry = self.words.entry(word);
        let other = |list| entry.is_some_and(|entry| entry.is_on(list));
        !gap.contains(is_hyphen)
            && !gap.contains(is_break)
            && ![WordList::Time, WordList::Honorific, WordList::English, WordList::Politics].into_iter().any(other)
            && self.words.role_at(word).is_none()
            && !self.starts_whole_name(word)
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// Whether one of the next hits starts with a word, and is more than a part of a person's name.
    fn starts_whole_name(&self, word: Word) -> bool {
        let mut next = self.hits[self.at + 1..].iter().take(2).filter(|next| next.start == word.start);
        next.any(|next| self.tables.aliases_of_key(next.key).any(|alias| !self.is_part(alias as u32)))
    }

    /// `Abdul Sattar Edhi`, `Harold Wilson Pike`, `Jean Chretien Tremblay`: whether a whole name goes on with a surname, or what is no word.
    pub(super) fn goes_on_as_name(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        let given = |word| self.words.is_on(WordList::GivenName, word);
        let surname = |word: &Word| words::is_capitalized(self.text, *word) && self.words.is_on(WordList::Surname, *word);
        if let Some(word) = self.words.after(hit.end).filter(surname).filter(|word| !given(*word)) {
            return !self.text[hit.end..word.start].contains(|c| is_hyphen(c) || is_break(c))
                && char_after(self.text, word.end).is_none_or(|(c, _)| !is_hyphen(c))
                && !self.words.is_on(WordList::Time, word)
                && self.words.role_at(word).is_none()
                && !self.starts_whole_name(word)
                && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running;
        }
        // `President Vicente Fox Quesada` has two surnames.
        let titled = before.office.is_some() || before.role.is_some();
        let goes_on = |word: Word| {
            let small = self.text[word.start..word.end].trim_end_matches(is_ignorable).ends_with(char::is_lowercase);
            small && char_after(self.text, word.end).is_none_or(|(c, _)| !is_hyphen(c))
        };
        (given(words::last_word(self.text, hit.start, hit.end)) || !titled && self.words.after(hit.end).is_some_and(goes_on))
            && self.is_longer_name(hit)
    }

    /// Whether the next hit starts with the word, and is no other person's name: `Clinton Tuesday`, `Suluhu Hassan`.
    fn starts_other_hit(&self, hit: Hit, word: Word) -> bool {
        // `Li Li` is one person's name.
        let twice = |next: &Hit| next.key == hit.key && self.is_before_given_name(hit);
        self.hits.get(self.at + 1).filter(|next| next.start == word.start && !twice(next)).is_some_and(|next| {
            let mut entities = self.tables.aliases_of_key(next.key).map(|alias| self.tables.aliases.at(alias).entity);
            entities.any(|entity| entity != NONE && *self.kind_of(entity) != EntityKind::Official)
                || self
                    .bearers_by(*next, is_part)
                    .any(|(_, person)| self.bearers_by(hit, is_part).any(|(_, other)| other == person))
        })
    }
}
