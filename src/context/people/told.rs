//! Is a head told of by the surname alone?
//!
//! `Blair vetoed it`, `Clinton said`: by what goes on behind the name of the only head so called on the date, where the country, a colleague
//! or another head is named beside it, or words of politics stand near. Looks at the sentence and at the names within [`BESIDE`] characters.

use super::bearers::Bearers;
use super::careers::Standing;
use super::colleagues::FEW;
use super::in_office::RARE;
use super::unnamed::Surname;
use crate::boundary::{char_after, char_before};
use crate::context::text::folded::Folded;
use crate::context::text::reach;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_hyphen, is_ignorable};
use crate::gazetteer::WordList;
use crate::gazetteer::functions::HEAD_OF_STATE;
use crate::gazetteer::rows::NONE;
use crate::kind::EntityKind;
use crate::scan::Hit;

/// So far from a name, in characters, another head does something in a sentence beside it.
const BESIDE: usize = 240;
/// With more of a name in office, many private people are called so, too: `Li`.
const MOST_IN_OFFICE: usize = 4;
/// An aside between a name and what is told of it is no longer, in characters.
const ASIDE: usize = 64;
/// What joins a clause to the one before, and no name to another.
const CONJUNCTIONS: [&str; 15] = [
    "that", "whether", "while", "when", "where", "as", "because", "although", "if", "after", "before", "since", "until", "what",
    "how",
];

