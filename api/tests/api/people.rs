//! Organisations, invitations and what keys open, by the command and over HTTP.

use api::{
    scope::Scope,
    store::{AccessEntry, Store},
};
use axum::{body::Body, http::Method};
use serde_json::json;

use crate::{
    command::touchstone,
    site::{RECORDS, Site, document, request},
};

#[tokio::test]
async fn a_key_opens_its_scopes_and_nothing_else() {
    let site = Site::new().await;
    let capture = async |key: &str| {
        let bearer = format!("Bearer {key}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = Body::from(document(json!([])).to_string());
        site.send(request(Method::POST, "/epcis/capture", &headers, body))
            .await
    };
    capture("touchstone_0").await.is(401);
    let other = site.key_with("acme", &[Scope::Issue]).await;
    capture(&other).await.is(403).says("`capture`");
    let key = site.key_with("acme", &[Scope::Issue, Scope::Capture]).await;
    capture(&key).await.is(202);
}

#[test]
fn the_command_makes_names_and_revokes_keys() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let records = folder.path().join("records.jsonl");
    std::fs::write(&records, RECORDS).unwrap();
    let run = |arguments: &[&str]| {
        let output = touchstone(&[arguments, &["--database", &database]].concat());
        let out = String::from_utf8(output.stdout).unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        (output.status.success(), out, error)
    };
    assert!(run(&["import", records.to_str().unwrap()]).0);
    let create = ["key", "create", "--brand", "acme", "--name", "line 3"];
    let (_, key, _) = run(&[&create[..], &["--scope", "issue", "--scope", "capture"]].concat());
    assert!(key.starts_with("touchstone_"));
    assert!(run(&["key", "create", "--brand", "acme"]).0);
    let (_, list, _) = run(&["key", "list", "--brand", "acme"]);
    let line = list.lines().find(|line| line.ends_with("line 3")).unwrap();
    assert!(line.contains("capture issue"), "{line}");
    assert!(!list.contains(key.trim()), "only its number is shown");
    let number = line.split(' ').next().unwrap();
    // A number of another brand's key is no number here.
    let revoke = ["key", "revoke", "--key", number];
    let (_, out, _) = run(&[&revoke[..], &["--brand", "globex"]].concat());
    assert!(out.starts_with("0 keys"));
    let (_, out, _) = run(&[&revoke[..], &["--brand", "acme"]].concat());
    assert!(out.starts_with("1 keys"));
    let (_, list, _) = run(&["key", "list", "--brand", "acme"]);
    assert_eq!(list.lines().count(), 1);
    let file = folder.path().join("signing-key").display().to_string();
    let signing = ["key", "signing", "create", "--brand", "acme"];
    let (_, id, _) = run(&[&signing[..], &["--signing-key", &file]].concat());
    let revoke = [
        "key",
        "signing",
        "revoke",
        "--brand",
        "acme",
        "--key-id",
        id.trim(),
    ];
    assert!(run(&revoke).0);
    // Each is in the brand's log, by nobody that works there.
    let store = Store::open(&database.parse().unwrap()).unwrap();
    let log = store.read_blocking(|db| db.access_log("acme", i64::MAX, 10));
    let log: Vec<AccessEntry> = log.unwrap().into_iter().map(|(_, entry)| entry).collect();
    let acts: Vec<&str> = log.iter().map(|entry| entry.act.as_str()).collect();
    let expected = [
        "signing-key-revoked",
        "signing-key-made",
        "key-revoked",
        "key-made",
        "key-made",
    ];
    assert_eq!(acts, expected);
    assert!(log.iter().all(|entry| entry.by_staff.is_empty()));
    assert_eq!(log[2].subject, format!("line 3 ({number})"));
    assert!(log[4].subject.ends_with(": capture issue"), "{log:?}");
}

#[test]
fn the_command_admits_and_invites() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("t.db").display());
    let records = folder.path().join("records.jsonl");
    std::fs::write(&records, RECORDS).unwrap();
    let run = |arguments: &[&str]| {
        let output = touchstone(&[arguments, &["--database", &database]].concat());
        let out = String::from_utf8(output.stdout).unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        (output.status.success(), out, error)
    };
    assert!(run(&["import", records.to_str().unwrap()]).0);
    let admit = |id: &str| {
        run(&[
            "organisation",
            "admit",
            id,
            "--kind",
            "authority",
            "--name",
            "Customs",
        ])
    };
    assert!(admit("customs-pl").0);
    let (done, _, error) = admit("customs-pl");
    assert!(!done && error.contains("already"), "{error}");
    assert!(!admit("acme").0, "that is a brand's");
    assert!(!admit("Customs PL").0);
    let (_, list, _) = run(&["organisation", "list"]);
    assert_eq!(list, "customs-pl  authority  Customs\n");

    let invite = |organisation: &str, role: &str| {
        run(&["invite", "--organisation", organisation, "--role", role])
    };
    let (done, link, _) = invite("acme", "brand-manager");
    assert!(
        done && link.starts_with("http://localhost:8080/desk/invite/"),
        "{link}"
    );
    assert!(invite("operator", "operator").0);
    assert!(invite("customs-pl", "inspector").0);
    let (done, _, error) = invite("customs-pl", "brand-manager");
    assert!(!done && error.contains("doesn't give the role"), "{error}");
    let (done, _, error) = invite("nobody", "quality");
    assert!(
        !done && error.contains("there is no organisation"),
        "{error}"
    );
}
