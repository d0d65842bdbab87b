//! Which words stand beside a place of the text, and what do the lists say of them?
//!
//! Many rules ask for the same few words beside a hit, so the last answers are kept.

use std::cell::Cell;

use super::folded::Folded;
use super::phrases::{Entry, Phrases, Role};
use super::words::{self, Word};
use crate::gazetteer::WordList;

/// Longest phrase on a list, in words.
const MAX_WORDS: usize = 8;
/// Answers that are kept to each question: a power of two.
const KEPT: usize = 16;

/// The word lists and role terms, at work on one text.
pub(in crate::context) struct Lexicon<'a> {
    phrases: &'a Phrases,
    text: &'a str,
    before: Kept<usize, Option<Word>>,
    after: Kept<usize, Option<Word>>,
    entries: Kept<Word, Option<Entry>>,
}

/// The last answers to a question.
pub(in crate::context) struct Kept<Q, A>([Cell<Option<(Q, A)>>; KEPT]);

impl<Q: Copy + PartialEq, A: Copy> Kept<Q, A> {
    pub(in crate::context) fn new() -> Self {
        Kept([const { Cell::new(None) }; KEPT])
    }

    /// The answer to a question about a place, asked for if it is not known.
    #[inline(always)]
    pub(in crate::context) fn or_ask(&self, place: usize, question: Q, ask: impl FnOnce() -> A) -> A {
        let kept = &self.0[place % KEPT];
        match kept.get() {
            Some((known, answer)) if known == question => answer,
            _ => {
                let answer = ask();
                kept.set(Some((question, answer)));
                answer
            }
        }
    }
}

impl<'a> Lexicon<'a> {
    pub(in crate::context) fn new(phrases: &'a Phrases, text: &'a str) -> Self {
        Lexicon { phrases, text, before: Kept::new(), after: Kept::new(), entries: Kept::new() }
    }

    /// [`words::word_before`] a place.
    #[inline]
    pub(in crate::context) fn before(&self, at: usize) -> Option<Word> {
        self.before.or_ask(at, at, || words::word_before(self.text, at))
    }

    /// [`words::word_after`] a place.
    #[inline]
    pub(in crate::context) fn after(&self, at: usize) -> Option<Word> {
        self.after.or_ask(at, at, || words::word_after(self.text, at))
    }

    /// What the lists say of a word.
    #[inline]
    pub(in crate::context) fn entry(&self, word: Word) -> Option<Entry> {
        self.entries.or_ask(word.start, word, || self.phrases.word(self.text, word))
    }

    /// Whether a word is on a list.
    #[inline]
    pub(in crate::context) fn is_on(&self, list: WordList, word: Word) -> bool {
        self.phrases.first_letters.may_be_on(list, self.text, word) && self.entry(word).is_some_and(|entry| entry.is_on(list))
    }

    /// Whether a word is a folded one, which begins with a letter.
    #[inline]
    pub(in crate::context) fn is(&self, word: Word, folded: &str) -> bool {
        let first = self.text.as_bytes().get(word.start).copied().unwrap_or(0);
        // A plain letter folds to itself.
        let other = first.is_ascii_alphabetic() && folded.as_bytes().first() != Some(&first.to_ascii_lowercase());
        !other && Folded::of(self.text, word).is(folded)
    }

    /// The key of the aliases that are this word.
    pub(in crate::context) fn key_of(&self, word: Word) -> Option<u32> {
        self.phrases.key_of(self.text, word)
    }

