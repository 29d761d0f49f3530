//! Webhook subscriptions, told by a real connection.

use std::sync::{Arc, Mutex};

use api::{
    scope::Scope,
    subscription::{Sender, Targets, deliver, signature},
};
use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Method, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::site::{Reply, Site, TEA, observed, request, unit};

/// Somebody who is told.
struct Subscriber {
    address: String,
    got: Arc<Mutex<Vec<(String, String)>>>,
    answer: Arc<Mutex<StatusCode>>,
}

impl Subscriber {
    async fn start() -> Subscriber {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/hook?x=1", listener.local_addr().unwrap());
        let got = Arc::new(Mutex::new(Vec::new()));
        let answer = Arc::new(Mutex::new(StatusCode::OK));
        let (keep, say) = (got.clone(), answer.clone());
        let hook = async move |headers: HeaderMap, body: Bytes| {
            let signature = headers
                .get("gs1-signature")
                .map_or("", |value| value.to_str().unwrap());
            let body = String::from_utf8(body.to_vec()).unwrap();
            keep.lock().unwrap().push((signature.to_owned(), body));
            *say.lock().unwrap()
        };
        let router = Router::new().route_service("/hook", post(hook).with_state(()));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Subscriber {
            address,
            got,
            answer,
        }
    }

    /// What came since it was asked last, by the event's hour.
    fn told(&self) -> Vec<String> {
        let got = std::mem::take(&mut *self.got.lock().unwrap());
        let hours = got.iter().map(|(_, body)| {
            let document: Value = serde_json::from_str(body).unwrap();
            assert_eq!(document["type"], "EPCISQueryDocument");
            let events = document["epcisBody"]["queryResults"]["resultsBody"]["eventList"].clone();
            let events = events.as_array().unwrap().clone();
            let hours = events
                .iter()
                .map(|event| event["eventTime"].as_str().unwrap()[11..13].to_owned());
            hours.collect::<Vec<_>>().join(" ")
        });
        hours.collect()
    }
}

struct Client<'s> {
    site: &'s Site,
    bearer: String,
    sender: Sender,
}

