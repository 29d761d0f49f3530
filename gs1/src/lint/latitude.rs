//! `latitude`: a latitude in ten-millionths of a degree from the South Pole (AI 4309).

use super::{Outcome, csetnumeric};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check_up_to(text, "1800000000", FaultKind::IllegalLatitude)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_number() {
        expect(Linter::Latitude, "0000000000");
        expect(Linter::Latitude, "1382955000");
        expect(Linter::Latitude, "1800000000");
        expect(Linter::Latitude, "*1800000001*");
        expect(Linter::Latitude, "*180*");
        expect(Linter::Latitude, "*18000000000*");
        expect(Linter::Latitude, "138295500*N*");
        expect(Linter::Latitude, "**");
    }
}
