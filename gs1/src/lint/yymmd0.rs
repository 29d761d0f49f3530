//! `yymmd0`: as `yymmdd`, or with 00 for the day, which names the whole month
//! (General Specifications, section 7.12; AIs 11 to 17 and others).

use super::{Outcome, yymmdd};

pub(super) fn check(text: &str) -> Outcome {
    yymmdd::check_from("00", text)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_month_or_day() {
        expect(Linter::Yymmd0, "260200");
        expect(Linter::Yymmd0, "280229");
        expect(Linter::Yymmd0, "26*00*00");
        expect(Linter::Yymmd0, "2602*29*");
        expect(Linter::Yymmd0, "2606*31*");
        expect(Linter::Yymmd0, "**");
        expect(Linter::Yymmd0, "*26020*");
        expect(Linter::Yymmd0, "26020*O*");
    }
}
