//! `/mine/passkeys` and `/mine/open`: one person's products on several devices.

use api::{keyring::DeviceToken, session::COOKIE};
use serde_json::{Value, json};

use crate::{
    authenticator::{Asked, Authenticator},
    engine::{self, Everything},
    feedback,
    site::{Browser, PILLS, Reply, Site, TEA},
};

fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

pub async fn register(browser: &Browser<'_>, serial: &str) -> Value {
    let path = json!({"path": tea(serial)});
    let reply = browser.post("/v1/registrations", &path).await;
    reply.is(201).json()
}

async fn check(browser: &Browser<'_>, serial: &str) -> Value {
    let code = json!({"code": format!("https://check.example{}", tea(serial))});
    browser.post("/v1/verify", &code).await.is(200).json()
}

/// Makes a passkey on a device and keeps what this browser has under it.
pub async fn keep(browser: &Browser<'_>, device: &mut Authenticator) -> Reply {
    let asked = Asked::of(browser.open("/mine/passkeys").await.is(200));
    let answer = device.create(&asked.options);
    browser.submit("/mine/passkeys", &asked.with(&answer)).await
}

/// Opens the products of a device's passkey.
pub async fn open(browser: &Browser<'_>, device: &mut Authenticator, key: usize) -> Reply {
    let asked = Asked::of(browser.open("/mine/open").await.is(200));
    let answer = device.sign(key, &asked.options);
    browser.submit("/mine/open", &asked.with(&answer)).await
}

async fn export(browser: &Browser<'_>) -> Value {
    let csrf = browser.open("/privacy").await.field("csrf");
    let reply = browser.submit("/privacy/export", &[("csrf", &*csrf)]).await;
    reply.is(200).json()
}

/// A button on the page of passkeys.
async fn press(browser: &Browser<'_>, path: &str, field: (&str, &str)) -> Reply {
    let csrf = browser.open("/mine/passkeys").await.field("csrf");
    browser.submit(path, &[("csrf", &*csrf), field]).await
}

fn cookie(browser: &Browser<'_>) -> String {
    browser.cookies.lock().unwrap()[COOKIE].clone()
}

/// The serials of what a browser shows as its own.
pub async fn serials(browser: &Browser<'_>) -> Vec<String> {
    let mut serials: Vec<String> = export(browser).await["registrations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            one["path"]
                .as_str()
                .unwrap()
                .rsplit('/')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    serials.sort_unstable();
    serials
}

pub fn count(site: &Site, rows: &str) -> i64 {
    engine::count(&site.address, rows)
}

#[tokio::test]
async fn two_devices_have_the_same_products() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let phone = site.browser();
    register(&phone, "TEA1").await;
    check(&phone, "TEA1").await;
    let guest = cookie(&phone);
    phone
        .open("/mine")
        .await
        .is(200)
        .says("Keep these across devices");
    let made = keep(&phone, &mut keys).await;
    assert_eq!(made.is(303).header("location"), "/mine/passkeys");
    assert_ne!(cookie(&phone), guest);
    let page = phone.open("/mine/passkeys").await;
    page.is(200).says("Not used yet.").says("this device");
    assert_eq!(serials(&phone).await, ["TEA1"]);

    // A tablet that has products of its own, looked at the same pack, and thinks of it, too.
    let tablet = site.browser();
    register(&tablet, "TEA2").await;
    check(&tablet, "TEA1").await;
    let page = tablet.open("/mine/open").await;
    page.is(200)
        .says("What this browser has already joins them.");
    let opened = open(&tablet, &mut keys, 0).await;
    assert_eq!(opened.is(303).header("location"), "/mine");
    for device in [&phone, &tablet] {
        assert_eq!(serials(device).await, ["TEA1", "TEA2"]);
        let page = device.open("/mine").await;
        page.is(200)
            .says("Registered by you")
            .says("Open on this device with a passkey.");
    }
    // What one registers later, the other sees.
    register(&tablet, "TEA3").await;
    assert_eq!(serials(&phone).await, ["TEA1", "TEA2", "TEA3"]);
    let one = json!({"path": tea("TEA3")});
    phone.post("/v1/registrations", &one).await.is(409);
    assert_eq!(count(&site, "registration"), 3);
    // One account, nothing in it twice, and the books are even.
    let all = export(&phone).await;
    assert_eq!(all["points"], export(&tablet).await["points"]);
    assert_eq!(count(&site, "reward"), 3);
    let sum = site.app.store.read(|db| db.ledger_sum()).await.unwrap();
    assert_eq!(sum, 0);
    // One person looked at the pack, with two devices.
    let answer = check(&tablet, "TEA1").await;
    assert_eq!(answer["unit"]["checks"], 1, "{answer}");
    assert_eq!(all["checks"].as_array().unwrap().len(), 2, "{all}");
    // The cookies of before lead to nothing.
    let stale = site.browser();
    stale
        .cookies
        .lock()
        .unwrap()
        .insert(COOKIE.to_owned(), guest);
    let nothing = export(&stale).await;
    assert_eq!(
        (&nothing["registrations"], &nothing["checks"]),
        (&json!([]), &json!([]))
    );
}

