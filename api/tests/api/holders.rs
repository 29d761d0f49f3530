//! What a holder does without their code: in the browser that registered, and on a device that a
//! passkey opened.

use serde_json::Value;

use crate::{
    authenticator::Authenticator,
    keyring,
    ownership::{Keep, holders, kept, register, take},
    reports,
    reveal::{self, Pack},
    site::{Browser, Reply, Site, TEA},
};

fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

/// A form of the registration's page, as that page has it: without a code.
async fn press(browser: &Browser<'_>, reference: &str, path: &str, field: (&str, &str)) -> Reply {
    let csrf = browser.open("/mine").await.field("csrf");
    press_with(browser, reference, path, field, &csrf).await
}

async fn press_with(
    browser: &Browser<'_>,
    reference: &str,
    path: &str,
    field: (&str, &str),
    csrf: &str,
) -> Reply {
    let fields = [("csrf", csrf), ("reference", reference), field];
    browser.submit(path, &fields).await
}

fn reference(view: &Value) -> String {
    view["reference"].as_str().unwrap().to_owned()
}

fn link_in(reply: &Reply) -> String {
    let text = reply.is(200).text();
    let from = text.find("/proof/").expect("a link");
    text[from..from + "/proof/".len() + 32].to_owned()
}

/// Everything that a holder can send.
const ACTS: [(&str, (&str, &str)); 6] = [
    ("/mine/certificate", ("choice", "")),
    ("/mine/show", ("choice", "7")),
    ("/mine/transfer", ("choice", "yes")),
    ("/mine/stolen", ("choice", "yes")),
    ("/mine/dispute", ("message", "it is mine")),
    ("/mine/erase", ("choice", "")),
];

/// Nothing of a registration is open to a browser without its code.
async fn is_shut(browser: &Browser<'_>, reference: &str) {
    let page = browser
        .open(&format!("/mine/registrations/{reference}"))
        .await;
    assert_eq!(page.is(303).header("location"), "/mine");
    for (path, field) in ACTS {
        let reply = press(browser, reference, path, field).await;
        let status = reply.status.as_u16();
        // Erasing tells a wrong reference beside the form.
        let is_told = path == "/mine/erase" && reply.words().contains("No registration or claim");
        assert!(
            status == 404 || (status == 200 && is_told),
            "{path}: {status}"
        );
    }
}

#[tokio::test]
async fn who_registered_needs_no_code_in_the_same_browser() {
    let site = Site::new().await;
    let browser = site.browser();
    let view = register(&browser, &tea("TEA1")).await;
    let own = reference(&view);
    let list = browser.open("/mine").await;
    list.is(200).says("Certificate, sale, theft and more");
    let page = browser.open(&format!("/mine/registrations/{own}")).await;
    page.is(200).says("Certificate as PDF").says("Show a buyer");
    assert!(!page.text().contains("name=\"code\" value"), "no code");

    let pdf = press(&browser, &own, "/mine/certificate", ("choice", "")).await;
    assert!(pdf.is(200).bytes.starts_with(b"%PDF"));
    let stolen = press(&browser, &own, "/mine/stolen", ("choice", "yes")).await;
    stolen.is(200).says("Reported stolen");
    let found = press(&browser, &own, "/mine/stolen", ("choice", "no")).await;
    assert!(!found.is(200).words().contains("Reported stolen"));
    let why = ("message", "My brother says that it is his.");
    let disputed = press(&browser, &own, "/mine/dispute", why).await;
    disputed.is(200).says("The brand has yet to decide.");
    let csrf = browser.open("/mine").await.field("csrf");
    let fields = [("csrf", csrf.as_str()), ("reference", own.as_str())];
    let sent = reports::send_to(&browser, "/mine/receipt", &fields, &reports::photo()).await;
    sent.is(200).says("Your receipt is with");
    let erased = press(&browser, &own, "/mine/erase", ("choice", "")).await;
    erased.is(200).says("Erased.");
    assert_eq!(holders(&site, &tea("TEA1")).await, 0);
}

#[tokio::test]
async fn nobody_else_does_without_the_code() {
    let site = Site::new().await;
    let view = register(&site.browser(), &tea("TEA1")).await;
    let own = reference(&view);
    // Another person's browser.
    let other = site.browser();
    register(&other, &tea("TEA2")).await;
    is_shut(&other, &own).await;
    // A browser that has nothing yet.
    let nobody = site.browser();
    let page = nobody.open(&format!("/mine/registrations/{own}")).await;
    assert_eq!(page.is(303).header("location"), "/mine");
    for (path, field) in ACTS {
        press(&nobody, &own, path, field).await.is(403);
    }
    // A code that is wrong is not made up for by the session that would be right.
    let owner = site.browser();
    let third = reference(&register(&owner, &tea("TEA3")).await);
    let csrf = owner.open("/mine").await.field("csrf");
    let fields = [
        ("csrf", csrf.as_str()),
        ("reference", &third),
        ("code", "7K3M-Q9XA-22PT-ZZ0C"),
        ("choice", "yes"),
    ];
    let status = owner.submit("/mine/stolen", &fields).await.status.as_u16();
    assert!(matches!(status, 404 | 422), "{status}");
    // The interface of programs has no session.
    let holder = serde_json::json!({ "reference": third });
    owner
        .post("/v1/registrations/lookup", &holder)
        .await
        .is(422);
    owner.post("/v1/registrations/erase", &holder).await.is(422);
    assert_eq!(holders(&site, &tea("TEA3")).await, 1);
}

