//! Serials that were never issued: of one product, all answer alike, at every door.
//!
//! What is not compared is time. That the same is asked of the database whatever the serial is shown
//! where the questions are made, in `known.rs`.

use axum::{body::Body, http::Method};
use issue::IssueKey;
use serde_json::{Value, json};

use crate::site::{Reply, Site, TEA, observed, request, unit};

/// Looks like a serial of ours, and was never made with the key.
const NOBODYS: &str = "0123456789ABCDEF";
/// Like an imported one.
const SHORT: &str = "TEA9";
/// Another product's.
const PILL: &str = "PIL2";
/// What an event of the brand's names, and no record.
const TOLD: &str = "TOLD0000000000X1";

struct Door {
    name: &'static str,
    expected: u16,
}

const DOORS: [Door; 7] = [
    Door {
        name: "verify",
        expected: 200,
    },
    Door {
        name: "page",
        expected: 200,
    },
    Door {
        name: "json",
        expected: 200,
    },
    Door {
        name: "pedigree",
        expected: 404,
    },
    Door {
        name: "reveal",
        expected: 404,
    },
    Door {
        name: "register",
        expected: 404,
    },
    Door {
        name: "linkset",
        expected: 200,
    },
];

async fn ask(site: &Site, door: &str, serial: &str) -> Reply {
    let path = format!("/01/{TEA}/21/{serial}");
    let post = async |to: &str, body: Value| {
        let headers = [("content-type", "application/json")];
        let body = Body::from(body.to_string());
        site.send(request(Method::POST, to, &headers, body)).await
    };
    match door {
        "verify" => {
            post(
                "/v1/verify",
                json!({ "code": format!("(01){TEA}(21){serial}") }),
            )
            .await
        }
        "page" => site.get(&path, &[("accept", "text/html")]).await,
        "json" => site.get(&path, &[("accept", "application/json")]).await,
        "pedigree" => site.get(&format!("/v1/pedigree{path}"), &[]).await,
        "reveal" => {
            let code = issue::HiddenIssuer::new(&issue::HiddenKey::new([1; 32]), 7).code(0);
            post(
                "/v1/reveal",
                json!({ "path": path, "code": code.to_string() }),
            )
            .await
        }
        "register" => post("/v1/registrations", json!({ "path": path })).await,
        _ => site.get(&format!("{path}?linkType=linkset"), &[]).await,
    }
}

/// What a reply says but for the serial itself, for who asks, and for its own number.
fn said(reply: &Reply, serial: &str) -> (u16, String) {
    let mut text = reply.text().replace(serial, "SERIAL");
    let number = reply.header("x-request-id");
    if !number.is_empty() {
        text = text.replace(number, "NUMBER");
    }
    // A page has tokens of the browser's own.
    let tokens = ["name=\"csrf\" value=\"", "name=\"nonce\" value=\""];
    for token in tokens {
        let mut parts = text.split(token);
        let first = parts.next().unwrap_or_default().to_owned();
        text = parts.fold(first, |text, part| {
            let rest = part.split_once('"').map_or("", |(_, rest)| rest);
            format!("{text}{token}\"{rest}")
        });
    }
    (reply.status.as_u16(), text)
}

/// A serial that opens with the server's key to a counter that was never issued: nobody but who has
/// the key can write one.
fn unissued(site: &Site) -> String {
    let text = std::fs::read_to_string(site.folder.path().join("issue-key")).unwrap();
    let digits = text.trim().strip_prefix("touchstone_issue_").unwrap();
    let byte = |at: usize| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap();
    let key = IssueKey::new(std::array::from_fn(byte));
    let issuer = issue::Issuer::new(&key, TEA.parse().unwrap());
    issuer.serial(9_999).unwrap().to_string()
}

#[tokio::test]
async fn all_that_were_never_issued_answer_alike() {
    let site = Site::new().await;
    let issued = crate::reveal::issue(&site, 2).remove(0);
    let told = observed(
        &unit(TEA, TOLD),
        "2026-11-01T08:00:00Z",
        "inspecting",
        "stolen",
        "9506000900018",
    );
    site.capture("acme", json!([told])).await;
    // One letter beside a real one.
    let mut near = issued.serial.clone();
    let last = if near.ends_with('0') { "1" } else { "0" };
    near.replace_range(15.., last);
    let beyond = unissued(&site);
    for Door { name, expected } in DOORS {
        let reply = ask(&site, name, NOBODYS).await;
        let (status, text) = said(&reply, NOBODYS);
        assert_eq!(status, expected, "{name}: {text}");
        for serial in [SHORT, PILL, TOLD, &near, &beyond] {
            // Twice: what is remembered of the first time changes nothing.
            for _ in 0..2 {
                let other = ask(&site, name, serial).await;
                assert_eq!(
                    said(&other, serial),
                    (status, text.clone()),
                    "{name} {serial}"
                );
                if serial.len() == NOBODYS.len() {
                    assert_eq!(other.bytes.len(), reply.bytes.len(), "{name} {serial}");
                }
            }
        }
    }
    let real = ask(&site, "verify", &issued.serial).await.json();
    assert_eq!(real["verdict"]["standing"], "issued");
}
