//! `/desk/sales` and `/desk/processing`: what a shop and a processor tell of packs, their brand's or a partner's.

use api::{access::Act, organisation::Kind, role::Role};
use serde_json::{Value, json};

use crate::{
    inspect_pack,
    site::{APPLE, MUG, PILLS, Reply, Site, TEA, unit},
    staff::{Person, logged},
};

const SHOP: &str = "9506000900025";
const WORKS: &str = "9506000900018";
/// A product of Globex, and its pack.
const JUICE: &str = "09521000100015";
const GLOBEX: &str = r#"
{"type":"product","brand":"globex","gtin":"09521000100015","name":{"en":"Juice"},"sector":"food","serials":"declared"}
{"type":"batch","gtin":"09521000100015","batch":"J1"}
{"type":"units","gtin":"09521000100015","batch":"J1","serials":["JUI1"]}
"#;

async fn site() -> Site {
    let site = Site::new().await;
    site.admit("corner", Kind::Partner).await;
    site
}

/// A brand lets a partner; `tells` is empty for looking only.
async fn grant(site: &Site, brand: &str, gtin: &str, tells: &str) {
    let manager = site.person(brand, Role::BrandManager).await;
    let mut fields = vec![("authority", "corner"), ("depth", "record"), ("gtin", gtin)];
    if !tells.is_empty() {
        fields.push(("tells", tells));
    }
    manager
        .submit(site, "/desk/grants/give", &fields)
        .await
        .is(303);
}

async fn sale(site: &Site, by: &Person, act: &str, codes: &[String]) -> Reply {
    let codes = codes.join("\n");
    let fields = [("act", act), ("codes", &codes), ("site", SHOP)];
    by.submit(site, "/desk/sales", &fields).await
}

async fn process(site: &Site, by: &Person, act: &str, codes: &[String], into: &str) -> Reply {
    let codes = codes.join("\n");
    let fields = [
        ("act", act),
        ("codes", &*codes),
        ("site", WORKS),
        ("into", into),
    ];
    by.submit(site, "/desk/processing", &fields).await
}

fn tea(serial: &str) -> String {
    format!("(01){TEA}(21){serial}")
}

async fn answer(site: &Site, gtin: &str, serial: &str) -> Value {
    let path = format!("/01/{gtin}/21/{serial}");
    let answer = site.get(&path, &[("accept", "application/json")]).await;
    answer.json()
}

async fn state(site: &Site, gtin: &str, serial: &str) -> Value {
    answer(site, gtin, serial).await["unit"]["state"].clone()
}

async fn events(site: &Site, brand: &str) -> u64 {
    let count = site.app.store.read(|db| db.count_events(brand)).await;
    count.unwrap()
}

