//! What a registration rests on: the day of a sale, and a hidden code that was revealed in time.

use serde_json::json;

use crate::{
    ownership::{Keep, holders, kept, register, take},
    reveal,
    site::{Site, TEA, observed, unit},
};

#[tokio::test]
async fn who_revealed_the_hidden_code_before_it_was_given_takes_nothing_back() {
    let site = Site::new().await;
    let pack = &reveal::issue(&site, 1)[0];
    // The seller has two browsers: one registered the pack, the other knows its hidden code.
    let (seller, other) = (site.browser(), site.browser());
    let own = Keep::of(&register(&seller, &pack.path()).await);
    other.post("/v1/reveal", &pack.right()).await.is(200);
    site.pass(1000);
    let link = own.link(&site).await;
    let buyer = kept(&take(&site.browser(), &link).await);
    let given = own.act(&site, "/mine/transfer", ("choice", "yes")).await;
    given.is(200).says("Given to another");
    let again = json!({ "path": pack.path() });
    other.post("/v1/registrations", &again).await.is(409);
    assert_eq!(buyer.seen(&site).await["state"], "held");
    assert_eq!(holders(&site, &pack.path()).await, 1);
    // Where the buyer has erased theirs, it is a claim like any other.
    let erase = site.post("/v1/registrations/erase", &buyer.holder()).await;
    erase.is(204);
    assert_eq!(register(&other, &pack.path()).await["evidence"], "claimed");
}

#[tokio::test]
async fn a_recorded_sale_supports_whoever_knows_its_day() {
    let site = Site::new().await;
    let sold = |serial: &str| {
        let time = "2026-11-20T12:00:00Z";
        observed(
            &unit(TEA, serial),
            time,
            "retail_selling",
            "retail_sold",
            "9506000134376",
        )
    };
    site.capture("acme", json!([sold("TEA1"), sold("TEA2")]))
        .await;
    for (serial, bought_on, evidence) in [
        ("TEA1", "2026-11-20", "supported"),
        ("TEA2", "2026-11-10", "claimed"),
    ] {
        let path = format!("/01/{TEA}/21/{serial}");
        let registration = json!({ "path": path, "bought_on": bought_on });
        let view = site
            .post("/v1/registrations", &registration)
            .await
            .is(201)
            .json();
        assert_eq!(view["evidence"], evidence, "{serial}");
    }
}

#[tokio::test]
async fn the_day_of_a_sale_is_not_found_by_trying() {
    let site = Site::new().await;
    let sold = observed(
        &unit(TEA, "TEA1"),
        "2026-11-20T12:00:00Z",
        "retail_selling",
        "retail_sold",
        "9506000134376",
    );
    site.capture("acme", json!([sold])).await;
    let path = format!("/01/{TEA}/21/TEA1");
    let try_day = async |day: &str| {
        let registration = json!({ "path": path, "bought_on": day });
        let view = site.post("/v1/registrations", &registration).await;
        let view = view.is(201).json();
        let holder = Keep::of(&view).holder();
        let erased = site.post("/v1/registrations/erase", &holder).await;
        erased.is(204);
        view["evidence"].as_str().unwrap().to_owned()
    };
    // A slip or two are forgiven; the same form sent again is no other guess.
    for day in ["2026-11-02", "2026-11-06"] {
        assert_eq!(try_day(day).await, "claimed");
    }
    assert_eq!(try_day("2026-11-20").await, "supported");
    assert_eq!(try_day("2026-11-10").await, "claimed");
    // From now on only the hidden code, or a receipt that staff see, backs it.
    assert_eq!(try_day("2026-11-20").await, "claimed");
    assert_eq!(try_day("2026-11-20").await, "claimed");
}
