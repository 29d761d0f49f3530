//! A value against its dictionary entry: characters, lengths, linters.

use std::ops::Range;

use crate::{
    Ai, Fault, FaultKind,
    dictionary::{CharacterSet, Entry},
};

/// Whether nothing is wrong with the value.
pub(crate) fn is_well_formed(entry: &Entry, value: &str) -> bool {
    let mut is_right = !value.is_empty();
    check(entry, value, |_, _, _| is_right = false);
    is_right
}

/// Adds the faults of a value; `at` is where it starts in the text.
pub(super) fn faults(ai: Ai, entry: &Entry, value: &str, at: usize, into: &mut Vec<Fault>) {
    check(entry, value, |kind, span, detail| {
        into.push(Fault {
            kind,
            ai: Some(ai),
            span: span.start + at..span.end + at,
            detail: detail.into(),
        });
    });
}

/// Reports the first fault of each component; stops at a length that is wrong.
fn check(
    entry: &Entry,
    value: &str,
    mut report: impl FnMut(FaultKind, Range<usize>, &'static str),
) {
    let bytes = value.as_bytes();
    let mut at = 0;
    for component in entry.components() {
        let rest = bytes.len() - at;
        if rest == 0 && component.is_optional {
            return;
        }
        if rest < usize::from(component.min) {
            report(FaultKind::TooShort, 0..bytes.len(), "");
            return;
        }
        let end = at + rest.min(usize::from(component.max));
        let mask = mask(component.set);
        let is_in = |byte: &u8| SETS[usize::from(*byte)] & mask != 0;
        match bytes[at..end].iter().position(|byte| !is_in(byte)) {
            Some(offset) => {
                let kind = match component.set {
                    CharacterSet::N => FaultKind::NotADigit,
                    CharacterSet::X => FaultKind::NotCset82,
                    CharacterSet::Y => FaultKind::NotCset39,
                    CharacterSet::Z => FaultKind::NotCset64,
                };
                let start = floor(value, at + offset);
                report(kind, start..ceil(value, start + 1), "");
                if !bytes[at + offset].is_ascii() {
                    // It has more bytes than it counts for: the rest can't be measured.
                    return;
                }
            }
            None => {
                let part = &value[at..end];
                let found = component
                    .linters()
                    .find_map(|linter| linter.check(part).err());
                if let Some(found) = found {
                    let span = at + found.span.start..at + found.span.end;
                    report(found.kind, span, found.detail);
                }
            }
        }
        at = end;
    }
    if at < bytes.len() {
        report(FaultKind::TooLong, floor(value, at)..bytes.len(), "");
    }
}

/// The character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The character boundary at or behind `at`.
pub(super) fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

const N: u8 = 1;
const X: u8 = 2;
const Y: u8 = 4;
const Z: u8 = 8;

fn mask(set: CharacterSet) -> u8 {
    match set {
        CharacterSet::N => N,
        CharacterSet::X => X,
        CharacterSet::Y => Y,
        CharacterSet::Z => Z,
    }
}

/// In which sets each byte is (General Specifications, section 7.11).
static SETS: [u8; 256] = {
    let mut sets = [0; 256];
    add(&mut sets, b"0123456789", N | X | Y | Z);
    add(&mut sets, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", X | Y | Z);
    add(&mut sets, b"abcdefghijklmnopqrstuvwxyz", X | Z);
    add(&mut sets, b"!\"%&'()*+,./:;<>?", X);
    add(&mut sets, b"-", X | Y | Z);
    add(&mut sets, b"_=", X | Z);
    add(&mut sets, b"#/", Y);
    sets
};

const fn add(sets: &mut [u8; 256], bytes: &[u8], mask: u8) {
    let mut at = 0;
    while at < bytes.len() {
        sets[bytes[at] as usize] |= mask;
        at += 1;
    }
}

/// Whether a character is of character set 82, which all values but a few are made of.
pub(super) fn is_cset82(character: char) -> bool {
    u8::try_from(character).is_ok_and(|byte| SETS[usize::from(byte)] & X != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_have_as_many_as_they_say() {
        let count = |mask: u8| SETS.iter().filter(|sets| **sets & mask != 0).count();
        assert_eq!(count(N), 10);
        assert_eq!(count(X), 82);
        assert_eq!(count(Y), 39);
        // Base64url, and the sign that pads it.
        assert_eq!(count(Z), 65);
    }
}
