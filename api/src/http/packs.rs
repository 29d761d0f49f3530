//! `POST /v1/packs`: what a desk does to one pack.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Request, State},
    http::HeaderMap,
};
use wire::{
    pack::{PackAnswer, PackRequest},
    problem::Problem,
};

use super::extract::Json;
use crate::{
    error::ApiError,
    key::{self, Holder},
    pack::{self, Asked, Reach},
    scope::Scope,
    state::Shared,
};

/// Verifies a pack, supplies it, takes it out of the trade for another reason, or undoes that. What
/// is done is an EPCIS event of the pack's brand. A brand's key acts on its own packs, a partner's on
/// medicine of every brand, as its pharmacists do at the desk; what can't be done changes nothing, and the answer
/// says why with the code that the European national systems have for it.
#[utoipa::path(
    post, path = "/v1/packs", tag = "packs",
    request_body = PackRequest,
    security(("api_key" = [])),
    responses(
        (status = 200, description = "What came of it, done or not.", body = PackAnswer),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `packs`.", body = Problem),
        (status = 422, description = "A field is wrong.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<JsonResponse<PackAnswer>, ApiError> {
    let (by, reach) = match key::holder(&app, &headers, Scope::Packs).await? {
        Holder::Brand(brand) => (brand.clone(), Reach::Brand(brand)),
        // As their pharmacists at the desk.
        Holder::Partner(partner) => (partner, Reach::Medicine),
        Holder::Authority(_) | Holder::Teller(_) => {
            return Err(ApiError::Scope(Scope::Packs.id()));
        }
    };
    let Json(sent): Json<PackRequest> = Json::from_request(request, &app).await?;
    let asked = Asked::read(&sent.act, &sent.code, &sent.site, &sent.desk, &by, reach)?;
    pack::act(&app, asked).await.map(JsonResponse)
}
