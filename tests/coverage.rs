//! How much must be known about heads of state and of government and foreign ministers; `examples/coverage.rs` prints it.
#![cfg(feature = "history")]

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use demarche::{Date, EntityKind, Gazetteer};

/// Country and function → the stretches in which somebody held an office, or nobody did for a known reason.
type Known = HashMap<(&'static str, &'static str), Vec<[Date; 2]>>;

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let gazetteer = Gazetteer::embedded();
    let never = Date::new(9999, 12, 31).expect("a day");
    let mut known = Known::new();
    for office in gazetteer.entities().filter(|entity| *entity.kind() == EntityKind::Office) {
        let Some(country) = office.owner() else { continue };
        for tenure in gazetteer.tenures_of_office(office.id()).filter(|tenure| tenure.role() != "rival") {
            let interval = tenure.interval();
            let stretch = [
                interval.from().map_or(Date::new(1, 1, 1).expect("a day"), Date::first_day),
                interval.to().map_or(never, Date::last_day),
            ];
            for function in office.functions() {
                known.entry((country.id(), function)).or_default().push(stretch);
            }
        }
    }
    for line in include_str!("../data/vacancies.tsv").lines().skip(1) {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let date = |cell: &str| cell.parse::<Date>().expect(line);
        assert!(gazetteer.get(cells[0]).is_some() && !cells[4].is_empty(), "{line}");
        known.entry((cells[0], cells[1])).or_default().push([date(cells[2]).first_day(), date(cells[3]).last_day()]);
    }
    known
});

/// The share of the members of the United Nations on a date whose holder of a function is known, and those whose is not.
fn share(function: &'static str, date: Date) -> (f64, BTreeSet<&'static str>) {
    let members: BTreeSet<&str> = Gazetteer::embedded()
        .members("organization:un", date)
        .filter(|row| row.role() == "member")
        .map(|row| row.member().id())
        .collect();
    let is_known =
        |country| KNOWN.get(&(country, function)).is_some_and(|all| all.iter().any(|[from, to]| (from..=to).contains(&&date)));
    let missing: BTreeSet<&str> = members.iter().copied().filter(|country| !is_known(*country)).collect();
    (1.0 - missing.len() as f64 / members.len() as f64, missing)
}

fn months(from: u16) -> impl Iterator<Item = Date> {
    (from..=2025)
        .flat_map(|year| (1..=12).map(move |month| Date::new(year, month, 1).expect("a day")))
        .chain(Date::new(2026, 1, 1))
}

fn at_least(goal: f64, function: &'static str, from: u16) {
    for date in months(from) {
        let (share, missing) = share(function, date);
        assert!(
            share >= goal,
            "{function} on {date}: {share:.4} known; data/tenures.tsv or data/vacancies.tsv lacks {missing:?}"
        );
    }
}

#[test]
fn every_head_of_state_is_known() {
    at_least(1.0, "head_of_state", 1992);
}

#[test]
fn every_head_of_government_is_known() {
    at_least(1.0, "head_of_government", 1992);
}

#[test]
fn nearly_every_foreign_minister_is_known() {
    at_least(0.97, "foreign_minister", 1992);
    at_least(0.99, "foreign_minister", 2000);
}

/// The members of the United Nations are those of the date, so that a state that is no more, or not yet, is not asked for.
#[test]
fn members_are_those_of_the_date() {
    let members = |date: &str| {
        let date = date.parse().expect("a date");
        Gazetteer::embedded().members("organization:un", date).filter(|row| row.role() == "member").count()
    };
    assert_eq!(members("2012-01-01"), 193);
    assert_eq!(members("2003-01-01"), 191);
    // Czechoslovakia was no more, its successors were admitted on the 19th.
    assert_eq!(members("1993-01-01"), 178);
}

#[test]
fn the_horizon_is_told() {
    let gazetteer = Gazetteer::embedded();
    assert!(gazetteer.horizon().is_some_and(|date| date.year() >= 2025), "{:?}", gazetteer.horizon());
    assert!(gazetteer.horizon_of("head_of_state").is_some_and(|date| date.year() >= 2025));
    assert_eq!(gazetteer.horizon_of("astrologer"), None);
    assert_eq!(Gazetteer::builder().build().expect("an empty gazetteer").horizon(), None);
}
