//! Crockford's base32: digits and capitals without I, L, O and U.
//!
//! All of them are in GS1's character set 82, and need no escape in a Digital Link.

/// The characters in the order of their values, 0 to 31.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What [`VALUES`] holds for a byte that is not in the alphabet.
const NONE: u8 = 0xff;

/// Values by byte.
const VALUES: [u8; 256] = {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < 32 {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
};

/// Why a text is no base32 of the right length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Base32Error {
    /// Too short or too long.
    #[error("{found} characters instead of {expected}")]
    Length {
        /// How many characters there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A character that is not in the alphabet.
    #[error("{character:?} is not in the alphabet")]
    Character {
        /// Where in the text, in bytes.
        at: usize,
        /// Which.
        character: char,
    },
}

/// The low 5 × `N` bits of a number as `N` characters, the most significant first; `N` is at most 25.
#[must_use]
pub fn encode<const N: usize>(number: u128) -> [u8; N] {
    const { assert!(N <= 25, "a u128 has no more than 25 whole characters") };
    std::array::from_fn(|i| ALPHABET[(number >> (5 * (N - 1 - i))) as usize & 31])
}

/// The number that a text of exactly `len` characters stands for, the most significant first; `len`
/// is at most 25.
///
/// Strict: what people write instead of the alphabet's characters is for [`normalize`].
///
/// # Errors
/// Another number of characters; else, the first character that is not in the alphabet.
///
/// ```
/// use issue::base32::{Base32Error, decode};
///
/// assert_eq!(decode("10Z", 3), Ok(1024 + 31));
/// assert_eq!(decode("1oz", 3), Err(Base32Error::Character { at: 1, character: 'o' }));
/// ```
pub fn decode(text: &str, len: usize) -> Result<u128, Base32Error> {
    debug_assert!(len <= 25, "a u128 has no more than 25 whole characters");
    if text.len() == len
        && let Some(number) = number(text.as_bytes())
    {
        return Ok(number);
    }
    let found = text.chars().count();
    let is_wrong = |c: char| u8::try_from(c).map_or(NONE, value) == NONE;
    match text.char_indices().find(|(_, c)| is_wrong(*c)) {
        Some((at, character)) if found == len => Err(Base32Error::Character { at, character }),
        _ => Err(Base32Error::Length {
            expected: len,
            found,
        }),
    }
}

/// The number that at most 25 characters stand for; `None` where one is not in the alphabet.
pub(crate) fn number(characters: &[u8]) -> Option<u128> {
    let digit = |number, c: &u8| match value(*c) {
        NONE => None,
        value => Some(number << 5 | u128::from(value)),
    };
    characters.iter().try_fold(0, digit)
}

fn value(character: u8) -> u8 {
    VALUES[usize::from(character)]
}

/// A text as a person typed or dictated it, in the alphabet where that can be told: lower case is
/// raised, O is 0, I and L are 1, hyphens and white space are left out.
///
/// Other characters stay, for [`decode`] to refuse.
///
/// ```
/// assert_eq!(issue::base32::normalize("o1il-7xkq 9z"), "01117XKQ9Z");
/// ```
#[must_use]
pub fn normalize(text: &str) -> String {
    let is_noise = |c: &char| *c == '-' || c.is_whitespace();
    let alike = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    text.chars().filter(|c| !is_noise(c)).map(alike).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_alphabet() {
        assert!(ALPHABET.is_sorted());
        assert!(ALPHABET.iter().all(|c| !b"ILOU".contains(c)));
        let values = ALPHABET.iter().map(|c| VALUES[usize::from(*c)]);
        assert!(values.eq(0..32));
        assert_eq!(VALUES.iter().filter(|v| **v != NONE).count(), 32);
    }

    #[test]
    fn the_ends() {
        assert_eq!(&encode::<16>(0), b"0000000000000000");
        assert_eq!(&encode::<16>((1 << 80) - 1), b"ZZZZZZZZZZZZZZZZ");
        assert_eq!(&encode::<16>(1), b"0000000000000001");
        assert_eq!(decode("ZZZZZZZZZZZZZZZZ", 16), Ok((1 << 80) - 1));
        assert_eq!(decode("", 0), Ok(0));
    }

    #[test]
    fn what_is_refused() {
        let length = |text, found| {
            let expected = 16;
            assert_eq!(
                decode(text, 16),
                Err(Base32Error::Length { expected, found })
            );
        };
        length("", 0);
        length("000000000000000", 15);
        length("00000000000000000", 17);
        // Sixteen bytes, but not characters.
        length("00000000000000é", 15);
        for character in "ILOUilouazé-\u{0} /:@[`{€😀".chars() {
            for at in [0, 7, 15] {
                let text: String = (0..16)
                    .map(|i| if i == at { character } else { '0' })
                    .collect();
                assert_eq!(
                    decode(&text, 16),
                    Err(Base32Error::Character { at, character })
                );
            }
        }
    }

    /// A character as somebody may write it.
    fn noisy(c: u8, how: u8) -> char {
        let c = match (c, how % 3) {
            (b'0', 1) => 'O',
            (b'1', 1) => 'I',
            (b'1', 2) => 'L',
            (c, _) => char::from(c),
        };
        if how & 4 == 0 {
            c
        } else {
            c.to_ascii_lowercase()
        }
    }

    proptest! {
        #[test]
        fn there_and_back(number in 0..1u128 << 80) {
            let text = String::from_utf8(encode::<16>(number).to_vec()).unwrap();
            prop_assert_eq!(decode(&text, 16), Ok(number));
            prop_assert_eq!(normalize(&text), text);
        }

        #[test]
        fn noise_is_undone(number in 0..1u128 << 80, how: [u8; 16], gaps: [u8; 16]) {
            let plain = encode::<16>(number);
            let mut text = String::new();
            for ((c, how), gap) in plain.into_iter().zip(how).zip(gaps) {
                text.push_str(["", "", "", "-", " ", " - ", "\t", "\u{a0}"][usize::from(gap % 8)]);
                text.push(noisy(c, how));
            }
            let normal = normalize(&text).into_bytes();
            prop_assert_eq!(normal, plain);
        }

        #[test]
        fn any_text_is_survived(text: String, len in 0..26usize) {
            let _ = decode(&text, len);
            let normal = normalize(&text);
            prop_assert!(normal.len() <= text.len());
            prop_assert_eq!(normalize(&normal), normal);
        }
    }
}
