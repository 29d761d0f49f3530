//! GS1 Digital Link URIs on any stem: the key and its qualifiers in the path, the rest in the query.

use std::{borrow::Cow, ops::Range};

use super::{MAX_ELEMENTS, Reader, value};
use crate::{
    Ai, Element, Fault, FaultKind, Form, bytes::ByteSet, compress, dictionary::Entry,
    message::Link, percent,
};

/// Where the host begins, for a text that begins like a web address in whatever case.
pub(crate) fn uri_authority(text: &str) -> Option<usize> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(scheme.len())
    })
}

/// What a URI may be made of (RFC 3986, appendix A).
fn is_uri_byte(byte: u8) -> bool {
    URI_BYTES.has(byte)
}

// Each byte of each link is looked at: in a table.
static URI_BYTES: ByteSet = ByteSet::alphanumeric_and(b"-._~:/?#[]@!$&'()*+,;=%");
static NOT_IN_HOST: ByteSet = ByteSet::of(b"_~?#@!$&'()*+,;=%");

/// A whole URI that begins like a web address; anything without a primary key is another link.
pub(super) fn read(reader: &mut Reader<'_, '_>, range: Range<usize>) {
    let text = reader.text;
    let uri = &text[range.clone()];
    let authority = range.start + uri_authority(uri).unwrap_or(0);
    let scheme = &text[range.start..authority];
    let has = |is_case: fn(&u8) -> bool| scheme.as_bytes().iter().any(is_case);
    if has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) {
        reader.fault(FaultKind::MixedCaseScheme, range.start..authority);
    }
    if let Some(at) = uri.bytes().position(|byte| !is_uri_byte(byte)) {
        let at = range.start + at;
        reader.fault(
            FaultKind::IllegalUriCharacter,
            at..value::ceil(text, at + 1),
        );
    }
    let host = &text[authority..range.end];
    let path = host
        .find(['/', '?', '#'])
        .map_or(range.end, |at| authority + at);
    let host = &text[authority..path];
    if host.is_empty() || host.bytes().any(|byte| NOT_IN_HOST.has(byte)) {
        reader.fault(FaultKind::IllegalUriHost, authority..path);
    }
    reader.message.form = Form::OtherUri;
    reader.message.link = Some(Link {
        uri: Cow::Borrowed(uri),
        stem: Cow::Borrowed(&text[range.start..path]),
        other_pairs: Vec::new(),
        fragment: None,
    });
    let parts = Parts::of(text, path..range.end);
    if !read_parts(reader, range.start, &parts) {
        reader.fault(FaultKind::NoGs1Data, range);
    }
}

/// The path and query of a request: a link without scheme and host.
pub(super) fn read_path(reader: &mut Reader<'_, '_>, start: usize) {
    let text = reader.text;
    reader.message.link = Some(Link {
        uri: Cow::Borrowed(text),
        stem: Cow::Borrowed(""),
        other_pairs: Vec::new(),
        fragment: None,
    });
    let parts = Parts::of(text, start..text.len());
    if !read_parts(reader, start, &parts) {
        reader.message.form = Form::OtherUri;
        reader.fault(FaultKind::NoGs1Data, start..text.len());
    }
}

/// Where the parts of a URI behind its host stand.
struct Parts {
    path: Range<usize>,
    query: Option<Range<usize>>,
    fragment: Option<Range<usize>>,
}

impl Parts {
    fn of(text: &str, range: Range<usize>) -> Parts {
        let find = |within: Range<usize>, wanted: char| {
            text[within.clone()]
                .find(wanted)
                .map(|at| within.start + at)
        };
        let hash = find(range.clone(), '#');
        let end = hash.unwrap_or(range.end);
        let mark = find(range.start..end, '?');
        Parts {
            path: range.start..mark.unwrap_or(end),
            query: mark.map(|mark| mark + 1..end),
            fragment: hash.map(|hash| hash + 1..range.end),
        }
    }
}

/// The slash before the last pair of a path, and where the pair's name stands.
fn last_pair(text: &str, path: Range<usize>) -> Option<(usize, Range<usize>)> {
    let second = path.start + text[path.clone()].rfind('/')?;
    let first = path.start + text[path.start..second].rfind('/')?;
    Some((first, first + 1..second))
}

/// Where the pair of the primary key begins, looked for from the end of the path: the pairs behind
/// it all have identifiers for names, and whatever stands before it is the stem's.
fn root(reader: &Reader<'_, '_>, path: Range<usize>) -> Option<usize> {
    let mut end = path.end;
    loop {
        let (slash, name) = last_pair(reader.text, path.start..end)?;
        let (_, entry) = reader.dictionary.named(&reader.text[name])?;
        if entry.is_key() {
            return Some(slash);
        }
        end = slash;
    }
}

