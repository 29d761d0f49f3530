//! Master data in the headers of captured documents, and what is found by it.

use api::{organisation::Kind, scope::Scope};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    epcis_query::{Client, GATE, WORKS, events, list, numbers},
    site::{Site, TEA, document, observed, request, unit},
};

const SHOP: &str = "urn:x:shop";

/// The works with its gate, a truck that is parked there by word of nothing but this, and the leaf.
fn header() -> Value {
    json!({ "epcisMasterData": { "vocabularyList": [
        {
            "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
            "vocabularyElementList": [
                {
                    "id": "urn:epc:id:sgln:9506000.90001.0",
                    "attributes": [
                        { "id": "cbvmda:name", "attribute": "Works" },
                        { "id": "urn:epcglobal:cbv:mda:countryCode", "attribute": "DE" },
                        { "id": "ex:gates", "attribute": 3 },
                        { "id": "ex:nothing", "attribute": {} },
                    ],
                    "children": ["urn:x:truck"],
                },
                { "id": SHOP, "attributes": [{ "id": "cbvmda:countryCode", "attribute": "FR" }] },
            ],
        },
        {
            "type": "urn:epcglobal:epcis:vtype:EPCClass",
            "vocabularyElementList": [{
                "id": "urn:epc:class:lgtin:9506000.010004.LEAF",
                "attributes": [{ "id": "cbvmda:countryOfOrigin", "attribute": "IN" }],
            }],
        },
    ] } })
}

