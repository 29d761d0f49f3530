//! Moments by the phone's own zone.

use crate::words::Words;

/// `27 November 2026, 09:12` of an RFC 3339 time.
pub fn moment(words: Words, at: &str) -> String {
    let date = js_sys::Date::new(&at.into());
    if !date.get_time().is_finite() {
        return at.to_owned();
    }
    let two = |number: u32| format!("{number:0>2}");
    let day = format!(
        "{}-{}-{}",
        date.get_full_year(),
        two(date.get_month() + 1),
        two(date.get_date())
    );
    let clock = format!("{}:{}", two(date.get_hours()), two(date.get_minutes()));
    words.day_and_time(words.common().day(&day), clock)
}
