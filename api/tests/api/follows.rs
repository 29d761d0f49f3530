//! Being told of a recall that comes later: by a private link and by mail.

use api::{
    alert,
    mail::{MailAddress, Smtp},
    outbox::{self, Mailer},
};
use serde_json::{Value, json};

use crate::{
    engine,
    mail_server::{Letter, MailServer},
    site::{MUG, Site, TEA},
};

const DAY_MS: i64 = 86_400_000;

/// A recall of one of Acme's products.
pub fn recall(id: &str, gtin: &str, batches: &[&str]) -> String {
    json!({
        "type": "recall", "id": id, "gtin": gtin, "batches": batches, "on": "2026-11-24",
        "hazard": {"en": "The tin can cut your hand."},
        "instruction": {"en": "Stop using it."},
        "remedies": ["refund"],
    })
    .to_string()
}

/// Puts records in that are right.
pub async fn put(site: &Site, records: &str) {
    let report = site.import(records).await;
    assert!(report.problems.is_empty(), "{report}");
}

/// Everything that is new is told; how many follows were looked at.
pub async fn tell(site: &Site) -> usize {
    let mut looked_at = 0;
    loop {
        let now = site.app.clock.now();
        alert::tell(&site.app, now).await.unwrap();
        match site.app.store.read(|db| db.recall_news()).await.unwrap()[..] {
            [] => return looked_at,
            _ => looked_at += 1,
        }
    }
}

struct Post {
    server: MailServer,
    mailer: Mailer,
}

impl Post {
    async fn start() -> Post {
        let server = MailServer::start(None).await;
        let smtp: Smtp = format!("smtp+plain://localhost:{}", server.port)
            .parse()
            .unwrap();
        let from: MailAddress = "care@acme.example".parse().unwrap();
        let mailer = Mailer::new(&smtp, from, None).unwrap();
        Post { server, mailer }
    }

    /// What comes now.
    async fn letters(&self, site: &Site) -> Vec<Letter> {
        let now = site.app.clock.now();
        outbox::deliver(&site.app.store, &self.mailer, now)
            .await
            .unwrap();
        self.server.take()
    }
}

/// A letter's text without its transfer encoding.
fn plain(letter: &Letter) -> String {
    letter
        .text
        .replace("=\r\n", "")
        .replace("=3D", "=")
        .replace("\r\n ", " ")
}

/// The path of the first address in a letter that begins so.
fn path_in(letter: &Letter, start: &str) -> String {
    let text = plain(letter);
    let start = format!("https://check.example{start}");
    let at = text.find(&start).unwrap_or_else(|| panic!("{text}"));
    let address = text[at..].split([' ', '\r', '\n', '>']).next().unwrap();
    address.replace("https://check.example", "")
}

fn wish(serial: &str, channel: &str) -> Value {
    json!({ "path": format!("/01/{TEA}/21/{serial}"), "channel": channel, "email": "ada@person.example" })
}

#[tokio::test]
async fn a_private_link_without_a_script() {
    let site = Site::new().await;
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}/21/TEA1")).await;
    page.is(200).says("Be told of a recall");
    let csrf = page.field("csrf");
    let path = page.field("path");
    let fields = [("csrf", &csrf[..]), ("path", &path), ("channel", "link")];
    let done = browser.submit("/follow", &fields).await;
    done.is(200)
        .says("Noted")
        .says("https://check.example/follow/");
    let again = browser.submit("/follow", &fields).await;
    let link = |text: String| text.split("href=\"/follow/").nth(1).unwrap()[..56].to_owned();
    let token = link(done.text());
    assert_eq!(token, link(again.text()), "asked twice is asked once");
    let own = format!("/follow/{token}");
    // Anybody with the link sees it, and it is nobody's check.
    let seen = site.browser().open(&own).await;
    seen.is(200).says("No recall covers it");
    assert_eq!(seen.header("x-robots-tag"), "noindex");
    browser
        .open("/mine")
        .await
        .says("What you follow in this browser")
        .says("No recall covers it");

    site.pass(DAY_MS);
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;
    let seen = site.browser().open(&own).await;
    seen.says("Recalled on 24 November 2026: stop using it. new")
        .says("The tin can cut your hand.");
    let json = site
        .post("/v1/follows/lookup", &json!({ "token": token }))
        .await;
    let view = json.is(200).json();
    assert_eq!(
        view["recalls"][0]["certainty"], "certain",
        "{view}: the same for programs"
    );

    let last = if token.ends_with('0') { '1' } else { '0' };
    let changed = format!("{}{last}", &token[..55]);
    for wrong in [changed, "x".repeat(56), "é".repeat(28)] {
        let wrong =
            percent_encoding::utf8_percent_encode(&wrong, percent_encoding::NON_ALPHANUMERIC);
        site.browser()
            .open(&format!("/follow/{wrong}"))
            .await
            .is(404);
    }
    // A plain form of the page; no cookie is needed.
    site.browser()
        .submit(&format!("{own}/end"), &[])
        .await
        .is(200)
        .says("Ended");
    site.browser().open(&own).await.is(404);
}

