//! `ss`: a second of the minute, `SS` (AI 8008).

use super::{Outcome, csetnumeric};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check_up_to(text, "59", FaultKind::IllegalSecond)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_number() {
        expect(Linter::Ss, "00");
        expect(Linter::Ss, "59");
        expect(Linter::Ss, "*60*");
        expect(Linter::Ss, "**");
        expect(Linter::Ss, "*5*");
        expect(Linter::Ss, "*059*");
        expect(Linter::Ss, "*-*5");
    }
}
