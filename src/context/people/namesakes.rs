//! Is the bearer of an official's whole name somebody else of that name?
//!
//! `James Baker, 45, of Leeds`, `Tony Abbott, trombonist, 77`, `a George Bush, no relation`, `Kevin Rudd, the plumber`; another generation:
//! `Donald Trump Jr.`, `Al Gore III`. Looks at [`APPOSITION`] words behind the name.

use super::bearers::{Bearers, Office};
use super::careers::Standing;
use crate::boundary::{char_after, char_before};
use crate::context::text::folded::Folded;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::gazetteer::WordList;
use crate::scan::Hit;

/// Words read behind `David Cameron, a` for a role or the like.
const APPOSITION: usize = 6;
/// A surname of so many officials is one of many people.
pub(super) const MANY: usize = 8;
/// Who left office so many years ago at most may have taken up another post; who left before is hardly the one with a post unheard of.
const YEARS_OUT: u16 = 10;
/// What tells namesakes of two generations apart.
const GENERATIONS: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];

impl<T: Trace> Context<'_, T> {
    /// Leaves only those bearers who are of the generation that stands behind the name: `Donald Trump Jr.`
    pub(super) fn keep_generation(&self, hit: Hit, bearers: &mut Bearers) {
        let comma = char_after(self.text, hit.end).filter(|&(c, _)| c == ',').map_or(hit.end, |(_, at)| at + 1);
        let Some(word) = self.words.after(comma).filter(|word| words::is_capitalized(self.text, *word)) else {
            return;
        };
        let sign = Folded::of(self.text, word);
        if sign.is_one_of(&GENERATIONS) {
            bearers.retain(|&(_, person)| {
                self.tables.aliases_of(person).any(|alias| {
                    let name = self.tables.str(self.tables.aliases.at(alias as usize).text);
                    sign.is(Folded::of(name, words::last_word(name, 0, name.trim_end_matches('.').len())).as_str())
                })
            });
        }
    }

    /// Whether the words beside a whole name say that an official of that name is not meant, however rare it is: `a George Bush, no
    /// relation, sells cars`; and `Kevin Rudd, the plumber` where nothing else speaks of the official's country.
    pub(super) fn is_plainly_private(&mut self, hit: Hit, person: u32) -> bool {
        let Some((',', comma)) = char_after(self.text, hit.end) else { return false };
        if self.words.before(hit.start).is_some_and(|word| Folded::of(self.text, word).is_one_of(&["a", "an"])) {
            return true;
        }
        let Some(word) = self.words.after(comma + 1) else { return false };
        let next = self.words.after(word.end);
        if self.is_no_relation(hit) {
            return true;
        }
        // `Nicolas Maduro, a former bus driver`
        let modified = || next.is_some_and(|next| self.words.modifier_at(next).is_some());
        let works = if self.is_article(word) { !modified() && self.is_work(word, false) } else { self.is_occupation_alone(word) };
        let free = |context: &mut Self| !context.is_country_about(hit, person) && !context.is_head_in_company(hit, person);
        works && (!self.becomes_head(person) && self.is_of_unknown_place(word) || free(self))
    }

    /// `a fund manager named Lee, no relation,`
    pub(super) fn is_no_relation(&self, hit: Hit) -> bool {
        let Some((',', comma)) = char_after(self.text, hit.end) else { return false };
        let no = self.words.after(comma + 1).filter(|word| self.is(*word, "no"));
        no.and_then(|no| self.words.after(no.end)).is_some_and(|word| self.is(word, "relation"))
    }

    /// `a heart surgeon from Cleveland`, `a baker in Hull`: whether a place that the gazetteer does not know stands behind what a person
    /// does, told behind an article.
    fn is_of_unknown_place(&self, article: Word) -> bool {
        let mut word = article;
        for _ in 0..APPOSITION {
            let Some(next) = self.words.after(word.end).filter(|next| !words::is_capitalized(self.text, *next)) else {
                return false;
            };
            if self.words.is_on(WordList::Occupation, next) {
                let place =
                    self.words.after(next.end).filter(|word| Folded::of(self.text, *word).is_one_of(&["from", "of", "in"]));
                let place = place.and_then(|place| self.words.after(place.end));
                return place.is_some_and(|place| words::is_capitalized(self.text, place) && !self.is_in_next_hits(place));
            }
            word = next;
        }
        false
    }

    pub(super) fn is_article(&self, word: Word) -> bool {
        !words::is_capitalized(self.text, word) && Folded::of(self.text, word).is_one_of(&["a", "an", "the"])
    }

    /// `Tony Abbott, trombonist, 77`: an occupation between commas.
    fn is_occupation_alone(&self, word: Word) -> bool {
        !words::is_capitalized(self.text, word)
            && self.words.is_on(WordList::Occupation, word)
            && char_after(self.text, word.end).is_some_and(|(c, _)| matches!(c, ',' | ';'))
    }

    /// `Judge Straw`, `coach Brown`: whether somebody's work stands before a surname.
    pub(super) fn is_at_work(&self, hit: Hit) -> bool {
        self.words.before(hit.start).is_some_and(|word| self.words.is_on(WordList::Occupation, word))
    }

    /// Whether a whole name is one that many bear: a given name and a frequent surname or a word.
    pub(super) fn is_everybodys_name(&self, hit: Hit) -> bool {
        let first = words::first_word(self.text, hit.start, hit.end);
        let last = words::last_word(self.text, hit.start, hit.end);
        let on = |word, list| self.words.is_on(list, word);
        on(first, WordList::GivenName)
            && [WordList::Surname, WordList::GivenName, WordList::English].iter().any(|&list| on(last, list))
    }

    /// `Rui Costa`: whether a whole name in a report of sport is an athlete's, made of a given name and a surname of many; or that of one
    /// who goes into politics years later, for whom a word of sport is enough where none of politics stands.
    pub(super) fn is_athlete(&mut self, hit: Hit, person: u32) -> bool {
        if self.is_far_ahead(person) {
            return self.in_sport(hit) || self.is_near_sport(hit) && !self.is_politics(hit);
        }
        let in_office = |context: &mut Self| {
            context.near(hit, person, Office::Head) || context.near(hit, person, Office::Any) && context.is_politics(hit)
        };
        self.is_everybodys_name(hit)
            && self.in_sport(hit)
            && !in_office(self)
            && !self.is_head_watching(hit, person)
            && !self.is_beside_colleague(hit, person)
    }

    /// `John Smith, chief executive of Acme`, `Acme's Luis Martinez`: whether a whole name is that of somebody who works for what the
    /// gazetteer does not know.
    pub(super) fn is_employed_elsewhere(&mut self, hit: Hit, person: u32) -> bool {
        if self.standing(person) == Standing::Current {
            return false;
        }
        let owned = self.words.before(hit.start).is_some_and(|word| {
            words::is_capitalized(self.text, word)
                && words::is_possessive(self.text, word)
                && self.known.found.last().is_none_or(|last| last.end < word.start)
                && !self.text[word.end..hit.start].contains(',')
        });
        if owned {
            return !self.is_country_about(hit, person);
        }
        !self.left_within(person, YEARS_OUT) && self.is_post_elsewhere(hit, person)
    }

    /// Whether a post that the person never held stands behind a name with a comma, and whose it is, which the gazetteer does not know.
    fn is_post_elsewhere(&self, hit: Hit, person: u32) -> bool {
        let Some((',', comma)) = char_after(self.text, hit.end) else { return false };
        let mut next = self.words.after(comma + 1);
        for _ in 0..APPOSITION {
            let Some(word) = next else { return false };
            let role = self.words.role_at(word);
            let works = self.words.is_on(WordList::Occupation, word);
            let end = role.as_ref().map_or(word.end, |role| role.end);
            next = self.words.after(end);
            if role.is_none() && !works {
                continue;
            }
            let held =
                role.is_some_and(|role| self.tables.tenures_of_official(person).any(|tenure| self.role_names(&role, &tenure)));
            let of = next.filter(|word| Folded::of(self.text, *word).is_one_of(&["of", "at", "for", "with"]));
            let thing = of
                .and_then(|of| self.words.after(of.end))
                .and_then(|word| if self.is(word, "the") { self.words.after(word.end) } else { Some(word) });
            return !held && thing.is_some_and(|word| words::is_capitalized(self.text, word) && !self.is_in_next_hits(word));
        }
        false
    }

    /// Whether a word is one of what the gazetteer knows, and not only as a part of somebody's name.
    fn is_in_next_hits(&self, word: Word) -> bool {
        let mut next = self.hits[self.at + 1..].iter().take(4).filter(|hit| hit.start <= word.start && word.end <= hit.end);
        next.any(|hit| self.tables.aliases_of_key(hit.key).any(|alias| !self.is_part(alias as u32)))
    }

    /// Whether an age or what somebody does for a living stands beside: `James Baker, 45,`, `David Cameron, a farmer`, `actor John Major`.
    pub(super) fn is_private(&self, hit: Hit) -> bool {
        let works = |word: Word| self.words.is_on(WordList::Occupation, word);
        // `plumber James Baker`, `the caretaker, Kenneth Clarke,`
        let small = |word: &Word| !words::is_capitalized(self.text, *word) || words::starts_sentence(self.text, word.start);
        if self.words.before(hit.start).filter(small).or_else(|| self.apposed_before(hit.start)).is_some_and(works) {
            return true;
        }
        // `Paul Keating the baritone`, `replaced Medvedev as coach`
        let Some((',', comma)) = char_after(self.text, hit.end) else {
            let the = self.words.after(hit.end).filter(|word| Folded::of(self.text, *word).is_one_of(&["the", "as"]));
            let work = the.and_then(|the| self.words.after(the.end)).filter(|word| self.words.role_at(*word).is_none());
            return work.is_some_and(works);
        };
        let Some(word) = self.words.after(comma + 1) else { return false };
        if self.is_article(word) {
            // `Schroeder, a week from an election,`
            let when = self
                .words
                .after(word.end)
                .and_then(|word| self.words.after(word.end))
                .is_some_and(|word| Folded::of(self.text, word).is_one_of(&["from", "after", "before", "into"]));
            return self.is_work(word, !self.is(word, "the") && !when);
        }
        self.age_behind(hit).is_some() || self.is_occupation_alone(word)
    }

    /// The word behind `the` that ends right before a comma and a name.
    fn apposed_before(&self, at: usize) -> Option<Word> {
        let end = words::gap_before(self.text, at)?;
        let (_, comma) = char_before(self.text, end).filter(|&(c, _)| c == ',')?;
        let word = words::last_word(self.text, 0, comma);
        self.words.before(word.start).filter(|the| self.is(*the, "the")).map(|_| word)
    }

    /// The age between commas behind a name: `James Baker, 45,`.
    pub(super) fn age_behind(&self, hit: Hit) -> Option<u8> {
        let (_, comma) = char_after(self.text, hit.end).filter(|&(c, _)| c == ',')?;
        let word = self.words.after(comma + 1)?;
        let ends = char_after(self.text, word.end).is_none_or(|(c, _)| matches!(c, ',' | '.' | ';'));
        Folded::of(self.text, word).as_str().parse().ok().filter(|&age| ends && age < 100)
    }

    /// Whether the words behind an article tell what a private person does: `a farmer`, `a plumber from Ohio`; with `any`, whatever it is.
    ///
    /// `a former British prime minister`: a role, or a modifier without an occupation, tells of an office.
    pub(in crate::context) fn is_work(&self, article: Word, any: bool) -> bool {
        let (mut word, mut works, mut modified, mut any) = (article, false, false, any);
        for _ in 0..APPOSITION {
            let Some(next) = self.words.after(word.end) else { break };
            if self.words.role_at(next).is_some() {
                return false;
            }
            // `the Dundee striker`
            if words::is_capitalized(self.text, next) {
                if works || word != article {
                    return works;
                }
                (word, any) = (next, false);
                continue;
            }
            let entry = self.words.entry(next);
            works |= entry.is_some_and(|entry| entry.is_on(WordList::Occupation));
            modified |= entry.is_some_and(|entry| entry.is_on(WordList::Modifier));
            word = next;
        }
        word != article && (works || any && !modified)
    }
}