#[tokio::test]
async fn mail_after_a_yes_once_and_ended_with_one_tap() {
    let site = Site::new().await;
    let post = Post::start().await;
    let asked = site.post("/v1/follows", &wish("TEA1", "mail")).await;
    let asked = asked.is(201).json();
    assert_eq!(asked["confirmed"], false);
    let letters = post.letters(&site).await;
    let [letter] = &letters[..] else {
        panic!("one letter asks: {letters:?}")
    };
    assert_eq!(letter.to, "ada@person.example");
    assert!(plain(letter).contains("Shall we tell you of recalls of Tea?"));
    let confirm = path_in(letter, "/follow/");

    // Whoever only looks has not said yes; the private link can't say it either.
    let browser = site.browser();
    browser.open(&confirm).await.is(200).says("Yes, tell me");
    let own = asked["link"].as_str().unwrap();
    browser.submit(&format!("{own}/confirm"), &[]).await.is(404);
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;
    assert!(post.letters(&site).await.is_empty(), "nobody said yes");

    // What came before the yes is told with it.
    browser
        .submit(&confirm, &[])
        .await
        .is(200)
        .says("we write to you");
    tell(&site).await;
    let letters = post.letters(&site).await;
    let [letter] = &letters[..] else {
        panic!("one letter tells: {letters:?}")
    };
    let text = plain(letter);
    for part in [
        "Subject: Product safety recall: Tea",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "List-Unsubscribe: <https://check.example/follow/",
        "The tin can cut your hand.",
        "Stop using it.",
        "https://check.example/01/09506000100012/21/TEA1",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }

    // Once: the same records again, and other words of the same recall, are nothing new.
    browser.submit(&confirm, &[]).await.is(200);
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    put(&site, &recall("R-1", TEA, &["T0", "T1"])).await;
    tell(&site).await;
    assert!(post.letters(&site).await.is_empty());
    // Another recall is.
    put(&site, &recall("R-2", TEA, &[])).await;
    tell(&site).await;
    assert_eq!(post.letters(&site).await.len(), 1);

    // One tap of the mail program's, which knows no cookie; a letter that waits goes with it.
    put(&site, &recall("R-3", TEA, &[])).await;
    tell(&site).await;
    let end = path_in(letter, "/follow/");
    assert_eq!(end, format!("{own}/end"));
    let tapped = site
        .browser()
        .submit(&end, &[("List-Unsubscribe", "One-Click")])
        .await;
    tapped.is(200);
    assert!(post.letters(&site).await.is_empty());
    assert!(!site.keeps(b"ada@person.example"), "nothing is left");
}

