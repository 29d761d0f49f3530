//! Percent-encoding as Digital Link URIs use it (RFC 3986, section 2).

use std::{borrow::Cow, ops::Range};

use crate::bytes::ByteSet;

/// Decodes one path segment or query value. In a query, `+` stands for a space.
///
/// A percent sign that no two hexadecimal digits follow stands for itself, as in browsers and in
/// GS1's own engine. Bytes that are no UTF-8 become U+FFFD, which no character set of GS1's has.
pub(crate) fn decode(text: &str, is_query: bool) -> Cow<'_, str> {
    let is_escaped = |c: char| c == '%' || is_query && c == '+';
    if !text.contains(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let (byte, len) = step(text.as_bytes(), at, is_query);
        bytes.push(byte);
        at += len;
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Cow::Owned(text)
}

/// The byte that stands at `at`, and how many bytes it is written in.
fn step(bytes: &[u8], at: usize, is_query: bool) -> (u8, usize) {
    let digit = |at: usize| {
        let digit = char::from(*bytes.get(at)?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    match bytes[at] {
        b'%' => match (digit(at + 1), digit(at + 2)) {
            (Some(high), Some(low)) => (high * 16 + low, 3),
            _ => (b'%', 1),
        },
        b'+' if is_query => (b' ', 1),
        other => (other, 1),
    }
}

/// Where in `raw` the bytes of its decoded text stand; the whole of `raw` where that is no piece of
/// text.
pub(crate) fn raw_span(raw: &str, is_query: bool, decoded: Range<usize>) -> Range<usize> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut steps = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        let (byte, len) = step(raw.as_bytes(), at, is_query);
        bytes.push(byte);
        steps.push(at..at + len);
        at += len;
    }
    // Where each byte of the decoded text comes from; what is no UTF-8 became U+FFFD, of three bytes.
    let mut places = Vec::with_capacity(steps.len());
    let mut read = 0;
    for chunk in bytes.utf8_chunks() {
        let invalid = read + chunk.valid().len();
        places.extend_from_slice(&steps[read..invalid]);
        read = invalid + chunk.invalid().len();
        if let [first, ..] = &steps[invalid..read] {
            let whole = first.start..steps[read - 1].end;
            places.extend([whole.clone(), whole.clone(), whole]);
        }
    }
    let start = places
        .get(decoded.start)
        .map_or(raw.len(), |place| place.start);
    let last = decoded.end.checked_sub(1).and_then(|last| places.get(last));
    let end = match last {
        Some(last) if !decoded.is_empty() => last.end,
        _ => start,
    };
    if start <= end && raw.is_char_boundary(start) && raw.is_char_boundary(end) {
        start..end
    } else {
        0..raw.len()
    }
}

/// Encodes everything but the unreserved characters of RFC 3986; a space becomes `+` in a query.
pub(crate) fn encode(text: &str, is_query: bool, into: &mut String) {
    // Nearly all that codes hold stands for itself.
    if text.bytes().all(is_unreserved) {
        into.push_str(text);
        return;
    }
    for byte in text.bytes() {
        match byte {
            _ if is_unreserved(byte) => into.push(char::from(byte)),
            b' ' if is_query => into.push('+'),
            other => {
                let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
                into.push('%');
                into.push(digit(other >> 4));
                into.push(digit(other & 15));
            }
        }
    }
}

fn is_unreserved(byte: u8) -> bool {
    UNRESERVED.has(byte)
}

static UNRESERVED: ByteSet = ByteSet::alphanumeric_and(b"-._~");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for text in ["A1", "a/b", "100%", "x+y", "é\u{1d}", "a b"] {
            for is_query in [false, true] {
                let mut encoded = String::new();
                encode(text, is_query, &mut encoded);
                assert_eq!(decode(&encoded, is_query), text);
            }
        }
        assert_eq!(decode("a+b", true), "a b");
        assert_eq!(decode("a+b", false), "a+b");
        for same in ["%", "%4", "%zz", "100%"] {
            assert_eq!(decode(same, false), same);
        }
        assert_eq!(decode("%ff", false), "\u{fffd}");
    }

    #[test]
    fn spans_of_what_was_decoded() {
        let check = |raw: &str, decoded: Range<usize>, expected: &str| {
            assert_eq!(&raw[raw_span(raw, false, decoded)], expected, "{raw}");
        };
        check("ab%2Fc", 2..3, "%2F");
        check("ab%2Fc", 3..4, "c");
        check("%C3%A9x", 0..2, "%C3%A9");
        check("ab", 2..2, "");
        check("é", 0..1, "é");
        check("%ffABC", 0..3, "%ff");
        check("A%ffB", 4..5, "B");
    }
}
