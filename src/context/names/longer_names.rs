//! Is a country, region or place here only part of a longer proper name?
//!
//! `Air France`, `British Airways`, `Lebanon, Ohio`, `Jordan Spieth`, `Michael Jordan`; but `US President`, `French police`.

use crate::boundary::{char_after, char_before};
use crate::context::text::folded::Folded;
use crate::context::text::line::{LineMode, is_whole_line};
use crate::context::text::lists::{tabs_part_cells, wide_gaps_part_cells};
use crate::context::text::phrases::Entry;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Rule, Trace};
use crate::fold::{is_break, is_digit, is_hyphen, is_ignorable, is_separator, narrow};
use crate::gazetteer::WordList;
use crate::gazetteer::functions::MONARCH;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// How many capitalised words behind a country can belong to a longer name.
const NAME_WORDS: usize = 5;
/// Blanks around an opening bracket, and one.
pub(super) const MAX_BLANKS: usize = 6;
/// Names are no further apart than so many spaces.
const WIDEST_GAP: usize = 2;
/// What tells the teams of one country apart: `II`, `A`, `XI`.
const SIDES: [&str; 9] = ["i", "ii", "iii", "iv", "a", "b", "xi", "xiii", "xv"];

/// `of` in names of Spanish, Portuguese and French.
const PARTICLES: [&str; 5] = ["de", "del", "do", "da", "du"];

/// Words before a country that speak of the place, not of a person of that name.
const PREPOSITIONS: [&str; 18] = [
    "in",
    "of",
    "to",
    "from",
    "with",
    "for",
    "between",
    "against",
    "into",
    "across",
    "throughout",
    "inside",
    "outside",
    "near",
    "toward",
    "towards",
    "within",
    "through",
];

/// Words that open a sentence and no name goes on with: a text that was cut together lacks the stop before them.
const OPENERS: [&str; 46] = [
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "you", "i", "his", "her", "their",
    "its", "my", "our", "there", "and", "but", "or", "if", "when", "while", "as", "after", "before", "since", "because",
    "although", "in", "on", "at", "by", "for", "from", "with", "how", "why", "what", "who", "where", "is",
];

