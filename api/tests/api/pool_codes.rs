//! `/v1/number-pools` with hidden and signed codes.

use std::collections::HashSet;

use api::{access::Act, scope::Scope};
use serde_json::{Value, json};

use crate::{
    number_pools::Line,
    signed::{ask, create, run},
    site::{Site, TEA},
};

fn wish(extra: &[&str]) -> Value {
    let mut wish = json!({ "gtin": TEA, "batch": "T1", "count": 3 });
    for field in extra {
        wish[field] = json!(true);
    }
    wish
}

#[tokio::test]
async fn hidden_codes_go_to_another_key_than_the_visible_ones() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let wish = wish(&["with_hidden"]);
    let reply = line.post("/v1/number-pools", "a-pool-with-secrets", &wish);
    let reply = reply.await;
    let pool = reply.is(201).json();
    assert_eq!(pool["with_hidden"], true);
    let path = format!("{}/hidden-codes", reply.header("location"));
    assert_eq!(
        line.get(&path).await.is(403).json()["type"],
        "/problems/scope"
    );

    let sealer = Line::with(&site, "acme", Scope::Hidden).await;
    sealer.get(reply.header("location")).await.is(403);
    let hidden = sealer.get(&path).await.is(200).json();
    let hidden = hidden["hidden_codes"].as_array().unwrap();
    let mut secrets = HashSet::new();
    for (code, unit) in pool["codes"].as_array().unwrap().iter().zip(hidden) {
        assert_eq!(code["serial"], unit["serial"]);
        let secret = unit["hidden_code"].as_str().unwrap();
        assert!(!reply.text().contains(secret), "beside the visible codes");
        secrets.insert(secret);
    }
    assert_eq!(secrets.len(), 3);
    let lines = sealer.get(&format!("{path}?format=csv")).await;
    let first = hidden[0]["hidden_code"].as_str().unwrap();
    let serial = hidden[0]["serial"].as_str().unwrap();
    let expected = format!("serial,hidden_code\n{serial},{first}\n");
    assert!(lines.is(200).text().starts_with(&expected));
    sealer.get(&format!("{path}?format=pdf")).await.is(422);

    // Both times are on the record.
    let log = site
        .app
        .store
        .read(|db| db.access_log("acme", i64::MAX, 100));
    let id = Act::HiddenCodesTaken.id();
    let log = log.await.unwrap();
    assert_eq!(log.iter().filter(|(_, line)| line.act == id).count(), 2);

    // They are what the server reveals.
    let question = json!({ "path": format!("/01/{TEA}/21/{serial}"), "code": first });
    let reply = site.browser().post("/v1/reveal", &question).await;
    assert_eq!(reply.is(200).json()["outcome"], "first");
}

#[tokio::test]
async fn hidden_codes_are_not_there_for_others() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let (with, without) = (wish(&["with_hidden"]), wish(&[]));
    let secret = line.post("/v1/number-pools", "a-pool-with-secrets", &with);
    let secret = format!("{}/hidden-codes", secret.await.is(201).header("location"));
    let plain = line.post("/v1/number-pools", "a-pool-without-secrets", &without);
    let plain = format!("{}/hidden-codes", plain.await.is(201).header("location"));
    let sealer = Line::with(&site, "acme", Scope::Hidden).await;
    sealer
        .get(&plain)
        .await
        .is(422)
        .says("without hidden codes");
    let stranger = Line::with(&site, "globex", Scope::Hidden).await;
    stranger.get(&secret).await.is(404);
    stranger
        .get("/v1/number-pools/00/hidden-codes")
        .await
        .is(404);
    // With or without is not the same request.
    let key = "a-pool-with-secrets";
    let other = line.post("/v1/number-pools", key, &wish(&[])).await;
    assert_eq!(other.is(422).json()["type"], "/problems/idempotency-key");
}

#[tokio::test]
async fn a_server_with_the_key_signs() {
    let site = Site::new().await;
    let line = Line::new(&site, "acme").await;
    let wish = wish(&["signed"]);
    let early = line.post("/v1/number-pools", "before-there-is-a-key", &wish);
    early.await.is(500);
    let key = create(&site, "signing-key");
    let reply = line.post("/v1/number-pools", "a-pool-that-is-signed", &wish);
    let reply = reply.await;
    let pool = reply.is(201).json();
    assert_eq!(pool["signing_key"], json!(key));
    let unit = &pool["codes"][1];
    let (answer, signatures) = ask(&site, unit["digital_link"].as_str().unwrap()).await;
    assert_eq!(answer["verdict"]["standing"], "issued");
    assert_eq!(signatures, ["signature-valid"]);
    let bare = format!(
        "https://id.gs1.org/01/{TEA}/21/{}",
        unit["serial"].as_str().unwrap()
    );
    assert_eq!(ask(&site, &bare).await.1, ["signature-missing"]);

    // The same codes again, by a key that is revoked meanwhile, too; but no new ones.
    let of = format!("--key-id={key}");
    run(&site, &["key", "signing", "revoke", "--brand=acme", &of]).unwrap();
    let again = line.post("/v1/number-pools", "a-pool-that-is-signed", &wish);
    assert_eq!(again.await.is(201).json(), pool);
    let new = line
        .post("/v1/number-pools", "a-pool-of-tomorrow", &wish)
        .await;
    new.is(422).says("`signed`").says("--signing-key");
    // Not even where the file has another one.
    std::fs::remove_file(site.folder.path().join("signing-key")).unwrap();
    let next = create(&site, "signing-key");
    let new = line
        .post("/v1/number-pools", "a-pool-of-tomorrow", &wish)
        .await;
    assert_eq!(new.is(201).json()["signing_key"], json!(next));
    line.get(reply.header("location")).await.is(422).says(&key);
}
