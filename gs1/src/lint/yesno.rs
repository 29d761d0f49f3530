//! `yesno`: 0 for no, 1 for yes (AIs 4321 to 4323).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    match text {
        "0" | "1" => Ok(()),
        _ => wrong(FaultKind::NotYesOrNo, 0..text.len()),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Yesno, "0");
        expect(Linter::Yesno, "1");
        expect(Linter::Yesno, "*2*");
        expect(Linter::Yesno, "**");
        expect(Linter::Yesno, "*01*");
        expect(Linter::Yesno, "*Y*");
    }
}
