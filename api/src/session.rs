//! The one session of a person without an account: a random cookie, and digests of it.
//!
//! The cookie itself is never stored: checks and points are kept under digests.

use axum::http::HeaderValue;
use trace::Instant;

use crate::random;

/// The cookie's name.
pub const COOKIE: &str = "session";

/// How long a browser keeps it: two years, in seconds.
pub(crate) const MAX_AGE: u32 = 2 * 365 * 24 * 3600;

/// The cookie of a browser that erased everything: when. It names nobody.
pub const ERASED_COOKIE: &str = "erased";

/// How long a browser keeps that, in seconds: longer than it keeps a check that waits for a network.
const ERASED_MAX_AGE: u32 = 40 * 24 * 3600;

/// The header that has a browser remember when it erased everything.
#[must_use]
pub fn erased_cookie(now: Instant, is_secure: bool) -> HeaderValue {
    set_cookie(ERASED_COOKIE, &now.0.to_string(), ERASED_MAX_AGE, is_secure)
}

/// When a browser erased everything, as its cookie says; `None` for anything else.
#[must_use]
pub fn erased_at(value: &str) -> Option<Instant> {
    value.parse().ok().map(Instant)
}

/// 128 random bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Session([u8; 16]);

impl Session {
    /// A new one.
    pub fn new() -> Result<Session, getrandom::Error> {
        Ok(Session(random::bytes()?))
    }

    /// From 16 bytes; the demo's personas have sessions that stay the same.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Session {
        Session(bytes)
    }

    /// As the cookie holds it; anything else is no session.
    #[must_use]
    pub fn parse(value: &str) -> Option<Session> {
        random::from_hex(value).map(Session)
    }

    /// As the cookie holds it.
    #[must_use]
    pub fn value(&self) -> String {
        random::hex(&self.0)
    }

    /// What checks are counted under.
    #[must_use]
    pub fn for_checks(&self) -> u64 {
        let digest = random::digest(&[b"checks", &self.0]);
        u64::from_be_bytes(std::array::from_fn(|index| digest[index]))
    }

    /// What reveals are kept under.
    #[must_use]
    pub fn for_reveals(&self) -> u64 {
        let digest = random::digest(&[b"reveals", &self.0]);
        u64::from_be_bytes(std::array::from_fn(|index| digest[index]))
    }

    /// What claims are kept under: nothing else is, so that they lead to nothing else.
    #[must_use]
    pub fn for_claims(&self) -> String {
        self.owner(b"claims")
    }

    /// What reports are kept under: nothing else is, so that they lead to nothing else.
    #[must_use]
    pub fn for_reports(&self) -> String {
        self.owner(b"reports")
    }

    /// What feedback is kept under: nothing else is, so that it leads to nothing else.
    #[must_use]
    pub fn for_feedback(&self) -> String {
        self.owner(b"feedback")
    }

    /// What a yes to suggestions is kept under: nothing else is.
    #[must_use]
    pub fn for_suggestions(&self) -> String {
        self.owner(b"suggestions")
    }

    /// What passkeys and devices are kept under: nothing else is.
    #[must_use]
    pub fn for_keyring(&self) -> String {
        self.owner(b"keyring")
    }

    fn owner(&self, purpose: &[u8]) -> String {
        random::hex(&random::digest(&[purpose, &self.0])[..16])
    }

    /// What points are kept under.
    #[must_use]
    pub fn account(&self) -> String {
        let digest = random::digest(&[b"account", &self.0]);
        format!("person:{}", random::hex(&digest[..16]))
    }

    /// The header that makes the browser forget it.
    #[must_use]
    pub fn end_cookie(is_secure: bool) -> HeaderValue {
        set_cookie(COOKIE, "", 0, is_secure)
    }

    pub(crate) fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The header that sets it.
    #[must_use]
    pub fn set_cookie(&self, is_secure: bool) -> HeaderValue {
        set_cookie(COOKIE, &self.value(), MAX_AGE, is_secure)
    }
}

/// Never the session itself: it must not get into a log.
impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session(…)")
    }
}

/// A cookie that scripts can't read and other sites can't send along with a form.
pub(crate) fn set_cookie(name: &str, value: &str, max_age: u32, is_secure: bool) -> HeaderValue {
    let secure = if is_secure { "; Secure" } else { "" };
    // Joined, not formatted: every first check sets one.
    let text = [
        name,
        "=",
        value,
        "; Path=/; Max-Age=",
        &max_age.to_string(),
        "; HttpOnly; SameSite=Lax",
        secure,
    ]
    .concat();
    // Names and values here are letters, digits and hyphens.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
