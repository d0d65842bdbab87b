//! What do the counts look like? Two small pictures in SVG.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Rows and columns shown of a matrix.
const SHOWN: usize = 30;

type Table = BTreeMap<String, BTreeMap<String, u64>>;

/// Officials and countries as a matrix: the darker, the more documents name both.
pub fn matrix(together: &Table, name: &dyn Fn(&str) -> String) -> String {
    let (cell, left, top) = (24, 230, 170);
    let mut columns: BTreeMap<&str, u64> = BTreeMap::new();
    for (country, n) in together.values().flatten() {
        *columns.entry(country).or_default() += n;
    }
    let rows = most(together.iter().map(|(official, countries)| (official.as_str(), countries.values().sum())));
    let columns = most(columns.into_iter());
    let get = |official: &str, country: &str| together.get(official).and_then(|row| row.get(country)).copied().unwrap_or(0);
    let most = rows.iter().flat_map(|row| columns.iter().map(|column| get(row, column))).max().unwrap_or(0).max(1);
    let (width, height) = (left + cell * columns.len() + 60, top + cell * rows.len() + 20);
    let mut out = head(width, height, "Officials and countries named in the same document");
    for (i, country) in columns.iter().enumerate() {
        let (x, y) = (left + cell * i + 16, top - 8);
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" transform=\"rotate(-50 {x} {y})\">{}</text>", escaped(&name(country)));
    }
    for (j, official) in rows.iter().enumerate() {
        let y = top + cell * j;
        let _ =
            writeln!(out, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>", left - 8, y + 16, escaped(&name(official)));
        for (i, country) in columns.iter().enumerate() {
            let n = get(official, country);
            let depth = if n == 0 { 0.0 } else { 0.08 + 0.92 * (n as f64 / most as f64).sqrt() };
            let _ = writeln!(
                out,
                "<rect x=\"{}\" y=\"{y}\" width=\"{w}\" height=\"{w}\" rx=\"3\" fill=\"{}\"><title>{} and {}: {n}</title></rect>",
                left + cell * i,
                shade(depth),
                escaped(&name(official)),
                escaped(&name(country)),
                w = cell - 2,
            );
        }
    }
    out + "</svg>\n"
}

/// Mentions a month, a line a kind.
pub fn months(months: &Table, kinds: &[&str]) -> String {
    const COLOURS: [&str; 8] = ["#0d4a86", "#20581a", "#a06000", "#5a2a94", "#8a1232", "#7a4300", "#0a5450", "#5a5000"];
    let (width, height, left, bottom) = (900, 360, 80.0, 320.0);
    let mut out = head(width, height, "Mentions a month");
    let most = months.values().flat_map(BTreeMap::values).copied().max().unwrap_or(0).max(1) as f64;
    let step = 620.0 / (months.len().max(2) - 1) as f64;
    let x = |i: usize| left + step * i as f64;
    let y = |n: u64| bottom - 270.0 * n as f64 / most;
    for part in 0..=4 {
        let n = (most * f64::from(part) / 4.0) as u64;
        let _ = writeln!(out, "<path d=\"M{left} {:.1}h620\" stroke=\"#ddd\"/>", y(n));
        let _ = writeln!(out, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{n}</text>", left - 8.0, y(n) + 4.0);
    }
    for (i, month) in months.keys().enumerate() {
        if i % months.len().div_ceil(8) == 0 {
            let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{month}</text>", x(i), bottom + 20.0);
        }
    }
    for (k, kind) in kinds.iter().enumerate() {
        let colour = COLOURS[k % COLOURS.len()];
        let of = |kinds: &BTreeMap<String, u64>| kinds.get(*kind).copied().unwrap_or(0);
        let points: Vec<_> = months.values().enumerate().map(|(i, row)| format!("{:.1},{:.1}", x(i), y(of(row)))).collect();
        let _ = writeln!(out, "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>", points.join(" "));
        let _ = writeln!(out, "<text x=\"730\" y=\"{}\" fill=\"{colour}\">{}</text>", 60 + 20 * k, escaped(kind));
    }
    out + "</svg>\n"
}

/// The keys with the highest counts, highest first.
fn most<'k>(counts: impl Iterator<Item = (&'k str, u64)>) -> Vec<&'k str> {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    counts.into_iter().take(SHOWN).map(|(key, _)| key).collect()
}

fn head(width: usize, height: usize, title: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <text x=\"16\" y=\"26\" font-size=\"16\" font-weight=\"bold\">{title}</text>\n"
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
