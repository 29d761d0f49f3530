//! What a query finds an event by: JSON → terms, each a name and a value in its one form.
//!
//! A term is stored as eight bytes of a digest, so two may fall together; whoever asks by one looks
//! at the event itself as well.

use serde_json::Value;

use super::{Context, canonical_epc, hash::Word, link};

/// A name and a value.
pub type Term = (String, String);

/// The lists of single things, and what their terms are called: the ends of `MATCH_` parameters.
const THINGS: [(&str, &str); 4] = [
    ("epcList", "epc"),
    ("childEPCs", "epc"),
    ("inputEPCList", "inputEPC"),
    ("outputEPCList", "outputEPC"),
];

/// The same for classes.
const CLASSES: [(&str, &str); 4] = [
    ("quantityList", "epcClass"),
    ("childQuantityList", "epcClass"),
    ("inputQuantityList", "inputEPCClass"),
    ("outputQuantityList", "outputEPCClass"),
];

/// The key of the term that ties the events of one transformation together.
#[must_use]
pub fn transformation(brand: &str, id: &str) -> i64 {
    key(brand, "transformationID", &identifier(id))
}

/// Every term of an event, each once.
#[must_use]
pub fn terms(event: &Value, context: &Context, hash: &str) -> Vec<Term> {
    let mut terms = vec![("eventID".to_owned(), hash.to_owned())];
    let mut add = |name: &str, value: String| terms.push((name.to_owned(), value));
    let text = |name: &str| event.get(name).and_then(Value::as_str);
    for name in ["eventID", "eventType"] {
        let field = if name == "eventType" { "type" } else { name };
        if let Some(value) = text(field) {
            add(name, value.to_owned());
        }
    }
    for (name, word) in [
        ("bizStep", Word::BizStep),
        ("disposition", Word::Disposition),
    ] {
        if let Some(value) = text(name) {
            add(name, word.written_out(value, context));
        }
    }
    for name in ["set", "unset"] {
        for value in texts(event.pointer(&format!("/persistentDisposition/{name}"))) {
            let value = Word::Disposition.written_out(value, context);
            add(&format!("persistentDisposition_{name}"), value);
        }
    }
    for name in ["readPoint", "bizLocation"] {
        if let Some(id) = event
            .pointer(&format!("/{name}/id"))
            .and_then(Value::as_str)
        {
            add(name, identifier(id));
            add(name, with_descendants(id));
        }
    }
    if let Some(id) = text("transformationID") {
        add("transformationID", identifier(id));
    }
    for (list, name) in THINGS {
        for epc in texts(event.get(list)) {
            thing(name, epc, &mut add);
        }
    }
    if let Some(parent) = text("parentID") {
        thing("parentID", parent, &mut add);
    }
    for (list, name) in CLASSES {
        for class in items(event.get(list)) {
            if let Some(class) = class.get("epcClass").and_then(Value::as_str) {
                add(name, thing_of(class));
            }
        }
    }
    for (list, name, word) in [
        (
            "bizTransactionList",
            "bizTransaction",
            Word::BusinessTransaction,
        ),
        ("sourceList", "source", Word::SourceDestination),
        ("destinationList", "destination", Word::SourceDestination),
    ] {
        for item in items(event.get(list)) {
            let kind = item.get("type").and_then(Value::as_str).unwrap_or("");
            if let Some(id) = item.get(name).and_then(Value::as_str) {
                add(
                    &format!("{name}_{}", word.bare(kind, context)),
                    identifier(id),
                );
            }
        }
    }
    if let Some(error) = event
        .get("errorDeclaration")
        .filter(|error| !error.is_null())
    {
        add("errorDeclaration", "1".to_owned());
        for id in texts(error.get("correctiveEventIDs")) {
            add("correctiveEventID", id.to_owned());
        }
    }
    if !items(event.get("sensorElementList")).is_empty() {
        add("sensorElementList", "1".to_owned());
    }
    terms.sort();
    terms.dedup();
    terms
}

/// Where events with a term are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// By the identifiers of events, which have an index of their own.
    Identifiers,
    /// By the things and classes that events name, which journeys are found by.
    Things,
    /// By rows of the term's own.
    Terms,
}

/// Which index finds a term. What others find already has no rows of its own, because each would
/// be written to a page of its own; but for declarations of errors, which the others leave out.
#[must_use]
pub fn index_of((name, value): &Term) -> Index {
    match &name[..] {
        "eventID" => Index::Identifiers,
        "epc" | "parentID" | "inputEPC" | "outputEPC" | "epcClass" | "inputEPCClass"
        | "outputEPCClass"
            if !value.ends_with("/21/*") =>
        {
            Index::Things
        }
        _ => Index::Terms,
    }
}

