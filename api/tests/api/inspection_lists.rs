//! What inspectors choose from: an organisation's own lists, and what becomes of entries that name
//! something else.

use api::{access::Act as Logged, organisation::Kind, role::Role};
use evidence::{
    Act, Consignment, Counted, Custody, CustodyKind, Decision, Finding, Judged, Severity,
};
use serde_json::json;

use crate::{
    inspections::{Notebook, sent},
    inspector_devices::Phone,
    site::Site,
    staff::{Person, logged},
};

const PUT: &str = "/desk/inspections/lists/put";
const REMOVE: &str = "/desk/inspections/lists/remove";
const PAGE: &str = "/desk/inspections/lists";

async fn me(site: &Site, person: &Person) -> serde_json::Value {
    person.open(site, "/v1/inspector").await.is(200).json()
}

#[tokio::test]
async fn an_organisation_edits_what_its_inspectors_choose_from() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let lead = site.person("acme", Role::Quality).await;
    let other = site.person("globex", Role::Inspector).await;
    let page = lead.open(&site, PAGE).await;
    page.is(200)
        .says("Nobody has changed this list yet")
        .says("Suspected counterfeit")
        .says("Papers missing");
    assert_eq!(me(&site, &anna).await.get("reasons"), None);

    let wet = [
        ("list", "reason"),
        ("id", "wet"),
        ("en", "Stored wet"),
        ("de", "Nass gelagert"),
        ("severity", "critical"),
        ("position", "1"),
    ];
    anna.submit(&site, PUT, &wet).await.is(403);
    lead.submit(&site, PUT, &wet).await.is(303);
    let told = me(&site, &anna).await;
    // In its place, before those that every phone has.
    let reasons = told["reasons"].as_array().unwrap();
    assert_eq!(reasons.len(), 11);
    assert_eq!(reasons[0], json!(["wet", "Stored wet"]));
    assert_eq!(told["severities"], json!([["wet", "critical"]]));
    assert_eq!(told.get("grounds"), None, "nobody changed that one");
    assert_eq!(me(&site, &other).await.get("reasons"), None);
    let cookie = anna.cookie();
    let german = [("cookie", cookie.as_str()), ("accept-language", "de")];
    let german = site.get("/v1/inspector", &german).await.json();
    let german = german["reasons"].as_array().unwrap().clone();
    assert!(german.contains(&json!(["wet", "Nass gelagert"])));
    assert!(german.contains(&json!(["no-papers", "Keine Papiere"])));

    let duty = [
        ("list", "ground"),
        ("id", "duty-unpaid"),
        ("en", "Duty unpaid"),
        ("detain", "on"),
        ("seize", "on"),
    ];
    lead.submit(&site, PUT, &duty).await.is(303);
    let told = me(&site, &anna).await;
    assert_eq!(
        told["ground_decisions"],
        json!([["duty-unpaid", "detain"], ["duty-unpaid", "seize"]])
    );
    let papers = [("list", "ground"), ("id", "papers-missing")];
    lead.submit(&site, REMOVE, &papers).await.is(303);
    lead.submit(&site, REMOVE, &papers).await.is(404);
    let told = me(&site, &anna).await.to_string();
    assert!(!told.contains("Papers missing") && told.contains("Duty unpaid"));
    lead.open(&site, PAGE)
        .await
        .says("Taken out: Papers missing");

    for (field, value) in [
        ("list", "purpose"),
        ("id", "Wet"),
        ("id", ""),
        ("en", ""),
        ("severity", "awful"),
        ("position", "0"),
    ] {
        let mut wrong = vec![("list", "reason"), ("id", "dry"), ("en", "Dry")];
        wrong.retain(|(name, _)| *name != field);
        wrong.push((field, value));
        lead.submit(&site, PUT, &wrong).await.is(422);
    }
    assert_eq!(logged(&site, "acme", Logged::InspectionListChanged), 3);
}

