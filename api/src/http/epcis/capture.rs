//! `/epcis/capture`: documents in, and what became of them (EPCIS 2.0, section 12.6).

use axum::{
    extract::{Path, Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use trace::Instant;
use wire::{convert::rfc3339, problem::Problem};

use super::{CBV_VERSION, MAX_BODY, VERSION, answer, document_body, insert};
use crate::{
    capture::{self, ErrorBehaviour},
    epcis::{ExceptionKind, read_document},
    error::ApiError,
    event_page::{self, Paging},
    key, random,
    scope::Scope,
    state::Shared,
    store::Capture,
};

/// Captures a document. It is read and stored before the answer; the job says what became of it.
#[utoipa::path(
    post, path = "/epcis/capture", tag = "epcis",
    params(("GS1-Capture-Error-Behaviour" = Option<String>, Header, description = "`rollback` (default) or `proceed`.")),
    request_body(content = Object, description = "An EPCISDocument or EPCISQueryDocument: EPCIS 2.0 in JSON-LD, or 2.0 or 1.2 in XML (`application/xml`).", content_type = "application/json"),
    security(("api_key" = [])),
    responses(
        (status = 202, description = "Taken; `Location` names the job."),
        (status = 400, description = "No EPCIS document: `epcisException:ValidationException`, with the places in `errors`.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `capture`.", body = Problem),
        (status = 413, description = "More than 8 MB, 2,000 events or 25,000 names: `epcisException:CaptureLimitExceededException`.", body = Problem),
        (status = 415, description = "Neither JSON nor XML.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Capture).await?;
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
    let document = document_body(request, MAX_BODY).await?;
    // Reading takes a while, and nobody waits for it at the store.
    let document = tokio::task::spawn_blocking(move || read_document(&document))
        .await
        .map_err(|error| ApiError::Internal(error.into()))??;
    let now = app.clock.now();
    let id = random::hex(&random::bytes::<16>()?);
    let id = format!("{}{id}", teller.prefix());
    let brand = teller.brand;
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
    insert(headers, header::LOCATION, &location);
    headers.insert(VERSION, HeaderValue::from_static("2.0.0"));
    headers.insert(CBV_VERSION, HeaderValue::from_static("2.0.0"));
    Ok(response)
}

/// The capture jobs of the key's brand, the newest first; by a key that was made for a partner, its
/// own. Of a partner's, `captureID` begins with `by:` and its identifier.
#[utoipa::path(
    get, path = "/epcis/capture", tag = "epcis",
    params(
        ("perPage" = Option<u64>, Query, description = "Up to 1,000; 30 where it is missing."),
        ("nextPageToken" = Option<String>, Query, description = "As the `Link` header of the page before has it."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The jobs; `Link` names the next page."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `capture`.", body = Problem),
    ),
)]
pub async fn jobs(
    State(app): State<Shared>,
    headers: HeaderMap,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Capture).await?;
    let (paging, _) = Paging::of(pairs)?;
    let before = match &paging.token {
        Some(token) => event_page::name_of(token, "capture")?,
        None => String::new(),
    };
    let before = before.split_once(' ');
    let before = before.and_then(|(time, id)| Some((Instant(time.parse().ok()?), id)));
    let limit = paging.per_page;
    let mut jobs = app
        .store
        .read(|db| db.captures(&teller.brand, &teller.prefix(), before, limit + 1))
        .await?;
    let is_more = jobs.len() > limit;
    jobs.truncate(limit);
    let body: Vec<Value> = jobs.iter().map(body).collect();
    let mut response = answer(StatusCode::OK, &Value::Array(body));
    if let Some(last) = jobs.last().filter(|_| is_more) {
        let name = format!("{} {}", last.created_at.0, last.id);
        paging.link(
            &mut response,
            "/epcis/capture",
            &[],
            &event_page::name_token(&name, "capture"),
        );
    }
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
    let teller = key::teller(&app, &headers, Scope::Capture).await?;
    let job = app.store.read(|db| db.capture(&teller.brand, &id)).await?;
    let job = job.filter(|job| job.id.starts_with(&teller.prefix()));
    let job = job.ok_or_else(|| {
        ExceptionKind::NoSuchResource
            .because("There is no such capture job. Read `Location` again.")
    })?;
    Ok(answer(StatusCode::OK, &body(&job)))
}

fn body(job: &Capture) -> Value {
    let kind = ExceptionKind::Validation;
    let errors: Vec<Value> = job
        .faults
        .iter()
        .map(|fault| {
            json!({
                "type": kind.name(),
                "title": kind.title(),
                "status": kind.status().as_u16(),
                "detail": fault.detail,
                "instance": fault.pointer,
            })
        })
        .collect();
    json!({
        "captureID": job.id,
        "createdAt": rfc3339(job.created_at),
        "finishedAt": rfc3339(job.finished_at),
        "running": false,
        "success": job.is_success,
        "captureErrorBehaviour": job.error_behaviour,
        "errors": errors,
    })
}
