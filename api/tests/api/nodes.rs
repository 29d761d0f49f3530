//! Several nodes on one database: what one is told, all know.

use std::time::{Duration, Instant};

use api::store::{Store, UnitKey};
use serde_json::json;

use crate::{
    command::touchstone,
    issue::issue,
    observe::Server,
    site::{Site, observed, unit},
    store::entry,
};

const TEA: &str = "09506000100012";

fn other_node(site: &Site) -> Site {
    let store = Store::open(&site.address).unwrap();
    Site::on(site.address.clone(), store)
}

async fn standing(site: &Site, serial: &str) -> String {
    let code = format!("(01){TEA}(21){serial}");
    let reply = site.post("/v1/verify", &json!({ "code": code })).await;
    let answer = reply.is(200).json();
    answer["verdict"]["standing"].as_str().unwrap().to_owned()
}

/// Asked so often that a node answers out of its memory.
async fn settled(site: &Site, serial: &str, expected: &str) {
    for _ in 0..3 {
        assert_eq!(standing(site, serial).await, expected);
    }
}

#[tokio::test]
async fn a_recall_is_in_every_new_answer_of_every_node() {
    let here = Site::new().await;
    let there = other_node(&here);
    for site in [&here, &there] {
        settled(site, "TEA1", "issued").await;
    }
    let report = here
        .import(
            r#"{"type":"recall","id":"R-2026-9","gtin":"09506000100012","batches":["T1"],"on":"2026-11-20","hazard":{"en":"Glass."},"instruction":{"en":"Do not drink it."},"remedies":["refund"],"contact":{"phone":"+48 58 111 11 11"}}"#,
        )
        .await;
    assert!(report.problems.is_empty(), "{report}");
    // No waiting: it holds from the commit on. The limits are 5 and 60 seconds.
    let published = Instant::now();
    assert_eq!(standing(&here, "TEA2").await, "recalled");
    assert!(published.elapsed() < Duration::from_secs(5));
    assert_eq!(standing(&there, "TEA2").await, "recalled");
    assert!(published.elapsed() < Duration::from_secs(60));
    // It can be taken back as fast.
    let report = there
        .import(
            r#"{"type":"recall","id":"R-2026-9","gtin":"09506000100012","batches":["T0"],"on":"2026-11-20","hazard":{"en":"Glass."},"instruction":{"en":"Do not drink it."},"remedies":["refund"],"contact":{"phone":"+48 58 111 11 11"}}"#,
        )
        .await;
    assert!(report.problems.is_empty(), "{report}");
    assert_eq!(standing(&here, "TEA3").await, "issued");
}

