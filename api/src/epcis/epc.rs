//! Names of things and places in events: Digital Link or EPC URN → one canonical form.
//!
//! EPC Tag Data Standard 2.0, section 6 (URN forms); GS1 Digital Link URI Syntax.

use gs1::Key;
use trace::Epc;

use crate::code;

/// The canonical form of an EPC or EPC class.
///
/// A unit is named by product and serial, a batch by product and lot, whatever else its link says.
/// URIs of other schemes are kept as they are. `Err` says what is wrong, in a sentence.
pub fn canonical_epc(text: &str) -> Result<Epc, String> {
    if let Some(urn) = text.strip_prefix("urn:epc:") {
        return from_urn(urn);
    }
    if text.starts_with("https://") || text.starts_with("http://") {
        let (message, faults) = gs1::parse(text, None);
        if let Some(fault) = faults.first() {
            return Err(format!(
                "`{text}` is not a GS1 Digital Link: {}",
                fault.kind.name()
            ));
        }
        return match message.identity() {
            Some(identity) => Ok(match identity.key {
                Key::Gtin(gtin) => match &identity.serial {
                    Some(serial) => code::epc(gtin, None, Some(serial)),
                    None => code::epc(gtin, identity.batch.as_deref(), None),
                },
                _ => Epc(identity
                    .digital_link_path()
                    .trim_start_matches('/')
                    .to_owned()),
            }),
            // A link of another kind names its thing as well as any URI does.
            None => Ok(Epc(text.to_owned())),
        };
    }
    if text.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }) {
        return Ok(Epc(text.to_owned()));
    }
    Err(format!("`{text}` is not a URI"))
}

/// The canonical form of a read point or business location: the GLN where it has one.
#[must_use]
pub fn canonical_location(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("urn:epc:id:sgln:") {
        let mut parts = rest.splitn(3, '.');
        if let (Some(prefix), Some(location)) = (parts.next(), parts.next())
            && let Some(gln) = with_check_digit(&format!("{prefix}{location}"), 12)
        {
            return gln;
        }
        return text.to_owned();
    }
    let (message, faults) = gs1::parse(text, None);
    match (message.value("414"), faults.is_empty()) {
        (Some(gln), true) => gln.to_owned(),
        _ => text.to_owned(),
    }
}

/// The digits that begin with the company prefix of whoever numbered this; `None` for what has no
/// GS1 key of a trade item or logistic unit.
#[must_use]
pub fn owners_prefix(epc: &Epc) -> Option<&str> {
    let key = epc
        .0
        .strip_prefix("01/")
        .or_else(|| epc.0.strip_prefix("00/"))?;
    let digits = key.split('/').next()?;
    // The first digit is the indicator or the extension digit.
    digits.get(1..)
}

fn from_urn(urn: &str) -> Result<Epc, String> {
    let wrong = || format!("`urn:epc:{urn}` is not a valid EPC");
    let mut schemes = urn.splitn(3, ':');
    let (Some(kind), Some(scheme), Some(rest)) = (schemes.next(), schemes.next(), schemes.next())
    else {
        return Err(wrong());
    };
    let mut parts = rest.splitn(3, '.');
    match (kind, scheme) {
        ("id" | "idpat", "sgtin") | ("class", "lgtin") => {
            let (Some(prefix), Some(item), Some(last)) = (parts.next(), parts.next(), parts.next())
            else {
                return Err(wrong());
            };
            let (indicator, item) = item.split_at_checked(1).ok_or_else(wrong)?;
            let digits = with_check_digit(&format!("{indicator}{prefix}{item}"), 13);
            let gtin = digits
                .and_then(|digits| digits.parse().ok())
                .ok_or_else(wrong)?;
            let last = percent_encoding::percent_decode_str(last)
                .decode_utf8()
                .map_err(|_| wrong())?;
            Ok(match (scheme, &*last) {
                (_, "*") => code::epc(gtin, None, None),
                ("lgtin", lot) => code::epc(gtin, Some(lot), None),
                (_, serial) => code::epc(gtin, None, Some(serial)),
            })
        }
        ("id", "sscc") => {
            let (Some(prefix), Some(reference)) = (parts.next(), parts.next()) else {
                return Err(wrong());
            };
            let (extension, reference) = reference.split_at_checked(1).ok_or_else(wrong)?;
            let sscc = with_check_digit(&format!("{extension}{prefix}{reference}"), 17)
                .ok_or_else(wrong)?;
            Ok(Epc(format!("00/{sscc}")))
        }
        // Assets, documents, parts and the rest: named, and not yet looked into.
        ("id" | "idpat" | "class", _) => Ok(Epc(format!("urn:epc:{urn}"))),
        _ => Err(wrong()),
    }
}

/// The digits with their check digit; `None` unless these are `len` digits.
fn with_check_digit(digits: &str, len: usize) -> Option<String> {
    if digits.len() != len {
        return None;
    }
    let check = gs1::check_digit(digits.as_bytes())?;
    Some(format!("{digits}{}", char::from(check)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(canonical_epc(text), Ok(Epc(expected.to_owned())), "{text}");
    }

    #[test]
    fn links_and_urns_meet() {
        check(
            "urn:epc:id:sgtin:9506000.013435.A1",
            "01/09506000134352/21/A1",
        );
        check(
            "https://id.gs1.org/01/09506000134352/21/A1",
            "01/09506000134352/21/A1",
        );
        check(
            "https://id.gs1.org/01/09506000134352/10/L7/21/A1",
            "01/09506000134352/21/A1",
        );
        check(
            "urn:epc:class:lgtin:9506000.013435.L7",
            "01/09506000134352/10/L7",
        );
        check(
            "https://example.com/x/01/09506000134352/10/L7",
            "01/09506000134352/10/L7",
        );
        check("urn:epc:idpat:sgtin:9506000.013435.*", "01/09506000134352");
        check(
            "urn:epc:id:sscc:9506000.0000000001",
            "00/095060000000000015",
        );
        check(
            "urn:epc:id:grai:9506000.12345.1",
            "urn:epc:id:grai:9506000.12345.1",
        );
        check(
            "urn:epc:id:sgtin:9506000.013435.a%2Fb",
            "01/09506000134352/21/a%2Fb",
        );
        check("urn:uuid:0b0d1", "urn:uuid:0b0d1");
    }

    #[test]
    fn what_names_nothing() {
        for text in [
            "A1",
            "",
            "https://id.gs1.org/01/09506000134353/21/A1",
            "urn:epc:id:sgtin:9506000.A1",
            "urn:epc:id:sgtin:95060.013435.A1",
            "urn:epc:id:sscc:9506000.1",
        ] {
            assert!(canonical_epc(text).is_err(), "{text}");
        }
    }

    #[test]
    fn locations_by_gln() {
        let gln = "9506000134352";
        assert_eq!(canonical_location("urn:epc:id:sgln:9506000.13435.0"), gln);
        assert_eq!(
            canonical_location(&format!("https://id.gs1.org/414/{gln}")),
            gln
        );
        assert_eq!(
            canonical_location("https://example.com/gate"),
            "https://example.com/gate"
        );
    }
}
