//! What only a unit's buyer and the shop share, such as the number on the receipt: told with the sale, and
//! typed by who registers. Only a keyed digest of it is kept, for each unit another one.

use crate::{error::ApiError, random, store::Serial};

/// Fewer characters can be guessed.
const MIN_CHARACTERS: usize = 6;
const MAX_CHARACTERS: usize = 64;

/// A receipt's number as it is compared: its letters and digits, in upper case.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptNumber(String);

impl ReceiptNumber {
    /// Out of a field; `None` where it is empty.
    ///
    /// # Errors
    /// It has fewer than 6 or more than 64 letters and digits.
    pub fn read(text: Option<&str>) -> Result<Option<ReceiptNumber>, ApiError> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let is_kept = |letter: &char| letter.is_alphanumeric();
        let kept: String = text
            .chars()
            .filter(is_kept)
            .take(MAX_CHARACTERS + 1)
            .collect();
        match (MIN_CHARACTERS..=MAX_CHARACTERS).contains(&kept.chars().count()) {
            true => Ok(Some(ReceiptNumber(kept.to_uppercase()))),
            false => Err(ApiError::Field {
                field: "receipt",
                detail: "write 6 to 64 letters and digits, as they stand on the receipt".to_owned(),
            }),
        }
    }

    /// What is kept of it for one unit.
    #[must_use]
    pub fn digest(&self, secret: &[u8; 32], product: i64, serial: &Serial) -> [u8; 32] {
        let product = product.to_be_bytes();
        let serial = serial.text();
        random::keyed_digest(
            secret,
            &[
                b"sale-receipt",
                &product,
                serial.as_bytes(),
                self.0.as_bytes(),
            ],
        )
    }
}

/// Never the number itself: it must not get into a log.
impl std::fmt::Debug for ReceiptNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReceiptNumber(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter_and_length_does() {
        let read = |text: &str| ReceiptNumber::read(Some(text));
        let same = |one, other| {
            assert!(read(one).unwrap().is_some() && read(one).unwrap() == read(other).unwrap());
        };
        same("R 2026/11-0042", " r2026110042 ");
        same("чек-000123", "ЧЕК 000123");
        assert!(ReceiptNumber::read(None).unwrap().is_none());
        assert!(read("  ").unwrap().is_none());
        for wrong in ["12345", "1-2-3-4-5", &"9".repeat(65)] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
