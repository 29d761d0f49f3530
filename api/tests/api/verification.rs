//! Product identifiers verified for the US trade (GS1 Lightweight Messaging 1.0.2).

use api::{organisation::Kind, scope::Scope};
use serde_json::{Value, json};

use crate::site::{PILLS, Reply, Site, TEA};

const REQUESTER: &str = "9521000000001";

async fn ask(site: &Site, brand: &str, path: &str) -> Reply {
    let key = site.key_with(brand, &[Scope::Verification]).await;
    let bearer = format!("Bearer {key}");
    site.get(path, &[("authorization", &bearer)]).await
}

fn path(lot: &str, serial: &str, exp: &str) -> String {
    format!("/verify/gtin/{PILLS}/lot/{lot}/ser/{serial}?exp={exp}&reqGLN={REQUESTER}")
}

#[tokio::test]
async fn verified_or_why_not() {
    let site = Site::new().await;
    let brand = r#"{"type":"brand","id":"acme","name":"Acme","prefixes":["9506000"],"gln":"9506000900018"}"#;
    assert!(site.import(brand).await.problems.is_empty());
    let check = async |lot: &str, serial: &str, exp: &str, expected: Value| {
        let answer = ask(&site, "acme", &path(lot, serial, exp)).await;
        let answer = answer.is(200).json();
        assert_eq!(answer["data"], expected, "{lot} {serial} {exp}");
        assert_eq!(answer["responderGLN"], "9506000900018");
        assert_eq!(answer["verificationTimestamp"], "2026-11-24T12:00:00Z");
    };
    let fails = |reason: &str| json!({ "verified": false, "verificationFailureReason": reason });
    check("P2", "PIL2", "280630", json!({ "verified": true })).await;
    let recalled = json!({ "verified": true, "additionalInfo": "recalled" });
    check("P1", "PIL1", "280630", recalled).await;
    check("P2", "PIL9", "280630", fails("No_match_GTIN_Serial")).await;
    check("P1", "PIL2", "280630", fails("No_match_GTIN_Serial_Lot")).await;
    check("P2", "PIL2", "280530", fails("No_match_GTIN_Serial_Expiry")).await;
    check(
        "P1",
        "PIL2",
        "280530",
        fails("No_match_GTIN_Serial_Lot_Expiry"),
    )
    .await;
    check(
        "P9",
        "PIL2",
        "280530",
        fails("No_match_GTIN_Serial_Lot_Expiry"),
    )
    .await;
    // None of that was a consumer's check.
    let page = format!("/01/{PILLS}/21/PIL2");
    let answer = site.get(&page, &[("accept", "application/json")]).await;
    assert_eq!(answer.json()["unit"]["checks"], 0);
}

#[tokio::test]
async fn a_stolen_pack_is_suspect() {
    let site = Site::new().await;
    let key = site.key_with("acme", &[Scope::Packs]).await;
    let bearer = format!("Bearer {key}");
    let stolen = json!({
        "act": "stolen", "code": format!("(01){PILLS}(21)PIL2"), "site": "9506000900025",
    });
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let body = axum::body::Body::from(stolen.to_string());
    let sent = crate::site::request(axum::http::Method::POST, "/v1/packs", &headers, body);
    site.send(sent).await.is(200);
    let answer = ask(&site, "acme", &path("P2", "PIL2", "280630"))
        .await
        .json();
    assert_eq!(
        answer["data"],
        json!({
            "verified": false,
            "verificationFailureReason": "No_reason_provided",
            "additionalInfo": "suspect",
        })
    );
}

#[tokio::test]
async fn the_question_comes_back_and_bad_ones_are_told() {
    let site = Site::new().await;
    let id = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    let good = path("P2", "PIL2", "280630");
    let asked = format!("{good}&corrUUID={id}&linkType=verificationService");
    let answer = ask(&site, "acme", &asked).await.is(200).json();
    assert_eq!(answer["corrUUID"], id);
    assert_eq!(answer["responderGLN"], Value::Null);
    let check = async |path: &str, says: &str| {
        ask(&site, "acme", path).await.is(400).says(says);
    };
    check(&path("P2", "PIL2", "281330"), "YYMMDD").await;
    check(&good.replace(REQUESTER, "9521000000002"), "`reqGLN`").await;
    check(&good.replace("&reqGLN", "&other"), "`reqGLN`").await;
    check(&good.replace(PILLS, "09506000100028"), "check digit").await;
    check(&good.replace("PIL2", "PIL%20"), "the serial has 1 to 20").await;
    check(&format!("{good}&corrUUID=%20"), "UUID").await;
    let other = good.replace(PILLS, "09521000000018");
    ask(&site, "acme", &other).await.is(404);
    ask(&site, "globex", &good)
        .await
        .is(403)
        .says("another brand");
}

#[tokio::test]
async fn a_trading_partner_asks_about_any_brand_s_pack() {
    let site = Site::new().await;
    site.admit("wholesaler", Kind::Partner).await;
    let scopes = [Scope::Verification];
    let key = site.key_of("wholesaler", Kind::Partner, &scopes).await;
    let bearer = format!("Bearer {key}");
    let headers = [("authorization", bearer.as_str())];
    let answer = site.get(&path("P2", "PIL2", "280630"), &headers).await;
    let answer = answer.is(200).json();
    assert_eq!(answer["data"], json!({ "verified": true }));
    let there = format!("/checkConnectivity?gtin={TEA}&reqGLN={REQUESTER}");
    site.get(&there, &headers).await.is(200);
}

#[tokio::test]
async fn connectivity() {
    let site = Site::new().await;
    let path = format!("/checkConnectivity?gtin={TEA}&reqGLN={REQUESTER}");
    let answer = ask(&site, "acme", &path).await.is(200).json();
    assert_eq!(answer["supportedVersions"], json!(["1.0.2"]));
    ask(&site, "globex", &path).await.is(403);
    let bad = path.replace(TEA, "12");
    ask(&site, "acme", &bad).await.is(400).says("14 digits");
}
