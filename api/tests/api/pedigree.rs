//! `GET /v1/pedigree/…`: from raw material to the pack in hand, and what was made of it.

use api::scope::Scope;
use serde_json::{Value, json};

use crate::site::{Reply, Site, TEA};

pub const LEAF: &str = "09506000100050";

/// A leaf lot is picked, shipped and received; tea is made of it; a pack is filled, put into a case,
/// and goes to the shop, where it is taken out and sold.
const RECORDS: &str = r#"
{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Tea leaf"},"sector":"ingredient","serials":"not-numbered"}
{"type":"batch","gtin":"09506000100050","batch":"L1"}
"#;

fn at(place: &str) -> Value {
    json!({ "id": format!("https://id.gs1.org/414/{place}") })
}

fn event(kind: &str, action: Option<&str>, time: &str, step: &str, place: &str) -> Value {
    let mut event = json!({
        "type": kind, "eventTime": time, "eventTimeZoneOffset": "+00:00",
        "bizStep": step, "readPoint": at(place), "bizLocation": at(place),
    });
    if let Some(action) = action {
        event["action"] = json!(action);
    }
    event
}

fn class(gtin: &str, batch: &str, kg: f64) -> Value {
    json!([{ "epcClass": format!("https://id.gs1.org/01/{gtin}/10/{batch}"), "quantity": kg, "uom": "KGM" }])
}

const WORKS: &str = "9506000900018";
const SHOP: &str = "9506000900025";
const CASE: &str = "https://id.gs1.org/00/195060000000000012";

pub fn story() -> Vec<Value> {
    let unit = format!("https://id.gs1.org/01/{TEA}/21/TEA1");
    let mut picked = event(
        "ObjectEvent",
        Some("ADD"),
        "2026-01-01T06:00:00Z",
        "commissioning",
        SHOP,
    );
    picked["quantityList"] = class(LEAF, "L1", 100.0);
    let mut sent = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-02T06:00:00Z",
        "shipping",
        SHOP,
    );
    sent["quantityList"] = class(LEAF, "L1", 100.0);
    let mut came = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-05T06:00:00Z",
        "receiving",
        WORKS,
    );
    came["quantityList"] = class(LEAF, "L1", 100.0);
    let mut made = event(
        "TransformationEvent",
        None,
        "2026-01-10T06:00:00Z",
        "creating_class_instance",
        WORKS,
    );
    made["inputQuantityList"] = class(LEAF, "L1", 100.0);
    made["outputQuantityList"] = class(TEA, "T1", 90.0);
    let mut filled = event(
        "ObjectEvent",
        Some("ADD"),
        "2026-01-11T06:00:00Z",
        "commissioning",
        WORKS,
    );
    filled["epcList"] = json!([unit]);
    let mut packed = event(
        "AggregationEvent",
        Some("ADD"),
        "2026-01-12T06:00:00Z",
        "packing",
        WORKS,
    );
    packed["parentID"] = json!(CASE);
    packed["childEPCs"] = json!([unit]);
    let mut left = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-13T06:00:00Z",
        "shipping",
        WORKS,
    );
    left["epcList"] = json!([CASE]);
    left["bizTransactionList"] = json!([{ "type": "po", "bizTransaction": "urn:x:secret" }]);
    let mut arrived = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-14T06:00:00Z",
        "receiving",
        SHOP,
    );
    arrived["epcList"] = json!([CASE]);
    arrived["sensorElementList"] = json!([{
        "sensorMetadata": { "startTime": "2026-01-13T06:00:00Z", "endTime": "2026-01-14T06:00:00Z" },
        "sensorReport": [{ "type": "Temperature", "minValue": 3.0, "maxValue": 21.5, "uom": "CEL" }],
    }]);
    let mut unpacked = event(
        "AggregationEvent",
        Some("DELETE"),
        "2026-01-15T06:00:00Z",
        "unpacking",
        SHOP,
    );
    unpacked["parentID"] = json!(CASE);
    unpacked["childEPCs"] = json!([unit]);
    let mut later = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-16T06:00:00Z",
        "destroying",
        SHOP,
    );
    later["epcList"] = json!([CASE]);
    let mut sold = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-20T06:00:00Z",
        "retail_selling",
        SHOP,
    );
    sold["epcList"] = json!([unit]);
    vec![
        picked, sent, came, made, filled, packed, left, arrived, unpacked, later, sold,
    ]
}

