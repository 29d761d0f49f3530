//! Shapes of JSON and what they demand: value + rule → faults, each at its place.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::vocabulary::Vocabulary;
use crate::{epcis::Context, store::CaptureFault};

/// An object's fields.
pub(super) struct Shape {
    /// What it is, in a sentence.
    pub(super) what: &'static str,
    pub(super) fields: &'static [(&'static str, Rule)],
    /// Those that must be there.
    pub(super) needs: &'static [&'static str],
    /// Whether it may have extensions: names with a namespace.
    pub(super) is_open: bool,
}

/// What a value must be.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    /// Somebody else says so.
    Anything,
    Text,
    Number,
    Truth,
    /// An absolute URI.
    Uri,
    Uris,
    UriOrUris,
    /// Identifiers of single things, each once.
    Epcs,
    /// The identifier of a class of things.
    EpcClass,
    /// A date and time with offset (RFC 3339).
    Time,
    /// An offset from UTC.
    Offset,
    /// A word of a vocabulary, or the URI of one's own.
    Word(&'static Vocabulary),
    /// At least one of them, each once.
    Words(&'static Vocabulary),
    /// A unit of measure of UN/CEFACT Recommendation 20.
    Unit,
    /// Hexadecimal digits.
    Hex,
    /// A JSON-LD context.
    Context,
    /// An object of extensions.
    Extensions,
    Object(&'static Shape),
    List(&'static Shape),
    /// A list that holds something.
    FullList(&'static Shape),
}

/// Checks a value; faults are added.
pub(super) fn check(
    value: &Value,
    rule: Rule,
    context: &Context,
    pointer: &str,
    faults: &mut Vec<CaptureFault>,
) {
    let mut fault = |detail: String| {
        faults.push(CaptureFault {
            pointer: pointer.to_owned(),
            detail,
        });
    };
    match (rule, value) {
        (Rule::Anything, _)
        | (Rule::Text, Value::String(_))
        | (Rule::Number, Value::Number(_))
        | (Rule::Truth, Value::Bool(_)) => {}
        (Rule::Text, _) => fault("must be a text".to_owned()),
        (Rule::Number, _) => fault("must be a number".to_owned()),
        (Rule::Truth, _) => fault("must be `true` or `false`".to_owned()),
        (Rule::Uri, Value::String(text)) => {
            if !is_uri(text) {
                fault(format!("`{text}` is no URI"));
            }
        }
        (Rule::Uri, _) => fault("must be a URI".to_owned()),
        (Rule::EpcClass, Value::String(text)) => {
            if text.starts_with("urn:epc:id:") {
                fault(format!("`{text}` names a single thing and no class"));
            }
        }
        // Told by whoever reads the quantity.
        (Rule::EpcClass, _) => {}
        (Rule::Time, Value::String(text)) => {
            if !is_date_time(text) {
                fault(format!(
                    "`{text}` is not a date and time with offset, as 2026-11-24T10:20:30Z"
                ));
            }
        }
        (Rule::Time, _) => fault("must be a date and time with offset".to_owned()),
        (Rule::Offset, Value::String(text)) if is_offset(text) => {}
        (Rule::Offset, _) => fault("must be an offset from -14:00 to +14:00".to_owned()),
        (Rule::Word(vocabulary), Value::String(text)) => {
            if let Err(detail) = vocabulary.check(text) {
                fault(detail);
            }
        }
        (Rule::Word(_), _) => fault("must be a text".to_owned()),
        (Rule::Unit, Value::String(text)) if is_unit(text) => {}
        (Rule::Unit, _) => {
            fault(
                "must be two or three letters or digits of UN/CEFACT Recommendation 20".to_owned(),
            );
        }
        (Rule::Hex, Value::String(text))
            if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit()) => {}
        (Rule::Hex, _) => fault("must be hexadecimal digits".to_owned()),
        (Rule::Context, Value::String(_) | Value::Object(_)) => {}
        (Rule::Context, Value::Array(parts))
            if parts
                .iter()
                .all(|part| part.is_string() || part.is_object()) => {}
        (Rule::Context, _) => fault("must be a JSON-LD context".to_owned()),
        (Rule::UriOrUris, Value::String(_)) => check(value, Rule::Uri, context, pointer, faults),
        (Rule::Uris | Rule::UriOrUris, Value::Array(items)) => {
            each(items, Rule::Uri, context, pointer, faults);
        }
        (Rule::Epcs, Value::Array(items)) => epcs(items, pointer, faults),
        (Rule::Words(vocabulary), Value::Array(items)) if !items.is_empty() => {
            each(items, Rule::Word(vocabulary), context, pointer, faults);
            once(items, pointer, faults);
        }
        (Rule::List(shape), Value::Array(items)) => {
            each(items, Rule::Object(shape), context, pointer, faults);
        }
        (Rule::FullList(shape), Value::Array(items)) if !items.is_empty() => {
            each(items, Rule::Object(shape), context, pointer, faults);
        }
        // Told by whoever reads them.
        (Rule::Epcs, _) => {}
        (Rule::Uris | Rule::UriOrUris, _) => fault("must be a list of URIs".to_owned()),
        (Rule::List(_), _) => fault("must be a list".to_owned()),
        (Rule::Words(_) | Rule::FullList(_), _) => {
            fault("must be a list that holds something".to_owned());
        }
        (Rule::Object(shape), Value::Object(fields)) => {
            check_fields(fields, shape, &[], context, pointer, faults);
            if shape.needs.is_empty() && !shape.is_open && fields.is_empty() {
                faults.push(CaptureFault {
                    pointer: pointer.to_owned(),
                    detail: format!("{} must say something", shape.what),
                });
            }
        }
        (Rule::Extensions, Value::Object(fields)) => {
            for name in fields.keys() {
                if !is_extension(name, context) {
                    faults.push(unknown(name, "master data", pointer));
                }
            }
        }
        (Rule::Object(_) | Rule::Extensions, _) => fault("must be an object".to_owned()),
    }
}

/// Checks an object's fields, those that it has in common with others too.
pub(super) fn check_fields(
    fields: &Map<String, Value>,
    shape: &Shape,
    common: &'static [(&'static str, Rule)],
    context: &Context,
    pointer: &str,
    faults: &mut Vec<CaptureFault>,
) {
    for name in shape.needs {
        if !fields.contains_key(*name) {
            faults.push(CaptureFault {
                pointer: format!("{pointer}/{name}"),
                detail: format!("{} needs `{name}`", shape.what),
            });
        }
    }
    for (name, value) in fields {
        let known = shape.fields.iter().chain(common);
        match known.into_iter().find(|(known, _)| known == name) {
            Some((_, rule)) => {
                check(value, *rule, context, &place(pointer, name), faults);
            }
            None if shape.is_open && is_extension(name, context) => {}
            None => faults.push(unknown(name, shape.what, pointer)),
        }
    }
}

fn unknown(name: &str, what: &str, pointer: &str) -> CaptureFault {
    CaptureFault {
        pointer: place(pointer, name),
        detail: format!("`{name}` is no field of {what}; an extension's name has a namespace"),
    }
}

/// RFC 6901.
fn place(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn is_extension(name: &str, context: &Context) -> bool {
    is_uri(name) || context.has_term(name)
}

fn each(
    items: &[Value],
    rule: Rule,
    context: &Context,
    pointer: &str,
    faults: &mut Vec<CaptureFault>,
) {
    for (index, item) in items.iter().enumerate() {
        check(item, rule, context, &format!("{pointer}/{index}"), faults);
    }
}

fn once(items: &[Value], pointer: &str, faults: &mut Vec<CaptureFault>) {
    let mut known = HashSet::new();
    for (index, item) in items.iter().enumerate() {
        if let Some(text) = item.as_str().filter(|text| !known.insert(*text)) {
            faults.push(CaptureFault {
                pointer: format!("{pointer}/{index}"),
                detail: format!("`{text}` stands there twice"),
            });
        }
    }
}

fn epcs(items: &[Value], pointer: &str, faults: &mut Vec<CaptureFault>) {
    once(items, pointer, faults);
    for (index, item) in items.iter().enumerate() {
        let text = item.as_str().unwrap_or("");
        if text.starts_with("urn:epc:class:") || text.starts_with("urn:epc:idpat:") {
            faults.push(CaptureFault {
                pointer: format!("{pointer}/{index}"),
                detail: format!("`{text}` names a class; write it into the list of quantities"),
            });
        }
    }
}

/// An absolute URI (RFC 3986), or a compact one.
pub(super) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+.-_".contains(&byte));
    let is_no_part = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>\"{}|\\^`".contains(letter)
    };
    is_scheme && !rest.is_empty() && !rest.contains(is_no_part)
}

