//! Who has been named in the text so far, and who will be soon?
//!
//! One entry for each name that a person of the gazetteer can be called by, whatever the length of the text.

use super::bearers::{Bearers, Office, is_part};
use crate::context::text::reach;
use crate::context::text::words;
use crate::context::{Context, Found, LOOK_AHEAD_BYTES, Rule, Trace};
use crate::fold::is_word;
use crate::gazetteer::WordList;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::hash::RowMap;
use crate::kind::Policy;
use crate::scan::Hit;

/// The widest space between two sentences, and their marks, in characters.
const WIDEST_GAP: usize = 16;
/// Words of a sentence that are looked at.
const SENTENCE_WORDS: usize = 64;

/// Whom a name has meant so far.
#[derive(Clone, Copy, Debug)]
struct Antecedent {
    /// The last person named in full (or by title); [`NONE`] for somebody the gazetteer does not know.
    person: u32,
    /// The one before, or [`NONE`].
    earlier: u32,
    /// Whether the name alone has meant the person.
    alone: bool,
    /// Whether it has so before any whole name, since the person is in office.
    in_office: bool,
    /// Whether the whole name of somebody unknown began with it before the person was named: `Kim Jong-nam`.
    contested: bool,
    /// Where the person was named last.
    at: usize,
    /// Whether the one before was named in the same sentence.
    together: bool,
}

/// Who has been named so far, and who will be soon.
#[derive(Debug, Default)]
pub(in crate::context) struct People {
    /// For each name that a person can be called by.
    antecedents: RowMap<Antecedent>,
    /// Where somebody the gazetteer does not know has borne a name last.
    others: RowMap<usize>,
    /// The next whole names: for each name, the person and where the whole name stands.
    ahead: RowMap<(u32, usize)>,
    /// The first hit that `ahead` has not seen.
    seen: usize,
}

impl People {
    /// The first `count` hits are gone.
    pub(in crate::context) fn drop_hits(&mut self, count: usize) {
        self.seen = self.seen.saturating_sub(count);
    }

    /// The first `by` bytes of the text are gone.
    pub(in crate::context) fn move_back(&mut self, by: usize) {
        let known = self.antecedents.values_mut().map(|known| &mut known.at);
        for at in known.chain(self.others.values_mut()).chain(self.ahead.values_mut().map(|(_, at)| at)) {
            *at = at.saturating_sub(by);
        }
    }

    /// The person whom a name meant last.
    pub(in crate::context) fn antecedent(&self, key: u32) -> Option<u32> {
        self.antecedents.get(&key).map(|known| known.person).filter(|&person| person != NONE)
    }

    /// Whether the last bearer of a name is nobody the gazetteer knows: `Chelsea Clinton`.
    pub(super) fn is_somebody_else(&self, key: u32) -> bool {
        self.antecedents.get(&key).is_some_and(|known| known.person == NONE)
    }

    /// Notes that somebody unknown bears a name at a place; it goes on to mean the person whom it meant before.
    pub(super) fn note_somebody_else(&mut self, key: u32, at: usize) {
        self.antecedents.entry(key).or_insert(Antecedent {
            person: NONE,
            earlier: NONE,
            alone: false,
            in_office: false,
            contested: false,
            at,
            together: false,
        });
        self.others.insert(key, at);
    }

    /// Notes the same of somebody whose whole name begins with it, so that the name alone is theirs as well as anybody's.
    pub(super) fn note_first_name_of_else(&mut self, key: u32, at: usize) {
        self.note_somebody_else(key, at);
        if let Some(known) = self.antecedents.get_mut(&key) {
            known.contested |= known.person == NONE;
        }
    }

    /// Whether the name alone has not meant anybody yet.
    fn is_open(&self, key: u32) -> bool {
        self.antecedents.get(&key).is_some_and(|known| !known.alone)
    }

    /// Whether the name alone can mean somebody unknown as well as the person named.
    pub(super) fn is_contested(&self, key: u32) -> bool {
        self.antecedents.get(&key).is_some_and(|known| known.contested)
    }

