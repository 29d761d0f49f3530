//! `nozeroprefix`: a number without leading zeros (AI 8011).

use super::{Outcome, csetnumeric, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check(text)?;
    if text.starts_with('0') {
        return wrong(FaultKind::ZeroPrefix, 0..1);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_first_zero() {
        expect(Linter::Nozeroprefix, "");
        expect(Linter::Nozeroprefix, "1");
        expect(Linter::Nozeroprefix, "100");
        expect(Linter::Nozeroprefix, "*0*");
        expect(Linter::Nozeroprefix, "*0*0");
        expect(Linter::Nozeroprefix, "*0*1");
        expect(Linter::Nozeroprefix, "0*x*");
    }
}
