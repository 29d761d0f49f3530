//! `gcppos2`: a GS1 Company Prefix behind the first character, an extension or indicator digit
//! (General Specifications, section 1.4).

use super::{Finding, Outcome, char_len, gcppos1, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    if text.len() < 2 {
        return wrong(FaultKind::TooShort, 0..text.len());
    }
    let first = char_len(text, 0);
    gcppos1::check(&text[first..]).map_err(|Finding { kind, span, detail }| Finding {
        kind,
        span: first + span.start..first + span.end,
        detail,
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_prefix() {
        expect(Linter::Gcppos2, "09506000134352");
        expect(Linter::Gcppos2, "X9506");
        expect(Linter::Gcppos2, "**");
        expect(Linter::Gcppos2, "*0*");
        expect(Linter::Gcppos2, "0*950*");
        expect(Linter::Gcppos2, "0950*X*12");
        expect(Linter::Gcppos2, "é*9*");
        expect(Linter::Gcppos2, "é**");
    }
}
