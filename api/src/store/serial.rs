//! Serials as they are stored: text of character set 82 ↔ a big-endian number without leading zeros.
//!
//! The number is the serial's place among all texts of up to 20 characters (bijective base 82), so
//! packing loses nothing, and the largest fits 128 bits.

use super::value::{Cell, Column, Param, Value};

/// A packed serial: at most 16 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(Vec<u8>);

/// GS1 General Specifications, figure 7.11-1, in code order.
const CSET82: &[u8; 82] =
    b"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// The place of each byte in [`CSET82`], counted from 1; 0 for what is not in it.
const PLACES: [u8; 256] = {
    let mut places = [0; 256];
    let mut index = 0;
    while index < CSET82.len() {
        places[CSET82[index] as usize] = index as u8 + 1;
        index += 1;
    }
    places
};

impl Serial {
    /// `None` where the text is no value of AI 21: 1 to 20 characters of character set 82.
    #[must_use]
    pub fn new(text: &str) -> Option<Serial> {
        if !(1..=20).contains(&text.len()) {
            return None;
        }
        let mut number = 0u128;
        for byte in text.bytes() {
            let place = PLACES[usize::from(byte)];
            if place == 0 {
                return None;
            }
            number = number * 82 + u128::from(place);
        }
        let bytes = number.to_be_bytes();
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        Some(Serial(bytes[zeros..].to_vec()))
    }

    /// What every serial comes after.
    pub(super) fn lowest() -> Serial {
        Serial(Vec::new())
    }

    /// The text that it was made of.
    #[must_use]
    pub fn text(&self) -> String {
        let mut number = self
            .0
            .iter()
            .fold(0u128, |number, byte| number << 8 | u128::from(*byte));
        let mut out = Vec::with_capacity(20);
        while number > 0 {
            number -= 1;
            out.push(char::from(CSET82[(number % 82) as usize]));
            number /= 82;
        }
        out.iter().rev().collect()
    }
}

impl Param for Serial {
    fn value(&self) -> Value<'_> {
        Value::Blob(&self.0)
    }
}

impl Column for Serial {
    fn of(cell: Cell<'_>) -> Option<Serial> {
        Vec::of(cell).map(Serial)
    }
}

/// Where the rows of a unit live, in an engine that spreads them: 12 bits of a hash (FNV-1a) of
/// product and serial.
pub(super) fn shard(product: i64, serial: &Serial) -> Value<'static> {
    let bytes = product.to_be_bytes();
    spread(bytes.iter().chain(&serial.0))
}

/// As [`shard`], of anything.
pub(super) fn spread<'b>(bytes: impl Iterator<Item = &'b u8>) -> Value<'static> {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    Value::Shard((hash >> 52).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_and_unpacks() {
        for text in [
            "A1",
            "!",
            "!!",
            "7K3M0QX9ZP2",
            "zzzzzzzzzzzzzzzzzzzz",
            "0",
            "00",
        ] {
            let packed = Serial::new(text).unwrap();
            assert!(packed.0.len() <= 16, "{text}");
            assert_eq!(packed.text(), text);
        }
        assert_ne!(Serial::new("0"), Serial::new("00"));
    }

    #[test]
    fn what_is_no_serial() {
        for text in ["", "a b", "é", "A#1", "123456789012345678901"] {
            assert_eq!(Serial::new(text), None, "{text}");
        }
    }
}
