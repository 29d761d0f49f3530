//! `posinseqslash`: a position in a sequence and the end of it, `1/3` (AI 7258).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (position, end) = match text.split_once('/') {
        Some((position, end)) if is_number(position) && is_number(end) => (position, end),
        _ => return wrong(FaultKind::MalformedSequence, 0..text.len()),
    };
    if position.starts_with('0') {
        return wrong(FaultKind::ZeroPrefix, 0..position.len());
    }
    if end.starts_with('0') {
        return wrong(FaultKind::ZeroPrefix, position.len() + 1..text.len());
    }
    // Without leading zeros the longer number is the greater one, whatever its length.
    if (position.len(), position) > (end.len(), end) {
        return wrong(FaultKind::PositionExceedsEnd, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_position_or_end() {
        expect(Linter::Posinseqslash, "1/1");
        expect(Linter::Posinseqslash, "2/3");
        expect(Linter::Posinseqslash, "9/10");
        expect(
            Linter::Posinseqslash,
            "123456789012345678901/123456789012345678902",
        );
        expect(Linter::Posinseqslash, "**");
        expect(Linter::Posinseqslash, "*/*");
        expect(Linter::Posinseqslash, "*12*");
        expect(Linter::Posinseqslash, "*1/*");
        expect(Linter::Posinseqslash, "*/2*");
        expect(Linter::Posinseqslash, "*1/2/3*");
        expect(Linter::Posinseqslash, "*1/x*");
        expect(Linter::Posinseqslash, "*é/2*");
        expect(Linter::Posinseqslash, "*0*/2");
        expect(Linter::Posinseqslash, "*01*/2");
        expect(Linter::Posinseqslash, "1/*0*");
        expect(Linter::Posinseqslash, "1/*02*");
        expect(Linter::Posinseqslash, "*3/2*");
        expect(Linter::Posinseqslash, "*10/9*");
    }
}
