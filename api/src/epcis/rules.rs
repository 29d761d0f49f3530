//! What EPCIS 2.0 and CBV 2.0 demand of an event beyond what journeys rest on: an event → every
//! place where it breaks a rule.
//!
//! The shapes are those of the EPCIS JSON schema; the words are those of the Core Business
//! Vocabulary, in any of the three forms in which they may be written.

mod shape;
mod vocabulary;

use serde_json::{Map, Value};

use super::Context;
use crate::store::CaptureFault;
use shape::{Rule, Shape, check_fields};
use vocabulary::{
    BIZ_STEP, BUSINESS_TRANSACTION, COMPONENT, DISPOSITION, ERROR_REASON, MEASUREMENT,
    SENSOR_ALERT, SOURCE_DESTINATION,
};

/// Everything that is wrong with an event at that place.
#[must_use]
pub fn event_faults(
    event: &Map<String, Value>,
    context: &Context,
    pointer: &str,
) -> Vec<CaptureFault> {
    let kind = event.get("type").and_then(Value::as_str).unwrap_or("");
    let mut faults = Vec::new();
    let Some(fields) = fields_of(kind) else {
        // What is no event of the five is told by whoever reads it.
        return faults;
    };
    let shape = Shape {
        what: "the event",
        fields,
        needs: NEEDED,
        is_open: true,
    };
    let inherited = COMMON;
    check_fields(event, &shape, inherited, context, pointer, &mut faults);
    let mut fault = |place: &str, detail: &str| {
        faults.push(CaptureFault {
            pointer: format!("{pointer}/{place}"),
            detail: detail.to_owned(),
        });
    };
    let action = event.get("action").and_then(Value::as_str).unwrap_or("");
    if event.contains_key("ilmd") && matches!(action, "OBSERVE" | "DELETE") {
        fault("ilmd", "master data comes with the action ADD only");
    }
    if kind == "TransactionEvent"
        && action != "DELETE"
        && !has_any(event, &["epcList", "quantityList"])
    {
        fault("epcList", "needs `epcList` or `quantityList`");
    }
    let parts = [
        "inputEPCList",
        "inputQuantityList",
        "outputEPCList",
        "outputQuantityList",
    ];
    if kind == "TransformationEvent"
        && event.contains_key("transformationID")
        && !has_any(event, &parts)
    {
        fault("inputEPCList", "needs something that went in or came out");
    }
    faults
}

fn has_any(event: &Map<String, Value>, names: &[&str]) -> bool {
    names
        .iter()
        .any(|name| matches!(event.get(*name), Some(Value::Array(items)) if !items.is_empty()))
}

/// What is wrong with a document around its events.
#[must_use]
pub fn document_faults(document: &Map<String, Value>) -> Vec<CaptureFault> {
    let mut faults = Vec::new();
    let shape = Shape {
        what: "the document",
        fields: DOCUMENT,
        needs: &["@context"],
        is_open: true,
    };
    check_fields(document, &shape, &[], &Context::default(), "", &mut faults);
    faults
}

const DOCUMENT: &[(&str, Rule)] = &[
    ("@context", Rule::Context),
    ("id", Rule::Uri),
    ("type", Rule::Text),
    ("schemaVersion", Rule::Text),
    ("creationDate", Rule::Time),
    ("instanceIdentifier", Rule::Text),
    ("sender", Rule::Text),
    ("receiver", Rule::Text),
    ("epcisHeader", Rule::Anything),
    ("epcisBody", Rule::Anything),
];

const NEEDED: &[&str] = &[];

/// What every event may have.
const COMMON: &[(&str, Rule)] = &[
    ("@context", Rule::Context),
    ("type", Rule::Anything),
    ("eventTime", Rule::Time),
    ("recordTime", Rule::Time),
    ("eventTimeZoneOffset", Rule::Offset),
    ("eventID", Rule::Uri),
    ("certificationInfo", Rule::UriOrUris),
    ("errorDeclaration", Rule::Object(ERROR_DECLARATION)),
    ("bizStep", Rule::Word(&BIZ_STEP)),
    ("disposition", Rule::Word(&DISPOSITION)),
    (
        "persistentDisposition",
        Rule::Object(PERSISTENT_DISPOSITION),
    ),
    ("readPoint", Rule::Object(PLACE)),
    ("bizLocation", Rule::Object(PLACE)),
    ("bizTransactionList", Rule::List(TRANSACTION)),
    ("sourceList", Rule::List(SOURCE)),
    ("destinationList", Rule::List(DESTINATION)),
    ("sensorElementList", Rule::List(SENSOR_ELEMENT)),
];

