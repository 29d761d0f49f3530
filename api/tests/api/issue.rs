//! `touchstone issue`, and what the server says of the serials that it gives out.

use std::path::Path;

use axum::{body::Body, http::Method};
use issue::MAX_COUNTER;
use serde_json::json;

use crate::{
    command::touchstone,
    site::{PILLS, Site, TEA, request},
    verify::ask,
};

/// What the command prints.
pub(crate) fn issue(site: &Site, key: &Path, arguments: &[&str]) -> Result<Vec<String>, String> {
    let database = site.address.to_string();
    let files = [
        "issue",
        "--database",
        &database,
        "--issue-key",
        key.to_str().unwrap(),
    ];
    let output = touchstone(&[&files, arguments].concat());
    let said = String::from_utf8(output.stderr).unwrap();
    if !output.status.success() {
        return Err(said);
    }
    let text = String::from_utf8(output.stdout).unwrap();
    Ok(text.lines().map(str::to_owned).collect())
}

fn serials(lines: &[String]) -> Vec<String> {
    let column = |line: &String| line.split(',').nth(2).unwrap().to_owned();
    lines[1..].iter().map(column).collect()
}

#[tokio::test]
async fn issued_serials_are_known_to_a_server_that_runs() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let lines = issue(
        &site,
        &key,
        &["--gtin", TEA, "--batch", "T1", "--count", "3"],
    )
    .unwrap();
    assert_eq!(lines[0], "gtin,batch,serial,digital_link,element_string");
    let serials = serials(&lines);
    assert_eq!(serials.len(), 3);
    for (line, serial) in lines[1..].iter().zip(&serials) {
        assert_eq!(
            *line,
            format!(
                "{TEA},T1,{serial},https://id.gs1.org/01/{TEA}/21/{serial},\
                 (01){TEA}(15)280110(10)T1(21){serial}"
            )
        );
        assert_eq!(serial.len(), 16);
    }

    let answer = ask(
        &site,
        &format!("https://id.gs1.org/01/{TEA}/21/{}", serials[1]),
    )
    .await;
    assert_eq!(answer["verdict"]["standing"], "issued");
    assert_eq!(answer["batch"]["number"], "T1", "the server knows it");
    assert_eq!(answer["unit"]["checks"], 1);
    let again = ask(&site, &format!("(01){TEA}(10)T1(21){}", serials[1])).await;
    assert_eq!(again["unit"]["checks"], 2);

    let last = &serials[2][15..];
    let other = if last == "0" { "1" } else { "0" };
    for serial in [
        format!("{}{other}", &serials[2][..15]),
        serials[2].to_lowercase(),
        "0000000000000000".to_owned(),
    ] {
        let answer = ask(&site, &format!("(01){TEA}(21){serial}")).await;
        assert_eq!(answer["verdict"]["standing"], "not-issued", "{serial}");
    }
    let stranger = ask(&site, &format!("(01){PILLS}(21){}", serials[0])).await;
    assert_eq!(stranger["verdict"]["standing"], "not-issued");
}

#[tokio::test]
async fn only_what_was_issued_is_known() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let batch = |batch, count| {
        let arguments = [
            "--gtin", TEA, "--batch", batch, "--count", count, "--format", "links",
        ];
        issue(&site, &key, &arguments).unwrap()
    };
    assert_eq!(batch("T1", "5").len(), 5);
    assert_eq!(batch("T0", "2").len(), 2);
    let product = site
        .app
        .store
        .read_blocking(|db| db.product(&TEA.parse().unwrap()))
        .unwrap()
        .unwrap();
    let range = |counter| {
        let range = site
            .app
            .store
            .read_blocking(|db| db.issue_range(product.id, counter));
        range.unwrap().map(|range| range.batch)
    };
    assert_eq!(range(4).as_deref(), Some("T1"));
    assert_eq!(range(5).as_deref(), Some("T0"));
    assert_eq!(range(7), None);
    assert_eq!(range(MAX_COUNTER - 1), None);

    // A serial of the same key that nobody has issued yet.
    let serial = site
        .app
        .store
        .read_blocking(|db| {
            let key = site.app.issue_key.key(db)?.unwrap();
            Ok(key.issuer(&product.gtin).serial(7).unwrap())
        })
        .unwrap();
    let answer = ask(&site, &format!("(01){TEA}(21){serial}")).await;
    assert_eq!(answer["verdict"]["standing"], "not-issued");
    assert_eq!(
        batch("T1", "1"),
        [format!("https://id.gs1.org/01/{TEA}/21/{serial}")]
    );
    let answer = ask(&site, &format!("(01){TEA}(21){serial}")).await;
    assert_eq!(answer["verdict"]["standing"], "issued");
}

