//! `yesno`: 0 for no, 1 for yes.

use super::Finding;
use crate::FaultKind;

pub(super) fn check(text: &str) -> Option<Finding> {
    (!matches!(text, "0" | "1")).then_some((FaultKind::NotYesOrNo, 0..text.len()))
}
