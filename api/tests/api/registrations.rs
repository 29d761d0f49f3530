//! `/v1/registrations`.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{MUG, PILLS, Site, TEA, observed, request, unit};

fn registration(serial: &str) -> Value {
    json!({
        "path": format!("/01/{TEA}/21/{serial}"),
        "bought_on": "2026-11-20",
        "shop": "Corner Shop",
        "email": "jan@person.example",
    })
}

#[tokio::test]
async fn registered_looked_up_and_erased() {
    let site = Site::new().await;
    let browser = site.browser();
    let reply = browser
        .post("/v1/registrations", &registration("TEA1"))
        .await;
    reply.is(201);
    let view = reply.json();
    assert_eq!(view["product"], "Tea");
    assert_eq!(
        (&view["points"], &view["points_waiting"]),
        (&json!(0), &json!(50))
    );
    assert_eq!(view["warranty_until"], "2028-11-20");
    assert_eq!(view["evidence"], "claimed");
    let holder = json!({ "reference": view["reference"], "code": view["code"] });

    let found = site.post("/v1/registrations/lookup", &holder).await.json();
    assert_eq!(found["email"], "jan@person.example");
    assert_eq!(found.get("code"), None, "the code is shown once");

    let rewards = |reply: crate::site::Reply| reply.json();
    let account = rewards(
        browser
            .send(Method::GET, "/v1/rewards", &[], Body::empty())
            .await,
    );
    assert_eq!(account["points"], 0);
    assert_eq!(account["brands"][0]["waiting"], 50);
    let stranger = rewards(site.get("/v1/rewards", &[]).await);
    assert_eq!(stranger["points"], 0);

    site.post("/v1/registrations/erase", &holder).await.is(204);
    site.post("/v1/registrations/lookup", &holder).await.is(404);
    site.post("/v1/registrations/erase", &holder).await.is(404);
    let account = rewards(
        browser
            .send(Method::GET, "/v1/rewards", &[], Body::empty())
            .await,
    );
    assert_eq!(account["points"], 0);
    assert_eq!(
        account["brands"],
        json!([]),
        "what waited is the brand's again"
    );
    assert_eq!(site.app.store.read(|db| db.ledger_sum()).await.unwrap(), 0);

    // Nothing that the person gave is left in any file.
    for trace in ["jan@person.example", "Corner Shop\",\"email"] {
        assert!(!site.keeps(trace.as_bytes()), "`{trace}` is left");
    }
    // And the pack can be registered again.
    site.post("/v1/registrations", &registration("TEA1"))
        .await
        .is(201);
}

#[tokio::test]
async fn a_unit_is_registered_once() {
    let site = Site::new().await;
    site.post("/v1/registrations", &registration("TEA1"))
        .await
        .is(201);
    let reply = site.post("/v1/registrations", &registration("TEA1")).await;
    reply.is(409);
    assert_eq!(reply.json()["type"], "/problems/taken");
    let answer = site
        .get(
            &format!("/01/{TEA}/21/TEA1"),
            &[("accept", "application/json")],
        )
        .await
        .json();
    assert_eq!(answer["registration"]["taken"], true);
    assert_eq!(answer["registration"]["open"], false);
}

