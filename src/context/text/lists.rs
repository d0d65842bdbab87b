//! Is a name an entry of a list or a cell of a table, and what do lists write otherwise than sentences?
//!
//! A list may write a name with one capital, `United states`; and where a line of it ends, the name does.

use super::folded::Folded;
use super::line::{farthest, is_whole_line, line_around};
use super::words::{self, Word};
use crate::context::sure::Sure;
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_digit, is_hyphen, is_ignorable, is_quote, is_separator, is_word, narrow};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::{AliasKind, CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// How much of an entry's frame is read on each side, in characters.
const FRAME: usize = 24;
/// So many bytes of blanks may stand before a name that is all of a text.
const VALUE_INDENT: usize = 8;
/// So many cells of one word are a sentence.
const MANY_CELLS: usize = 5;
/// A line of so many bytes is short.
const SHORT: usize = 32;
/// No entry of a list is so long, in bytes.
const LONG_LINE: usize = 48;
/// A word of so many letters that is no English one is part of a name.
const TELLING: usize = 4;
/// So many entries on each side are looked at for countries,
pub(in crate::context) const LIST_SIDE: usize = 3;
/// of which so many make a list of countries,
pub(in crate::context) const LIST_COUNTRIES: usize = 2;
/// no further away than this, in bytes.
pub(in crate::context) const LIST_REACH: usize = 400;

/// A line of so many characters may be an entry with a note.
const ENTRY: usize = 120;
/// So many words may stand between what tells the extent of an entry and a name in it.
const EXTENT_WORDS: usize = 8;
/// What an entry says before names that it holds or leaves out; the last seven speak of much else, but behind a comma or bracket,
const EXTENT: [&str; 13] =
    ["including", "excluding", "incl", "excl", "inc", "exc", "includes", "excludes", "without", "except", "plus", "minus", "ex"];
const EXTENT_APART: usize = 6;
/// and what stands between those.
const JOINING: [&str; 4] = ["and", "the", "of", "or"];

/// What stands between the cells of a table and the entries of a list.
pub(in crate::context) fn is_fence(c: char) -> bool {
    // Bullets, arrows, flags.
    let picture =
        matches!(c, '\u{2190}'..='\u{21FF}' | '\u{25A0}'..='\u{27BF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F300}'..='\u{1FAFF}');
    let sign = matches!(
        narrow(c),
        '|' | ';' | ',' | ':' | '/' | '<' | '>' | '(' | ')' | '[' | ']' | '=' | '*' | '†' | '‡' | '•' | '·' | '¦'
    );
    c == '\t' || sign || picture || is_quote(c) || is_break(c)
}

/// Whether a line goes on from `at` in plain ASCII for longer than an entry of a list is.
fn goes_on(text: &str, at: usize) -> bool {
    let line: Option<&[u8; LONG_LINE]> = text.as_bytes()[at..].first_chunk();
    line.is_some_and(|line| line.iter().fold(true, |plain, b| plain & (b' '..=b'~').contains(b)))
}

/// Letters that mark notes: `ᵃ`.
pub(in crate::context) fn is_raised(c: char) -> bool {
    matches!(c, '\u{2B0}'..='\u{2B8}' | '\u{1D2C}'..='\u{1D6A}' | '\u{2071}'..='\u{209C}')
}

/// Whether the tabs of the line around a range part the cells of a table; not where they stand for the spaces of a sentence: many words,
/// few numbers and no space with them.
pub(in crate::context) fn tabs_part_cells(text: &str, start: usize, end: usize) -> bool {
    let (from, to, _) = line_around(text, start, end);
    // What indents a line is in no cell.
    part_cells(text[from..to].trim_matches([' ', '>']).split('\t'))
}

/// The same of gaps as wide as three spaces, which texts have that were set in full lines.
pub(in crate::context) fn wide_gaps_part_cells(text: &str, start: usize, end: usize) -> bool {
    let (from, to, _) = line_around(text, start, end);
    // They may be wider.
    part_cells(text[from..to].split("   ").map(|cell| cell.trim_matches(' ')).filter(|cell| !cell.is_empty()))
}

/// Whether the parts of a line are cells.
fn part_cells<'t>(parts: impl Iterator<Item = &'t str>) -> bool {
    let (mut cells, mut numbers) = (0, 0);
    for cell in parts {
        if cell.contains(|c| is_separator(c) && !is_hyphen(c)) {
            return true;
        }
        cells += 1;
        numbers += usize::from(cell.contains(is_digit) && !cell.contains(char::is_alphabetic));
    }
    cells < MANY_CELLS || numbers * 2 >= cells
}

