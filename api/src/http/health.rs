//! `/healthz` and `/readyz`: for whoever watches over the server.

use axum::extract::State;

use crate::{error::ApiError, state::Shared};

/// The process answers.
pub async fn live() -> &'static str {
    "ok\n"
}

/// The database answers, too: a read, and an empty commit.
pub async fn ready(State(app): State<Shared>) -> Result<&'static str, ApiError> {
    app.store.read(|db| db.moment("readiness")).await?;
    app.store.write(|_| Ok(())).await?;
    Ok("ready\n")
}