pub async fn site(events: Vec<Value>) -> Site {
    let site = Site::new().await;
    let report = site.import(RECORDS).await;
    assert!(report.problems.is_empty(), "{report}");
    let job = site.capture("acme", Value::Array(events)).await;
    assert_eq!(job["success"], true, "{job}");
    site
}

async fn public(site: &Site, path: &str) -> Value {
    let path = format!("/v1/pedigree/{path}");
    site.get(&path, &[]).await.is(200).json()
}

async fn with_key(site: &Site, brand: &str, path: &str) -> Reply {
    let key = site.key_with(brand, &[Scope::Query]).await;
    let bearer = format!("Bearer {key}");
    let path = format!("/v1/pedigree/{path}");
    site.get(&path, &[("authorization", &bearer)]).await
}

/// What is told of the first thing, in order.
fn way(pedigree: &Value) -> Vec<&str> {
    told(pedigree, 0)
}

fn told(pedigree: &Value, thing: usize) -> Vec<&str> {
    let story = pedigree["things"][thing]["story"].as_array().unwrap();
    let step = |told: &Value| told["step"].as_u64().unwrap() as usize;
    story
        .iter()
        .map(|told| pedigree["steps"][step(told)]["did"].as_str().unwrap())
        .collect()
}

fn kinds<'v>(pedigree: &'v Value, list: &str) -> Vec<&'v str> {
    let items = pedigree[list].as_array().unwrap();
    items
        .iter()
        .map(|item| item["kind"].as_str().unwrap())
        .collect()
}

fn sides(pedigree: &Value) -> Vec<(&str, i64)> {
    let things = pedigree["things"].as_array().unwrap();
    things
        .iter()
        .map(|thing| {
            (
                thing["side"].as_str().unwrap(),
                thing["level"].as_i64().unwrap(),
            )
        })
        .collect()
}

#[tokio::test]
async fn a_pack_is_followed_back_to_the_field() {
    let site = site(story()).await;
    let pedigree = public(&site, &format!("01/{TEA}/21/TEA1")).await;
    assert_eq!(
        way(&pedigree),
        [
            "commissioning",
            "packing",
            "shipping",
            "receiving",
            "unpacking",
            "retail_selling"
        ],
        "what happens to the case happens to the pack, for as long as it is in it"
    );
    assert_eq!(
        sides(&pedigree),
        [
            ("subject", 0),
            ("class", 0),
            ("container", 0),
            ("source", -1)
        ]
    );
    assert_eq!(pedigree["things"][3]["name"], "Tea leaf");
    assert_eq!(
        told(&pedigree, 3),
        [
            "commissioning",
            "shipping",
            "receiving",
            "creating_class_instance"
        ]
    );
    assert_eq!(kinds(&pedigree, "gaps"), [""; 0]);
    assert_eq!(pedigree["exposures"][0]["samples"][0]["max"], 21.5);
    assert_eq!(pedigree["places"][0]["country"], "PL");
    let bonds = kinds(&pedigree, "bonds");
    assert_eq!(bonds, ["member", "packed", "made"]);
    // Everybody may see where it was, and nobody the brand's business.
    let text = pedigree.to_string();
    assert!(!text.contains("secret") && !text.contains("ni:///") && !text.contains("KGM"));
}

#[tokio::test]
async fn the_brand_sees_more_and_both_ways() {
    let site = site(story()).await;
    let leaf = format!("01/{LEAF}/10/L1");
    let reply = with_key(&site, "acme", &format!("{leaf}?direction=both")).await;
    let pedigree = reply.is(200).json();
    assert_eq!(sides(&pedigree), [("subject", 0), ("product", 1)]);
    let text = pedigree.to_string();
    assert!(text.contains("ni:///") && text.contains("KGM"), "{text}");
    assert_eq!(pedigree["lots"][0]["had"], 100.0);
    assert_eq!(pedigree["lots"][0]["taken"], 100.0);
    // A case has no product: it is asked for with a key.
    let reply = with_key(&site, "acme", "00/195060000000000012").await;
    let pedigree = reply.is(200).json();
    assert_eq!(sides(&pedigree), [("subject", 0), ("content", 0)]);
    site.get("/v1/pedigree/00/195060000000000012", &[])
        .await
        .is(404);
    // As an EPC, too.
    let reply = with_key(&site, "acme", "urn:epc:id:sscc:9506000.1000000001").await;
    assert_eq!(reply.is(200).json()["path"], "/00/195060000000000012");
    // What else was made of the leaf is the brand's own affair.
    let path = format!("/v1/pedigree/{leaf}?direction=down");
    site.get(&path, &[]).await.is(401);
    // Another brand's thing is not there.
    with_key(&site, "globex", &leaf).await.is(404);
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let without = |steps: &[usize]| {
        let mut index = 0;
        let mut events = story();
        events.retain(|_| {
            index += 1;
            !steps.contains(&(index - 1))
        });
        events
    };
    for (steps, expected) in [
        (&[0][..], &["origin"][..]),
        (&[2], &["receipt"]),
        (&[1], &["dispatch"]),
        (&[7], &["receipt"]),
        (&[5, 6, 7], &["packing", "dispatch"]),
    ] {
        let site = site(without(steps)).await;
        let pedigree = public(&site, &format!("01/{TEA}/21/TEA1")).await;
        let mut found = kinds(&pedigree, "gaps");
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "without {steps:?}");
    }
}

