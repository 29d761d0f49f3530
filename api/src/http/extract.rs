//! Bodies in, with our own words where they are not what a route takes.

use axum::{
    extract::{FromRequest, Request},
    http::header,
};
use http_body_util::LengthLimitError;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::ApiError;

/// The largest body of most routes, in bytes.
pub const MAX_BODY: usize = 64 * 1024;

/// A JSON body.
#[derive(Debug)]
pub struct Json<T>(pub T);

/// An `application/x-www-form-urlencoded` body.
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Json<T>, ApiError> {
        // A form of another site can't send this type, so no token is needed here.
        json(request, MAX_BODY).await.map(Json)
    }
}

/// A JSON body of at most so many bytes.
pub(crate) async fn json<T: DeserializeOwned>(request: Request, max: usize) -> Result<T, ApiError> {
    need_type(&request, "application/json")?;
    let bytes = bytes(request, max).await?;
    serde_json::from_slice(&bytes).map_err(|error| ApiError::Malformed(error.to_string()))
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Form<T>, ApiError> {
        need_type(&request, "application/x-www-form-urlencoded")?;
        match axum::Form::<T>::from_request(request, state).await {
            Ok(axum::Form(form)) => Ok(Form(form)),
            Err(rejection) if rejection.status() == 413 => Err(ApiError::TooLarge(MAX_BODY)),
            Err(rejection) => Err(ApiError::Malformed(rejection.body_text())),
        }
    }
}

/// A record whose path says what it is called: its own fields of that name may be left out, and say
/// nothing else. `what` names it in a sentence.
pub(crate) fn named<T: DeserializeOwned>(
    mut body: Value,
    what: &str,
    names: &[(&'static str, &str)],
) -> Result<T, ApiError> {
    let fields = body
        .as_object_mut()
        .ok_or_else(|| ApiError::Malformed(format!("a {what} is a JSON object")))?;
    for (field, own) in names {
        let said = fields
            .entry(*field)
            .or_insert_with(|| Value::String((*own).to_owned()));
        if said != own {
            return Err(ApiError::Field {
                field,
                detail: format!("it is `{own}` here; leave it out"),
            });
        }
    }
    serde_json::from_value(body).map_err(|error| ApiError::Malformed(error.to_string()))
}

/// The body's bytes, at most what the route takes.
pub(crate) async fn bytes(request: Request, max: usize) -> Result<axum::body::Bytes, ApiError> {
    let body = axum::body::to_bytes(request.into_body(), max).await;
    body.map_err(|error| match error.into_inner().is::<LengthLimitError>() {
        true => ApiError::TooLarge(max),
        false => ApiError::Malformed("the body broke off".to_owned()),
    })
}

fn need_type(request: &Request, wanted: &'static str) -> Result<(), ApiError> {
    let sent = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .map(str::trim);
    match sent {
        Some(sent) if sent.eq_ignore_ascii_case(wanted) => Ok(()),
        _ => Err(ApiError::MediaType(wanted)),
    }
}
