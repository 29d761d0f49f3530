//! What a recall covers, what its notice says, and notices of authorities.

use api::{
    import::{self, Content, Kind, Mode, Options, Pictures, Report, Source},
    role::Role,
};
use serde_json::{Value, json};

use crate::{
    follows::{put, tell},
    site::{PILLS, Site, TEA},
};

async fn standing(site: &Site, code: &str) -> String {
    let answer = site.post("/v1/verify", &json!({ "code": code })).await;
    let answer = answer.is(200).json();
    answer["verdict"]["standing"].as_str().unwrap().to_owned()
}

async fn import_document(site: &Site, name: &str, document: &Value) -> Report {
    let source = Source {
        name: name.to_owned(),
        content: Content::Text(document.to_string()),
        pictures: Pictures::Embedded(&[]),
        brand: None,
    };
    let options = Options::from(Mode::AllOrNothing);
    let report = import::run(&site.app.store, vec![source], options, site.app.clock.now())
        .await
        .unwrap();
    assert!(report.problems.is_empty(), "{report}");
    report
}

#[tokio::test]
async fn a_code_that_does_not_say_enough() {
    let site = Site::new().await;
    let browser = site.browser();
    // Batch P1 is recalled, and the code names none.
    let page = browser.open(&format!("/01/{PILLS}")).await;
    page.is(200)
        .says("Check the batch")
        .says("Do not use it until this is settled.")
        .says("Product safety recall: compare the batch")
        .says("Batches: P1")
        .says("Be told of a recall");
    let words = page.words();
    assert!(!words.contains("Ask for it here"), "no claim yet: {words}");
    let answered = browser
        .follow(&format!("/check?gtin={PILLS}&batch=P1"))
        .await;
    answered
        .says("Recalled: stop using")
        .says("Ask for it here");
    let answered = browser
        .follow(&format!("/check?gtin={PILLS}&batch=P2"))
        .await;
    assert!(
        !answered.words().contains("recall:"),
        "{}",
        answered.words()
    );

    let claim = json!({ "path": format!("/01/{PILLS}"), "recall": "R-2026-1", "remedy": "refund" });
    site.post("/v1/claims", &claim).await.is(422);
    assert_eq!(
        standing(&site, &format!("(01){PILLS}")).await,
        "possibly-recalled"
    );
    assert_eq!(
        standing(&site, &format!("(01){PILLS}(21)PIL1")).await,
        "recalled"
    );
    assert_eq!(
        standing(&site, &format!("(01){PILLS}(21)PIL2")).await,
        "issued"
    );
}

#[tokio::test]
async fn ranges_of_serials_and_dates() {
    let site = Site::new().await;
    let record = |more: Value| {
        let mut record = json!({
            "type": "recall", "id": "R-9", "gtin": TEA, "on": "2026-11-24",
            "hazard": {"en": "It can burn."}, "instruction": {"en": "Stop using it."},
            "remedies": ["refund"],
        });
        record
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        record.to_string()
    };
    let tea = |serial: &str| format!("(01){TEA}(21){serial}");
    put(
        &site,
        &record(json!({"serial_ranges": [{"from": "TEA2", "to": "TEA3"}]})),
    )
    .await;
    assert_eq!(standing(&site, &tea("TEA1")).await, "issued");
    assert_eq!(standing(&site, &tea("TEA3")).await, "recalled");
    put(
        &site,
        &record(json!({"produced": {"from": "2026-01-01", "to": "2026-01-31"}})),
    )
    .await;
    assert_eq!(standing(&site, &tea("TEA1")).await, "recalled");
    assert_eq!(standing(&site, &tea("OLD1")).await, "expired");
    assert_eq!(
        standing(&site, &format!("(01){TEA}")).await,
        "possibly-recalled"
    );
    put(&site, &record(json!({"expires": {"to": "2027-12-31"}}))).await;
    assert_eq!(standing(&site, &tea("TEA1")).await, "issued");
    assert_eq!(standing(&site, &tea("OLD1")).await, "recalled");
    for (wrong, says) in [
        (
            json!({"serial_ranges": [{"from": "B", "to": "A"}]}),
            "is no range",
        ),
        (json!({"produced": {}}), "names no days"),
        (
            json!({"expires": {"from": "2027-01-02", "to": "2027-01-01"}}),
            "names no days",
        ),
    ] {
        let report = site.import(&record(wrong)).await;
        assert!(report.to_string().contains(says), "{report}");
    }
}

