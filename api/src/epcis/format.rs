//! In which form identifiers leave (`GS1-EPC-Format`): EPC URNs → GS1 Digital Links, or as they came.

use serde_json::Value;

use super::{Exception, ExceptionKind, link};

/// The form of identifiers in an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// As they came.
    #[default]
    Kept,
    /// As GS1 Digital Links of `https://id.gs1.org`, wherever an EPC URN stands for one.
    Links,
}

/// Lists of identifiers.
const LISTS: [&str; 4] = ["epcList", "childEPCs", "inputEPCList", "outputEPCList"];
/// Lists of objects, and where each has its identifier.
const INSIDE: [(&str, &str); 6] = [
    ("quantityList", "epcClass"),
    ("childQuantityList", "epcClass"),
    ("inputQuantityList", "epcClass"),
    ("outputQuantityList", "epcClass"),
    ("sourceList", "source"),
    ("destinationList", "destination"),
];

impl Format {
    /// From the header's value.
    ///
    /// # Errors
    /// It is none of the standard's, or one that can't be had: a URN needs to know how long the
    /// company prefix of whoever numbered the thing is, and a link doesn't say it.
    pub fn of(value: &str) -> Result<Format, Exception> {
        match value.trim() {
            "Always_GS1_Digital_Link" => Ok(Format::Links),
            "Never_Translates" | "No_Preference" => Ok(Format::Kept),
            "Always_EPC_URN" => Err(ExceptionKind::NotAcceptable.because(
                "Digital Links can't be turned into EPC URNs here. Ask for \
                 `Always_GS1_Digital_Link` or `Never_Translates`.",
            )),
            other => Err(ExceptionKind::NotAcceptable.because(format!(
                "`{other}` is no `GS1-EPC-Format`. Ask for `Always_GS1_Digital_Link` or \
                 `Never_Translates`."
            ))),
        }
    }

    /// Brings the identifiers of an event into this form. Its hash stays the same.
    pub fn apply(self, event: &mut Value) {
        if self == Format::Kept {
            return;
        }
        for list in LISTS {
            let items = event.get_mut(list).and_then(Value::as_array_mut);
            items.into_iter().flatten().for_each(translate);
        }
        for (list, name) in INSIDE {
            let items = event.get_mut(list).and_then(Value::as_array_mut);
            let inside = items
                .into_iter()
                .flatten()
                .filter_map(|item| item.get_mut(name));
            inside.for_each(translate);
        }
        if let Some(parent) = event.get_mut("parentID") {
            translate(parent);
        }
        for place in ["readPoint", "bizLocation"] {
            if let Some(id) = event.get_mut(place).and_then(|place| place.get_mut("id")) {
                translate(id);
            }
        }
    }
}

fn translate(value: &mut Value) {
    let Some(text) = value.as_str().filter(|text| text.starts_with("urn:epc:")) else {
        return;
    };
    // What no link stands for, as a pattern or an RFID tag's own number, stays as it is.
    if let Some(link) = link::constrained(text) {
        *value = Value::from(link);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::epcis::{Context, event_hash};

    #[test]
    fn urns_become_links_and_the_event_stays_the_same() {
        let event = json!({
            "type": "AggregationEvent", "action": "ADD", "eventTime": "2026-11-24T12:00:00Z",
            "eventTimeZoneOffset": "+00:00", "parentID": "urn:epc:id:sscc:9506000.0000000001",
            "childEPCs": ["urn:epc:id:sgtin:9506000.013435.A1", "https://id.gs1.org/01/09506000134352/21/A2", "urn:example:x"],
            "childQuantityList": [{ "epcClass": "urn:epc:class:lgtin:9506000.013435.L7", "quantity": 1 }],
            "bizStep": "packing", "readPoint": { "id": "urn:epc:id:sgln:9506000.90001.0" },
            "sourceList": [{ "type": "owning_party", "source": "urn:epc:id:pgln:9506000.90001" }],
        });
        let mut links = event.clone();
        Format::Links.apply(&mut links);
        assert_eq!(
            links["childEPCs"],
            json!([
                "https://id.gs1.org/01/09506000134352/21/A1",
                "https://id.gs1.org/01/09506000134352/21/A2",
                "urn:example:x"
            ])
        );
        assert_eq!(
            links["childQuantityList"][0]["epcClass"],
            "https://id.gs1.org/01/09506000134352/10/L7"
        );
        assert!(!links.to_string().contains("urn:epc:"), "{links}");
        let context = Context::default();
        assert_eq!(
            event_hash(&links, &context).to_string(),
            event_hash(&event, &context).to_string()
        );
        let mut kept = event.clone();
        Format::Kept.apply(&mut kept);
        assert_eq!(kept, event);
    }

    #[test]
    fn what_can_be_asked_for() {
        let check = |value: &str, expected: Option<Format>| {
            assert_eq!(Format::of(value).ok(), expected, "{value}");
        };
        check("Always_GS1_Digital_Link", Some(Format::Links));
        check("Never_Translates", Some(Format::Kept));
        check("No_Preference", Some(Format::Kept));
        check("Always_EPC_URN", None);
        check("always", None);
    }
}
