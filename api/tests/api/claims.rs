//! `/v1/claims`.

use serde_json::{Value, json};

use crate::site::{PILLS, Site, TEA};

fn claim() -> Value {
    json!({
        "path": format!("/01/{PILLS}/21/PIL1"),
        "recall": "R-2026-1",
        "remedy": "refund",
        "note": "Two blisters were white.",
        "email": "ada@person.example",
    })
}

#[tokio::test]
async fn opened_looked_up_and_erased() {
    let site = Site::new().await;
    let reply = site.post("/v1/claims", &claim()).await;
    let view = reply.is(201).json();
    assert_eq!(view["status"], "open");
    assert_eq!(view["brand"], "Acme");
    assert!(view["reference"].as_str().unwrap().starts_with("C-"));
    let holder = json!({ "reference": view["reference"], "code": view["code"] });
    let found = site.post("/v1/claims/lookup", &holder).await.json();
    assert_eq!(found["note"], "Two blisters were white.");
    site.post("/v1/registrations/lookup", &holder).await.is(422);
    site.post("/v1/claims/erase", &holder).await.is(204);
    site.post("/v1/claims/lookup", &holder).await.is(404);
}

#[tokio::test]
async fn only_what_the_recall_covers_and_offers() {
    let site = Site::new().await;
    let check = async |field: &str, value: &str, status: u16| {
        let mut body = claim();
        body[field] = json!(value);
        site.post("/v1/claims", &body).await.is(status);
    };
    check("remedy", "repair", 422).await;
    check("recall", "R-2026-2", 422).await;
    check("path", &format!("/01/{PILLS}/21/PIL2"), 422).await;
    check("path", &format!("/01/{TEA}/21/TEA1"), 422).await;
    check("path", "/01/1", 422).await;
    check("note", &"x".repeat(2001), 422).await;
    check("email", "ada", 422).await;
    // A pack that shows its batch only is covered, too.
    check("path", &format!("/01/{PILLS}/10/P1"), 201).await;
}

#[tokio::test]
async fn of_64_at_once_one_succeeds() {
    let site = std::sync::Arc::new(Site::new().await);
    let tasks: Vec<_> = (0..64)
        .map(|_| {
            let site = site.clone();
            tokio::spawn(async move { site.post("/v1/claims", &claim()).await.status.as_u16() })
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
}
