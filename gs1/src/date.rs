//! Civil dates, and the six-digit dates of GS1.

use std::{fmt, str::FromStr};

/// A date of the proleptic Gregorian calendar, years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// `None` for a day that the calendar doesn't have.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let is_valid = year <= 9999
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        is_valid.then_some(Date { year, month, day })
    }

    /// The date that lies `days` after 1970-01-01; clamped to the years 0 to 9999.
    #[must_use]
    pub fn from_days(days: i32) -> Date {
        // Days since 0000-03-01, so that the leap day is the last of its year.
        let days = (i64::from(days) + 719_468).clamp(-60, 3_652_364);
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date {
            year: year as u16,
            month: month as u8,
            day: (day_of_year - (153 * shifted + 2) / 5 + 1) as u8,
        }
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn days(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = i32::from(self.month);
        let shifted = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468
    }

    /// From the six digits YYMMDD of a GS1 date.
    ///
    /// Day 00 is the last of the month. The century is the one that puts the year at most 49 years
    /// before and 50 years after that of `today` (General Specifications, section 7.12).
    /// `None` where these are not six digits, or no day of the calendar.
    #[must_use]
    pub fn from_yymmdd(text: &str, today: Date) -> Option<Date> {
        let digits = text.as_bytes();
        if digits.len() != 6 || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let two = |at: usize| (digits[at] - b'0') * 10 + (digits[at + 1] - b'0');
        let (yy, month, day) = (i32::from(two(0)), two(2), two(4));
        let this = i32::from(today.year);
        let difference = yy - this % 100;
        let century = this - this % 100
            + match difference {
                51..=99 => -100,
                -99..=-50 => 100,
                _ => 0,
            };
        let year = u16::try_from(century + yy).ok()?;
        if !(1..=12).contains(&month) {
            return None;
        }
        let day = if day == 0 {
            days_in_month(year, month)
        } else {
            day
        };
        Date::new(year, month, day)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// ISO 8601: `2026-11-24`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year, month, day } = *self;
        // Every answer has some: digit by digit is several times as fast as formatting them.
        let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or(0);
        let two = |number: u32| [digit(number / 10), digit(number)];
        let ([a, b], [c, d]) = (two(u32::from(year) / 100), two(year.into()));
        let ([e, g], [h, i]) = (two(month.into()), two(day.into()));
        let text = [a, b, c, d, b'-', e, g, b'-', h, i];
        f.pad(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// Not a date as ISO 8601 writes it (`2026-11-24`), or no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form `YYYY-MM-DD`")]
pub struct ParseDateError;

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Date, ParseDateError> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            let part = text.get(range)?;
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse::<u16>().ok())?
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(ParseDateError);
        }
        let (year, month, day) = (digits(0..4), digits(5..7), digits(8..10));
        match (year, month, day) {
            (Some(year), Some(month), Some(day)) => {
                Date::new(year, month as u8, day as u8).ok_or(ParseDateError)
            }
            _ => Err(ParseDateError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date {
        year: 2026,
        month: 11,
        day: 24,
    };

    #[test]
    fn days_and_back() {
        for days in -719_468..2_932_000 {
            assert_eq!(Date::from_days(days).days(), days);
        }
        assert_eq!(Date::from_days(0).to_string(), "1970-01-01");
        assert_eq!(Date::from_days(i32::MIN).to_string(), "0000-01-01");
        assert_eq!(Date::from_days(-719_468 - 1).to_string(), "0000-02-29");
        assert_eq!(Date::from_days(i32::MAX).to_string(), "9999-12-31");
        assert_eq!(Date::new(2026, 11, 24).unwrap().days(), 20_781);
    }

    #[test]
    fn six_digits() {
        let check = |text: &str, expected: Option<&str>| {
            let date = Date::from_yymmdd(text, TODAY).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{text}");
        };
        check("261124", Some("2026-11-24"));
        check("260200", Some("2026-02-28"));
        check("280200", Some("2028-02-29"));
        check("760101", Some("2076-01-01"));
        check("770101", Some("1977-01-01"));
        check("261301", None);
        check("260230", None);
        check("26022", None);
        check("26022a", None);
    }

    #[test]
    fn the_window_slides_over_the_end_of_a_century() {
        let today = Date {
            year: 2098,
            month: 1,
            day: 1,
        };
        assert_eq!(
            Date::from_yymmdd("020101", today).map(|date| date.year),
            Some(2102)
        );
        assert_eq!(
            Date::from_yymmdd("490101", today).map(|date| date.year),
            Some(2049)
        );
        assert_eq!(
            Date::from_yymmdd("480101", today).map(|date| date.year),
            Some(2148)
        );
    }

    #[test]
    fn iso_8601() {
        assert_eq!("2026-11-24".parse(), Ok(TODAY));
        for text in [
            "2026-11-31",
            "26-11-24",
            "2026-1-24",
            "2026/11/24",
            "2026-11-2é",
            "",
        ] {
            assert_eq!(text.parse::<Date>(), Err(ParseDateError), "{text}");
        }
    }
}