#[tokio::test]
async fn a_range_is_printed_again_the_same() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let print = |which: [&str; 2]| {
        let product = [
            "--gtin",
            TEA,
            "--batch",
            "T1",
            "--stem",
            "https://t.example",
        ];
        issue(&site, &key, &[&product[..], &which].concat())
    };
    let first = print(["--count", "4"]).unwrap();
    let second = print(["--count", "4"]).unwrap();
    assert_ne!(first, second);
    assert_eq!(print(["--again", "0"]).unwrap(), first);
    assert_eq!(print(["--again", "4"]).unwrap(), second);
    let error = print(["--again", "3"]).unwrap_err();
    assert!(error.contains("begins at 3"), "{error}");
}

#[tokio::test]
async fn a_recall_covers_issued_serials() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let arguments = ["--gtin", PILLS, "--batch", "P1", "--count", "1"];
    let lines = issue(&site, &key, &arguments).unwrap();
    assert!(lines[1].contains("(17)280630(10)P1(21)"), "{}", lines[1]);
    let serial = serials(&lines).remove(0);
    let answer = ask(&site, &format!("(01){PILLS}(21){serial}")).await;
    assert_eq!(answer["verdict"]["standing"], "recalled");
}

#[tokio::test]
async fn an_issued_unit_is_registered() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let arguments = ["--gtin", TEA, "--batch", "T1", "--count", "1"];
    let serial = serials(&issue(&site, &key, &arguments).unwrap()).remove(0);
    let registration = json!({ "path": format!("/01/{TEA}/21/{serial}") });
    let browser = site.browser();
    let reply = browser.post("/v1/registrations", &registration).await;
    reply.is(201);
    assert_eq!(reply.json()["points_waiting"], 50);
    let other = site.browser();
    other.post("/v1/registrations", &registration).await.is(409);
    let page = site
        .send(request(
            Method::GET,
            &format!("/01/{TEA}/21/{serial}"),
            &[("accept", "text/html")],
            Body::empty(),
        ))
        .await;
    page.is(200);
    assert!(page.text().contains("Issued by Acme"));
}

#[tokio::test]
async fn the_key_is_kept_apart_and_never_mixed_up() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let arguments = ["--gtin", TEA, "--batch", "T1", "--count", "1"];
    issue(&site, &key, &arguments).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(&key.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    let secret = std::fs::read_to_string(&key).unwrap();
    let secret = secret.trim().strip_prefix("touchstone_issue_").unwrap();
    let bytes: Vec<u8> = (0..32)
        .map(|index| u8::from_str_radix(&secret[2 * index..2 * index + 2], 16).unwrap())
        .collect();
    assert!(!site.keeps(&bytes));

    let other = site.folder.path().join("other-key");
    let error = issue(&site, &other, &arguments).unwrap_err();
    assert!(error.contains("is not there"), "{error}");
    assert!(!other.exists(), "no second key is made");
    std::fs::write(&other, format!("touchstone_issue_{}", "ab".repeat(32))).unwrap();
    let error = issue(&site, &other, &arguments).unwrap_err();
    assert!(error.contains("is not the issue key"), "{error}");
    std::fs::write(&other, "nonsense").unwrap();
    let error = issue(&site, &other, &arguments).unwrap_err();
    assert!(error.contains("holds no issue key"), "{error}");

    // A server without the key answers for nothing, rather than call a true serial false.
    std::fs::rename(&key, site.folder.path().join("gone")).unwrap();
    let code = json!({ "code": format!("(01){TEA}(21)0000000000000000") });
    site.post("/v1/verify", &code).await.is(503);
    site.post(
        "/v1/verify",
        &json!({ "code": format!("(01){TEA}(21)TEA1") }),
    )
    .await
    .is(200);
}

#[tokio::test]
async fn what_can_not_be_issued() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    for (arguments, expected) in [
        (
            &["--gtin", "09506000100013", "--batch", "T1", "--count", "1"][..],
            "check digit",
        ),
        (
            &["--gtin", "09521000000018", "--batch", "T1", "--count", "1"],
            "there is no product",
        ),
        (
            &["--gtin", TEA, "--batch", "T9", "--count", "1"],
            "there is no batch `T9`",
        ),
        (
            &["--gtin", TEA, "--batch", "T1", "--count", "0"],
            "0 is not in 1..",
        ),
        (&["--gtin", TEA, "--batch", "T1"], "--count"),
        (
            &["--gtin", TEA, "--batch", "T1", "--count", "1099511627777"],
            "fewer than 1099511627777 serials left",
        ),
        (
            &[
                "--gtin",
                TEA,
                "--batch",
                "T1",
                "--count",
                "1",
                "--stem",
                "t.example",
            ],
            "is no stem",
        ),
    ] {
        let error = issue(&site, &key, arguments).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}
