//! Every published EPCIS document through capture and query.

use std::{env, fs, path::Path};

use api::{
    epcis::{Context, event_hash, event_list},
    scope::Scope,
};
use axum::{body::Body, http::Method};
use serde_json::Value;

use crate::site::{Site, request};

fn hashes(document: &Value) -> Vec<String> {
    let context = Context::of(document.get("@context"));
    let (_, events) = event_list(document).unwrap();
    let mut hashes: Vec<String> = events
        .iter()
        .map(|event| event_hash(event, &context).to_string())
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes
}

#[tokio::test]
async fn every_published_document_comes_back_as_it_went_in() {
    let Some(folder) = env::var_os("TOUCHSTONE_STANDARDS") else {
        println!("TOUCHSTONE_STANDARDS is not set: the published EPCIS documents are left out");
        return;
    };
    let folder = Path::new(&folder).join("epcis");
    let mut documents = 0;
    for part in ["examples", "event-hash"] {
        for entry in fs::read_dir(folder.join(part)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "jsonld") {
                let text = fs::read_to_string(&path).unwrap();
                round(&serde_json::from_str(&text).unwrap(), &path).await;
                documents += 1;
            }
        }
    }
    assert!(documents >= 14, "only {documents} documents");
}

async fn round(document: &Value, path: &Path) {
    let site = Site::new().await;
    let key = site
        .key_with("globex", &[Scope::Capture, Scope::Query])
        .await;
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/ld+json"),
    ];
    let body = Body::from(document.to_string());
    let sent = request(Method::POST, "/epcis/capture", &headers, body);
    let reply = site.send(sent).await;
    let job = site
        .get(reply.is(202).header("location"), &headers)
        .await
        .json();
    assert_eq!(job["success"], true, "{}: {job}", path.display());
    let back = site
        .get("/epcis/events?perPage=1000", &headers)
        .await
        .is(200)
        .json();
    assert_eq!(hashes(&back), hashes(document), "{}", path.display());
    let (_, events) = event_list(document).unwrap();
    let (_, answered) = event_list(&back).unwrap();
    // What came back means what went in.
    for event in events {
        let mut event = event.clone();
        let is_back = answered.iter().any(|answered| {
            let mut answered = answered.clone();
            for ours in ["recordTime", "@context", "eventID"] {
                for side in [&mut event, &mut answered] {
                    side.as_object_mut().unwrap().remove(ours);
                }
            }
            answered == event
        });
        assert!(is_back, "{}: {event} is not in {back}", path.display());
    }
    // Captured again from what was answered, nothing is new.
    let again = Body::from(back.to_string());
    site.send(request(Method::POST, "/epcis/capture", &headers, again))
        .await
        .is(202);
    let count = site
        .app
        .store
        .read(|db| db.count_events("globex"))
        .await
        .unwrap();
    assert_eq!(count as usize, hashes(document).len(), "{}", path.display());
}
