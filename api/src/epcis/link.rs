//! A GS1 key in a URI → its constrained canonical GS1 Digital Link (CBV 2.0, event hash, rules 17
//! and 18): `https://id.gs1.org`, the finest level of identification, and nothing else.

use std::{borrow::Cow, cell::RefCell};

use gs1::{Form, Message};

use super::memo::{Memo, remembered};

/// What a canonical link begins with.
pub const STEM: &str = "https://id.gs1.org/";

/// Each key with the qualifiers of which it keeps the first that is there.
const KEYS: [(&str, &[&str]); 14] = [
    ("00", &[]),
    ("01", &["21", "10", "235"]),
    ("253", &[]),
    ("255", &[]),
    ("401", &[]),
    ("402", &[]),
    ("8006", &["21", "10"]),
    ("414", &["254"]),
    ("417", &[]),
    ("8003", &[]),
    ("8004", &[]),
    ("8010", &["8011"]),
    ("8017", &[]),
    ("8018", &[]),
];

/// Names that stood for keys and qualifiers up to GS1 Digital Link 1.2.
const NAMES: [(&str, &str); 17] = [
    ("gtin", "01"),
    ("itip", "8006"),
    ("cpid", "8010"),
    ("gln", "414"),
    ("party", "417"),
    ("gsrnp", "8017"),
    ("gsrn", "8018"),
    ("gcn", "255"),
    ("sscc", "00"),
    ("gdti", "253"),
    ("ginc", "401"),
    ("gsin", "402"),
    ("grai", "8003"),
    ("giai", "8004"),
    ("cpv", "22"),
    ("lot", "10"),
    ("ser", "21"),
];

/// The constrained canonical link; `None` for a text that names no GS1 key.
///
/// A wrong check digit is no reason to leave a link as it is: two spellings of the same wrong key
/// are still the same text.
#[must_use]
pub fn constrained(text: &str) -> Option<String> {
    remembered(&LINKS, text, read)
}

thread_local! {
    static LINKS: Memo<Option<String>> = RefCell::default();
}

fn read(text: &str) -> Option<String> {
    if text.starts_with("urn:epc:") {
        let (message, _) = gs1::parse(text, None);
        return link(&message);
    }
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return None;
    }
    let text = with_numbers(text);
    let (message, _) = gs1::parse(&text, None);
    (message.form == Form::DigitalLink)
        .then(|| link(&message))
        .flatten()
}

fn link(message: &Message<'_>) -> Option<String> {
    let (key, value, qualifiers) = KEYS
        .iter()
        .find_map(|(key, qualifiers)| Some((*key, message.value(key)?, *qualifiers)))?;
    let mut out = format!("{STEM}{key}/");
    // Older forms of a trade item's number are shorter.
    if key == "01" {
        for _ in value.len()..14 {
            out.push('0');
        }
    }
    encode(value, &mut out);
    let qualifier = qualifiers
        .iter()
        .find_map(|ai| Some((*ai, message.value(ai)?)));
    if let Some((ai, value)) = qualifier {
        out.push('/');
        out.push_str(ai);
        out.push('/');
        encode(value, &mut out);
    }
    Some(out)
}

/// Percent-encodes what a Digital Link may not hold as it is (GS1 Digital Link 1.2, table 7-1, and
/// everything beyond ASCII).
fn encode(value: &str, out: &mut String) {
    for byte in value.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'\'' | b';' | b'=' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
}

