//! Master data that a document brings in its header (EPCIS 2.0, section 9.4.4): `epcisMasterData` → what is
//! said of each place, product or word, in the one form of its identifier.

use std::collections::HashMap;

use serde_json::Value;

use super::{Context, term};
use crate::store::CaptureFault;

/// Things that one document may describe, and what it may say of them, at the most.
const MAX_ELEMENTS: usize = 5_000;
const MAX_ATTRIBUTES: usize = 25_000;
/// A value, in bytes, at the most.
pub const MAX_VALUE: usize = 2_000;

/// What a vocabulary's element lists as parts of itself: an attribute that no document can write.
pub const CHILD: &str = "child";

/// What is said of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The one form of its identifier.
    pub id: String,
    /// Names of attributes, as [`attribute`] has them, each with a value; those of [`CHILD`] are
    /// identifiers of parts.
    pub attributes: Vec<(String, String)>,
}

/// The name of an attribute, whatever prefix a document gives it: `urn:epcglobal:cbv:mda:name`.
#[must_use]
pub fn attribute(name: &str, context: &Context) -> String {
    let name = context.name(name);
    match name.strip_prefix("{urn:epcglobal:cbv:mda") {
        Some(rest) => {
            let local = rest.trim_start_matches([':', '}']);
            format!("urn:epcglobal:cbv:mda:{local}")
        }
        None => name,
    }
}

/// What a document's header says, and what is wrong with it.
pub(super) fn read(document: &Value, context: &Context) -> (Vec<Described>, Vec<CaptureFault>) {
    match document.get("epcisHeader") {
        Some(header) => read_header(header, context),
        None => (Vec::new(), Vec::new()),
    }
}

/// What an `epcisHeader` says of each thing once, in the order of their first mention, and what is wrong
/// with it.
#[must_use]
pub fn read_header(header: &Value, context: &Context) -> (Vec<Described>, Vec<CaptureFault>) {
    let mut reader = Reader {
        context,
        described: Vec::new(),
        attributes: 0,
        faults: Vec::new(),
    };
    reader.header(header);
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut described: Vec<Described> = Vec::new();
    for one in reader.described {
        match at.get(&one.id) {
            // A document may speak of a thing in several places.
            Some(&known) => described[known].attributes.extend(one.attributes),
            None => {
                at.insert(one.id.clone(), described.len());
                described.push(one);
            }
        }
    }
    (described, reader.faults)
}

struct Reader<'c> {
    context: &'c Context,
    described: Vec<Described>,
    attributes: usize,
    faults: Vec<CaptureFault>,
}

impl Reader<'_> {
    fn fault(&mut self, pointer: &str, detail: &str) {
        self.faults.push(CaptureFault {
            pointer: pointer.to_owned(),
            detail: detail.to_owned(),
        });
    }

    fn header(&mut self, header: &Value) {
        const DATA: &str = "/epcisHeader/epcisMasterData";
        if !header.is_object() {
            self.fault("/epcisHeader", "must be an object");
            return;
        }
        let Some(data) = header.get("epcisMasterData") else {
            return;
        };
        if !data.is_object() {
            self.fault(DATA, "must be an object");
            return;
        }
        let place = format!("{DATA}/vocabularyList");
        for (index, vocabulary) in self.list(data, "vocabularyList", &place).iter().enumerate() {
            let place = format!("{place}/{index}");
            if vocabulary.get("type").and_then(Value::as_str).is_none() {
                self.fault(&format!("{place}/type"), "must be the URI of a vocabulary");
            }
            let place = format!("{place}/vocabularyElementList");
            let elements = self.list(vocabulary, "vocabularyElementList", &place);
            for (index, element) in elements.iter().enumerate() {
                self.element(element, &format!("{place}/{index}"));
            }
        }
        if self.described.len() > MAX_ELEMENTS || self.attributes > MAX_ATTRIBUTES {
            let told = format!(
                "may describe {MAX_ELEMENTS} things with {MAX_ATTRIBUTES} attributes at the most"
            );
            self.fault(DATA, &told);
        }
    }

    /// A list that may be missing.
    fn list<'v>(&mut self, of: &'v Value, name: &str, place: &str) -> &'v [Value] {
        match of.get(name) {
            None => &[],
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.fault(place, "must be a list");
                &[]
            }
        }
    }

    fn element(&mut self, element: &Value, place: &str) {
        let id = element.get("id").and_then(Value::as_str);
        let Some(id) = id.filter(|id| id.contains(':')) else {
            self.fault(&format!("{place}/id"), "must be a URI");
            return;
        };
        if id.len() > MAX_VALUE {
            let told = format!("may have {MAX_VALUE} bytes at the most");
            self.fault(&format!("{place}/id"), &told);
            return;
        }
        let mut attributes = Vec::new();
        let own = format!("{place}/attributes");
        for (index, item) in self.list(element, "attributes", &own).iter().enumerate() {
            let name = item.get("id").and_then(Value::as_str);
            let Some(name) = name.filter(|name| name.contains(':')) else {
                self.fault(&format!("{own}/{index}/id"), "must be a URI");
                continue;
            };
            let value = match item.get("attribute") {
                // What is nested or empty is no value that anything can be found by.
                None | Some(Value::Null | Value::Object(_) | Value::Array(_)) => continue,
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
            };
            if value.len() > MAX_VALUE {
                let told = format!("may have {MAX_VALUE} bytes at the most");
                self.fault(&format!("{own}/{index}/attribute"), &told);
                continue;
            }
            attributes.push((attribute(name, self.context), value));
        }
        let own = format!("{place}/children");
        for (index, child) in self.list(element, "children", &own).iter().enumerate() {
            match child.as_str().filter(|child| child.contains(':')) {
                Some(child) if child.len() > MAX_VALUE => {
                    let told = format!("may have {MAX_VALUE} bytes at the most");
                    self.fault(&format!("{own}/{index}"), &told);
                }
                Some(child) => attributes.push((CHILD.to_owned(), term::identifier(child))),
                None => self.fault(&format!("{own}/{index}"), "must be a URI"),
            }
        }
        self.attributes += attributes.len();
        self.described.push(Described {
            id: term::identifier(id),
            attributes,
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_attribute_has_one_name_however_it_is_written() {
        let own = Context::of(Some(&json!({
            "mda": "urn:epcglobal:cbv:mda:", "ex": "https://ns.example.com/epcis/",
        })));
        let check = |name: &str, expected: &str| assert_eq!(attribute(name, &own), expected);
        check("cbvmda:name", "urn:epcglobal:cbv:mda:name");
        check("mda:name", "urn:epcglobal:cbv:mda:name");
        check("urn:epcglobal:cbv:mda:name", "urn:epcglobal:cbv:mda:name");
        check("ex:opened", "{https://ns.example.com/epcis/}opened");
        check(
            "https://ns.example.com/epcis/opened",
            "{https://ns.example.com/epcis/}opened",
        );
    }
}
