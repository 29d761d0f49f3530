//! Claims at the desk: what staff decide, what their holders see, and what is mailed.

use api::{
    access::Act,
    mail::{MailAddress, Smtp},
    outbox::{self, Mailer},
    role::Role,
};
use serde_json::{Value, json};

use crate::{
    mail_server::{Letter, MailServer},
    site::{PILLS, Site},
    staff::{Person, logged},
};

const MINUTE_MS: i64 = 60_000;

/// A claim of somebody who left an address; what they keep.
async fn open(site: &Site) -> Value {
    let claim = json!({
        "path": format!("/01/{PILLS}/21/PIL1"),
        "recall": "R-2026-1",
        "remedy": "refund",
        "email": "ada@person.example",
    });
    let view = site.post("/v1/claims", &claim).await.is(201).json();
    json!({ "reference": view["reference"], "code": view["code"] })
}

async fn seen(site: &Site, holder: &Value) -> Value {
    site.post("/v1/claims/lookup", holder).await.is(200).json()
}

pub async fn decide(
    site: &Site,
    by: &Person,
    holder: &Value,
    (from, to): (&str, &str),
    message: &str,
) -> u16 {
    let reference = holder["reference"].as_str().unwrap();
    let fields = [
        ("reference", reference),
        ("from", from),
        ("to", to),
        ("message", message),
    ];
    let reply = by.submit(site, "/desk/claims/decide", &fields).await;
    reply.status.as_u16()
}

fn mailer(url: &str, authority: Option<&[u8]>) -> Mailer {
    let smtp: Smtp = url.parse().unwrap();
    let from: MailAddress = "care@acme.example".parse().unwrap();
    Mailer::new(&smtp, from, authority).unwrap()
}

/// What is due goes out.
async fn deliver(site: &Site, mailer: &Mailer) -> usize {
    let now = site.app.clock.now();
    outbox::deliver(&site.app.store, mailer, now).await.unwrap()
}

async fn waiting(site: &Site) -> u64 {
    site.app.store.read(|db| db.count_mail()).await.unwrap()
}

