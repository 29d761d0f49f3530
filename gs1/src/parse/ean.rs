//! Retail symbols and ITF-14: digits that are a GTIN (General Specifications, sections 5.2 and 5.3).

use std::ops::Range;

use super::{Reader, element_string, separator::Separator};
use crate::{
    Ai, Element, Fault, FaultKind, Form, SymbologyIdentifier, check_digit::has_check_digit, gtin,
};

const GTIN: Ai = Ai::literal("01");

/// What stands between a linear symbol and its composite component.
const COMPOSITE: &str = "|]e0";

/// The digits behind `]E0` (13 of them), `]E4` (8) or `]I1` (14), and a composite component.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    range: Range<usize>,
    symbology: SymbologyIdentifier,
) {
    let text = reader.text;
    let body = &text[range.clone()];
    let digits = range.start
        ..body
            .find(COMPOSITE)
            .map_or(range.end, |at| range.start + at);
    read_digits(
        reader,
        digits.clone(),
        symbology.retail_lengths(),
        Some(symbology),
    );
    let behind = digits.end + COMPOSITE.len();
    if digits.end < range.end && !symbology.is_itf() {
        reader.message.composite = Some(reader.message.elements.len());
        element_string::read(reader, behind..range.end, Separator::Gs);
    } else if digits.end < range.end {
        not_a_gtin(reader, digits.end..range.end, symbology.retail_lengths());
    }
}

/// Whether these are digits in the number that a GTIN has.
pub(super) fn is_gtin_like(text: &str) -> bool {
    matches!(text.len(), 8 | 12 | 13 | 14) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits that somebody typed, or that a reader sent without saying of what.
pub(super) fn read_gtin(reader: &mut Reader<'_, '_>, range: Range<usize>) {
    read_digits(reader, range, &[14, 13, 12, 8], None);
}

fn read_digits(
    reader: &mut Reader<'_, '_>,
    range: Range<usize>,
    lengths: &[usize],
    symbology: Option<SymbologyIdentifier>,
) {
    reader.message.form = Form::PlainGtin;
    let digits = &reader.text[range.clone()];
    if digits.is_empty() {
        return reader.fault(FaultKind::Empty, range);
    }
    let wrong = digits.char_indices().find(|(_, c)| !c.is_ascii_digit());
    if let Some((at, character)) = wrong {
        let at = range.start + at;
        return not_a_gtin(reader, at..at + character.len_utf8(), lengths);
    }
    if !lengths.contains(&digits.len()) {
        return not_a_gtin(reader, range, lengths);
    }
    // Readers that say so send a UPC-E as it is behind `]E0`, and an EAN-8 behind `]E4` alone; of
    // eight digits that came with nothing, those whose check digit is right are an EAN-8.
    let may_be_upce = match symbology {
        Some(symbology) => symbology != SymbologyIdentifier::EAN_8,
        None => !has_check_digit(digits.as_bytes()),
    };
    let value = match gtin::from_upce(digits) {
        Some(upca) if may_be_upce => format!("{upca:0>14}"),
        _ => {
            if !has_check_digit(digits.as_bytes()) {
                let last = range.end - 1..range.end;
                let fault = Fault::new(FaultKind::IncorrectCheckDigit, Some(GTIN), last);
                reader.faults.push(fault);
            }
            format!("{digits:0>14}")
        }
    };
    reader.message.elements.push(Element {
        ai: GTIN,
        value: value.into(),
        span: range,
    });
}

fn not_a_gtin(reader: &mut Reader<'_, '_>, span: Range<usize>, lengths: &[usize]) {
    let mut lengths: Vec<String> = lengths.iter().map(usize::to_string).collect();
    lengths.reverse();
    reader.faults.push(Fault {
        detail: lengths.join(",").into(),
        ..Fault::new(FaultKind::NotAGtin, None, span)
    });
}
