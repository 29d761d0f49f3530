//! The namespaces of a JSON-LD document: `@context` → what its prefixes stand for.
//!
//! Only what EPCIS needs of JSON-LD 1.1: prefixes and terms that a document writes itself. A
//! context that is named by its address is never fetched; that of EPCIS 2.0 is known.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::Value;

/// What the context of EPCIS 2.0 declares, as the event hash writes it.
const STANDARD: [(&str, &str); 8] = [
    ("cbv", "https://ref.gs1.org/cbv/"),
    // In XML, the namespace of master data has no colon at its end.
    ("cbvmda", "urn:epcglobal:cbv:mda"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("epcis", "https://ref.gs1.org/epcis/"),
    ("gs1", "https://gs1.org/voc/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The address of the context that every document names.
pub const STANDARD_URL: &str = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

/// What prefixes and terms stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    own: BTreeMap<String, String>,
}

impl Context {
    /// That of a document or event; `None` is the standard's.
    #[must_use]
    pub fn of(context: Option<&Value>) -> Context {
        let mut read = Context::default();
        read.add(context);
        read
    }

    /// This one inside another object, whose own context adds to it.
    #[must_use]
    pub fn inside(&self, context: Option<&Value>) -> Cow<'_, Context> {
        if context.is_none() {
            return Cow::Borrowed(self);
        }
        let mut inner = self.clone();
        inner.add(context);
        Cow::Owned(inner)
    }

    fn add(&mut self, context: Option<&Value>) {
        match context {
            Some(Value::Array(parts)) => parts.iter().for_each(|part| self.add(Some(part))),
            Some(Value::Object(terms)) => {
                for (term, meaning) in terms {
                    let iri = meaning.as_str().or_else(|| meaning.get("@id")?.as_str());
                    if let Some(iri) = iri.filter(|_| !term.starts_with('@')) {
                        self.own.insert(term.clone(), iri.to_owned());
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether a name without a prefix is a term of its own.
    #[must_use]
    pub fn has_term(&self, name: &str) -> bool {
        self.own.contains_key(name)
    }

    fn namespace(&self, prefix: &str) -> Option<&str> {
        match self.own.get(prefix) {
            Some(own) => Some(own),
            None => STANDARD
                .iter()
                .find(|(name, _)| *name == prefix)
                .map(|(_, iri)| *iri),
        }
    }

    /// The name of a property as the event hash writes it: `{namespace}local` for an extension,
    /// however the document wrote it, and the bare name for one of the standard's.
    #[must_use]
    pub fn name(&self, key: &str) -> String {
        match key.split_once(':') {
            Some((prefix, local)) => match self.namespace(prefix) {
                Some(namespace) => format!("{{{namespace}}}{local}"),
                None => split_iri(key),
            },
            None => match self.own.get(key) {
                Some(iri) => split_iri(iri),
                None => key.to_owned(),
            },
        }
    }

    /// A value whose compact form is written out (`gs1:Temperature`); any other as it is.
    #[must_use]
    pub fn value<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let expanded = text
            .split_once(':')
            .and_then(|(prefix, local)| Some((self.namespace(prefix)?, local)));
        match expanded {
            Some((namespace, local)) => Cow::Owned(format!("{namespace}{local}")),
            None => Cow::Borrowed(text),
        }
    }

    /// The own prefixes and terms that an event's text uses; `None` where it uses none.
    #[must_use]
    pub fn own_in(&self, text: &str) -> Option<Value> {
        let is_used = |term: &str| {
            [format!("\"{term}:"), format!("\"{term}\"")]
                .iter()
                .any(|used| text.contains(used))
        };
        let used: serde_json::Map<String, Value> = self
            .own
            .iter()
            .filter(|(term, _)| is_used(term))
            .map(|(term, iri)| (term.clone(), Value::from(iri.as_str())))
            .collect();
        (!used.is_empty()).then_some(Value::Object(used))
    }
}

/// `https://ns.example.com/epcis/myField` → `{https://ns.example.com/epcis/}myField`.
fn split_iri(iri: &str) -> String {
    match iri.rfind(['/', '#']) {
        Some(at) if iri.starts_with("http") => {
            let (namespace, local) = iri.split_at(at + 1);
            format!("{{{namespace}}}{local}")
        }
        _ => iri.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_has_one_name_however_it_is_written() {
        let context = Context::of(Some(&serde_json::json!([
            STANDARD_URL,
            { "ex": "https://ns.example.com/epcis/" },
            { "myField": "https://ns.example.com/epcis/myField", "@version": 1.1 },
            { "other": { "@id": "https://ns.example.com/epcis/" } },
        ])));
        let check = |key: &str, expected: &str| assert_eq!(context.name(key), expected);
        check("ex:myField", "{https://ns.example.com/epcis/}myField");
        check("other:myField", "{https://ns.example.com/epcis/}myField");
        check("myField", "{https://ns.example.com/epcis/}myField");
        check(
            "https://ns.example.com/epcis/myField",
            "{https://ns.example.com/epcis/}myField",
        );
        check("cbvmda:lotNumber", "{urn:epcglobal:cbv:mda}lotNumber");
        check("unknown:x", "unknown:x");
        check("bizStep", "bizStep");
        assert_eq!(context.value("gs1:Speed"), "https://gs1.org/voc/Speed");
        assert_eq!(context.value("urn:x:y"), "urn:x:y");
    }
}
