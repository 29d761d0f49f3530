//! Registering on a brand's own page: by a request from an origin that it lists, and in a frame.

use axum::{
    body::Body,
    http::{Method, Request},
};
use serde_json::{Value, json};

use crate::site::{Reply, Site, TEA, request};

const SHOP: &str = "https://shop.acme.example";
const OTHER: &str = "https://www.other.example";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// With a brand that lists its shop.
async fn site() -> Site {
    let site = Site::new().await;
    let brand = json!({ "type": "brand", "id": "acme", "name": "Acme", "prefixes": ["9506000"],
        "origins": [SHOP] });
    let report = site.import(&brand.to_string()).await;
    assert!(report.is_kept, "{report:?}");
    site
}

fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

async fn preflight(site: &Site, path: &str, origin: &str) -> Reply {
    let headers = [
        ("origin", origin),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let asked = request(Method::OPTIONS, path, &headers, Body::empty());
    site.send(asked).await
}

async fn register(site: &Site, path: &str, origin: Option<&str>) -> Reply {
    let mut headers = vec![("content-type", "application/json")];
    headers.extend(origin.map(|origin| ("origin", origin)));
    let body = json!({ "path": path }).to_string();
    let asked: Request<Body> = request(Method::POST, "/v1/registrations", &headers, body.into());
    site.send(asked).await
}

#[tokio::test]
async fn a_page_that_the_brand_lists_may_ask() {
    let site = site().await;
    for path in [
        "/v1/registrations",
        "/v1/registrations/lookup",
        "/v1/registrations/erase",
    ] {
        let reply = preflight(&site, path, SHOP).await;
        reply.is(204);
        assert_eq!(reply.header("access-control-allow-origin"), SHOP, "{path}");
        assert_eq!(reply.header("access-control-allow-methods"), "POST");
        let allowed = reply.header("access-control-allow-headers");
        assert!(allowed.contains("Content-Type"), "{allowed}");
        assert!(reply.header("vary").contains("Origin"), "{path}");
    }
    let reply = register(&site, &tea("TEA1"), Some(SHOP)).await;
    let view: Value = reply.is(201).json();
    assert!(view["code"].is_string(), "{view}");
    assert_eq!(reply.header("access-control-allow-origin"), SHOP);
    assert_eq!(reply.header("access-control-allow-credentials"), "");
    // What is refused can be read there, too.
    let reply = register(&site, &tea("TEA1"), Some(SHOP)).await;
    assert_eq!(reply.is(409).json()["type"], "/problems/taken");
    assert_eq!(reply.header("access-control-allow-origin"), SHOP);
}

#[tokio::test]
async fn no_other_page_may() {
    let site = site().await;
    for origin in [
        OTHER,
        "null",
        "http://shop.acme.example",
        "https://shop.acme.example:8443",
        "https://evil.shop.acme.example",
    ] {
        let reply = preflight(&site, "/v1/registrations", origin).await;
        assert_eq!(reply.header("access-control-allow-origin"), "", "{origin}");
    }
    // Nor a page that another brand lists.
    let globex = json!({ "type": "brand", "id": "globex", "name": "Globex",
        "prefixes": ["9521000"], "origins": [OTHER] });
    let report = site.import(&globex.to_string()).await;
    assert!(report.is_kept, "{report:?}");
    let reply = register(&site, &tea("TEA1"), Some(OTHER)).await;
    let problem = reply.is(403).json();
    assert_eq!(problem["type"], "/problems/origin");
    assert!(problem["detail"].as_str().unwrap().contains(OTHER));
    // A program sends no origin.
    register(&site, &tea("TEA1"), None).await.is(201);
}

/// The number in the form of a frame.
async fn opened(site: &Site, path: &str) -> String {
    let reply = site.get(&format!("/frame{path}"), &[]).await;
    reply.is(200).field("csrf")
}

async fn submit(site: &Site, path: &str, number: &str, from: &str) -> Reply {
    let path = path.replace('/', "%2F");
    let body = format!("path={path}&csrf={number}&shop=Kiosk");
    let headers = [FORM, ("sec-fetch-site", from)];
    let asked = request(Method::POST, "/frame/register", &headers, body.into());
    site.send(asked).await
}

#[tokio::test]
async fn a_unit_is_registered_in_a_frame() {
    let site = site().await;
    let path = tea("TEA1");
    let reply = site.get(&format!("/frame{path}"), &[]).await;
    let policy = reply.is(200).header("content-security-policy");
    assert!(
        policy.ends_with(&format!("frame-ancestors {SHOP}")),
        "{policy}"
    );
    assert!(!policy.contains("script-src"), "{policy}");
    assert_eq!(
        reply.header("set-cookie"),
        "",
        "another site's frame has none"
    );
    let number = reply.field("csrf");
    let done = submit(&site, &path, &number, "same-origin").await;
    let policy = done.is(200).header("content-security-policy");
    assert!(
        policy.ends_with(&format!("frame-ancestors {SHOP}")),
        "{policy}"
    );
    done.says("R-");
    // A reload, or a doubled tap.
    let again = submit(&site, &path, &number, "same-origin").await;
    assert_eq!(again.is(200).words(), done.words());
    // Somebody else with the same fields learns nothing of it.
    let other = opened(&site, &tea("TEA2")).await;
    let refused = submit(&site, &path, &other, "same-origin").await;
    let policy = refused.is(409).header("content-security-policy");
    assert!(
        policy.contains(SHOP),
        "what is refused is shown in the frame, too"
    );
    assert!(!refused.text().contains("R-"));
    site.get(&format!("/frame{path}"), &[])
        .await
        .is(200)
        .says("registered");
}

#[tokio::test]
async fn no_other_site_sends_the_frame_s_form() {
    let site = site().await;
    let path = tea("TEA1");
    let number = opened(&site, &path).await;
    for from in ["cross-site", "same-site", "none"] {
        submit(&site, &path, &number, from).await.is(403);
    }
    submit(&site, &path, "guess", "same-origin").await.is(403);
    // Of a brand that lists no page there is no frame.
    let other = Site::new().await;
    other.get(&format!("/frame{path}"), &[]).await.is(404);
    let none = format!("/frame/01/{TEA}/21/NONE9");
    site.get(&none, &[])
        .await
        .is(200)
        .says("can't be registered");
}

/// The page and its style sheet, as a phone gets them.
#[tokio::test]
async fn a_frame_is_small() {
    const MOST: usize = 15 * 1024;
    let site = site().await;
    let headers = [("accept-encoding", "br")];
    let page = site.get(&format!("/frame{}", tea("TEA1")), &headers).await;
    let style = site.get("/style.css", &headers).await;
    let size = page.is(200).bytes.len() + style.is(200).bytes.len();
    assert!(size <= MOST, "{size} bytes");
}

#[tokio::test]
async fn an_origin_is_written_as_a_browser_sends_it() {
    let site = Site::new().await;
    for wrong in [
        "shop.acme.example",
        "http://shop.acme.example",
        "https://shop.acme.example/",
        "https://Shop.acme.example",
        "https://shop.acme.example:443",
        "https://shop.acme.example:080",
        "https://*.acme.example",
        "https://acme.example; script-src *",
    ] {
        let brand = json!({ "type": "brand", "id": "acme", "name": "Acme",
            "prefixes": ["9506000"], "origins": [wrong] });
        let report = site.import(&brand.to_string()).await;
        let said = report.to_string();
        assert!(
            !report.is_kept && said.contains("origins"),
            "{wrong}: {said}"
        );
    }
}
