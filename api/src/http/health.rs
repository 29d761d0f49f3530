//! `/healthz` and `/readyz`: for whoever watches over the server.

use axum::extract::State;

use crate::{error::ApiError, state::Shared};

/// The process answers.
pub async fn live() -> &'static str {
    "ok\n"
}

/// The database answers, too: a read, and a commit of something, since an empty one needs no disk.
pub async fn ready(State(app): State<Shared>) -> Result<&'static str, ApiError> {
    app.store.read(|db| db.moment("readiness")).await?;
    let now = app.clock.now();
    app.store
        .write(move |tx| tx.put_moment("readiness", now))
        .await?;
    Ok("ready\n")
}
