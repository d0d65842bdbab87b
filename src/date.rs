//! When something was: dates of year, month or day precision, and intervals of them.

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod interop;

use std::fmt;
use std::str::FromStr;

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
pub use interop::NoDay;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date of the proleptic Gregorian calendar, known to the year, the month or the day.
///
/// Dates are ordered by their first possible day, then the less precise first.
///
/// ```
/// use demarche::Date;
/// let date: Date = "2023-02-28".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2023, Some(2), Some(28)));
/// assert!("2023-02-30".parse::<Date>().is_err());
/// # Ok::<(), demarche::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    /// 0 where unknown.
    month: u8,
    /// 0 where unknown.
    day: u8,
}

/// A text that is no date, or a day that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no date: {reason}; write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct DateError {
    text: String,
    reason: &'static str,
}

impl Date {
    /// A day.
    ///
    /// # Errors
    /// If there is no such day, or the year is not between 1 and 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        Date { year, month, day }.checked(|| format!("{year}-{month}-{day}"), 3)
    }

    fn checked(self, text: impl Fn() -> String, parts: usize) -> Result<Self, DateError> {
        let fail = |reason| Err(DateError { text: text(), reason });
        if !(1..=9999).contains(&self.year) {
            return fail("the year is not between 1 and 9999");
        }
        if parts > 1 && !(1..=12).contains(&self.month) {
            return fail("there is no such month");
        }
        if parts > 2 && !(1..=days_in_month(self.year, self.month)).contains(&self.day) {
            return fail("the month has no such day");
        }
        Ok(self)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The first day that the date can mean: `2023` gives 2023-01-01.
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day that the date can mean: `2023` gives 2023-12-31.
    pub fn last_day(self) -> Date {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in_month(self.year, month) } else { self.day };
        Date { year: self.year, month, day }
    }

    /// Year, month and day in one number, zero where unknown; orders as the date does.
    pub(crate) fn to_bits(self) -> u32 {
        u32::from(self.year) << 16 | u32::from(self.month) << 8 | u32::from(self.day)
    }

    /// The date that [`to_bits`](Self::to_bits) gave; `None` for 0.
    pub(crate) fn from_bits(bits: u32) -> Option<Self> {
        (bits != 0).then_some(Date { year: (bits >> 16) as u16, month: (bits >> 8) as u8, day: bits as u8 })
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = |reason| DateError { text: text.into(), reason };
        let mut parts = [0u16; 3];
        let mut count = 0;
        for (i, part) in text.split('-').enumerate() {
            let digits = if i == 0 { 4 } else { 2 };
            if i > 2 || part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(fail("it has another form"));
            }
            parts[i] = part.parse().map_err(|_| fail("it has another form"))?;
            count = i + 1;
        }
        Date { year: parts[0], month: parts[1] as u8, day: parts[2] as u8 }.checked(|| text.into(), count)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match (self.month, self.day) {
            (0, _) => format!("{:04}", self.year),
            (month, 0) => format!("{:04}-{month:02}", self.year),
            (month, day) => format!("{:04}-{month:02}-{day:02}", self.year),
        };
        f.pad(&text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A stretch of time between two dates of any precision, either of which may be unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    from: Option<Date>,
    to: Option<Date>,
}

/// How an interval stands to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum When {
    Before,
    /// The date may lie in the interval: one of its ends is known only to the month or year.
    Perhaps,
    During,
    After,
}

impl Interval {
    /// The interval from `from` (included) to `to` (excluded).
    pub fn new(from: Option<Date>, to: Option<Date>) -> Self {
        Interval { from, to }
    }

    /// The start, included, where known.
    pub fn from(self) -> Option<Date> {
        self.from
    }

    /// The end, where known.
    pub fn to(self) -> Option<Date> {
        self.to
    }

    /// Whether the end lies before the start whatever the missing months and days are.
    pub fn is_impossible(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to.last_day() < from.first_day())
    }

    /// Whether both may hold on one day, whatever the missing months and days are.
    pub(crate) fn meets(self, other: Interval) -> bool {
        let before =
            |a: Interval, b: Interval| matches!((a.to, b.from), (Some(to), Some(from)) if to.last_day() < from.first_day());
        !before(self, other) && !before(other, self)
    }

    /// How the interval stands to the day `date`. A day of precision at the end counts as in it if `last_day_counts`.
    ///
    /// A `date` without month or day is taken as its first day.
    pub(crate) fn when(self, date: Date, last_day_counts: bool) -> When {
        let date = date.first_day();
        let mut when = When::During;
        if let Some(from) = self.from {
            if date < from.first_day() {
                return When::Before;
            }
            if date < from.last_day() {
                when = When::Perhaps;
            }
        }
        if let Some(to) = self.to {
            if date > to.last_day() || (to.day > 0 && date == to && !last_day_counts) {
                return When::After;
            }
            if to.day == 0 && date >= to.first_day() {
                when = When::Perhaps;
            }
        }
        when
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn parsing() {
        assert_eq!(date("2023-02-28").to_string(), "2023-02-28");
        assert_eq!(date("2023-02").to_string(), "2023-02");
        assert_eq!(date("2023").to_string(), "2023");
        assert_eq!(date("2024-02-29").day(), Some(29));
        for bad in
            ["", "23", "2023-2-8", "2023-13", "2023-00", "2023-02-29", "2023-02-28-01", "0000", "+023", "2023-", "２０２３"]
        {
            assert!(bad.parse::<Date>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn intervals_keep_their_precision() {
        let when = |from: &str, to: &str, on: &str, last| {
            let parse = |s: &str| (!s.is_empty()).then(|| date(s));
            Interval::new(parse(from), parse(to)).when(date(on), last)
        };
        assert_eq!(when("2020-01-10", "2021-01-20", "2020-01-09", true), When::Before);
        assert_eq!(when("2020-01-10", "2021-01-20", "2020-01-10", true), When::During);
        assert_eq!(when("2020-01-10", "2021-01-20", "2021-01-20", true), When::During);
        assert_eq!(when("2020-01-10", "2021-01-20", "2021-01-20", false), When::After);
        assert_eq!(when("2020-01-10", "2021-01-20", "2021-01-21", true), When::After);
        assert_eq!(when("2020", "2021-03", "2020-06-01", true), When::Perhaps);
        assert_eq!(when("2020", "2021-03", "2021-02-01", true), When::During);
        assert_eq!(when("2020", "2021-03", "2021-03-31", true), When::Perhaps);
        assert_eq!(when("2020", "2021-03", "2021-04-01", true), When::After);
        assert_eq!(when("", "", "2021-04-01", true), When::During);
    }

    #[test]
    fn bits_round_trip() {
        for text in ["2023", "2023-02", "2023-02-28"] {
            assert_eq!(Date::from_bits(date(text).to_bits()), Some(date(text)));
        }
        assert_eq!(Date::from_bits(0), None);
    }
}