fn fields_of(kind: &str) -> Option<&'static [(&'static str, Rule)]> {
    Some(match kind {
        "ObjectEvent" => &[
            ("action", Rule::Anything),
            ("epcList", Rule::Epcs),
            ("quantityList", Rule::List(QUANTITY)),
            ("ilmd", Rule::Extensions),
        ],
        "AggregationEvent" | "AssociationEvent" => &[
            ("action", Rule::Anything),
            ("parentID", Rule::Uri),
            ("childEPCs", Rule::Epcs),
            ("childQuantityList", Rule::List(QUANTITY)),
        ],
        "TransactionEvent" => &[
            ("action", Rule::Anything),
            ("parentID", Rule::Uri),
            ("epcList", Rule::Epcs),
            ("quantityList", Rule::List(QUANTITY)),
        ],
        "TransformationEvent" => &[
            ("inputEPCList", Rule::Epcs),
            ("inputQuantityList", Rule::List(QUANTITY)),
            ("outputEPCList", Rule::Epcs),
            ("outputQuantityList", Rule::List(QUANTITY)),
            ("transformationID", Rule::Uri),
            ("ilmd", Rule::Extensions),
        ],
        _ => return None,
    })
}

const ERROR_DECLARATION: &Shape = &Shape {
    what: "an error declaration",
    fields: &[
        ("declarationTime", Rule::Time),
        ("reason", Rule::Word(&ERROR_REASON)),
        ("correctiveEventIDs", Rule::Uris),
    ],
    needs: &["declarationTime"],
    is_open: true,
};

const PERSISTENT_DISPOSITION: &Shape = &Shape {
    what: "a persistent disposition",
    fields: &[
        ("set", Rule::Words(&DISPOSITION)),
        ("unset", Rule::Words(&DISPOSITION)),
    ],
    needs: &[],
    is_open: false,
};

const PLACE: &Shape = &Shape {
    what: "a place",
    fields: &[("id", Rule::Uri)],
    needs: &["id"],
    is_open: true,
};

const QUANTITY: &Shape = &Shape {
    what: "a quantity",
    fields: &[
        ("epcClass", Rule::EpcClass),
        ("quantity", Rule::Number),
        ("uom", Rule::Unit),
    ],
    needs: &["epcClass"],
    is_open: false,
};

const TRANSACTION: &Shape = &Shape {
    what: "a business transaction",
    fields: &[
        ("type", Rule::Word(&BUSINESS_TRANSACTION)),
        ("bizTransaction", Rule::Uri),
    ],
    needs: &["bizTransaction"],
    is_open: false,
};

const SOURCE: &Shape = &Shape {
    what: "a source",
    fields: &[
        ("type", Rule::Word(&SOURCE_DESTINATION)),
        ("source", Rule::Uri),
    ],
    needs: &["type", "source"],
    is_open: false,
};

const DESTINATION: &Shape = &Shape {
    what: "a destination",
    fields: &[
        ("type", Rule::Word(&SOURCE_DESTINATION)),
        ("destination", Rule::Uri),
    ],
    needs: &["type", "destination"],
    is_open: false,
};

const SENSOR_ELEMENT: &Shape = &Shape {
    what: "a sensor element",
    fields: &[
        ("sensorMetadata", Rule::Object(SENSOR_METADATA)),
        ("sensorReport", Rule::FullList(SENSOR_REPORT)),
    ],
    needs: &["sensorReport"],
    is_open: true,
};

const SENSOR_METADATA: &Shape = &Shape {
    what: "sensor metadata",
    fields: &[
        ("time", Rule::Time),
        ("startTime", Rule::Time),
        ("endTime", Rule::Time),
        ("deviceID", Rule::Uri),
        ("deviceMetadata", Rule::Uri),
        ("rawData", Rule::Uri),
        ("dataProcessingMethod", Rule::Uri),
        ("bizRules", Rule::Uri),
    ],
    needs: &[],
    is_open: true,
};

const SENSOR_REPORT: &Shape = &Shape {
    what: "a sensor report",
    fields: &[
        ("type", Rule::Word(&MEASUREMENT)),
        ("exception", Rule::Word(&SENSOR_ALERT)),
        ("deviceID", Rule::Uri),
        ("deviceMetadata", Rule::Uri),
        ("rawData", Rule::Uri),
        ("dataProcessingMethod", Rule::Uri),
        ("bizRules", Rule::Uri),
        ("time", Rule::Time),
        ("microorganism", Rule::Uri),
        ("chemicalSubstance", Rule::Uri),
        ("coordinateReferenceSystem", Rule::Uri),
        ("value", Rule::Number),
        ("component", Rule::Word(&COMPONENT)),
        ("stringValue", Rule::Text),
        ("booleanValue", Rule::Truth),
        ("hexBinaryValue", Rule::Hex),
        ("uriValue", Rule::Uri),
        ("minValue", Rule::Number),
        ("maxValue", Rule::Number),
        ("meanValue", Rule::Number),
        ("sDev", Rule::Number),
        ("percRank", Rule::Number),
        ("percValue", Rule::Number),
        ("uom", Rule::Text),
    ],
    needs: &["type"],
    is_open: true,
};
