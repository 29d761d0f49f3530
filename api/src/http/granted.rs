//! `/v1/granted`: what brands let an authority see, for its machines. Each look is in the brand's
//! access log.

use axum::{
    Json,
    extract::{OriginalUri, State},
    http::HeaderMap,
};
use wire::{
    convert::rfc3339,
    granted::{Grant, Grants, Look},
    problem::Problem,
};

use super::visitor::Visitor;
use crate::{
    access::Act,
    code::Code,
    error::ApiError,
    granted,
    key::{self, Holder},
    scope::Scope,
    state::{App, Shared},
    store::AccessEntry,
};

/// What was granted to the key's authority, by brand.
#[utoipa::path(
    get, path = "/v1/granted", tag = "granted",
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The grants that count.", body = Grants),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `granted`.", body = Problem),
    ),
)]
pub async fn list(State(app): State<Shared>, headers: HeaderMap) -> Result<Json<Grants>, ApiError> {
    let authority = authority(&app, &headers).await?;
    let grants = app.store.read(|db| db.grants_to(&authority)).await?;
    let grants = grants.into_iter().map(|grant| Grant {
        brand: grant.brand,
        gtin: grant.gtin,
        depth: grant.depth.id().to_owned(),
        given_at: rfc3339(grant.given_at),
    });
    Ok(Json(Grants {
        grants: grants.collect(),
    }))
}

/// A product, a batch or a pack, as deep as its brand lets the key's authority look. Where a pack or
/// a batch has been is told by `GET /v1/pedigree/{thing}` with the same key.
#[utoipa::path(
    get, path = "/v1/granted/{thing}", tag = "granted",
    params(
        ("thing" = String, Path, description = "The path of a Digital Link: `01/09506000134352`, with `/10/L7` or `/21/H2K7…` behind it."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "What is on record; without `unit` where the serial is on none.", body = Look),
        (status = 400, description = "No product is named.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `granted`.", body = Problem),
        (status = 404, description = "That was not granted, or doesn't exist.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Look>, ApiError> {
    let authority = authority(&app, &headers).await?;
    let path = uri.path().strip_prefix("/v1/granted/").unwrap_or_default();
    let code = Code::read(&format!("{}/{path}", gs1::CANONICAL_STEM), None, false);
    if code.is_broken() || code.gtin().is_none() {
        let told = "name a product, as 01/09506000134352, or a batch or pack of it";
        return Err(ApiError::Malformed(told.to_owned()));
    }
    let now = app.clock.now();
    app.limiter.look_up(visitor.client, &code, now)?;
    let own = app.clone();
    let look = app.store.write(move |tx| {
        let Some((look, _)) = granted::look(tx, &own.issue_key, &authority, &code)? else {
            return Ok(None);
        };
        tx.log_access(&looked(&authority, &look.brand, &look.path, now))?;
        Ok(Some(look))
    });
    look.await?.map(Json).ok_or(ApiError::NotFound)
}

/// A line of the brand's log about a machine's look.
pub(super) fn looked(authority: &str, brand: &str, path: &str, now: trace::Instant) -> AccessEntry {
    let subject = path.trim_start_matches('/');
    AccessEntry {
        organisation: brand.to_owned(),
        ..AccessEntry::of_machine(authority, Act::Looked, subject, now)
    }
}

async fn authority(app: &App, headers: &HeaderMap) -> Result<String, ApiError> {
    match key::holder(app, headers, Scope::Granted).await? {
        Holder::Authority(authority) => Ok(authority),
        Holder::Brand(_) | Holder::Partner(_) | Holder::Teller(_) => {
            Err(ApiError::Scope(Scope::Granted.id()))
        }
    }
}
