//! Which person, if any, does a name mean here?
//!
//! A whole name counts. A surname counts after a title that its bearer held, after (or soon before) the whole name, where it is
//! distinctive, or where its bearer is in office on the date and the country stands in the same sentence; the last two not in reports of
//! sport. It does not count as part of somebody else's name.
//!
//! - What stands before a name: [`titles`], [`several`] with one title, [`gender`], [`initials`].
//! - Who of its bearers fits: [`bearers`] ranks them, by [`careers`], [`colleagues`], [`company`], [`ministers`].
//! - Who was named: [`memory`]; a surname of the [`unnamed`]: a [`distinctive`] one, somebody [`in_office`], [`told`] of, in [`headlines`], or [`among`] officials.
//! - Who is not meant: [`others`], [`namesakes`], [`strangers`], [`parties`] to a case, [`other_words`]; [`speakers`] in a parliament.
//! - [`spelling`]: whole names that no alias spells so.

mod among;
pub(super) mod bearers;
pub(super) mod careers;
mod colleagues;
mod company;
mod distinctive;
mod gender;
mod headlines;
mod in_office;
mod initials;
pub(super) mod memory;
mod ministers;
mod namesakes;
mod other_words;
mod others;
mod parties;
mod several;
mod speakers;
mod spelling;
mod strangers;
pub(super) mod titles;
mod told;
pub(super) mod unnamed;

use crate::context::text::phrases::Role;
use crate::context::{Context, Found, Rule, Trace};
use crate::fold::is_separator;
use crate::gazetteer::WordList;
use crate::gazetteer::rows::NONE;
use crate::kind::{AliasKind, Policy};
use crate::scan::Hit;
use bearers::{Bearers, Office};
use careers::Standing;
use colleagues::FEW;
use titles::Before;

