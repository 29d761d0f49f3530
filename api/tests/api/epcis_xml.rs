//! EPCIS in XML, 2.0 and 1.2: captured as the same events as their twins in JSON-LD.

use std::{env, fs, path::Path};

use api::{
    epcis::{Context, event_hash, event_list, from_xml},
    import::{self, Mode},
    scope::Scope,
};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{Site, request};

const V2: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:acme="https://acme.example/epcis/" schemaVersion="2.0" creationDate="2026-11-20T10:00:00Z">
<EPCISHeader><anything/></EPCISHeader>
<EPCISBody><EventList>
<ObjectEvent>
  <eventTime>2026-11-20T08:00:00.000Z</eventTime>
  <recordTime>2026-11-20T08:00:01Z</recordTime>
  <eventTimeZoneOffset>+01:00</eventTimeZoneOffset>
  <certificationInfo>https://certificates.example/1</certificationInfo>
  <epcList><epc>urn:epc:id:sgtin:9506000.010001.TEA1</epc></epcList>
  <action>OBSERVE</action>
  <bizStep>https://ref.gs1.org/cbv/BizStep-inspecting</bizStep>
  <disposition>urn:epcglobal:cbv:disp:conformant</disposition>
  <persistentDisposition><unset>urn:epcglobal:cbv:disp:completeness_inferred</unset><set>urn:epcglobal:cbv:disp:completeness_verified</set></persistentDisposition>
  <readPoint><id>urn:epc:id:sgln:9506000.90001.0</id></readPoint>
  <bizLocation><id>urn:epc:id:sgln:9506000.90001.0</id></bizLocation>
  <bizTransactionList><bizTransaction type="urn:epcglobal:cbv:btt:po">urn:epcglobal:cbv:bt:9506000900018:77</bizTransaction></bizTransactionList>
  <quantityList><quantityElement><epcClass>urn:epc:class:lgtin:9506000.010001.T1</epcClass><quantity>2.5</quantity><uom>KGM</uom></quantityElement></quantityList>
  <sourceList><source type="urn:epcglobal:cbv:sdt:owning_party">urn:epc:id:pgln:9506000.00000</source></sourceList>
  <destinationList><destination type="urn:epcglobal:cbv:sdt:possessing_party">urn:epc:id:pgln:9506000.00001</destination></destinationList>
  <sensorElementList><sensorElement>
    <sensorMetadata time="2026-11-20T07:00:00Z" deviceID="urn:epc:id:giai:9506000.7"/>
    <sensorReport type="gs1:Temperature" value="26.5" uom="CEL" acme:calibrated="yes"/>
    <sensorReport type="gs1:Temperature" minValue="12" booleanValue="true"/>
  </sensorElement></sensorElementList>
  <acme:shift><acme:name>early</acme:name><acme:person>a</acme:person><acme:person>b</acme:person></acme:shift>
</ObjectEvent>
<AssociationEvent>
  <eventTime>2026-11-20T09:00:00Z</eventTime>
  <eventTimeZoneOffset>+00:00</eventTimeZoneOffset>
  <errorDeclaration><declarationTime>2026-11-21T09:00:00Z</declarationTime><reason>urn:epcglobal:cbv:er:incorrect_data</reason><correctiveEventIDs><correctiveEventID>urn:uuid:5abf3c1a-0c0c-4c55-9c55-000000000001</correctiveEventID></correctiveEventIDs></errorDeclaration>
  <parentID>urn:epc:id:grai:9506000.55555.987</parentID>
  <childEPCs><epc>urn:epc:id:giai:9506000.12345</epc></childEPCs>
  <action>ADD</action>
  <bizStep>urn:epcglobal:cbv:bizstep:assembling</bizStep>
</AssociationEvent>
</EventList></EPCISBody></epcis:EPCISDocument>"#;

