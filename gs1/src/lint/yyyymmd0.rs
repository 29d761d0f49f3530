//! `yyyymmd0`: as `yyyymmdd`, or with 00 for the day, which names the whole month (ISO 8601-1;
//! no AI of this release).

use super::{Outcome, yyyymmdd};

pub(super) fn check(text: &str) -> Outcome {
    yyyymmdd::check_from("00", text)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_month_or_day() {
        expect(Linter::Yyyymmd0, "20260200");
        expect(Linter::Yyyymmd0, "20240229");
        expect(Linter::Yyyymmd0, "210002*29*");
        expect(Linter::Yyyymmd0, "2026*00*00");
        expect(Linter::Yyyymmd0, "202606*31*");
        expect(Linter::Yyyymmd0, "**");
        expect(Linter::Yyyymmd0, "*2026020*");
        expect(Linter::Yyyymmd0, "2026020*O*");
    }
}