/// Whether an entry starts at `start`: behind a fence, a dash that stands apart, or a number at the start of the line.
pub(in crate::context) fn opens(text: &str, start: usize, tabs: bool) -> bool {
    let blank = |c: char| is_separator(c) && !is_hyphen(c) && !is_break(c) && (c != '\t' || !tabs);
    let mut before = text[..start].chars().rev().filter(|&c| !is_ignorable(c)).take(FRAME).peekable();
    let mut apart = false;
    while before.next_if(|&c| blank(c)).is_some() {
        apart = true;
    }
    let numbered = before.peek().is_some_and(|&c| apart && (is_digit(c) || matches!(c, '.' | ')')));
    if numbered {
        let mut digits = false;
        while let Some(c) = before.next_if(|&c| is_digit(c) || matches!(c, '.' | ')')) {
            digits |= is_digit(c);
        }
        // In a line that is quoted, too.
        return digits && before.find(|&c| !blank(c)).is_none_or(|c| is_break(c) || c == '>');
    }
    before.next().is_none_or(|c| is_fence(c) || apart && is_hyphen(c))
}

/// Whether an entry ends at `end`: at a fence, a number, a leader of dots, a dash that stands apart, or the end of the line.
pub(in crate::context) fn closes(text: &str, end: usize, tabs: bool) -> bool {
    let blank = |c: char| is_separator(c) && !is_hyphen(c) && !is_break(c) && (c != '\t' || !tabs);
    let mut behind = text[end..].chars().filter(|&c| !is_ignorable(c)).take(FRAME).peekable();
    let mut spaces = 0;
    while behind.next_if(|&c| blank(c)).is_some() {
        spaces += 1;
    }
    match behind.next() {
        None => true,
        Some('.') => behind.next().is_none_or(|c| c == '.' || is_break(c)),
        // `Malta a/`: the mark of a note in documents of the United Nations.
        Some(c) if spaces > 0 && c.is_ascii_lowercase() => behind.next() == Some('/'),
        Some(c) if is_raised(c) => true,
        // The mark of a note, a figure, a dash.
        Some(c) => is_fence(c) || spaces > 1 || c.is_numeric() && (spaces > 0 || !is_digit(c)) || spaces > 0 && is_hyphen(c),
    }
}