#[tokio::test]
async fn a_partner_s_shop_sells_what_it_may_and_undoes_it() {
    let site = site().await;
    let shop = site.person("corner", Role::Shop).await;
    shop.open(&site, "/desk/sales")
        .await
        .is(200)
        .says("No brand lets CORNER tell this yet.");
    sale(&site, &shop, "sell", &[tea("TEA1")])
        .await
        .is(200)
        .says("Its brand does not let your organisation tell this.");
    // To look is not to tell.
    grant(&site, "acme", TEA, "").await;
    sale(&site, &shop, "sell", &[tea("TEA1")])
        .await
        .says("Its brand does not let your organisation tell this.");
    assert_eq!(state(&site, TEA, "TEA1").await, "active");

    grant(&site, "acme", TEA, "yes").await;
    shop.open(&site, "/desk/sales")
        .await
        .is(200)
        .says("Acme Tea");
    let both = [tea("TEA1"), unit(TEA, "TEA2"), tea("TEA1")];
    sale(&site, &shop, "sell", &both)
        .await
        .is(200)
        .says("It is told of 2 packs.");
    for serial in ["TEA1", "TEA2"] {
        assert_eq!(state(&site, TEA, serial).await, "sold", "{serial}");
    }
    site.browser()
        .open(&format!("/01/{TEA}/21/TEA1"))
        .await
        .says("Corner Shop, Warszawa");
    // The same form once more tells nothing.
    sale(&site, &shop, "sell", &both)
        .await
        .is(200)
        .says("It is told already.")
        .says("Nothing was told.");
    assert_eq!(events(&site, "acme").await, 1);
    assert_eq!(logged(&site, "acme", Act::SaleTold), 1);
    assert_eq!(logged(&site, "corner", Act::SaleTold), 1);
    let manager = site.person("acme", Role::BrandManager).await;
    let log = manager.open(&site, "/desk/log").await;
    log.says("CORNER told a sale sell: 01/09506000100012/21/TEA1, 01/09506000100012/21/TEA2");
    assert!(!log.text().contains("Shop of corner"));

    // One of the two was none: the other one's sale stands, at its own time.
    site.pass(60_000);
    sale(&site, &shop, "undo", &[tea("TEA1")])
        .await
        .is(200)
        .says("It is told of one pack.");
    assert_eq!(state(&site, TEA, "TEA1").await, "active");
    let other = answer(&site, TEA, "TEA2").await;
    assert_eq!(other["unit"]["state"], "sold");
    let stops = other["journey"].as_array().unwrap();
    assert_eq!(stops.len(), 1, "{stops:?}");
    assert_eq!(stops[0]["at"], "2026-11-24T12:00:00Z");
    sale(&site, &shop, "undo", &[tea("TEA1")])
        .await
        .says("There is nothing to undo");
    sale(&site, &shop, "sell", &[tea("TEA1")])
        .await
        .says("It is told of one pack.");
    // Both again, out of two events.
    sale(&site, &shop, "undo", &[tea("TEA2"), tea("TEA1")])
        .await
        .says("It is told of 2 packs.");
    for serial in ["TEA1", "TEA2"] {
        assert_eq!(state(&site, TEA, serial).await, "active", "{serial}");
    }
    // The leave ends, and telling with it.
    let grant = manager.open(&site, "/desk/grants").await.field("id");
    manager
        .submit(&site, "/desk/grants/end", &[("id", &grant)])
        .await
        .is(303);
    sale(&site, &shop, "sell", &[tea("TEA3")])
        .await
        .says("Its brand does not let your organisation tell this.");
}

#[tokio::test]
async fn nobody_undoes_what_somebody_else_told() {
    let site = site().await;
    site.admit("station", Kind::Partner).await;
    grant(&site, "acme", "", "yes").await;
    let (shop, own) = (
        site.person("corner", Role::Shop).await,
        site.person("acme", Role::Shop).await,
    );
    sale(&site, &shop, "sell", &[tea("TEA1")]).await.is(200);
    sale(&site, &own, "sell", &[tea("TEA2")]).await.is(200);
    for (by, serial) in [(&own, "TEA1"), (&shop, "TEA2")] {
        sale(&site, by, "undo", &[tea(serial)])
            .await
            .says("There is nothing to undo");
        assert_eq!(state(&site, TEA, serial).await, "sold", "{serial}");
    }
    sale(&site, &own, "undo", &[tea("TEA2")])
        .await
        .says("It is told of one pack.");
    // Whoever has registered it since brings it back.
    let registration = json!({ "path": format!("/01/{TEA}/21/TEA1") });
    site.browser()
        .post("/v1/registrations", &registration)
        .await
        .is(201);
    sale(&site, &shop, "undo", &[tea("TEA1")])
        .await
        .says("Somebody has registered it since.");
    assert_eq!(state(&site, TEA, "TEA1").await, "sold");
}

