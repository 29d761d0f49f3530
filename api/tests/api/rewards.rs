//! Points: what waits and for what, what is booked, and that it adds up.

use std::sync::Arc;

use api::{
    role::Role,
    scope::Scope,
    session::Session,
    store::{Account, BrandRules, Reward, RewardStatus, Voucher, VoucherKind},
};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};
use trace::reward::{Act, Basis, Rules};

use crate::{
    reveal,
    site::{Browser, Site, TEA, observed, unit},
};

const DAY_MS: i64 = 86_400_000;

pub async fn register(browser: &Browser<'_>, path: &str) -> Value {
    let registration = json!({ "path": path });
    let reply = browser.post("/v1/registrations", &registration).await;
    reply.is(201).json()
}

pub async fn rewards(browser: &Browser<'_>) -> Value {
    let reply = browser.send(Method::GET, "/v1/rewards", &[], Body::empty());
    reply.await.is(200).json()
}

/// Points to spend, and points that wait.
pub async fn points(browser: &Browser<'_>) -> (i64, i64) {
    let rewards = rewards(browser).await;
    let brand = &rewards["brands"][0];
    assert_eq!(
        rewards["points"].as_i64(),
        brand["points"].as_i64().or(Some(0))
    );
    (
        brand["points"].as_i64().unwrap_or(0),
        brand["waiting"].as_i64().unwrap_or(0),
    )
}

async fn rules(site: &Site, rules: Rules) {
    let rules = BrandRules {
        rules,
        ..BrandRules::default()
    };
    let put = site
        .app
        .store
        .write(move |tx| tx.put_reward_rules("acme", &rules));
    put.await.unwrap();
}

/// Every movement sums to 0, and what waits by the rewards is what waits by the books.
async fn adds_up(site: &Site) {
    let (sum, slips, held, waiting) = site
        .app
        .store
        .read(|db| {
            let waiting = db.rewards_held_by("acme", (trace::Instant(i64::MIN), ""))?;
            Ok((
                db.ledger_sum()?,
                db.ledger_slips()?,
                db.points_in(Account::Held, "acme")?,
                waiting.iter().map(|one| i64::from(one.points)).sum::<i64>(),
            ))
        })
        .await
        .unwrap();
    assert_eq!((sum, slips, held), (0, 0, waiting));
}

#[tokio::test]
async fn the_visible_code_earns_what_waits_for_the_hidden_one() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let browser = site.browser();
    let view = register(&browser, &pack.path()).await;
    assert_eq!(
        (&view["points"], &view["points_waiting"]),
        (&json!(0), &json!(50))
    );
    assert_eq!(points(&browser).await, (0, 50));
    let waiting = &rewards(&browser).await["waiting"][0];
    assert_eq!(
        (&waiting["why"], &waiting["has_hidden"]),
        (&json!("basis"), &json!(true))
    );
    adds_up(&site).await;

    browser
        .open("/rewards")
        .await
        .is(200)
        .says("Type the hidden code");
    browser.post("/v1/reveal", &pack.right()).await.is(200);
    assert_eq!(points(&browser).await, (50, 0));
    let page = browser.open("/rewards").await;
    page.is(200).says("50 points").says("Registration R-");
    adds_up(&site).await;

    // What is erased goes back, and the pack may earn again, once, for whoever proves it.
    let holder = json!({ "reference": view["reference"], "code": view["code"] });
    site.post("/v1/registrations/erase", &holder).await.is(204);
    assert_eq!(points(&browser).await, (0, 0));
    register(&browser, &pack.path()).await;
    assert_eq!(points(&browser).await, (50, 0));
    adds_up(&site).await;
}

