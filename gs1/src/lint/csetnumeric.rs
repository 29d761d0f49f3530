//! `csetnumeric`: digits alone.

use super::{Outcome, only, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    only(text, FaultKind::NotADigit, |byte| byte.is_ascii_digit())
}

/// Checks that the text has exactly `len` bytes, all of them digits.
pub(super) fn check_exactly(text: &str, len: usize) -> Outcome {
    if text.len() < len {
        return wrong(FaultKind::TooShort, 0..text.len());
    }
    if text.len() > len {
        return wrong(FaultKind::TooLong, 0..text.len());
    }
    check(text)
}

/// Checks that the text has as many digits as `last` and is a number up to it.
pub(super) fn check_up_to(text: &str, last: &str, kind: FaultKind) -> Outcome {
    check_exactly(text, last.len())?;
    // Digits of one length compare as text as they do as numbers.
    if text > last {
        return wrong(kind, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_first_non_digit() {
        expect(Linter::Csetnumeric, "");
        expect(Linter::Csetnumeric, "0123456789");
        expect(Linter::Csetnumeric, "*A*1");
        expect(Linter::Csetnumeric, "12*-*34");
        expect(Linter::Csetnumeric, "12*٣*");
        expect(Linter::Csetnumeric, "7*½*x");
    }
}