fn told(events: Value, header: Value) -> Value {
    let mut document = document(events);
    document["epcisHeader"] = header;
    document["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "ex": "https://ns.example.com/epcis/" }));
    document
}

async fn capture(client: &Client<'_>, document: &Value) {
    let reply = client.send(Method::POST, "/epcis/capture", document).await;
    let job = client.get(reply.is(202).header("location")).await.json();
    assert_eq!(job["success"], true, "{job}");
}

#[tokio::test]
async fn events_are_found_by_what_is_told_of_places_and_classes() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    capture(&acme, &told(events(), header())).await;
    for (query, expected) in [
        ("HASATTR_bizLocation=cbvmda:name", "2"),
        ("HASATTR_bizLocation=cbvmda:colour", ""),
        ("HASATTR_readPoint=cbvmda:colour|ex:gates", "3"),
        ("EQATTR_readPoint_cbvmda:countryCode=DE", "3"),
        ("EQ_ATTR_readPoint_cbvmda:countryCode=DE|FR", "3"),
        ("EQATTR_readPoint_ex:gates=3", "3"),
        ("EQATTR_readPoint_cbvmda:countryCode=FR", ""),
        ("EQATTR_destination_location_cbvmda:countryCode=FR", "3"),
        ("EQATTR_inputEPCClass_cbvmda:countryOfOrigin=IN", "1"),
        ("EQATTR_anyEPCClass_cbvmda:countryOfOrigin=IN", "1"),
        ("EQATTR_epcClass_cbvmda:countryOfOrigin=IN", ""),
        (
            "EQATTR_readPoint_cbvmda:countryCode=DE&EQ_bizStep=packing",
            "",
        ),
        // The gate is below the works by its number, the truck by what the header calls a child.
        ("WD_readPoint=urn:epc:id:sgln:9506000.90001.0", "234"),
        (
            "maxEventCount=3&WD_readPoint=urn:epc:id:sgln:9506000.90001.0",
            "234",
        ),
    ] {
        let query = query.replace('|', "%7C");
        assert_eq!(acme.ask(&query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn what_is_told_later_stands_in_place_of_what_was() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    capture(&acme, &told(events(), header())).await;
    let moved = json!({ "epcisMasterData": { "vocabularyList": [{
        "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
        "vocabularyElementList": [{
            "id": WORKS, "attributes": [{ "id": "cbvmda:countryCode", "attribute": "PL" }],
        }],
    }] } });
    capture(&acme, &told(json!([]), moved)).await;
    for (query, expected) in [
        ("EQATTR_readPoint_cbvmda:countryCode=DE", ""),
        ("EQATTR_readPoint_cbvmda:countryCode=PL", "3"),
        ("HASATTR_readPoint=cbvmda:name", ""),
        ("WD_readPoint=urn:epc:id:sgln:9506000.90001.0", "23"),
    ] {
        assert_eq!(acme.ask(query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn a_query_with_a_name_and_one_of_a_document_in_xml_know_it_too() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    capture(&acme, &document(events())).await;
    let xml = r#"<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:1" xmlns:acme="https://acme.example/" schemaVersion="1.2" creationDate="2026-11-20T10:00:00Z">
<EPCISHeader><extension><EPCISMasterData><VocabularyList>
<Vocabulary type="urn:epcglobal:epcis:vtype:ReadPoint"><VocabularyElementList>
<VocabularyElement id="urn:epc:id:sgln:9506000.90001.gate">
<attribute id="urn:epcglobal:cbv:mda:name">Gate &amp; scales</attribute>
<attribute id="acme:tons">40</attribute>
</VocabularyElement>
<VocabularyElement id="urn:epc:id:sgln:9506000.90001.0"><children><id>urn:x:truck</id></children></VocabularyElement>
</VocabularyElementList></Vocabulary></VocabularyList></EPCISMasterData></extension></EPCISHeader>
<EPCISBody><EventList/></EPCISBody></epcis:EPCISDocument>"#;
    let headers = [
        ("authorization", &acme.bearer[..]),
        ("content-type", "application/xml"),
    ];
    let sent = request(Method::POST, "/epcis/capture", &headers, Body::from(xml));
    site.send(sent).await.is(202);
    let query = json!({ "name": "gate", "query": {
        "@context": [{ "a": "https://acme.example/" }],
        "EQATTR_readPoint_a:tons": ["40"],
        "HASATTR_readPoint": ["cbvmda:name"],
    } });
    acme.send(Method::POST, "/epcis/queries", &query)
        .await
        .is(201);
    let found = acme.get("/epcis/queries/gate/events").await.is(200).json();
    assert_eq!(numbers(&found), "2");
    let below = acme.ask("WD_readPoint=urn:epc:id:sgln:9506000.90001.0");
    assert_eq!(below.await, "234");
}

#[tokio::test]
async fn a_partner_is_answered_by_its_own_words() {
    let site = Site::new().await;
    site.admit("carrier", Kind::Partner).await;
    let acme = Client::of(&site, "acme").await;
    capture(&acme, &told(events(), header())).await;
    let key = api::key::new().unwrap();
    let (digest, now) = (api::key::digest(&key), site.app.clock.now());
    let scopes = [Scope::Capture, Scope::Query].into_iter().collect();
    let made = site.app.store.write(move |tx| {
        api::key::put_for_partner(tx, "acme", "carrier", &digest, "", &scopes, now)
    });
    assert!(made.await.unwrap());
    let carrier = format!("Bearer {key}");
    let gate = "9506000900018";
    let seen = observed(
        &unit(TEA, "TEA1"),
        "2026-11-07T08:00:00Z",
        "shipping",
        "in_transit",
        gate,
    );
    let post = |header: Value| {
        let body = Body::from(told(json!([seen.clone()]), header).to_string());
        let headers = [("authorization", &carrier[..])];
        request(Method::POST, "/epcis/capture", &headers, body)
    };
    site.send(post(json!({}))).await.is(202);
    let ask = async |query: &str| site.get(query, &[("authorization", &carrier)]).await;
    const IN_DE: &str = "/epcis/events?EQATTR_bizLocation_cbvmda:countryCode=DE";
    assert_eq!(list(&ask(IN_DE).await.is(200).json()).len(), 0);
    site.send(post(header())).await.is(202);
    assert_eq!(list(&ask(IN_DE).await.is(200).json()).len(), 1);
}

#[tokio::test]
async fn a_header_that_breaks_the_schema_is_refused_at_its_place() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    let data = |data: Value| json!({ "epcisMasterData": data });
    let element = |element: Value| {
        data(
            json!({ "vocabularyList": [{ "type": "urn:x:v", "vocabularyElementList": [element] }] }),
        )
    };
    let stem = "/epcisHeader/epcisMasterData";
    let own = format!("{stem}/vocabularyList/0/vocabularyElementList/0");
    for (header, place) in [
        (json!([]), "/epcisHeader".to_owned()),
        (data(json!(1)), stem.to_owned()),
        (
            data(json!({ "vocabularyList": {} })),
            format!("{stem}/vocabularyList"),
        ),
        (
            data(json!({ "vocabularyList": [{}] })),
            format!("{stem}/vocabularyList/0/type"),
        ),
        (element(json!({})), format!("{own}/id")),
        (
            element(json!({ "id": GATE, "attributes": [{ "id": "name", "attribute": "x" }] })),
            format!("{own}/attributes/0/id"),
        ),
        (
            element(
                json!({ "id": GATE, "attributes": [{ "id": "urn:x", "attribute": "x".repeat(2_001) }] }),
            ),
            format!("{own}/attributes/0/attribute"),
        ),
        (
            element(json!({ "id": GATE, "children": [1] })),
            format!("{own}/children/0"),
        ),
    ] {
        let reply = acme
            .send(Method::POST, "/epcis/capture", &told(events(), header))
            .await;
        let problem = reply.is(400).json();
        assert_eq!(problem["type"], "epcisException:ValidationException");
        assert_eq!(problem["errors"][0]["pointer"], place.as_str(), "{problem}");
    }
    assert_eq!(acme.ask("").await, "");
}

#[tokio::test]
async fn a_pedigree_calls_a_place_what_the_brand_calls_it() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    let yard = json!({ "epcisMasterData": { "vocabularyList": [{
        "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
        "vocabularyElementList": [{
            "id": "urn:epc:id:sgln:9506000.99999.0",
            "attributes": [
                { "id": "cbvmda:name", "attribute": "Yard" },
                { "id": "cbvmda:countryCode", "attribute": "pl" },
                { "id": "cbvmda:latitude", "attribute": "+54.1" },
                { "id": "cbvmda:longitude", "attribute": "22.9" },
            ],
        }],
    }] } });
    let seen = observed(
        &unit(TEA, "TEA1"),
        "2026-11-07T08:00:00Z",
        "storing",
        "in_progress",
        "9506000999999",
    );
    capture(&acme, &told(json!([seen]), yard)).await;
    let path = format!("/v1/pedigree/01/{TEA}/21/TEA1");
    let pedigree = site.get(&path, &[]).await.is(200).json();
    assert_eq!(
        pedigree["places"],
        json!([{ "name": "Yard", "country": "PL", "point": [54.1, 22.9] }]),
    );
}
