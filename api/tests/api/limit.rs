//! What a crowd never feels, and whoever guesses does.

use api::{
    code::Code,
    http::client::{Client, Peer},
    limit::{Limiter, Limits},
};
use axum::{
    body::Body,
    http::{Method, Request},
};
use serde_json::json;

use crate::site::{MUG, NOW, PILLS, PROXY, Reply, Site, TEA, moment, request};

/// A request from an address; through the trusted proxy where it says for whom.
fn from(peer: &str, headers: &[(&str, &str)], path: &str) -> Request<Body> {
    let mut request = request(Method::GET, path, headers, Body::empty());
    let peer = Peer(peer.parse().unwrap());
    request.extensions_mut().insert(peer);
    request
}

async fn open(site: &Site, peer: &str, path: &str) -> Reply {
    let json = [("accept", "application/json")];
    site.send(from(peer, &json, path)).await
}

async fn guess(site: &Site, peer: &str, number: usize) -> Reply {
    open(site, peer, &format!("/01/{TEA}/21/GUESS{number:04}")).await
}

#[tokio::test]
async fn a_crowd_behind_one_address_never_waits() {
    let site = Site::new().await;
    for number in 0..600 {
        let serial = ["TEA1", "TEA2", "TEA3", "FAKE"][number % 4];
        open(&site, "198.51.100.7", &format!("/01/{TEA}/21/{serial}"))
            .await
            .is(200);
    }
}

#[tokio::test]
async fn guessing_ends_soon_and_says_for_how_long() {
    let site = Site::new().await;
    for number in 0..20 {
        guess(&site, "198.51.100.7", number).await.is(200);
    }
    let refused = guess(&site, "198.51.100.7", 20).await;
    refused.is(429);
    assert_eq!(refused.header("retry-after"), "3");
    let problem = refused.json();
    assert_eq!(problem["type"], "/problems/too-many");
    let detail = problem["detail"].as_str().unwrap();
    assert!(detail.contains("Wait 3 seconds"), "{detail}");
    // Refused before the look-up: a serial that exists is refused alike.
    let known = open(&site, "198.51.100.7", &format!("/01/{TEA}/21/TEA1")).await;
    assert_eq!(known.is(429).bytes.len(), refused.bytes.len());
    // Codes without a serial, and other people, go on.
    open(&site, "198.51.100.7", &format!("/01/{TEA}"))
        .await
        .is(200);
    guess(&site, "198.51.100.8", 20).await.is(200);
    site.pass(3_000);
    open(&site, "198.51.100.7", &format!("/01/{TEA}/21/TEA1"))
        .await
        .is(200);
}

#[tokio::test]
async fn a_block_of_addresses_guesses_no_more_than_eight() {
    let site = Site::new().await;
    let answered = async |address: &dyn Fn(usize) -> String| {
        let mut answered = 0;
        for number in 0..400 {
            let reply = guess(&site, &address(number), number).await;
            answered += usize::from(reply.status == 200);
        }
        answered
    };
    assert_eq!(answered(&|n| format!("198.51.100.{}", n % 256)).await, 160);
    assert_eq!(answered(&|n| format!("2001:db8:0:{n:x}::1")).await, 160);
    // One network of 64 bits is one address.
    assert_eq!(answered(&|n| format!("2001:db8:7:7::{n:x}")).await, 20);
}

#[tokio::test]
async fn a_forged_header_does_not_help() {
    let site = Site::new().await;
    let proxy = PROXY.split_once('/').unwrap().0;
    let forged = async |peer: &str, number: usize| {
        let address = format!("203.0.113.{}, 198.51.100.7", number % 250);
        let headers = [("x-forwarded-for", address.as_str())];
        let path = format!("/01/{TEA}/21/GUESS{number:04}");
        site.send(from(peer, &headers, &path)).await.status == 200
    };
    for peer in ["192.0.2.2", proxy] {
        let mut answered = 0;
        for number in 0..60 {
            answered += usize::from(forged(peer, number).await);
        }
        assert_eq!(answered, 20, "{peer}");
    }
}

