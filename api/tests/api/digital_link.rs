//! `GET /01/{gtin}…`: the page, the answer, the linkset.

use axum::{body::Body, http::Method};
use serde_json::json;

use crate::site::{APPLE, PILLS, Site, TEA, observed, request, unit};

const NAVIGATE: [(&str, &str); 2] = [("accept", "text/html"), ("sec-fetch-mode", "navigate")];

async fn checks(site: &Site, serial: &str) -> u64 {
    let path = format!("/01/{TEA}/21/{serial}");
    let reply = site.get(&path, &[("accept", "application/json")]).await;
    reply.json()["unit"]["checks"].as_u64().unwrap()
}

#[tokio::test]
async fn the_page_is_complete_without_a_script() {
    let site = Site::new().await;
    let events = json!([
        observed(
            &unit(TEA, "TEA1"),
            "2026-02-01T08:00:00Z",
            "commissioning",
            "active",
            "9506000900018"
        ),
        observed(
            &unit(TEA, "TEA1"),
            "2026-02-03T08:00:00Z",
            "shipping",
            "in_transit",
            "9506000900018"
        ),
        observed(
            &unit(TEA, "TEA1"),
            "2026-06-03T08:00:00Z",
            "receiving",
            "in_progress",
            "9506000900025"
        ),
    ]);
    assert_eq!(site.capture("acme", events).await["success"], true);
    let reply = site.browser().open(&format!("/01/{TEA}/21/TEA1")).await;
    reply
        .is(200)
        .says("Issued by Acme")
        .says("This is the first check of this code.")
        .says("A code can be copied")
        .says("Tea")
        .says("Black tea.")
        .says("The seal is green.")
        .says("Batch T1")
        .says("Two gardens.")
        .says("Acme Works, Gdynia")
        .says("Corner Shop, Warszawa")
        .says("Fold it flat.")
        .says("Register");
    let text = reply.text();
    for form in ["action=\"/register\"", "name=\"near\""] {
        assert!(text.contains(form), "no {form}");
    }
    assert!(!text.contains(".wasm"), "the page carries no WebAssembly");
    assert!(!text.contains("<script>"), "no script in the page itself");
    assert!(
        !text.contains(" style="),
        "the policy forbids styles in the page"
    );
    assert_eq!(text.matches("<script").count(), 1);
}

#[tokio::test]
async fn it_is_light() {
    let site = Site::new().await;
    let headers = [("accept", "text/html"), ("accept-encoding", "br")];
    for path in [format!("/01/{TEA}/21/TEA1"), format!("/01/{PILLS}/21/PIL1")] {
        let reply = site.get(&path, &headers).await;
        assert_eq!(reply.header("content-encoding"), "br");
        assert!(reply.bytes.len() < 30 * 1024, "{} bytes", reply.bytes.len());
    }
}

#[tokio::test]
async fn a_recall_comes_first_and_offers_its_claim() {
    let site = Site::new().await;
    let reply = site.browser().open(&format!("/01/{PILLS}/21/PIL1")).await;
    reply
        .is(200)
        .says("Recalled: stop using")
        .says("Do not use it.")
        .says("The blister may hold another dose.")
        .says("Stop taking them.")
        .says("Corner Shop");
    assert!(reply.text().contains("action=\"/claim\""));
}

#[tokio::test]
async fn what_counts_as_a_check() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let head = request(Method::HEAD, &path, &NAVIGATE, Body::empty());
    let reply = site.send(head).await;
    assert!(reply.is(200).bytes.is_empty());
    assert_eq!(checks(&site, "TEA1").await, 0, "HEAD");
    site.get(&path, &[("accept", "text/html")]).await.is(200);
    assert_eq!(checks(&site, "TEA1").await, 0, "a robot, or a link preview");
    let prefetch = [
        NAVIGATE[0],
        NAVIGATE[1],
        ("sec-purpose", "prefetch;prerender"),
    ];
    site.get(&path, &prefetch).await.is(200);
    assert_eq!(checks(&site, "TEA1").await, 0, "a prefetch");
    let script = [("accept", "text/html"), ("sec-fetch-mode", "cors")];
    site.get(&path, &script).await.is(200);
    assert_eq!(checks(&site, "TEA1").await, 0, "a script's own fetch");

    let browser = site.browser();
    browser
        .open(&path)
        .await
        .says("This is the first check of this code.");
    assert_eq!(checks(&site, "TEA1").await, 1, "a person");
    browser
        .open(&path)
        .await
        .says("You checked this code before");
    assert_eq!(checks(&site, "TEA1").await, 1, "the same person again");
    site.browser()
        .open(&path)
        .await
        .says("It was checked 2 times");
    assert_eq!(checks(&site, "TEA1").await, 2, "another person");
}

