//! Is this word or phrase on one of the lists of the context rules?

use std::ops::Range;
use std::sync::Arc;

use super::words::{self, Word};
use crate::fold::{Folding, SEP};
use crate::gazetteer::rows::{NONE, RoleRow, Str};
use crate::gazetteer::{Tables, WordList};

/// Longest phrase on a list, in words.
const MAX_WORDS: usize = 8;

/// A hash of a short text (FNV-1a, by Fowler, Noll and Vo).
fn hash(text: &str) -> usize {
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)) as usize
}

/// What the lists say of a phrase.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    phrase: Str,
    /// Bits of the word lists it is on.
    lists: u16,
    /// Row of the word in the list of modifiers.
    modifier: Option<u32>,
    /// Rows of role terms, for states and for bodies.
    roles: Range<u32>,
    /// Whether it is the first (last) word of something that may hold several words: where a longer look is worth while.
    starts: bool,
    ends: bool,
    /// Whether it stands before `of` in a role term that is written around its country: `head` in `head of * central bank`.
    around: bool,
}

impl Entry {
    pub(crate) fn is_on(&self, list: WordList) -> bool {
        self.lists >> (list as u8) & 1 == 1
    }
}

/// The word lists and role terms of a gazetteer, ready for look-up in a text.
#[derive(Debug)]
pub(crate) struct Phrases {
    tables: Arc<Tables>,
    entries: Vec<Entry>,
    /// A hash table of rows of `entries`, at most half full.
    slots: Vec<u32>,
}

/// A role term found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role<'p> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The rows of the term among the roles.
    pub(crate) rows: &'p [RoleRow],
    /// The number of the first of them.
    pub(crate) first: u32,
}

impl Phrases {
    pub(crate) fn new(tables: &Arc<Tables>) -> Self {
        let mut phrases = Phrases {
            tables: tables.clone(),
            entries: Vec::with_capacity(tables.words.len() + tables.roles.len()),
            slots: vec![NONE; (2 * (tables.words.len() + 3 * tables.roles.len()) + 64).next_power_of_two()],
        };
        for (i, row) in tables.words.iter().enumerate() {
            let entry = phrases.entry(row.word);
            entry.lists |= 1 << row.list;
            if row.list == WordList::Modifier as u8 {
                entry.modifier = Some(i as u32);
            }
            if [WordList::Modifier, WordList::NameBefore, WordList::NameAfter, WordList::State]
                .iter()
                .any(|list| *list as u8 == row.list)
            {
                phrases.note_ends(row.word);
            }
        }
        for (i, row) in tables.roles.iter().enumerate() {
            let entry = phrases.entry(row.term);
            let i = i as u32;
            entry.roles = if entry.roles.is_empty() { i..i + 1 } else { entry.roles.start..i + 1 };
            match tables.str(row.term).find('*') {
                Some(star) => phrases.note_sides(row.term, star as u32),
                None => phrases.note_ends(row.term),
            }
        }
        phrases
    }

    /// The entry of a phrase, to be changed.
    fn entry(&mut self, phrase: Str) -> &mut Entry {
        let slot = self.slot(self.tables.str(phrase));
        if self.slots[slot] == NONE {
            self.slots[slot] = self.entries.len() as u32;
            self.entries.push(Entry { phrase, lists: 0, modifier: None, roles: 0..0, starts: false, ends: false, around: false });
        }
        &mut self.entries[self.slots[slot] as usize]
    }

    /// Notes the first and the last word of a phrase.
    fn note_ends(&mut self, phrase: Str) {
        let text = self.tables.str(phrase);
        let first = text.find(' ').unwrap_or(text.len()) as u32;
        let last = text.rfind(' ').map_or(0, |at| at + 1) as u32;
        self.entry(Str { len: first, ..phrase }).starts = true;
        self.entry(Str { at: phrase.at + last, len: phrase.len - last }).ends = true;
    }

    /// Notes the words up to the `*` of a role term that is written around its country, and the word before their `of`.
    fn note_sides(&mut self, phrase: Str, star: u32) {
        self.entry(Str { len: star + 1, ..phrase }).starts = true;
        let before = self.tables.str(Str { len: star, ..phrase }).trim_end().trim_end_matches("of").trim_end();
        let word = before.rfind(' ').map_or(0, |at| at + 1);
        let (at, len) = (phrase.at + word as u32, (before.len() - word) as u32);
        self.entry(Str { at, len }).around = true;
    }

