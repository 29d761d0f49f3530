//! `POST /register`, `/claim`, `/mine`: a browser without a script.

use crate::site::{PILLS, Reply, Site, TEA};

/// What follows a label in the page's words.
fn after<'w>(words: &'w str, label: &str) -> &'w str {
    let at = words
        .find(label)
        .unwrap_or_else(|| panic!("no {label} in {words}"))
        + label.len();
    words[at..].trim_start()
}

/// The reference and code that a page shows, as a person would copy them.
fn keepsakes(reply: &Reply) -> (String, String) {
    let words = reply.words();
    let letters = |text: &str, len: usize| -> String {
        text.chars()
            .filter(|letter| letter.is_ascii_alphanumeric())
            .take(len)
            .collect()
    };
    (
        letters(after(&words, "Reference"), 9),
        letters(after(&words, " Code "), 16),
    )
}

#[tokio::test]
async fn registered_and_erased_by_forms() {
    let site = Site::new().await;
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}/21/TEA1")).await;
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("path", path.as_str()),
        ("bought_on", "2026-11-20"),
        ("shop", ""),
        ("email", "jan@person.example"),
    ];
    let done = browser.submit("/register", &fields).await;
    done.is(200).says("Registered").says("50 points wait");
    assert_eq!(done.header("cache-control"), "private, no-store");
    let (reference, code) = keepsakes(&done);

    // A reload sends the form again: the same reference and code, and no second registration.
    let again = browser.submit("/register", &fields).await;
    assert_eq!(keepsakes(&again), (reference.clone(), code.clone()));

    let mine = browser.open("/mine").await;
    mine.is(200).says("50 more wait");
    let csrf = mine.field("csrf");
    let holder = [
        ("csrf", csrf.as_str()),
        ("reference", reference.as_str()),
        ("code", code.as_str()),
    ];
    let found = browser.submit("/mine", &holder).await;
    found
        .is(200)
        .says("Tea")
        .says("Warranty until 20 November 2028");
    assert_eq!(found.field("reference").len(), 11);
    browser
        .submit("/mine/erase", &holder)
        .await
        .is(200)
        .says("Erased.");
    browser
        .submit("/mine", &holder)
        .await
        .is(200)
        .says("No registration or claim has this");
    browser
        .open(&format!("/01/{TEA}/21/TEA1"))
        .await
        .field("csrf");
}

#[tokio::test]
async fn claimed_by_a_form() {
    let site = Site::new().await;
    let browser = site.browser();
    let page = browser.open(&format!("/01/{PILLS}/21/PIL1")).await;
    let csrf = page.field("csrf");
    let path = page.field("path");
    let recall = page.field("recall");
    let done = browser
        .submit(
            "/claim",
            &[
                ("csrf", &csrf),
                ("path", &path),
                ("recall", &recall),
                ("remedy", "refund"),
                ("note", "x"),
                ("email", ""),
            ],
        )
        .await;
    done.is(200).says("Your claim is with Acme");
    let (reference, code) = keepsakes(&done);
    let mine = browser.open("/mine").await.field("csrf");
    browser
        .submit(
            "/mine",
            &[("csrf", &mine), ("reference", &reference), ("code", &code)],
        )
        .await
        .is(200)
        .says("Pills");
}

#[tokio::test]
async fn a_first_visit_by_a_program_works_too() {
    let site = Site::new().await;
    let browser = site.browser();
    // No fetch metadata: no check, no session; the form is bound to a cookie of its own.
    let page = browser
        .send(
            axum::http::Method::GET,
            &format!("/01/{TEA}/21/TEA1"),
            &[("accept", "*/*")],
            axum::body::Body::empty(),
        )
        .await;
    assert!(!browser.cookies.lock().unwrap().contains_key("session"));
    let csrf = page.field("csrf");
    let path = page.field("path");
    browser
        .submit("/register", &[("csrf", &csrf), ("path", &path)])
        .await
        .is(200);
}

#[tokio::test]
async fn forged_forms_are_refused() {
    let site = Site::new().await;
    let (victim, attacker) = (site.browser(), site.browser());
    let path = format!("/01/{TEA}/21/TEA1");
    victim.open(&path).await.is(200);
    let stolen = attacker.open(&path).await.field("csrf");
    let forms = [
        ("/register", "path", path.as_str()),
        ("/mine", "code", "x"),
        ("/mine/erase", "code", "x"),
    ];
    for token in [stolen.as_str(), "", "00", &"0".repeat(64)] {
        for (action, field, value) in forms {
            let mut fields = vec![("csrf", token), (field, value)];
            if action != "/register" {
                fields.push(("reference", "x"));
            }
            let reply = victim.submit(action, &fields).await;
            reply.is(403).says("Open the page again");
        }
    }
    // A browser that keeps no cookies has nothing to be bound by.
    site.browser()
        .submit("/register", &[("csrf", &stolen), ("path", &path)])
        .await
        .is(403);
    let answer = site
        .get(&path, &[("accept", "application/json")])
        .await
        .json();
    assert_eq!(answer["registration"]["taken"], false);
}

#[tokio::test]
async fn what_is_wrong_is_told_on_a_page() {
    let site = Site::new().await;
    let browser = site.browser();
    let page = browser.open(&format!("/01/{TEA}/21/TEA1")).await;
    let (csrf, path) = (page.field("csrf"), page.field("path"));
    let reply = browser
        .submit(
            "/register",
            &[("csrf", &csrf), ("path", &path), ("email", "jan")],
        )
        .await;
    reply.is(422).says("name@example.com");
    let reply = browser.submit("/register", &[("csrf", &csrf)]).await;
    reply.is(400);
    let huge = "x".repeat(1_000_000);
    browser
        .submit("/register", &[("csrf", &csrf), ("path", &huge)])
        .await
        .is(413);
}

#[tokio::test]
async fn pages_of_the_app_are_readable_without_it() {
    let site = Site::new().await;
    let browser = site.browser();
    browser
        .open("/")
        .await
        .is(200)
        .says("What do you have in your hand?");
    let scan = browser.open("/scan").await;
    assert!(scan.is(200).text().contains("type=\"file\""));
    browser.open("/history").await.is(200).says("History");
    browser.open("/mine").await.is(200).says("No points yet.");
    browser
        .open("/nowhere")
        .await
        .is(404)
        .says("There is nothing at this address.");
}

#[tokio::test]
async fn a_refused_form_leads_back_to_its_pack_and_nowhere_else() {
    let site = Site::new().await;
    let browser = site.browser();
    let pack = format!("/01/{TEA}/21/TEA1");
    let csrf = browser.open(&pack).await.field("csrf");
    for (path, is_back) in [(pack.as_str(), true), ("//evil.example/01/", false)] {
        let fields = [
            ("csrf", csrf.as_str()),
            ("path", path),
            ("email", "no address"),
        ];
        let refused = browser.submit("/register", &fields).await;
        assert!(refused.status.is_client_error(), "{}", refused.text());
        let link = format!("href=\"{pack}\"");
        assert_eq!(
            refused.text().contains(&link),
            is_back,
            "{}",
            refused.text()
        );
        assert!(!refused.text().contains("evil"));
    }
}
