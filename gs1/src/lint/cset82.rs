//! `cset82`: GS1's character set 82 (General Specifications, figure 7.11-1).

use super::{Outcome, only};
use crate::FaultKind;

/// The characters by their values in the check character pair, which is also their ASCII order.
const CHARACTERS: &[u8; 82] =
    b"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

pub(super) fn check(text: &str) -> Outcome {
    only(text, FaultKind::NotCset82, |byte| value(byte).is_some())
}

/// The value that a character has in the check character pair.
pub(super) fn value(byte: u8) -> Option<usize> {
    CHARACTERS.binary_search(&byte).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Linter, expect, marked};

    #[test]
    fn accepts_its_characters_alone() {
        assert!(CHARACTERS.is_sorted());
        for byte in 0..0x80u8 {
            let text = char::from(byte).to_string();
            let accepted = CHARACTERS.contains(&byte);
            assert_eq!(Linter::Cset82.check(&text).is_ok(), accepted, "{text:?}");
        }
    }

    #[test]
    fn marks_the_first_other_character() {
        expect(Linter::Cset82, "");
        expect(Linter::Cset82, "Lot_7/b-2");
        expect(Linter::Cset82, "Lot* *7 b");
        expect(Linter::Cset82, "12*#*4");
        expect(Linter::Cset82, "Stra*ß*e");
        // The stars mark, so `expect` can't have one in the text.
        assert_eq!(marked(Linter::Cset82, "2*3"), "2*3");
    }
}