impl<T: Trace> Context<'_, T> {
    /// Who alone of the bearers of a name is a head on the date, and is told of by it.
    pub(super) fn head_told_of(&mut self, name: &Surname<'_>) -> Option<u32> {
        if self.is_behind_article(name.hit) {
            return None;
        }
        let person = self.head_called_so(name.hit, name.bearers).or_else(|| self.only_head_about(name.hit, name.bearers))?;
        ((self.is_told_of(name, person) || self.is_told_of_in_headline(name.hit, person))
            && !self.is_head_elsewhere(name.hit, name.bearers, person)
            && self.is_first_of_name(name, person))
        .then_some(person)
    }

    /// `Mr Kerry met the Iranian minister`: the only bearer known abroad whose country is spoken of, behind `Mr`, where politics is told of and
    /// another country or a body stands in the sentence.
    pub(super) fn only_one_addressed(&mut self, name: &Surname<'_>) -> Option<u32> {
        let hit = name.hit;
        let addressed = || self.address_before(hit.start).is_some_and(|word| self.words.is_on(WordList::Address, word));
        // `Mr Turnbull, deputy prime minister of Australia,` of 2016 is not the prime minister, nor is `Mr Turnbull, his neighbour,`.
        if self.word_behind_comma(hit).is_some_and(|word| !self.is_preposition(word)) {
            return None;
        }
        let acts = |context: &Self| !context.is_frequent(hit) && context.acts(hit);
        if !(if name.before.honorific { addressed() } else { acts(self) }) {
            return None;
        }
        let known = name.bearers.iter().copied().filter(|&(_, person)| self.is_known_abroad(person));
        let known: Bearers = known.collect();
        let about: Bearers = known.iter().copied().filter(|&(_, person)| self.is_country_about(hit, person)).collect();
        let person = self.only_one_known_abroad(&about)?;
        (self.is_alone(hit)
            && self.is_politics(hit)
            && !self.is_near_sport(hit)
            && !self.is_work_spoken_of(hit)
            && self.is_of_world(hit, person))
        .then_some(person)
    }

    /// Whether a country that is not the person's, a body, a format or an office stands in the sentence of a name.
    fn is_of_world(&mut self, hit: Hit, person: u32) -> bool {
        use EntityKind::{Country, Format, Office, Organization, Place};
        let own: Vec<u32> = self.owners(person).collect();
        let tables = self.tables;
        let world = |context: &Self, entity: u32| match context.kind_of(entity) {
            Country => !own.contains(&entity),
            Place => !own.contains(&tables.traits(entity).owner),
            Organization | Format | Office => true,
            _ => false,
        };
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let mut before = self.known.found.iter().rev().take(FEW).take_while(|found| found.start >= from);
        let mut behind = self.hits[self.at + 1..].iter().take(FEW).take_while(|next| next.end <= to);
        before.any(|found| world(self, found.entity)) || behind.any(|next| self.may_mean(next, &|entity| world(self, entity)))
    }

    /// `Major Goes to the Cricket`: whether a name opens a headline before what people do, in a text about the person's country.
    fn is_told_of_in_headline(&mut self, hit: Hit, person: u32) -> bool {
        self.person_does_in_headline(hit) && self.is_country_about(hit, person)
    }

    /// The only one of some bearers who heads a state or government on the date; a body, if few are called so.
    fn head_called_so(&self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        // Not the head of a body rather than a foreign minister.
        let rare = |&person: &u32| {
            bearers.len() <= RARE && !self.is_frequent(hit) && self.only_one_known_abroad(bearers) == Some(person)
        };
        self.only_head(bearers).or_else(|| self.only_head_of_any(bearers).filter(rare))
    }

    /// The only one of few in office who is a head on the date and whose country the text is about.
    fn only_head_about(&mut self, hit: Hit, bearers: &[(u32, u32)]) -> Option<u32> {
        if bearers.iter().filter(|&&(_, person)| !self.is_out_of_office(person)).count() > MOST_IN_OFFICE {
            return None;
        }
        let mut heads = bearers.iter().map(|&(_, person)| person).filter(|&person| self.is_head(person));
        heads.next().filter(|_| heads.next().is_some())?;
        let about: Bearers = bearers.iter().copied().filter(|&(_, person)| self.is_country_about(hit, person)).collect();
        self.only_head(&about)
    }

    /// Whether a name says something behind a quote, or does what officials do where another was named, in a text about the person's
    /// country; or does so, or is written with `Mr`, where a colleague was named in full, or where public life is told of.
    fn is_told_of(&mut self, name: &Surname<'_>, person: u32) -> bool {
        let hit = name.hit;
        if name.before.honorific && self.is_among_colleagues(hit, person) {
            return true;
        }
        if !self.does(hit) {
            return false;
        }
        let quote = |end: usize| char_before(self.text, end).is_some_and(|(c, _)| matches!(c, '"' | '\u{201d}'));
        let says = words::gap_before(self.text, hit.start).is_some_and(quote);
        let about = self.is_country_about(hit, person);
        about && (says || self.is_behind_official(hit, person))
            || self.is_beside_colleagues_name(hit, person)
            || self.is_among_colleagues(hit, person)
            || self.is_public(hit, person, about)
    }

    /// `Cameron said it; Miliband asked`: whether a rare surname in the sentence is that of somebody in office for the same country.
    fn is_beside_colleagues_name(&mut self, hit: Hit, person: u32) -> bool {
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let last = self.hits[..self.at].iter().rev().take(FEW).take_while(|other| other.start >= from);
        let next = self.hits[self.at + 1..].iter().take(FEW).take_while(|other| other.end <= to);
        last.chain(next).filter(|other| !self.is_frequent(**other)).any(|other| {
            let bearers = self.bearers(*other);
            bearers.len() <= RARE && bearers.iter().any(|&(_, one)| one != person && self.are_in_one_government(one, person))
        })
    }

    /// `Blair promised money`, in a text `about` the person's country: whether a head does what those in office do, or words of politics
    /// stand near; or another head does something in a sentence beside it: `Blair rang. Clinton congratulated him`. Nobody's work is told of.
    fn is_public(&mut self, hit: Hit, person: u32, about: bool) -> bool {
        if !self.is_subject(hit) {
            return false;
        }
        let other = if about { None } else { self.other_head(hit, person) };
        (about || other.is_some() || self.reigns(hit, person))
            && (self.acts_in_past(hit)
                || other.is_some_and(|other| self.acts_in_past(other) || !(self.is_frequent(hit) && self.is_frequent(other)))
                || about && !self.is_frequent(hit)
                || self.is_politics(hit))
            && !self.is_work_spoken_of(hit)
    }

    /// `Gerald Ford, who took over when Nixon resigned`: the only one of a name who ever was a head and is no more, where another former head of
    /// the same country is named before; nobody of the name is known abroad now.
    pub(super) fn head_of_history(&mut self, name: &Surname<'_>) -> Option<(u32, u8)> {
        let hit = name.hit;
        self.as_of?;
        let mut heads = name.bearers.iter().copied().filter(|&(_, person)| self.was_head(person));
        let (alias, person) = heads.next().filter(|_| heads.next().is_none())?;
        let former = |context: &Self, person: u32| context.standing(person) == Standing::Former && context.was_head(person);
        if !former(self, person) || name.bearers.iter().any(|&(_, other)| self.is_known_abroad(other)) {
            return None;
        }
        let own = |other: u32| self.owners(other).any(|owner| owner != NONE && self.owners(person).any(|own| own == owner));
        let beside = self.is_named_near(hit, |found| {
            *self.kind_of(found.entity) == EntityKind::Official
                && found.entity != person
                && former(self, found.entity)
                && own(found.entity)
        });
        // `Ford` is a firm, too, and `Mr Roosevelt` the one named before.
        let told =
            !self.is_word(hit) && !name.before.honorific && (self.acts(hit) || !words::starts_sentence(self.text, hit.start));
        (beside && told && self.is_alone(hit) && !self.is_behind_article(hit) && !self.is_place_rather(hit))
            .then_some((alias, 80))
    }

    /// Whether a verb goes on behind a name: `Clinton said`, `Clinton vetoed`; not `Clinton-appointed`.
    pub(super) fn does(&self, hit: Hit) -> bool {
        self.words.after(hit.end).is_some_and(|word| !self.text[hit.end..word.start].contains(is_hyphen) && self.is_verb(word))
    }

    fn is_verb(&self, word: Word) -> bool {
        let inflected = || Folded::of(self.text, word).as_str().ends_with("ed") && self.words.is_inflected(word);
        let past = || inflected() || self.words.is_past_of(WordList::Predicate, word);
        !words::is_capitalized(self.text, word) && (self.words.is_on(WordList::Predicate, word) || past())
    }

    /// Whether a name opens a clause before what people do, or before an aside and that, or a clause about it follows.
    pub(super) fn acts(&self, hit: Hit) -> bool {
        self.does(hit) && self.is_subject(hit) || self.is_somebody(hit) || self.opens_clause(hit) && self.does_behind_aside(hit)
    }

    /// `Castro, in the same room, wondered`: whether words between commas and a verb stand behind a name.
    fn does_behind_aside(&self, hit: Hit) -> bool {
        // `Musa, her son, did not`
        let kin = |word: &Word| Folded::of(self.text, *word).is_one_of(&["his", "her", "their", "my", "our"]);
        let Some(word) = self.word_behind_comma(hit).filter(|word| !kin(word)) else { return false };
        let aside = &self.text[word.end..reach::after(self.text, word.end, ASIDE)];
        let end = aside.find([',', '.', ';', ':', '(', '"']).filter(|&end| aside[end..].starts_with(','));
        end.and_then(|end| self.words.after(word.end + end + 1)).is_some_and(|word| self.is_verb(word))
    }

    /// `Rice, who flew home`, `near Castro, who was cheered`: whether a clause about a person stands behind a name that opens a clause or stands
    /// behind a verb or preposition; not `old Manning, who mends nets`.
    pub(super) fn is_somebody(&self, hit: Hit) -> bool {
        let free = |word| self.is_preposition(word) || self.is_verb(word);
        self.word_behind_comma(hit).is_some_and(|word| Folded::of(self.text, word).is_one_of(&["who", "whose", "whom"]))
            && (self.opens_clause(hit) || self.words.before(hit.start).is_some_and(free))
    }

    fn word_behind_comma(&self, hit: Hit) -> Option<Word> {
        let (_, comma) = char_after(self.text, hit.end).filter(|&(c, _)| c == ',')?;
        self.words.after(comma + 1)
    }

    /// Whether a name, with what stands before it as `Mr`, opens a clause.
    fn opens_clause(&self, hit: Hit) -> bool {
        // `firms such as Dell sold less`
        let joins = |word: Word| {
            Folded::of(self.text, word).is_one_of(&CONJUNCTIONS)
                && !self.words.before(word.start).is_some_and(|such| self.is(such, "such"))
        };
        // `the king stepped aside, and Khalilzad told the press`
        let goes_on = |word: Word| {
            Folded::of(self.text, word).is_one_of(&["and", "but"])
                && words::gap_before(self.text, word.start).is_some_and(|end| self.text[..end].ends_with(','))
        };
        let start = self.start_with_address(hit);
        // `COLOMBO - Annan landed`
        let dash = |word: Word| {
            let gap = self.text[word.end..start].trim_start_matches(is_ignorable);
            gap.contains(is_hyphen) && !gap.starts_with(is_hyphen)
        };
        self.words.before(start).is_none_or(|word| joins(word) || dash(word) || goes_on(word))
    }

    /// Where a name starts, with `Mr` or the like before it.
    pub(super) fn start_with_address(&self, hit: Hit) -> usize {
        let address = self.address_before(hit.start).filter(|word| self.words.is_on(WordList::Address, *word));
        address.map_or(hit.start, |word| word.start)
    }

    /// Whether a name opens a clause, and what goes on behind it is no preposition or conjunction: not `the panel asked Clinton about it`;
    /// nor what a word or a month goes on with, unless those in office do it: `Bush walks`, `May brought snow`; but `Cook tells`.
    pub(super) fn is_subject(&self, hit: Hit) -> bool {
        let month = self.words.is_on(WordList::Time, Word { start: hit.start, end: hit.end });
        let plural = |word: Word| {
            Folded::of(self.text, word).as_str().ends_with('s') && self.is_word(hit) && !self.words.is_on(WordList::Act, word)
        };
        let opens = |word| self.begins_another_sentence(word) && !self.is(word, "is");
        let does = |word| !self.is_preposition(word) && !opens(word) && !plural(word);
        self.opens_clause(hit) && self.words.after(hit.end).is_some_and(does) && (!month || self.acts_in_past(hit))
    }

    /// `Clinton vetoed`: whether what those in office do goes on behind a name.
    pub(super) fn acts_in_past(&self, hit: Hit) -> bool {
        self.words.after(hit.end).is_some_and(|word| {
            let irregular = || self.words.is_on(WordList::Act, word) && !Folded::of(self.text, word).as_str().ends_with('s');
            self.words.is_past_of(WordList::Act, word) || irregular()
        })
    }

    /// `Gallant ordered`, `Abbas spoke`: whether what somebody did goes on behind a name.
    pub(super) fn acted(&self, hit: Hit) -> bool {
        self.acts_in_past(hit)
            || self.words.after(hit.end).is_some_and(|word| {
                let folded = Folded::of(self.text, word);
                let other = folded.as_str().ends_with("ed") && self.words.is_inflected(word);
                let did = other || self.words.is_on(WordList::Said, word) || self.words.is_on(WordList::Act, word);
                !words::is_capitalized(self.text, word) && did
            })
    }

    /// `Clinton vetoed the bill`: whether what only heads of states do goes on behind a name that nobody else bears who is in office for
    /// that country, such as a governor.
    fn reigns(&self, hit: Hit, person: u32) -> bool {
        self.words.after(hit.end).is_some_and(|word| self.words.is_past_of(WordList::Sovereign, word))
            && self.career(person).now & HEAD_OF_STATE != 0
            && !self.bearers(hit).iter().any(|&(_, other)| other != person && self.are_in_one_government(other, person))
    }

    /// The name nearby of another who is the only head so called on the date, and does something, too.
    fn other_head(&self, hit: Hit, person: u32) -> Option<Hit> {
        let (from, to) = (reach::before(self.text, hit.start, BESIDE), reach::after(self.text, hit.end, BESIDE));
        let near = |other: &&Hit| from <= other.start && other.start < to;
        let last = self.hits[..self.at].iter().rev().take(FEW).take_while(near);
        let next = self.hits[self.at + 1..].iter().take(FEW).take_while(near);
        let heads = |other: &&Hit| {
            self.does(**other) && self.head_called_so(**other, &self.bearers(**other)).is_some_and(|other| other != person)
        };
        last.chain(next).find(heads).copied()
    }
}
