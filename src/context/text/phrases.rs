//! Is this word or phrase on one of the lists of the context rules?

use std::collections::HashMap;
use std::sync::Arc;

use super::first_letters::FirstLetters;
use super::folded::Folded;
use super::words::Word;
use crate::error::Error;
use crate::gazetteer::pack::{Reader, put_rows};
use crate::gazetteer::rows::{NONE, Packed, RoleRow, Rows, Slice, Str, packed_row};
use crate::gazetteer::{Tables, WordList};
use crate::hash;

/// The lists that may hold phrases of several words.
const LONG_LISTS: [WordList; 9] = [
    WordList::Modifier,
    WordList::NameBefore,
    WordList::NameAfter,
    WordList::State,
    WordList::Honorific,
    WordList::Woman,
    WordList::Game,
    WordList::OfStates,
    WordList::Business,
];

packed_row! {
    /// What the lists say of a phrase. Sorted by hash.
    Entry {
        hash: u32,
        /// The phrase: where it stands in the text of the gazetteer, and how long it is.
        at: u32,
        len: u8,
        /// A bit for each word list it is on, and above them what else it is.
        bits: u64,
        /// Row of the word in the list of modifiers, or [`NONE`].
        modifier: u32,
        /// Rows of role terms, for states and for bodies: the first, and how many.
        first_role: u32,
        roles: u16,
    }
}

// The marks leave room for the lists.
const _: () = assert!(WordList::ALL.len() <= Entry::AROUND.trailing_zeros() as usize);

impl Entry {
    /// The first (last) words of something that may hold several words, or all of it: where a longer look is worth while.
    pub(in crate::context) const STARTS: u64 = 1 << 63;
    pub(super) const ENDS: u64 = 1 << 62;
    /// It stands before `of` in a role term that is written around its country: `head` in `head of * central bank`.
    pub(super) const AROUND: u64 = 1 << 61;

    pub(crate) fn is_on(&self, list: WordList) -> bool {
        self.bits >> (list as u8) & 1 == 1
    }

    pub(in crate::context) fn is(&self, mark: u64) -> bool {
        self.bits & mark != 0
    }

    fn phrase(&self) -> Str {
        Str { at: self.at, len: self.len.into() }
    }

    pub(super) fn is_modifier(&self) -> bool {
        self.modifier != NONE
    }

    pub(crate) fn is_role(&self) -> bool {
        self.roles > 0
    }
}

/// The word lists and role terms of a gazetteer, ready for look-up in a text.
#[derive(Debug)]
pub(crate) struct Phrases {
    tables: Arc<Tables>,
    entries: Rows<Entry>,
    /// For each beginning of a hash the first entry, and the end: a power of two, and one.
    firsts: Rows<u32>,
    pub(super) first_letters: FirstLetters,
}

/// A role term found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role<'p> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The rows of the term among the roles.
    pub(crate) rows: Slice<'p, RoleRow>,
    /// The number of the first of them.
    pub(crate) first: u32,
}

/// The entries that are being collected.
struct Collected<'t> {
    tables: &'t Tables,
    entries: HashMap<&'t str, Entry>,
}

impl Collected<'_> {
    /// The entry of a phrase, to be changed.
    fn entry(&mut self, phrase: Str) -> &mut Entry {
        let text = self.tables.str(phrase);
        // A longer one is no word of a text, which is folded up to a shorter length.
        let len = phrase.len.try_into().unwrap_or(u8::MAX);
        let new = Entry { hash: hash::hash(text), at: phrase.at, len, bits: 0, modifier: NONE, first_role: 0, roles: 0 };
        self.entries.entry(text).or_insert(new)
    }

    /// Notes the words with which a phrase starts and ends: one, two and so on, but for all of several.
    fn note_ends(&mut self, phrase: Str) {
        let text = self.tables.str(phrase);
        let spaces = || text.match_indices(' ').map(|(at, _)| at as u32);
        let alone = spaces().next().is_none().then_some(phrase.len);
        for len in spaces().chain(alone) {
            self.entry(Str { len, ..phrase }).bits |= Entry::STARTS;
        }
        for from in spaces().map(|at| at + 1).chain(alone.map(|_| 0)) {
            self.entry(Str { at: phrase.at + from, len: phrase.len - from }).bits |= Entry::ENDS;
        }
    }

    /// Notes the words up to the `*` of a role term that is written around its country, and the word before their `of`.
    fn note_sides(&mut self, phrase: Str, star: u32) {
        self.entry(Str { len: star + 1, ..phrase }).bits |= Entry::STARTS;
        let before = self.tables.str(Str { len: star, ..phrase }).trim_end().trim_end_matches("of").trim_end();
        let word = before.rfind(' ').map_or(0, |at| at + 1);
        let (at, len) = (phrase.at + word as u32, (before.len() - word) as u32);
        self.entry(Str { at, len }).bits |= Entry::AROUND;
    }
}

