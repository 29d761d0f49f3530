//! Application identifiers.

use std::{fmt, str::FromStr};

use crate::Dictionary;

/// A GS1 Application Identifier: two to four digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ai {
    /// ASCII, zero behind the last; so the order is that of the texts.
    digits: [u8; 4],
    len: u8,
}

impl Ai {
    /// `None` unless these are two to four digits.
    #[must_use]
    pub const fn new(text: &str) -> Option<Ai> {
        let bytes = text.as_bytes();
        if bytes.len() < 2 || bytes.len() > 4 {
            return None;
        }
        let mut digits = [0; 4];
        let mut at = 0;
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                return None;
            }
            digits[at] = bytes[at];
            at += 1;
        }
        Some(Ai {
            digits,
            len: bytes.len() as u8,
        })
    }

    /// An identifier that is written in this crate's source; a slip there fails the build.
    pub(crate) const fn literal(text: &str) -> Ai {
        match Ai::new(text) {
            Some(ai) => ai,
            None => panic!("not an application identifier"),
        }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII digits get in.
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    /// The digits, in ASCII.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.digits[..usize::from(self.len)]
    }

    /// How many digits, 2 to 4.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "an identifier is never empty")]
    pub const fn len(&self) -> usize {
        self.len as usize
    }

    /// The first two digits as a number, 0 to 99: they decide the identifier's length.
    pub(crate) const fn prefix(&self) -> usize {
        (self.digits[0] - b'0') as usize * 10 + (self.digits[1] - b'0') as usize
    }

    /// The data title in the built-in dictionary, such as `BATCH/LOT`; empty where it has none.
    #[must_use]
    pub fn title(&self) -> &'static str {
        Dictionary::builtin_title(*self)
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
        Ai::new(text).ok_or(ParseAiError)
    }
}

/// A pattern of identifiers, as the dictionary's associations name them: `01`, or `35nn` for all of
/// four digits that begin with 35.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern<'d>(pub(crate) &'d str);

impl<'d> Pattern<'d> {
    /// `None` unless these are one to four digits and then nothing but `n`, two to four in all.
    #[must_use]
    pub fn new(text: &'d str) -> Option<Pattern<'d>> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let is_pattern = digits > 0
            && (2..=4).contains(&text.len())
            && text[digits..].bytes().all(|byte| byte == b'n');
        is_pattern.then_some(Pattern(text))
    }

    /// Whether an identifier is one of them.
    #[must_use]
    pub fn matches(&self, ai: Ai) -> bool {
        let digits = ai.as_bytes();
        digits.len() == self.0.len()
            && self
                .0
                .bytes()
                .zip(digits)
                .all(|(wanted, digit)| wanted == b'n' || wanted == *digit)
    }

    /// As the dictionary writes it.
    #[must_use]
    pub fn as_str(&self) -> &'d str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_to_four_digits() {
        for text in ["01", "235", "8030"] {
            assert_eq!(Ai::new(text).unwrap().as_str(), text);
        }
        for text in ["", "1", "0a", "80301", "0é"] {
            assert_eq!(Ai::new(text), None, "{text}");
        }
        assert!(Ai::literal("01") < Ai::literal("235"));
        assert!(Ai::literal("3105") < Ai::literal("37"));
    }

    #[test]
    fn patterns() {
        let check = |pattern: &str, ai: &str, expected: bool| {
            let pattern = Pattern::new(pattern).unwrap();
            assert_eq!(
                pattern.matches(Ai::literal(ai)),
                expected,
                "{pattern:?} {ai}"
            );
        };
        check("01", "01", true);
        check("35nn", "3502", true);
        check("35nn", "350", false);
        check("310n", "3115", false);
        for text in ["", "n", "nn", "n0", "0", "01n1", "80nnn"] {
            assert_eq!(Pattern::new(text), None, "{text}");
        }
    }
}
