//! Hidden codes: `touchstone issue --with-hidden`, `POST /v1/reveal`, `POST /reveal`.

use std::{collections::HashMap, fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    command::touchstone,
    site::{PILLS, Site, TEA},
};

/// A unit with its hidden code.
pub struct Pack {
    pub serial: String,
    pub code: String,
}

impl Pack {
    pub fn path(&self) -> String {
        format!("/01/{TEA}/21/{}", self.serial)
    }

    fn question(&self, code: &str) -> Value {
        json!({ "path": self.path(), "code": code })
    }

    pub fn right(&self) -> Value {
        self.question(&self.code)
    }
}

fn flags(site: &Site) -> Vec<String> {
    let file = |name: &str| site.folder.path().join(name).display().to_string();
    vec![
        "issue".to_owned(),
        format!("--database={}", site.address),
        format!("--issue-key={}", file("issue-key")),
        format!("--hidden-key={}", file("hidden-key")),
        format!("--gtin={TEA}"),
        "--batch=T1".to_owned(),
    ]
}

fn run(site: &Site, arguments: &[&str]) -> Result<String, String> {
    let flags = flags(site);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let output = touchstone(&[&flags[..], arguments].concat());
    if output.status.success() {
        Ok(String::from_utf8(output.stdout).unwrap())
    } else {
        Err(String::from_utf8(output.stderr).unwrap())
    }
}

fn out(site: &Site, name: &str) -> (PathBuf, String) {
    let path = site.folder.path().join(name);
    let flag = format!("--hidden-out={}", path.display());
    (path, flag)
}

pub fn issue(site: &Site, count: usize) -> Vec<Pack> {
    let (path, flag) = out(site, "hidden.csv");
    let visible = run(site, &[&format!("--count={count}"), "--with-hidden", &flag]).unwrap();
    let hidden = fs::read_to_string(path).unwrap();
    let mut lines = hidden.lines();
    assert_eq!(lines.next(), Some("serial,hidden_code"));
    let packs: Vec<Pack> = lines
        .map(|line| {
            let (serial, code) = line.split_once(',').unwrap();
            assert!(!visible.contains(code), "the two go apart");
            Pack {
                serial: serial.to_owned(),
                code: code.to_owned(),
            }
        })
        .collect();
    assert_eq!(packs.len(), count);
    let serials = visible.lines().skip(1).map(|line| line.split(',').nth(2));
    assert!(serials.eq(packs.iter().map(|pack| Some(pack.serial.as_str()))));
    packs
}

/// Another code with a right check character.
fn wrong(pack: &Pack, number: u64) -> String {
    let codes = issue::HiddenIssuer::new(&issue::HiddenKey::new([1; 32]), 7);
    let code = codes.code(number).to_string();
    assert_ne!(code, pack.code);
    code
}

#[tokio::test]
async fn a_hidden_code_confirms_once() {
    let site = Site::new().await;
    let pack = issue(&site, 2).remove(1);
    let (owner, other) = (site.browser(), site.browser());
    let code = json!({ "code": format!("https://check.example{}", pack.path()) });

    let sealed = owner.post("/v1/verify", &code).await.json();
    assert_eq!(sealed["verdict"]["standing"], "issued");
    assert_eq!(
        sealed["hidden"],
        json!({ "state": "sealed" , "first_at": null })
    );
    let sloppy = format!(" {}-{} ", &pack.code[..6], pack.code[6..].to_lowercase());
    let first = owner.post("/v1/reveal", &pack.question(&sloppy)).await;
    assert_eq!(first.is(200).json()["outcome"], "first");
    assert_eq!(first.json()["product"], "Tea");
    let revealed = owner.post("/v1/verify", &code).await.json();
    assert_eq!(revealed["verdict"]["standing"], "confirmed");
    assert_eq!(revealed["hidden"]["state"], "yours");

    site.pass(3_600_000);
    let again = owner.post("/v1/reveal", &pack.right()).await.json();
    assert_eq!(again["outcome"], "yours");
    assert_eq!(again["first_at"], "2026-11-24T12:00:00Z");

    // Who has a copy of the visible code is told no more than there is.
    let copy = other.post("/v1/verify", &code).await.json();
    assert_eq!(copy["verdict"]["standing"], "issued");
    assert_eq!(copy["hidden"]["state"], "revealed");
    let second = other.post("/v1/reveal", &pack.right()).await.json();
    assert_eq!(second["outcome"], "before");
    assert_eq!(second["first_at"], "2026-11-24T12:00:00Z");
    for browser in [owner, other] {
        let answer = browser.post("/v1/verify", &code).await.json();
        assert_eq!(answer["verdict"]["standing"], "suspect");
        let reason = &answer["verdict"]["reasons"][0];
        assert_eq!(reason["kind"], "revealed-again");
        assert_eq!(reason["evidence"]["first"]["at"], "2026-11-24T12:00:00Z");
        assert_eq!(reason["evidence"]["again"]["at"], "2026-11-24T13:00:00Z");
    }
}

