//! Do the signs around a country's name that is a given name, too, make it a person's?
//!
//! Lists: `Jordan, Emily and Chad ran`, and `Jordan, Chad and Georgia ran` where nothing else speaks of the world; looks at [`MAX_ITEMS`]
//! names to each side. `K. Jordan`, `Jordan (USA)`, `By Georgia Hartley`, `Israel & Sons`; and in reports of sport `the Jordan cars`.

use super::longer_names::MAX_BLANKS;
use crate::boundary::char_after;
use crate::context::text::folded::Folded;
use crate::context::text::line::LineMode;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, NEIGHBOURS, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator, narrow};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// Names of a list read to each side.
const MAX_ITEMS: usize = 4;
/// The longest text between two names of a list, in characters.
const BETWEEN: usize = 12;
/// `Additional reporting by`
const BYLINE_WORDS: usize = 3;
/// So many names that are countries' as well as given names are persons' if nothing else is named.
const MANY: usize = 3;

/// What one name of a list can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    /// A given name and a country.
    Both,
    Given,
    Country,
}

impl<T: Trace> Context<'_, T> {
    /// Whether a country whose name is a given name, too, stands in a list of given names.
    pub(super) fn is_listed_with_persons(&mut self, hit: Hit) -> bool {
        let headline = self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Title;
        let own = Word { start: hit.start, end: hit.end };
        let (mut both, mut given, mut joined) = (1, 0, false);
        for step in [Self::item_before, Self::item_behind] {
            let mut at = own;
            for _ in 0..MAX_ITEMS {
                let Some((word, item, joint)) = step(self, at, headline) else { break };
                match item {
                    Item::Both => both += 1,
                    Item::Given => given += 1,
                    Item::Country => return false,
                }
                joined |= joint;
                at = word;
            }
            joined |= self.words.after(at.end).is_some_and(|word| self.is(word, "and"));
        }
        // `the leader of Jordan, Abdullah, said` is no list.
        let land = self.words.before(hit.start).is_some_and(|word| self.is_preposition(word));
        given > 0 && !land && (joined || both + given >= MANY) || both >= MANY && !self.is_world_spoken_of(hit)
    }

    /// The name before another in a list, and whether `and` joins them.
    fn item_before(&self, item: Word, headline: bool) -> Option<(Word, Item, bool)> {
        let from = reach::before(self.text, item.start, BETWEEN);
        let joint = self.words.before(item.start).filter(|word| self.is(*word, "and"));
        let near = self.text[from..joint.map_or(item.start, |word| word.start).max(from)].trim_end_matches(is_blank);
        let comma = near.strip_suffix(',').map(|rest| rest.trim_end_matches(is_blank));
        if joint.is_none() && comma.is_none() {
            return None;
        }
        let word =
            Some(words::last_word(self.text, 0, from + comma.unwrap_or(near).len())).filter(|word| word.end > word.start)?;
        let alone = self.words.before(word.start).is_none_or(|first| self.is_no_name(first, headline));
        self.item(word).filter(|_| alone).map(|item| (word, item, joint.is_some()))
    }

    /// The name behind another in a list, and whether `and` joins them.
    fn item_behind(&self, item: Word, headline: bool) -> Option<(Word, Item, bool)> {
        let comma = char_after(self.text, item.end).filter(|&(c, _)| c == ',').map(|(_, at)| at + 1);
        let next = self.words.after(comma.unwrap_or(item.end))?;
        let joint = self.is(next, "and");
        if !joint && comma.is_none() {
            return None;
        }
        let word = if joint { self.words.after(next.end)? } else { next };
        let alone = self.words.after(word.end).is_none_or(|next| self.is_no_name(next, headline));
        self.item(word).filter(|_| alone).map(|item| (word, item, joint))
    }

    /// Whether a word beside a name of a list is no part of it: a small one, or an English one in a headline.
    fn is_no_name(&self, word: Word, headline: bool) -> bool {
        let on = |list| self.words.is_on(list, word);
        !words::is_capitalized(self.text, word)
            || headline && on(WordList::English) && !on(WordList::Surname) && !on(WordList::GivenName)
    }

    /// What a word of a list can be; `None` if it is no name of a country or a person.
    fn item(&self, word: Word) -> Option<Item> {
        if !words::is_capitalized(self.text, word) {
            return None;
        }
        // `Georgia and I`; and who has been told to be a person: `two sons, Chad and Jordan`.
        let key = self.words.key_of(word);
        if self.is(word, "i") || key.is_some_and(|key| self.known.namesakes.contains(&key)) {
            return Some(Item::Given);
        }
        let entities =
            key.into_iter().flat_map(|key| self.tables.aliases_of_key(key)).map(|alias| self.tables.aliases.at(alias).entity);
        let (mut country, mut other) = (false, false);
        for entity in entities.filter(|&entity| entity != NONE) {
            match self.kind_of(entity) {
                EntityKind::Country => country = true,
                EntityKind::Official => {}
                _ => other = true,
            }
        }
        match (country, self.words.is_on(WordList::GivenName, word)) {
            (true, true) => Some(Item::Both),
            (true, false) => Some(Item::Country),
            (false, true) if !other => Some(Item::Given),
            _ => None,
        }
    }

    /// Whether an initial, brackets, a firm's sign or the line a name stands in make it a person's.
    pub(super) fn is_persons_by_signs(&mut self, hit: Hit) -> bool {
        // `K. Jordan`
        self.initial_before(hit.start).is_some()
            || self.is_in_brackets_behind(hit)
            || self.is_firms(hit)
            || self.in_byline(hit) && self.words.after(hit.end).is_some_and(|next| words::is_capitalized(self.text, next))
            || self.is_spoken_to(hit)
            || self.is_team_of_firm(hit)
    }

    /// `Dear Jordan,`, `Chad, you were late`.
    fn is_spoken_to(&self, hit: Hit) -> bool {
        let Some((',', comma)) = char_after(self.text, hit.end) else { return false };
        let dear = self.words.before(hit.start).is_some_and(|word| self.is(word, "dear"));
        let you = || self.words.after(comma + 1).is_some_and(|word| self.is(word, "you"));
        dear || words::starts_sentence(self.text, hit.start) && you()
    }

    /// `his wife India`; and of names that are `given` to many, `a son, Jordan`, `their friend Jordan`, `Chad, my producer`, `Jordan, a roofer`, `a man called Chad`.
    pub(super) fn is_of_kin(&self, hit: Hit, before: Option<Word>, given: bool) -> bool {
        if !given {
            let kin = before.filter(|word| self.words.is_on(WordList::Kin, *word));
            let own = |word: Word| Folded::of(self.text, word).is_one_of(&["my", "his", "her", "their", "our"]);
            let friend = |word: &Word| self.words.is_on(WordList::Friend, *word);
            // `His wife, India Holland,`
            let near = || {
                let from = reach::before(self.text, hit.start, BETWEEN);
                let near = self.text[from..hit.start].trim_end_matches(is_blank).strip_suffix(',')?;
                let kin = words::last_word(self.text, 0, from + near.len());
                (self.words.is_on(WordList::Kin, kin) && self.is_before_surname(hit)).then_some(kin)
            };
            let kin = kin.or_else(near).filter(|word| !friend(word));
            return kin.and_then(|kin| self.words.before(kin.start)).is_some_and(own);
        }
        let from = reach::before(self.text, hit.start, BETWEEN);
        let near = self.text[from..hit.start].trim_end_matches(is_blank);
        let end = from + near.strip_suffix(',').unwrap_or(near).len();
        let kin = words::last_word(self.text, 0, end);
        // `a man called Chad`
        let called = self.words.is_on(WordList::Called, kin);
        let bearer = self.words.before(kin.start).filter(|_| called);
        let persons = [WordList::Kin, WordList::Occupation, WordList::Person];
        if bearer.and_then(|word| self.words.entry(word)).is_some_and(|entry| persons.into_iter().any(|list| entry.is_on(list))) {
            return true;
        }
        let one = |word: Word| Folded::of(self.text, word).is_one_of(&["a", "my", "his", "her", "our"]);
        let comma = char_after(self.text, hit.end).filter(|&(c, _)| c == ',');
        // `Chad's mother`, but `Jordan's father of the nation`
        let possessive = words::after_possessive(self.text, hit.end);
        let owned = self.words.after(possessive).filter(|word| possessive > hit.end && self.words.is_on(WordList::Kin, *word));
        let owns = |word: Word| !self.words.after(word.end).is_some_and(|next| self.is(next, "of"));
        let own = |word: Word| Folded::of(self.text, word).is_one_of(&["my", "his", "her", "our"]);
        owned.is_some_and(owns)
            || kin.end > kin.start && self.words.is_on(WordList::Kin, kin)
            || comma.and_then(|(_, at)| self.words.after(at + 1)).filter(|word| own(*word)).is_some_and(|word| {
                // `India, her daughter,`
                let kin = self
                    .words
                    .after(word.end)
                    .filter(|word| self.words.is_on(WordList::Kin, *word) && !self.words.is_on(WordList::Friend, *word));
                kin.is_some_and(|kin| words::after_possessive(self.text, kin.end) == kin.end)
            })
            || comma.is_some_and(|(_, at)| self.is_age_behind(hit, at + 1))
            || comma.is_some_and(|(_, at)| {
                let word = self.words.after(at + 1).filter(|word| !words::is_capitalized(self.text, *word));
                word.is_some_and(|word| one(word) && self.is_work(word, false))
            })
    }

    /// `Jordan, 14, and her sister`: whether an age stands between commas, and goes on with small words; not behind `in`.
    fn is_age_behind(&self, hit: Hit, behind: usize) -> bool {
        let Some(number) = self.words.after(behind) else { return false };
        let folded = Folded::of(self.text, number);
        let age = folded.as_str().len() <= 2 && folded.as_str().bytes().all(|b| b.is_ascii_digit());
        let Some((sign, comma)) = char_after(self.text, number.end).filter(|&(c, _)| age && narrow(c) == ',') else {
            return false;
        };
        let mut small = self.words.after(comma + sign.len_utf8());
        if small.is_some_and(|word| self.is(word, "and")) {
            small = small.and_then(|word| self.words.after(word.end));
        }
        small.is_some_and(|word| self.text[word.start..].starts_with(char::is_lowercase))
            && !self.words.before(hit.start).is_some_and(|word| self.is_preposition(word))
    }

    /// `Jordan (USA)`: another country in brackets.
    fn is_in_brackets_behind(&self, hit: Hit) -> bool {
        let Some(next) = self.hits.get(self.at + 1).filter(|next| next.key != hit.key) else { return false };
        let between = self.text.get(hit.end..next.start).unwrap_or("");
        between.chars().take(MAX_BLANKS).count() < MAX_BLANKS
            && between.trim_matches(is_blank) == "("
            && self.text[next.end..].chars().take(MAX_BLANKS).find(|&c| !is_blank(c)) == Some(')')
            && self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country)
    }

    /// `Israel & Sons`, `Banks & Jordan`: a name beside the sign of a firm, and no other hit beyond it.
    pub(in crate::context) fn is_firms(&self, hit: Hit) -> bool {
        // Mostly there is no such sign near.
        let (bytes, far) = (self.text.as_bytes(), reach::MAX_WIDTH * BETWEEN);
        if !bytes[hit.start.saturating_sub(far)..bytes.len().min(hit.end + far)].contains(&b'&') {
            return false;
        }
        let near = &self.text[hit.end..reach::after(self.text, hit.end, BETWEEN)];
        let rest = near.trim_start_matches(is_blank).strip_prefix('&').map(|rest| rest.trim_start_matches(is_blank));
        let behind = rest.map(|rest| hit.end + near.len() - rest.len());
        let from = reach::before(self.text, hit.start, BETWEEN);
        let rest = self.text[from..hit.start].trim_end_matches(is_blank).strip_suffix('&');
        let before = rest.map(|rest| from + rest.trim_end_matches(is_blank).len());
        // A surname beyond it is another partner.
        let thing =
            |other: &Hit| other.key != hit.key && self.may_mean(other, &|entity| *self.kind_of(entity) != EntityKind::Official);
        behind.is_some_and(|at| self.hits.get(self.at + 1).is_none_or(|next| next.start != at || !thing(next)))
            || before
                .is_some_and(|at| self.at.checked_sub(1).is_none_or(|last| self.hits[last].end != at || !thing(&self.hits[last])))
    }

    /// `The Jordan cars`: in a report of sport, an article before the name of no people, and a thing behind it.
    fn is_team_of_firm(&mut self, hit: Hit) -> bool {
        let the = self.words.before(hit.start).is_some_and(|word| self.is(word, "the"));
        let thing = self.words.after(hit.end).is_some_and(|word| !words::is_capitalized(self.text, word));
        let demonym = |alias: usize| self.tables.aliases.at(alias).kind == AliasKind::Demonym as u8;
        the && thing && !self.tables.aliases_of_key(hit.key).any(demonym) && self.in_sport(hit)
    }

    /// Whether the line names those who wrote: `By Georgia Hartley in Nairobi`, `(Reporting by Israel Washington; editing by Chad Cole)`.
    pub(in crate::context) fn in_byline(&mut self, hit: Hit) -> bool {
        let (from, _) = self.known.around.line(self.text, hit.start, hit.end);
        let before = &self.text[from..hit.start];
        let note = before.rfind(['(', ';']).map_or(before, |at| &before[at + 1..]).trim_start_matches(is_blank);
        let mut word = words::first_word(self.text, hit.start - note.len(), hit.start);
        let alone = before.trim_start_matches(is_blank).len() > note.len() && self.is(word, "by");
        if word.end == word.start || alone || !self.words.is_on(WordList::Byline, word) {
            return false;
        }
        for _ in 0..BYLINE_WORDS {
            if self.is(word, "by") {
                return true;
            }
            let Some(next) = self.words.after(word.end) else { return false };
            word = next;
        }
        false
    }

    /// Whether anything but countries whose names are given names is named near a hit.
    fn is_world_spoken_of(&self, hit: Hit) -> bool {
        let given = |start: usize, end: usize| self.words.is_on(WordList::GivenName, Word { start, end });
        let before = self.known.found.iter().rev().take(NEIGHBOURS).any(|found| !given(found.start, found.end));
        let other = |entity: u32| *self.kind_of(entity) != EntityKind::Official;
        before || self.next_near(hit, |next| !given(next.start, next.end) && self.may_mean(next, &other)).is_some()
    }
}

/// A space, a line end, the sign of a line that is quoted, or what cannot be seen.
fn is_blank(c: char) -> bool {
    is_separator(c) && !is_hyphen(c) || is_break(c) || is_ignorable(c) || c == '>'
}
