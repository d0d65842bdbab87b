//! What do the counts look like? Two small pictures in SVG.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Rows and columns shown of a matrix.
const SHOWN: usize = 30;

const INK: &str = "#1d1b17";
const MUTED: &str = "#5f5a50";

type Table = BTreeMap<String, BTreeMap<String, u64>>;

/// Officials and countries as a matrix: the darker, the more documents name both. The number in a cell is that of the documents.
pub fn matrix(together: &Table, name: &dyn Fn(&str) -> String) -> String {
    let (cell, left, top) = (30, 230, 200);
    let mut columns: BTreeMap<&str, u64> = BTreeMap::new();
    for (country, n) in together.values().flatten() {
        *columns.entry(country).or_default() += n;
    }
    let all = (together.len(), columns.len());
    let rows = most(together.iter().map(|(official, countries)| (official.as_str(), countries.values().sum())));
    let columns = most(columns.into_iter());
    let get = |official: &str, country: &str| together.get(official).and_then(|row| row.get(country)).copied().unwrap_or(0);
    let most = rows.iter().flat_map(|row| columns.iter().map(|column| get(row, column))).max().unwrap_or(0).max(1);
    let (width, height) = ((left + cell * columns.len() + 90).max(620), top + cell * rows.len() + 20);
    let mut out = head(width, height, "Officials and countries named in the same document");
    let of = |shown: usize, all: usize, what: &str| {
        if shown < all { format!("the {shown} most frequent of {all} {what}") } else { format!("{all} {what}") }
    };
    let told =
        format!("Documents that name both; {}, {}", of(rows.len(), all.0, "officials"), of(columns.len(), all.1, "countries"));
    let _ = writeln!(out, "<text x=\"16\" y=\"46\" fill=\"{MUTED}\">{told}</text>");
    for (i, country) in columns.iter().enumerate() {
        let (x, y) = (left + cell * i + cell / 2 + 4, top - 8);
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" transform=\"rotate(-50 {x} {y})\">{}</text>", escaped(&name(country)));
    }
    for (j, official) in rows.iter().enumerate() {
        let y = top + cell * j;
        let middle = y + cell / 2 + 3;
        let _ = writeln!(out, "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{}</text>", left - 8, escaped(&name(official)));
        for (i, country) in columns.iter().enumerate() {
            let n = get(official, country);
            let x = left + cell * i;
            let depth = if n == 0 { 0.0 } else { 0.08 + 0.92 * (n as f64 / most as f64).sqrt() };
            let _ = write!(
                out,
                "<g><title>{} and {}: {n}</title><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{w}\" rx=\"3\" fill=\"{}\"/>",
                escaped(&name(official)),
                escaped(&name(country)),
                shade(depth),
                w = cell - 2,
            );
            if n > 0 {
                let ink = if depth > 0.64 { "#fff" } else { INK };
                let x = x + cell / 2 - 1;
                let _ = write!(
                    out,
                    "<text x=\"{x}\" y=\"{middle}\" font-size=\"9.5\" text-anchor=\"middle\" fill=\"{ink}\">{}</text>",
                    short(n)
                );
            }
            out.push_str("</g>\n");
        }
    }
    out + "</svg>\n"
}

/// Mentions a month, a line a kind; a month without any is at zero.
pub fn months(months: &Table, kinds: &[&str]) -> String {
    let (width, height, left, bottom) = (900, 380, 80.0, 340.0);
    let mut out = head(width, height, "Mentions a month");
    let number = |month: &str| Some(month.get(..4)?.parse::<u32>().ok()? * 12 + month.get(5..)?.parse::<u32>().ok()? - 1);
    let numbers: BTreeMap<u32, &BTreeMap<String, u64>> =
        months.iter().filter_map(|(month, row)| Some((number(month)?, row))).collect();
    let (Some(&first), Some(&last)) = (numbers.keys().next(), numbers.keys().next_back()) else {
        let _ = writeln!(out, "<text x=\"16\" y=\"46\" fill=\"{MUTED}\">No document has a date.</text>");
        return out + "</svg>\n";
    };
    let most = numbers.values().flat_map(|row| row.values()).copied().max().unwrap_or(0).max(1);
    let step = round_step(most);
    let x = |month: u32| left + 660.0 * f64::from(month - first) / f64::from((last - first).max(1));
    let y = |n: u64| bottom - 270.0 * n as f64 / most.next_multiple_of(step) as f64;
    for n in (0..=most.next_multiple_of(step)).step_by(step as usize) {
        let _ = writeln!(out, "<path d=\"M{left} {:.1}h660\" stroke=\"#ddd\"/>", y(n));
        let _ = writeln!(out, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{n}</text>", left - 8.0, y(n) + 4.0);
    }
    // Januaries, or months where there are few.
    let apart = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].into_iter().find(|apart| (last - first) / apart < 10).unwrap_or(1200);
    for month in (first..=last).filter(|month| month % apart == 0) {
        let label = if apart < 12 { format!("{:04}-{:02}", month / 12, month % 12 + 1) } else { format!("{:04}", month / 12) };
        let _ = writeln!(out, "<path d=\"M{:.1} {bottom}v5\" stroke=\"{MUTED}\"/>", x(month));
        let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>", x(month), bottom + 20.0);
    }
    // The legend in the order of the lines at the right, so far as totals tell.
    let total = |kind: &str| numbers.values().filter_map(|row| row.get(kind)).sum::<u64>();
    let mut kinds = kinds.to_vec();
    kinds.sort_by_key(|kind| std::cmp::Reverse(total(kind)));
    for (k, kind) in kinds.into_iter().enumerate() {
        let colour = colour(kind);
        let n = |month| numbers.get(&month).and_then(|row| row.get(kind)).copied().unwrap_or(0);
        let points: Vec<_> = (first..=last).map(|month| format!("{:.1},{:.1}", x(month), y(n(month)))).collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-linejoin=\"round\"/>",
            points.join(" ")
        );
        let at = 74 + 22 * k;
        let _ = writeln!(out, "<path d=\"M756 {}h18\" stroke=\"{colour}\" stroke-width=\"3\"/>", at - 4);
        let _ =
            writeln!(out, "<text x=\"780\" y=\"{at}\">{} <tspan fill=\"{MUTED}\">{}</tspan></text>", escaped(kind), total(kind));
    }
    out + "</svg>\n"
}