#[tokio::test]
async fn of_64_at_once_exactly_one_is_the_first() {
    let site = Site::new().await;
    for pack in issue(&site, 3) {
        let (path, body) = (pack.path(), pack.right());
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let (router, body) = (site.router.clone(), body.to_string());
            tasks.spawn(async move {
                let request = crate::site::request(
                    axum::http::Method::POST,
                    "/v1/reveal",
                    &[("content-type", "application/json")],
                    axum::body::Body::from(body),
                );
                let response = tower::ServiceExt::oneshot(router, request).await.unwrap();
                let bytes = http_body_util::BodyExt::collect(response.into_body()).await;
                let view: Value = serde_json::from_slice(&bytes.unwrap().to_bytes()).unwrap();
                view["outcome"].as_str().unwrap().to_owned()
            });
        }
        let mut outcomes: HashMap<String, usize> = HashMap::new();
        while let Some(outcome) = tasks.join_next().await {
            *outcomes.entry(outcome.unwrap()).or_default() += 1;
        }
        assert_eq!(outcomes["first"], 1, "{path}: {outcomes:?}");
        assert_eq!(outcomes["before"], 63);
    }
}

#[tokio::test]
async fn guesses_pause_and_shut_nobody_else_out() {
    let site = Site::new().await;
    let packs = issue(&site, 2);
    let pack = &packs[0];
    let (stranger, owner) = (site.browser(), site.browser());
    // A slip is told, and costs nothing.
    for _ in 0..20 {
        let slip = stranger
            .post("/v1/reveal", &pack.question("0000000000001"))
            .await;
        slip.is(422).says("mistyped");
    }
    for number in 0..10 {
        let guess = stranger
            .post("/v1/reveal", &pack.question(&wrong(pack, number)))
            .await;
        assert_eq!(guess.is(422).json()["type"], "/problems/wrong-hidden-code");
    }
    // Now not even the right one is looked at, and nothing more is counted.
    for _ in 0..3 {
        let paused = stranger.post("/v1/reveal", &pack.right()).await;
        assert_eq!(paused.is(429).header("retry-after"), "60");
    }
    // Its other packs, and the owner's browser, know nothing of it.
    stranger.post("/v1/reveal", &packs[1].right()).await.is(200);
    assert_eq!(
        owner.post("/v1/reveal", &pack.right()).await.json()["outcome"],
        "first"
    );
    site.pass(60_000);
    let guess = stranger
        .post("/v1/reveal", &pack.question(&wrong(pack, 99)))
        .await;
    guess.is(422).says("a pause comes before the next try");
    let paused = stranger.post("/v1/reveal", &pack.right()).await;
    assert_eq!(paused.is(429).header("retry-after"), "120", "it grows");
    // A sweep forgets what is old, and nothing that still holds.
    let sweep = async || {
        let now = site.app.clock.now();
        let retention = api::retention::Retention::default();
        api::retention::sweep(&site.app.store, retention, now)
            .await
            .unwrap();
    };
    sweep().await;
    stranger.post("/v1/reveal", &pack.right()).await.is(429);
    site.pass(120_000);
    assert_eq!(
        stranger.post("/v1/reveal", &pack.right()).await.json()["outcome"],
        "before"
    );
}

#[tokio::test]
async fn new_sessions_are_no_way_around_the_limit() {
    let site = Site::new().await;
    let pack = issue(&site, 1).remove(0);
    let mut refused = 0;
    for number in 0..40 {
        let reply = site
            .post("/v1/reveal", &pack.question(&wrong(&pack, number)))
            .await;
        refused += usize::from(reply.status == 429);
    }
    assert_eq!(refused, 10, "30 from one network");
    site.post("/v1/reveal", &pack.right()).await.is(429);
    site.pass(60_000);
    assert_eq!(
        site.post("/v1/reveal", &pack.right()).await.json()["outcome"],
        "first"
    );
}

