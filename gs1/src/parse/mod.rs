//! Text as scanned → `Message` + `Fault`s. Which form it is in is seen from the text itself.

mod bracketed;
mod digital_link;
mod element_string;
mod value;

use std::borrow::Cow;

use crate::{Ai, Element, Fault, FaultKind, Form, GS, Gtin, Message, SymbologyIdentifier};

pub use digital_link::from_path;
pub(crate) use value::is_well_formed;

/// How scanners, keyboards and people write GS where it can't be typed.
const SEPARATORS: [&str; 5] = ["{GS}", "<GS>", "␝", "\\x1d", "^]"];

/// Reads what was scanned, pasted or typed. Never fails: what is wrong comes as faults.
///
/// `symbology` is what the decoder reported; an identifier at the start of the text counts where
/// none was. Accepted are element strings with GS (or its common spellings), bracketed element
/// strings, Digital Links on any stem, and the bare digits of a GTIN.
/// Spans point into `text` as given.
#[must_use]
pub fn parse(text: &str, symbology: Option<SymbologyIdentifier>) -> (Message, Vec<Fault>) {
    let (in_text, body) = SymbologyIdentifier::split(text);
    let symbology = symbology.or(in_text);
    let start = text.len() - body.len();
    let trimmed = body.trim_matches([' ', '\t', '\r', '\n']);
    let start = start + (body.len() - body.trim_start_matches([' ', '\t', '\r', '\n']).len());
    if trimmed.is_empty() {
        let fault = Fault {
            kind: FaultKind::Empty,
            ai: None,
            span: 0..text.len(),
        };
        return (Message::new(Form::OtherText), vec![fault]);
    }
    let (message, mut faults) = read(trimmed, symbology);
    for fault in &mut faults {
        fault.span = fault.span.start + start..fault.span.end + start;
    }
    let mut message = message;
    for element in &mut message.elements {
        element.span = element.span.start + start..element.span.end + start;
    }
    (message, faults)
}

fn read(text: &str, symbology: Option<SymbologyIdentifier>) -> (Message, Vec<Fault>) {
    if has_scheme(text) {
        return digital_link::parse(text);
    }
    if text.starts_with('(') && text[1..].starts_with(|first: char| first.is_ascii_digit()) {
        return bracketed::parse(text);
    }
    if let Some(gtin) = plain_gtin(text, symbology) {
        return gtin;
    }
    let promised = symbology.is_some_and(SymbologyIdentifier::is_gs1);
    let (canonical, is_respelled) = respelled(text);
    let looks_like_one = canonical.starts_with(GS) || symbology.is_none_or(|id| !id.is_ean_upc());
    if promised || looks_like_one {
        let (mut message, mut faults) = element_string::parse(&canonical);
        if promised || is_convincing(&message, &canonical) {
            if is_respelled {
                map_spans(text, &mut message, &mut faults);
            }
            if message.elements.is_empty() && faults.is_empty() {
                faults.push(Fault {
                    kind: FaultKind::NoGs1Data,
                    ai: None,
                    span: 0..text.len(),
                });
            }
            return (message, faults);
        }
    }
    (Message::new(Form::OtherText), Vec::new())
}

fn has_scheme(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Without a symbology that promises GS1 data, a text is an element string when it begins with a
/// key whose value is well-formed, and nothing of it is left over.
fn is_convincing(message: &Message, canonical: &str) -> bool {
    let Some(first) = message.elements.first() else {
        return false;
    };
    if canonical.starts_with(GS) {
        return true;
    }
    matches!(
        first.ai.as_str(),
        "01" | "00" | "02" | "8006" | "8010" | "414" | "253" | "255"
    ) && crate::dictionary::find(first.ai)
        .is_some_and(|entry| first.value.len() == entry.lengths().1)
}

/// The bare digits of an EAN, UPC or ITF-14 symbol, or of a GTIN that somebody typed.
fn plain_gtin(text: &str, symbology: Option<SymbologyIdentifier>) -> Option<(Message, Vec<Fault>)> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits || symbology.is_some_and(SymbologyIdentifier::is_gs1) {
        return None;
    }
    let is_key_like = matches!(text.len(), 8 | 12 | 13 | 14);
    if !is_key_like {
        return None;
    }
    let ai: Ai = "01".parse().ok()?;
    let mut message = Message::new(Form::PlainGtin);
    let mut faults = Vec::new();
    let value = match text.parse::<Gtin>() {
        Ok(gtin) => gtin.to_string(),
        Err(_) => {
            let span = text.len() - 1..text.len();
            faults.push(Fault {
                kind: FaultKind::IncorrectCheckDigit,
                ai: Some(ai),
                span,
            });
            format!("{text:0>14}")
        }
    };
    message.elements.push(Element {
        ai,
        value,
        span: 0..text.len(),
    });
    Some((message, faults))
}

/// The text with every spelling of GS made GS; whether anything was changed.
fn respelled(text: &str) -> (Cow<'_, str>, bool) {
    let mut out = Cow::Borrowed(text);
    for spelling in SEPARATORS {
        if out.contains(spelling) {
            out = Cow::Owned(out.replace(spelling, "\u{1d}"));
        }
    }
    let is_respelled = matches!(out, Cow::Owned(_));
    (out, is_respelled)
}

/// Spans in the text with GS → spans in the text as it was spelled.
fn map_spans(text: &str, message: &mut Message, faults: &mut [Fault]) {
    let mut offsets = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    while at < text.len() {
        offsets.push(at);
        let spelling = SEPARATORS
            .iter()
            .find(|spelling| text[at..].starts_with(**spelling));
        match spelling {
            Some(spelling) => at += spelling.len(),
            None => {
                let len = text[at..].chars().next().map_or(1, char::len_utf8);
                offsets.extend((at + 1)..(at + len));
                at += len;
            }
        }
    }
    offsets.push(text.len());
    let map = |index: usize| offsets.get(index).copied().unwrap_or(text.len());
    for element in &mut message.elements {
        element.span = map(element.span.start)..map(element.span.end);
    }
    for fault in faults {
        fault.span = map(fault.span.start)..map(fault.span.end);
    }
}
