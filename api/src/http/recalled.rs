//! `POST /v1/recalled`: which of the codes that a phone scanned before have been recalled since.
//!
//! Nothing is put on record and no session is looked at: it is no check of any of them, and nobody
//! learns what lies together on one phone.

use axum::{Json as JsonResponse, extract::State};
use wire::{
    problem::Problem,
    recalled::{MAX_CODES, Recalled, RecalledAnswer, RecalledRequest},
};

use super::{extract::Json, visitor::Visitor};
use crate::{
    code::{self, Code},
    error::ApiError,
    recall::Certainty,
    state::Shared,
};

/// Says which of some codes a recall covers, or may. Counts as a look-up of each, and as a check of none.
#[utoipa::path(
    post, path = "/v1/recalled", tag = "verify",
    request_body = RecalledRequest,
    responses(
        (status = 200, description = "Those that are recalled.", body = RecalledAnswer),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 422, description = "Too many codes, or one that is too long.", body = Problem),
        (status = 429, description = "Too many; `Retry-After` says for how long.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    Json(request): Json<RecalledRequest>,
) -> Result<JsonResponse<RecalledAnswer>, ApiError> {
    let is_too_long = |code: &String| code.len() > code::MAX_BYTES;
    if request.codes.len() > MAX_CODES || request.codes.iter().any(is_too_long) {
        return Err(ApiError::Field {
            field: "codes",
            detail: "send at most 200 codes of at most 4096 bytes".to_owned(),
        });
    }
    let now = app.clock.now();
    let mut answer = RecalledAnswer::default();
    for text in request.codes {
        let code = Code::read(&text, None, false);
        app.limiter.look_up(visitor.client, &code, now)?;
        let known = app
            .catalog
            .look_up(&app.store, &app.issue_key, &code)
            .await?;
        if known.is_guess(&code) {
            app.limiter.guessed(visitor.client, &code, now);
        }
        let is_certain = |one: &crate::recall::Covering| one.certainty == Certainty::Certain;
        let certain = known.recalls.iter().find(|one| is_certain(one));
        if let Some(covering) = certain.or(known.recalls.first()) {
            answer.recalled.push(Recalled {
                code: text,
                certainty: covering.certainty.id().to_owned(),
            });
        }
    }
    Ok(JsonResponse(answer))
}
