//! `POST /typed/batch` and `POST /typed/serial`: a pack whose code can't be read.

use crate::{
    issue::issue,
    site::{PILLS, Reply, Site, TEA},
};

async fn typed(site: &Site, to: &str, gtin: &str, fields: &[(&str, &str)]) -> Reply {
    let browser = site.browser();
    let page = browser.open(&format!("/01/{gtin}")).await;
    page.is(200)
        .says("Check this pack by what is printed on it");
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let mut all = vec![("csrf", csrf.as_str()), ("path", path.as_str())];
    all.extend(fields);
    browser.submit(to, &all).await
}

async fn batch(site: &Site, batch: &str, date: &str, again: &str) -> Reply {
    let fields = [("batch", batch), ("date", date), ("again", again)];
    typed(site, "/typed/batch", TEA, &fields).await
}

#[tokio::test]
async fn by_batch_and_date() {
    let site = Site::new().await;
    for date in ["10.01.2028", "2028-01-10", "01/2028", "280110", ""] {
        let reply = batch(&site, "T1", date, "").await;
        reply.is(200).says("Tea, batch T1").says("Best before");
    }
    batch(&site, "T0", "10.01.26", "").await.says("Expired");
}

#[tokio::test]
async fn a_slip_is_first_asked_to_be_looked_at() {
    let site = Site::new().await;
    let other = batch(&site, "T1", "11.01.2028", "").await;
    other
        .is(200)
        .says("Look at both again")
        .says("A slip is the likeliest cause.");
    let again = other.field("again");
    // The same once more is meant so; something else is a first try.
    batch(&site, "T1", "12.01.2028", &again)
        .await
        .says("Look at both again");
    batch(&site, "T1", "11.01.2028", &again)
        .await
        .says("Batch and date don't belong together")
        .says("Something is wrong?");

    let unknown = batch(&site, "TI", "", "").await;
    unknown.says("Look at the batch again");
    let again = unknown.field("again");
    batch(&site, "TI", "", &again)
        .await
        .says("Not known here")
        .says("Acme has not told us about batch TI.");
    batch(&site, "T1", "soon", "")
        .await
        .says("Look at the date again");
    batch(&site, " ", "", "").await.is(422);
    batch(&site, "T€1", "", "").await.is(400);
}

#[tokio::test]
async fn a_recall_comes_before_any_slip() {
    let site = Site::new().await;
    let fields = [("batch", "P1"), ("date", "01.01.2020")];
    let reply = typed(&site, "/typed/batch", PILLS, &fields).await;
    reply.is(200).says("Recalled: stop using");
}

#[tokio::test]
async fn the_wrong_group_of_a_serial_is_named() {
    let site = Site::new().await;
    let key = site.folder.path().join("issue-key");
    let order = [
        "--gtin", TEA, "--batch", "T1", "--count", "1", "--format", "typed",
    ];
    let lines = issue(&site, &key, &order).unwrap();
    assert_eq!(lines[0], "serial,typed");
    let (plain, groups) = lines[1].split_once(',').unwrap();
    assert_eq!(groups.len(), 23);
    let check = async |serial: &str| {
        let fields = [("serial", serial)];
        typed(&site, "/typed/serial", TEA, &fields).await
    };
    for right in [
        groups.to_owned(),
        groups.to_lowercase().replace('-', " "),
        groups.replace('-', ""),
        plain.to_owned(),
    ] {
        check(&right).await.is(200).says("Issued by Acme");
    }
    // Another letter in the third group.
    let at = 12;
    let other = if &groups[at..=at] == "7" { "8" } else { "7" };
    let slipped = format!("{}{other}{}", &groups[..at], &groups[at + 1..]);
    let again = check(&slipped).await;
    again.is(200).says("Look at group 3 again");
    assert!(!again.text().contains("data-standing"), "no verdict");
    assert!(again.text().contains(&format!("value=\"{slipped}\"")));
    check(&groups[..22]).await.says("Look at group 4 again");
    check("ABC").await.says("Count the characters again");
    // A serial of the brand's own has no groups, and is what it is.
    check("TEA1").await.says("Issued by Acme");
}

#[tokio::test]
async fn a_pack_that_was_read_is_not_asked_for() {
    let site = Site::new().await;
    for path in [
        format!("/01/{TEA}/21/TEA1"),
        "/01/09506000100036/10/A1".to_owned(),
    ] {
        let page = site.browser().open(&path).await;
        let words = page.is(200).words();
        assert!(!words.contains("what is printed on it"), "{path}");
    }
}

#[tokio::test]
async fn where_it_stands_on_the_pack() {
    let site = Site::new().await;
    let pictures = site.folder.path().join("pictures");
    std::fs::create_dir_all(&pictures).unwrap();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    std::fs::write(pictures.join("base.svg"), svg).unwrap();
    let jar = r#"{"type":"product","brand":"acme","gtin":"09506000100050","name":{"en":"Jar"},"sector":"food","printed":{"picture":"base.svg","batch":{"x":20,"y":30},"hint":{"en":"Under the lid."}},"serials":"not-numbered"}"#;
    assert!(site.import(jar).await.problems.is_empty());
    let page = site.browser().open("/01/09506000100050").await;
    page.is(200).says("Under the lid.");
    let picture = page.text();
    let at = picture.find("/pictures/").unwrap();
    let path = &picture[at..at + "/pictures/".len() + 64];
    let shown = site.get(path, &[]).await;
    assert_eq!(shown.is(200).bytes, svg.as_bytes());
    let off = jar.replace("\"y\":30", "\"y\":-1");
    assert!(site.import(&off).await.to_string().contains("printed"));
}
