//! The event hash of CBV 2.0: an event → its pre-hash string → `ni:///sha-256;…?ver=CBV2.0`.
//!
//! The same event has the same hash whatever the order of its keys and lists, the prefixes of its
//! document, the form of its GS1 keys and vocabulary, its `eventID` and `recordTime`; and a
//! declaration that it was an error has the hash of the event that it is about.
//! Follows the rules and the property order of the EPCIS event hash generator, which CBV 2.0
//! names; a rule's number stands where it is followed.

mod value;

use std::fmt;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::context::Context;
pub use value::Word;
use value::{Kind, canonical};

/// The hash of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventHash([u8; 32]);

/// As RFC 6920 writes it (rules 22 to 24).
impl fmt::Display for EventHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "ni:///sha-256;{}?ver=CBV2.0",
            crate::random::hex(&self.0)
        )
    }
}

/// The hash of an event that stands in a document of this context.
#[must_use]
pub fn event_hash(event: &Value, context: &Context) -> EventHash {
    EventHash(Sha256::digest(pre_hash(event, context).as_bytes()).into())
}

/// The text that is hashed.
#[must_use]
pub fn pre_hash(event: &Value, context: &Context) -> String {
    let Value::Object(fields) = event else {
        return String::new();
    };
    let context = context.inside(fields.get("@context"));
    let mut out = "eventType=".to_owned();
    out.push_str(fields.get("type").and_then(Value::as_str).unwrap_or(""));
    ordered(fields, EVENT, &context, &mut out);
    // Rules 19 and 20: master data and extensions, sorted.
    let rest = fields
        .iter()
        .filter(|(key, _)| !NOT_HASHED.contains(&key.as_str()) && !is_in(EVENT, key));
    out.push_str(&sorted(rest, &context));
    out
}

/// What may change without changing what happened, and what CBV's property order leaves out.
const NOT_HASHED: [&str; 6] = [
    "@context",
    "certificationInfo",
    "errorDeclaration",
    "eventID",
    "recordTime",
    "type",
];

/// A property in its place.
struct Property {
    name: &'static str,
    shape: Shape,
}

