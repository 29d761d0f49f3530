//! `hyphen`: hyphens alone, the minus sign behind a temperature (AIs 4330 to 4333).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    if text.is_empty() || text.bytes().any(|byte| byte != b'-') {
        return wrong(FaultKind::NotAHyphen, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Hyphen, "-");
        expect(Linter::Hyphen, "--");
        expect(Linter::Hyphen, "**");
        expect(Linter::Hyphen, "*+*");
        expect(Linter::Hyphen, "*-1*");
        expect(Linter::Hyphen, "*–*");
    }
}
