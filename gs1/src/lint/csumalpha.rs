//! `csumalpha`: the last two characters are the check character pair of those before them
//! (General Specifications, section 7.9).

use super::{Outcome, char_len, cset32, cset82, wrong};
use crate::FaultKind;

/// The weights from the right; they end where the algorithm does.
const WEIGHTS: [usize; 97] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193,
    197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307,
    311, 313, 317, 331, 337, 347, 349, 353, 359, 367, 373, 379, 383, 389, 397, 401, 409, 419, 421,
    431, 433, 439, 443, 449, 457, 461, 463, 467, 479, 487, 491, 499, 503, 509,
];

pub(super) fn check(text: &str) -> Outcome {
    let [data @ .., first, second] = text.as_bytes() else {
        return wrong(FaultKind::TooShort, 0..text.len());
    };
    if data.len() > WEIGHTS.len() {
        return wrong(FaultKind::TooLong, 0..text.len());
    }
    let mut sum = 0;
    for (at, &byte) in data.iter().enumerate() {
        let Some(value) = cset82::value(byte) else {
            return wrong(FaultKind::NotCset82, at..at + char_len(text, at));
        };
        sum += value * WEIGHTS[data.len() - 1 - at];
    }
    for (at, &byte) in (data.len()..).zip([first, second]) {
        if !cset32::is_in(byte) {
            return wrong(FaultKind::NotCset32, at..at + char_len(text, at));
        }
    }
    let sum = sum % 1021;
    let pair = [cset32::CHARACTERS[sum >> 5], cset32::CHARACTERS[sum & 31]];
    if pair != [*first, *second] {
        return wrong(FaultKind::IncorrectCheckPair, data.len()..text.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Linter, expect};

    #[test]
    fn weights_are_the_first_primes() {
        let is_prime = |number: &usize| (2..*number).all(|divisor| !number.is_multiple_of(divisor));
        assert!((2..).filter(is_prime).take(97).eq(WEIGHTS));
    }

    #[test]
    fn marks_the_pair() {
        expect(Linter::Csumalpha, "22");
        expect(Linter::Csumalpha, "1987654Ad4X4bL5ttr2310c2K");
        expect(Linter::Csumalpha, "1987654Ad4X4bL5ttr2310c*2L*");
        expect(Linter::Csumalpha, "1987654Ad4X4bL5ttr2301c*2K*");
        expect(Linter::Csumalpha, "*23*");
    }

    #[test]
    fn marks_characters_and_lengths() {
        expect(Linter::Csumalpha, "**");
        expect(Linter::Csumalpha, "*2*");
        expect(Linter::Csumalpha, "1987* *4Ad2K");
        expect(Linter::Csumalpha, "1987654Ad*0*K");
        expect(Linter::Csumalpha, "1987654Ad2*k*");
        expect(Linter::Csumalpha, "1987*€*");
        expect(Linter::Csumalpha, "1987*é*");
        expect(Linter::Csumalpha, "1987*é*2");
        expect(Linter::Csumalpha, &format!("*{}*", "1".repeat(100)));
        expect(Linter::Csumalpha, &format!("{}*22*", "z".repeat(97)));
    }
}
