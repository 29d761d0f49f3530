//! What opens nobody's products: forged, copied, late and foreign answers of passkeys.

use axum::{body::Body, http::Method};
use serde_json::json;

use crate::{
    authenticator::{Asked, Authenticator},
    keyring::{count, keep, open, register, serials},
    site::{Site, request},
};

#[tokio::test]
async fn what_proves_nothing_opens_nothing() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let phone = site.browser();
    register(&phone, "TEA1").await;
    // A passkey for another site is not kept.
    keys.origin = "https://check.example.evil.example".to_owned();
    let refused = keep(&phone, &mut keys).await;
    refused.is(422).says("the answer was made for another site");
    keys = Authenticator::default();
    keep(&phone, &mut keys).await.is(303);
    let tablet = site.browser();
    let refuses = async |keys: &mut Authenticator, says: &str| {
        open(&tablet, keys, 0).await.is(422).says(says);
        assert_eq!(serials(&tablet).await, [""; 0]);
    };
    keys.origin = "https://check.example.evil.example".to_owned();
    refuses(&mut keys, "the answer was made for another site").await;
    keys.origin = "https://check.example".to_owned();
    keys.name = "evil.example".to_owned();
    refuses(&mut keys, "the answer was made for another site").await;
    keys.name = "check.example".to_owned();
    // Nobody's finger, where there was one when it was made.
    keys.verifies = false;
    refuses(&mut keys, "the device’s answer does not hold").await;
    keys.verifies = true;
    // The user handle of another: it unseals nothing.
    keys.keys[0].user[0] ^= 1;
    refuses(&mut keys, "This passkey opens nothing here").await;
    keys.keys[0].user[0] ^= 1;
    // Too late; and twice.
    let asked = Asked::of(&tablet.open("/mine/open").await);
    let answer = keys.sign(0, &asked.options);
    site.pass(11 * 60_000);
    let late = tablet.submit("/mine/open", &asked.with(&answer)).await;
    late.is(422).says("The page was open for too long");
    let asked = Asked::of(&tablet.open("/mine/open").await);
    let answer = keys.sign(0, &asked.options);
    tablet
        .submit("/mine/open", &asked.with(&answer))
        .await
        .is(303);
    let other = site.browser();
    other.open("/mine/open").await.is(200);
    let csrf = other.open("/mine/open").await.field("csrf");
    let again = [
        ("csrf", &*csrf),
        ("state", &*asked.state),
        ("answer", &*answer),
    ];
    other.submit("/mine/open", &again).await.is(422);
    // A copy that counts on its own falls behind.
    keys.keys[0].counter = 0;
    let copied = open(&other, &mut keys, 0).await;
    copied.is(422).says("there may be a copy of this passkey");
    assert_eq!(serials(&other).await, [""; 0]);
    // An answer for the desk is none for products, and the other way around.
    let desk = Asked::of(&other.open("/desk/sign-in").await);
    keys.keys[0].counter = 100;
    let answer = keys.sign(0, &desk.options);
    let crossed = [
        ("csrf", &*desk.csrf),
        ("state", &*desk.state),
        ("answer", &*answer),
    ];
    other.submit("/mine/open", &crossed).await.is(422);
    let asked = Asked::of(&other.open("/mine/open").await);
    let answer = keys.sign(0, &asked.options);
    other
        .submit("/desk/sign-in", &asked.with(&answer))
        .await
        .is(422);
}

#[tokio::test]
async fn a_device_without_a_finger_will_do() {
    let site = Site::new().await;
    let mut keys = Authenticator {
        verifies: false,
        ..Authenticator::default()
    };
    let (phone, tablet) = (site.browser(), site.browser());
    register(&phone, "TEA1").await;
    keep(&phone, &mut keys).await.is(303);
    open(&tablet, &mut keys, 0).await.is(303);
    assert_eq!(serials(&tablet).await, ["TEA1"]);
}

#[tokio::test]
async fn nobody_is_signed_in_by_another_s_page() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let thief = site.browser();
    keep(&thief, &mut keys).await.is(303);
    // What the victim registered would be the thief's, too.
    let victim = site.browser();
    register(&victim, "TEA1").await;
    let asked = Asked::of(&site.browser().open("/mine/open").await);
    let answer = keys.sign(0, &asked.options);
    victim
        .submit("/mine/open", &asked.with(&answer))
        .await
        .is(403);
    // Nor by a token of the session's, which a neighbor in the domain could have planted.
    let csrf = victim.open("/mine").await.field("csrf");
    let fields = [
        ("csrf", &*csrf),
        ("state", &*asked.state),
        ("answer", &*answer),
    ];
    victim.submit("/mine/open", &fields).await.is(403);
    assert_eq!(serials(&thief).await, [""; 0]);
    for (path, field) in [
        ("/mine/passkeys/remove", ("id", "00")),
        ("/mine/passkeys/sign-out", ("of", "all")),
    ] {
        thief.submit(path, &[("csrf", "00"), field]).await.is(403);
    }
    assert_eq!(count(&site, "keyring_device"), 1);
}

#[tokio::test]
async fn whoever_tries_passkeys_waits_soon() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let browser = site.browser();
    let asked = Asked::of(&browser.open("/mine/open").await);
    let creating = json!({"challenge": asked.options["challenge"], "user": {"id": "AAAA"}});
    keys.create(&creating);
    let answer = keys.sign(0, &asked.options);
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let body: Vec<String> = asked
        .with(&answer)
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    let form = {
        let cookies = browser.cookies.lock().unwrap();
        format!("__Host-form={}", cookies["__Host-form"])
    };
    let mut statuses = Vec::new();
    for _ in 0..21 {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept", "text/html"),
            ("cookie", &*form),
        ];
        let body = Body::from(body.join("&"));
        let mut request = request(Method::POST, "/mine/open", &headers, body);
        let peer = api::http::client::Peer("198.51.100.7".parse().unwrap());
        request.extensions_mut().insert(peer);
        statuses.push(site.send(request).await.status.as_u16());
    }
    assert_eq!(statuses[..20], [422; 20]);
    assert_eq!(statuses[20], 429);
}
