//! `/v1/number-pools`: a production line's day.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    site::{NOW, Reply, Site, TEA, moment, request},
    verify::ask,
};

/// A machine with a key.
pub struct Line<'s> {
    site: &'s Site,
    key: String,
}

impl<'s> Line<'s> {
    pub async fn new(site: &'s Site, brand: &str) -> Line<'s> {
        Line::with(site, brand, api::scope::Scope::Issue).await
    }

    pub async fn with(site: &'s Site, brand: &str, scope: api::scope::Scope) -> Line<'s> {
        Line {
            site,
            key: site.key_with(brand, &[scope]).await,
        }
    }

    pub async fn post(&self, path: &str, idempotency_key: &str, body: &Value) -> Reply {
        let bearer = format!("Bearer {}", self.key);
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
            ("idempotency-key", idempotency_key),
        ];
        let body = Body::from(body.to_string());
        self.site
            .send(request(Method::POST, path, &headers, body))
            .await
    }

    pub async fn get(&self, path: &str) -> Reply {
        let bearer = format!("Bearer {}", self.key);
        self.site.get(path, &[("authorization", &bearer)]).await
    }

    /// A pool's path and its serials.
    async fn pool(&self, count: u64) -> (String, Vec<String>) {
        let asked = json!({ "gtin": TEA, "batch": "T1", "count": count });
        let reply = self
            .post("/v1/number-pools", "the-first-pool-of-today", &asked)
            .await;
        let path = reply.is(201).header("location").to_owned();
        let codes = reply.json()["codes"].as_array().unwrap().clone();
        let serial = |code: &Value| code["serial"].as_str().unwrap().to_owned();
        (path, codes.iter().map(serial).collect())
    }
}

fn code(serial: &str) -> String {
    format!("(01){TEA}(21){serial}")
}

#[tokio::test]
async fn the_same_request_has_the_same_codes() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let asked = json!({ "gtin": TEA, "batch": "T1", "count": 3 });
    let key = "3f1c9a52-0d1e-4a57-9d83-0c4b7a1e5f10";
    let first = line.post("/v1/number-pools", key, &asked).await;
    let pool = first.is(201).json();
    assert_eq!(pool["count"], 3);
    let codes = pool["codes"].as_array().unwrap();
    assert_eq!(codes.len(), 3);
    let serial = codes[0]["serial"].as_str().unwrap();
    assert_eq!(
        codes[0]["digital_link"],
        format!("https://check.example/01/{TEA}/21/{serial}")
    );
    assert_eq!(
        codes[0]["element_string"],
        format!("(01){TEA}(15)280110(10)T1(21){serial}")
    );
    let again = line.post("/v1/number-pools", key, &asked).await;
    assert_eq!(again.is(201).json(), pool);
    assert_eq!(
        line.get(first.header("location")).await.is(200).json(),
        pool
    );

    let links = line
        .post("/v1/number-pools?format=links", key, &asked)
        .await;
    let expected: Vec<&str> = codes
        .iter()
        .map(|code| code["digital_link"].as_str().unwrap())
        .collect();
    assert_eq!(links.is(201).text().lines().collect::<Vec<_>>(), expected);
    assert!(links.header("content-type").starts_with("text/plain"));
    let path = format!("{}?format=element-strings", first.header("location"));
    assert!(
        line.get(&path)
            .await
            .is(200)
            .text()
            .starts_with(&format!("(01){TEA}"))
    );

    line.get(&format!("{}?format=pdf", first.header("location")))
        .await
        .is(422)
        .says("element-strings");

    for other in [
        json!({ "gtin": TEA, "batch": "T1", "count": 4 }),
        json!({ "gtin": TEA, "batch": "T0", "count": 3 }),
        json!({ "gtin": TEA, "batch": "T1", "count": 3, "stem": "https://t.example" }),
    ] {
        let reply = line.post("/v1/number-pools", key, &other).await;
        assert_eq!(reply.is(422).json()["type"], "/problems/idempotency-key");
    }
    let next = line
        .post("/v1/number-pools", "another-key-of-the-line", &asked)
        .await
        .json();
    assert_ne!(next["codes"], pool["codes"]);
    let answer = ask(&site, &code(serial)).await;
    assert_eq!(answer["verdict"]["standing"], "issued");
    assert_eq!(answer["batch"]["number"], "T1");
}

