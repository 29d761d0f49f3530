//! Names of things and places in events: Digital Link or EPC URN → one canonical form.
//!
//! EPC Tag Data Standard 2.0, section 6 (URN forms); GS1 Digital Link URI Syntax.

use std::cell::RefCell;

use gs1::{Form, Identity, Key};
use trace::Epc;

use super::{
    link,
    memo::{Memo, remembered},
};
use crate::code::{self, Code};

/// The canonical form of an EPC or EPC class.
///
/// A unit is named by product and serial, a batch by product and lot, whatever else its link says.
/// URIs of other schemes are kept as they are. `Err` says what is wrong, in a sentence.
pub fn canonical_epc(text: &str) -> Result<Epc, String> {
    remembered(&EPCS, text, read)
}

thread_local! {
    static EPCS: Memo<Result<Epc, String>> = RefCell::default();
}

fn read(text: &str) -> Result<Epc, String> {
    let code = Code::read(text, None, false);
    let is_urn = code.message.form == Form::EpcUrn;
    let is_link = text.starts_with("https://") || text.starts_with("http://");
    if !is_urn && !is_link {
        return match code.message.form {
            Form::OtherUri => Ok(Epc(text.to_owned())),
            _ => Err(format!("`{text}` is not a URI")),
        };
    }
    match &code.identity {
        Some(_) if code.is_broken() => {}
        Some(identity) => {
            return Ok(match identity.key {
                Key::Gtin(gtin) => match &identity.serial {
                    Some(serial) => code::epc(gtin, None, Some(serial)),
                    None => code::epc(gtin, identity.batch.as_deref(), None),
                },
                Key::Sscc(_) => path(identity),
                // With the serial that qualifies a key of another kind.
                Key::Other { .. } => match link::constrained(text) {
                    Some(link) => Epc(link.trim_start_matches(link::STEM).to_owned()),
                    None => path(identity),
                },
            });
        }
        // A link of another kind names its thing as well as any URI does.
        None if code.message.form == Form::OtherUri => return Ok(Epc(text.to_owned())),
        None => {}
    }
    // Somebody else's link may look like one of GS1's.
    if is_link && !is_gs1s(text) {
        return Ok(Epc(text.to_owned()));
    }
    let kind = code
        .faults
        .first()
        .map_or("no key", |fault| fault.kind.name());
    let what = if is_urn {
        "EPC URN"
    } else {
        "GS1 Digital Link"
    };
    Err(format!("`{text}` is not a valid {what}: {kind}"))
}

fn path(identity: &Identity) -> Epc {
    let path = identity.digital_link_path();
    Epc(path.trim_start_matches('/').to_owned())
}

fn is_gs1s(text: &str) -> bool {
    text.strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .is_some_and(|rest| rest.starts_with("id.gs1.org/"))
}

/// The canonical form of a read point or business location: the GLN where it has one.
#[must_use]
pub fn canonical_location(text: &str) -> String {
    let code = Code::read(text, None, false);
    let gln = code.message.value("414").filter(|_| !code.is_broken());
    gln.unwrap_or(text).to_owned()
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
        check("urn:epc:id:grai:9506000.12345.1", "8003/095060001234551");
        check(
            "urn:epc:id:sgtin:9506000.013435.a%2Fb",
            "01/09506000134352/21/a%2Fb",
        );
        check("urn:uuid:0b0d1", "urn:uuid:0b0d1");
        check(
            "urn:epc:id:itip:4012345.012345.01.02.999",
            "8006/040123451234560102/21/999",
        );
        // A wrong check digit on somebody's own page.
        check(
            "https://example.com/01/09506000134353/21/A1",
            "https://example.com/01/09506000134353/21/A1",
        );
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
