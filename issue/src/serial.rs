//! A serial number.

use std::{fmt, str::FromStr};

use crate::{
    SERIAL_LEN,
    base32::{self, Base32Error},
};

/// The value of an AI 21: 16 characters of base32.
///
/// Any such text is one; whether it was issued, [`Issuer::open`](crate::Issuer::open) tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial([u8; SERIAL_LEN]);

impl Serial {
    /// The 16 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only characters of the alphabet get in.
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// The 16 characters as ASCII, for writers of bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; SERIAL_LEN] {
        &self.0
    }

    /// Of a number below 2^80.
    pub(crate) fn of(number: u128) -> Serial {
        Serial(base32::encode(number))
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The characters, not their codes.
impl fmt::Debug for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Serial({self})")
    }
}

/// Strict: what a person typed goes through [`normalize`](base32::normalize) before.
impl FromStr for Serial {
    type Err = Base32Error;

    fn from_str(text: &str) -> Result<Serial, Base32Error> {
        base32::decode(text, SERIAL_LEN).map(Serial::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_text() {
        let serial: Serial = "86RNP8H9TD8PEF1F".parse().unwrap();
        assert_eq!(serial.to_string(), "86RNP8H9TD8PEF1F");
        assert_eq!(format!("{serial:>18}"), "  86RNP8H9TD8PEF1F");
        assert_eq!(format!("{serial:?}"), "Serial(86RNP8H9TD8PEF1F)");
        assert_eq!(serial.as_bytes(), b"86RNP8H9TD8PEF1F");
        assert!("86rnp8h9td8pef1f".parse::<Serial>().is_err());
    }
}
