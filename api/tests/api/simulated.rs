//! A world goes in through the server's doors, as it is written, and the server says of each unit
//! what the judge says without it.

use std::collections::BTreeMap;

use axum::{body::Body, http::Method};
use serde_json::{Value, json};
use simulate::{Code, Look, Parameters, START, Unit, World, judged};
use trace::{PlaceSource, Policy, Role, Signal};

use crate::site::{Reply, Site, moment, request};

/// Small, and with all that happens in large ones.
fn world() -> World {
    let parameters = Parameters {
        check_rates: [0.01, 0.02, 0.04],
        lots: 2,
        campaigns: 9,
        diverted_lots: 2,
        demo: 0.002,
        ..Parameters::default()
    };
    let mut world = World::new(11, &parameters);
    // Units with a history, each as far as a test has time for.
    let mut counts: BTreeMap<Unit, usize> = BTreeMap::new();
    for look in &world.looks {
        if let Code::Unit(unit) = look.code {
            *counts.entry(unit).or_default() += 1;
        }
    }
    let chosen: Vec<Unit> = {
        let mut units: Vec<Unit> = counts
            .iter()
            .filter(|(_, count)| **count > 2)
            .map(|(unit, _)| *unit)
            .collect();
        units.sort_by_key(|unit| (!world.truth.kinds.contains_key(unit), *unit));
        units.truncate(40);
        units
    };
    let mut kept: BTreeMap<Unit, usize> = BTreeMap::new();
    let mut wanted = |look: &Look| match look.code {
        Code::Unit(unit) if look.role == Role::Consumer && chosen.contains(&unit) => {
            let count = kept.entry(unit).or_default();
            *count += 1;
            *count <= 20
        }
        _ => false,
    };
    world.looks = std::mem::take(&mut world.looks)
        .into_iter()
        .filter(|look| wanted(look))
        .collect();
    // A file of requests has no addresses: the country is what the person says. And all events are
    // there before the first check.
    for look in &mut world.looks {
        if let Some(place) = &mut look.place
            && place.point.is_none()
        {
            place.source = PlaceSource::Typed;
        }
    }
    for event in &mut world.events {
        event.captured_at = START;
    }
    world
}

async fn post(site: &Site, path: &str, headers: &[(&str, &str)], body: String) -> Reply {
    let headers = [headers, &[("content-type", "application/json")]].concat();
    site.send(request(Method::POST, path, &headers, Body::from(body)))
        .await
}

#[tokio::test]
async fn the_server_says_what_the_judge_says() {
    let world = world();
    let written = world.written();
    let site = Site::empty();
    let report = site.import(&written.records).await;
    assert!(report.is_kept, "{report}");
    // What is counted of batches comes in half minutes, and is tried elsewhere.
    for brand in ["acme", "brio"] {
        let line = written
            .records
            .lines()
            .find(|line| line.contains(&format!("\"id\":\"{brand}\"")));
        let mut brand: Value = serde_json::from_str(line.unwrap()).unwrap();
        brand["thresholds"] = json!({ "scale": { "lot-astray": 0 } });
        assert!(site.import(&brand.to_string()).await.is_kept);
    }
    for (brand, document) in &written.documents {
        let key = site.key(brand).await;
        let bearer = format!("Bearer {key}");
        let headers = [("authorization", bearer.as_str())];
        let reply = post(&site, "/epcis/capture", &headers, document.clone()).await;
        let job = reply.is(202).header("location").to_owned();
        let job = site.get(&job, &headers).await.json();
        assert_eq!(job["success"], true, "{job}");
    }

    let mut suspect: BTreeMap<Unit, bool> = BTreeMap::new();
    for (line, look) in written.checks.lines().zip(&world.looks) {
        let Code::Unit(unit) = look.code else {
            continue;
        };
        let line: Value = serde_json::from_str(line).unwrap();
        let at = moment(line["received_at"].as_str().unwrap());
        site.pass(at.0 - site.app.clock.now().0);
        let cookie = format!("session={0}{0}", line["session"].as_str().unwrap());
        let body = line["request"].to_string();
        let reply = post(&site, "/v1/verify", &[("cookie", &cookie)], body).await;
        let verdict = reply.is(200).json()["verdict"].clone();
        let is_suspect = verdict["standing"] == "suspect"
            || verdict["also"]
                .as_array()
                .unwrap()
                .contains(&json!("suspect"));
        *suspect.entry(unit).or_default() |= is_suspect;
    }

    let policy = Policy::default().without(Signal::LotAstray);
    let judged = judged(&world, &policy);
    assert_eq!(judged.units.len(), suspect.len());
    let differing: Vec<_> = judged
        .units
        .iter()
        .filter(|(unit, account)| suspect[unit] != account.suspect_since.is_some())
        .map(|(unit, account)| (unit, world.truth.kinds.get(unit), account))
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
    let found = suspect.values().filter(|is_suspect| **is_suspect).count();
    assert!(
        (3..suspect.len()).contains(&found),
        "{found} of {}",
        suspect.len()
    );
}
