//! `yymmdd`, `yymmd0`: a day of the calendar; with `yymmd0` the day may be 00, the month's end.

use super::Finding;
use crate::FaultKind;

/// Whether a day must be named.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Day {
    Required,
    MayBeZero,
}

pub(super) fn check(text: &str, day: Day) -> Option<Finding> {
    let number = |range| {
        text.get(range)
            .and_then(|part: &str| part.parse::<u8>().ok())
    };
    let (Some(year), Some(month), Some(date)) = (number(0..2), number(2..4), number(4..6)) else {
        return Some((FaultKind::NotADigit, 0..text.len()));
    };
    if !(1..=12).contains(&month) {
        return Some((FaultKind::IllegalMonth, 2..4));
    }
    let last = match month {
        // Years divisible by four are leap years in every century that the sliding window reaches
        // before 2100; a day 29 is let through for them all.
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let first = if day == Day::MayBeZero { 0 } else { 1 };
    (!(first..=last).contains(&date)).then_some((FaultKind::IllegalDay, 4..6))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Lint, marked};

    #[test]
    fn marks_month_or_day() {
        let check = |lint, expected: &str| {
            assert_eq!(marked(lint, &expected.replace('*', "")), expected);
        };
        check(Lint::Yymmdd, "261124");
        check(Lint::Yymmdd, "26*13*24");
        check(Lint::Yymmdd, "2602*30*");
        check(Lint::Yymmdd, "2602*00*");
        check(Lint::Yymmdd, "280229");
        check(Lint::Yymmd0, "260200");
        check(Lint::Yymmd0, "2606*31*");
    }
}
