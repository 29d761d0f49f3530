//! What a lead sees of inspections, and the sealed report of one, which holds without a server.

use std::process::Command;

use api::role::Role;
use axum::{body::Body, http::Method};
use evidence::{Act, Digest, Judged, Photo, ServerKey};

use crate::{
    inspections::{Notebook, sent},
    inspector_devices::Phone,
    site::{Site, request},
    staff::Person,
};

/// A visit with a check and a finding with a photograph, sent in two parts an hour apart.
pub async fn visited(site: &Site, anna: &Person, phone: &Phone, code: &str) {
    phone.register(site, anna, "Phone 7").await.is(200);
    let picture = [&[0xff, 0xd8, 0xff, 0xe0][..], b"a picture"].concat();
    let digest = Digest::of(&picture);
    let mut notebook = Notebook::open(phone, anna, "visit-1");
    notebook.write(Act::Checked(Judged {
        code: code.to_owned(),
        symbology_identifier: None,
        answer: "listed-as-issued".to_owned(),
        one_in: Some(256),
        pack: None,
        as_of: "2026-11-24T08:00:00Z".to_owned(),
    }));
    notebook.find(vec![Photo {
        sha256: digest,
        bytes: picture.len() as u64,
        original_sha256: Digest::of(b"larger"),
        taken_at: "2026-11-24T09:01:00Z".to_owned(),
    }]);
    notebook.write(Act::Closed {
        note: "done".to_owned(),
    });
    sent(site, anna, &notebook.lines[..2]).await.is(200);
    site.pass(3_600_000);
    sent(site, anna, &notebook.lines[2..]).await.is(200);
    let cookie = anna.cookie();
    let path = format!("/v1/inspections/photos/{digest}");
    let size = picture.len().to_string();
    let begin = [("cookie", cookie.as_str()), ("upload-length", &size)];
    let begun = site
        .send(request(Method::PUT, &path, &begin, Body::empty()))
        .await;
    begun.is(204);
    let part = [
        ("cookie", cookie.as_str()),
        ("upload-offset", "0"),
        ("content-type", "application/offset+octet-stream"),
    ];
    let done = site
        .send(request(Method::PATCH, &path, &part, Body::from(picture)))
        .await;
    done.is(204);
}

#[tokio::test]
async fn a_lead_sees_what_was_found() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let lead = site.person("acme", Role::Quality).await;
    let other = site.person("globex", Role::Quality).await;
    let empty = lead.open(&site, "/desk/inspections").await;
    empty.is(200).says("No inspection has come in yet");
    let phone = Phone::new();
    visited(&site, &anna, &phone, "=(01)09506000100012(21)TEA1").await;

    let list = lead.open(&site, "/desk/inspections").await;
    list.is(200)
        .says("Corner Shop")
        .says("Inspector of acme, 4 hours ago.")
        .says("Packs judged: 1. Findings: 1.")
        .says("closed");
    let page = lead.open(&site, "/desk/inspections/visit-1").await;
    page.is(200)
        .says("Phone 7")
        .says("This device's chain holds")
        .says("Listed as issued")
        .says("opened · major · Packs: 3")
        .says("52.23000°, 21.01000°");
    assert!(page.text().contains("/v1/inspections/photos/"));
    other
        .open(&site, "/desk/inspections")
        .await
        .says("No inspection has come in yet");
    for path in ["", "/report", "/entries.csv"] {
        let path = format!("/desk/inspections/visit-1{path}");
        other.open(&site, &path).await.is(404);
    }

    let csv = lead
        .open(&site, "/desk/inspections/visit-1/entries.csv")
        .await;
    let rows: Vec<String> = csv.is(200).text().lines().map(str::to_owned).collect();
    assert_eq!(rows.len(), 5);
    assert!(
        rows[2].contains("'=(01)"),
        "no formula for a spreadsheet: {}",
        rows[2]
    );
    assert!(rows[3].contains(",found,") && rows[3].contains("2026-11-24T13:00:00Z"));
}