#[tokio::test]
async fn what_was_declared_an_error_is_told_and_nothing_rests_on_it() {
    let mut lost = event(
        "ObjectEvent",
        Some("OBSERVE"),
        "2026-01-13T12:00:00Z",
        "inspecting",
        SHOP,
    );
    lost["epcList"] = json!([CASE]);
    lost["disposition"] = json!("damaged");
    let mut events = story();
    events.push(lost.clone());
    let site = site(events).await;
    let path = format!("01/{TEA}/21/TEA1");
    let before = public(&site, &path).await;
    assert_eq!(kinds(&before, "gaps"), ["receipt"]);
    lost["errorDeclaration"] = json!({
        "declarationTime": "2026-02-01T00:00:00Z", "reason": "did_not_occur",
    });
    let job = site.capture("acme", json!([lost])).await;
    assert_eq!(job["success"], true, "{job}");
    let after = public(&site, &path).await;
    assert_eq!(kinds(&after, "gaps"), [""; 0]);
    let errors: Vec<&Value> = after["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["error"])
        .filter(|error| !error.is_null())
        .collect();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0]["reason"], "did_not_occur");
    assert_eq!(errors[0]["at"], "2026-02-01T00:00:00Z");
}

#[tokio::test]
async fn what_cannot_be_asked() {
    let site = site(Vec::new()).await;
    for (path, status) in [
        (format!("01/{TEA}/21/NEVER"), 404),
        ("01/09521000100015".to_owned(), 404),
        ("01/09506000100013".to_owned(), 400),
        ("nonsense".to_owned(), 400),
        (format!("01/{TEA}?direction=sideways"), 400),
        (format!("01/{TEA}?levels=17"), 400),
        (format!("01/{TEA}?levels=many"), 400),
        (format!("01/{TEA}/21/TEA1"), 200),
    ] {
        let reply = site.get(&format!("/v1/pedigree/{path}"), &[]).await;
        reply.is(status);
    }
}

const PAPERS: &str = r#"
{"type":"recipe","gtin":"09506000100012","makes":1,"uom":"KGM","inputs":[{"gtin":"09506000100050","quantity":1000,"uom":"GRM","certificate":"organic"}],"loss_percent":[10,20]}
{"type":"storage","gtin":"09506000100012","measure":"temperature","uom":"CEL","max":20,"minutes":60}
{"type":"certificate","brand":"acme","id":"organic","kind":"organic","title":"Organic leaf","gtin":"09506000100050","batch":"L1","from":"2025-01-01","until":"2026-01-09"}
{"type":"document","brand":"acme","id":"lab","kind":"analysis","title":"Laboratory","gtin":"09506000100012","batch":"T1","href":"https://acme.example/lab.pdf","public":true}
{"type":"document","brand":"acme","id":"note","kind":"delivery-note","title":"Delivery note","place":"9506000900018","href":"https://acme.example/note.pdf"}
"#;

