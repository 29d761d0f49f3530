//! Subscriptions over WebSockets, with a client of another's making.

use std::time::Duration;

use api::{
    scope::Scope,
    server::{Limits, Listener, serve},
};
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tokio::{
    net::{TcpListener, TcpSocket, TcpStream},
    sync::watch,
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, client::IntoClientRequest},
};

use crate::site::{Reply, Site, TEA, observed, request, unit};

/// How long anything may take before a test gives up.
const LIMIT: Duration = Duration::from_secs(20);

fn event(time: &str, step: &str) -> Value {
    observed(
        &unit(TEA, "TEA1"),
        time,
        step,
        "in_transit",
        "9506000900018",
    )
}

struct Running {
    site: Site,
    address: std::net::SocketAddr,
    bearer: String,
    _end: watch::Sender<bool>,
}

impl Running {
    /// A server with a query for what was shipped.
    async fn start() -> Running {
        let site = Site::new().await;
        let key = site.key_with("acme", &[Scope::Capture, Scope::Query]).await;
        let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = socket.local_addr().unwrap();
        let (end, ended) = watch::channel(false);
        let listeners = vec![Listener { socket, tls: None }];
        let router = site.router.clone();
        tokio::spawn(serve(listeners, router, Limits::default(), ended));
        let running = Running {
            site,
            address,
            bearer: format!("Bearer {key}"),
            _end: end,
        };
        let query = json!({ "name": "shipped", "query": { "EQ_bizStep": ["shipping"] } });
        let kept = running
            .send(Method::POST, "/epcis/queries", &query, &[])
            .await;
        assert_eq!(kept.status, 201, "{}", kept.text());
        running
    }

    async fn send(&self, method: Method, path: &str, body: &Value, more: &[(&str, &str)]) -> Reply {
        let mut headers = vec![("authorization", &self.bearer[..])];
        headers.extend(more);
        let body = Body::from(body.to_string());
        self.site.send(request(method, path, &headers, body)).await
    }

    /// Captures an event at an hour, and lets it settle.
    async fn capture(&self, hour: u8, step: &str) {
        let event = event(&format!("2026-11-24T{hour:02}:00:00Z"), step);
        let reply = self.send(Method::POST, "/epcis/events", &event, &[]).await;
        assert_eq!(reply.status, 201, "{}", reply.text());
        self.site.pass(3_000);
    }

    async fn open(&self, what: &str) -> WebSocketStream<TcpStream> {
        let stream = TcpStream::connect(self.address).await.unwrap();
        self.open_on(stream, what).await
    }

    async fn open_on(&self, stream: TcpStream, what: &str) -> WebSocketStream<TcpStream> {
        let path = format!("ws://{}/epcis/queries/shipped/events?{what}", self.address);
        let mut request = path.into_client_request().unwrap();
        let bearer = self.bearer.parse().unwrap();
        request.headers_mut().insert("authorization", bearer);
        client_async(request, stream).await.unwrap().0
    }

