//! `/v1/claims`: a person claims a remedy under a recall.

use axum::{
    Json as JsonResponse,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use wire::{
    form::{ClaimAnswer, ClaimRequest, ClaimView, Holder},
    problem::Problem,
};

use super::{extract::Json, registrations::seed_of, visitor::Visitor};
use crate::{claim, error::ApiError, state::Shared};

/// Opens a claim. Whoever opens it gets a reference and a code, shown this once.
#[utoipa::path(
    post, path = "/v1/claims", tag = "claims",
    request_body = ClaimRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 128 random characters; the same request again has the same answer.")),
    responses(
        (status = 201, description = "Opened.", body = ClaimView),
        (status = 409, description = "There is one already.", body = Problem),
        (status = 422, description = "Not covered, or a field is wrong.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Json(request): Json<ClaimRequest>,
) -> Result<(StatusCode, JsonResponse<ClaimView>), ApiError> {
    let seed = seed_of(&headers)?;
    let view = claim::open(&app, &request, visitor.session, seed, visitor.language()).await?;
    Ok((StatusCode::CREATED, JsonResponse(view)))
}

/// Looks a claim up.
#[utoipa::path(
    post, path = "/v1/claims/lookup", tag = "claims",
    request_body = Holder,
    responses(
        (status = 200, description = "The claim.", body = ClaimView),
        (status = 404, description = "No such reference and code.", body = Problem),
        (status = 422, description = "A character is mistyped.", body = Problem),
    ),
)]
pub async fn look_up(
    State(app): State<Shared>,
    visitor: Visitor,
    Json(holder): Json<Holder>,
) -> Result<JsonResponse<ClaimView>, ApiError> {
    claim::look_up(&app, &holder, visitor.language())
        .await
        .map(JsonResponse)
}

/// Answers what the brand's staff asked for; the claim is open again from then on.
#[utoipa::path(
    post, path = "/v1/claims/answer", tag = "claims",
    request_body = ClaimAnswer,
    responses(
        (status = 200, description = "Taken.", body = ClaimView),
        (status = 404, description = "No such reference and code.", body = Problem),
        (status = 409, description = "Nothing was asked for.", body = Problem),
        (status = 422, description = "A character is mistyped, or the answer is empty.", body = Problem),
    ),
)]
pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    Json(answer): Json<ClaimAnswer>,
) -> Result<JsonResponse<ClaimView>, ApiError> {
    claim::answer(&app, &answer, visitor.language())
        .await
        .map(JsonResponse)
}

/// Erases a claim with everything that the person gave.
#[utoipa::path(
    post, path = "/v1/claims/erase", tag = "claims",
    request_body = Holder,
    responses(
        (status = 204, description = "Erased."),
        (status = 404, description = "No such reference and code.", body = Problem),
        (status = 422, description = "A character is mistyped.", body = Problem),
    ),
)]
pub async fn erase(
    State(app): State<Shared>,
    Json(holder): Json<Holder>,
) -> Result<StatusCode, ApiError> {
    claim::erase(&app, &holder).await?;
    Ok(StatusCode::NO_CONTENT)
}
