//! Which day does a text say it is from?

use crate::date::Date;

/// How much of a text is read, in bytes.
const HEAD: usize = 1500;
/// How many lines of it that are not blank.
const LINES: usize = 12;
/// The longest place and agency before (and agency behind) the date of a dateline, in bytes.
const PLACE: usize = 60;

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What stands before a date that is the text's own.
const LABELS: [&str; 12] = [
    "date of publication",
    "publication date",
    "release date",
    "published on",
    "published",
    "posted on",
    "posted",
    "issued on",
    "issued",
    "released",
    "dated",
    "date",
];

/// The day that a text itself says it is from, read from its first lines: a date on a line of its own (`2023-02-28`, `Tuesday, 28 February
/// 2023`), behind a label (`Date: 28 Feb 2023`), or in a dateline (`ASTANA, Feb. 28, 2023 (Agency) -`). `None` where it says none, or
/// leaves out the year (see [`document_date_near`]).
///
/// It is only offered: nothing in this crate uses it unless you pass it to [`Options::as_of`](crate::Options::as_of).
///
/// ```
/// use demarche::document_date;
/// let date = |text| document_date(text).map(|date| date.to_string());
/// assert_eq!(date("A headline\n28 February 2023\n\nThe minister said …").as_deref(), Some("2023-02-28"));
/// assert_eq!(date("ASTANA, Feb. 28, 2023 (Agency) - The minister said …").as_deref(), Some("2023-02-28"));
/// assert_eq!(date("He was born on 28 February 2023."), None);
/// ```
pub fn document_date(text: &str) -> Option<Date> {
    find(text).and_then(|day| day.with_year(day.year?))
}

/// The same as [`document_date`], where a dateline without a year (`ASTANA, Feb. 28 (Agency) -`) counts as that of the day nearest to
/// `near`, such as the day on which the text was fetched.
///
/// ```
/// let near = "2023-01-05".parse()?;
/// let date = demarche::document_date_near("ASTANA, Dec. 28 (Agency) - The minister said …", near);
/// assert_eq!(date.map(|date| date.to_string()).as_deref(), Some("2022-12-28"));
/// # Ok::<(), demarche::DateError>(())
/// ```
pub fn document_date_near(text: &str, near: Date) -> Option<Date> {
    let day = find(text)?;
    if let Some(year) = day.year {
        return day.with_year(year);
    }
    let near = near.first_day();
    let number = |date: Date| {
        i64::from(date.year()) * 372 + i64::from(date.month().unwrap_or(1)) * 31 + i64::from(date.day().unwrap_or(1))
    };
    let years = near.year().saturating_sub(1)..=near.year() + 1;
    years.filter_map(|year| day.with_year(year)).min_by_key(|&date| (number(date) - number(near)).abs())
}

/// A day as a text has it.
#[derive(Clone, Copy)]
struct Day {
    year: Option<u16>,
    month: u8,
    day: Option<u8>,
}

impl Day {
    fn with_year(self, year: u16) -> Option<Date> {
        match self.day {
            Some(day) => Date::new(year, self.month, day).ok(),
            None => format!("{year:04}-{:02}", self.month).parse().ok(),
        }
    }
}

fn find(text: &str) -> Option<Day> {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let lines = text[..end].split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    let frame = |c: char| c.is_whitespace() || matches!(c, '*' | '#' | '_' | '|' | '>' | '\u{feff}');
    let lines = lines.map(|line| line.trim_matches(frame)).filter(|line| !line.is_empty());
    lines.take(LINES).find_map(|line| labelled(line).or_else(|| alone(line)).or_else(|| dateline(line)))
}

/// `Date: 28 February 2023`, `date 2023-02-28 …`.
fn labelled(line: &str) -> Option<Day> {
    let label = LABELS.iter().find(|label| line.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label)))?;
    let rest = line[label.len()..].strip_prefix(|c: char| c.is_whitespace() || c == ':')?;
    let (day, _) = date(rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':'))?;
    day.year.map(|_| day)
}

