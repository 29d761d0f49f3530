//! `hasnondigit`: at least one character that is no digit, as a MUDI must have (AI 8014).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return wrong(FaultKind::NeedsNonDigit, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_digits_alone() {
        expect(Linter::Hasnondigit, "12345A");
        expect(Linter::Hasnondigit, "-");
        expect(Linter::Hasnondigit, "é");
        expect(Linter::Hasnondigit, "**");
        expect(Linter::Hasnondigit, "*0*");
        expect(Linter::Hasnondigit, "*1987654*");
    }
}
