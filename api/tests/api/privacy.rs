//! `/privacy`: what is kept about a browser, as a file, and erased: every table is searched for it.

use api::{role::Role, session::Session};
use base64::{Engine as _, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{
    claim_desk,
    engine::{self, Everything},
    ownership, receipts, reports, returns,
    reveal::{self, Pack},
    site::{Browser, PILLS, Reply, Site, TEA},
};

const MAIL: &str = "marmalade.mail@person.example";
const FOLLOW_MAIL: &str = "marmalade.follow@person.example";
const ENDPOINT: &str = "http://127.0.0.1:9/marmalade-endpoint";

/// What the person of the story wrote, by where it stands.
const WORDS: [&str; 12] = [
    MAIL,
    FOLLOW_MAIL,
    ENDPOINT,
    "marmalade shop",
    "marmalade claim",
    "marmalade return",
    "marmalade second claim",
    "marmalade answer of staff",
    "marmalade report",
    "Marmalade-on-Sea",
    "marmalade dispute",
    "marmalade feedback",
];

async fn csrf(browser: &Browser<'_>) -> String {
    browser.open("/privacy").await.field("csrf")
}

async fn export(browser: &Browser<'_>) -> Value {
    let csrf = csrf(browser).await;
    let reply = browser.submit("/privacy/export", &[("csrf", &*csrf)]).await;
    let name = reply.is(200).header("content-disposition");
    assert!(name.contains("touchstone-my-data.json"), "{name}");
    reply.json()
}

pub async fn erase(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Reply {
    let csrf = csrf(browser).await;
    let fields = [&[("csrf", csrf.as_str())], fields].concat();
    browser.submit("/privacy/erase", &fields).await
}

fn session(browser: &Browser<'_>) -> Session {
    let cookies = browser.cookies.lock().unwrap();
    Session::parse(&cookies["session"]).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A claim of this browser's; its view.
async fn claim(browser: &Browser<'_>, path: &str, note: &str) -> Value {
    let claim = json!({
        "path": path, "recall": "R-2026-1", "remedy": "refund", "note": note, "email": MAIL,
    });
    browser.post("/v1/claims", &claim).await.is(201).json()
}

async fn check(browser: &Browser<'_>, path: &str) {
    let code = json!({
        "code": format!("https://check.example{path}"),
        "place": {"lat": 54.5189, "lon": 18.5305, "accuracy_m": 10.0},
    });
    browser.post("/v1/verify", &code).await.is(200);
}

async fn follow(browser: &Browser<'_>, channel: &str) {
    let point: Vec<u8> = std::iter::once(4).chain([7; 64]).collect();
    let wish = json!({
        "path": format!("/01/{TEA}/21/TEA2"),
        "channel": channel,
        "email": FOLLOW_MAIL,
        "push": {"endpoint": ENDPOINT, "keys": {
            "p256dh": BASE64_URL_SAFE_NO_PAD.encode(point),
            "auth": BASE64_URL_SAFE_NO_PAD.encode([9; 16]),
        }},
    });
    browser.post("/v1/follows", &wish).await.is(201);
}

/// Everything that a person can leave here; the claim that was paid.
async fn live(site: &Site, browser: &Browser<'_>) -> Value {
    let tea = format!("/01/{TEA}/21/TEA1");
    check(browser, &tea).await;
    check(browser, &format!("/01/{PILLS}/21/PIL1")).await;
    let registration = json!({"path": tea, "email": MAIL, "shop": "marmalade shop"});
    let reply = browser.post("/v1/registrations", &registration).await;
    // The same picture as the report's: what is searched for it, is searched for both.
    let registered = reply.is(201).json();
    let sent = receipts::send(browser, &registered, &reports::photo()).await;
    sent.is(200);
    returns::settings(site).await;
    let fields = [
        ("reason", "damaged"),
        ("words", "marmalade return"),
        ("remedy", "refund"),
        ("email", MAIL),
    ];
    returns::open(browser, &registered, &fields, &reports::photo())
        .await
        .is(303);
    for channel in ["link", "mail", "push"] {
        follow(browser, channel).await;
    }
    let paid = claim(browser, &format!("/01/{PILLS}/21/PIL1"), "marmalade claim").await;
    let care = site.person("acme", Role::ReturnsDesk).await;
    let holder = json!({"reference": paid["reference"], "code": paid["code"]});
    for (step, message) in [
        (("open", "accepted"), ""),
        (("accepted", "paid"), "marmalade answer of staff"),
    ] {
        let status = claim_desk::decide(site, &care, &holder, step, message).await;
        assert_eq!(status, 303);
    }
    let batch = format!("/01/{PILLS}/10/P1");
    claim(browser, &batch, "marmalade second claim").await;
    let page = browser.open(&tea).await;
    let fields = [
        ("csrf", &*page.field("csrf")),
        ("path", &*tea),
        ("words", "marmalade report"),
        ("near", "Marmalade-on-Sea"),
    ];
    let sent = reports::send(browser, &fields, &reports::photo()).await;
    sent.is(200);
    let said = [
        ("csrf", &*page.field("csrf")),
        ("path", &*tea),
        ("stars", "4"),
        ("words", "marmalade feedback"),
        ("quote", "yes"),
    ];
    let photo = reports::photo();
    let sent = reports::send_to(browser, "/feedback", &said, &photo).await;
    sent.is(200);
    let yes = [
        ("csrf", &*page.field("csrf")),
        ("choice", "on"),
        ("path", "/mine"),
    ];
    browser.submit("/suggestions", &yes).await.is(303);
    let packs = reveal::issue(site, 2);
    lose_and_dispute(site, browser, &packs[0]).await;
    let pack = &packs[1];
    browser.post("/v1/reveal", &pack.right()).await.is(200);
    let proven = json!({"path": pack.path()});
    browser.post("/v1/registrations", &proven).await.is(201);
    ownership::wait_for(site, browser, &format!("/01/{TEA}/21/TEA4")).await;
    paid
}

/// Registers a pack, loses it to whoever has its hidden code, and disputes.
async fn lose_and_dispute(site: &Site, browser: &Browser<'_>, pack: &Pack) {
    let registration = json!({"path": pack.path(), "email": MAIL});
    let view = browser.post("/v1/registrations", &registration).await;
    let view = view.is(201).json();
    let prover = site.browser();
    prover.post("/v1/reveal", &pack.right()).await.is(200);
    let proven = json!({"path": pack.path()});
    prover.post("/v1/registrations", &proven).await.is(201);
    let csrf = browser.open("/mine").await.field("csrf");
    let fields = [
        ("csrf", &*csrf),
        ("reference", &*text(&view["reference"])),
        ("code", &*text(&view["code"])),
        ("message", "marmalade dispute"),
    ];
    browser.submit("/mine/dispute", &fields).await.is(200);
}

/// Whether a number stands anywhere, in whatever way the engines and we write one.
fn keeps_number(all: &Everything, number: u64) -> bool {
    all.keeps(&number.to_be_bytes())
        || all.keeps(number.cast_signed().to_string().as_bytes())
        || all.keeps(format!("{number:x}").as_bytes())
}

/// What of this person is found anywhere in the database: in any column of any table, or in what the
/// database's file still has of them.
fn found(site: &Site, session: Session, photo: &[u8]) -> Vec<String> {
    let all = Everything::of(&site.address);
    let digests = [
        session.account(),
        session.for_claims(),
        session.for_reports(),
        session.for_feedback(),
        session.for_suggestions(),
        session.value(),
    ];
    let words = WORDS.iter().map(|word| (*word).to_owned());
    let mut found: Vec<String> = words
        .chain(digests)
        .filter(|text| all.keeps(text.as_bytes()))
        .collect();
    // A page of the file may end within one piece, but not within all.
    let pieces = photo.chunks(24).step_by(photo.len() / 240);
    if pieces.filter(|piece| all.keeps(piece)).count() > 0 {
        found.push("photo".to_owned());
    }
    if keeps_number(&all, session.for_checks()) {
        found.push("checks".to_owned());
    }
    if keeps_number(&all, session.for_reveals()) {
        found.push("reveals".to_owned());
    }
    found
}

fn count(site: &Site, rows: &str) -> i64 {
    engine::count(&site.address, rows)
}

const TOWN: &str = "check_state where state like '%Gdynia%'";

#[tokio::test]
async fn everything_is_shown_given_and_erased() {
    let site = Site::new().await;
    let other = site.browser();
    check(&other, &format!("/01/{TEA}/21/TEA3")).await;
    let theirs = json!({"path": format!("/01/{TEA}/21/TEA3"), "email": "bea@person.example"});
    other.post("/v1/registrations", &theirs).await.is(201);
    let before = export(&other).await;

    let browser = site.browser();
    let paid = live(&site, &browser).await;
    let session = session(&browser);
    browser
        .open("/privacy")
        .await
        .is(200)
        .says("4 registered packs")
        .says("3 claims")
        .says("One report")
        .says("What you said about one pack")
        .says("Acme may quote what you said of Tea in advertising.")
        .says("Suggestions by rules of brands")
        .says("One hidden code that you typed")
        .says(&format!("Mail to {FOLLOW_MAIL} when"));
    let all = export(&browser).await;
    let given = all.to_string();
    for word in WORDS {
        assert!(given.contains(word), "no `{word}` in {given}");
    }
    let points = &all["points"];
    assert_ne!(
        (&points["entries"], &points["waiting"]),
        (&json!([]), &json!([]))
    );
    let checks = all["checks"].as_array().unwrap();
    assert!(
        checks.iter().any(|check| check["country"] == "PL"),
        "{given}"
    );
    let photo = BASE64_STANDARD
        .decode(text(&all["reports"][0]["photo"]))
        .unwrap();
    let returned = all["return_photos"].as_object().unwrap();
    assert_eq!(returned.len(), 1, "{returned:?}");
    // The search finds what is there: all of it but the cookie, which is kept nowhere.
    let kept = found(&site, session, &photo);
    assert_eq!(kept.len(), WORDS.len() + 8, "{kept:?}");
    assert_eq!(
        count(&site, TOWN),
        3,
        "two of this browser's, one of the other's"
    );

    browser
        .open("/privacy/erase")
        .await
        .is(200)
        .says("You have 2 open claims. They end with this")
        .says("That a claim was settled");
    let done = erase(&browser, &[]).await;
    done.is(200)
        .says("Nothing is kept here any more that leads to you");
    assert_eq!(done.header("clear-site-data"), "\"storage\"");
    assert_eq!(browser.cookies.lock().unwrap()["session"], "");

    let kept = found(&site, session, &photo);
    assert!(kept.is_empty(), "{kept:?}");
    // The one look of the other browser still has its place.
    assert_eq!(count(&site, TOWN), 1);
    assert_eq!(count(&site, "scan_log where lat is not null"), 1);

    // What others rest on: nobody else lost anything, the books are even, the paid pack is paid.
    assert_eq!(
        export(&other).await["registrations"],
        before["registrations"]
    );
    let sum = site.app.store.read(|db| db.ledger_sum()).await.unwrap();
    assert_eq!(sum, 0);
    let reference = text(&paid["reference"]);
    let claims = format!("claim where reference = '{reference}' and status = 'paid'");
    assert_eq!((count(&site, &claims), count(&site, "claim")), (1, 1));
    assert_eq!(count(&site, "claim_photo"), 0);
    assert_eq!(count(&site, "report"), 1);
    // Stars are nobody's any more, and not counted.
    assert_eq!(count(&site, "feedback"), 0);
    assert_eq!(count(&site, "feedback_photo"), 0);
    assert_eq!(
        count(&site, "feedback_sum where four = 0 and owners = 0"),
        1
    );
    let again = json!({
        "path": format!("/01/{PILLS}/21/PIL1"), "recall": "R-2026-1", "remedy": "refund",
    });
    other.post("/v1/claims", &again).await.is(409);
    let holder = json!({"reference": paid["reference"], "code": paid["code"]});
    site.post("/v1/claims/lookup", &holder).await.is(404);
    // The unit was looked at once before, by nobody in particular.
    let code = json!({"code": format!("https://check.example/01/{TEA}/21/TEA1")});
    let answer = other.post("/v1/verify", &code).await.json();
    assert_eq!(answer["unit"]["checks"], 2, "{answer}");
    browser
        .open("/privacy")
        .await
        .is(200)
        .says("Nothing is kept about this browser.");
}

#[tokio::test]
async fn open_claims_may_go_on() {
    let site = Site::new().await;
    let browser = site.browser();
    check(&browser, &format!("/01/{PILLS}/21/PIL1")).await;
    let open = claim(&browser, &format!("/01/{PILLS}/21/PIL1"), "").await;
    erase(&browser, &[("keep_claims", "yes")]).await.is(200);
    let holder = json!({"reference": open["reference"], "code": open["code"]});
    let view = site.post("/v1/claims/lookup", &holder).await.is(200).json();
    assert_eq!(
        (&view["status"], &view["email"]),
        (&json!("open"), &json!(MAIL))
    );
    site.post("/v1/claims/erase", &holder).await.is(204);
}

#[tokio::test]
async fn what_waited_for_a_network_brings_nothing_back() {
    let site = Site::new().await;
    let browser = site.browser();
    let asked = async |serial: &str, at: &str| {
        let code = json!({
            "code": format!("https://check.example/01/{TEA}/21/{serial}"),
            "session": "queued-0001", "scanned_at": at,
        });
        browser.post("/v1/verify", &code).await.is(200).json()
    };
    asked("TEA1", "2026-11-24T11:00:00Z").await;
    erase(&browser, &[]).await.is(200);
    assert_eq!(count(&site, "scan_log"), 0);
    // It was in the queue of another page, and is asked now: answered, and not on record.
    let answer = asked("TEA2", "2026-11-24T11:30:00Z").await;
    assert_eq!(answer["verdict"]["standing"], "issued", "{answer}");
    assert_eq!(count(&site, "scan_log"), 0);
    assert_eq!(browser.cookies.lock().unwrap()["session"], "");
    // What is scanned afterwards is.
    site.pass(60_000);
    asked("TEA2", "2026-11-24T12:00:30Z").await;
    assert_eq!(count(&site, "scan_log"), 1);
}

#[tokio::test]
async fn nobody_else_erases_it() {
    let site = Site::new().await;
    let browser = site.browser();
    check(&browser, &format!("/01/{TEA}/21/TEA1")).await;
    let forged = [("csrf", "00")];
    browser.submit("/privacy/erase", &forged).await.is(403);
    browser.submit("/privacy/export", &forged).await.is(403);
    assert_eq!(count(&site, "scan_log"), 1);
    let stranger = site.browser();
    erase(&stranger, &[]).await.is(200);
    assert_eq!(count(&site, "scan_log"), 1);
    assert_eq!(export(&stranger).await["checks"], json!([]));
}
