//! `POST /v1/sweep`: what an inspector sees of many packs at once.

use api::{access::Act, organisation::Kind, role::Role};
use serde_json::{Value, json};

use crate::{
    inspector_devices::send,
    pedigree::{self, story},
    site::{APPLE, MUG, PILLS, Site, TEA, observed, unit},
    staff::{Person, logged},
    verify::ask,
};

async fn sweep(site: &Site, person: &Person, asked: &Value) -> Vec<Value> {
    let reply = send(site, person, "/v1/sweep", asked).await;
    reply.is(200).json()["answers"].as_array().unwrap().clone()
}

fn codes(codes: &[String]) -> Value {
    let codes: Vec<Value> = codes.iter().map(|code| json!({ "code": code })).collect();
    json!({ "codes": codes, "market": "FR" })
}

fn tea(serial: &str) -> String {
    format!("(01){TEA}(10)T1(21){serial}")
}

#[tokio::test]
async fn each_code_in_its_place() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let asked = codes(&[
        tea("TEA1"),
        format!("(01){PILLS}(10)P1(21)PIL1"),
        format!("(01){TEA}(21)OLD1"),
        "https://elsewhere.example/x".to_owned(),
        format!("(01){TEA}(21)NONE1"),
        format!("(01){APPLE}(10)A1"),
        "(01)12".to_owned(),
        tea("TEA2"),
    ]);
    let answers = sweep(&site, &anna, &asked).await;
    let of = |name: &str| -> Vec<Value> { answers.iter().map(|one| one[name].clone()).collect() };
    let standings = of("standing");
    assert_eq!(
        standings,
        [
            "issued",
            "recalled",
            "expired",
            "unknown",
            "not-issued",
            "batch",
            "unknown",
            "issued"
        ]
    );
    // Tea of T0 is to go first; both of T1 are second.
    let orders: Vec<&Value> = [0, 2, 7].map(|at| &answers[at]["expiry"]["order"]).to_vec();
    assert_eq!(orders, [2, 1, 2]);
    assert_eq!(answers[2]["expiry"]["days_left"], -318);
    assert_eq!(
        answers[1]["recalls"][0]["hazard"],
        "The blister may hold another dose."
    );
    assert_eq!(answers[1]["caution"], "do-not-use");
    // Signals come with their sentences: it was meant for other markets.
    let reason = &answers[0]["reasons"][0];
    assert_eq!(reason["signal"], "wrong-market");
    let sentence = reason["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("Poland") && sentence.contains("France"),
        "{sentence}"
    );
    let view = &answers[0]["view"];
    assert_eq!(view["depth"], "own");
    assert_eq!(view["markets"], json!(["PL", "DE"]));
    assert_eq!(view["is_in_market"], false);
    assert_eq!(view["state"], "active");
    assert_eq!(view["age"]["from"], "produced");
    assert_eq!(
        answers[4]["view"]["state"],
        Value::Null,
        "it is on no record"
    );
    assert!(answers[3]["view"].is_null());

    let empty = json!({ "codes": [] });
    assert!(sweep(&site, &anna, &empty).await.is_empty());
    let many = codes(&vec![tea("TEA1"); 201]);
    send(&site, &anna, "/v1/sweep", &many).await.is(422);
    let mut wrong = codes(&[tea("TEA1")]);
    wrong["inspection"] = json!("a b");
    send(&site, &anna, "/v1/sweep", &wrong).await.is(422);
    wrong["inspection"] = json!("0f3a-9");
    wrong["market"] = json!("France");
    send(&site, &anna, "/v1/sweep", &wrong).await.is(422);
}

/// A sweep of two hundred is one request, however long ago, and takes no consumer's first check away.
#[tokio::test]
async fn inspectors_checks_count_apart() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let quality = site.person("acme", Role::Quality).await;
    let mut asked = codes(&vec![tea("TEA1"); 199]);
    let old = json!({ "code": tea("TEA1"), "scanned_at": "2026-11-23T08:00:00Z" });
    asked["codes"].as_array_mut().unwrap().push(old);
    asked["market"] = json!("PL");
    for person in [&anna, &quality] {
        let answers = sweep(&site, person, &asked).await;
        assert_eq!(answers.len(), 200);
        assert!(answers.iter().all(|one| one["standing"] == "issued"));
    }
    let view = &sweep(&site, &anna, &codes(&[tea("TEA1")])).await[0]["view"];
    assert_eq!(view["professional_checks"], 401);
    assert_eq!(view["evidence"]["sessions"], 0);
    let first = ask(&site, &tea("TEA1")).await;
    assert_eq!(first["unit"]["checks"], 1);
    let kinds = first["verdict"]["reasons"].to_string();
    assert!(kinds.contains("first-check"), "{kinds}");
}

