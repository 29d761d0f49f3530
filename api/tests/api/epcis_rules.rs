//! Documents that break a rule each, and where they are told to.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{Site, document, request};

/// An event that breaks no rule.
fn good() -> Value {
    json!({
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-11-01T08:00:00.000+01:00",
        "eventTimeZoneOffset": "+01:00",
        "eventID": "urn:uuid:7c1b2a30-0000-4000-8000-0000000000aa",
        "epcList": ["urn:epc:id:sgtin:4012345.011111.9876"],
        "quantityList": [{ "epcClass": "urn:epc:class:lgtin:4012345.011111.L1", "quantity": 2.5, "uom": "KGM" }],
        "bizStep": "commissioning",
        "disposition": "active",
        "persistentDisposition": { "set": ["completeness_verified"] },
        "readPoint": { "id": "urn:epc:id:sgln:4012345.00005.0", "ex:note": "gate" },
        "bizTransactionList": [{ "type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:4012345000009:1" }],
        "sourceList": [{ "type": "owning_party", "source": "urn:epc:id:pgln:4012345.00000" }],
        "destinationList": [{ "type": "location", "destination": "urn:epc:id:sgln:4012345.00005.0" }],
        "sensorElementList": [{
            "sensorMetadata": { "time": "2026-11-01T07:00:00Z", "deviceID": "urn:epc:id:giai:4000001.111" },
            "sensorReport": [{ "type": "Temperature", "value": 4.5, "uom": "CEL" }]
        }],
        "certificationInfo": ["https://certificates.example/1"],
        "ilmd": { "cbvmda:lotNumber": "L1" },
        "ex:extension": { "ex:inner": [1, 2] }
    })
}

/// What each breaks: a pointer into the event and what stands there instead; `null` takes it away.
fn broken() -> Vec<(&'static str, Value, &'static str)> {
    vec![
        ("/type", json!("ex:HarvestEvent"), "/type"),
        ("/type", json!(null), "/type"),
        ("/action", json!("CREATE"), "/action"),
        ("/action", json!(null), "/action"),
        ("/action", json!("OBSERVE"), "/ilmd"),
        ("/eventTime", json!("2026-11-01T08:00:00"), "/eventTime"),
        ("/eventTime", json!("01.11.2026"), "/eventTime"),
        ("/recordTime", json!("yesterday"), "/recordTime"),
        (
            "/eventTimeZoneOffset",
            json!("+15:00"),
            "/eventTimeZoneOffset",
        ),
        (
            "/eventTimeZoneOffset",
            json!("+01:75"),
            "/eventTimeZoneOffset",
        ),
        ("/eventID", json!("42"), "/eventID"),
        ("/epcList", json!(["4012345.011111.9876"]), "/epcList/0"),
        (
            "/epcList",
            json!(["urn:epc:id:sgtin:4012345.011111"]),
            "/epcList/0",
        ),
        (
            "/epcList",
            json!(["https://id.gs1.org/01/04012345111119/21/9876"]),
            "/epcList/0",
        ),
        (
            "/epcList",
            json!(["urn:epc:class:lgtin:4012345.011111.L1"]),
            "/epcList/0",
        ),
        (
            "/epcList",
            json!(["urn:uuid:1", "urn:uuid:1"]),
            "/epcList/1",
        ),
        (
            "/quantityList/0/epcClass",
            json!(null),
            "/quantityList/0/epcClass",
        ),
        (
            "/quantityList/0/epcClass",
            json!("urn:epc:id:sgtin:4012345.011111.9876"),
            "/quantityList/0/epcClass",
        ),
        (
            "/quantityList/0/quantity",
            json!("2.5"),
            "/quantityList/0/quantity",
        ),
        (
            "/quantityList/0/uom",
            json!("kilogram"),
            "/quantityList/0/uom",
        ),
        ("/quantityList/0/unit", json!("KGM"), "/quantityList/0/unit"),
        ("/bizStep", json!("harvesting"), "/bizStep"),
        (
            "/bizStep",
            json!("urn:epcglobal:cbv:bizstep:harvesting"),
            "/bizStep",
        ),
        (
            "/bizStep",
            json!("https://ref.gs1.org/cbv/BizStep-harvesting"),
            "/bizStep",
        ),
        ("/disposition", json!("fresh"), "/disposition"),
        (
            "/disposition",
            json!("urn:epcglobal:cbv:bizstep:shipping"),
            "/disposition",
        ),
        (
            "/persistentDisposition",
            json!({}),
            "/persistentDisposition",
        ),
        (
            "/persistentDisposition/set",
            json!(["fresh"]),
            "/persistentDisposition/set/0",
        ),
        (
            "/persistentDisposition/set",
            json!([]),
            "/persistentDisposition/set",
        ),
        (
            "/readPoint",
            json!("urn:epc:id:sgln:4012345.00005.0"),
            "/readPoint",
        ),
        ("/readPoint/id", json!("gate 5"), "/readPoint/id"),
        ("/readPoint/name", json!("gate"), "/readPoint/name"),
        (
            "/bizTransactionList/0/type",
            json!("order"),
            "/bizTransactionList/0/type",
        ),
        (
            "/bizTransactionList/0/bizTransaction",
            json!(null),
            "/bizTransactionList/0/bizTransaction",
        ),
        ("/sourceList/0/type", json!(null), "/sourceList/0/type"),
        ("/sourceList/0/type", json!("seller"), "/sourceList/0/type"),
        ("/destinationList", json!({}), "/destinationList"),
        (
            "/destinationList/0/destination",
            json!("Berlin"),
            "/destinationList/0/destination",
        ),
        (
            "/sensorElementList/0/sensorReport",
            json!([]),
            "/sensorElementList/0/sensorReport",
        ),
        (
            "/sensorElementList/0/sensorReport/0/type",
            json!("Warmth"),
            "/sensorElementList/0/sensorReport/0/type",
        ),
        (
            "/sensorElementList/0/sensorReport/0/value",
            json!("4.5"),
            "/sensorElementList/0/sensorReport/0/value",
        ),
        (
            "/sensorElementList/0/sensorReport/0/hexBinaryValue",
            json!("xyz"),
            "/sensorElementList/0/sensorReport/0/hexBinaryValue",
        ),
        (
            "/sensorElementList/0/sensorReport/0/booleanValue",
            json!("true"),
            "/sensorElementList/0/sensorReport/0/booleanValue",
        ),
        (
            "/sensorElementList/0/sensorReport/0/component",
            json!("w"),
            "/sensorElementList/0/sensorReport/0/component",
        ),
        (
            "/sensorElementList/0/sensorMetadata/time",
            json!("7:00"),
            "/sensorElementList/0/sensorMetadata/time",
        ),
        (
            "/sensorElementList/0/sensorMetadata/maker",
            json!("x"),
            "/sensorElementList/0/sensorMetadata/maker",
        ),
        (
            "/certificationInfo",
            json!(["number 1"]),
            "/certificationInfo/0",
        ),
        (
            "/errorDeclaration",
            json!({ "reason": "incorrect_data" }),
            "/errorDeclaration/declarationTime",
        ),
        (
            "/errorDeclaration",
            json!({ "declarationTime": "2026-11-02T08:00:00Z", "reason": "typo" }),
            "/errorDeclaration/reason",
        ),
        (
            "/errorDeclaration",
            json!({ "declarationTime": "2026-11-02T08:00:00Z", "correctiveEventIDs": ["1"] }),
            "/errorDeclaration/correctiveEventIDs/0",
        ),
        ("/ilmd/lotNumber", json!("L1"), "/ilmd/lotNumber"),
        ("/color", json!("red"), "/color"),
    ]
}

