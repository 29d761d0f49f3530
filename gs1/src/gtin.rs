//! Global Trade Item Number.

use std::{fmt, str::FromStr};

use crate::check_digit::has_check_digit;

/// Global Trade Item Number: 14 digits, the last a check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gtin([u8; 14]);

impl Gtin {
    /// The 14 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII digits get in.
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is no Gtin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseGtinError {
    /// Wrong length, or something other than digits.
    #[error("not 8, 12, 13 or 14 digits")]
    Form,
    /// The last digit is not the check digit of the others.
    #[error("wrong check digit")]
    CheckDigit,
}

impl FromStr for Gtin {
    type Err = ParseGtinError;

    fn from_str(text: &str) -> Result<Gtin, ParseGtinError> {
        let bytes = text.as_bytes();
        if !matches!(bytes.len(), 8 | 12 | 13 | 14) || !bytes.iter().all(u8::is_ascii_digit) {
            return Err(ParseGtinError::Form);
        }
        if !has_check_digit(bytes) {
            return Err(ParseGtinError::CheckDigit);
        }
        let mut digits = [b'0'; 14];
        digits[14 - bytes.len()..].copy_from_slice(bytes);
        Ok(Gtin(digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_becomes_fourteen() {
        for text in ["09506000134352", "9506000134352"] {
            assert_eq!(text.parse::<Gtin>().unwrap().as_str(), "09506000134352");
        }
        assert_eq!(
            "96385074".parse::<Gtin>().unwrap().as_str(),
            "00000096385074"
        );
        assert_eq!(
            "614141007349".parse::<Gtin>().unwrap().as_str(),
            "00614141007349"
        );
    }

    #[test]
    fn what_is_no_gtin() {
        assert_eq!(
            "09506000134353".parse::<Gtin>(),
            Err(ParseGtinError::CheckDigit)
        );
        assert_eq!(
            "0950600013435".parse::<Gtin>(),
            Err(ParseGtinError::CheckDigit)
        );
        assert_eq!(
            "095060001343".parse::<Gtin>(),
            Err(ParseGtinError::CheckDigit)
        );
        for text in ["", "095060001343521", "0950600013435x"] {
            assert_eq!(text.parse::<Gtin>(), Err(ParseGtinError::Form), "{text}");
        }
    }
}
