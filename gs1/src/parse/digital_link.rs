//! GS1 Digital Link URIs on any stem: the key and its qualifiers in the path, the rest in the query.

use super::{element_string::repeated, value};
use crate::{
    Ai, Element, Fault, FaultKind, Form, Message, check_digit,
    dictionary::{self, Entry},
    percent,
};

/// A whole URI; anything without a primary key in its path is another link.
pub(super) fn parse(text: &str) -> (Message, Vec<Fault>) {
    let without_fragment = text.split('#').next().unwrap_or(text);
    let (before_query, query) = match without_fragment.split_once('?') {
        Some((before, query)) => (before, Some((query, before.len() + 1))),
        None => (without_fragment, None),
    };
    let authority = before_query.find("://").map_or(0, |at| at + 3);
    let path = before_query[authority..]
        .find('/')
        .map_or(before_query.len(), |at| authority + at);
    let scheme = &text[..authority];
    let is_web = scheme.eq_ignore_ascii_case("https://") || scheme.eq_ignore_ascii_case("http://");
    if is_web && let Some(found) = read(before_query, path, query) {
        return found;
    }
    let mut message = Message::new(Form::OtherUri);
    message.stem = Some(before_query[..path].to_owned());
    (message, Vec::new())
}

/// The path and query of a request, such as `/01/09506000134352/21/x%2F1`. Spans point into `path`
/// followed by `?` and `query`.
#[must_use]
pub fn from_path(path: &str, query: Option<&str>) -> (Message, Vec<Fault>) {
    let query = query.map(|query| (query, path.len() + 1));
    read(path, 0, query).unwrap_or_else(|| {
        let fault = Fault {
            kind: FaultKind::NoGs1Data,
            ai: None,
            span: 0..path.len(),
        };
        (Message::new(Form::OtherUri), vec![fault])
    })
}

/// A piece of the path with its place.
type Segment<'a> = (&'a str, usize);

/// `None` where the path holds no primary key.
fn read(text: &str, path: usize, query: Option<(&str, usize)>) -> Option<(Message, Vec<Fault>)> {
    let mut at = path;
    let mut segments: Vec<Segment<'_>> = Vec::new();
    for segment in text[path..].split('/') {
        segments.push((segment, at));
        at += segment.len() + 1;
    }
    if segments
        .last()
        .is_some_and(|(segment, _)| segment.is_empty())
    {
        segments.pop();
    }
    // The last pair whose first half is a primary key: whatever stands before it is the stem's.
    let key = (0..segments.len().saturating_sub(1)).rev().find(|index| {
        primary_key(segments[*index].0).is_some() && (segments.len() - index).is_multiple_of(2)
    })?;
    let (_, entry) = primary_key(segments[key].0)?;

    let mut message = Message::new(Form::DigitalLink);
    let mut faults = Vec::new();
    message.stem = Some(text[..segments[key].1.saturating_sub(1)].to_owned());
    for pair in segments[key..].chunks_exact(2) {
        let (name, (raw, start)) = (pair[0], pair[1]);
        push(&mut message, name, raw, start, false, &mut faults);
    }
    check_qualifiers(entry, &segments[key + 2..], &mut faults);
    if let Some((query, start)) = query {
        read_query(query, start, &mut message, &mut faults);
    }
    Some((message, faults))
}

fn primary_key(segment: &str) -> Option<(Ai, &'static Entry)> {
    let ai: Ai = segment.parse().ok()?;
    let entry = dictionary::find(ai)?;
    entry.qualifiers.map(|_| (ai, entry))
}

/// Adds one element of a link.
fn push(
    message: &mut Message,
    (name, name_at): Segment<'_>,
    raw: &str,
    start: usize,
    is_query: bool,
    faults: &mut Vec<Fault>,
) {
    let known = name
        .parse::<Ai>()
        .ok()
        .and_then(|ai| Some((ai, dictionary::find(ai)?)));
    let Some((ai, entry)) = known else {
        let span = name_at..name_at + name.len();
        faults.push(Fault {
            kind: FaultKind::UnknownAi,
            ai: None,
            span,
        });
        return;
    };
    let span = start..start + raw.len();
    let mut value = match percent::decode(raw, is_query) {
        Ok(value) => value,
        Err(kind) => {
            faults.push(Fault {
                kind,
                ai: Some(ai),
                span: span.clone(),
            });
            raw.to_owned()
        }
    };
    // GTINs of 8, 12 or 13 digits were allowed up to Digital Link 1.3.
    if ai.as_str() == "01"
        && matches!(value.len(), 8 | 12 | 13)
        && check_digit::has_check_digit(value.as_bytes())
    {
        value = format!("{value:0>14}");
    }
    let before = faults.len();
    value::faults(ai, entry, &value, start, faults);
    if raw.len() != value.len() {
        // The value was decoded: its own spans don't point into the text, the whole one does.
        for fault in &mut faults[before..] {
            fault.span = span.clone();
        }
    }
    repeated(message, ai, &value, start, faults);
    message.elements.push(Element { ai, value, span });
}

/// Qualifiers may be left out, and come in the order of one of the key's rows.
fn check_qualifiers(entry: &Entry, rest: &[Segment<'_>], faults: &mut Vec<Fault>) {
    let rows = entry.qualifiers.unwrap_or_default();
    let names: Vec<Segment<'_>> = rest.iter().step_by(2).copied().collect();
    let fits = |row: &&[&str]| {
        let mut row = row.iter();
        names
            .iter()
            .all(|(name, _)| row.any(|qualifier| qualifier == name))
    };
    let (Some((_, at)), Some((last, last_at))) = (names.first(), names.last()) else {
        return;
    };
    if rows.iter().any(fits) {
        return;
    }
    let span = *at..last_at + last.len();
    faults.push(Fault {
        kind: FaultKind::QualifierOrder,
        ai: None,
        span,
    });
}

fn read_query(query: &str, start: usize, message: &mut Message, faults: &mut Vec<Fault>) {
    let mut at = start;
    for pair in query.split(['&', ';']) {
        let (name, raw) = pair.split_once('=').unwrap_or((pair, ""));
        let value_at = at + name.len() + 1;
        let entry = name.parse::<Ai>().ok().map(|ai| (ai, dictionary::find(ai)));
        match entry {
            Some((_, Some(entry))) if entry.is_attribute => {
                push(message, (name, at), raw, value_at, true, faults);
            }
            // All digits and no data attribute: it claims to be an element and can't be one.
            Some((ai, known)) => {
                let kind = if known.is_some() {
                    FaultKind::NotAnAttribute
                } else {
                    FaultKind::UnknownAi
                };
                faults.push(Fault {
                    kind,
                    ai: Some(ai),
                    span: at..at + name.len(),
                });
            }
            None if pair.is_empty() => {}
            None => {
                let decoded = |text: &str| percent::decode(text, true).unwrap_or(text.to_owned());
                message.ignored_query.push((decoded(name), decoded(raw)));
            }
        }
        at += pair.len() + 1;
    }
}
