//! Text → modules of a Micro QR Code (ISO/IEC 18004): what readers are tested with. No label is printed of it.

use qrcode::{QrCode, Version, types::Color};

use crate::{Correction, Modules};

/// A symbol of version M1 to M4; `None` where the text does not fit, or the version has no such level. M1 has
/// but [`Correction::L`], which stands for its one level. M3 is made at [`Correction::M`] only: at the other
/// level the encoder draws the last codeword of data whole, of which there is but a half.
#[must_use]
pub fn micro_qr(version: u8, correction: Correction, content: &str) -> Option<Modules> {
    if version == 3 && correction != Correction::M {
        return None;
    }
    let version = Version::Micro(i16::from(version));
    let code = QrCode::with_version(content, version, correction.into()).ok()?;
    let bits = code.to_colors().into_iter();
    let bits = bits.map(|color| color == Color::Dark).collect();
    Some(Modules::new(code.width(), code.width(), bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_and_levels() {
        for (version, correction, content, size) in [
            (1, Correction::L, "12345", Some(11)),
            (1, Correction::M, "12345", None),
            (1, Correction::L, "A", None),
            (2, Correction::M, "ABC12", Some(13)),
            (3, Correction::L, "abc", None),
            (3, Correction::M, "abc", Some(15)),
            (4, Correction::Q, "abc", Some(17)),
            (4, Correction::H, "abc", None),
        ] {
            let symbol = micro_qr(version, correction, content);
            assert_eq!(symbol.map(|symbol| symbol.rows()), size, "M{version}");
        }
    }
}
