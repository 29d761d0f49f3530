//! `POST /v1/verify`.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    engine,
    site::{APPLE, MUG, NOW, PILLS, Reply, Site, TEA, observed, request, unit},
};

fn standing(answer: &Value) -> &str {
    answer["verdict"]["standing"].as_str().unwrap()
}

fn reasons(answer: &Value) -> Vec<&str> {
    answer["verdict"]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["kind"].as_str().unwrap())
        .collect()
}

pub(crate) async fn ask(site: &Site, code: &str) -> Value {
    let reply = site.post("/v1/verify", &json!({ "code": code })).await;
    reply.is(200);
    reply.json()
}

#[tokio::test]
async fn an_issued_unit_is_told_whole() {
    let site = Site::new().await;
    let answer = ask(&site, &format!("(01){TEA}(10)T1(21)TEA1")).await;
    assert_eq!(standing(&answer), "issued");
    assert_eq!(
        reasons(&answer),
        ["issued", "first-check", "good-until", "issued-when-made"]
    );
    assert_eq!(answer["judged_at"], NOW);
    assert_eq!(answer["brand"]["name"], "Acme");
    assert_eq!(answer["product"]["name"], "Tea");
    assert_eq!(answer["product"]["parts"][0]["grams"], 12.5);
    assert_eq!(answer["batch"]["number"], "T1");
    assert_eq!(answer["unit"]["serial"], "TEA1");
    assert_eq!(answer["unit"]["checks"], 1);
    assert_eq!(answer["registration"]["open"], true);
    assert_eq!(answer["code"]["path"], format!("/01/{TEA}/10/T1/21/TEA1"));
}

#[tokio::test]
async fn every_form_of_one_code_is_one_unit() {
    let site = Site::new().await;
    for (index, code) in [
        format!("(01){TEA}(21)TEA1"),
        format!("https://check.example/01/{TEA}/21/TEA1"),
        format!("https://elsewhere.example/x/01/{TEA}/21/TEA1?utm=1"),
        format!("]Q301{TEA}21TEA1"),
        format!("]d201{TEA}10T1\u{1d}21TEA1"),
    ]
    .iter()
    .enumerate()
    {
        let answer = ask(&site, code).await;
        assert_eq!(answer["unit"]["serial"], "TEA1", "{code}");
        assert_eq!(answer["unit"]["checks"], index + 1, "{code}");
    }
}

#[tokio::test]
async fn what_is_not_on_record() {
    let site = Site::new().await;
    let check = async |code: String, expected: &str, reason: &str| {
        let answer = ask(&site, &code).await;
        assert_eq!(standing(&answer), expected, "{code}");
        assert!(
            reasons(&answer).contains(&reason),
            "{code}: {:?}",
            reasons(&answer)
        );
    };
    check(format!("(01){TEA}(21)NOPE"), "not-issued", "never-issued").await;
    check(format!("(01){MUG}(21)NOPE"), "unknown", "unknown-serial").await;
    check(
        "(01)09506000134352(21)X".to_owned(),
        "unknown",
        "unknown-product",
    )
    .await;
    check("hello".to_owned(), "unknown", "not-an-identity").await;
    check(format!("(01){APPLE}"), "product", "no-serial").await;
    check(format!("(01){APPLE}(10)A1"), "batch", "no-serial").await;
    check(format!("(01){APPLE}(10)A9"), "unknown", "unknown-batch").await;
    check(format!("(01){TEA}(21)OLD1"), "expired", "past-best-before").await;
    check(
        format!("(01){TEA}(10)T9(21)TEA2"),
        "mismatch",
        "batch-differs",
    )
    .await;
    check(format!("(01){PILLS}(21)PIL1"), "recalled", "recalled").await;
}

#[tokio::test]
async fn a_typed_code_is_asked_to_be_compared_first() {
    let site = Site::new().await;
    let typed = json!({ "code": format!("(01){TEA}(21)NOPE"), "typed": true });
    let answer = site.post("/v1/verify", &typed).await.json();
    assert_eq!(standing(&answer), "unknown");
    assert_eq!(answer["verdict"]["steps"][0], "check-typing");
}

#[tokio::test]
async fn a_damaged_code_is_a_verdict_with_faults() {
    let site = Site::new().await;
    let answer = ask(&site, "(01)09506000100013(21)TEA1").await;
    assert_eq!(standing(&answer), "unknown");
    assert_eq!(answer["code"]["faults"][0]["kind"], "incorrect-check-digit");
    assert_eq!(answer["code"]["faults"][0]["span"], json!([17, 18]));
    let answer = ask(&site, "").await;
    assert_eq!(answer["code"]["faults"][0]["kind"], "empty");
}