#[tokio::test]
async fn the_session_alone_takes_a_token_of_its_own_only() {
    let site = Site::new().await;
    let browser = site.browser();
    // The token of a page from before there was a session is bound to the form cookie.
    let before = browser.open("/mine").await.field("csrf");
    let view = register(&browser, &tea("TEA1")).await;
    let own = reference(&view);
    let stolen = ("choice", "yes");
    press_with(&browser, &own, "/mine/stolen", stolen, &before)
        .await
        .is(403);
    // Another person's token.
    let other = site.browser();
    register(&other, &tea("TEA2")).await;
    let theirs = other.open("/mine").await.field("csrf");
    press_with(&browser, &own, "/mine/stolen", stolen, &theirs)
        .await
        .is(403);
    press_with(&browser, &own, "/mine/stolen", stolen, "")
        .await
        .is(403);
    press(&browser, &own, "/mine/stolen", stolen).await.is(200);
}

#[tokio::test]
async fn what_was_given_away_opens_nothing_any_more() {
    let site = Site::new().await;
    let seller = site.browser();
    let own = reference(&register(&seller, &tea("TEA1")).await);
    let shown = press(&seller, &own, "/mine/show", ("choice", "7")).await;
    let buyer = site.browser();
    let bought = kept(&take(&buyer, &link_in(&shown)).await);
    let waits = bought.holder()["reference"].as_str().unwrap().to_owned();
    // What waits is open to its code alone.
    is_shut(&buyer, &waits).await;
    let page = seller.open(&format!("/mine/registrations/{own}")).await;
    page.is(200).says("Somebody asks for it");
    let given = press(&seller, &own, "/mine/transfer", ("choice", "yes")).await;
    let words = given.is(200).says("Given to another").words();
    assert!(!words.contains("Erase it") && !words.contains("Ask the brand to decide"));
    is_shut(&seller, &own).await;
    let page = buyer.open(&format!("/mine/registrations/{waits}")).await;
    page.is(200).says("Certificate as PDF");
}

#[tokio::test]
async fn who_is_displaced_has_the_code_left() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let pack: &Pack = &packs[0];
    let stranger = site.browser();
    let view = register(&stranger, &pack.path()).await;
    let owner = site.browser();
    owner.post("/v1/reveal", &pack.right()).await.is(200);
    register(&owner, &pack.path()).await;
    is_shut(&stranger, &reference(&view)).await;
    let by_code = Keep::of(&view);
    by_code
        .act(&site, "/mine/dispute", ("message", "it is mine"))
        .await
        .is(200);
}

#[tokio::test]
async fn a_device_that_a_passkey_opened_needs_no_code() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let phone = site.browser();
    let own = reference(&register(&phone, &tea("TEA1")).await);
    keyring::keep(&phone, &mut keys).await.is(303);
    let tablet = site.browser();
    is_shut_to_guests(&tablet, &own).await;
    keyring::open(&tablet, &mut keys, 0).await.is(303);
    for device in [&phone, &tablet] {
        let pdf = press(device, &own, "/mine/certificate", ("choice", "")).await;
        assert!(pdf.is(200).bytes.starts_with(b"%PDF"));
    }
    press(&tablet, &own, "/mine/stolen", ("choice", "yes"))
        .await
        .is(200);
    // Signed out, it opens nothing.
    let csrf = tablet.open("/mine/passkeys").await.field("csrf");
    let fields = [("csrf", csrf.as_str()), ("of", "this")];
    tablet
        .submit("/mine/passkeys/sign-out", &fields)
        .await
        .is(200);
    is_shut_to_guests(&tablet, &own).await;
    press(&phone, &own, "/mine/stolen", ("choice", "no"))
        .await
        .is(200);
}

async fn is_shut_to_guests(browser: &Browser<'_>, reference: &str) {
    let page = browser
        .open(&format!("/mine/registrations/{reference}"))
        .await;
    assert_eq!(page.is(303).header("location"), "/mine");
    press(browser, reference, "/mine/stolen", ("choice", "yes"))
        .await
        .is(403);
}
