//! `GET /v1/brands`: where brands' own links lead, so that a phone can judge a link that it scanned
//! without telling anybody which.

use axum::{Json, extract::State};
use wire::lookalike::BrandList;

use crate::{error::ApiError, foreign, state::Shared};

/// The brands that name their domains, with these and with their GS1 Company Prefixes.
#[utoipa::path(
    get, path = "/v1/brands", tag = "verify",
    responses((status = 200, description = "By identifier.", body = BrandList)),
)]
pub async fn get(State(app): State<Shared>) -> Result<Json<BrandList>, ApiError> {
    Ok(Json(app.store.read(foreign::list).await?))
}
