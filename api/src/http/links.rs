//! `/v1/links`: a brand's own links, by machines that keep them up to date.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Path, Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::{import::Link, problem::Problem};

use super::extract::{Json, named};
use crate::{
    access::Act,
    error::ApiError,
    key,
    link::{self, Fault},
    scope::Scope,
    state::Shared,
    store::{AccessEntry, Change, Tx},
};

/// Links a page.
const PAGE: i64 = 100;

/// The query of a list.
#[derive(Debug, Deserialize)]
pub struct After {
    #[serde(default)]
    after: String,
}

/// A page of links.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Links {
    /// In the order of their names.
    links: Vec<Link>,
    /// What the next page comes after; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// The links of the key's brand, a hundred at a time.
#[utoipa::path(
    get, path = "/v1/links", tag = "links",
    params(("after" = Option<String>, Query, description = "`next` of the page before.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The links.", body = Links),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `links`.", body = Problem),
    ),
)]
pub async fn list(
    State(app): State<Shared>,
    query: Result<Query<After>, QueryRejection>,
    headers: HeaderMap,
) -> Result<JsonResponse<Links>, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Links).await?;
    let after = query.map(|Query(query)| query.after).unwrap_or_default();
    let links = app
        .store
        .read(|db| db.links_after(&brand, &after, PAGE))
        .await?;
    let is_full = links.len() as i64 == PAGE;
    let next = links.last().filter(|_| is_full).map(|link| link.id.clone());
    Ok(JsonResponse(Links { links, next }))
}

/// One link of the key's brand.
#[utoipa::path(
    get, path = "/v1/links/{id}", tag = "links",
    params(("id" = String, Path, description = "What the brand calls it.")),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The link.", body = Link),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `links`.", body = Problem),
        (status = 404, description = "The brand has no such link.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<JsonResponse<Link>, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Links).await?;
    let link = app.store.read(|db| db.link(&brand, &id)).await?;
    link.map(JsonResponse).ok_or(ApiError::NotFound)
}

/// Puts a link in, or in the place of the one that the brand calls so. `brand` and `id` may be left
/// out of the body; where they stand there, they are the key's brand and the path's.
#[utoipa::path(
    put, path = "/v1/links/{id}", tag = "links",
    params(("id" = String, Path, description = "What the brand calls it: 1 to 64 letters, digits, hyphens, dots and underscores.")),
    request_body = Link,
    security(("api_key" = [])),
    responses(
        (status = 200, description = "It was there; this is it now.", body = Link),
        (status = 201, description = "It is new.", body = Link),
        (status = 400, description = "Not JSON, or no link.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `links`.", body = Problem),
        (status = 422, description = "A field is wrong.", body = Problem),
    ),
)]
pub async fn put(
    State(app): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Links).await?;
    let Json(body): Json<Value> = Json::from_request(request, &app).await?;
    let link: Link = named(body, "link", &[("brand", &brand), ("id", &id)])?;
    let entry = entry(&app, &brand, Act::LinkPut, &id);
    let written = link.clone();
    let change = app
        .store
        .write(move |tx| put_in(tx, &written, &entry))
        .await?
        .map_err(wrong)?;
    let status = match change {
        Change::Added => StatusCode::CREATED,
        Change::Changed | Change::Unchanged => StatusCode::OK,
    };
    Ok((status, JsonResponse(link)).into_response())
}

/// Takes a link out.
#[utoipa::path(
    delete, path = "/v1/links/{id}", tag = "links",
    params(("id" = String, Path, description = "What the brand calls it.")),
    security(("api_key" = [])),
    responses(
        (status = 204, description = "It is gone."),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `links`.", body = Problem),
        (status = 404, description = "The brand has no such link.", body = Problem),
    ),
)]
pub async fn delete(
    State(app): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Links).await?;
    let entry = entry(&app, &brand, Act::LinkRemoved, &id);
    let is_removed = app
        .store
        .write(move |tx| {
            let is_removed = tx.remove_link(&brand, &id)?;
            if is_removed {
                tx.log_access(&entry)?;
            }
            Ok(is_removed)
        })
        .await?;
    match is_removed {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(ApiError::NotFound),
    }
}

/// Through the same check as an import; what changes nothing is no line of the log.
fn put_in(
    tx: &Tx<'_>,
    link: &Link,
    entry: &AccessEntry,
) -> crate::store::Result<Result<Change, Vec<Fault>>> {
    let item = match link::check(tx, link)? {
        Ok(item) => item,
        Err(faults) => return Ok(Err(faults)),
    };
    let change = tx.put_link(&item, link)?;
    if change != Change::Unchanged {
        tx.log_access(entry)?;
    }
    Ok(Ok(change))
}

/// The first fault: a link has few fields.
fn wrong(faults: Vec<Fault>) -> ApiError {
    match faults.into_iter().next() {
        Some(fault) => ApiError::Field {
            field: fault.field,
            detail: format!("{}; {}", fault.what, fault.advice),
        },
        None => ApiError::Malformed("the link is wrong".to_owned()),
    }
}

fn entry(app: &crate::state::App, brand: &str, act: Act, id: &str) -> AccessEntry {
    AccessEntry {
        at: app.clock.now(),
        organisation: brand.to_owned(),
        by_organisation: brand.to_owned(),
        by_staff: String::new(),
        act: act.id().to_owned(),
        subject: id.to_owned(),
    }
}
