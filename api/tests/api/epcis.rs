//! `/epcis/capture`.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::site::{NOW, Site, TEA, document, observed, request, unit};

fn shipping() -> Value {
    observed(
        &unit(TEA, "TEA1"),
        "2026-11-01T08:00:00+01:00",
        "shipping",
        "in_transit",
        "9506000900018",
    )
}

async fn events(site: &Site) -> u64 {
    site.app
        .store
        .read(|db| db.count_events("acme"))
        .await
        .unwrap()
}

#[tokio::test]
async fn the_same_event_twice_is_one_event() {
    let site = Site::new().await;
    for _ in 0..3 {
        let job = site.capture("acme", json!([shipping(), shipping()])).await;
        assert_eq!(job["success"], true);
        assert_eq!(job["running"], false);
        assert_eq!(job["createdAt"], NOW);
    }
    let mut with_record_time = shipping();
    with_record_time["recordTime"] = json!("2026-11-02T00:00:00Z");
    site.capture("acme", json!([with_record_time])).await;
    assert_eq!(events(&site).await, 1);
}

#[tokio::test]
async fn urns_and_links_name_the_same_unit() {
    let site = Site::new().await;
    let mut event = shipping();
    event["epcList"] = json!([format!("urn:epc:id:sgtin:9506000.010001.TEA1")]);
    event["bizLocation"] = json!({ "id": "urn:epc:id:sgln:9506000.90001.0" });
    assert_eq!(site.capture("acme", json!([event])).await["success"], true);
    let answer = site
        .get(
            &format!("/01/{TEA}/21/TEA1"),
            &[("accept", "application/json")],
        )
        .await
        .json();
    assert_eq!(answer["journey"][0]["step"], "shipping");
    assert_eq!(answer["journey"][0]["place"], "Acme Works, Gdynia");
    assert_eq!(answer["journey"][0]["at"], "2026-11-01T07:00:00Z");
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_place() {
    let site = Site::new().await;
    let check = async |field: &str, value: Value, pointer: &str| {
        let mut event = shipping();
        match value {
            Value::Null => event.as_object_mut().unwrap().remove(field),
            value => event
                .as_object_mut()
                .unwrap()
                .insert(field.to_owned(), value),
        };
        let job = site.capture("acme", json!([shipping(), event])).await;
        assert_eq!(job["success"], false, "{field}");
        let errors = job["errors"].as_array().unwrap();
        let places: Vec<&str> = errors
            .iter()
            .map(|error| error["instance"].as_str().unwrap())
            .collect();
        assert_eq!(
            places,
            [format!("/epcisBody/eventList/1/{pointer}")],
            "{field}: {errors:?}"
        );
    };
    check("type", json!("Event"), "type").await;
    check("type", Value::Null, "type").await;
    check("eventTime", json!("2026-11-01"), "eventTime").await;
    check("eventTime", Value::Null, "eventTime").await;
    check("eventTimeZoneOffset", json!("CET"), "eventTimeZoneOffset").await;
    check("eventTimeZoneOffset", Value::Null, "eventTimeZoneOffset").await;
    check("action", json!("MOVE"), "action").await;
    check("action", Value::Null, "action").await;
    check("epcList", json!([]), "epcList").await;
    check("epcList", json!(["TEA1"]), "epcList/0").await;
    check("epcList", json!([unit("09506000100013", "X")]), "epcList/0").await;
    check("epcList", json!("x"), "epcList").await;
    check(
        "quantityList",
        json!([{ "quantity": 3 }]),
        "quantityList/0/epcClass",
    )
    .await;
    check("bizLocation", json!("here"), "bizLocation").await;
    check("bizStep", json!(5), "bizStep").await;
    let wrong_kind = json!({ "type": "AggregationEvent", "action": "ADD",
        "eventTime": NOW, "eventTimeZoneOffset": "+00:00", "childEPCs": [unit(TEA, "TEA1")] });
    let job = site.capture("acme", json!([wrong_kind])).await;
    assert_eq!(
        job["errors"][0]["instance"],
        "/epcisBody/eventList/0/parentID"
    );
    // One bad event took the good one of its document with it, every time.
    assert_eq!(events(&site).await, 0);
}

#[tokio::test]
async fn the_good_ones_can_be_kept() {
    let site = Site::new().await;
    let bearer = format!("Bearer {}", site.key("acme").await);
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("gs1-capture-error-behaviour", "proceed"),
    ];
    let body = document(json!([shipping(), { "type": "Nothing" }])).to_string();
    let reply = site
        .send(request(
            Method::POST,
            "/epcis/capture",
            &headers,
            Body::from(body),
        ))
        .await;
    let job = site
        .get(reply.is(202).header("location"), &headers)
        .await
        .json();
    assert_eq!(job["success"], false);
    assert_eq!(job["captureErrorBehaviour"], "proceed");
    assert_eq!(events(&site).await, 1);
}

#[tokio::test]
async fn nobody_tells_of_another_brand_s_things() {
    let site = Site::new().await;
    let job = site.capture("globex", json!([shipping()])).await;
    assert_eq!(job["success"], false);
    assert!(
        job["errors"][0]["detail"]
            .as_str()
            .unwrap()
            .contains("another brand")
    );
    // What nobody here owns may be told of.
    let foreign = observed(
        "https://id.gs1.org/00/395210000000000019",
        NOW,
        "shipping",
        "in_transit",
        "9506000900018",
    );
    let job = site.capture("globex", json!([foreign])).await;
    assert_eq!(job["success"], true, "{job}");
}

