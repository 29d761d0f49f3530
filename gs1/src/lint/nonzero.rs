//! `nonzero`: a number other than zero (AI 8001).

use super::{Outcome, csetnumeric, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check(text)?;
    if text.bytes().all(|byte| byte == b'0') {
        return wrong(FaultKind::Zero, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_zero() {
        expect(Linter::Nonzero, "1");
        expect(Linter::Nonzero, "0010");
        expect(Linter::Nonzero, "*0*");
        expect(Linter::Nonzero, "*0000*");
        expect(Linter::Nonzero, "**");
        expect(Linter::Nonzero, "00*x*0");
        expect(Linter::Nonzero, "0*é*");
    }
}
