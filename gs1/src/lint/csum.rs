//! `csum`: the last digit is the check digit of those before it (General Specifications, 7.9.1).

use super::Finding;
use crate::{FaultKind, check_digit::has_check_digit};

pub(super) fn check(text: &str) -> Option<Finding> {
    let last = text.len().saturating_sub(1);
    (!has_check_digit(text.as_bytes()))
        .then_some((FaultKind::IncorrectCheckDigit, last..text.len()))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Lint, marked};

    #[test]
    fn marks_the_digit() {
        let check = |expected: &str| {
            assert_eq!(marked(Lint::Csum, &expected.replace('*', "")), expected);
        };
        check("12345670");
        check("1234567*3*");
        check("09506000134352");
        check("0950600013435*1*");
        check("106141412345678908");
    }
}
