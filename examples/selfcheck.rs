//! Do the tables find their own names? `cargo run --release --example selfcheck [-- --failing]`
//!
//! Puts every name that needs no support into a plain sentence, and looks for it on a date on which it counts: officials, countries, offices
//! with their country or body, and surnames behind a title. Prints how many are not found; with `--failing` the sentences of those, too.
//! Ends with 1 if they are more of a sort than is usual.

use std::io::{self, Write};
use std::process::ExitCode;

use demarche::{Alias, AliasKind, Date, Entity, EntityKind, Extractor, Gazetteer, Options, Policy, Tenure};

mod common;

/// What a country or body has one of, so that its name and the title mean one office.
const FUNCTIONS: [&str; 12] = [
    "head_of_state",
    "head_of_government",
    "deputy_head_of_government",
    "vice_president",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "minister",
    "central_bank_governor",
    "org_head",
    "org_deputy_head",
];

/// A sentence and the entity that it names.
struct Sentence {
    text: String,
    date: Option<Date>,
    id: &'static str,
}

/// A sort of sentences, and how many in a hundred may be missed: what is told by the country alone, names that two offices share, and the like.
type Sort = (&'static str, f64, fn() -> Vec<Sentence>);

const SORTS: [Sort; 5] = [
    ("officials by their names", 0.1, officials),
    ("countries by their names", 0.1, countries),
    ("offices of countries", 3.0, offices_of_countries),
    ("offices of bodies", 7.0, offices_of_bodies),
    ("surnames behind a title", 1.5, surnames),
];

fn main() -> ExitCode {
    common::to_stdout(report)
}

fn report(out: &mut dyn Write) -> io::Result<ExitCode> {
    let failing = std::env::args().any(|arg| arg == "--failing");
    writeln!(out, "{:<26}{:>10}{:>10}", "", "sentences", "not found")?;
    let mut usual = true;
    for (name, most, sentences) in SORTS {
        let sentences = sentences();
        let missed: Vec<(&Sentence, Vec<&str>)> =
            sentences.iter().map(|sentence| (sentence, found(sentence))).filter(|(one, ids)| !ids.contains(&one.id)).collect();
        let share = 100.0 * missed.len() as f64 / sentences.len().max(1) as f64;
        writeln!(out, "{name:<26}{:>10}{:>10}  {share:.1} %", sentences.len(), missed.len())?;
        usual &= share <= most;
        for (sentence, ids) in missed.iter().filter(|_| failing) {
            let date = sentence.date.map_or(String::new(), |date| format!("{date} "));
            writeln!(out, "    {date}{} => {}, not {}", sentence.text, ids.join(" "), sentence.id)?;
        }
    }
    Ok(if usual { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn found(sentence: &Sentence) -> Vec<&str> {
    let options = sentence.date.map_or_else(Options::new, |date| Options::new().as_of(date));
    Extractor::embedded().extract_with(&sentence.text, &options.nested(true)).map(|mention| mention.id()).collect()
}

fn entities(kind: EntityKind) -> impl Iterator<Item = Entity<'static>> {
    Gazetteer::embedded().entities().filter(move |entity| *entity.kind() == kind)
}

/// The aliases that need no support.
fn sure(entity: &Entity<'static>) -> impl Iterator<Item = Alias<'static>> + use<> {
    entity.aliases().filter(|alias| alias.policy() == Policy::Always)
}

fn first(entity: &Entity<'static>, kind: AliasKind) -> Option<&'static str> {
    sure(entity).find(|alias| alias.kind() == kind).map(|alias| alias.text())
}

/// A day on which somebody holds an office.
fn day(tenure: &Tenure<'_>) -> Option<Date> {
    let interval = tenure.interval();
    interval.from().or(interval.to()).map(Date::last_day).filter(|date| tenure.certainty(*date).is_some())
}

fn officials() -> Vec<Sentence> {
    let mut all = Vec::new();
    for official in entities(EntityKind::Official) {
        let Some(date) = Gazetteer::embedded().tenures(official.id()).filter_map(|tenure| day(&tenure)).last() else { continue };
        for alias in sure(&official).filter(|alias| !matches!(alias.kind(), AliasKind::Surname | AliasKind::Given)) {
            let text = format!("{} told reporters on Tuesday that the talks had gone well.", alias.text());
            all.push(Sentence { text, date: Some(date), id: official.id() });
        }
    }
    all
}

fn countries() -> Vec<Sentence> {
    let mut all = Vec::new();
    for country in entities(EntityKind::Country) {
        for alias in sure(&country) {
            let name = alias.text();
            let text = match alias.kind() {
                AliasKind::Demonym if name.ends_with('s') && !name.ends_with("ss") => format!("Many {name} were at the rally."),
                AliasKind::Demonym => format!("The {name} government said on Tuesday that the talks would go on."),
                AliasKind::Abbreviation => format!("Exports from the {name} rose in May, the ministry said."),
                _ => format!("Exports from {name} rose in May, the ministry said."),
            };
            all.push(Sentence { text, date: None, id: country.id() });
        }
    }
    all
}

/// The offices of countries or bodies, each with its title and its owner.
fn titles(owners: EntityKind) -> impl Iterator<Item = (Entity<'static>, &'static str, Entity<'static>)> {
    entities(EntityKind::Office).filter_map(move |office| {
        let owner = office.owner().filter(|owner| *owner.kind() == owners)?;
        let title = office.property("title")?;
        office.functions().any(|function| FUNCTIONS.contains(&function)).then_some((office, title, owner))
    })
}

/// Sentences that name an office in ways that its title and its owner make.
fn offices(owners: EntityKind, forms: fn(&str, Entity<'static>) -> Vec<String>) -> Vec<Sentence> {
    let mut all = Vec::new();
    for (office, title, owner) in titles(owners) {
        let Some(date) = Gazetteer::embedded().tenures_of_office(office.id()).filter_map(|tenure| day(&tenure)).last() else {
            continue;
        };
        for form in forms(title, owner) {
            let text = format!("Reporters were told on Tuesday that {form} would travel abroad next week.");
            all.push(Sentence { text, date: Some(date), id: office.id() });
        }
    }
    all
}

fn offices_of_countries() -> Vec<Sentence> {
    offices(EntityKind::Country, |title, country| {
        let article = if country.property("article").is_some() { "the " } else { "" };
        let (small, name) = (title.to_lowercase(), country.name());
        let mut forms = vec![format!("the {title} of {article}{name}"), format!("{article}{name}'s {small}")];
        if let Some(demonym) = first(&country, AliasKind::Demonym) {
            forms.extend([format!("the {demonym} {title}"), format!("the {demonym} {small}")]);
        }
        forms
    })
}

fn offices_of_bodies() -> Vec<Sentence> {
    offices(EntityKind::Organization, |title, body| {
        let (small, name) = (title.to_lowercase(), body.name());
        let mut forms = vec![format!("the {title} of the {name}"), format!("{name} {title}"), format!("the {name}'s {small}")];
        if let Some(abbreviation) = first(&body, AliasKind::Abbreviation) {
            forms.extend([format!("{abbreviation} {title}"), format!("the {title} of {abbreviation}")]);
        }
        forms
    })
}

fn surnames() -> Vec<Sentence> {
    let mut all = Vec::new();
    for (office, title, country) in titles(EntityKind::Country) {
        let Some(demonym) = first(&country, AliasKind::Demonym) else { continue };
        for tenure in Gazetteer::embedded().tenures_of_office(office.id()) {
            let surname = tenure.official().aliases().find(|alias| alias.kind() == AliasKind::Surname);
            let (Some(date), Some(surname)) = (day(&tenure), surname) else { continue };
            let text = format!("{demonym} {title} {} said on Tuesday that the talks had gone well.", surname.text());
            all.push(Sentence { text, date: Some(date), id: tenure.official().id() });
        }
    }
    all
}
