//! `/v1/signals`: what a brand should look into, and what it found nothing wrong with.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
};
use serde::{Deserialize, Serialize};
use wire::{convert::rfc3339, problem::Problem};

use super::extract::Json;
use crate::{
    access::Act,
    error::ApiError,
    key,
    scope::Scope,
    state::Shared,
    store::{AccessEntry, SignalRow},
    watch,
};

/// Signals a page.
const PAGE: i64 = 100;

/// The query of a list.
#[derive(Debug, Deserialize)]
pub struct After {
    #[serde(default)]
    after: String,
}

/// Something to look into.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Signal {
    /// A path of GS1's: a unit (`01/…/21/…`), a batch (`01/…/10/…`) or a product (`01/…`).
    subject: String,
    /// Its name, as in the table of signals; `burst` for a product whose serials are tried.
    signal: String,
    /// What it weighs; of a batch its units there, of a burst its serials on that day.
    weight: u32,
    /// When it was first seen, RFC 3339.
    first_at: String,
    /// When it was last seen, RFC 3339.
    last_at: String,
    /// When staff found nothing wrong, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    dismissed_at: Option<String>,
}

/// A page of signals.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Signals {
    /// By subject and name.
    signals: Vec<Signal>,
    /// What the next page comes after; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Which signal was looked into.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// As the list has it.
    subject: String,
    /// As the list has it.
    signal: String,
}

/// The signals of the key's brand, a hundred at a time, dismissed ones too.
#[utoipa::path(
    get, path = "/v1/signals", tag = "signals",
    params(("after" = Option<String>, Query, description = "`next` of the page before.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The signals.", body = Signals),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `signals`.", body = Problem),
    ),
)]
pub async fn list(
    State(app): State<Shared>,
    query: Result<Query<After>, QueryRejection>,
    headers: HeaderMap,
) -> Result<JsonResponse<Signals>, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Signals).await?;
    let after = query.map(|Query(query)| query.after).unwrap_or_default();
    let after = after.split_once(' ').unwrap_or((&after, ""));
    let rows = app
        .store
        .read(|db| db.signals_after(&brand, after, PAGE))
        .await?;
    let is_full = rows.len() as i64 == PAGE;
    let next = rows.last().filter(|_| is_full);
    let next = next.map(|row| format!("{} {}", row.subject, row.signal));
    let signals = rows.into_iter().map(Signal::from).collect();
    Ok(JsonResponse(Signals { signals, next }))
}

/// Says that a signal was looked into and nothing is wrong: it weighs nothing from now on, of that
/// unit or batch. Other signals weigh what they did.
#[utoipa::path(
    post, path = "/v1/signals/dismissals", tag = "signals",
    request_body = Dismissal,
    security(("api_key" = [])),
    responses(
        (status = 204, description = "It weighs nothing any more."),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `signals`.", body = Problem),
        (status = 404, description = "The brand has no such signal.", body = Problem),
    ),
)]
pub async fn dismiss(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<StatusCode, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Signals).await?;
    let Json(dismissal): Json<Dismissal> = Json::from_request(request, &app).await?;
    let now = app.clock.now();
    let Dismissal { subject, signal } = dismissal;
    let entry = AccessEntry {
        at: now,
        organisation: brand.clone(),
        by_organisation: brand.clone(),
        by_staff: String::new(),
        act: Act::SignalDismissed.id().to_owned(),
        subject: format!("{subject}: {signal}"),
    };
    let is_there = app
        .store
        .write(move |tx| {
            let is_there = watch::dismiss(tx, &brand, &subject, &signal, "", now)?;
            if is_there {
                tx.log_access(&entry)?;
            }
            Ok(is_there)
        })
        .await?;
    match is_there {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(ApiError::NotFound),
    }
}

impl From<SignalRow> for Signal {
    fn from(row: SignalRow) -> Signal {
        Signal {
            subject: row.subject,
            signal: row.signal,
            weight: row.weight,
            first_at: rfc3339(row.first_at),
            last_at: rfc3339(row.last_at),
            dismissed_at: row.dismissed_at.map(rfc3339),
        }
    }
}