#[tokio::test]
async fn of_many_same_requests_at_once_one_takes_serials() {
    let site = Site::new().await;
    let key = site.key_with("acme", &[api::scope::Scope::Issue]).await;
    let body = json!({ "gtin": TEA, "batch": "T1", "count": 2 }).to_string();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let (router, body, bearer) = (site.router.clone(), body.clone(), format!("Bearer {key}"));
        tasks.spawn(async move {
            let headers = [
                ("authorization", bearer.as_str()),
                ("content-type", "application/json"),
                ("idempotency-key", "one-and-the-same-key"),
            ];
            let request = request(
                Method::POST,
                "/v1/number-pools?format=links",
                &headers,
                Body::from(body),
            );
            let response = tower::ServiceExt::oneshot(router, request).await.unwrap();
            let bytes = http_body_util::BodyExt::collect(response.into_body()).await;
            String::from_utf8(bytes.unwrap().to_bytes().to_vec()).unwrap()
        });
    }
    let mut answers = Vec::new();
    while let Some(answer) = tasks.join_next().await {
        answers.push(answer.unwrap());
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(answers[0].lines().count(), 2);
}

#[tokio::test]
async fn what_the_line_reports_changes_the_verdict() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let (path, serials) = line.pool(5).await;
    site.pass(3_600_000);
    let reports = format!("{path}/reports");
    let report = json!({
        "at": "2026-11-24T12:10:00Z",
        "read_point": "https://id.gs1.org/414/9506000900018",
        "printed": &serials[..3],
        "rejected": [{ "serial": serials[4], "reason": "smeared" }],
        "aggregated": [{ "parent": "395060009000000019", "serials": &serials[..2] }],
    });
    let key = "the-report-of-eleven-o-clock";
    let done = line.post(&reports, key, &report).await;
    let expected = json!({ "printed": 3, "rejected": 1, "aggregated": 2 });
    assert_eq!(done.is(200).json(), expected);
    for _ in 0..2 {
        assert_eq!(
            line.post(&reports, key, &report).await.is(200).json(),
            expected
        );
    }
    assert_eq!(line.get(&path).await.json()["reported"], expected);
    let mut other = report.clone();
    other["printed"] = json!([serials[3]]);
    let reused = line.post(&reports, key, &other).await;
    assert_eq!(reused.is(422).json()["type"], "/problems/idempotency-key");

    let rejected = ask(&site, &code(&serials[4])).await;
    assert_eq!(rejected["verdict"]["standing"], "blocked");
    let reason = &rejected["verdict"]["reasons"][0];
    assert_eq!(reason["kind"], "unit-rejected");
    assert_eq!(reason["evidence"]["since"]["at"], "2026-11-24T12:10:00Z");
    assert!(!rejected.to_string().contains("smeared"), "the brand's own");

    // Packed once, by the ordinary door.
    let packed = ask(&site, &code(&serials[0])).await;
    assert_eq!(packed["verdict"]["standing"], "issued");
    let journey = packed["journey"].as_array().unwrap();
    assert_eq!(
        journey
            .iter()
            .filter(|stop| stop["step"] == "packing")
            .count(),
        1,
        "{packed}"
    );
    assert_eq!(journey[0]["place"], "Acme Works, Gdynia");
    let pallet = crate::site::observed(
        "https://id.gs1.org/00/395060009000000019",
        "2026-11-24T12:30:00Z",
        "shipping",
        "in_transit",
        "9506000900025",
    );
    site.capture("acme", json!([pallet])).await;
    let shipped = ask(&site, &code(&serials[0])).await;
    assert!(
        shipped["journey"].to_string().contains("shipping"),
        "{shipped}"
    );
    let alone = ask(&site, &code(&serials[2])).await;
    assert!(!alone["journey"].to_string().contains("shipping"));
}

