//! A moment on the time line, as the pure crates need it.

use gs1::Date;

/// Milliseconds in a day.
const DAY_MS: i64 = 86_400_000;

/// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Range: any `i64`; the server only lets in what RFC 3339 can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Instant(pub i64);

impl Instant {
    /// The civil date in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        // 2^31 days are 5.8 million years: the clamp is never met by a time that RFC 3339 can write.
        let days = self.0.div_euclid(DAY_MS);
        Date::from_days(days.clamp(i64::from(i32::MIN / 2), i64::from(i32::MAX / 2)) as i32)
    }

    /// How many milliseconds lie between the two, in whichever order.
    #[must_use]
    pub fn distance_ms(self, other: Instant) -> u64 {
        self.0.abs_diff(other.0)
    }

    /// This moment plus `days` of 24 hours.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Instant {
        Instant(self.0.saturating_add(days.saturating_mul(DAY_MS)))
    }

    /// This moment plus `ms` milliseconds.
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Instant {
        Instant(self.0.saturating_add(ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_turn_at_midnight_utc() {
        assert_eq!(Instant(0).date().to_string(), "1970-01-01");
        assert_eq!(Instant(DAY_MS - 1).date().to_string(), "1970-01-01");
        assert_eq!(Instant(DAY_MS).date().to_string(), "1970-01-02");
        assert_eq!(Instant(-1).date().to_string(), "1969-12-31");
    }

    #[test]
    fn arithmetic_saturates() {
        assert_eq!(Instant(i64::MAX).plus_days(3), Instant(i64::MAX));
        assert_eq!(Instant(5).distance_ms(Instant(-5)), 10);
    }
}
