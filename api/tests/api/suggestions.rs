//! What brands' rules suggest: nothing without a yes, each with its reason, and what never.

use serde_json::json;

use crate::site::{APPLE, Browser, MUG, Reply, Site, TEA};

/// Of tea: mugs go with it (in Poland and Germany), apples take its place, and tea is due again
/// after thirty days.
async fn rules(site: &Site, mug_markets: &str) {
    let tea = format!(
        r#"{{"type":"product","brand":"acme","gtin":"{TEA}","name":{{"en":"Tea"}},"sector":"food","serials":"declared","suggests":[{{"kind":"goes-with","gtin":"{MUG}","markets":[{mug_markets}]}},{{"kind":"replaces","gtin":"{APPLE}"}},{{"kind":"refill-due","gtin":"{TEA}","after_days":30}}]}}"#
    );
    let report = site.import(&tea).await;
    assert!(report.problems.is_empty(), "{report}");
}

fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

async fn choose(browser: &Browser<'_>, choice: &str) -> Reply {
    let page = browser.open(&tea("TEA1")).await;
    let path = tea("TEA1");
    let fields = [
        ("csrf", &*page.field("csrf")),
        ("choice", choice),
        ("path", &*path),
    ];
    browser.submit("/suggestions", &fields).await
}

async fn register(browser: &Browser<'_>, path: &str, on: &str) {
    let registration = json!({ "path": path, "bought_on": on });
    let reply = browser.post("/v1/registrations", &registration).await;
    reply.is(201);
}

const MUG_WHY: &str = "Because Acme says that it goes with Tea.";
const APPLE_WHY: &str = "Because Acme says that it took the place of Tea.";
const TEA_WHY: &str = "days ago, and Acme says that it is used up by now.";

/// Which of the three a page says, in their order.
#[track_caller]
fn says(page: &Reply) -> Vec<&'static str> {
    let words = page.is(200).words();
    let all = [MUG_WHY, APPLE_WHY, TEA_WHY];
    all.into_iter().filter(|why| words.contains(why)).collect()
}

#[tokio::test]
async fn nothing_without_a_yes_and_its_end_at_any_time() {
    let site = Site::new().await;
    let browser = site.browser();
    // A product without rules asks nothing.
    let page = browser.open(&tea("TEA1")).await;
    assert!(!page.words().contains("Yes, show suggestions"));
    rules(&site, "").await;
    let page = browser.open(&tea("TEA1")).await;
    page.says("Yes, show suggestions").says("told to nobody");
    assert!(says(&page).is_empty());
    let chosen = choose(&browser, "on").await;
    assert_eq!(chosen.is(303).header("location"), tea("TEA1"));
    let page = browser.open(&tea("TEA1")).await;
    assert_eq!(says(&page), [MUG_WHY, APPLE_WHY]);
    assert!(says(&site.browser().open(&tea("TEA1")).await).is_empty());
    // Kept with what was asked, and forgotten.
    let csrf = browser.open("/privacy").await.field("csrf");
    let all = browser.submit("/privacy/export", &[("csrf", &*csrf)]).await;
    let consent = &all.json()["suggestions"];
    assert_eq!(consent["at"], "2026-11-24T12:00:00Z");
    assert!(consent["text"].as_str().unwrap().contains("told to nobody"));
    choose(&browser, "off").await.is(303);
    assert!(says(&browser.open(&tea("TEA1")).await).is_empty());
    let forged = [("csrf", "00"), ("choice", "on")];
    browser.submit("/suggestions", &forged).await.is(403);
}