#[tokio::test]
async fn a_session_is_set_when_a_person_checks() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let robot = site.get(&path, &[]).await;
    assert!(!robot.header("set-cookie").starts_with("session="));
    let reply = site.get(&path, &NAVIGATE).await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("session="), "{cookie}");
    assert!(
        cookie.ends_with("HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn by_accept() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1");
    let check = async |accept: &str, status: u16, kind: &str| {
        let reply = site.get(&path, &[("accept", accept)]).await;
        reply.is(status);
        assert!(
            reply.header("content-type").starts_with(kind),
            "{accept}: {:?}",
            reply.headers
        );
        assert!(
            status != 200 || reply.header("vary").contains("Accept"),
            "{accept}"
        );
    };
    check("*/*", 200, "text/html").await;
    check(
        "text/html,application/xhtml+xml,*/*;q=0.8",
        200,
        "text/html",
    )
    .await;
    check("application/json", 200, "application/json").await;
    check("application/linkset+json", 200, "application/linkset+json").await;
    check("image/png", 406, "application/problem+json").await;
    let linkset = site
        .get(&format!("{path}?linkType=linkset"), &[])
        .await
        .json();
    let links = &linkset["linkset"][0];
    assert_eq!(links["anchor"], format!("https://check.example{path}"));
    assert_eq!(links["https://ref.gs1.org/voc/pip"][0]["title"], "Tea");
}

#[tokio::test]
async fn a_wrong_check_digit_says_so() {
    let site = Site::new().await;
    let reply = site.browser().open("/01/09506000100013/21/TEA1").await;
    reply
        .is(400)
        .says("This link is damaged")
        .says("does not fit the others");
    assert!(reply.text().contains("<mark>3</mark>"), "{}", reply.text());
    let reply = site
        .get("/01/09506000100013", &[("accept", "application/json")])
        .await;
    reply.is(400);
    assert_eq!(reply.json()["faults"][0]["kind"], "incorrect-check-digit");
    for path in [
        "/01/abc",
        "/01/0950600010002",
        "/00/1",
        "/01/09506000100012/21/a%01",
    ] {
        site.get(path, &[]).await.is(400);
    }
}

#[tokio::test]
async fn unknown_is_an_answer() {
    let site = Site::new().await;
    let reply = site.browser().open("/01/09506000134352/21/X").await;
    reply
        .is(200)
        .says("Not known here")
        .says("That does not make it a fake.");
    site.browser()
        .open(&format!("/01/{TEA}/21/GUESS"))
        .await
        .is(200)
        .says("Not issued by Acme");
    site.browser()
        .open(&format!("/01/{APPLE}"))
        .await
        .is(200)
        .says("Apple");
    let reply = site.browser().open("/00/095060000000000015").await;
    reply.is(200).says("Not known here");
}

#[tokio::test]
async fn a_typed_town_finds_places() {
    let site = Site::new().await;
    let reply = site
        .browser()
        .open(&format!("/01/{TEA}/21/TEA1?near=warszawa"))
        .await;
    reply.is(200).says("Corner Shop");
    let reply = site
        .browser()
        .open(&format!("/01/{TEA}/21/TEA1?near=52.50%2C13.40"))
        .await;
    reply.is(200).says("Wertstoffhof");
    let reply = site
        .browser()
        .open(&format!("/01/{TEA}/21/TEA1?near=Nowhere+Town"))
        .await;
    reply.is(200).says("We have no place near “Nowhere Town”");
}

#[tokio::test]
async fn in_the_reader_s_language() {
    let site = Site::new().await;
    let browser = site.browser();
    let path = format!("/01/{TEA}/21/TEA1");
    let reply = browser.open(&format!("{path}?lang=de")).await;
    reply.is(200).says("Schwarzer Tee.");
    assert!(reply.text().contains("<html lang=\"de\""));
    // The choice is kept.
    browser.open(&path).await.says("Schwarzer Tee.");
}

#[tokio::test]
async fn what_a_page_contains_is_escaped() {
    let site = Site::new().await;
    let record = r#"{"type":"product","brand":"acme","gtin":"09506000100043","name":{"en":"<script>alert(1)</script>"},"sector":"x","serials":"partial"}"#;
    assert!(site.import(record).await.problems.is_empty());
    let reply = site.browser().open("/01/09506000100043").await;
    assert!(!reply.text().contains("<script>alert"));
    let reply = site
        .browser()
        .open("/check?code=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        .await;
    assert!(!reply.text().contains("<script>alert"));
}

#[tokio::test]
async fn security_headers_are_on_everything() {
    let site = Site::new().await;
    for path in ["/", &format!("/01/{TEA}/21/TEA1"), "/nothing", "/style.css"] {
        let reply = site.get(path, &[]).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
        assert!(!policy.contains("unsafe-inline"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
    }
    // What a program reads is no document, and may do nothing at all.
    let reply = site.get("/v1/rewards", &[]).await;
    let policy = reply.header("content-security-policy");
    assert_eq!(policy, "default-src 'none'; frame-ancestors 'none'");
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    let reply = site.get(&format!("/01/{TEA}/21/TEA1"), &[]).await;
    assert_eq!(reply.header("cache-control"), "private, no-store");
}

#[tokio::test]
async fn the_resolver_describes_itself() {
    let site = Site::new().await;
    let reply = site.get("/.well-known/gs1resolver", &[]).await;
    assert_eq!(reply.json()["resolverRoot"], "https://check.example");
    assert_eq!(reply.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn a_link_longer_than_any_symbol_is_not_read() {
    let site = Site::new().await;
    let path = format!("/01/{TEA}/21/TEA1?");
    let most = "x".repeat(4096 - path.len());
    site.get(&format!("{path}{most}"), &[]).await.is(200);
    site.get(&format!("{path}{most}x"), &[])
        .await
        .is(400)
        .says("more than 4096 bytes");
}
