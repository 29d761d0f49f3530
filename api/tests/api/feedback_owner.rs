//! Whose feedback it is: what a registered owner earns, and `GET /v1/feedback/quotes`, what may be
//! quoted.

use api::{role::Role, scope::Scope, store::BrandRules};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    feedback::{give, lacks, press, reference, sums, tea},
    reveal,
    site::{Browser, PILLS, Site, TEA},
};

const DAY_MS: i64 = 86_400_000;

async fn points(browser: &Browser<'_>) -> (i64, i64) {
    let reply = browser.send(Method::GET, "/v1/rewards", &[], Body::empty());
    let rewards = reply.await.is(200).json();
    let waiting = rewards["brands"][0]["waiting"].as_i64().unwrap_or(0);
    (rewards["points"].as_i64().unwrap(), waiting)
}

/// The brand gives points for reviews.
async fn pay_for_reviews(site: &Site) {
    let rules = BrandRules {
        review: 20,
        ..BrandRules::default()
    };
    let put = site
        .app
        .store
        .write(move |tx| tx.put_reward_rules("acme", &rules));
    put.await.unwrap();
}

#[tokio::test]
async fn a_registered_owner_earns_once_whatever_the_stars() {
    let site = Site::new().await;
    pay_for_reviews(&site).await;
    let packs = reveal::issue(&site, 2);
    let (owner, other) = (site.browser(), site.browser());
    // Before it is registered it is nobody's, and earns nothing.
    give(
        &owner,
        &packs[0].path(),
        &[("stars", "1"), ("words", "Weak.")],
    )
    .await
    .is(200)
    .says("you are not shown to be a buyer");
    assert_eq!(points(&owner).await, (0, 0));
    owner.post("/v1/reveal", &packs[0].right()).await.is(200);
    let registration = json!({ "path": packs[0].path() });
    let registered = owner.post("/v1/registrations", &registration).await;
    registered.is(201);
    assert_eq!(
        points(&owner).await,
        (70, 0),
        "50 for registering, 20 for one star"
    );
    other
        .open(&packs[1].path())
        .await
        .says("registered owner")
        .says("got points for writing, whatever the stars")
        .says("One of them registered the pack.");
    // Changing it earns nothing more, and who doesn't hold it nothing at all.
    give(
        &owner,
        &packs[0].path(),
        &[("stars", "5"), ("words", "Weak.")],
    )
    .await
    .is(200);
    give(&other, &packs[0].path(), &[("stars", "5")])
        .await
        .is(200);
    assert_eq!(points(&owner).await, (70, 0));
    assert_eq!(points(&other).await, (0, 0));
    // Erased, its points go back.
    let reference = reference(&owner).await;
    press(&owner, "/feedback/erase", &reference).await.is(200);
    assert_eq!(points(&owner).await, (50, 0));
    let sum = site.app.store.read(|db| db.ledger_sum()).await.unwrap();
    assert_eq!(sum, 0);
}

#[tokio::test]
async fn who_only_claimed_a_pack_is_no_owner_once_somebody_proved_it() {
    let site = Site::new().await;
    pay_for_reviews(&site).await;
    let pack = reveal::issue(&site, 1).remove(0);
    let (farmer, owner) = (site.browser(), site.browser());
    let registration = json!({ "path": pack.path() });
    farmer
        .post("/v1/registrations", &registration)
        .await
        .is(201);
    let fields = [("stars", "5"), ("words", "Wonderful.")];
    give(&farmer, &pack.path(), &fields)
        .await
        .is(200)
        .says("20 points wait");
    assert_eq!(points(&farmer).await, (0, 70));
    assert_eq!(sums(&site).await.owners, 1);

    owner.post("/v1/reveal", &pack.right()).await.is(200);
    owner.post("/v1/registrations", &registration).await.is(201);
    assert_eq!(points(&farmer).await, (0, 0));
    assert_eq!(sums(&site).await.owners, 0);
    give(&owner, &pack.path(), &[("stars", "2")])
        .await
        .is(200)
        .says("You are shown as a registered owner");
    assert_eq!(points(&owner).await, (70, 0));
    let page = site.browser().open(&pack.path()).await;
    page.says("not shown to be from a buyer");
    lacks(&page, "got points for writing");
}

