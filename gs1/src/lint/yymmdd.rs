//! `yymmdd`: a day of the calendar, `YYMMDD` (General Specifications, section 7.12; AI 7003 and
//! others).

use super::{Outcome, csetnumeric, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    check_from("01", text)
}

/// Checks `YYMMDD` with a day from `first_day` on.
pub(super) fn check_from(first_day: &str, text: &str) -> Outcome {
    csetnumeric::check_exactly(text, 6)?;
    // 00 means 2000, a leap year like every fourth; 2100 comes into reach in 2050.
    let is_leap = text[..2]
        .parse::<u8>()
        .is_ok_and(|year| year.is_multiple_of(4));
    check_month_and_day(first_day, text, is_leap)
}

/// Checks the last four of the digits, `MMDD`.
pub(super) fn check_month_and_day(first_day: &str, text: &str, is_leap: bool) -> Outcome {
    let (month_at, day_at) = (text.len() - 4, text.len() - 2);
    let (month, day) = (&text[month_at..day_at], &text[day_at..]);
    // Digits of one length compare as text as they do as numbers.
    if !("01"..="12").contains(&month) {
        return wrong(FaultKind::IllegalMonth, month_at..day_at);
    }
    let last_day = match month {
        "02" if is_leap => "29",
        "02" => "28",
        "04" | "06" | "09" | "11" => "30",
        _ => "31",
    };
    if !(first_day..=last_day).contains(&day) {
        return wrong(FaultKind::IllegalDay, day_at..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_month_or_day() {
        expect(Linter::Yymmdd, "261124");
        expect(Linter::Yymmdd, "000229");
        expect(Linter::Yymmdd, "280229");
        expect(Linter::Yymmdd, "9912*00*");
        expect(Linter::Yymmdd, "26*00*01");
        expect(Linter::Yymmdd, "26*13*24");
        expect(Linter::Yymmdd, "2602*29*");
        expect(Linter::Yymmdd, "2604*31*");
        expect(Linter::Yymmdd, "261231");
        expect(Linter::Yymmdd, "2612*32*");
        expect(Linter::Yymmdd, "**");
        expect(Linter::Yymmdd, "*26112*");
        expect(Linter::Yymmdd, "*20261124*");
        expect(Linter::Yymmdd, "2611*x*4");
        expect(Linter::Yymmdd, "2611*é*");
    }
}
