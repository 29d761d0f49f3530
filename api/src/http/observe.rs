//! Every request has a number, is counted, and leaves a line in the log: without its path, since a
//! path holds a serial, and without an address.

use std::{
    cell::RefCell,
    future::poll_fn,
    hash::{BuildHasher, RandomState},
    pin::pin,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method},
    response::Response,
};

use super::client::Client;
use crate::{metrics::NO_ROUTE, state::App};

/// Whose lines are about requests.
pub const TARGET: &str = "api::request";

/// The header that carries the number.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A request's number, as it is in the log, in the answer's header and in a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub Arc<str>);

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
            .map_or_else(RequestId::new, |text| RequestId(text.into()))
    }

    /// Of no meaning: a count, hashed with a secret of the process.
    fn new() -> RequestId {
        static SECRET: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let number = SECRET.hash_one(COUNT.fetch_add(1, Ordering::Relaxed));
        let digits: [u8; 12] = std::array::from_fn(|place| {
            let digit = (number >> (60 - 4 * place)) & 0xf;
            b"0123456789abcdef"[digit as usize]
        });
        RequestId(String::from_utf8_lossy(&digits).into())
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

thread_local! {
    /// The number of the request that this thread is busy with.
    static NUMBER: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
}

/// The number of the request that this thread is busy with.
#[must_use]
pub fn number() -> Option<Arc<str>> {
    NUMBER.with_borrow(Clone::clone)
}

/// A thread's turn at a request, which ends even where it panics.
struct Turn<'n>(&'n mut Option<Arc<str>>);

impl<'n> Turn<'n> {
    fn begin(number: &'n mut Option<Arc<str>>) -> Turn<'n> {
        NUMBER.with_borrow_mut(|known| std::mem::swap(known, number));
        Turn(number)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        NUMBER.with_borrow_mut(|known| std::mem::swap(known, self.0));
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

    /// What is logged meanwhile carries its number; see [`number`]. A span of `tracing` would do so,
    /// too, and cost more than all else that is done around a request.
    pub async fn numbered<F: Future>(&self, answer: F) -> F::Output {
        let mut answer = pin!(answer);
        let mut own = Some(self.id.0.clone());
        poll_fn(move |context| {
            let _turn = Turn::begin(&mut own);
            answer.as_mut().poll(context)
        })
        .await
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
            target: TARGET,
            id = &*id.0, %method, route, status, ms,
            "request.done: {method} {route} {status} in {ms:.1} ms"
        );
        // Letters, digits, hyphens and underscores.
        if let Ok(value) = HeaderValue::from_str(&id.0) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
    }
}
