//! Imports: what is kept, what is refused, and how it is told.

use api::import::Mode;

use crate::site::{RECORDS, Site, TEA};

#[tokio::test]
async fn twice_changes_nothing() {
    let site = Site::empty();
    let first = site.import(RECORDS).await;
    assert_eq!((first.changed, first.unchanged), (0, 0));
    let second = site.import(RECORDS).await;
    assert_eq!((second.added, second.changed), (0, 0));
    assert_eq!(second.unchanged, first.added);
    let changed = RECORDS.replace("Black tea.", "Green tea.");
    let third = site.import(&changed).await;
    assert_eq!((third.added, third.changed), (0, 1));
}

#[tokio::test]
async fn all_or_nothing_unless_told_otherwise() {
    let bad =
        format!("{RECORDS}{{\"type\":\"brand\",\"id\":\"A B\",\"name\":\"x\",\"prefixes\":[]}}\n");
    let site = Site::empty();
    let report = site.import(&bad).await;
    assert!(!report.is_kept);
    assert!(
        site.app
            .store
            .read(|db| db.brand("acme"))
            .await
            .unwrap()
            .is_none()
    );
    let report = site.import_as(&bad, Mode::KeepGood).await;
    assert!(report.is_kept);
    assert_eq!(report.problems.len(), 1);
    assert!(
        site.app
            .store
            .read(|db| db.brand("acme"))
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn each_mistake_is_told_with_its_line_and_a_way_out() {
    let site = Site::new().await;
    let check = async |record: &str, expected: &str| {
        let report = site.import(&format!("\n{record}\n")).await;
        let lines: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with(&format!("test.jsonl:2: {expected}"))),
            "{lines:?}"
        );
        assert!(!report.is_kept);
    };
    check("nonsense", "not a record: expected ident").await;
    check(
        r#"{"type":"planet"}"#,
        "not a record: unknown variant `planet`",
    )
    .await;
    check(
        r#"{"type":"batch","gtin":"09506000100012","batch":"B","colour":"red"}"#,
        "not a record: unknown field `colour`",
    )
    .await;
    check(
        r#"{"type":"batch","gtin":"09506000100013","batch":"B"}"#,
        "gtin: `09506000100013`: wrong check digit; write",
    )
    .await;
    check(
        r#"{"type":"batch","gtin":"09506000134352","batch":"B"}"#,
        "gtin: the product `09506000134352` is not known here; put",
    )
    .await;
    check(
        r#"{"type":"batch","gtin":"09506000100012","batch":"B B"}"#,
        "batch: `B B` is not possible; use 1 to 20",
    )
    .await;
    check(
        r#"{"type":"batch","gtin":"09506000100012","batch":"B","produced":"2026-02-30"}"#,
        "produced: `2026-02-30`: not a date",
    )
    .await;
    check(
        r#"{"type":"batch","gtin":"09506000100012","batch":"B","produced":"2026-02-20","expiry":"2026-02-19"}"#,
        "expiry: lies before the day of production",
    )
    .await;
    check(
        r#"{"type":"units","gtin":"09506000100012","batch":"NO","serials":["A"]}"#,
        "batch: `NO` is not known here",
    )
    .await;
    check(
        r#"{"type":"units","gtin":"09506000100012","batch":"T1","serials":["OK","A#B"]}"#,
        "serials: `A#B` is not possible",
    )
    .await;
    check(
        r#"{"type":"product","brand":"acme","gtin":"09521000200012","name":{"en":"x"},"sector":"x","serials":"partial"}"#,
        "gtin: `09521000200012` begins with none of the brand's prefixes",
    )
    .await;
    check(
        r#"{"type":"product","brand":"nobody","gtin":"09506000100012","name":{},"sector":"x","serials":"partial"}"#,
        "brand: `nobody` is not known here",
    )
    .await;
    check(
        r#"{"type":"brand","id":"third","name":"Third","prefixes":["95060001"]}"#,
        "prefixes: `95060001` belongs to the brand `acme`",
    )
    .await;
    check(
        r#"{"type":"place","id":"9506000900019","name":"x","kind":"shop","town":"x","country":"PL","lat":1,"lon":1}"#,
        "id: `9506000900019` has a wrong check digit",
    )
    .await;
    check(
        r#"{"type":"place","id":"x","name":"x","kind":"shop","town":"x","country":"Poland","lat":1,"lon":1}"#,
        "country: `Poland` is no country",
    )
    .await;
    check(
        r#"{"type":"brand","id":"operator","name":"x","prefixes":[]}"#,
        "id: `operator` is the name of another organisation here",
    )
    .await;
    check(
        r#"{"type":"place","id":"x","name":"x","kind":"shop","town":"x","country":"PL","lat":100,"lon":1,"accepts":["gold"]}"#,
        "lat: 100, 1 is no point on earth",
    )
    .await;
    check(
        r#"{"type":"recall","id":"R","gtin":"09506000100012","on":"2026-11-01","hazard":{"en":"x"},"instruction":{"en":"x"},"remedies":["apology"]}"#,
        "remedies: `apology` is no remedy; use one of: refund, repair, replacement",
    )
    .await;
    check(
        r#"{"type":"product","brand":"acme","gtin":"09506000100012","name":{"en":"x"},"sector":"x","serials":"partial","picture":"../test.db"}"#,
        "picture: there is no picture `../test.db`",
    )
    .await;
}

#[tokio::test]
async fn pictures_are_looked_into() {
    let site = Site::new().await;
    let folder = site.folder.path().join("pictures");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(
        folder.join("good.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    )
    .unwrap();
    std::fs::write(folder.join("bad.svg"), "<svg onload=\"x()\"/>").unwrap();
    std::fs::write(folder.join("bad.png"), "no picture").unwrap();
    let record = |picture: &str| {
        format!(
            r#"{{"type":"product","brand":"acme","gtin":"{TEA}","name":{{"en":"Tea"}},"sector":"food","serials":"declared","picture":"{picture}"}}"#
        )
    };
    for bad in ["bad.svg", "bad.png", "none.png"] {
        assert_eq!(site.import(&record(bad)).await.problems.len(), 1, "{bad}");
    }
    assert!(site.import(&record("good.svg")).await.problems.is_empty());
    let answer = site
        .get(&format!("/01/{TEA}"), &[("accept", "application/json")])
        .await
        .json();
    let path = answer["product"]["picture"].as_str().unwrap();
    let reply = site.get(path, &[]).await;
    assert_eq!(reply.is(200).header("content-type"), "image/svg+xml");
    assert_eq!(
        reply.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert!(reply.header("content-security-policy").contains("sandbox"));
    site.get("/pictures/0000", &[]).await.is(404);
}
