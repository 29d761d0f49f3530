//! Global Trade Item Number.

use std::{fmt, str::FromStr};

use crate::check_digit::{check_digit, has_check_digit};

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

impl Gtin {
    /// From all digits but the last, which is computed: 7, 11, 12 or 13 of them.
    ///
    /// # Errors
    /// Not so many digits.
    ///
    /// ```
    /// assert_eq!(gs1::Gtin::complete("950600013435").unwrap().as_str(), "09506000134352");
    /// ```
    pub fn complete(body: &str) -> Result<Gtin, ParseGtinError> {
        match check_digit(body.as_bytes()) {
            Some(check) => format!("{body}{}", char::from(check)).parse(),
            None => Err(ParseGtinError::Form),
        }
    }

    /// The digits without the zeros that a symbol of fewer digits leaves out: `len` of them, 8, 12,
    /// 13 or 14; `None` where others than zeros would be lost.
    #[must_use]
    pub fn shortened(&self, len: usize) -> Option<&str> {
        let (zeros, digits) = self.as_str().split_at_checked(14usize.checked_sub(len)?)?;
        zeros.bytes().all(|byte| byte == b'0').then_some(digits)
    }
}

/// Whether a number of 13 digits, or what it begins with, is of those that GS1 leaves to everybody's
/// use within their own walls (General Specifications, section 1.4.5: prefixes 02, 04 and 20 to 29).
#[must_use]
pub fn is_restricted_prefix(digits: &str) -> bool {
    digits.starts_with("02") || digits.starts_with("04") || digits.starts_with('2')
}

impl Gtin {
    /// Whether it is a restricted circulation number: anybody may use it within their own walls, and
    /// it means something else elsewhere. Those of eight digits begin with 0 or 2.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        let digits = self.as_str();
        match digits.strip_prefix("000000") {
            Some(eight) => eight.starts_with(['0', '2']),
            None => is_restricted_prefix(&digits[1..]),
        }
    }
}

/// The UPC-A that eight digits of a UPC-E stand for (General Specifications, section 5.2.1.3);
/// `None` where they stand for none, or the check digit is wrong.
pub(crate) fn from_upce(digits: &str) -> Option<String> {
    let [system @ b'0'..=b'1', body @ .., _] = digits.as_bytes() else {
        return None;
    };
    let [a, b, c, d, e, f] = *body else {
        return None;
    };
    let item = match f {
        b'0'..=b'2' => [a, b, f, b'0', b'0', b'0', b'0', c, d, e],
        b'3' => [a, b, c, b'0', b'0', b'0', b'0', b'0', d, e],
        b'4' => [a, b, c, d, b'0', b'0', b'0', b'0', b'0', e],
        _ => [a, b, c, d, e, b'0', b'0', b'0', b'0', f],
    };
    let check = *digits.as_bytes().last()?;
    let all: Vec<u8> = [*system].into_iter().chain(item).chain([check]).collect();
    has_check_digit(&all)
        .then(|| String::from_utf8(all).ok())
        .flatten()
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
    fn restricted_circulation() {
        let check = |body: &str, expected: bool| {
            let gtin = Gtin::complete(body).unwrap();
            assert_eq!(gtin.is_restricted(), expected, "{body}");
        };
        check("950600013435", false);
        check("040000000001", true);
        check("020000000001", true);
        check("290000000001", true);
        check("030000000001", false);
        check("1950600013435", false);
        check("1200000000001", true);
        check("2000001", true);
        check("0000001", true);
        check("9638507", false);
        check("61414100734", false);
        check("21414100734", true);
    }

    #[test]
    fn upc_e() {
        let check = |upce: &str, upca: Option<&str>| {
            assert_eq!(from_upce(upce).as_deref(), upca, "{upce}");
        };
        check("04252614", Some("042100005264"));
        check("01234565", Some("012345000065"));
        check("01234564", None);
        check("21234565", None);
        check("1234565", None);
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