#[tokio::test]
async fn without_a_script() {
    let site = Site::new().await;
    let pack = issue(&site, 1).remove(0);
    let browser = site.browser();
    let page = browser.open(&pack.path()).await;
    page.is(200).says("It counts once").says("Confirm, once");
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let send = |code: String| {
        let fields = [
            ("csrf", csrf.clone()),
            ("path", path.clone()),
            ("code", code),
        ];
        let browser = &browser;
        async move {
            let fields = fields
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            browser.submit("/reveal", &fields).await
        }
    };
    send(wrong(&pack, 1)).await.is(422).says("9 more times");
    send(pack.code.clone())
        .await
        .is(200)
        .says("nobody had typed it before");
    send(pack.code.clone())
        .await
        .is(200)
        .says("Confirmed by you");
    browser
        .follow(&pack.path())
        .await
        .says("Confirmed")
        .says("You typed its hidden code");
    let forged = [("csrf", ""), ("path", &pack.path()), ("code", &pack.code)];
    browser.submit("/reveal", &forged).await.is(403);
    site.browser()
        .open(&pack.path())
        .await
        .says("Its hidden code was typed before");
}

#[tokio::test]
async fn what_has_no_hidden_code() {
    let site = Site::new().await;
    let pack = issue(&site, 1).remove(0);
    let plain = run(&site, &["--count=1", "--format=links"]).unwrap();
    let plain = plain
        .trim()
        .strip_prefix("https://id.gs1.org")
        .unwrap()
        .to_owned();
    let imported = format!("/01/{TEA}/21/TEA1");
    let other_product = format!("/01/{PILLS}/21/{}", pack.serial);
    let batch = format!("/01/{TEA}/10/T1");
    for path in [plain.as_str(), &imported, &other_product, &batch] {
        let question = json!({ "path": path, "code": pack.code });
        let reply = site.post("/v1/reveal", &question).await;
        assert_eq!(
            reply.is(404).json()["type"],
            "/problems/no-hidden-code",
            "{path}"
        );
        let page = site.browser().open(path).await;
        assert!(!page.text().contains("hidden-code"), "{path}");
    }
    // A registered unit keeps its hidden code.
    let registration = json!({ "path": pack.path() });
    site.browser()
        .post("/v1/registrations", &registration)
        .await
        .is(201);
    site.post("/v1/reveal", &pack.right()).await.is(200);
}

#[tokio::test]
async fn hidden_codes_are_printed_again_on_a_sheet_of_their_own() {
    let site = Site::new().await;
    let packs = issue(&site, 2);
    let error = run(&site, &["--count=1", "--with-hidden"]).unwrap_err();
    assert!(error.contains("--hidden-out"), "{error}");
    let (path, flag) = out(&site, "hidden.csv");
    let error = run(&site, &["--again=0", &flag]).unwrap_err();
    assert!(error.contains("can't make"), "it is there: {error}");
    let mode = std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    let (again, flag) = out(&site, "again.csv");
    run(&site, &["--again=0", &flag]).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(fs::read_to_string(again).unwrap(), text);
    run(&site, &["--count=1"]).unwrap();
    let (_, flag) = out(&site, "none.csv");
    let error = run(&site, &["--again=2", &flag]).unwrap_err();
    assert!(error.contains("without hidden codes"), "{error}");

    let arguments: Vec<&str> = text.lines().collect();
    for (format, name) in [("pdf", "hidden.pdf"), ("zpl", "hidden.zpl"), ("svg", "svg")] {
        let to = site.folder.path().join(name);
        let flags = [
            "label",
            "--hidden",
            "--format",
            format,
            "--out",
            to.to_str().unwrap(),
        ];
        let output = touchstone(&[&flags, &arguments[..]].concat());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("2 labels written, 0 refused"), "{said}");
    }
    let zpl = fs::read_to_string(site.folder.path().join("hidden.zpl")).unwrap();
    let code = &packs[0].code;
    assert!(
        zpl.contains(&format!("{} {} {}", &code[..4], &code[4..8], &code[8..])),
        "{zpl}"
    );
    assert!(zpl.contains(&packs[0].serial) && !zpl.contains("^GFA"));
}

#[tokio::test]
async fn a_stranger_s_network_is_no_way_to_shut_the_owner_out() {
    let site = Site::new().await;
    let pack = issue(&site, 1).remove(0);
    let from = |address: &'static str, code: String| {
        let (site, body) = (&site, pack.question(&code).to_string());
        async move {
            let mut request = crate::site::request(
                axum::http::Method::POST,
                "/v1/reveal",
                &[("content-type", "application/json")],
                axum::body::Body::from(body),
            );
            let peer = api::http::client::Peer(address.parse().unwrap());
            request.extensions_mut().insert(peer);
            site.send(request).await
        }
    };
    for number in 0..30 {
        from("192.0.2.1", wrong(&pack, number)).await.is(422);
    }
    from("192.0.2.99", pack.code.clone()).await.is(429);
    let first = from("198.51.100.7", pack.code.clone()).await;
    assert_eq!(first.is(200).json()["outcome"], "first");
}