#[tokio::test]
async fn a_sealed_report_holds_and_a_changed_one_does_not() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let phone = Phone::new();
    visited(&site, &anna, &phone, "=(01)09506000100012(21)TEA1").await;
    let reply = anna.open(&site, "/desk/inspections/visit-1/report").await;
    let report = reply.is(200).bytes.clone();
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename=\"visit-1.zip\""
    );
    let keys = site
        .get("/.well-known/touchstone-seal-keys.json", &[])
        .await;
    let text = keys.json()["keys"][0]["public_key"]
        .as_str()
        .unwrap()
        .to_owned();
    let known = [ServerKey::from_text(&text).unwrap()];

    let verified = evidence::verify(&report, &known).unwrap();
    assert_eq!(verified.contents.origin, "https://check.example");
    assert_eq!((verified.photos, verified.missing.len()), (1, 0));
    assert_eq!(verified.chains.len(), 1);
    assert_eq!(verified.chains[0].entries.len(), 4);
    assert_eq!(verified.chains[0].unwitnessed(), 0);
    let witnessed = [
        (2, "2026-11-24T12:00:00Z".to_owned()),
        (4, "2026-11-24T13:00:00Z".to_owned()),
    ];
    assert_eq!(verified.chains[0].witnessed, witnessed);
    assert_eq!(
        verified.others,
        ["entries.csv", "events.jsonld", "report.pdf"]
    );
    for at in (0..report.len()).step_by(7) {
        let mut changed = report.clone();
        changed[at] ^= 1;
        assert!(evidence::verify(&changed, &known).is_err(), "byte {at}");
    }

    // The same by the command, without a server.
    let path = |name: &str| site.folder.path().join(name);
    std::fs::write(path("keys.json"), &keys.bytes).unwrap();
    let mut changed = report.clone();
    changed[report.len() / 2] ^= 1;
    for (name, bytes, is_fine, said) in [
        (
            "right.zip",
            &report,
            true,
            "the server had entry 4 and all before it by 2026-11-24T13",
        ),
        (
            "changed.zip",
            &changed,
            false,
            "does not hold: the seal does not fit",
        ),
    ] {
        std::fs::write(path(name), bytes).unwrap();
        let done = Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .args(["evidence", "verify"])
            .arg(path(name))
            .arg("--keys")
            .arg(path("keys.json"))
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&done.stdout);
        assert_eq!(done.status.success(), is_fine, "{told}");
        assert!(told.contains(said), "{told}");
    }
}

#[tokio::test]
async fn the_trade_is_told_once() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let other = site.person("globex", Role::Quality).await;
    let phone = Phone::new();
    visited(&site, &anna, &phone, "(01)09506000100012(21)TEA1").await;
    // The report has the same events, as a document that the door takes.
    let report = anna.open(&site, "/desk/inspections/visit-1/report").await;
    let begin = b"{\"@context\"";
    let bytes = &report.is(200).bytes;
    let at = bytes.windows(begin.len()).position(|part| part == begin);
    let mut document = serde_json::Deserializer::from_slice(&bytes[at.unwrap()..]).into_iter();
    let document: serde_json::Value = document.next().unwrap().unwrap();
    assert_eq!(document["type"], "EPCISDocument");
    let told = document["epcisBody"]["eventList"].clone();
    assert_eq!(told.as_array().unwrap().len(), 1);

    let id = [("id", "visit-1")];
    other
        .submit(&site, "/desk/inspections/tell", &id)
        .await
        .is(404);
    for said in [
        "New events: 1. Told before: 0. Refused: 0.",
        "New events: 0. Told before: 1. Refused: 0.",
    ] {
        let told = anna.submit(&site, "/desk/inspections/tell", &id).await;
        let page = told.is(303).header("location").to_owned();
        anna.open(&site, &page).await.is(200).says(said);
    }
    let epc = trace::Epc("01/09506000100012/21/TEA1".to_owned());
    let events = site
        .app
        .store
        .read_blocking(|db| db.events_of("acme", &epc))
        .unwrap();
    assert_eq!(events.len(), 1);
    assert!(events[0].1.contains("inspecting"), "{}", events[0].1);
    assert!(events[0].1.contains("2026-11-24T09:01:00.000Z"));
    site.capture("acme", told).await;
    let again = site
        .app
        .store
        .read_blocking(|db| db.events_of("acme", &epc));
    assert_eq!(again.unwrap().len(), 1, "the same event");
}

