//! Whether to use a safety-critical product meanwhile, and whom to ask: in the brand's words.

use crate::site::{PILLS, Reply, Site};

/// Acme's pills, with what to do while something is wrong with them.
const SAFE: &str = r#"{"type":"product","brand":"acme","gtin":"09506000100029","name":{"en":"Pills"},"sector":"medicine","compare":[{"en":"The blister is silver."}],"safety_critical":true,"safety":{"meanwhile":{"en":"Take another pack.","de":"Nehmen Sie eine andere Packung."},"ask":{"en":"Ask our line."},"contact":{"phone":"+48 58 112 112"}},"serials":"declared"}"#;

/// What comes before what on the page.
fn order(reply: &Reply, first: &str, second: &str) {
    // The title names the standing, whatever stands first.
    let words = reply.words();
    let words = words.split_once("not been checked again.").unwrap().1;
    let at = |part: &str| {
        words
            .find(part)
            .unwrap_or_else(|| panic!("{part}: {words}"))
    };
    assert!(at(first) < at(second), "{words}");
}

#[tokio::test]
async fn it_is_said_first() {
    let site = Site::new().await;
    assert!(site.import(SAFE).await.problems.is_empty());
    let browser = site.browser();
    let never = browser.open(&format!("/01/{PILLS}/21/FAKE1")).await;
    order(&never, "Do not use it.", "Take another pack.");
    order(&never, "+48 58 112 112", "Not issued by Acme");
    let path = format!("/01/{PILLS}/21/FAKE1?lang=de");
    let german = site.browser().open(&path).await;
    german.says("Nicht benutzen. Nehmen Sie eine andere Packung. Ask our line.");
    // A recall alone comes before it.
    let recalled = browser.open(&format!("/01/{PILLS}/21/PIL1")).await;
    order(&recalled, "Recalled: stop using", "Take another pack.");
    order(&recalled, "Take another pack.", "Product safety recall");
    // Nothing is wrong: nothing is said.
    let fine = browser.open(&format!("/01/{PILLS}/21/PIL2")).await;
    assert!(!fine.is(200).words().contains("Take another pack."));

    // A pack that looks wrong is in trouble, too.
    let (csrf, path) = (fine.field("csrf"), fine.field("path"));
    let no = [("csrf", &*csrf), ("path", &*path), ("look1", "no")];
    let differs = browser.submit("/compare", &no).await;
    order(&differs, "Take another pack.", "Your pack differs");
}

#[tokio::test]
async fn it_must_be_about_something() {
    let site = Site::new().await;
    let harmless = SAFE.replace(r#""safety_critical":true,"#, "");
    let report = site.import(&harmless).await;
    assert!(report.to_string().contains("safety"), "{report}");
    let silent = SAFE.replace(r#""ask":{"en":"Ask our line."},"#, "");
    let report = site.import(&silent).await;
    assert!(report.to_string().contains("safety.ask"), "{report}");
}
