//! Events in the order of an extension.

use axum::http::Method;
use serde_json::{Value, json};

use crate::{
    epcis_query::{Client, numbers},
    site::{Site, TEA, document, unit},
};

/// Six events, one an hour, each with what it says of its weight and grade, or nothing.
fn weighed() -> Value {
    let said = [
        json!({ "ex:weight": 10 }),
        json!({ "ex:weight": "9.5" }),
        json!({}),
        json!({ "ex:weight": "heavy", "ilmd": { "ex:grade": 2 } }),
        json!({ "ex:weight": "2026-11-02T09:00:00Z", "ilmd": { "ex:grade": 3 } }),
        json!({ "ex:weight": "Heavy" }),
    ];
    let events = (1..).zip(said).map(|(number, said)| {
        let mut event = json!({
            "type": "ObjectEvent", "action": "ADD", "eventID": format!("urn:x:{number}"),
            "eventTime": format!("2026-11-01T0{number}:00:00Z"), "eventTimeZoneOffset": "+00:00",
            "bizStep": "commissioning", "epcList": [unit(TEA, &format!("W{number}"))],
        });
        let fields = said.as_object().unwrap().clone();
        event.as_object_mut().unwrap().extend(fields);
        event
    });
    events.collect()
}

#[tokio::test]
async fn an_extension_sorts_and_pages_follow_each_other() {
    let site = Site::new().await;
    let client = Client::of(&site, "acme").await;
    let mut told = document(weighed());
    let context = told["@context"].as_array_mut().unwrap();
    context.push(json!({ "ex": "https://ns.example.com/epcis/" }));
    let reply = client.send(Method::POST, "/epcis/capture", &told).await;
    let job = client.get(reply.is(202).header("location")).await.json();
    assert_eq!(job["success"], true, "{job}");

    for (query, expected) in [
        ("orderBy=ex:weight&orderDirection=ASC", "215643"),
        // The newest first is the standard's default, and so the largest.
        ("orderBy=ex:weight", "465123"),
        (
            "orderBy=https://ns.example.com/epcis/weight&orderDirection=ASC",
            "215643",
        ),
        ("orderBy=ILMD_ex:grade&orderDirection=ASC", "451236"),
        ("orderBy=ex:weight&eventCountLimit=2", "46"),
        ("orderBy=ex:weight&GE_eventTime=2026-11-01T04:00:00Z", "465"),
        ("orderBy=ex:nothing", "123456"),
    ] {
        assert_eq!(client.ask(query).await, expected, "{query}");
    }

    let mut path = "/epcis/events?orderBy=ex:weight&orderDirection=ASC&perPage=2".to_owned();
    let mut given = Vec::new();
    loop {
        let reply = client.get(&path).await;
        given.push(numbers(&reply.is(200).json()));
        let Some(link) = reply.headers.get("link") else {
            break;
        };
        let link = link.to_str().unwrap();
        let (_, rest) = link.split_once('<').unwrap();
        rest.split_once('>').unwrap().0.clone_into(&mut path);
    }
    assert_eq!(given, ["21", "56", "43"]);
    let limited = "/epcis/events?orderBy=ex:weight&eventCountLimit=3&perPage=2";
    let reply = client.get(limited).await;
    assert_eq!(numbers(&reply.is(200).json()), "46");
    assert!(reply.headers.contains_key("link"));

    let wrong = client.get("/epcis/events?orderBy=color").await;
    assert!(wrong.is(400).text().contains("name of an extension"));
}
