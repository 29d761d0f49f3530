//! A unit that another has registered: the way to a dispute, and buyers whose seller lost it.

use api::role::Role;
use serde_json::json;

use crate::{
    ownership::{Keep, holders, kept, register, take},
    reveal,
    site::{Browser, Reply, Site, TEA},
};

fn tea(serial: &str) -> String {
    format!("/01/{TEA}/21/{serial}")
}

async fn contest(browser: &Browser<'_>, path: &str, message: &str) -> Reply {
    let csrf = browser.open(path).await.field("csrf");
    let fields = [
        ("csrf", csrf.as_str()),
        ("path", path),
        ("message", message),
        ("shop", "Corner"),
        ("email", "ola@person.example"),
    ];
    browser.submit("/register/dispute", &fields).await
}

#[tokio::test]
async fn who_is_refused_has_staff_decide() {
    let site = Site::new().await;
    let path = tea("TEA1");
    let stranger = site.browser();
    let first = Keep::of(&register(&stranger, &path).await);
    let owner = site.browser();
    let again = json!({ "path": path });
    owner.post("/v1/registrations", &again).await.is(409);
    let page = owner.open(&path).await;
    page.is(200)
        .says("It is mine")
        .says("the brand’s staff decide");

    contest(&owner, &path, " ").await.is(422);
    let answer = contest(&owner, &path, "I have the receipt.").await;
    answer.is(200).says("Acme will decide");
    let wish = kept(&answer);
    let seen = wish.seen(&site).await;
    assert_eq!(
        (&seen["state"], &seen["dispute"]["status"]),
        (&json!("refused"), &json!("open"))
    );
    assert_eq!(first.seen(&site).await["state"], "held");
    // The same form again is the same dispute; another by the same person is one too many.
    let same = kept(&contest(&owner, &path, "I have the receipt.").await);
    assert_eq!(same.holder(), wish.holder());
    contest(&owner, &path, "And a witness.").await.is(409);
    // Nobody disputes what is their own, or nobody's.
    contest(&stranger, &path, "It is mine.").await.is(409);
    contest(&owner, &tea("TEA2"), "It is mine.").await.is(409);

    let quality = site.person("acme", Role::Quality).await;
    let page = quality.open(&site, "/desk/disputes").await;
    page.is(200).says("I have the receipt.").says("Corner");
    let id = page.field("id");
    let decided = [
        ("id", id.as_str()),
        ("choice", "given"),
        ("reason", "The receipt names this pack."),
    ];
    quality
        .submit(&site, "/desk/disputes/decide", &decided)
        .await
        .is(303);
    assert_eq!(wish.seen(&site).await["state"], "held");
    assert_eq!(first.seen(&site).await["state"], "decided");
    assert_eq!(holders(&site, &path).await, 1);
    // In the browser that disputed it is an own one now.
    owner
        .open("/mine")
        .await
        .says("Certificate, sale, theft and more");
    site.post("/v1/registrations/erase", &wish.holder())
        .await
        .is(204);
    assert!(!site.keeps(b"ola@person.example"));
}

#[tokio::test]
async fn what_was_only_wished_for_takes_nobodys_proof() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let path = packs[0].path();
    let owner = site.browser();
    owner.post("/v1/reveal", &packs[0].right()).await.is(200);
    let stranger = Keep::of(&register(&site.browser(), &path).await);
    contest(&site.browser(), &path, "It is mine.").await.is(200);
    // The code was revealed before somebody disputed: it proves as much as before.
    assert_eq!(register(&owner, &path).await["evidence"], "proven");
    assert_eq!(stranger.seen(&site).await["state"], "displaced");
}

#[tokio::test]
async fn a_buyer_is_told_that_the_seller_lost_it() {
    let site = Site::new().await;
    let packs = reveal::issue(&site, 1);
    let path = packs[0].path();
    let seller = Keep::of(&register(&site.browser(), &path).await);
    let link = seller.link(&site).await;
    let buyer = site.browser();
    let asked = kept(&take(&buyer, &link).await);
    buyer.open("/mine").await.says("Its holder has to say yes.");
    let owner = site.browser();
    owner.post("/v1/reveal", &packs[0].right()).await.is(200);
    register(&owner, &path).await;
    let seen = asked.seen(&site).await;
    assert_eq!(seen["state"], "lost");
    assert!(seen["shop"].is_null() && seen["email"].is_null() && seen["dispute"].is_null());
    let page = buyer.open("/mine").await;
    page.is(200).says("is not its registered owner any more");
    // It can't be given any more, and opens nothing.
    seller
        .act(&site, "/mine/transfer", ("choice", "yes"))
        .await
        .is(409);
    asked
        .act(&site, "/mine/stolen", ("choice", "yes"))
        .await
        .is(409);
    asked
        .act(&site, "/mine/dispute", ("message", "x"))
        .await
        .is(409);
    assert_eq!(holders(&site, &path).await, 1);
    site.post("/v1/registrations/erase", &asked.holder())
        .await
        .is(204);
    site.post("/v1/registrations/lookup", &asked.holder())
        .await
        .is(404);
}
