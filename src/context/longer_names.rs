//! Is a country, region or place here only part of a longer proper name?
//!
//! `Air France`, `British Airways`, `Lebanon, Ohio`, `Jordan Spieth`, `Michael Jordan`; but `US President`, `French police`.

use super::folded::Folded;
use super::line::{LineMode, is_whole_line};
use super::lists::tabs_part_cells;
use super::words::{self, Word};
use super::{Context, LOOK_AHEAD, NEIGHBOURS, Rule, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::rows::NONE;
use crate::gazetteer::{WordList, scope};
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// How many capitalised words behind a country can belong to a longer name.
const NAME_WORDS: usize = 5;
/// Blanks around an opening bracket, and one.
pub(super) const MAX_BLANKS: usize = 6;
/// Names are no further apart than so many spaces.
const WIDEST_GAP: usize = 2;
/// Names of persons that are remembered because they are also names of countries.
const MAX_NAMESAKES: usize = 16;

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
    pub(super) fn longer_name(&mut self, hit: Hit, alias: u32) -> Option<Rule> {
        let kind = AliasKind::ALL[usize::from(self.tables.aliases.at(alias as usize).kind)];
        let own = self.words.entry(Word { start: hit.start, end: hit.end });
        let given = own.is_some_and(|own| own.is_on(WordList::GivenName));
        let surname = own.is_some_and(|own| own.is_on(WordList::Surname));
        if self.is_addressed(hit)
            || surname && self.is_behind_rank(hit, kind)
            || self.is_of_kin(hit, given)
            || self.is_namesake(hit)
        {
            return Some(Rule::PersonsName);
        }
        if self.names_place_of_state(hit)
            || own.is_some_and(|own| own.is_on(WordList::AlsoState)) && self.is_state_among_states(hit)
        {
            return Some(Rule::StateName);
        }
        if let Some(before) = self.word_before_in_line(hit.start) {
            // `West Bank Palestinians`: a bank is none in the name of a place.
            if self.words.list_ending(WordList::NameBefore, self.before_article(before))
                && self.known.found.last().is_none_or(|found| found.end != before.end)
            {
                return Some(Rule::LongerName);
            }
            if kind != AliasKind::Abbreviation && self.is_given_name(before) && !self.ends_other_hit(before) {
                // `Mark` may be a verb of a headline.
                if !self.words.is_on(WordList::English, before)
                    || self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
                {
                    return Some(Rule::PersonsName);
                }
            }
        }
        if let Some(before) = self.word_before_in_line(hit.start) {
            if self.is_ship(hit, before, kind) {
                return Some(Rule::Ship);
            }
            if self.is_firm(hit, before, kind) {
                return Some(Rule::LongerName);
            }
        }
        if self.is_person_of_country(hit, given)
            || given
                && (self.is_namesake_soon(hit)
                    || self.scores_points(hit)
                    || self.is_persons_by_signs(hit)
                    || self.is_listed_with_persons(hit))
        {
            return Some(Rule::PersonsName);
        }
        if self.is_behind_particle(hit) || self.is_in_name_of_firm(hit) || self.is_in_title_of_work(hit) {
            return Some(Rule::LongerName);
        }
        let after = self.words.after(hit.end)?;
        // `Irish setters`, `Egyptian Mau`
        if kind == AliasKind::Demonym && self.words.is_on(WordList::Sort, after) {
            return Some(Rule::LongerName);
        }
        if !words::is_capitalized(self.text, after) {
            return None;
        }
        // The next cell of a table, or the next entry of a list.
        let gap = &self.text[hit.end..after.start];
        let column = |gap: &str| {
            let mut seen = gap.chars().filter(|&c| !is_ignorable(c));
            seen.by_ref().take(WIDEST_GAP + 1).filter(|&c| is_separator(c) && !is_hyphen(c)).count() > WIDEST_GAP
                && seen.all(|c| is_separator(c) && !is_hyphen(c))
        };
        if gap.contains('\t') && tabs_part_cells(self.text, hit.start, hit.end)
            || gap.len() > WIDEST_GAP && column(gap)
            || gap.contains(is_break) && is_whole_line(self.text, hit.start, hit.end)
        {
            return None;
        }
        // `Switzerland II`, `Pakistan A`: a team or sledge of a country.
        if Folded::of(self.text, after).is_one_of(&SIDES) {
            return None;
        }
        let mode = self.known.around.line_mode(self.text, hit.start, hit.end);
        // `Jordan-Hare Stadium`, but `Russia-Ukraine Institute`
        if self.text[hit.end..after.start].contains(is_hyphen) {
            let name = !matches!(kind, AliasKind::Demonym | AliasKind::Abbreviation) && !self.starts_hit(after, true);
            let behind = self.words.after(after.end).filter(|word| name && words::is_capitalized(self.text, *word));
            return behind.filter(|word| self.name_goes_on(*word, mode != LineMode::Running)).map(|_| Rule::LongerName);
        }
        // `in Mexico On Monday`: what follows is another sentence.
        if mode == LineMode::Running && !gap.contains(is_break) && self.begins_another_sentence(after) {
            return None;
        }
        if self.name_goes_on(after, mode != LineMode::Running) {
            return Some(Rule::LongerName);
        }
        if mode == LineMode::Capitals {
            return None;
        }
        // `Kenya Moore Joins New Show`
        let follows = |list| self.words.is_on(list, after);
        if given
            && mode == LineMode::Title
            && follows(WordList::Surname)
            && !follows(WordList::English)
            && !self.starts_hit(after, true)
        {
            return Some(Rule::PersonsName);
        }
        if matches!(kind, AliasKind::Demonym | AliasKind::Abbreviation)
            || self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running
            || self.is_title(after)
        {
            return None;
        }
        // `Jordan Spieth` is a person; `Iran Khodro` and `Korea Electric` are companies: a name goes on with a further capital.
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
        // `Iraq POWs`: an abbreviation is a word by itself.
        let capitals = self.text[after.start..after.end].chars().filter(|c| c.is_uppercase()).count();
        let country = *self.kind_of(self.tables.aliases.at(alias as usize).entity) == EntityKind::Country;
        (country && capitals < 2 && !self.starts_hit(after, false) && !self.words.is_on(WordList::Political, after))
            .then_some(Rule::LongerName)
    }

    /// Notes that the word of a hit is somebody's given name or surname in this text: `Georgia Hartwell`, `Michael Jordan`.
    pub(super) fn note_namesake(&mut self, hit: Hit) {
        for word in [words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end)] {
            // `MaliVai Washington`: a place that is a surname; a country of that name stays one.
            let surname = word.end == hit.end
                && self.words.is_on(WordList::Surname, word)
                && self.may_mean(&hit, &|entity| *self.kind_of(entity) == EntityKind::Place);
            // `Mark Portugal`, a pitcher.
            let surname = surname || word.start == hit.start && word.end == hit.end && self.is_athletes_surname(hit);
            if (surname || self.words.is_on(WordList::GivenName, word))
                && let Some(key) = self.words.key_of(word)
                && !self.known.namesakes.contains(&key)
                && self.known.namesakes.len() < MAX_NAMESAKES
            {
                self.known.namesakes.push(key);
            }
        }
    }

    /// Whether a country's name stands behind a given name, in a report of sport.
    fn is_athletes_surname(&mut self, hit: Hit) -> bool {
        let demonym = |alias: usize| self.tables.aliases.at(alias).kind == AliasKind::Demonym as u8;
        !self.tables.aliases_of_key(hit.key).any(demonym)
            && self.word_before_in_line(hit.start).is_some_and(|before| self.is_given_name(before))
            && self.in_sport(hit)
    }

    /// Whether the word is a person's in this text, and nothing says that the place is meant: `Georgia said`, not `in Georgia`.
    pub(super) fn is_namesake(&self, hit: Hit) -> bool {
        self.known.namesakes.contains(&hit.key)
            && !self.words.before(hit.start).is_some_and(|word| self.is_preposition(word))
            && !self.is_among_countries(hit)
    }

    /// `Jordan's king`, `Jordan and Egypt`, `Jordan lost to Syria`: a role of a state behind the name, or another country beside it or that it
    /// plays, which is no given name.
    fn is_among_countries(&self, hit: Hit) -> bool {
        let end = words::after_possessive(self.text, hit.end);
        let role = self
            .words
            .after(end)
            .filter(|_| end != hit.end)
            .and_then(|word| self.words.role_at(word))
            .is_some_and(|role| role.rows.iter().any(|row| row.scope & scope::STATE != 0));
        let country = |other: &Hit| {
            !self.words.is_on(WordList::GivenName, Word { start: other.start, end: other.end })
                && self.may_mean(other, &|entity| *self.kind_of(entity) == EntityKind::Country)
        };
        let beside = |from: usize, to: usize| {
            let between = self.text.get(from..to).unwrap_or("?");
            matches!(between.trim_matches(|c| is_separator(c) || is_ignorable(c)), "," | "and")
        };
        let next = self.hits.get(self.at + 1);
        let last = self.at.checked_sub(1).and_then(|at| self.hits.get(at));
        let game = |next: &&Hit| {
            let verb = self.words.after(hit.end).filter(|verb| verb.end < next.start);
            let end = verb.and_then(|verb| self.words.list_starting(WordList::Game, verb));
            end.and_then(|end| self.words.after(end)).is_some_and(|behind| behind.start == next.start)
        };
        role || next.filter(game).is_some_and(country)
            || next.is_some_and(|next| beside(hit.end, next.start) && country(next))
            || last.is_some_and(|last| beside(last.end, hit.start) && country(last))
    }

    /// `Mr. French`, `Ms Holland`: a form of address right before.
    fn is_addressed(&self, hit: Hit) -> bool {
        // `Congo DR` in the line above is no doctor.
        self.address_before(hit.start)
            .is_some_and(|word| word.start >= self.known.covered && self.words.is_on(WordList::Address, word))
    }

    /// `Petroleos de Venezuela`, `Stade de France`: behind the `of` of another language, and a capitalised word.
    fn is_behind_particle(&self, hit: Hit) -> bool {
        let particle = self.word_before_in_line(hit.start);
        // `Venezuela, Rep. Bolivariana de` in the line above is another entry.
        let entry = || self.text[..hit.start].ends_with(is_break) && is_whole_line(self.text, hit.start, hit.end);
        particle
            .filter(|word| Folded::of(self.text, *word).is_one_of(&PARTICLES))
            .is_some_and(|particle| self.words.before(particle.start).is_some_and(|word| words::is_capitalized(self.text, word)))
            && !entry()
    }

    /// `Detective Holland`, `by G. French`: behind a rank or an initial, what is a surname, too. Not `Major French banks`, `in Group C. French`.
    fn is_behind_rank(&self, hit: Hit, kind: AliasKind) -> bool {
        let rank = self.word_before_in_line(hit.start).filter(|word| words::is_capitalized(self.text, *word));
        let honorific = rank.is_some_and(|word| self.words.is_on(WordList::Honorific, word));
        if honorific && kind != AliasKind::Demonym {
            return true;
        }
        let Some(initial) = self.initial_before(hit.start) else { return false };
        let at = self.text[..hit.start].rfind(initial).unwrap_or(hit.start);
        words::starts_sentence(self.text, at)
            || self.words.before(at).is_some_and(|word| self.is_preposition(word) || self.is(word, "by") || self.is(word, "and"))
    }

    /// `Bank of the Netherlands`: the word before the article.
    pub(super) fn before_article(&self, word: Word) -> Word {
        if self.is(word, "the") { self.words.before(word.start).unwrap_or(word) } else { word }
    }

    /// Whether a word with one capital is one that opens sentences: `The`, but not the `WHO` behind `US`.
    pub(super) fn begins_another_sentence(&self, word: Word) -> bool {
        let letters = self.text[word.start..word.end].chars().filter(|&c| !is_ignorable(c));
        letters.skip(1).all(|c| !c.is_uppercase()) && Folded::of(self.text, word).is_one_of(&OPENERS)
    }

    /// The word before, if only a space lies between.
    pub(super) fn word_before_in_line(&self, start: usize) -> Option<Word> {
        self.words.before(start).filter(|word| !self.text[word.end..start].contains(is_hyphen))
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
            if headline && (self.is_preposition(word) || Folded::of(self.text, word).is_one_of(&["a", "the", "and"])) {
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

    /// Whether a capitalised given name stands here: `Michael` before `Jordan`; not an English word that may be none (`Will Jordan go?`).
    fn is_given_name(&self, word: Word) -> bool {
        words::is_capitalized(self.text, word)
            && self.words.entry(word).is_some_and(|entry| {
                entry.is_on(WordList::GivenName)
                    && (!entry.is_on(WordList::English)
                        || !words::starts_sentence(self.text, word.start)
                            && !self.text[word.start..word.end].chars().all(char::is_uppercase))
            })
    }

    /// `3. Mark Jordan (U.S.) 10.1`, `Sofia Major (U.S.)`: with a capitalised word before or behind, and a country in brackets behind.
    fn is_person_of_country(&self, hit: Hit, given: bool) -> bool {
        let capital = |word: &Word| words::is_capitalized(self.text, *word);
        let before = self.word_before_in_line(hit.start).filter(capital).is_some_and(|before| !self.ends_other_hit(before));
        let behind = self.words.after(hit.end).filter(capital).filter(|_| given);
        if !before && behind.is_none() {
            return false;
        }
        let ahead = self.hits[self.at + 1..].iter().take(3);
        let country = |next: &&Hit| {
            self.text[next.end..].trim_start_matches(|c| is_separator(c) || is_ignorable(c)).starts_with(')')
                && self.tables.aliases_of_key(next.key).any(|alias| {
                    let entity = self.tables.aliases.at(alias).entity;
                    entity != NONE && *self.kind_of(entity) == EntityKind::Country
                })
        };
        let opens = |end: usize, next: &Hit| {
            self.text.get(end..next.start).is_some_and(|between| {
                let mut seen = between.chars().filter(|&c| !is_separator(c) && !is_ignorable(c));
                between.chars().filter(|&c| is_separator(c)).take(MAX_BLANKS).count() < MAX_BLANKS
                    && seen.next() == Some('(')
                    && seen.next().is_none()
            })
        };
        ahead.filter(country).any(|next| before && opens(hit.end, next) || behind.is_some_and(|word| opens(word.end, next)))
    }

    /// `The Jordan team of Eddie Jordan`: a country's name that is a given name or a surname, too, and soon stands in somebody's name.
    fn is_namesake_soon(&mut self, hit: Hit) -> bool {
        if self.words.before(hit.start).is_some_and(|word| self.is_preposition(word))
            || self.known.found.iter().rev().take(NEIGHBOURS).any(|found| found.key == hit.key)
        {
            return false;
        }
        let ahead = self.hits[self.at + 1..].iter().take(NEIGHBOURS).take_while(|next| next.start < hit.end + LOOK_AHEAD);
        let mut same = ahead.filter(|next| next.key == hit.key);
        // The first of them tells.
        let soon = same.next().and_then(|next| self.word_before_in_line(next.start)).is_some_and(|word| self.is_given_name(word));
        soon && self.in_sport(hit)
    }

    /// `JORDAN HITS 40`: the points of a player whose name is a country's, in a report of sport.
    fn scores_points(&self, hit: Hit) -> bool {
        let Some(verb) = self.words.after(hit.end) else { return false };
        let Some(points) = self.words.after(verb.end) else { return false };
        let folded = Folded::of(self.text, points);
        let number = folded.as_str();
        let score = self.text[points.end..].starts_with(|c| is_hyphen(c) || matches!(c, '.' | ','));
        number.len() == 2
            && number.bytes().all(|b| b.is_ascii_digit())
            && !score
            && Folded::of(self.text, verb).as_str().ends_with('s')
    }

    /// Whether the next hit starts with the word; with `whole`, a hit that is only part of a person's name does not count.
    pub(super) fn starts_hit(&self, word: Word, whole: bool) -> bool {
        self.hits
            .get(self.at + 1)
            .filter(|next| next.start <= word.start && word.start < next.end)
            .is_some_and(|next| !whole || self.tables.aliases_of_key(next.key).any(|alias| !self.is_part(alias as u32)))
    }

    /// `Chad Washington`: whether the next hit is a place or country that is a frequent surname as well.
    fn starts_surname(&self, word: Word) -> bool {
        self.words.is_on(WordList::Surname, word)
            && self.hits.get(self.at + 1).is_some_and(|next| {
                (next.start, next.end) == (word.start, word.end)
                    && self.may_mean(next, &|entity| matches!(self.kind_of(entity), EntityKind::Place | EntityKind::Country))
            })
    }

    /// Whether the word is a role, an honorific, a modifier or a day, and so does not go on with a name.
    fn is_title(&self, word: Word) -> bool {
        self.words.role_at(word).is_some()
            || self.words.entry(word).is_some_and(|entry| {
                entry.is_on(WordList::Honorific) || entry.is_on(WordList::Modifier) || entry.is_on(WordList::Time)
            })
    }

    pub(super) fn is_preposition(&self, word: Word) -> bool {
        Folded::of(self.text, word).is_one_of(&PREPOSITIONS)
    }
}
