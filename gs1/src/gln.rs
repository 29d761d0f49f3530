//! Global Location Number.

use std::{fmt, str::FromStr};

use crate::check_digit::has_check_digit;

/// Global Location Number: 13 digits, the last a check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gln([u8; 13]);

impl Gln {
    /// The 13 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII digits get in.
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Display for Gln {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is no Gln.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseGlnError {
    /// Wrong length, or something other than digits.
    #[error("not 13 digits")]
    Form,
    /// The last digit is not the check digit of the others.
    #[error("wrong check digit")]
    CheckDigit,
}

impl FromStr for Gln {
    type Err = ParseGlnError;

    fn from_str(text: &str) -> Result<Gln, ParseGlnError> {
        let bytes = text.as_bytes();
        if bytes.len() != 13 || !bytes.iter().all(u8::is_ascii_digit) {
            return Err(ParseGlnError::Form);
        }
        if !has_check_digit(bytes) {
            return Err(ParseGlnError::CheckDigit);
        }
        let mut digits = [b'0'; 13];
        digits[13 - bytes.len()..].copy_from_slice(bytes);
        Ok(Gln(digits))
    }
}