/// How a property is written.
enum Shape {
    /// `name=value`, once for each of several, sorted.
    Plain(Kind),
    /// `name`, then what is inside each element, sorted: `epcList` → `epc=…`.
    List(&'static str),
    /// `name`, then each element's properties, sorted as wholes, each behind the element's own name.
    Elements(&'static str, &'static [Property]),
    /// The properties of one object or of several, each behind the name.
    Object(&'static [Property]),
    /// Type, then identifier, of each (rule 13, in the order of the published hashes).
    Typed(&'static [Property]),
}

const fn plain(name: &'static str) -> Property {
    of(name, Kind::Text)
}

const fn of(name: &'static str, kind: Kind) -> Property {
    Property {
        name,
        shape: Shape::Plain(kind),
    }
}

const fn with(name: &'static str, shape: Shape) -> Property {
    Property { name, shape }
}

/// The canonical property order, without what every event begins with.
const EVENT: &[Property] = &[
    of("eventTime", Kind::Time),
    plain("eventTimeZoneOffset"),
    with("epcList", Shape::List("epc")),
    plain("parentID"),
    with("inputEPCList", Shape::List("epc")),
    with("childEPCs", Shape::List("epc")),
    with("quantityList", QUANTITIES),
    with("childQuantityList", QUANTITIES),
    with("inputQuantityList", QUANTITIES),
    with("outputEPCList", Shape::List("epc")),
    with("outputQuantityList", QUANTITIES),
    plain("action"),
    plain("transformationID"),
    of("bizStep", Kind::Word(Word::BizStep)),
    of("disposition", DISPOSITION),
    with(
        "persistentDisposition",
        Shape::Object(&[of("set", DISPOSITION), of("unset", DISPOSITION)]),
    ),
    with("readPoint", Shape::Object(&[plain("id")])),
    with("bizLocation", Shape::Object(&[plain("id")])),
    with(
        "bizTransactionList",
        Shape::Typed(&[
            of("type", Kind::Word(Word::BusinessTransaction)),
            plain("bizTransaction"),
        ]),
    ),
    with(
        "sourceList",
        Shape::Typed(&[of("type", PARTY), plain("source")]),
    ),
    with(
        "destinationList",
        Shape::Typed(&[of("type", PARTY), plain("destination")]),
    ),
    with(
        "sensorElementList",
        Shape::Elements(
            "sensorElement",
            &[
                with("sensorMetadata", Shape::Object(SENSOR_METADATA)),
                with("sensorReport", Shape::Object(SENSOR_REPORT)),
            ],
        ),
    ),
];

const DISPOSITION: Kind = Kind::Word(Word::Disposition);
const PARTY: Kind = Kind::Word(Word::SourceDestination);
const MEASUREMENT: Kind = Kind::Word(Word::Gs1);

const QUANTITIES: Shape = Shape::Elements(
    "quantityElement",
    &[plain("epcClass"), plain("quantity"), plain("uom")],
);

const SENSOR_METADATA: &[Property] = &[
    of("time", Kind::Time),
    of("startTime", Kind::Time),
    of("endTime", Kind::Time),
    plain("deviceID"),
    plain("deviceMetadata"),
    plain("rawData"),
    plain("dataProcessingMethod"),
    plain("bizRules"),
];

/// The order names no `bizRules` of a report, which the schema has: it goes where metadata has it.
const SENSOR_REPORT: &[Property] = &[
    of("type", MEASUREMENT),
    of("exception", MEASUREMENT),
    plain("deviceID"),
    plain("deviceMetadata"),
    plain("rawData"),
    plain("dataProcessingMethod"),
    plain("bizRules"),
    of("time", Kind::Time),
    plain("microorganism"),
    plain("chemicalSubstance"),
    plain("value"),
    of("component", Kind::Word(Word::Component)),
    plain("stringValue"),
    plain("booleanValue"),
    plain("hexBinaryValue"),
    plain("uriValue"),
    plain("minValue"),
    plain("maxValue"),
    plain("meanValue"),
    plain("sDev"),
    plain("percRank"),
    plain("percValue"),
    plain("uom"),
    plain("coordinateReferenceSystem"),
];

fn is_in(properties: &[Property], key: &str) -> bool {
    properties.iter().any(|property| property.name == key)
}

/// Appends the properties in their order (rules 1 to 4).
fn ordered(
    fields: &Map<String, Value>,
    properties: &[Property],
    context: &Context,
    out: &mut String,
) {
    for property in properties {
        if let Some(value) = fields.get(property.name) {
            write(property, value, context, out);
        }
    }
}

/// The properties of an object that may be extended: its own, then the extensions (rule 21).
fn extended(fields: &Map<String, Value>, properties: &[Property], context: &Context) -> String {
    let mut out = String::new();
    ordered(fields, properties, context, &mut out);
    let rest = fields.iter().filter(|(key, _)| !is_in(properties, key));
    out.push_str(&sorted(rest, context));
    out
}

fn write(property: &Property, value: &Value, context: &Context, out: &mut String) {
    let name = property.name;
    match &property.shape {
        Shape::Plain(kind) => {
            let each = items(value).iter();
            join(each.map(|item| pair(name, item, *kind, context)), out);
        }
        Shape::List(element) => {
            let each = items(value).iter();
            list(
                name,
                each.map(|item| pair(element, item, Kind::Text, context)),
                out,
            );
        }
        Shape::Elements(element, properties) => {
            let each = items(value).iter().filter_map(Value::as_object);
            let each = each.map(|fields| named(element, extended(fields, properties, context)));
            list(name, each, out);
        }
        Shape::Object(properties) => {
            let each = items(value).iter().filter_map(Value::as_object);
            let each = each.map(|fields| named(name, extended(fields, properties, context)));
            join(each, out);
        }
        Shape::Typed(properties) => {
            let each = items(value).iter().filter_map(Value::as_object);
            list(
                name,
                each.map(|fields| extended(fields, properties, context)),
                out,
            );
        }
    }
}

fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}

/// The elements of a list, sorted, behind the list's name, which stands there once (rules 10 to 12).
fn list(name: &str, elements: impl Iterator<Item = String>, out: &mut String) {
    let mut inside = String::new();
    join(elements, &mut inside);
    if !inside.is_empty() {
        out.push_str(name);
        out.push_str(&inside);
    }
}

fn join(elements: impl Iterator<Item = String>, out: &mut String) {
    let mut elements: Vec<String> = elements.collect();
    elements.sort();
    for element in elements {
        out.push_str(&element);
    }
}

fn named(name: &str, inside: String) -> String {
    if inside.is_empty() {
        return inside;
    }
    format!("{name}{inside}")
}

/// `name=value`; nothing where there is no value (rule 4).
fn pair(name: &str, value: &Value, kind: Kind, context: &Context) -> String {
    match canonical(value, kind, context) {
        Some(value) if !value.is_empty() => format!("{name}={value}"),
        _ => String::new(),
    }
}

/// Extensions: `{namespace}local=value`, nested ones behind their parent, sorted at every level.
fn sorted<'v>(fields: impl Iterator<Item = (&'v String, &'v Value)>, context: &Context) -> String {
    let mut elements = Vec::new();
    for (key, value) in fields {
        let name = context.name(key);
        if !is_comment(&name) {
            extension(&name, value, context, &mut elements);
        }
    }
    elements.sort();
    elements.concat()
}

fn is_comment(name: &str) -> bool {
    matches!(
        name,
        "comment" | "{http://www.w3.org/2000/01/rdf-schema#}comment"
    )
}

fn extension(name: &str, value: &Value, context: &Context, elements: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for item in items {
                extension(name, item, context, elements);
            }
        }
        Value::Object(fields) => {
            elements.push(format!("{name}{}", sorted(fields.iter(), context)));
        }
        scalar => {
            let value = canonical(scalar, Kind::Text, context).filter(|value| !value.is_empty());
            elements.push(match value {
                Some(value) => format!("{name}={value}"),
                None => name.to_owned(),
            });
        }
    }
}

#[cfg(test)]
mod tests;
