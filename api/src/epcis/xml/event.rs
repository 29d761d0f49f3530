//! One event in XML → the same in JSON-LD.

use roxmltree::Node;
use serde_json::{Map, Number, Value, json};

use super::{
    content, elements,
    extension::{Namespaces, add, add_attributes, is_extension},
};
use crate::epcis::{Exception, ExceptionKind};

/// The kinds of events that both bindings have.
const KINDS: [&str; 5] = [
    "ObjectEvent",
    "AggregationEvent",
    "TransactionEvent",
    "TransformationEvent",
    "AssociationEvent",
];

/// URNs of the CBV, each followed by a word that JSON-LD has alone.
const CBV: [&str; 5] = [
    "urn:epcglobal:cbv:bizstep:",
    "urn:epcglobal:cbv:disp:",
    "urn:epcglobal:cbv:btt:",
    "urn:epcglobal:cbv:sdt:",
    "urn:epcglobal:cbv:er:",
];

/// The same as URIs of the web vocabulary.
const CBV_WEB: &str = "https://ref.gs1.org/cbv/";

/// The events of a list; none where there is no list.
pub(super) fn list(
    list: Option<Node<'_, '_>>,
    names: &mut Namespaces,
) -> Result<Vec<Value>, Exception> {
    let mut events = Vec::new();
    for node in list.into_iter().flat_map(elements) {
        collect(node, &mut events, names)?;
    }
    Ok(events)
}

/// EPCIS 1.2 puts the kinds that 1.0 did not have into `extension`.
fn collect(
    node: Node<'_, '_>,
    events: &mut Vec<Value>,
    names: &mut Namespaces,
) -> Result<(), Exception> {
    let name = node.tag_name().name();
    if name == "extension" {
        return elements(node).try_for_each(|node| collect(node, events, names));
    }
    if !KINDS.contains(&name) {
        let line = node.document().text_pos_at(node.range().start).row;
        let detail = format!(
            "Line {line} holds a `{name}`, which is no event of EPCIS 2.0. Leave it out, or write it \
             as one of the five kinds."
        );
        return Err(ExceptionKind::Validation.because(detail));
    }
    let mut event = Map::new();
    event.insert("type".to_owned(), name.into());
    fields(&mut event, node, names);
    events.push(Value::Object(event));
    Ok(())
}

/// Everything in an event, and in what 1.2 wraps around parts of it.
fn fields(event: &mut Map<String, Value>, node: Node<'_, '_>, names: &mut Namespaces) {
    for field in elements(node) {
        if is_extension(field) {
            add(event, field, names);
            continue;
        }
        let name = field.tag_name().name();
        let value = match name {
            "extension" | "baseExtension" => {
                fields(event, field, names);
                continue;
            }
            "epcList" | "childEPCs" | "inputEPCList" | "outputEPCList" => texts(field),
            "quantityList" | "childQuantityList" | "inputQuantityList" | "outputQuantityList" => {
                elements(field).map(quantity).collect()
            }
            "bizTransactionList" => elements(field)
                .map(|item| typed(item, "bizTransaction"))
                .collect(),
            "sourceList" => elements(field).map(|item| typed(item, "source")).collect(),
            "destinationList" => elements(field)
                .map(|item| typed(item, "destination"))
                .collect(),
            "readPoint" | "bizLocation" => object(field, names),
            "ilmd" => extensions(field, names),
            "errorDeclaration" => error(field, names),
            "persistentDisposition" => persistent(field),
            "sensorElementList" => elements(field).map(|item| sensor(item, names)).collect(),
            _ => word(&content(field)).into(),
        };
        put(event, name, value);
    }
}

/// A field that comes again makes a list: a certification, for one.
fn put(into: &mut Map<String, Value>, name: &str, value: Value) {
    match into.get_mut(name) {
        None => {
            into.insert(name.to_owned(), value);
        }
        Some(Value::Array(list)) => list.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
    }
}

/// `departing` of `urn:epcglobal:cbv:bizstep:departing`; anything else as it is.
fn word(text: &str) -> String {
    let by_urn = CBV.iter().find_map(|prefix| text.strip_prefix(prefix));
    let by_uri = || {
        let (_, word) = text.strip_prefix(CBV_WEB)?.split_once('-')?;
        Some(word)
    };
    by_urn.or_else(by_uri).unwrap_or(text).to_owned()
}

fn texts(node: Node<'_, '_>) -> Value {
    elements(node)
        .map(|item| Value::from(content(item)))
        .collect()
}

