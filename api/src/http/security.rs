//! What a browser is told not to do, on every response: of documents more than of data.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, header},
};

use super::visitor::Scheme;

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const CROSS_ORIGIN_OPENER_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-opener-policy");

/// Scripts and styles from here only, and none in the page itself; WebAssembly for the scanner.
const PAGE: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self'; \
    manifest-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
    object-src 'none'; frame-ancestors 'none'",
);

/// What a program reads is no document: it loads nothing, and nobody shows it.
const DATA: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// A brand's picture may be looked at, and do nothing.
const PICTURE: HeaderValue =
    HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'");

// As constants: else each is checked, letter by letter, whenever it is put.
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");
const PERMISSIONS: HeaderValue =
    HeaderValue::from_static("camera=(self), geolocation=(self), microphone=()");

/// Which of them an answer gets.
#[derive(Clone, Copy, Debug)]
pub struct Security {
    is_picture: bool,
    is_framed: bool,
    is_secure: bool,
}

impl Security {
    /// By what was asked for, and how.
    #[must_use]
    pub fn of(request: &Request) -> Security {
        Security {
            is_picture: request.uri().path().starts_with("/pictures/"),
            is_framed: request.uri().path().starts_with("/frame/"),
            is_secure: request.extensions().get::<Scheme>() == Some(&Scheme::Https),
        }
    }

    /// Sets the headers.
    pub fn put(self, headers: &mut HeaderMap) {
        let is_json = |kind: &HeaderValue| kind == "application/json";
        let is_data = headers.get(header::CONTENT_TYPE).is_some_and(is_json);
        let policy = match (self.is_picture, is_data) {
            (true, _) => PICTURE,
            (false, true) => DATA,
            (false, false) => PAGE,
        };
        // Which pages may have it in a frame is the product's brand's to say.
        if !self.is_framed || !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
        if !is_data {
            // A code's path must not leak to wherever its page links.
            headers.insert(header::REFERRER_POLICY, SAME_ORIGIN);
            headers.insert(PERMISSIONS_POLICY, PERMISSIONS);
            headers.insert(CROSS_ORIGIN_OPENER_POLICY, SAME_ORIGIN);
        }
        if self.is_secure {
            headers.insert(
                header::STRICT_TRANSPORT_SECURITY,
                HeaderValue::from_static("max-age=31536000"),
            );
        }
    }
}