#[tokio::test]
async fn looking_twice_costs_a_household_nothing() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 2);
    let (phone, tablet) = (site.browser(), site.browser());
    // One opens the seal, the other one registers, and types the code again.
    phone.post("/v1/reveal", &packs[0].right()).await.is(200);
    register(&tablet, &packs[0].path()).await;
    assert_eq!(points(&tablet).await, (0, 50));
    tablet.post("/v1/reveal", &packs[0].right()).await.is(200);
    assert_eq!(points(&tablet).await, (50, 0));
    // Checks, as many as they like, cost nothing.
    for browser in [&phone, &tablet, &phone, &phone] {
        browser.open(&packs[1].path()).await.is(200);
        browser.follow(&packs[1].path()).await.is(200);
    }
    phone.post("/v1/reveal", &packs[1].right()).await.is(200);
    register(&phone, &packs[1].path()).await;
    assert_eq!(points(&phone).await, (50, 0));
    // Typing another's code takes nothing from them.
    phone.post("/v1/reveal", &packs[0].right()).await.is(200);
    assert_eq!(
        (points(&phone).await, points(&tablet).await),
        ((50, 0), (50, 0))
    );
    adds_up(&site).await;
}

#[tokio::test]
async fn a_photo_of_a_shelf_earns_nothing() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let (farmer, owner) = (site.browser(), site.browser());
    register(&farmer, &pack.path()).await;
    owner.post("/v1/reveal", &pack.right()).await.is(200);
    register(&owner, &pack.path()).await;
    assert_eq!(points(&farmer).await, (0, 0));
    assert_eq!(points(&owner).await, (50, 0));
    adds_up(&site).await;
}

#[tokio::test]
async fn more_than_a_day_s_worth_comes_by_itself() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 3);
    rules(
        &site,
        Rules {
            from: Basis::Claimed,
            person_a_day: 2,
            ..Rules::default()
        },
    )
    .await;
    let browser = site.browser();
    for pack in &packs {
        register(&browser, &pack.path()).await;
    }
    assert_eq!(points(&browser).await, (100, 50));
    assert_eq!(rewards(&browser).await["waiting"][0]["why"], "person");
    site.pass(DAY_MS + 1);
    assert_eq!(points(&browser).await, (150, 0));
    adds_up(&site).await;
}

/// From 64 sessions at once a pack earns once, and the books add up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pack_earns_once() {
    let site = Arc::new(Site::new().await);
    rules(
        &site,
        Rules {
            from: Basis::Claimed,
            ..Rules::default()
        },
    )
    .await;
    let tasks: Vec<_> = (0..64u8)
        .map(|number| {
            let site = site.clone();
            tokio::spawn(async move {
                let session = Session::from_bytes([number; 16]);
                let cookie = format!("{}={}", api::session::COOKIE, session.value());
                let headers = [("content-type", "application/json"), ("cookie", &cookie)];
                let body = json!({ "path": format!("/01/{TEA}/21/TEA{}", 1 + number % 3) });
                let body = Body::from(body.to_string());
                let request =
                    crate::site::request(Method::POST, "/v1/registrations", &headers, body);
                site.send(request).await.status.as_u16()
            })
        })
        .collect();
    let mut registered = 0;
    for task in tasks {
        registered += i64::from(task.await.unwrap() == 201);
    }
    assert_eq!(registered, 3);
    let given = site.app.store.read(|db| {
        let mut granted = 0;
        for number in 0..64u8 {
            let account = Session::from_bytes([number; 16]).account();
            let own = db.rewards_of(&account)?;
            let is_granted = |one: &&api::store::Reward| one.status == RewardStatus::Granted;
            granted += own.iter().filter(is_granted).count();
            assert!(own.iter().all(|one| one.act == Act::Registration));
        }
        Ok((granted, db.points_in(Account::Brand, "acme")?))
    });
    assert_eq!(given.await.unwrap(), (3, -150));
    adds_up(&site).await;
}

/// A kind of voucher, as staff make it at the desk.
pub async fn make_vouchers(site: &Site, count: &str) {
    let marketing = site.person("acme", Role::Marketing).await;
    let kind = [
        ("name", "A cup"),
        ("points", "50"),
        ("count", count),
        ("ends_on", "2027-11-24"),
    ];
    let made = marketing
        .submit(site, "/desk/rewards/vouchers", &kind)
        .await;
    made.is(303);
    let page = marketing.open(site, "/desk/rewards").await;
    page.is(200)
        .says("A cup")
        .says(&format!("0 of {count} taken"));
}

/// The fields of the form that takes the first one that is offered.
pub async fn offer(browser: &Browser<'_>) -> [(&'static str, String); 3] {
    let page = browser.open("/rewards").await;
    ["csrf", "kind", "nth"].map(|name| (name, page.field(name)))
}