/// A line that is a date, perhaps with a time.
fn alone(line: &str) -> Option<Day> {
    let (day, rest) = date(line)?;
    // `10:15 GMT`, `, 10.15am`, `T10:15:00Z`
    let time =
        rest.len() < 24 && rest.split_whitespace().all(|word| word.contains(|c: char| c.is_ascii_digit()) || word.len() <= 4);
    (day.year.is_some() && time && !rest.ends_with(['.', '?', '!'])).then_some(day)
}

/// `ASTANA, Feb. 28 (Agency) -`, `Brussels, 14 March 2024`.
fn dateline(line: &str) -> Option<Day> {
    if !line.starts_with(char::is_uppercase) {
        return None;
    }
    let mut starts = line.char_indices().filter(|&(at, c)| {
        at <= PLACE && c.is_alphanumeric() && line[..at].ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '/' | ','))
    });
    let (at, day, rest) = starts.find_map(|(at, _)| date(&line[at..]).map(|(day, rest)| (at, day, rest)))?;
    let place = line[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '('));
    let capitals = place.split_whitespace().next().is_some_and(|word| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 2 && letters.all(char::is_uppercase)
    });
    let names =
        place.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '(')) && !place.contains('.');
    // Behind the date: nothing, or an agency and a dash.
    let reach = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&at| at <= PLACE).last().unwrap_or(0);
    let rest = &rest[..reach];
    let dash = rest.find(['-', '\u{2013}', '\u{2014}', '\u{2015}', ':']).is_some_and(|at| {
        let between = rest[..at].trim();
        between.is_empty() || between.starts_with(['(', '/', ',', '.'])
    });
    let ends = rest.trim().is_empty();
    ((capitals || names && day.year.is_some()) && (dash || ends && day.year.is_some())).then_some(day)
}

/// The date at the start of a text, with or without a year, and what follows.
fn date(text: &str) -> Option<(Day, &str)> {
    let text = skip_weekday(text);
    numbers(text).or_else(|| day_first(text)).or_else(|| month_first(text))
}

fn skip_weekday(text: &str) -> &str {
    let word = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let name = text[..word].to_lowercase();
    if word >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(&name)) {
        text[word..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.'))
    } else {
        text
    }
}

/// `2023-02-28`, `28.02.2023`, `28/02/2023` where it is plain which is the month.
fn numbers(text: &str) -> Option<(Day, &str)> {
    let (first, rest) = number(text)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (second, rest) = number(&rest[1..])?;
    let (third, rest) = number(rest.strip_prefix(sign)?)?;
    if rest.starts_with(|c: char| c.is_alphabetic() && c != 'T') {
        return None;
    }
    let (year, month, day) = match (first, second, third) {
        (1000.., 1..=12, 1..=31) => (first, second, third),
        (1..=31, 1..=12, 1000..) if sign == '.' || first > 12 => (third, second, first),
        (1..=12, 13..=31, 1000..) if sign == '/' => (third, first, second),
        _ => return None,
    };
    Some((Day { year: Some(year), month: month as u8, day: Some(day as u8) }, rest))
}

/// `28 February 2023`, `28th Feb`, `28-Feb-2023`.
fn day_first(text: &str) -> Option<(Day, &str)> {
    let (day, rest) = number(text)?;
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let (month, rest) = month(rest.strip_prefix(|c: char| c.is_whitespace() || c == '-')?)?;
    let (year, rest) = year(rest);
    (1..=31).contains(&day).then_some((Day { year, month, day: Some(day as u8) }, rest))
}

/// `February 28, 2023`, `Feb. 28`, `February 2023`.
fn month_first(text: &str) -> Option<(Day, &str)> {
    let (month, rest) = month(text)?;
    let (day, behind) = number(rest.strip_prefix(|c: char| c.is_whitespace())?.trim_start())?;
    if day >= 1000 {
        return Some((Day { year: Some(day), month, day: None }, behind));
    }
    let behind = ["st", "nd", "rd", "th"].iter().find_map(|ending| behind.strip_prefix(ending)).unwrap_or(behind);
    let (year, behind) = year(behind);
    (1..=31).contains(&day).then_some((Day { year, month, day: Some(day as u8) }, behind))
}

