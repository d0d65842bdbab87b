//! Is this word or phrase on one of the lists of the context rules?

use std::collections::HashMap;
use std::sync::Arc;

use super::words::{self, Word};
use crate::bytes::{CASE_BITS, FIRST, HIGH, eight, letters};
use crate::error::Error;
use crate::fold::{Folding, SEP};
use crate::gazetteer::pack::{Reader, put_rows};
use crate::gazetteer::rows::{NONE, RoleRow, Rows, Slice, Str, packed_row};
use crate::gazetteer::{Tables, WordList};
use crate::hash;

/// Longest phrase on a list, in words.
const MAX_WORDS: usize = 8;

packed_row! {
    /// What the lists say of a phrase. Sorted by hash.
    Entry {
        hash: u32,
        phrase: Str,
        /// Bits of the word lists it is on.
        lists: u32,
        /// What else it is: bits.
        marks: u8,
        /// Row of the word in the list of modifiers, or [`NONE`].
        modifier: u32,
        /// Rows of role terms, for states and for bodies: the first, and how many.
        first_role: u32,
        roles: u16,
    }
}

impl Entry {
    /// The first (last) word of something that may hold several words: where a longer look is worth while.
    const STARTS: u8 = 1;
    const ENDS: u8 = 2;
    /// It stands before `of` in a role term that is written around its country: `head` in `head of * central bank`.
    const AROUND: u8 = 4;

    pub(crate) fn is_on(&self, list: WordList) -> bool {
        self.lists >> (list as u8) & 1 == 1
    }

    fn is(&self, mark: u8) -> bool {
        self.marks & mark != 0
    }

    fn is_modifier(&self) -> bool {
        self.modifier != NONE
    }

    fn is_role(&self) -> bool {
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
        let new = Entry { hash: hash::hash(text), phrase, lists: 0, marks: 0, modifier: NONE, first_role: 0, roles: 0 };
        self.entries.entry(text).or_insert(new)
    }

    /// Notes the first and the last word of a phrase.
    fn note_ends(&mut self, phrase: Str) {
        let text = self.tables.str(phrase);
        let first = text.find(' ').unwrap_or(text.len()) as u32;
        let last = text.rfind(' ').map_or(0, |at| at + 1) as u32;
        self.entry(Str { len: first, ..phrase }).marks |= Entry::STARTS;
        self.entry(Str { at: phrase.at + last, len: phrase.len - last }).marks |= Entry::ENDS;
    }

    /// Notes the words up to the `*` of a role term that is written around its country, and the word before their `of`.
    fn note_sides(&mut self, phrase: Str, star: u32) {
        self.entry(Str { len: star + 1, ..phrase }).marks |= Entry::STARTS;
        let before = self.tables.str(Str { len: star, ..phrase }).trim_end().trim_end_matches("of").trim_end();
        let word = before.rfind(' ').map_or(0, |at| at + 1);
        let (at, len) = (phrase.at + word as u32, (before.len() - word) as u32);
        self.entry(Str { at, len }).marks |= Entry::AROUND;
    }
}

impl Phrases {
    pub(crate) fn new(tables: &Arc<Tables>) -> Self {
        let mut collected = Collected { tables, entries: HashMap::with_capacity(tables.words.len() + tables.roles.len()) };
        for (i, row) in (0..).zip(tables.words.iter()) {
            let entry = collected.entry(row.word);
            entry.lists |= 1 << row.list;
            if row.list == WordList::Modifier as u8 {
                entry.modifier = i;
            }
            if [WordList::Modifier, WordList::NameBefore, WordList::NameAfter, WordList::State, WordList::Honorific]
                .iter()
                .any(|list| *list as u8 == row.list)
            {
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
        }
    }

    /// Appends them to what is packed.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put_rows(out, &self.entries);
        put_rows(out, &self.firsts);
    }

    /// Those that [`pack`](Self::pack) gave, for the same tables.
    pub(crate) fn unpack(reader: &mut Reader<'_>, tables: &Arc<Tables>) -> Result<Self, Error> {
        Ok(Phrases { tables: tables.clone(), entries: reader.rows()?, firsts: reader.rows()? })
    }

    fn get(&self, phrase: &str) -> Option<Entry> {
        self.find(hash::hash(phrase), phrase.as_bytes())
    }