impl<T: Trace> Context<'_, T> {
    pub(super) fn judge_person(&mut self, hit: Hit) {
        let mut bearers = self.bearers(hit);
        let Some(&(first, _)) = bearers.first() else { return };
        self.keep_generation(hit, &mut bearers);
        self.keep_of_country(hit, &mut bearers);
        if bearers.is_empty() {
            self.note_others(hit);
            // `Roy Wood Jr.`
            if self.words.before(hit.start).is_some_and(|word| self.words.is_on(WordList::GivenName, word)) {
                self.known.people.note_somebody_else(hit.key, hit.start);
            }
            return self.drop(hit, first, Rule::PersonsName);
        }
        let gender = self.gender_before(hit.start);
        if let Some(gender) = gender {
            bearers.retain(|&(_, person)| self.may_be_called(hit, person, gender));
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
        let before = self.with_title_of_several(hit, self.before_name(hit), &bearers);
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
            && !before.several
            && let Some(role) = before.role
            && self.known.found.iter().rev().take(2).all(|last| last.end <= role.start || last.start >= role.start)
            && let Some(office) = self.persons_office(&role, person)
        {
            given = Some((office.entity, office.modifier));
            if self.is_office_named(&role, office.entity) {
                // `UN ambassador Nikki Haley`: the body is part of the role.
                let body = self.known.found.pop_if(|last| last.start >= role.start);
                self.push(office);
                if let Some(body) = body {
                    self.push(Found { nested: true, confidence: body.confidence.min(office.confidence), ..body });
                }
            }
        }
        given = given.or_else(|| before.counterpart.filter(|_| self.title_fits(before, person)).map(|office| (office, NONE)));
        let beside = || {
            (found.rule == Rule::FullName)
                .then(|| self.role_before_person(&found))
                .flatten()
                .or_else(|| self.role_in_cell_before(&found, before.honorific))
        };
        if given.is_none()
            && let Some(office) = beside()
        {
            given = Some((office.entity, office.modifier));
            self.push(office);
        }
        found = self.and_further_part(found);
        let behind =
            if given.is_none() { self.role_behind_person(&found).or_else(|| self.role_in_cell_behind(&found)) } else { None };
        given = given.or(behind.map(|office| (office.entity, office.modifier)));
        if let Some((office, modifier)) = given {
            found = self.linked(found, office, modifier);
        }
        self.push(found);
        // Whom `as` gives an office need not hold it on the date.
        if let Some(office) = behind.or_else(|| self.role_given_by_as(&found)) {
            self.push(office);
        }
        // A head whose country or company is named beside the name stays the one meant by it.
        let told = match found.rule {
            Rule::Distinctive => false,
            Rule::InOffice => self.is_head(person) && !self.is_word(Hit::new(self.text, found.start, found.end, found.key)),
            _ => true,
        };
        if told {
            self.remember(&found);
        }
    }

    /// Whether the name of a country or place is a person's here: one named before, or the head of a country in the sentence (`Malta's
    /// Muscat`), and nothing says that the place is meant (`in Muscat`).
    pub(super) fn is_person_rather(&mut self, hit: Hit) -> bool {
        if !self.may_be_person(&hit) {
            return false;
        }
        let surnames = self.bearers(hit);
        if self.words.before(hit.start).is_some_and(|word| self.is_preposition(word)) {
            return false;
        }
        if self.owns_role(hit) {
            return false;
        }
        let antecedent = self.known.people.antecedent(hit.key);
        let before = self.before_name(hit);
        let unknown = self.is_unknown_minister(hit, &before);
        surnames.iter().any(|&(alias, person)| {
            // `Serbian Finance Minister Mali`
            let titled = || unknown || self.title_fits_now(&before, person);
            self.is_part(alias)
                && (titled() || antecedent == Some(person) || self.as_of.is_some() && self.near(hit, person, Office::Head))
        })
    }

    /// Judges a hit as a whole name, if it can be one.
    fn whole_name(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Option<Result<(u32, Rule, u8), Rule>> {
        let is_whole = |&(alias, _): &(u32, u32)| !self.is_part(alias);
        if !bearers.iter().any(is_whole) {
            return None;
        }
        let whole: Bearers = bearers.iter().copied().filter(is_whole).collect();
        if let Some(rule) = self.name_of_something_else(hit).or_else(|| self.double_barrelled(hit).err()) {
            return Some(Err(rule));
        }
        if self.patronymic_follows(hit) || self.goes_on_as_name(hit, before) {
            return Some(Err(Rule::PersonsName));
        }
        // A name of one word is somebody else's as easily as a surname is.
        if !self.text[hit.start..hit.end].contains(is_separator)
            && let Err(rule) = self.other_persons_name(hit, before)
        {
            return Some(Err(rule));
        }
        let titled = self.titled(before, &whole);
        let has_title = !titled.is_empty();
        // `Salvadoran parliament speaker Duch`: not the one who is called so alone.
        let surname = |&(alias, person): &(u32, u32)| self.is_part(alias) && self.title_fits_now(before, person);
        if !has_title && before.office.is_some() && bearers.iter().any(surname) {
            return None;
        }
        let pool = if has_title { &titled } else { &whole };
        let (alias, person) = self.best(hit, pool)?;
        let row = self.tables.aliases.at(alias as usize);
        let named = has_title || self.known.people.antecedent(hit.key) == Some(person);
        let private = |context: &mut Self| {
            context.is_plainly_private(hit, person)
                || context.is_stranger(hit, person)
                || context.is_everybodys_name(hit)
                    && (context.is_employed_elsewhere(hit, person)
                        || context.is_private(hit)
                            && !context.is_head_in_company(hit, person)
                            && !context.is_coming_head(hit, person)
                        || context.is_far_ahead(person) && !context.becomes_minister(person)
                        || context.in_byline(hit))
                || context.is_athlete(hit, person)
        };
        if !named && before.office.is_none() && private(self) {
            self.note_others(hit);
            return Some(Err(Rule::PersonsName));
        }
        let supported = row.policy == Policy::Always as u8 || named || self.is_name_supported(hit, alias, person);
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

    /// Whether something beside a whole name that others bear speaks of this person: a cue, the country, officials.
    fn is_name_supported(&mut self, hit: Hit, alias: u32, person: u32) -> bool {
        if self.has_cue(hit, alias) && !self.is_far_ahead(person) {
            return true;
        }
        // `GMA` is a broadcast, too.
        if self.tables.aliases.at(alias as usize).kind == AliasKind::Abbreviation as u8 {
            return false;
        }
        let standing = self.standing(person);
        let lately = standing == Standing::Current || self.is_just_out(person);
        lately && self.is_among_officials(hit)
            || (self.is_known_abroad(person) || self.speaks_at_un(person))
                && self.is_behind_official(hit, person)
                && self.is_politics(hit)
            || self.is_member_speaking(hit)
            || (lately || standing == Standing::Unknown)
                && (self.is_country_about(hit, person) || self.is_among_colleagues(hit, person))
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
        self.stands_as_surname(hit, bearers, before)?;
        self.look_ahead(hit);
        let named = |person: Option<u32>| bearers.iter().copied().find(|&(_, bearer)| Some(bearer) == person);
        let antecedent = named(self.antecedent_here(hit)).or_else(|| if chosen { self.last_named(bearers) } else { None });
        self.other_persons_name(hit, before)?;

        let titled = self.titled_bearers(before, bearers);
        if !titled.is_empty() {
            let known = antecedent.filter(|bearer| titled.contains(bearer));
            return self.by_title(hit, bearers, &titled, known);
        }
        // `Zambian opposition leader Chamisa`: who held no office of the country before the role is not meant.
        let own;
        let bearers = match self.country_of_title(before) {
            Some(country) => {
                own = self.bearers_of_country(country, bearers);
                &*own
            }
            None => bearers,
        };
        let claimed = |role: Role<'_>| self.is_title_of_office(&role) || before.deputy;
        let one_of_many = before.role.is_some_and(|role| self.is_of_many(&role));
        if bearers.is_empty() || before.office.is_some() && !one_of_many || before.role.is_some_and(claimed) {
            // An unknown person after a known office stays unknown, unless the name is plain from the text.
            let (alias, _) = antecedent.ok_or(Rule::OtherTitle)?;
            return Ok((alias, Rule::Antecedent, 75));
        }
        // Who is somebody else's already needs no second look.
        let open = antecedent.is_some() || !self.known.people.is_somebody_else(hit.key);
        // `Judge Garland` who was named before.
        let at_work = self.is_at_work(hit) && !(antecedent.is_some() && before.honorific);
        if at_work || self.is_firms(hit) && !self.is_beside_official(hit) || open && self.is_name_of_other(hit) {
            return Err(Rule::PersonsName);
        }
        if let Some((alias, person)) = antecedent {
            // `Kim Jong-nam, half-brother of Kim Jong-un`: `Kim` is either.
            if self.is_either(hit, bearers) || self.known.people.is_contested(hit.key) && !self.near(hit, person, Office::Head) {
                return Err(Rule::PersonsName);
            }
            return Ok((alias, Rule::Antecedent, 95));
        }
        if let Some((alias, _)) = self.bearer_in_apposition(hit, bearers) {
            return Ok((alias, Rule::Title, 90));
        }
        if self.known.people.is_somebody_else(hit.key) {
            return Err(Rule::PersonsName);
        }
        // `Mr. Clinton` behind `Hillary Clinton`
        if let Some(named) = self.known.people.antecedent(hit.key)
            && let Some(&(alias, _)) = bearers.iter().find(|&&(_, other)| self.goes_before(other, named))
        {
            return Ok((alias, Rule::Antecedent, 85));
        }
        if let Some((alias, person)) = named(self.following(hit)) {
            if self.is_private(hit) {
                return Err(Rule::PersonsName);
            }
            // `Clinton` is the president, even if his wife is named first.
            let head = bearers.iter().find(|&&(_, other)| {
                let above = self.goes_before(other, person) || self.are_in_one_government(other, person);
                !self.was_head(person) && self.is_head(other) && above
            });
            return Ok(head.map_or((alias, Rule::FollowingName, 92), |&(head, _)| (head, Rule::InOffice, 92)));
        }
        self.unnamed(hit, bearers, before)
    }

    /// Why the words of a hit are no surname here, or part of another's name or of a thing's, by what stands beside them.
    fn stands_as_surname(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Result<(), Rule> {
        self.double_barrelled(hit)?;
        if let Some(rule) = self.name_of_something_else(hit) {
            return Err(rule);
        }
        if self.patronymic_follows(hit) || self.is_no_relation(hit) {
            return Err(Rule::PersonsName);
        }
        if self.is_address(hit) {
            // `Pak Myong Ho`: who is called so is somebody else.
            self.known.people.note_somebody_else(hit.key, hit.start);
            return Err(Rule::NoSupport);
        }
        if self.is_town_of_state(hit, before) {
            return Err(Rule::StateName);
        }
        if self.is_of_other_house(hit, bearers) {
            return Err(Rule::PersonsName);
        }
        if self.is_month(hit, before) || self.opens_as_word(hit) || self.is_verb_of_headline(hit, before) {
            return Err(Rule::NoSupport);
        }
        Ok(())
    }

    /// Who is meant of the bearers whom the title before a name fits; `known` is the one of them who was named.
    fn by_title(
        &mut self,
        hit: Hit,
        bearers: &[(u32, u32)],
        titled: &[(u32, u32)],
        known: Option<(u32, u32)>,
    ) -> Result<(u32, Rule, u8), Rule> {
        let (alias, person) = known.or_else(|| self.best(hit, titled)).ok_or(Rule::NoSupport)?;
        // `Ambassador Kim` is hardly the one of long ago.
        let old = |&(_, person): &(u32, u32)| self.is_out_of_office(person) && !self.was_head(person);
        if known.is_none() && (bearers.len() > FEW && titled.iter().all(old) || self.is_one_of_two_heads(hit, titled, person)) {
            return Err(Rule::NoSupport);
        }
        // `Minister Harris` behind `Simon Harris` is not the one of another country.
        let another = known.is_none() && self.known.people.is_somebody_else(hit.key);
        if another && !self.is_country_about(hit, person) {
            return Err(Rule::PersonsName);
        }
        let alone = titled.iter().all(|&(_, other)| other == person || self.standing(other) != self.standing(person));
        let confidence = match alone || known.is_some() {
            true => 95,
            false => self.confidence_among(hit, titled, person),
        };
        Ok((alias, Rule::Title, confidence))
    }

    /// How sure it is that a person is meant by a name that others bear who fit as well.
    pub(super) fn confidence_among(&self, hit: Hit, bearers: &[(u32, u32)], person: u32) -> u8 {
        let known = self.as_of.is_none() && self.in_company(hit, bearers).is_some_and(|(_, known)| known == person);
        if known { 85 } else { 70 }
    }

    /// `King Abdullah of Jordan`: leaves those bearers who hold or held an office of the country or body behind `of`, if there are such;
    /// `South Korea's Kim`: of that before.
    fn keep_of_country(&self, hit: Hit, bearers: &mut Bearers) {
        if bearers.len() < 2 {
            return;
        }
        let holding = |is: &dyn Fn(u32) -> bool| -> Bearers {
            let of = |&&(_, person): &&(u32, u32)| self.owners(person).any(is);
            bearers.iter().filter(of).copied().collect()
        };
        let those = if let Some(next) = self.hit_behind_of(hit) {
            holding(&|owner| self.may_mean(next, &|entity| entity == owner))
        } else if let Some(country) = self.country_before(hit.start).filter(|_| self.is_behind_possessive()) {
            holding(&|owner| owner == country)
        } else {
            return;
        };
        if !those.is_empty() {
            *bearers = those;
        }
    }

    /// The next hit, if `of` joins it to this one.
    pub(super) fn hit_behind_of(&self, hit: Hit) -> Option<&Hit> {
        let of = self.words.after(hit.end).filter(|word| self.is(*word, "of"))?;
        let word = self.words.after(of.end)?;
        let word = if self.is(word, "the") { self.words.after(word.end)? } else { word };
        self.hits.get(self.at + 1).filter(|next| next.start == word.start)
    }
}
