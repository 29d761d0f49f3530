//! Exports of what came about while a server ran: it moves to another database, and holds there.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use api::{
    export::{self, Options, Part, Written},
    store::Store,
};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    reveal::{Pack, issue},
    site::{PILLS, Reply, Site, TEA, request},
};

/// What was written so far.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub fn written(site: &Site, options: Options) -> (String, Written) {
    written_by(&site.app.store, options)
}

pub fn written_by(store: &Store, options: Options) -> (String, Written) {
    let page = Page::default();
    let out = Box::new(page.clone());
    let written = export::run_blocking(store, options, out, |_| {}).unwrap();
    let bytes = page.0.lock().unwrap().clone();
    (String::from_utf8(bytes).unwrap(), written)
}

pub fn everything(site: &Site) -> String {
    let options = Options {
        with_people: true,
        ..Options::default()
    };
    written(site, options).0
}

/// What people and a line did at a site.
pub struct Lived {
    key: String,
    pool: String,
    serials: Vec<String>,
    report: Value,
    pack: Pack,
    registration: Value,
    claim: Value,
}

async fn line(site: &Site, key: &str, path: &str, body: &Value) -> Reply {
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("idempotency-key", "the-first-of-this-shift"),
    ];
    let body = Body::from(body.to_string());
    site.send(request(Method::POST, path, &headers, body)).await
}

impl Lived {
    pub async fn at(site: &Site) -> Lived {
        let key = site.key_with("acme", &[api::scope::Scope::Issue]).await;
        let asked = json!({ "gtin": TEA, "batch": "T1", "count": 3 });
        let reply = line(site, &key, "/v1/number-pools", &asked).await;
        let pool = reply.is(201).header("location").to_owned();
        let codes = reply.json()["codes"].as_array().unwrap().clone();
        let serial = |code: &Value| code["serial"].as_str().unwrap().to_owned();
        let serials: Vec<String> = codes.iter().map(serial).collect();
        let report = json!({
            "printed": [serials[0], serials[2]],
            "rejected": [{ "serial": serials[1], "reason": "smeared" }],
            "aggregated": [{ "parent": "395060009000000019", "serials": [serials[0]] }],
        });
        let reports = format!("{pool}/reports");
        line(site, &key, &reports, &report).await.is(200);

        let pack = issue(site, 2).remove(0);
        site.browser().post("/v1/reveal", &pack.right()).await;
        site.pass(60_000);
        site.browser()
            .post("/v1/reveal", &pack.right())
            .await
            .is(200);
        for lat in [52.2, 54.5] {
            let code = json!({
                "code": format!("https://check.example{}", pack.path()),
                "place": { "lat": lat, "lon": 21.0, "accuracy_m": 30.0 },
            });
            site.browser().post("/v1/verify", &code).await.is(200);
        }
        let holder = |reply: Reply| {
            let view = reply.is(201).json();
            json!({ "reference": view["reference"], "code": view["code"] })
        };
        let registration = json!({
            "path": format!("/01/{TEA}/21/{}", serials[0]),
            "shop": "Kiosk 7",
            "email": "jan@person.example",
        });
        let claim = json!({
            "path": format!("/01/{PILLS}/21/PIL1"),
            "recall": "R-2026-1",
            "remedy": "refund",
            "note": "Two blisters were white.",
        });
        Lived {
            registration: holder(site.post("/v1/registrations", &registration).await),
            claim: holder(site.post("/v1/claims", &claim).await),
            key,
            pool,
            serials,
            report,
            pack,
        }
    }
}

