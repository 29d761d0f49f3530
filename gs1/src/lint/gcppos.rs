//! `gcppos1`, `gcppos2`: a GS1 Company Prefix begins at the first or second character.

use super::Finding;
use crate::FaultKind;

/// The shortest prefix that is given out has four digits.
const SHORTEST: usize = 4;

pub(super) fn check(text: &str, skipped: usize) -> Option<Finding> {
    let prefix = text.as_bytes().get(skipped..)?;
    if prefix.len() < SHORTEST {
        return Some((FaultKind::TooShort, 0..text.len()));
    }
    let wrong = prefix
        .iter()
        .take(SHORTEST)
        .position(|byte| !byte.is_ascii_digit())?;
    Some((FaultKind::NotADigit, skipped + wrong..skipped + wrong + 1))
}
