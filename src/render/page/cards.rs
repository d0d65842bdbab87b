//! What is told of a mention: its entity, who held the office, and why it was found.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::class;
use super::escape::Escaped;
use crate::context::Rule;
use crate::date::{Date, Interval};
use crate::gazetteer::{Certainty, Tenure};
use crate::kind::EntityKind;
use crate::mention::{Mention, Status};
use crate::render::Document;

/// The cards of a document; mentions that say the same share one.
pub(super) struct Cards {
    as_of: Option<Date>,
    numbers: BTreeMap<String, usize>,
}

impl Cards {
    pub(super) fn new(document: &Document<'_>) -> Self {
        Cards { as_of: document.as_of, numbers: BTreeMap::new() }
    }

    /// The id of the card of a mention.
    pub(super) fn id(&mut self, mention: &Mention<'_>) -> String {
        let next = self.numbers.len();
        let number = *self.numbers.entry(card(mention, self.as_of)).or_insert(next);
        format!("c{number}")
    }

    /// Writes the cards, hidden.
    pub(super) fn write(&self, out: &mut String) {
        let mut cards: Vec<_> = self.numbers.iter().collect();
        cards.sort_by_key(|(_, number)| **number);
        out.push_str("<div hidden>\n");
        for (card, number) in cards {
            let _ = writeln!(out, "<div id=\"c{number}\" {card}</div>");
        }
        out.push_str("</div>\n");
    }
}

/// A card from its class on.
fn card(mention: &Mention<'_>, as_of: Option<Date>) -> String {
    let mut out = String::new();
    let kind = mention.kind();
    let _ = write!(
        out,
        "class=\"{}\"><strong dir=\"auto\">{}</strong><em>{}</em> <code>{}</code><dl>",
        class(kind),
        Escaped(mention.name()),
        Escaped(kind.as_str()),
        Escaped(mention.id())
    );
    let mut marked = |name: &str, value: &str| {
        let _ = write!(out, "<dt>{name}</dt><dd>{value}</dd>");
    };
    if let Some(date) = as_of {
        let name = format!("On <time>{date}</time>");
        match kind {
            EntityKind::Office => {
                let holders: Vec<_> = mention.holders().map(|tenure| held(&tenure, tenure.official().name(), date)).collect();
                marked(&name, &if holders.is_empty() { "no holder is known".into() } else { holders.join("; ") });
            }
            EntityKind::Official => marked(&name, &standing(mention, date)),
            _ => {}
        }
    }
    let mut row = |name: &str, value: &str| marked(name, &Escaped(value).to_string());
    if let Some(modifier) = mention.modifier() {
        row("Modified by", modifier);
    }
    if *kind != EntityKind::Country
        && let Some(country) = mention.country()
    {
        row("Country", country);
    }
    row("Why", &format!("{} ({}), confidence {:.2}", why(mention.rule()), mention.rule(), mention.confidence()));
    let origin = match mention.alias() {
        Some(alias) => {
            row("Matched", &format!("{} ({}, case {}, {})", alias.text(), alias.kind(), alias.case(), alias.policy()));
            alias.origin()
        }
        None => mention.entity().origin(),
    };
    if let Some((file, line)) = origin {
        row("Data row", &format!("{file}:{line}"));
    }
    let rivals: Vec<_> = mention.rivals().map(|entity| format!("{} ({})", entity.name(), entity.id())).take(6).collect();
    if !rivals.is_empty() {
        row("Could also be", &rivals.join("; "));
    }
    out.push_str("</dl>");
    out
}

/// The offices an official holds on a date, or how they stand to it, in HTML.
fn standing(mention: &Mention<'_>, date: Date) -> String {
    let tenures = || mention.gazetteer().tenures(mention.id());
    let held: Vec<_> =
        tenures().filter(|t| t.certainty(date).is_some()).map(|tenure| held(&tenure, tenure.office().name(), date)).collect();
    if !held.is_empty() {
        return held.join("; ");
    }
    let past = tenures().filter(|t| t.interval().to().is_some_and(|to| to < date)).max_by_key(|t| t.interval().to());
    let coming = tenures().filter(|t| t.interval().from().is_some_and(|from| from > date)).min_by_key(|t| t.interval().from());
    match (mention.status(), past, coming) {
        (Status::Former, Some(tenure), _) => format!("former {}, {}", Escaped(tenure.office().name()), dates(tenure.interval())),
        (Status::Future, _, Some(tenure)) => format!("later {}, {}", Escaped(tenure.office().name()), dates(tenure.interval())),
        _ => "no office known".into(),
    }
}

/// A tenure seen from one side, `name` being the other, in HTML.
fn held(tenure: &Tenure<'_>, name: &str, date: Date) -> String {
    let doubt = match tenure.certainty(date) {
        Some(Certainty::Imprecise) => ", perhaps: the day of the change is not known",
        Some(Certainty::BeyondHorizon) => ", as far as the data goes",
        _ => "",
    };
    let role = if tenure.role().is_empty() { String::new() } else { format!(" ({})", Escaped(tenure.role())) };
    format!("{}{role}, {}{doubt}", Escaped(name), dates(tenure.interval()))
}

/// `2021-01-26 to 2025-01-20`, as far as it is known, in HTML.
pub(super) fn dates(interval: Interval) -> String {
    match (interval.from(), interval.to()) {
        (Some(from), Some(to)) => format!("<time>{from}</time> to <time>{to}</time>"),
        (Some(from), None) => format!("since <time>{from}</time>"),
        (None, Some(to)) => format!("until <time>{to}</time>"),
        (None, None) => "dates unknown".into(),
    }
}

/// A rule in words.
fn why(rule: Rule) -> &'static str {
    match rule {
        Rule::Name => "the name counts wherever it stands",
        Rule::Cue => "a cue or the full name stands nearby",
        Rule::FullName => "a whole name of a person",
        Rule::Title => "a surname behind a title or office its bearer held",
        Rule::Antecedent => "a surname whose bearer was named before",
        Rule::FollowingName => "a surname whose bearer is named soon after",
        Rule::Distinctive => "a distinctive surname",
        Rule::Era => "the time of a head of a state or government",
        Rule::Headline => "a head at the start of a headline, before what those in office do",
        Rule::InOffice => "a surname whose bearer is in office, beside the country",
        Rule::ComposedOffice => "composed from a country or body and a role",
        Rule::PersonsOffice => "a role before a person who held it",
        _ => "kept by the rule",
    }
}
