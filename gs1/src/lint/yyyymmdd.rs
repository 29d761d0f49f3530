//! `yyyymmdd`: a day of the Gregorian calendar, `YYYYMMDD` (ISO 8601-1; AIs 7250 and 7251).

use super::{Outcome, csetnumeric, yymmdd};

pub(super) fn check(text: &str) -> Outcome {
    check_from("01", text)
}

/// Checks `YYYYMMDD` with a day from `first_day` on.
pub(super) fn check_from(first_day: &str, text: &str) -> Outcome {
    csetnumeric::check_exactly(text, 8)?;
    let is_leap = text[..4].parse::<u16>().is_ok_and(|year| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    });
    yymmdd::check_month_and_day(first_day, text, is_leap)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_month_or_day() {
        expect(Linter::Yyyymmdd, "20261124");
        expect(Linter::Yyyymmdd, "20000229");
        expect(Linter::Yyyymmdd, "20240229");
        expect(Linter::Yyyymmdd, "190002*29*");
        expect(Linter::Yyyymmdd, "202602*29*");
        expect(Linter::Yyyymmdd, "2026*13*01");
        expect(Linter::Yyyymmdd, "202611*00*");
        expect(Linter::Yyyymmdd, "202611*31*");
        expect(Linter::Yyyymmdd, "**");
        expect(Linter::Yyyymmdd, "*2026112*");
        expect(Linter::Yyyymmdd, "*202611240*");
        expect(Linter::Yyyymmdd, "2026*-*124");
    }
}