#[tokio::test]
async fn a_report_is_taken_whole_or_not_at_all() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let (path, serials) = line.pool(3).await;
    let reports = format!("{path}/reports");
    let foreign = "0000000000000000";
    let sscc = "395060009000000019";
    for (number, (report, status)) in [
        (json!({}), 422),
        (json!({ "printed": [serials[0], foreign] }), 422),
        (json!({ "printed": [serials[0], "TEA1"] }), 422),
        (json!({ "printed": [serials[0]], "rejected": [{ "serial": serials[0] }] }), 409),
        (json!({ "printed": [serials[0]], "at": "yesterday" }), 422),
        (json!({ "printed": [serials[0]], "unknown": 1 }), 400),
        (json!({ "printed": [serials[0]], "aggregated": [{ "parent": "395060009000000010", "serials": [serials[1]] }] }), 422),
        // A pallet of another brand's.
        (json!({ "printed": [serials[0]], "aggregated": [{ "parent": "395210000000000019", "serials": [serials[1]] }] }), 422),
        (json!({ "aggregated": [{ "parent": sscc, "serials": [serials[1], serials[1]] }] }), 422),
    ]
    .into_iter()
    .enumerate()
    {
        let key = format!("report-with-a-slip-{number}");
        line.post(&reports, &key, &report).await.is(status);
    }
    let none = json!({ "printed": 0, "rejected": 0, "aggregated": 0 });
    assert_eq!(line.get(&path).await.json()["reported"], none);

    let rejected = json!({ "rejected": [{ "serial": serials[0] }] });
    line.post(&reports, "rejected-for-good", &rejected)
        .await
        .is(200);
    for good in [
        json!({ "printed": [serials[0]] }),
        json!({ "aggregated": [{ "parent": sscc, "serials": [serials[0]] }] }),
    ] {
        let reply = line.post(&reports, "and-good-all-the-same", &good).await;
        assert_eq!(reply.is(409).json()["type"], "/problems/rejected");
    }
    let answer = ask(&site, &code(&serials[0])).await;
    assert_eq!(answer["verdict"]["standing"], "blocked");
}

#[tokio::test]
async fn what_can_not_be_asked_for() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let ok = json!({ "gtin": TEA, "batch": "T1", "count": 1 });
    let key = "a-key-that-is-long-enough";
    let nobody = Line {
        site: &site,
        key: "touchstone_00".to_owned(),
    };
    nobody.post("/v1/number-pools", key, &ok).await.is(401);
    line.post("/v1/number-pools", "short", &ok)
        .await
        .is(422)
        .says("Idempotency-Key");
    for (body, what) in [
        (
            json!({ "gtin": "09506000100013", "batch": "T1", "count": 1 }),
            "gtin",
        ),
        (
            json!({ "gtin": "09521000000018", "batch": "T1", "count": 1 }),
            "gtin",
        ),
        (json!({ "gtin": TEA, "batch": "T9", "count": 1 }), "batch"),
        (json!({ "gtin": TEA, "batch": "T1", "count": 0 }), "count"),
        (
            json!({ "gtin": TEA, "batch": "T1", "count": 100_001 }),
            "count",
        ),
        (
            json!({ "gtin": TEA, "batch": "T1", "count": 1, "stem": "t.example" }),
            "stem",
        ),
    ] {
        let reply = line.post("/v1/number-pools", key, &body).await;
        reply.is(422).says(&format!("`{what}`"));
    }
    // Another brand's products and pools are not there.
    let (path, serials) = line.pool(1).await;
    let stranger = Line::new(&site, "globex").await;
    stranger.post("/v1/number-pools", key, &ok).await.is(422);
    stranger.get(&path).await.is(404);
    let report = json!({ "rejected": [{ "serial": serials[0] }] });
    stranger
        .post(&format!("{path}/reports"), key, &report)
        .await
        .is(404);
    assert_eq!(
        ask(&site, &code(&serials[0])).await["verdict"]["standing"],
        "issued"
    );
}

#[tokio::test]
async fn what_a_line_s_clock_says_lies_between_the_pool_and_now() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let (path, serials) = line.pool(3).await;
    site.pass(3_600_000);
    let moments = [
        ("2020-01-01T00:00:00Z", NOW),
        ("2026-11-24T12:30:00Z", "2026-11-24T12:30:00Z"),
        ("2030-01-01T00:00:00Z", "2026-11-24T13:00:00Z"),
    ];
    for ((said, kept), serial) in moments.into_iter().zip(&serials) {
        let report = json!({ "at": said, "printed": [serial] });
        let key = format!("the-report-of-{serial}");
        line.post(&format!("{path}/reports"), &key, &report)
            .await
            .is(200);
        let (store, gtin) = (&site.app.store, TEA.parse().unwrap());
        let product = store
            .read_blocking(|db| db.product(&gtin))
            .unwrap()
            .unwrap();
        let serial = api::store::Serial::new(serial).unwrap();
        let reports = store.read_blocking(|db| db.unit_reports(product.id, &serial));
        assert_eq!(reports.unwrap()[0].at, moment(kept), "{said}");
    }
}
