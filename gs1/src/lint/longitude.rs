//! `longitude`: a longitude in ten-millionths of a degree, up to a full turn (AI 4309).

use super::{Outcome, csetnumeric};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check_up_to(text, "3600000000", FaultKind::IllegalLongitude)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_number() {
        expect(Linter::Longitude, "0000000000");
        expect(Linter::Longitude, "0134050000");
        expect(Linter::Longitude, "3600000000");
        expect(Linter::Longitude, "*3600000001*");
        expect(Linter::Longitude, "*360*");
        expect(Linter::Longitude, "*03600000000*");
        expect(Linter::Longitude, "*-*013405000");
        expect(Linter::Longitude, "**");
    }
}