#[tokio::test]
async fn a_notice_that_lacks_what_the_law_asks_for_is_kept_and_told() {
    let site = Site::new().await;
    let record = json!({
        "type": "recall", "id": "R-9", "gtin": TEA, "batches": ["T1"], "on": "2026-11-24",
        "hazard": {"en": "As a precaution: it can burn."},
        "instruction": {"en": "Stop using it."}, "remedies": ["refund"],
    });
    let report = site.import(&record.to_string()).await;
    assert!(report.is_kept && report.problems.is_empty(), "{report}");
    let said = report.to_string();
    for part in [
        "note: test.jsonl:1: picture: ",
        "identification: nothing says where on the pack to look",
        "contact: neither a phone number nor a page",
        "hazard: `precaution` makes the danger sound smaller, in `en`",
    ] {
        assert!(said.contains(part), "no `{part}` in {said}");
    }
}

/// As openFDA's `/food/enforcement.json` answers.
fn openfda(number: &str, description: &str, codes: &str, firm: &str) -> Value {
    json!({ "meta": {"disclaimer": "…"}, "results": [{
        "recall_number": number, "status": "Ongoing", "classification": "Class II",
        "recalling_firm": firm, "product_description": description, "code_info": codes,
        "reason_for_recall": "Undeclared allergen: soy.", "recall_initiation_date": "20261120",
        "report_date": "20261123", "distribution_pattern": "Nationwide", "openfda": {},
    }]})
}

#[tokio::test]
async fn a_notice_of_an_authority_is_never_certain_by_itself() {
    let site = Site::new().await;
    let own = json!({ "path": format!("/01/{TEA}/21/TEA1"), "channel": "link" });
    let follow = site.post("/v1/follows", &own).await.is(201).json();
    let document = openfda(
        "F-0101-2027",
        "Acme Tea, 100 g tin, UPC 9506000100012",
        "All lots, best by 01/2028",
        "Acme Foods, Inc.",
    );
    let report = import_document(&site, "enforcement.json", &document).await;
    assert_eq!(report.added, 1, "{report}");
    let code = format!("(01){TEA}(21)TEA1");
    assert_eq!(standing(&site, &code).await, "possibly-recalled");
    let page = site.browser().open(&format!("/01/{TEA}/21/TEA1")).await;
    page.says("Taken from a notice of the U.S. Food and Drug Administration, number F-0101-2027. Acme has not confirmed that it is about this product.")
        .says("Undeclared allergen: soy.");
    tell(&site).await;
    let token = json!({ "token": follow["link"].as_str().unwrap().rsplit('/').next() });
    let seen = site.post("/v1/follows/lookup", &token).await.json();
    assert_eq!(seen["recalls"][0]["certainty"], "possible", "{seen}");
    // The same again changes nothing.
    assert_eq!(
        import_document(&site, "enforcement.json", &document)
            .await
            .unchanged,
        1
    );

    let quality = site.person("acme", Role::Quality).await;
    let desk = quality.open(&site, "/desk/notices").await;
    desk.is(200)
        .says("F-0101-2027")
        .says("Fits to 95 of 100: product number, brand, name.");
    let id = format!("openfda-F-0101-2027-{TEA}");
    let decide = async |is: &str| {
        let fields = [("recall", &id[..]), ("is", is)];
        let reply = quality.submit(&site, "/desk/notices/decide", &fields).await;
        reply.status.as_u16()
    };
    assert_eq!(decide("perhaps").await, 422);
    assert_eq!(decide("confirmed").await, 303);
    assert_eq!(standing(&site, &code).await, "recalled");
    quality
        .open(&site, "/desk/notices")
        .await
        .says("No notice waits");
    // The authority's next word doesn't undo what staff said.
    import_document(&site, "enforcement.json", &document).await;
    assert_eq!(standing(&site, &code).await, "recalled");
    assert_eq!(decide("confirmed").await, 303, "the same tap again");
    // A page that was opened before can't turn it off.
    assert_eq!(decide("dismissed").await, 409);
    assert_eq!(standing(&site, &code).await, "recalled");
    // Another brand's is not there.
    let other = site.person("globex", Role::Quality).await;
    other
        .open(&site, "/desk/notices")
        .await
        .says("No notice waits");
    let fields = [("recall", &id[..]), ("is", "confirmed")];
    let reply = other.submit(&site, "/desk/notices/decide", &fields).await;
    assert_eq!(reply.status.as_u16(), 404);
}

