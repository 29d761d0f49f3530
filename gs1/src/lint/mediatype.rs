//! `mediatype`: an AIDC media type of ICCBBA, 01 to 10, or a local one, 80 to 99 (AI 7241).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    match text.as_bytes() {
        [b'0', b'1'..=b'9'] | [b'1', b'0'] | [b'8' | b'9', b'0'..=b'9'] => Ok(()),
        _ => wrong(FaultKind::NotAMediaType, 0..text.len()),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Mediatype, "01");
        expect(Linter::Mediatype, "10");
        expect(Linter::Mediatype, "80");
        expect(Linter::Mediatype, "99");
        expect(Linter::Mediatype, "*00*");
        expect(Linter::Mediatype, "*11*");
        expect(Linter::Mediatype, "*79*");
        expect(Linter::Mediatype, "**");
        expect(Linter::Mediatype, "*1*");
        expect(Linter::Mediatype, "*010*");
        expect(Linter::Mediatype, "*0x*");
        expect(Linter::Mediatype, "*é*");
    }
}
