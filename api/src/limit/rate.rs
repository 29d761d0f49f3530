//! A rate as an operator writes it: `2000+100/s` is 2000 at once, and 100 more each second.

use std::{fmt, str::FromStr};

/// How much may come at once, and how fast what was used comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    burst: u32,
    amount: u32,
    unit: Unit,
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
}

/// What is wrong with a text that should be a rate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no rate; write `2000+100/s` for 2000 at once and 100 more each second, `20+20/min`, \
     `10+60/h`, or `off`"
)]
pub struct RateError(String);

impl Rate {
    /// So many at once, and so many more each second; both at least 1.
    #[must_use]
    pub const fn per_second(burst: u32, amount: u32) -> Rate {
        Rate {
            burst,
            amount,
            unit: Unit::Second,
        }
    }

    /// So many at once, and so many more each minute; both at least 1.
    #[must_use]
    pub const fn per_minute(burst: u32, amount: u32) -> Rate {
        Rate {
            burst,
            amount,
            unit: Unit::Minute,
        }
    }

    /// The same for something that holds `times` as much.
    #[must_use]
    pub fn times(self, times: u32) -> Rate {
        Rate {
            burst: self.burst.saturating_mul(times),
            amount: self.amount.saturating_mul(times),
            ..self
        }
    }

    /// How many may come at once.
    #[must_use]
    pub fn burst(self) -> u32 {
        self.burst
    }

    /// The time in which one comes back, in microseconds.
    pub(super) fn interval_us(self) -> u64 {
        let second = 1_000_000;
        let unit = match self.unit {
            Unit::Second => second,
            Unit::Minute => 60 * second,
            Unit::Hour => 3600 * second,
        };
        (unit / u64::from(self.amount.max(1))).max(1)
    }
}

/// A rate, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(pub Option<Rate>);

impl FromStr for Limit {
    type Err = RateError;

    fn from_str(text: &str) -> Result<Limit, RateError> {
        if text == "off" {
            return Ok(Limit(None));
        }
        let wrong = || RateError(text.to_owned());
        let (burst, rest) = text.split_once('+').ok_or_else(wrong)?;
        let (amount, unit) = rest.split_once('/').ok_or_else(wrong)?;
        let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
        Ok(Limit(Some(Rate {
            burst: number(burst).ok_or_else(wrong)?,
            amount: number(amount).ok_or_else(wrong)?,
            unit: match unit {
                "s" => Unit::Second,
                "min" => Unit::Minute,
                "h" => Unit::Hour,
                _ => return Err(wrong()),
            },
        })))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(rate) = self.0 else {
            return f.write_str("off");
        };
        let unit = match rate.unit {
            Unit::Second => "s",
            Unit::Minute => "min",
            Unit::Hour => "h",
        };
        write!(f, "{}+{}/{unit}", rate.burst, rate.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_as_they_are_written() {
        let check = |text: &str, interval_us: Option<u64>| {
            let limit: Limit = text.parse().unwrap();
            assert_eq!(limit.to_string(), text);
            assert_eq!(limit.0.map(Rate::interval_us), interval_us, "{text}");
        };
        check("off", None);
        check("2000+100/s", Some(10_000));
        check("20+20/min", Some(3_000_000));
        check("1+1/h", Some(3_600_000_000));
        check("1+4000000000/s", Some(1));
        for wrong in ["", "on", "5", "5/s", "0+1/s", "1+0/s", "1+1/d", "1+-1/s"] {
            assert!(wrong.parse::<Limit>().is_err(), "{wrong}");
        }
    }
}