pub async fn take(browser: &Browser<'_>, fields: &[(&'static str, String); 3]) -> u16 {
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    browser
        .submit("/rewards/take", &fields)
        .await
        .status
        .as_u16()
}

#[tokio::test]
async fn a_voucher_is_taken_for_points_and_counts_once() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let browser = site.browser();
    browser.post("/v1/reveal", &pack.right()).await.is(200);
    let registration = register(&browser, &pack.path()).await;
    make_vouchers(&site, "3").await;
    let fields = offer(&browser).await;
    assert_eq!(take(&browser, &fields).await, 303);
    assert_eq!(take(&browser, &fields).await, 303, "a doubled tap is one");
    assert_eq!(points(&browser).await, (0, 0));
    let mut more = fields.clone();
    more[2].1 = "1".to_owned();
    assert_eq!(take(&browser, &more).await, 409, "there are no points left");
    let own = rewards(&browser).await["vouchers"].clone();
    assert_eq!(own.as_array().unwrap().len(), 1);
    let code = own[0]["code"].as_str().unwrap().to_owned();
    assert!(
        !site.keeps(code.as_bytes()),
        "the code is not in the database"
    );

    let key = site.key_with("acme", &[Scope::Sales]).await;
    let other = site.key_with("globex", &[Scope::Sales]).await;
    let redeem = async |key: &str, code: &str| {
        let bearer = format!("Bearer {key}");
        let headers = [
            ("content-type", "application/json"),
            ("authorization", &bearer),
        ];
        let body = Body::from(json!({ "code": code }).to_string());
        let request = crate::site::request(Method::POST, "/v1/vouchers/redeem", &headers, body);
        site.send(request).await
    };
    redeem(&other, &code).await.is(404);
    redeem(&key, "AAAA-AAAA-AAAA-AAAA").await.is(422);
    let sloppy = code.to_lowercase().replace('-', " ");
    assert_eq!(redeem(&key, &sloppy).await.is(200).json()["name"], "A cup");
    redeem(&key, &code).await.is(409);
    let shop = site.person("acme", Role::Shop).await;
    shop.open(&site, "/desk/vouchers").await.is(200);
    let again = shop
        .submit(&site, "/desk/vouchers", &[("code", &code)])
        .await;
    again.is(409);
    browser.open("/rewards").await.is(200).says("Redeemed");
    adds_up(&site).await;

    // Spent points stay spent, and such a pack earns no others.
    let holder = json!({ "reference": registration["reference"], "code": registration["code"] });
    site.post("/v1/registrations/erase", &holder).await.is(204);
    register(&browser, &pack.path()).await;
    assert_eq!(points(&browser).await, (0, 0));
    adds_up(&site).await;
}

/// Of three who want the last two at once, each in four tabs, two get one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_voucher_is_taken_once() {
    let site = Site::new().await;
    rules(
        &site,
        Rules {
            from: Basis::Claimed,
            ..Rules::default()
        },
    )
    .await;
    make_vouchers(&site, "2").await;
    let people = [site.browser(), site.browser(), site.browser()];
    for (index, person) in people.iter().enumerate() {
        register(person, &format!("/01/{TEA}/21/TEA{}", index + 1)).await;
    }
    let [one, two, three] = &people;
    let forms = (offer(one).await, offer(two).await, offer(three).await);
    let (_, _, _, _, _, _) = tokio::join!(
        take(one, &forms.0),
        take(two, &forms.1),
        take(three, &forms.2),
        take(one, &forms.0),
        take(two, &forms.1),
        take(three, &forms.2),
    );
    let mut taken = Vec::new();
    for person in &people {
        let own = rewards(person).await;
        let count = own["vouchers"].as_array().unwrap().len();
        assert_eq!(own["points"], json!(if count == 1 { 0 } else { 50 }));
        taken.push(count);
    }
    taken.sort_unstable();
    assert_eq!(taken, [0, 1, 1]);
    adds_up(&site).await;
}