fn set(event: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = event.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Value::Null => parent.remove(name),
        value => parent.insert(name.to_owned(), value),
    };
}

async fn places(site: &Site, event: Value) -> Vec<String> {
    let mut document = document(json!([event]));
    document["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "ex": "https://ns.example.com/epcis/" }));
    let bearer = format!("Bearer {}", site.key("globex").await);
    let headers = [("authorization", bearer.as_str())];
    let body = Body::from(document.to_string());
    let reply = site
        .send(request(Method::POST, "/epcis/capture", &headers, body))
        .await;
    let job = site
        .get(reply.is(202).header("location"), &headers)
        .await
        .json();
    let errors = job["errors"].as_array().unwrap();
    for error in errors {
        assert_eq!(error["type"], "epcisException:ValidationException");
        assert_eq!(error["status"], 400);
    }
    let places = errors
        .iter()
        .map(|error| error["instance"].as_str().unwrap().to_owned());
    places.collect()
}

#[tokio::test]
async fn each_rule_is_told_at_its_place() {
    let site = Site::new().await;
    assert_eq!(places(&site, good()).await, [""; 0]);
    for (pointer, value, expected) in broken() {
        let mut event = good();
        set(&mut event, pointer, value.clone());
        let at = format!("{pointer} := {value}");
        let expected = format!("/epcisBody/eventList/0{expected}");
        assert_eq!(places(&site, event).await, [expected], "{at}");
    }
    let count = site
        .app
        .store
        .read(|db| db.count_events("globex"))
        .await
        .unwrap();
    assert_eq!(count, 1, "only the good one is kept");
}

/// Shapes that need another kind of event: what it is, and where it is wrong.
#[tokio::test]
async fn what_each_kind_of_event_needs() {
    let site = Site::new().await;
    let check = async |fields: Value, expected: &str| {
        let mut event = json!({
            "eventTime": "2026-11-01T08:00:00Z", "eventTimeZoneOffset": "+00:00",
        });
        for (name, value) in fields.as_object().unwrap() {
            event[name] = value.clone();
        }
        let places = places(&site, event).await;
        let expected = match expected {
            "" => Vec::new(),
            expected => vec![format!("/epcisBody/eventList/0/{expected}")],
        };
        assert_eq!(places, expected, "{fields}");
    };
    let unit = "urn:epc:id:sgtin:4012345.011111.1";
    let box_ = "urn:epc:id:sscc:4012345.0000000333";
    let order = json!([{ "type": "po", "bizTransaction": "urn:x:1" }]);
    let object = |more: Value| {
        let mut event = json!({ "type": "ObjectEvent", "action": "OBSERVE" });
        event
            .as_object_mut()
            .unwrap()
            .append(more.clone().as_object_mut().unwrap());
        event
    };
    let report = json!([{ "sensorReport": [{ "type": "Temperature", "value": 1 }] }]);
    check(object(json!({})), "epcList").await;
    check(object(json!({ "sensorElementList": report })), "epcList").await;
    check(
        object(json!({ "sensorElementList": report, "readPoint": { "id": "urn:x:gate" } })),
        "",
    )
    .await;
    check(
        json!({ "type": "AggregationEvent", "action": "ADD", "parentID": box_ }),
        "childEPCs",
    )
    .await;
    check(
        json!({ "type": "AggregationEvent", "action": "DELETE", "parentID": box_ }),
        "",
    )
    .await;
    check(
        json!({ "type": "AggregationEvent", "action": "OBSERVE", "childEPCs": [unit] }),
        "",
    )
    .await;
    check(
        json!({ "type": "AssociationEvent", "action": "OBSERVE", "childEPCs": [unit] }),
        "parentID",
    )
    .await;
    check(
        json!({ "type": "TransactionEvent", "action": "ADD", "epcList": [unit] }),
        "bizTransactionList",
    )
    .await;
    check(
        json!({ "type": "TransactionEvent", "action": "ADD", "bizTransactionList": order }),
        "epcList",
    )
    .await;
    check(
        json!({ "type": "TransactionEvent", "action": "DELETE", "bizTransactionList": order }),
        "",
    )
    .await;
    check(
        json!({ "type": "TransformationEvent", "inputEPCList": [unit] }),
        "outputEPCList",
    )
    .await;
    check(json!({ "type": "TransformationEvent", "inputEPCList": [unit], "transformationID": "urn:x:1" }), "").await;
    check(
        json!({ "type": "TransformationEvent", "transformationID": "urn:x:1" }),
        "inputEPCList",
    )
    .await;
    check(json!({ "type": "TransformationEvent", "action": "ADD", "inputEPCList": [unit], "outputEPCList": [box_] }), "action").await;
    check(json!({ "type": "AggregationEvent", "action": "ADD", "parentID": box_, "childEPCs": [unit], "epcList": [unit] }), "epcList").await;
}

/// What is no document at all is refused at the door.
#[tokio::test]
async fn what_is_no_document() {
    let site = Site::new().await;
    let bearer = format!("Bearer {}", site.key("globex").await);
    let headers = [("authorization", bearer.as_str())];
    let send = async |path: &str, body: String| {
        let sent = request(Method::POST, path, &headers, Body::from(body));
        site.send(sent).await
    };
    for (field, value, pointer) in [
        ("/type", json!("EPCISEvents"), "/type"),
        ("/@context", json!(null), "/@context"),
        ("/schemaVersion", json!("1.2"), "/schemaVersion"),
        ("/creationDate", json!("today"), "/creationDate"),
        ("/creationDate", json!(null), "/creationDate"),
        ("/epcisBody", json!({}), "/epcisBody/eventList"),
        ("/epcisBody/eventList", json!({}), "/epcisBody/eventList"),
        ("/events", json!([]), "/events"),
        (
            "/type",
            json!("EPCISQueryDocument"),
            "/epcisBody/queryResults/resultsBody/eventList",
        ),
    ] {
        let mut document = document(json!([good()]));
        set(&mut document, field, value.clone());
        let problem = send("/epcis/capture", document.to_string())
            .await
            .is(400)
            .json();
        assert_eq!(
            problem["type"], "epcisException:ValidationException",
            "{field}"
        );
        assert_eq!(
            problem["errors"][0]["pointer"], pointer,
            "{field} {value}: {problem}"
        );
        assert_eq!(
            problem["errors"][1],
            Value::Null,
            "{field} {value}: {problem}"
        );
    }
    for text in ["", "{", "[]", "\"x\"", "<epcis/>"] {
        let problem = send("/epcis/capture", text.to_owned()).await.is(400).json();
        assert_eq!(
            problem["type"], "epcisException:ValidationException",
            "{text}"
        );
    }
    let many: Vec<Value> = (0..2_001).map(|_| json!({})).collect();
    let problem = send("/epcis/capture", document(json!(many)).to_string())
        .await
        .is(413)
        .json();
    assert_eq!(
        problem["type"],
        "epcisException:CaptureLimitExceededException"
    );
    let mut wide = good();
    let names = (0..25_001).map(|number| Value::from(format!("urn:x:{number}")));
    wide["epcList"] = Value::Array(names.collect());
    let problem = send("/epcis/capture", document(json!([wide])).to_string())
        .await
        .is(413)
        .json();
    assert_eq!(
        problem["type"],
        "epcisException:CaptureLimitExceededException"
    );
    let problem = send("/epcis/events", wide.to_string()).await.is(413).json();
    assert_eq!(
        problem["type"],
        "epcisException:CaptureLimitExceededException"
    );
}
