//! `iso5218`: the code of a person's sex (ISO/IEC 5218; AI 7252).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    match text {
        "0" | "1" | "2" | "9" => Ok(()),
        _ => wrong(FaultKind::NotASex, 0..text.len()),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Iso5218, "0");
        expect(Linter::Iso5218, "1");
        expect(Linter::Iso5218, "2");
        expect(Linter::Iso5218, "9");
        expect(Linter::Iso5218, "*3*");
        expect(Linter::Iso5218, "**");
        expect(Linter::Iso5218, "*01*");
        expect(Linter::Iso5218, "*F*");
        expect(Linter::Iso5218, "*♀*");
    }
}
