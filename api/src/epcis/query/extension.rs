//! Which extension a parameter asks about: `EQ_INNER_ILMD_example:myField` → [`Field`].

use serde_json::{Map, Value};

use super::condition::{Seen, items};
use crate::epcis::Context;

/// Where an extension stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Event,
    Ilmd,
    ErrorDeclaration,
    ReadPoint,
    BizLocation,
    SensorElement,
    SensorMetadata,
    SensorReport,
}

/// Longest first where one begins another.
const PLACES: [(&str, Place); 7] = [
    ("ILMD_", Place::Ilmd),
    ("ERROR_DECLARATION_", Place::ErrorDeclaration),
    ("readPoint_", Place::ReadPoint),
    ("bizLocation_", Place::BizLocation),
    ("SENSORELEMENT_", Place::SensorElement),
    ("SENSORMETADATA_", Place::SensorMetadata),
    ("SENSORREPORT_", Place::SensorReport),
];

/// An extension by its name, at its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    place: Place,
    /// Anywhere inside of the extensions there, and not at their top.
    is_inner: bool,
    /// As the event hash writes it; as it came where its prefix is unknown.
    name: String,
    as_written: String,
}

impl Field {
    /// From what follows the comparison; `None` for what is no extension's name.
    pub(super) fn parse(text: &str, context: &Context) -> Option<Field> {
        let (is_inner, rest) = match text.strip_prefix("INNER_") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let placed = PLACES
            .iter()
            .find_map(|(name, place)| Some((*place, rest.strip_prefix(name)?)));
        let (place, name) = placed.unwrap_or((Place::Event, rest));
        name.contains(':').then(|| Field {
            place,
            is_inner,
            name: context.name(name),
            as_written: name.to_owned(),
        })
    }

    /// What an event says there.
    pub(super) fn values<'e>(&self, seen: &Seen<'e>) -> impl Iterator<Item = &'e Value> {
        let mut found = Vec::new();
        for fields in self.objects(seen.event) {
            if self.is_inner {
                for value in fields.values() {
                    self.inner(value, seen.context, &mut found);
                }
            } else {
                let here = fields
                    .iter()
                    .filter(|(name, _)| self.is(name, seen.context));
                found.extend(here.map(|(_, value)| value));
            }
        }
        found.into_iter()
    }

    fn is(&self, name: &str, context: &Context) -> bool {
        name == self.as_written || context.name(name) == self.name
    }

    fn inner<'e>(&self, value: &'e Value, context: &Context, found: &mut Vec<&'e Value>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if self.is(name, context) {
                        found.push(value);
                    }
                    self.inner(value, context, found);
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.inner(item, context, found);
                }
            }
            _ => {}
        }
    }

    fn objects<'e>(&self, event: &'e Value) -> Vec<&'e Map<String, Value>> {
        let elements = || items(event.get("sensorElementList")).iter();
        let one = |name: &str| event.get(name).and_then(Value::as_object);
        match self.place {
            Place::Event => event.as_object().into_iter().collect(),
            Place::Ilmd => one("ilmd").into_iter().collect(),
            Place::ErrorDeclaration => one("errorDeclaration").into_iter().collect(),
            Place::ReadPoint => one("readPoint").into_iter().collect(),
            Place::BizLocation => one("bizLocation").into_iter().collect(),
            Place::SensorElement => elements().filter_map(Value::as_object).collect(),
            Place::SensorMetadata => elements()
                .filter_map(|element| element.get("sensorMetadata")?.as_object())
                .collect(),
            Place::SensorReport => elements()
                .flat_map(|element| items(element.get("sensorReport")))
                .filter_map(Value::as_object)
                .collect(),
        }
    }
}