#[tokio::test]
async fn a_notice_that_names_other_batches_is_perhaps_about_them() {
    let site = Site::new().await;
    let description = "Acme Tea, 100 g tin, UPC 9506000100012";
    let document = openfda(
        "F-0102-2027",
        description,
        "Lots T1XX, T0",
        "Acme Foods, Inc.",
    );
    import_document(&site, "enforcement.json", &document).await;
    let code = format!("(01){TEA}(21)TEA1");
    assert_eq!(standing(&site, &code).await, "possibly-recalled");
    let quality = site.person("acme", Role::Quality).await;
    let id = format!("openfda-F-0102-2027-{TEA}");
    let decide = async |is: &str| {
        let fields = [("recall", &id[..]), ("is", is)];
        let reply = quality.submit(&site, "/desk/notices/decide", &fields).await;
        reply.status.as_u16()
    };
    // That it is about the product doesn't say about which batches of it.
    assert_eq!(decide("confirmed").await, 303);
    assert_eq!(standing(&site, &code).await, "possibly-recalled");
}

#[tokio::test]
async fn a_notice_that_was_dismissed_says_nothing() {
    let site = Site::new().await;
    let description = "Acme Tea, 100 g tin, UPC 9506000100012";
    let document = openfda("F-0103-2027", description, "All lots", "Acme Foods, Inc.");
    import_document(&site, "enforcement.json", &document).await;
    let code = format!("(01){TEA}(21)TEA1");
    assert_eq!(standing(&site, &code).await, "possibly-recalled");
    let quality = site.person("acme", Role::Quality).await;
    let id = format!("openfda-F-0103-2027-{TEA}");
    let fields = [("recall", &id[..]), ("is", "dismissed")];
    quality.submit(&site, "/desk/notices/decide", &fields).await;
    assert_eq!(standing(&site, &code).await, "issued");
    // The authority's next word doesn't undo what staff said.
    import_document(&site, "enforcement.json", &document).await;
    assert_eq!(standing(&site, &code).await, "issued");
}

#[tokio::test]
async fn the_documents_of_three_authorities() {
    let site = Site::new().await;
    let cpsc = json!([{
        "RecallID": 10412, "RecallNumber": "27-101", "RecallDate": "2026-11-20T00:00:00",
        "Title": "Acme Recalls Mugs Due to Burn Hazard", "URL": "https://www.cpsc.gov/Recalls/2027/x",
        "Description": "This recall involves Acme mugs.", "Products": [{"Name": "Mug", "Model": "M1"}],
        "ProductUPCs": [{"UPC": "9506000100043"}], "Manufacturers": [{"Name": "Acme Ltd"}],
        "Importers": [], "Retailers": [{"Name": "Shops nationwide"}],
        "Hazards": [{"Name": "The handle can break and burn a hand."}],
        "Remedies": [{"Name": "Stop using the mugs and contact Acme."}],
        "RemedyOptions": [{"Option": "Refund"}, {"Option": "Replace"}],
    }]);
    let report = import_document(&site, "cpsc.json", &cpsc).await;
    assert_eq!(report.added, 1, "{report}");
    let answer = site
        .post(
            "/v1/verify",
            &json!({ "code": "(01)09506000100043(21)MUG1" }),
        )
        .await
        .json();
    let recall = &answer["recalls"][0];
    assert_eq!(recall["notice"]["source"], "cpsc");
    assert_eq!(recall["remedies"], json!(["refund", "replacement"]));
    assert_eq!(
        recall["instruction"],
        "Stop using the mugs and contact Acme."
    );

    let gate = json!({ "notifications": [{
        "caseNumber": "A12/00123/26", "date": "20/11/2026", "category": "Food", "brand": "Acme",
        "product": "Pills", "name": "Pills", "type_numberOfModel": "", "danger": "Too strong.",
        "batchNumber_barcode": "Barcode: 9506000100029", "measures": "Recall from end users",
    }]});
    let report = import_document(&site, "safety-gate.json", &gate).await;
    assert_eq!(report.added, 1, "{report}");
    let code = format!("(01){PILLS}(21)PIL2");
    assert_eq!(standing(&site, &code).await, "possibly-recalled");

    // What is about nothing here adds nothing; what can't be read is told.
    let other = openfda("F-9", "Other cakes", "Lots: 15280", "Somebody, Inc.");
    assert_eq!(import_document(&site, "other.json", &other).await.added, 0);
    let broken = Source {
        name: "broken.json".to_owned(),
        content: Content::Text(r#"{"results":[{"recall_number":"#.to_owned()),
        pictures: Pictures::Embedded(&[]),
        brand: None,
    };
    let options = Options {
        kind: Some(Kind::Notices),
        ..Options::from(Mode::AllOrNothing)
    };
    let now = site.app.clock.now();
    let report = import::run(&site.app.store, vec![broken], options, now)
        .await
        .unwrap();
    assert!(
        report.to_string().contains("is no JSON document"),
        "{report}"
    );
}
