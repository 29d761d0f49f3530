//! `pieceoftotal`: a piece number and the total of pieces, both of one length (AIs 8006 and 8026).

use super::{Outcome, csetnumeric, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    if text.is_empty() || !text.len().is_multiple_of(2) {
        return wrong(FaultKind::OddPieceOfTotal, 0..text.len());
    }
    csetnumeric::check(text)?;
    let half = text.len() / 2;
    let (piece, total) = text.split_at(half);
    let is_zero = |number: &str| number.bytes().all(|byte| byte == b'0');
    if is_zero(piece) {
        return wrong(FaultKind::ZeroPiece, 0..half);
    }
    if is_zero(total) {
        return wrong(FaultKind::ZeroTotal, half..text.len());
    }
    // Digits of one length compare as text as they do as numbers.
    if piece > total {
        return wrong(FaultKind::PieceExceedsTotal, 0..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_piece_or_total() {
        expect(Linter::Pieceoftotal, "11");
        expect(Linter::Pieceoftotal, "0102");
        expect(Linter::Pieceoftotal, "1212");
        expect(Linter::Pieceoftotal, "007010");
        expect(Linter::Pieceoftotal, "**");
        expect(Linter::Pieceoftotal, "*1*");
        expect(Linter::Pieceoftotal, "*01020*");
        expect(Linter::Pieceoftotal, "01*x*2");
        expect(Linter::Pieceoftotal, "*00*12");
        expect(Linter::Pieceoftotal, "*00*00");
        expect(Linter::Pieceoftotal, "05*00*");
        expect(Linter::Pieceoftotal, "*0302*");
        expect(Linter::Pieceoftotal, "*1009*");
        expect(Linter::Pieceoftotal, "*é*");
    }
}
