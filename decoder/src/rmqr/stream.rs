//! Data bytes of an rMQR symbol → payload: segments (ISO/IEC 23941, section 7.4).

use crate::{
    Payload, SymbolError,
    qr::{
        codewords::Data,
        stream::{Modes, segments},
    },
};

/// QR Code's mode indicators, by rMQR's: end, digits, alphanumeric, bytes, kanji, FNC1 in the first and in the
/// second position, ECI. There is no structured append.
const INDICATORS: [u8; 8] = [0, 1, 2, 4, 8, 5, 9, 7];

/// Bits of a count of digits, alphanumeric characters, bytes and kanji, by version indicator: a digit each.
const COUNTS: [u16; 32] = [
    0x4332, 0x5543, 0x6554, 0x7655, 0x7665, 0x5543, 0x6554, 0x7655, 0x7665, 0x8766, 0x4432, 0x6554,
    0x7655, 0x7665, 0x8766, 0x8776, 0x5543, 0x6655, 0x7665, 0x7766, 0x8776, 0x8877, 0x7665, 0x7765,
    0x8776, 0x8776, 0x9877, 0x7665, 0x8766, 0x8776, 0x8876, 0x9887,
];

/// Reads all segments.
///
/// # Errors
/// `Format` where they are not as the standard says.
pub(super) fn payload(data: &Data) -> Result<Payload, SymbolError> {
    let counts = COUNTS[data.version % COUNTS.len()];
    let modes = Modes {
        indicators: &INDICATORS,
        counts: [12, 8, 4, 0].map(|shift| usize::from(counts >> shift & 15)),
    };
    segments(data, &modes)
}

#[cfg(test)]
mod tests {
    use label::scene::{Segment, rmqr};

    use crate::{Corners, ModuleGrid};

    #[track_caller]
    fn check(segments: &[Segment<'_>], expected: &str) {
        let symbol = rmqr(20, false, segments).unwrap();
        let (rows, cols) = (symbol.rows(), symbol.cols());
        let bits = (0..rows * cols).map(|at| symbol.bit(at / cols, at % cols));
        let grid = ModuleGrid {
            rows,
            cols,
            bits: bits.collect(),
            corners: Corners::default(),
        };
        let (payload, _) = super::super::read(&grid).unwrap();
        let text = payload.text_by(|label, bytes| Some(format!("<{label} {bytes:02x?}>")));
        assert_eq!(
            format!("{} {text}", payload.symbology_identifier()),
            expected
        );
        assert_eq!(payload.structured_append, None);
    }

    #[test]
    fn every_mode() {
        use Segment::{Alphanumeric, Application, Bytes, Eci, Fnc1, Kanji, Numeric};
        check(&[Numeric("01234567")], "]Q1 01234567");
        check(&[Alphanumeric("AC-4."), Bytes(b"Hi")], "]Q1 AC-4.Hi");
        check(
            &[Kanji(&[0x935f, 0xe4aa])],
            "]Q1 <shift_jis [93, 5f, e4, aa]>",
        );
        check(&[Eci(26), Bytes("é".as_bytes())], "]Q2 é");
        check(
            &[Fnc1, Numeric("01"), Alphanumeric("A%B%%C")],
            "]Q3 01A\u{1d}B%C",
        );
        check(&[Eci(3), Fnc1, Bytes(b"\xe9")], "]Q4 é");
        check(&[Application(37), Bytes(b"A%")], "]Q5 37A%");
        check(&[Application(165), Eci(3), Bytes(b"B")], "]Q6 AB");
    }
}
