//! How a value is written: fields of digits and fields of other characters, of a fixed length or
//! with the length before them.
//!
//! | field | bits |
//! |---|---|
//! | digits, fixed length | number |
//! | digits, variable | length, number |
//! | other, fixed length | encoding (3), characters |
//! | other, variable | encoding (3), length, characters |
//!
//! Encodings: 0 a number, 1 lower-case hexadecimal, 2 upper-case hexadecimal, 3 base64url, 4 ASCII
//! of seven bits.

use super::bits::{BitReader, BitWriter, base64url, value_of};
use crate::{CharacterSet, Entry};

/// A part of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    is_digits: bool,
    /// Characters, at the most; or exactly.
    max: usize,
    is_fixed: bool,
    /// Bits of the length, where it varies.
    length_bits: usize,
}

/// The most digits that GS1's own toolkit reads as a number without rounding it.
const SAFE_DIGITS: usize = 15;

/// The fields of an entry: components in a row that differ in nothing but their checks are one, and
/// components that may be left out are a variable one.
pub(super) fn fields(entry: &Entry) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for component in entry.components() {
        let is_digits = component.set == CharacterSet::N;
        let is_fixed = component.is_fixed() && !component.is_optional;
        let max = usize::from(component.max);
        let joins = |last: &&mut Field| {
            let is_alike = last.is_fixed == is_fixed && (is_fixed || component.is_optional);
            // Certification references (723n) are one field of text in GS1's own table.
            let is_text = !is_digits && last.is_fixed && !component.is_optional;
            last.is_digits == is_digits && (is_alike || is_text)
        };
        match fields.last_mut().filter(joins) {
            Some(last) => *last = Field::new(is_digits, last.max + max, is_fixed),
            None => fields.push(Field::new(is_digits, max, is_fixed)),
        }
    }
    fields
}

/// ⌈log2(max) + 0.01⌉, as the standard has it.
fn bits_of_length(max: usize) -> usize {
    ((max as f64).log2() + 0.01).ceil() as usize
}

/// ⌈digits · log2(10) + 0.01⌉, as the standard has it.
pub(super) fn bits_of_digits(digits: usize) -> usize {
    (digits as f64 * std::f64::consts::LOG2_10 + 0.01).ceil() as usize
}

impl Field {
    /// A value that is no element's.
    pub(super) const OTHER: Field = Field {
        is_digits: false,
        max: 127,
        is_fixed: false,
        length_bits: 7,
    };

    fn new(is_digits: bool, max: usize, is_fixed: bool) -> Field {
        Field {
            is_digits,
            max,
            is_fixed,
            length_bits: bits_of_length(max),
        }
    }

    /// Adds the next value of the field to `into`.
    pub(super) fn read(&self, reader: &mut BitReader<'_>, into: &mut String) -> Option<()> {
        let encoding = if self.is_digits { 0 } else { reader.number(3)? };
        let len = if self.is_fixed {
            self.max
        } else {
            usize::try_from(reader.number(self.length_bits)?).ok()?
        };
        if encoding == 0 {
            into.push_str(&reader.decimal(bits_of_digits(len), len)?);
            return Some(());
        }
        for _ in 0..len {
            let character = match encoding {
                1 => char::from_digit(u32::try_from(reader.number(4)?).ok()?, 16)?,
                2 => char::from_digit(u32::try_from(reader.number(4)?).ok()?, 16)?
                    .to_ascii_uppercase(),
                3 => base64url(reader.number(6)?)?,
                4 => char::from(u8::try_from(reader.number(7)?).ok()?),
                _ => return None,
            };
            into.push(character);
        }
        Some(())
    }

    /// Writes what of a value belongs to the field, and gives the rest.
    pub(super) fn write<'v>(&self, value: &'v str, writer: &mut BitWriter) -> Option<&'v str> {
        let len = if self.is_fixed {
            self.max
        } else {
            value.len().min(self.max)
        };
        let (own, rest) = value.split_at_checked(len)?;
        let encoding = if self.is_digits { 0 } else { encoding(own) };
        if !self.is_digits {
            writer.number(encoding, 3);
        }
        if !self.is_fixed {
            writer.number(len as u64, self.length_bits);
        }
        if encoding == 0 {
            if !own.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            writer.decimal(own, bits_of_digits(len));
            return Some(rest);
        }
        for byte in own.bytes() {
            match encoding {
                1 | 2 => writer.number(u64::from(char::from(byte).to_digit(16)?), 4),
                3 => writer.number(value_of(byte)?, 6),
                _ if byte.is_ascii() => writer.number(u64::from(byte), 7),
                _ => return None,
            }
        }
        Some(rest)
    }
}

/// The shortest encoding of a text that GS1's own toolkit reads back right: it takes a number's
/// leading zeros and its precision beyond 15 digits away, and reads hexadecimal digits as they are.
fn encoding(text: &str) -> u64 {
    let all = |is_in: fn(u8) -> bool| text.bytes().all(is_in);
    let is_safe_number = !text.starts_with('0') && text.len() <= SAFE_DIGITS && !text.is_empty();
    if is_safe_number && all(|byte| byte.is_ascii_digit()) {
        0
    } else if text.is_empty() {
        4
    } else if all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F')) {
        2
    } else if all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        1
    } else if all(|byte| value_of(byte).is_some()) {
        3
    } else {
        4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ai, Dictionary};

    #[test]
    fn fields_as_gs1_s_own_table_has_them() {
        let check = |ai: &str, expected: &str| {
            let entry = Dictionary::BUILTIN.entry(Ai::new(ai).unwrap()).unwrap();
            let shown: Vec<String> = fields(entry)
                .iter()
                .map(|field| {
                    let set = if field.is_digits { "N" } else { "X" };
                    let dots = if field.is_fixed { "" } else { ".." };
                    format!("{set}{dots}{}", field.max)
                })
                .collect();
            assert_eq!(shown.join("+"), expected, "{ai}");
        };
        check("01", "N14");
        check("10", "X..20");
        check("253", "N13+X..17");
        check("255", "N13+N..12");
        check("3910", "N3+N..15");
        check("423", "N3+N..12");
        check("7003", "N10");
        check("7007", "N6+N..6");
        check("7030", "N3+X..27");
        check("7040", "N1+X3");
        check("7230", "X..30");
        check("8001", "N14");
        check("8003", "N14+X..16");
        check("8006", "N18");
        check("8008", "N8+N..4");
    }

    #[test]
    fn bits_of_lengths_and_digits() {
        assert_eq!(
            [1, 2, 8, 12, 16, 20, 30, 90].map(bits_of_length),
            [1, 2, 4, 4, 5, 5, 5, 7]
        );
        assert_eq!([0, 1, 6, 14, 18].map(bits_of_digits), [1, 4, 20, 47, 60]);
    }
}