/// A number of one, two or four digits.
fn number(text: &str) -> Option<(u16, &str)> {
    let len = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    matches!(len, 1 | 2 | 4).then(|| Some((text[..len].parse().ok()?, &text[len..])))?
}

/// The name of a month, whole or cut to three letters and more, perhaps with a dot.
fn month(text: &str) -> Option<(u8, &str)> {
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let name = text[..len].to_lowercase();
    let at = MONTHS.iter().position(|month| len >= 3 && month.starts_with(&name) && (len <= 4 || month.len() == len))?;
    let rest = &text[len..];
    Some((at as u8 + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A year of four digits behind a space, comma or hyphen, if there is one.
fn year(text: &str) -> (Option<u16>, &str) {
    let rest = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-'));
    match number(rest) {
        Some((year @ 1000.., behind)) if rest.len() < text.len() => (Some(year), behind),
        _ => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_are_the_texts_own() {
        for (text, expected) in [
            ("2023-02-28\nAstana", "2023-02-28"),
            (" date 2023-02-28 Kazakh President spoke", "2023-02-28"),
            ("A headline\r\n\r\nTuesday, 28 February 2023 10:15 GMT\r\nText", "2023-02-28"),
            ("Published: Feb. 28, 2023\nText", "2023-02-28"),
            ("**Date:** x\nDate: 2023/02/28", "2023-02-28"),
            ("DATE: 28th Feb 2023", "2023-02-28"),
            ("2023-02-28T10:15:00Z", "2023-02-28"),
            ("28.02.2023", "2023-02-28"),
            ("28/02/2023", "2023-02-28"),
            ("PARIS, 28 February 2023. - It rained", "2023-02-28"),
            ("02/28/2023", "2023-02-28"),
            ("WASHINGTON, Feb. 28, 2023 (Agency) -- The president said", "2023-02-28"),
            ("GENEVA, 28 February 2023 — The office", "2023-02-28"),
            ("Brussels, 14 March 2024", "2024-03-14"),
            ("February 2023", "2023-02"),
        ] {
            assert_eq!(document_date(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn dates_that_are_not() {
        for text in [
            "",
            "The war began on 24 February 2022.",
            "On 28 February 2023 the minister came.",
            "28 February 2023 was the day on which it rained in the capital.",
            "Elections on 3/4/2023",
            "03/04/2023",
            "London, then 28 February 2023 and so on it went",
            "May 12 people died - police",
            "2023-13-45",
            "31 February 2023",
            "Updated 2 hours ago",
            "28 February 2023 at 9.",
            "28 February 2023 so he came to us and we saw it",
            "Mr. Smith, 28 February 2023 - what a day",
            "UN talks, 28 February 2023 - more",
            "we 28 February 2023",
            "28 Febru 2023",
            "28 Feb2023",
        ] {
            assert_eq!(document_date(text), None, "{text}");
        }
    }

    #[test]
    fn datelines_without_a_year() {
        let near = |date: &str| document_date_near("ASTANA, Feb. 28 (Agency) - Text", date.parse().expect("a date"));
        assert_eq!(document_date("ASTANA, Feb. 28 (Agency) - Text"), None);
        let day = "2023-03-05".parse().expect("a date");
        assert_eq!(document_date_near("Some Talks, Feb. 28 - Text", day), None);
        assert_eq!(near("2023-03-05").map(|date| date.to_string()).as_deref(), Some("2023-02-28"));
        assert_eq!(near("2023-11-30").map(|date| date.to_string()).as_deref(), Some("2024-02-28"));
        assert_eq!(near("2023").map(|date| date.to_string()).as_deref(), Some("2023-02-28"));
    }
}
