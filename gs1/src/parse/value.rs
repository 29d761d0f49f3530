//! A value against its dictionary entry: characters, lengths, linters.

use std::ops::Range;

use crate::{
    Ai, Fault, FaultKind,
    dictionary::{Component, Entry, Set},
};

/// Whether nothing is wrong with the value.
pub(crate) fn is_well_formed(entry: &Entry, value: &str) -> bool {
    let mut wrong = false;
    check(entry, value, |_, _| wrong = true);
    !wrong
}

/// Adds the faults of a value; `at` is where it starts in the text.
pub(super) fn faults(ai: Ai, entry: &Entry, value: &str, at: usize, into: &mut Vec<Fault>) {
    check(entry, value, |kind, span| {
        into.push(Fault {
            kind,
            ai: Some(ai),
            span: span.start + at..span.end + at,
        });
    });
}

/// Reports the first fault of each component; stops at a length that is wrong.
fn check(entry: &Entry, value: &str, mut report: impl FnMut(FaultKind, Range<usize>)) {
    let mut at = 0;
    for (index, component) in entry.components.iter().enumerate() {
        let rest = &value[at..];
        if rest.is_empty() && component.is_optional {
            return;
        }
        let is_last = index + 1 == entry.components.len();
        let most = usize::from(component.max);
        let end = match rest.char_indices().nth(most) {
            Some((end, _)) => at + end,
            None => value.len(),
        };
        let part = &value[at..end];
        if part.chars().count() < usize::from(component.min) {
            report(FaultKind::TooShort, at..value.len());
            return;
        }
        if let Some((offset, wrong)) = part
            .char_indices()
            .find(|(_, character)| !is_in(component.set, *character))
        {
            let kind = match component.set {
                Set::N => FaultKind::NotADigit,
                Set::X => FaultKind::NotCset82,
                Set::Y => FaultKind::NotCset39,
                Set::Z => FaultKind::NotCset64,
            };
            report(kind, at + offset..at + offset + wrong.len_utf8());
        } else if let Some((kind, span)) = lint(component, part) {
            report(kind, at + span.start..at + span.end);
        }
        if is_last && end < value.len() {
            report(FaultKind::TooLong, end..value.len());
        }
        at = end;
    }
}

fn lint(component: &Component, part: &str) -> Option<(FaultKind, Range<usize>)> {
    component.lints.iter().find_map(|lint| lint.check(part))
}

/// General Specifications, section 7.11.
fn is_in(set: Set, character: char) -> bool {
    match set {
        Set::N => character.is_ascii_digit(),
        Set::X => {
            character.is_ascii_alphanumeric()
                || matches!(character, '!' | '"' | '%'..='/' | ':'..='?' | '_')
        }
        Set::Y => {
            matches!(character, '#' | '-' | '/' | '0'..='9' | 'A'..='Z')
        }
        Set::Z => character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '='),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_set_82_has_82() {
        let count = |set| {
            (0..=255u8)
                .filter(|byte| is_in(set, char::from(*byte)))
                .count()
        };
        assert_eq!(count(Set::X), 82);
        assert_eq!(count(Set::Y), 39);
        assert_eq!(count(Set::N), 10);
    }
}
