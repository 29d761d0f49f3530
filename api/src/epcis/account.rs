//! What a pedigree tells of an event: JSON → [`Account`], and the short text that it is kept as.
//!
//! A pedigree goes through thousands of events. Read from the short text, one takes a tenth of the
//! time that its body takes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use trace::{
    Account, Action, BizStep, Declaration, Disposition, Epc, Event, EventKind, Instant, More,
    Named, Quantity, Reading,
};

use super::read_event;
use crate::clock::parse_rfc3339;

/// A kept account, with what its event may be declared an error by. It never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What happened; whether it was an error isn't in it.
    pub account: Arc<Account>,
    /// The identifier that the capturing party gave the event.
    pub event_id: Option<Arc<str>>,
}

/// As it is kept: names of one letter, and nothing that is empty.
#[derive(Debug, Serialize, Deserialize)]
struct Short {
    h: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<String>,
    k: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    a: Option<u8>,
    t: i64,
    #[serde(default, skip_serializing_if = "is_zero")]
    z: i32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    e: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    q: Vec<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    i: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    j: Vec<Amount>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    o: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    u: Vec<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    d: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    r: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    l: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    m: Option<Box<ShortMore>>,
}

/// A class, how much, and in which unit.
type Amount = (String, Option<f64>, Option<String>);
/// What was measured, its unit, from, until, lowest, highest, whether it raised an alarm.
type ShortReading = (String, String, i64, i64, f64, f64, bool);
/// A type and an identifier.
type Pair = (String, String);

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct ShortMore {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    r: Vec<ShortReading>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    b: Vec<Pair>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    s: Vec<Pair>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    d: Vec<Pair>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    c: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    p: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    u: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<String>,
}

fn is_zero(number: &i32) -> bool {
    *number == 0
}

const KINDS: [EventKind; 5] = [
    EventKind::Object,
    EventKind::Aggregation,
    EventKind::Transaction,
    EventKind::Transformation,
    EventKind::Association,
];
const ACTIONS: [Action; 3] = [Action::Observe, Action::Add, Action::Delete];

/// What is kept of an event that was read; `digest` is what it is stored under.
#[must_use]
pub fn text(digest: &str, event_id: Option<&str>, event: &Event, value: &Value) -> String {
    let own = |epcs: &[Epc]| epcs.iter().map(|epc| epc.0.clone()).collect();
    let amounts = |quantities: &[Quantity]| {
        let amount = |of: &Quantity| (of.class.0.clone(), of.quantity, of.uom.clone());
        quantities.iter().map(amount).collect()
    };
    let place = |kind| KINDS.iter().position(|known| *known == kind);
    let more = more(value, event.time).map(|more| Box::new(ShortMore::from(more)));
    let short = Short {
        h: digest.to_owned(),
        n: event_id.map(str::to_owned),
        k: place(event.kind).unwrap_or_default() as u8,
        a: event.action.map(|action| action as u8),
        t: event.time.0,
        z: event.offset_min,
        e: own(&event.epcs),
        q: amounts(&event.quantities),
        p: event.parent.as_ref().map(|epc| epc.0.clone()),
        i: own(&event.inputs),
        j: amounts(&event.input_quantities),
        o: own(&event.outputs),
        u: amounts(&event.output_quantities),
        s: event.biz_step.as_ref().map(|step| step.as_str().to_owned()),
        d: event
            .disposition
            .as_ref()
            .map(|disposition| disposition.as_str().to_owned()),
        r: event.read_point.clone(),
        l: event.biz_location.clone(),
        m: more,
    };
    // Nothing in it can fail to be written.
    serde_json::to_string(&short).unwrap_or_default()
}

/// A kept account; `None` where the text is damaged.
#[must_use]
pub fn kept(text: &str) -> Option<Kept> {
    let short: Short = serde_json::from_str(text).ok()?;
    let epcs = |own: Vec<String>| own.into_iter().map(Epc).collect();
    let quantities = |own: Vec<Amount>| {
        let quantity = |(class, quantity, uom)| Quantity {
            class: Epc(class),
            quantity,
            uom,
        };
        own.into_iter().map(quantity).collect()
    };
    let event = Event {
        id: short.h,
        kind: *KINDS.get(usize::from(short.k))?,
        action: match short.a {
            Some(action) => Some(*ACTIONS.get(usize::from(action))?),
            None => None,
        },
        time: Instant(short.t),
        offset_min: short.z,
        epcs: epcs(short.e),
        quantities: quantities(short.q),
        parent: short.p.map(Epc),
        inputs: epcs(short.i),
        input_quantities: quantities(short.j),
        outputs: epcs(short.o),
        output_quantities: quantities(short.u),
        biz_step: short.s.as_deref().map(BizStep::new),
        disposition: short.d.as_deref().map(Disposition::new),
        read_point: short.r,
        biz_location: short.l,
    };
    Some(Kept {
        account: Arc::new(Account {
            event,
            more: short.m.map(|more| Box::new((*more).into())),
            error: None,
        }),
        event_id: short.n.map(Arc::from),
    })
}

