//! `/healthz` and `/readyz`: for whoever watches over the server.

use std::sync::OnceLock;

use axum::extract::State;

use crate::{error::ApiError, random, state::Shared};

/// The process answers.
pub async fn live() -> &'static str {
    "ok\n"
}

/// The database answers, too: a read, and a commit of something, since an empty one needs no disk.
/// What is written is this process's own, so that no node waits for another.
pub async fn ready(State(app): State<Shared>) -> Result<&'static str, ApiError> {
    let node = match NODE.get() {
        Some(node) => node,
        None => {
            let node = random::hex(&random::bytes::<8>()?);
            NODE.get_or_init(|| node)
        }
    };
    app.store.read(|db| db.seen_ready(node)).await?;
    let now = app.clock.now();
    app.store.write(move |tx| tx.see_ready(node, now)).await?;
    Ok("ready\n")
}

/// What this process is called, as long as it lives.
static NODE: OnceLock<String> = OnceLock::new();
