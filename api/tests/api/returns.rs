//! Service and returns, for the holder of a unit: opened with everything known filled in, withdrawn,
//! looked up elsewhere, and not offered.

use api::role::Role;
use serde_json::{Value, json};

use crate::{
    reports,
    site::{Browser, PILLS, Reply, Site, TEA},
    staff::Person,
};

const DAY_MS: i64 = 86_400_000;
const SHOP: &str = "9506000900025";

/// Acme takes tea back: for 14 days whatever it is, and repairs nothing.
const SETTINGS: &str = r#"{"type":"product","brand":"acme","gtin":"09506000100012","name":{"en":"Tea","de":"Tee"},"sector":"food","serials":"declared","warranty_months":24,"registration_points":50,"returns":{"remedies":["replacement","refund","advice"],"days":14,"contact":{"email":"service@acme.example"},"text":{"en":"Bring it with its tin.","de":"Mit der Dose bringen."},"rights":{"en":"Two years of conformity, says Acme."}}}"#;

pub async fn settings(site: &Site) {
    let report = site.import(SETTINGS).await;
    assert!(report.problems.is_empty(), "{report}");
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Registers a pack of tea that was bought five days ago.
pub async fn register(browser: &Browser<'_>, serial: &str) -> Value {
    let registration = json!({
        "path": format!("/01/{TEA}/21/{serial}"), "bought_on": "2026-11-19", "shop": "Corner",
    });
    let reply = browser.post("/v1/registrations", &registration).await;
    reply.is(201).json()
}

/// Fills the form in, as it stands on the page.
pub async fn open(
    browser: &Browser<'_>,
    registration: &Value,
    fields: &[(&str, &str)],
    photo: &[u8],
) -> Reply {
    let page = format!("/returns/for/{}", text(&registration["reference"]));
    let page = browser.open(&page).await;
    let (csrf, of) = (page.field("csrf"), page.field("registration"));
    let mut all = vec![("csrf", csrf.as_str()), ("registration", of.as_str())];
    all.extend(fields);
    reports::send_to(browser, "/returns", &all, photo).await
}

/// The same without its page.
pub async fn send(
    browser: &Browser<'_>,
    registration: &Value,
    fields: &[(&str, &str)],
    photo: &[u8],
) -> Reply {
    let csrf = browser.open("/mine").await.field("csrf");
    let of = text(&registration["reference"]);
    let all = [&[("csrf", &*csrf), ("registration", &*of)], fields].concat();
    reports::send_to(browser, "/returns", &all, photo).await
}

pub const BROKEN: [(&str, &str); 5] = [
    ("reason", "does-not-work"),
    ("words", "It tastes of nothing."),
    ("remedy", "refund"),
    ("place", SHOP),
    ("email", "jan@person.example"),
];

/// Opens one; its reference.
pub async fn opened(browser: &Browser<'_>, registration: &Value, photo: &[u8]) -> String {
    let sent = open(browser, registration, &BROKEN, photo).await;
    let page = sent.is(303).header("location").to_owned();
    let reference = page.strip_prefix("/returns/").unwrap();
    assert!(reference.starts_with("S-"), "{page}");
    reference.to_owned()
}

pub async fn decide(
    site: &Site,
    by: &Person,
    reference: &str,
    (from, to): (&str, &str),
    more: &[(&str, &str)],
) -> u16 {
    let fields = [("reference", reference), ("from", from), ("to", to)];
    let fields = [&fields[..], more].concat();
    let reply = by.submit(site, "/desk/returns/decide", &fields).await;
    reply.status.as_u16()
}

pub async fn kept_photo(site: &Site, reference: &str) -> bool {
    let read = site.app.store.read(|db| db.claim_photo(reference)).await;
    read.unwrap().is_some()
}

#[tokio::test]
async fn it_opens_with_everything_known_filled_in() {
    let site = Site::new().await;
    settings(&site).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let page = format!("/returns/for/{}", text(&registration["reference"]));

    // From the unit's own page and from the list, for its holder alone.
    let unit = format!("/01/{TEA}/21/TEA1");
    let own = browser.open(&unit).await;
    own.is(200).says("You registered this pack.");
    assert!(own.text().contains(&format!("href=\"{page}\"")));
    let mine = browser.open("/mine").await;
    assert!(mine.text().contains(&format!("href=\"{page}\"")));
    let other = site.browser();
    let theirs = other.open(&unit).await;
    assert!(!theirs.text().contains("/returns/"), "another's");
    let refused = other.open(&page).await;
    assert_eq!(refused.is(303).header("location"), "/mine");

    let shown = browser.open(&page).await;
    shown
        .is(200)
        .says("Serial number TEA1")
        .says("Batch T1")
        .says("Bought on 19 November 2026")
        .says("Corner")
        .says("Runs until 19 November 2028")
        .says("Can go back until 3 December 2026")
        .says("On your word")
        .says("Bring it with its tin.")
        .says("Two years of conformity, says Acme.")
        .says("service@acme.example")
        .says("Corner Shop");
    assert!(!shown.text().contains("Repair it"), "Acme repairs nothing");
    assert_eq!(shown.header("cache-control"), "private, no-store");
    let near = browser.open(&format!("{page}?near=Warszawa")).await;
    near.is(200).says("Corner Shop");
    let unknown = browser.open(&format!("{page}?near=Nowhere-on-Sea")).await;
    unknown.is(200).says("We don't know that place.");
    // In the reader's language.
    browser
        .open(&format!("{page}?lang=de"))
        .await
        .is(200)
        .says("Mit der Dose bringen.");
}

#[tokio::test]
async fn its_holder_withdraws_it_and_may_come_again() {
    let site = Site::new().await;
    settings(&site).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let reference = opened(&browser, &registration, &reports::photo()).await;
    assert!(kept_photo(&site, &reference).await);
    let page = format!("/returns/{reference}");
    let shown = browser.open(&page).await;
    let csrf = [("csrf", &*shown.field("csrf"))];
    // Nobody else withdraws it.
    let other = site.browser();
    let theirs = other.open("/mine").await.field("csrf");
    other
        .submit(&format!("{page}/withdraw"), &[("csrf", &*theirs)])
        .await
        .is(404);
    browser
        .submit(&format!("{page}/withdraw"), &csrf)
        .await
        .is(303);
    browser.open(&page).await.is(200).says("You withdrew it.");
    assert!(!kept_photo(&site, &reference).await);
    let desk = site.person("acme", Role::ReturnsDesk).await;
    assert_eq!(
        decide(&site, &desk, &reference, ("open", "accepted"), &[]).await,
        409
    );
    let fields = [
        ("reason", "other"),
        ("words", "The lid."),
        ("remedy", "advice"),
    ];
    open(&browser, &registration, &fields, b"").await.is(303);
}

#[tokio::test]
async fn with_reference_and_code_it_opens_in_another_browser() {
    let site = Site::new().await;
    settings(&site).await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let elsewhere = site.browser();
    let csrf = elsewhere.open("/mine").await.field("csrf");
    let fields = [
        ("csrf", &*csrf),
        ("reference", &*text(&registration["reference"])),
        ("code", &*text(&registration["code"])),
    ];
    let led = elsewhere.submit("/mine/return", &fields).await;
    let page = led.is(303).header("location").to_owned();
    elsewhere
        .open(&page)
        .await
        .is(200)
        .says("Serial number TEA1");
    let reference = opened(&elsewhere, &registration, b"").await;
    // The code is shown there, and is good for a third one.
    let shown = elsewhere.open(&format!("/returns/{reference}")).await;
    let code = elsewhere.cookies.lock().unwrap()["opened"].clone();
    let (_, code) = code.split_once('.').unwrap();
    shown.says("Keep the reference and the code.").says(code);
    let third = site.browser();
    let csrf = third.open("/mine").await.field("csrf");
    let wrong = [
        ("csrf", &*csrf),
        ("reference", &*reference),
        ("code", "7K3M-Q9XA-22PT-ZZ0C"),
    ];
    third
        .submit("/mine", &wrong)
        .await
        .is(200)
        .says("No registration or claim");
    let right = [("csrf", &*csrf), ("reference", &*reference), ("code", code)];
    let led = third.submit("/mine", &right).await;
    assert_eq!(
        led.is(303).header("location"),
        format!("/returns/{reference}")
    );
    third
        .open(&format!("/returns/{reference}"))
        .await
        .is(200)
        .says("It tastes of nothing.");
    let lookup = json!({ "reference": reference, "code": code });
    let view = site.post("/v1/claims/lookup", &lookup).await.is(200).json();
    assert_eq!(view["return"]["reason"], "does-not-work");
}

#[tokio::test]
async fn what_the_brand_does_not_offer_is_said_and_not_taken() {
    let site = Site::new().await;
    let browser = site.browser();
    let registration = register(&browser, "TEA1").await;
    let page = format!("/returns/for/{}", text(&registration["reference"]));
    // Acme says nothing of returns: whom to ask is what is known.
    browser
        .open(&page)
        .await
        .is(200)
        .says("Acme takes no repairs or returns here.")
        .says("You bought it at: Corner.")
        .says("care@acme.example");
    let send = async |fields: &[(&str, &str)]| {
        let reply = send(&browser, &registration, fields, b"").await;
        reply.status.as_u16()
    };
    let refund = [("reason", "damaged"), ("remedy", "refund")];
    assert_eq!(send(&refund).await, 422);
    settings(&site).await;
    assert_eq!(
        send(&[("reason", "damaged"), ("remedy", "repair")]).await,
        422
    );
    assert_eq!(
        send(&[("reason", "bored"), ("remedy", "refund")]).await,
        422
    );
    assert_eq!(
        send(&[("reason", "other"), ("remedy", "refund")]).await,
        422
    );
    let nowhere = [
        ("reason", "damaged"),
        ("remedy", "refund"),
        ("place", "9506000900018"),
    ];
    assert_eq!(send(&nowhere).await, 422);
    // Nothing being wrong counts for fourteen days.
    site.pass(10 * DAY_MS);
    browser
        .open(&page)
        .await
        .says("Could go back until 3 December 2026");
    let unwanted = [("reason", "changed-mind"), ("remedy", "refund")];
    assert_eq!(send(&unwanted).await, 422);
    assert_eq!(send(&refund).await, 303);
}

#[tokio::test]
async fn a_recall_comes_first() {
    let site = Site::new().await;
    let pills = r#"{"type":"product","brand":"acme","gtin":"09506000100029","name":{"en":"Pills"},"sector":"medicine","safety_critical":true,"serials":"declared","returns":{"remedies":["refund"]}}"#;
    assert!(site.import(pills).await.problems.is_empty());
    let browser = site.browser();
    let path = format!("/01/{PILLS}/21/PIL1");
    let registration = json!({ "path": path });
    let registration = browser.post("/v1/registrations", &registration).await;
    let registration = registration.is(201).json();
    let page = format!("/returns/for/{}", text(&registration["reference"]));
    let shown = browser.open(&page).await;
    shown.is(200).says("This product is recalled.");
    assert!(shown.text().contains(&format!("{path}#claim")));
    let fields = [("reason", "damaged"), ("remedy", "refund")];
    let send = async || send(&browser, &registration, &fields, b"").await;
    send().await.is(422);
    let claim = json!({ "path": path, "recall": "R-2026-1", "remedy": "refund" });
    let claim = browser.post("/v1/claims", &claim).await.is(201).json();
    browser.open(&page).await.is(200).says(&format!(
        "There is a claim under a recall for this product: {}",
        text(&claim["reference"])
    ));
    send().await.is(409);
}

#[tokio::test]
async fn settings_that_say_nothing_are_refused() {
    let site = Site::new().await;
    let with = |returns: &str| {
        format!(
            r#"{{"type":"product","brand":"acme","gtin":"{TEA}","name":{{"en":"Tea"}},"sector":"food","serials":"declared","returns":{returns}}}"#
        )
    };
    for (returns, field) in [
        (r#"{"remedies":["apology"]}"#, "returns.remedies"),
        (r#"{"remedies":["refund"],"days":0}"#, "returns.days"),
        (r#"{"days":14}"#, "returns.days"),
    ] {
        let report = site.import(&with(returns)).await;
        assert!(report.to_string().contains(field), "{returns}: {report}");
    }
    let none = with(r#"{"contact":{"phone":"+48 58 000 00 00"}}"#);
    assert!(site.import(&none).await.problems.is_empty());
}