/// `2026-11-24T10:20:30.5+01:00`, and a moment that there is.
fn is_date_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() >= 20
        && bytes[..19].iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            10 => *byte == b'T',
            13 | 16 => *byte == b':',
            _ => byte.is_ascii_digit(),
        });
    if !is_shaped {
        return false;
    }
    let zone = match text[19..].strip_prefix('.') {
        Some(rest) => {
            let zone = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            if zone.len() == rest.len() {
                return false;
            }
            zone
        }
        None => &text[19..],
    };
    let is_zone = zone == "Z" || zone.len() == 6 && zone.as_bytes()[3] == b':';
    is_zone && crate::clock::parse_rfc3339(text).is_some()
}

fn is_offset(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let Some((hours, minutes)) = rest.split_once(':') else {
        return false;
    };
    let two = |part: &str| {
        let is_two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_two.then(|| part.parse::<u8>().ok()).flatten()
    };
    match (two(hours), two(minutes)) {
        (Some(hours), Some(minutes)) => hours < 14 && minutes < 60 || (hours, minutes) == (14, 0),
        _ => false,
    }
}

fn is_unit(text: &str) -> bool {
    (2..=3).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        for text in [
            "2026-11-24T10:20:30Z",
            "2005-04-03T20:33:31.116000-06:00",
            "2026-11-24T10:20:30.1+14:00",
        ] {
            assert!(is_date_time(text), "{text}");
        }
        for text in [
            "2026-11-24",
            "2026-11-24T10:20:30",
            "2026-11-24 10:20:30Z",
            "2026-11-24T10:20Z",
            "2026-13-24T10:20:30Z",
            "2026-11-24T10:20:30.Z",
            "2026-11-24T10:20:30+0100",
            "24.11.2026",
            "",
        ] {
            assert!(!is_date_time(text), "{text}");
        }
    }

    #[test]
    fn uris() {
        for text in ["urn:uuid:1", "https://a.example/x?y=1", "ex:a", "geo:1,2"] {
            assert!(is_uri(text), "{text}");
        }
        for text in [
            "",
            "A1",
            ":x",
            "1a:x",
            "urn:",
            "urn:a b",
            "urn:a|b",
            "https://a.example/<x>",
        ] {
            assert!(!is_uri(text), "{text}");
        }
    }

    #[test]
    fn offsets() {
        for text in ["+00:00", "-13:59", "+14:00"] {
            assert!(is_offset(text), "{text}");
        }
        for text in ["+14:01", "+01:60", "01:00", "+1:00", "Z", "+15:00"] {
            assert!(!is_offset(text), "{text}");
        }
    }
}
