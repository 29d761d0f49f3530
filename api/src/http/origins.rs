//! Requests from the pages of brands: an origin that a brand lists may read the answer (Fetch, CORS).
//!
//! No cookie comes with such a request, and none is kept of its answer.

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::visitor::Visitor;
use crate::{
    error::ApiError,
    origins,
    registration::code_of_path,
    state::{App, Shared},
};

const METHODS: HeaderValue = HeaderValue::from_static("POST");
const HEADERS: HeaderValue = HeaderValue::from_static("Content-Type, Idempotency-Key");
const A_DAY: HeaderValue = HeaderValue::from_static("86400");
const ORIGIN: HeaderValue = HeaderValue::from_static("Origin");

/// The listed origin of another site that a request comes from.
#[derive(Clone, Debug)]
pub struct Listed(HeaderValue);

/// Around routes that pages of brands may use.
pub async fn listed(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::of(&mut parts, &app);
    let origin = match another(&parts.headers, &visitor) {
        None => None,
        Some((text, value)) => match app.store.read(|db| origins::is_listed(db, &text)).await {
            Ok(is_listed) => is_listed.then_some(value),
            Err(error) => return ApiError::from(error).into_response(),
        },
    };
    let Some(origin) = origin else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    let is_preflight = parts.method == Method::OPTIONS;
    parts.extensions.insert(Listed(origin.clone()));
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.append(header::VARY, ORIGIN);
    if is_preflight {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, A_DAY);
    }
    response
}

/// The answer to a preflight; [`listed`] says who may go on.
pub async fn preflight() -> Response {
    (StatusCode::NO_CONTENT, [(header::ALLOW, METHODS)]).into_response()
}

/// Refuses a brand's page that asks about another brand's product.
pub async fn check(
    app: &App,
    listed: Option<Extension<Listed>>,
    path: &str,
) -> Result<(), ApiError> {
    let Some(Extension(Listed(origin))) = listed else {
        return Ok(());
    };
    let code = code_of_path(path)?;
    let gtin = code.gtin().ok_or(ApiError::NoUnit)?;
    let origin = origin.to_str().unwrap_or_default();
    let own = app.store.read(|db| origins::of_product(db, gtin)).await?;
    match own.iter().any(|listed| listed == origin) {
        true => Ok(()),
        false => Err(ApiError::Origin(origin.to_owned())),
    }
}

/// The origin of a request where that is another site's.
fn another(headers: &HeaderMap, visitor: &Visitor) -> Option<(String, HeaderValue)> {
    let value = headers.get(header::ORIGIN)?;
    let text = value.to_str().ok()?;
    (*text != *visitor.origin).then(|| (text.to_owned(), value.clone()))
}
