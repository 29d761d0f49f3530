//! `GET /v1/consignments/{id}`: what is in a consignment.

use api::{access::Act, organisation::Kind, role::Role};
use serde_json::{Value, json};

use crate::{
    site::{PILLS, Site, TEA, observed, unit},
    staff::{Person, logged},
};

const PALLET: &str = "195060000000000036";
const CASE: &str = "195060000000000029";
const NOTE: &str = "urn:epcglobal:cbv:bt:9506000900018:4711";

fn sscc(digits: &str) -> String {
    format!("https://id.gs1.org/00/{digits}")
}

fn packed(action: &str, time: &str, parent: &str, children: &[String]) -> Value {
    json!({
        "type": "AggregationEvent", "action": action, "eventTime": time,
        "eventTimeZoneOffset": "+00:00", "bizStep": "packing",
        "parentID": sscc(parent), "childEPCs": children,
    })
}

/// Three packs of tea and one of pills in a case on a pallet; one pack is taken out again.
async fn shipped() -> Site {
    let site = Site::new().await;
    let packs = ["TEA1", "TEA2", "TEA3"].map(|serial| unit(TEA, serial));
    let all = [&packs[..], &[unit(PILLS, "PIL2")]].concat();
    let mut put = packed("ADD", "2026-10-01T06:00:00Z", CASE, &all);
    put["childQuantityList"] = json!([{
        "epcClass": "https://id.gs1.org/01/09506000100043/10/M1", "quantity": 12.0,
    }]);
    let mut sent = observed(
        &sscc(PALLET),
        "2026-10-03T06:00:00Z",
        "shipping",
        "in_transit",
        "9506000900018",
    );
    sent["bizTransactionList"] = json!([{ "type": "desadv", "bizTransaction": NOTE }]);
    let events = json!([
        put,
        packed("DELETE", "2026-10-01T07:00:00Z", CASE, &packs[2..]),
        packed("ADD", "2026-10-02T06:00:00Z", PALLET, &[sscc(CASE)]),
        sent,
        observed(
            &sscc(PALLET),
            "2026-10-05T06:00:00Z",
            "receiving",
            "in_progress",
            "9506000900025"
        ),
    ]);
    site.capture("acme", events).await;
    site
}

async fn asked(site: &Site, person: &Person, id: &str) -> Value {
    let path = format!("/v1/consignments/{id}");
    person.open(site, &path).await.is(200).json()
}

fn epcs(found: &Value) -> Vec<&str> {
    let things = found["things"].as_array().unwrap().iter();
    things.map(|thing| thing["epc"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn by_its_code_and_by_its_note() {
    let site = shipped().await;
    let anna = site.person("acme", Role::Inspector).await;
    let found = asked(&site, &anna, PALLET).await;
    let pallet = format!("00/{PALLET}");
    let case = format!("00/{CASE}");
    let expected = [
        pallet.as_str(),
        &case,
        "01/09506000100012/21/TEA1",
        "01/09506000100012/21/TEA2",
        "01/09506000100029/21/PIL2",
        "01/09506000100043/10/M1",
    ];
    assert_eq!(epcs(&found), expected);
    assert_eq!(found["kind"], "sscc");
    assert_eq!(found["shipped"]["at"], "2026-10-03T06:00:00Z");
    assert_eq!(found["received"]["country"], "PL");
    assert_eq!(found["things"][2]["parent"], case);
    assert_eq!(found["things"][2]["level"], 2);
    assert_eq!(found["things"][5]["quantity"], 12.0);
    assert_eq!(found["is_cut"], false);
    assert_eq!(
        epcs(&asked(&site, &anna, &format!("(00){PALLET}")).await),
        expected
    );
    assert_eq!(epcs(&asked(&site, &anna, CASE).await)[0], case);

    let by_note = asked(&site, &anna, NOTE).await;
    assert_eq!(by_note["kind"], "despatch-note");
    assert_eq!(epcs(&by_note), expected);
    let printed = asked(&site, &anna, "4711").await;
    assert_eq!(epcs(&printed), expected, "by the number that is printed");
    anna.open(&site, "/v1/consignments/195060000000000999")
        .await
        .is(404);
    anna.open(&site, "/v1/consignments/4712").await.is(404);
}

#[tokio::test]
async fn an_authority_sees_what_it_may_follow() {
    let site = shipped().await;
    site.admit("customs", Kind::Authority).await;
    let brand = site.person("acme", Role::BrandManager).await;
    let officer = site.person("customs", Role::Inspector).await;
    let stranger = site.person("globex", Role::Inspector).await;
    let path = format!("/v1/consignments/{PALLET}");
    stranger.open(&site, &path).await.is(404);
    officer.open(&site, &path).await.is(404);
    let grant = |depth| [("authority", "customs"), ("depth", depth), ("gtin", TEA)];
    brand
        .submit(&site, "/desk/grants/give", &grant("record"))
        .await
        .is(303);
    officer.open(&site, &path).await.is(404);
    brand
        .submit(&site, "/desk/grants/give", &grant("journey"))
        .await
        .is(303);
    let found = asked(&site, &officer, PALLET).await;
    let shown = epcs(&found);
    assert_eq!(
        shown.len(),
        4,
        "the pallet, the case, two of tea: {shown:?}"
    );
    assert!(
        shown
            .iter()
            .all(|epc| epc.starts_with("00/") || epc.contains(TEA))
    );
    assert_eq!(logged(&site, "acme", Act::Looked), 1);
}

/// What was unpacked is found by its label all the same, and says so.
#[tokio::test]
async fn one_that_was_unpacked_says_so() {
    let site = shipped().await;
    let anna = site.person("acme", Role::Inspector).await;
    let before = asked(&site, &anna, PALLET).await;
    assert_eq!(before.get("unpacked"), None);
    let last = |time| {
        let mut taken = packed("DELETE", time, PALLET, &[sscc(CASE)]);
        taken["bizStep"] = json!("unpacking");
        taken["readPoint"] = json!({ "id": "https://id.gs1.org/414/9506000900025" });
        taken
    };
    site.capture("acme", json!([last("2026-10-06T08:00:00Z")]))
        .await;
    let found = asked(&site, &anna, PALLET).await;
    assert_eq!(found["unpacked"]["at"], "2026-10-06T08:00:00Z");
    assert_eq!(found["unpacked"]["country"], "PL");
    assert_eq!(epcs(&found), epcs(&before), "what was in it before");
    assert_eq!(epcs(&asked(&site, &anna, NOTE).await), epcs(&before));
    // The case by itself is still packed; then it is emptied, too, without its packs being named.
    let case = asked(&site, &anna, CASE).await;
    assert_eq!(case.get("unpacked"), None);
    let empty = packed("DELETE", "2026-10-07T08:00:00Z", CASE, &[]);
    site.capture("acme", json!([empty])).await;
    let case = asked(&site, &anna, CASE).await;
    assert_eq!(case["unpacked"]["at"], "2026-10-07T08:00:00Z");
    assert_eq!(case["things"].as_array().unwrap().len(), 5);
    assert_eq!(epcs(&asked(&site, &anna, PALLET).await), epcs(&before));
    // Packed anew, it is a consignment again.
    let again = packed("ADD", "2026-10-08T08:00:00Z", CASE, &[unit(TEA, "TEA3")]);
    site.capture("acme", json!([again])).await;
    let case = asked(&site, &anna, CASE).await;
    assert_eq!(case.get("unpacked"), None);
    assert_eq!(
        epcs(&case)[1..],
        ["01/09506000100012/21/TEA3"],
        "and holds nothing but what came since"
    );
}
