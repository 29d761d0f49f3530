//! What happens around every request, in its order: two functions, because each layer of a router
//! costs about as much as reading a unit does.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{
    cache, client,
    limit::Form,
    observe::{Observed, Route},
    problem,
    security::Security,
    visitor,
};
use crate::{error::ApiError, keyring, state::Shared};

/// From a request's head to its answer; a photo from a slow phone has longer.
const DEADLINE: Duration = Duration::from_secs(15);
const PHOTO_DEADLINE: Duration = Duration::from_secs(90);

/// As [`around`], around the router.
pub async fn outside(State(app): State<Shared>, request: Request, next: Next) -> Response {
    around(&app, request, None, |request| next.run(request)).await
}

/// As [`within`], around the router's routes.
pub async fn inside(State(app): State<Shared>, request: Request, next: Next) -> Response {
    within(&app, request, |request| next.run(request)).await
}

/// Around everything: whose request it is, its number, and the headers of its answer.
pub async fn around<F: Future<Output = Response>>(
    app: &Shared,
    mut request: Request,
    route: Option<Route>,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    client::identify(app, &mut request);
    let observed = Observed::begin(&mut request, route);
    let security = Security::of(&request);
    let language = visitor::language_cookie(app, &request);
    let asked = request.uri().clone();
    let mut response = observed.numbered(answer(request)).await;
    cache::put(&asked, &mut response);
    security.put(response.headers_mut());
    if let Some(cookie) = language {
        response
            .headers_mut()
            .append(axum::http::header::SET_COOKIE, cookie);
    }
    observed.end(app, &mut response);
    response
}

/// Around the routes alone: whose products the device has open, limits, the deadline, and problems in the words of whoever asked.
pub async fn within<F: Future<Output = Response>>(
    app: &Shared,
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    let (request, identified) = keyring::identify(app, request).await;
    let (asker, request) = problem::Asker::of(app, request);
    let response = match identified.and_then(|()| Form::admit(app, &request)) {
        Err(error) => error.into_response(),
        Ok(form) => {
            let response = in_time(request, answer).await;
            if let Some(form) = form {
                form.answered(app, &response);
            }
            response
        }
    };
    problem::render(app, asker, response)
}

/// Ends a request that trickles in.
async fn in_time<F: Future<Output = Response>>(
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    let limit = match request.uri().path() {
        "/scan" => PHOTO_DEADLINE,
        _ => DEADLINE,
    };
    match tokio::time::timeout(limit, answer(request)).await {
        Ok(response) => response,
        Err(_) => ApiError::Slow.into_response(),
    }
}
