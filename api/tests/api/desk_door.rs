//! `/desk`: who is let in, and what is forgotten of them.

use api::{
    csrf::{self, Binding},
    organisation::Kind,
    retention::Retention,
    role::Role,
    staff_session::IDLE_MS,
};

use crate::{engine, site::Site};

#[tokio::test]
async fn the_operator_brings_in_whoever_is_first_and_nobody_else() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    let operator = site.person("operator", Role::Operator).await;
    let invite = async |organisation: &str, role: &str| {
        let fields = [("id", organisation), ("role", role), ("name", "")];
        operator
            .submit(&site, "/desk/organisations/invite", &fields)
            .await
    };
    let link = |text: &str| {
        let link = text.split("https://check.example").nth(1).unwrap();
        link.split('<').next().unwrap().to_owned()
    };
    // Two links, of which one is kept back.
    let first = link(&invite("customs", "manager").await.is(200).text());
    let kept = link(&invite("customs", "manager").await.is(200).text());
    let browser = site.browser();
    browser.open(&first).await.is(200);
    site.person("customs", Role::Inspector).await;
    browser.open(&first).await.is(200);
    let manager = site.person("customs", Role::Manager).await;
    for path in [&first, &kept] {
        browser
            .open(path)
            .await
            .is(404)
            .says("This invitation counts no more");
    }
    invite("customs", "inspector")
        .await
        .is(422)
        .says("somebody there manages its people");
    // Its own manager does, and the operator does at home.
    let fields = [("role", "inspector"), ("name", "Eve")];
    let made = manager
        .submit(&site, "/desk/members/invite", &fields)
        .await
        .text();
    browser.open(&link(&made)).await.is(200);
    let fields = [("role", "operator"), ("name", "Otto")];
    operator
        .submit(&site, "/desk/members/invite", &fields)
        .await
        .is(200);
    invite("acme", "brand-manager").await.is(200);
}

#[tokio::test]
async fn a_neighbor_in_the_domain_signs_nobody_in() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    // What a neighbor gets for itself, and plants as cookies of the whole domain.
    let neighbor = site.browser();
    neighbor.open("/register").await;
    let page = neighbor.open("/desk/sign-in").await;
    let (csrf, state) = (page.field("csrf"), page.field("state"));
    let form = neighbor.cookies.lock().unwrap()["__Host-form"].clone();
    let session = api::session::Session::from_bytes([7; 16]);
    let of_session = csrf::token(site.app.store.secret(), &Binding::Session(session)).unwrap();
    let victim = site.browser();
    victim.open("/desk/sign-in").await.is(200);
    victim.cookies.lock().unwrap().extend([
        ("form".to_owned(), form),
        ("session".to_owned(), session.value()),
    ]);
    for csrf in [&csrf, &of_session] {
        let fields = [
            ("csrf", csrf.as_str()),
            ("state", &*state),
            ("answer", "{}"),
        ];
        victim.submit("/desk/sign-in", &fields).await.is(403);
    }
    let own = victim.open("/desk/sign-in").await.field("csrf");
    let fields = [("csrf", own.as_str()), ("state", &*state), ("answer", "{}")];
    victim.submit("/desk/sign-in", &fields).await.is(422);
}

#[tokio::test]
async fn what_counts_no_more_is_swept() {
    let site = Site::new().await;
    site.admit("customs", Kind::Authority).await;
    let boss = site.person("acme", Role::BrandManager).await;
    let invite = [("role", "quality"), ("name", "Jan")];
    for _ in 0..2 {
        boss.submit(&site, "/desk/members/invite", &invite)
            .await
            .is(200);
    }
    let now = site.app.clock.now();
    let store = &site.app.store;
    store
        .write(move |tx| tx.answer_challenge(&[1; 32], now, now))
        .await
        .unwrap();
    site.get("/readyz", &[]).await.is(200);
    let counts = || {
        let count = |table: &str| engine::count(&site.address, table);
        [
            count("invite"),
            count("staff_session"),
            count("passkey_challenge"),
            count("setting where name like 'readiness%'"),
        ]
    };
    let sweep = async || {
        let now = site.app.clock.now();
        api::retention::sweep(store, Retention::default(), now)
            .await
            .unwrap();
    };
    assert_eq!(counts(), [2, 1, 1, 1]);
    sweep().await;
    assert_eq!(counts(), [2, 1, 1, 1]);
    site.pass(IDLE_MS + 1);
    sweep().await;
    assert_eq!(counts(), [2, 0, 0, 1]);
    site.pass(24 * 3_600_000);
    sweep().await;
    assert_eq!(counts(), [2, 0, 0, 0]);
    site.pass(api::invite::LIFE_MS + 30 * 24 * 3_600_000);
    sweep().await;
    assert_eq!(counts(), [0, 0, 0, 0]);
}
