//! How far units have come: by unit, by range, by batch, by event; and from where on they count.

use serde_json::json;

use crate::{
    issue::issue,
    site::{NOW, Site, TEA, observed, unit},
    verify::ask,
};

const BATCH: &str =
    r#"{"type":"batch","gtin":"09506000100012","batch":"S1","counts_from":"applied"}"#;

async fn import(site: &Site, record: &str) {
    let report = site.import(record).await;
    assert_eq!(report.wrong, 0, "{report}");
}

/// The standing of a unit, and whether the verdict has a reason of that kind.
async fn standing(site: &Site, serial: &str, kind: &str) -> String {
    let answer = ask(site, &unit(TEA, serial)).await;
    let reasons = answer["verdict"]["reasons"].as_array().unwrap();
    let reason = reasons.iter().find(|reason| reason["kind"] == kind);
    let reason = reason.unwrap_or_else(|| panic!("no `{kind}` in {reasons:?}"));
    let standing = answer["verdict"]["standing"].as_str().unwrap().to_owned();
    match reason["evidence"]["state"]["text"].as_str() {
        Some(state) => format!("{standing}, {state}"),
        None => standing,
    }
}

#[tokio::test]
async fn a_unit_counts_from_where_its_batch_says() {
    let site = Site::new().await;
    import(&site, BATCH).await;
    let units = |state: &str| {
        format!(
            r#"{{"type":"units","gtin":"{TEA}","batch":"S1","state":"{state}","serials":["S1"]}}"#
        )
    };
    import(&site, &units("printed")).await;
    let check = async |kind: &str, expected: &str| {
        assert_eq!(standing(&site, "S1", kind).await, expected);
    };
    check("not-yet-issued", "unknown, printed").await;
    let page = site
        .get(&format!("/01/{TEA}/21/S1"), &[("accept", "text/html")])
        .await;
    page.says(
        "Acme made this number and printed it; it is not yet on record that it is on a pack.",
    );
    import(&site, &units("applied")).await;
    check("issued", "issued").await;
    let later = BATCH.replace("applied", "shipped");
    import(&site, &later).await;
    check("not-yet-issued", "unknown, applied").await;
    let packed = observed(
        &unit(TEA, "S1"),
        NOW,
        "shipping",
        "in_transit",
        "9506000900018",
    );
    site.capture("acme", json!([packed])).await;
    check("issued", "issued").await;
}

#[tokio::test]
async fn by_default_a_serial_counts_once_it_is_made_and_the_page_says_so() {
    let site = Site::new().await;
    assert_eq!(standing(&site, "TEA1", "issued-when-made").await, "issued");
    let state = format!(r#"{{"type":"state","gtin":"{TEA}","batch":"T1","state":"applied"}}"#);
    import(&site, &state).await;
    let answer = ask(&site, &unit(TEA, "TEA1")).await;
    assert!(!answer.to_string().contains("issued-when-made"));
}

#[tokio::test]
async fn a_range_comes_as_far_as_its_first_so_many() {
    let site = Site::new().await;
    import(&site, BATCH).await;
    let key = site.folder.path().join("issue-key");
    let arguments = [
        "--gtin", TEA, "--batch", "S1", "--count", "3", "--format", "links",
    ];
    let links = issue(&site, &key, &arguments).unwrap();
    let serials: Vec<&str> = links
        .iter()
        .map(|link| link.rsplit('/').next().unwrap())
        .collect();
    let state = |state: &str, count: u64, more: &str| {
        format!(
            r#"{{"type":"state","gtin":"{TEA}","batch":"S1","first":0,"count":{count},"state":"{state}"{more}}}"#
        )
    };
    import(&site, &state("printed", 3, "")).await;
    import(&site, &state("applied", 2, "")).await;
    assert_eq!(standing(&site, serials[1], "issued").await, "issued");
    let last = standing(&site, serials[2], "not-yet-issued").await;
    assert_eq!(last, "unknown, printed");
    import(&site, &state("applied", 1, "")).await;
    assert_eq!(standing(&site, serials[1], "issued").await, "issued");
    import(&site, &state("applied", 1, r#","correction":true"#)).await;
    let corrected = standing(&site, serials[1], "not-yet-issued").await;
    assert_eq!(corrected, "unknown, printed");

    let report = site.import(&state("applied", 4, "")).await;
    let told = report.problems[0].to_string();
    assert!(told.contains("first: no range of the batch begins at 0, or it has not so many"));
}
