//! Recalls that come after: of what somebody registered, and of what a phone scanned.

use serde_json::{Value, json};

use crate::{
    ownership::register,
    site::{PILLS, Site, TEA, request, unit},
};
use axum::{body::Body, http::Method};

fn recall(id: &str, gtin: &str, batch: &str) -> String {
    json!({
        "type": "recall", "id": id, "gtin": gtin, "batches": [batch], "on": "2026-11-24",
        "hazard": {"en": "It may burn."}, "instruction": {"en": "Stop."}, "remedies": ["refund"],
    })
    .to_string()
}

async fn recalled(site: &Site, codes: &[String]) -> Value {
    let reply = site.post("/v1/recalled", &json!({ "codes": codes })).await;
    reply.is(200).json()["recalled"].clone()
}

async fn checks(site: &Site) -> u64 {
    site.app.store.read(|db| db.count_checks()).await.unwrap()
}

#[tokio::test]
async fn what_was_scanned_is_asked_about_without_a_check() {
    let site = Site::new().await;
    let codes = [
        unit(TEA, "TEA1"),
        format!("https://check.example/01/{PILLS}/21/PIL1"),
        format!("(01){PILLS}"),
        "no code".to_owned(),
        unit(TEA, "NEVER"),
    ];
    let before = checks(&site).await;
    let found = recalled(&site, &codes).await;
    assert_eq!(
        found,
        json!([
            {"code": codes[1], "certainty": "certain"},
            {"code": codes[2], "certainty": "possible"},
        ])
    );
    site.import(&recall("R-TEA", TEA, "T1")).await;
    let found = recalled(&site, &codes[..1]).await;
    assert_eq!(found, json!([{"code": codes[0], "certainty": "certain"}]));
    assert_eq!(checks(&site).await, before);
    // No cookie: nobody learns what lies on one phone.
    let headers = [("content-type", "application/json")];
    let body = Body::from(json!({ "codes": codes }).to_string());
    let reply = site
        .send(request(Method::POST, "/v1/recalled", &headers, body))
        .await;
    assert_eq!(reply.is(200).header("set-cookie"), "");
}

#[tokio::test]
async fn wrong_questions() {
    let site = Site::new().await;
    let many = vec!["x"; 201];
    for codes in [json!(many), json!(["9".repeat(4097)])] {
        site.post("/v1/recalled", &json!({ "codes": codes }))
            .await
            .is(422);
    }
    site.post("/v1/recalled", &json!({})).await.is(400);
}

#[tokio::test]
async fn what_was_registered_says_that_it_is_recalled() {
    let site = Site::new().await;
    let browser = site.browser();
    register(&browser, &format!("/01/{TEA}/21/TEA1")).await;
    let page = browser.open("/mine").await;
    assert!(!page.is(200).words().contains("Recalled"));
    site.import(&recall("R-TEA", TEA, "T1")).await;
    let page = browser.open("/mine").await;
    page.is(200)
        .says("Recalled: stop using it and see what to do");
    assert!(page.text().contains(&format!("/01/{TEA}/21/TEA1#recall")));
}

#[tokio::test]
async fn each_of_several_recalls_has_its_claim() {
    let site = Site::new().await;
    site.import(&recall("R-2026-2", PILLS, "P1")).await;
    let path = format!("/01/{PILLS}/21/PIL1");
    let browser = site.browser();
    let page = browser.open(&path).await;
    let text = page.is(200).text();
    assert_eq!(text.matches("action=\"/claim\"").count(), 2);
    for id in ["claim-title", "claim-title-1", "claim-note", "claim-note-1"] {
        assert_eq!(text.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    let csrf = page.field("csrf");
    for recall in ["R-2026-1", "R-2026-2"] {
        let fields = [
            ("csrf", csrf.as_str()),
            ("path", &path),
            ("recall", recall),
            ("remedy", "refund"),
        ];
        browser.submit("/claim", &fields).await.is(200).says("C-");
    }
}

#[tokio::test]
async fn a_town_that_is_not_known_is_told_beside_the_recall() {
    let site = Site::new().await;
    let path = format!("/01/{PILLS}/21/PIL1");
    let page = site
        .browser()
        .follow(&format!("{path}?near=Atlantis"))
        .await;
    page.is(200)
        .says("“Atlantis” is no place that is known here");
    let page = site.browser().follow(&format!("{path}?near=Berlin")).await;
    assert!(!page.is(200).words().contains("no place that is known"));
    page.says("km");
}

#[tokio::test]
async fn a_form_that_waited_is_sent_once_whatever_the_browser_has_got_meanwhile() {
    let site = Site::new().await;
    let key = [("idempotency-key", "4f1c2a4e-8f10-4a57-9b0e-52d3f1c0aa01")];
    let path = format!("/01/{TEA}/21/TEA1");
    let mut references = Vec::new();
    let browser = site.browser();
    for _ in 0..2 {
        // The second time with a session, and its token.
        let csrf = browser.open("/mine").await.field("csrf");
        let fields = [("csrf", csrf.as_str()), ("path", &path)];
        let page = browser.submit_with("/register", &fields, &key).await;
        page.is(200).says("Registered");
        references.push(crate::ownership::kept(&page).holder());
    }
    assert_eq!(references[0], references[1]);
    let all = site.app.store.read(|db| db.registrations_after("")).await;
    assert_eq!(all.unwrap().len(), 1);
    // The same key for something else is told.
    let csrf = browser.open("/mine").await.field("csrf");
    let other = format!("/01/{TEA}/21/TEA2");
    let fields = [("csrf", csrf.as_str()), ("path", &other)];
    let page = browser.submit_with("/register", &fields, &key).await;
    page.is(422);
}