/// The account of an event whose short text isn't there: one that a program of before put in.
#[must_use]
pub fn of_body(digest: &str, body: &str) -> Option<Kept> {
    let value: Value = serde_json::from_str(body).ok()?;
    let event = read_event(&value, digest, "").ok()?;
    Some(Kept {
        account: Arc::new(Account {
            more: more(&value, event.time).map(Box::new),
            event,
            error: None,
        }),
        event_id: value["eventID"].as_str().map(Arc::from),
    })
}

/// The short text of such an event.
#[must_use]
pub fn text_of_body(digest: &str, body: &str) -> Option<String> {
    let value: Value = serde_json::from_str(body).ok()?;
    let event = read_event(&value, digest, "").ok()?;
    Some(text(digest, value["eventID"].as_str(), &event, &value))
}

/// What an event declares of the one that was an error; `None` where it declares nothing.
#[must_use]
pub fn declaration(body: &str) -> Option<Declaration> {
    let value: Value = serde_json::from_str(body).ok()?;
    let told = value.get("errorDeclaration")?;
    Some(Declaration {
        at: parse_rfc3339(told["declarationTime"].as_str()?)?,
        reason: told["reason"].as_str().map(bare),
        corrected_by: texts(told.get("correctiveEventIDs")),
    })
}

/// What few events say; `None` where this one says none of it.
fn more(value: &Value, time: Instant) -> Option<More> {
    let persistent = |name: &str| {
        let own = value
            .get("persistentDisposition")
            .and_then(|own| own.get(name));
        texts(own)
            .iter()
            .map(|text| Disposition::new(text))
            .collect::<Vec<_>>()
    };
    let more = More {
        readings: readings(value, time),
        transactions: named(value, "bizTransactionList", "bizTransaction"),
        sources: named(value, "sourceList", "source"),
        destinations: named(value, "destinationList", "destination"),
        certificates: texts(value.get("certificationInfo")),
        set: persistent("set"),
        unset: persistent("unset"),
        transformation: value
            .get("transformationID")
            .and_then(Value::as_str)
            .map(str::to_owned),
    };
    (more != More::default()).then_some(more)
}

/// A text, or a list of them.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => {
            let texts = items.iter().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

fn items<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn named(value: &Value, list: &str, name: &str) -> Vec<Named> {
    let named = items(value, list).filter_map(|item| {
        Some(Named {
            kind: item["type"].as_str().map(bare).unwrap_or_default(),
            id: item[name].as_str()?.to_owned(),
        })
    });
    named.collect()
}

/// The last part of a word of a vocabulary, in whatever form it was written.
fn bare(word: &str) -> String {
    let last = word.rsplit(['/', ':', '-', '#']).next().unwrap_or(word);
    last.to_owned()
}

fn readings(value: &Value, time: Instant) -> Vec<Reading> {
    let mut readings = Vec::new();
    for element in items(value, "sensorElementList") {
        let meta = &element["sensorMetadata"];
        let moment = |of: &Value, name: &str| of[name].as_str().and_then(parse_rfc3339);
        let at = moment(meta, "time");
        for report in items(element, "sensorReport") {
            let number = |name: &str| report[name].as_f64();
            let one = number("value").or(number("meanValue"));
            let (Some(min), Some(max)) = (
                number("minValue").or(one).or(number("maxValue")),
                number("maxValue").or(one).or(number("minValue")),
            ) else {
                continue;
            };
            let at = moment(report, "time").or(at);
            let from = at.or(moment(meta, "startTime")).unwrap_or(time);
            let until = at.or(moment(meta, "endTime")).unwrap_or(from);
            readings.push(Reading {
                measure: report["type"]
                    .as_str()
                    .map(|kind| bare(kind).to_ascii_lowercase())
                    .unwrap_or_default(),
                uom: report["uom"].as_str().unwrap_or_default().to_owned(),
                from,
                until: until.max(from),
                min: min.min(max),
                max: max.max(min),
                is_alarm: report["exception"].as_str() == Some("ALARM_CONDITION"),
            });
        }
    }
    readings
}