#[tokio::test]
async fn a_unit_that_becomes_affected_is_told() {
    let site = Site::new().await;
    let post = Post::start().await;
    site.post("/v1/follows", &wish("TEA2", "mail"))
        .await
        .is(201);
    let confirm = path_in(&post.letters(&site).await[0], "/follow/");
    site.browser().submit(&confirm, &[]).await.is(200);
    put(&site, &recall("R-1", TEA, &["T0"])).await;
    put(&site, &recall("R-mug", MUG, &[])).await;
    tell(&site).await;
    assert!(post.letters(&site).await.is_empty(), "another batch");
    let moved = format!(r#"{{"type":"units","gtin":"{TEA}","batch":"T0","serials":["TEA2"]}}"#);
    put(&site, &moved).await;
    tell(&site).await;
    assert_eq!(post.letters(&site).await.len(), 1);
}

#[tokio::test]
async fn one_that_can_t_be_judged_keeps_no_other_waiting() {
    let site = Site::new().await;
    let post = Post::start().await;
    for serial in ["TEA1", "TEA3", "TEA4"] {
        site.post("/v1/follows", &wish(serial, "link"))
            .await
            .is(201);
    }
    site.post("/v1/follows", &wish("TEA2", "mail"))
        .await
        .is(201);
    let confirm = path_in(&post.letters(&site).await[0], "/follow/");
    site.browser().submit(&confirm, &[]).await.is(200);
    // What is kept of one unit's checks is damaged, and its standing can't be told any more.
    let code = json!({ "code": format!("https://check.example/01/{TEA}/21/TEA1") });
    site.browser().post("/v1/verify", &code).await.is(200);
    assert_eq!(engine::count(&site.address, "check_state"), 1);
    engine::raw(&site.address, "update check_state set state = 'broken'");
    site.post("/v1/verify", &code).await.is(503);

    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;
    assert_eq!(post.letters(&site).await.len(), 1);
}

#[tokio::test]
async fn a_product_s_new_number_is_recalled() {
    let site = Site::new().await;
    let post = Post::start().await;
    site.post("/v1/follows", &wish("TEA1", "mail"))
        .await
        .is(201);
    let confirm = path_in(&post.letters(&site).await[0], "/follow/");
    site.browser().submit(&confirm, &[]).await.is(200);
    let newer = "09506000100050";
    let record = json!({
        "type": "product", "brand": "acme", "gtin": newer, "name": {"en": "Tea"}, "sector": "food",
        "serials": "declared", "replaces": [TEA],
    });
    put(&site, &record.to_string()).await;
    put(&site, &recall("R-9", newer, &[])).await;
    tell(&site).await;
    assert_eq!(post.letters(&site).await.len(), 1);
}

#[tokio::test]
async fn a_registration_with_an_address_asks_too() {
    let site = Site::new().await;
    let post = Post::start().await;
    let request = json!({ "path": format!("/01/{TEA}/21/TEA3"), "email": "ada@person.example" });
    let registered = site.post("/v1/registrations", &request).await;
    let registered = registered.is(201).json();
    let letters = post.letters(&site).await;
    let [letter] = &letters[..] else {
        panic!("one letter asks: {letters:?}")
    };
    let confirm = path_in(letter, "/follow/");
    site.browser().submit(&confirm, &[]).await.is(200);
    put(&site, &recall("R-1", TEA, &["T1"])).await;
    tell(&site).await;
    assert_eq!(post.letters(&site).await.len(), 1);
    let holder = json!({ "reference": registered["reference"], "code": registered["code"] });
    site.post("/v1/registrations/erase", &holder).await.is(204);
    site.browser().open(&confirm).await.is(404);
    assert!(!site.keeps(b"ada@person.example"));
}

#[tokio::test]
async fn nobody_is_written_to_often_or_for_long() {
    let site = Site::new().await;
    let post = Post::start().await;
    for serial in ["TEA1", "TEA2", "TEA3"] {
        site.post("/v1/follows", &wish(serial, "mail"))
            .await
            .is(201);
    }
    site.post("/v1/follows", &wish("TEA4", "mail"))
        .await
        .is(429);
    assert_eq!(post.letters(&site).await.len(), 3);
    site.pass(8 * DAY_MS);
    let now = site.app.clock.now();
    api::retention::sweep(&site.app.store, Default::default(), now)
        .await
        .unwrap();
    assert!(!site.keeps(b"ada@person.example"));
    site.post("/v1/follows", &wish("TEA4", "mail"))
        .await
        .is(201);
}

/// Whoever asks in somebody else's name ends the wish and asks again.
#[tokio::test]
async fn an_ended_wish_leaves_its_letter_counted() {
    let site = Site::new().await;
    for email in [
        "ada@person.example",
        "Ada@Person.example",
        "ADA@PERSON.EXAMPLE",
    ] {
        let mut request = wish("TEA1", "mail");
        request["email"] = email.into();
        let view = site.post("/v1/follows", &request).await.is(201).json();
        let token = view["link"].as_str().unwrap().rsplit('/').next();
        let ended = site
            .post("/v1/follows/end", &json!({ "token": token }))
            .await;
        assert!(ended.status.is_success(), "{}", ended.text());
        site.pass(1000);
    }
    let again = site.post("/v1/follows", &wish("TEA1", "mail")).await;
    again.is(429);
    site.pass(DAY_MS);
    let again = site.post("/v1/follows", &wish("TEA1", "mail")).await;
    again.is(201);
}

#[tokio::test]
async fn what_can_t_be_followed() {
    let site = Site::new().await;
    let check = async |request: Value, expected: u16, says: &str| {
        let reply = site.post("/v1/follows", &request).await;
        reply.is(expected);
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(says), "{detail}");
    };
    check(wish("TEA1", "smoke"), 422, "`link`, `mail` or `push`").await;
    check(wish("NONE", "link"), 404, "not on the brand's record").await;
    check(
        json!({ "path": "/01/09506000199993", "channel": "link" }),
        404,
        "record",
    )
    .await;
    check(
        json!({ "path": format!("/01/{TEA}"), "channel": "mail" }),
        422,
        "`email`",
    )
    .await;
    check(json!({ "path": "/mine", "channel": "link" }), 422, "`path`").await;
    check(wish("TEA1", "push"), 422, "`PushSubscription.toJSON()`").await;
}

/// A wish that waited for a network and comes twice is one, whatever cookie its browser has got meanwhile;
/// and one browser has one wish for one thing, however often it asks.
#[tokio::test]
async fn a_wish_that_comes_twice_is_one() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let wish = async |browser: &crate::site::Browser<'_>, key: &str| {
        let csrf = browser.open("/mine").await.field("csrf");
        let fields = [("csrf", &csrf[..]), ("path", &path), ("channel", "link")];
        let key = [("idempotency-key", key)];
        let done = browser.submit_with("/follow", &fields, &key).await;
        let text = done.is(200).text();
        text.split("href=\"/follow/").nth(1).unwrap()[..56].to_owned()
    };
    let browser = site.browser();
    let first = wish(&browser, "the-wish-that-waited").await;
    assert_eq!(wish(&browser, "the-wish-that-waited").await, first);
    assert_eq!(wish(&site.browser(), "the-wish-that-waited").await, first);
    assert_eq!(wish(&browser, "another-form-of-it").await, first);
    assert_eq!(crate::engine::count(&site.address, "follow"), 1);
    assert_ne!(wish(&site.browser(), "somebody-else's-form").await, first);
}
