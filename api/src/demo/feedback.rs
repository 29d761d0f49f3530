//! What the demo's people think of packs, through the form of the packs' own pages.

use anyhow::Context as _;
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde::Deserialize;
use serde_json::json;
use tower::ServiceExt;

use super::{json_of, persona};
use crate::{
    csrf::{self, Binding},
    front::Front,
    random,
    store::Store,
};

/// What stands between the fields of a form; the demo's people don't write it.
const BOUNDARY: &str = "demo-feedback";

/// A line of `feedback.jsonl`.
#[derive(Debug, Deserialize)]
struct Line {
    session: String,
    path: String,
    /// Whether they register the pack first.
    #[serde(default)]
    registered: bool,
    stars: String,
    #[serde(default)]
    words: String,
    language: String,
    #[serde(default)]
    quote: bool,
}

/// Each line in the session of its persona. The same again changes nothing; what a pack that was
/// recalled or given on since doesn't take any more is left out.
pub(super) async fn give(router: &Front, store: &Store, lines: &str) -> anyhow::Result<()> {
    for (index, text) in lines.lines().enumerate() {
        let at = || format!("line {} of the demo's feedback", index + 1);
        let line: Line = serde_json::from_str(text).with_context(at)?;
        if line.registered {
            register(router, store, &line).await.with_context(at)?;
        }
        send(router, store, &line).await.with_context(at)?;
    }
    Ok(())
}

async fn register(router: &Front, store: &Store, line: &Line) -> anyhow::Result<()> {
    let key = random::keyed_digest(store.secret(), &[b"demo", line.path.as_bytes()]);
    let cookie = format!("session={}", persona(store, &line.session).value());
    let request = Request::post("/v1/registrations")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::COOKIE, cookie)
        .header("idempotency-key", random::hex(&key))
        .body(Body::from(json!({ "path": line.path }).to_string()))?;
    taken(router, request).await
}

async fn send(router: &Front, store: &Store, line: &Line) -> anyhow::Result<()> {
    let session = persona(store, &line.session);
    let token = csrf::token(store.secret(), &Binding::Session(session))
        .map_err(|error| anyhow::anyhow!("no random bytes: {error}"))?;
    let fields = [
        ("csrf", token.as_str()),
        ("path", &line.path),
        ("stars", &line.stars),
        ("words", &line.words),
        ("asked_in", &line.language),
        ("quote", if line.quote { "yes" } else { "" }),
    ];
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
    }
    body += &format!("--{BOUNDARY}--\r\n");
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = Request::post("/feedback")
        .header(header::CONTENT_TYPE, kind)
        .header(header::COOKIE, format!("session={}", session.value()))
        .header(header::ACCEPT_LANGUAGE, &line.language)
        .body(Body::from(body))?;
    taken(router, request).await
}

/// Done, or in the way of what has happened since.
async fn taken(router: &Front, request: Request<Body>) -> anyhow::Result<()> {
    let response = router.clone().oneshot(request).await?;
    let status = response.status();
    if status.is_success() || status == StatusCode::CONFLICT {
        return Ok(());
    }
    let problem = json_of(response).await?;
    anyhow::bail!("{status}: {}", problem["detail"])
}
