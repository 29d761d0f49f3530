//! `cset32`: the characters of the check character pair (General Specifications, section 7.9).

use super::{Outcome, only};
use crate::FaultKind;

/// The characters by value; those that people take for others are left out.
pub(super) const CHARACTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

pub(super) fn check(text: &str) -> Outcome {
    only(text, FaultKind::NotCset32, is_in)
}

/// Whether a check character can be this one.
pub(super) fn is_in(byte: u8) -> bool {
    CHARACTERS.contains(&byte)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_first_other_character() {
        expect(Linter::Cset32, "");
        expect(Linter::Cset32, "2K");
        expect(Linter::Cset32, "H9ZA");
        expect(Linter::Cset32, "2*0*");
        expect(Linter::Cset32, "*1*2");
        expect(Linter::Cset32, "A*I*");
        expect(Linter::Cset32, "*O*A");
        expect(Linter::Cset32, "K*k*");
        expect(Linter::Cset32, "A*Ä*");
    }
}
