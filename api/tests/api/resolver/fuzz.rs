//! Whatever is asked, nobody is sent where no brand registered a link.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{LINKS, client::ORIGIN};
use crate::site::{Site, TEA};

/// Pieces that have opened redirects elsewhere.
const EVIL: [&str; 22] = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "%2F%2Fevil.example",
    "https%3A%2F%2Fevil.example",
    "@evil.example",
    "%40evil.example/",
    ".evil.example",
    "?next=https://evil.example",
    "&href=https://evil.example",
    "#@evil.example",
    "%23@evil.example",
    "%0d%0aLocation:%20https://evil.example",
    "%00",
    "\u{e9}vil.example",
    "<https://evil.example>;rel=\"linkset\"",
    "%3E;rel=linkset",
    "javascript:alert(1)",
    "{gtin}",
    "%5c%5cevil.example",
    "..%2f..",
];

const HEADERS: [&str; 7] = [
    "host",
    "x-forwarded-host",
    "forwarded",
    "referer",
    "origin",
    "accept-language",
    "accept",
];

/// Small, and the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn pick<'t>(&mut self, words: &[&'t str]) -> &'t str {
        words[self.roll(words.len())]
    }
}

fn path(dice: &mut Dice) -> String {
    let stems = [
        format!("/01/{TEA}"),
        format!("/01/{TEA}/21/TEA2"),
        format!("/01/{TEA}/10/T1/21/TEA1"),
        "/414/9506000900018".to_owned(),
        format!("/01/{TEA}/21/"),
        "/01/".to_owned(),
        "/".to_owned(),
    ];
    let mut path = stems[dice.roll(stems.len())].clone();
    if dice.roll(3) == 0 {
        path.push_str(dice.pick(&EVIL));
    }
    path.push('?');
    for _ in 0..dice.roll(4) {
        let name = dice.pick(&[
            "linkType", "context", "lang", "href", "url", "redirect", "17", "10", "code", "near",
        ]);
        let value = dice.pick(&[
            "gs1:pip",
            "gs1:support",
            "gs1:recallStatus",
            "gs1:defaultLink",
            "gs1:certificationInfo",
            "linkset",
            "270101",
        ]);
        let evil = dice.pick(&EVIL);
        match dice.roll(3) {
            0 => path.push_str(&format!("{name}={value}&")),
            1 => path.push_str(&format!("{name}={evil}&")),
            _ => path.push_str(&format!("{name}={value}{evil}&")),
        }
    }
    path
}

/// Host and path of everything that was registered.
fn registered() -> BTreeSet<String> {
    let lines = LINKS.lines().filter(|line| !line.is_empty());
    let links = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut targets: BTreeSet<String> = links
        .map(|link| without_query(link["href"].as_str().unwrap()).to_owned())
        .collect();
    // Our page, by the link of the code and by the code.
    targets.insert(format!("{ORIGIN}/check"));
    targets
}

fn without_query(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap()
}

#[tokio::test]
async fn no_target_comes_out_of_a_request() {
    let site = Site::new().await;
    assert!(site.import(LINKS).await.problems.is_empty());
    let targets = registered();
    let mut dice = Dice(0x5eed);
    let (mut redirects, mut answers) = (0, 0);
    for _ in 0..4000 {
        let path = path(&mut dice);
        let mut request = axum::http::Request::builder().uri(&path);
        for _ in 0..dice.roll(3) {
            let evil = dice.pick(&EVIL);
            let value = axum::http::HeaderValue::from_bytes(evil.as_bytes());
            if let Ok(value) = value {
                request = request.header(dice.pick(&HEADERS), value);
            }
        }
        // What no HTTP library lets through is no request.
        let Ok(request) = request.body(axum::body::Body::empty()) else {
            continue;
        };
        let reply = site.send(request).await;
        answers += 1;
        assert!(reply.status.as_u16() < 500, "{path}: {}", reply.text());
        let is_redirect = reply.status.is_redirection() && reply.status != 300;
        assert_eq!(
            is_redirect,
            reply.headers.contains_key("location"),
            "{path}"
        );
        if is_redirect {
            redirects += 1;
            let target = reply.header("location");
            let address = without_query(target);
            let is_ours = address.starts_with(&format!("{ORIGIN}/01/{TEA}"));
            assert!(targets.contains(address) || is_ours, "{path}: {target}");
            assert!(target.is_ascii() && !target.contains(['<', '>', '"', '\\', ' ']));
        }
        for link in reply.headers.get_all("link") {
            let link = link.to_str().unwrap();
            assert!(link.starts_with(&format!("<{ORIGIN}/")) || link.contains("json-ld#context"));
            assert_eq!(link.matches('>').count(), 1, "{link}");
            assert_eq!(
                link.matches("rel=").count() - link.matches("%3Brel=").count(),
                1,
                "{link}"
            );
        }
    }
    assert!(answers > 2000 && redirects > 300, "{answers} {redirects}");
}

#[tokio::test]
async fn a_linkset_names_only_what_was_registered() {
    let site = Site::new().await;
    assert!(site.import(LINKS).await.problems.is_empty());
    let targets = registered();
    let mut dice = Dice(0xca11);
    let mut seen = 0;
    for _ in 0..500 {
        let path = format!("{}&linkType=linkset", path(&mut dice));
        let Ok(request) = axum::http::Request::builder()
            .uri(&path)
            .header("x-forwarded-host", dice.pick(&EVIL[..3]))
            .body(axum::body::Body::empty())
        else {
            continue;
        };
        let reply = site.send(request).await;
        let Ok(linkset) = serde_json::from_slice::<Value>(&reply.bytes) else {
            continue;
        };
        if reply.status != 200 || linkset["linkset"].is_null() {
            continue;
        }
        seen += 1;
        for (anchor, _, link) in super::client::links(&linkset) {
            let href = without_query(link["href"].as_str().unwrap()).to_owned();
            assert!(anchor.starts_with(ORIGIN), "{path}: {anchor}");
            let is_ours = href.starts_with(&format!("{ORIGIN}/01/{TEA}"));
            assert!(targets.contains(&href) || is_ours, "{path}: {href}");
        }
    }
    assert!(seen > 20, "{seen}");
}