#[tokio::test]
async fn a_list_is_as_narrow_as_it_was_asked_for() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let lead = site.person("acme", Role::Quality).await;
    let empty = "No inspection has come in yet";
    visited(&site, &anna, &Phone::new(), "(01)09506000100012(21)TEA1").await;
    let id = site
        .app
        .store
        .read_blocking(|db| Ok(db.inspection("visit-1")?.map(|found| found.inspector)))
        .unwrap()
        .unwrap();
    for (query, is_there) in [
        ("q=corner", true),
        ("q=CORNER%20shop", true),
        ("q=100%25", false),
        ("q=_", false),
        ("state=closed", true),
        ("state=open", false),
        ("found=on", true),
        ("since=2026-11-24&until=2026-11-24", true),
        ("until=2026-11-23", false),
        ("since=2026-11-25", false),
        ("inspector=somebody", false),
        (&format!("inspector={id}&q=&state=&since="), true),
    ] {
        let page = lead
            .open(&site, &format!("/desk/inspections?{query}"))
            .await;
        let is_empty = page.is(200).text().contains(empty);
        assert_eq!(!is_empty, is_there, "{query}");
    }
    let list = lead.open(&site, "/desk/inspections").await;
    list.says("About 1 km from edge to edge, north up");
    let wrong = lead.open(&site, "/desk/inspections?since=yesterday").await;
    wrong.is(422).says("write a day as 2026-11-24");
}

#[tokio::test]
async fn what_is_to_be_done_is_said_word_by_word() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let lead = site.person("acme", Role::Quality).await;
    let other = site.person("globex", Role::Quality).await;
    visited(&site, &anna, &Phone::new(), "(01)09506000100012(21)TEA1").await;
    let read = |site: &Site| {
        let store = &site.app.store;
        let found =
            store.read_blocking(|db| Ok((db.inspection("visit-1")?, db.follow_ups("visit-1")?)));
        let (found, said) = found.unwrap();
        (found.unwrap().inspector, said)
    };
    let (anna_id, _) = read(&site);
    let path = "/desk/inspections/follow-up";
    let ask = [
        ("id", "visit-1"),
        ("state", "open"),
        ("assignee", anna_id.as_str()),
        ("note", "Go there again in a week"),
    ];
    other.submit(&site, path, &ask).await.is(404);
    let stranger = [("id", "visit-1"), ("state", "open"), ("assignee", "nobody")];
    lead.submit(&site, path, &stranger).await.is(422);
    assert!(read(&site).1.is_empty());
    lead.submit(&site, path, &ask).await.is(303);
    let list = lead.open(&site, "/desk/inspections").await;
    list.says("To be done").says("Go there again in a week");
    let shown = async |query: &str| {
        let list = lead
            .open(&site, &format!("/desk/inspections?{query}"))
            .await;
        list.is(200).text().contains("/desk/inspections/visit-1\"")
    };
    assert!(shown("follow=open").await && !shown("follow=done").await);
    assert!(shown(&format!("assignee={anna_id}")).await);
    assert!(shown(&format!("assignee={anna_id}&follow=open")).await);
    assert!(!shown("assignee=somebody").await);
    // What was found in all visits, with how each is followed up.
    let findings = "/desk/inspections/findings";
    lead.open(&site, &format!("{findings}?follow=open"))
        .await
        .is(200)
        .says("opened · major · Packs: 3")
        .says("To be done")
        .says("Inspector of acme");
    lead.open(&site, &format!("{findings}?follow=done"))
        .await
        .is(200)
        .says("Nothing was found in these visits");
    let table = lead.open(&site, &format!("{findings}.csv")).await;
    let rows: Vec<String> = table.is(200).text().lines().map(str::to_owned).collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[1].starts_with("visit-1,Corner Shop,"), "{}", rows[1]);
    assert!(rows[1].ends_with(",open,Inspector of acme"), "{}", rows[1]);
    let theirs = other.open(&site, &format!("{findings}.csv")).await;
    assert_eq!(theirs.is(200).text().lines().count(), 1);
    let done = [("id", "visit-1"), ("state", "done"), ("note", "All gone")];
    anna.submit(&site, path, &done).await.is(303);
    let page = lead.open(&site, "/desk/inspections/visit-1").await;
    page.is(200)
        .says("All gone")
        .says("Go there again in a week");
    let (_, said) = read(&site);
    let said: Vec<_> = said
        .iter()
        .map(|word| (word.number, word.is_done))
        .collect();
    assert_eq!(said, [(2, true), (1, false)]);
}
