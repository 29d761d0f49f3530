//! One condition of a query, and whether an event meets it.

use serde_json::Value;
use trace::Instant;

use super::{
    described::{Naming, Wanted},
    extension::Field,
};
use crate::{
    clock::parse_rfc3339,
    epcis::{Context, term::Term},
};

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Eq,
    Gt,
    Ge,
    Lt,
    Le,
}

impl Comparison {
    pub(super) fn holds<T: PartialOrd>(self, value: &T, bound: &T) -> bool {
        match self {
            Comparison::Eq => value == bound,
            Comparison::Gt => value > bound,
            Comparison::Ge => value >= bound,
            Comparison::Lt => value < bound,
            Comparison::Le => value <= bound,
        }
    }
}

/// What a value is compared with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Bound {
    Number(f64),
    /// Any of them.
    Numbers(Vec<f64>),
    Time(Instant),
    /// Any of them.
    Texts(Vec<String>),
}

/// What an event must be.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    /// With one of these actions.
    Actions(Vec<String>),
    /// With any of these terms.
    Terms(Vec<Term>),
    /// With a quantity like that, of that unit of measure; `None` for pieces.
    Quantity(Comparison, Vec<f64>, Option<String>),
    /// Declared to be an error within that time.
    DeclaredAt(Comparison, Instant),
    /// Declared to be an error for one of these reasons.
    Reasons(Vec<String>),
    /// With a sensor element that says so: in its metadata, its reports, or either.
    Sensor(
        &'static [&'static str],
        String,
        Comparison,
        Bound,
        Option<String>,
    ),
    /// With an extension that says so.
    Extension(Field, Comparison, Bound),
    /// With an extension of that name.
    HasExtension(Field),
    /// Naming something of which master data says that.
    Described(Naming, Wanted),
    /// At one of these places, or below one by master data: the name of the term, the terms by
    /// identifiers alone, and what master data is asked for.
    Within(&'static str, Vec<Term>, Wanted),
}

/// An event as a condition sees it.
pub(super) struct Seen<'e> {
    pub(super) event: &'e Value,
    pub(super) context: &'e Context,
    pub(super) terms: &'e [Term],
}

/// The lists whose elements have quantities.
const QUANTITIES: [&str; 4] = [
    "quantityList",
    "childQuantityList",
    "inputQuantityList",
    "outputQuantityList",
];

impl Condition {
    /// The terms of which one is enough; `None` for what has no index.
    pub(super) fn terms(&self) -> Option<Vec<Term>> {
        match self {
            Condition::Terms(terms) | Condition::Within(_, terms, _) => Some(terms.clone()),
            Condition::DeclaredAt(..) | Condition::Reasons(_) => {
                Some(vec![("errorDeclaration".to_owned(), "1".to_owned())])
            }
            Condition::Sensor(..) => Some(vec![("sensorElementList".to_owned(), "1".to_owned())]),
            _ => None,
        }
    }

    pub(super) fn holds(&self, seen: &Seen<'_>) -> bool {
        match self {
            Condition::Actions(actions) => {
                let action = seen.event.get("action").and_then(Value::as_str);
                action.is_some_and(|action| actions.iter().any(|one| one == action))
            }
            Condition::Terms(terms) | Condition::Within(_, terms, _) => {
                terms.iter().any(|term| seen.terms.contains(term))
            }
            // Nothing is known of it until the store was asked.
            Condition::Described(..) => false,
            Condition::Quantity(comparison, bounds, unit) => QUANTITIES
                .iter()
                .flat_map(|list| items(seen.event.get(*list)))
                .any(|element| {
                    let quantity = element.get("quantity").and_then(Value::as_f64);
                    let is_unit = unit.is_none()
                        || element.get("uom").and_then(Value::as_str) == unit.as_deref();
                    is_unit
                        && quantity.is_some_and(|quantity| {
                            bounds
                                .iter()
                                .any(|bound| comparison.holds(&quantity, bound))
                        })
                }),
            Condition::DeclaredAt(comparison, at) => declared(seen.event, "declarationTime")
                .and_then(parse_rfc3339)
                .is_some_and(|time| comparison.holds(&time, at)),
            Condition::Reasons(reasons) => declared(seen.event, "reason").is_some_and(|reason| {
                let bare = reason.rsplit(['-', ':']).next().unwrap_or(reason);
                reasons.iter().any(|one| one == reason || one == bare)
            }),
            Condition::Sensor(parts, name, comparison, bound, unit) => {
                sensor_parts(seen.event, parts).any(|part| {
                    let is_unit = unit.is_none()
                        || part.get("uom").and_then(Value::as_str) == unit.as_deref();
                    is_unit
                        && part
                            .get(name)
                            .is_some_and(|value| compare(value, *comparison, bound, seen.context))
                })
            }
            Condition::Extension(field, comparison, bound) => field
                .values(seen)
                .any(|value| compare(value, *comparison, bound, seen.context)),
            Condition::HasExtension(field) => field.values(seen).next().is_some(),
        }
    }
}

fn declared<'e>(event: &'e Value, name: &str) -> Option<&'e str> {
    event.get("errorDeclaration")?.get(name)?.as_str()
}

fn sensor_parts<'e>(
    event: &'e Value,
    parts: &'static [&'static str],
) -> impl Iterator<Item = &'e Value> {
    items(event.get("sensorElementList"))
        .iter()
        .flat_map(move |element| parts.iter().filter_map(move |part| element.get(*part)))
        .flat_map(|part| match part {
            Value::Array(items) => &items[..],
            one => std::slice::from_ref(one),
        })
}

pub(super) fn items(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

fn compare(value: &Value, comparison: Comparison, bound: &Bound, context: &Context) -> bool {
    match (value, bound) {
        (Value::Array(items), _) => items
            .iter()
            .any(|item| compare(item, comparison, bound, context)),
        (_, Bound::Number(bound)) => {
            number(value).is_some_and(|value| comparison.holds(&value, bound))
        }
        (_, Bound::Numbers(bounds)) => number(value)
            .is_some_and(|value| bounds.iter().any(|bound| comparison.holds(&value, bound))),
        (Value::String(text), Bound::Time(bound)) => {
            parse_rfc3339(text).is_some_and(|time| comparison.holds(&time, bound))
        }
        (Value::String(text), Bound::Texts(texts)) => {
            let written = crate::epcis::term::identifier(&context.value(text));
            texts.iter().any(|one| one == text || *one == written)
        }
        (Value::Bool(truth), Bound::Texts(texts)) => texts.contains(&truth.to_string()),
        (Value::Number(number), Bound::Texts(texts)) => texts.contains(&number.to_string()),
        _ => false,
    }
}

/// A number, or a text that is one: extensions of XML come as texts.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
