//! Element strings with their identifiers in brackets, as people print, copy and type them.

use std::{borrow::Cow, ops::Range};

use super::{Reader, value};
use crate::{Ai, Element, Fault, FaultKind, Form};

/// Brackets that people and tools put around identifiers.
const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('（', '）')];

/// Whether a text begins with an identifier in brackets.
pub(super) fn opens(text: &str) -> bool {
    let opening = |(open, _): &(char, char)| text.starts_with(*open);
    BRACKETS.iter().any(opening)
}

/// An identifier with the text up to the next one.
struct Piece<'t> {
    name: Range<usize>,
    value: Range<usize>,
    has_escapes: bool,
    /// Where the dictionary knows the identifier: the bytes that its value has at the most.
    most: Option<usize>,
    text: &'t str,
}

impl Piece<'_> {
    fn raw(&self) -> &str {
        &self.text[self.value.clone()]
    }
}

/// `(01)09506000134352(21)A1`; `\(` in a value is a bracket of its own.
///
/// Blanks around values are let go where the text is written with blanks throughout, as on packs:
/// `(01) 09506000134352 (21) A1`. A lone one could be a slip in the value, and is a fault.
pub(super) fn read(reader: &mut Reader<'_, '_>, range: Range<usize>) {
    reader.message.form = Form::BracketedElementString;
    let text = reader.text;
    let Some(&(open, close)) = BRACKETS
        .iter()
        .find(|(open, _)| text[range.clone()].starts_with(*open))
    else {
        return;
    };
    let mut pieces = Vec::new();
    let mut at = range.start;
    while at < range.end {
        // The text begins with a bracket, and each piece ends before one.
        let name = at + open.len_utf8();
        let Some(closing) = text[name..range.end]
            .find(close)
            .map(|offset| name + offset)
        else {
            reader.fault(FaultKind::UnbalancedBrackets, at..range.end);
            break;
        };
        let start = closing + close.len_utf8();
        let (end, has_escapes) = value_end(text, start..range.end, open);
        let named = reader.dictionary.named(text[name..closing].trim());
        pieces.push(Piece {
            name: name..closing,
            value: start..end,
            has_escapes,
            most: named.map(|(_, entry)| entry.lengths().1),
            text,
        });
        at = end;
    }
    let is_spaced = is_spaced(&pieces);
    for piece in &pieces {
        if !reader.has_room(piece.name.clone()) {
            return;
        }
        element(reader, piece, is_spaced);
    }
}

/// Whether blanks are this text's way of writing: behind every bracket, or where a value would be
/// too long with them, or as line breaks.
fn is_spaced(pieces: &[Piece<'_>]) -> bool {
    let has_line_break = |piece: &Piece<'_>| piece.raw().contains(['\n', '\r', '\t']);
    let is_too_long = |piece: &Piece<'_>| {
        let raw = piece.raw();
        raw.len() > raw.trim().len() && piece.most.is_some_and(|most| raw.len() > most)
    };
    let is_behind_bracket = |piece: &Piece<'_>| piece.raw().starts_with(' ');
    pieces
        .iter()
        .any(|piece| has_line_break(piece) || is_too_long(piece))
        || pieces.len() > 1 && pieces.iter().all(is_behind_bracket)
}

fn element<'t>(reader: &mut Reader<'t, '_>, piece: &Piece<'t>, is_spaced: bool) {
    let text = reader.text;
    let raw = &text[piece.name.clone()];
    let name = if is_spaced { raw.trim() } else { raw };
    let Some((ai, entry)) = reader.dictionary.named(name) else {
        return if name.trim().is_empty() {
            reader.fault(FaultKind::EmptyElement, piece.name.clone());
        } else {
            reader.fault(FaultKind::UnknownAi, piece.name.clone());
        };
    };
    let mut span = piece.value.clone();
    if is_spaced {
        let raw = &text[span.clone()];
        let start = span.start + raw.len() - raw.trim_start().len();
        span = start..start + raw.trim().len();
    }
    if span.is_empty() {
        let fault = Fault::new(FaultKind::EmptyValue, Some(ai), piece.name.clone());
        reader.faults.push(fault);
    } else if piece.has_escapes {
        escaped(reader, ai, entry, span);
    } else {
        reader.element(ai, entry, span);
    }
}

/// A value in which `\(` stands for a bracket.
fn escaped(
    reader: &mut Reader<'_, '_>,
    ai: Ai,
    entry: &crate::dictionary::Entry,
    span: Range<usize>,
) {
    let raw = &reader.text[span.clone()];
    let value = raw.replace("\\(", "(");
    let known = reader.faults.len();
    value::faults(ai, entry, &value, 0, &mut reader.faults);
    for fault in &mut reader.faults[known..] {
        // Each escape before a place moves it by one.
        let place = |wanted: usize| {
            let (mut at, mut seen) = (0, 0);
            while seen < wanted && at < raw.len() {
                at += if raw.as_bytes()[at..].starts_with(b"\\(") {
                    2
                } else {
                    1
                };
                seen += 1;
            }
            span.start + value::ceil(raw, at)
        };
        fault.span = place(fault.span.start)..place(fault.span.end);
    }
    reader.message.elements.push(Element {
        ai,
        value: Cow::Owned(value),
        span,
    });
}

/// Where the next opening bracket stands that no `\` precedes, and whether one did before.
fn value_end(text: &str, range: Range<usize>, open: char) -> (usize, bool) {
    let mut has_escapes = false;
    let mut before = '\0';
    for (offset, character) in text[range.clone()].char_indices() {
        if character == open {
            if before != '\\' {
                return (range.start + offset, has_escapes);
            }
            has_escapes = open == '(';
        }
        before = character;
    }
    (range.end, has_escapes)
}