impl Client<'_> {
    async fn of<'s>(site: &'s Site, brand: &str) -> Client<'s> {
        let key = site.key_with(brand, &[Scope::Capture, Scope::Query]).await;
        Client {
            site,
            bearer: format!("Bearer {key}"),
            sender: Sender::new(Targets::Loopback).unwrap(),
        }
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Reply {
        let headers = [("authorization", &self.bearer[..])];
        let body = Body::from(body.to_string());
        self.site.send(request(method, path, &headers, body)).await
    }

    /// Keeps a query for a step and subscribes to it; where the subscription is.
    async fn subscribe(&self, subscriber: &Subscriber, more: Value) -> String {
        let query = json!({ "name": "shipped", "query": { "EQ_bizStep": ["shipping"] } });
        self.send(Method::POST, "/epcis/queries", &query).await;
        let mut wanted = json!({ "dest": subscriber.address, "signatureToken": "secret" });
        wanted
            .as_object_mut()
            .unwrap()
            .append(more.clone().as_object_mut().unwrap());
        let reply = self
            .send(
                Method::POST,
                "/epcis/queries/shipped/subscriptions",
                &wanted,
            )
            .await;
        assert_eq!(reply.status, 201, "{}", reply.text());
        assert!(!reply.text().contains("secret"));
        reply.header("location").to_owned()
    }

    async fn capture(&self, hour: u8, step: &str) {
        let time = format!("2026-11-20T{hour:02}:00:00Z");
        let event = observed(
            &unit(TEA, "TEA1"),
            &time,
            step,
            "in_transit",
            "9506000900018",
        );
        self.send(Method::POST, "/epcis/events", &event)
            .await
            .is(201);
    }

    /// A while later, whatever is due.
    async fn deliver(&self, seconds: i64) -> usize {
        self.site.pass(seconds * 1_000);
        let now = self.site.app.clock.now();
        deliver(&self.site.app.store, &self.sender, now)
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn a_stream_is_told_of_each_event_once_and_in_order() {
    let site = Site::new().await;
    let (acme, subscriber) = (Client::of(&site, "acme").await, Subscriber::start().await);
    acme.capture(1, "shipping").await;
    let location = acme.subscribe(&subscriber, json!({ "stream": true })).await;
    acme.deliver(10).await;
    assert_eq!(subscriber.told(), [""; 0], "what was before it is not told");
    for (hour, step) in [(2, "shipping"), (3, "packing"), (4, "shipping")] {
        acme.capture(hour, step).await;
    }
    acme.deliver(10).await;
    let (signed, body) = subscriber.got.lock().unwrap()[0].clone();
    assert_eq!(signed, signature("secret", &body, site.app.clock.now()));
    assert!(body.contains("\"queryName\":\"shipped\""));
    assert_eq!(subscriber.told(), ["02 04"]);
    acme.deliver(10).await;
    assert_eq!(subscriber.told(), [""; 0]);
    let told = acme
        .send(Method::GET, &location, &Value::Null)
        .await
        .is(200)
        .json();
    assert_eq!(told["stream"], true);
    assert_eq!(told["lastNotifiedAt"], "2026-11-24T12:00:20Z");
    assert_eq!(told["signatureToken"], Value::Null);
    acme.send(Method::DELETE, &location, &Value::Null)
        .await
        .is(204);
    acme.send(Method::DELETE, &location, &Value::Null)
        .await
        .is(404);
    acme.capture(5, "shipping").await;
    acme.deliver(10).await;
    assert_eq!(subscriber.told(), [""; 0]);
}

#[tokio::test]
async fn whoever_doesn_t_answer_is_told_later() {
    let site = Site::new().await;
    let (acme, subscriber) = (Client::of(&site, "acme").await, Subscriber::start().await);
    acme.subscribe(&subscriber, json!({ "stream": true })).await;
    acme.capture(2, "shipping").await;
    for status in [
        StatusCode::INTERNAL_SERVER_ERROR,
        StatusCode::TEMPORARY_REDIRECT,
    ] {
        *subscriber.answer.lock().unwrap() = status;
        assert_eq!(acme.deliver(10).await, 0);
        assert_eq!(subscriber.told(), ["02"], "{status}");
    }
    *subscriber.answer.lock().unwrap() = StatusCode::OK;
    // The waits grow: 2 seconds, then 4.
    assert_eq!(acme.deliver(1).await, 0);
    acme.capture(3, "shipping").await;
    assert_eq!(acme.deliver(5).await, 1);
    assert_eq!(subscriber.told(), ["02 03"]);
}

#[tokio::test]
async fn a_schedule_gathers_until_it_is_due() {
    let site = Site::new().await;
    let (acme, subscriber) = (Client::of(&site, "acme").await, Subscriber::start().await);
    let schedule = json!({ "schedule": { "minute": "30" }, "reportIfEmpty": true });
    acme.subscribe(&subscriber, schedule).await;
    acme.capture(2, "shipping").await;
    acme.deliver(60).await;
    acme.capture(3, "shipping").await;
    acme.deliver(60).await;
    assert_eq!(subscriber.told(), [""; 0]);
    acme.deliver(1_800).await;
    assert_eq!(subscriber.told(), ["02 03"]);
    acme.deliver(60).await;
    assert_eq!(subscriber.told(), [""; 0]);
    // Nothing new is told, too, where that is wanted.
    acme.deliver(3_600).await;
    assert_eq!(subscriber.told(), [""]);
}

#[tokio::test]
async fn it_may_begin_in_the_past() {
    let site = Site::new().await;
    let (acme, subscriber) = (Client::of(&site, "acme").await, Subscriber::start().await);
    acme.capture(1, "shipping").await;
    site.pass(60_000);
    acme.capture(2, "shipping").await;
    let initial = json!({ "stream": true, "initialRecordTime": "2026-11-24T12:00:30Z" });
    acme.subscribe(&subscriber, initial).await;
    acme.deliver(10).await;
    assert_eq!(subscriber.told(), ["02"]);
}

#[tokio::test]
async fn another_brand_s_events_are_not_told() {
    let site = Site::new().await;
    let (globex, subscriber) = (Client::of(&site, "globex").await, Subscriber::start().await);
    let location = globex
        .subscribe(&subscriber, json!({ "stream": true }))
        .await;
    let acme = Client::of(&site, "acme").await;
    acme.capture(2, "shipping").await;
    acme.deliver(10).await;
    assert_eq!(subscriber.told(), [""; 0]);
    acme.send(Method::GET, &location, &Value::Null)
        .await
        .is(404);
    acme.send(Method::DELETE, &location, &Value::Null)
        .await
        .is(404);
    acme.send(
        Method::POST,
        "/epcis/queries/shipped/subscriptions",
        &json!({}),
    )
    .await
    .is(404);
}

#[tokio::test]
async fn what_can_t_be_subscribed() {
    let site = Site::new().await;
    let acme = Client::of(&site, "acme").await;
    let query = json!({ "name": "all", "query": {} });
    acme.send(Method::POST, "/epcis/queries", &query)
        .await
        .is(201);
    let good = "https://a.example/";
    for (body, kind) in [
        (json!({ "stream": true }), "Validation"),
        (json!({ "dest": "a.example", "stream": true }), "Validation"),
        (
            json!({ "dest": "http://a.example/", "stream": true }),
            "Validation",
        ),
        (
            json!({ "dest": "https://10.0.0.1/", "stream": true }),
            "Validation",
        ),
        (
            json!({ "dest": "https://169.254.169.254/", "stream": true }),
            "Validation",
        ),
        (
            json!({ "dest": good, "stream": true, "signatureToken": 5 }),
            "Validation",
        ),
        (
            json!({ "dest": good, "stream": true, "initialRecordTime": "now" }),
            "Validation",
        ),
        (json!({ "dest": good }), "SubscriptionControls"),
        (
            json!({ "dest": good, "stream": false }),
            "SubscriptionControls",
        ),
        (
            json!({ "dest": good, "stream": true, "schedule": { "hour": "1" } }),
            "SubscriptionControls",
        ),
        (
            json!({ "dest": good, "schedule": { "hour": "25" } }),
            "SubscriptionControls",
        ),
        (
            json!({ "dest": good, "schedule": { "dayOfMonth": "31", "month": "2" } }),
            "SubscriptionControls",
        ),
    ] {
        let reply = acme
            .send(Method::POST, "/epcis/queries/all/subscriptions", &body)
            .await;
        assert_eq!(reply.status, 400, "{body}");
        let expected = format!("epcisException:{kind}Exception");
        assert_eq!(reply.json()["type"], expected, "{body}");
    }
    // A name may turn out to be inside when it is looked up: nothing is sent there.
    let inside = json!({ "dest": "https://localhost:1/", "stream": true });
    acme.send(Method::POST, "/epcis/queries/all/subscriptions", &inside)
        .await
        .is(201);
    acme.capture(2, "shipping").await;
    let strict = Client {
        sender: Sender::new(Targets::Public).unwrap(),
        ..Client::of(&site, "acme").await
    };
    assert_eq!(strict.deliver(10).await, 0);
    // With its query, a subscription goes.
    acme.send(Method::DELETE, "/epcis/queries/all", &Value::Null)
        .await
        .is(204);
    acme.send(
        Method::GET,
        "/epcis/queries/all/subscriptions",
        &Value::Null,
    )
    .await
    .is(404);
}
