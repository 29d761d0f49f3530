//! An answer as JSON.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::error::ApiError;

const TYPE: HeaderValue = HeaderValue::from_static("application/json");

/// What most answers about a unit fit in, in bytes.
const ROOM: usize = 2048;

/// As `axum::Json`, whose buffer grows as it is written: several times for each of these.
pub fn response(value: &impl Serialize) -> Response {
    let mut body = Vec::with_capacity(ROOM);
    match serde_json::to_writer(&mut body, value) {
        Ok(()) => ([(header::CONTENT_TYPE, TYPE)], body).into_response(),
        Err(error) => ApiError::Internal(error.into()).into_response(),
    }
}
