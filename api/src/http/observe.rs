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
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method},
    response::Response,
};
use tracing::Span;

use super::client::Client;
use crate::{metrics::NO_ROUTE, state::App};

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

/// A route, as it is counted.
#[derive(Clone, Debug)]
pub enum Route {
    /// As the router found it.
    Matched(MatchedPath),
    /// As it was known before any router looked.
    Known(&'static str),
}

impl Route {
    /// Its template.
    #[must_use]
    pub fn template(&self) -> &str {
        match self {
            Route::Matched(path) => path.as_str(),
            Route::Known(template) => template,
        }
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub struct Observed {
    start: Instant,
    id: RequestId,
    route: Option<Route>,
    method: Method,
}

impl Observed {
    /// Numbers it; its route is the router's, where none is given.
    pub fn begin(request: &mut Request, route: Option<Route>) -> Observed {
        let id = RequestId::of(request.extensions().get::<Client>(), request.headers());
        request.extensions_mut().insert(id.clone());
        Observed {
            start: Instant::now(),
            id,
            route: route.or_else(|| {
                let matched = request.extensions().get::<MatchedPath>();
                matched.cloned().map(Route::Matched)
            }),
            method: request.method().clone(),
        }
    }

    /// What is logged meanwhile carries its number.
    #[must_use]
    pub fn span(&self) -> Span {
        tracing::error_span!("request", id = self.id.0)
    }

    /// Counts and logs it.
    pub fn end(self, app: &App, response: &mut Response) {
        let Observed {
            start,
            id,
            route,
            method,
        } = self;
        let (status, took) = (response.status(), start.elapsed());
        let route = route.as_ref().map_or(NO_ROUTE, Route::template);
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
    }
}
