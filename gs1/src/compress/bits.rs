//! Bits in order, most significant first, and base64url around them (RFC 4648, section 5).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The character of a value from 0 to 63.
pub(super) fn base64url(value: u64) -> Option<char> {
    let byte = ALPHABET.get(usize::try_from(value).ok()?)?;
    Some(char::from(*byte))
}

/// The value of a character, 0 to 63.
pub(super) fn value_of(byte: u8) -> Option<u64> {
    let at = ALPHABET.iter().position(|known| *known == byte)?;
    Some(at as u64)
}

/// Six bits a character; `None` where a character is of another alphabet.
pub(super) fn from_base64url(text: &str) -> Option<Vec<bool>> {
    let mut writer = BitWriter::default();
    for byte in text.bytes() {
        writer.number(value_of(byte)?, 6);
    }
    Some(writer.bits)
}

/// Bits that are read front to back.
pub(super) struct BitReader<'b> {
    rest: &'b [bool],
}

impl<'b> BitReader<'b> {
    pub(super) fn new(bits: &'b [bool]) -> BitReader<'b> {
        BitReader { rest: bits }
    }

    /// Whether nothing is left but the zeros that fill the last character.
    pub(super) fn is_at_padding(&self) -> bool {
        self.rest.len() < 8 && self.rest.iter().all(|bit| !bit)
    }

    /// The next bits.
    pub(super) fn take(&mut self, count: usize) -> Option<&'b [bool]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// The next bits as a number; 64 of them at the most.
    pub(super) fn number(&mut self, count: usize) -> Option<u64> {
        let bits = self.take(count)?;
        Some(bits.iter().fold(0, |sum, bit| sum << 1 | u64::from(*bit)))
    }

    /// The next bits as a number of so many decimal digits; `None` where it needs more.
    pub(super) fn decimal(&mut self, count: usize, digits: usize) -> Option<String> {
        let mut decimal = vec![0u8; digits];
        for bit in self.take(count)? {
            let mut carry = u8::from(*bit);
            for digit in decimal.iter_mut().rev() {
                let doubled = *digit * 2 + carry;
                *digit = doubled % 10;
                carry = doubled / 10;
            }
            if carry > 0 {
                return None;
            }
        }
        Some(
            decimal
                .iter()
                .map(|digit| char::from(b'0' + digit))
                .collect(),
        )
    }
}

/// Bits that are written front to back.
#[derive(Default)]
pub(super) struct BitWriter {
    bits: Vec<bool>,
}

impl BitWriter {
    pub(super) fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    /// The lowest `count` bits of a number.
    pub(super) fn number(&mut self, number: u64, count: usize) {
        let bits = (0..count).rev();
        self.bits.extend(bits.map(|bit| number >> bit & 1 == 1));
    }

    /// Decimal digits as a number of `count` bits.
    pub(super) fn decimal(&mut self, digits: &str, count: usize) {
        let mut decimal: Vec<u8> = digits.bytes().map(|digit| digit - b'0').collect();
        let start = self.bits.len();
        self.bits.resize(start + count, false);
        for bit in self.bits[start..].iter_mut().rev() {
            let mut carry = 0;
            for digit in &mut decimal {
                let value = carry * 10 + *digit;
                *digit = value / 2;
                carry = value % 2;
            }
            *bit = carry == 1;
        }
    }

    /// Filled up with zeros to whole characters.
    pub(super) fn into_base64url(self, into: &mut String) {
        for chunk in self.bits.chunks(6) {
            let value = chunk.iter().fold(0, |sum, bit| sum << 1 | u64::from(*bit));
            into.extend(base64url(value << (6 - chunk.len())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length_there_and_back() {
        for digits in ["0", "7", "00012", "106141412345678908", &"9".repeat(90)] {
            let count = super::super::field::bits_of_digits(digits.len());
            let mut writer = BitWriter::default();
            writer.decimal(digits, count);
            let mut reader = BitReader::new(&writer.bits);
            assert_eq!(reader.decimal(count, digits.len()).as_deref(), Some(digits));
        }
    }

    #[test]
    fn a_number_with_too_many_digits_is_none() {
        let mut writer = BitWriter::default();
        writer.number(10, 4);
        assert_eq!(BitReader::new(&writer.bits).decimal(4, 1), None);
    }
}
