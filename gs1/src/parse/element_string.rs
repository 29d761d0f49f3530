//! An element string as a scanner transmits it (General Specifications, section 7.8).
//!
//! Identifiers of predefined length need no separator; every other value ends at one or at the end.

use std::ops::Range;

use super::{Reader, separator::Separator, value};
use crate::{Fault, FaultKind};

/// A separator before the first element is FNC1 in first position.
pub(super) fn read(reader: &mut Reader<'_, '_>, range: Range<usize>, separator: Separator<'_>) {
    let (text, end) = (reader.text, range.end);
    let mut at = range.start;
    let first = separator.next(text, at, end);
    if let Some(first) = first.filter(|first| first.start == at) {
        at = first.end;
    }
    if at == end {
        reader.fault(FaultKind::Empty, range);
    }
    while at < end && reader.has_room(at..value::ceil(text, end.min(at + 4))) {
        let next = separator.next(text, at, end);
        let field = next.as_ref().map_or(end, |next| next.start);
        if let Some(next) = next.as_ref().filter(|next| next.start == at) {
            reader.fault(FaultKind::EmptyElement, next.clone());
            at = next.end;
            continue;
        }
        let Some((ai, entry)) = reader.dictionary.at_start(&text.as_bytes()[at..field]) else {
            let unknown = text[at..field].char_indices().nth(4);
            let unknown = unknown.map_or(field, |(offset, _)| at + offset);
            reader.fault(FaultKind::UnknownAi, at..unknown);
            // What stands behind the next separator can still be read.
            at = next.map_or(end, |next| next.end);
            continue;
        };
        let start = at + ai.len();
        let mut stop = field;
        if entry.is_fixed {
            let len = entry.lengths().1;
            stop = field.min(start + len);
            if !text.as_bytes()[start..stop].is_ascii() {
                // Lengths count characters.
                let behind = text[start..field].char_indices().nth(len);
                stop = behind.map_or(field, |(offset, _)| start + offset);
            }
        }
        if start == stop {
            let fault = Fault::new(FaultKind::EmptyValue, Some(ai), at..start);
            reader.faults.push(fault);
        } else {
            reader.element(ai, entry, start..stop);
        }
        at = stop;
        if let Some(next) = next.filter(|next| next.start == stop) {
            at = next.end;
            reader.message.has_trailing_separator = at == end;
        }
    }
}
