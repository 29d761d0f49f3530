//! What lies beside `/epcis/events`: what events name, queries with a name, single events, jobs.

use axum::{body::Body, http::Method};
use serde_json::{Value, json};

use crate::{
    engine,
    epcis_query::{BOX, Client, GATE, WORKS, events, numbers, pages, site},
    site::{Site, TEA, document, moment, request, unit},
};

#[tokio::test]
async fn what_events_name() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    let members = async |resource: &str| {
        let pages = pages(&acme, &format!("/epcis/{resource}")).await;
        let all = pages
            .iter()
            .flat_map(|page| page["member"].as_array().unwrap().clone());
        Value::Array(all.collect())
    };
    assert_eq!(
        members("eventTypes").await,
        json!(["AggregationEvent", "ObjectEvent", "TransformationEvent"])
    );
    assert_eq!(
        members("bizSteps?perPage=2").await,
        json!(["destroying", "packing", "sensor_reporting", "shipping"])
    );
    assert_eq!(
        members("dispositions").await,
        json!(["in_progress", "in_transit"])
    );
    assert_eq!(members("bizLocations").await, json!([WORKS]));
    assert_eq!(
        members("readPoints").await,
        json!([WORKS, GATE, "urn:x:truck"])
    );
    let epcs = members("epcs?perPage=1").await;
    assert!(epcs.as_array().unwrap().contains(&json!(BOX)), "{epcs}");
    assert_eq!(epcs.as_array().unwrap().len(), 5, "{epcs}");
    let below = acme.get("/epcis/bizSteps/shipping").await.is(200).json();
    assert_eq!(below["member"], json!(["events"]));
    let encoded = BOX.replace(':', "%3A").replace('/', "%2F");
    for (path, expected) in [
        ("bizSteps/shipping", "3"),
        ("eventTypes/AggregationEvent", "2"),
        ("dispositions/in_transit", "3"),
        ("readPoints/urn%3Ax%3Atruck", "4"),
        ("bizLocations/urn%3Aepc%3Aid%3Asgln%3A9506000.90001.0", "2"),
        (&format!("epcs/{encoded}"), "23"),
    ] {
        let document = acme
            .get(&format!("/epcis/{path}/events"))
            .await
            .is(200)
            .json();
        assert_eq!(numbers(&document), expected, "{path}");
    }
    let document = acme
        .get(&format!("/epcis/epcs/{encoded}/events?EQ_bizStep=shipping"))
        .await
        .json();
    assert_eq!(numbers(&document), "3");
    let top = acme.get("/epcis").await.is(200).json();
    assert!(top["member"].as_array().unwrap().contains(&json!("events")));
}

#[tokio::test]
async fn what_is_spoken_here() {
    let site = Site::empty();
    for (path, allowed) in [
        ("/epcis", "OPTIONS, GET"),
        ("/epcis/capture", "OPTIONS, GET, POST"),
        ("/epcis/events/x", "OPTIONS, GET"),
        ("/epcis/queries/x", "OPTIONS, GET, DELETE"),
    ] {
        let reply = site
            .send(request(Method::OPTIONS, path, &[], Body::empty()))
            .await;
        reply.is(204);
        assert_eq!(reply.header("allow"), allowed, "{path}");
        assert_eq!(reply.header("gs1-epcis-version"), "2.0.0");
        assert_eq!(reply.header("gs1-cbv-max"), "2.0.0");
    }
    let reply = site
        .send(request(
            Method::OPTIONS,
            "/epcis/capture",
            &[],
            Body::empty(),
        ))
        .await;
    assert_eq!(reply.header("gs1-epcis-capture-limit"), "2000");
    assert_eq!(reply.header("gs1-capture-error-behaviour"), "all");
}

