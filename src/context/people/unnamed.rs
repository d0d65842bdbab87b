//! Which bearer does a surname mean who is named nowhere else in the text?
//!
//! [`AGAINST`](Context::AGAINST): the rules by which it is no official's at all. [`FOR`](Context::FOR): those that tell whom it means, the
//! first that knows decides: [`distinctive`](super::distinctive), `era` and `headline`, [`in-office`](super::in_office), `cue`.

use super::bearers::{Bearers, Office};
use super::careers::Standing;
use super::titles::Before;
use crate::boundary::char_before;
use crate::context::text::line::LineMode;
use crate::context::text::words::{self, Word};
use crate::context::{Context, Rule, Trace};
use crate::fold::{is_hyphen, is_ignorable, is_separator};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::{NONE, Str};
use crate::kind::EntityKind;
use crate::scan::Hit;

/// A surname, and what the rules know of it.
pub(in crate::context) struct Surname<'s> {
    pub(in crate::context) hit: Hit,
    pub(in crate::context) bearers: &'s [(u32, u32)],
    /// Bearers whose alias says itself what must stand beside it, and is content with nothing else: `Christian`, `English`; all of them
    /// where it is a faith or a people: `Islam`.
    asking: &'s [(u32, u32)],
    pub(in crate::context) before: &'s Before<'s>,
    /// It opens a headline before what those in office do: `Bush Orders Strikes`.
    pub(super) acts: bool,
    /// It is the distinctive name of somebody.
    pub(super) is_known: bool,
    /// Those whose distinctive name it is, and who can be meant at the time.
    pub(in crate::context) distinctive: Bearers,
    /// Those in office on the date whom something beside the name supports.
    pub(in crate::context) current: Bearers,
}

