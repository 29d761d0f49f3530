//! `GET /epcis/events`.

use api::scope::Scope;
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{Reply, Site, TEA, document, request, unit};

pub const WORKS: &str = "https://id.gs1.org/414/9506000900018";
pub const GATE: &str = "https://id.gs1.org/414/9506000900018/254/gate";
pub const BOX: &str = "https://id.gs1.org/00/095060000000000015";

/// Five events, one a day, and a declaration that the last was an error.
pub fn events() -> Value {
    let batch = format!("https://id.gs1.org/01/{TEA}/10/T1");
    let day = |day: u8| format!("2026-11-0{day}T08:00:00Z");
    let last = json!({
        "type": "ObjectEvent", "action": "DELETE", "eventID": "urn:x:5",
        "eventTime": day(5), "eventTimeZoneOffset": "+00:00", "bizStep": "destroying",
        "epcList": [unit(TEA, "TEA2")],
    });
    let mut error = last.clone();
    error["errorDeclaration"] = json!({
        "declarationTime": "2026-11-06T08:00:00Z", "reason": "did_not_occur",
        "correctiveEventIDs": ["urn:x:6"], "ex:who": "Ann",
    });
    json!([
        {
            "type": "TransformationEvent", "eventID": "urn:x:1",
            "eventTime": day(1), "eventTimeZoneOffset": "+00:00", "transformationID": "urn:x:run",
            "inputQuantityList": [{ "epcClass": "https://id.gs1.org/01/09506000100043/10/LEAF", "quantity": 5, "uom": "KGM" }],
            "outputEPCList": [unit(TEA, "TEA1"), unit(TEA, "TEA2")],
            "outputQuantityList": [{ "epcClass": batch, "quantity": 100 }],
            "ilmd": { "ex:harvest": { "ex:hill": "north" }, "ex:grade": 7 },
        },
        {
            "type": "AggregationEvent", "action": "ADD", "eventID": "urn:x:2",
            "eventTime": day(2), "eventTimeZoneOffset": "+00:00", "bizStep": "packing",
            "disposition": "in_progress", "parentID": BOX, "childEPCs": [unit(TEA, "TEA1")],
            "readPoint": { "id": GATE }, "bizLocation": { "id": WORKS },
            "persistentDisposition": { "set": ["completeness_verified"] },
            "ex:shift": "late", "ex:at": "2026-11-02T09:00:00Z",
        },
        {
            "type": "ObjectEvent", "action": "OBSERVE", "eventID": "urn:x:3",
            "eventTime": day(3), "eventTimeZoneOffset": "+00:00", "bizStep": "shipping",
            "disposition": "in_transit", "epcList": [BOX], "readPoint": { "id": WORKS },
            "bizTransactionList": [{ "type": "po", "bizTransaction": "urn:x:po:7" }],
            "sourceList": [{ "type": "owning_party", "source": "urn:epc:id:pgln:9506000.90001" }],
            "destinationList": [{ "type": "location", "destination": "urn:x:shop" }],
        },
        {
            "type": "ObjectEvent", "action": "OBSERVE",
            "eventTime": day(4), "eventTimeZoneOffset": "+00:00", "bizStep": "sensor_reporting",
            "readPoint": { "id": "urn:x:truck" }, "epcList": [],
            "sensorElementList": [{
                "sensorMetadata": { "time": "2026-11-04T07:30:00Z", "deviceID": "urn:x:probe" },
                "sensorReport": [
                    { "type": "Temperature", "value": 11.5, "maxValue": 12, "uom": "CEL" },
                    { "type": "ex:Shock", "booleanValue": true },
                ],
            }],
        },
        last,
        error,
    ])
}

pub struct Client<'s> {
    site: &'s Site,
    pub bearer: String,
}

impl Client<'_> {
    pub async fn of<'s>(site: &'s Site, brand: &str) -> Client<'s> {
        let key = site.key_with(brand, &[Scope::Capture, Scope::Query]).await;
        Client {
            site,
            bearer: format!("Bearer {key}"),
        }
    }

    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Reply {
        let headers = [
            ("authorization", &self.bearer[..]),
            ("gs1-extensions", "ex=https://ns.example.com/epcis/"),
        ];
        let body = match body {
            Value::Null => Body::empty(),
            body => Body::from(body.to_string()),
        };
        self.site.send(request(method, path, &headers, body)).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &Value::Null).await
    }

    /// The last letters of the identifiers of what a query gives; `4` has none of its own.
    pub async fn ask(&self, query: &str) -> String {
        numbers(
            &self
                .get(&format!("/epcis/events?{query}"))
                .await
                .is(200)
                .json(),
        )
    }
}