#[tokio::test]
async fn where_it_was_and_what_it_belongs_in() {
    let site = pedigree::site(story()).await;
    let anna = site.person("acme", Role::Inspector).await;
    let view = |answers: Vec<Value>| answers[0]["view"].clone();
    let seen = view(sweep(&site, &anna, &codes(&[tea("TEA1")])).await);
    let parent = &seen["parents"][0];
    assert_eq!(parent["sscc"], "195060000000000012");
    assert_eq!(parent["level"], 1);
    assert_eq!(parent["since"], "2026-01-12T06:00:00Z");
    assert_eq!(parent["received"]["at"], "2026-01-14T06:00:00Z");
    assert_eq!(parent["received"]["country"], "PL");
    assert!(parent["until"].is_string(), "it was unpacked: {parent}");
    assert!(
        seen["last"]["place"]
            .as_str()
            .unwrap()
            .contains("Corner Shop")
    );

    // Another pack, in a case on a pallet, which came to the shop.
    let pack = |parent: &str, child: &str, time: &str| {
        json!({
            "type": "AggregationEvent", "action": "ADD", "eventTime": time,
            "eventTimeZoneOffset": "+00:00", "bizStep": "packing",
            "parentID": format!("https://id.gs1.org/00/{parent}"), "childEPCs": [child],
        })
    };
    let (case, pallet) = ("195060000000000029", "195060000000000036");
    let of = |sscc: &str| format!("https://id.gs1.org/00/{sscc}");
    let events = json!([
        pack(case, &unit(TEA, "TEA4"), "2026-10-01T06:00:00Z"),
        pack(pallet, &of(case), "2026-10-02T06:00:00Z"),
        observed(
            &of(pallet),
            "2026-11-04T06:00:00Z",
            "receiving",
            "in_progress",
            "9506000900025"
        ),
    ]);
    site.capture("acme", events).await;
    let seen = view(sweep(&site, &anna, &codes(&[tea("TEA4")])).await);
    let parents = seen["parents"].as_array().unwrap();
    let ssccs: Vec<&Value> = parents.iter().map(|parent| &parent["sscc"]).collect();
    assert_eq!(ssccs, [case, pallet]);
    assert!(parents.iter().all(|parent| parent["until"].is_null()));
    assert_eq!(parents[0]["received"], Value::Null);
    assert_eq!(parents[1]["received"]["step"], "receiving");
    assert_eq!(
        seen["age"],
        json!({ "from": "received", "on": "2026-11-04", "days": 20 })
    );
}

#[tokio::test]
async fn an_authority_sees_what_was_granted_and_else_what_everybody_sees() {
    let site = pedigree::site(story()).await;
    site.admit("customs", Kind::Authority).await;
    site.admit("carrier", Kind::Partner).await;
    let brand = site.person("acme", Role::BrandManager).await;
    let officer = site.person("customs", Role::Inspector).await;
    let asked = codes(&[tea("TEA1"), format!("(01){PILLS}(10)P1(21)PIL1")]);

    let without = sweep(&site, &officer, &asked).await;
    assert!(without.iter().all(|one| one["view"].is_null()));
    assert_eq!(without[1]["standing"], "recalled");
    for (house, role) in [("carrier", Role::Inspector), ("globex", Role::Quality)] {
        let stranger = site.person(house, role).await;
        let answers = sweep(&site, &stranger, &asked).await;
        assert!(answers.iter().all(|one| one["view"].is_null()), "{house}");
        assert_eq!(answers[1]["standing"], "recalled", "{house}");
    }
    assert_eq!(logged(&site, "acme", Act::Looked), 0);

    for (depth, has_way, has_checks) in [
        ("record", false, false),
        ("journey", true, false),
        ("evidence", true, true),
    ] {
        let grant = [("authority", "customs"), ("depth", depth), ("gtin", TEA)];
        brand
            .submit(&site, "/desk/grants/give", &grant)
            .await
            .is(303);
        let answers = sweep(&site, &officer, &asked).await;
        let view = &answers[0]["view"];
        assert_eq!(view["depth"], depth);
        assert_eq!(view["markets"], json!(["PL", "DE"]));
        assert_eq!(view["last"].is_object(), has_way, "{depth}");
        assert_eq!(view["parents"].is_array(), has_way, "{depth}");
        assert_eq!(view["evidence"].is_object(), has_checks, "{depth}");
        assert!(answers[1]["view"].is_null(), "the pills were not granted");
    }
    assert_eq!(logged(&site, "acme", Act::Looked), 3);

    // A partner's inspector sees what the brand lets the partner see, and not what others may.
    let of_carrier = site.person("carrier", Role::Inspector).await;
    let answers = sweep(&site, &of_carrier, &asked).await;
    assert!(answers.iter().all(|one| one["view"].is_null()));
    let grant = [
        ("authority", "carrier"),
        ("depth", "journey"),
        ("gtin", TEA),
    ];
    let given = brand.submit(&site, "/desk/grants/give", &grant).await;
    given.is(303);
    let answers = sweep(&site, &of_carrier, &asked).await;
    assert_eq!(answers[0]["view"]["depth"], "journey");
    assert!(answers[1]["view"].is_null());
    assert_eq!(logged(&site, "acme", Act::Looked), 4);
    // A grant to another brand would be one between competitors.
    let grant = [("authority", "globex"), ("depth", "record"), ("gtin", TEA)];
    let given = brand.submit(&site, "/desk/grants/give", &grant).await;
    given.is(404);
}

#[tokio::test]
async fn sentences_are_in_the_reader_s_language() {
    let site = Site::new().await;
    let anna = site.person("acme", Role::Inspector).await;
    let cookie = anna.cookie();
    let headers = [
        ("content-type", "application/json"),
        ("cookie", &cookie),
        ("accept-language", "de"),
    ];
    let body = codes(&[tea("TEA1"), format!("(01){MUG}(21)MUG1")]).to_string();
    let request =
        crate::site::request(axum::http::Method::POST, "/v1/sweep", &headers, body.into());
    let answer = site.send(request).await.is(200).json();
    assert_eq!(answer["language"], "de");
    assert_eq!(answer["market"], "FR");
    assert_eq!(answer["answers"][0]["product"]["name"], "Tee");
    let sentence = answer["answers"][0]["reasons"][0]["sentence"]
        .as_str()
        .unwrap();
    assert!(sentence.contains("Frankreich"), "{sentence}");
}