    #[inline]
    fn find(&self, hash: u32, phrase: &[u8]) -> Option<Entry> {
        let bucket = bucket_of(hash, self.firsts.len() - 1);
        let entries = self.entries.slice(self.firsts.at(bucket) as usize..self.firsts.at(bucket + 1) as usize);
        entries.into_iter().find(|entry| entry.hash == hash && self.tables.bytes(entry.phrase) == phrase)
    }

    /// What the lists say of a folded text.
    #[inline]
    fn folded(&self, folded: &Folded) -> Option<Entry> {
        self.find(folded.hash(), &folded.bytes[..folded.len])
    }

    fn roles(&self, entry: Entry) -> Slice<'_, RoleRow> {
        let first = entry.first_role as usize;
        self.tables.roles.slice(first..first + usize::from(entry.roles))
    }

    /// What the lists say of a word.
    pub(crate) fn word(&self, text: &str, word: Word) -> Option<Entry> {
        self.folded(&Folded::of(text, word))
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
        self.longest_after(text, first, Entry::is_role).map(|(end, entry)| self.role(first.start, end, entry))
    }

    fn role(&self, start: usize, end: usize, entry: Entry) -> Role<'_> {
        Role { start, end, rows: self.roles(entry), first: entry.first_role }
    }

    /// The role term written around a country (`head of Poland's central bank`): its last word before the country is `last`, what goes
    /// on behind the country, which ends at `owner_end`, does so at `after`.
    pub(crate) fn role_around(&self, text: &str, last: Word, owner_end: usize, after: usize) -> Option<Role<'_>> {
        let noun = words::word_before(text, last.start)?;
        if !self.word(text, noun)?.is(Entry::AROUND) {
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
            if self.folded(&whole).is_some_and(|entry| entry.is(Entry::STARTS)) {
                let mut end = after;
                for _ in 0..MAX_WORDS {
                    if let Some(entry) = self.folded(&whole).filter(Entry::is_role) {
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
        self.longest_before(text, last, Entry::is_role).map(|(start, entry)| self.role(start, last.end, entry))
    }

    /// The longest modifier that starts with the word `first`: its end and its row.
    pub(crate) fn modifier_at(&self, text: &str, first: Word) -> Option<(usize, u32)> {
        let (end, entry) = self.longest_after(text, first, Entry::is_modifier)?;
        Some((end, entry.modifier))
    }

    /// The longest modifier that ends with the word `last`: its start and its row.
    pub(crate) fn modifier_ending(&self, text: &str, last: Word) -> Option<(usize, u32)> {
        let (start, entry) = self.longest_before(text, last, Entry::is_modifier)?;
        Some((start, entry.modifier))
    }

    /// Whether a phrase of a list that starts with a capital ends with the word `last`.
    pub(crate) fn list_ending(&self, list: WordList, text: &str, last: Word) -> bool {
        self.list_start(list, text, last).is_some_and(|start| text[start..].starts_with(char::is_uppercase))
    }

    /// Where the longest phrase of a list that ends with the word `last` starts.
    pub(crate) fn list_start(&self, list: WordList, text: &str, last: Word) -> Option<usize> {
        self.longest_before(text, last, |entry| entry.is_on(list)).map(|(start, _)| start)
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
        let short = Folded::of(text, first).as_str().len() == 2 && text[first.start..first.end].contains(char::is_lowercase);
        !short && self.longest_after(text, first, state).is_some()
    }

    fn longest_after(&self, text: &str, first: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, Entry)> {
        let mut folded = Folded::default();
        folded.push(text, first.start, first.end);
        if !self.folded(&folded)?.is(Entry::STARTS) {
            return None;
        }
        let (mut best, mut end) = (None, first.end);
        for _ in 0..MAX_WORDS {
            if let Some(entry) = self.folded(&folded).filter(|entry| wanted(entry)) {
                best = Some((end, entry));
            }
            let Some(next) = words::word_after(text, end) else { break };
            folded.push(text, end, next.end);
            end = next.end;
        }
        best
    }

    fn longest_before(&self, text: &str, last: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, Entry)> {
        let mut folded = Folded::default();
        folded.push(text, last.start, last.end);
        let entry = self.folded(&folded)?;
        if !entry.is(Entry::ENDS) {
            return None;
        }
        let mut best = Some((last.start, entry)).filter(|(_, entry)| wanted(entry));
        let mut start = last.start;
        for _ in 1..MAX_WORDS {
            let Some(before) = words::word_before(text, start) else { break };
            if !folded.prepend(text, before) {
                break;
            }
            start = before.start;
            if let Some(entry) = self.folded(&folded).filter(|entry| wanted(entry)) {
                best = Some((start, entry));
            }
        }
        best
    }
}

/// The bucket of a hash among so many, a power of two.
#[inline]
fn bucket_of(hash: u32, buckets: usize) -> usize {
    ((u64::from(hash) * buckets as u64) >> 32) as usize
}

/// A short folded text on the stack; what does not fit is on no list.
#[derive(Clone)]
pub(super) struct Folded {
    /// Zeros stand behind the text.
    bytes: [u8; Folded::SIZE],
    len: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Folded { bytes: [0; Folded::SIZE], len: 0 }
    }
}

impl Folded {
    const SIZE: usize = 96;

    /// A folded word.
    pub(super) fn of(text: &str, word: Word) -> Self {
        let mut folded = Folded::default();
        // Up to eight letters, which is usual.
        let len = word.end - word.start;
        let mask = FIRST.get(len).copied().unwrap_or(0);
        let bytes = eight(text.as_bytes(), word.start) & mask;
        if letters(bytes) == mask & HIGH && mask != 0 {
            folded.bytes[..8].copy_from_slice(&(bytes | CASE_BITS & mask).to_le_bytes());
            folded.len = len;
        } else {
            folded.push(text, word.start, word.end);
        }
        folded
    }

    /// Whether it is one of some folded texts.
    pub(super) fn is_one_of(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(text))
    }

    /// Whether it is a folded text.
    #[inline]
    pub(super) fn is(&self, text: &str) -> bool {
        self.bytes[..self.len] == *text.as_bytes()
    }

    #[inline]
    fn hash(&self) -> u32 {
        hash::padded(self.len, self.bytes.as_chunks().0[..self.len.div_ceil(8)].iter().copied())
    }

    /// Appends the folded text from `start` to `end`.
    pub(super) fn push(&mut self, text: &str, start: usize, end: usize) {
        let from = self.len;
        let mut at = start;
        // Words with one space between them, which is usual.
        if let Some([b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', b' ']) = text.as_bytes()[..end].get(start.wrapping_sub(1)..=start)
            && let Some(room) = self.bytes.get_mut(self.len)
        {
            *room = SEP;
            self.len += 1;
            at += 1;
        }
        // Letters are folded eight at a time.
        while at < end {
            let mask = FIRST[(end - at).min(8)];
            let bytes = eight(text.as_bytes(), at) & mask;
            let Some(room) = self.bytes[self.len..].first_chunk_mut().filter(|_| letters(bytes) == mask & HIGH) else { break };
            *room = (bytes | CASE_BITS & mask).to_le_bytes();
            self.len += (end - at).min(8);
            at += 8;
        }
        if at < end {
            self.bytes[from..self.len].fill(0);
            self.len = from;
            if !self.push_words(text.as_bytes(), start, end) {
                self.push_any(text, start, end);
            }
        }
    }

    /// Appends words of plain letters with one space or hyphen before each, which is usual; not if there is anything else.
    fn push_words(&mut self, text: &[u8], start: usize, end: usize) -> bool {
        let Some(room) = self.bytes.get_mut(self.len..self.len + (end - start)) else { return false };
        let mut word = start > 0 && text[start - 1].is_ascii_alphanumeric();
        for (at, folded) in (start..end).zip(room.iter_mut()) {
            let letter = text[at].is_ascii_alphabetic();
            let joins = matches!(text[at], b' ' | b'-') && word;
            if !letter && !joins {
                room.fill(0);
                return false;
            }
            *folded = if letter { text[at] | 0x20 } else { SEP };
            word = letter;
        }
        self.len += end - start;
        true
    }

    /// Appends the folded text from `start` to `end`, whatever it is.
    fn push_any(&mut self, text: &str, start: usize, end: usize) {
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

    proptest::proptest! {
        /// The quick ways to fold a part of a text give what folding it does.
        #[test]
        fn pushed_is_folded(text in "[aB9é'.+& \\-\n]{0,12}( of)?( Bee)?(-Cee)?", from: proptest::sample::Index, to: proptest::sample::Index) {
            let places: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            let (a, b) = (*from.get(&places), *to.get(&places));
            let (start, end) = (a.min(b), a.max(b));
            let (mut quick, mut slow) = (Folded::default(), Folded::default());
            quick.push(&text, start, end);
            slow.push_any(&text, start, end);
            proptest::prop_assert_eq!((quick.as_str(), quick.hash()), (slow.as_str(), slow.hash()));
            proptest::prop_assert!(quick.bytes[quick.len..].iter().all(|&b| b == 0));
        }
    }

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
