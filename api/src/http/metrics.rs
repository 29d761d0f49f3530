//! `GET /metrics`: for Prometheus.
//!
//! On the port that people use, only the machine itself is answered; `--metrics-listen` opens a port
//! of its own, for a network that only the operator reaches.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::client::Client;
use crate::{error::ApiError, state::Shared};

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");

/// To the machine itself; to everybody else there is nothing here.
pub async fn local(
    State(app): State<Shared>,
    client: Option<axum::Extension<Client>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let client = client.map(|axum::Extension(client)| client);
    // A proxy on this machine that nobody named with `--trusted-proxy` gives itself away.
    let is_passed_on = ["forwarded", "x-forwarded-for", "x-real-ip", "via"]
        .iter()
        .any(|name| headers.contains_key(*name));
    let is_local = client.is_none_or(|client| client.address.is_loopback()) && !is_passed_on;
    if !is_local {
        return Err(ApiError::NotFound);
    }
    Ok(all(State(app)).await)
}

/// To whoever reaches the port.
pub async fn all(State(app): State<Shared>) -> Response {
    let text = app.metrics.text() + &app.store.traffic().text();
    ([(header::CONTENT_TYPE, TEXT)], text).into_response()
}
