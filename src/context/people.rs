//! Which person, if any, does a name mean here?
//!
//! A whole name counts. A surname counts after a title that its bearer held, after (or soon before) the whole name, where it is
//! distinctive, or where its bearer is in office on the date and the country stands in the same sentence; the last two not in reports of
//! sport. It does not count as part of somebody else's name.

use super::bearers::{FEW, Office, Standing};
use super::line::LineMode;
use super::titles::Before;
use super::words::{self, Word};
use super::{Context, Found, Rule, Trace};
use crate::fold::is_separator;
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::{AliasKind, EntityKind, Policy};
use crate::scan::Hit;

/// A surname with at most so many bearers is rare.
const RARE: usize = 2;

impl<T: Trace> Context<'_, T> {
    pub(super) fn judge_person(&mut self, hit: Hit) {
        let mut bearers = self.bearers(hit);
        let Some(&(first, _)) = bearers.first() else { return };
        self.keep_generation(hit, &mut bearers);
        self.keep_of_country(hit, &mut bearers);
        if bearers.is_empty() {
            self.note_others(hit);
            return self.drop(hit, first, Rule::PersonsName);
        }
        let gender = self.gender_before(hit.start);
        if let Some(gender) = gender {
            bearers.retain(|&(_, person)| self.may_be_called(person, gender));
            if bearers.is_empty() {
                return self.drop(hit, first, Rule::PersonsName);
            }
        }
        if let Some(found) = self.with_given_name(hit, &bearers) {
            return self.keep_person(found, &self.before_name(Hit { start: found.start, ..hit }));
        }
        if let Some(found) = self.with_given_name_behind(hit, &bearers) {
            return self.keep_person(found, &self.before_name(hit));
        }
        if let Some(first) = self.first_initial(hit.start) {
            let before = self.before_name(Hit { start: first.start, ..hit });
            if let Some((alias, confidence)) = self.bearer_of_initials(hit, first, &bearers, &before) {
                let found = self.mention(hit, alias, Rule::FullName, confidence);
                let whole = Found { start: first.start, alias: NONE, alias_kind: AliasKind::Transliteration, ..found };
                return self.keep_person(whole, &before);
            }
        }
        let before = self.before_name(hit);
        let verdict = match self.whole_name(hit, &bearers, &before) {
            Some(verdict) => verdict,
            None => self.part_of_name(hit, &bearers, &before, gender.is_some()),
        };
        match verdict {
            Ok((alias, rule, confidence)) => self.keep_person(self.mention(hit, alias, rule, confidence), &before),
            Err(rule) => self.drop(hit, first, rule),
        }
    }

    /// Keeps the mention of a person, and the office that the role before the name means.
    fn keep_person(&mut self, mut found: Found, before: &Before<'_>) {
        let person = found.entity;
        let mut given = before.office.map(|office| (office, before.modifier));
        if before.office.is_none()
            && let Some(role) = before.role
            && self.known.found.iter().rev().take(2).all(|last| last.end <= role.start)
            && let Some(office) = self.persons_office(&role, person)
        {
            given = Some((office.entity, office.modifier));
            if !self.is_only_title(&role) {
                self.push(office);
            }
        }
        given = given.or_else(|| before.counterpart.filter(|_| self.title_fits(before, person)).map(|office| (office, NONE)));
        if given.is_none()
            && before.word.is_none()
            && found.rule == Rule::FullName
            && let Some(office) = self.role_before_person(&found)
        {
            given = Some((office.entity, office.modifier));
            self.push(office);
        }
        found = self.and_further_part(found);
        let behind = if given.is_none() { self.role_behind_person(&found) } else { None };
        given = given.or(behind.map(|office| (office.entity, office.modifier)));
        if let Some((office, modifier)) = given {
            found = self.linked(found, office, modifier);
        }
        self.push(found);
        if let Some(office) = behind {
            self.push(office);
        }
        if found.rule != Rule::Distinctive && found.rule != Rule::InOffice {
            self.remember(&found);
        }
    }

    /// Whether the name of a country or place is a person's here: one named before, or the head of a country in the sentence (`Malta's
    /// Muscat`), and nothing says that the place is meant (`in Muscat`).
    pub(super) fn is_person_rather(&mut self, hit: Hit) -> bool {
        let surnames = self.bearers(hit);
        if surnames.is_empty() || self.words.before(hit.start).is_some_and(|word| self.is_preposition(word)) {
            return false;
        }
        let antecedent = self.known.people.antecedent(hit.key);
        surnames.iter().any(|&(alias, person)| {
            self.is_part(alias) && (antecedent == Some(person) || self.as_of.is_some() && self.near(hit, person, Office::Head))
        })
    }

    /// Judges a hit as a whole name, if it can be one.
    fn whole_name(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Option<Result<(u32, Rule, u8), Rule>> {
        let whole: Vec<(u32, u32)> = bearers.iter().copied().filter(|&(alias, _)| !self.is_part(alias)).collect();
        if whole.is_empty() {
            return None;
        }
        if let Some(rule) = self.name_of_something_else(hit).or_else(|| self.double_barrelled(hit).err()) {
            return Some(Err(rule));
        }
        if self.patronymic_follows(hit) {
            return Some(Err(Rule::PersonsName));
        }
        // A name of one word is somebody else's as easily as a surname is.
        if !self.text[hit.start..hit.end].contains(is_separator)
            && let Err(rule) = self.other_persons_name(hit, before)
        {
            return Some(Err(rule));
        }
        let titled: Vec<(u32, u32)> = whole.iter().copied().filter(|&(_, person)| self.title_fits(before, person)).collect();
        let has_title = !titled.is_empty();
        let pool = if has_title { &titled } else { &whole };
        let (alias, person) = self.best(hit, pool)?;
        let row = self.tables.aliases.at(alias as usize);
        let named = has_title || self.known.people.antecedent(hit.key) == Some(person);
        let private = |context: &mut Self| {
            context.is_plainly_private(hit, person)
                || context.is_everybodys_name(hit)
                    && (context.is_private(hit) && !context.is_head_in_company(hit, person)
                        || context.is_far_ahead(person) && !context.becomes_minister(person)
                        || context.in_byline(hit)
                        || context.in_sport(hit)
                            && !context.near(hit, person, Office::Any)
                            && !context.is_head_watching(hit, person))
        };
        if !named && before.office.is_none() && private(self) {
            self.note_others(hit);
            return Some(Err(Rule::PersonsName));
        }
        let supported = row.policy == Policy::Always as u8
            || named
            || self.has_cue(hit, alias)
            || self.as_of.is_some() && self.near(hit, person, Office::Any)
            || self.standing(person) == Standing::Current && self.is_among_officials(hit)
            || matches!(self.standing(person), Standing::Current | Standing::Unknown)
                && (self.is_country_about(hit, person) || self.is_among_colleagues(hit, person));
        if !supported {
            self.note_others(hit);
            return Some(Err(Rule::NoCue));
        }
        let mut confidence = 98;
        if (before.office.is_some() || before.role.is_some()) && !has_title {
            confidence = 75;
        }
        let others = pool.iter().any(|&(_, other)| other != person && self.standing(other) == self.standing(person));
        if others {
            confidence = confidence.min(self.confidence_among(hit, pool, person));
        }
        Some(Ok((alias, Rule::FullName, confidence)))
    }

    /// Judges a hit as a surname or another part of a name.
    ///
    /// With `chosen`, the title before the name has told which of its bearers can be meant.
    fn part_of_name(
        &mut self,
        hit: Hit,
        bearers: &[(u32, u32)],
        before: &Before<'_>,
        chosen: bool,
    ) -> Result<(u32, Rule, u8), Rule> {
        self.double_barrelled(hit)?;
        if let Some(rule) = self.name_of_something_else(hit) {
            return Err(rule);
        }
        if self.patronymic_follows(hit) {
            return Err(Rule::PersonsName);
        }
        if self.is_month(hit) || self.opens_as_word(hit) || self.is_address(hit) {
            return Err(Rule::NoSupport);
        }
        self.look_ahead(hit);
        let named = |person: Option<u32>| bearers.iter().copied().find(|&(_, bearer)| Some(bearer) == person);
        let antecedent = named(self.antecedent_here(hit)).or_else(|| if chosen { self.last_named(bearers) } else { None });
        self.other_persons_name(hit, before)?;

        let titled: Vec<(u32, u32)> = bearers
            .iter()
            .copied()
            .filter(|&(_, person)| self.title_fits(before, person) && !self.is_far_ahead(person))
            .collect();
        if !titled.is_empty() {
            let known = antecedent.filter(|bearer| titled.contains(bearer));
            let (alias, person) = known.or_else(|| self.best(hit, &titled)).ok_or(Rule::NoSupport)?;
            let alone = titled.iter().all(|&(_, other)| other == person || self.standing(other) != self.standing(person));
            let confidence = match alone || known.is_some() {
                true => 95,
                false => self.confidence_among(hit, &titled, person),
            };
            return Ok((alias, Rule::Title, confidence));
        }
        if before.office.is_some() || before.role.is_some_and(|role| self.is_title_of_office(&role)) {
            // An unknown person after a known office stays unknown, unless the name is plain from the text.
            let (alias, _) = antecedent.ok_or(Rule::OtherTitle)?;
            return Ok((alias, Rule::Antecedent, 75));
        }
        // Who is somebody else's already needs no second look.
        let open = antecedent.is_some() || !self.known.people.is_somebody_else(hit.key);
        if self.is_at_work(hit) || self.is_firms(hit) || open && self.is_name_of_other(hit) {
            return Err(Rule::PersonsName);
        }
        if let Some((alias, _)) = antecedent {
            return Ok((alias, Rule::Antecedent, 95));
        }
        if let Some((role, country)) = self.role_in_apposition(hit) {
            let apposed: Vec<(u32, u32)> =
                bearers.iter().copied().filter(|&(_, person)| self.held(person, &role, &country)).collect();
            if let Some((alias, _)) = self.best(hit, &apposed) {
                return Ok((alias, Rule::Title, 90));
            }
        }
        if self.known.people.is_somebody_else(hit.key) {
            return Err(Rule::PersonsName);
        }
        if let Some((alias, person)) = named(self.known.people.following(hit)) {
            if self.is_private(hit) {
                return Err(Rule::PersonsName);
            }
            // `Clinton` is the president, even if his wife is named first.
            let before = bearers.iter().find(|&&(_, other)| self.goes_before(other, person));
            return Ok((before.map_or(alias, |&(alias, _)| alias), Rule::FollowingName, 92));
        }
        self.unnamed(hit, bearers, before)
    }

    /// Judges a surname whose bearers are not named elsewhere: it is distinctive, or one of them is in office.
    fn unnamed(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Result<(u32, Rule, u8), Rule> {
        if self.is_family(hit) || self.is_abbreviation(hit, before) || self.is_private(hit) {
            return Err(Rule::NoSupport);
        }
        let acts = self.acts_in_headline(hit);
        // A given name of many means one person only as what that person is called by: `Thaksin`.
        let given = !acts && self.words.is_on(WordList::GivenName, Word { start: hit.start, end: hit.end });
        let is_distinctive = |&(alias, person): &(u32, u32)| {
            let row = self.tables.aliases.at(alias as usize);
            row.policy == Policy::Always as u8 && (!given || row.kind == AliasKind::Given as u8)
                || self.has_distinctive_part(hit, person)
        };
        let distinctive: Vec<(u32, u32)> = bearers.iter().copied().filter(is_distinctive).collect();
        let distinctive = if self.is_place_rather(hit) { Vec::new() } else { distinctive };
        let known_name = !distinctive.is_empty();
        let distinctive: Vec<(u32, u32)> =
            distinctive.into_iter().filter(|&(_, person)| self.may_be_meant_now(hit, person)).collect();
        // A namesake in office beside their country is meant rather than one who is neither.
        let listed =
            self.as_of.is_some() && (self.is_listed_before(hit) || self.is_listed_behind(hit) || self.is_beside_head(hit));
        let current: Vec<(u32, u32)> = if self.as_of.is_some() && (acts || listed || self.may_be_in_office(hit, before)) {
            // A name that many bear means a head; a rare one may mean a minister, or anybody right beside the country: `Libya's Haftar`.
            let wanted = if bearers.len() > RARE || self.is_common(hit) {
                Office::Head
            } else if self.country_before(hit.start).is_some() || self.is_of_country(hit) {
                Office::Any
            } else {
                Office::Minister
            };
            // `Bush and Putin met`, `Carter told Clinton`, `Bush Orders Strikes`
            let town = self.words.is_on(WordList::Town, Word { start: hit.start, end: hit.end });
            let beside = !town && (acts || listed || bearers.len() <= FEW && self.is_among_officials(hit));
            let alone = !town && bearers.len() <= RARE && !self.is_frequent(hit);
            let fits = |&(_, person): &(u32, u32)| {
                self.near(hit, person, wanted)
                    || beside && !known_name && self.is_head(person)
                    || alone
                        && self.is_minister(person)
                        && self.is_behind_official(hit, person)
                        && self.is_country_about(hit, person)
            };
            bearers.iter().copied().filter(fits).collect()
        } else {
            Vec::new()
        };
        if (known_name || !current.is_empty()) && self.in_sport(hit) {
            return Err(Rule::NoSupport);
        }
        if let Some((alias, person)) = self.best(hit, &distinctive)
            && (current.is_empty() || current.iter().any(|&(_, other)| other == person))
        {
            return Ok((alias, Rule::Distinctive, 85));
        }
        if self.is_of_era(hit) || acts && self.as_of.is_none() {
            let mut heads: Vec<(u32, u32)> = bearers.iter().copied().filter(|&(_, person)| self.was_head(person)).collect();
            // `Obama-era`: a head of state rather than another's prime minister.
            if heads.iter().any(|&(_, person)| self.was_head_of_state(person)) {
                heads.retain(|&(_, person)| self.was_head_of_state(person));
            }
            if let Some((alias, person)) = self.best(hit, &heads) {
                let confidence = if heads.len() > 1 { self.confidence_among(hit, &heads, person) } else { 80 };
                return Ok((alias, Rule::Cue, confidence));
            }
        }
        if let Some((alias, _)) = self.best(hit, &current) {
            return Ok((alias, Rule::InOffice, 80));
        }
        let cued = bearers
            .iter()
            .copied()
            .find(|&(alias, _)| self.tables.aliases.at(alias as usize).condition != NONE && self.cue_here(hit, alias));
        match cued {
            Some((alias, person)) if self.standing(person) != Standing::Future => Ok((alias, Rule::Cue, 80)),
            // Its bearers come into office later.
            _ if known_name && distinctive.is_empty() => Err(Rule::NotYet),
            _ => Err(Rule::NoSupport),
        }
    }

    /// How sure it is that a person is meant by a name that others bear who fit as well.
    fn confidence_among(&self, hit: Hit, bearers: &[(u32, u32)], person: u32) -> u8 {
        let known = self.as_of.is_none() && self.in_company(hit, bearers).is_some_and(|(_, known)| known == person);
        if known { 85 } else { 70 }
    }

    /// `Suluhu Hassan`, `Lula da Silva`: whether a part of a name that needs support begins or ends with a name of the same person that
    /// needs none.
    fn has_distinctive_part(&self, hit: Hit, person: u32) -> bool {
        let (first, last) = (words::first_word(self.text, hit.start, hit.end), words::last_word(self.text, hit.start, hit.end));
        first != last
            && [first, last].into_iter().any(|word| {
                let given = self.words.is_on(WordList::GivenName, word);
                self.words.key_of(word).is_some_and(|key| {
                    self.tables.aliases_of_key(key).any(|alias| {
                        let row = self.tables.aliases.at(alias);
                        row.entity == person && row.policy == Policy::Always as u8 && !(given && self.is_part(alias as u32))
                    })
                })
            })
    }

    /// Whether a surname without other support can mean somebody in office: not behind `Mr`, and not a common word at the start of a
    /// sentence or in a headline.
    fn may_be_in_office(&mut self, hit: Hit, before: &Before<'_>) -> bool {
        !before.honorific
            && (!self.is_common(hit)
                || self.is_of_country(hit)
                || self.country_before(hit.start).is_some() && self.is_behind_possessive()
                || match self.known.around.line_mode(self.text, hit.start, hit.end) {
                    LineMode::Running => !words::starts_sentence(self.text, hit.start),
                    // `DOLE ATTACKS CLINTON`: a given name alone is hardly anybody's in a headline.
                    LineMode::Title | LineMode::Capitals => !self.is_word(hit),
                })
    }

    /// `Jordan's Abdullah`: whether a possessive stands behind the last mention.
    fn is_behind_possessive(&self) -> bool {
        self.known.found.last().is_some_and(|last| words::after_possessive(self.text, last.end) != last.end)
    }

    /// `Sharif of Pakistan`: whether a country follows behind `of`.
    fn is_of_country(&self, hit: Hit) -> bool {
        self.hit_behind_of(hit).is_some_and(|next| self.may_mean(next, &|entity| *self.kind_of(entity) == EntityKind::Country))
    }

    /// `King Abdullah of Jordan`: leaves those bearers who hold or held an office of the country or body behind `of`, if there are such.
    fn keep_of_country(&self, hit: Hit, bearers: &mut Vec<(u32, u32)>) {
        let Some(next) = self.hit_behind_of(hit).filter(|_| bearers.len() > 1) else { return };
        let of =
            |&&(_, person): &&(u32, u32)| self.owners(person).any(|owner| owner != NONE && self.may_mean(next, &|e| e == owner));
        let those: Vec<(u32, u32)> = bearers.iter().filter(of).copied().collect();
        if !those.is_empty() {
            *bearers = those;
        }
    }

    /// The next hit, if `of` joins it to this one.
    fn hit_behind_of(&self, hit: Hit) -> Option<&Hit> {
        let of = self.words.after(hit.end).filter(|word| self.is(*word, "of"))?;
        let word = self.words.after(of.end)?;
        let word = if self.is(word, "the") { self.words.after(word.end)? } else { word };
        self.hits.get(self.at + 1).filter(|next| next.start == word.start)
    }

    /// Whether one of the cues of the alias stands in the sentence.
    fn cue_here(&mut self, hit: Hit, alias: u32) -> bool {
        let row = self.tables.aliases.at(alias as usize);
        self.tables
            .conditions
            .get(row.condition as usize)
            .is_some_and(|condition| condition.cues.len > 0 && self.cue_stands(hit, condition.cues))
    }
}