impl<T: Trace> Context<'_, T> {
    /// Why a country, region or place at a hit is part of a longer name, if it is.
    pub(super) fn longer_name(&mut self, hit: Hit, alias: u32) -> Option<Rule> {
        let kind = AliasKind::ALL[usize::from(self.tables.aliases.at(alias as usize).kind)];
        let own = self.words.entry(Word { start: hit.start, end: hit.end });
        let given = own.is_some_and(|own| own.is_on(WordList::GivenName));
        if let Some(rule) = self.name_by_what_is_before(hit, kind, own) {
            return Some(rule);
        }
        let after = self.words.after(hit.end)?;
        // `Irish setters`, `Egyptian Mau`
        if kind == AliasKind::Demonym && self.words.is_on(WordList::Sort, after) {
            return Some(Rule::LongerName);
        }
        if !words::is_capitalized(self.text, after) || self.is_next_cell(hit, after) {
            return None;
        }
        // `Switzerland II`, `Pakistan A`: a team or sledge of a country.
        if Folded::of(self.text, after).is_one_of(&SIDES) {
            return None;
        }
        let mode = self.known.around.line_mode(self.text, hit.start, hit.end);
        if self.text[hit.end..after.start].contains(is_hyphen) {
            return self.is_double_name(kind, after, mode).then_some(Rule::LongerName);
        }
        // `in Mexico On Monday`: what follows is another sentence.
        if self.begins_another_sentence(after) {
            return None;
        }
        // `the Stockholm Convention`
        let place = || *self.kind_of(self.tables.aliases.at(alias as usize).entity) == EntityKind::Place;
        let pact = self.words.is_on(WordList::Pact, after) && place();
        if pact || self.name_goes_on(after, mode != LineMode::Running) {
            return Some(Rule::LongerName);
        }
        // `EU-Ukraine Association Agreement`, `US-Japan Alliance`, but `Jordan-Egypt Institute`: what two have between them is the name of neither.
        if self.is_second_of_two(hit) {
            return None;
        }
        match mode {
            LineMode::Capitals => None,
            LineMode::Title => self.is_person_in_headline(given, after).then_some(Rule::PersonsName),
            LineMode::Running if kind == AliasKind::Demonym && self.is_given_name_like_people(hit, after) => {
                Some(Rule::PersonsName)
            }
            LineMode::Running if matches!(kind, AliasKind::Demonym | AliasKind::Abbreviation) || self.is_title(after) => None,
            LineMode::Running => self.name_with_capital(hit, alias, given, after),
        }
    }

    /// Why what stands before a country makes another name of it, or what is known of its own name does, if so.
    fn name_by_what_is_before(&mut self, hit: Hit, kind: AliasKind, own: Option<Entry>) -> Option<Rule> {
        let given = own.is_some_and(|own| own.is_on(WordList::GivenName));
        let surname = own.is_some_and(|own| own.is_on(WordList::Surname));
        let before = self.word_before_in_line(hit.start);
        if self.is_addressed(hit)
            || surname && self.is_behind_rank(hit, before, kind)
            || kind == AliasKind::Demonym && self.is_surname_by_sign(hit)
            || self.is_of_kin(hit, before, given)
            || self.is_namesake(hit)
        {
            return Some(Rule::PersonsName);
        }
        if self.names_place_of_state(hit)
            || own.is_some_and(|own| own.is_on(WordList::AlsoState)) && self.is_state_among_states(hit)
        {
            return Some(Rule::StateName);
        }
        if let Some(before) = before {
            // `West Bank Palestinians`: a bank is none in the name of a place.
            if self.words.list_ending(WordList::NameBefore, self.before_article(before))
                && self.known.found.last().is_none_or(|found| found.end != before.end)
                && !self.is_monarchs(self.before_article(before))
            {
                return Some(Rule::LongerName);
            }
            if kind != AliasKind::Abbreviation
                && self.is_given_name(before)
                && !self.ends_other_hit(before)
                && !self.is_behind_town_of_two(hit, before)
            {
                // `Mark` may be a verb of a headline.
                if !self.words.is_on(WordList::English, before)
                    || self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
                {
                    return Some(Rule::PersonsName);
                }
            }
            // `India Holland`
            if surname && self.is_named_person(before) {
                return Some(Rule::PersonsName);
            }
            if self.is_ship(hit, before, kind) {
                return Some(Rule::Ship);
            }
            if self.is_firm(hit, before, kind) || self.is_charity(hit, before, kind) {
                return Some(Rule::LongerName);
            }
        }
        if self.is_person_of_country(hit, before, given)
            || self.is_person_from_country(hit, before)
            || given
                && (self.is_namesake_soon(hit)
                    || self.scores_points(hit)
                    || self.is_persons_by_signs(hit)
                    || self.is_listed_with_persons(hit))
        {
            return Some(Rule::PersonsName);
        }
        if self.is_behind_particle(hit, before) || self.is_in_name_of_firm(hit) || self.is_in_title_of_work(hit) {
            return Some(Rule::LongerName);
        }
        None
    }

    /// `In Monte Carlo Australia's team won`: whether a given name ends that of a town where a sentence is set, and a country owns what follows.
    fn is_behind_town_of_two(&self, hit: Hit, given: Word) -> bool {
        let first = self.words.before(given.start).filter(|first| words::is_capitalized(self.text, *first));
        words::after_possessive(self.text, hit.end) > hit.end
            && first.is_some_and(|first| !self.is_given_name(first) && self.is_behind_place_preposition(first))
    }

    /// Whether the word behind a hit stands in the next cell of a table, or is the next entry of a list.
    fn is_next_cell(&self, hit: Hit, after: Word) -> bool {
        let gap = &self.text[hit.end..after.start];
        let column = |gap: &str| {
            let mut seen = gap.chars().filter(|&c| !is_ignorable(c));
            seen.by_ref().take(WIDEST_GAP + 1).filter(|&c| is_separator(c) && !is_hyphen(c)).count() > WIDEST_GAP
                && seen.all(|c| is_separator(c) && !is_hyphen(c))
        };
        gap.contains('\t') && tabs_part_cells(self.text, hit.start, hit.end)
            || gap.len() > WIDEST_GAP
                && !gap.contains(is_break)
                && column(gap)
                && wide_gaps_part_cells(self.text, hit.start, hit.end)
            || gap.contains(is_break) && (is_whole_line(self.text, hit.start, hit.end) || self.text[after.end..].starts_with(':'))
    }

    /// `Jordan-Hare Stadium`, but `Russia-Ukraine Institute`: whether the name of a thing goes on behind the word that a hyphen joins to a hit.
    fn is_double_name(&self, hit_kind: AliasKind, joined: Word, mode: LineMode) -> bool {
        let name = !matches!(hit_kind, AliasKind::Demonym | AliasKind::Abbreviation) && !self.starts_hit(joined, true);
        let behind = self.words.after(joined.end).filter(|word| name && words::is_capitalized(self.text, *word));
        behind.is_some_and(|word| self.name_goes_on(word, mode != LineMode::Running))
    }

    /// Whether a hyphen joins a hit to what was found right before it.
    fn is_second_of_two(&self, hit: Hit) -> bool {
        let first = self.known.found.last().filter(|first| first.end < hit.start);
        first.is_some_and(|first| self.text[first.end..hit.start].chars().all(|c| is_hyphen(c) || is_ignorable(c)))
    }

    /// `Kenya Moore Joins New Show`: whether a surname that is no word stands behind a given name.
    fn is_person_in_headline(&self, given: bool, after: Word) -> bool {
        let follows = |list| self.words.is_on(list, after);
        given && follows(WordList::Surname) && !follows(WordList::English) && !self.starts_hit(after, true)
    }

    /// `Jordan Spieth` is a person; `Iran Khodro` and `Korea Electric` are companies: in running text a name goes on with a further capital.
    fn name_with_capital(&mut self, hit: Hit, alias: u32, given: bool, after: Word) -> Option<Rule> {
        let place = self.words.before(hit.start).is_some_and(|word| self.is_preposition(word));
        if given && !place {
            return (!self.starts_hit(after, true) || self.starts_surname(after)).then_some(Rule::PersonsName);
        }
        // `the last days of Chad Bell`
        if given && self.words.is_on(WordList::Surname, after) && !self.starts_hit(after, true) {
            return Some(Rule::PersonsName);
        }
        // `the foreign minister of Finland Pekka Haavisto`, `of the Republic of Armenia N. Pashinyan`: a person follows.
        let initial = self.text[after.start..after.end].chars().count() == 1 && self.text[after.end..].starts_with('.');
        if initial || place && !self.words.is_on(WordList::English, after) || self.is_given_name(after) {
            return None;
        }
        // `Iraq POWs`, `Japan Q2 GDP`: an abbreviation is a word by itself.
        let capitals = self.text[after.start..after.end].chars().filter(|&c| c.is_uppercase() || is_digit(c)).count();
        let country = *self.kind_of(self.tables.aliases.at(alias as usize).entity) == EntityKind::Country;
        if !country || capitals > 1 || self.words.is_on(WordList::Political, after) {
            return None;
        }
        match self.starts_hit(after, false) {
            true => self.is_before_foreign_surname(hit, alias, after).then_some(Rule::PersonsName),
            false if self.is_before_surname(hit) && !self.in_sport(hit) => Some(Rule::PersonsName),
            false => Some(Rule::LongerName),
        }
    }

    /// `China Chow danced`, `Sudan Johnson, 22,`: whether a country that opens a sentence, stands behind a comma or has an age behind is followed by
    /// the surname of officials of other countries alone, of whom none was named.
    fn is_before_foreign_surname(&self, hit: Hit, alias: u32, after: Word) -> bool {
        let opens = || {
            let sign = words::gap_before(self.text, hit.start).and_then(|end| char_before(self.text, end));
            let age = || {
                let number = char_after(self.text, after.end).filter(|&(c, _)| narrow(c) == ',');
                let number = number.and_then(|(c, comma)| self.words.after(comma + c.len_utf8()));
                number.is_some_and(|word| self.text[word.start..].starts_with(is_digit))
            };
            sign.is_some_and(|(c, _)| narrow(c) == ',') || age() || words::starts_sentence(self.text, hit.start)
        };
        let land = self.tables.aliases.at(alias as usize).entity;
        let name = self.hits.get(self.at + 1).filter(|next| (next.start, next.end) == (after.start, after.end));
        // `Hong Kong Hang Seng`, but `Mali Davies-Price`
        let goes_on =
            |word: Word| words::is_capitalized(self.text, word) && !self.text[after.end..word.start].contains(is_hyphen);
        let ends = !self.words.after(after.end).is_some_and(goes_on);
        name.filter(|_| ends).is_some_and(|name| {
            !self.starts_hit(after, true)
                && self.known.people.antecedent(name.key).is_none()
                && !self.bearers(*name).iter().any(|&(_, person)| self.owners(person).any(|owner| owner == land))
                && opens()
        })
    }

    /// `Petroleos de Venezuela`, `Stade de France`: behind the `of` of another language, and a capitalised word.
    fn is_behind_particle(&self, hit: Hit, before: Option<Word>) -> bool {
        // `Venezuela, Rep. Bolivariana de` in the line above is another entry.
        let entry = || self.text[..hit.start].ends_with(is_break) && is_whole_line(self.text, hit.start, hit.end);
        before
            .filter(|word| Folded::of(self.text, *word).is_one_of(&PARTICLES))
            .is_some_and(|particle| self.words.before(particle.start).is_some_and(|word| words::is_capitalized(self.text, word)))
            && !entry()
    }

    /// `Grand Duke of Luxembourg`, but `Duke of Edinburgh`: whether the role of a monarch ends before `of`.
    fn is_monarchs(&self, of: Word) -> bool {
        let role = self.words.before(of.start).and_then(|last| self.words.role_ending(last));
        role.is_some_and(|role| role.rows.iter().any(|row| row.functions & MONARCH != 0))
    }

    /// `Bank of the Netherlands`: the word before the article.
    pub(in crate::context) fn before_article(&self, word: Word) -> Word {
        if self.is(word, "the") { self.words.before(word.start).unwrap_or(word) } else { word }
    }

    /// Whether a word with one capital is one that opens sentences: `The`, but not the `WHO` behind `US`.
    pub(in crate::context) fn begins_another_sentence(&self, word: Word) -> bool {
        let letters = self.text[word.start..word.end].chars().filter(|&c| !is_ignorable(c));
        letters.skip(1).all(|c| !c.is_uppercase()) && Folded::of(self.text, word).is_one_of(&OPENERS)
    }

    /// The word before, if only a space lies between, or the end of a line that does not end with a mention.
    #[inline]
    pub(super) fn word_before_in_line(&self, start: usize) -> Option<Word> {
        let mentioned = |word: &Word| self.known.found.last().is_some_and(|last| last.end == word.end);
        self.words.before(start).filter(|word| {
            let between = &self.text[word.end..start];
            !(between.contains(is_hyphen) || between.contains(is_break) && mentioned(word))
        })
    }

    /// Whether the capitalised words from `first` on make a longer name: one of them is `Airlines`, `University`, `Corp.`
    ///
    /// In a headline only what is no English word does: `AIRLINES`, `GRAND PRIX`; not `Open`, `POST` or `STATE`.
    fn name_goes_on(&self, first: Word, headline: bool) -> bool {
        let mut word = first;
        for _ in 0..NAME_WORDS {
            if let Some(end) = self.words.list_starting(WordList::NameAfter, word)
                && (!headline || end > word.end || !self.words.is_on(WordList::English, word) && !self.words.is_inflected(word))
            {
                return true;
            }
            // In a headline small words have their capital, too: `SYRIA IN A CHAMPIONSHIP`.
            if self.is_preposition(word) || Folded::of(self.text, word).is_one_of(&["a", "the", "and"]) {
                return false;
            }
            // A role or another hit ends the name: `US Secretary of State`, `Israel Prime Minister`.
            // A surname that is a word is none here: `Brazil Fast Food Corp`.
            let whole = self.words.is_on(WordList::English, word);
            if self.words.role_at(word).is_some() || self.starts_hit(word, whole) {
                return false;
            }
            match self.words.after(word.end).filter(|next| words::is_capitalized(self.text, *next)) {
                Some(next) => word = next,
                None => return false,
            }
        }
        false
    }

    /// Whether the next hit starts with the word; with `whole`, a hit that is only part of a person's name does not count.
    pub(in crate::context) fn starts_hit(&self, word: Word, whole: bool) -> bool {
        self.hits
            .get(self.at + 1)
            .filter(|next| next.start <= word.start && word.start < next.end)
            .is_some_and(|next| !whole || self.tables.aliases_of_key(next.key).any(|alias| !self.is_part(alias as u32)))
    }

    /// Whether the word is a role, an honorific, a modifier or a day, and so does not go on with a name.
    pub(super) fn is_title(&self, word: Word) -> bool {
        self.words.role_at(word).is_some()
            || self.words.entry(word).is_some_and(|entry| {
                entry.is_on(WordList::Honorific) || entry.is_on(WordList::Modifier) || entry.is_on(WordList::Time)
            })
    }

    pub(in crate::context) fn is_preposition(&self, word: Word) -> bool {
        Folded::of(self.text, word).is_one_of(&PREPOSITIONS)
    }
}
