//! `/v1/registrations`: a person registers a unit, looks it up, erases it.

use axum::{
    Extension, Json as JsonResponse,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use wire::{
    form::{Holder, RegistrationRequest, RegistrationView},
    problem::Problem,
};

use super::{
    extract::Json,
    origins::{self, Listed},
    visitor::Visitor,
};
use crate::{
    error::ApiError,
    registration::{self, Registrant},
    state::Shared,
    submission::Seed,
};

/// Registers a unit. Whoever registers it gets a reference and a code, shown this once.
#[utoipa::path(
    post, path = "/v1/registrations", tag = "registrations",
    request_body = RegistrationRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 128 random characters; the same request again has the same answer.")),
    responses(
        (status = 201, description = "Registered.", body = RegistrationView),
        (status = 403, description = "From a page that the product's brand doesn't list.", body = Problem),
        (status = 404, description = "The unit is not on record.", body = Problem),
        (status = 409, description = "Registered already, or blocked.", body = Problem),
        (status = 422, description = "A field is wrong.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    listed: Option<Extension<Listed>>,
    Json(request): Json<RegistrationRequest>,
) -> Result<Response, ApiError> {
    let stays = listed.is_none();
    origins::check(&app, listed, &request.path).await?;
    let seed = seed_of(&headers)?;
    let (session, set_cookie) = visitor.session_or_new()?;
    let registrant = Registrant {
        session,
        stays,
        address: visitor.client.map(|client| client.address),
    };
    let view = registration::register(&app, &request, registrant, seed, visitor.language()).await?;
    let mut response = (StatusCode::CREATED, JsonResponse(view)).into_response();
    if let Some(cookie) = set_cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Looks a registration up.
#[utoipa::path(
    post, path = "/v1/registrations/lookup", tag = "registrations",
    request_body = Holder,
    responses(
        (status = 200, description = "The registration.", body = RegistrationView),
        (status = 404, description = "No such reference and code.", body = Problem),
        (status = 422, description = "A character is mistyped.", body = Problem),
    ),
)]
pub async fn look_up(
    State(app): State<Shared>,
    visitor: Visitor,
    Json(holder): Json<Holder>,
) -> Result<JsonResponse<RegistrationView>, ApiError> {
    registration::look_up(&app, &holder, None, visitor.language())
        .await
        .map(JsonResponse)
}

/// Erases a registration with everything that the person gave; its points go back.
#[utoipa::path(
    post, path = "/v1/registrations/erase", tag = "registrations",
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
    registration::erase(&app, &holder, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The header `Idempotency-Key`.
pub(crate) fn seed_of(headers: &HeaderMap) -> Result<Seed, ApiError> {
    let key = headers.get("idempotency-key");
    Seed::from_header(key.map(|value| value.to_str().unwrap_or("")))
}