#[tokio::test]
async fn nothing_is_lost_or_doubled_where_two_meet() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let (phone, tablet) = (site.browser(), site.browser());
    keep(&phone, &mut keys).await.is(303);
    for (browser, words, stars) in [(&phone, "strong", "5"), (&tablet, "weak", "2")] {
        let said = [("stars", stars), ("words", words)];
        feedback::give(browser, &tea("TEA1"), &said).await.is(200);
        let page = browser.open(&tea("TEA1")).await;
        let yes = [
            ("csrf", &*page.field("csrf")),
            ("choice", "on"),
            ("path", "/mine"),
        ];
        browser.submit("/suggestions", &yes).await.is(303);
        let wish = json!({"path": tea("TEA1"), "channel": "link"});
        browser.post("/v1/follows", &wish).await.is(201);
        site.pass(1000);
    }
    let claim = json!({
        "path": format!("/01/{PILLS}/21/PIL1"), "recall": "R-2026-1", "remedy": "refund",
    });
    tablet.post("/v1/claims", &claim).await.is(201);
    let before = export(&tablet).await;
    open(&tablet, &mut keys, 0).await.is(303);
    let all = export(&phone).await;
    // Of one pack one says one thing: what one said last.
    assert_eq!(all["feedback"].as_array().unwrap().len(), 1, "{all}");
    assert_eq!(all["feedback"][0]["words"], "weak");
    assert_eq!(feedback::sums(&site).await.stars, [0, 1, 0, 0, 0]);
    assert_eq!(all["follows"].as_array().unwrap().len(), 2, "{all}");
    assert_eq!(all["claims"], before["claims"]);
    assert!(all["suggestions"].is_object(), "{all}");
    assert_eq!(count(&site, "suggestion_consent"), 1);
    assert_eq!(count(&site, "feedback"), 1);
}

/// Two who kept theirs apart, on a device each, are one person: nothing is lost, nothing counts twice, and
/// whatever opened either opens all.
#[tokio::test]
async fn two_keyrings_become_one() {
    let site = Site::new().await;
    let (mut hers, mut his) = (Authenticator::default(), Authenticator::default());
    let (phone, tablet, laptop) = (site.browser(), site.browser(), site.browser());
    register(&phone, "TEA1").await;
    keep(&phone, &mut hers).await.is(303);
    register(&tablet, "TEA2").await;
    check(&tablet, "TEA1").await;
    check(&phone, "TEA1").await;
    keep(&tablet, &mut his).await.is(303);
    open(&laptop, &mut his, 0).await.is(303);

    // A question that was asked of a guest unites nothing.
    let guest = site.browser();
    let asked = Asked::of(guest.open("/mine/open").await.is(200));
    let answer = hers.sign(0, &asked.options);
    let mut fields = asked.with(&answer).to_vec();
    let csrf = tablet.open("/mine/open").await.field("csrf");
    fields.retain(|(name, _)| *name != "csrf");
    fields.push(("csrf", &csrf));
    tablet.submit("/mine/open", &fields).await.is(422);
    assert_eq!(serials(&tablet).await, ["TEA2"]);

    let page = tablet.open("/mine/open").await;
    page.is(200)
        .says("Your products are open on this device.")
        .says("This can’t be undone.");
    let united = open(&tablet, &mut hers, 0).await;
    assert_eq!(united.is(303).header("location"), "/mine");
    for device in [&phone, &tablet, &laptop] {
        assert_eq!(serials(device).await, ["TEA1", "TEA2"]);
    }
    assert_eq!(count(&site, "registration"), 2);
    let sum = site.app.store.read(|db| db.ledger_sum()).await.unwrap();
    assert_eq!(sum, 0);
    // One person looked at the pack.
    let answer = check(&laptop, "TEA1").await;
    assert_eq!(answer["unit"]["checks"], 1, "{answer}");
    // Each passkey opens all, wherever it was made.
    for keys in [&mut hers, &mut his] {
        let other = site.browser();
        open(&other, keys, 0).await.is(303);
        assert_eq!(serials(&other).await, ["TEA1", "TEA2"]);
        let passkeys = other.open("/mine/passkeys").await;
        assert_eq!(passkeys.words().matches("Last used").count(), 2);
    }
    // A second time there is nothing left to unite.
    open(&phone, &mut his, 0).await.is(303);
    assert_eq!(count(&site, "keyring_passkey"), 2);
    assert_eq!(serials(&phone).await, ["TEA1", "TEA2"]);
}