#[tokio::test]
async fn from_the_claim_to_the_money() {
    let site = Site::new().await;
    let server = MailServer::start(None).await;
    let mailer = mailer(&format!("smtp+plain://localhost:{}", server.port), None);
    let holder = open(&site).await;
    let reference = holder["reference"].as_str().unwrap();
    let quality = site.person("acme", Role::Quality).await;
    let list = quality.open(&site, "/desk/claims").await;
    list.is(200).says(reference).says("Asks for a refund");
    let page = format!("/desk/claims/{reference}");
    quality
        .open(&site, &page)
        .await
        .is(200)
        .says("ada@person.example");

    // Whoever asks for more says what; it is on the holder's page and in their mail.
    let asks = ("open", "need-more");
    assert_eq!(decide(&site, &quality, &holder, asks, "").await, 422);
    let message = "Send a picture of the blister, please.";
    assert_eq!(decide(&site, &quality, &holder, asks, message).await, 303);
    assert_eq!(seen(&site, &holder).await["status"], "need-more");
    assert_eq!(deliver(&site, &mailer).await, 1);
    let [letter] = &server.take()[..] else {
        panic!("one letter")
    };
    assert_eq!(
        (&letter.from[..], &letter.to[..]),
        ("care@acme.example", "ada@person.example")
    );
    says(letter, message);
    says(letter, "https://check.example/mine");
    says(letter, "Auto-Submitted: auto-generated");
    says(
        letter,
        &format!("Subject: Your claim {reference} with Acme"),
    );
    let code = holder["code"].as_str().unwrap();
    assert!(!letter.text.contains(code), "the code is nobody else's");

    // The holder answers once, and it is open again.
    let mut answer = holder.clone();
    answer["message"] = json!("Here is where it stands: shelf 3.");
    site.post("/v1/claims/answer", &answer).await.is(200);
    site.post("/v1/claims/answer", &answer).await.is(409);
    quality.open(&site, &page).await.says("shelf 3");
    assert_eq!(
        decide(&site, &quality, &holder, ("open", "accepted"), "").await,
        303
    );
    assert_eq!(
        decide(&site, &quality, &holder, ("accepted", "paid"), "").await,
        303
    );
    let settled = seen(&site, &holder).await;
    assert_eq!(settled["status"], "paid");
    let told: Vec<&str> = settled["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["status"].as_str())
        .collect();
    assert_eq!(told, ["need-more", "open", "accepted", "paid"]);
    assert_eq!(logged(&site, "acme", Act::ClaimDecided), 3);
    assert_eq!(deliver(&site, &mailer).await, 2);
}

fn says(letter: &Letter, text: &str) {
    // Long lines are wrapped as quoted-printable has it.
    let unwrapped = letter.text.replace("=\r\n", "");
    assert!(unwrapped.contains(text), "no `{text}` in {unwrapped}");
}

#[tokio::test]
async fn nothing_closes_a_claim_but_an_act_of_staff() {
    let site = Site::new().await;
    let holder = open(&site).await;
    let quality = site.person("acme", Role::Quality).await;
    // Not the holder, not a leap, not somebody who saw it stand otherwise.
    let mut answer = holder.clone();
    answer["message"] = json!("I am done.");
    site.post("/v1/claims/answer", &answer).await.is(409);
    for leap in [("open", "paid"), ("open", "open"), ("accepted", "paid")] {
        assert_eq!(
            decide(&site, &quality, &holder, leap, "x").await,
            409,
            "{leap:?}"
        );
    }
    assert_eq!(
        decide(&site, &quality, &holder, ("open", "closed"), "x").await,
        422
    );
    // Not another brand's staff, and not another role.
    let stranger = site.person("globex", Role::Quality).await;
    let refuses = ("open", "refused");
    assert_eq!(decide(&site, &stranger, &holder, refuses, "No.").await, 404);
    let marketing = site.person("acme", Role::Marketing).await;
    assert_eq!(
        decide(&site, &marketing, &holder, refuses, "No.").await,
        403
    );
    // Not time.
    site.pass(400 * 24 * 60 * MINUTE_MS);
    assert_eq!(seen(&site, &holder).await["status"], "open");
    let quality = site.person("acme", Role::Quality).await;
    assert_eq!(decide(&site, &quality, &holder, refuses, "").await, 422);
    assert_eq!(
        decide(&site, &quality, &holder, refuses, "It is not ours.").await,
        303
    );
    let refused = seen(&site, &holder).await;
    assert_eq!(refused["status"], "refused");
    assert_eq!(refused["steps"][0]["message"], "It is not ours.");
    // A mistake is put right, and said.
    let again = ("refused", "open");
    assert_eq!(
        decide(&site, &quality, &holder, again, "It is ours after all.").await,
        303
    );
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_does() {
    let site = Site::new().await;
    let holder = open(&site).await;
    let one = site.person("acme", Role::Quality).await;
    let other = site.person("acme", Role::ReturnsDesk).await;
    let (accepted, refused) = tokio::join!(
        decide(&site, &one, &holder, ("open", "accepted"), ""),
        decide(&site, &other, &holder, ("open", "refused"), "No.")
    );
    let mut statuses = [accepted, refused];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(
        seen(&site, &holder).await["steps"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(waiting(&site).await, 1);
}

#[tokio::test]
async fn mail_waits_for_its_server_and_for_nobody_for_ever() {
    let site = Site::new().await;
    let server = MailServer::start(None).await;
    let mailer = mailer(&format!("smtp+plain://localhost:{}", server.port), None);
    let holder = open(&site).await;
    let quality = site.person("acme", Role::Quality).await;
    decide(&site, &quality, &holder, ("open", "accepted"), "").await;
    // It is full for a while.
    server.says("451 later");
    assert_eq!(deliver(&site, &mailer).await, 0);
    assert_eq!(deliver(&site, &mailer).await, 0, "not due yet");
    assert_eq!(waiting(&site).await, 1);
    server.says("250 fine");
    site.pass(MINUTE_MS);
    assert_eq!(deliver(&site, &mailer).await, 1);
    assert_eq!(server.take().len(), 1);
    assert_eq!(waiting(&site).await, 0);
    // It takes nothing for this address: it isn't asked again.
    decide(&site, &quality, &holder, ("accepted", "paid"), "").await;
    server.says("550 nobody of that name");
    assert_eq!(deliver(&site, &mailer).await, 0);
    assert_eq!(waiting(&site).await, 0);
    // It never says yes, and some days later nobody tries any more.
    server.says("451 later");
    decide(&site, &quality, &holder, ("paid", "open"), "A mistake.").await;
    site.pass(5 * 24 * 60 * MINUTE_MS);
    assert_eq!(deliver(&site, &mailer).await, 0);
    assert_eq!(waiting(&site).await, 0);
}

#[tokio::test]
async fn who_erases_a_claim_gets_no_more_mail_about_it() {
    let site = Site::new().await;
    let holder = open(&site).await;
    let quality = site.person("acme", Role::Quality).await;
    let asks = ("open", "need-more");
    decide(&site, &quality, &holder, asks, "Send a picture.").await;
    assert_eq!(waiting(&site).await, 1);
    site.post("/v1/claims/erase", &holder).await.is(204);
    assert_eq!(waiting(&site).await, 0);
    assert!(!site.keeps(b"ada@person.example"));
    assert!(!site.keeps(b"Send a picture."));
}

#[tokio::test]
async fn over_starttls_with_a_login() {
    let site = Site::new().await;
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let server = MailServer::start(Some(std::sync::Arc::new(config))).await;
    let url = format!("smtp://jo:s3cret@localhost:{}", server.port);
    let holder = open(&site).await;
    let quality = site.person("acme", Role::Quality).await;
    decide(&site, &quality, &holder, ("open", "accepted"), "").await;
    // A server that nobody vouches for gets neither the mail nor the password.
    assert_eq!(deliver(&site, &mailer(&url, None)).await, 0);
    assert_eq!(server.take(), []);
    site.pass(MINUTE_MS);
    let pem = made.cert.pem();
    let trusting = mailer(&url, Some(pem.as_bytes()));
    assert_eq!(deliver(&site, &trusting).await, 1);
    let [letter] = &server.take()[..] else {
        panic!("one letter")
    };
    assert!(letter.is_secure);
    assert_eq!(letter.login.as_deref(), Some("AGpvAHMzY3JldA=="));
}
