//! A product's number: in-house ones, numbers that changed, and what a pack consists of.

use serde_json::{Value, json};

use crate::{
    issue::issue,
    site::{NOW, Site, TEA, observed, unit},
    verify::ask,
};

/// In-house: nobody's outside of the house.
const OLD: &str = "00400000000015";
const NEW: &str = "09506000100067";

const IN_HOUSE: &str = r#"
{"type":"product","brand":"acme","gtin":"00400000000015","name":{"en":"Jam"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"00400000000015","batch":"J1"}
{"type":"units","gtin":"00400000000015","batch":"J1","serials":["JAM1"]}
"#;

const MOVED: &str = r#"{"type":"product","brand":"acme","gtin":"09506000100067","name":{"en":"Better jam"},"sector":"food","serials":"partial","replaces":["00400000000015"]}"#;

async fn import(site: &Site, records: &str) {
    let report = site.import(records).await;
    assert_eq!(report.wrong, 0, "{report}");
}

async fn refused(site: &Site, record: &str, expected: &str) {
    let report = site.import(record).await;
    let told = report.to_string();
    assert!(told.contains(expected), "{told}");
}

fn kinds(answer: &Value) -> Vec<&str> {
    let reasons = answer["verdict"]["reasons"].as_array().unwrap();
    reasons
        .iter()
        .map(|reason| reason["kind"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn in_house_numbers_need_no_prefix_and_are_told_as_such() {
    let site = Site::new().await;
    import(&site, IN_HOUSE).await;
    let answer = ask(&site, &unit(OLD, "JAM1")).await;
    assert_eq!(answer["verdict"]["standing"], "issued");
    assert!(kinds(&answer).contains(&"in-house-number"));
    let page = site
        .get(&format!("/01/{OLD}/21/JAM1"), &[("accept", "text/html")])
        .await;
    page.says("The product's number is Acme's own, without a GS1 licence.");
    let answer = ask(&site, &unit(TEA, "TEA1")).await;
    assert!(!kinds(&answer).contains(&"in-house-number"));

    let other = IN_HOUSE.replace("acme", "globex");
    refused(
        &site,
        &other,
        "is in use here by the brand `acme`; take another one",
    )
    .await;
    let brand = r#"{"type":"brand","id":"third","name":"Third","prefixes":["0400000"]}"#;
    refused(
        &site,
        brand,
        "prefixes: `0400000` is of the in-house numbers",
    )
    .await;
    let theft = observed(
        &unit(OLD, "JAM1"),
        NOW,
        "shipping",
        "stolen",
        "9506000900018",
    );
    let job = site.capture("globex", json!([theft])).await;
    assert!(
        job.to_string().contains("belongs to another brand"),
        "{job}"
    );
}

#[tokio::test]
async fn a_number_changes_and_old_labels_answer_as_the_product_of_today() {
    let site = Site::new().await;
    import(&site, IN_HOUSE).await;
    let key = site.folder.path().join("issue-key");
    let arguments = [
        "--gtin", OLD, "--batch", "J1", "--count", "1", "--format", "links",
    ];
    let links = issue(&site, &key, &arguments).unwrap();
    import(&site, MOVED).await;
    let check = async |code: &str, expected: &str| {
        let answer = ask(&site, code).await;
        assert_eq!(answer["verdict"]["standing"], expected, "{code}");
        assert_eq!(answer["product"]["name"], "Better jam");
        assert_eq!(answer["product"]["gtin"], NEW);
        assert!(!kinds(&answer).contains(&"in-house-number"));
    };
    check(&unit(OLD, "JAM1"), "issued").await;
    check(&links[0], "issued").await;
    check(&unit(OLD, "JAM9"), "not-issued").await;
    // The old serials were given under the old number.
    check(&unit(NEW, "JAM1"), "unknown").await;

    let recall = r#"{"type":"recall","id":"J","gtin":"09506000100067","on":"2026-11-20","hazard":{"en":"Glass."},"instruction":{"en":"Stop."},"remedies":["refund"]}"#;
    import(&site, recall).await;
    check(&unit(OLD, "JAM1"), "recalled").await;
}

#[tokio::test]
async fn numbers_that_replace_each_other_make_no_circle() {
    let site = Site::new().await;
    import(&site, IN_HOUSE).await;
    import(&site, MOVED).await;
    let of = |gtin: &str, replaced: &str| {
        MOVED
            .replace(NEW, "GTIN")
            .replace(OLD, replaced)
            .replace("GTIN", gtin)
    };
    refused(&site, &of(NEW, NEW), "is this product, or took its place").await;
    refused(&site, &of(OLD, NEW), "is this product, or took its place").await;
    refused(
        &site,
        &of(TEA, OLD),
        "`00400000000015` was replaced by `09506000100067`",
    )
    .await;
    refused(
        &site,
        &of(TEA, "09506000100074"),
        "the brand has no product `09506000100074`",
    )
    .await;
    // One more change, and back to two products.
    import(&site, &of(TEA, NEW)).await;
    let answer = ask(&site, &unit(OLD, "JAM1")).await;
    assert_eq!(answer["product"]["gtin"], TEA);
    import(
        &site,
        &MOVED.replace(r#","replaces":["00400000000015"]"#, ""),
    )
    .await;
    let answer = ask(&site, &unit(OLD, "JAM1")).await;
    assert_eq!(answer["product"]["gtin"], OLD);
}

#[tokio::test]
async fn a_pack_s_parts_are_told_by_the_market_of_its_batch() {
    let site = Site::new().await;
    let product = json!({
        "type": "product", "brand": "acme", "gtin": TEA, "name": {"en": "Tea"}, "sector": "food",
        "serials": "declared", "parts": [
            {"name": {"en": "Tin"}, "material": "metal", "grams": 40.5, "recycled_percent": 30.0,
             "reusable": true, "advice": {"en": "Keep it."}},
            {"name": {"en": "Bag"}, "material": "paper", "markets": ["PL"], "advice": {"en": "Paper."}},
            {"name": {"en": "Film"}, "material": "plastic", "markets": ["US"], "advice": {"en": "Bin."}},
        ],
    });
    import(&site, &product.to_string()).await;
    let answer = ask(&site, &unit(TEA, "TEA1")).await;
    let parts = answer["product"]["parts"].as_array().unwrap();
    let names: Vec<&str> = parts
        .iter()
        .map(|part| part["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Tin", "Bag"]);
    let page = site
        .get(&format!("/01/{TEA}/21/TEA1"), &[("accept", "text/html")])
        .await;
    page.says("Metal · 40.5 g · 30 % recycled · reusable");
    let wrong = product.to_string().replace("30.0", "130");
    refused(
        &site,
        &wrong,
        "parts.recycled_percent: is no share of a hundred",
    )
    .await;
}
