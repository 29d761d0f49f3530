//! `gcppos1`: begins with a GS1 Company Prefix, which has four digits at least
//! (General Specifications, section 1.4).

use super::{Outcome, char_len, wrong};
use crate::FaultKind;

/// Shorter prefixes aren't given out; which longer ones are, nobody can say without the registry.
const SHORTEST: usize = 4;

pub(super) fn check(text: &str) -> Outcome {
    let Some(prefix) = text.as_bytes().get(..SHORTEST) else {
        return wrong(FaultKind::TooShort, 0..text.len());
    };
    match prefix.iter().position(|byte| !byte.is_ascii_digit()) {
        None => Ok(()),
        Some(at) => wrong(FaultKind::NotACompanyPrefix, at..at + char_len(text, at)),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_prefix() {
        expect(Linter::Gcppos1, "9506");
        expect(Linter::Gcppos1, "9506ABC");
        expect(Linter::Gcppos1, "**");
        expect(Linter::Gcppos1, "*950*");
        expect(Linter::Gcppos1, "9*X*06");
        expect(Linter::Gcppos1, "950*A*12");
        expect(Linter::Gcppos1, "950*é*");
        expect(Linter::Gcppos1, "*€*1");
    }
}
