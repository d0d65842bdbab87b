//! Which date of another crate is this? Conversions to and from the dates of `chrono`, `jiff` and `time`, each behind its feature.

use super::{Date, DateError};

/// A date without a day, where a day is asked for. [`Date::first_day`] and [`Date::last_day`] give one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the day of {0} is not known")]
pub struct NoDay(Date);

impl Date {
    /// The parts of a whole date.
    fn parts(self) -> Result<(u16, u8, u8), NoDay> {
        if self.day == 0 { Err(NoDay(self)) } else { Ok((self.year, self.month, self.day)) }
    }

    /// A date of a calendar that has more years.
    fn from_parts(year: i32, month: u8, day: u8) -> Result<Date, DateError> {
        let fail = || DateError { text: format!("{year}-{month:02}-{day:02}"), reason: "the year is not between 1 and 9999" };
        Date::new(u16::try_from(year).map_err(|_| fail())?, month, day)
    }
}

/// Conversions for one type of another crate: how a date of it is taken apart, and how it is put together.
macro_rules! convert {
    ($feature:literal, $other:ty, $apart:expr, $together:expr) => {
        #[cfg(feature = $feature)]
        #[cfg_attr(docsrs, doc(cfg(feature = $feature)))]
        impl TryFrom<$other> for Date {
            type Error = DateError;

            /// Fails for a year that is not between 1 and 9999.
            fn try_from(date: $other) -> Result<Date, DateError> {
                let apart: fn($other) -> (i32, u8, u8) = $apart;
                let (year, month, day) = apart(date);
                Date::from_parts(year, month, day)
            }
        }

        #[cfg(feature = $feature)]
        #[cfg_attr(docsrs, doc(cfg(feature = $feature)))]
        impl TryFrom<Date> for $other {
            type Error = NoDay;

            /// Fails for a date that is known only to the month or year.
            fn try_from(date: Date) -> Result<$other, NoDay> {
                let together: fn(u16, u8, u8) -> Option<$other> = $together;
                let (year, month, day) = date.parts()?;
                together(year, month, day).ok_or(NoDay(date))
            }
        }
    };
}

convert!(
    "chrono",
    chrono::NaiveDate,
    |date| (chrono::Datelike::year(&date), chrono::Datelike::month(&date) as u8, chrono::Datelike::day(&date) as u8),
    |year, month, day| chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
);
convert!("jiff", jiff::civil::Date, |date| (date.year().into(), date.month() as u8, date.day() as u8), |year, month, day| {
    jiff::civil::Date::new(year as i16, month as i8, day as i8).ok()
});
convert!("time", time::Date, |date| (date.year(), date.month().into(), date.day()), |year, month, day| {
    time::Date::from_calendar_date(year.into(), time::Month::try_from(month).ok()?, day).ok()
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates go there and back; what has no day, or no year of ours, does not.
    #[allow(dead_code, reason = "without the features there is nothing to convert")]
    fn check<T>(before_christ: T)
    where
        T: TryFrom<Date, Error = NoDay> + TryInto<Date, Error = DateError> + Copy,
    {
        for text in ["0001-01-01", "1992-02-29", "2023-02-28", "9999-12-31"] {
            let date: Date = text.parse().expect(text);
            let other = T::try_from(date).expect(text);
            assert_eq!(other.try_into(), Ok(date));
        }
        let month: Date = "2023-02".parse().expect("a month");
        assert_eq!(T::try_from(month).map(|_| ()), Err(NoDay(month)));
        assert!(T::try_from(month.last_day()).is_ok());
        let error = before_christ.try_into().expect_err("a year before 1");
        assert_eq!(
            error.to_string(),
            "\"-43-03-15\" is no date: the year is not between 1 and 9999; write YYYY, YYYY-MM or YYYY-MM-DD"
        );
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn dates_of_chrono() {
        check(chrono::NaiveDate::from_ymd_opt(-43, 3, 15).expect("a date"));
        assert_eq!(
            chrono::NaiveDate::try_from(Date::new(2023, 2, 28).expect("a date")).map(|d| d.to_string()),
            Ok("2023-02-28".into())
        );
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn dates_of_jiff() {
        check(jiff::civil::date(-43, 3, 15));
        assert_eq!(jiff::civil::Date::try_from(Date::new(2023, 2, 28).expect("a date")), Ok(jiff::civil::date(2023, 2, 28)));
    }

    #[cfg(feature = "time")]
    #[test]
    fn dates_of_time() {
        check(time::Date::from_calendar_date(-43, time::Month::March, 15).expect("a date"));
        let date = time::Date::from_calendar_date(2023, time::Month::February, 28).expect("a date");
        assert_eq!(Date::try_from(date), Date::new(2023, 2, 28));
    }
}