#[tokio::test]
async fn only_with_a_key_that_counts() {
    let site = Site::new().await;
    let send = async |authorization: &str, body: String| {
        let headers = [
            ("authorization", authorization),
            ("content-type", "application/json"),
        ];
        site.send(request(
            Method::POST,
            "/epcis/capture",
            &headers,
            Body::from(body),
        ))
        .await
    };
    let good = document(json!([shipping()])).to_string();
    for authorization in ["", "Bearer", "Bearer x", "Basic eDp5"] {
        let reply = send(authorization, good.clone()).await;
        reply.is(401);
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
    let key = site.key("acme").await;
    let bearer = format!("Bearer {key}");
    send(&bearer, "{".to_owned()).await.is(400);
    let reply = send(&bearer, " ".repeat(9 * 1024 * 1024)).await;
    assert_eq!(
        reply.is(413).json()["type"],
        "epcisException:CaptureLimitExceededException"
    );
    assert_eq!(reply.header("gs1-epcis-capture-limit"), "2000");
    let location = send(&bearer, good.clone())
        .await
        .is(202)
        .header("location")
        .to_owned();
    let other = format!("Bearer {}", site.key("globex").await);
    site.get(&location, &[("authorization", &other)])
        .await
        .is(404);
    site.get(&location, &[]).await.is(401);
    let now = site.app.clock.now();
    site.app
        .store
        .write(move |tx| {
            for row in tx.api_keys("acme")? {
                tx.revoke_api_key("acme", &row.digest, now)?;
            }
            Ok(())
        })
        .await
        .unwrap();
    send(&bearer, good).await.is(401);
}

#[tokio::test]
async fn an_identifier_stands_for_one_event() {
    let site = Site::new().await;
    let mut event = shipping();
    event["eventID"] = json!("urn:uuid:7c1b2a30-0000-4000-8000-000000000001");
    assert_eq!(site.capture("acme", json!([event])).await["success"], true);
    assert_eq!(site.capture("acme", json!([event])).await["success"], true);
    event["bizStep"] = json!("receiving");
    let job = site.capture("acme", json!([event])).await;
    assert_eq!(job["success"], false);
    assert_eq!(
        job["errors"][0]["instance"],
        "/epcisBody/eventList/0/eventID"
    );
}

#[tokio::test]
async fn a_taken_identifier_takes_the_document_with_it() {
    let site = Site::new().await;
    let mut event = shipping();
    event["eventID"] = json!("urn:uuid:7c1b2a30-0000-4000-8000-000000000001");
    assert_eq!(site.capture("acme", json!([event])).await["success"], true);
    let before = events(&site).await;
    event["bizStep"] = json!("receiving");
    let mut first = shipping();
    first["eventTime"] = json!("2026-11-02T08:00:00Z");
    // Taken on record, and taken by another event of the same document.
    let mut same = first.clone();
    same["eventID"] = json!("urn:uuid:7c1b2a30-0000-4000-8000-000000000002");
    let mut other = same.clone();
    other["bizStep"] = json!("receiving");
    for list in [json!([first, event]), json!([first, same, other])] {
        let job = site.capture("acme", list).await;
        assert_eq!(job["success"], false);
        assert_eq!(events(&site).await, before, "nothing of it is kept");
    }
}

#[tokio::test]
async fn a_journey_goes_back_through_what_it_was_made_from() {
    let site = Site::new().await;
    let leaf = "https://id.gs1.org/01/09506000100043/10/LEAF";
    let batch = format!("https://id.gs1.org/01/{TEA}/10/T1");
    let made = json!({
        "type": "TransformationEvent", "eventTime": "2026-01-10T08:00:00Z",
        "eventTimeZoneOffset": "+00:00", "bizStep": "creating_class_instance",
        "inputQuantityList": [{ "epcClass": leaf, "quantity": 5, "uom": "KGM" }],
        "outputQuantityList": [{ "epcClass": batch, "quantity": 100 }],
        "bizLocation": { "id": "https://id.gs1.org/414/9506000900018" },
    });
    let harvested = json!({
        "type": "ObjectEvent", "action": "ADD", "eventTime": "2025-09-01T08:00:00Z",
        "eventTimeZoneOffset": "+00:00", "bizStep": "https://acme.example/voc/BizStep-harvesting",
        "quantityList": [{ "epcClass": leaf, "quantity": 5, "uom": "KGM" }],
    });
    let job = site
        .capture("acme", json!([made, harvested, shipping()]))
        .await;
    assert_eq!(job["success"], true, "{job}");
    let answer = site
        .get(
            &format!("/01/{TEA}/21/TEA1"),
            &[("accept", "application/json")],
        )
        .await
        .json();
    let stops = answer["journey"].as_array().unwrap();
    let steps: Vec<_> = stops
        .iter()
        .map(|stop| {
            (
                stop["step"].as_str().unwrap(),
                stop["depth"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        steps,
        [
            ("harvesting", 1),
            ("creating_class_instance", 0),
            ("shipping", 0)
        ]
    );
    assert_eq!(stops[0]["about"], "Mug (LEAF)");
    assert_eq!(stops[0]["gap_days"], 131);
}
