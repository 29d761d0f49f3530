//! `mi`: a minute of the hour, `MI` (AI 8008).

use super::{Outcome, csetnumeric};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check_up_to(text, "59", FaultKind::IllegalMinute)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_number() {
        expect(Linter::Mi, "00");
        expect(Linter::Mi, "59");
        expect(Linter::Mi, "*60*");
        expect(Linter::Mi, "**");
        expect(Linter::Mi, "*5*");
        expect(Linter::Mi, "*059*");
        expect(Linter::Mi, "5*:*");
    }
}
