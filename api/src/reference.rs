//! References and secret codes for people: random, easy to read out, and a slip is seen.
//!
//! Crockford's base 32 (no I, L, O, U), in groups of four, the last character a check character
//! (Luhn's rule, modulus 32): any one wrong character and nearly every swap of neighbors is found
//! before anything is looked up.

use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a reference, the check character included: 35 random bits.
const REFERENCE: usize = 8;
/// Characters of a secret code, the check character included: 75 random bits.
const CODE: usize = 16;

/// What a reference is for, written before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// `R-`
    Registration,
    /// `C-`
    Claim,
    /// `W-`, for what is wrong
    Report,
    /// `F-`
    Feedback,
    /// `S-`, for service
    Return,
}

impl Purpose {
    fn letter(self) -> char {
        match self {
            Purpose::Registration => 'R',
            Purpose::Claim => 'C',
            Purpose::Report => 'W',
            Purpose::Feedback => 'F',
            Purpose::Return => 'S',
        }
    }
}

/// To be named when asking, such as `R-7K3M-Q9XA`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference(String);

/// Known only to the person, such as `7K3M-Q9XA-22PT-ZZ0C`.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretCode(String);

/// A slip: wrong length, a letter that is never used, or a check character that doesn't fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip;

impl Reference {
    /// From 32 bytes that are random, or derived from a secret.
    #[must_use]
    pub fn new(purpose: Purpose, seed: &[u8; 32]) -> Reference {
        let body = characters(&seed[..8], REFERENCE);
        Reference(format!("{}-{}", purpose.letter(), grouped(&body)))
    }

    /// As a person wrote it: any letter case, with or without hyphens and spaces.
    pub fn parse(purpose: Purpose, text: &str) -> Result<Reference, Slip> {
        let text = text.trim();
        let first = text.chars().next().ok_or(Slip)?;
        if first.to_ascii_uppercase() != purpose.letter() {
            return Err(Slip);
        }
        let body = normal(&text[1..], REFERENCE)?;
        Ok(Reference(format!(
            "{}-{}",
            purpose.letter(),
            grouped(&body)
        )))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SecretCode {
    /// From 32 bytes that are random, or derived from a secret.
    #[must_use]
    pub fn new(seed: &[u8; 32]) -> SecretCode {
        SecretCode(grouped(&characters(&seed[8..24], CODE)))
    }

    /// As a person wrote it: any letter case, with or without hyphens and spaces.
    pub fn parse(text: &str) -> Result<SecretCode, Slip> {
        Ok(SecretCode(grouped(&normal(text, CODE)?)))
    }

    /// As it is written; shown once.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is stored of it. 75 random bits need no slow digest.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        crate::random::digest(&[self.0.as_bytes()])
    }
}

/// Never the code itself: it must not get into a log.
impl fmt::Debug for SecretCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretCode(…)")
    }
}

/// `len` characters from the bytes' bits, the last one a check character.
fn characters(bytes: &[u8], len: usize) -> String {
    let number = bytes
        .iter()
        .fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    let mut values: Vec<u8> = (0..len - 1)
        .map(|index| (number >> (5 * index) & 31) as u8)
        .collect();
    values.push(check_value(&values));
    values
        .iter()
        .map(|value| char::from(ALPHABET[usize::from(*value)]))
        .collect()
}

/// Luhn's rule with modulus 32.
fn check_value(values: &[u8]) -> u8 {
    let sum: u32 = values
        .iter()
        .rev()
        .enumerate()
        .map(|(index, value)| {
            let value = u32::from(*value);
            match index % 2 {
                0 => value * 2 / 32 + value * 2 % 32,
                _ => value,
            }
        })
        .sum();
    ((32 - sum % 32) % 32) as u8
}

fn normal(text: &str, len: usize) -> Result<String, Slip> {
    let mut values = Vec::with_capacity(len);
    for letter in text.chars().filter(|letter| !matches!(letter, '-' | ' ')) {
        // Letters that look like digits are read as those digits.
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = ALPHABET
            .iter()
            .position(|known| char::from(*known) == letter)
            .ok_or(Slip)?;
        values.push(value as u8);
    }
    let (check, body) = values.split_last().ok_or(Slip)?;
    if values.len() != len || check_value(body) != *check {
        return Err(Slip);
    }
    Ok(values
        .iter()
        .map(|value| char::from(ALPHABET[usize::from(*value)]))
        .collect())
}

fn grouped(text: &str) -> String {
    let groups: Vec<&str> = (0..text.len())
        .step_by(4)
        .map(|at| &text[at..(at + 4).min(text.len())])
        .collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(byte: u8) -> [u8; 32] {
        std::array::from_fn(|index| byte.wrapping_mul(31).wrapping_add(index as u8 * 7))
    }

    #[test]
    fn written_and_read() {
        for byte in 0..=255 {
            let reference = Reference::new(Purpose::Registration, &seed(byte));
            let text = reference.as_str();
            assert_eq!(text.len(), 11);
            let sloppy = text.to_lowercase().replace('0', "o").replace('-', " ");
            assert_eq!(
                Reference::parse(Purpose::Registration, &sloppy),
                Ok(reference.clone())
            );
            assert_eq!(Reference::parse(Purpose::Claim, text), Err(Slip));
            let code = SecretCode::new(&seed(byte));
            assert_eq!(SecretCode::parse(code.as_str()), Ok(code));
        }
    }

    #[test]
    fn every_single_slip_is_found() {
        let code = SecretCode::new(&seed(7)).as_str().to_owned();
        for index in (0..code.len()).filter(|index| index % 5 != 4) {
            for letter in ALPHABET {
                let mut slipped = code.clone().into_bytes();
                if slipped[index] == *letter {
                    continue;
                }
                slipped[index] = *letter;
                let slipped = String::from_utf8(slipped).unwrap();
                assert_eq!(SecretCode::parse(&slipped), Err(Slip), "{slipped}");
            }
        }
    }
}