    /// Where a phrase stands in the hash table, or would.
    fn slot(&self, phrase: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(phrase) & mask;
        while let Some(entry) = self.entries.get(self.slots[slot] as usize)
            && self.tables.str(entry.phrase) != phrase
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn get(&self, phrase: &str) -> Option<&Entry> {
        self.entries.get(self.slots[self.slot(phrase)] as usize)
    }

    fn roles(&self, entry: &Entry) -> &[RoleRow] {
        &self.tables.roles[entry.roles.start as usize..entry.roles.end as usize]
    }

    /// What the lists say of a word.
    pub(crate) fn word(&self, text: &str, word: Word) -> Option<&Entry> {
        self.get(Folded::of(text, word).as_str())
    }

    /// The key of the aliases that are this word.
    pub(crate) fn key_of(&self, text: &str, word: Word) -> Option<u32> {
        self.tables.key(Folded::of(text, word).as_str())
    }

    /// Whether a word is on a list.
    pub(crate) fn is_on(&self, list: WordList, text: &str, word: Word) -> bool {
        self.word(text, word).is_some_and(|entry| entry.is_on(list))
    }

    /// The longest role term that starts with the word `first`.
    pub(crate) fn role_at(&self, text: &str, first: Word) -> Option<Role<'_>> {
        self.longest_after(text, first, |entry| !entry.roles.is_empty()).map(|(end, entry)| self.role(first.start, end, entry))
    }

    fn role(&self, start: usize, end: usize, entry: &Entry) -> Role<'_> {
        Role { start, end, rows: self.roles(entry), first: entry.roles.start }
    }

    /// The role term written around a country (`head of Poland's central bank`): its last word before the country is `last`, what goes
    /// on behind the country, which ends at `owner_end`, does so at `after`.
    pub(crate) fn role_around(&self, text: &str, last: Word, owner_end: usize, after: usize) -> Option<Role<'_>> {
        let noun = words::word_before(text, last.start)?;
        if !self.word(text, noun)?.around {
            return None;
        }
        let mut left = Folded::default();
        left.push(text, last.start, last.end);
        let (mut word, mut best) = (noun, None);
        for _ in 1..MAX_WORDS {
            if !left.prepend(text, word) {
                break;
            }
            let mut whole = left.clone();
            whole.push_str(" *");
            if self.get(whole.as_str()).is_some_and(|entry| entry.starts) {
                let mut end = after;
                for _ in 0..MAX_WORDS {
                    if let Some(entry) = self.get(whole.as_str()).filter(|entry| !entry.roles.is_empty()) {
                        best = Some(self.role(word.start, if end == after { owner_end } else { end }, entry));
                    }
                    let Some(next) = words::word_after(text, end) else { break };
                    whole.push(text, end, next.end);
                    end = next.end;
                }
            }
            let Some(before) = words::word_before(text, word.start) else { break };
            word = before;
        }
        best
    }

    /// The longest role term that ends with the word `last`.
    pub(crate) fn role_ending(&self, text: &str, last: Word) -> Option<Role<'_>> {
        self.longest_before(text, last, |entry| !entry.roles.is_empty()).map(|(start, entry)| self.role(start, last.end, entry))
    }

    /// The longest modifier that starts with the word `first`: its end and its row.
    pub(crate) fn modifier_at(&self, text: &str, first: Word) -> Option<(usize, u32)> {
        let (end, entry) = self.longest_after(text, first, |entry| entry.modifier.is_some())?;
        Some((end, entry.modifier?))
    }

    /// The longest modifier that ends with the word `last`: its start and its row.
    pub(crate) fn modifier_ending(&self, text: &str, last: Word) -> Option<(usize, u32)> {
        let (start, entry) = self.longest_before(text, last, |entry| entry.modifier.is_some())?;
        Some((start, entry.modifier?))
    }

    /// Whether a phrase of a list that starts with a capital ends with the word `last`.
    pub(crate) fn list_ending(&self, list: WordList, text: &str, last: Word) -> bool {
        self.longest_before(text, last, |entry| entry.is_on(list))
            .is_some_and(|(start, _)| text[start..].starts_with(char::is_uppercase))
    }

    /// Where the longest phrase of a list that starts with the word `first` ends; of names with a capital only.
    pub(crate) fn list_starting(&self, list: WordList, text: &str, first: Word) -> Option<usize> {
        self.longest_after(text, first, |entry| entry.is_on(list)).map(|(end, _)| end)
    }

    /// The number of a word's entry, if the word is on a list.
    pub(crate) fn list_entry(&self, list: WordList, text: &str, word: Word) -> Option<usize> {
        self.word(text, word).filter(|entry| entry.is_on(list)).map(|entry| entry.phrase.at as usize)
    }

    /// Whether a word is an English one with an ending: `vows`, `slammed`, `weds`.
    pub(crate) fn is_inflected(&self, text: &str, word: Word) -> bool {
        let folded = Folded::of(text, word);
        let word = folded.as_str();
        let english = |stem: &str| stem.len() > 2 && self.get(stem).is_some_and(|entry| entry.is_on(WordList::English));
        ["s", "es", "d", "ed", "ing"].iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| {
                // `slammed`: the last letter of the stem stands twice.
                let last = stem.chars().next_back().map_or(0, char::len_utf8);
                let doubled = stem.len() > 2 && stem.ends_with(&stem[stem.len() - last..].repeat(2));
                english(stem) || doubled && english(&stem[..stem.len() - last])
            })
        })
    }

    /// Whether the name or abbreviation of a state starts with the word `first`.
    pub(crate) fn state_at(&self, text: &str, first: Word) -> bool {
        let state = |entry: &Entry| entry.is_on(WordList::State);
        // `MA` is a state, `Ma` is not.
        let short =
            Folded::of(text, first).as_str().len() == 2 && text[first.start..first.end].bytes().any(|b| b.is_ascii_lowercase());
        !short && self.longest_after(text, first, state).is_some()
    }

    fn longest_after(&self, text: &str, first: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, &Entry)> {
        let mut folded = Folded::default();
        folded.push(text, first.start, first.end);
        if !self.get(folded.as_str())?.starts {
            return None;
        }
        let (mut best, mut end) = (None, first.end);
        for _ in 0..MAX_WORDS {
            if let Some(entry) = self.get(folded.as_str()).filter(|entry| wanted(entry)) {
                best = Some((end, entry));
            }
            let Some(next) = words::word_after(text, end) else { break };
            folded.push(text, end, next.end);
            end = next.end;
        }
        best
    }

    fn longest_before(&self, text: &str, last: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, &Entry)> {
        let mut folded = Folded::default();
        folded.push(text, last.start, last.end);
        let entry = self.get(folded.as_str())?;
        if !entry.ends {
            return None;
        }
        let mut best = Some((last.start, entry)).filter(|_| wanted(entry));
        let mut start = last.start;
        for _ in 1..MAX_WORDS {
            let Some(before) = words::word_before(text, start) else { break };
            if !folded.prepend(text, before) {
                break;
            }
            start = before.start;
            if let Some(entry) = self.get(folded.as_str()).filter(|entry| wanted(entry)) {
                best = Some((start, entry));
            }
        }
        best
    }
}