pub fn list(document: &Value) -> &[Value] {
    document["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
        .as_array()
        .unwrap()
}

pub fn numbers(document: &Value) -> String {
    let letters = list(document).iter().map(|event| {
        match event["eventID"].as_str().unwrap().strip_prefix("urn:x:") {
            Some(number) if event.get("errorDeclaration").is_some() => format!("{number}!"),
            Some(number) => number.to_owned(),
            None => "4".to_owned(),
        }
    });
    letters.collect::<Vec<_>>().join("")
}

pub async fn site() -> Site {
    let site = Site::new().await;
    let client = Client::of(&site, "acme").await;
    let mut document = document(events());
    document["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "ex": "https://ns.example.com/epcis/" }));
    let reply = client.send(Method::POST, "/epcis/capture", &document).await;
    let job = client.get(reply.is(202).header("location")).await.json();
    assert_eq!(job["success"], true, "{job}");
    drop(client);
    site
}

#[tokio::test]
async fn each_parameter_finds_what_it_asks_for() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    let tea1 = "urn:epc:id:sgtin:9506000.010001.TEA1";
    for (query, expected) in [
        ("", "123455!"),
        ("eventType=ObjectEvent", "3455!"),
        ("eventType=AggregationEvent|TransformationEvent", "12"),
        (
            "GE_eventTime=2026-11-02T08:00:00Z&LT_eventTime=2026-11-04T08:00:00Z",
            "23",
        ),
        ("GE_recordTime=2026-11-24T12:00:00Z", "123455!"),
        ("LT_recordTime=2026-11-24T12:00:00Z", ""),
        ("EQ_action=ADD|DELETE", "255!"),
        ("EQ_bizStep=shipping|packing", "23"),
        ("EQ_bizStep=urn:epcglobal:cbv:bizstep:shipping", "3"),
        ("EQ_bizStep=https://ref.gs1.org/cbv/BizStep-shipping", "3"),
        ("EQ_disposition=in_transit", "3"),
        ("EQ_persistentDisposition_set=completeness_verified", "2"),
        ("EQ_persistentDisposition_unset=completeness_verified", ""),
        ("EQ_readPoint=urn:epc:id:sgln:9506000.90001.0", "3"),
        (
            "EQ_readPoint=urn:epc:id:sgln:9506000.90001.gate|urn:x:truck",
            "24",
        ),
        ("WD_readPoint=urn:epc:id:sgln:9506000.90001.0", "23"),
        ("WD_readPoint=urn:epc:id:sgln:9506000.90001.gate", "2"),
        ("EQ_bizLocation=https://example.com/414/9506000900018", "2"),
        ("EQ_transformationID=urn:x:run", "1"),
        (&format!("MATCH_epc={tea1}"), "2"),
        (&format!("MATCH_outputEPC={tea1}"), "1"),
        (&format!("MATCH_anyEPC={tea1}"), "12"),
        ("MATCH_anyEPC=urn:epc:idpat:sgtin:9506000.010001.*", "1255!"),
        ("MATCH_epc=urn:epc:id:sscc:9506000.0000000001", "3"),
        ("MATCH_parentID=urn:epc:id:sscc:9506000.0000000001", "2"),
        (
            "MATCH_anyEPC=urn:epc:id:sscc:9506000.0000000001|urn:x:none",
            "23",
        ),
        ("MATCH_inputEPC=urn:x:none", ""),
        (
            "MATCH_outputEPCClass=urn:epc:class:lgtin:9506000.010001.T1",
            "1",
        ),
        (
            "MATCH_inputEPCClass=urn:epc:class:lgtin:9506000.010004.LEAF",
            "1",
        ),
        (
            "MATCH_anyEPCClass=urn:epc:class:lgtin:9506000.010004.LEAF",
            "1",
        ),
        ("MATCH_epcClass=urn:epc:class:lgtin:9506000.010001.T1", ""),
        ("GT_quantity=50", "1"),
        ("EQ_quantity_KGM=5", "1"),
        ("LT_quantity_KGM=5", ""),
        ("EQ_bizTransaction_po=urn:x:po:7", "3"),
        ("EQ_bizTransaction_inv=urn:x:po:7", ""),
        ("EQ_source_owning_party=urn:epc:id:pgln:9506000.90001", "3"),
        ("EQ_destination_location=urn:x:shop", "3"),
        ("EQ_eventID=urn:x:2|urn:x:5", "255!"),
        ("EXISTS_errorDeclaration=", "5!"),
        ("GE_errorDeclarationTime=2026-11-06T08:00:00Z", "5!"),
        ("LT_errorDeclarationTime=2026-11-06T08:00:00Z", ""),
        ("EQ_errorReason=did_not_occur", "5!"),
        ("EQ_correctiveEventID=urn:x:6", "5!"),
        ("EXISTS_sensorElementList=", "4"),
        ("EQ_type=Temperature", "4"),
        ("EQ_type=Pressure", ""),
        ("EQ_type=https://ns.example.com/epcis/Shock", "4"),
        ("GE_value_CEL=11.5", "4"),
        ("GT_value_CEL=11.5", ""),
        ("GE_maxValue_CEL=12&EQ_type=Temperature", "4"),
        ("GE_value_FAH=1", ""),
        ("EQ_deviceID=urn:x:probe", "4"),
        ("EQ_booleanValue=true", "4"),
        (
            "GE_time=2026-11-04T07:00:00Z&LT_time=2026-11-04T08:00:00Z",
            "4",
        ),
        ("EQ_ex:shift=late", "2"),
        ("EQ_ex:shift=early", ""),
        ("GE_ex:at=2026-11-02T09:00:00Z", "2"),
        ("EXISTS_ex:shift=", "2"),
        ("GT_ILMD_ex:grade=6", "1"),
        ("EXISTS_ILMD_ex:harvest=", "1"),
        ("EQ_INNER_ILMD_ex:hill=north", "1"),
        ("EQ_ERROR_DECLARATION_ex:who=Ann", "5!"),
        (
            "EQ_bizStep=packing&EQ_action=ADD&MATCH_anyEPC=urn:epc:id:sscc:9506000.0000000001",
            "2",
        ),
        ("EQ_bizStep=packing&EQ_action=OBSERVE", ""),
        ("orderBy=eventTime", "5!54321"),
        ("orderBy=eventTime&orderDirection=ASC", "123455!"),
        ("orderBy=eventTime&eventCountLimit=2", "5!5"),
        ("orderBy=recordTime&orderDirection=ASC", "123455!"),
        ("orderBy=recordTime&EQ_bizStep=shipping|packing", "32"),
        (
            "orderBy=eventTime&GE_eventTime=2026-11-02T08:00:00Z&LT_eventTime=2026-11-04T08:00:00Z",
            "32",
        ),
        ("maxEventCount=6", "123455!"),
    ] {
        let query = query.replace('|', "%7C");
        assert_eq!(acme.ask(&query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn what_can_t_be_asked() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    for (query, status, kind) in [
        ("EQ_color=red", 400, "QueryParameterException"),
        ("color=red", 400, "QueryParameterException"),
        ("GE_eventTime=2026", 400, "QueryParameterException"),
        ("EQ_action=MOVE", 400, "QueryParameterException"),
        ("orderBy=color", 400, "QueryParameterException"),
        ("orderDirection=ASC", 400, "QueryParameterException"),
        (
            "orderBy=eventTime&orderDirection=UP",
            400,
            "QueryParameterException",
        ),
        ("eventCountLimit=2", 400, "QueryParameterException"),
        (
            "orderBy=eventTime&eventCountLimit=2&maxEventCount=2",
            400,
            "QueryParameterException",
        ),
        ("GT_quantity=many", 400, "QueryParameterException"),
        ("perPage=0", 400, "QueryParameterException"),
        ("nextPageToken=x", 400, "QueryParameterException"),
        ("maxEventCount=5", 413, "QueryTooLargeException"),
        (
            "maxEventCount=1&EQ_bizStep=shipping%7Cpacking",
            413,
            "QueryTooLargeException",
        ),
    ] {
        let problem = acme.get(&format!("/epcis/events?{query}")).await;
        assert_eq!(problem.status, status, "{query}: {}", problem.text());
        assert_eq!(
            problem.json()["type"],
            format!("epcisException:{kind}"),
            "{query}"
        );
    }
}

/// Every page of a query, followed by its links.
pub async fn pages(client: &Client<'_>, path: &str) -> Vec<Value> {
    let mut pages = Vec::new();
    let mut path = path.to_owned();
    loop {
        let reply = client.get(&path).await;
        pages.push(reply.is(200).json());
        let link = reply.header("link");
        if link.is_empty() {
            return pages;
        }
        let next = link.strip_prefix('<').unwrap();
        path = next.strip_suffix(">; rel=\"next\"").unwrap().to_owned();
        assert!(pages.len() < 20, "pages without an end");
    }
}

#[tokio::test]
async fn page_by_page() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    for (query, expected) in [
        ("perPage=2", "12|34|55!"),
        ("perPage=4&orderBy=eventTime", "5!543|21"),
        ("perPage=6", "123455!"),
        ("perPage=1&EQ_bizStep=shipping%7Cpacking", "2|3"),
        (
            "perPage=1&orderBy=recordTime&EQ_bizStep=shipping%7Cpacking",
            "3|2",
        ),
        (
            "perPage=2&orderBy=recordTime&orderDirection=ASC",
            "12|34|55!",
        ),
        ("perPage=2&orderBy=eventTime&eventCountLimit=3", "5!5|4"),
        (
            "perPage=1&MATCH_anyEPC=urn:epc:id:sscc:9506000.0000000001",
            "2|3",
        ),
    ] {
        let pages = pages(&acme, &format!("/epcis/events?{query}")).await;
        let given: Vec<String> = pages.iter().map(numbers).collect();
        assert_eq!(given.join("|"), expected, "{query}");
    }
    // A token is of one question.
    let reply = acme
        .get("/epcis/events?perPage=1&EQ_action=ADD%7CDELETE")
        .await;
    let link = reply.header("link").to_owned();
    let token = link.split("nextPageToken=").nth(1).unwrap();
    let token = token.split(['&', '>']).next().unwrap();
    acme.get(&format!("/epcis/events?nextPageToken={token}"))
        .await
        .is(400);
    let gone = acme
        .send(
            Method::DELETE,
            &format!("/epcis/nextPageToken/{token}"),
            &Value::Null,
        )
        .await;
    gone.is(204);
}

#[tokio::test]
async fn an_event_keeps_what_was_said() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    let document = acme.get("/epcis/events/urn%3Ax%3A1").await.is(200).json();
    let event = &list(&document)[0];
    let sent = &events()[0];
    for (name, value) in sent.as_object().unwrap() {
        assert_eq!(&event[name], value, "{name}");
    }
    assert_eq!(event["recordTime"], "2026-11-24T12:00:00Z");
    assert_eq!(
        document["@context"][1]["ex"],
        "https://ns.example.com/epcis/"
    );
    // By its hash, whatever identifier it has; and with what was declared of it.
    let hash = acme
        .get("/epcis/events?EQ_bizStep=sensor_reporting")
        .await
        .json();
    let hash = list(&hash)[0]["eventID"].as_str().unwrap().to_owned();
    assert!(hash.starts_with("ni:///sha-256;"));
    let path = format!(
        "/epcis/events/{}",
        hash.replace(':', "%3A")
            .replace('/', "%2F")
            .replace('?', "%3F")
            .replace('=', "%3D")
    );
    assert_eq!(numbers(&acme.get(&path).await.is(200).json()), "4");
    assert_eq!(
        numbers(&acme.get("/epcis/events/urn%3Ax%3A5").await.json()),
        "55!"
    );
    let problem = acme.get("/epcis/events/urn%3Ax%3A9").await.is(404).json();
    assert_eq!(problem["type"], "epcisException:NoSuchResourceException");
}

#[tokio::test]
async fn another_brand_sees_nothing() {
    let site = site().await;
    let globex = Client::of(&site, "globex").await;
    assert_eq!(globex.ask("").await, "");
    assert_eq!(globex.ask("EQ_eventID=urn:x:2").await, "");
    globex.get("/epcis/events/urn%3Ax%3A1").await.is(404);
    globex.get("/epcis/bizSteps/shipping/events").await.is(404);
    for resource in [
        "eventTypes",
        "epcs",
        "bizSteps",
        "dispositions",
        "readPoints",
        "bizLocations",
    ] {
        let members = globex
            .get(&format!("/epcis/{resource}"))
            .await
            .is(200)
            .json();
        assert_eq!(members["member"], json!([]), "{resource}");
    }
}