fn with_numbers(text: &str) -> Cow<'_, str> {
    let (path, rest) = match text.find(['?', '#']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let is_named = |segment: &str| NAMES.iter().any(|(name, _)| *name == segment);
    // The host is no segment.
    let Some(start) = path
        .get(8..)
        .and_then(|rest| rest.find('/'))
        .map(|at| at + 8)
    else {
        return Cow::Borrowed(text);
    };
    if !path[start..].split('/').any(is_named) {
        return Cow::Borrowed(text);
    }
    let mut out = path[..start].to_owned();
    for segment in path[start + 1..].split('/') {
        out.push('/');
        let number = NAMES.iter().find(|(name, _)| *name == segment);
        out.push_str(number.map_or(segment, |(_, number)| number));
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let expected = format!("https://id.gs1.org/{expected}");
        assert_eq!(constrained(text), Some(expected), "{text}");
    }

    /// The keys of the reference implementation's own document with every key.
    #[test]
    fn every_key() {
        check(
            "urn:epc:id:sgtin:4012345.012345.12",
            "01/04012345123456/21/12",
        );
        check(
            "urn:epc:id:sscc:4012345.0000000333",
            "00/040123450000003338",
        );
        check("urn:epc:id:grai:4012345.66666.87", "8003/0401234566666387");
        check("urn:epc:id:giai:4012345.AAbb", "8004/4012345AAbb");
        check(
            "urn:epc:id:gsrn:4012345.9876540000",
            "8018/401234598765400000",
        );
        check(
            "urn:epc:id:gsrnp:4012345.0000098765",
            "8017/401234500000987658",
        );
        check("urn:epc:id:gdti:4012345.55555.98", "253/401234555555498");
        check("urn:epc:id:cpi:4012345.ABC.123", "8010/4012345ABC/8011/123");
        check("urn:epc:id:sgcn:4012345.99999.44", "255/401234599999044");
        check("urn:epc:id:ginc:4012345.333", "401/4012345333");
        check("urn:epc:id:gsin:4012345.999987654", "402/40123459999876541");
        check(
            "urn:epc:id:itip:4012345.012345.01.02.999",
            "8006/040123451234560102/21/999",
        );
        check(
            "urn:epc:id:upui:4012345.012345.AB12",
            "01/04012345123456/235/AB12",
        );
        check(
            "urn:epc:id:sgln:4012345.00011.987",
            "414/4012345000115/254/987",
        );
        check("urn:epc:id:sgln:4012345.00011.0", "414/4012345000115");
        check("urn:epc:id:pgln:4012345.00225", "417/4012345002256");
        check(
            "urn:epc:class:lgtin:4054739.099914.20160711",
            "01/04054739999148/10/20160711",
        );
        check("urn:epc:idpat:sgtin:4054739.099914.*", "01/04054739999148");
        check("urn:epc:idpat:grai:4012345.66666.*", "8003/04012345666663");
        check("urn:epc:idpat:gdti:4012345.55555.*", "253/4012345555554");
        check("urn:epc:idpat:sgcn:4012345.99999.*", "255/4012345999990");
        check("urn:epc:idpat:cpi:4012345.ABC.*", "8010/4012345ABC");
        check(
            "urn:epc:idpat:itip:4012345.012345.01.02.*",
            "8006/040123451234560102",
        );
    }

    #[test]
    fn what_is_not_the_finest_level_is_left_out() {
        let unit = "01/09780345418913/21/765tz";
        check("https://id.gs1.org/01/09780345418913/21/765tz", unit);
        check(
            "http://example.com/x/y/01/09780345418913/10/L/21/765tz",
            unit,
        );
        check(
            "https://example.com/gtin/09780345418913/ser/765tz?17=261124",
            unit,
        );
        check(
            "https://example.com/01/09780345418913/22/A/21/765tz#top",
            unit,
        );
        check(
            "https://example.com/01/9780345418913/10/L",
            "01/09780345418913/10/L",
        );
        check(
            "https://id.gs1.org/gtin/09780345418913",
            "01/09780345418913",
        );
        check("https://example.org/8004/401234599999", "8004/401234599999");
        check(
            "urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()",
            "01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29",
        );
        check(
            "urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB",
            "01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'SDB",
        );
    }

    #[test]
    fn what_names_no_key() {
        for text in [
            "",
            "shipping",
            "geo:42.698334,23.319941",
            "urn:epcglobal:cbv:bt:5200001000008:4711",
            "http://transaction.acme.com/po/12345678",
            "https://ref.gs1.org/cbv/BizStep-shipping",
            "https://www.ncbi.nlm.nih.gov/taxonomy/1126011",
            "(01)09506000134352",
        ] {
            assert_eq!(constrained(text), None, "{text}");
        }
    }
}
