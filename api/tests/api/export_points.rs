//! Points and vouchers move to another database, and keep their worth there: none is spent twice, and
//! none is lost.

use api::{
    export::{Options, Part},
    role::Role,
    scope::Scope,
};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    export_kept::{elsewhere, everything, written},
    reveal::{self, Pack},
    rewards::{make_vouchers, offer, points, register, rewards, take},
    site::{Browser, Reply, Site, request},
};

async fn redeem(site: &Site, key: &str, code: &str) -> Reply {
    let bearer = format!("Bearer {key}");
    let headers = [
        ("content-type", "application/json"),
        ("authorization", bearer.as_str()),
    ];
    let body = Body::from(json!({ "code": code }).to_string());
    site.send(request(Method::POST, "/v1/vouchers/redeem", &headers, body))
        .await
}

/// Registers a pack whose hidden code the person has: its points are theirs at once.
pub async fn earn(browser: &Browser<'_>, pack: &Pack) {
    browser.post("/v1/reveal", &pack.right()).await.is(200);
    register(browser, &pack.path()).await;
}

fn codes(rewards: &Value) -> Vec<String> {
    let own = rewards["vouchers"].as_array().unwrap().iter();
    own.map(|one| one["code"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn points_and_vouchers_move_with_their_worth() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 4);
    let person = site.browser();
    for pack in &packs[..3] {
        earn(&person, pack).await;
    }
    // One of whom nothing but the visible code is known waits.
    let other_person = site.browser();
    register(&other_person, &packs[3].path()).await;
    make_vouchers(&site, "5").await;
    for _ in 0..2 {
        assert_eq!(take(&person, &offer(&person).await).await, 303);
    }
    assert_eq!(points(&person).await, (50, 0));
    let held = codes(&rewards(&person).await);
    assert_eq!(held.len(), 2);
    let key = site.key_with("acme", &[Scope::Sales]).await;
    redeem(&site, &key, &held[0]).await.is(200);

    let text = everything(&site);
    let there = elsewhere(&site);
    let report = there.import(&text).await;
    assert_eq!(
        (report.wrong, report.changed, report.unchanged),
        (0, 0, 0),
        "{report}"
    );
    assert_eq!(everything(&there), text);
    let again = there.import(&text).await;
    assert_eq!((again.added, again.changed), (0, 0), "{again}");
    let (sum, slips) = there
        .app
        .store
        .read(|db| Ok((db.ledger_sum()?, db.ledger_slips()?)))
        .await
        .unwrap();
    assert_eq!((sum, slips), (0, 0));

    // The same cookie opens the same account.
    let moved = there.browser();
    moved
        .cookies
        .lock()
        .unwrap()
        .clone_from(&person.cookies.lock().unwrap());
    assert_eq!(points(&moved).await, (50, 0), "what was spent is spent");
    assert_eq!(codes(&rewards(&moved).await), held);
    let waits = there.browser();
    waits
        .cookies
        .lock()
        .unwrap()
        .clone_from(&other_person.cookies.lock().unwrap());
    assert_eq!(points(&waits).await, (0, 50), "what waited waits");
    // A code counts once over both: the one that was redeemed there is no good here.
    let key = there.key_with("acme", &[Scope::Sales]).await;
    redeem(&there, &key, &held[0]).await.is(409);
    redeem(&there, &key, &held[1]).await.is(200);
    redeem(&there, &key, &held[1]).await.is(409);
    // The next of the kind is another number, with a code of this server's.
    assert_eq!(take(&moved, &offer(&moved).await).await, 303);
    let three = codes(&rewards(&moved).await);
    assert_eq!(three.len(), 3);
    assert_eq!(points(&moved).await, (0, 0));
    let new = three.iter().find(|code| !held.contains(code)).unwrap();
    redeem(&there, &key, new).await.is(200);
    let staff = there.person("acme", Role::Marketing).await;
    let page = staff.open(&there, "/desk/rewards").await;
    page.is(200).says("3 of 5 taken");
    // And on from here, to a third.
    let third = elsewhere(&there);
    let text = everything(&there);
    let report = third.import(&text).await;
    assert_eq!(report.wrong, 0, "{report}");
    assert_eq!(everything(&third), text);
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_points_they_are_goes_only_where_it_was_asked_for() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let person = site.browser();
    earn(&person, &packs[0]).await;
    make_vouchers(&site, "5").await;
    assert_eq!(take(&person, &offer(&person).await).await, 303);
    let code = codes(&rewards(&person).await).remove(0);
    let (text, summary) = written(&site, Options::default());
    assert!(
        text.contains(r#"{"type":"voucher-kind","#),
        "what is on offer"
    );
    assert!(!text.contains("person:") && !text.contains(&code), "{text}");
    // A registration, its deed, two movements and a voucher.
    assert_eq!(summary.left_out, 5);
    let of_points = Options {
        parts: vec![Part::Points],
        ..Options::default()
    };
    let (text, _) = written(&site, of_points);
    let kinds: Vec<&str> = text
        .lines()
        .map(|line| line.split('"').nth(3).unwrap())
        .collect();
    assert_eq!(kinds, ["reward", "points-moved", "points-moved", "voucher"]);

    // What is told otherwise is refused, and nothing of it kept.
    let check = async |kind: &str, from: &str, to: &str, expected: &str| {
        let line = text
            .lines()
            .find(|line| line.starts_with(&format!("{{\"type\":\"{kind}\"")))
            .unwrap();
        let changed = line.replace(from, to);
        assert_ne!(changed, line, "{kind}: {from}");
        let report = site.import(&changed).await;
        assert!(!report.is_kept, "{changed}");
        let said = report.to_string();
        assert!(said.contains(expected), "{said}");
    };
    check("reward", "granted", "given", "status: or `why`").await;
    check("reward", "registration", "walk", "act: or").await;
    check("reward", "R-", "R-0", "has earned points here").await;
    check(
        "points-moved",
        "brand:acme",
        "brand:globex",
        "from: is no account",
    )
    .await;
    check(
        "points-moved",
        "\"points\":50",
        "\"points\":0",
        "points: go nowhere",
    )
    .await;
    check(
        "voucher",
        "\"number\":1",
        "\"number\":2",
        "number: was not taken",
    )
    .await;
    check(
        "voucher",
        &code,
        "AAAA-AAAA-AAAA-AAAA",
        "code: is not the one",
    )
    .await;
}
