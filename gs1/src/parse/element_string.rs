//! An element string as a scanner transmits it (General Specifications, section 7.8).
//!
//! Identifiers of predefined length need no separator; every other value ends at GS or at the end.

use super::value;
use crate::{Ai, Element, Fault, FaultKind, Form, GS, Message, dictionary};

/// `text` has GS for every separator; a GS before the first element is FNC1 in first position.
pub(super) fn parse(text: &str) -> (Message, Vec<Fault>) {
    let mut message = Message::new(Form::ElementString);
    let mut faults = Vec::new();
    let mut at = text.len() - text.trim_start_matches(GS).len();
    while at < text.len() {
        let rest = &text[at..];
        let Some((ai, entry)) = dictionary::at_start(rest) else {
            let end = rest.find(GS).unwrap_or(rest.len());
            let unknown = rest
                .char_indices()
                .nth(4)
                .map_or(rest.len(), |(index, _)| index)
                .min(end);
            faults.push(Fault {
                kind: FaultKind::UnknownAi,
                ai: None,
                span: at..at + unknown,
            });
            // What stands behind the next separator can still be read.
            at += end + GS.len_utf8().min(rest.len() - end);
            continue;
        };
        let start = at + ai.as_str().len();
        let field = text[start..]
            .find(GS)
            .map_or(text.len(), |offset| start + offset);
        let end = if entry.is_fixed {
            fixed_end(text, start, field, entry.lengths().1)
        } else {
            field
        };
        let value = &text[start..end];
        value::faults(ai, entry, value, start, &mut faults);
        repeated(&message, ai, value, start, &mut faults);
        message.elements.push(Element {
            ai,
            value: value.to_owned(),
            span: start..end,
        });
        at = end;
        if text[at..].starts_with(GS) {
            at += GS.len_utf8();
        }
    }
    (message, faults)
}

/// Where a value of predefined length ends: at its length, or at a separator or the end before it.
fn fixed_end(text: &str, start: usize, field: usize, len: usize) -> usize {
    let by_length = text[start..]
        .char_indices()
        .nth(len)
        .map_or(text.len(), |(at, _)| start + at);
    by_length.min(field)
}

/// The same identifier with another value is a fault; with the same value it is said twice.
pub(super) fn repeated(
    message: &Message,
    ai: Ai,
    value: &str,
    start: usize,
    faults: &mut Vec<Fault>,
) {
    if message
        .elements
        .iter()
        .any(|element| element.ai == ai && element.value != value)
    {
        let span = start..start + value.len();
        faults.push(Fault {
            kind: FaultKind::RepeatedAi,
            ai: Some(ai),
            span,
        });
    }
}