/// `false` where the path holds no primary key.
fn read_parts(reader: &mut Reader<'_, '_>, start: usize, parts: &Parts) -> bool {
    let text = reader.text;
    let path = parts.path.clone();
    let without_slash = path.start..path.end - usize::from(text[path.clone()].ends_with('/'));
    // With a slash at the end, the batch of `/10/00/` is no key that lacks its value.
    if without_slash != path
        && let Some(root) = root(reader, without_slash.clone())
    {
        reader.fault(FaultKind::TrailingSlash, without_slash.end..path.end);
        read_path_pairs(reader, root..without_slash.end);
        settle(reader, Form::DigitalLink, start, root, parts);
        return true;
    }
    if let Some(root) = root(reader, path.clone()) {
        read_path_pairs(reader, root..path.end);
        settle(reader, Form::DigitalLink, start, root, parts);
        return true;
    }
    read_compressed(reader, start, without_slash, parts)
}

/// A last segment that holds the elements, or all but the key that stands before it.
fn read_compressed(
    reader: &mut Reader<'_, '_>,
    start: usize,
    path: Range<usize>,
    parts: &Parts,
) -> bool {
    let text = reader.text;
    let Some(slash) = text[path.clone()].rfind('/').map(|at| path.start + at) else {
        return false;
    };
    let segment = slash + 1..path.end;
    if !is_base64url(&text[segment.clone()]) {
        return false;
    }
    let key = root(reader, path.start..slash);
    let (known, faults) = (reader.message.elements.len(), reader.faults.len());
    if let Some(key) = key {
        read_path_pairs(reader, key..slash);
    }
    let found = compress::expand(reader.dictionary, &text[segment.clone()], key.is_none());
    let in_path = &reader.message.elements[known..];
    let found = found.filter(|found| {
        let is_in_path = |ai: &Ai| in_path.iter().any(|element| element.ai == *ai);
        !found.elements.iter().any(|(ai, _)| is_in_path(ai))
            && in_path.len() + found.elements.len() <= MAX_ELEMENTS
    });
    let Some(found) = found else {
        // Another kind of link, after all.
        reader.message.elements.truncate(known);
        reader.faults.truncate(faults);
        return false;
    };
    for (ai, value) in found.elements {
        reader.message.elements.push(Element {
            ai,
            value: Cow::Owned(value),
            span: segment.clone(),
        });
    }
    settle(
        reader,
        Form::CompressedDigitalLink,
        start,
        key.unwrap_or(slash),
        parts,
    );
    if let Some(link) = &mut reader.message.link {
        let pairs = found.other_pairs.into_iter().map(Cow::Owned);
        link.other_pairs.splice(0..0, pairs);
    }
    true
}

