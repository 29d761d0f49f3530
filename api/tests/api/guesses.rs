//! Serials that were never issued: of one product, all answer alike, at every door.
//!
//! What is not compared is time. That the same is asked of the database whatever the serial is shown
//! where the questions are made, in `known.rs`.

use api::{organisation::Kind, role::Role, scope::Scope};
use axum::{body::Body, http::Method};
use issue::IssueKey;
use label::Symbology;
use serde_json::{Value, json};

use crate::{
    inspector_devices, reports, scan,
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
    ("scan", 200),
    ("sweep", 200),
    ("customs' sweep", 200),
    ("granted", 200),
    ("granted page", 200),
    ("packs", 200),
    ("supply", 200),
    ("packs page", 200),
    ("sales page", 200),
    ("partner's sales page", 200),
    ("partner's processing page", 200),
    ("undo", 200),
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

/// What staff are told, of the brand itself and of who is let look or tell.
async fn ask_staff(site: &Site, door: &str, serial: &str) -> Reply {
    let code = format!("(01){TEA}(21){serial}");
    let handle = async |house: &str, role: Role, page: &str, act: &str| {
        let person = site.person(house, role).await;
        let fields = [
            ("act", act),
            ("codes", &*code),
            ("code", &*code),
            ("site", "9506000900025"),
        ];
        person.submit(site, page, &fields).await
    };
    let sweep = async |house: &str| {
        let person = site.person(house, Role::Inspector).await;
        let codes = json!({ "codes": [{ "code": code }] });
        inspector_devices::send(site, &person, "/v1/sweep", &codes).await
    };
    let pack = async |act: &str| {
        let key = site.key_with("acme", &[Scope::Packs]).await;
        let bearer = format!("Bearer {key}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let asked = json!({ "act": act, "code": code, "site": "9506000900025" });
        let body = Body::from(asked.to_string());
        site.send(request(Method::POST, "/v1/packs", &headers, body))
            .await
    };
    match door {
        "sweep" => sweep("acme").await,
        "customs' sweep" => sweep("customs").await,
        "granted" => {
            let scopes = [Scope::Granted];
            let key = site.key_of("customs", Kind::Authority, &scopes).await;
            let bearer = format!("Bearer {key}");
            let path = format!("/v1/granted/01/{TEA}/21/{serial}");
            site.get(&path, &[("authorization", &bearer)]).await
        }
        "granted page" => {
            let officer = site.person("customs", Role::Inspector).await;
            let path = format!("/desk/granted/{TEA}/look?serial={serial}");
            officer.open(site, &path).await
        }
        "packs" => pack("verify").await,
        "supply" => pack("supply").await,
        "packs page" => handle("acme", Role::Pharmacist, "/desk/packs", "supply").await,
        "sales page" => handle("acme", Role::Shop, "/desk/sales", "sell").await,
        "partner's sales page" => handle("corner", Role::Shop, "/desk/sales", "sell").await,
        "partner's processing page" => {
            handle("corner", Role::Processor, "/desk/processing", "destroy").await
        }
        "undo" => handle("corner", Role::Processor, "/desk/processing", "undo").await,
        other => panic!("no door `{other}`"),
    }
}

/// Lets customs look as deep as can be, and a partner tell.
async fn let_in(site: &Site) {
    site.admit("customs", Kind::Authority).await;
    site.admit("corner", Kind::Partner).await;
    let manager = site.person("acme", Role::BrandManager).await;
    for (house, more) in [("customs", None), ("corner", Some(("tells", "yes")))] {
        let mut fields = vec![("authority", house), ("depth", "evidence"), ("gtin", TEA)];
        fields.extend(more);
        let given = manager.submit(site, "/desk/grants/give", &fields);
        given.await.is(303);
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
        "scan" => {
            let link = format!("https://check.example{path}");
            let photo = scan::png(&scan::drawn(Symbology::QrCode, false, &link, 6));
            scan::scan(site, &photo).await
        }
        staff => ask_staff(site, staff, serial).await,
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
    let_in(&site).await;
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
            // Whom the brand lets see its evidence sees what it was told, of whatever serial.
            if name == "granted page" && serial == TOLD {
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