#[tokio::test]
async fn one_pack_that_can_not_be_sold_holds_the_others_up() {
    let site = site().await;
    site.import(GLOBEX).await;
    grant(&site, "acme", "", "yes").await;
    let shop = site.person("corner", Role::Shop).await;
    let stolen = crate::site::observed(
        &unit(TEA, "TEA4"),
        "2026-11-01T08:00:00Z",
        "inspecting",
        "stolen",
        WORKS,
    );
    site.capture("acme", json!([stolen])).await;
    for (code, says) in [
        (format!("(01){PILLS}(21)PIL1"), "It is recalled."),
        (tea("TEA4"), "It is reported stolen."),
        (tea("NONE1"), "The brand has no pack with this serial."),
        (
            format!("(01){APPLE}(21)A"),
            "The brand has no pack with this serial.",
        ),
        (
            format!("(01){JUICE}(21)JUI1"),
            "Its brand does not let your organisation tell this.",
        ),
        (
            "(01)09506000100999(21)A".to_owned(),
            "Its product is not known here.",
        ),
    ] {
        let reply = sale(&site, &shop, "sell", &[tea("TEA3"), code.clone()]).await;
        reply.is(200).says(says).says("It waits for the others.");
        // What was scanned is still there.
        assert!(reply.text().contains(&code), "{code}");
    }
    assert_eq!(state(&site, TEA, "TEA3").await, "active");
    let reply = sale(&site, &shop, "sell", &["hello".to_owned()]).await;
    reply
        .is(200)
        .says("Scan the square code on each pack once more.");
    let fields = [("act", "sell"), ("codes", &*tea("TEA3")), ("site", "here")];
    shop.submit(&site, "/desk/sales", &fields)
        .await
        .says("The site is no GLN.");
    let fields = [("act", "destroy"), ("codes", &*tea("TEA3")), ("site", SHOP)];
    shop.submit(&site, "/desk/sales", &fields)
        .await
        .says("Choose what to tell.");
    assert_eq!(logged(&site, "acme", Act::SaleTold), 0);

    // What two brands let is one form, and an event of each.
    grant(&site, "globex", JUICE, "yes").await;
    sale(
        &site,
        &shop,
        "sell",
        &[tea("TEA3"), format!("(01){JUICE}(21)JUI1")],
    )
    .await
    .says("It is told of 2 packs.");
    assert_eq!(events(&site, "globex").await, 1);
    assert_eq!(state(&site, JUICE, "JUI1").await, "sold");
    assert_eq!(logged(&site, "corner", Act::SaleTold), 2);
    assert_eq!(logged(&site, "globex", Act::SaleTold), 1);
}

/// What the shop writes on the receipt proves to whom it was sold, until that sale is none.
#[tokio::test]
async fn a_receipt_goes_with_its_sale() {
    let site = site().await;
    grant(&site, "acme", TEA, "yes").await;
    let shop = site.person("corner", Role::Shop).await;
    let sell = async |act: &str| {
        let fields = [
            ("act", act),
            ("codes", &*tea("TEA1")),
            ("site", SHOP),
            ("receipt", "K7QX-2611-42"),
        ];
        shop.submit(&site, "/desk/sales", &fields).await
    };
    let kept = async || {
        let read = site.app.store.read(|db| {
            let product = db.product(&TEA.parse().unwrap())?.unwrap();
            db.sale_receipt(&api::store::UnitKey {
                product: product.id,
                serial: api::store::Serial::new("TEA1").unwrap(),
            })
        });
        read.await.unwrap().is_some()
    };
    sell("sell").await.says("It is told of one pack.");
    assert!(kept().await);
    sell("undo").await.says("It is told of one pack.");
    assert!(!kept().await);
    site.pass(1000);
    sell("sell").await.says("It is told of one pack.");
    let registration = json!({ "path": format!("/01/{TEA}/21/TEA1"), "receipt": "k7qx 2611 42" });
    let proven = site
        .browser()
        .post("/v1/registrations", &registration)
        .await;
    assert_eq!(proven.is(201).json()["evidence"], "proven");
}

