//! What a browser is told not to do, on every response.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Scripts and styles from here only, and none in the page itself; WebAssembly for the scanner.
const PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self'; \
    manifest-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
    object-src 'none'; frame-ancestors 'none'";

/// A brand's picture may be looked at, and do nothing.
const PICTURE: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// Sets the headers.
pub async fn headers(request: Request, next: Next) -> Response {
    let is_picture = request.uri().path().starts_with("/pictures/");
    let is_secure = request
        .extensions()
        .get::<super::visitor::Scheme>()
        .is_some_and(|scheme| *scheme == super::visitor::Scheme::Https);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = if is_picture { PICTURE } else { PAGE };
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // A code's path must not leak to wherever its page links.
        (header::REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(self), geolocation=(self), microphone=()",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    response
}
