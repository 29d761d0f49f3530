//! Every request has a number, is counted, and leaves a line in the log: without its path, since a
//! path holds a serial, and without an address.

use std::{
    hash::{BuildHasher, RandomState},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument as _;

use super::client::Client;
use crate::{metrics::NO_ROUTE, state::Shared};

/// The header that carries the number.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A request's number, as it is in the log, in the answer's header and in a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

impl RequestId {
    /// The trusted proxy's number where it is a plain one, or a new one.
    fn of(client: Option<&Client>, headers: &HeaderMap) -> RequestId {
        let is_plain = |text: &&str| {
            (8..=64).contains(&text.len())
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        client
            .filter(|client| client.is_forwarded)
            .and_then(|_| headers.get(REQUEST_ID)?.to_str().ok())
            .filter(is_plain)
            .map_or_else(RequestId::new, |text| RequestId(text.to_owned()))
    }

    /// Of no meaning: a count, hashed with a secret of the process.
    fn new() -> RequestId {
        static SECRET: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let number = SECRET.hash_one(COUNT.fetch_add(1, Ordering::Relaxed));
        RequestId(format!("{:012x}", number >> 16))
    }
}

/// Numbers, counts and logs a request.
pub async fn observe(State(app): State<Shared>, mut request: Request, next: Next) -> Response {
    let start = Instant::now();
    let id = RequestId::of(request.extensions().get::<Client>(), request.headers());
    request.extensions_mut().insert(id.clone());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let span = tracing::error_span!("request", id = id.0);
    let mut response = next.run(request).instrument(span).await;

    let (status, took) = (response.status(), start.elapsed());
    let route = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    app.metrics.answered(route, &method, status, took);
    let (ms, status) = (took.as_secs_f64() * 1000.0, status.as_u16());
    tracing::info!(
        target: "api::request",
        id = id.0, %method, route, status, ms,
        "request.done: {method} {route} {status} in {ms:.1} ms"
    );
    // Letters, digits, hyphens and underscores.
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}
