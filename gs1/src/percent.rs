//! Percent-encoding as Digital Link URIs use it (RFC 3986).

use crate::FaultKind;

/// Decodes one path segment or query value. In a query, `+` stands for a space.
///
/// A percent sign without two hexadecimal digits, or bytes that are no UTF-8, are a fault.
pub(crate) fn decode(text: &str, is_query: bool) -> Result<String, FaultKind> {
    if !text.contains(['%', '+']) {
        return Ok(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => bytes.push((high * 16 + low) as u8),
                    _ => return Err(FaultKind::BadPercentEncoding),
                }
            }
            b'+' if is_query => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).map_err(|_| FaultKind::BadPercentEncoding)
}

/// Encodes everything but the unreserved characters of RFC 3986.
pub(crate) fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                into.push(char::from(byte));
            }
            other => {
                let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
                into.push('%');
                into.push(digit(other >> 4));
                into.push(digit(other & 15));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for text in ["A1", "a/b", "100%", "x+y", "é\u{1d}"] {
            let mut encoded = String::new();
            encode(text, &mut encoded);
            assert_eq!(decode(&encoded, false).as_deref(), Ok(text));
            assert_eq!(decode(&encoded, true).as_deref(), Ok(text));
        }
        assert_eq!(decode("a+b", true).as_deref(), Ok("a b"));
        assert_eq!(decode("a+b", false).as_deref(), Ok("a+b"));
        for bad in ["%", "%4", "%zz", "%ff"] {
            assert_eq!(
                decode(bad, false),
                Err(FaultKind::BadPercentEncoding),
                "{bad}"
            );
        }
    }
}
