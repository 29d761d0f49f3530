//! `/desk`: who is let in, and what is forgotten of them.

use api::{
    csrf::{self, Binding},
    organisation::Kind,
    retention::Retention,
    role::Role,
    staff_session::IDLE_MS,
};

use crate::{
    authenticator::{Asked, Authenticator},
    engine,
    site::{Browser, Reply, Site},
};

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

/// Joins by an invitation, with a passkey of that device; leaves again.
async fn joined(site: &Site, organisation: &str, role: &str, keys: &mut Authenticator) {
    let boss = site.person(organisation, Role::BrandManager).await;
    let fields = [("role", role), ("name", "")];
    let made = boss.submit(site, "/desk/members/invite", &fields).await;
    let text = made.is(200).text();
    let link = text.split("https://check.example").nth(1).unwrap();
    let link = link.split('<').next().unwrap();
    let browser = site.browser();
    let asked = Asked::of(browser.open(link).await.is(200));
    let answer = keys.create(&asked.options);
    let fields = [&asked.with(&answer)[..], &[("name", "Jo")]].concat();
    browser.submit(link, &fields).await.is(303);
}

/// Signs in at a door, as whoever a passkey is of; what the form says beside it is `next`.
async fn through(browser: &Browser<'_>, door: &str, next: &str, keys: &mut Authenticator) -> Reply {
    let asked = Asked::of(browser.open(door).await.is(200));
    let answer = keys.sign(0, &asked.options);
    let fields = [&asked.with(&answer)[..], &[("next", next)]].concat();
    browser.submit("/desk/sign-in", &fields).await
}

#[tokio::test]
async fn one_lands_where_one_came_from() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    joined(&site, "acme", "quality", &mut keys).await;
    let browser = site.browser();
    let asked = browser.open("/desk/inspections?q=corner&state=open").await;
    let door = asked.is(303).header("location").to_owned();
    assert_eq!(
        door,
        "/desk/sign-in?next=%2Fdesk%2Finspections%3Fq%3Dcorner%26state%3Dopen"
    );
    let page = browser.open(&door).await;
    let next = page.is(200).field("next");
    assert_eq!(
        next.replace("&amp;", "&"),
        "/desk/inspections?q=corner&state=open"
    );
    // A passkey that is unknown here loses nothing of it.
    let asked = Asked::of(&page);
    let fields = [&asked.with("{}")[..], &[("next", "/inspect")]].concat();
    let again = browser.submit("/desk/sign-in", &fields).await;
    assert_eq!(again.is(422).field("next"), "/inspect");
    for (next, lands) in [
        ("/inspect", "/inspect"),
        (
            "/desk/inspections?q=corner&state=open",
            "/desk/inspections?q=corner&state=open",
        ),
        ("", "/desk"),
        ("https://elsewhere.example/", "/desk"),
        ("//elsewhere.example/", "/desk"),
        ("/\\elsewhere.example/", "/desk"),
        ("/\t/elsewhere.example/", "/desk"),
        ("/desk/sign-in", "/desk"),
    ] {
        let reply = through(&site.browser(), "/desk/sign-in", next, &mut keys).await;
        assert_eq!(reply.is(303).header("location"), lands, "{next:?}");
    }
    // What the address says is held to the same.
    let door = "/desk/sign-in?next=%2F%2Felsewhere.example";
    let page = site.browser().open(door).await;
    assert!(!page.is(200).text().contains("elsewhere.example"));
}

#[tokio::test]
async fn an_inspector_lands_at_the_shelf() {
    let site = Site::new().await;
    let mut keys = Authenticator::default();
    joined(&site, "acme", "inspector", &mut keys).await;
    for (next, lands) in [("", "/inspect"), ("/desk/inspections", "/desk/inspections")] {
        let reply = through(&site.browser(), "/desk/sign-in", next, &mut keys).await;
        assert_eq!(reply.is(303).header("location"), lands, "{next:?}");
    }
}
