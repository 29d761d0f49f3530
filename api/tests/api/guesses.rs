//! Serials that were never issued: of one product, all answer alike, at every door.
//!
//! What is not compared is time. That the same is asked of the database whatever the serial is shown
//! where the questions are made, in `known.rs`.

use api::scope::Scope;
use axum::{body::Body, http::Method};
use issue::IssueKey;
use serde_json::{Value, json};

use crate::{
    reports,
    site::{Reply, Site, TEA, observed, request, unit},
};

/// Looks like a serial of ours, and was never made with the key.
const NOBODYS: &str = "0123456789ABCDEF";
/// Like an imported one.
const SHORT: &str = "TEA9";
/// Another product's.
const PILL: &str = "PIL2";
/// What an event of the brand's names, and no record.
const TOLD: &str = "TOLD0000000000X1";

/// Each door, and what it answers.
const DOORS: &[(&str, u16)] = &[
    ("verify", 200),
    ("page", 200),
    ("json", 200),
    ("pedigree", 404),
    ("reveal", 404),
    ("register", 404),
    ("linkset", 200),
    ("claim", 422),
    ("follow", 404),
    ("recalled", 200),
    ("responder", 200),
    ("pedigree page", 404),
    ("frame", 404),
    ("check", 200),
    ("typed", 200),
    ("register form", 404),
    ("claim form", 422),
    ("follow form", 404),
    ("dispute form", 404),
    ("reveal form", 404),
    ("compare form", 200),
    ("report form", 200),
    ("feedback form", 409),
];

/// A form of the page about the product, sent as if it stood on the page of the serial.
async fn submit(site: &Site, action: &str, fields: &[(&str, &str)]) -> Reply {
    let browser = site.browser();
    let csrf = browser.open(&format!("/01/{TEA}")).await.field("csrf");
    let fields = [&[("csrf", csrf.as_str())], fields].concat();
    match action {
        "/report" | "/feedback" => reports::send_to(&browser, action, &fields, &[]).await,
        _ => browser.submit(action, &fields).await,
    }
}

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
        "claim" => {
            let claim = json!({ "path": path, "recall": "R-2026-1", "remedy": "refund" });
            post("/v1/claims", claim).await
        }
        "follow" => post("/v1/follows", json!({ "path": path, "channel": "link" })).await,
        "recalled" => post("/v1/recalled", json!({ "codes": [path] })).await,
        "responder" => {
            let key = site.key_with("acme", &[Scope::Verification]).await;
            let bearer = format!("Bearer {key}");
            let path =
                format!("/verify/gtin/{TEA}/lot/T1/ser/{serial}?exp=280110&reqGLN=9521000000001");
            site.get(&path, &[("authorization", &bearer)]).await
        }
        "pedigree page" => site.browser().open(&format!("/pedigree{path}")).await,
        "frame" => site.browser().open(&format!("/frame{path}")).await,
        "check" => {
            let typed = format!("/check?code=(01){TEA}(21){serial}");
            site.browser().follow(&typed).await
        }
        "typed" => {
            let product = format!("/01/{TEA}");
            submit(
                site,
                "/typed/serial",
                &[("path", &product), ("serial", serial)],
            )
            .await
        }
        "register form" => submit(site, "/register", &[("path", &path)]).await,
        "claim form" => {
            let fields = [
                ("path", &*path),
                ("recall", "R-2026-1"),
                ("remedy", "refund"),
            ];
            submit(site, "/claim", &fields).await
        }
        "follow form" => submit(site, "/follow", &[("path", &path), ("channel", "link")]).await,
        "dispute form" => {
            let fields = [("path", &*path), ("message", "It is mine.")];
            submit(site, "/register/dispute", &fields).await
        }
        "reveal form" => {
            let code = issue::HiddenIssuer::new(&issue::HiddenKey::new([1; 32]), 7).code(0);
            let fields = [("path", &*path), ("code", &*code.to_string())];
            submit(site, "/reveal", &fields).await
        }
        "compare form" => submit(site, "/compare", &[("path", &path), ("look1", "no")]).await,
        "report form" => submit(site, "/report", &[("path", &path), ("words", "Odd.")]).await,
        "feedback form" => submit(site, "/feedback", &[("path", &path), ("stars", "5")]).await,
        "linkset" => site.get(&format!("{path}?linkType=linkset"), &[]).await,
        other => panic!("no door `{other}`"),
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
    // Nor are two reports called the same.
    while let Some(at) = text.find("W-") {
        text.replace_range(at..(at + 11).min(text.len()), "REFERENCE");
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
    let mut differ = Vec::new();
    for &(name, expected) in DOORS {
        let reply = ask(&site, name, NOBODYS).await;
        let (status, text) = said(&reply, NOBODYS);
        if status != expected {
            differ.push(format!("{name} says {status}: {text}"));
        }
        for serial in [SHORT, PILL, TOLD, &near, &beyond] {
            // Typed, a serial is told by its spelling: what of it can't be one of ours is no secret.
            let is_ours = serial.parse::<issue::Serial>().is_ok();
            if name == "typed" && (!is_ours || serial == TOLD) {
                continue;
            }
            // Twice: what is remembered of the first time changes nothing.
            for _ in 0..2 {
                let other = ask(&site, name, serial).await;
                let own = said(&other, serial);
                let is_alike =
                    serial.len() != NOBODYS.len() || other.bytes.len() == reply.bytes.len();
                if own != (status, text.clone()) || !is_alike {
                    differ.push(format!("{name} says of {serial} {own:?} and not {text}"));
                }
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n\n"));
    let real = ask(&site, "verify", &issued.serial).await.json();
    assert_eq!(real["verdict"]["standing"], "issued");
}