#[tokio::test]
async fn of_64_at_once_one_succeeds() {
    let site = std::sync::Arc::new(Site::new().await);
    let tasks: Vec<_> = (0..64)
        .map(|_| {
            let site = site.clone();
            tokio::spawn(async move {
                site.post("/v1/registrations", &registration("TEA1"))
                    .await
                    .status
                    .as_u16()
            })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses[0], 201);
    assert!(
        statuses[1..].iter().all(|status| *status == 409),
        "{statuses:?}"
    );
    assert_eq!(site.app.store.read(|db| db.ledger_sum()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_repeated_request_has_the_same_answer() {
    let site = Site::new().await;
    let send = async |key: &str, body: &Value| {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        let body = Body::from(body.to_string());
        site.send(request(Method::POST, "/v1/registrations", &headers, body))
            .await
    };
    let key = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let first = send(key, &registration("TEA1")).await;
    first.is(201);
    for _ in 0..9 {
        let again = send(key, &registration("TEA1")).await;
        assert_eq!(again.is(201).json(), first.json());
    }
    send(key, &registration("TEA2")).await.is(422);
    send("short", &registration("TEA2")).await.is(422);
    send("another-key-of-mine-0001", &registration("TEA1"))
        .await
        .is(409);
    assert_eq!(site.app.store.read(|db| db.ledger_sum()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_can_not_be_registered() {
    let site = Site::new().await;
    let check = async |body: Value, status: u16, kind: &str| {
        let reply = site.post("/v1/registrations", &body).await;
        reply.is(status);
        assert_eq!(reply.json()["type"], format!("/problems/{kind}"), "{body}");
    };
    let with = |field: &str, value: &str| {
        let mut body = registration("TEA1");
        body[field] = json!(value);
        body
    };
    check(registration("GUESS"), 404, "not-on-record").await;
    check(with("path", &format!("/01/{TEA}")), 404, "not-on-record").await;
    check(
        with("path", "/01/09506000134352/21/X"),
        404,
        "not-on-record",
    )
    .await;
    check(with("path", "/01/09506000100013/21/TEA1"), 422, "field").await;
    check(with("path", "https://x.example/01/1"), 422, "field").await;
    check(with("bought_on", "last week"), 422, "field").await;
    check(with("bought_on", "2027-11-24"), 422, "field").await;
    check(with("bought_on", "1926-11-24"), 422, "field").await;
    check(with("email", "jan"), 422, "field").await;
    check(with("shop", &"x".repeat(201)), 422, "field").await;
    let stolen = observed(
        &unit(TEA, "TEA3"),
        "2026-11-02T08:00:00Z",
        "inspecting",
        "stolen",
        "9506000900025",
    );
    site.capture("acme", json!([stolen])).await;
    check(registration("TEA3"), 409, "blocked").await;
    // Blank fields of a form are none, and a mug has no points.
    let mug =
        json!({ "path": format!("/01/{MUG}/21/MUG1"), "bought_on": "", "shop": " ", "email": "" });
    let reply = site.post("/v1/registrations", &mug).await;
    assert_eq!(reply.is(201).json()["points"], 0);
    let pills = json!({ "path": format!("/01/{PILLS}/21/PIL2") });
    site.post("/v1/registrations", &pills).await.is(201);
}

#[tokio::test]
async fn guesses_and_slips() {
    let site = Site::new().await;
    let view = site
        .post("/v1/registrations", &registration("TEA1"))
        .await
        .json();
    let other = site
        .post("/v1/registrations", &registration("TEA2"))
        .await
        .json();
    let look_up = async |reference: &Value, code: &Value| {
        let holder = json!({ "reference": reference, "code": code });
        site.post("/v1/registrations/lookup", &holder).await
    };
    // Another's code and an unknown reference answer alike.
    let wrong = look_up(&view["reference"], &other["code"]).await;
    let unknown = look_up(&json!(free_reference(&view, &other)), &view["code"]).await;
    assert_eq!(
        wrong.is(404).json()["detail"],
        unknown.is(404).json()["detail"]
    );
    // A slip is told before anything is looked up.
    look_up(&view["reference"], &json!("AAAA-AAAA-AAAA-AAAA"))
        .await
        .is(422);
    look_up(&json!("R-AAAA-AAAA"), &view["code"]).await.is(422);
    look_up(&json!("C-AAAA-AAAA"), &view["code"]).await.is(422);
    // However it is written.
    let sloppy = |text: &Value| json!(text.as_str().unwrap().to_lowercase().replace('-', " "));
    look_up(&sloppy(&view["reference"]), &sloppy(&view["code"]))
        .await
        .is(200);
}

/// A well-formed reference that nobody has.
fn free_reference(view: &Value, other: &Value) -> String {
    (0..=255u8)
        .map(|byte| {
            let reference =
                api::reference::Reference::new(api::reference::Purpose::Registration, &[byte; 32]);
            reference.as_str().to_owned()
        })
        .find(|reference| view["reference"] != **reference && other["reference"] != **reference)
        .unwrap()
}
