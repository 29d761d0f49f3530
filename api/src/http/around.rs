//! What happens around every request, in its order: two functions, because each layer of a router
//! costs about as much as reading a unit does.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tracing::Instrument as _;

use super::{cache, client, limit::Form, observe::Observed, problem, security::Security, visitor};
use crate::{error::ApiError, state::Shared};

/// From a request's head to its answer; a photo from a slow phone has longer.
const DEADLINE: Duration = Duration::from_secs(15);
const PHOTO_DEADLINE: Duration = Duration::from_secs(90);

/// Around everything: whose request it is, its number, and the headers of its answer.
pub async fn outside(State(app): State<Shared>, mut request: Request, next: Next) -> Response {
    client::identify(&app, &mut request);
    let observed = Observed::begin(&mut request);
    let security = Security::of(&request);
    let language = visitor::language_cookie(&app, &request);
    let asked = request.uri().clone();
    let mut response = next.run(request).instrument(observed.span()).await;
    cache::put(&asked, &mut response);
    security.put(response.headers_mut());
    if let Some(cookie) = language {
        response
            .headers_mut()
            .append(axum::http::header::SET_COOKIE, cookie);
    }
    observed.end(&app, &mut response);
    response
}

/// Around the routes alone: limits, the deadline, and problems in the words of whoever asked.
pub async fn inside(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let (asker, request) = problem::Asker::of(&app, request);
    let response = match Form::admit(&app, &request) {
        Err(error) => error.into_response(),
        Ok(form) => {
            let response = in_time(request, next).await;
            if let Some(form) = form {
                form.answered(&app, &response);
            }
            response
        }
    };
    problem::render(&app, asker, response)
}

/// Ends a request that trickles in.
async fn in_time(request: Request, next: Next) -> Response {
    let limit = match request.uri().path() {
        "/scan" => PHOTO_DEADLINE,
        _ => DEADLINE,
    };
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => ApiError::Slow.into_response(),
    }
}
