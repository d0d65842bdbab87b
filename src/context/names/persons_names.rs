//! Is the name of a country or place a person's here?
//!
//! `Mr. French`, `Detective Holland`; `3. Mark Jordan (U.S.) 10.1`; `Georgia said`, where `Georgia Hartwell` is told of.

use super::longer_names::MAX_BLANKS;
use crate::boundary::char_before;
use crate::context::text::folded::Folded;
use crate::context::text::words::{self, Word};
use crate::context::{Context, NEIGHBOURS, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator, narrow};
use crate::gazetteer::rows::NONE;
use crate::gazetteer::{WordList, scope};
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// Names of persons that are remembered because they are also names of countries.
const MAX_NAMESAKES: usize = 16;

impl<T: Trace> Context<'_, T> {
    /// Notes that the word of a hit is somebody's given name or surname in this text: `Georgia Hartwell`, `Michael Jordan`.
    pub(in crate::context) fn note_namesake(&mut self, hit: Hit) {
        // `the Jordan Times` is nobody.
        if self.is_name_of_thing(hit) {
            return;
        }
        for word in [words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end)] {
            // `MaliVai Washington`: a place that is a surname; a country of that name stays one.
            let surname = word.end == hit.end
                && self.words.is_on(WordList::Surname, word)
                && self.may_mean(&hit, &|entity| *self.kind_of(entity) == EntityKind::Place);
            // `Mark Portugal`, a pitcher.
            let surname = surname || word.start == hit.start && word.end == hit.end && self.is_athletes_surname(hit);
            // `Tom Holland`, known as a whole.
            let surname = surname || word.end == hit.end && self.is_lands_surname_behind_given(hit, word);
            // `Ireland Baldwin`, `his wife, India Holland`
            let last = words::last_word(self.text, hit.start, hit.end);
            let given = self.words.is_on(WordList::GivenName, word)
                || word.end == hit.end && self.is_before_surname(hit)
                || word.start == hit.start && word.end != last.end && self.is_surname_only(last);
            if (surname || given)
                && let Some(key) = self.words.key_of(word)
                && !self.known.namesakes.contains(&key)
                && self.known.namesakes.len() < MAX_NAMESAKES
            {
                self.known.namesakes.push(key);
            }
        }
    }

    /// Whether the first or the last of several words is a common one that is no name of persons: `Jordan Valley`, `Air Jordan`.
    fn is_name_of_thing(&self, hit: Hit) -> bool {
        let on = |list, word| self.words.is_on(list, word);
        let (first, last) = (words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end));
        first.end != last.end
            && [first, last]
                .into_iter()
                .any(|word| on(WordList::English, word) && !on(WordList::GivenName, word) && !on(WordList::Surname, word))
    }

    /// `Ireland Baldwin`: whether a name of one word stands before a frequent surname that is nothing else.
    pub(super) fn is_before_surname(&self, hit: Hit) -> bool {
        !self.text[hit.start..hit.end].contains(is_separator)
            && self.words.after(hit.end).is_some_and(|word| {
                self.is_surname_only(word) && !self.text[hit.end..word.start].contains(|c| is_hyphen(c) || is_break(c))
            })
    }

    /// Whether a capitalised word is a frequent surname and no English word.
    fn is_surname_only(&self, word: Word) -> bool {
        let on = |list| self.words.is_on(list, word);
        words::is_capitalized(self.text, word) && on(WordList::Surname) && !on(WordList::English) && !on(WordList::Time)
    }

    /// Whether a capitalised word is a country's name that is a person's in this text.
    pub(super) fn is_named_person(&self, word: Word) -> bool {
        words::is_capitalized(self.text, word) && self.words.key_of(word).is_some_and(|key| self.known.namesakes.contains(&key))
    }

    /// Whether the last word of a name is a frequent surname and the name of a country, and the first a given name.
    fn is_lands_surname_behind_given(&self, hit: Hit, last: Word) -> bool {
        let first = words::first_word(self.text, hit.start, hit.end);
        let land = |alias: usize| matches!(self.tables.aliases.at(alias).entity, e if e != NONE && *self.kind_of(e) == EntityKind::Country);
        first.end != last.end
            && self.words.is_on(WordList::Surname, last)
            && self.words.is_on(WordList::GivenName, first)
            && self.words.key_of(last).is_some_and(|key| self.tables.aliases_of_key(key).any(land))
    }

    /// Whether a country's name stands behind a given name, in a report of sport; elsewhere only one that is a frequent surname does.
    fn is_athletes_surname(&mut self, hit: Hit) -> bool {
        let demonym = |alias: usize| self.tables.aliases.at(alias).kind == AliasKind::Demonym as u8;
        !self.tables.aliases_of_key(hit.key).any(demonym)
            && self.word_before_in_line(hit.start).is_some_and(|before| self.is_given_name(before))
            && (self.words.is_on(WordList::Surname, Word { start: hit.start, end: hit.end }) || self.in_sport(hit))
    }

    /// Whether the word is a person's in this text, and nothing says that the place is meant: `Georgia said`, not `in Georgia`.
    pub(super) fn is_namesake(&self, hit: Hit) -> bool {
        self.known.namesakes.contains(&hit.key)
            && !self.words.before(hit.start).is_some_and(|word| self.is_preposition(word))
            && !self.is_among_countries(hit)
    }

    /// `Jordan's king`, `Jordan and Egypt`, `Jordan lost to Syria`: a role of a state behind the name, or another country beside it or that it
    /// plays, which is no given name.
    fn is_among_countries(&self, hit: Hit) -> bool {
        let country = |other: &Hit| {
            !self.words.is_on(WordList::GivenName, Word { start: other.start, end: other.end })
                && self.may_mean(other, &|entity| *self.kind_of(entity) == EntityKind::Country)
        };
        let beside = |from: usize, to: usize| {
            let between = self.text.get(from..to).unwrap_or("?");
            matches!(between.trim_matches(|c| is_separator(c) || is_ignorable(c)), "," | "and")
        };
        let next = self.hits.get(self.at + 1);
        let last = self.at.checked_sub(1).and_then(|at| self.hits.get(at));
        let game = |next: &&Hit| {
            let verb = self.words.after(hit.end).filter(|verb| verb.end < next.start);
            let end = verb.and_then(|verb| self.words.list_starting(WordList::Game, verb));
            end.and_then(|end| self.words.after(end)).is_some_and(|behind| behind.start == next.start)
        };
        self.is_before_role(hit)
            || self.owns_person(hit)
            || next.filter(game).is_some_and(country)
            || next.is_some_and(|next| beside(hit.end, next.start) && country(next))
            || last.is_some_and(|last| beside(last.end, hit.start) && country(last))
    }

    /// `Jordan's king`: whether a role of a state stands behind the possessive of a name.
    fn is_before_role(&self, hit: Hit) -> bool {
        let end = words::after_possessive(self.text, hit.end);
        self.words
            .after(end)
            .filter(|_| end != hit.end)
            .and_then(|word| self.words.role_at(word))
            .is_some_and(|role| role.rows.iter().any(|row| row.scope & scope::STATE != 0))
    }

    /// `Jordan's Saleh Elsharabaty`: whether two capitalised words, neither of which is English, stand behind the possessive of a name.
    fn owns_person(&self, hit: Hit) -> bool {
        let end = words::after_possessive(self.text, hit.end);
        let named = |word: &Word| {
            let english = self.words.is_on(WordList::English, *word) || self.words.is_inflected(*word);
            words::is_capitalized(self.text, *word) && !english && !self.starts_hit(*word, true)
        };
        let first = self.words.after(end).filter(|word| end != hit.end && named(word));
        first.and_then(|first| self.words.after(first.end)).is_some_and(|second| named(&second))
    }

    /// `Nepal's Prime Minister Nepal`: whether a country's name stands before a role of a state.
    pub(in crate::context) fn owns_role(&self, hit: Hit) -> bool {
        self.is_before_role(hit) && self.may_mean(&hit, &|entity| *self.kind_of(entity) == EntityKind::Country)
    }

    /// `The Jordan team of Eddie Jordan`: a country's name that is a given name or a surname, too, and soon stands in somebody's name.
    pub(super) fn is_namesake_soon(&mut self, hit: Hit) -> bool {
        if self.words.before(hit.start).is_some_and(|word| self.is_preposition(word))
            || self.known.found.iter().rev().take(NEIGHBOURS).any(|found| found.key == hit.key)
        {
            return false;
        }
        // The first of them tells.
        let same = self.next_near(hit, |next| next.key == hit.key);
        let soon = same.and_then(|next| self.word_before_in_line(next.start)).is_some_and(|word| self.is_given_name(word));
        soon && self.in_sport(hit)
    }

    /// `Mr. French`, `Ms Holland`: a form of address right before.
    pub(super) fn is_addressed(&self, hit: Hit) -> bool {
        // `Congo DR` in the line above is no doctor.
        self.address_before(hit.start)
            .is_some_and(|word| word.start >= self.known.covered && self.words.is_on(WordList::Address, word))
    }

    /// `Detective Holland`, `by G. French`: behind a rank or an initial, what is a surname, too. Not `Major French banks`, `in Group C. French`.
    pub(super) fn is_behind_rank(&self, hit: Hit, before: Option<Word>, kind: AliasKind) -> bool {
        let rank = before.filter(|word| words::is_capitalized(self.text, *word));
        let honorific = rank.is_some_and(|word| self.words.is_on(WordList::Honorific, word));
        if honorific && kind != AliasKind::Demonym {
            return true;
        }
        let Some((_, Word { start, .. })) = self.initial_before(hit.start) else { return false };
        words::starts_sentence(self.text, start)
            || self
                .words
                .before(start)
                .is_some_and(|word| self.is_preposition(word) || self.is(word, "by") || self.is(word, "and"))
    }

    /// `French's best album`, `French & Saunders`: whether a word for a people that is never one of them is a surname by its genitive, or beside
    /// the sign of a firm.
    pub(super) fn is_surname_by_sign(&self, hit: Hit) -> bool {
        let own = Folded::of(self.text, Word { start: hit.start, end: hit.end });
        let one = own.as_str().ends_with("ch") || own.as_str().ends_with("sh");
        let genitive = || {
            let end = words::after_possessive(self.text, hit.end);
            end > hit.end
                && char_before(self.text, end).is_some_and(|(c, _)| matches!(narrow(c), 's' | 'S'))
                && !self.words.before(hit.start).is_some_and(|word| self.is(word, "the"))
        };
        one && (genitive() || self.is_firms(hit))
    }

    /// `3. Mark Jordan (U.S.) 10.1`, `Sofia Major (U.S.)`: with a capitalised word before or behind, and a country in brackets behind.
    pub(super) fn is_person_of_country(&self, hit: Hit, before: Option<Word>, given: bool) -> bool {
        let capital = |word: &Word| words::is_capitalized(self.text, *word);
        let before = before.filter(capital).is_some_and(|before| !self.ends_other_hit(before));
        let behind = self.words.after(hit.end).filter(capital).filter(|_| given);
        if !before && behind.is_none() {
            return false;
        }
        let ahead = self.hits[self.at + 1..].iter().take(3);
        let country = |next: &&Hit| {
            self.text[next.end..].trim_start_matches(|c| is_separator(c) || is_ignorable(c)).starts_with(')')
                && self.tables.aliases_of_key(next.key).any(|alias| {
                    let entity = self.tables.aliases.at(alias).entity;
                    entity != NONE && *self.kind_of(entity) == EntityKind::Country
                })
        };
        let opens = |end: usize, next: &Hit| {
            self.text.get(end..next.start).is_some_and(|between| {
                let mut seen = between.chars().filter(|&c| !is_separator(c) && !is_ignorable(c));
                between.chars().filter(|&c| is_separator(c)).take(MAX_BLANKS).count() < MAX_BLANKS
                    && seen.next() == Some('(')
                    && seen.next().is_none()
            })
        };
        ahead.filter(country).any(|next| before && opens(hit.end, next) || behind.is_some_and(|word| opens(word.end, next)))
    }

    /// `Tyree Washington of the United States`: whether a town stands behind a capitalised word that is on no list, and before `of` and a
    /// country.
    pub(super) fn is_person_from_country(&self, hit: Hit, before: Option<Word>) -> bool {
        let named = before.is_some_and(|before| {
            words::is_capitalized(self.text, before) && self.words.entry(before).is_none() && !self.ends_other_hit(before)
        });
        let is = |hit: &Hit, kind: EntityKind| self.may_mean(hit, &|entity| *self.kind_of(entity) == kind);
        named && is(&hit, EntityKind::Place) && self.hit_behind_of(hit).is_some_and(|of| is(of, EntityKind::Country))
    }

    /// `German Silva of Mexico`: whether a surname stands behind the name of a people, and behind it `of` and another country.
    pub(super) fn is_given_name_like_people(&self, hit: Hit, surname: Word) -> bool {
        let is_name = self.words.is_on(WordList::Surname, surname) && !self.words.is_on(WordList::English, surname);
        let of = self.words.after(surname.end).filter(|word| is_name && self.is(*word, "of"));
        let land = of.and_then(|of| self.words.after(of.end)).map(|land| land.start);
        let next = self.hits[self.at + 1..].iter().take(2).find(|next| Some(next.start) == land);
        next.is_some_and(|next| {
            let own = |entity: u32| self.may_mean(&hit, &|other| other == entity);
            self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country && !own(entity))
        })
    }

    /// `JORDAN HITS 40`: the points of a player whose name is a country's, in a report of sport.
    pub(super) fn scores_points(&self, hit: Hit) -> bool {
        let Some(verb) = self.words.after(hit.end) else { return false };
        let Some(points) = self.words.after(verb.end) else { return false };
        let folded = Folded::of(self.text, points);
        let number = folded.as_str();
        let score = self.text[points.end..].starts_with(|c| is_hyphen(c) || matches!(c, '.' | ','));
        number.len() == 2
            && number.bytes().all(|b| b.is_ascii_digit())
            && !score
            && Folded::of(self.text, verb).as_str().ends_with('s')
    }

    /// `Chad Washington`: whether the next hit is a place or country that is a frequent surname as well.
    pub(super) fn starts_surname(&self, word: Word) -> bool {
        self.words.is_on(WordList::Surname, word)
            && self.hits.get(self.at + 1).is_some_and(|next| {
                (next.start, next.end) == (word.start, word.end)
                    && self.may_mean(next, &|entity| matches!(self.kind_of(entity), EntityKind::Place | EntityKind::Country))
            })
    }

    /// Whether a capitalised given name stands here: `Michael` before `Jordan`; not an English word that may be none (`Will Jordan go?`).
    pub(super) fn is_given_name(&self, word: Word) -> bool {
        words::is_capitalized(self.text, word)
            && self.words.entry(word).is_some_and(|entry| {
                entry.is_on(WordList::GivenName)
                    && (!entry.is_on(WordList::English)
                        || !words::starts_sentence(self.text, word.start)
                            && !self.text[word.start..word.end].chars().all(char::is_uppercase))
            })
    }
}
