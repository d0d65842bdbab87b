//! Is an abbreviation a body of states by the words beside it: `NAM summit`, `B9 leaders`, `the ECB and the EBA`? And is it
//! that of a firm, street or school?

use super::folded::Folded;
use super::line::LineMode;
use super::words::{self, Word};
use super::{Context, Trace};
use crate::boundary::char_after;
use crate::case;
use crate::fold::{is_hyphen, is_separator, narrow};
use crate::gazetteer::WordList;
use crate::gazetteer::rows::{AliasRow, NONE};
use crate::kind::{CasePolicy, EntityKind, Policy};
use crate::scan::Hit;

/// What firms alone have behind their name.
const FIRMS: [&str; 15] =
    ["corp", "corporation", "inc", "ltd", "limited", "plc", "llc", "llp", "gmbh", "ag", "holdings", "pty", "sdn", "bhd", "pvt"];
/// What no body of states has behind its name, but businesses and streets.
const THINGS: [&str; 32] = [
    "airlines",
    "airways",
    "avenue",
    "bakery",
    "boulevard",
    "breweries",
    "brewery",
    "brokers",
    "builders",
    "cafe",
    "furniture",
    "foods",
    "garments",
    "hotel",
    "hotels",
    "lane",
    "motors",
    "pharmacy",
    "pictures",
    "plaza",
    "realty",
    "records",
    "restaurant",
    "road",
    "street",
    "supermarket",
    "supermarkets",
    "taxis",
    "tours",
    "travels",
    "trucking",
    "ventures",
];
/// What schools have before `School`.
const SCHOOLS: [&str; 6] = ["high", "primary", "secondary", "elementary", "grammar", "middle"];
/// What both firms and bodies have behind their name.
const TRADES: [&str; 18] = [
    "capital",
    "chemicals",
    "construction",
    "consulting",
    "education",
    "engineering",
    "entertainment",
    "healthcare",
    "insurance",
    "logistics",
    "media",
    "pharma",
    "properties",
    "shipping",
    "solutions",
    "technologies",
    "telecom",
    "trading",
];
/// The same, but the `Group` of a format is the format.
const GROUPS: [&str; 1] = ["group"];
/// What teams have.
const TEAMS: [&str; 6] = ["united", "rovers", "rangers", "wanderers", "athletic", "fc"];
/// What only states have, or who speaks for them.
const OF_STATES: [&str; 12] = [
    "summit",
    "summits",
    "ministerial",
    "ministers",
    "leaders",
    "communique",
    "presidency",
    "chairmanship",
    "presidents",
    "peacekeepers",
    "nations",
    "mediators",
];
/// Words before `states`, `countries`, `governments`; before `ministers`; and before `of state`, `of government`.
const MEMBERS: [&str; 3] = ["states", "countries", "governments"];
const MINISTERS: [&str; 7] = ["foreign", "defence", "defense", "finance", "interior", "trade", "energy"];