/// The colour of a kind, as on the page of `annotate`.
fn colour(kind: &str) -> &'static str {
    match kind {
        "official" => "#8a1232",
        "office" => "#7a4cc0",
        "country" => "#0d4a86",
        "region" => "#0f8a82",
        "place" => "#2f8a25",
        "organization" => "#b86a00",
        "format" => "#8a7a00",
        _ => "#666",
    }
}

/// The step of an axis that reaches `most` with four to ten lines: 1, 2 or 5 and zeros.
fn round_step(most: u64) -> u64 {
    let mut step = 1;
    loop {
        for step in [step, 2 * step, 5 * step] {
            if most / step < 6 {
                return step;
            }
        }
        step *= 10;
    }
}

/// A count in few characters: `950`, `12k`, `3M`.
fn short(n: u64) -> String {
    match n {
        0..1_000 => n.to_string(),
        1_000..10_000 => format!("{:.1}k", n as f64 / 1e3),
        10_000..1_000_000 => format!("{}k", n / 1_000),
        _ => format!("{}M", n / 1_000_000),
    }
}

/// The keys with the highest counts, highest first.
fn most<'k>(counts: impl Iterator<Item = (&'k str, u64)>) -> Vec<&'k str> {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    counts.into_iter().take(SHOWN).map(|(key, _)| key).collect()
}

fn head(width: usize, height: usize, title: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-label=\"{title}\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\" fill=\"{INK}\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<text x=\"16\" y=\"26\" font-size=\"16\" font-weight=\"bold\">{title}</text>\n"
    )
}

/// From nearly white to dark blue.
fn shade(depth: f64) -> String {
    let mix = |light: f64, dark: f64| (light + (dark - light) * depth) as u8;
    format!("#{:02x}{:02x}{:02x}", mix(243.0, 13.0), mix(244.0, 60.0), mix(246.0, 118.0))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_round_numbers() {
        for (most, step) in [(1, 1), (5, 1), (6, 2), (12, 5), (40, 10), (408, 100), (59_999, 10_000), (60_000, 20_000)] {
            assert_eq!(round_step(most), step, "{most}");
        }
        assert_eq!([999, 1_234, 12_345, 3_456_789].map(short), ["999", "1.2k", "12k", "3M"]);
    }

    /// A month without a document is at zero, not left out.
    #[test]
    fn months_are_apart_as_in_the_calendar() {
        let row = || BTreeMap::from([("country".to_owned(), 4)]);
        let table = Table::from([("2020-01".into(), row()), ("2020-04".into(), row())]);
        let picture = months(&table, &["country"]);
        assert!(picture.contains("80.0,70.0 300.0,340.0 520.0,340.0 740.0,70.0"), "{picture}");
        assert!(months(&Table::new(), &[]).contains("No document has a date"));
    }

    #[test]
    fn names_are_escaped_and_numbers_shown() {
        let table = Table::from([("official:a".into(), BTreeMap::from([("country:b".into(), 1_500)]))]);
        let picture = matrix(&table, &|id| format!("<{id}>"));
        assert!(
            picture.contains("&lt;official:a&gt; and &lt;country:b&gt;: 1500") && picture.contains(">1.5k</text>"),
            "{picture}"
        );
    }
}