#[tokio::test]
async fn staff_give_what_waits() {
    let site = Site::new().await;
    let (owner, farmer) = (site.browser(), site.browser());
    let own = register(&owner, &format!("/01/{TEA}/21/TEA1")).await;
    let farmed = register(&farmer, &format!("/01/{TEA}/21/TEA2")).await;
    let staff = site.person("acme", Role::BrandManager).await;
    let page = staff.open(&site, "/desk/rewards").await;
    page.is(200).says("50 points wait: Tea");
    let decide = async |person: &crate::staff::Person, view: &Value, choice: &str| {
        let reference = view["reference"].as_str().unwrap();
        let fields = [
            ("act", "registration"),
            ("reference", reference),
            ("choice", choice),
        ];
        person
            .submit(&site, "/desk/rewards/decide", &fields)
            .await
            .status
            .as_u16()
    };
    let other = site.person("globex", Role::BrandManager).await;
    assert_eq!(decide(&other, &own, "grant").await, 404);
    assert_eq!(decide(&staff, &own, "grant").await, 303);
    assert_eq!(decide(&staff, &own, "grant").await, 409);
    assert_eq!(decide(&staff, &farmed, "refuse").await, 303);
    assert_eq!(
        (points(&owner).await, points(&farmer).await),
        ((50, 0), (0, 0))
    );
    let holder = json!({ "reference": own["reference"], "code": own["code"] });
    let seen = site.post("/v1/registrations/lookup", &holder).await.json();
    assert_eq!(seen["evidence"], "supported", "they have seen a receipt");
    adds_up(&site).await;
}

#[tokio::test]
async fn what_is_given_back_earns() {
    let site = Site::new().await;
    let pack = reveal::issue(&site, 1).remove(0);
    let set = BrandRules {
        recycling: 20,
        ..BrandRules::default()
    };
    let put = site
        .app
        .store
        .write(move |tx| tx.put_reward_rules("acme", &set));
    put.await.unwrap();
    let browser = site.browser();
    browser.post("/v1/reveal", &pack.right()).await.is(200);
    register(&browser, &pack.path()).await;
    assert_eq!(points(&browser).await, (50, 0));
    let destroyed = observed(
        &unit(TEA, &pack.serial),
        "2026-11-24T08:00:00Z",
        "destroying",
        "destroyed",
        "9506000900025",
    );
    site.capture("acme", json!([destroyed])).await;
    assert_eq!(points(&browser).await, (70, 0));
    assert_eq!(points(&browser).await, (70, 0), "once");
    adds_up(&site).await;
}

/// Erasing gives each reward back, and the next voucher is known by how many were taken: none may be
/// left out, however many there are.
#[tokio::test]
async fn an_account_has_all_of_its_rewards_and_vouchers() {
    let site = Site::new().await;
    let now = site.app.clock.now();
    let store = &site.app.store;
    let put = store.write(move |tx| {
        let product = tx.product(&TEA.parse().unwrap())?.unwrap();
        let mut reward = Reward {
            act: Act::Review,
            reference: String::new(),
            brand: "acme".to_owned(),
            product: product.id,
            serial: None,
            account: "person:many".to_owned(),
            network: String::new(),
            basis: Basis::Claimed,
            points: 1,
            status: RewardStatus::Refused,
            at: now,
            settled_at: Some(now),
        };
        tx.put_voucher_kind(&VoucherKind {
            id: "cup".to_owned(),
            brand: "acme".to_owned(),
            name: "A cup".to_owned(),
            points: 1,
            count: 500,
            taken: 0,
            ends_at: now.plus_days(9),
            made_at: now,
        })?;
        for number in 1..=230 {
            reward.reference = format!("F-{number}");
            tx.put_reward(&reward)?;
            let mut digest = [0; 32];
            digest[..4].copy_from_slice(&u32::to_be_bytes(number));
            let voucher = Voucher {
                digest,
                kind: "cup".to_owned(),
                number,
                account: "person:many".to_owned(),
                taken_at: now,
                redeemed_at: None,
                redeemed_by: String::new(),
                code: None,
            };
            assert!(tx.put_voucher(&voucher)?);
        }
        Ok(())
    });
    put.await.unwrap();
    let read = store.read(|db| {
        Ok((
            db.rewards_of("person:many")?,
            db.vouchers_of("person:many")?,
        ))
    });
    let (rewards, vouchers) = read.await.unwrap();
    assert_eq!((rewards.len(), vouchers.len()), (230, 230));
}