fn v2_twin() -> Value {
    json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                     { "acme": "https://acme.example/epcis/" }],
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-11-20T10:00:00Z",
        "epcisBody": { "eventList": [
            {
                "type": "ObjectEvent", "eventTime": "2026-11-20T08:00:00.000Z",
                "recordTime": "2026-11-20T08:00:01Z", "eventTimeZoneOffset": "+01:00",
                "certificationInfo": "https://certificates.example/1",
                "epcList": ["urn:epc:id:sgtin:9506000.010001.TEA1"], "action": "OBSERVE",
                "bizStep": "inspecting", "disposition": "conformant",
                "persistentDisposition": {
                    "unset": ["completeness_inferred"], "set": ["completeness_verified"],
                },
                "readPoint": { "id": "urn:epc:id:sgln:9506000.90001.0" },
                "bizLocation": { "id": "urn:epc:id:sgln:9506000.90001.0" },
                "bizTransactionList": [
                    { "type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:9506000900018:77" }],
                "quantityList": [
                    { "epcClass": "urn:epc:class:lgtin:9506000.010001.T1", "quantity": 2.5, "uom": "KGM" }],
                "sourceList": [{ "type": "owning_party", "source": "urn:epc:id:pgln:9506000.00000" }],
                "destinationList": [
                    { "type": "possessing_party", "destination": "urn:epc:id:pgln:9506000.00001" }],
                "sensorElementList": [{
                    "sensorMetadata": { "time": "2026-11-20T07:00:00Z", "deviceID": "urn:epc:id:giai:9506000.7" },
                    "sensorReport": [
                        { "type": "Temperature", "value": 26.5, "uom": "CEL", "acme:calibrated": "yes" },
                        { "type": "Temperature", "minValue": 12, "booleanValue": true }],
                }],
                "acme:shift": { "acme:name": "early", "acme:person": ["a", "b"] },
            },
            {
                "type": "AssociationEvent", "eventTime": "2026-11-20T09:00:00Z",
                "eventTimeZoneOffset": "+00:00",
                "errorDeclaration": {
                    "declarationTime": "2026-11-21T09:00:00Z", "reason": "incorrect_data",
                    "correctiveEventIDs": ["urn:uuid:5abf3c1a-0c0c-4c55-9c55-000000000001"],
                },
                "parentID": "urn:epc:id:grai:9506000.55555.987",
                "childEPCs": ["urn:epc:id:giai:9506000.12345"], "action": "ADD",
                "bizStep": "assembling",
            },
        ] },
    })
}

/// As 1.2 nests what 1.0 did not have.
const V12: &str = r#"<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:1" xmlns:cbvmda="urn:epcglobal:cbv:mda" schemaVersion="1.2" creationDate="2026-11-20T10:00:00Z">
<EPCISBody><EventList>
<AggregationEvent>
  <eventTime>2026-11-20T08:00:00Z</eventTime>
  <eventTimeZoneOffset>+01:00</eventTimeZoneOffset>
  <baseExtension><eventID>urn:uuid:5abf3c1a-0c0c-4c55-9c55-000000000002</eventID></baseExtension>
  <parentID>urn:epc:id:sscc:9506000.1234567890</parentID>
  <childEPCs><epc>urn:epc:id:sgtin:9506000.010001.TEA1</epc></childEPCs>
  <action>ADD</action>
  <bizStep>urn:epcglobal:cbv:bizstep:packing</bizStep>
  <extension><childQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:9506000.010001.T1</epcClass><quantity>10</quantity></quantityElement></childQuantityList></extension>
</AggregationEvent>
<ObjectEvent>
  <eventTime>2026-11-20T07:00:00Z</eventTime>
  <eventTimeZoneOffset>+01:00</eventTimeZoneOffset>
  <epcList><epc>urn:epc:id:sgtin:9506000.010001.TEA1</epc></epcList>
  <action>ADD</action>
  <bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep>
  <extension><ilmd><cbvmda:lotNumber>T1</cbvmda:lotNumber></ilmd></extension>
</ObjectEvent>
<extension><TransformationEvent>
  <eventTime>2026-11-20T06:00:00Z</eventTime>
  <eventTimeZoneOffset>+01:00</eventTimeZoneOffset>
  <inputQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:9506000.010001.T0</epcClass><quantity>10</quantity><uom>KGM</uom></quantityElement></inputQuantityList>
  <outputQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:9506000.010001.T1</epcClass><quantity>9</quantity><uom>KGM</uom></quantityElement></outputQuantityList>
  <bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep>
</TransformationEvent></extension>
</EventList></EPCISBody></epcis:EPCISDocument>"#;

fn v12_twin() -> Value {
    json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                     { "cbvmda": "urn:epcglobal:cbv:mda" }],
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-11-20T10:00:00Z",
        "epcisBody": { "eventList": [
            {
                "type": "AggregationEvent", "eventTime": "2026-11-20T08:00:00Z",
                "eventTimeZoneOffset": "+01:00",
                "eventID": "urn:uuid:5abf3c1a-0c0c-4c55-9c55-000000000002",
                "parentID": "urn:epc:id:sscc:9506000.1234567890",
                "childEPCs": ["urn:epc:id:sgtin:9506000.010001.TEA1"], "action": "ADD",
                "bizStep": "packing",
                "childQuantityList": [
                    { "epcClass": "urn:epc:class:lgtin:9506000.010001.T1", "quantity": 10 }],
            },
            {
                "type": "ObjectEvent", "eventTime": "2026-11-20T07:00:00Z",
                "eventTimeZoneOffset": "+01:00",
                "epcList": ["urn:epc:id:sgtin:9506000.010001.TEA1"], "action": "ADD",
                "bizStep": "commissioning", "ilmd": { "cbvmda:lotNumber": "T1" },
            },
            {
                "type": "TransformationEvent", "eventTime": "2026-11-20T06:00:00Z",
                "eventTimeZoneOffset": "+01:00",
                "inputQuantityList": [
                    { "epcClass": "urn:epc:class:lgtin:9506000.010001.T0", "quantity": 10, "uom": "KGM" }],
                "outputQuantityList": [
                    { "epcClass": "urn:epc:class:lgtin:9506000.010001.T1", "quantity": 9, "uom": "KGM" }],
                "bizStep": "commissioning",
            },
        ] },
    })
}

