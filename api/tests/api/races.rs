//! Many who want the same thing at once.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value, json};

use crate::site::{MUG, PILLS, Site};

/// How often it is tried.
const ROUNDS: usize = 200;
/// How many want the same unit.
const CLIENTS: usize = 64;

/// Sends the same from all clients at once; how many were told what.
async fn all_at_once(site: &Arc<Site>, path: &'static str, body: Value) -> BTreeMap<String, usize> {
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|_| {
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
