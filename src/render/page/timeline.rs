//! When did the officials of a document hold which offices?

use std::fmt::Write;

use super::cards::dates;
use super::entities::Entities;
use super::escape::Escaped;
use crate::date::Date;
use crate::gazetteer::{Entity, Tenure};
use crate::kind::EntityKind;
use crate::render::Document;

/// The years that the timeline shows.
struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    /// A place as a percentage of the width.
    fn place(&self, years: f64) -> f64 {
        (years - self.from) / (self.to - self.from) * 100.0
    }

    /// Round years, five to ten of them.
    fn ticks(&self) -> impl Iterator<Item = u32> {
        let span = self.to - self.from;
        let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| span / f64::from(*step) <= 8.0).unwrap_or(100);
        (self.from as u32..=self.to as u32).filter(move |year| year % step == 0)
    }
}

/// Writes the timeline, if there are tenures with a known start.
pub(super) fn timeline<'a>(out: &mut String, document: &Document<'a>, entities: &Entities<'a>) {
    let people = people(document, entities);
    let tenures = || people.iter().flat_map(|(_, tenures)| tenures);
    let from = tenures().filter_map(|tenure| tenure.interval().from()).map(years).fold(f64::INFINITY, f64::min);
    if !from.is_finite() {
        return;
    }
    let last = tenures().filter_map(end).chain(document.as_of).map(years).fold(from, f64::max);
    let scale = Scale { from: from.floor(), to: last.floor() + 1.0 };
    out.push_str(
        "<section class=\"wide\" aria-label=\"Offices over time\"><h2>Offices over time</h2>\n\
         <svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><linearGradient id=\"open\"><stop class=\"open0\" offset=\"0\"/>\
         <stop class=\"open1\" offset=\"1\"/></linearGradient></defs></svg>\n<div class=\"timeline\">",
    );
    out.push_str("<span></span><svg class=\"axis\" aria-hidden=\"true\">");
    for year in scale.ticks() {
        let place = scale.place(f64::from(year));
        if (5.0..95.0).contains(&place) {
            let _ = write!(out, "<text x=\"{place:.2}%\" y=\"14\" text-anchor=\"middle\">{year}</text>");
        }
    }
    out.push_str("</svg>\n");
    for (official, tenures) in &people {
        let _ = writeln!(out, "<b>{}</b>", Escaped(official.name()));
        for tenure in tenures {
            bar(out, tenure, &scale, document.as_of);
        }
    }
    out.push_str("</div>");
    if let Some(date) = document.as_of {
        let _ = write!(out, "<p class=\"hint\">The dashed line is {date}. A bar that fades has no known end.</p>");
    }
    out.push_str("</section>\n");
}

/// Who is shown: the officials mentioned, and the holders of the offices mentioned on the date.
fn people<'a>(document: &Document<'a>, entities: &Entities<'a>) -> Vec<(Entity<'a>, Vec<Tenure<'a>>)> {
    let mut people: Vec<(Entity<'a>, Vec<Tenure<'a>>)> = Vec::new();
    for official in entities.of_kind(&EntityKind::Official) {
        people.push((official, document.gazetteer.tenures(official.id()).collect()));
    }
    for office in entities.of_kind(&EntityKind::Office) {
        let Some(date) = document.as_of else { break };
        for tenure in document.gazetteer.holders(office.id(), date) {
            if !people.iter().any(|(official, _)| *official == tenure.official()) {
                people.push((tenure.official(), vec![tenure]));
            }
        }
    }
    for (_, tenures) in &mut people {
        tenures.retain(|tenure| tenure.interval().from().is_some());
    }
    people.retain(|(_, tenures)| !tenures.is_empty());
    people
}

fn bar(out: &mut String, tenure: &Tenure<'_>, scale: &Scale, as_of: Option<Date>) {
    let Some(from) = tenure.interval().from() else { return };
    let left = scale.place(years(from));
    let right = end(tenure).map_or(100.0, |end| scale.place(years(end.last_day())).min(100.0));
    let open = if tenure.interval().to().is_none() { " open" } else { "" };
    let dates = dates(tenure.interval());
    let _ = write!(
        out,
        "<span>{}, {dates}</span><svg aria-hidden=\"true\"><g transform=\"translate(0 -6)\">\
         <rect class=\"track\" y=\"50%\" width=\"100%\" height=\"2\" transform=\"translate(0 5)\"/>\
         <rect class=\"bar{open}\" x=\"{left:.2}%\" y=\"50%\" width=\"{:.2}%\" height=\"12\" rx=\"3\"/></g>",
        Escaped(tenure.office().name()),
        (right - left).max(0.4)
    );
    if let Some(date) = as_of {
        let place = scale.place(years(date));
        let _ = write!(out, "<line class=\"day\" x1=\"{place:.2}%\" x2=\"{place:.2}%\" y1=\"-12\" y2=\"36\"/>");
    }
    out.push_str("</svg>\n");
}

/// Until when an office was held, as far as it is known.
fn end(tenure: &Tenure<'_>) -> Option<Date> {
    tenure.interval().to().or(tenure.horizon())
}

/// A date as a number of years, near enough for a picture.
fn years(date: Date) -> f64 {
    let day = date.first_day();
    f64::from(day.year()) + f64::from(day.month().unwrap_or(1) - 1) / 12.0 + f64::from(day.day().unwrap_or(1) - 1) / 372.0
}
