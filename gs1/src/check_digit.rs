//! The check digit of GS1 keys (General Specifications, section 7.9.1).

/// The check digit that belongs behind `digits`, as ASCII; weights 3 and 1 alternate from the right.
///
/// `None` where a byte is not an ASCII digit.
///
/// ```
/// assert_eq!(gs1::check_digit(b"0950600013435"), Some(b'2'));
/// ```
#[must_use]
pub fn check_digit(digits: &[u8]) -> Option<u8> {
    let mut sum = 0u32;
    for (index, digit) in digits.iter().rev().enumerate() {
        if !digit.is_ascii_digit() {
            return None;
        }
        let weight = if index % 2 == 0 { 3 } else { 1 };
        sum += weight * u32::from(digit - b'0');
    }
    Some(b'0' + ((10 - sum % 10) % 10) as u8)
}

/// Whether the last of `digits` is the check digit of those before it.
pub(crate) fn has_check_digit(digits: &[u8]) -> bool {
    match digits.split_last() {
        Some((last, body)) if !body.is_empty() => check_digit(body) == Some(*last),
        _ => false,
    }
}
