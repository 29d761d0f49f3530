//! `POST /v1/vouchers/redeem`: a till takes a voucher. `POST /rewards/take`: a person takes one for
//! points.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Request, State},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use wire::{
    problem::Problem,
    reward::{RedeemRequest, VoucherRequest, VoucherView},
};

use super::{
    extract::{Form, Json},
    problem,
    visitor::Visitor,
};
use crate::{error::ApiError, key, scope::Scope, state::Shared, store::Outcome, voucher};

/// Redeems a voucher of the key's brand; its code counts once.
#[utoipa::path(
    post, path = "/v1/vouchers/redeem", tag = "rewards",
    request_body = RedeemRequest,
    security(("api_key" = [])),
    responses(
        (status = 200, description = "It was good, and counts no more.", body = VoucherView),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `sales`.", body = Problem),
        (status = 404, description = "No voucher of the brand's, or it has ended.", body = Problem),
        (status = 409, description = "It was redeemed before.", body = Problem),
        (status = 422, description = "A character is mistyped.", body = Problem),
    ),
)]
pub async fn redeem(
    State(app): State<Shared>,
    headers: HeaderMap,
    request: Request,
) -> Result<JsonResponse<VoucherView>, ApiError> {
    let teller = key::teller(&app, &headers, Scope::Sales).await?;
    let Json(request): Json<RedeemRequest> = Json::from_request(request, &app).await?;
    let now = app.clock.now();
    let redeemed = app.store.write_or_undo(move |tx| {
        let by = teller.prefix();
        Ok(
            match voucher::redeem(tx, &teller.brand, &request.code, &by, now)? {
                Ok(view) => Outcome::Keep(Ok(view)),
                Err(refusal) => Outcome::Undo(Err(refusal)),
            },
        )
    });
    redeemed.await?.map(JsonResponse)
}

/// Takes one for points.
pub async fn take(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<VoucherRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let Some(session) = visitor.session else {
        return Err(ApiError::FewPoints);
    };
    match voucher::take(&app, session, &form).await {
        Ok(()) => Ok(Redirect::to("/rewards").into_response()),
        Err(error) => Ok(problem::of_form(error, "/rewards")),
    }
}
