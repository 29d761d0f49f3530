//! A device that has a person's products open: its cookie, and what that opens.

use axum::{extract::Request, http::HeaderValue};
use trace::Instant;

use super::{DEVICE, sealed};
use crate::{
    error::ApiError,
    http::visitor::cookie,
    random,
    session::{self, MAX_AGE, Session, set_cookie},
    state::App,
};

/// How long a device has them open from its last visit on, in milliseconds: as long as its cookie.
pub const LIFE_MS: i64 = MAX_AGE as i64 * 1000;

/// How old the note of the last visit may get before it is written anew, in milliseconds: a day.
const NOTE_MS: i64 = 24 * 3600 * 1000;

/// 256 random bits, in the cookie that a guest's session has. Only a digest of them is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DeviceToken([u8; 32]);

/// A device with what it has open; beside each request that comes from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What its cookie holds.
    pub token: DeviceToken,
    /// The session that everything of the person's is kept under.
    pub root: Session,
}

/// A device that was signed out from another one, or whose products were erased there; beside each
/// request that comes from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedOut;

impl DeviceToken {
    /// A new one.
    pub fn new() -> Result<DeviceToken, getrandom::Error> {
        Ok(DeviceToken(random::bytes()?))
    }

    /// As the cookie holds it; a guest's session is none.
    #[must_use]
    pub fn parse(value: &str) -> Option<DeviceToken> {
        random::from_hex(value).map(DeviceToken)
    }

    /// As the cookie holds it.
    #[must_use]
    pub fn value(&self) -> String {
        random::hex(&self.0)
    }

    /// What is stored.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        random::digest(&[b"keyring-device", &self.0])
    }

    /// The header that sets it.
    #[must_use]
    pub fn set_cookie(&self, is_secure: bool) -> HeaderValue {
        set_cookie(session::COOKIE, &self.value(), MAX_AGE, is_secure)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Never the token itself: it must not get into a log.
impl std::fmt::Debug for DeviceToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceToken(…)")
    }
}

/// Puts [`Opened`] or [`SignedOut`] beside a request from such a device. Costs others a look at their
/// cookie.
///
/// # Errors
/// The database.
pub async fn identify(app: &App, mut request: Request) -> (Request, Result<(), ApiError>) {
    let token = cookie(request.headers(), session::COOKIE).and_then(DeviceToken::parse);
    let Some(token) = token else {
        return (request, Ok(()));
    };
    match opened(app, token).await {
        Ok(Some(opened)) => {
            request.extensions_mut().insert(opened);
        }
        Ok(None) => {
            request.extensions_mut().insert(SignedOut);
        }
        Err(error) => return (request, Err(error)),
    }
    (request, Ok(()))
}

async fn opened(app: &App, token: DeviceToken) -> Result<Option<Opened>, ApiError> {
    let (digest, now) = (token.digest(), app.clock.now());
    let row = app.store.read(|db| db.keyring_device(&digest)).await?;
    let Some(row) = row.filter(|row| now.0 < row.seen_at.0 + LIFE_MS) else {
        return Ok(None);
    };
    let root = Session::from_bytes(sealed(app, DEVICE, &[token.bytes()], &row.root));
    if root.for_keyring() != row.owner {
        return Ok(None);
    }
    if is_due(row.seen_at, now) {
        app.store
            .write(move |tx| tx.see_keyring_device(&digest, now))
            .await?;
    }
    Ok(Some(Opened { token, root }))
}

fn is_due(seen_at: Instant, now: Instant) -> bool {
    now.0 >= seen_at.0 + NOTE_MS
}
