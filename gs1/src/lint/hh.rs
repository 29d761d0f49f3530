//! `hh`: an hour of the day, `HH` (AI 8008).

use super::{Outcome, csetnumeric};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check_up_to(text, "23", FaultKind::IllegalHour)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_number() {
        expect(Linter::Hh, "00");
        expect(Linter::Hh, "23");
        expect(Linter::Hh, "*24*");
        expect(Linter::Hh, "*99*");
        expect(Linter::Hh, "**");
        expect(Linter::Hh, "*1*");
        expect(Linter::Hh, "*012*");
        expect(Linter::Hh, "*x*0");
        expect(Linter::Hh, "1*x*");
        expect(Linter::Hh, "*é*");
    }
}
