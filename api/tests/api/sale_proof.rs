//! What the shop told with its sale, typed by who registers: proven, and what it is not.

use api::scope::Scope;
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    ownership::{self, Keep, holders, kept, take},
    site::{Browser, Reply, Site, TEA, request, unit},
};

const RECEIPT: &str = "R-2026/11-0042-K7";
const DAY_MS: i64 = 86_400_000;

fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

async fn tell(site: &Site, brand: &str, sale: &Value) -> Reply {
    let key = site.key_with(brand, &[Scope::Sales]).await;
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let body = Body::from(sale.to_string());
    site.send(request(Method::POST, "/v1/sales", &headers, body))
        .await
}

async fn sell(site: &Site, serials: &[&str], sold_at: &str, receipt: Option<&str>) {
    let codes: Vec<String> = serials.iter().map(|serial| unit(TEA, serial)).collect();
    let mut sale = json!({ "codes": codes, "sold_at": sold_at, "place": "9506000900025" });
    if let Some(receipt) = receipt {
        sale["receipt"] = receipt.into();
    }
    let status = tell(site, "acme", &sale).await.status.as_u16();
    assert!(matches!(status, 200 | 201), "{status}");
}

const SOLD: &str = "2026-11-24T10:00:00+01:00";

async fn register(browser: &Browser<'_>, serial: &str, receipt: &str) -> Reply {
    let registration = json!({ "path": tea(serial), "receipt": receipt });
    browser.post("/v1/registrations", &registration).await
}

async fn evidence(reply: &Reply) -> String {
    let view = reply.is(201).json();
    view["evidence"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_has_the_receipt_has_proven_it() {
    let site = Site::new().await;
    sell(&site, &["TEA1", "TEA2"], SOLD, Some(RECEIPT)).await;
    let page = site.browser().open(&tea("TEA1")).await;
    page.is(200).says("Number on the receipt");
    let page = site.browser().open(&tea("TEA3")).await;
    assert!(!page.words().contains("Number on the receipt"), "not sold");

    // However it is spelled; each pack of the receipt.
    let own = register(&site.browser(), "TEA1", " r 2026 11 0042 k7 ").await;
    assert_eq!(evidence(&own).await, "proven");
    // Through the page's form.
    let browser = site.browser();
    let csrf = browser.open(&tea("TEA2")).await.field("csrf");
    let path = tea("TEA2");
    let fields = [
        ("csrf", csrf.as_str()),
        ("path", &path),
        ("receipt", RECEIPT),
    ];
    let page = browser.submit("/register", &fields).await;
    page.is(200).says("Proven: by the hidden code");
    // The number is nowhere, as told or as compared.
    assert!(!site.keeps(RECEIPT.as_bytes()) && !site.keeps(b"R2026110042K7"));
}

#[tokio::test]
async fn it_displaces_who_has_less() {
    let site = Site::new().await;
    let stranger = site.browser();
    let first = Keep::of(&ownership::register(&stranger, &tea("TEA1")).await);
    sell(&site, &["TEA1"], SOLD, Some(RECEIPT)).await;
    let buyer = site.browser();
    register(&buyer, "TEA1", "wrong-number").await.is(409);
    let own = register(&buyer, "TEA1", RECEIPT).await;
    assert_eq!(evidence(&own).await, "proven");
    assert_eq!(first.seen(&site).await["state"], "displaced");
    // Proven is not displaced by proven.
    register(&site.browser(), "TEA1", RECEIPT).await.is(409);
    assert_eq!(holders(&site, &tea("TEA1")).await, 1);
}

#[tokio::test]
async fn a_sale_without_one_proves_nothing() {
    let site = Site::new().await;
    sell(&site, &["TEA1"], SOLD, None).await;
    let day = json!({ "path": tea("TEA1"), "receipt": RECEIPT, "bought_on": "2026-11-24" });
    let view = site.browser().post("/v1/registrations", &day).await;
    assert_eq!(evidence(&view).await, "supported");
    // Not sold at all.
    let own = register(&site.browser(), "TEA2", RECEIPT).await;
    assert_eq!(evidence(&own).await, "claimed");
    // Another sale's receipt.
    sell(&site, &["TEA3"], SOLD, Some("another-one-99")).await;
    let own = register(&site.browser(), "TEA3", RECEIPT).await;
    assert_eq!(evidence(&own).await, "claimed");
}

#[tokio::test]
async fn only_the_last_sale_counts() {
    let site = Site::new().await;
    sell(&site, &["TEA1", "TEA2"], SOLD, Some(RECEIPT)).await;
    // Sold again: once with a receipt of its own, once without any.
    sell(
        &site,
        &["TEA1"],
        "2026-11-24T11:00:00+01:00",
        Some("the-second-1"),
    )
    .await;
    sell(&site, &["TEA2"], "2026-11-24T11:00:00+01:00", None).await;
    for serial in ["TEA1", "TEA2"] {
        let own = register(&site.browser(), serial, RECEIPT).await;
        assert_eq!(evidence(&own).await, "claimed", "{serial}");
    }
    let own = register(&site.browser(), "TEA1", "THE SECOND 1").await;
    assert_eq!(evidence(&own).await, "proven");
    // An older sale that is told late changes nothing.
    sell(
        &site,
        &["TEA1"],
        "2026-11-24T09:00:00+01:00",
        Some("late-001"),
    )
    .await;
    register(&site.browser(), "TEA1", "late-001").await.is(409);
}

#[tokio::test]
async fn who_sold_it_on_cannot_take_it_back_with_the_old_receipt() {
    let site = Site::new().await;
    sell(&site, &["TEA1"], SOLD, Some(RECEIPT)).await;
    let seller = site.browser();
    let own = Keep::of(&ownership::register(&seller, &tea("TEA1")).await);
    let link = own.link(&site).await;
    let bought = kept(&take(&site.browser(), &link).await);
    own.act(&site, "/mine/transfer", ("choice", "yes"))
        .await
        .is(200);
    register(&seller, "TEA1", RECEIPT).await.is(409);
    assert_eq!(bought.seen(&site).await["state"], "held");
}

#[tokio::test]
async fn trying_finds_none() {
    let site = Site::new().await;
    sell(&site, &["TEA1"], SOLD, Some(RECEIPT)).await;
    let first = site.browser();
    assert_eq!(
        evidence(&register(&first, "TEA1", "").await).await,
        "claimed"
    );
    for guess in ["000001", "000002", "000003"] {
        register(&site.browser(), "TEA1", guess).await.is(409);
    }
    register(&site.browser(), "TEA1", RECEIPT).await.is(409);
    // They are forgotten 30 days after the last.
    site.pass(31 * DAY_MS);
    let (store, now) = (&site.app.store, site.app.clock.now());
    api::retention::sweep(store, api::retention::Retention::default(), now)
        .await
        .unwrap();
    let own = register(&site.browser(), "TEA1", RECEIPT).await;
    assert_eq!(evidence(&own).await, "proven");
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let site = Site::new().await;
    let sale = json!({ "codes": [unit(TEA, "TEA1")], "sold_at": SOLD, "receipt": "1-2-3" });
    let problem = tell(&site, "acme", &sale).await;
    problem.is(422).says("6 to 64 letters and digits");
    sell(&site, &["TEA1"], SOLD, Some(RECEIPT)).await;
    register(&site.browser(), "TEA1", "1-2-3").await.is(422);
}
