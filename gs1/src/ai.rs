//! Application identifiers.

use std::{fmt, str::FromStr};

use crate::dictionary;

/// A GS1 Application Identifier: two to four digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ai {
    digits: [u8; 4],
    len: u8,
}

impl Ai {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII digits get in.
        std::str::from_utf8(&self.digits[..usize::from(self.len)]).unwrap_or("")
    }

    /// The data title, such as `BATCH/LOT`; empty where the dictionary has none.
    #[must_use]
    pub fn title(&self) -> &'static str {
        dictionary::find(*self).map_or("", |entry| entry.title)
    }
}

impl fmt::Display for Ai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Ai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({})", self.as_str())
    }
}

/// Not two to four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an application identifier: two to four digits")]
pub struct ParseAiError;

impl FromStr for Ai {
    type Err = ParseAiError;

    fn from_str(text: &str) -> Result<Ai, ParseAiError> {
        let bytes = text.as_bytes();
        if !(2..=4).contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_digit) {
            return Err(ParseAiError);
        }
        let mut digits = [0; 4];
        digits[..bytes.len()].copy_from_slice(bytes);
        Ok(Ai {
            digits,
            len: bytes.len() as u8,
        })
    }
}
