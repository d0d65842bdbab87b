//! How complete the tables are: `cargo run --release --example coverage`.
//!
//! For how many members of the United Nations head of state, head of government and foreign minister are known; two holders of one
//! office at a time; months without one; tenures that nobody has ended. `data/vacancies.tsv` says where there was nobody to know.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::LazyLock;

use demarche::{Date, EntityKind, Gazetteer, Tenure};

mod common;

const FUNCTIONS: [&str; 3] = ["head_of_state", "head_of_government", "foreign_minister"];
const VACANCIES: &str = include_str!("../data/vacancies.tsv");

fn main() -> ExitCode {
    common::to_stdout(report)
}

fn report(out: &mut dyn Write) -> io::Result<ExitCode> {
    let gazetteer = Gazetteer::embedded();
    let end = gazetteer.horizon().expect("the built-in gazetteer has a horizon");
    writeln!(out, "known or vacant on the first of a month, members of the United Nations; good to {end}\n")?;
    writeln!(out, "{:<12}{:>8}  {}", "", "members", FUNCTIONS.map(|function| format!("{function:>20}")).join(""))?;
    let months: Vec<Date> = (1992..=2026).flat_map(|y| (1..=12).map(move |m| Date::new(y, m, 1).expect("a day"))).collect();
    let mut lowest = [(f64::MAX, months[0]); 3];
    for &date in months.iter().filter(|date| date.year() < 2026 || date.month() == Some(1)) {
        let members: Vec<&str> = gazetteer
            .members("organization:un", date)
            .filter(|row| row.role() == "member")
            .map(|row| row.member().id())
            .collect();
        let known = FUNCTIONS.map(|function| members.iter().filter(|country| is_known(country, function, date)).count());
        let share = known.map(|known| 100.0 * known as f64 / members.len() as f64);
        for (lowest, share) in lowest.iter_mut().zip(share) {
            if share < lowest.0 {
                *lowest = (share, date);
            }
        }
        if date.month() == Some(1) && (date.year() % 5 == 0 || [1992, 2026].contains(&date.year())) {
            writeln!(out, "{date:<12}{:>8}  {}", members.len(), share.map(|share| format!("{share:>18.1} %")).join(""))?;
        }
    }
    for (function, (share, date)) in FUNCTIONS.iter().zip(lowest) {
        writeln!(out, "lowest: {function} {share:.1} % on {date}; nine of ten open tenures known to {}", horizon(function))?;
    }
    let rows: Vec<Vec<Tenure<'_>>> = OFFICES.iter().map(|office| gazetteer.tenures_of_office(office).collect()).collect();
    let pairs = |rows: &[Tenure<'static>]| -> Vec<[Tenure<'static>; 2]> {
        (0..rows.len())
            .flat_map(|i| rows[i + 1..].iter().map(move |&other| (i, other)))
            .map(|(i, other)| [rows[i], other])
            .collect()
    };
    let overlaps = rows.iter().flat_map(|rows| pairs(rows)).filter(|[a, b]| overlap(a, b));
    list(out, "two holders at a time without a reason", overlaps.map(|[a, b]| format!("{} {}", told(&a), told(&b))))?;
    let gaps = rows.iter().flat_map(|rows| rows.windows(2).filter_map(|pair| gap(&pair[0], &pair[1])));
    list(out, "nobody for more than 90 days since 1992", gaps)?;
    let open = rows.iter().flatten().filter(|row| row.interval().to().is_none());
    let stale = open.filter(|row| row.horizon().is_some_and(|date| days(date.last_day()) + 365 < days(end)));
    list(out, "open ends last known more than a year before the horizon", stale.map(told))?;
    Ok(ExitCode::SUCCESS)
}

fn horizon(function: &str) -> String {
    Gazetteer::embedded().horizon_of(function).map_or(String::new(), |date| date.to_string())
}

/// The offices of states that have one of the functions.
static OFFICES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let offices =
        Gazetteer::embedded().entities().filter(|entity| *entity.kind() == EntityKind::Office && entity.country().is_some());
    offices.filter(|office| office.functions().any(|function| FUNCTIONS.contains(&function))).map(|office| office.id()).collect()
});

/// Whether somebody held an office of the function on that day, or nobody did for a known reason.
fn is_known(country: &str, function: &str, date: Date) -> bool {
    let code = country.strip_prefix("country:").unwrap_or(country);
    let mut own = OFFICES.iter().filter(|id| id["office:".len()..].strip_prefix(code).is_some_and(|rest| rest.starts_with('/')));
    let has = |id: &str| Gazetteer::embedded().get(id).is_some_and(|office| office.functions().any(|known| known == function));
    own.any(|id| has(id) && Gazetteer::embedded().holders(id, date).next().is_some()) || is_vacant(country, function, date)
}

fn is_vacant(country: &str, function: &str, date: Date) -> bool {
    VACANCIES.lines().skip(1).any(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let on = |cell: &str| cell.parse::<Date>().ok();
        cells[0] == country
            && cells[1] == function
            && on(cells[2]).is_some_and(|from| from.first_day() <= date)
            && on(cells[3]).is_none_or(|to| date <= to.last_day())
    })
}

/// Whether two ordinary holders of one office overlap by more than the precision of their dates.
fn overlap(a: &Tenure<'_>, b: &Tenure<'_>) -> bool {
    let start = [a, b].map(|row| row.interval().from().map_or(0, |date| days(date.last_day()))).into_iter().max();
    let end = [a, b].map(|row| row.interval().to().map_or(i64::MAX, |date| days(date.first_day()))).into_iter().min();
    a.role().is_empty() && b.role().is_empty() && start < end
}

fn told(row: &Tenure<'_>) -> String {
    let text = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
    let (from, to) = (row.interval().from(), row.interval().to().or(row.horizon()));
    format!("{} {} {} to {}", row.office().id(), row.official().id(), text(from), text(to))
}

/// The days between two holders of one office, if more than 90 and not explained.
fn gap(a: &Tenure<'_>, b: &Tenure<'_>) -> Option<String> {
    let (to, from) = (a.interval().to()?, b.interval().from()?);
    let middle = (to.last_day().max("1992-01-01".parse().ok()?), from.first_day());
    let function = a.office().functions().find(|function| FUNCTIONS.contains(function))?;
    let country = a.office().owner()?.id();
    let next_month = Date::new(middle.0.year() + middle.0.month()? as u16 / 12, middle.0.month()? % 12 + 1, 1).ok()?;
    let long = days(middle.1) - days(middle.0) > 90 && !is_known(country, function, next_month);
    long.then(|| format!("{} {to} to {from}", a.office().id()))
}

fn list(out: &mut dyn Write, title: &str, rows: impl Iterator<Item = String>) -> io::Result<()> {
    let rows: Vec<String> = rows.collect();
    writeln!(out, "\n{title}: {}", rows.len())?;
    rows.iter().try_for_each(|row| writeln!(out, "  {row}"))
}

/// Days since some day long ago.
fn days(date: Date) -> i64 {
    let date = date.first_day();
    let (month, day) = (i64::from(date.month().unwrap_or(1)), i64::from(date.day().unwrap_or(1)));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    365 * year + year / 4 - year / 100 + year / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day
}
