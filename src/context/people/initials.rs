//! Whose initials stand before a surname?
//!
//! `N. Nazarbayev`, `S. Sh. Jeenbekov`, `E Rahmon`: a bearer whose given name begins so, behind a title that they held, named before, or
//! the head of a country in the sentence. Looks at [`MAX_INITIALS`] initials.

use super::bearers::Bearers;
use super::titles::Before;
use crate::boundary::char_before;
use crate::context::text::folded::Folded;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_apostrophe, is_digit, is_hyphen, is_ignorable, is_letter, is_separator, is_word};
use crate::scan::Hit;

/// So many characters are read beside a name for a rank or a result.
const RESULT: usize = 8;
/// Initials read before a surname.
const MAX_INITIALS: usize = 3;
/// Letters of other scripts that are written as two.
const DIGRAPHS: [&str; 9] = ["ch", "dz", "kh", "sh", "ts", "ya", "ye", "yu", "zh"];

impl<T: Trace> Context<'_, T> {
    /// The first of the initials right before a name. Those of a mention are none: `U.S. Jaishankar`.
    pub(super) fn first_initial(&self, name: usize) -> Option<Word> {
        let (mut first, mut start) = (None, name);
        for _ in 0..MAX_INITIALS {
            let Some(initial) = self.initial_ending(start).filter(|initial| initial.start >= self.known.covered) else { break };
            (first, start) = (Some(initial), initial.start);
        }
        first
    }

    /// The initial before a place: a capital, or two letters with a dot that stand for one.
    fn initial_ending(&self, at: usize) -> Option<Word> {
        let gap = words::gap_before(self.text, at);
        let end = gap.unwrap_or(at);
        // `J.-Y. Le Drian`
        let joins = |gap: usize| {
            self.text[gap..at].chars().filter(|&c| !is_ignorable(c)).all(is_hyphen) && self.text[..gap].ends_with('.')
        };
        if gap.is_some_and(|gap| self.text[gap..at].contains(is_hyphen) && !joins(gap)) {
            return None;
        }
        let (last, place) = char_before(self.text, end)?;
        let dotted = last == '.';
        let (letter, start) = if dotted { char_before(self.text, place)? } else { (last, place) };
        let end = if dotted { place } else { end };
        // The `S` of `IRAQ'S SADDAM` is none.
        let word_ends = |at: usize| char_before(self.text, at).is_some_and(|(c, _)| is_word(c));
        let begins = |start: usize| match char_before(self.text, start) {
            Some((c, place)) => !(is_word(c) || is_apostrophe(c) && word_ends(place)),
            None => true,
        };
        if letter.is_uppercase() {
            // `A` and `I` are words, too.
            let clear = dotted || gap.is_some() && !matches!(letter, 'A' | 'I');
            return (clear && begins(start)).then_some(Word { start, end });
        }
        let (capital, start) = char_before(self.text, start).filter(|&(c, _)| dotted && is_letter(letter) && c.is_uppercase())?;
        let word = Word { start, end };
        (capital.is_uppercase() && begins(start) && Folded::of(self.text, word).is_one_of(&DIGRAPHS)).then_some(word)
    }

    /// The bearer of a surname who is meant by it behind initials, and how sure that is.
    pub(super) fn bearer_of_initials(
        &mut self,
        hit: Hit,
        first: Word,
        bearers: &[(u32, u32)],
        before: &Before<'_>,
    ) -> Option<(u32, u8)> {
        let part = |&(alias, person): &(u32, u32)| self.is_part(alias) && self.has_initial(person, first);
        let fitting: Bearers = bearers.iter().copied().filter(part).collect();
        let whole = Hit { start: first.start, ..hit };
        if fitting.is_empty()
            || self.double_barrelled(hit).is_err()
            || self.name_of_something_else(hit).is_some()
            || self.other_persons_name(whole, before).is_err()
        {
            return None;
        }
        let titled = self.titled(before, &fitting);
        if !titled.is_empty() {
            return self.best(hit, &titled).map(|(alias, _)| (alias, 95));
        }
        if before.office.is_some() {
            return None;
        }
        let antecedent = self.known.people.antecedent(hit.key);
        if let Some(&(alias, _)) = fitting.iter().find(|&&(_, person)| antecedent == Some(person)) {
            return Some((alias, 95));
        }
        if self.in_sport(hit) {
            return None;
        }
        // `Present: S. Lavrov (Russia)`
        let mut known = Bearers::default();
        if !self.is_placed(first.start, hit) {
            known = self.bearers_for_country(hit, &fitting);
            if known.is_empty() {
                known = self.bearers_behind_country(first.start, &fitting);
            }
        }
        if known.is_empty() {
            known = fitting.iter().copied().filter(|&(_, person)| self.is_head_nearby(hit, person)).collect();
        }
        self.best(hit, &known).map(|(alias, _)| (alias, 85))
    }

    /// `1. J. Howard (Australia) 10.1`, `J. Howard (Australia) beat`: whether a name with its country stands among results.
    fn is_placed(&self, start: usize, hit: Hit) -> bool {
        let blank = |c: char| is_separator(c) || is_ignorable(c) || matches!(c, ',' | '.' | ')' | '=');
        let ranked = self.text[reach::before(self.text, start, RESULT)..start].trim_end_matches(blank).ends_with(is_digit);
        let end = self.bracket_behind(hit.end).map_or(hit.end, |(_, end)| end);
        let counted = self.text[end..reach::after(self.text, end, RESULT)].trim_start_matches(blank).starts_with(is_digit);
        ranked || counted || self.is_near_sport(hit)
    }

    /// Whether a whole name of a person begins with an initial. That of a name behind which the usual one stands is none: nobody writes
    /// `J. Brown` for James Gordon Brown.
    fn has_initial(&self, person: u32, initial: Word) -> bool {
        let initial = Folded::of(self.text, initial);
        let aliases = self.tables.aliases_of(person).filter(|&alias| !self.is_part(alias));
        let texts = aliases.map(|alias| self.tables.aliases.at(alias as usize).text);
        let canonical = self.tables.str(self.tables.entities.at(person as usize).name());
        let usual = canonical.split(' ').next().unwrap_or_default();
        let begins = |name: &str| {
            let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
            let whole = Word { start: 0, end: first.len() };
            !rest.is_empty()
                && Folded::of(first, whole).as_str().starts_with(initial.as_str())
                && !rest.split(' ').rev().skip(1).any(|further| further == usual)
        };
        texts.map(|name| self.tables.str(name)).chain([canonical]).any(begins)
    }
}
