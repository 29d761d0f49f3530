//! Text → modules, by ISO/IEC 18004 (QR Code) and ISO/IEC 16022 (Data Matrix).

use datamatrix::{DataMatrix, SymbolList};
use qrcode::{
    EcLevel, QrCode, Version,
    bits::Bits,
    types::{Color, QrError},
};

use crate::Modules;

/// What kind of symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbology {
    /// QR Code Model 2.
    QrCode,
    /// Data Matrix ECC 200, square.
    DataMatrix,
    /// Data Matrix ECC 200, rectangular.
    RectangularDataMatrix,
}

/// How much of a QR Code may be unreadable; Data Matrix has but one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    /// About 7 % of the codewords.
    L,
    /// About 15 %.
    #[default]
    M,
    /// About 25 %.
    Q,
    /// About 30 %.
    H,
}

impl From<Correction> for EcLevel {
    fn from(correction: Correction) -> EcLevel {
        match correction {
            Correction::L => EcLevel::L,
            Correction::M => EcLevel::M,
            Correction::Q => EcLevel::Q,
            Correction::H => EcLevel::H,
        }
    }
}

/// What to encode.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// What kind of symbol.
    pub symbology: Symbology,
    /// Whether FNC1 stands in the first position; then `content` is an unbracketed element string
    /// with GS (U+001D) as separator.
    pub gs1: bool,
    /// What it says.
    pub content: &'a str,
}

/// Why a text has no symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// More than the largest symbol of that kind holds.
    #[error("{len} bytes do not fit into the largest symbol of this kind")]
    TooLong {
        /// Bytes of the content.
        len: usize,
    },
    /// A character that the symbology's encoder does not write.
    #[error("the content has characters that this symbology cannot hold")]
    Character,
}

/// The smallest symbol that holds the content; a QR Code at error correction level M.
///
/// # Errors
/// [`LabelError`] where there is none.
pub fn encode(request: &Request<'_>) -> Result<Modules, LabelError> {
    encode_with(request, Correction::default())
}

/// The smallest symbol that holds the content at that error correction level, which counts for QR
/// Codes only.
///
/// # Errors
/// [`LabelError`] where there is none.
pub fn encode_with(request: &Request<'_>, correction: Correction) -> Result<Modules, LabelError> {
    match request.symbology {
        Symbology::QrCode => qr_code(request, correction.into()),
        Symbology::DataMatrix => data_matrix(request, SymbolList::default().enforce_square()),
        Symbology::RectangularDataMatrix => data_matrix(
            request,
            SymbolList::with_extended_rectangles().enforce_rectangular(),
        ),
    }
}

fn qr_code(request: &Request<'_>, level: EcLevel) -> Result<Modules, LabelError> {
    let too_long = LabelError::TooLong {
        len: request.content.len(),
    };
    let code = if request.gs1 {
        (1..=40)
            .find_map(|version| gs1_qr_code(request.content, version, level).ok())
            .ok_or(too_long)?
    } else {
        QrCode::with_error_correction_level(request.content, level).map_err(|_| too_long)?
    };
    let width = code.width();
    let bits = code
        .to_colors()
        .into_iter()
        .map(|color| color == Color::Dark)
        .collect();
    Ok(Modules::new(width, width, bits))
}

/// GS is written as itself in byte mode: alphanumeric mode would write `%`, and double a `%` of the
/// content, which this encoder's own segmentation does not do.
fn gs1_qr_code(content: &str, version: i16, level: EcLevel) -> Result<QrCode, QrError> {
    let mut bits = Bits::new(Version::Normal(version));
    bits.push_fnc1_first_position()?;
    bits.push_byte_data(content.as_bytes())?;
    bits.push_terminator(level)?;
    QrCode::with_bits(bits, level)
}

fn data_matrix(request: &Request<'_>, list: SymbolList) -> Result<Modules, LabelError> {
    let code = if request.gs1 {
        DataMatrix::encode_gs1(request.content.as_bytes(), list)
    } else {
        DataMatrix::encode_str(request.content, list)
    };
    let code = code.map_err(|error| match error {
        datamatrix::data::DataEncodingError::TooMuchOrIllegalData => LabelError::TooLong {
            len: request.content.len(),
        },
        _ => LabelError::Character,
    })?;
    let bitmap = code.bitmap();
    Ok(Modules::new(
        bitmap.height(),
        bitmap.width(),
        bitmap.bits().to_vec(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(symbology: Symbology, gs1: bool, content: &str) -> Result<(usize, usize), LabelError> {
        let modules = encode(&Request {
            symbology,
            gs1,
            content,
        })?;
        Ok((modules.rows(), modules.cols()))
    }

    #[test]
    fn smallest_symbols() {
        assert_eq!(size(Symbology::QrCode, false, "HELLO"), Ok((21, 21)));
        assert_eq!(size(Symbology::DataMatrix, false, "HELLO"), Ok((12, 12)));
        assert_eq!(
            size(Symbology::RectangularDataMatrix, false, "HELLO"),
            Ok((8, 18))
        );
        assert_eq!(
            size(Symbology::QrCode, true, "010950600013435221A1"),
            Ok((25, 25))
        );
    }

    #[test]
    fn correction_takes_room() {
        for gs1 in [false, true] {
            let rows = |correction| {
                let request = Request {
                    symbology: Symbology::QrCode,
                    gs1,
                    content: "010950600013435221K7M4Q2XT9PWB",
                };
                encode_with(&request, correction).map(|modules| modules.rows())
            };
            let [l, m, q, h] = [Correction::L, Correction::M, Correction::Q, Correction::H]
                .map(|correction| rows(correction).unwrap());
            assert!(l <= m && m <= q && q < h, "{l} {m} {q} {h}");
        }
    }

    #[test]
    fn too_long_says_how_long() {
        let content = "x".repeat(5000);
        for symbology in [Symbology::QrCode, Symbology::DataMatrix] {
            for gs1 in [false, true] {
                assert_eq!(
                    size(symbology, gs1, &content),
                    Err(LabelError::TooLong { len: 5000 })
                );
            }
        }
    }
}