/// Whether a text is made of the characters of base64url, without padding.
pub(crate) fn is_base64url(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Notes the link's own parts, and reads its query.
fn settle(reader: &mut Reader<'_, '_>, form: Form, start: usize, root: usize, parts: &Parts) {
    let text = reader.text;
    reader.message.form = form;
    let path_len = reader.message.elements.len();
    if let Some(link) = &mut reader.message.link {
        link.stem = Cow::Borrowed(&text[start..root]);
        link.fragment = parts
            .fragment
            .clone()
            .map(|range| Cow::Borrowed(&text[range]));
    }
    if let Some(query) = parts.query.clone() {
        read_query(reader, query, path_len);
    }
}

fn read_path_pairs(reader: &mut Reader<'_, '_>, range: Range<usize>) {
    let text = reader.text;
    let first = reader.message.elements.len();
    let mut at = range.start;
    let mut qualifiers: Option<Range<usize>> = None;
    while at < range.end {
        let segment = |start: usize| {
            let end = text[start..range.end].find('/');
            start..end.map_or(range.end, |at| start + at)
        };
        let name = segment(at + 1);
        if !reader.has_room(name.clone()) {
            break;
        }
        let value = segment(name.end + 1);
        at = value.end;
        if let Some((ai, entry)) = reader.dictionary.named(&text[name.clone()]) {
            if reader.message.elements.len() > first {
                let start = qualifiers.map_or(name.start, |names| names.start);
                qualifiers = Some(start..name.end);
            }
            element(reader, ai, entry, &name, value, false);
        }
    }
    check_qualifiers(reader, first, qualifiers.unwrap_or(range));
}

/// Adds one element of a link.
fn element(
    reader: &mut Reader<'_, '_>,
    ai: Ai,
    entry: &Entry,
    name: &Range<usize>,
    span: Range<usize>,
    is_query: bool,
) {
    let raw = &reader.text[span.clone()];
    if raw.is_empty() {
        let fault = Fault::new(FaultKind::EmptyValue, Some(ai), name.clone());
        reader.faults.push(fault);
        return;
    }
    let mut value = percent::decode(raw, is_query);
    let is_decoded = matches!(value, Cow::Owned(_));
    let is_short = ai.as_str() == "01"
        && matches!(value.len(), 8 | 12 | 13)
        && value.bytes().all(|byte| byte.is_ascii_digit());
    let padding = if is_short { 14 - value.len() } else { 0 };
    if is_short {
        value = Cow::Owned(format!("{value:0>14}"));
        // In the query they are still allowed.
        if !is_query {
            let fault = Fault::new(FaultKind::ShortGtin, Some(ai), span.clone());
            reader.faults.push(fault);
        }
    }
    let known = reader.faults.len();
    value::faults(ai, entry, &value, 0, &mut reader.faults);
    for fault in &mut reader.faults[known..] {
        let place = |at: usize| at.saturating_sub(padding);
        let mut within = place(fault.span.start)..place(fault.span.end);
        if is_decoded {
            within = percent::raw_span(raw, is_query, within);
        }
        fault.span = span.start + within.start..span.start + within.end;
    }
    reader.message.elements.push(Element { ai, value, span });
}

/// Qualifiers may be left out, and come in the order of one of the key's rows.
fn check_qualifiers(reader: &mut Reader<'_, '_>, first: usize, names: Range<usize>) {
    let elements = &reader.message.elements[first..];
    let Some((key, rest)) = elements.split_first() else {
        return;
    };
    let Some((_, entry)) = reader.dictionary.named(key.ai.as_str()) else {
        return;
    };
    let is_right = rest.is_empty()
        || entry.qualifier_rows().any(|mut row| {
            rest.iter()
                .all(|element| row.any(|qualifier| qualifier == element.ai))
        });
    if is_right {
        return;
    }
    let is_qualifier =
        |ai: Ai| (entry.qualifier_rows()).any(|mut row| row.any(|qualifier| qualifier == ai));
    match rest.iter().find(|element| !is_qualifier(element.ai)) {
        Some(other) => {
            let fault = Fault::new(FaultKind::NotAQualifier, Some(other.ai), names);
            reader.faults.push(fault);
        }
        None => reader.fault(FaultKind::QualifierOrder, names),
    }
}

/// Pairs between `&`; also behind a `;` that an identifier follows, as the grammar has it.
fn read_query(reader: &mut Reader<'_, '_>, range: Range<usize>, path_len: usize) {
    let text = reader.text;
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let starts_element = |rest: &str| {
            let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
            let is_name = rest.as_bytes().get(digits) == Some(&b'=');
            is_name && reader.dictionary.named(&rest[..digits]).is_some()
        };
        let end = rest
            .char_indices()
            .find(|(index, character)| match character {
                '&' => true,
                ';' => starts_element(&rest[index + 1..]),
                _ => false,
            })
            .map_or(range.end, |(index, _)| at + index);
        if end > at && !read_query_pair(reader, at..end, path_len) {
            return;
        }
        at = end + 1;
    }
}

/// `false` where there is no room for it.
fn read_query_pair(reader: &mut Reader<'_, '_>, pair: Range<usize>, path_len: usize) -> bool {
    let text = reader.text;
    let equals = text[pair.clone()].find('=').map(|at| pair.start + at);
    let name = pair.start..equals.unwrap_or(pair.end);
    let is_number = equals.is_some() && text[name.clone()].bytes().all(|b| b.is_ascii_digit());
    if !is_number || name.is_empty() {
        if let Some(link) = &mut reader.message.link {
            link.other_pairs.push(Cow::Borrowed(&text[pair]));
        }
        return true;
    }
    if !reader.has_room(name.clone()) {
        return false;
    }
    let Some((ai, entry)) = reader.dictionary.named(&text[name.clone()]) else {
        // It claims to be an element and can't be one.
        reader.fault(FaultKind::UnknownAi, name);
        return true;
    };
    let mut fault = |kind, span| reader.faults.push(Fault::new(kind, Some(ai), span));
    if !entry.is_attribute {
        fault(FaultKind::NotAnAttribute, name);
        return true;
    }
    let value = name.end + 1..pair.end;
    let path = &reader.message.elements[..path_len];
    if reader
        .message
        .elements
        .iter()
        .any(|element| element.ai == ai)
    {
        fault(FaultKind::RepeatedAi, value.clone());
    } else if belongs_in(reader.dictionary, path, ai) {
        fault(FaultKind::BelongsInPath, name.clone());
    }
    element(reader, ai, entry, &name, value, true);
    true
}

/// Whether an identifier is a qualifier that the path could have had, too.
fn belongs_in(dictionary: &crate::Dictionary, path: &[Element<'_>], ai: Ai) -> bool {
    let Some((key, rest)) = path.split_first() else {
        return false;
    };
    let Some(entry) = dictionary.entry(key.ai) else {
        return false;
    };
    entry.qualifier_rows().any(|row| {
        let (mut has_it, mut others) = (false, 0);
        for qualifier in row {
            has_it |= qualifier == ai;
            others += usize::from(rest.iter().any(|element| element.ai == qualifier));
        }
        has_it && others == rest.len()
    })
}