fn hashes(document: &Value) -> Vec<String> {
    let context = Context::of(document.get("@context"));
    let (_, events) = event_list(document).unwrap();
    let hash = |event| event_hash(event, &context).to_string();
    events.iter().map(hash).collect()
}

#[test]
fn each_version_is_its_twin_in_json() {
    for (xml, twin) in [(V2, v2_twin()), (V12, v12_twin())] {
        assert_eq!(from_xml(xml).unwrap(), twin);
    }
}

#[test]
fn the_published_document_has_its_published_hash() {
    let Some(folder) = env::var_os("TOUCHSTONE_STANDARDS") else {
        println!("TOUCHSTONE_STANDARDS is not set: the published XML is left out");
        return;
    };
    let folder = Path::new(&folder).join("epcis/event-hash");
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let document = from_xml(&read("ReferenceEventHashAlgorithm.xml")).unwrap();
    let published = read("ReferenceEventHashAlgorithm.hashes");
    assert_eq!(hashes(&document), [published.trim()]);
}

async fn capture(site: &Site, kind: &str, body: String) -> (u16, Value) {
    let key = site.key_with("acme", &[Scope::Capture]).await;
    let bearer = format!("Bearer {key}");
    let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
    let sent = request(Method::POST, "/epcis/capture", &headers, Body::from(body));
    let reply = site.send(sent).await;
    let job = match reply.headers.get("location") {
        None => reply.json(),
        Some(job) => {
            let job = job.to_str().unwrap();
            let found = site.get(job, &[("authorization", &bearer)]).await;
            found.is(200).json()
        }
    };
    (reply.status.as_u16(), job)
}

#[tokio::test]
async fn an_event_in_either_binding_is_one_event() {
    let site = Site::new().await;
    let count = async || {
        let read = site.app.store.read(|db| db.count_events("acme"));
        read.await.unwrap()
    };
    for (xml, twin) in [(V2, v2_twin()), (V12, v12_twin())] {
        let before = count().await;
        let (status, job) = capture(&site, "application/xml; charset=utf-8", xml.to_owned()).await;
        assert_eq!((status, &job["success"]), (202, &json!(true)), "{job}");
        let between = count().await;
        assert!(between > before);
        let (status, job) = capture(&site, "application/json", twin.to_string()).await;
        assert_eq!((status, &job["success"]), (202, &json!(true)), "{job}");
        assert_eq!(count().await, between);
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_and_keeps_nothing() {
    let site = Site::new().await;
    let check = async |xml: &str, status: u16, says: &str| {
        let (got, said) = capture(&site, "text/xml", xml.to_owned()).await;
        assert_eq!(got, status, "{said}");
        assert!(said.to_string().contains(says), "no `{says}` in {said}");
    };
    check("<epcis", 400, "no XML").await;
    check("<html/>", 400, "begins with `html`").await;
    check(
        &V12.replace("AggregationEvent", "QuantityEvent"),
        400,
        "Line 3 holds a `QuantityEvent`",
    )
    .await;
    // No entity expands: a document type is refused as it stands.
    let bomb = format!("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>{V2}")
        .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "");
    check(&bomb, 400, "no XML").await;
    // A rule of the standard is told at the place that it has in JSON.
    let wrong = V2.replace("BizStep-inspecting", "BizStep-dancing");
    let (status, job) = capture(&site, "application/xml", wrong).await;
    assert_eq!((status, &job["success"]), (202, &json!(false)));
    assert!(
        job.to_string().contains("/epcisBody/eventList/0/bizStep"),
        "{job}"
    );
    let read = site.app.store.read(|db| db.count_events("acme"));
    assert_eq!(read.await.unwrap(), 0);
}

#[tokio::test]
async fn an_import_takes_xml_as_it_takes_json() {
    let site = Site::new().await;
    let import = async |text: String| {
        let source = import::Source {
            name: "events".to_owned(),
            content: import::Content::Text(text),
            pictures: import::Pictures::Folder(site.folder.path().to_owned()),
            brand: Some("acme".to_owned()),
        };
        let now = site.app.clock.now();
        import::run(&site.app.store, vec![source], Mode::AllOrNothing, now)
            .await
            .unwrap()
    };
    let report = import(format!("\u{feff}\n{V12}")).await;
    assert_eq!((report.added, report.wrong), (3, 0), "{report:?}");
    let report = import(v12_twin().to_string()).await;
    assert_eq!((report.added, report.unchanged), (0, 3), "{report:?}");
    for (wrong, said) in [
        ("<a", "This is no XML"),
        ("<html/>", "The XML begins with `html`"),
        (
            r#"<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2"/>"#,
            "/creationDate",
        ),
    ] {
        let report = import(wrong.to_owned()).await;
        let told = report.problems.iter().map(ToString::to_string);
        let told: Vec<String> = told.collect();
        assert!(told.iter().any(|told| told.contains(said)), "{told:?}");
    }
}
