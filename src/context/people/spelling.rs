//! Is a surname with the words around it the whole name of its bearer, spelled in a way that no alias has?
//!
//! `Donald H. Rumsfeld`, `Fidel Valdez Ramos`, `Rosa Otunbayeva`: a distinctive surname behind a given name that sounds like the
//! bearer's. Looks at [`GIVEN_WORDS`] words before the surname.

use super::bearers::is_part;
use crate::context::text::folded::Folded;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Found, Rule, Trace};
use crate::fold::{is_break, is_hyphen, is_separator};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::{AliasKind, Policy};
use crate::scan::Hit;

/// Words before a surname that may be given names or initials.
const GIVEN_WORDS: usize = 3;
/// Letters of a name that are compared; longer names are cut.
const SOUNDS: usize = 12;

impl<T: Trace> Context<'_, T> {
    /// The mention that a distinctive surname makes with the given name before it.
    pub(super) fn with_given_name(&self, hit: Hit, bearers: &[(u32, u32)]) -> Option<Found> {
        let known = |&&(alias, _): &&(u32, u32)| self.tables.aliases.at(alias as usize).policy == Policy::Always as u8;
        if !bearers.iter().any(|bearer| known(&bearer)) {
            return None;
        }
        let mut start = hit.start;
        for _ in 0..GIVEN_WORDS {
            let word = self.given_before(start)?;
            if word.start < self.known.covered {
                return None;
            }
            if Folded::of(self.text, word).as_str().len() > 2
                && self.may_be_given(word)
                && let Some(&(_, person)) = bearers.iter().filter(known).find(|&&(_, person)| self.sounds_like(person, word))
            {
                let alias_kind = AliasKind::Transliteration;
                return Some(Found {
                    start: word.start,
                    end: hit.end,
                    entity: person,
                    alias: NONE,
                    key: hit.key,
                    alias_kind,
                    rule: Rule::FullName,
                    confidence: 92,
                    modifier: NONE,
                    nested: false,
                    role: NONE,
                    office: NONE,
                    office_modifier: NONE,
                });
            }
            start = word.start;
        }
        None
    }

    /// The mention that a surname which comes first makes with the given name behind it, however that is cut: `Xi Jin-ping`, `Hu Jin Tao`.
    pub(super) fn with_given_name_behind(&self, hit: Hit, bearers: &[(u32, u32)]) -> Option<Found> {
        let first = self.words.after(hit.end).filter(|word| words::is_capitalized(self.text, *word))?;
        let letter = initial(&self.text[first.start..first.end]);
        let second = self.words.after(first.end).filter(|_| !words::is_possessive(self.text, first));
        let ends = [second, Some(first)].into_iter().flatten().map(|word| word.end);
        for end in ends {
            let mut written = None;
            for &(alias, person) in bearers.iter().filter(|&&(alias, _)| self.is_part(alias)) {
                let name = self.tables.str(self.tables.entities.at(person as usize).name());
                let Some((surname, given)) = name.split_once(' ').filter(|(_, given)| initial(given) == letter) else { continue };
                let surname = Word { start: 0, end: surname.len() };
                if given.contains(' ') || !self.phrases.is_key(name, surname, hit.key) {
                    continue;
                }
                let written = written.get_or_insert_with(|| letters(&self.text[first.start..end]));
                if *written == letters(given) {
                    let found = self.mention(hit, alias, Rule::FullName, 92);
                    return Some(Found { end, alias: NONE, alias_kind: AliasKind::Transliteration, ..found });
                }
            }
        }
        None
    }

    /// The capitalised word or initial before a name, with its dot.
    fn given_before(&self, start: usize) -> Option<Word> {
        if let Some((_, word)) = self.initial_before(start) {
            return Some(word);
        }
        self.words
            .before(start)
            .filter(|word| words::is_capitalized(self.text, *word) && !words::is_possessive(self.text, *word))
            .filter(|word| !self.text[word.end..start].contains(is_hyphen))
    }

    /// Whether a word is no English one, or a given name all the same.
    fn may_be_given(&self, word: Word) -> bool {
        self.words.entry(word).is_none_or(|entry| entry.is_on(WordList::GivenName) || !entry.is_on(WordList::English))
    }

    /// Whether a word sounds like the given name of a person, in one of their whole names.
    fn sounds_like(&self, person: u32, word: Word) -> bool {
        let wanted = sounds(&self.text[word.start..word.end]);
        let aliases = self.tables.aliases_of(person).map(|alias| alias as usize);
        let whole = aliases.filter(|&alias| !self.is_part(alias as u32)).map(|alias| self.tables.aliases.at(alias).text);
        let mut names = whole.chain([self.tables.entities.at(person as usize).name()]).map(|name| self.tables.str(name));
        let first = initial(&self.text[word.start..word.end]);
        wanted.len > 1
            && names.any(|name| {
                name.split_once(' ').is_some_and(|(given, _)| sounds(given) == wanted && initials_alike(initial(given), first))
            })
    }

    /// Takes a further part of the same person's name behind a part of it into the mention: `Suluhu Hassan`.
    pub(super) fn and_further_part(&self, found: Found) -> Found {
        let Some(next) = self.hits.get(self.at + 1) else { return found };
        let between = self.text.get(found.end..next.start).unwrap_or("-");
        let apart = between.is_empty() || !between.chars().all(|c| is_separator(c) && !is_hyphen(c) && !is_break(c));
        if apart || next.key == found.key || found.alias == NONE || !self.is_part(found.alias) {
            return found;
        }
        let same = self.bearers_by(*next, is_part).any(|(_, person)| person == found.entity);
        if same { Found { end: next.end, alias: NONE, ..found } } else { found }
    }
}

