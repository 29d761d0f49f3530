//! `cset64`: base64url with its padding (General Specifications, figure 7.11-3; RFC 4648, 5).

use super::{Outcome, only};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    only(
        text,
        FaultKind::NotCset64,
        |byte| matches!(byte, b'-' | b'0'..=b'9' | b'=' | b'A'..=b'Z' | b'_' | b'a'..=b'z'),
    )
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_first_other_character() {
        expect(Linter::Cset64, "");
        expect(Linter::Cset64, "c2lnbg==");
        expect(Linter::Cset64, "a-_Z09");
        expect(Linter::Cset64, "ab*+*/");
        expect(Linter::Cset64, "ab*/*c");
        expect(Linter::Cset64, "c2l*~*");
        expect(Linter::Cset64, "x*✓*");
    }
}