/// The terms that need rows of their own.
#[must_use]
pub fn kept(terms: Vec<Term>, is_declaration: bool) -> Vec<Term> {
    let mut terms = terms;
    terms.retain(|term| is_declaration || index_of(term) == Index::Terms);
    terms
}

/// What the top-level resources list of an event: kind and value.
#[must_use]
pub fn listed(event: &Value, context: &Context) -> Vec<Term> {
    let text = |name: &str| event.get(name).and_then(Value::as_str);
    let place = |name: &str| {
        let id = event.pointer(&format!("/{name}/id"))?.as_str()?;
        Some((name.to_owned(), identifier(id)))
    };
    let kind = text("type").map(|kind| ("eventType".to_owned(), kind.to_owned()));
    let step =
        text("bizStep").map(|step| ("bizStep".to_owned(), Word::BizStep.bare(step, context)));
    let disposition = text("disposition").map(|word| {
        (
            "disposition".to_owned(),
            Word::Disposition.bare(word, context),
        )
    });
    let all = [
        kind,
        step,
        disposition,
        place("readPoint"),
        place("bizLocation"),
    ];
    all.into_iter().flatten().collect()
}

fn thing(name: &str, epc: &str, add: &mut impl FnMut(&str, String)) {
    let epc = thing_of(epc);
    // Units of one product are asked for together.
    if let Some((product, _)) = epc.split_once("/21/").filter(|_| epc.starts_with("01/")) {
        add(name, format!("{product}/21/*"));
    }
    add(name, epc);
}

/// A single thing in its one form.
#[must_use]
pub fn thing_of(text: &str) -> String {
    canonical_epc(text).map_or_else(|_| text.to_owned(), |epc| epc.0)
}

/// What `MATCH_epc` and its like ask for: a thing, or all of one product as a pattern has it.
#[must_use]
pub fn pattern_of(text: &str) -> String {
    let thing = thing_of(text);
    match text.starts_with("urn:epc:idpat:sgtin:") {
        true => format!("{thing}/21/*"),
        false => thing,
    }
}

/// Any other identifier in its one form: GS1 keys as canonical links.
#[must_use]
pub fn identifier(text: &str) -> String {
    link::constrained(text).unwrap_or_else(|| text.to_owned())
}

/// A place with all that is in it: a location and its extensions are one another's master data.
#[must_use]
pub fn with_descendants(text: &str) -> String {
    let id = identifier(text);
    let stem = id.split_once("/254/").map_or(&id[..], |(gln, _)| gln);
    format!("{stem}/*")
}

fn items(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

fn texts(value: Option<&Value>) -> impl Iterator<Item = &str> {
    items(value).iter().filter_map(Value::as_str)
}

/// A term as it is stored: eight bytes of a digest over whose it is, its name and its value.
#[must_use]
pub fn key(brand: &str, name: &str, value: &str) -> i64 {
    let digest = crate::random::digest(&[brand.as_bytes(), name.as_bytes(), value.as_bytes()]);
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    i64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_an_event_is_found_by() {
        let event = json!({
            "type": "ObjectEvent", "bizStep": "urn:epcglobal:cbv:bizstep:shipping",
            "epcList": ["urn:epc:id:sgtin:9506000.013435.A1"],
            "quantityList": [{ "epcClass": "urn:epc:class:lgtin:9506000.013435.L7" }],
            "readPoint": { "id": "urn:epc:id:sgln:9506000.90001.7" },
            "bizTransactionList": [{ "type": "po", "bizTransaction": "urn:x:1" }],
            "errorDeclaration": { "declarationTime": "2026-01-01T00:00:00Z" },
        });
        let terms = terms(&event, &Context::default(), "H");
        let terms: Vec<String> = terms
            .iter()
            .map(|(name, value)| format!("{name} {value}"))
            .collect();
        assert_eq!(
            terms,
            [
                "bizStep https://ref.gs1.org/cbv/BizStep-shipping",
                "bizTransaction_po urn:x:1",
                "epc 01/09506000134352/21/*",
                "epc 01/09506000134352/21/A1",
                "epcClass 01/09506000134352/10/L7",
                "errorDeclaration 1",
                "eventID H",
                "eventType ObjectEvent",
                "readPoint https://id.gs1.org/414/9506000900018/*",
                "readPoint https://id.gs1.org/414/9506000900018/254/7",
            ]
        );
    }
}
