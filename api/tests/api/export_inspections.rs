//! Exports of inspections: what devices signed moves to another database, and its chains hold there.

use api::{
    export::{Options, Part},
    organisation::Kind,
    role::Role,
};
use axum::http::Method;
use evidence::{Act, Digest, ServerKey};
use serde_json::Value;

use crate::{
    export_kept::written,
    inspection_desk::visited,
    inspections::{Notebook, photo, sent},
    inspector_devices::Phone,
    site::Site,
    staff::Person,
};

const REPORT: &str = "/desk/inspections/visit-1/report";

fn with_people(site: &Site) -> String {
    let options = Options {
        with_people: true,
        ..Options::default()
    };
    written(site, options).0
}

async fn published(site: &Site) -> Vec<ServerKey> {
    let keys = site
        .get("/.well-known/touchstone-seal-keys.json", &[])
        .await
        .is(200)
        .json();
    let keys = keys["keys"].as_array().unwrap().clone();
    let key = |key: &Value| ServerKey::from_text(key["public_key"].as_str().unwrap()).unwrap();
    keys.iter().map(key).collect()
}

/// A visit on two phones, of which one was locked meanwhile, and what the desk made of it.
async fn lived(site: &Site, anna: &Person, phones: [&Phone; 2]) {
    let lead = site.person("acme", Role::Quality).await;
    let wet = [("list", "reason"), ("id", "wet"), ("en", "Stored wet")];
    lead.submit(site, "/desk/inspections/lists/put", &wet)
        .await
        .is(303);
    visited(site, anna, phones[0], "(01)09506000100012(21)TEA1").await;
    phones[1].register(site, anna, "Phone 8").await.is(200);
    let mut beside = Notebook::open(phones[1], anna, "visit-1");
    beside.find(Vec::new());
    sent(site, anna, &beside.lines[..1]).await.is(200);
    let id = phones[1].id().to_string();
    lead.submit(site, "/desk/devices/lock", &[("id", &id)])
        .await
        .is(303);
    site.pass(60_000);
    sent(site, anna, &beside.lines).await.is(200);
    for (state, note) in [("open", "go there again"), ("done", "it was all right")] {
        let said = [("id", "visit-1"), ("state", state), ("note", note)];
        lead.submit(site, "/desk/inspections/follow-up", &said)
            .await
            .is(303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_moves_to_another_database_and_its_chains_hold() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let (first, second) = (Phone::new(), Phone::new());
    lived(&site, &anna, [&first, &second]).await;
    let old_report = anna.open(&site, REPORT).await.is(200).bytes.clone();
    let text = with_people(&site);

    let other = Site::empty();
    other.pass(2 * 3_600_000);
    let report = other.import(&text).await;
    assert_eq!((report.wrong, report.changed), (0, 0), "{report}");
    assert_eq!(with_people(&other), text);
    let again = other.import(&text).await;
    assert_eq!((again.added, again.changed), (0, 0), "{again}");
    assert_eq!(with_people(&other), text);

    let of = |site: &Site| {
        let read = site.app.store.read_blocking(|db| {
            let visit = db.inspection("visit-1")?.unwrap();
            Ok((visit, db.inspection_lines("visit-1")?))
        });
        read.unwrap()
    };
    assert_eq!(of(&other), of(&site), "times, marks and totals included");
    // The report there holds the same chains and pictures, and what was sealed here is still checked.
    let lead = other.person("acme", Role::Quality).await;
    let new_report = lead.open(&other, REPORT).await.is(200).bytes.clone();
    let keys = published(&other).await;
    assert_eq!(keys.len(), 2);
    for report in [&old_report, &new_report] {
        let verified = evidence::verify(report, &keys).unwrap();
        assert_eq!(verified.chains.len(), 2);
        assert_eq!((verified.photos, verified.missing.len()), (1, 0));
    }
    lead.open(&other, "/desk/inspections/visit-1")
        .await
        .is(200)
        .says("This device's chain holds")
        .says("it was all right")
        .says("Phone 8");
    lead.open(&other, "/desk/inspections/lists")
        .await
        .says("Stored wet");
    // A phone goes on there with a visit of its own, and with its whole chain.
    let bea = other.person("acme", Role::Inspector).await;
    let mut notebook = Notebook::open(&first, &bea, "visit-2");
    notebook.write(Act::Closed {
        note: String::new(),
    });
    sent(&other, &bea, &notebook.lines).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_in_the_file_is_refused() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    lived(&site, &anna, [&Phone::new(), &Phone::new()]).await;
    let text = with_people(&site);
    let other = Site::empty();
    other.pass(2 * 3_600_000);
    let check = async |from: &str, to: &str, expected: &str| {
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from}");
        let report = other.import(&changed).await;
        assert!(!report.is_kept, "{from}");
        let said = report.to_string();
        assert!(said.contains(expected), "{from}: {said}");
    };
    check("quantity\\\":3", "quantity\\\":4", "not the device's").await;
    check("\"signature\":\"", "\"signature\":\"A", "lines: ").await;
    check(
        "\"organisation\":\"acme\"",
        "\"organisation\":\"nobody\"",
        "organisation: `nobody` is not known",
    )
    .await;
    check("\"received\":\"2", "\"received\":\"x2", "received: `x2").await;
    check(
        "\"list\":\"reason\"",
        "\"list\":\"wish\"",
        "list: is reason",
    )
    .await;
    let picture = "\"base64\":\"/9j/4";
    check(picture, "\"base64\":\"/9j/5", "is another picture").await;
    // Without the first of its records a chain does not begin.
    let is_first = |line: &&str| !line.contains("\\\"sequence\\\":1,");
    let without: Vec<&str> = text.lines().filter(is_first).collect();
    let report = other.import(&without.join("\n")).await;
    assert!(
        report.to_string().contains("line 1 should come next"),
        "{report}"
    );
    assert_eq!(other.import(&text).await.wrong, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_inspectors_wrote_down_goes_only_where_it_was_asked_for() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    lived(&site, &anna, [&Phone::new(), &Phone::new()]).await;
    let (text, summary) = written(&site, Options::default());
    assert_eq!(summary.left_out, 1);
    assert!(text.contains("Stored wet") && !text.contains("visit-1"));
    let of = |brand: Option<&str>, parts: &[Part]| {
        let options = Options {
            brand: brand.map(str::to_owned),
            parts: parts.to_vec(),
            ..Options::default()
        };
        written(&site, options).0
    };
    assert!(of(None, &[Part::Inspections]).contains("visit-1"));
    assert!(of(Some("acme"), &[Part::Inspections]).contains("visit-1"));
    let others = of(Some("globex"), &[Part::Inspections]);
    assert!(!others.contains("visit-1") && !others.contains("Stored wet"));
    assert!(!of(None, &[Part::Brands]).contains("Stored wet"));
}

/// An authority is admitted by whoever runs the other server, and not by a file.
#[tokio::test(flavor = "multi_thread")]
async fn an_authority_is_admitted_first() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    let officer = site.person("customs", Role::Inspector).await;
    visited(&site, &officer, &Phone::new(), "(01)09506000100012(21)TEA1").await;
    let text = with_people(&site);
    let other = Site::empty();
    other.pass(2 * 3_600_000);
    let refused = other.import(&text).await;
    assert!(!refused.is_kept && refused.to_string().contains("admit it with"));
    other.admit("customs", Kind::Authority).await;
    let report = other.import(&text).await;
    assert_eq!(report.wrong, 0, "{report}");
    let officer = other.person("customs", Role::Inspector).await;
    let digest = Digest::of(&[&[0xff, 0xd8, 0xff, 0xe0][..], b"a picture"].concat());
    let digest = digest.to_string();
    photo(&other, &officer, Method::GET, &digest, &[], &[])
        .await
        .is(200);
    officer.open(&other, REPORT).await.is(200);
}