impl<T: Trace> Context<'_, T> {
    /// Whether a name that counts with support alone has it in the words beside it, an abbreviation also in those behind. One that two bodies
    /// share has not.
    pub(super) fn is_bloc(&self, hit: Hit, row: &AliasRow) -> bool {
        let body = |entity: u32| self.is_body(entity);
        let short = || {
            let text = &self.text[hit.start..hit.end];
            text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
        };
        if !body(row.entity) || self.may_mean(&hit, &|entity| entity != row.entity && body(entity)) {
            return false;
        }
        let several = || self.text[hit.start..hit.end].contains(is_separator);
        if (short() || several()) && self.is_joined_to_body(hit) {
            return true;
        }
        if !short() {
            return false;
        }
        let next = |at: usize| self.words.after(at).filter(|word| !self.text[at..word.start].contains(is_hyphen));
        let small = |word: &Word| self.text[word.start..word.end].contains(char::is_lowercase);
        let Some(first) = next(hit.end).filter(small) else { return false };
        let one = |word: Word, list: &[&str]| Folded::of(self.text, word).is_one_of(list);
        let second = |list: &[&str]| next(first.end).is_some_and(|word| one(word, list));
        one(first, &OF_STATES)
            || self.is(first, "member") && second(&MEMBERS)
            || one(first, &MINISTERS) && second(&["ministers"])
            || one(first, &["heads"]) && second(&["of"])
    }

    fn is_body(&self, entity: u32) -> bool {
        matches!(self.kind_of(entity), EntityKind::Organization | EntityKind::Format)
    }

    /// Whether the hit before or behind, joined to this one by `and` or a comma, is a body that always counts.
    fn is_joined_to_body(&self, hit: Hit) -> bool {
        let joined = |from: usize, to: usize| {
            let comma = char_after(self.text, from).filter(|&(c, _)| narrow(c) == ',').map(|(c, at)| at + c.len_utf8());
            let next = |at: usize| self.words.after(at).filter(|word| word.start <= to);
            let Some(mut word) = next(comma.unwrap_or(from)) else { return false };
            let joint = self.is(word, "and") || self.is(word, "or");
            if joint {
                let Some(behind) = next(word.end) else { return false };
                word = behind;
            }
            let named = if self.is(word, "the") { next(word.end) } else { Some(word) };
            (joint || comma.is_some()) && named.is_some_and(|word| word.start == to)
        };
        let counts = |other: &Hit| {
            self.tables.aliases_of_key(other.key).map(|alias| self.tables.aliases.at(alias)).any(|row| {
                row.entity != NONE
                    && self.is_body(row.entity)
                    && row.policy == Policy::Always as u8
                    && case::suits(
                        CasePolicy::ALL[usize::from(row.case)],
                        self.tables.str(row.text),
                        &self.text[other.start..other.end],
                    )
            })
        };
        let last = self.at.checked_sub(1).and_then(|at| self.hits.get(at));
        last.is_some_and(|last| joined(last.end, hit.start) && counts(last))
            || self.hits.get(self.at + 1).is_some_and(|next| joined(hit.end, next.start) && counts(next))
    }

    /// `ASEAN Corp`, `SADC Trucking`, `NATO Road`, `GCC High School`, `CIS Group hired`: a firm, street or school of a body's name.
    pub(super) fn is_named_after_body(&mut self, hit: Hit, entity: u32) -> bool {
        let capital = |word: &Word| words::is_capitalized(self.text, *word);
        let one = |word: Word, list: &[&str]| Folded::of(self.text, word).is_one_of(list);
        let Some(first) = self.words.after(hit.end).filter(|word| self.is_body(entity) && capital(word)) else { return false };
        let next = self.words.after(first.end);
        // `UN Foods Ltd`, but `the EU and Alpha Ltd`
        let second = next.filter(|word| capital(word) && !self.starts_hit(first, false));
        let either = |list: &[&str]| one(first, list) || second.is_some_and(|word| one(word, list));
        if either(&FIRMS) {
            return true;
        }
        let school = one(first, &SCHOOLS) && second.is_some_and(|word| self.is(word, "school"));
        // What a body may have, too, is a firm's where it ends the name, no article stands before, and a verb or nothing follows.
        let ends = || {
            let article = self.words.before(hit.start).is_some_and(|word| one(word, &["the", "a", "an", "this", "that"]));
            let past = |word: Word| Folded::of(self.text, word).as_str().ends_with("ed");
            let verb = |word: Word| {
                !capital(&word)
                    && (self.words.is_on(WordList::Predicate, word) || past(word))
                    && !one(word, &["of", "and", "or", "for"])
            };
            let team = one(first, &TEAMS) || one(first, &GROUPS) && *self.kind_of(entity) == EntityKind::Organization;
            !article && (team || one(first, &TRADES)) && next.is_none_or(verb)
        };
        (school || either(&THINGS) || ends()) && self.known.around.line_mode(self.text, hit.start, hit.end) == LineMode::Running
    }
}
