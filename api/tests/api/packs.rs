//! `POST /v1/packs`: what a pharmacy's program does to single packs.

use api::{access::Act, organisation::Kind, role::Role, scope::Scope};
use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    site::{PILLS, Reply, Site, TEA, request},
    staff::logged,
};

const SHOP: &str = "9506000900025";
const WORKS: &str = "9506000900018";
const DAY_MS: i64 = 86_400_000;

/// A pharmacy's own key.
struct Pharmacy<'s> {
    site: &'s Site,
    key: String,
}

impl<'s> Pharmacy<'s> {
    async fn new(site: &'s Site) -> Pharmacy<'s> {
        let key = site.key_with("acme", &[Scope::Packs]).await;
        Pharmacy { site, key }
    }

    async fn send(&self, asked: &Value) -> Reply {
        let bearer = format!("Bearer {}", self.key);
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = Body::from(asked.to_string());
        let sent = request(Method::POST, "/v1/packs", &headers, body);
        self.site.send(sent).await
    }

    /// One of the pills of batch P2, at a desk of a site.
    async fn does(&self, act: &str, at: &str, desk: &str) -> Value {
        let code = format!("(01){PILLS}(17)280630(10)P2(21)PIL2");
        let asked = json!({ "act": act, "code": code, "site": at, "desk": desk });
        self.send(&asked).await.is(200).json()
    }
}

#[track_caller]
fn says(answer: &Value, outcome: &str, alert: Option<&str>, state: &str) {
    assert_eq!(answer["outcome"], outcome, "{answer}");
    assert_eq!(answer["alert"].as_str(), alert, "{answer}");
    assert_eq!(answer["state"], state, "{answer}");
}

#[tokio::test]
async fn supplied_once_and_taken_back_by_the_same_site() {
    let site = Site::new().await;
    let pharmacy = Pharmacy::new(&site).await;
    let seen = pharmacy.does("verify", SHOP, "1").await;
    says(&seen, "active", None, "active");
    assert_eq!(
        (&seen["batch"], &seen["expiry"], &seen["since"]),
        (&json!("P2"), &json!("2028-06-30"), &Value::Null)
    );
    let done = pharmacy.does("supply", SHOP, "1").await;
    says(&done, "done", None, "supplied");
    assert_eq!(
        (&done["done"], &done["since"]),
        (&json!(true), &json!("2026-11-24T12:00:00Z"))
    );

    // The scanner read twice; then another desk tries, and then the same one much later.
    site.pass(59_000);
    let again = pharmacy.does("supply", SHOP, "1").await;
    says(&again, "same-scan", None, "supplied");
    assert_eq!(again["done"], false);
    let other = pharmacy.does("supply", SHOP, "2").await;
    says(
        &other,
        "already-inactive",
        Some("NMVS_NC_PCK_22"),
        "supplied",
    );
    site.pass(2_000);
    let late = pharmacy.does("supply", SHOP, "1").await;
    says(
        &late,
        "already-inactive",
        Some("NMVS_NC_PCK_22"),
        "supplied",
    );

    // What the till did is on the pack's page, as an event among others.
    let page = format!("/01/{PILLS}/21/PIL2");
    site.browser().open(&page).await.is(200).says("Corner Shop");

    let elsewhere = pharmacy.does("undo", WORKS, "1").await;
    says(
        &elsewhere,
        "undo-elsewhere",
        Some("NMVS_NC_PCK_21"),
        "supplied",
    );
    site.pass(9 * DAY_MS);
    let back = pharmacy.does("undo", SHOP, "3").await;
    says(&back, "done", None, "active");
    site.pass(1_000);
    says(
        &pharmacy.does("undo", SHOP, "3").await,
        "same-scan",
        None,
        "active",
    );
    let nothing = pharmacy.does("undo", SHOP, "1").await;
    says(&nothing, "undo-mismatch", Some("NMVS_NC_PCK_06"), "active");
    says(
        &pharmacy.does("supply", SHOP, "1").await,
        "done",
        None,
        "supplied",
    );
    site.pass(10 * DAY_MS + 1);
    let late = pharmacy.does("undo", SHOP, "1").await;
    says(&late, "undo-late", Some("NMVS_NC_PCK_20"), "supplied");
}

#[tokio::test]
async fn every_act_has_its_state_and_its_event() {
    let acts = [
        ("destroy", "destroyed", "destroyed"),
        ("export", "exported", "decommissioned"),
        ("sample", "sample", "decommissioned"),
        ("free-sample", "free-sample", "decommissioned"),
        ("lock", "locked", "locked"),
        ("stolen", "stolen", "stolen"),
    ];
    for (act, state, unit) in acts {
        let site = Site::new().await;
        let pharmacy = Pharmacy::new(&site).await;
        let done = pharmacy.does(act, SHOP, "1").await;
        says(&done, "done", None, state);
        site.pass(DAY_MS);
        says(
            &pharmacy.does("verify", SHOP, "1").await,
            "inactive",
            None,
            state,
        );
        let path = format!("/01/{PILLS}/21/PIL2");
        let answer = site.get(&path, &[("accept", "application/json")]).await;
        assert_eq!(answer.json()["unit"]["state"], unit, "{act}");
        // The event is one like any other, and is asked for like any other.
        let key = site.key_with("acme", &[Scope::Query]).await;
        let bearer = format!("Bearer {key}");
        let event = done["event"].as_str().unwrap().replace('/', "%2F");
        let path = format!("/epcis/events/{}", event.replace('?', "%3F"));
        let event = site.get(&path, &[("authorization", &bearer)]).await;
        let document = event.is(200).json();
        let event = &document["epcisBody"]["queryResults"]["resultsBody"]["eventList"][0];
        assert_eq!(event["touchstone:packAct"], act, "{document}");
        assert_eq!(event["touchstone:by"], "acme");
    }
}

#[tokio::test]
async fn what_the_code_says_is_compared() {
    let site = Site::new().await;
    let pharmacy = Pharmacy::new(&site).await;
    let check = async |elements: &str, outcome: &str, alert: &str| {
        let code = format!("(01){PILLS}{elements}");
        let asked = json!({ "act": "supply", "code": code, "site": SHOP });
        let answer = pharmacy.send(&asked).await.is(200).json();
        assert_eq!(answer["outcome"], outcome, "{answer}");
        assert_eq!(answer["alert"], format!("NMVS_{alert}"), "{answer}");
        assert_eq!(answer["done"], false);
    };
    check("(17)280630(10)P2(21)NOBODY", "unknown-serial", "NC_PC_02").await;
    check("(17)280630(10)P9(21)PIL2", "unknown-batch", "FE_LOT_03").await;
    check("(17)280630(10)P1(21)PIL2", "other-batch", "FE_LOT_13").await;
    check("(17)270630(10)P2(21)PIL2", "other-expiry", "FE_LOT_12").await;
    // A recalled one reaches nobody, and may be set aside.
    let act = async |act: &str| {
        let code = format!("(01){PILLS}(21)PIL1");
        let asked = json!({ "act": act, "code": code, "site": SHOP });
        pharmacy.send(&asked).await.is(200).json()
    };
    says(&act("supply").await, "recalled", None, "active");
    says(&act("lock").await, "done", None, "locked");
}

#[tokio::test]
async fn a_pack_of_another_market_has_codes_of_its_own() {
    let site = Site::new().await;
    // The tea is for Poland and Germany; this shop is in France.
    let shop = r#"{"type":"place","id":"9506000900094","name":"Épicerie","kind":"shop","town":"Lyon","country":"FR","lat":45.76,"lon":4.84}"#;
    assert!(site.import(shop).await.problems.is_empty());
    let pharmacy = Pharmacy::new(&site).await;
    let act = async |act: &str, at: &str| {
        let asked = json!({ "act": act, "code": format!("(01){TEA}(21)TEA1"), "site": at });
        pharmacy.send(&asked).await.is(200).json()
    };
    says(
        &act("supply", "9506000900094").await,
        "done",
        None,
        "supplied",
    );
    site.pass(DAY_MS);
    let again = act("supply", "9506000900094").await;
    says(&again, "already-so", Some("NMVS_NC_PCK_19"), "supplied");
    let destroyed = act("destroy", "9506000900094").await;
    says(
        &destroyed,
        "not-possible",
        Some("NMVS_NC_PCK_27"),
        "supplied",
    );
    let here = act("destroy", SHOP).await;
    says(
        &here,
        "already-inactive",
        Some("NMVS_NC_PCK_22"),
        "supplied",
    );
}

#[tokio::test]
async fn what_is_no_act_on_a_pack_is_refused() {
    let site = Site::new().await;
    let pharmacy = Pharmacy::new(&site).await;
    let check = async |field: &str, value: Value, says: &str| {
        let mut asked = json!({
            "act": "supply", "code": format!("(01){PILLS}(21)PIL2"), "site": SHOP, "desk": "1",
        });
        asked[field] = value;
        let reply = pharmacy.send(&asked).await;
        reply.is(422).says(&format!("The field `{field}` is wrong"));
        reply.says(says);
    };
    check("act", json!("sell"), "verify, supply, destroy").await;
    check("code", json!("hello"), "names no single pack").await;
    check(
        "code",
        json!(format!("(01){PILLS}")),
        "names no single pack",
    )
    .await;
    check("code", json!("(01)09521000000018(21)A"), "not known here").await;
    check("site", json!("Corner Shop"), "13 digits of a GLN").await;
    check("desk", json!("x".repeat(41)), "at most 40 characters").await;
    says(
        &pharmacy.does("verify", SHOP, "1").await,
        "active",
        None,
        "active",
    );

    // A key of another brand's reaches none of these packs.
    let key = site.key_with("globex", &[Scope::Packs]).await;
    let stranger = Pharmacy { site: &site, key };
    let asked = json!({ "act": "supply", "code": format!("(01){PILLS}(21)PIL2"), "site": SHOP });
    stranger.send(&asked).await.is(422).says("another brand's");
}

#[tokio::test]
async fn a_pharmacy_s_own_key_supplies_medicine_of_any_brand() {
    let site = Site::new().await;
    site.admit("pharmacy", Kind::Partner).await;
    let key = site
        .key_of("pharmacy", Kind::Partner, &[Scope::Packs])
        .await;
    let pharmacy = Pharmacy { site: &site, key };
    let done = pharmacy.does("supply", SHOP, "1").await;
    says(&done, "done", None, "supplied");
    let tea = format!("(01){}(21)TEA1", crate::site::TEA);
    let asked = json!({ "act": "supply", "code": tea, "site": SHOP });
    pharmacy.send(&asked).await.is(422).says("no medicine");
    // Whose desk it was is on the brand's record.
    let key = site.key_with("acme", &[Scope::Query]).await;
    let bearer = format!("Bearer {key}");
    let path = format!("/epcis/events?MATCH_epc=https://id.gs1.org/01/{PILLS}/21/PIL2");
    let events = site.get(&path, &[("authorization", &bearer)]).await;
    events.is(200).says("\"touchstone:by\":\"pharmacy\"");
}

#[tokio::test]
async fn two_desks_at_once_supply_it_once() {
    let site = Site::new().await;
    let pharmacy = Pharmacy::new(&site).await;
    let (one, other) = tokio::join!(
        pharmacy.does("supply", SHOP, "1"),
        pharmacy.does("supply", SHOP, "2")
    );
    let done = [&one, &other].map(|answer| answer["done"] == true);
    assert_eq!(
        done.iter().filter(|done| **done).count(),
        1,
        "{one} {other}"
    );
}

#[tokio::test]
async fn a_pharmacist_s_desk() {
    let site = Site::new().await;
    site.admit("pharmacy", Kind::Partner).await;
    let ada = site.person("pharmacy", Role::Pharmacist).await;
    let home = ada.open(&site, "/desk").await;
    assert!(home.text().contains("href=\"/desk/packs\""));
    let page = ada.open(&site, "/desk/packs").await;
    page.is(200).says("Supply");
    let act = async |act: &str, code: &str| {
        let fields = [("act", act), ("code", code), ("site", SHOP), ("desk", "1")];
        ada.submit(&site, "/desk/packs", &fields).await
    };
    let pack = format!("(01){PILLS}(17)280630(10)P2(21)PIL2");
    act("verify", &pack)
        .await
        .is(200)
        .says("It may be supplied");
    assert_eq!(logged(&site, "pharmacy", Act::PackActed), 0);
    act("supply", &pack).await.is(200).says("Done.");
    assert_eq!(logged(&site, "pharmacy", Act::PackActed), 1);
    // What was typed once stays for the next pack.
    let again = act("supply", &pack).await;
    again.is(200).says("The same scan once more");
    assert!(again.text().contains(&format!("value=\"{SHOP}\"")));
    site.pass(61_000);
    act("supply", &pack)
        .await
        .is(200)
        .says("not active any more")
        .says("NMVS_NC_PCK_22");
    act("undo", &pack).await.is(200).says("Done.");
    // Another brand's medicine is theirs to dispense; a brand's tea is not.
    let tea = format!("(01){TEA}(21)TEA1");
    act("supply", &tea)
        .await
        .is(200)
        .says("names no single pack");
    let misread = act("supply", "hello").await;
    assert!(misread.text().contains("value=\"hello\""));
    assert_eq!(logged(&site, "pharmacy", Act::PackActed), 2);
}
