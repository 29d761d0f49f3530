//! Links that don't lead where they seem to: at `/check`, `/v1/verify` and `/v1/brands`.

use serde_json::{Value, json};

use crate::site::{Site, TEA};

/// Acme with its domains.
const ACME: &str = r#"{"type":"brand","id":"acme","name":"Acme","prefixes":["9506000"],"contact":{"email":"care@acme.example"},"domains":["acmetea.example"]}"#;

async fn site() -> Site {
    let site = Site::new().await;
    assert!(site.import(ACME).await.problems.is_empty());
    site
}

async fn verified(site: &Site, code: &str) -> Value {
    let reply = site.post("/v1/verify", &json!({ "code": code })).await;
    reply.is(200).json()
}

#[tokio::test]
async fn a_product_s_link_that_leads_elsewhere() {
    let site = site().await;
    let check = async |host: &str, expected: &str| {
        let answer = verified(&site, &format!("https://{host}/01/{TEA}/21/TEA1")).await;
        assert_eq!(answer["verdict"]["standing"], expected, "{host}");
        answer
    };
    check("acmetea.example", "issued").await;
    check("www.acmetea.example", "issued").await;
    check("id.gs1.org", "issued").await;
    // This server.
    check("check.example", "issued").await;
    let elsewhere = check("tea-check.example", "suspect").await;
    let reason = &elsewhere["verdict"]["reasons"][0];
    assert_eq!(reason["kind"], "foreign-link");
    assert_eq!(reason["evidence"]["host"]["text"], "tea-check.example");
    let path = format!("/check?code=https%3A%2F%2Ftea-check.example%2F01%2F{TEA}");
    let page = site.browser().open(&path).await;
    page.is(200)
        .says("This code does not lead to Acme. It leads to tea-check.example.");
    // An element string leads nowhere.
    let plain = verified(&site, &format!("(01){TEA}(21)TEA1")).await;
    assert_eq!(plain["verdict"]["standing"], "issued");
}

#[tokio::test]
async fn a_brand_that_names_no_domains_has_none_to_differ_from() {
    let site = Site::new().await;
    let answer = verified(&site, &format!("https://a.example/01/{TEA}/21/TEA1")).await;
    assert_eq!(answer["verdict"]["standing"], "issued");
}

#[tokio::test]
async fn a_link_that_looks_like_the_brand_s_is_named_and_opened_by_a_tap_alone() {
    let site = site().await;
    let check = async |link: &str, expected: Option<&str>| {
        let answer = verified(&site, link).await;
        assert_eq!(answer["code"]["pretends"].as_str(), expected, "{link}");
    };
    check("https://acmetee.example/win", Some("Acme")).await;
    check(&format!("https://shop.example/?gtin={TEA}"), Some("Acme")).await;
    check("https://acmetea.example/win", None).await;
    check("https://example.com/menu", None).await;
    let page = site
        .browser()
        .open("/check?code=https%3A%2F%2Facmetee.example%2Fwin")
        .await;
    page.is(200)
        .says("This code does not lead to Acme")
        .says("Open acmetee.example");
    assert!(page.header("refresh").is_empty());
}

#[tokio::test]
async fn the_list_that_phones_judge_by() {
    let site = site().await;
    let list = site.get("/v1/brands", &[]).await.is(200).json();
    let acme = json!({"name": "Acme", "domains": ["acmetea.example"], "prefixes": ["9506000"]});
    // Globex names none.
    assert_eq!(list, json!({ "brands": [acme] }));
    for domain in [
        "Acme.example",
        "https://acme.example",
        "acme",
        "a..b",
        "bücher.example",
    ] {
        let wrong = ACME.replace("acmetea.example", domain);
        let report = site.import(&wrong).await;
        assert!(report.to_string().contains("domains"), "{domain}: {report}");
    }
}