#[tokio::test]
async fn queries_with_a_name() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    let globex = Client::of(&site, "globex").await;
    let moved = json!({ "name": "moved", "query": { "EQ_bizStep": ["shipping", "packing"], "orderBy": "eventTime" } });
    let reply = acme.send(Method::POST, "/epcis/queries", &moved).await;
    assert_eq!(reply.is(201).header("location"), "/epcis/queries/moved");
    let again = acme
        .send(Method::POST, "/epcis/queries", &moved)
        .await
        .is(409)
        .json();
    assert_eq!(
        again["type"],
        "epcisException:ResourceAlreadyExistsException"
    );
    assert_eq!(acme.get("/epcis/queries").await.json(), json!([moved]));
    assert_eq!(acme.get("/epcis/queries/moved").await.json(), moved);
    let given: Vec<String> = pages(&acme, "/epcis/queries/moved/events?perPage=1")
        .await
        .iter()
        .map(numbers)
        .collect();
    assert_eq!(given, ["3", "2"]);
    acme.get("/epcis/queries/moved/events?EQ_action=ADD")
        .await
        .is(400);
    // Globex has none of it.
    globex.get("/epcis/queries/moved").await.is(404);
    globex
        .send(Method::DELETE, "/epcis/queries/moved", &Value::Null)
        .await
        .is(404);
    assert_eq!(globex.get("/epcis/queries").await.json(), json!([]));
    for (name, query, kind) in [
        ("a b", json!({}), "ValidationException"),
        ("x", json!(null), "ValidationException"),
        (
            "x",
            json!({ "EQ_color": ["red"] }),
            "QueryParameterException",
        ),
        (
            "x",
            json!({ "eventCountLimit": 3 }),
            "QueryParameterException",
        ),
    ] {
        let body = json!({ "name": name, "query": query });
        let problem = acme
            .send(Method::POST, "/epcis/queries", &body)
            .await
            .is(400)
            .json();
        assert_eq!(problem["type"], format!("epcisException:{kind}"), "{body}");
    }
    acme.send(Method::DELETE, "/epcis/queries/moved", &Value::Null)
        .await
        .is(204);
    let problem = acme.get("/epcis/queries/moved/events").await.is(404).json();
    assert_eq!(problem["type"], "epcisException:NoSuchNameException");
}

#[tokio::test]
async fn one_event_at_a_time() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    let mut event = events()[2].clone();
    let reply = acme.send(Method::POST, "/epcis/events", &event).await;
    assert_eq!(
        reply.is(201).header("location"),
        "/epcis/events/urn%3Ax%3A3"
    );
    // The same again is the same; another under its identifier is refused.
    acme.send(Method::POST, "/epcis/events", &event)
        .await
        .is(201);
    assert_eq!(acme.ask("").await, "3");
    event["bizStep"] = json!("receiving");
    let problem = acme
        .send(Method::POST, "/epcis/events", &event)
        .await
        .is(409)
        .json();
    assert_eq!(
        problem["type"],
        "epcisException:ResourceAlreadyExistsException"
    );
    event["eventID"] = json!(null);
    let fields = event.as_object_mut().unwrap();
    fields.remove("eventID");
    let reply = acme.send(Method::POST, "/epcis/events", &event).await;
    let location = reply.is(201).header("location").to_owned();
    assert!(
        location.starts_with("/epcis/events/ni%3A%2F%2F%2Fsha-256%3B"),
        "{location}"
    );
    acme.get(&location).await.is(200);
    event["bizStep"] = json!("vanishing");
    let problem = acme
        .send(Method::POST, "/epcis/events", &event)
        .await
        .is(400)
        .json();
    assert_eq!(problem["errors"][0]["pointer"], "/bizStep");
    let globex = Client::of(&site, "globex").await;
    let theirs = json!({
        "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-11-01T08:00:00Z",
        "eventTimeZoneOffset": "+00:00", "epcList": [unit(TEA, "TEA1")],
    });
    globex
        .send(Method::POST, "/epcis/events", &theirs)
        .await
        .is(400);
}

#[tokio::test]
async fn capture_jobs_are_listed() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    for _ in 0..3 {
        acme.send(Method::POST, "/epcis/capture", &document(events()))
            .await
            .is(202);
        site.pass(1_000);
    }
    let pages = pages(&acme, "/epcis/capture?perPage=2").await;
    let counts: Vec<usize> = pages
        .iter()
        .map(|page| page.as_array().unwrap().len())
        .collect();
    assert_eq!(counts, [2, 1]);
    assert!(pages[0][0]["createdAt"].as_str() > pages[0][1]["createdAt"].as_str());
    let globex = Client::of(&site, "globex").await;
    assert_eq!(globex.get("/epcis/capture").await.json(), json!([]));
}

