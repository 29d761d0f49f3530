//! `POST /v1/imports`: a brand's records, by its machines.

use axum::{
    Json as JsonResponse,
    extract::{Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use wire::{imported::ImportReport, problem::Problem};

use super::extract;
use crate::{
    access::Act,
    error::ApiError,
    import::{Mode, Sender},
    key::{self, Holder},
    role::Permission,
    scope::Scope,
    sent_import::{self, MAX_BODY},
    state::Shared,
    store::AccessEntry,
};

/// The query.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// A name that says what it is, such as `units.csv`.
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    mode: Kept,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kept {
    #[default]
    AllOrNothing,
    KeepGood,
}

/// Takes records of the key's brand: JSON Lines, or CSV with a header, as `touchstone import` does;
/// units need the scope `issue` too, and recalls the scope `recalls`. The same again changes nothing.
#[utoipa::path(
    post, path = "/v1/imports", tag = "records",
    params(
        ("mode" = Option<String>, Query, description = "`all-or-nothing`, the default, or `keep-good`."),
        ("name" = Option<String>, Query, description = "A file's name, where the beginning leaves a doubt: `….jsonl`, `units.csv`."),
    ),
    request_body(content = String, content_type = "application/octet-stream"),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "It is on record; with `keep-good`, what was good of it.", body = ImportReport),
        (status = 400, description = "Not UTF-8.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `records`.", body = Problem),
        (status = 413, description = "More than 8 MB; cut it, or have it imported by the command.", body = Problem),
        (status = 422, description = "Nothing was kept: what is wrong, by line.", body = ImportReport),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let (holder, scopes) = key::of(&app, &headers).await?;
    let brand = match holder {
        Holder::Brand(brand) if scopes.has(Scope::Records) => brand,
        Holder::Teller(_) => return Err(ApiError::ForPartner),
        _ => return Err(ApiError::Scope(Scope::Records.id())),
    };
    let Query(wanted) = wanted.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let opened = [
        (Scope::Records, Permission::Records),
        (Scope::Issue, Permission::Identities),
        (Scope::Recalls, Permission::Recalls),
    ];
    let opened = opened.into_iter().filter(|(scope, _)| scopes.has(*scope));
    let sender = Sender {
        brand: brand.clone(),
        may: opened.map(|(_, permission)| permission).collect(),
    };
    let body = extract::bytes(request, MAX_BODY).await?;
    let source = sent_import::source(wanted.name.as_deref().unwrap_or("body"), &body)?;
    let mode = match wanted.mode {
        Kept::AllOrNothing => Mode::AllOrNothing,
        Kept::KeepGood => Mode::KeepGood,
    };
    let entry = AccessEntry::of_machine(&brand, Act::Imported, "", app.clock.now());
    let report = sent_import::take(&app, sender, source, mode, entry).await?;
    let status = match report.is_kept {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, JsonResponse(sent_import::told(&report))).into_response())
}
