//! Serial Shipping Container Code.

use std::{fmt, str::FromStr};

use crate::check_digit::has_check_digit;

/// Serial Shipping Container Code: 18 digits, the last a check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sscc([u8; 18]);

impl Sscc {
    /// The 18 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII digits get in.
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Display for Sscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is no Sscc.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseSsccError {
    /// Wrong length, or something other than digits.
    #[error("not 18 digits")]
    Form,
    /// The last digit is not the check digit of the others.
    #[error("wrong check digit")]
    CheckDigit,
}

impl FromStr for Sscc {
    type Err = ParseSsccError;

    fn from_str(text: &str) -> Result<Sscc, ParseSsccError> {
        let bytes = text.as_bytes();
        if bytes.len() != 18 || !bytes.iter().all(u8::is_ascii_digit) {
            return Err(ParseSsccError::Form);
        }
        if !has_check_digit(bytes) {
            return Err(ParseSsccError::CheckDigit);
        }
        let mut digits = [b'0'; 18];
        digits[18 - bytes.len()..].copy_from_slice(bytes);
        Ok(Sscc(digits))
    }
}
