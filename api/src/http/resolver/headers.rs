//! Headers of everything that the resolver says: links to the linkset, and leave for other pages to
//! read it.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use gs1::Form;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{super::visitor::Visitor, linkset::CONTEXT};
use crate::code::Code;

/// What no URI holds as it is.
const NOT_IN_LINK: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\');

const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");
const ANYBODY: HeaderValue = HeaderValue::from_static("*");
const EXPOSED: HeaderValue = HeaderValue::from_static("Link, Location");

/// Where the linkset is; and for a compressed link what it says, uncompressed.
pub fn link_headers(headers: &mut HeaderMap, visitor: &Visitor, code: &Code) {
    let linkset = "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"; \
                   title=\"Linkset\"";
    // Most codes are links, and say nothing more than that.
    if let Some(path) = code.whole_path()
        && code.message.form == Form::DigitalLink
    {
        let origin = visitor.origin.trim_end_matches('/');
        return add(headers, ["<", origin, path, linkset].concat());
    }
    let Some(link) = code.message.digital_link(&visitor.origin) else {
        return;
    };
    let path = link.split(['?', '#']).next().unwrap_or_default();
    add(headers, ["<", path, linkset].concat());
    if code.message.form == Form::CompressedDigitalLink {
        // A mark that ends the link must not come out of a query.
        let link = utf8_percent_encode(&link, NOT_IN_LINK);
        add(
            headers,
            format!("<{link}>; rel=\"owl:sameAs\"; title=\"Uncompressed\""),
        );
    }
}

/// What turns the linkset into JSON-LD.
pub(super) fn add_context(headers: &mut HeaderMap) {
    add(
        headers,
        format!(
            "<{CONTEXT}>; rel=\"http://www.w3.org/ns/json-ld#context\"; \
             type=\"application/ld+json\"; title=\"JSON-LD context\""
        ),
    );
}

fn add(headers: &mut HeaderMap, link: String) {
    if let Ok(link) = HeaderValue::try_from(link) {
        headers.append(header::LINK, link);
    }
}

/// What may be asked here: an answer without a body.
#[must_use]
pub fn options() -> Response {
    (StatusCode::NO_CONTENT, [(header::ALLOW, METHODS)]).into_response()
}

/// Any page may read what a resolver says; nobody is known to it by a cookie, since a browser sends
/// none along.
pub async fn with_cors(request: Request, next: Next) -> Response {
    let is_preflight = request.method() == Method::OPTIONS;
    readable(next.run(request).await, is_preflight)
}

/// A response that any page may read.
#[must_use]
pub fn readable(mut response: Response, is_preflight: bool) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    // Some clients look for this on every answer, and not only on those to a preflight.
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    if is_preflight {
        let allowed = HeaderValue::from_static("Accept, Accept-Language");
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, allowed);
        let a_day = HeaderValue::from_static("86400");
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, a_day);
    }
    response
}