    /// The last two persons of one name, if they were named together and it has meant neither alone.
    fn last_two(&self, key: u32) -> Option<[u32; 2]> {
        let known = self.antecedents.get(&key).filter(|known| known.together && !known.alone)?;
        Some([known.earlier, known.person])
    }

    /// Where somebody unknown has borne a name, if that was since the person whom it meant was named.
    fn last_other(&self, key: u32) -> Option<usize> {
        let named = self.antecedents.get(&key).map_or(0, |known| known.at);
        self.others.get(&key).copied().filter(|&at| at > named)
    }
}

impl<T: Trace> Context<'_, T> {
    /// The person whose whole name follows, not far behind a hit, if the name is theirs.
    pub(super) fn following(&self, hit: Hit) -> Option<u32> {
        let &(person, at) = self.known.people.ahead.get(&hit.key)?;
        (at > hit.start && self.is_near_behind(hit, at)).then_some(person)
    }

    /// Notes for every name a person can be called by that they were named.
    ///
    /// One who holds an office goes before a namesake of the same country who does not: `Clinton` is the president, whatever is said of
    /// his wife. Between equals of one country the name goes on to mean the one whom it has meant alone: `Kim` is not his aide.
    pub(super) fn remember(&mut self, found: &Found) {
        let (person, at, alone) = (found.entity, found.start, found.rule == Rule::Antecedent);
        let in_office = found.rule == Rule::InOffice;
        // Read only where somebody of the name was named not long before.
        let mut sentence = None;
        let mut begins =
            |context: &mut Self| *sentence.get_or_insert_with(|| context.known.around.sentence(context.text, at, at).0);
        for key in self.names_of(person) {
            let new = Antecedent { person, earlier: NONE, alone, in_office, contested: false, at, together: false };
            let next = match self.known.people.antecedents.get(&key).copied() {
                None => new,
                // `Bob Dole`, then `Elizabeth Dole`, who was a minister once: `Dole` stays open.
                Some(known) if known.person == NONE => {
                    if self.is_out_of_office(person) && !self.was_head(person) {
                        known
                    } else {
                        Antecedent { contested: known.contested, ..new }
                    }
                }
                Some(known) if known.person == person => {
                    let together = known.together && known.at >= begins(self);
                    Antecedent { alone: known.alone || alone, at, together, ..known }
                }
                Some(known) if self.goes_before(known.person, person) => known,
                // `Sir Ian Blair` is `Sir Ian` further on, and `Mr Blair` the one named before.
                Some(known) if self.is_knighted(found.start) => known,
                Some(known)
                    if (known.alone || known.in_office)
                        && found.rule == Rule::FullName
                        && self.are_equals(known.person, person) =>
                {
                    known
                }
                Some(known) => {
                    let together = known.at >= begins(self);
                    Antecedent { earlier: known.person, together, contested: known.contested, ..new }
                }
            };
            self.known.people.antecedents.insert(key, next);
        }
    }

    /// Whether a title that goes with the given name stands before a place: `Sir Ian Blair`.
    fn is_knighted(&self, start: usize) -> bool {
        self.words.before(start).is_some_and(|word| self.words.is_on(WordList::Knight, word))
    }

    /// The person named before whom a name means here: the last, or the one before if the sentence is about the country of that one.
    pub(super) fn antecedent_here(&mut self, hit: Hit) -> Option<u32> {
        let &Antecedent { person, earlier, .. } =
            self.known.people.antecedents.get(&hit.key).filter(|known| known.person != NONE)?;
        let is_about = |context: &mut Self, person: u32| context.near(hit, person, Office::Any);
        let other = earlier != NONE && !is_about(self, person) && is_about(self, earlier);
        Some(if other { earlier } else { person })
    }

    /// `Kim Jong Un and Kim Yong Chol came. Kim left`: whether a surname can as well mean either of two of these bearers who are in office
    /// for one country, or head one each, and were named in one sentence: this one speaks of the country of both, or of neither.
    pub(super) fn is_either(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> bool {
        let Some([earlier, last]) = self.known.people.last_two(hit.key) else { return false };
        let can_be = |one: u32| bearers.iter().any(|&(_, person)| person == one);
        let alike = self.are_in_one_government(earlier, last) || self.is_head(earlier) && self.is_head(last);
        alike && can_be(last) && can_be(earlier) && self.near(hit, last, Office::Any) == self.near(hit, earlier, Office::Any)
    }

    /// `Harbhajan Singh bowled; Singh took two`: whether somebody unknown was named with this surname in the sentence, in a report of sport
    /// somewhat before, and since then nobody else; a surname that comes first, anywhere before, if it has not meant anybody alone.
    pub(super) fn is_name_of_other(&mut self, hit: Hit) -> bool {
        let Some(other) = self.known.people.last_other(hit.key).filter(|&other| self.is_near_before(other, hit)) else {
            return false;
        };
        let (from, _) = self.known.around.sentence(self.text, hit.start, hit.end);
        other >= from
            || self.in_sport(hit)
            || self.known.people.is_open(hit.key)
                && (self.is_before_given_name(hit) || self.is_other_just_named(hit, other, from))
    }

    /// `Mike Johnson left. Johnson was elected`: whether somebody unknown was named, at `other`, in the sentence before, which ends at `from`,
    /// and is no relative of anybody. A head stays the one who is meant.
    fn is_other_just_named(&mut self, hit: Hit, other: usize, from: usize) -> bool {
        let gap = reach::before(self.text, from, WIDEST_GAP);
        let last = gap + self.text[gap..from].trim_end_matches(|c: char| !is_word(c)).len();
        let (start, end) = self.known.around.sentence(self.text, last, last);
        let head = self.known.people.antecedent(hit.key).is_some_and(|person| self.was_head(person));
        !head && other >= start && !self.any_word(start, end, SENTENCE_WORDS, |word| self.words.is_on(WordList::Kin, word))
    }

    /// Notes that the bearer of the whole name at a hit is nobody the gazetteer knows: `Bill Gates`.
    pub(in crate::context) fn note_others(&mut self, hit: Hit) {
        let first = words::first_word(self.text, hit.start, hit.end);
        let word = words::last_word(self.text, hit.start, hit.end);
        // `Brown rice` is nobody.
        if self.words.is_on(WordList::GivenName, first)
            && words::is_capitalized(self.text, word)
            && let Some(key) = self.words.key_of(word)
        {
            self.known.people.note_somebody_else(key, hit.start);
        }
    }

    /// Notes that the surname at a hit is somebody else's here, with the article or without: `al-Saleh` is `Saleh`.
    pub(super) fn note_bearer_of_else(&mut self, hit: Hit) {
        self.known.people.note_somebody_else(hit.key, hit.start);
        let last = words::last_word(self.text, hit.start, hit.end);
        if last.start > hit.start
            && let Some(key) = self.words.key_of(last)
        {
            self.known.people.note_somebody_else(key, hit.start);
        }
    }

    /// The keys of the aliases that need support or are parts of the name.
    fn names_of(&self, person: u32) -> Vec<u32> {
        let aliases = self.tables.aliases_of(person);
        let short = aliases
            .filter(|&alias| self.is_part(alias) || self.tables.aliases.at(alias as usize).policy == Policy::Context as u8);
        short.map(|alias| self.tables.key_of_alias(alias)).collect()
    }

    /// Reads the whole names that may be near a hit behind it.
    pub(super) fn look_ahead(&mut self, hit: Hit) {
        self.known.people.seen = self.known.people.seen.max(self.at + 1);
        while let Some(&next) = self.hits.get(self.known.people.seen).filter(|next| next.start < hit.end + LOOK_AHEAD_BYTES) {
            self.known.people.seen += 1;
            if !self.may_be_person(&next) {
                continue;
            }
            let counts = |alias: &AliasRow| !is_part(alias) && alias.policy == Policy::Always as u8;
            let whole: Bearers = self.bearers_by(next, counts).collect();
            if let Some((_, person)) = self.best(next, &whole) {
                for key in self.names_of(person) {
                    let entry = self.known.people.ahead.entry(key).or_insert((person, next.start));
                    if entry.1 <= hit.start {
                        *entry = (person, next.start);
                    }
                }
            }
        }
    }
}
