//! `cset39`: GS1's character set 39 (General Specifications, figure 7.11-2).

use super::{Outcome, only};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    only(
        text,
        FaultKind::NotCset39,
        |byte| matches!(byte, b'#' | b'-' | b'/' | b'0'..=b'9' | b'A'..=b'Z'),
    )
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_first_other_character() {
        expect(Linter::Cset39, "");
        expect(Linter::Cset39, "#7-B/2Z");
        expect(Linter::Cset39, "AB*c*D");
        expect(Linter::Cset39, "12*_*4");
        expect(Linter::Cset39, "A*.*B");
        expect(Linter::Cset39, "Z*É*Z");
    }
}
