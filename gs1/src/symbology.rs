//! What a scanner says that it read: ISO/IEC 15424 symbology identifiers.

use std::{fmt, str::FromStr};

/// What a symbology identifier says of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Element strings.
    Elements,
    /// Anything else, a Digital Link maybe.
    Plain,
    /// The digits of a GTIN.
    Retail,
}

/// A symbology identifier: `]`, a code character, and a modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SymbologyIdentifier {
    /// The code character, such as `d` for Data Matrix.
    code: u8,
    /// The modifier, such as `2` for FNC1 in the first position.
    modifier: u8,
}

impl SymbologyIdentifier {
    /// QR Code Model 2 without FNC1.
    pub const QR: SymbologyIdentifier = SymbologyIdentifier::new(b'Q', b'1');
    /// QR Code Model 2 with FNC1 in the first position.
    pub const GS1_QR: SymbologyIdentifier = SymbologyIdentifier::new(b'Q', b'3');
    /// Data Matrix ECC 200 without FNC1.
    pub const DATA_MATRIX: SymbologyIdentifier = SymbologyIdentifier::new(b'd', b'1');
    /// EAN-13, UPC-A, UPC-E.
    pub const EAN_13: SymbologyIdentifier = SymbologyIdentifier::new(b'E', b'0');
    /// EAN-8.
    pub const EAN_8: SymbologyIdentifier = SymbologyIdentifier::new(b'E', b'4');
    /// Interleaved 2 of 5 with a check digit that was validated: ITF-14.
    pub const ITF_14: SymbologyIdentifier = SymbologyIdentifier::new(b'I', b'1');
    /// GS1-128.
    pub const GS1_128: SymbologyIdentifier = SymbologyIdentifier::new(b'C', b'1');
    /// GS1 DataBar, and composite components.
    pub const GS1_DATABAR: SymbologyIdentifier = SymbologyIdentifier::new(b'e', b'0');
    /// DotCode with GS1 data.
    pub const GS1_DOTCODE: SymbologyIdentifier = SymbologyIdentifier::new(b'J', b'1');
    /// Data Matrix ECC 200 with FNC1 in the first or fifth position.
    pub const GS1_DATA_MATRIX: SymbologyIdentifier = SymbologyIdentifier::new(b'd', b'2');

    const fn new(code: u8, modifier: u8) -> SymbologyIdentifier {
        SymbologyIdentifier { code, modifier }
    }

    /// What it says of the data; `None` for a symbology in which GS1 data has no place.
    pub(crate) fn content(self) -> Option<Content> {
        match (self.code, self.modifier) {
            (b'C' | b'J', b'1') | (b'e', b'0') | (b'd', b'2') | (b'Q', b'3') => {
                Some(Content::Elements)
            }
            (b'd' | b'Q', b'1') | (b'J', b'0') => Some(Content::Plain),
            (b'E', b'0' | b'4') | (b'I', b'0' | b'1' | b'3') => Some(Content::Retail),
            _ => None,
        }
    }

    /// Whether the symbology itself promises GS1 element strings.
    #[must_use]
    pub fn is_gs1(self) -> bool {
        self.content() == Some(Content::Elements)
    }

    /// Whether it stands for a retail linear symbol that holds a GTIN: EAN-13, UPC-A, UPC-E, EAN-8.
    #[must_use]
    pub fn is_ean_upc(self) -> bool {
        self.code == b'E'
    }

    /// Whether it stands for Interleaved 2 of 5, and so for ITF-14.
    pub(crate) fn is_itf(self) -> bool {
        self.code == b'I'
    }

    /// How many digits a retail symbol holds: 13 for EAN-13 and UPC with its leading zero; some
    /// readers send UPC-A and UPC-E as they are.
    pub(crate) fn retail_lengths(self) -> &'static [usize] {
        match (self.code, self.modifier) {
            (b'E', b'0') => &[13, 12, 8],
            (b'E', _) => &[8],
            _ => &[14],
        }
    }

    /// Splits a leading identifier off a scanner's transmission.
    #[must_use]
    pub fn split(text: &str) -> (Option<SymbologyIdentifier>, &str) {
        match text.get(..3).and_then(|head| head.parse().ok()) {
            Some(identifier) => (Some(identifier), &text[3..]),
            None => (None, text),
        }
    }
}

impl fmt::Display for SymbologyIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "]{}{}", char::from(self.code), char::from(self.modifier))
    }
}

/// Not `]`, a letter, and a letter or digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a symbology identifier of the form `]d2`")]
pub struct ParseSymbologyIdentifierError;

impl FromStr for SymbologyIdentifier {
    type Err = ParseSymbologyIdentifierError;

    fn from_str(text: &str) -> Result<SymbologyIdentifier, ParseSymbologyIdentifierError> {
        match text.as_bytes() {
            [b']', code, modifier]
                if code.is_ascii_alphabetic() && modifier.is_ascii_alphanumeric() =>
            {
                Ok(SymbologyIdentifier {
                    code: *code,
                    modifier: *modifier,
                })
            }
            _ => Err(ParseSymbologyIdentifierError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gs1_ones() {
        for text in ["]C1", "]e0", "]d2", "]Q3", "]J1"] {
            assert!(
                text.parse::<SymbologyIdentifier>().unwrap().is_gs1(),
                "{text}"
            );
        }
        for text in ["]d1", "]Q1", "]J0", "]E0", "]C0"] {
            assert!(
                !text.parse::<SymbologyIdentifier>().unwrap().is_gs1(),
                "{text}"
            );
        }
    }

    #[test]
    fn split_leaves_other_text_alone() {
        assert_eq!(
            SymbologyIdentifier::split("]d2010950"),
            (Some(SymbologyIdentifier::GS1_DATA_MATRIX), "010950")
        );
        assert_eq!(SymbologyIdentifier::split("]é2010950"), (None, "]é2010950"));
        assert_eq!(SymbologyIdentifier::split("]d"), (None, "]d"));
    }
}
