//! `POST /v1/sales`: what a till sold, for those that speak no EPCIS.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Request, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use wire::{
    problem::Problem,
    sale::{SaleRequest, Sold},
};

use super::extract::Json;
use crate::{error::ApiError, key, sale, scope::Scope, state::Shared};

/// Tells a sale. It is stored as the EPCIS event of a retail sale that it is; the same sale sent
/// again is the same event.
#[utoipa::path(
    post, path = "/v1/sales", tag = "sales",
    request_body = SaleRequest,
    security(("api_key" = [])),
    responses(
        (status = 200, description = "It was told before.", body = Sold),
        (status = 201, description = "It is on record.", body = Sold),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `sales`.", body = Problem),
        (status = 422, description = "A field is wrong; nothing of the sale was kept.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Sales).await?;
    let Json(sale): Json<SaleRequest> = Json::from_request(request, &app).await?;
    let sold = sale::tell(&app.store, &teller, &sale, app.clock.now()).await?;
    let status = match sold.known {
        true => StatusCode::OK,
        false => StatusCode::CREATED,
    };
    Ok((status, JsonResponse(sold)).into_response())
}
