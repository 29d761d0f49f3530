//! What a brand advises about a batch: what can harm first, and days counted.

use serde_json::json;

use crate::site::{Site, TEA};

const DAY_MS: i64 = 86_400_000;

fn batch(more: &str) -> String {
    format!(r#"{{"type":"batch","gtin":"{TEA}","batch":"T1","best_before":"2026-12-24"{more}}}"#)
}

#[tokio::test]
async fn what_can_harm_comes_first_and_days_are_counted() {
    let site = Site::new().await;
    let more = r#","origin":{"en":"Two gardens."},"serving":{"en":"Three minutes.","de":"Drei Minuten."},"storage":{"en":"Dry."},"dose":{"en":"One cup."},"care":{"en":"Rinse the pot."},"allergens":{"en":"None known."},"safety":{"en":"Boiling water scalds."}"#;
    assert!(site.import(&batch(more)).await.problems.is_empty());
    let path = format!("/01/{TEA}/10/T1");
    let page = site.browser().open(&path).await;
    page.is(200)
        .says("Batch T1 Allergens: None known. Mind: Boiling water scalds.")
        .says("Dose One cup.")
        .says("Preparing and serving Three minutes.")
        .says("Keeping Dry.")
        .says("Care Rinse the pot.")
        .says("Where it comes from Two gardens.")
        .says("30 more days");
    let german = site.browser().open(&format!("{path}?lang=de")).await;
    german.says("Zubereiten und servieren Drei Minuten.");

    let days = async |left: i64, words: &str| {
        let asked = json!({ "code": format!("(01){TEA}(10)T1") });
        let answer = site.post("/v1/verify", &asked).await.is(200).json();
        assert_eq!(answer["batch"]["days_left"], left);
        site.browser().open(&path).await.says(words);
    };
    site.pass(29 * DAY_MS);
    days(1, "one more day").await;
    site.pass(DAY_MS);
    days(0, "the last day").await;
    site.pass(DAY_MS);
    days(-1, "over since yesterday").await;
}

#[tokio::test]
async fn the_product_speaks_where_the_batch_does_not() {
    let site = Site::new().await;
    let tea = format!(
        r#"{{"type":"product","brand":"acme","gtin":"{TEA}","name":{{"en":"Tea"}},"sector":"food","allergens":{{"en":"Gluten."}},"serials":"declared"}}"#
    );
    assert!(site.import(&tea).await.problems.is_empty());
    for path in [format!("/01/{TEA}"), format!("/01/{TEA}/10/T1")] {
        site.browser().open(&path).await.says("Allergens: Gluten.");
    }
    let own = batch(r#","allergens":{"en":"Sesame."}"#);
    assert!(site.import(&own).await.problems.is_empty());
    let page = site.browser().open(&format!("/01/{TEA}/10/T1")).await;
    assert!(!page.says("Allergens: Sesame.").words().contains("Gluten."));
}
