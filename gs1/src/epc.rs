//! EPC URNs (GS1 EPC Tag Data Standard 2.0, sections 6 and 8): `urn:epc:id:sgtin:9506000.013435.A1`.
//!
//! A URN splits a key behind the company prefix and leaves its check digit out; so the way there
//! needs to know how long the prefix is, and the way back does not.

use std::{borrow::Cow, ops::Range};

use crate::{
    Ai, Element, FaultKind, Form, Message, check_digit::check_digit, parse::Reader, percent,
};

/// How a scheme's fields make elements.
struct Scheme {
    name: &'static str,
    key: Ai,
    shape: Shape,
    /// The identifier of the serial; the key's own, where the serial is a part of its value.
    serial: Option<Ai>,
}

/// How company prefix and reference make the key's value.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// So many digits in all, then a check digit.
    Digits(usize),
    /// The reference's first digit goes before the prefix: indicator or extension digit.
    Indicated(usize),
    /// As digits, behind a zero.
    Padded(usize),
    /// As indicated, and piece and total behind the check digit.
    Pieces(usize),
    /// Prefix and reference as they are.
    Text,
}

const fn scheme(name: &'static str, key: &str, shape: Shape, serial: Option<&str>) -> Scheme {
    Scheme {
        name,
        key: Ai::literal(key),
        shape,
        serial: match serial {
            Some(serial) => Some(Ai::literal(serial)),
            None => None,
        },
    }
}

const SCHEMES: [Scheme; 16] = [
    scheme("sgtin", "01", Shape::Indicated(13), Some("21")),
    scheme("lgtin", "01", Shape::Indicated(13), Some("10")),
    scheme("upui", "01", Shape::Indicated(13), Some("235")),
    scheme("sscc", "00", Shape::Indicated(17), None),
    scheme("sgln", "414", Shape::Digits(12), Some("254")),
    scheme("pgln", "417", Shape::Digits(12), None),
    scheme("grai", "8003", Shape::Padded(12), Some("8003")),
    scheme("giai", "8004", Shape::Text, None),
    scheme("gsrn", "8018", Shape::Digits(17), None),
    scheme("gsrnp", "8017", Shape::Digits(17), None),
    scheme("gdti", "253", Shape::Digits(12), Some("253")),
    scheme("sgcn", "255", Shape::Digits(12), Some("255")),
    scheme("cpi", "8010", Shape::Text, Some("8011")),
    scheme("ginc", "401", Shape::Text, None),
    scheme("gsin", "402", Shape::Digits(16), None),
    scheme("itip", "8006", Shape::Pieces(13), Some("21")),
];

/// What stands in a URN for "any serial".
const ANY: &str = "*";

/// A location's extension that says that there is none.
const NO_EXTENSION: &str = "0";

/// What a text says that begins with `urn:epc:`; `None` for any other text.
pub(crate) fn from_urn(text: &str) -> Option<Result<Vec<(Ai, String)>, ()>> {
    let head = text.get(.."urn:epc:".len())?;
    if !head.eq_ignore_ascii_case("urn:epc:") {
        return None;
    }
    Some(fields(&text[head.len()..]).ok_or(()))
}

/// Adds the elements of a URN.
pub(crate) fn read(
    reader: &mut Reader<'_, '_>,
    urn: Result<Vec<(Ai, String)>, ()>,
    range: Range<usize>,
) {
    reader.message.form = Form::EpcUrn;
    match urn {
        Ok(elements) => {
            for (ai, value) in elements {
                if let Some((ai, entry)) = reader.dictionary.named(ai.as_str()) {
                    reader.owned(ai, entry, value, range.clone());
                }
            }
        }
        Err(()) => reader.fault(FaultKind::MalformedUrn, range),
    }
}