    /// The longest role term that starts with the word `first`.
    pub(in crate::context) fn role_at(&self, first: Word) -> Option<Role<'a>> {
        let (end, entry) = self.longest_after(first, Entry::is_role)?;
        Some(self.phrases.role(first.start, end, entry))
    }

    /// The longest role term that ends with the word `last`.
    pub(in crate::context) fn role_ending(&self, last: Word) -> Option<Role<'a>> {
        let (start, entry) = self.longest_before(last, Entry::is_role)?;
        Some(self.phrases.role(start, last.end, entry))
    }

    /// The longest role term whose plural ends with the word `last`: `Foreign Ministers`, `Secretaries`.
    pub(in crate::context) fn role_of_several(&self, last: Word) -> Option<Role<'a>> {
        let several = Folded::of(self.text, last);
        let (stem, ending) = match several.as_str().strip_suffix("ies") {
            Some(stem) => (stem, "y"),
            None => (several.as_str().strip_suffix('s')?, ""),
        };
        let mut one = Folded::default();
        one.push_str(stem);
        one.push_str(ending);
        let entry = self.phrases.folded(&one).filter(|entry| entry.is(Entry::ENDS))?;
        let (start, entry) = self.longest_with(last.start, one, entry, Entry::is_role)?;
        Some(self.phrases.role(start, last.end, entry))
    }

    /// The role term written around a country (`head of Poland's central bank`): its last word before the country is `last`, what goes
    /// on behind the country, which ends at `owner_end`, does so at `after`.
    pub(in crate::context) fn role_around(&self, last: Word, owner_end: usize, after: usize) -> Option<Role<'a>> {
        let noun = self.before(last.start)?;
        if !self.entry(noun)?.is(Entry::AROUND) {
            return None;
        }
        let mut left = Folded::of(self.text, last);
        let (mut word, mut best) = (noun, None);
        for _ in 1..MAX_WORDS {
            if !left.prepend(self.text, word) {
                break;
            }
            let mut whole = left.clone();
            whole.push_str(" *");
            if self.phrases.folded(&whole).is_some_and(|entry| entry.is(Entry::STARTS)) {
                let mut end = after;
                for _ in 0..MAX_WORDS {
                    if let Some(entry) = self.phrases.folded(&whole).filter(Entry::is_role) {
                        best = Some(self.phrases.role(word.start, if end == after { owner_end } else { end }, entry));
                    }
                    let Some(next) = self.after(end) else { break };
                    whole.push(self.text, end, next.end);
                    end = next.end;
                }
            }
            let Some(before) = self.before(word.start) else { break };
            word = before;
        }
        best
    }

    /// The longest modifier that starts with the word `first`: its end and its row.
    pub(in crate::context) fn modifier_at(&self, first: Word) -> Option<(usize, u32)> {
        let (end, entry) = self.longest_after(first, Entry::is_modifier)?;
        Some((end, entry.modifier))
    }

    /// The longest modifier that ends with the word `last`: its start and its row.
    pub(in crate::context) fn modifier_ending(&self, last: Word) -> Option<(usize, u32)> {
        let (start, entry) = self.longest_before(last, Entry::is_modifier)?;
        Some((start, entry.modifier))
    }

    /// Whether a phrase of a list that starts with a capital ends with the word `last`.
    pub(in crate::context) fn list_ending(&self, list: WordList, last: Word) -> bool {
        self.list_start(list, last).is_some_and(|start| self.text[start..].starts_with(char::is_uppercase))
    }

    /// Where the longest phrase of a list that ends with the word `last` starts.
    pub(in crate::context) fn list_start(&self, list: WordList, last: Word) -> Option<usize> {
        self.longest_before(last, |entry| entry.is_on(list)).map(|(start, _)| start)
    }

    /// Where the longest phrase of a list that starts with the word `first` ends; of names with a capital only.
    pub(in crate::context) fn list_starting(&self, list: WordList, first: Word) -> Option<usize> {
        self.longest_after(first, |entry| entry.is_on(list)).map(|(end, _)| end)
    }

    /// Whether the name or abbreviation of a state starts with the word `first`.
    pub(in crate::context) fn state_at(&self, first: Word) -> bool {
        // `MA` is a state, `Ma` is not.
        let short = || Folded::of(self.text, first).len() == 2 && self.text[first.start..first.end].contains(char::is_lowercase);
        self.list_starting(WordList::State, first).is_some() && !short()
    }

    /// Whether a word is an English one with an ending: `vows`, `slammed`, `weds`.
    pub(in crate::context) fn is_inflected(&self, word: Word) -> bool {
        let folded = Folded::of(self.text, word);
        let word = folded.as_str();
        let english = |stem: &str| stem.len() > 2 && self.phrases.get(stem).is_some_and(|entry| entry.is_on(WordList::English));
        // `hurried`
        let with_y = |stem: &str| {
            let mut present = Folded::default();
            present.push_str(stem);
            present.push_str("y");
            stem.len() > 2 && self.phrases.folded(&present).is_some_and(|entry| entry.is_on(WordList::English))
        };
        ["ies", "ied"].iter().any(|ending| word.strip_suffix(ending).is_some_and(with_y))
            || ["s", "es", "d", "ed", "ing"].iter().any(|ending| {
                word.strip_suffix(ending).is_some_and(|stem| {
                    // `slammed`: the last letter of the stem stands twice.
                    let last = stem.chars().next_back().map_or(0, char::len_utf8);
                    let doubled = stem.len() > 2 && stem.ends_with(&stem[stem.len() - last..].repeat(2));
                    english(stem) || doubled && english(&stem[..stem.len() - last])
                })
            })
    }

    /// `vetoed`, `denied`: whether a word is the past of a verb on a list that has its present tense.
    pub(in crate::context) fn is_past_of(&self, list: WordList, word: Word) -> bool {
        let folded = Folded::of(self.text, word);
        let listed = |stem: &str| self.is_with_s(list, stem);
        folded.as_str().strip_suffix('d').is_some_and(|stem| listed(stem) || stem.strip_suffix('e').is_some_and(listed))
    }

    /// `seek`, `give`: whether several do what a verb on a list says of one.
    pub(in crate::context) fn is_plural_of(&self, list: WordList, word: Word) -> bool {
        self.is_with_s(list, Folded::of(self.text, word).as_str())
    }

    fn is_with_s(&self, list: WordList, stem: &str) -> bool {
        let mut present = Folded::default();
        present.push_str(stem);
        present.push_str("s");
        self.phrases.folded(&present).is_some_and(|entry| entry.is_on(list))
    }

    /// The longest phrase of some that starts with the word `first`: where it ends, and its entry.
    fn longest_after(&self, first: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, Entry)> {
        let entry = self.entry(first).filter(|entry| entry.is(Entry::STARTS))?;
        let mut best = Some((first.end, entry)).filter(|(_, entry)| wanted(entry));
        let (mut folded, mut end) = (Folded::of(self.text, first), first.end);
        for _ in 1..MAX_WORDS {
            let Some(next) = self.after(end) else { break };
            folded.push(self.text, end, next.end);
            end = next.end;
            let Some(entry) = self.phrases.folded(&folded) else { break };
            if wanted(&entry) {
                best = Some((end, entry));
            }
            if !entry.is(Entry::STARTS) {
                break;
            }
        }
        best
    }

    /// The longest phrase of some that ends with the word `last`: where it starts, and its entry.
    fn longest_before(&self, last: Word, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, Entry)> {
        let entry = self.entry(last).filter(|entry| entry.is(Entry::ENDS))?;
        self.longest_with(last.start, Folded::of(self.text, last), entry, wanted)
    }

    /// The same that ends with the word that is folded so, has this entry and starts at `start`.
    fn longest_with(
        &self,
        mut start: usize,
        mut folded: Folded,
        entry: Entry,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        let mut best = Some((start, entry)).filter(|(_, entry)| wanted(entry));
        for _ in 1..MAX_WORDS {
            let Some(before) = self.before(start) else { break };
            if !folded.prepend(self.text, before) {
                break;
            }
            start = before.start;
            let Some(entry) = self.phrases.folded(&folded) else { break };
            if wanted(&entry) {
                best = Some((start, entry));
            }
            if !entry.is(Entry::ENDS) {
                break;
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::gazetteer::{Gazetteer, Tables};

    /// The tables of some roles and modifiers.
    fn tables() -> Arc<Tables> {
        let mut builder = Gazetteer::builder();
        let roles = "term\tkey\nminister\tminister\nforeign minister\tforeign-minister\nsecretary of state\tx\n\
                     minister of foreign trade\ty\n";
        let modifiers = "modifier\teffect\tcode\nformer\tcarry\tformer\nnewly elected\tcarry\telect\n";
        builder.read_tsv("roles", roles).expect("roles");
        builder.read_tsv("modifiers", modifiers).expect("modifiers");
        builder.build().expect("a gazetteer").0
    }

    #[test]
    fn longest_terms_both_ways() {
        let phrases = Phrases::new(&tables());
        let text =
            "the newly elected Foreign\nMinister, a secretary of State, a minister of foreign trade or minister of foreign aid";
        let lexicon = Lexicon::new(&phrases, text);
        let word_at = |start: usize| words::first_word(text, start, text.len());
        let word = |w: &str| word_at(text.find(w).expect("it is there"));
        let term = |role: Option<Role<'_>>| role.map(|role| &text[role.start..role.end]);
        // Asked twice, so that what is kept is asked, too.
        for _ in 0..2 {
            assert_eq!(term(lexicon.role_at(word("Foreign"))), Some("Foreign\nMinister"));
            assert_eq!(term(lexicon.role_ending(word("Minister"))), Some("Foreign\nMinister"));
            assert_eq!(term(lexicon.role_ending(word("State"))), Some("secretary of State"));
            assert_eq!(term(lexicon.role_at(word("minister"))), Some("minister of foreign trade"));
            assert_eq!(term(lexicon.role_ending(word("trade"))), Some("minister of foreign trade"));
            assert_eq!(term(lexicon.role_at(word_at(text.rfind("minister").expect("it is there")))), Some("minister"));
            assert_eq!(term(lexicon.role_ending(word("aid"))), None);
            assert_eq!(term(lexicon.role_at(word("newly"))), None);
            assert_eq!(lexicon.modifier_at(word("newly")).map(|(end, _)| end), Some(word("elected").end));
            assert!(lexicon.modifier_ending(word("elected")).is_some());
        }
    }

    #[test]
    fn words_are_what_they_fold_to() {
        let phrases = Phrases::new(&tables());
        let lexicon = Lexicon::new(&phrases, "The ｔｈｅ then");
        let first = |start: usize| words::first_word("The ｔｈｅ then", start, "The ｔｈｅ then".len());
        assert_eq!([0, 4, 14].map(|at| lexicon.is(first(at), "the")), [true, true, false]);
    }
}