impl Phrases {
    pub(crate) fn new(tables: &Arc<Tables>) -> Self {
        let mut collected = Collected { tables, entries: HashMap::with_capacity(tables.words.len() + tables.roles.len()) };
        for (i, row) in (0..).zip(tables.words.iter()) {
            let entry = collected.entry(row.word);
            entry.bits |= 1 << row.list;
            if row.list == WordList::Modifier as u8 {
                entry.modifier = i;
            }
            if LONG_LISTS.iter().any(|list| *list as u8 == row.list) {
                collected.note_ends(row.word);
            }
        }
        for (i, row) in (0..).zip(tables.roles.iter()) {
            let entry = collected.entry(row.term);
            entry.first_role = if entry.is_role() { entry.first_role } else { i };
            entry.roles = (i + 1 - entry.first_role) as u16;
            match tables.str(row.term).find('*') {
                Some(star) => collected.note_sides(row.term, star as u32),
                None => collected.note_ends(row.term),
            }
        }
        let mut entries: Vec<(&str, Entry)> = collected.entries.into_iter().collect();
        entries.sort_unstable_by_key(|&(text, entry)| (entry.hash, text));
        let buckets = entries.len().next_power_of_two();
        let first = |bucket| entries.partition_point(|(_, entry)| bucket_of(entry.hash, buckets) < bucket) as u32;
        Phrases {
            tables: tables.clone(),
            firsts: (0..=buckets).map(first).collect(),
            entries: entries.iter().map(|&(_, entry)| entry).collect(),
            first_letters: FirstLetters::of(tables),
        }
    }

    /// Appends them to what is packed.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put_rows(out, &self.entries);
        put_rows(out, &self.firsts);
        put_rows(out, &self.first_letters.bits);
    }

    /// Those that [`pack`](Self::pack) gave, for the same tables.
    pub(crate) fn unpack(reader: &mut Reader<'_>, tables: &Arc<Tables>) -> Result<Self, Error> {
        let (entries, firsts) = (reader.rows()?, reader.rows()?);
        let first_letters = FirstLetters { bits: reader.rows()? };
        Ok(Phrases { tables: tables.clone(), entries, firsts, first_letters })
    }

    /// What the lists say of a folded phrase.
    pub(crate) fn get(&self, phrase: &str) -> Option<Entry> {
        self.find(hash::hash(phrase), phrase.as_bytes())
    }

    #[inline]
    fn find(&self, hash: u32, phrase: &[u8]) -> Option<Entry> {
        let bucket = bucket_of(hash, self.firsts.len() - 1);
        let mut rows = self.firsts.at(bucket) as usize..self.firsts.at(bucket + 1) as usize;
        // Mostly the hash, which comes first in a row, tells.
        let hash_of = |row: usize| u32::unpack(&self.entries.bytes[row * Entry::SIZE..]);
        let is = |entry: Entry| self.tables.bytes(entry.phrase()) == phrase;
        rows.find(|&row| hash_of(row) == hash && is(self.entries.at(row))).map(|row| self.entries.at(row))
    }

    /// What the lists say of a folded text.
    #[inline]
    pub(in crate::context) fn folded(&self, folded: &Folded) -> Option<Entry> {
        self.find(folded.hash(), folded.as_bytes())
    }

    /// The role term at a place that an entry is.
    pub(in crate::context) fn role(&self, start: usize, end: usize, entry: Entry) -> Role<'_> {
        let first = entry.first_role as usize;
        let rows = self.tables.roles.slice(first..first + usize::from(entry.roles));
        Role { start, end, rows, first: entry.first_role }
    }

    /// What the lists say of a word.
    pub(crate) fn word(&self, text: &str, word: Word) -> Option<Entry> {
        self.folded(&Folded::of(text, word))
    }

    /// The key of the aliases that are this word.
    pub(crate) fn key_of(&self, text: &str, word: Word) -> Option<u32> {
        self.tables.key(Folded::of(text, word).as_str())
    }

    /// Whether a word of any text folds to a key.
    pub(in crate::context) fn is_key(&self, text: &str, word: Word, key: u32) -> bool {
        Folded::of(text, word).as_bytes() == self.tables.folded(key).as_bytes()
    }

    /// What the lists say of a word that is on one of them.
    pub(in crate::context) fn word_on(&self, list: WordList, text: &str, word: Word) -> Option<Entry> {
        let may_be = self.first_letters.may_be_on(list, text, word);
        may_be.then(|| self.word(text, word)).flatten().filter(|entry| entry.is_on(list))
    }

    /// Whether a word is on a list.
    pub(crate) fn is_on(&self, list: WordList, text: &str, word: Word) -> bool {
        self.word_on(list, text, word).is_some()
    }
}

/// The bucket of a hash among so many, a power of two.
#[inline]
fn bucket_of(hash: u32, buckets: usize) -> usize {
    ((u64::from(hash) * buckets as u64) >> 32) as usize
}