#[tokio::test]
async fn never_what_is_owned_and_a_refill_when_it_is_due() {
    let site = Site::new().await;
    rules(&site, "").await;
    let browser = site.browser();
    choose(&browser, "on").await.is(303);
    register(&browser, &tea("TEA1"), "2026-10-20").await;
    for page in [
        browser.open(&tea("TEA1")).await,
        browser.open("/mine").await,
    ] {
        assert_eq!(says(&page), [MUG_WHY, APPLE_WHY, TEA_WHY]);
        page.says("Because you got Tea 35 days ago");
    }
    register(&browser, &format!("/01/{MUG}/21/MUG1"), "2026-11-20").await;
    let page = browser.open(&tea("TEA1")).await;
    assert_eq!(says(&page), [APPLE_WHY, TEA_WHY]);
    // Whoever got more of it waits again.
    register(&browser, &tea("TEA2"), "2026-11-20").await;
    for page in [
        browser.open(&tea("TEA1")).await,
        browser.open("/mine").await,
    ] {
        assert_eq!(says(&page), [APPLE_WHY]);
    }
    // Another's packs are another's.
    let other = site.browser();
    choose(&other, "on").await.is(303);
    assert_eq!(says(&other.open(&tea("TEA1")).await), [MUG_WHY, APPLE_WHY]);
}

#[tokio::test]
async fn never_what_is_recalled_or_out_of_market_nor_beside_a_pack_in_trouble() {
    let site = Site::new().await;
    rules(&site, "\"FR\"").await;
    let browser = site.browser();
    choose(&browser, "on").await.is(303);
    // The batch is for two countries: nobody knows which.
    assert_eq!(says(&browser.open(&tea("TEA1")).await), [APPLE_WHY]);
    let here = format!("{}?near=52.23,21.01", tea("TEA1"));
    assert_eq!(says(&browser.open(&here).await), [APPLE_WHY]);
    rules(&site, "\"PL\"").await;
    assert_eq!(says(&browser.open(&tea("TEA1")).await), [APPLE_WHY]);
    assert_eq!(says(&browser.open(&here).await), [MUG_WHY, APPLE_WHY]);

    let recall = |id: &str, gtin: &str, batch: &str| {
        format!(
            r#"{{"type":"recall","id":"{id}","gtin":"{gtin}","batches":["{batch}"],"on":"2026-11-24","hazard":{{"en":"It may burst."}},"instruction":{{"en":"Stop."}},"remedies":["refund"],"contact":{{"phone":"+48 1"}}}}"#
        )
    };
    let import = async |text: String| {
        let report = site.import(&text).await;
        assert!(report.problems.is_empty(), "{report}");
    };
    import(recall("R-A", APPLE, "A1")).await;
    assert_eq!(says(&browser.open(&here).await), [MUG_WHY]);
    // Of a recalled pack its page says nothing else.
    import(recall("R-T", TEA, "T1")).await;
    let page = browser.open(&here).await;
    assert!(says(&page).is_empty());
    assert!(!page.words().contains("Suggestions"));
}

#[tokio::test]
async fn rules_come_in_with_the_product_and_go_out_again() {
    let site = Site::new().await;
    rules(&site, "\"PL\"").await;
    let read = site.app.store.read(|db| db.product(&TEA.parse().unwrap()));
    let product = read.await.unwrap().unwrap();
    assert_eq!(product.record.suggests.len(), 3);
    assert_eq!(product.record.suggests[0].markets, ["PL"]);
    let with = |rule: &str| {
        format!(
            r#"{{"type":"product","brand":"acme","gtin":"{TEA}","name":{{"en":"Tea"}},"sector":"food","serials":"declared","suggests":[{rule}]}}"#
        )
    };
    for (rule, field) in [
        (
            r#"{"kind":"buy-more","gtin":"09506000100012"}"#,
            "suggests.kind",
        ),
        (
            r#"{"kind":"refill-due","gtin":"09506000100012"}"#,
            "suggests.kind",
        ),
        (r#"{"kind":"goes-with","gtin":"09506000100013"}"#, "gtin"),
        (
            r#"{"kind":"goes-with","gtin":"09506000100012","markets":["Poland"]}"#,
            "suggests.markets",
        ),
    ] {
        let report = site.import(&with(rule)).await;
        assert!(!report.is_kept, "{rule}");
        assert!(report.to_string().contains(field), "{report}");
    }
}
