//! The session of a member of staff: a random cookie, apart from the visitor's.
//!
//! It ends eight hours after its last use, and a week after it began.

use axum::http::{HeaderValue, header};
use trace::Instant;

use crate::{random, session::set_cookie, store::StaffSession};

/// The cookie's name. A browser takes it only over HTTPS (or from `localhost`), for this very host
/// and every path (RFC 6265bis, section 4.1.3.2).
pub const COOKIE: &str = "__Host-touchstone-staff";

/// From the last use, in milliseconds: a shift.
pub const IDLE_MS: i64 = 8 * 3600 * 1000;

/// From the beginning, in milliseconds: a week.
pub const LIFE_MS: i64 = 7 * 24 * 3600 * 1000;

/// How old the note of the last use may get before it is written anew, in milliseconds.
pub const NOTE_MS: i64 = 5 * 60 * 1000;

/// 256 random bits. Only a digest of them is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StaffToken([u8; 32]);

impl StaffToken {
    /// A new one.
    pub fn new() -> Result<StaffToken, getrandom::Error> {
        Ok(StaffToken(random::bytes()?))
    }

    /// As the cookie holds it.
    #[must_use]
    pub fn parse(value: &str) -> Option<StaffToken> {
        random::from_hex(value).map(StaffToken)
    }

    /// As the cookie holds it.
    #[must_use]
    pub fn value(&self) -> String {
        random::hex(&self.0)
    }

    /// What is stored.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        random::digest(&[b"staff-session", &self.0])
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The header that sets it.
    #[must_use]
    pub fn set_cookie(&self) -> HeaderValue {
        let max_age = u32::try_from(LIFE_MS / 1000).unwrap_or(u32::MAX);
        set_cookie(COOKIE, &self.value(), max_age, true)
    }
}

/// Never the token itself: it must not get into a log.
impl std::fmt::Debug for StaffToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StaffToken(…)")
    }
}

/// The header that takes the cookie away.
#[must_use]
pub fn remove_cookie() -> (header::HeaderName, HeaderValue) {
    (header::SET_COOKIE, set_cookie(COOKIE, "", 0, true))
}

/// Whether a session still counts.
#[must_use]
pub fn is_live(session: &StaffSession, now: Instant) -> bool {
    now.0 < session.seen_at.0 + IDLE_MS && now.0 < session.began_at.0 + LIFE_MS
}

/// A browser and its system in words, as far as `User-Agent` tells: `Chrome, Android`.
#[must_use]
pub fn device(user_agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(mark, _)| user_agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    // Each names those before it, too: Edge says Chrome, Chrome says Safari.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_it_is_idle_or_old() {
        const HOUR: i64 = 3_600_000;
        let check = |seen: i64, now: i64, expected: bool| {
            let session = StaffSession {
                digest: [0; 32],
                staff: String::new(),
                device: String::new(),
                began_at: Instant(0),
                seen_at: Instant(seen * HOUR),
            };
            assert_eq!(
                is_live(&session, Instant(now * HOUR)),
                expected,
                "{seen} {now}"
            );
        };
        check(0, 0, true);
        check(0, 7, true);
        check(0, 8, false);
        check(160, 167, true);
        check(167, 168, false);
    }

    #[test]
    fn devices_in_words() {
        let check = |agent: &str, expected: &str| assert_eq!(device(agent), expected);
        check(
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
            "Chrome, Linux",
        );
        check(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        );
        check(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
            "Edge, Windows",
        );
        check("curl/8", "");
    }
}
