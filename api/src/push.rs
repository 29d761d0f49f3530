//! Web push: what waits in the store → a browser's push service, encrypted for the browser alone.
//!
//! The message is one record of `aes128gcm` (RFC 8188) under a key agreed with the browser's own
//! (RFC 8291), and a signed token says who sends it (RFC 8292, `vapid.rs`). A push service sees
//! neither what a message says nor what it is about.

mod message;

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, Uri, header};
use futures_util::future::join_all;
use trace::Instant;

use crate::{
    random,
    state::App,
    store::{self, Follow, Push},
    subscription::{Post, SendError, Sender},
    vapid::VapidKey,
};

pub use message::{Keys, KeysError, seal, seal_with};

/// How long a push service keeps a message for a device that is off, in seconds: four weeks.
const KEPT_S: u32 = 28 * 86_400;
/// How long one node has for an attempt before another may try, in milliseconds.
const TAKEN_MS: i64 = 120_000;
/// The first wait after a failure, and the longest, in milliseconds.
const FIRST_WAIT_MS: i64 = 60_000;
const LONGEST_WAIT_MS: i64 = 4 * 3_600_000;
/// How long a message is tried, in days.
const TRIED_DAYS: i64 = 4;
/// The longest wait that a push service may ask for, in seconds.
const LONGEST_ASKED_S: u64 = 86_400;

/// What became of an attempt.
#[derive(Debug)]
enum Failure {
    /// It may be tried again; why, and after how long, where the push service says so.
    Later(String, Option<Duration>),
    /// The subscription is gone, or never could be written to.
    Gone(String),
    /// This message never will be taken.
    Never(String),
}

/// Sends what is due; how many were taken.
///
/// # Errors
/// The store's.
pub async fn deliver(
    app: &App,
    key: &VapidKey,
    sender: &Sender,
    now: Instant,
) -> store::Result<usize> {
    // At once: one service that lets us wait must not hold up the others.
    let due = app.store.read(|db| db.due_pushes(now)).await?;
    let taken = due
        .into_iter()
        .map(|push| deliver_one(app, key, sender, push, now));
    let mut sent = 0;
    for one in join_all(taken).await {
        sent += usize::from(one?);
    }
    Ok(sent)
}

/// Whether the push service took it.
async fn deliver_one(
    app: &App,
    key: &VapidKey,
    sender: &Sender,
    push: Push,
    now: Instant,
) -> store::Result<bool> {
    let store = &app.store;
    let taking = push.clone();
    let until = now.plus_ms(TAKEN_MS);
    if !store.write(move |tx| tx.take_push(&taking, until)).await? {
        return Ok(false);
    }
    let id = push.id.clone();
    let Some(follow) = store.read(|db| db.follow(&push.follow)).await? else {
        store.write(move |tx| tx.drop_push(&id)).await?;
        return Ok(false);
    };
    match send(app, key, sender, &follow, &push, now).await {
        Ok(()) => {
            store.write(move |tx| tx.drop_push(&id)).await?;
            return Ok(true);
        }
        Err(Failure::Gone(why)) => {
            // Without its endpoint: the log holds nothing of people.
            tracing::info!("push.gone: {why}");
            store.write(move |tx| tx.end_follow(&follow.id)).await?;
            store.sweep().await?;
        }
        Err(Failure::Never(why)) => {
            tracing::warn!("push.dropped: {why}");
            store.write(move |tx| tx.drop_push(&id)).await?;
        }
        Err(Failure::Later(why, _)) if now.0 > push.made_at.plus_days(TRIED_DAYS).0 => {
            tracing::warn!("push.dropped after {} attempts: {why}", push.attempts + 1);
            store.write(move |tx| tx.drop_push(&id)).await?;
        }
        Err(Failure::Later(why, asked)) => {
            tracing::warn!("push.waits, attempt {}: {why}", push.attempts + 1);
            let wait = (FIRST_WAIT_MS << push.attempts.min(10)).min(LONGEST_WAIT_MS);
            let asked = asked.map_or(0, |asked| asked.as_millis() as i64);
            let due = now.plus_ms(wait.max(asked));
            store.write(move |tx| tx.postpone_push(&id, due)).await?;
        }
    }
    Ok(false)
}

async fn send(
    app: &App,
    key: &VapidKey,
    sender: &Sender,
    follow: &Follow,
    push: &Push,
    now: Instant,
) -> Result<(), Failure> {
    let gone = |error: &dyn std::fmt::Display| Failure::Gone(error.to_string());
    let later = |error: &dyn std::fmt::Display| Failure::Later(error.to_string(), None);
    let keys: Keys = follow
        .keys
        .parse()
        .map_err(|error: KeysError| gone(&error))?;
    let body = seal(&keys, push.message.as_bytes()).map_err(|error| match error {
        KeysError::Random => later(&error),
        KeysError::Long => Failure::Never(error.to_string()),
        _ => gone(&error),
    })?;
    let audience = audience(&follow.target).ok_or_else(|| gone(&"no endpoint"))?;
    let contact = app.public_origin.as_deref();
    let token = key
        .token(&audience, contact, now)
        .map_err(|error| later(&error))?;
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| gone(&error));
    let topic =
        random::hex(&random::digest(&[push.recall.as_bytes(), push.follow.as_bytes()])[..16]);
    let headers = vec![
        (
            header::AUTHORIZATION,
            value(&format!("vapid t={token}, k={}", key.public()))?,
        ),
        (
            header::CONTENT_ENCODING,
            HeaderValue::from_static("aes128gcm"),
        ),
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::HeaderName::from_static("ttl"), KEPT_S.into()),
        (
            header::HeaderName::from_static("urgency"),
            HeaderValue::from_static("high"),
        ),
        // The same recall of the same pack takes the place of what the device did not get yet.
        (header::HeaderName::from_static("topic"), value(&topic)?),
    ];
    let post = Post {
        target: &follow.target,
        headers,
        body: body.into(),
    };
    match sender.post(post).await {
        Ok(answer) if answer.status.is_success() => Ok(()),
        Ok(answer) => Err(refused(answer.status, answer.retry_after)),
        Err(SendError::Target(error)) => match error {
            crate::subscription::TargetError::Unknown => Err(later(&error)),
            _ => Err(gone(&error)),
        },
        Err(error) => Err(later(&error)),
    }
}

/// RFC 8030, section 5 and 7.3: 404 and 410 say that the subscription is gone, 413 and 400 that this
/// message never will be taken.
fn refused(status: StatusCode, retry_after: Option<u64>) -> Failure {
    let said = format!("the push service answered {status}");
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => Failure::Gone(said),
        StatusCode::BAD_REQUEST | StatusCode::PAYLOAD_TOO_LARGE => Failure::Never(said),
        _ => {
            let asked = retry_after.map(|s| Duration::from_secs(s.min(LONGEST_ASKED_S)));
            Failure::Later(said, asked)
        }
    }
}

/// Whom the token is for: the origin of the push service.
fn audience(endpoint: &str) -> Option<String> {
    let uri: Uri = endpoint.parse().ok()?;
    Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?))
}
