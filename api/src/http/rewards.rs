//! `GET /v1/rewards`: the points of this session.

use axum::{Json, extract::State};
use wire::{
    convert::rfc3339,
    form::{RewardEntry, Rewards},
};

use super::visitor::Visitor;
use crate::{
    error::ApiError,
    session::Session,
    state::{App, Shared},
};

/// The account of the session; without one it is empty.
#[utoipa::path(
    get, path = "/v1/rewards", tag = "rewards",
    responses((status = 200, description = "The account.", body = Rewards)),
)]
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Json<Rewards>, ApiError> {
    rewards(&app, visitor.session).await.map(Json)
}

/// The account of a session.
pub(crate) async fn rewards(app: &App, session: Option<Session>) -> Result<Rewards, ApiError> {
    let Some(session) = session else {
        return Ok(Rewards::default());
    };
    let lines = app.store.read(|db| db.ledger(&session.account())).await?;
    Ok(Rewards {
        points: lines.iter().map(|line| line.points).sum(),
        entries: lines
            .into_iter()
            .map(|line| RewardEntry {
                at: rfc3339(line.at),
                reason: line.reason,
                points: line.points,
                reference: line.reference,
            })
            .collect(),
    })
}