fn fields(text: &str) -> Option<Vec<(Ai, String)>> {
    let mut words = text.splitn(3, ':');
    let (kind, name, rest) = (words.next()?, words.next()?, words.next()?);
    let is_pattern = match (kind, name) {
        ("class", "lgtin") => false,
        ("class", _) | (_, "lgtin") => return None,
        ("id", _) => false,
        ("idpat", _) => true,
        _ => return None,
    };
    let scheme = SCHEMES.iter().find(|scheme| scheme.name == name)?;
    let mut parts = rest.splitn(if scheme.serial.is_some() { 3 } else { 2 }, '.');
    let (prefix, reference) = (parts.next()?, parts.next()?);
    let mut serial = parts.next();
    if !(6..=12).contains(&prefix.len()) || !is_digits(prefix) {
        return None;
    }
    if !is_urn_text(rest) {
        return None;
    }
    let decoded = |text: &str| percent::decode(text, false).into_owned();
    let mut key = match scheme.shape {
        Shape::Text if reference.is_empty() => return None,
        Shape::Text => format!("{prefix}{}", decoded(reference)),
        Shape::Digits(len) => with_check_digit(format!("{prefix}{reference}"), len)?,
        Shape::Padded(len) => {
            format!(
                "0{}",
                with_check_digit(format!("{prefix}{reference}"), len)?
            )
        }
        Shape::Indicated(len) | Shape::Pieces(len) => {
            let (first, rest) = reference.split_at_checked(1)?;
            with_check_digit(format!("{first}{prefix}{rest}"), len)?
        }
    };
    if let Shape::Pieces(_) = scheme.shape {
        let mut pieces = serial?.splitn(3, '.');
        let (piece, total) = (pieces.next()?, pieces.next()?);
        if piece.len() != 2 || total.len() != 2 || !is_digits(piece) || !is_digits(total) {
            return None;
        }
        key.push_str(piece);
        key.push_str(total);
        serial = Some(pieces.next()?);
    }
    let serial = match (scheme.serial, serial) {
        (None, None) => None,
        (Some(_), Some(ANY)) if is_pattern => None,
        (Some(_), Some(NO_EXTENSION)) if name == "sgln" => None,
        (Some(ai), Some(serial)) if !serial.is_empty() && !is_pattern => {
            Some((ai, decoded(serial)))
        }
        _ => return None,
    };
    let mut elements = vec![(scheme.key, key)];
    match serial {
        Some((ai, serial)) if ai == scheme.key => elements[0].1.push_str(&serial),
        Some(element) => elements.push(element),
        None => {}
    }
    Some(elements)
}

/// Whether every sign that a URN can't hold as it is is written with two hexadecimal digits (EPC Tag
/// Data Standard, section 6.3.1).
fn is_urn_text(text: &str) -> bool {
    let mut rest = text.split('%');
    let is_plain = |text: &str| !text.contains(['"', '&', '/', '<', '>', '?', '#']);
    rest.next().is_none_or(is_plain)
        && rest.all(|part| {
            let bytes = part.as_bytes();
            bytes.len() >= 2 && bytes[..2].iter().all(u8::is_ascii_hexdigit) && is_plain(part)
        })
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits with their check digit; `None` unless these are `len` digits.
fn with_check_digit(digits: String, len: usize) -> Option<String> {
    if digits.len() != len {
        return None;
    }
    let check = check_digit(digits.as_bytes())?;
    Some(digits + char::from(check).encode_utf8(&mut [0]))
}

impl Message<'_> {
    /// The EPC URN of what the message names, for a company prefix of so many digits, 6 to 12.
    ///
    /// With a serial `urn:epc:id:…`; a trade item with a batch and no serial is a class
    /// (`urn:epc:class:lgtin:…`); whatever else lacks its serial is a pattern
    /// (`urn:epc:idpat:…:*`). `None` where no URN exists for the key, or its digits are not enough.
    ///
    /// ```
    /// let (message, _) = gs1::parse("(01)09506000134352(21)A1", None);
    /// assert_eq!(
    ///     message.epc_urn(7).as_deref(),
    ///     Some("urn:epc:id:sgtin:9506000.013435.A1")
    /// );
    /// ```
    #[must_use]
    pub fn epc_urn(&self, prefix_len: usize) -> Option<String> {
        if !(6..=12).contains(&prefix_len) {
            return None;
        }
        let path = self.path_elements()?;
        let (key, qualifiers) = path.split_first()?;
        let entry = self.dictionary.entry(key.ai)?;
        if !crate::parse::is_well_formed(entry, &key.value) {
            return None;
        }
        let serial_of = |scheme: &Scheme| {
            let serial = scheme.serial?;
            let found = qualifiers.iter().find(|element| element.ai == serial);
            found.map(|element| &*element.value)
        };
        let mut fitting = SCHEMES.iter().filter(|scheme| scheme.key == key.ai);
        let scheme = fitting
            .clone()
            .find(|scheme| serial_of(scheme).is_some())
            .or_else(|| fitting.next())?;
        let (prefix, reference, own_serial) = split(scheme, key, prefix_len)?;
        let mut out = format!("{prefix}.{reference}");
        let serial = own_serial.or_else(|| serial_of(scheme));
        let kind = match (scheme.serial, serial) {
            (None, _) => "id",
            (Some(_), Some(serial)) => {
                out.push('.');
                escape(serial, &mut out);
                if scheme.name == "lgtin" {
                    "class"
                } else {
                    "id"
                }
            }
            (Some(_), None) if scheme.name == "sgln" => {
                out.push('.');
                out.push_str(NO_EXTENSION);
                "id"
            }
            (Some(_), None) => {
                out.push('.');
                out.push_str(ANY);
                "idpat"
            }
        };
        Some(format!("urn:epc:{kind}:{}:{out}", scheme.name))
    }
}