#[tokio::test]
async fn every_door_counts_guesses() {
    let site = Site::new().await;
    let post = async |path: &str, body: serde_json::Value| {
        let headers = [("content-type", "application/json")];
        let mut request = request(Method::POST, path, &headers, Body::from(body.to_string()));
        let peer = Peer("198.51.100.7".parse().unwrap());
        request.extensions_mut().insert(peer);
        site.send(request).await.status.as_u16()
    };
    for number in 0..7 {
        let path = format!("/01/{TEA}/21/A{number}");
        let code = format!("https://x.example{path}");
        let checked = post("/v1/verify", json!({ "code": code })).await;
        assert_eq!(checked, 200);
        let path = format!("/01/{TEA}/21/B{number}");
        let registered = post("/v1/registrations", json!({ "path": path })).await;
        assert_eq!(registered, 404);
        let path = format!("/check?code=01{TEA}21C{number}");
        let page = open(&site, "198.51.100.7", &path).await;
        assert_eq!(page.status, if number < 6 { 200 } else { 429 });
    }
    let code = format!("https://x.example/01/{TEA}/21/TEA1");
    assert_eq!(post("/v1/verify", json!({ "code": code })).await, 429);
    let path = format!("/01/{TEA}/21/TEA1");
    assert_eq!(
        post("/v1/registrations", json!({ "path": path })).await,
        429
    );
}

#[test]
fn one_unit_asked_about_from_everywhere_waits_and_others_do_not() {
    let limits = Limits {
        code: "50+1/s".parse().unwrap(),
        ..Limits::default()
    };
    let limiter = Limiter::new(limits);
    let ask = |number: u8, path: &str| {
        let client = Client {
            address: [10, number, 0, 1].into(),
            is_forwarded: false,
        };
        let code = Code::read(&format!("https://x.example{path}"), None, false);
        limiter.look_up(Some(client), &code, moment(NOW)).is_ok()
    };
    let unit = format!("/01/{MUG}/21/MUG1");
    let answered = (0..60).filter(|number| ask(*number, &unit)).count();
    assert_eq!(answered, 50);
    assert!(ask(1, &format!("/01/{MUG}/21/MUG2")));
    // What has no serial may stand on every screen of a country.
    assert!((0..=255).all(|number| ask(number, &format!("/01/{MUG}/10/M1"))));
}

#[tokio::test]
async fn a_refusal_is_a_page_for_people() {
    let site = Site::new().await;
    for number in 0..20 {
        guess(&site, "198.51.100.7", number).await;
    }
    let headers = [("accept", "text/html"), ("accept-language", "de")];
    let path = format!("/01/{TEA}/21/TEA1");
    let page = site.send(from("198.51.100.7", &headers, &path)).await;
    page.is(429).says("Warten Sie einen Augenblick");
}

/// Within one product, whoever guesses can't tell two serials that were never issued apart.
#[tokio::test]
async fn serials_that_were_never_issued_answer_alike() {
    let site = Site::new().await;
    for gtin in [TEA, PILLS, MUG] {
        for accept in ["application/json", "text/html"] {
            let mut sizes = Vec::new();
            // Of one length, since a page shows the serial that was asked for.
            for serial in ["AAAAAA", "ZZZZZZ", "7K3M2Q", "TEA1AA", "000000"] {
                let headers = [("accept", accept)];
                let path = format!("/01/{gtin}/21/{serial}");
                let reply = site.get(&path, &headers).await;
                let names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
                sizes.push((reply.status, reply.bytes.len(), names));
            }
            let first = sizes[0].clone();
            assert!(sizes.iter().all(|other| *other == first), "{sizes:?}");
        }
    }
}

/// A code that contradicts itself is told so before any look-up: it costs no guess.
#[tokio::test]
async fn a_malformed_code_is_refused_first() {
    let site = Site::new().await;
    for number in 0..60 {
        let wrong_digit = format!("/01/09506000100013/21/G{number}");
        open(&site, "198.51.100.7", &wrong_digit).await.is(400);
        let too_long = format!("/01/{TEA}/21/THIS-SERIAL-IS-TOO-LONG-{number}");
        open(&site, "198.51.100.7", &too_long).await.is(400);
    }
    let checks = site
        .app
        .store
        .read_blocking(|db| db.count_checks())
        .unwrap();
    assert_eq!(checks, 0);
    guess(&site, "198.51.100.7", 1).await.is(200);
}
