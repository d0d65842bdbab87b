//! Is a surname here another word, or that of many?
//!
//! `in May`, `May elections`; `Key figures rose`; `the Agnelli family`; `at a hospital in Paisley`; `(CAO)`. And what only a name can be:
//! `Bush Orders Strikes`, `Clinton-era`. Looks at one word on each side.

use super::titles::Before;
use crate::boundary::char_after;
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_digit, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::WordList;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// Prepositions before the name of a month or day.
const BEFORE_MONTHS: [&str; 10] = ["in", "since", "until", "of", "by", "on", "from", "to", "before", "after"];
/// What no person is followed by: `Ban the bomb`.
const DETERMINERS: [&str; 12] = ["the", "a", "an", "this", "that", "these", "those", "all", "our", "your", "my", "its"];
/// The widest space before a sentence, in characters.
const WIDEST_GAP: usize = 16;
/// The longest word of capitals that may be an abbreviation, in letters.
const SHORT: usize = 4;

impl<T: Trace> Context<'_, T> {
    /// `Key figures rose`, `Ban the bomb`: an English word that opens a sentence, and is followed by what does not go on with a person.
    pub(super) fn opens_as_word(&self, hit: Hit) -> bool {
        self.words.is_on(WordList::English, Word { start: hit.start, end: hit.end })
            && self.is_behind_stop(hit.start)
            && self.goes_on_as_word(hit, &DETERMINERS)
            && !self.is_named_with_adverb(hit)
    }

    /// `Trump repeatedly took aim`: somebody who was named, and how they do what follows.
    fn is_named_with_adverb(&self, hit: Hit) -> bool {
        self.known.people.antecedent(hit.key).is_some()
            && self.words.after(hit.end).is_some_and(|word| {
                let folded = Folded::of(self.text, word);
                folded.as_str().ends_with("ly") || folded.is("first")
            })
    }

    /// Whether the mark that ends a sentence, or opens a quotation, stands before a place. (A headline says `Levy silent`.)
    pub(super) fn is_behind_stop(&self, at: usize) -> bool {
        let from = reach::before(self.text, at, WIDEST_GAP);
        let before = self.text[from..at].trim_end_matches(|c| is_separator(c) || is_ignorable(c));
        before.ends_with(['.', '!', '?', ':', '"', '“', '”'])
    }

    /// `Sen. Joseph Biden`: a surname that is a form of address, too, before a name.
    pub(super) fn is_address(&self, hit: Hit) -> bool {
        let end = char_after(self.text, hit.end).filter(|&(c, _)| c == '.').map_or(hit.end, |(_, dot)| dot + 1);
        // `Major Goes to the Cricket`
        let does = |word| self.is_third_person(word) && self.opens_headline(hit.start);
        self.words.is_on(WordList::Honorific, Word { start: hit.start, end })
            && self.words.after(end).is_some_and(|word| words::is_capitalized(self.text, word) && !does(word))
    }

    /// `goes`, `wins`: a verb that goes on behind one person.
    pub(super) fn is_third_person(&self, word: Word) -> bool {
        self.words.is_on(WordList::Predicate, word) && Folded::of(self.text, word).as_str().ends_with('s')
    }

    /// `a Christian`, `Christian doctrine`: whether a surname that is an English word stands as a noun does.
    pub(super) fn is_noun(&self, hit: Hit) -> bool {
        self.is_word(hit)
            && (self.goes_on_as_word(hit, &[])
                || self.words.before(hit.start).is_some_and(|word| {
                    let small = self.text[word.start..].starts_with(char::is_lowercase);
                    let entry = self.words.entry(word);
                    let noun = entry.is_some_and(|entry| entry.is_on(WordList::English) && !entry.is_on(WordList::Predicate));
                    small && (noun || Folded::of(self.text, word).is_one_of(&["a", "an", "the"]))
                }))
    }

    /// `re-elected`: the word behind a prefix and a hyphen; otherwise the word itself.
    pub(super) fn behind_prefix(&self, word: Word) -> Word {
        let joined = |next: &Word| {
            Folded::of(self.text, word).is_one_of(&["re", "co"]) && self.text[word.end..next.start].contains(is_hyphen)
        };
        self.words.after(word.end).filter(joined).unwrap_or(word)
    }

    /// Whether a small word right behind a surname is one of some, or neither a verb nor what else goes on behind a person.
    fn goes_on_as_word(&self, hit: Hit, determiners: &[&str]) -> bool {
        let Some(word) = self.words.after(hit.end) else { return false };
        let small = self.text[word.start..].starts_with(char::is_lowercase);
        if !small || words::after_possessive(self.text, hit.end) != hit.end || self.text[hit.end..word.start].contains(is_hyphen)
        {
            return false;
        }
        let word = self.behind_prefix(word);
        let folded = Folded::of(self.text, word);
        if DETERMINERS.iter().any(|other| folded.is(other)) {
            return folded.is_one_of(determiners);
        }
        let entry = self.words.entry(word);
        !folded.as_str().ends_with("ed") && !entry.is_some_and(|entry| entry.is_on(WordList::Predicate))
    }

    /// `Bush Orders Strikes`, `CLINTON SAYS NO`: a surname that opens a headline before what those in office do.
    pub(super) fn acts_in_headline(&mut self, hit: Hit) -> bool {
        if !self.opens_any_headline(hit) {
            return false;
        }
        let Some(word) = self.words.after(hit.end) else { return false };
        if self.words.is_on(WordList::Act, word) {
            return true;
        }
        // `CLINTON ENDS TRIP`: a name that is no word does something, whatever it is.
        let ends = || Folded::of(self.text, word).as_str().ends_with('s');
        let does =
            |context: &Self| ends() && context.words.is_inflected(word) || context.is_to_act(word) || context.is_abroad(word);
        // `Johnson leads field after second round`
        self.as_of.is_some()
            && !self.is_word(hit)
            && does(self)
            && (!self.is_frequent(hit)
                || self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running
                || (self.is_about_lands(hit) || self.is_politics(hit)) && !self.is_near_sport(hit))
    }

    /// `Clinton to Visit China`: whether `to` and a word stand where a headline tells what somebody will do.
    fn is_to_act(&self, to: Word) -> bool {
        self.is(to, "to") && self.words.after(to.end).is_some_and(|verb| self.words.is_on(WordList::English, verb))
    }

    /// `KERRY IN MOSCOW`: whether `in` and a land tell where somebody is.
    pub(super) fn is_abroad(&self, word: Word) -> bool {
        let land = |entity| matches!(self.kind_of(entity), EntityKind::Country | EntityKind::Place);
        let next = self.hits.get(self.at + 1).filter(|next| words::gap_before(self.text, next.start) == Some(word.end));
        self.is(word, "in") && next.is_some_and(|next| self.may_mean(next, &land))
    }

    /// `Hurd and Major to Fight It Out`: whether two names open a headline before what they do, or will; the other of them.
    pub(super) fn partner_in_headline(&mut self, hit: Hit) -> Option<Hit> {
        let last = self.at.checked_sub(1).map(|at| self.hits[at]).filter(|last| self.is_joint_of_line(last.end, hit.start));
        let next = self.hits.get(self.at + 1).copied().filter(|next| self.is_joint_of_line(hit.end, next.start));
        let (first, second, other) = match (last, next) {
            (Some(last), _) if self.opens_headline(last.start) => (last, hit, last),
            (_, Some(next)) if self.opens_headline(hit.start) => (hit, next, next),
            _ => return None,
        };
        let headline = self.is_in_headline(first.start, second.end);
        let acts = |word: Word| {
            let does = |list| self.words.is_on(list, word) || self.words.is_plural_of(list, word);
            self.is(word, "to") || does(WordList::Act) || does(WordList::Predicate)
        };
        (headline && self.words.after(second.end).is_some_and(acts)).then_some(other)
    }

    pub(super) fn opens_headline(&self, at: usize) -> bool {
        words::starts_sentence(self.text, at) || self.is_behind_semicolon(at)
    }

    /// `BLAIR STANDS FIRM; COOK QUITS`: the second clause of a headline.
    fn is_behind_semicolon(&self, at: usize) -> bool {
        let from = reach::before(self.text, at, WIDEST_GAP);
        self.text[from..at].trim_end_matches(|c| is_separator(c) || is_ignorable(c)).ends_with(';')
    }

    /// `THE MINISTER SAID`, `A BAN MAY BE NEXT`: what has a capital in a headline only, and does not act there.
    pub(super) fn is_verb_of_headline(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        !before.honorific
            && self.words.is_on(WordList::Predicate, Word { start: hit.start, end: hit.end })
            && self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running
            && !self.acts_in_headline(hit)
    }

    /// `Clinton-era rules`: the time of a head.
    pub(super) fn is_of_era(&self, hit: Hit) -> bool {
        char_after(self.text, hit.end).is_some_and(|(c, at)| {
            is_hyphen(c) && self.is(words::first_word(self.text, at + c.len_utf8(), self.text.len()), "era")
        })
    }

    /// `the Agnelli family`: a surname is that of many.
    pub(super) fn is_family(&self, hit: Hit) -> bool {
        self.words.after(hit.end).is_some_and(|word| self.words.is_on(WordList::Family, word))
    }

    /// `a Blair from Burgundy`: whether an article makes one of many, or a thing, of a name that is all of what it stands before.
    pub(super) fn is_one_of_many(&self, hit: Hit) -> bool {
        self.words.before(hit.start).is_some_and(|word| {
            !words::is_capitalized(self.text, word)
                && Folded::of(self.text, word).is_one_of(&["a", "an", "another", "every", "each"])
        }) && words::after_possessive(self.text, hit.end) == hit.end
            && match self.words.after(hit.end) {
                Some(word) => {
                    self.is_preposition(word)
                        || Folded::of(self.text, word).is_one_of(&["by", "on", "at", "and", "or", "who", "that"])
                }
                None => true,
            }
    }

    /// `at a hospital in Paisley`: behind `in` a place is meant, but for what one has in a person.
    pub(super) fn is_place_rather(&mut self, hit: Hit) -> bool {
        let Some(word) = self.words.before(hit.start).filter(|word| self.is(*word, "in")) else { return false };
        let before = self.words.before(word.start);
        let person = before.is_some_and(|word| self.words.is_on(WordList::Trust, word));
        !person
            && words::after_possessive(self.text, hit.end) == hit.end
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// `China Aviation Oil (CAO)`: a few capitals in a line that has small letters, without a title.
    pub(super) fn is_abbreviation(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        let surface = &self.text[hit.start..hit.end];
        let mut letters = surface.chars().filter(|&c| !is_ignorable(c));
        !before.honorific
            && letters.by_ref().take(SHORT).all(char::is_uppercase)
            && letters.next().is_none()
            && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }

    /// `in May`, `May 2017`: a surname that is also a month or day means it here.
    pub(super) fn is_month(&self, hit: Hit, before: &Before<'_>) -> bool {
        if !self.words.is_on(WordList::Time, Word { start: hit.start, end: hit.end }) {
            return false;
        }
        // `in light of May's opposition`, but `last May's election`, `from May's 2.1 percent`
        let end = words::after_possessive(self.text, hit.end);
        let figure = |word: Word| self.text[word.start..].starts_with(is_digit);
        let timed =
            |word: Word| self.words.is_on(WordList::Timed, word) || Folded::of(self.text, word).is_one_of(&["this", "every"]);
        if end != hit.end
            && self.known.people.antecedent(hit.key).is_some()
            && !self.words.after(end).is_some_and(figure)
            && !self.words.before(hit.start).is_some_and(timed)
        {
            return false;
        }
        let lower = |word: Word| {
            let small = self.text[word.start..].starts_with(char::is_lowercase);
            small && (timed(word) || Folded::of(self.text, word).is_one_of(&BEFORE_MONTHS))
        };
        // `on 12 May`
        let number = |word: Word| self.text[word.start..word.end].chars().all(is_digit);
        // `April and May`
        let joins = |word: Word| Folded::of(self.text, word).is_one_of(&["and", "or", "through"]);
        let paired = |word: Word| {
            let other = self.words.before(word.start).filter(|_| joins(word));
            other.is_some_and(|other| self.words.is_on(WordList::Time, other))
        };
        self.words.before(hit.start).is_some_and(|word| lower(word) || number(word) || paired(word))
            || self.words.after(hit.end).is_some_and(|word| self.text[word.start..word.end].starts_with(is_digit))
            // `when Mrs May invokes it`
            || !before.honorific && before.role.is_none() && self.goes_on_as_word(hit, &[])
    }

    /// Whether a surname is also an English word, a given name, a month or a day.
    pub(super) fn is_common(&self, hit: Hit) -> bool {
        self.words.entry(Word { start: hit.start, end: hit.end }).is_some_and(|entry| {
            entry.is_on(WordList::English) || entry.is_on(WordList::Time) || entry.is_on(WordList::GivenName)
        })
    }

    /// Whether a surname is one of many people, or another word.
    pub(in crate::context) fn is_frequent(&self, hit: Hit) -> bool {
        self.is_common(hit) || self.words.is_on(WordList::Surname, Word { start: hit.start, end: hit.end })
    }

    /// Whether a surname is also an English word, a month or a day.
    pub(in crate::context) fn is_word(&self, hit: Hit) -> bool {
        self.words
            .entry(Word { start: hit.start, end: hit.end })
            .is_some_and(|entry| entry.is_on(WordList::English) || entry.is_on(WordList::Time))
    }
}
