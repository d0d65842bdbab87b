//! Which bearers of a surname are in office on the date, with something beside the name that speaks of them?
//!
//! `India's leader, Gowda`, `Bush and Putin met`, `Carter told Clinton`: the country or body in the sentence, officials beside a head, or a
//! official with a rare name behind another where the country is spoken of; a head who is [told of](super::told).

use super::among::SHORTEST;
use super::bearers::{Bearers, Office};
use super::careers::Standing;
use super::colleagues::FEW;
use super::titles::Before;
use super::unnamed::Surname;
use crate::boundary::char_after;
use crate::context::text::line::{LineMode, opens_line};
use crate::context::text::words::{self, Word};
use crate::context::{Context, Trace};
use crate::fold::{is_break, is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::WordList;
use crate::kind::{AliasKind, EntityKind};
use crate::scan::Hit;

/// A surname with at most so many bearers is rare.
pub(super) const RARE: usize = 2;

impl<T: Trace> Context<'_, T> {
    /// Those bearers.
    pub(super) fn bearers_in_office(&mut self, name: &Surname<'_>) -> Bearers {
        if self.as_of.is_none() {
            return Bearers::default();
        }
        let (hit, bearers) = (name.hit, name.bearers);
        let listed = self.is_listed_before(hit) || self.is_listed_behind(hit) || self.is_beside_head(hit);
        let labels = self.is_speaker(hit) || self.is_bare_label(hit);
        let speaks = labels && !self.is_word(hit);
        let partner = self.partner_in_headline(hit);
        // `"It was a mistake," Clinton said`, `Park spoke with Abe`: the only head of that name, whose country the text is about.
        let told = self.head_told_of(name).or_else(|| self.only_one_addressed(name));
        let company = self
            .only_one_among_officials(name)
            .or_else(|| self.only_one_of_pair(name))
            .or_else(|| self.only_one_in_headline(name))
            .or_else(|| self.only_one_named_to(name));
        let reign = self.head_of_reign(name);
        let counterpart = self.only_counterpart(name);
        let told_or_named = told.is_some()
            || company.is_some()
            || reign.is_some()
            || counterpart.is_some()
            || partner.is_some()
            || name.acts
            || listed
            || labels;
        // `they spoke in English`
        if !(told_or_named || self.may_be_in_office(hit, name.before)) || self.is_place_rather(hit) {
            return Bearers::default();
        }
        if let Some(person) = counterpart {
            return bearers.iter().copied().filter(|&(_, other)| other == person).collect();
        }
        let wanted = self.office_wanted(name);
        let town = self.words.is_on(WordList::Town, Word { start: hit.start, end: hit.end });
        // `Bush and Putin met`, `Carter told Clinton`, `Bush Orders Strikes`
        let among = |context: &mut Self| bearers.len() <= FEW && !context.is_noun(hit) && context.is_among_officials(hit);
        let beside = !town && (name.acts || listed || speaks || among(self));
        let alone = !town && bearers.len() <= RARE && !self.is_frequent(hit);
        let minister = self.minister_of_owner(hit, bearers);
        // `The P5+1 - Kerry, Lavrov and Fabius - met`
        let named = name.acts && hit.end - hit.start >= SHORTEST && self.is_about_lands(hit) || listed && !town;
        let abroad = if named { self.only_one_known_abroad(bearers) } else { None };
        // `Straw, Powell Seek Time on Iraq`
        let pair = if partner.is_some_and(|other| self.only_one_known_abroad(&self.bearers(other)).is_some())
            && (self.is_about_lands(hit) || self.is_politics(hit))
        {
            self.only_one_known_abroad(bearers)
        } else {
            None
        };
        let spokesman = if labels {
            self.only_one_in_office(bearers).filter(|&one| self.is_behind_official(hit, one) || self.is_among_officials(hit))
        } else {
            None
        };
        // A given name is hardly anybody's beside others of whom the surname is said: `CAMP DAVID`.
        let given = |alias: u32| self.tables.aliases.at(alias as usize).kind == AliasKind::Given as u8;
        let fits = |&(alias, person): &(u32, u32)| {
            self.near(hit, person, wanted)
                || minister == Some(person)
                || name.acts && self.is_minister(person) && self.is_behind_colleague(hit, person)
                || partner.is_some_and(|other| self.are_colleagues_in_office(person, other))
                || pair == Some(person)
                || beside && !given(alias) && self.is_head(person) && (!name.acts || self.is_first_of_name(name, person))
                || abroad == Some(person)
                || spokesman == Some(person)
                || told == Some(person)
                || self.is_joined_to_colleague(hit, person)
                || company == Some(person)
                || reign == Some(person)
                || alone && self.is_in_office_among(hit, person)
        };
        let those: Bearers = bearers.iter().copied().filter(fits).collect();
        if those.is_empty() { those } else { self.at_home(hit, bearers, those) }
    }

    /// `Fischer` in a text about Germany, while the president of Austria is called so, too: the only minister of the bearers whose country is
    /// spoken of. Nobody, if somebody else in office there bears the name, unless an official is joined to it.
    fn at_home(&mut self, hit: Hit, bearers: &[(u32, u32)], those: Bearers) -> Bearers {
        let now =
            |context: &Self, person: u32| context.standing(person) == Standing::Current || context.is_soon_in_office(person);
        // Not a former president who is an envoy of a body now.
        let chief = |context: &Self, person: u32| {
            context.is_minister(person) || context.is_soon_in_office(person) || !context.becomes_minister(person)
        };
        let about: Bearers = bearers
            .iter()
            .copied()
            .filter(|&(_, person)| now(self, person) && chief(self, person) && self.is_country_about(hit, person))
            .collect();
        let ministers: Bearers = about.iter().copied().filter(|&(_, person)| self.becomes_minister(person)).collect();
        // `Kim` is hardly a minister in Seoul.
        let heads: Bearers = those.iter().copied().filter(|&(_, person)| self.is_head(person)).collect();
        if !heads.is_empty() && bearers.iter().filter(|&&(_, person)| now(self, person)).count() > FEW {
            return heads;
        }
        match ministers.len() {
            1 => ministers,
            // `Pena` in a text about Argentina, whose chief of cabinet is called as Mexico's president is.
            0 if !about.is_empty() && !about.iter().any(|one| those.contains(one)) && !self.is_joined_to_official(hit) => {
                Bearers::default()
            }
            _ => those,
        }
    }

    /// `the Bush-Jiang meeting`, `the Blair-Brown rivalry`: the only one known abroad, where a hyphen joins the name to that of another, and a
    /// small word follows.
    fn only_one_of_pair(&mut self, name: &Surname<'_>) -> Option<u32> {
        let hit = name.hit;
        let hyphen = |from: usize, to: usize| self.text.get(from..to).is_some_and(|gap| gap.chars().all(is_hyphen));
        let known = |bearers: &[(u32, u32)]| self.only_head(bearers).or_else(|| self.only_one_known_abroad(bearers));
        let last = self.at.checked_sub(1).map(|at| self.hits[at]).filter(|last| hyphen(last.end, hit.start));
        let next = self.hits.get(self.at + 1).copied().filter(|next| hyphen(hit.end, next.start));
        let (other, second) = match (last, next) {
            (Some(last), None) => (last, hit.end),
            (None, Some(next)) => (next, next.end),
            _ => return None,
        };
        let person = known(name.bearers)?;
        known(&self.bearers(other)).filter(|&other| other != person)?;
        self.words.after(second).filter(|word| !words::is_capitalized(self.text, *word)).map(|_| person)
    }

    /// `Hurd Warns Serbs`: whether a land, a body or a format stands behind a name in its sentence.
    pub(super) fn is_about_lands(&mut self, hit: Hit) -> bool {
        let (_, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        self.look_at_neighbours();
        self.is_ahead(
            |next| next.end <= to,
            |entity| {
                use EntityKind::{Country, Format, Organization, Place};
                matches!(self.kind_of(entity), Country | Place | Organization | Format)
            },
        )
    }

    /// `Cook Warns Serbs`: the only bearer who heads a state or government on the date, or its foreign affairs, defence or finances.
    pub(super) fn only_one_known_abroad(&self, bearers: &[(u32, u32)]) -> Option<u32> {
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| self.is_known_abroad(person));
        let first = those.next()?;
        those.all(|person| person == first).then_some(first)
    }

    /// `MR. CROWLEY:` in a briefing: the only bearer who is in office on the date.
    fn only_one_in_office(&self, bearers: &[(u32, u32)]) -> Option<u32> {
        let mut those = bearers.iter().map(|&(_, person)| person).filter(|&person| self.standing(person) == Standing::Current);
        let first = those.next()?;
        those.all(|person| person == first).then_some(first)
    }

    /// `Clinton vetoed it; Gingrich promised another`: whether a person is in office on the date and stands behind an official where the country
    /// is spoken of, or behind a colleague; who is no minister does something.
    fn is_in_office_among(&mut self, hit: Hit, person: u32) -> bool {
        let acts = self.standing(person) == Standing::Current && self.acts(hit);
        let company =
            (acts || self.is_minister(person)) && self.is_behind_official(hit, person) || acts && self.is_among_officials(hit);
        company && self.is_country_about(hit, person) || acts && self.is_behind_colleague(hit, person)
    }

    /// `Hurd and Major`: whether a person and a bearer of another name are both ministers of one country on the date.
    fn are_colleagues_in_office(&self, person: u32, other: Hit) -> bool {
        let colleague = |&(_, other): &(u32, u32)| self.is_minister(other) && self.are_in_one_government(person, other);
        self.is_minister(person) && self.bearers(other).iter().any(colleague)
    }

    /// Which office the country in the sentence speaks for: with a name that many bear that of a head; with a rare one that of a minister,
    /// or right beside the country any: `Libya's Haftar`.
    fn office_wanted(&mut self, name: &Surname<'_>) -> Office {
        if self.is_at_home(name.hit) && self.is_among_officials(name.hit) {
            Office::Minister
        } else if name.bearers.len() > RARE || self.is_common(name.hit) {
            Office::Head
        } else if self.country_before(name.hit.start).is_some() || self.is_of_country(name.hit) {
            Office::Any
        } else {
            Office::Minister
        }
    }

    /// Whether a surname without other support can mean somebody in office: not behind `Mr`, and not a common word at the start of a
    /// sentence or in a headline.
    fn may_be_in_office(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        !before.honorific
            && (!self.is_common(hit)
                || self.is_of_country(hit)
                || self.is_leader_behind(hit)
                || self.is_told_of_country(hit)
                || self.country_before(hit.start).is_some() && self.is_behind_possessive()
                || match self.known.around.line_mode(self.text, hit.start, hit.end) {
                    LineMode::Running => !words::starts_sentence(self.text, hit.start),
                    // `DOLE ATTACKS CLINTON`: a given name alone is hardly anybody's in a headline.
                    LineMode::Title | LineMode::Capitals => !self.is_word(hit),
                })
    }

    /// `Jordan's Abdullah`: whether a possessive stands behind the last mention.
    pub(super) fn is_behind_possessive(&self) -> bool {
        self.known.found.last().is_some_and(|last| words::after_possessive(self.text, last.end) != last.end)
    }

    /// `Major, the British leader,`, `Fox, leader of Mexico,`: whether a name is said to be that of a country's leader.
    fn is_leader_behind(&self, hit: Hit) -> bool {
        let Some((',', comma)) = char_after(self.text, hit.end) else { return false };
        let Some(next) = self.hits.get(self.at + 1) else { return false };
        let first = self.words.after(comma + 1);
        let Some(word) = first.filter(|word| self.is(*word, "the")).and_then(|the| self.words.after(the.end)).or(first) else {
            return false;
        };
        let country = || self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country);
        if next.start == word.start {
            let leader = self.words.after(words::after_possessive(self.text, next.end)).filter(|word| self.is(*word, "leader"));
            let of = |leader: Word| self.words.after(leader.end).is_some_and(|word| self.is(word, "of"));
            return leader.is_some_and(|leader| !of(leader)) && country();
        }
        // `leader of the Mexican team`
        let ends = char_after(self.text, next.end).is_none_or(|(c, _)| matches!(c, ',' | '.' | ';'));
        let of = self.words.before(next.start).map(|word| self.before_article(word)).filter(|word| self.is(*word, "of"));
        ends && self.is(word, "leader") && of.is_some() && self.words.after(word.end) == of && country()
    }

    /// `Chile: Lagos wins vote`: whether a line tells what a name does in the country that it begins with.
    fn is_told_of_country(&self, hit: Hit) -> bool {
        let Some(last) = self.known.found.last().filter(|last| *self.kind_of(last.entity) == EntityKind::Country) else {
            return false;
        };
        let colon = |gap: &str| gap.trim_matches(|c| is_separator(c) && !is_break(c) || is_ignorable(c)) == ":";
        opens_line(self.text, last.start)
            && self.text.get(last.end..hit.start).is_some_and(colon)
            && self.words.after(hit.end).is_some_and(|does| {
                let does = self.behind_prefix(does);
                !words::is_capitalized(self.text, does)
                    && (self.words.is_on(WordList::Predicate, does) || self.words.is_inflected(does))
            })
    }

    /// `Downer in Canberra and Peters in Wellington`: whether `in` and a land stand right behind a name.
    fn is_at_home(&self, hit: Hit) -> bool {
        self.words.after(hit.end).is_some_and(|word| self.is_abroad(word))
    }

    /// `Sharif of Pakistan`: whether a country follows behind `of`.
    fn is_of_country(&self, hit: Hit) -> bool {
        self.hit_behind_of(hit).is_some_and(|next| self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country))
    }
}
