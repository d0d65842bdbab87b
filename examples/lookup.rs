//! Who held an office, what an official was, who belonged to a body or format on a date.
//!
//! `cargo run --example lookup -- "US Secretary of State" 2023-02-28`

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Parser;
use demarche::{Certainty, Date, Entity, EntityKind, Extractor, Gazetteer, Interval, Options, Tenure};

/// Looks up an office, official, country, region, organization or format on a date.
#[derive(Parser)]
struct Arguments {
    /// A name ("Antony Blinken", "G20", "Kazakh President") or an id ("office:KZ/president").
    name: String,
    /// The day in question: YYYY-MM-DD, or less precisely YYYY-MM or YYYY.
    date: Date,
}

fn main() -> ExitCode {
    let Arguments { name, date } = Arguments::parse();
    let readings = readings(name.trim(), date);
    let Some(&entity) = readings.first() else {
        eprintln!(
            "nothing is called {name:?}; give a name, an id such as country:KZ, or an office such as \"President of Kazakhstan\""
        );
        return ExitCode::FAILURE;
    };
    println!("{} ({}) on {date}", entity.name(), entity.id());
    match entity.kind() {
        EntityKind::Office => print_holders(entity, date),
        EntityKind::Official => {
            let tenures = Gazetteer::embedded().tenures(entity.id());
            tenures.for_each(|tenure| print_tenure(tenure.office(), &tenure, date));
        }
        EntityKind::Place => {
            if let Some(owner) = entity.owner() {
                println!("  belongs to {} ({})", owner.name(), owner.id());
            }
        }
        _ => {
            print_members(entity, date);
            print_offices(entity, date);
            print_groups(entity, date);
        }
    }
    for other in &readings[1..] {
        println!("{name:?} can also mean {} ({})", other.name(), other.id());
    }
    ExitCode::SUCCESS
}

/// What the argument can mean, the likeliest first.
fn readings(name: &str, date: Date) -> Vec<Entity<'static>> {
    let gazetteer = Gazetteer::embedded();
    if let Some(entity) = gazetteer.get(name) {
        return vec![entity];
    }
    // Offices have no list of names: the extractor composes them. It also knows which namesake was in office.
    let options = Options::new().as_of(date);
    let mention = Extractor::embedded().extract_with(name, &options).find(|mention| mention.text() == name);
    let mut readings: Vec<_> = mention.and_then(|mention| gazetteer.get(mention.id())).into_iter().collect();
    for entity in gazetteer.find(name) {
        if !readings.contains(&entity) {
            readings.push(entity);
        }
    }
    readings
}

fn print_holders(office: Entity<'_>, date: Date) {
    let holders: Vec<_> = Gazetteer::embedded().holders(office.id(), date).collect();
    if holders.is_empty() {
        println!("  no holder is known");
    }
    holders.iter().for_each(|tenure| print_tenure(tenure.official(), tenure, date));
}

/// Prints a tenure seen from the other side: the office of an official, or the official of an office.
fn print_tenure(other: Entity<'_>, tenure: &Tenure<'_>, date: Date) {
    let status = match tenure.certainty(date) {
        Some(Certainty::Certain) => "in office".to_owned(),
        Some(Certainty::Imprecise) => "perhaps in office: the day of the change is not known".to_owned(),
        Some(_) => match tenure.horizon() {
            Some(horizon) => format!("not known: in office on {horizon}, where the data ends"),
            None => "not known".to_owned(),
        },
        None if tenure.interval().from().is_some_and(|from| date < from.first_day()) => "not yet".to_owned(),
        None => "no longer".to_owned(),
    };
    let role = if tenure.role().is_empty() { String::new() } else { format!(" ({})", tenure.role()) };
    println!("  {:24}  {status}  {}{role}  {}", span(tenure.interval()), other.name(), other.id());
}

fn print_members(group: Entity<'_>, date: Date) {
    let mut roles: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for membership in Gazetteer::embedded().members(group.id(), date) {
        roles.entry(membership.role()).or_default().push(membership.member().name());
    }
    for (role, mut names) in roles {
        names.sort_unstable();
        println!("  {role} ({}): {}", names.len(), names.join("; "));
    }
}

fn print_offices(owner: Entity<'_>, date: Date) {
    for office in Gazetteer::embedded().entities().filter(|entity| *entity.kind() == EntityKind::Office) {
        let holders: Vec<_> = Gazetteer::embedded().holders(office.id(), date).collect();
        if office.owner() == Some(owner) && !holders.is_empty() {
            println!("{} ({})", office.name(), office.id());
            holders.iter().for_each(|tenure| print_tenure(tenure.official(), tenure, date));
        }
    }
}

fn print_groups(member: Entity<'_>, date: Date) {
    let groups = Gazetteer::embedded().memberships_of(member.id()).filter(|membership| membership.holds_on(date));
    let names: Vec<_> = groups.map(|membership| format!("{} ({})", membership.group().name(), membership.role())).collect();
    if !names.is_empty() {
        println!("  in: {}", names.join("; "));
    }
}

fn span(interval: Interval) -> String {
    let end = |date: Option<Date>| date.map_or("…".to_owned(), |date| date.to_string());
    format!("{} to {}", end(interval.from()), end(interval.to()))
}