/// A short folded text on the stack; what does not fit is on no list.
#[derive(Clone)]
pub(super) struct Folded {
    bytes: [u8; 96],
    len: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Folded { bytes: [0; 96], len: 0 }
    }
}

impl Folded {
    /// A folded word.
    pub(super) fn of(text: &str, word: Word) -> Self {
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        folded
    }

    /// Whether it is one of some folded texts.
    pub(super) fn is_one_of(&self, texts: &[&str]) -> bool {
        texts.contains(&self.as_str())
    }

    /// Appends the folded text from `start` to `end`.
    pub(super) fn push(&mut self, text: &str, start: usize, end: usize) {
        let plain = &text.as_bytes()[start..end];
        if plain.iter().all(u8::is_ascii_alphabetic)
            && let Some(room) = self.bytes.get_mut(self.len..self.len + plain.len())
        {
            for (to, from) in room.iter_mut().zip(plain) {
                *to = from.to_ascii_lowercase();
            }
            self.len += plain.len();
            return;
        }
        for piece in Folding::new(&text[..end], start) {
            let bytes = piece.bytes();
            match self.bytes.get_mut(self.len..self.len + bytes.len()) {
                Some(room) => room.copy_from_slice(bytes),
                None => return,
            }
            self.len += bytes.len();
        }
    }

    /// Appends folded text.
    fn push_str(&mut self, folded: &str) {
        if let Some(room) = self.bytes.get_mut(self.len..self.len + folded.len()) {
            room.copy_from_slice(folded.as_bytes());
            self.len += folded.len();
        }
    }

    /// Puts a word and a separator before what is there; not if it does not fit.
    fn prepend(&mut self, text: &str, word: Word) -> bool {
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        let len = folded.len + 1 + self.len;
        if len > self.bytes.len() {
            return false;
        }
        self.bytes.copy_within(..self.len, folded.len + 1);
        self.bytes[..folded.len].copy_from_slice(&folded.bytes[..folded.len]);
        self.bytes[folded.len] = SEP;
        self.len = len;
        true
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    #[test]
    fn longest_terms_both_ways() {
        let mut builder = Gazetteer::builder();
        builder
            .read_tsv("roles", "term\tkey\nminister\tminister\nforeign minister\tforeign-minister\nsecretary of state\tx\n")
            .expect("roles");
        builder
            .read_tsv("modifiers", "modifier\teffect\tcode\nformer\tcarry\tformer\nnewly elected\tcarry\telect\n")
            .expect("modifiers");
        let gazetteer = builder.build().expect("a gazetteer");
        let phrases = Phrases::new(&gazetteer.0);
        let text = "the newly elected Foreign\nMinister, a secretary of State";
        let word = |w: &str| {
            let start = text.find(w).expect("it is there");
            Word { start, end: start + w.len() }
        };
        let role = phrases.role_at(text, word("Foreign")).expect("a role");
        assert_eq!(&text[role.start..role.end], "Foreign\nMinister");
        let role = phrases.role_ending(text, word("Minister")).expect("a role");
        assert_eq!(&text[role.start..role.end], "Foreign\nMinister");
        let role = phrases.role_ending(text, word("State")).expect("a role");
        assert_eq!(&text[role.start..role.end], "secretary of State");
        assert!(phrases.role_at(text, word("newly")).is_none());
        let (end, _) = phrases.modifier_at(text, word("newly")).expect("a modifier");
        assert_eq!(end, word("elected").end);
        assert!(phrases.modifier_ending(text, word("elected")).is_some());
    }
}