/// Ranges of serials are remembered, too.
#[tokio::test]
async fn how_far_a_range_has_come_is_in_every_new_answer_of_every_node() {
    let here = Site::new().await;
    let key = here.folder.path().join("issue-key");
    let record = |record: &str| format!(r#"{{"gtin":"{TEA}","batch":"S1",{record}}}"#);
    let batch = record(r#""type":"batch","counts_from":"applied""#);
    assert!(here.import(&batch).await.problems.is_empty());
    let count = |count: &str| {
        let arguments = [
            "--gtin", TEA, "--batch", "S1", "--count", count, "--format", "links",
        ];
        let links = issue(&here, &key, &arguments).unwrap();
        let serials = links
            .iter()
            .map(|link| link.rsplit('/').next().unwrap().to_owned());
        serials.collect::<Vec<_>>()
    };
    let first = count("2");
    let there = other_node(&here);
    std::fs::copy(&key, there.folder.path().join("issue-key")).unwrap();
    for site in [&here, &there] {
        settled(site, &first[0], "unknown").await;
        settled(site, &first[1], "unknown").await;
    }
    let applied = record(r#""type":"state","first":0,"count":1,"state":"applied""#);
    assert!(here.import(&applied).await.problems.is_empty());
    for site in [&here, &there] {
        assert_eq!(standing(site, &first[0]).await, "issued");
        settled(site, &first[1], "unknown").await;
    }
    // A range that comes to the others.
    let next = count("1");
    let applied = record(r#""type":"state","first":2,"count":1,"state":"applied""#);
    assert!(there.import(&applied).await.problems.is_empty());
    for site in [&here, &there] {
        settled(site, &next[0], "issued").await;
        settled(site, &first[0], "issued").await;
    }
}

/// Three processes: one publishes, and the very next answer of both servers has it, though they have
/// answered out of their memory until then.
#[tokio::test(flavor = "multi_thread")]
async fn a_recall_that_another_process_publishes_is_in_the_next_answer_of_each_server() {
    let site = Site::new().await;
    let database = site.address.to_string();
    let key = site.folder.path().join("issue-key").display().to_string();
    let flags = ["--database", &database, "--issue-key", &key];
    let servers = [Server::start(&flags), Server::start(&flags)];
    let standing = |server: &Server| {
        let code = format!("{{\"code\":\"(01){TEA}(21)TEA1\"}}");
        let headers = "Content-Type: application/json\r\n";
        let answer = server.ask("POST", "/v1/verify", headers, &code);
        let (_, standing) = answer.split_once("\"standing\":\"").expect(&answer);
        standing.split('"').next().unwrap().to_owned()
    };
    let page = |server: &Server| {
        let headers = "Accept: text/html\r\n";
        server.ask("GET", &format!("/01/{TEA}/10/T1"), headers, "")
    };
    for server in [&servers[0], &servers[1], &servers[0], &servers[1]] {
        assert_eq!(standing(server), "issued");
        assert!(!page(server).contains("Glass."));
    }
    let recall = site.folder.path().join("recall.jsonl");
    let record = r#"{"type":"recall","id":"R-2026-9","gtin":"09506000100012","batches":["T1"],"on":"2026-11-20","hazard":{"en":"Glass."},"instruction":{"en":"Do not drink it."},"remedies":["refund"],"contact":{"phone":"+48 58 111 11 11"}}"#;
    std::fs::write(&recall, record).unwrap();
    let path = recall.display().to_string();
    let published = touchstone(&["import", "--database", &database, &path]);
    assert!(published.status.success(), "{published:?}");
    for server in &servers {
        assert_eq!(standing(server), "recalled");
        assert!(page(server).contains("Glass."));
    }
}

/// The check is counted in the act that finds out that what was remembered is old, or after it.
#[tokio::test]
async fn a_check_counts_once_whatever_has_changed_before_it() {
    let here = Site::new().await;
    let there = other_node(&here);
    settled(&here, "TEA1", "issued").await;
    settled(&there, "TEA1", "issued").await;
    let recall = r#"{"type":"recall","id":"R-2026-9","gtin":"09506000100012","batches":["T1"],"on":"2026-11-20","hazard":{"en":"Glass."},"instruction":{"en":"Do not drink it."},"remedies":["refund"],"contact":{"phone":"+48 58 111 11 11"}}"#;
    here.import(recall).await;
    for site in [&here, &there, &there] {
        assert_eq!(standing(site, "TEA1").await, "recalled");
    }
    // And of serials that were never issued, and of products that are not here.
    standing(&here, "NEVER").await;
    let elsewhere = json!({ "code": "(01)09506000199993(21)A1" });
    for _ in 0..2 {
        here.post("/v1/verify", &elsewhere).await.is(200);
    }
    let counted = here.app.store.read(|db| db.count_checks()).await.unwrap();
    assert_eq!(counted, 3 + 3 + 3 + 1 + 2);
}

#[tokio::test]
async fn what_a_program_of_before_changes_is_seen_a_little_later() {
    let here = Site::new().await;
    settled(&here, "TEA1", "issued").await;
    // It doesn't know of the count.
    crate::engine::raw(
        &here.address,
        "delete from recall;
         insert into recall (id, product, record)
         select 'R-OLD', id, '{\"id\":\"R-OLD\",\"gtin\":\"09506000100012\",\"on\":\"2026-11-20\",\"hazard\":{\"en\":\"Glass.\"},\"instruction\":{\"en\":\"Do not drink it.\"},\"remedies\":[\"refund\"],\"contact\":{}}'
         from product where gtin = '09506000100012'",
    );
    let began = Instant::now();
    while standing(&here, "TEA2").await != "recalled" {
        assert!(began.elapsed() < Duration::from_secs(30));
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test]
async fn events_and_places_are_seen_by_every_node() {
    let here = Site::new().await;
    let there = other_node(&here);
    settled(&there, "TEA1", "issued").await;
    let stolen = observed(
        &unit(TEA, "TEA1"),
        "2026-11-01T08:00:00Z",
        "inspecting",
        "stolen",
        "9506000100005",
    );
    here.capture("acme", json!([stolen])).await;
    assert_eq!(standing(&there, "TEA1").await, "blocked");
    assert_eq!(standing(&there, "TEA2").await, "issued");
}

#[tokio::test]
async fn checks_of_one_unit_on_two_nodes_are_all_counted() {
    let here = Site::new().await;
    let there = other_node(&here);
    let tasks: Vec<_> = (0..120u8)
        .map(|number| {
            let site = [&here, &there][usize::from(number % 2)];
            // Every third is delivered to both.
            let delivery = (number % 6 < 2).then_some([number / 2; 32]);
            let (store, entry) = (site.app.store.clone(), entry(&here, number, delivery));
            tokio::spawn(async move { store.count(entry).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let counted = here.app.store.read(|db| db.count_checks()).await.unwrap();
    assert_eq!(counted, 80 + 20);
    let unit: UnitKey = entry(&here, 0, None).unit.unwrap();
    let state = there.app.store.read(|db| db.check_state(&unit)).await;
    assert_eq!(state.unwrap().sessions, 100);
}

#[tokio::test]
async fn a_delivery_twice_in_one_group_counts_once() {
    let site = Site::new().await;
    let tasks: Vec<_> = (0..50u8)
        .map(|number| {
            let delivery = [number % 5; 32];
            let (store, entry) = (site.app.store.clone(), entry(&site, number, Some(delivery)));
            tokio::spawn(async move { store.count(entry).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let counted = site.app.store.read(|db| db.count_checks()).await.unwrap();
    assert_eq!(counted, 5);
    let unit = entry(&site, 0, None).unit.unwrap();
    let state = site.app.store.read(|db| db.check_state(&unit)).await;
    assert_eq!(state.unwrap().sessions, 5);
}