/// A number as JSON has it; what is none stays a text, and is told as a fault.
fn number(text: &str) -> Value {
    let whole = text.parse::<i64>().ok().map(Value::from);
    let broken = || {
        let number = text.parse::<f64>().ok().and_then(Number::from_f64);
        number.map(Value::Number)
    };
    whole.or_else(broken).unwrap_or_else(|| text.into())
}

fn quantity(node: Node<'_, '_>) -> Value {
    let fields = elements(node).map(|field| {
        let name = field.tag_name().name();
        let text = content(field);
        let value = match name {
            "quantity" => number(&text),
            _ => text.into(),
        };
        (name.to_owned(), value)
    });
    Value::Object(fields.collect())
}

/// `<bizTransaction type="…">…</bizTransaction>`.
fn typed(node: Node<'_, '_>, name: &str) -> Value {
    let mut object = Map::new();
    if let Some(kind) = node.attribute("type") {
        object.insert("type".to_owned(), word(kind).into());
    }
    object.insert(name.to_owned(), content(node).into());
    Value::Object(object)
}

/// `<id>` with extensions beside it.
fn object(node: Node<'_, '_>, names: &mut Namespaces) -> Value {
    let mut object = Map::new();
    for field in elements(node) {
        match is_extension(field) {
            true => add(&mut object, field, names),
            false if field.tag_name().name() == "extension" => {
                elements(field).for_each(|field| add(&mut object, field, names));
            }
            false => put(&mut object, field.tag_name().name(), content(field).into()),
        }
    }
    Value::Object(object)
}

fn extensions(node: Node<'_, '_>, names: &mut Namespaces) -> Value {
    let mut object = Map::new();
    for field in elements(node) {
        add(&mut object, field, names);
    }
    Value::Object(object)
}

fn error(node: Node<'_, '_>, names: &mut Namespaces) -> Value {
    let mut object = Map::new();
    for field in elements(node) {
        let name = field.tag_name().name();
        match name {
            _ if is_extension(field) => add(&mut object, field, names),
            "correctiveEventIDs" => put(&mut object, name, texts(field)),
            "extension" => elements(field).for_each(|field| add(&mut object, field, names)),
            _ => put(&mut object, name, word(&content(field)).into()),
        }
    }
    Value::Object(object)
}

fn persistent(node: Node<'_, '_>) -> Value {
    let mut object = Map::new();
    for field in elements(node) {
        let list = object
            .entry(field.tag_name().name())
            .or_insert_with(|| json!([]));
        if let Value::Array(list) = list {
            list.push(word(&content(field)).into());
        }
    }
    Value::Object(object)
}

/// A sensor element: its values are attributes.
fn sensor(node: Node<'_, '_>, names: &mut Namespaces) -> Value {
    let mut object = Map::new();
    let mut reports = Vec::new();
    for field in elements(node) {
        match field.tag_name().name() {
            _ if is_extension(field) => add(&mut object, field, names),
            "sensorReport" => reports.push(attributes(field, names)),
            "extension" => elements(field).for_each(|field| add(&mut object, field, names)),
            name => put(&mut object, name, attributes(field, names)),
        }
    }
    if !reports.is_empty() {
        object.insert("sensorReport".to_owned(), reports.into());
    }
    Value::Object(object)
}

/// Attributes that hold numbers (EPCIS 2.0, section 7.3.7).
const NUMBERS: [&str; 7] = [
    "value",
    "minValue",
    "maxValue",
    "meanValue",
    "sDev",
    "percRank",
    "percValue",
];

fn attributes(node: Node<'_, '_>, names: &mut Namespaces) -> Value {
    let mut object = Map::new();
    for attribute in node.attributes().filter(|it| it.namespace().is_none()) {
        let (name, text) = (attribute.name(), attribute.value());
        let value = match (name, text) {
            ("booleanValue", "true" | "1") => true.into(),
            ("booleanValue", "false" | "0") => false.into(),
            _ if NUMBERS.contains(&name) => number(text),
            // Measures of GS1's own vocabulary have no prefix in JSON-LD.
            ("type" | "component" | "exception", _) => {
                text.strip_prefix("gs1:").unwrap_or(text).into()
            }
            _ => text.into(),
        };
        object.insert(name.to_owned(), value);
    }
    add_attributes(&mut object, node, names);
    for field in elements(node) {
        add(&mut object, field, names);
    }
    Value::Object(object)
}
