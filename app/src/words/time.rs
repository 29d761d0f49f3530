//! Dates and moments as people say them.

use super::Words;

/// A moment as seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    /// From RFC 3339 in UTC, as the API writes it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Moment> {
        let (date, time) = text.split_once('T')?;
        let (year, month, day) = civil(date)?;
        let number = |range: std::ops::Range<usize>| time.get(range)?.parse::<i64>().ok();
        let seconds = number(0..2)? * 3600 + number(3..5)? * 60 + number(6..8)?;
        // Days from a civil date, by Howard Hinnant's algorithm.
        let shifted_year = year - i64::from(month <= 2);
        let (era, year_of_era) = (shifted_year.div_euclid(400), shifted_year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100
            + day_of_year
            - 719_468;
        Some(Moment(days * 86_400 + seconds))
    }
}

/// Year, month, day of `2026-11-24`.
fn civil(text: &str) -> Option<(i64, i64, i64)> {
    let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

impl Words {
    /// `24 November 2026` from ISO 8601 or RFC 3339; the text itself where it is neither.
    #[must_use]
    pub fn day(self, iso: &str) -> String {
        match civil(iso.split('T').next().unwrap_or(iso)) {
            Some((year, month, day)) => {
                let name = self.find(&format!("month-{month}")).unwrap_or_default();
                self.date(day, name, year)
            }
            None => iso.to_owned(),
        }
    }

    /// `12 days ago` within 60 days, the date beyond; `now` and `at` in RFC 3339.
    #[must_use]
    pub fn ago(self, at: &str, now: &str) -> String {
        let (Some(then), Some(now)) = (Moment::parse(at), Moment::parse(now)) else {
            return self.day(at);
        };
        match now.0 - then.0 {
            ..-60 => self.day(at),
            -60..60 => self.just_now().to_owned(),
            seconds @ 60..3600 => self.minutes_ago(seconds / 60),
            seconds @ 3600..86_400 => self.hours_ago(seconds / 3600),
            seconds @ 86_400..5_184_000 => self.days_ago(seconds / 86_400),
            _ => self.day(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    const NOW: &str = "2026-11-24T10:00:00Z";

    #[test]
    fn as_people_say_it() {
        let check = |at: &str, en: &str, de: &str| {
            assert_eq!(Words::new(Locale::En).ago(at, NOW), en);
            assert_eq!(Words::new(Locale::De).ago(at, NOW), de);
        };
        check("2026-11-24T09:59:30Z", "just now", "gerade eben");
        check("2026-11-24T09:15:00Z", "45 minutes ago", "vor 45 Minuten");
        check("2026-11-23T10:00:00Z", "yesterday", "gestern");
        check("2026-11-12T08:00:00Z", "12 days ago", "vor 12 Tagen");
        check("2026-03-03T08:00:00Z", "3 March 2026", "3. März 2026");
        check("2027-03-03T08:00:00Z", "3 March 2027", "3. März 2027");
        check("soon", "soon", "soon");
    }

    #[test]
    fn moments_are_seconds() {
        assert_eq!(Moment::parse("1970-01-02T00:00:01Z"), Some(Moment(86_401)));
        assert_eq!(
            Moment::parse("2026-11-24T00:00:00Z"),
            Some(Moment(20_781 * 86_400))
        );
        assert_eq!(Moment::parse("2026-11-24"), None);
    }
}