impl From<More> for ShortMore {
    fn from(more: More) -> ShortMore {
        let pairs = |own: Vec<Named>| own.into_iter().map(|own| (own.kind, own.id)).collect();
        let words = |own: Vec<Disposition>| own.iter().map(|own| own.as_str().to_owned()).collect();
        let reading = |own: Reading| {
            let (from, until) = (own.from.0, own.until.0);
            let (measure, uom) = (own.measure, own.uom);
            (measure, uom, from, until, own.min, own.max, own.is_alarm)
        };
        ShortMore {
            r: more.readings.into_iter().map(reading).collect(),
            b: pairs(more.transactions),
            s: pairs(more.sources),
            d: pairs(more.destinations),
            c: more.certificates,
            p: words(more.set),
            u: words(more.unset),
            t: more.transformation,
        }
    }
}

impl From<ShortMore> for More {
    fn from(short: ShortMore) -> More {
        let named = |own: Vec<Pair>| {
            let named = own.into_iter().map(|(kind, id)| Named { kind, id });
            named.collect()
        };
        let words = |own: Vec<String>| own.iter().map(|own| Disposition::new(own)).collect();
        let reading = |(measure, uom, from, until, min, max, is_alarm)| Reading {
            measure,
            uom,
            from: Instant(from),
            until: Instant(until),
            min,
            max,
            is_alarm,
        };
        More {
            readings: short.r.into_iter().map(reading).collect(),
            transactions: named(short.b),
            sources: named(short.s),
            destinations: named(short.d),
            certificates: short.c,
            set: words(short.p),
            unset: words(short.u),
            transformation: short.t,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_kept_is_what_was_read() {
        let transformation = json!({
            "type": "TransformationEvent", "eventTime": "2026-11-24T12:00:00+01:00",
            "eventTimeZoneOffset": "+01:00", "transformationID": "urn:x:1",
            "inputEPCList": ["urn:epc:id:sgtin:9506000.013435.A1"],
            "inputQuantityList": [{ "epcClass": "urn:epc:class:lgtin:9506000.013435.L7", "quantity": 2.5, "uom": "KGM" }],
            "outputQuantityList": [{ "epcClass": "urn:epc:class:lgtin:9506000.013435.L8", "quantity": 10 }],
            "bizStep": "creating_class_instance", "eventID": "urn:uuid:1",
        });
        let sensed = json!({
            "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-11-24T12:00:00Z",
            "eventTimeZoneOffset": "-05:30", "epcList": ["urn:epc:id:sscc:9506000.0000000001"],
            "bizStep": "receiving", "disposition": "in_progress",
            "readPoint": { "id": "urn:epc:id:sgln:9506000.90001.0" },
            "bizTransactionList": [{ "type": "inv", "bizTransaction": "urn:x:2" }],
            "sourceList": [{ "type": "urn:epcglobal:cbv:sdt:owning_party", "source": "urn:x:3" }],
            "certificationInfo": "https://example.com/c",
            "persistentDisposition": { "set": ["completeness_verified"], "unset": ["completeness_inferred"] },
            "sensorElementList": [{
                "sensorMetadata": { "startTime": "2026-11-24T10:00:00Z", "endTime": "2026-11-24T11:00:00Z" },
                "sensorReport": [{ "type": "gs1:Temperature", "minValue": 2.5, "maxValue": 9.0, "uom": "CEL", "exception": "ALARM_CONDITION" }],
            }],
        });
        for value in [transformation, sensed] {
            let event = read_event(&value, "H", "").unwrap();
            let id = value["eventID"].as_str();
            let kept = kept(&text("H", id, &event, &value)).unwrap();
            assert_eq!(kept.account.event, event);
            assert_eq!(kept, of_body("H", &value.to_string()).unwrap());
            assert!(kept.account.more.is_some());
        }
    }

    #[test]
    fn a_reading_has_its_time() {
        let value = json!({ "sensorElementList": [{
            "sensorMetadata": { "time": "1970-01-01T00:00:01Z" },
            "sensorReport": [
                { "type": "Temperature", "value": 4.0, "uom": "CEL" },
                { "type": "Temperature", "value": 5.0, "uom": "CEL", "time": "1970-01-01T00:00:02Z" },
                { "type": "RelativeHumidity" },
            ],
        }]});
        let readings = readings(&value, Instant(9_000));
        let found: Vec<_> = readings
            .iter()
            .map(|reading| (reading.from.0, reading.until.0, reading.min, reading.max))
            .collect();
        assert_eq!(found, [(1_000, 1_000, 4.0, 4.0), (2_000, 2_000, 5.0, 5.0)]);
    }
}