    /// How many sockets are open, once that is so many.
    async fn wait_for_open(&self, count: usize) {
        let open = async {
            while self.site.app.sockets.open() != count {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        assert!(timeout(LIMIT, open).await.is_ok(), "not {count} are open");
    }
}

/// What a socket says next: the hours of the events of a document, or why it was closed.
async fn next(socket: &mut WebSocketStream<TcpStream>) -> String {
    loop {
        let message = timeout(LIMIT, socket.next())
            .await
            .expect("nothing is said");
        match message {
            Some(Ok(Message::Text(text))) => return hours(&text),
            Some(Ok(Message::Close(Some(frame)))) => {
                return format!("{} {}", u16::from(frame.code), frame.reason);
            }
            Some(Ok(Message::Ping(_))) => {}
            other => return format!("{other:?}"),
        }
    }
}

fn hours(text: &str) -> String {
    let document: Value = serde_json::from_str(text).unwrap();
    assert_eq!(document["type"], "EPCISQueryDocument");
    let results = &document["epcisBody"]["queryResults"];
    assert_eq!(results["queryName"], "shipped");
    assert!(results["subscriptionID"].is_string());
    let events = results["resultsBody"]["eventList"].as_array().unwrap();
    let hours = events
        .iter()
        .map(|event| event["eventTime"].as_str().unwrap()[11..13].to_owned());
    hours.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn what_is_captured_is_told_while_it_is_open() {
    let running = Running::start().await;
    running.capture(1, "shipping").await;
    let mut socket = running.open("stream=true").await;
    running.capture(2, "receiving").await;
    running.capture(3, "shipping").await;
    assert_eq!(next(&mut socket).await, "03");
    running.capture(4, "shipping").await;
    assert_eq!(next(&mut socket).await, "04");
    socket.close(None).await.unwrap();
    running.wait_for_open(0).await;
}

#[tokio::test]
async fn what_was_captured_before_is_told_from_a_time_on() {
    let running = Running::start().await;
    running.capture(1, "shipping").await;
    running.capture(2, "shipping").await;
    let since = "stream=true&initialRecordTime=2026-11-24T12:00:01Z";
    let mut socket = running.open(since).await;
    assert_eq!(next(&mut socket).await, "02");
}

#[tokio::test]
async fn a_schedule_is_kept() {
    let running = Running::start().await;
    let mut socket = running.open("minute=30&reportIfEmpty=true").await;
    running.wait_for_open(1).await;
    running.capture(1, "shipping").await;
    running.site.pass(30 * 60_000);
    assert_eq!(next(&mut socket).await, "01");
    running.site.pass(60 * 60_000);
    assert_eq!(next(&mut socket).await, "");
}

#[tokio::test]
async fn why_a_socket_is_closed() {
    let running = Running::start().await;
    let mut socket = running.open("stream=true").await;
    let gone = running
        .send(Method::DELETE, "/epcis/queries/shipped", &Value::Null, &[])
        .await;
    assert_eq!(gone.status, 204);
    assert_eq!(next(&mut socket).await, "1000 the query was deleted");
    running.wait_for_open(0).await;

    let running = Running::start().await;
    let mut socket = running.open("stream=true").await;
    running.wait_for_open(1).await;
    let app = running.site.app.clone();
    let ended = tokio::spawn(async move { app.sockets.end().await });
    assert_eq!(next(&mut socket).await, "1001 the server ends; come again");
    timeout(LIMIT, ended).await.unwrap().unwrap();
    // Whoever comes now is told the same.
    let mut late = running.open("stream=true").await;
    assert_eq!(next(&mut late).await, "1001 the server ends; come again");
}

#[tokio::test]
async fn who_takes_nothing_is_let_go() {
    let running = Running::start().await;
    let small = TcpSocket::new_v4().unwrap();
    small.set_recv_buffer_size(4_096).unwrap();
    let stream = small.connect(running.address).await.unwrap();
    let socket = running.open_on(stream, "stream=true").await;
    running.wait_for_open(1).await;
    // More than lies between two ends of a connection.
    let padding = "x".repeat(350_000);
    let events: Vec<Value> = (0..20)
        .map(|minute| {
            let mut event = event(&format!("2026-11-24T01:{minute:02}:00Z"), "shipping");
            event["example:padding"] = Value::from(&padding[..]);
            event
        })
        .collect();
    let document = json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", { "example": "https://example.com/" }],
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-11-24T12:00:00Z",
        "epcisBody": { "eventList": events },
    });
    let reply = running
        .send(Method::POST, "/epcis/capture", &document, &[])
        .await;
    assert_eq!(reply.status, 202, "{}", reply.text());
    running.site.pass(3_000);
    running.wait_for_open(0).await;
    drop(socket);
}

#[tokio::test]
async fn what_is_refused() {
    let running = Running::start().await;
    let upgrade = [
        ("upgrade", "websocket"),
        ("connection", "upgrade"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    let check = async |query: &str, status: u16, said: &str| {
        let path = format!("/epcis/queries/{query}");
        let reply = running
            .send(Method::GET, &path, &Value::Null, &upgrade)
            .await;
        assert_eq!(reply.status, status, "{query}: {}", reply.text());
        assert!(reply.text().contains(said), "{query}: {}", reply.text());
    };
    check("nothing/events?stream=true", 404, "NoSuchNameException").await;
    check("shipped/events", 400, "SubscriptionControlsException").await;
    check(
        "shipped/events?stream=true&hour=1",
        400,
        "SubscriptionControlsException",
    )
    .await;
    check(
        "shipped/events?hour=24",
        400,
        "SubscriptionControlsException",
    )
    .await;
    check("shipped/events?stream=yes", 400, "QueryParameterException").await;
    check(
        "shipped/events?stream=true&perPage=5",
        400,
        "QueryParameterException",
    )
    .await;
    check(
        "shipped/events?stream=true&initialRecordTime=x",
        400,
        "ValidationException",
    )
    .await;
    // Without a connection that could become one.
    check("shipped/events?stream=true", 400, "ValidationException").await;
    let nobody = request(
        Method::GET,
        "/epcis/queries/shipped/events?stream=true",
        &upgrade,
        Body::empty(),
    );
    assert_eq!(
        running.site.send(nobody).await.status,
        StatusCode::UNAUTHORIZED
    );
    let other = running.site.key_with("acme", &[Scope::Capture]).await;
    let bearer = format!("Bearer {other}");
    let mut headers = upgrade.to_vec();
    headers.push(("authorization", &bearer));
    let lacking = request(
        Method::GET,
        "/epcis/queries/shipped/events?stream=true",
        &headers,
        Body::empty(),
    );
    assert_eq!(
        running.site.send(lacking).await.status,
        StatusCode::FORBIDDEN
    );
}