#[tokio::test]
async fn only_words_with_their_author_s_yes_are_quoted() {
    let site = Site::new().await;
    let (yes, no) = (site.browser(), site.browser());
    let fields = [
        ("stars", "5"),
        ("words", "=The best, \"really\"."),
        ("quote", "yes"),
        ("asked_in", "de"),
    ];
    give(&yes, &tea("TEA1"), &fields)
        .await
        .is(200)
        .says("Acme may quote your words.");
    let fields = [("stars", "5"), ("words", "Do not quote me.")];
    give(&no, &tea("TEA2"), &fields).await.is(200);
    // A yes to no words is none, and medicine is not praised in advertising.
    let pills = format!("/01/{PILLS}/21/PIL2");
    lacks(&no.open(&pills).await, "May Acme quote you");
    let fields = [("stars", "5"), ("words", "It healed me."), ("quote", "yes")];
    give(&no, &pills, &fields).await.is(200);
    let fields = [("stars", "5"), ("quote", "yes")];
    give(&site.browser(), &tea("TEA3"), &fields).await.is(200);

    let key = site.key_with("acme", &[Scope::Feedback]).await;
    let others = site.key_with("globex", &[Scope::Feedback]).await;
    let get = async |key: &str, query: &str| {
        let bearer = format!("Bearer {key}");
        let path = format!("/v1/feedback/quotes{query}");
        site.get(&path, &[("authorization", &bearer)]).await
    };
    let quotes = get(&key, "").await.is(200).json();
    let list = quotes["quotes"].as_array().unwrap();
    assert_eq!(list.len(), 1, "{quotes}");
    let quote = &list[0];
    assert_eq!(quote["words"], "=The best, \"really\".");
    assert_eq!(
        (&quote["batch"], &quote["gtin"]),
        (&json!("T1"), &json!(TEA))
    );
    // The proof: when, and which question in which language.
    let consent = &quote["consent"];
    assert_eq!(consent["at"], "2026-11-24T12:00:00Z");
    assert_eq!(consent["language"], "de");
    let text = consent["text"].as_str().unwrap();
    assert!(
        text.starts_with("Acme darf diese Worte in der Werbung"),
        "{text}"
    );
    assert!(!quotes.to_string().contains("Do not quote me."));
    assert_eq!(get(&others, "").await.is(200).json()["quotes"], json!([]));
    get(&key, "?format=xml").await.is(422);
    let wrong = site.key_with("acme", &[Scope::Signals]).await;
    get(&wrong, "").await.is(403);

    let table = get(&key, "?format=csv").await;
    assert_eq!(
        table.is(200).header("content-type"),
        "text/csv; charset=utf-8"
    );
    let table = table.text();
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains("\"'=The best, \"\"really\"\".\""), "{table}");
    let marketing = site.person("acme", Role::Marketing).await;
    let same = marketing.open(&site, "/desk/feedback/quotes").await;
    assert_eq!(same.is(200).text(), table);

    // The same words keep their first yes; other words need another.
    site.pass(DAY_MS);
    let fields = [
        ("stars", "4"),
        ("words", "=The best, \"really\"."),
        ("quote", "yes"),
    ];
    give(&yes, &tea("TEA1"), &fields).await.is(200);
    let at = |quotes: &Value| quotes["quotes"][0]["consent"]["at"].clone();
    assert_eq!(
        at(&get(&key, "").await.json()),
        json!("2026-11-24T12:00:00Z")
    );
    let fields = [("stars", "4"), ("words", "Good."), ("quote", "yes")];
    give(&yes, &tea("TEA1"), &fields).await.is(200);
    assert_eq!(
        at(&get(&key, "").await.json()),
        json!("2026-11-25T12:00:00Z")
    );

    // What is hidden is not quoted, and what is taken back neither.
    let reference = reference(&yes).await;
    let hide = [("reference", reference.as_str()), ("why", "elsewhere")];
    let chosen = [("reference", reference.as_str())];
    let marketing = site.sign_in(&marketing.id).await;
    let hidden = marketing.submit(&site, "/desk/feedback/hide", &hide).await;
    hidden.is(303);
    assert_eq!(get(&key, "").await.json()["quotes"], json!([]));
    let shown = marketing
        .submit(&site, "/desk/feedback/show", &chosen)
        .await;
    shown.is(303);
    assert_ne!(get(&key, "").await.json()["quotes"], json!([]));
    yes.open("/privacy")
        .await
        .says("Acme may quote what you said of Tea in advertising.");
    press(&yes, "/feedback/unquote", &reference)
        .await
        .is(200)
        .says("Your words may not be quoted any more.");
    assert_eq!(get(&key, "").await.json()["quotes"], json!([]));
    lacks(&yes.open("/privacy").await, "may quote");
    site.browser().open(&tea("TEA2")).await.says("Good.");
}