#[tokio::test]
async fn what_is_no_question_is_a_problem() {
    let site = Site::new().await;
    let raw = async |body: Vec<u8>, kind: &str| {
        let headers = [("content-type", kind)];
        site.send(request(
            Method::POST,
            "/v1/verify",
            &headers,
            Body::from(body),
        ))
        .await
    };
    let check = async |body: &str, status: u16, kind: &str| {
        let reply = raw(body.as_bytes().to_vec(), "application/json").await;
        reply.is(status);
        assert_eq!(reply.header("content-type"), "application/problem+json");
        let problem = reply.json();
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{body}");
        assert!(problem["detail"].as_str().unwrap().len() > 20);
        assert_eq!(problem["instance"].as_str().unwrap().len(), 12);
    };
    check("{", 400, "malformed").await;
    check("{}", 400, "malformed").await;
    check(r#"{"code": "x", "colour": 1}"#, 400, "malformed").await;
    check(r#"{"code": "x", "scanned_at": "yesterday"}"#, 422, "field").await;
    check(
        r#"{"code": "x", "place": {"lat": 91, "lon": 0}}"#,
        422,
        "field",
    )
    .await;
    check(r#"{"code": "x", "market": "Poland"}"#, 422, "field").await;
    check(
        r#"{"code": "x", "symbology_identifier": "QR"}"#,
        422,
        "field",
    )
    .await;
    let long = json!({ "code": "A".repeat(5000) }).to_string();
    check(&long, 422, "field").await;
    let huge = json!({ "code": "A".repeat(1_000_000) }).to_string();
    check(&huge, 413, "body-too-large").await;
    raw(b"{\"code\": \"\xff\"}".to_vec(), "application/json")
        .await
        .is(400);
    raw(b"code=x".to_vec(), "application/x-www-form-urlencoded")
        .await
        .is(415);
    site.get("/v1/verify", &[]).await.is(405);
    assert_eq!(
        site.app.store.read(|db| db.count_checks()).await.unwrap(),
        0
    );
}

#[tokio::test]
async fn sessions_count_once() {
    let site = Site::new().await;
    let question = json!({ "code": format!("(01){TEA}(21)TEA1") });
    let first = site.browser();
    let answer = first.post("/v1/verify", &question).await.json();
    assert!(reasons(&answer).contains(&"first-check"));
    let answer = first.post("/v1/verify", &question).await.json();
    assert_eq!(answer["unit"]["checks"], 1);
    assert!(reasons(&answer).contains(&"checked-by-you"));
    let second = site.browser();
    let answer = second.post("/v1/verify", &question).await.json();
    assert_eq!(answer["unit"]["checks"], 2);
    assert!(reasons(&answer).contains(&"checked-before"));
}

#[tokio::test]
async fn a_body_s_session_is_only_a_delivery() {
    let site = Site::new().await;
    let question = json!({ "code": format!("(01){TEA}(21)TEA1"), "session": "queue-1" });
    for _ in 0..10 {
        let answer = site.post("/v1/verify", &question).await.json();
        assert_eq!(answer["unit"]["checks"], 1);
    }
    assert_eq!(
        site.app.store.read(|db| db.count_checks()).await.unwrap(),
        1
    );
    let other = json!({ "code": format!("(01){TEA}(21)TEA2"), "session": "queue-1" });
    let answer = site.post("/v1/verify", &other).await.json();
    assert_eq!(
        answer["unit"]["checks"], 1,
        "another code of the same queue is another check"
    );
}

#[tokio::test]
async fn late_checks_are_put_in_their_place() {
    let site = Site::new().await;
    let at = |scanned_at: &str| json!({ "code": format!("(01){TEA}(21)TEA1"), "scanned_at": scanned_at });
    site.post("/v1/verify", &at("2026-11-20T08:00:00Z"))
        .await
        .is(200);
    site.post("/v1/verify", &at("1999-01-01T00:00:00Z"))
        .await
        .is(200);
    let answer = site
        .post("/v1/verify", &at("2031-01-01T00:00:00Z"))
        .await
        .json();
    let before = &answer["verdict"]["reasons"][1];
    assert_eq!(before["kind"], "checked-before");
    // 31 days back at the most, and never in the future.
    assert_eq!(before["evidence"]["first"]["at"], "2026-10-24T12:00:00Z");
    assert_eq!(before["evidence"]["checks"]["number"], 3);
}

#[tokio::test]
async fn a_clone_is_seen_from_two_places() {
    let site = Site::new().await;
    let at = |lat: f64, lon: f64, hour: u32| {
        json!({
            "code": format!("(01){TEA}(21)TEA1"),
            "scanned_at": format!("2026-11-24T{hour:02}:00:00Z"),
            "place": { "lat": lat, "lon": lon, "accuracy_m": 50.0 },
        })
    };
    site.post("/v1/verify", &at(54.5, 18.54, 8)).await.is(200);
    let answer = site.post("/v1/verify", &at(-33.86, 151.2, 9)).await.json();
    assert_eq!(standing(&answer), "suspect");
    let reason = &answer["verdict"]["reasons"][0];
    assert_eq!(reason["kind"], "impossible-travel");
    assert_eq!(reason["evidence"]["from"]["text"], "Gdynia");
    assert_eq!(reason["evidence"]["source"]["source"], "device");
    assert!(site.keeps(b":-33.85:151.2:"), "rounded to 0.05°");
}

#[tokio::test]
async fn diversion_names_where_it_was_last_seen() {
    let site = Site::new().await;
    let events = json!([observed(
        &unit(TEA, "TEA1"),
        "2026-11-01T08:00:00Z",
        "shipping",
        "in_transit",
        "9506000900018"
    )]);
    assert_eq!(site.capture("acme", events).await["success"], true);
    let question = json!({ "code": format!("(01){TEA}(21)TEA1"), "market": "BR" });
    let answer = site.post("/v1/verify", &question).await.json();
    // One pack abroad may be on a journey: told, and no more.
    assert_eq!(standing(&answer), "issued");
    assert_eq!(answer["verdict"]["steps"][0], "compare-pack");
    assert!(reasons(&answer).contains(&"wrong-market"));
    let last = answer["verdict"]["reasons"].as_array().unwrap().iter();
    let last = last
        .clone()
        .find(|reason| reason["kind"] == "last-seen")
        .unwrap();
    assert_eq!(last["evidence"]["place"]["text"], "Acme Works, Gdynia");
}

#[tokio::test]
async fn a_border_says_nothing() {
    let site = Site::new().await;
    // Between Berlin and Warszawa, 130 km from the nearest known place.
    let question = json!({
        "code": format!("(01){TEA}(21)TEA1"),
        "place": { "lat": 52.3, "lon": 15.3 },
    });
    let answer = site.post("/v1/verify", &question).await.json();
    assert_eq!(standing(&answer), "issued");
}

#[tokio::test]
async fn guessed_serials_answer_alike() {
    let site = Site::new().await;
    let mut answers = Vec::new();
    for serial in ["AAAA", "ZZZZ", "PIL2"] {
        let reply = site
            .post(
                "/v1/verify",
                &json!({ "code": format!("(01){TEA}(21){serial}") }),
            )
            .await;
        reply.is(200);
        let mut answer = reply.json();
        answer["code"] = Value::Null;
        answers.push(answer);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
}

#[tokio::test]
async fn texts_come_in_the_reader_s_language() {
    let site = Site::new().await;
    let headers = [
        ("content-type", "application/json"),
        ("accept-language", "de-AT,en;q=0.5"),
    ];
    let body = json!({ "code": format!("(01){TEA}(21)TEA1") }).to_string();
    let reply = site
        .send(request(
            Method::POST,
            "/v1/verify",
            &headers,
            Body::from(body),
        ))
        .await;
    assert_eq!(reply.json()["product"]["name"], "Tee");
    assert_eq!(reply.json()["language"], "de");
    // No German there: English.
    assert_eq!(reply.json()["product"]["parts"][1]["name"], "Tin");
}

#[tokio::test]
async fn a_blocked_unit_says_since_when() {
    let site = Site::new().await;
    let events = json!([observed(
        &unit(TEA, "TEA2"),
        "2026-11-02T08:00:00Z",
        "inspecting",
        "stolen",
        "9506000900025"
    )]);
    site.capture("acme", events).await;
    let answer = ask(&site, &format!("(01){TEA}(21)TEA2")).await;
    assert_eq!(standing(&answer), "blocked");
    let evidence = &answer["verdict"]["reasons"][0]["evidence"];
    assert_eq!(evidence["since"]["at"], "2026-11-02T08:00:00Z");
    assert_eq!(evidence["place"]["text"], "Corner Shop, Warszawa");
    assert_eq!(answer["registration"]["open"], false);
}

#[tokio::test]
async fn a_code_that_contradicts_itself_is_told_so_and_not_counted() {
    let site = Site::new().await;
    for code in [
        // A wrong check digit, a month that is none, and no identity at all.
        "(01)09506000100013(21)TEA1".to_owned(),
        format!("(01){TEA}(17)261301(21)TEA1"),
        "hello".to_owned(),
    ] {
        let answer = ask(&site, &code).await;
        assert_ne!(answer["code"]["faults"], json!([]), "{code}");
    }
    let count = site.app.store.read(|db| db.count_checks()).await.unwrap();
    assert_eq!(count, 0);
    let answer = ask(&site, &format!("(01){TEA}(21)TEA1")).await;
    assert_eq!(answer["unit"]["checks"], 1);
}

/// The log of checks is for people; what a unit's checks amount to is kept beside it.
#[tokio::test]
async fn no_answer_is_made_from_the_log_of_checks() {
    let site = Site::new().await;
    let code = format!("(01){TEA}(21)TEA1");
    for _ in 0..3 {
        ask(&site, &code).await;
    }
    let page = format!("/01/{TEA}/21/TEA1");
    let headers = [("accept", "application/json")];
    let before = site.get(&page, &headers).await;
    let text = |reply: &Reply| (reply.status, reply.text());
    engine::raw(&site.address, "delete from scan_log");
    let again = site.get(&page, &headers).await;
    assert_eq!(text(&again), text(&before));
    let answer = ask(&site, &code).await;
    assert_eq!(answer["unit"]["checks"], 4);
    // Nor is it asked for anything: without it, only a check can't be written down.
    engine::raw(&site.address, "drop table scan_log");
    site.get(&page, &headers).await.is(200);
    site.post("/v1/verify", &json!({ "code": code }))
        .await
        .is(503);
}
