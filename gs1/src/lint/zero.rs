//! `zero`: nothing but zeros (AI 8003).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    if text.is_empty() || text.bytes().any(|byte| byte != b'0') {
        return wrong(FaultKind::NotZero, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Zero, "0");
        expect(Linter::Zero, "000");
        expect(Linter::Zero, "**");
        expect(Linter::Zero, "*1*");
        expect(Linter::Zero, "*001*");
        expect(Linter::Zero, "*O*");
        expect(Linter::Zero, "*é*");
    }
}