#[tokio::test]
async fn passkeys_are_added_used_and_removed() {
    let site = Site::new().await;
    let (mut keys, mut others) = (Authenticator::default(), Authenticator::default());
    let (phone, tablet) = (site.browser(), site.browser());
    register(&phone, "TEA1").await;
    keep(&phone, &mut keys).await.is(303);
    // The device is told which it has already.
    let asked = Asked::of(&phone.open("/mine/passkeys").await);
    assert_eq!(
        asked.options["excludeCredentials"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let name = asked.options["user"]["displayName"].as_str().unwrap();
    assert!(name.starts_with("Touchstone – my products, "), "{name}");
    let selection = &asked.options["authenticatorSelection"];
    assert_eq!(selection["residentKey"], "required");
    assert_eq!(selection["userVerification"], "preferred");
    keep(&phone, &mut others).await.is(303);
    assert_eq!(count(&site, "keyring_device"), 1);
    site.pass(3 * 24 * 3_600_000);
    open(&tablet, &mut others, 0).await.is(303);
    assert_eq!(serials(&tablet).await, ["TEA1"]);
    let page = phone.open("/mine/passkeys").await;
    page.is(200)
        .says("Made 3 days ago.")
        .says("Last used just now.");
    let id = |keys: &Authenticator| -> String {
        keys.keys[0]
            .id
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    press(&phone, "/mine/passkeys/remove", ("id", &id(&keys)))
        .await
        .is(303);
    assert_eq!(count(&site, "keyring_passkey"), 1);
    let stranger = site.browser();
    let refused = open(&stranger, &mut keys, 0).await;
    refused.is(422).says("This passkey opens nothing here");
    // The last one says what it means before it goes.
    let asked = press(&phone, "/mine/passkeys/remove", ("id", &id(&others))).await;
    asked.is(200).says("Remove your last passkey?");
    assert_eq!(count(&site, "keyring_passkey"), 1);
    let fields = [
        ("csrf", &*asked.field("csrf")),
        ("id", &*id(&others)),
        ("last", "yes"),
    ];
    phone.submit("/mine/passkeys/remove", &fields).await.is(303);
    let page = phone.open("/mine/passkeys").await;
    page.is(200)
        .says("You have no passkey.")
        .says("Sign out on all other devices");
    assert!(!page.words().contains("Sign out on this device"));
    // Who can't get in again is not let out; others are.
    press(&phone, "/mine/passkeys/sign-out", ("of", "all"))
        .await
        .is(303);
    assert_eq!(serials(&phone).await, ["TEA1"]);
    tablet
        .open("/mine")
        .await
        .is(200)
        .says("This device was signed out");
    assert_eq!(serials(&tablet).await, [""; 0]);
}

#[tokio::test]
async fn devices_sign_out() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let (phone, tablet) = (site.browser(), site.browser());
    register(&phone, "TEA1").await;
    keep(&phone, &mut keys).await.is(303);
    open(&tablet, &mut keys, 0).await.is(303);
    let kept = cookie(&tablet);
    let out = press(&tablet, "/mine/passkeys/sign-out", ("of", "this")).await;
    out.is(200).says("This device shows your products no more.");
    assert_eq!(cookie(&tablet), "");
    // Whoever has kept the cookie has nothing.
    tablet
        .cookies
        .lock()
        .unwrap()
        .insert(COOKIE.to_owned(), kept);
    assert_eq!(serials(&tablet).await, [""; 0]);
    assert_eq!(serials(&phone).await, ["TEA1"]);
    // What the device does then is a guest's again, until it is opened anew.
    register(&tablet, "TEA2").await;
    assert_eq!(serials(&phone).await, ["TEA1"]);
    open(&tablet, &mut keys, 0).await.is(303);
    assert_eq!(serials(&phone).await, ["TEA1", "TEA2"]);
    let out = press(&phone, "/mine/passkeys/sign-out", ("of", "all")).await;
    out.is(200).says("No device shows your products any more.");
    for device in [&phone, &tablet] {
        assert_eq!(serials(device).await, [""; 0]);
    }
    assert_eq!(count(&site, "keyring_device"), 0);
    open(&phone, &mut keys, 0).await.is(303);
    assert_eq!(serials(&phone).await, ["TEA1", "TEA2"]);
    // Two years without a visit end it, too; the passkey stays.
    site.pass(api::keyring::LIFE_MS + 1);
    phone
        .open("/mine")
        .await
        .is(200)
        .says("This device was signed out");
    let now = site.app.clock.now();
    api::retention::sweep(&site.app.store, api::retention::Retention::default(), now)
        .await
        .unwrap();
    assert_eq!(count(&site, "keyring_device"), 0);
    assert_eq!(count(&site, "keyring_passkey"), 1);
}

#[tokio::test]
async fn erasing_on_one_device_erases_on_all() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let (phone, tablet) = (site.browser(), site.browser());
    let registered = register(&phone, "TEA1").await;
    check(&phone, "TEA1").await;
    let said = [("stars", "4"), ("words", "marmalade")];
    feedback::give(&phone, &tea("TEA1"), &said).await.is(200);
    keep(&phone, &mut keys).await.is(303);
    check(&tablet, "TEA2").await;
    open(&tablet, &mut keys, 0).await.is(303);
    check(&tablet, "TEA3").await;
    let all = export(&tablet).await;
    assert_eq!(all["passkeys"].as_array().unwrap().len(), 1, "{all}");
    assert_eq!(all["devices"].as_array().unwrap().len(), 2, "{all}");
    assert_eq!(all["checks"].as_array().unwrap().len(), 4, "{all}");
    phone
        .open("/privacy")
        .await
        .is(200)
        .says("from all devices that have your products open")
        .says("One passkey")
        .says("2 devices that have this open");
    // What stands in the database of this person, and that the search finds it.
    let token = DeviceToken::parse(&cookie(&phone)).unwrap();
    let reference = registered["reference"].as_str().unwrap().to_owned();
    let (owner, account, sealed) = site
        .app
        .store
        .read(|db| {
            let device = db.keyring_device(&token.digest())?.unwrap();
            let registration = db.registration(&reference)?.unwrap();
            Ok((device.owner, registration.account, device.root))
        })
        .await
        .unwrap();
    let mut texts = vec![
        owner.into_bytes(),
        account.into_bytes(),
        b"marmalade".to_vec(),
    ];
    texts.extend([
        sealed.to_vec(),
        token.digest().to_vec(),
        keys.keys[0].id.clone(),
    ]);
    let found = |texts: &[Vec<u8>]| -> Vec<bool> {
        let all = Everything::of(&site.address);
        texts.iter().map(|text| all.keeps(text)).collect()
    };
    assert_eq!(found(&texts), [true; 6]);
    // No passkey's user handle stands there: the database alone leads from none to a product.
    assert!(!Everything::of(&site.address).keeps(&keys.keys[0].user));

    phone
        .open("/privacy/erase")
        .await
        .is(200)
        .says("It goes on all your devices");
    let csrf = phone.open("/privacy").await.field("csrf");
    let done = phone.submit("/privacy/erase", &[("csrf", &*csrf)]).await;
    done.is(200).says("Nothing is kept here any more");
    assert_eq!(found(&texts), [false; 6]);
    for table in [
        "keyring_passkey",
        "keyring_device",
        "registration",
        "scan_log",
    ] {
        assert_eq!(count(&site, table), 0, "{table}");
    }
    // What waits on the other device for a network brings nothing back.
    let waited = json!({
        "code": format!("https://check.example{}", tea("TEA4")),
        "session": "queued-0001", "scanned_at": "2026-11-24T11:00:00Z",
    });
    tablet.post("/v1/verify", &waited).await.is(200);
    assert_eq!(count(&site, "scan_log"), 0);
    tablet
        .open("/mine")
        .await
        .is(200)
        .says("This device was signed out");
    assert_eq!(serials(&tablet).await, [""; 0]);
    let refused = open(&tablet, &mut keys, 0).await;
    refused.is(422).says("This passkey opens nothing here");
}

#[tokio::test]
async fn a_pack_stays_one_s_through_every_door() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    let (phone, tablet, stranger) = (site.browser(), site.browser(), site.browser());
    register(&phone, "TEA1").await;
    keep(&phone, &mut keys).await.is(303);
    register(&tablet, "TEA2").await;
    open(&tablet, &mut keys, 0).await.is(303);
    for serial in ["TEA1", "TEA2"] {
        let path = json!({"path": tea(serial)});
        for browser in [&phone, &tablet, &stranger] {
            browser.post("/v1/registrations", &path).await.is(409);
        }
    }
    assert_eq!(count(&site, "registration"), 2);
    // Two devices of one person are in nobody's way, at once, either.
    let more = [tea("TEA3"), tea("TEA4")];
    let paths = more.each_ref().map(|path| json!({"path": path}));
    let (one, other) = tokio::join!(
        phone.post("/v1/registrations", &paths[0]),
        tablet.post("/v1/registrations", &paths[1]),
    );
    one.is(201);
    other.is(201);
    assert_eq!(serials(&phone).await, ["TEA1", "TEA2", "TEA3", "TEA4"]);
}