#[tokio::test]
async fn what_does_not_add_up_is_flagged() {
    let mut events = story();
    // 90 kg out of 100 is as much as the recipe's least loss allows; 99 kg is more.
    events[3]["outputQuantityList"] = class(TEA, "T1", 99.0);
    let site = site(events).await;
    let path = format!("01/{TEA}/21/TEA1");
    assert_eq!(
        kinds(&public(&site, &path).await, "findings"),
        [""; 0],
        "without a recipe nothing is claimed"
    );
    let report = site.import(PAPERS).await;
    assert!(report.problems.is_empty(), "{report}");
    let pedigree = public(&site, &path).await;
    assert_eq!(
        kinds(&pedigree, "findings"),
        ["too-much-made", "certificate-expired"]
    );
    assert_eq!(pedigree["findings"][0]["found"], Value::Null);
    assert_eq!(pedigree["findings"][1]["until"], "2026-01-09");
    assert_eq!(pedigree["exposures"][0]["is_broken"], true);
    let documents = pedigree["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 1, "what isn't public is the brand's");
    let full = with_key(&site, "acme", &path).await.is(200).json();
    assert_eq!(full["findings"][0]["found"], 100.0);
    assert_eq!(full["findings"][0]["uom"], "KGM");
    assert_eq!(full["documents"].as_array().unwrap().len(), 2);
    // A later certificate says that all was well.
    let later = PAPERS.replace("2026-01-09", "2026-12-31");
    let report = site.import(&later).await;
    assert!(report.problems.is_empty(), "{report}");
    assert_eq!(
        kinds(&public(&site, &path).await, "findings"),
        ["too-much-made"]
    );
}

#[tokio::test]
async fn the_page_says_it_in_words() {
    let mut events = story();
    events[3]["outputQuantityList"] = class(TEA, "T1", 99.0);
    events.remove(2);
    let site = site(events).await;
    site.import(PAPERS).await;
    for (language, expected) in [
        (
            "en",
            [
                "Something else may be in it.",
                "Nobody tells that it came.",
                "Organic leaf",
            ],
        ),
        (
            "de",
            ["etwas anderes darin sein", "dass es ankam", "Organic leaf"],
        ),
    ] {
        let path = format!("/pedigree/01/{TEA}/10/T1/21/TEA1?lang={language}");
        let text = site.browser().open(&path).await.is(200).text();
        for words in expected {
            assert!(text.contains(words), "{language}: {words}");
        }
        assert!(text.contains("class=\"graph\"") && text.contains("role=\"group\""));
        assert!(!text.contains(" style=\""), "the policy forbids it");
    }
}

#[tokio::test]
async fn wrong_papers_are_refused() {
    let site = site(Vec::new()).await;
    for (from, to, field) in [
        ("\"makes\":1", "\"makes\":0", "makes"),
        ("[10,20]", "[20,10]", "loss_percent"),
        ("\"uom\":\"GRM\"", "\"uom\":\"XYZ\"", "inputs.uom"),
        ("\"max\":20,", "", "min"),
        (
            "\"until\":\"2026-01-09\"",
            "\"until\":\"2024-01-09\"",
            "until",
        ),
        (
            "https://acme.example/lab.pdf",
            "http://acme.example/",
            "href",
        ),
        ("\"place\":\"9506000900018\",", "", "gtin"),
        (
            "\"brand\":\"acme\",\"id\":\"organic\"",
            "\"brand\":\"globex\",\"id\":\"organic\"",
            "gtin",
        ),
    ] {
        let wrong = PAPERS.replace(from, to);
        assert_ne!(wrong, PAPERS, "{from}");
        let report = site.import(&wrong).await;
        let fields: Vec<String> = report
            .problems
            .iter()
            .map(|problem| format!("{problem:?}"))
            .collect();
        assert!(
            fields.iter().any(|problem| problem.contains(field)),
            "{to}: {fields:?}"
        );
    }
    assert!(site.import(PAPERS).await.problems.is_empty());
}

/// One event tells what went in and another what came out; an error that is declared after somebody
/// has read both counts at once.
#[tokio::test]
async fn a_transformation_in_two_parts_leads_up_until_one_is_an_error() {
    let mut events = story();
    let made = events.remove(3);
    let mut fed = made.clone();
    fed.as_object_mut().unwrap().remove("outputQuantityList");
    fed["transformationID"] = json!("urn:x:batch-7");
    let mut drawn = made;
    drawn.as_object_mut().unwrap().remove("inputQuantityList");
    drawn["transformationID"] = json!("urn:x:batch-7");
    drawn["eventTime"] = json!("2026-01-10T09:00:00Z");
    events.extend([fed.clone(), drawn]);
    let site = site(events).await;
    let path = format!("01/{TEA}/21/TEA1");
    let pedigree = public(&site, &path).await;
    assert_eq!(sides(&pedigree).last(), Some(&("source", -1)));
    fed["errorDeclaration"] =
        json!({ "declarationTime": "2026-11-20T10:00:00Z", "reason": "did_not_occur" });
    let job = site.capture("acme", json!([fed])).await;
    assert_eq!(job["success"], true, "{job}");
    let pedigree = public(&site, &path).await;
    assert_eq!(sides(&pedigree).last(), Some(&("container", 0)));
}
