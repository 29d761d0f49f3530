//! A second secret for each unit, to be found under a scratch-off field or inside the package.
//!
//! It does not follow from the serial, nor from the key that serials are made with.

use std::{fmt, str::FromStr};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    HiddenKey,
    base32::{self, Base32Error},
};

/// Characters of a hidden code: 12 that are secret, of 5 bits each, and a check character.
pub const HIDDEN_LEN: usize = 13;

/// Bits of the HMAC that are in the code.
const SECRET_BITS: u32 = 60;

/// Makes and checks the hidden codes of one product.
pub struct HiddenIssuer {
    product: u64,
    /// Has read the key, the label and the product already.
    mac: Hmac<Sha256>,
}

impl HiddenIssuer {
    /// For a product: its GTIN as a number.
    #[must_use]
    pub fn new(key: &HiddenKey, product: u64) -> HiddenIssuer {
        // HMAC fills a key with zeros to a block of its hash; a whole block can't be refused.
        let mut block = Zeroizing::new([0; 64]);
        block[..32].copy_from_slice(key.bytes());
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        mac.update(b"hidden");
        mac.update(&product.to_be_bytes());
        HiddenIssuer { product, mac }
    }

    /// The hidden code of the unit with a counter; any counter has one.
    ///
    /// The first 60 bits of HMAC-SHA-256(key, "hidden" ‖ product ‖ counter), both as 8 bytes, the
    /// most significant first; then the check character.
    #[must_use]
    pub fn code(&self, counter: u64) -> HiddenCode {
        let mut mac = self.mac.clone();
        mac.update(&counter.to_be_bytes());
        let tag: [u8; 32] = mac.finalize().into_bytes().into();
        let start = tag[..8]
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte));
        HiddenCode::of(start >> (u64::BITS - SECRET_BITS))
    }

    /// Whether this is the code of the unit with a counter; takes the same time whatever the code.
    ///
    /// Of 2^60 codes, one is right: the caller limits how many may be tried for a unit.
    #[must_use]
    pub fn is_code(&self, counter: u64, code: &HiddenCode) -> bool {
        self.code(counter) == *code
    }
}

/// Shows the product, and nothing of the key.
impl fmt::Debug for HiddenIssuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("HiddenIssuer");
        shown
            .field("product", &self.product)
            .finish_non_exhaustive()
    }
}

/// A hidden code: 13 characters of base32, the last of which checks the others.
///
/// Comparing takes the same time wherever the difference is.
#[derive(Clone, Copy)]
pub struct HiddenCode([u8; HIDDEN_LEN]);

impl HiddenCode {
    /// The 13 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only characters of the alphabet get in.
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Of the 60 secret bits.
    fn of(secret: u64) -> HiddenCode {
        let number = u128::from(secret) << 5 | u128::from(check(secret));
        HiddenCode(base32::encode(number))
    }
}

/// Over the field GF(32), modulo x⁵ + x² + 1: the sum of the 12 values, the first times x¹², the last
/// times x.
///
/// Addition is XOR, and the check value itself has the weight 1, so that a right code sums up to 0.
/// The 13 weights are different powers of x, whose order is 31; none is zero.
/// Replacing one character changes the sum by (weight × difference), and swapping any two, neighbors
/// or not, by (difference of weights × difference of values): in a field neither is zero, so every
/// such slip is found, as is one of two equal characters that become two equal others.
/// Of all other slips, one in 32 is not found.
fn check(secret: u64) -> u8 {
    let values = (0..12).rev().map(|i| (secret >> (5 * i)) as u8 & 31);
    values.fold(0, |sum, value| times_x(sum ^ value))
}

pub(crate) fn times_x(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 0b10_0000 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

impl PartialEq for HiddenCode {
    fn eq(&self, other: &HiddenCode) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl Eq for HiddenCode {}

/// What is printed on the unit, and nowhere else.
impl fmt::Display for HiddenCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Shows nothing of the code, so that it can't get into a log.
impl fmt::Debug for HiddenCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HiddenCode(..)")
    }
}

/// Why a text is no hidden code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseCodeError {
    /// Wrong length, or something that is not base32.
    #[error(transparent)]
    Base32(#[from] Base32Error),
    /// The last character does not fit the others: a typing slip.
    #[error("wrong check character")]
    Check,
}

/// Strict: what a person typed goes through [`normalize`](base32::normalize) before.
impl FromStr for HiddenCode {
    type Err = ParseCodeError;

    fn from_str(text: &str) -> Result<HiddenCode, ParseCodeError> {
        let number = base32::decode(text, HIDDEN_LEN)?;
        let code = HiddenCode::of((number >> 5) as u64);
        // Not a secret yet: the check character follows from what was typed.
        if code.as_str() == text {
            Ok(code)
        } else {
            Err(ParseCodeError::Check)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MAX_SECRET: u64 = (1 << SECRET_BITS) - 1;

    fn is_slip(characters: &[u8]) -> bool {
        let text = std::str::from_utf8(characters).unwrap();
        text.parse::<HiddenCode>() == Err(ParseCodeError::Check)
    }

    /// All 13 × 31 substitutions, all 78 swaps of two places, all 12 × 31 changed twins.
    fn every_slip_is_found(secret: u64) {
        let code = HiddenCode::of(secret);
        assert_eq!(code.as_str().parse(), Ok(code));
        let right = code.0;
        for i in 0..HIDDEN_LEN {
            for c in *base32::ALPHABET {
                let mut wrong = right;
                wrong[i] = c;
                assert!(c == right[i] || is_slip(&wrong));
            }
            for j in 0..i {
                let mut wrong = right;
                wrong.swap(i, j);
                assert!(right[i] == right[j] || is_slip(&wrong));
            }
        }
    }

    #[test]
    fn the_weights_differ() {
        let powers: Vec<u8> = std::iter::successors(Some(1), |x| Some(times_x(*x)))
            .take(31)
            .collect();
        let mut sorted = powers.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(1..32));
        assert_eq!(times_x(powers[30]), 1);
        // One value alone shows its weight.
        for place in 0..12 {
            assert_eq!(check(1 << (5 * place)), powers[place + 1]);
        }
    }

    #[test]
    fn twins() {
        for i in 0..11 {
            for (a, b) in (0..32u64).flat_map(|a| (0..32).map(move |b| (a, b))) {
                // Bits of two neighbors that are both `a`, or both `b`.
                let twins = |value: u64| (value << 5 | value) << (5 * i);
                assert_eq!(check(twins(a)) == check(twins(b)), a == b);
            }
        }
    }

    #[test]
    fn nothing_is_shown() {
        assert_eq!(format!("{:?}", HiddenCode::of(0)), "HiddenCode(..)");
    }

    proptest! {
        #[test]
        fn slips(secret in 0..=MAX_SECRET) {
            every_slip_is_found(secret);
        }

        #[test]
        fn what_a_person_typed(secret in 0..=MAX_SECRET) {
            let code = HiddenCode::of(secret);
            let (a, b) = code.as_str().split_at(6);
            let typed = format!(" {}-{}", a.to_lowercase(), b.replace('0', "o"));
            prop_assert_eq!(base32::normalize(&typed).parse(), Ok(code));
        }
    }
}
