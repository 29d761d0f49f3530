//! `POST /v1/reveal`, and `POST /reveal` for a browser without a script: the hidden code of a unit.

use axum::{
    Extension, Json as JsonResponse,
    extract::State,
    response::{IntoResponse, Response},
};
use wire::{
    form::{RevealRequest, RevealView},
    problem::Problem,
};

use super::{
    client::Client,
    extract::{Form, Json},
    problem,
    visitor::Visitor,
};
use crate::{
    error::ApiError,
    pages::{self, Document},
    reveal::{Guesser, reveal},
    state::Shared,
};

/// Reveals the hidden code of a unit. It counts once: the first session to send it is told so, and
/// every other one that it came later, and when the first was.
#[utoipa::path(
    post, path = "/v1/reveal", tag = "verify",
    request_body = RevealRequest,
    responses(
        (status = 200, description = "The code is right; `outcome` says whether it is the first time.", body = RevealView),
        (status = 404, description = "The unit is not on record, or has no hidden code.", body = Problem),
        (status = 422, description = "Not the unit's code, or a character is mistyped, which costs no try.", body = Problem),
        (status = 429, description = "Too many wrong codes from there; `Retry-After` says for how long.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    client: Option<Extension<Client>>,
    Json(request): Json<RevealRequest>,
) -> Result<Response, ApiError> {
    let (session, cookie) = visitor.session_or_new()?;
    let guesser = Guesser {
        session,
        address: client.map(|Extension(client)| client.address),
    };
    let view = reveal(&app, &request, &guesser, visitor.language()).await;
    Ok(pages::with_cookies(
        view.map(JsonResponse).into_response(),
        [cookie],
    ))
}

/// The same, by the product page's form.
pub async fn form(
    State(app): State<Shared>,
    visitor: Visitor,
    client: Option<Extension<Client>>,
    Form(form): Form<RevealRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let (session, cookie) = visitor.session_or_new()?;
    let guesser = Guesser {
        session,
        address: client.map(|Extension(client)| client.address),
    };
    let view = match reveal(&app, &form, &guesser, visitor.language()).await {
        Ok(view) => view,
        // The session stays: its next try must count as its own.
        Err(error) => {
            let refused = problem::of_form(error, &form.path);
            return Ok(pages::with_cookies(refused, [cookie]));
        }
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::revealed(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}
