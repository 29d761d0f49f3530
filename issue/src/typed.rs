//! A serial as people type it: four groups, each with a check character of its own, so that a slip is
//! told with the group that it is in.

use std::fmt;

use crate::{
    SERIAL_LEN, Serial,
    base32::{self, ALPHABET},
    hidden::times_x,
};

/// Groups of a typed serial.
pub const GROUPS: usize = 4;
/// Characters of a group, its check character included.
pub const GROUP_LEN: usize = SERIAL_LEN / GROUPS + 1;

/// A serial with its check characters; written in groups, `86RNK-P8H97-TD8P8-EF1FM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedSerial(Serial);

/// Why a text is no typed serial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// It can't be told which characters belong together.
    #[error("not four groups of five characters")]
    Length,
    /// Slips, by group.
    #[error("a check character does not fit")]
    Groups([bool; GROUPS]),
}

impl TypedSerial {
    /// Of a serial.
    #[must_use]
    pub fn new(serial: Serial) -> TypedSerial {
        TypedSerial(serial)
    }

    /// The serial.
    #[must_use]
    pub fn serial(&self) -> Serial {
        self.0
    }

    /// As a person wrote it: any letter case, O for 0, I and L for 1. The groups are told by what
    /// stands between them, or else by counting.
    ///
    /// # Errors
    /// Which groups are wrong, as far as that can be told.
    pub fn parse(text: &str) -> Result<TypedSerial, TypedError> {
        let parted: Vec<String> = text
            .split(|c: char| c == '-' || c.is_whitespace())
            .filter(|part| !part.is_empty())
            .map(base32::normalize)
            .collect();
        let groups: Vec<Vec<char>> = match parted.len() {
            GROUPS => parted.iter().map(|part| part.chars().collect()).collect(),
            _ => {
                let all: Vec<char> = parted.concat().chars().collect();
                if all.len() != GROUPS * GROUP_LEN {
                    return Err(TypedError::Length);
                }
                all.chunks(GROUP_LEN).map(<[char]>::to_vec).collect()
            }
        };
        let mut wrong = [false; GROUPS];
        let mut serial = String::new();
        for (index, group) in groups.iter().enumerate() {
            wrong[index] = !is_right(index, group);
            serial.extend(group.iter().take(GROUP_LEN - 1));
        }
        if wrong.contains(&true) {
            return Err(TypedError::Groups(wrong));
        }
        serial
            .parse()
            .map(TypedSerial)
            .map_err(|_| TypedError::Length)
    }
}

impl fmt::Display for TypedSerial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let characters = self.0.as_bytes();
        for (index, group) in characters.chunks(GROUP_LEN - 1).enumerate() {
            if index > 0 {
                f.write_str("-")?;
            }
            let values = group.iter().filter_map(|c| value(char::from(*c)));
            let check = check(index, values);
            for character in group.iter().chain([&ALPHABET[usize::from(check)]]) {
                write!(f, "{}", char::from(*character))?;
            }
        }
        Ok(())
    }
}

fn is_right(index: usize, group: &[char]) -> bool {
    let values: Option<Vec<u8>> = group.iter().map(|c| value(*c)).collect();
    match values.as_deref() {
        Some([values @ .., last]) if values.len() == GROUP_LEN - 1 => {
            check(index, values.iter().copied()) == *last
        }
        _ => false,
    }
}

fn value(character: char) -> Option<u8> {
    let at = ALPHABET.iter().position(|c| char::from(*c) == character)?;
    u8::try_from(at).ok()
}

/// Over GF(32), as the check character of a [`HiddenCode`](crate::HiddenCode): the four values by x⁴
/// to x, and the group's own number, so that a group in another's place is wrong, too. Replacing one
/// character or swapping any two of a group is always found.
fn check(index: usize, values: impl Iterator<Item = u8>) -> u8 {
    let sum = values.fold(0, |sum, value| times_x(sum ^ value));
    sum ^ (index as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> String {
        let serial: Serial = "86RNP8H9TD8PEF1F".parse().unwrap();
        TypedSerial::new(serial).to_string()
    }

    #[test]
    fn written_and_read() {
        let text = typed();
        assert_eq!(text.len(), GROUPS * GROUP_LEN + 3);
        let check = |text: &str| {
            let read = TypedSerial::parse(text).map(|typed| typed.serial().to_string());
            assert_eq!(read.as_deref(), Ok("86RNP8H9TD8PEF1F"), "{text}");
        };
        check(&text);
        check(&text.to_lowercase().replace('-', " "));
        check(&text.replace('-', ""));
        check(&format!(" {} ", text.replace('1', "l").replace('0', "O")));
    }

    #[test]
    fn every_slip_is_told_with_its_group() {
        let right: Vec<char> = typed().chars().collect();
        let places: Vec<usize> = (0..right.len()).filter(|at| right[*at] != '-').collect();
        let check = |wrong: &[char], group: usize| {
            let text: String = wrong.iter().collect();
            let mut groups = [false; GROUPS];
            groups[group] = true;
            assert_eq!(
                TypedSerial::parse(&text),
                Err(TypedError::Groups(groups)),
                "{text}"
            );
        };
        for at in &places {
            for letter in ALPHABET.iter().map(|c| char::from(*c)).chain(['U', '*']) {
                let mut wrong = right.clone();
                wrong[*at] = letter;
                if wrong != right {
                    check(&wrong, at / (GROUP_LEN + 1));
                }
            }
            let mut short = right.clone();
            short.remove(*at);
            check(&short, at / (GROUP_LEN + 1));
        }
        for group in 0..GROUPS {
            let start = group * (GROUP_LEN + 1);
            for (one, other) in
                (0..GROUP_LEN).flat_map(|one| (0..one).map(move |other| (one, other)))
            {
                let mut wrong = right.clone();
                wrong.swap(start + one, start + other);
                if wrong != right {
                    check(&wrong, group);
                }
            }
        }
    }

    #[test]
    fn groups_in_each_other_s_place_are_wrong() {
        let text = typed();
        let groups: Vec<&str> = text.split('-').collect();
        let swapped = [groups[1], groups[0], groups[2], groups[3]].join("-");
        let wrong = TypedError::Groups([true, true, false, false]);
        assert_eq!(TypedSerial::parse(&swapped), Err(wrong));
    }

    #[test]
    fn what_has_no_groups() {
        for text in ["", "86RNP8H9TD8PEF1F", "A-B", "12345-12345-12345"] {
            assert_eq!(TypedSerial::parse(text), Err(TypedError::Length), "{text}");
        }
    }
}
