//! Problems as whoever asked can read them: a page for a browser, RFC 9457 JSON for a program.

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use wire::problem::Problem;

use super::{accept, observe::RequestId, visitor::Visitor};
use crate::{error::ApiError, pages, state::Shared};

/// Writes the body of every problem that came from inside.
pub async fn render(
    State(app): State<Shared>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    let wants_page = accept::wants_page(request.headers());
    let path = request
        .uri()
        .path_and_query()
        .map_or_else(|| "/".to_owned(), ToString::to_string);
    let id = request.extensions().get::<RequestId>().cloned();
    let response = next.run(request).await;
    let Some(mut problem) = response.extensions().get::<Problem>().cloned() else {
        return response;
    };
    problem.instance = id.map(|RequestId(id)| id);
    tracing::info!(
        status = problem.status,
        kind = problem.kind,
        "request.refused with {}: {}",
        problem.status,
        problem.kind
    );
    let mut headers = response.headers().clone();
    headers.remove(header::CONTENT_TYPE);
    headers.remove(header::CONTENT_LENGTH);
    if problem.status == 503 {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    if problem.kind.ends_with("/unauthorized") {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    let status = response.status();
    let mut rendered = if wants_page {
        pages::problem(&app, &visitor, &path, &problem).into_response()
    } else {
        let json = HeaderValue::from_static("application/problem+json");
        ([(header::CONTENT_TYPE, json)], Json(&problem)).into_response()
    };
    *rendered.status_mut() = status;
    for (name, value) in &headers {
        rendered.headers_mut().append(name, value.clone());
    }
    rendered
}

/// Nothing is here.
pub async fn not_found() -> ApiError {
    ApiError::NotFound
}

/// Not in this way.
pub async fn wrong_method() -> ApiError {
    ApiError::Method
}
