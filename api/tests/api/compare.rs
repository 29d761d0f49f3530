//! `POST /compare`: three questions beside the picture, by a browser without a script.

use crate::site::{Site, TEA};

/// A second product of Acme's, whose parts have names.
const KETTLE: &str = r#"{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Kettle","de":"Kessel"},"sector":"household","compare":[{"part":{"en":"Seal","de":"Siegel"},"look":{"en":"The seal is whole.","de":"Das Siegel ist heil."},"at":{"x":50,"y":12.5}},{"en":"The lid is copper."},{"part":{"en":"Batch"},"look":{"en":"The batch is pressed in."}},{"en":"It weighs 900 g."}],"serials":"not-numbered"}"#;

async fn answered(site: &Site, answers: &[(&str, &str)]) -> crate::site::Reply {
    let browser = site.browser();
    let page = browser.open("/01/09506000100050").await;
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let mut fields = vec![("csrf", csrf.as_str()), ("path", path.as_str())];
    fields.extend(answers);
    browser.submit("/compare", &fields).await
}

#[tokio::test]
async fn a_no_says_not_to_use_it() {
    let site = Site::new().await;
    assert!(site.import(KETTLE).await.problems.is_empty());
    let page = site.browser().open("/01/09506000100050").await;
    page.is(200)
        .says("1. Seal The seal is whole.")
        .says("2. The lid is copper.")
        .says("Look at this, too It weighs 900 g.");
    let yes = [("look1", "yes"), ("look2", "yes"), ("look3", "yes")];
    answered(&site, &yes)
        .await
        .is(200)
        .says("It looks as it should");
    let no = [("look1", "no"), ("look2", "yes"), ("look3", "no")];
    let differs = answered(&site, &no).await;
    differs
        .is(200)
        .says("Do not use it")
        .says("Seal The seal is whole.")
        .says("care@acme.example");
    assert!(!differs.words().contains("The lid is copper."));
    // Silence is no yes.
    answered(&site, &[("look1", "yes")]).await.is(422);
}

#[tokio::test]
async fn a_sentence_alone_is_asked_about_as_before() {
    let site = Site::new().await;
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}/21/TEA1")).await;
    page.is(200).says("The seal is green.");
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("path", path.as_str()),
        ("look1", "yes"),
    ];
    browser
        .submit("/compare", &fields)
        .await
        .is(200)
        .says("no proof");
}

#[tokio::test]
async fn where_a_part_is_must_be_on_the_picture() {
    let site = Site::new().await;
    let off = KETTLE.replace("12.5", "120");
    let report = site.import(&off).await;
    assert!(report.to_string().contains("compare.at"), "{report}");
    let nameless = KETTLE.replace(r#""part":{"en":"Batch"},"#, r#""part":{},"#);
    let report = site.import(&nameless).await;
    assert!(report.to_string().contains("compare.part"), "{report}");
}
