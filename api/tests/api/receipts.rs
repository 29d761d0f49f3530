//! Receipts: sent by who registered a pack, looked at by its brand's staff, and gone after that.

use api::role::Role;
use serde_json::{Value, json};

use crate::{
    reports,
    reveal::{self, Pack},
    site::{Browser, Reply, Site},
};

/// Registers a pack; its reference and code.
async fn register(browser: &Browser<'_>, pack: &Pack) -> Value {
    let registration =
        json!({ "path": pack.path(), "email": "jan@person.example", "shop": "Corner" });
    let reply = browser.post("/v1/registrations", &registration).await;
    reply.is(201).json()
}

/// Sends a photo of the receipt, as the form of `/mine` does.
pub async fn send(browser: &Browser<'_>, view: &Value, photo: &[u8]) -> Reply {
    let csrf = browser.open("/mine").await.field("csrf");
    let text = |name: &str| view[name].as_str().unwrap().to_owned();
    let (reference, code) = (text("reference"), text("code"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("reference", &reference),
        ("code", &code),
    ];
    reports::send_to(browser, "/mine/receipt", &fields, photo).await
}

async fn seen(site: &Site, view: &Value) -> Value {
    let holder = json!({ "reference": view["reference"], "code": view["code"] });
    let reply = site.post("/v1/registrations/lookup", &holder).await;
    reply.is(200).json()
}

async fn kept_photo(site: &Site, reference: &str) -> bool {
    let read = site.app.store.read(|db| db.receipt_photo(reference)).await;
    read.unwrap().is_some()
}

#[tokio::test]
async fn a_receipt_that_fits_backs_a_registration() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let browser = site.browser();
    let view = register(&browser, &pack).await;
    assert_eq!(view["evidence"], "claimed");
    assert_eq!(view["points_waiting"], 50);
    let reference = view["reference"].as_str().unwrap();

    send(&browser, &view, b"no picture").await.is(422);
    send(&browser, &view, b"").await.is(422);
    // As large as a camera's.
    let mut photo = reports::photo();
    photo.resize(4 * 1024 * 1024, 0);
    let sent = send(&browser, &view, &photo).await;
    sent.is(200).says("Your receipt is with");
    // It waits: another one does not push it aside.
    send(&browser, &view, &reports::photo()).await.is(409);

    let desk = site.person("acme", Role::ReturnsDesk).await;
    let list = desk.open(&site, "/desk/receipts").await;
    list.is(200).says(reference).says("Corner");
    let photo = format!("/desk/receipts/{reference}/photo");
    let picture = desk.open(&site, &photo).await;
    assert_eq!(picture.is(200).header("content-type"), "image/jpeg");
    assert_eq!(picture.header("cache-control"), "private, no-store");
    assert!(picture.bytes.len() < reports::photo().len());
    // Another brand's staff see nothing of it, and decide nothing.
    let other = site.person("globex", Role::ReturnsDesk).await;
    other.open(&site, &photo).await.is(404);
    let fields = [("registration", reference), ("choice", "supported")];
    other
        .submit(&site, "/desk/receipts/decide", &fields)
        .await
        .is(404);

    desk.submit(&site, "/desk/receipts/decide", &fields)
        .await
        .is(303);
    let after = seen(&site, &view).await;
    assert_eq!(after["evidence"], "supported");
    assert_eq!(after["receipt"]["status"], "supported");
    // What waited for a receipt came.
    assert_eq!(
        (&after["points"], &after["points_waiting"]),
        (&json!(50), &json!(0))
    );
    assert!(!kept_photo(&site, reference).await);
    desk.open(&site, &photo).await.is(404);
    desk.submit(&site, "/desk/receipts/decide", &fields)
        .await
        .is(409);
    desk.open(&site, "/desk/receipts")
        .await
        .says("No receipt waits for a look.");
    send(&browser, &view, &reports::photo()).await.is(409);
}

#[tokio::test]
async fn a_refused_receipt_says_why_and_another_may_come() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let browser = site.browser();
    let view = register(&browser, &pack).await;
    let reference = view["reference"].as_str().unwrap();
    send(&browser, &view, &reports::photo()).await.is(200);
    let desk = site.person("acme", Role::ReturnsDesk).await;
    let decide = async |reason: &str| {
        let fields = [
            ("registration", reference),
            ("choice", "refused"),
            ("reason", reason),
        ];
        let reply = desk.submit(&site, "/desk/receipts/decide", &fields).await;
        reply.status.as_u16()
    };
    assert_eq!(decide("").await, 422, "a reason is needed");
    assert_eq!(decide("It names another product.").await, 303);
    let after = seen(&site, &view).await;
    assert_eq!(after["evidence"], "claimed");
    assert_eq!(after["receipt"]["reason"], "It names another product.");
    assert_eq!(after["points_waiting"], 50);
    assert!(!kept_photo(&site, reference).await);
    send(&browser, &view, &reports::photo())
        .await
        .is(200)
        .says("Your receipt is with");
    assert!(kept_photo(&site, reference).await);

    // Erasing takes it along.
    let holder = json!({ "reference": view["reference"], "code": view["code"] });
    site.post("/v1/registrations/erase", &holder).await.is(204);
    assert!(!kept_photo(&site, reference).await);
    desk.open(&site, "/desk/receipts")
        .await
        .says("No receipt waits for a look.");
}

#[tokio::test]
async fn only_what_rests_on_one_s_word_takes_a_receipt() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let browser = site.browser();
    browser.post("/v1/reveal", &pack.right()).await.is(200);
    let view = register(&browser, &pack).await;
    assert_eq!(view["evidence"], "proven");
    send(&browser, &view, &reports::photo()).await.is(409);
    // With a wrong code nobody sends anything.
    let mut other = view.clone();
    other["code"] = json!("7K3M-Q9XA-22PT-ZZ0C");
    let reply = send(&browser, &other, &reports::photo()).await;
    assert!(
        matches!(reply.status.as_u16(), 404 | 422),
        "{}",
        reply.status
    );
}
