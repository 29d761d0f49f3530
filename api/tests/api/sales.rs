//! `POST /v1/sales`: a till's sales.

use api::scope::Scope;
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{APPLE, PILLS, Reply, Site, TEA, request, unit};

async fn sell(site: &Site, brand: &str, sale: &Value) -> Reply {
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

async fn state(site: &Site, gtin: &str, serial: &str) -> Value {
    let path = format!("/01/{gtin}/21/{serial}");
    let answer = site.get(&path, &[("accept", "application/json")]).await;
    answer.json()["unit"]["state"].clone()
}

fn sale() -> Value {
    json!({
        "codes": [unit(TEA, "TEA1"), format!("(01){TEA}(10)T1(21)TEA2")],
        "sold_at": "2026-11-24T12:30:00+01:00",
        "place": "9506000900025",
    })
}

#[tokio::test]
async fn what_was_sold_is_sold() {
    let site = Site::new().await;
    let reply = sell(&site, "acme", &sale()).await;
    let sold = reply.is(201).json();
    assert_eq!((&sold["packs"], &sold["known"]), (&json!(2), &json!(false)));
    assert!(
        sold["event"]
            .as_str()
            .unwrap()
            .starts_with("ni:///sha-256;")
    );
    for serial in ["TEA1", "TEA2"] {
        assert_eq!(state(&site, TEA, serial).await, "sold", "{serial}");
    }
    assert_eq!(state(&site, TEA, "TEA3").await, "active");
    let page = site.browser().open(&format!("/01/{TEA}/21/TEA1")).await;
    page.is(200).says("Corner Shop, Warszawa");
}

#[tokio::test]
async fn the_same_sale_is_told_once() {
    let site = Site::new().await;
    let first = sell(&site, "acme", &sale()).await.is(201).json();
    // In another order, another spelling, and twice within it.
    let mut again = sale();
    again["codes"] = json!([
        format!("01{TEA}21TEA2"),
        format!("https://check.example/01/{TEA}/21/TEA1"),
        unit(TEA, "TEA1"),
    ]);
    let second = sell(&site, "acme", &again).await.is(200).json();
    assert_eq!(first["event"], second["event"]);
    assert_eq!(second["known"], true);
    let count = site
        .app
        .store
        .read(|db| db.count_events("acme"))
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn what_is_no_sale_keeps_nothing() {
    let site = Site::new().await;
    let check = async |field: &str, value: Value, says: &str| {
        let mut sale = sale();
        sale[field] = value;
        let reply = sell(&site, "acme", &sale).await;
        reply.is(422).says(&format!("The field `{field}` is wrong"));
        reply.says(says);
    };
    check("codes", json!([]), "1 to 1000").await;
    check("codes", json!(vec![unit(TEA, "TEA1"); 1001]), "1 to 1000").await;
    check("codes", json!([format!("(01){APPLE}")]), "no single pack").await;
    check("codes", json!(["hello"]), "no single pack").await;
    check(
        "codes",
        json!(["(01)09506000100013(21)A"]),
        "no single pack",
    )
    .await;
    check("sold_at", json!("yesterday"), "with an offset").await;
    check("sold_at", json!("2026-11-24T12:30:00"), "with an offset").await;
    check("sold_at", json!("2027-01-01T12:30:00Z"), "with an offset").await;
    check("place", json!("Corner Shop"), "13 digits of a GLN").await;
    check("place", json!("9506000900026"), "13 digits of a GLN").await;
    // One good code does not carry a bad one.
    check(
        "codes",
        json!([unit(TEA, "TEA3"), "hello"]),
        "no single pack",
    )
    .await;
    assert_eq!(state(&site, TEA, "TEA3").await, "active");
}

#[tokio::test]
async fn nobody_sells_another_brand_s_packs() {
    let site = Site::new().await;
    let mut sale = sale();
    sale["codes"] = json!([unit(PILLS, "PIL2")]);
    sell(&site, "globex", &sale).await.is(422);
    assert_eq!(state(&site, PILLS, "PIL2").await, "active");
    sell(&site, "acme", &sale).await.is(201);
    assert_eq!(state(&site, PILLS, "PIL2").await, "sold");
}

/// A till's list: sales of several packs, a wrong one among them, and the same list again.
#[tokio::test]
async fn a_list_of_sales_is_told_by_the_command() {
    let site = Site::new().await;
    let api::store::Address::Sqlite(path) = &site.address else {
        // A program of its own reaches the database of a test by its file.
        return;
    };
    let list = site.folder.path().join("sales.csv");
    let rows = format!(
        "code,sold_at,place,receipt\n\
         {},2026-11-24T12:30:00+01:00,9506000900025,K7QX-2611-42\n\
         (01){TEA}(21)TEA2, 2026-11-24T12:30:00+01:00,9506000900025,K7QX-2611-42\n\
         (01){TEA},2026-11-24T12:31:00+01:00,,\n\
         (01){TEA}(21)TEA3,yesterday,,\n\
         (01){TEA}(21)TEA4,2026-11-24T12:32:00+01:00,,\n",
        unit(TEA, "TEA1")
    );
    std::fs::write(&list, rows).unwrap();
    let database = format!("sqlite:{}", path.display());
    let run = |brand: &str| {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .arg("sales")
            .arg(&list)
            .args(["--brand", brand, "--database", &database])
            .output()
            .unwrap();
        let text = [done.stdout, done.stderr].concat();
        (done.status.success(), String::from_utf8(text).unwrap())
    };
    let (is_done, said) = run("acme");
    assert!(!is_done, "two are wrong");
    assert!(
        said.contains("line 4: ") && said.contains("line 5: "),
        "{said}"
    );
    assert!(said.contains("new: 2, told before: 0, wrong: 2"), "{said}");
    let (_, said) = run("acme");
    assert!(said.contains("new: 0, told before: 2, wrong: 2"), "{said}");
    let (is_done, said) = run("nobody");
    assert!(!is_done && said.contains("no brand `nobody`"), "{said}");
    for (serial, expected) in [
        ("TEA1", "sold"),
        ("TEA2", "sold"),
        ("TEA3", "active"),
        ("TEA4", "sold"),
    ] {
        assert_eq!(state(&site, TEA, serial).await, expected, "{serial}");
    }
}
