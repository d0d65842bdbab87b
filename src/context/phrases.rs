//! Is this word or phrase on one of the lists of the context rules?

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::words::{self, Word};
use crate::fold::Folding;
use crate::gazetteer::{Tables, WordList};

/// Longest phrase on a list, in words.
const MAX_WORDS: usize = 8;

/// Hashes short words from a trusted list (FNV-1a, by Fowler, Noll and Vo).
#[derive(Clone, Copy)]
struct Fnv(u64);

type Quick = BuildHasherDefault<Fnv>;

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What the lists say of a phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Bits of the word lists it is on.
    lists: u16,
    /// Row of the word in the list of modifiers.
    modifier: Option<u32>,
    /// Rows of role terms, for states and for bodies.
    roles: Vec<u32>,
}

impl Entry {
    pub(crate) fn is_on(&self, list: WordList) -> bool {
        self.lists >> (list as u8) & 1 == 1
    }
}

/// The word lists and role terms of a gazetteer, ready for look-up in a text.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    entries: HashMap<Box<str>, Entry, Quick>,
    /// First and last words of role terms and of the lists that hold phrases: where a longer look is worth while.
    first: HashSet<Box<str>, Quick>,
    last: HashSet<Box<str>, Quick>,
}

/// A role term found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role<'p> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Rows of [`Tables::roles`].
    pub(crate) rows: &'p [u32],
}

impl Phrases {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut phrases = Phrases::default();
        for (i, row) in tables.words.iter().enumerate() {
            let word = tables.str(row.word);
            let entry = phrases.entries.entry(word.into()).or_default();
            entry.lists |= 1 << row.list;
            if row.list == WordList::Modifier as u8 {
                entry.modifier = Some(i as u32);
            }
            if [WordList::Modifier, WordList::NameBefore, WordList::State].iter().any(|list| *list as u8 == row.list) {
                phrases.note_ends(word);
            }
        }
        for (i, row) in tables.roles.iter().enumerate() {
            let term = tables.str(row.term);
            phrases.entries.entry(term.into()).or_default().roles.push(i as u32);
            phrases.note_ends(term);
        }
        phrases
    }

    fn note_ends(&mut self, phrase: &str) {
        let mut words = phrase.split(' ');
        if let Some(first) = words.next() {
            self.first.insert(first.into());
            self.last.insert(words.next_back().unwrap_or(first).into());
        }
    }

    /// What the lists say of a word.
    pub(crate) fn word(&self, text: &str, word: Word) -> Option<&Entry> {
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        self.entries.get(folded.as_str())
    }

    /// The key of the aliases that are this word.
    pub(crate) fn key_of(&self, tables: &Tables, text: &str, word: Word) -> Option<u32> {
        let mut folded = Folded::default();
        folded.push(text, word.start, word.end);
        tables.key(folded.as_str())
    }

    /// Whether a word is on a list.
    pub(crate) fn is_on(&self, list: WordList, text: &str, word: Word) -> bool {
        self.word(text, word).is_some_and(|entry| entry.is_on(list))
    }

    /// The longest role term that starts with the word `first`.
    pub(crate) fn role_at(&self, text: &str, first: Word) -> Option<Role<'_>> {
        self.longest_after(text, first, |entry| !entry.roles.is_empty()).map(|(end, entry)| Role {
            start: first.start,
            end,
            rows: &entry.roles,
        })
    }

    /// The longest role term that ends with the word `last`.
    pub(crate) fn role_ending(&self, text: &str, last: Word) -> Option<Role<'_>> {
        self.longest_before(text, last, |entry| !entry.roles.is_empty()).map(|(start, entry)| Role {
            start,
            end: last.end,
            rows: &entry.roles,
        })
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

    /// Whether a phrase of a list ends with the word `last`.
    pub(crate) fn list_ending(&self, list: WordList, text: &str, last: Word) -> bool {
        self.is_on(list, text, last) || self.longest_before(text, last, |entry| entry.is_on(list)).is_some()
    }

    /// Whether the name or abbreviation of a state starts with the word `first`.
    pub(crate) fn state_at(&self, text: &str, first: Word) -> bool {
        let state = |entry: &Entry| entry.is_on(WordList::State);
        // `MA` is a state, `Ma` is not.
        let short = first.end - first.start == 2 && text[first.start..first.end].bytes().any(|b| b.is_ascii_lowercase());
        !short && self.longest_after(text, first, state).is_some()
    }

    fn longest_after(&self, text: &str, first: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, &Entry)> {
        let mut folded = Folded::default();
        folded.push(text, first.start, first.end);
        if !self.first.contains(folded.as_str()) {
            return None;
        }
        let (mut best, mut end) = (None, first.end);
        for _ in 0..MAX_WORDS {
            if let Some(entry) = self.entries.get(folded.as_str()).filter(|entry| wanted(entry)) {
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
        if !self.last.contains(folded.as_str()) {
            return None;
        }
        let (mut best, mut start) = (None, last.start);
        for _ in 0..MAX_WORDS {
            let mut folded = Folded::default();
            folded.push(text, start, last.end);
            if let Some(entry) = self.entries.get(folded.as_str()).filter(|entry| wanted(entry)) {
                best = Some((start, entry));
            }
            let Some(before) = words::word_before(text, start) else { break };
            start = before.start;
        }
        best
    }
}

/// A short folded text on the stack; what does not fit is on no list.
struct Folded {
    bytes: [u8; 96],
    len: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Folded { bytes: [0; 96], len: 0 }
    }
}

impl Folded {
    /// Appends the folded text from `start` to `end`.
    fn push(&mut self, text: &str, start: usize, end: usize) {
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

    fn as_str(&self) -> &str {
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
