//! Is an entry of a list, or all of a text, a country's name that no alias spells so?
//!
//! `Cent. Afr. Rep.`, `Bosnia and Herzegov`, `Kyrgystan`: [`lands`](super::lands) tells whose. Only for a text of one short line, and for an
//! entry among entries that are countries; looks at most [`LIST_REACH`] bytes before a hit.

use crate::context::text::lists::{LIST_COUNTRIES, LIST_REACH, LIST_SIDE, is_raised, tabs_part_cells};
use crate::context::text::reach;
use crate::context::{Context, Found, Rule, Trace};
use crate::fold::{is_break, is_digit, is_ignorable, is_separator, is_word, narrow};
use crate::gazetteer::rows::NONE;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// No entry is longer, in bytes.
const LONG: usize = 64;
/// No text that is a value is longer, with what is blank around it.
const VALUE: usize = 96;
/// How far signs are looked for at once, in bytes.
const AHEAD: usize = 1 << 9;
/// So many characters in brackets at an entry's end may be the mark of a note.
const NOTE: usize = 5;
/// How sure it is, in hundredths.
const CONFIDENCE: u8 = 80;

/// What stands between entries, but for tabs.
fn parts_entries(c: char) -> bool {
    is_break(c) || matches!(c, '|' | ';')
}

/// Whether a byte may be (the last) of such a sign, or of a tab.
fn may_part(b: u8) -> bool {
    (b < b' ') | (b == b'|') | (b == b';') | (b == 0x85) | (b == 0xa8) | (b == 0xa9)
}

/// Whether there may be one in a text. Reads all, so that the compiler makes vector instructions of it; inside its callers it does not.
#[inline(never)]
fn may_hold(text: &[u8]) -> bool {
    text.iter().fold(0, |any, &b| any | u8::from(may_part(b))) != 0
}

/// Where the first of them may be.
fn first_sign(text: &[u8]) -> Option<usize> {
    let chunk = text.chunks(LONG).position(may_hold)?;
    text[chunk * LONG..].iter().position(|&b| may_part(b)).map(|at| chunk * LONG + at)
}

impl<T: Trace> Context<'_, T> {
    /// Judges a text that is one entry.
    pub(in crate::context) fn judge_value(&mut self) {
        if self.lands.is_empty() {
            return;
        }
        let value = self.text.trim();
        let short = |text: &str, most: usize| reach::after(text, 0, most) == text.len();
        if short(self.text, VALUE) && short(value, LONG) && !value.contains(parts_entries) {
            self.judge_entry(0, self.text.len(), true);
        }
    }

    /// Judges the entries that begin behind the hit before the one at hand and not behind it.
    #[inline(always)]
    pub(in crate::context) fn judge_entries(&mut self) {
        if !self.lands.is_empty() {
            self.judge_entries_before();
        }
    }

    fn judge_entries_before(&mut self) {
        let before = self.at.checked_sub(1).map_or(0, |before| self.hits[before].end).max(self.known.covered);
        let behind = self.hits.get(self.at).map_or(self.text.len(), |hit| hit.start);
        // Mostly it is running text, in which no sign stands for a while.
        let (from, to) = self.no_sign;
        if from > before || to < behind {
            let ahead = self.text.as_bytes().get(before..self.text.len().min(before + AHEAD)).unwrap_or_default();
            self.no_sign = (before, before + first_sign(ahead).unwrap_or(ahead.len()));
        }
        let (_, to) = self.no_sign;
        if (to < behind || before == 0 && self.at == 0) && behind - before.min(behind) <= LIST_REACH {
            self.judge_between(before, behind);
        }
    }

    #[inline(never)]
    fn judge_between(&mut self, before: usize, behind: usize) {
        self.judge_cells(before, behind, parts_entries);
        // A tab may stand for a space.
        let tabs = self.text.as_bytes().get(before..behind).is_some_and(|between| between.contains(&b'\t'));
        if tabs && tabs_part_cells(self.text, behind, behind) {
            self.judge_cells(before, behind, |c| parts_entries(c) || c == '\t');
        }
    }

    /// Judges what stands between signs, from one place to another.
    fn judge_cells(&mut self, before: usize, behind: usize, parts: fn(char) -> bool) {
        // The first one begins with the text, or behind what parts it from the hit before.
        let mut at = if before == 0 && self.at == 0 { Some(0) } else { self.behind_sign(before, behind, parts) };
        while let Some(start) = at {
            at = self.behind_sign(start, behind, parts);
            // Nothing stands in a blank line.
            if at == Some(start + 1) || self.goes_on(start) {
                continue;
            }
            let reach = reach::after(self.text, start, LONG);
            let end = self.text[start..reach].find(parts).map(|len| start + len);
            if let Some(end) = end.or_else(|| (reach == self.text.len()).then_some(reach)) {
                self.judge_entry(start, end, false);
            }
        }
    }

    /// Where the first sign between two places that parts entries ends.
    fn behind_sign(&self, from: usize, to: usize, parts: fn(char) -> bool) -> Option<usize> {
        let mut at = from;
        loop {
            let mut sign = at + first_sign(self.text.as_bytes().get(at..to)?)?;
            while !self.text.is_char_boundary(sign) {
                sign -= 1;
            }
            let c = self.text[sign..].chars().next()?;
            at = sign + c.len_utf8();
            if parts(c) {
                return Some(at);
            }
        }
    }

    /// Whether a line goes on in plain ASCII for longer than an entry.
    fn goes_on(&self, start: usize) -> bool {
        let line: Option<&[u8; LONG + 1]> = self.text.as_bytes()[start..].first_chunk();
        line.is_some_and(|line| line.is_ascii() && !may_hold(line))
    }

    /// Keeps an entry that is a country's name, if no hit is all of it.
    fn judge_entry(&mut self, from: usize, to: usize, value: bool) {
        let Some((start, end)) = name_in(self.text, from, to) else { return };
        // One that goes on in the mark of a note is another: `France 3/`.
        let last = |end: usize| start + self.text[start..end].trim_end_matches(|c| !is_word(c)).len();
        let whole = |hit: &Hit| hit.start <= start && hit.end > start && last(hit.end) == last(end);
        let noted = last(end) < from + self.text[from..to].trim_end_matches(|c| !is_word(c)).len();
        let whole = |hit: &Hit| whole(hit) || !noted && hit.start <= start && hit.end >= end;
        // `the Maldives`: a name that counts by itself, behind its article.
        let article =
            self.text[start..end].get(..4).filter(|word| word.eq_ignore_ascii_case("the ")).map_or(start, |_| start + 4);
        let behind_article = |hit: &Hit| hit.start == article && last(hit.end) == last(end) && self.always_means(hit, |_| true);
        let whole = |hit: &Hit| whole(hit) || behind_article(hit);
        let mut here = self.hits[self.at.min(self.hits.len())..].iter().take_while(|hit| hit.start < end);
        if start < self.known.covered || here.any(whole) {
            return;
        }
        if !value && !self.stands_among_countries(start, end) {
            return;
        }
        if let Some(alias) = self.lands.find(self.tables, self.phrases, &self.text[start..end], !value)
            && !self.known.mask.hides(self.text, start, end)
        {
            let hit = Hit::new(self.text, start, end, self.tables.key_of_alias(alias));
            // No alias is written so.
            let found =
                Found { alias: NONE, alias_kind: AliasKind::Alternative, ..self.mention(hit, alias, Rule::Entry, CONFIDENCE) };
            self.push(found);
        }
    }

    /// Whether the entries around an entry are countries.
    fn stands_among_countries(&self, start: usize, end: usize) -> bool {
        let country = |entity: u32| *self.kind_of(entity) == EntityKind::Country;
        let at = self.at.min(self.hits.len());
        let before = self.hits[..at].iter().rev().take_while(|near| near.start + LIST_REACH > start);
        let behind = self.hits[at..].iter().skip_while(|near| near.start < end).take_while(|near| near.end < end + LIST_REACH);
        let listed = |near: &&Hit| self.may_mean(near, &country) && self.is_entry(**near);
        let spelt = self.known.found.iter().rev().take(LIST_SIDE).filter(|found| found.rule == Rule::Entry);
        let spelt = spelt.filter(|found| found.start + LIST_REACH > start).count();
        // Entries that are spelt so hold hits that are none.
        let hits = before.take(2 * LIST_SIDE).filter(listed).count() + behind.take(2 * LIST_SIDE).filter(listed).count();
        hits + spelt >= LIST_COUNTRIES
    }
}

