//! `/v1/recalls`: a brand's recalls, by its machines.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Path, Request, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::Value;
use wire::{
    import::Recall,
    imported::{ImportReport, PublishedRecall},
    problem::Problem,
};

use super::extract::{Json, named};
use crate::{
    access::Act, error::ApiError, key, scope::Scope, sent_import, state::Shared, store::AccessEntry,
};

/// The recalls of the key's brand, by identifier; those that were taken back, too.
#[utoipa::path(
    get, path = "/v1/recalls", tag = "recalls",
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The recalls.", body = Vec<Recall>),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `recalls`.", body = Problem),
    ),
)]
pub async fn list(
    State(app): State<Shared>,
    headers: HeaderMap,
) -> Result<JsonResponse<Vec<Recall>>, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Recalls).await?;
    let recalls = app.store.read(|db| db.recalls_of_brand(&brand)).await?;
    let recalls = recalls.into_iter().map(|recall| recall.record);
    Ok(JsonResponse(recalls.collect()))
}

/// Publishes a recall, or changes it; with `withdrawn`, takes it back. Every answer from then on says
/// so, and whoever follows a pack that it covers is told.
#[utoipa::path(
    put, path = "/v1/recalls/{id}", tag = "recalls",
    params(("id" = String, Path, description = "What the recall is called; unique here.")),
    request_body = Recall,
    security(("api_key" = [])),
    responses(
        (status = 200, description = "It was there; this is it now.", body = PublishedRecall),
        (status = 201, description = "It is new.", body = PublishedRecall),
        (status = 400, description = "Not JSON, or no recall.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `recalls`.", body = Problem),
        (status = 422, description = "Nothing was published: all that is wrong.", body = ImportReport),
    ),
)]
pub async fn put(
    State(app): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Recalls).await?;
    let Json(body): Json<Value> = Json::from_request(request, &app).await?;
    let recall: Recall = named(body, "recall", &[("id", &id)])?;
    let entry = AccessEntry::of_machine(&brand, Act::RecallPublished, &id, app.clock.now());
    let report = sent_import::publish(&app, &brand, recall.clone(), entry, false).await?;
    if !report.is_kept {
        let told = JsonResponse(sent_import::told(&report));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, told).into_response());
    }
    let status = match report.added {
        0 => StatusCode::OK,
        _ => StatusCode::CREATED,
    };
    let published = PublishedRecall {
        recall,
        lacks: sent_import::problems(&report.notes),
    };
    Ok((status, JsonResponse(published)).into_response())
}
