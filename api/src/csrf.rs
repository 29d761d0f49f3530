//! Tokens against forged forms, for people with and without an account.
//!
//! A token is a keyed digest of something that only this browser sends: its session, or, before it
//! has one, a cookie of its own (double submit). Each page masks the token anew, so that a
//! compressed page doesn't give it away byte by byte (BREACH).

use axum::http::HeaderValue;
use subtle::ConstantTimeEq;

use crate::{
    random,
    session::{Session, set_cookie},
    staff_session::StaffToken,
};

/// The name of the cookie of a browser without a session. Over HTTPS it is one that only this very
/// host can set (RFC 6265bis, section 4.1.3.2): a neighbor in the same domain could set any other,
/// and so know the token that goes with it.
#[must_use]
pub fn cookie_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-form" } else { "form" }
}

/// A day, in seconds: longer than anybody leaves a form open.
const MAX_AGE: u32 = 24 * 3600;

/// What a token is bound to.
#[derive(Clone, Copy, Debug)]
pub enum Binding {
    /// The session.
    Session(Session),
    /// The cookie of a browser without one.
    Cookie([u8; 16]),
    /// The session of a member of staff.
    Staff(StaffToken),
}

impl Binding {
    /// For a browser that has neither.
    pub fn new() -> Result<Binding, getrandom::Error> {
        Ok(Binding::Cookie(random::bytes()?))
    }

    /// The header that the page must set; `None` where the browser has the session already.
    #[must_use]
    pub fn set_cookie(&self, is_secure: bool) -> Option<HeaderValue> {
        match self {
            Binding::Session(_) | Binding::Staff(_) => None,
            Binding::Cookie(bytes) => Some(set_cookie(
                cookie_name(is_secure),
                &random::hex(bytes),
                MAX_AGE,
                is_secure,
            )),
        }
    }

    fn digest(&self, secret: &[u8; 32]) -> [u8; 16] {
        let (kind, bytes): (&[u8], &[u8]) = match self {
            Binding::Session(session) => (b"session", session.bytes()),
            Binding::Cookie(bytes) => (b"cookie", bytes),
            Binding::Staff(token) => (b"staff", token.bytes()),
        };
        let digest = random::keyed_digest(secret, &[b"csrf", kind, bytes]);
        std::array::from_fn(|index| digest[index])
    }
}

/// A token for a form on a page.
pub fn token(secret: &[u8; 32], binding: &Binding) -> Result<String, getrandom::Error> {
    let mask: [u8; 16] = random::bytes()?;
    let digest = binding.digest(secret);
    let masked: [u8; 16] = std::array::from_fn(|index| mask[index] ^ digest[index]);
    Ok(format!("{}{}", random::hex(&mask), random::hex(&masked)))
}

/// Whether a token belongs to one of the bindings that the browser sent.
#[must_use]
pub fn is_valid(secret: &[u8; 32], bindings: &[Binding], token: &str) -> bool {
    let Some(bytes) = random::from_hex::<32>(token) else {
        return false;
    };
    let (mask, masked) = bytes.split_at(16);
    let digest: [u8; 16] = std::array::from_fn(|index| mask[index] ^ masked[index]);
    bindings
        .iter()
        .any(|binding| binding.digest(secret).ct_eq(&digest).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: [u8; 32] = [7; 32];

    #[test]
    fn only_the_same_browser_s_token_counts() {
        let session = Binding::Session(Session::from_bytes([1; 16]));
        let other = Binding::Session(Session::from_bytes([2; 16]));
        let cookie = Binding::Cookie([1; 16]);
        let token = token(&SECRET, &session).unwrap();
        assert!(is_valid(&SECRET, &[cookie, session], &token));
        assert!(!is_valid(&SECRET, &[other, cookie], &token));
        assert!(!is_valid(&[8; 32], &[session], &token));
        assert!(!is_valid(&SECRET, &[], &token));
        assert!(!is_valid(&SECRET, &[session], ""));
    }

    #[test]
    fn each_page_has_another_token() {
        let session = Binding::Session(Session::from_bytes([1; 16]));
        let (a, b) = (
            token(&SECRET, &session).unwrap(),
            token(&SECRET, &session).unwrap(),
        );
        assert_ne!(a, b);
        assert!(is_valid(&SECRET, &[session], &b));
    }
}
