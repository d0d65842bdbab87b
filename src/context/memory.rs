//! Who has been named in the text so far, and who will be soon?
//!
//! One entry for each name that a person of the gazetteer can be called by, whatever the length of the text.

use std::collections::HashMap;

use super::bearers::is_part;
use super::words;
use super::{Context, LOOK_AHEAD, Trace};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::Policy;
use crate::scan::Hit;

/// Who has been named so far, and who will be soon.
#[derive(Debug, Default)]
pub(super) struct People {
    /// The last person named in full (or by title), for each name they can be called by; [`NONE`] for somebody the gazetteer does not know.
    antecedents: HashMap<u32, u32>,
    /// The next whole names: for each name, the person and where the whole name stands.
    ahead: HashMap<u32, (u32, usize)>,
    /// The first hit that `ahead` has not seen.
    seen: usize,
}

impl People {
    /// The first `count` hits are gone.
    pub(super) fn drop_hits(&mut self, count: usize) {
        self.seen = self.seen.saturating_sub(count);
    }

    /// The first `by` bytes of the text are gone.
    pub(super) fn move_back(&mut self, by: usize) {
        for (_, at) in self.ahead.values_mut() {
            *at = at.saturating_sub(by);
        }
    }

    /// The person whom a name meant last.
    pub(super) fn antecedent(&self, key: u32) -> Option<u32> {
        self.antecedents.get(&key).copied().filter(|&person| person != NONE)
    }

    /// Whether the last bearer of a name is nobody the gazetteer knows: `Chelsea Clinton`.
    pub(super) fn is_somebody_else(&self, key: u32) -> bool {
        self.antecedents.get(&key) == Some(&NONE)
    }

    /// Notes that somebody unknown bears a name, unless it has meant a person before.
    pub(super) fn note_somebody_else(&mut self, key: u32) {
        self.antecedents.entry(key).or_insert(NONE);
    }

    /// The person whose whole name follows within the window, if the name is theirs.
    pub(super) fn following(&self, hit: Hit) -> Option<u32> {
        let &(person, at) = self.ahead.get(&hit.key)?;
        (at > hit.start && at < hit.end + LOOK_AHEAD).then_some(person)
    }
}

impl<T: Trace> Context<'_, T> {
    /// Notes for every name a person can be called by that they were named.
    ///
    /// One who holds an office goes before a namesake of the same country who does not: `Clinton` is the president, whatever is said of
    /// his wife.
    pub(super) fn remember(&mut self, person: u32) {
        for key in self.names_of(person) {
            let stays = match self.people.antecedents.get(&key) {
                // `Bob Dole`, then `Elizabeth Dole`, who was a minister once: `Dole` stays open.
                Some(&NONE) => self.is_out_of_office(person),
                Some(&known) => known != person && self.goes_before(known, person),
                None => false,
            };
            if !stays {
                self.people.antecedents.insert(key, person);
            }
        }
    }

    /// Notes that the bearer of the whole name at a hit is nobody the gazetteer knows: `Bill Gates`.
    pub(super) fn note_others(&mut self, hit: Hit) {
        let first = words::first_word(self.text, hit.start, hit.end);
        let word = words::last_word(self.text, hit.start, hit.end);
        // `Brown rice` is nobody.
        if self.phrases.is_on(WordList::GivenName, self.text, first)
            && words::is_capitalized(self.text, word)
            && let Some(key) = self.phrases.key_of(self.text, word)
        {
            self.people.note_somebody_else(key);
        }
    }

    /// The keys of the aliases that need support or are parts of the name.
    fn names_of(&self, person: u32) -> Vec<u32> {
        let aliases = self.tables.aliases_of(person);
        let short = aliases
            .filter(|&alias| self.is_part(alias) || self.tables.aliases.at(alias as usize).policy == Policy::Context as u8);
        short.map(|alias| self.tables.key_of_alias(alias)).collect()
    }

    /// Reads the whole names up to [`LOOK_AHEAD`] bytes behind a hit.
    pub(super) fn look_ahead(&mut self, hit: Hit) {
        self.people.seen = self.people.seen.max(self.at + 1);
        while let Some(&next) = self.hits.get(self.people.seen).filter(|next| next.start < hit.end + LOOK_AHEAD) {
            self.people.seen += 1;
            let counts = |alias: &AliasRow| !is_part(alias) && alias.policy == Policy::Always as u8;
            let whole: Vec<(u32, u32)> = self.bearers_by(next, counts).collect();
            if let Some((_, person)) = self.best(next, &whole) {
                for key in self.names_of(person) {
                    let entry = self.people.ahead.entry(key).or_insert((person, next.start));
                    if entry.1 <= hit.start {
                        *entry = (person, next.start);
                    }
                }
            }
        }
    }
}