/// One visit whose entries name what stands on a list, what was taken out of it, and what never stood on
/// one; by a member, and by somebody who is none.
#[tokio::test]
async fn entries_are_told_in_words_and_what_nobody_knows_is_marked() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let manager = site.person("acme", Role::BrandManager).await;
    let lead = site.person("acme", Role::Quality).await;
    let spy = site.person("globex", Role::Inspector).await;
    let phone = Phone::new();
    phone.register(&site, &anna, "Phone 7").await.is(200);
    let mut notebook = Notebook::open(&phone, &anna, "visit-1");
    let judged = |answer: &str| Judged {
        code: "(01)09506000100012(21)TEA1(10)B7".to_owned(),
        symbology_identifier: None,
        answer: answer.to_owned(),
        one_in: (answer == "listed-as-issued").then_some(256),
        pack: None,
        as_of: "2026-11-24T08:00:00Z".to_owned(),
    };
    let found = |reason: &str, quantity: u32| {
        Act::Found(Finding {
            code: None,
            reason: reason.to_owned(),
            severity: Severity::Critical,
            quantity,
            note: "by the door".to_owned(),
            photos: Vec::new(),
        })
    };
    let custody = |what: CustodyKind, from: &str, to: &str| {
        Act::Custody(Custody {
            what,
            seal: "S-77".to_owned(),
            items: vec!["(01)09506000100012(21)TEA1".to_owned()],
            quantity: 2,
            ground: "papers-missing".to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            note: String::new(),
            photos: Vec::new(),
        })
    };
    let counted = |expiry: &str, quantity: u32, out_of_order: bool| {
        Act::Counted(Counted {
            gtin: "09506000100012".to_owned(),
            lot: Some("B7".to_owned()),
            expiry: Some(expiry.to_owned()),
            quantity,
            out_of_order,
        })
    };
    notebook.write(Act::Checked(judged("listed-as-issued")));
    let first = notebook.lines[1].digest();
    notebook.write(Act::Rechecked {
        of: first,
        now: judged("blocked"),
        differs: true,
    });
    notebook.write(found("seal-broken", 4));
    notebook.write(found("house-rule-9", 2));
    notebook.write(found("no-papers", 50));
    let mistake = notebook.lines.last().unwrap().digest();
    notebook.write(Act::Withdrawn { of: mistake });
    notebook.write(counted("2026-11-20", 3, false));
    notebook.write(counted("2026-11-20", 2, true));
    notebook.write(counted("2027-01-31", 7, false));
    notebook.write(custody(CustodyKind::Seizure, "Corner Shop", "Anna"));
    notebook.write(custody(CustodyKind::HandOver, "Anna", "Laboratory"));
    notebook.write(custody(CustodyKind::HandOver, "Somebody", "Court"));
    notebook.write(Act::Decided {
        decision: Decision::Seize,
        ground: "papers-missing".to_owned(),
        note: String::new(),
        consignment: Some(Consignment::DespatchNote("4711".to_owned())),
    });
    sent(&site, &anna, &notebook.lines).await.is(200);
    // On a phone that was handed to somebody who is nobody here.
    let mut theirs = Notebook::open(&phone, &spy, "visit-2");
    theirs.write(Act::Closed {
        note: String::new(),
    });
    sent(&site, &anna, &theirs.lines).await.is(200);
    // Taken out since.
    let papers = [("list", "ground"), ("id", "papers-missing")];
    manager.submit(&site, REMOVE, &papers).await.is(303);

    let page = lead.open(&site, "/desk/inspections/visit-1").await;
    page.is(200)
        .says("Listed as issued · ")
        .says("serial TEA1, batch B7 · one in 256 lists a wrong one · the server at 2026-11-24T08:00:00Z")
        .says("Blocked · ")
        .says("other than the phone said")
        .says("Seal broken · dangerous · Packs: 4 · by the door")
        .says("house-rule-9 · dangerous")
        .says("stands on no list of this organisation")
        .says("withdrawn later")
        .says("Entry 6 of this device")
        .says("Number of the bag or seal: S-77 · Papers missing · Packs: 2 · From Corner Shop to Anna")
        .says("Seize · Consignment: 4711 · Papers missing")
        .says("by Inspector of acme")
        .says("Counted: 12. Expired: 5. Behind packs that expire later: 2.")
        .says("By the entries, somebody handed it on who did not have it.")
        .says("Corner Shop → Anna (2026-11-24 09:10) → Laboratory (2026-11-24 09:11) → Court");
    // The last word about the pack holds, and what was withdrawn counts for nothing.
    assert!(
        page.text()
            .contains(r#"Blocked</td><td data-head="Packs">1</td>"#),
        "{}",
        page.text()
    );
    assert!(!page.text().contains(">Listed as issued</td>"));
    assert!(!page.text().contains(">No papers</td>"));
    assert!(!page.text().contains("Who wrote this was no member"));
    let other = lead.open(&site, "/desk/inspections/visit-2").await;
    other
        .is(200)
        .says("Who wrote this was no member of this organisation when it came.");
    assert!(
        !other.text().contains("Inspector of globex"),
        "a stranger's name is none of theirs"
    );

    let csv = lead
        .open(&site, "/desk/inspections/visit-1/entries.csv")
        .await;
    let text = csv.is(200).text();
    let row = |what: &str| text.lines().find(|line| line.contains(what)).unwrap();
    assert!(row(",house-rule-9,").contains("on no list"), "{text}");
    assert!(row(",seal-broken,").contains("Finding: Seal broken · dangerous"));
    assert!(row(",seal-broken,").contains("Inspector of acme"));
}

/// An authority's lists are its own, and its managers edit them.
#[tokio::test]
async fn an_authority_has_its_own() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    let manager = site.person("customs", Role::Manager).await;
    let inspector = site.person("customs", Role::Inspector).await;
    let put = [
        ("list", "ground"),
        ("id", "art-17"),
        ("en", "Art. 17, “false” <marks>"),
    ];
    manager.submit(&site, PUT, &put).await.is(303);
    let told = me(&site, &inspector).await;
    let grounds = told["grounds"].as_array().unwrap();
    assert!(grounds.contains(&json!(["art-17", "Art. 17, “false” <marks>"])));
    let page = manager.open(&site, PAGE).await;
    assert!(page.is(200).text().contains("&lt;marks&gt;") && !page.text().contains("<marks>"));
    let acme = site.person("acme", Role::Inspector).await;
    assert_eq!(me(&site, &acme).await.get("grounds"), None);
}