#[tokio::test]
async fn what_becomes_of_packs_at_a_partner_s_processor() {
    let site = site().await;
    let processor = site.person("corner", Role::Processor).await;
    processor
        .open(&site, "/desk/processing")
        .await
        .is(200)
        .says("No brand lets CORNER tell this yet.");
    grant(&site, "acme", "", "yes").await;
    let pills = |serial: &str| format!("(01){PILLS}(21){serial}");
    let one = async |act: &str, code: String, into: &str| {
        process(&site, &processor, act, &[code], into).await
    };
    one("destroy", pills("PIL2"), "")
        .await
        .says("It is told of one pack.");
    // What was recalled is what processors get.
    one("recycle", pills("PIL1"), "")
        .await
        .says("It is told of one pack.");
    for serial in ["PIL1", "PIL2"] {
        let seen = answer(&site, PILLS, serial).await;
        assert_eq!(seen["unit"]["state"], "destroyed", "{serial}");
    }
    assert_eq!(
        answer(&site, PILLS, "PIL2").await["verdict"]["standing"],
        "blocked"
    );
    one("destroy", pills("PIL2"), "")
        .await
        .says("It is told already.");

    // Two teas become a mug's batch; into another brand's nothing is made, nor into nothing.
    site.import(GLOBEX).await;
    let teas = [tea("TEA1"), tea("TEA2")];
    for (into, says) in [
        ("", "What they were made into is missing"),
        (
            &*format!("(01){MUG}"),
            "What they were made into is missing",
        ),
        (
            &*format!("(01){JUICE}(10)J1"),
            "What they were made into is missing",
        ),
    ] {
        process(&site, &processor, "reprocess", &teas, into)
            .await
            .is(200)
            .says(says);
    }
    let into = format!("(01){MUG}(10)M1");
    process(&site, &processor, "reprocess", &teas, &into)
        .await
        .says("It is told of 2 packs.");
    let used = answer(&site, TEA, "TEA1").await;
    assert_eq!(used["unit"]["state"], "consumed");
    assert_eq!(used["verdict"]["standing"], "blocked");
    let quality = site.person("acme", Role::Quality).await;
    quality
        .open(
            &site,
            &format!("/desk/pedigree?direction=down&thing=01%2F{TEA}%2F21%2FTEA1"),
        )
        .await
        .is(200)
        .says("What was made of it")
        .says("Mug");

    // A slip: one of the two was not in it.
    site.pass(1000);
    one("undo", tea("TEA2"), "")
        .await
        .says("It is told of one pack.");
    assert_eq!(state(&site, TEA, "TEA2").await, "active");
    assert_eq!(state(&site, TEA, "TEA1").await, "consumed");
    one("undo", pills("PIL2"), "")
        .await
        .says("It is told of one pack.");
    assert_eq!(state(&site, PILLS, "PIL2").await, "active");
    // A shop's sale is not a processor's to undo.
    let shop = site.person("corner", Role::Shop).await;
    sale(&site, &shop, "sell", &[tea("TEA3")]).await.is(200);
    one("undo", tea("TEA3"), "")
        .await
        .says("There is nothing to undo");
    assert_eq!(logged(&site, "acme", Act::ProcessingTold), 5);
    assert_eq!(logged(&site, "corner", Act::ProcessingTold), 5);
}

/// And what was used up is in an inspector's pack as what may not be sold.
#[tokio::test]
async fn a_brand_s_own_processor_needs_nobody_s_leave() {
    let site = site().await;
    let processor = site.person("acme", Role::Processor).await;
    let page = processor.open(&site, "/desk/processing").await;
    assert!(!page.is(200).text().contains("Whose packs"));
    let into = format!("(01){MUG}(21)MUG1");
    process(&site, &processor, "reprocess", &[tea("TEA1")], &into)
        .await
        .says("It is told of one pack.");
    let inspector = site.person("acme", Role::Inspector).await;
    let pack = inspect_pack::taken(&site, &inspector, "").await;
    let pack = inspect_pack::opened(&site, &pack).await;
    let of = |gtin: &str| &pack.product(gtin).unwrap().blocked;
    let teas: Vec<(&str, &str)> = of(TEA)
        .iter()
        .map(|unit| (&*unit.serial, &*unit.state))
        .collect();
    assert_eq!(teas, [("TEA1", "consumed")]);
    // The mug was made, and is not used up.
    assert!(of(MUG).is_empty());
    assert_eq!(state(&site, MUG, "MUG1").await, "active");
    assert_eq!(logged(&site, "acme", Act::ProcessingTold), 1);
}

#[tokio::test]
async fn only_a_partner_is_let_tell() {
    let site = site().await;
    site.admit("customs", Kind::Authority).await;
    let manager = site.person("acme", Role::BrandManager).await;
    let fields = [
        ("authority", "customs"),
        ("depth", "record"),
        ("gtin", ""),
        ("tells", "yes"),
    ];
    manager
        .submit(&site, "/desk/grants/give", &fields)
        .await
        .is(422)
        .says("people tell what they do with packs");
    let fields = [
        ("authority", "corner"),
        ("depth", "record"),
        ("gtin", ""),
        ("tells", "yes"),
    ];
    manager
        .submit(&site, "/desk/grants/give", &fields)
        .await
        .is(303);
    manager
        .open(&site, "/desk/grants")
        .await
        .says("They may tell what they do with packs, too.");
}