#[tokio::test]
async fn what_can_t_be_answered() {
    let site = site().await;
    let acme = Client::of(&site, "acme").await;
    let send = async |path: &str, name: &'static str, value: &str| {
        let headers = [("authorization", &acme.bearer[..]), (name, value)];
        let (method, body) = match name {
            "content-type" => (Method::POST, Body::from("<epcis/>")),
            _ => (Method::GET, Body::empty()),
        };
        let reply = site.send(request(method, path, &headers, body)).await;
        (reply.status.as_u16(), reply.text())
    };
    for accept in ["application/xml", "text/csv", "application/json;q=0"] {
        let (status, said) = send("/epcis/events", "accept", accept).await;
        assert_eq!(status, 406, "{accept}");
        assert!(
            said.contains("epcisException:NotAcceptableException"),
            "{said}"
        );
    }
    for accept in [
        "*/*",
        "application/xml, application/json;q=0.5",
        "application/ld+json",
    ] {
        assert_eq!(
            send("/epcis/events", "accept", accept).await.0,
            200,
            "{accept}"
        );
    }
    for (name, value, expected) in [
        ("gs1-epcis-min", "2.0.0", 200),
        ("gs1-epcis-min", "1.2", 200),
        ("gs1-epcis-min", "2.1.0", 406),
        ("gs1-epcis-max", "1.2.0", 406),
        ("gs1-cbv-max", "2.0.0", 200),
        ("gs1-cbv-max", "1.2", 406),
        ("gs1-cbv-min", "x", 406),
        ("gs1-epc-format", "No_Preference", 200),
        ("gs1-epc-format", "Always_EPC_URN", 406),
    ] {
        let (status, said) = send("/epcis/events", name, value).await;
        assert_eq!(status, expected, "{name}: {value}: {said}");
    }
    for (path, kind) in [
        ("/epcis/capture", "text/csv"),
        ("/epcis/events", "text/csv"),
        ("/epcis/events", "application/xml"),
    ] {
        let (status, said) = send(path, "content-type", kind).await;
        assert_eq!(status, 415, "{path}");
        assert!(
            said.contains("epcisException:UnsupportedMediaTypeException"),
            "{said}"
        );
    }
    let long = format!("/epcis/events?EQ_eventID={}", "x".repeat(20_000));
    let (status, said) = send(&long, "accept", "*/*").await;
    assert_eq!(status, 414);
    assert!(
        said.contains("epcisException:URITooLongException"),
        "{said}"
    );
}

#[tokio::test]
async fn identifiers_leave_as_links_where_that_is_asked_for() {
    let site = Site::new().await;
    let event = json!({
        "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-11-20T08:00:00Z",
        "eventTimeZoneOffset": "+00:00", "epcList": ["urn:epc:id:sgtin:9506000.010001.TEA1"],
        "bizStep": "shipping", "readPoint": { "id": "urn:epc:id:sgln:9506000.90001.0" },
    });
    site.capture("acme", json!([event])).await;
    let acme = Client::of(&site, "acme").await;
    for (format, expected) in [
        ("Never_Translates", "urn:epc:id:sgtin:9506000.010001.TEA1"),
        (
            "Always_GS1_Digital_Link",
            "https://id.gs1.org/01/09506000100012/21/TEA1",
        ),
    ] {
        let headers = [
            ("authorization", &acme.bearer[..]),
            ("gs1-epc-format", format),
        ];
        for path in ["/epcis/events", "/epcis/bizSteps/shipping/events"] {
            let reply = site.get(path, &headers).await;
            let found = reply.is(200).json();
            let event = &found["epcisBody"]["queryResults"]["resultsBody"]["eventList"][0];
            assert_eq!(event["epcList"][0], expected, "{path}");
        }
    }
}

/// Rows as a program from before there were queries has written them.
#[tokio::test]
async fn events_of_before_are_found() {
    let site = Site::new().await;
    for event in events().as_array().unwrap() {
        let sql = format!(
            "insert into event (digest, brand, event_time, record_time, capture, body)
             values ('{}', 'acme', {}, 0, '', '{event}')",
            api::epcis::digest(event),
            moment(event["eventTime"].as_str().unwrap()).0,
        );
        engine::raw(&site.address, &sql);
    }
    let acme = Client::of(&site, "acme").await;
    assert_eq!(acme.ask("EQ_bizStep=shipping").await, "");
    let is_more = site
        .app
        .store
        .write(|tx| tx.index_more_events())
        .await
        .unwrap();
    assert!(!is_more);
    assert_eq!(acme.ask("EQ_bizStep=shipping").await, "3");
    assert_eq!(acme.ask("EXISTS_errorDeclaration=").await, "5!");
    assert_eq!(acme.ask("EQ_eventID=urn:x:5").await, "55!");
    let steps = acme.get("/epcis/bizSteps").await.json();
    assert_eq!(steps["member"].as_array().unwrap().len(), 4);
}