/// A new site with the keys of another and none of its records.
pub fn elsewhere(site: &Site) -> Site {
    let other = Site::empty();
    for key in ["issue-key", "hidden-key"] {
        // It is made with the first serial.
        let own = site.folder.path().join(key);
        if own.exists() {
            std::fs::copy(own, other.folder.path().join(key)).unwrap();
        }
    }
    other.pass(3_600_000);
    other
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_about_moves_to_another_database() {
    let site = Site::new().await;
    let lived = Lived::at(&site).await;
    let text = everything(&site);
    let other = elsewhere(&site);
    let report = other.import(&text).await;
    assert_eq!(
        (report.wrong, report.changed, report.unchanged),
        (0, 0, 0),
        "{report}"
    );
    assert_eq!(everything(&other), text);
    let again = other.import(&text).await;
    assert_eq!((again.added, again.changed), (0, 0), "{again}");
    assert_eq!(everything(&other), text);

    // A rejected serial stays blocked, a revealed one stays revealed.
    let verify = async |path: &str| {
        let code = json!({ "code": format!("https://check.example{path}") });
        other.post("/v1/verify", &code).await.json()
    };
    let state = async |site: &Site| {
        let code = json!({ "code": format!("https://check.example{}", lived.pack.path()) });
        site.browser().post("/v1/verify", &code).await.json()["checks"].clone()
    };
    assert_eq!(state(&site).await, state(&other).await);
    let rejected = verify(&format!("/01/{TEA}/21/{}", lived.serials[1])).await;
    assert_eq!(rejected["verdict"]["standing"], "blocked");
    assert_eq!(
        verify(&lived.pack.path()).await["hidden"]["state"],
        "revealed-again"
    );
    // What people hold still opens what is theirs, and nobody takes it.
    let found = other
        .post("/v1/registrations/lookup", &lived.registration)
        .await;
    assert_eq!(found.is(200).json()["email"], "jan@person.example");
    assert_eq!(found.json()["points"], 0, "those of a visible code wait");
    let found = other.post("/v1/claims/lookup", &lived.claim).await;
    assert_eq!(found.is(200).json()["note"], "Two blisters were white.");
    let path = format!("/01/{TEA}/21/{}", lived.serials[0]);
    let taken = json!({ "path": path });
    other.post("/v1/registrations", &taken).await.is(409);
    assert_eq!(other.app.store.read(|db| db.ledger_sum()).await.unwrap(), 0);
    // A line goes on where it was: its report is known.
    let key = other.key_with("acme", &[api::scope::Scope::Issue]).await;
    assert_ne!(key, lived.key);
    let reports = format!("{}/reports", lived.pool);
    let counts = line(&other, &key, &reports, &lived.report).await;
    assert_eq!(
        counts.is(200).json(),
        json!({ "printed": 2, "rejected": 1, "aggregated": 1 })
    );
    let of_line = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.contains("\"pool"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(of_line(&everything(&other)), of_line(&text));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_gave_goes_only_where_it_was_asked_for() {
    let site = Site::new().await;
    Lived::at(&site).await;
    let (text, summary) = written(&site, Options::default());
    // A registration with its deed and the points that wait, and a claim.
    assert_eq!(summary.left_out, 4);
    for given in ["person.example", "Kiosk", "blisters were"] {
        assert!(!text.contains(given), "{given}");
    }
    assert!(!text.contains("\"type\":\"registration\""));
    assert!(text.contains("\"type\":\"reveal\""));
    let of = |parts: &[Part]| {
        let options = Options {
            parts: parts.to_vec(),
            ..Options::default()
        };
        written(&site, options)
    };
    let (text, summary) = of(&[Part::Claims]);
    assert!(text.starts_with("{\"type\":\"claim\""), "{text}");
    assert_eq!((summary.lines, summary.left_out), (1, 0));
    assert_eq!(of(&[Part::Brands]).1.left_out, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_here_stays() {
    let site = Site::new().await;
    let lived = Lived::at(&site).await;
    let text = everything(&site);
    let check = async |kind: &str, from: &str, to: &str, expected: &str| {
        let line = text
            .lines()
            .find(|line| line.starts_with(&format!("{{\"type\":\"{kind}\"")))
            .unwrap();
        let changed = line.replace(from, to);
        assert_ne!(changed, line, "{kind}: {from}");
        let report = site.import(&changed).await;
        assert!(!report.is_kept, "{changed}");
        let said = report.to_string();
        assert!(said.contains(expected), "{said}");
    };
    let serial = &lived.serials[0];
    check("number-pool", "\"first\":0", "\"first\":1", "no range of").await;
    check("number-pool", "\"id\":\"", "\"id\":\"0", "is not 32 digits").await;
    check(
        "unit-reports",
        "\"pool\":\"",
        "\"pool\":\"0",
        "put the record of",
    )
    .await;
    check("unit-reports", serial, "A B", "serials: `A B` is not").await;
    check(
        "pool-report",
        "\"request\":\"",
        "\"request\":\"0",
        "request: is",
    )
    .await;
    check("reveal", "\"session\":\"", "\"session\":\"x", "session: is").await;
    check("reveal", "\"first\":\"", "\"first\":\"x", "first: `x").await;
    check(
        "checks",
        "\"source\":\"device",
        "\"source\":\"dream",
        "known by `dream`",
    )
    .await;
    check("checks", "\"sessions\":", "\"sessions\":-", "not a record").await;
    check(
        "registration",
        "\"reference\":\"R-",
        "\"reference\":\"C-",
        "is none",
    )
    .await;
    check("registration", serial, "TEA9", "the unit `TEA9` is not").await;
    check("registration", "jan@", "jan", "email: write it like").await;
    check("registration", "Kiosk", "Other", "another registration has").await;
    check("claim", "R-2026-1", "R-2026-9", "recall: `R-2026-9` is not").await;
    check("claim", "white", "red", "another claim has this reference").await;
    check("claim", "refund", "apology", "remedy: is no remedy").await;
    assert_eq!(everything(&site), text);
}

/// In the order in which an export writes them.
const WATCHED: [&str; 4] = [
    r#"{"type":"lot-seen","gtin":"09506000100012","batch":"T1","countries":{"DE":3,"PL":12}}"#,
    r#"{"type":"never-issued","gtin":"09506000100012","days":{"2026-11-20":7,"2026-11-21":2}}"#,
    r#"{"type":"signal","brand":"acme","subject":"01/09506000100012","signal":"burst","weight":25,"first":"2026-11-20T08:00:00Z","last":"2026-11-21T08:00:00Z"}"#,
    r#"{"type":"signal","brand":"acme","subject":"01/09506000100012/10/T1","signal":"lot-astray","weight":30,"first":"2026-11-20T08:00:00Z","last":"2026-11-21T08:00:00Z","dismissed":"2026-11-22T08:00:00Z"}"#,
];

#[tokio::test]
async fn what_was_watched_and_dismissed_moves_too() {
    let site = Site::new().await;
    let import = async |records: String| {
        let report = site.import(&records).await;
        assert!(report.problems.is_empty(), "{report}");
        (report.added, report.changed, report.unchanged)
    };
    assert_eq!(import(WATCHED.join("\n")).await, (4, 0, 0));
    assert_eq!(import(WATCHED.join("\n")).await, (0, 0, 4));
    let text = everything(&site);
    let lines: Vec<&str> = text.lines().filter(|line| WATCHED.contains(line)).collect();
    assert_eq!(lines, WATCHED);
    // What is known stays or is added to: lower counts, earlier sights and no dismissal take nothing away.
    let less = [
        WATCHED[0].replace(":12", ":4"),
        WATCHED[1].replace(":7", ":6"),
        WATCHED[3].replace(r#","dismissed":"2026-11-22T08:00:00Z""#, ""),
    ];
    assert_eq!(import(less.join("\n")).await, (0, 0, 3));
    assert_eq!(import(WATCHED[0].replace(":3", ":5")).await, (0, 1, 0));
    let dismissed = site
        .app
        .store
        .read(|db| db.dismissed("acme", "01/09506000100012/10/T1"));
    assert_eq!(dismissed.await.unwrap(), [trace::Signal::LotAstray]);
    for wrong in [
        WATCHED[0].replace("T1", "T9"),
        WATCHED[1].replace("2026-11-20", "x"),
        WATCHED[2].replace("burst", "bursts"),
        WATCHED[2].replace("acme", "nobody"),
        WATCHED[3].replace("01/0950", "02/0950"),
    ] {
        assert_eq!(site.import(&wrong).await.wrong, 1, "{wrong}");
    }
}
