//! The way in: a request → its answer.
//!
//! Nearly every request is for one of two routes. These go straight to their handlers, with the same
//! things around them as around all others; the rest goes through the router.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Router,
    extract::{FromRequest as _, OriginalUri, Request, State},
    http::{HeaderValue, Method, header},
    response::{IntoResponse, Response},
};
use tower::{Service, ServiceExt as _};

use crate::{
    http::{
        around, digital_link, extract::Json, observe::Route, resolver, verify, visitor::Visitor,
    },
    state::Shared,
};

/// The whole server, as one service.
#[derive(Clone, Debug)]
pub struct Front {
    app: Shared,
    router: Router,
}

impl Front {
    pub(crate) fn new(app: Shared, router: Router) -> Front {
        Front { app, router }
    }
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // A router is always ready.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match Straight::of(&request) {
            Some(straight) => {
                let app = self.app.clone();
                Box::pin(async move { Ok(straight.answer(app, request).await) })
            }
            None => Box::pin(self.router.clone().oneshot(request)),
        }
    }
}

/// A route that is answered without the router.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Straight {
    /// `GET /01/…`
    Link,
    /// `POST /v1/verify`
    Verify,
}

impl Straight {
    /// `None` for any other. An answer that is to be compressed takes the long way, too: that costs
    /// more than the router does.
    fn of(request: &Request) -> Option<Straight> {
        if request.headers().contains_key(header::ACCEPT_ENCODING) {
            return None;
        }
        match (request.method(), request.uri().path()) {
            (&Method::GET, path) if path.len() > "/01/".len() && path.starts_with("/01/") => {
                Some(Straight::Link)
            }
            (&Method::POST, "/v1/verify") => Some(Straight::Verify),
            _ => None,
        }
    }

    /// As the router has it.
    fn route(self) -> &'static str {
        match self {
            Straight::Link => "/01/{*rest}",
            Straight::Verify => "/v1/verify",
        }
    }

    async fn answer(self, app: Shared, request: Request) -> Response {
        let route = Route::Known(self.route());
        let inside = |request| {
            around::within(&app, request, |request| async {
                // Boxed here, at the innermost: what is around it would have to carry it along.
                let answer: Pin<Box<dyn Future<Output = Response> + Send>> = match self {
                    Straight::Link => Box::pin(link(app.clone(), request)),
                    Straight::Verify => Box::pin(check(app.clone(), request)),
                };
                answer.await
            })
        };
        let mut response = around::around(&app, request, Some(route), inside).await;
        // As what compresses says.
        response
            .headers_mut()
            .append(header::VARY, HeaderValue::from_static("accept-encoding"));
        response
    }
}

async fn link(app: Shared, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let visitor = Visitor::of(&mut parts, &app);
    let uri = OriginalUri(parts.uri);
    let answered = digital_link::get(State(app), visitor, parts.headers, uri).await;
    let response = answered.unwrap_or_else(IntoResponse::into_response);
    resolver::readable(response, false)
}

async fn check(app: Shared, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::of(&mut parts, &app);
    let headers = parts.headers.clone();
    let answered = match Json::from_request(Request::from_parts(parts, body), &app).await {
        Ok(asked) => verify::post(State(app), visitor, headers, asked).await,
        Err(error) => Err(error),
    };
    answered.unwrap_or_else(IntoResponse::into_response)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[track_caller]
    fn check(method: &str, path: &str, accept_encoding: bool, expected: Option<Straight>) {
        let mut request = Request::builder().method(method).uri(path);
        if accept_encoding {
            request = request.header(header::ACCEPT_ENCODING, "br");
        }
        let request = request.body(Body::empty()).unwrap();
        assert_eq!(Straight::of(&request), expected, "{method} {path}");
    }

    #[test]
    fn two_routes_and_no_other() {
        check("GET", "/01/09506000134352", false, Some(Straight::Link));
        check("GET", "/01/1/21/2?17=1", false, Some(Straight::Link));
        check("POST", "/v1/verify", false, Some(Straight::Verify));
        check("GET", "/01/09506000134352", true, None);
        check("POST", "/v1/verify", true, None);
        check("HEAD", "/01/09506000134352", false, None);
        check("OPTIONS", "/01/09506000134352", false, None);
        check("GET", "/01/", false, None);
        check("GET", "/v1/verify", false, None);
        check("POST", "/v1/verify/", false, None);
        check("GET", "/00/09506000134352", false, None);
    }
}
