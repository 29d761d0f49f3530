//! Many who want the same thing at once.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use api::store::{Store, StoreError};
use serde_json::{Value, json};

use crate::{
    engine,
    site::{MUG, PILLS, Site},
};

/// How often it is tried.
const ROUNDS: usize = 200;
/// How many want the same unit.
const CLIENTS: usize = 64;

/// Sends the same from all clients at once; how many were told what.
async fn all_at_once(site: &Arc<Site>, path: &'static str, body: Value) -> BTreeMap<String, usize> {
    at_nodes(std::slice::from_ref(site), path, body).await
}

/// As before, to one node after the other.
async fn at_nodes(nodes: &[Arc<Site>], path: &'static str, body: Value) -> BTreeMap<String, usize> {
    let tasks: Vec<_> = nodes
        .iter()
        .cycle()
        .take(CLIENTS)
        .map(|site| {
            let (site, body) = (site.clone(), body.clone());
            tokio::spawn(async move {
                let reply = site.post(path, &body).await;
                match reply.status.as_u16() {
                    201 => "ours".to_owned(),
                    status => format!("{status} {}", reply.json()["type"]),
                }
            })
        })
        .collect();
    let mut told = BTreeMap::new();
    for task in tasks {
        *told.entry(task.await.unwrap()).or_default() += 1;
    }
    told
}

async fn with_units(gtin: &str, batch: &str) -> Arc<Site> {
    let site = Site::new().await;
    let serials: Vec<String> = (0..ROUNDS).map(|round| format!("RACE{round}")).collect();
    let units = json!({ "type": "units", "gtin": gtin, "batch": batch, "serials": serials });
    let report = site.import(&units.to_string()).await;
    assert!(report.is_kept, "{report:?}");
    Arc::new(site)
}

/// One succeeded, and all others were told why they did not.
fn judge(told: BTreeMap<String, usize>, why: &str) {
    let expected = BTreeMap::from([("ours".to_owned(), 1), (why.to_owned(), CLIENTS - 1)]);
    assert_eq!(told, expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_64_registers_a_unit() {
    let site = with_units(MUG, "M1").await;
    for round in 0..ROUNDS {
        let body = json!({ "path": format!("/01/{MUG}/21/RACE{round}") });
        let told = all_at_once(&site, "/v1/registrations", body).await;
        judge(told, "409 \"/problems/taken\"");
    }
    assert_eq!(
        site.app.store.read_blocking(|db| db.ledger_sum()).unwrap(),
        0
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_64_claims_a_unit() {
    let site = with_units(PILLS, "P1").await;
    for round in 0..ROUNDS {
        let body = json!({
            "path": format!("/01/{PILLS}/21/RACE{round}"),
            "recall": "R-2026-1",
            "remedy": "refund",
        });
        let told = all_at_once(&site, "/v1/claims", body).await;
        judge(told, "409 \"/problems/claimed\"");
    }
}

/// Two nodes on one PostgreSQL, each with a thread that writes: only the database decides.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_64_at_two_nodes_registers_a_unit() {
    let Some(nodes) = two_nodes().await else {
        return;
    };
    for round in 0..ROUNDS / 4 {
        let body = json!({ "path": format!("/01/{MUG}/21/RACE{round}") });
        let told = at_nodes(&nodes, "/v1/registrations", body).await;
        judge(told, "409 \"/problems/taken\"");
    }
}

/// `None` on SQLite, which one process writes at a time.
async fn two_nodes() -> Option<[Arc<Site>; 2]> {
    engine::server()?;
    let here = with_units(MUG, "M1").await;
    let store = Store::open(&here.address).unwrap();
    let there = Arc::new(Site::on(here.address.clone(), store));
    Some([here, there])
}

/// Acts of two nodes that read one value and write what follows from it: PostgreSQL refuses one of
/// two that overlap (40001), and that one is run again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acts_of_two_nodes_that_are_in_each_others_way_are_run_again() {
    const EACH: i64 = 200;
    let Some(nodes) = two_nodes().await else {
        return;
    };
    let runs = Arc::new(AtomicUsize::new(0));
    let acts = nodes.iter().map(|node| {
        let (store, runs) = (node.app.store.clone(), runs.clone());
        tokio::spawn(async move {
            for _ in 0..EACH {
                let runs = runs.clone();
                let counted = store.write(move |tx| {
                    runs.fetch_add(1, Ordering::Relaxed);
                    let before = tx.moment("counted")?.map_or(0, |at| at.0);
                    // Long enough for the other node to come in between: it reads, too.
                    for _ in 0..20 {
                        tx.moment("counted")?;
                    }
                    tx.put_moment("counted", trace::Instant(before + 1))
                });
                counted.await.unwrap();
            }
        })
    });
    for act in acts.collect::<Vec<_>>() {
        act.await.unwrap();
    }
    let store = &nodes[0].app.store;
    let counted = store.read_blocking(|db| db.moment("counted")).unwrap();
    assert_eq!(counted, Some(trace::Instant(2 * EACH)), "none is lost");
    let runs = runs.load(Ordering::Relaxed);
    assert!(runs > 2 * EACH as usize, "nothing was in the way");
}

/// Who is in each other's way for long tries for as long as people wait, and is told then: it is the
/// time that counts, for a try takes as long as the disk has it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_is_tried_while_there_is_time_and_then_given_up() {
    let site = Site::empty();
    let run = |conflicts: usize| {
        let (store, runs) = (site.app.store.clone(), Arc::new(AtomicUsize::new(0)));
        let counted = runs.clone();
        async move {
            let began = Instant::now();
            let told = store.write(move |tx| {
                tx.put_moment("tried", trace::Instant(1))?;
                match counted.fetch_add(1, Ordering::Relaxed) < conflicts {
                    true => Err(StoreError::Conflict),
                    false => Ok(()),
                }
            });
            let told = told.await.map_err(|error| error.to_string());
            (told, runs.load(Ordering::Relaxed), began.elapsed())
        }
    };
    // Far more often than two nodes meet by chance.
    let (told, runs, _) = run(20).await;
    assert_eq!((told, runs), (Ok(()), 21));
    let (told, runs, took) = run(usize::MAX).await;
    assert_eq!(told, Err("another node was in the way".to_owned()));
    assert!(runs > 20, "{runs} runs");
    // A request has 15 s.
    assert!(took < Duration::from_secs(12), "{took:?}");
    // And the next one has its turn.
    assert_eq!(run(0).await.0, Ok(()));
}