/// Company prefix, reference with everything that follows it before the serial, and a serial that
/// is a part of the key's value.
fn split<'m>(
    scheme: &Scheme,
    key: &'m Element<'_>,
    prefix_len: usize,
) -> Option<(String, String, Option<&'m str>)> {
    let value: &str = &key.value;
    let own = |rest: &'m str| Some(rest).filter(|rest| !rest.is_empty());
    match scheme.shape {
        Shape::Text => {
            let (prefix, reference) = value.split_at_checked(prefix_len)?;
            if reference.is_empty() || !is_digits(prefix) {
                return None;
            }
            let mut escaped = String::new();
            escape(reference, &mut escaped);
            Some((prefix.to_owned(), escaped, None))
        }
        Shape::Digits(len) | Shape::Padded(len) => {
            let value = if scheme.shape == Shape::Digits(len) {
                value
            } else {
                value.strip_prefix('0')?
            };
            let (digits, rest) = value.split_at_checked(len + 1)?;
            let (prefix, reference) = digits[..len].split_at_checked(prefix_len)?;
            Some((prefix.to_owned(), reference.to_owned(), own(rest)))
        }
        Shape::Indicated(len) | Shape::Pieces(len) => {
            let (digits, rest) = value.split_at_checked(len + 1)?;
            let (first, digits) = digits[..len].split_at_checked(1)?;
            let (prefix, reference) = digits.split_at_checked(prefix_len)?;
            let mut reference = format!("{first}{reference}");
            if let Shape::Pieces(_) = scheme.shape {
                let (piece, total) = rest.split_at_checked(2)?;
                reference = format!("{reference}.{piece}.{total}");
            }
            Some((prefix.to_owned(), reference, None))
        }
    }
}

/// Escapes what a URN can't hold as it is (EPC Tag Data Standard, table "Characters permitted in
/// alphanumeric serial numbers").
fn escape(text: &str, into: &mut String) {
    for character in text.chars() {
        if matches!(character, '"' | '#' | '%' | '&' | '/' | '<' | '>' | '?') {
            into.push_str(&format!("%{:02X}", u32::from(character)));
        } else {
            into.push(character);
        }
    }
}

impl<'t> Reader<'t, '_> {
    /// Adds an element whose value doesn't stand in the text as it is.
    fn owned(&mut self, ai: Ai, entry: &crate::Entry, value: String, span: Range<usize>) {
        if !crate::parse::is_well_formed(entry, &value) {
            self.fault(FaultKind::MalformedUrn, span.clone());
        }
        self.message.elements.push(Element {
            ai,
            value: Cow::Owned(value),
            span,
        });
    }
}