impl<T: Trace> Context<'_, T> {
    /// Whether a name with one capital is meant by an alias that has more: `United states` as an entry of a list, and anywhere a name that
    /// has a word of no other meaning, `South korea`.
    pub(in crate::context) fn is_listed(&self, hit: Hit, alias: &AliasRow) -> bool {
        let kind = AliasKind::ALL[usize::from(alias.kind)];
        if alias.entity == NONE
            || alias.case != CasePolicy::Capitalized as u8
            || matches!(kind, AliasKind::Demonym | AliasKind::Metonym | AliasKind::Nickname)
        {
            return false;
        }
        let entry = || self.is_entry(hit);
        // `New Zeal` is an abbreviation.
        let whole =
            alias.policy == Policy::Always as u8 && matches!(kind, AliasKind::Name | AliasKind::Official | AliasKind::Historical);
        match self.kind_meant(alias) {
            EntityKind::Country | EntityKind::Region | EntityKind::Place => {
                whole && self.has_telling_word(hit) || entry() || self.is_the_name(hit)
            }
            EntityKind::Organization | EntityKind::Format => entry() || self.is_the_name(hit),
            _ => false,
        }
    }

    /// Whether a hit is all of an entry or cell.
    pub(in crate::context) fn is_entry(&self, hit: Hit) -> bool {
        let tab = |c: Option<char>| c == Some('\t');
        let beside = tab(self.text[..hit.start].chars().next_back()) || tab(self.text[hit.end..].chars().next());
        let tabs = beside && tabs_part_cells(self.text, hit.start, hit.end);
        opens(self.text, hit.start, tabs) && closes(self.text, hit.end, tabs)
    }

    /// Whether two hits are entries of one list: each is one, and the same sign stands before them; a comma only in one stretch.
    pub(in crate::context) fn is_entry_like(&self, hit: Hit, other: Hit) -> bool {
        let sign = |start: usize| {
            let blank = |c: &char| is_separator(*c) && !is_break(*c) && *c != '\t' || is_ignorable(*c);
            self.text[..start].chars().rev().take(FRAME).find(|c| !blank(c)).filter(|c| !is_break(*c))
        };
        let alike = match sign(hit.start) {
            // A tab may stand for a space.
            Some('\t') => false,
            Some(',') => sign(other.start) == Some(',') && other.start.abs_diff(hit.start) < LIST_REACH,
            own => sign(other.start) == own,
        };
        alike && self.is_entry(other)
    }

    /// Whether a hit is an entry among entries that are countries: `Italy`, `Jersey`, `Jordan`.
    pub(in crate::context) fn is_in_list_of_countries(&self, hit: Hit) -> bool {
        if !self.is_entry(hit) {
            return false;
        }
        let country = |entity: u32| *self.kind_of(entity) == EntityKind::Country;
        let before = self.hits[..self.at].iter().rev().take_while(|near| near.start + LIST_REACH > hit.start);
        let behind = self.hits[self.at + 1..].iter().take_while(|near| near.end < hit.end + LIST_REACH);
        let listed = |near: &&Hit| self.may_mean(near, &country) && self.is_entry(**near);
        let count = before.take(LIST_SIDE).filter(listed).count() + behind.take(LIST_SIDE).filter(listed).count();
        count >= LIST_COUNTRIES
    }

    /// Whether a hit is all of the text: the value of a cell, `south korea`.
    pub(in crate::context) fn is_a_value(&self, hit: Hit) -> bool {
        let blank = |c: char| is_separator(c) || is_ignorable(c);
        let (before, behind) = (&self.text[..hit.start], &self.text[hit.end..]);
        // A longer stretch may be all that is left of a text that is read in pieces.
        before.len() <= VALUE_INDENT && before.chars().chain(behind.chars().take(FRAME)).all(blank)
    }

    /// `the United nations`, `the Security council`: behind an article in small letters only a name has a capital. Not `the British council`,
    /// where the first word has one of its own.
    fn is_the_name(&self, hit: Hit) -> bool {
        let land = |alias: usize| {
            let entity = self.tables.aliases.at(alias).entity;
            entity != NONE && matches!(self.kind_of(entity), EntityKind::Country | EntityKind::Region | EntityKind::Place)
        };
        let first = words::first_word(self.text, hit.start, hit.end);
        self.words.before(hit.start).is_some_and(|word| self.is(word, "the") && !words::is_capitalized(self.text, word))
            && !self.words.key_of(first).is_some_and(|key| self.tables.aliases_of_key(key).any(land))
    }

    /// Whether one of the small words of a name is no English word.
    fn has_telling_word(&self, hit: Hit) -> bool {
        let mut at = words::first_word(self.text, hit.start, hit.end).end;
        while let Some(word) = self.words.after(at).filter(|word| word.end <= hit.end) {
            let Word { start, end } = word;
            let known = |list| self.words.is_on(list, word);
            if end - start >= TELLING && !known(WordList::English) && !known(WordList::GivenName) {
                return true;
            }
            at = end;
        }
        false
    }

    /// Whether a hit is two entries of a list, and where the first of them ends: the second goes on further than the hit.
    pub(in crate::context) fn entries_in(&self, hit: Hit) -> Option<usize> {
        self.entries_at_comma(hit).or_else(|| self.entries_at_break(hit))
    }

    /// `Mali, Republic of` in `Mali, Republic of Moldova`; not `Korea, North` above `Korea, South`.
    fn entries_at_comma(&self, hit: Hit) -> Option<usize> {
        let inside = &self.text[hit.start..hit.end];
        let comma = inside.find(',')?;
        let end = hit.start + inside[..comma].trim_end_matches(is_ignorable).len();
        if is_whole_line(self.text, hit.start, hit.end) {
            return None;
        }
        let behind = hit.start + comma + 1;
        let next = behind + self.text[behind..hit.end].find(|c| !is_separator(c) && !is_ignorable(c))?;
        let second = self.longest_at(next)?;
        let first = self.longest_before(end, hit.start)?;
        (first.end == end && second.end > hit.end).then_some(end)
    }

    /// A hit that goes over the end of a line: `Korea, Rep.` above `Korea`, `Hong Kong` above `China`. The first fills its line, or the
    /// second does and goes on further.
    fn entries_at_break(&self, hit: Hit) -> Option<usize> {
        let inside = &self.text[hit.start..hit.end];
        let (at, sign) = inside.char_indices().find(|&(_, c)| is_break(c))?;
        let end = hit.start + inside[..at].trim_end_matches(|c| is_separator(c) || is_ignorable(c)).len();
        let rest = &inside[at + sign.len_utf8()..];
        // The sign of a line that is quoted may stand before it.
        let next = hit.end - rest.trim_start_matches(|c| is_separator(c) || is_ignorable(c) || c == '>').len();
        let fills = |from: usize, to: usize| is_whole_line(self.text, from, to);
        // Prose that is wrapped, which is seen sooner than what a name is.
        if goes_on(self.text, next) && !fills(hit.start, end) {
            return None;
        }
        let Some(second) = self.longest_at(next) else {
            // `GERMANY` above `Dr Guido Westerwelle`: the second line goes on with no name.
            let apart = fills(hit.start, end) && !fills(next, hit.end);
            return self.longest_before(end, hit.start).filter(|first| apart && first.end == end).map(|_| end);
        };
        // `DPR` above `Korea, DPRK`: the second is no part of a name that began before.
        if second.end > hit.end && fills(second.start, second.end) {
            return Some(end);
        }
        // Mostly the line is no name, which is seen sooner of a short one.
        if !fills(hit.start, end) || end - hit.start <= SHORT && self.words.key_of(Word { start: hit.start, end }).is_none() {
            return None;
        }
        let first = self.longest_before(end, hit.start).filter(|first| first.end == end)?;
        let two = second.end > hit.end || fills(second.start, second.end) && self.are_two_countries(first, second);
        two.then_some(end)
    }

    /// `Hong Kong` above `China`, not `Guinea` above `Bissau`.
    fn are_two_countries(&self, first: Hit, second: Hit) -> bool {
        let country = |entity: u32| *self.kind_of(entity) == EntityKind::Country;
        self.may_mean(&second, &country)
            && self.may_mean(&first, &|one| country(one) && !self.may_mean(&second, &|other| other == one))
    }

    /// `Oceania (excluding Australia and New Zealand)`, `France, incl. Monaco`: whether an entry of a list says before a name that it holds
    /// what follows, or leaves it out. Nothing but names may stand between and behind.
    pub(in crate::context) fn is_of_extent(&self, hit: Hit) -> bool {
        let joins = |word: Word| Folded::of(self.text, word).is_one_of(&JOINING);
        let named = |word: Word| words::is_capitalized(self.text, word) || joins(word);
        let apart = |c: char| !is_word(c) && !is_ignorable(c);
        // Mostly a small word of another sort stands before.
        let mut at = hit.start;
        for _ in 0..EXTENT_WORDS {
            let Some(word) = self.words.before(at) else { break };
            let small = &self.text[word.start..word.end];
            if !small.bytes().all(|b| b.is_ascii_lowercase()) || EXTENT.contains(&small) {
                break;
            }
            if !JOINING.contains(&small) {
                return false;
            }
            at = word.start;
        }
        let far = farthest(self.text, hit.start);
        let mut before = &self.text[far..hit.start];
        let (mut names, mut tab) = (0, false);
        let extent = loop {
            let end = before.trim_end_matches(|c| !is_word(c)).len();
            let start = before[..end].char_indices().rfind(|&(_, c)| apart(c)).map_or(0, |(at, c)| at + c.len_utf8());
            let word = Word { start: far + start, end: far + end };
            let parts = |c| matches!(c, ')' | ':' | ';') || is_break(c);
            if start == end || names == EXTENT_WORDS || before[end..].contains(parts) {
                return false;
            }
            tab |= before[end..].contains('\t');
            let folded = Folded::of(self.text, word);
            if folded.is_one_of(&EXTENT) {
                // `Europe Without Britain`
                let apart = before[..start].trim_end_matches(is_separator).ends_with(['(', '[', ',']);
                if folded.is_one_of(&EXTENT[EXTENT_APART..]) && !apart {
                    return false;
                }
                break word;
            }
            if !named(word) {
                return false;
            }
            (names, before) = (names + 1, &before[..start]);
        };
        let (from, to, whole) = line_around(self.text, hit.start, hit.end);
        if !whole || self.text[from..to].chars().filter(|&c| !is_ignorable(c)).count() > ENTRY {
            return false;
        }
        // `states including Japan and China` above `have agreed`: prose that is wrapped.
        if self.words.after(to).is_some_and(|word| self.text[word.start..].starts_with(char::is_lowercase)) {
            return false;
        }
        let cell = |c: char| matches!(c, '\t' | '|' | ';') || is_quote(c);
        let begins = self.text[from..extent.start].rfind(cell).map_or(from, |fence| from + fence);
        let ends = self.text[hit.end..to].find(cell).map_or(to, |fence| hit.end + fence);
        let mut behind = hit.end;
        while let Some(word) = self.words.after(behind).filter(|word| word.start < ends) {
            if !named(word) && !self.text[word.start..word.end].starts_with(is_digit) {
                return false;
            }
            behind = word.end;
        }
        // An entry begins with a capital, as `Developing economies excluding China`; `countries including Japan and China` may end a line
        // of prose.
        let head = &self.text[begins..extent.start];
        let Some(first) = head.find(is_word) else { return false };
        let bracket = head.trim_end_matches(|c| is_separator(c) || is_ignorable(c)).ends_with(['(', '[']);
        // Prose goes on behind the names, or in the next line.
        let rest = &self.text[hit.end..ends];
        let goes_on = if bracket {
            !self.text[hit.end..to].contains([')', ']'])
        } else {
            let seen = |word: &str| word.starts_with(char::is_lowercase) && !JOINING.contains(&word);
            let small = |word: &str| seen(word.trim_start_matches(is_ignorable));
            rest.trim_end().ends_with(',') || rest.split(apart).any(small)
        };
        if goes_on {
            return false;
        }
        let first = words::first_word(self.text, begins + first, extent.start);
        let mut names = std::iter::successors(Some(first), |word| self.words.after(word.end));
        // Cells end behind brackets only.
        let apart = bracket
            || !tab
                && words::is_capitalized(self.text, first)
                && (!self.is(extent, EXTENT[0]) || names.by_ref().take_while(|word| word.start < extent.start).all(named));
        apart && !self.text[begins..ends].trim_end().ends_with('.')
    }

    /// Judges what a hit over the end of a line has behind an entry that was found to go on in it.
    pub(in crate::context) fn judge_rest(&mut self, hit: Hit) {
        let mut at = self.known.covered;
        while let Some(word) = self.words.after(at).filter(|word| word.start < hit.end) {
            at = word.end;
            if let Some(rest) = self.longest_at(word.start) {
                self.judge(rest, &Sure::of(self.tables, &[rest]), 0);
                at = rest.end.max(self.known.covered);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_entries() {
        let framed = |marked: &str| {
            let parts: Vec<&str> = marked.split('|').collect();
            let (text, start) = (parts.concat(), parts[0].len());
            let end = start + parts[1].len();
            let tabs = tabs_part_cells(&text, start, end);
            opens(&text, start, tabs) && closes(&text, end, tabs)
        };
        for yes in [
            "|United states|",
            "1. |United states|",
            "12) |United states| 34.2",
            "- |United states|\n",
            "a, |United states|, b",
            "US\t|United states|\t12",
            "\"|United states|\";12",
            "x\n|United states| ..... 12",
            "|United states|²",
            "|United states| (USA)",
            "France – |United states| – Italy",
            "Chad\n12. |United states|",
            "🇺🇸 |United states|",
            "► |United states|ᵃ",
            "|United states| a/ 12",
        ] {
            assert!(framed(yes), "{yes}");
        }
        for no in [
            "It\tis\tthe\tend.\tSo\t|World\tbank|\tit\tis.",
            "|United states| of mind",
            "In the |United states|.",
            "It is 12. |United states|\n",
            "It ended. |World bank|\n",
            "pre-|United states|",
            "a |United states| a day",
            "It was in 1990. |United states| (USA)",
        ] {
            assert!(!framed(no), "{no}");
        }
    }
}
