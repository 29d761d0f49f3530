//! Declarations that an event was an error, and what they change.

use serde_json::{Value, json};

use crate::{
    engine,
    site::{Site, TEA, observed, unit},
};

fn stolen() -> Value {
    let mut event = observed(
        &unit(TEA, "TEA1"),
        "2026-11-01T08:00:00Z",
        "inspecting",
        "stolen",
        "9506000900018",
    );
    event["eventID"] = json!("urn:uuid:7c1b2a30-0000-4000-8000-00000000000e");
    event
}

fn declared(mut event: Value) -> Value {
    event["errorDeclaration"] = json!({
        "declarationTime": "2026-11-02T08:00:00Z",
        "reason": "did_not_occur",
        "correctiveEventIDs": ["urn:uuid:7c1b2a30-0000-4000-8000-00000000000f"],
    });
    event
}

async fn standing(site: &Site) -> (String, usize) {
    let accept = [("accept", "application/json")];
    let answer = site
        .get(&format!("/01/{TEA}/21/TEA1"), &accept)
        .await
        .json();
    let stops = answer["journey"].as_array().map_or(0, Vec::len);
    (
        answer["verdict"]["standing"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        stops,
    )
}

async fn capture(site: &Site, event: Value) {
    let job = site.capture("acme", json!([event])).await;
    assert_eq!(job["success"], true, "{job}");
}

#[tokio::test]
async fn what_was_declared_an_error_counts_no_more() {
    let site = Site::new().await;
    assert_eq!(standing(&site).await, ("issued".to_owned(), 0));
    capture(&site, stolen()).await;
    assert_eq!(standing(&site).await, ("blocked".to_owned(), 1));
    capture(&site, declared(stolen())).await;
    assert_eq!(standing(&site).await, ("issued".to_owned(), 0));
    // Sent again, it stays an error, and so does its declaration.
    capture(&site, stolen()).await;
    capture(&site, declared(stolen())).await;
    assert_eq!(standing(&site).await, ("issued".to_owned(), 0));
    let count = site.app.store.read(|db| db.count_events("acme")).await;
    assert_eq!(count.unwrap(), 2);
}

#[tokio::test]
async fn a_declaration_may_come_first() {
    let site = Site::new().await;
    capture(&site, declared(stolen())).await;
    capture(&site, stolen()).await;
    assert_eq!(standing(&site).await, ("issued".to_owned(), 0));
}

#[tokio::test]
async fn an_event_without_an_identifier_is_known_by_its_hash() {
    let site = Site::new().await;
    let plain = |mut event: Value| {
        event.as_object_mut().unwrap().remove("eventID");
        event
    };
    capture(&site, plain(stolen())).await;
    assert_eq!(standing(&site).await.0, "blocked");
    let mut declaration = plain(declared(stolen()));
    // In another dress.
    declaration["eventTime"] = json!("2026-11-01T09:00:00.000+01:00");
    declaration["epcList"] = json!(["urn:epc:id:sgtin:9506000.010001.TEA1"]);
    capture(&site, declaration).await;
    assert_eq!(standing(&site).await.0, "issued");
}

#[tokio::test]
async fn another_brand_s_declaration_changes_nothing() {
    let site = Site::new().await;
    capture(&site, stolen()).await;
    let job = site.capture("globex", json!([declared(stolen())])).await;
    assert_eq!(job["success"], false);
    assert_eq!(standing(&site).await.0, "blocked");
}

/// A row as a program of before the event hash has written it.
#[tokio::test]
async fn an_event_of_before_is_the_same_event() {
    let site = Site::new().await;
    let event = stolen();
    let former = api::epcis::digest(&event);
    let body = event.to_string();
    let sql = format!(
        "insert into event (digest, brand, event_time, record_time, capture, body)
         values ('{former}', 'acme', 0, 0, '', '{body}')"
    );
    engine::raw(&site.address, &sql);
    capture(&site, stolen()).await;
    let count = site.app.store.read(|db| db.count_events("acme")).await;
    assert_eq!(count.unwrap(), 1);
    capture(&site, declared(stolen())).await;
    assert_eq!(standing(&site).await.0, "issued");
}
