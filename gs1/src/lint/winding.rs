//! `winding`: the direction in which a roll is wound (AI 8001).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    match text {
        "0" | "1" | "9" => Ok(()),
        _ => wrong(FaultKind::IllegalWinding, 0..text.len()),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Winding, "0");
        expect(Linter::Winding, "1");
        expect(Linter::Winding, "9");
        expect(Linter::Winding, "*2*");
        expect(Linter::Winding, "**");
        expect(Linter::Winding, "*00*");
        expect(Linter::Winding, "*é*");
    }
}