/// A rule by which a surname is nobody's who is known.
type Against<C> = (Rule, fn(&mut C, &Surname<'_>) -> bool);
/// A rule that tells which alias means whom, and how sure that is.
type For<C> = (Rule, fn(&mut C, &Surname<'_>) -> Option<(u32, u8)>);

/// Whether a comma and space are all there is.
fn is_comma(gap: &str) -> bool {
    gap.trim_matches(|c| is_separator(c) && !is_hyphen(c) || is_ignorable(c) || c == '>') == ","
}

impl<T: Trace> Context<'_, T> {
    const AGAINST: [Against<Self>; 4] = [
        (Rule::Family, |context, name| context.is_family(name.hit)),
        (Rule::Abbreviation, |context, name| context.is_abbreviation(name.hit, name.before)),
        (Rule::Private, |context, name| context.is_private(name.hit)),
        (Rule::NoSupport, |context, name| context.is_one_of_many(name.hit)),
    ];
    const FOR: [For<Self>; 7] = [
        (Rule::Distinctive, Self::distinctive_bearer),
        (Rule::Era, |context, name| if context.is_of_era(name.hit) { context.head_meant(name) } else { None }),
        (Rule::Era, Self::head_who_reigned),
        (Rule::Headline, |context, name| if name.acts && context.as_of.is_none() { context.head_meant(name) } else { None }),
        (Rule::InOffice, Self::bearer_in_office),
        (Rule::Era, Self::head_of_history),
        (Rule::Cue, Self::bearer_by_cue),
    ];

    /// Judges a surname whose bearers are not named elsewhere.
    pub(super) fn unnamed(&mut self, hit: Hit, bearers: &[(u32, u32)], before: &Before<'_>) -> Result<(u32, Rule, u8), Rule> {
        let nobody = Bearers::default;
        let mut name =
            Surname { hit, bearers, asking: &[], before, acts: false, is_known: false, distinctive: nobody(), current: nobody() };
        if let Some(&(rule, _)) = Self::AGAINST.iter().find(|(_, holds)| holds(self, &name)) {
            // `Abe, 34, a dentist, moved. Abe said`
            if rule == Rule::Private {
                self.known.people.note_somebody_else(hit.key, hit.start);
            }
            return Err(rule);
        }
        let country = self.country_pointing_at(hit);
        let own = |person| country.is_some_and(|country| self.owners(person).any(|owner| owner == country));
        let proper = self.words.is_on(WordList::Proper, Word { start: hit.start, end: hit.end });
        let asks = |&(alias, person): &(u32, u32)| (proper || self.cues(alias).is_some()) && !own(person);
        let asking: Bearers = bearers.iter().copied().filter(asks).collect();
        let free: Bearers = bearers.iter().copied().filter(|bearer| !asks(bearer)).collect();
        (name.bearers, name.asking) = (&free, &asking);
        name.acts = self.acts_in_headline(hit);
        let distinctive = self.distinctive_bearers(&name);
        name.is_known = !distinctive.is_empty();
        name.distinctive = distinctive.iter().copied().filter(|&(_, person)| self.may_be_meant_now(hit, person)).collect();
        name.current = self.bearers_in_office(&name);
        // `Trump met Putin. Obama said`: not the prime minister of Equatorial Guinea, unless that is spoken of.
        let tables = self.tables;
        let priority = |alias: u32| tables.aliases.at(alias as usize).priority;
        let most = name.distinctive.iter().map(|&(alias, _)| priority(alias)).max().unwrap_or(i8::MIN);
        name.current.retain(|&(alias, person)| priority(alias) >= most || self.is_country_about(hit, person));
        if (name.is_known || !name.current.is_empty()) && self.in_sport(hit) && !self.is_aside_of_sport(&name) {
            return Err(Rule::Sport);
        }
        for (rule, whom) in Self::FOR {
            if let Some((alias, confidence)) = whom(self, &name) {
                return Ok((alias, rule, confidence));
            }
        }
        // Its bearers come into office later.
        Err(if name.is_known && name.distinctive.is_empty() { Rule::NotYet } else { Rule::NoSupport })
    }

    /// `Blair, back for the G8, danced a jig`: whether the sentence of a name in a report of sport tells of the country of a head who bears
    /// it and of officials, or of a format with that country, and of no sport.
    fn is_aside_of_sport(&mut self, name: &Surname<'_>) -> bool {
        let hit = name.hit;
        // `Merkel hugged the striker, and Putin took the flag`
        let (from, to) = self.known.around.sentence(self.text, hit.start, hit.end);
        let free = |context: &Self| !context.sentence_has_sport((from, to));
        // A story of politics that a word of sport ends.
        if self.is_in_sure_company(hit) && free(self) {
            return true;
        }
        let beside = name.distinctive.iter().any(|&(_, person)| self.is_head(person));
        if !beside && !name.current.iter().any(|&(_, person)| self.near(hit, person, Office::Head)) {
            return false;
        }
        if self.known.around.line_mode(self.text, hit.start, hit.end) != LineMode::Running {
            return false;
        }
        self.look_at_neighbours();
        let public = self.is_among_officials(hit)
            || self.is_ahead(|next| next.end <= to, |entity| *self.kind_of(entity) == EntityKind::Format);
        public && free(self)
    }

    /// Of those who ever were heads the one who is meant: a head of state rather than another's prime minister.
    fn head_meant(&mut self, name: &Surname<'_>) -> Option<(u32, u8)> {
        let mut heads: Bearers = name.bearers.iter().copied().filter(|&(_, person)| self.was_head(person)).collect();
        if heads.iter().any(|&(_, person)| self.was_head_of_state(person)) {
            heads.retain(|&(_, person)| self.was_head_of_state(person));
        }
        let (alias, person) = self.best(name.hit, &heads)?;
        Some((alias, if heads.len() > 1 { self.confidence_among(name.hit, &heads, person) } else { 80 }))
    }

    /// Of those in office the one who fits best; nobody, if two heads fit as well: `Lee met Bush` when Korea and Singapore had a Lee each.
    fn bearer_in_office(&mut self, name: &Surname<'_>) -> Option<(u32, u8)> {
        let (alias, person) = self.best(name.hit, &name.current)?;
        (!self.is_one_of_two_heads(name.hit, &name.current, person)).then_some((alias, 80))
    }

    /// The first bearer for whom a cue stands in the sentence.
    fn bearer_by_cue(&mut self, name: &Surname<'_>) -> Option<(u32, u8)> {
        let stands = |context: &mut Self, alias| context.cues(alias).is_some_and(|cues| context.cue_stands(name.hit, cues));
        let (alias, person) = name.asking.iter().copied().find(|&(alias, _)| stands(self, alias))?;
        (self.standing(person) != Standing::Future).then_some((alias, 80))
    }

    /// `New Zealand's English`, `Micronesia's president, Christian`: the country that tells whose a name is right before it, or its office.
    fn country_pointing_at(&self, hit: Hit) -> Option<u32> {
        // `Micronesia's leader, Christian`
        let leader = || {
            let end = words::gap_before(self.text, hit.start)?;
            let (_, comma) = char_before(self.text, end).filter(|&(c, _)| c == ',')?;
            let (c, last) = char_before(self.text, comma)?;
            let leader = words::last_word(self.text, 0, last + c.len_utf8());
            self.country_before(leader.start).filter(|_| self.is(leader, "leader"))
        };
        let office = || {
            let last = self.known.found.iter().rev().find(|last| !last.nested)?;
            let apposed =
                *self.kind_of(last.entity) == EntityKind::Office && self.text.get(last.end..hit.start).is_some_and(is_comma);
            Some(self.tables.traits(last.entity).owner).filter(|&owner| apposed && owner != NONE)
        };
        self.country_before(hit.start).filter(|_| self.is_behind_possessive()).or_else(office).or_else(leader)
    }

    /// What an alias says must stand in the sentence.
    fn cues(&self, alias: u32) -> Option<Str> {
        let row = self.tables.aliases.at(alias as usize);
        self.tables.conditions.get(row.condition as usize).map(|condition| condition.cues).filter(|cues| cues.len > 0)
    }
}
