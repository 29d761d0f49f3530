//! `zero`, `nonzero`: nothing but zeros; anything but zeros.

use super::Finding;
use crate::FaultKind;

pub(super) fn check_zero(text: &str) -> Option<Finding> {
    let wrong = text.bytes().position(|byte| byte != b'0')?;
    Some((FaultKind::NotZero, wrong..wrong + 1))
}

pub(super) fn check_nonzero(text: &str) -> Option<Finding> {
    text.bytes()
        .all(|byte| byte == b'0')
        .then_some((FaultKind::Zero, 0..text.len()))
}
