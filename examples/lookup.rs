//! Who held an office, what an official was, who belonged to a body or format on a date.
//!
//! `cargo run --example lookup -- "US Secretary of State" 2023-02-28`

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Parser;
use demarche::{Certainty, Date, Entity, EntityKind, Extractor, Gazetteer, Interval, Options, Tenure};

mod common;

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
    let mut lines = vec![format!("{} ({}) on {date}", entity.name(), entity.id())];
    match entity.kind() {
        EntityKind::Office => lines.extend(holders(entity, date)),
        EntityKind::Official => {
            lines.extend(Gazetteer::embedded().tenures(entity.id()).map(|tenure| line(tenure.office(), &tenure, date)));
        }
        EntityKind::Place => {
            lines.extend(entity.owner().map(|owner| format!("  belongs to {} ({})", owner.name(), owner.id())));
        }
        _ => {
            lines.extend(members(entity, date));
            lines.extend(offices(entity, date));
            lines.extend(groups(entity, date));
        }
    }
    lines.extend(readings[1..].iter().map(|other| format!("{name:?} can also mean {} ({})", other.name(), other.id())));
    common::to_stdout(|out| writeln!(out, "{}", lines.join("\n")).map(|()| ExitCode::SUCCESS))
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
    if readings.is_empty() { titled(name) } else { readings }
}

/// The offices with this bare title, such as "Home Secretary"; none where it says too little, as "Foreign Minister" does.
fn titled(title: &str) -> Vec<Entity<'static>> {
    const FEW: usize = 9;
    let so_called = |office: &Entity<'_>| office.property("title").is_some_and(|own| own.eq_ignore_ascii_case(title));
    let offices = Gazetteer::embedded().entities().filter(|entity| *entity.kind() == EntityKind::Office);
    let named: Vec<_> = offices.filter(so_called).take(FEW + 1).collect();
    if named.len() > FEW { Vec::new() } else { named }
}

fn holders(office: Entity<'_>, date: Date) -> Vec<String> {
    let holders = Gazetteer::embedded().holders(office.id(), date);
    let lines: Vec<_> = holders.map(|tenure| line(tenure.official(), &tenure, date)).collect();
    if lines.is_empty() { vec!["  no holder is known".into()] } else { lines }
}

/// A tenure seen from the other side: the office of an official, or the official of an office.
fn line(other: Entity<'_>, tenure: &Tenure<'_>, date: Date) -> String {
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
    format!("  {:24}  {status}  {}{role}  {}", span(tenure.interval()), other.name(), other.id())
}

fn members(group: Entity<'_>, date: Date) -> Vec<String> {
    let mut roles: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for membership in Gazetteer::embedded().members(group.id(), date) {
        roles.entry(membership.role()).or_default().push(membership.member().name());
    }
    let line = |(role, mut names): (_, Vec<&str>)| {
        names.sort_unstable();
        format!("  {role} ({}): {}", names.len(), names.join("; "))
    };
    roles.into_iter().map(line).collect()
}

/// The offices of a country or body that somebody is known to have held on the date.
fn offices(owner: Entity<'_>, date: Date) -> Vec<String> {
    let gazetteer = Gazetteer::embedded();
    let own = |office: &Entity<'_>| office.owner() == Some(owner) && gazetteer.holders(office.id(), date).next().is_some();
    let offices = gazetteer.entities().filter(|entity| *entity.kind() == EntityKind::Office).filter(own);
    offices
        .flat_map(|office| {
            let head = format!("{} ({})", office.name(), office.id());
            std::iter::once(head).chain(holders(office, date))
        })
        .collect()
}

fn groups(member: Entity<'_>, date: Date) -> Option<String> {
    let groups = Gazetteer::embedded().memberships_of(member.id()).filter(|membership| membership.holds_on(date));
    let names: Vec<_> = groups.map(|membership| format!("{} ({})", membership.group().name(), membership.role())).collect();
    (!names.is_empty()).then(|| format!("in: {}", names.join("; ")))
}

fn span(interval: Interval) -> String {
    let end = |date: Option<Date>| date.map_or("…".to_owned(), |date| date.to_string());
    format!("{} to {}", end(interval.from()), end(interval.to()))
}
