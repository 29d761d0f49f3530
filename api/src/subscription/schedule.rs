//! When a query is due (EPCIS 2.0, section 8.2.5.3): like cron, in UTC.

use serde_json::{Map, Value};
use trace::Instant;

/// Each field and the values that it may have. Weeks begin on Monday, which is 1.
const FIELDS: [(&str, u8, u8); 6] = [
    ("second", 0, 59),
    ("minute", 0, 59),
    ("hour", 0, 23),
    ("dayOfMonth", 1, 31),
    ("month", 1, 12),
    ("dayOfWeek", 1, 7),
];

/// How far ahead a next time is looked for, in days: four years have every date.
const AHEAD_DAYS: i64 = 4 * 366;

/// The values of each field that a time must have; an empty list allows any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    fields: [Vec<u8>; 6],
}

/// What is wrong with a schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no time of a schedule: write `second`, `minute`, `hour`, `dayOfMonth`, `month` or \
     `dayOfWeek` with numbers such as `5`, `1,15` or `[9-17]`"
)]
pub struct ScheduleError(String);

impl Schedule {
    /// From `{"hour": "1", "minute": "5"}`.
    pub fn parse(value: &Value) -> Result<Schedule, ScheduleError> {
        let empty = Map::new();
        let given = value.as_object().unwrap_or(&empty);
        if given.is_empty() {
            return Err(ScheduleError(value.to_string()));
        }
        let mut schedule = Schedule {
            fields: Default::default(),
        };
        for (name, value) in given {
            let wrong = || ScheduleError(format!("{name}: {value}"));
            let at = FIELDS.iter().position(|(known, ..)| known == name);
            let at = at.ok_or_else(wrong)?;
            let text = match value {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                _ => return Err(wrong()),
            };
            let (_, low, high) = FIELDS[at];
            schedule.fields[at] = values(&text, low, high).ok_or_else(wrong)?;
        }
        // Once in a minute or hour, and not in each second of it.
        let coarsest = (0..6).rev().find(|at| !schedule.fields[*at].is_empty());
        for at in 0..coarsest.unwrap_or(0).min(3) {
            if schedule.fields[at].is_empty() {
                schedule.fields[at] = vec![0];
            }
        }
        Ok(schedule)
    }

    /// The first time behind a moment; `None` for a day that no year has.
    #[must_use]
    pub fn next(&self, after: Instant) -> Option<Instant> {
        let mut second = after.0.div_euclid(1_000) + 1;
        let end = second + AHEAD_DAYS * 86_400;
        while second < end {
            let time = Parts::of(second)?;
            // What doesn't fit is passed over whole.
            if !self.is_day(&time) {
                second += 86_400 - second.rem_euclid(86_400);
            } else if !self.allows(2, time.hour) {
                second += 3_600 - second.rem_euclid(3_600);
            } else if !self.allows(1, time.minute) {
                second += 60 - second.rem_euclid(60);
            } else if !self.allows(0, time.second) {
                second += 1;
            } else {
                return Some(Instant(second * 1_000));
            }
        }
        None
    }

    fn is_day(&self, time: &Parts) -> bool {
        self.allows(3, time.day) && self.allows(4, time.month) && self.allows(5, time.weekday)
    }

    fn allows(&self, field: usize, value: u8) -> bool {
        self.fields[field].is_empty() || self.fields[field].contains(&value)
    }
}

struct Parts {
    second: u8,
    minute: u8,
    hour: u8,
    day: u8,
    month: u8,
    weekday: u8,
}

impl Parts {
    fn of(second: i64) -> Option<Parts> {
        let time = jiff::Timestamp::from_second(second).ok()?;
        let time = jiff::tz::Offset::UTC.to_datetime(time);
        let small = |value: i8| u8::try_from(value).ok();
        Some(Parts {
            second: small(time.second())?,
            minute: small(time.minute())?,
            hour: small(time.hour())?,
            day: small(time.day())?,
            month: small(time.month())?,
            weekday: small(time.weekday().to_monday_one_offset())?,
        })
    }
}

/// `1,15,[20-25]` → every number of it; `None` for one that the field can't have.
fn values(text: &str, low: u8, high: u8) -> Option<Vec<u8>> {
    let mut values = Vec::new();
    for part in text.split(',') {
        let part = part.trim();
        let range = part.trim_start_matches('[').trim_end_matches(']');
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        let (from, to): (u8, u8) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
        if from < low || to > high || from > to {
            return None;
        }
        values.extend(from..=to);
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::clock::{parse_rfc3339, rfc3339_ms};

    #[track_caller]
    fn check(schedule: Value, after: &str, expected: &str) {
        let schedule = Schedule::parse(&schedule).unwrap();
        let next = schedule.next(parse_rfc3339(after).unwrap());
        let next = next.and_then(rfc3339_ms).unwrap_or_default();
        assert_eq!(next, expected);
    }

    #[test]
    fn next_times() {
        let now = "2026-11-24T12:00:00Z";
        let night = json!({ "hour": "1", "minute": "5" });
        check(night.clone(), now, "2026-11-25T01:05:00Z");
        check(night, "2026-11-25T01:04:59.999Z", "2026-11-25T01:05:00Z");
        check(json!({ "minute": 30 }), now, "2026-11-24T12:30:00Z");
        check(json!({ "second": "0,30" }), now, "2026-11-24T12:00:30Z");
        check(json!({ "hour": "[9-17]" }), now, "2026-11-24T13:00:00Z");
        check(json!({ "dayOfWeek": "1" }), now, "2026-11-30T00:00:00Z");
        check(json!({ "dayOfMonth": "31" }), now, "2026-12-31T00:00:00Z");
        check(
            json!({ "month": "2", "dayOfMonth": "29" }),
            now,
            "2028-02-29T00:00:00Z",
        );
        check(json!({ "month": "2", "dayOfMonth": "30" }), now, "");
    }

    #[test]
    fn what_is_no_schedule() {
        for wrong in [
            json!({}),
            json!("hourly"),
            json!({ "hour": "24" }),
            json!({ "week": "1" }),
            json!({ "minute": "x" }),
            json!({ "minute": "[9-5]" }),
            json!({ "minute": [] }),
        ] {
            assert!(Schedule::parse(&wrong).is_err(), "{wrong}");
        }
    }
}