/// The name in an entry: without its number and the marks of notes, `12. France (1)`, `France 3/`, `France ...`.
fn name_in(text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    let mut entry = &text[..to];
    loop {
        let shorter = entry.trim_end_matches(|c: char| {
            !(is_word(c) || matches!(c, '.' | ')' | ']')) || is_raised(c) || c.is_numeric() && !is_digit(c)
        });
        let shorter = if shorter.ends_with("..") { shorter.trim_end_matches('.') } else { shorter };
        let shorter = without_note(shorter, text[shorter.len()..to].chars().map(narrow).find(|&c| !is_ignorable(c)) == Some('/'));
        if shorter.len() <= from {
            return None;
        }
        if shorter.len() == entry.len() {
            break;
        }
        entry = shorter;
    }
    let numbered = text[from..entry.len()].trim_start_matches(|c: char| c.is_whitespace() || is_digit(c));
    let number = numbered.strip_prefix(['.', ')']).filter(|_| numbered.len() < entry.len() - from).unwrap_or(numbered);
    let start = entry.len() - number.len() + number.find(is_word)?;
    text[start..entry.len()].contains(char::is_alphabetic).then_some((start, entry.len()))
}

/// A text without the mark of a note at its end: `(1)`, `[a]`, or before a slash `1`, `a`.
fn without_note(text: &str, slash: bool) -> &str {
    let seen = text.chars().rev().map(narrow).filter(|&c| !is_ignorable(c));
    let mark = |c: char| is_digit(c) || narrow(c).is_ascii_lowercase();
    if seen.clone().next().is_some_and(|c| matches!(c, ')' | ']')) {
        let reach = &text[reach::before(text, text.len(), NOTE)..];
        let Some((at, _)) = reach.char_indices().rfind(|&(_, c)| matches!(narrow(c), '(' | '[')) else { return text };
        let mut parts = reach[at..].split(|c| !mark(c) && !is_ignorable(c)).filter(|part| !part.is_empty());
        let other = reach[at..].chars().any(|c| is_word(c) && !mark(c));
        let notes =
            !other && parts.all(|part| part.chars().all(is_digit) || part.chars().filter(|&c| !is_ignorable(c)).count() == 1);
        return if notes { &text[..text.len() - reach.len() + at] } else { text };
    }
    if !slash {
        return text;
    }
    let word = text[reach::before(text, text.len(), NOTE)..].rsplit(is_separator).next().unwrap_or(text);
    let note = word.len() < text.len() && !word.is_empty() && word.chars().filter(|&c| !is_ignorable(c)).count() < 3;
    if note && word.chars().all(|c| mark(c) || is_ignorable(c)) { &text[..text.len() - word.len()] } else { text }
}
