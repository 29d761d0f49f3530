//! `csum`: the last digit is the check digit of those before it (General Specifications, 7.9.1).

use super::{Outcome, csetnumeric, wrong};
use crate::{FaultKind, check_digit};

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check(text)?;
    let Some((last, body)) = text.as_bytes().split_last() else {
        return wrong(FaultKind::TooShort, 0..0);
    };
    if check_digit(body) != Some(*last) {
        return wrong(FaultKind::IncorrectCheckDigit, body.len()..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_check_digit() {
        expect(Linter::Csum, "**");
        expect(Linter::Csum, "0");
        expect(Linter::Csum, "*4*");
        expect(Linter::Csum, "12345670");
        expect(Linter::Csum, "1234567*3*");
        expect(Linter::Csum, "09506000134352");
        expect(Linter::Csum, "0950600013435*1*");
        expect(Linter::Csum, "106141412345678908");
        expect(Linter::Csum, "1234*x*670");
        expect(Linter::Csum, "4006*é*");
    }
}