/// What is left of a name when spellings are made alike: classes of consonants, and whether it starts with a vowel.
#[derive(Debug, PartialEq, Eq)]
struct Sounds {
    classes: [u8; SOUNDS],
    len: usize,
}

fn sounds(name: &str) -> Sounds {
    let (mut out, mut len) = ([0; SOUNDS], 0);
    let folded = crate::fold::fold(name).unwrap_or_default();
    for (i, b) in folded.bytes().enumerate() {
        let class = match b {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' if i == 0 => b'a',
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' | b' ' => continue,
            b'h' if i > 0 => continue,
            b'c' | b'q' => b'k',
            b'w' => b'v',
            b'z' => b's',
            b => b,
        };
        let pieces: &[u8] = if class == b'x' { b"ks" } else { &[class] };
        for &piece in pieces {
            if len < SOUNDS && (len == 0 || out[len - 1] != piece) {
                out[len] = piece;
                len += 1;
            }
        }
    }
    Sounds { classes: out, len }
}

/// The letters of a name, folded.
fn letters(name: &str) -> String {
    let folded = crate::fold::fold(name).unwrap_or_default();
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first letter of a name.
fn initial(name: &str) -> u8 {
    match name.bytes().next() {
        Some(b) if b.is_ascii_alphanumeric() => b.to_ascii_lowercase(),
        _ => crate::fold::fold(name).and_then(|folded| folded.bytes().next()).unwrap_or(0),
    }
}

/// Whether names that sound alike may start so: `j` is a vowel beside `y`, `i` and `e` only (`Julia`, `Yulia`; not `John`, `Anna`).
fn initials_alike(one: u8, other: u8) -> bool {
    let soft = |letter: u8| matches!(letter, b'j' | b'y' | b'i' | b'e');
    one == other || (one != b'j' && other != b'j') || soft(one) && soft(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_sound_alike() {
        for (one, other) in [
            ("Aleksandr", "Alexander"),
            ("Oleksandr", "Alexandr"),
            ("Mohamad", "Muhammed"),
            ("József", "Jozef"),
            ("Kostas", "Costas"),
            ("Yevgeny", "Evgeniy"),
            ("Heydar", "Haidar"),
            ("Yulia", "Julia"),
        ] {
            assert_eq!(sounds(one), sounds(other), "{one} {other}");
        }
        for (one, other) in [("Boris", "Naina"), ("Hunter", "Joe"), ("Hafez", "Bashar"), ("Igor", "Vladimir")] {
            assert_ne!(sounds(one), sounds(other), "{one} {other}");
        }
        for (one, other, alike) in [("Yulia", "Julia", true), ("Jevgeni", "Evgeny", true), ("John", "Anna", false)] {
            assert_eq!(initials_alike(initial(one), initial(other)), alike, "{one} {other}");
        }
    }
}
