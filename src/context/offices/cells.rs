//! Which office does a cell of a table, or an entry of a list, give to the name in the one beside it?
//!
//! `Chancellor: Olaf Scholz`, `| France | President |`, `Andrzej Duda (President)`. A role that fills its cell is an office where the person
//! beside it held it, and where the cell before it is the country or body whose it is.

use super::composed;
use crate::context::text::lists::{closes, opens, tabs_part_cells};
use crate::context::text::phrases::Role;
use crate::context::text::reach;
use crate::context::text::words;
use crate::context::{Context, Found, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator, is_word};
use crate::gazetteer::scope;
use crate::kind::EntityKind;

/// So many characters stand between two cells at most, with what fills a column.
const MAX_BETWEEN: usize = 48;

impl<T: Trace> Context<'_, T> {
    /// The office of a role that fills the cell before a person who held it: `Chancellor` in `Chancellor: Olaf Scholz`.
    pub(in crate::context) fn role_in_cell_before(&self, person: &Found, honorific: bool) -> Option<Found> {
        let honorifics = if honorific { self.honorifics_before(person.start) } else { None };
        let start = honorifics.unwrap_or(person.start);
        // Mostly a word or a comma and a space stand before it.
        if self.text[..start]
            .strip_suffix(' ')
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ','))
        {
            return None;
        }
        let from = reach::before(self.text, start, MAX_BETWEEN);
        let end = from + self.text[from..start].trim_end_matches(|c| !is_word(c) && !is_break(c)).len();
        let tabs = self.cells_part(end, start, &[':', '|', ';'])?;
        let role = self.words.role_ending(words::last_word(self.text, 0, end))?;
        if role.end != end
            || role.start < self.known.covered
            || !opens(self.text, role.start, tabs) && !words::starts_sentence(self.text, role.start)
        {
            return None;
        }
        self.persons_office(&role, person.entity).filter(|office| self.is_office_named(&role, office.entity))
    }

    /// The office of a role that fills the cell behind a person who held it: `President` in `Andrzej Duda (President)`.
    pub(in crate::context) fn role_in_cell_behind(&self, person: &Found) -> Option<Found> {
        let role = self.role_in_next_cell(person.end, &['(', '|', ';'])?;
        self.persons_office(&role, person.entity).filter(|office| self.is_office_named(&role, office.entity))
    }

    /// The office of a role that fills the cell behind the country or body whose it is: `President` in `| France | President |`.
    pub(in crate::context) fn office_in_next_cell(&self, owner: &Found) -> Option<Found> {
        let scope = if *self.kind_of(owner.entity) == EntityKind::Country { scope::STATE } else { scope::BODY };
        let role = self.role_in_next_cell(owner.end, &['|', ';'])?;
        let (row, number) = self.fitting(&role, scope)?;
        let office = self.office_of(owner.entity, &row)?;
        Some(composed(role.start, role.end, office, self.modifier_before(role.start)?, number))
    }

    /// Whether a tab between two places parts cells of a table.
    fn tabs_part(&self, from: usize, to: usize) -> bool {
        self.text[from..to].contains('\t') && tabs_part_cells(self.text, from, to)
    }

    /// Whether the words of an office lie in two cells: a tab parts them, and stands for no space in the others.
    pub(super) fn crosses_cells(&self, office: &Found, owner: &Found) -> bool {
        let tabs = |from: usize, to: usize| self.text[from..to].matches('\t').count();
        owner.start == office.start
            && tabs(owner.end, office.end) == 1
            && self.text[owner.end..].trim_start_matches(|c| c == ' ' || is_ignorable(c)).starts_with('\t')
            && self.tabs_part(owner.end, office.end)
    }

    /// The role that fills the cell behind a place.
    fn role_in_next_cell(&self, at: usize, signs: &[char]) -> Option<Role<'_>> {
        // Mostly a space and a word follow.
        if self.text[at..].strip_prefix(' ').is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_alphanumeric())) {
            return None;
        }
        let to = reach::after(self.text, at, MAX_BETWEEN);
        let start = to - self.text[at..to].trim_start_matches(|c| !is_word(c) && !is_break(c)).len();
        let tabs = self.cells_part(at, start, signs)?;
        let first = words::first_word(self.text, start, self.text.len());
        // A wide space before a word is no end, nor is the apostrophe of `President's Cup`.
        let blank = |c: char| is_separator(c) && !is_hyphen(c) && !is_break(c) && (c != '\t' || !tabs) || is_ignorable(c);
        let goes_on = |end: usize| {
            words::after_possessive(self.text, end) != end || self.text[end..].trim_start_matches(blank).starts_with(is_word)
        };
        self.words.role_at(first).filter(|role| closes(self.text, role.end, tabs) && !goes_on(role.end))
    }

    /// Whether signs between two places part cells: some of these, a comma on which no space follows, a dash that stands apart, a tab.
    /// Tells whether tabs do.
    pub(in crate::context) fn cells_part(&self, from: usize, to: usize, signs: &[char]) -> Option<bool> {
        let between = self.text.get(from..to)?;
        // Mostly there is a space alone.
        if between == " " {
            return None;
        }
        let tabs = self.tabs_part(from, to);
        let blank = |c: char| is_separator(c) && !is_hyphen(c) && !is_break(c) && (c != '\t' || !tabs);
        let mut parts = tabs;
        let mut seen = between.chars().filter(|&c| !is_ignorable(c)).peekable();
        let mut last = None;
        while let Some(c) = seen.next() {
            let apart = |c: Option<char>| c.is_some_and(blank);
            match c {
                ',' => parts |= seen.peek().is_none_or(|&next| !blank(next) && next != ','),
                _ if is_hyphen(c) => parts |= apart(last) && apart(seen.peek().copied()),
                _ if signs.contains(&c) => parts = true,
                _ if blank(c) || c == '\t' || matches!(c, '*' | '_' | '"' | '“' | '”') => {}
                // The end of a line among them.
                _ => return None,
            }
            last = Some(c);
        }
        parts.then_some(tabs)
    }
}
