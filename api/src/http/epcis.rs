//! `/epcis/capture`: events in, for a brand with an API key (EPCIS 2.0, section 12).

use axum::{
    Json,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use wire::{convert::rfc3339, problem::Problem};

use super::extract;
use crate::{
    capture::{self, ErrorBehaviour},
    error::ApiError,
    key, random,
    scope::Scope,
    state::Shared,
    store::Capture,
};

/// The largest document, in bytes.
pub const MAX_BODY: usize = 8 * 1024 * 1024;

const VERSION: HeaderName = HeaderName::from_static("gs1-epcis-version");

/// Captures a document. It is read and stored before the answer; the job says what became of it.
#[utoipa::path(
    post, path = "/epcis/capture", tag = "epcis",
    params(("GS1-Capture-Error-Behaviour" = Option<String>, Header, description = "`rollback` (default) or `proceed`.")),
    request_body(content = Object, description = "An EPCISDocument (EPCIS 2.0 JSON-LD).", content_type = "application/json"),
    security(("api_key" = [])),
    responses(
        (status = 202, description = "Taken; `Location` names the job."),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `capture`.", body = Problem),
        (status = 413, description = "Larger than 8 MB.", body = Problem),
    ),
)]
pub async fn capture(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Capture).await?;
    let behaviour = match headers
        .get("gs1-capture-error-behaviour")
        .map(HeaderValue::as_bytes)
    {
        None | Some(b"rollback") => ErrorBehaviour::Rollback,
        Some(b"proceed") => ErrorBehaviour::Proceed,
        Some(_) => {
            return Err(ApiError::Field {
                field: "GS1-Capture-Error-Behaviour",
                detail: "write `rollback` or `proceed`".to_owned(),
            });
        }
    };
    let bytes = extract::bytes(request, &app, MAX_BODY).await?;
    let document: Value =
        serde_json::from_slice(&bytes).map_err(|error| ApiError::Malformed(error.to_string()))?;
    let now = app.clock.now();
    let id = random::hex(&random::bytes::<16>()?);
    let location = format!("/epcis/capture/{id}");
    let finished = app.clock.clone();
    app.store
        .write(move |tx| {
            let captured = capture::store(tx, &brand, &document, behaviour, &id, now)?;
            tx.put_capture(&Capture {
                id: id.clone(),
                brand: brand.clone(),
                created_at: now,
                finished_at: finished.now(),
                is_success: captured.faults.is_empty(),
                error_behaviour: match behaviour {
                    ErrorBehaviour::Rollback => "rollback",
                    ErrorBehaviour::Proceed => "proceed",
                }
                .to_owned(),
                faults: captured.faults,
            })
        })
        .await?;
    let mut response = StatusCode::ACCEPTED.into_response();
    let headers = response.headers_mut();
    if let Ok(location) = HeaderValue::from_str(&location) {
        headers.insert(header::LOCATION, location);
    }
    headers.insert(VERSION, HeaderValue::from_static("2.0.0"));
    Ok(response)
}

/// A capture job of the key's brand.
#[utoipa::path(
    get, path = "/epcis/capture/{id}", tag = "epcis",
    params(("id" = String, Path, description = "As `Location` named it.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The job with its errors, each with a JSON Pointer in `instance`."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `capture`.", body = Problem),
        (status = 404, description = "No such job of this brand.", body = Problem),
    ),
)]
pub async fn job(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Capture).await?;
    let job = app
        .store
        .read(|db| db.capture(&brand, &id))
        .await?
        .ok_or(ApiError::NotFound)?;
    let errors: Vec<Value> = job
        .faults
        .iter()
        .map(|fault| {
            json!({
                "type": "epcisException:ValidationException",
                "title": "EPCIS document or events are not valid",
                "status": 400,
                "detail": fault.detail,
                "instance": fault.pointer,
            })
        })
        .collect();
    let body = json!({
        "captureID": job.id,
        "createdAt": rfc3339(job.created_at),
        "finishedAt": rfc3339(job.finished_at),
        "running": false,
        "success": job.is_success,
        "captureErrorBehaviour": job.error_behaviour,
        "errors": errors,
    });
    let version = HeaderValue::from_static("2.0.0");
    Ok(([(VERSION, version)], Json(body)).into_response())
}
