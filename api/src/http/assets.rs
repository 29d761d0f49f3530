//! Files of the app, and the style sheet.

use axum::{
    body::Body,
    extract::{OriginalUri, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{cache::FromFile, digital_link, visitor::Visitor};
use crate::{error::ApiError, pages::STYLE, state::Shared, web::File};

/// `GET /style.css`.
pub async fn style(headers: HeaderMap) -> Response {
    serve(&STYLE, &headers)
}

/// Whatever no route takes: a file of the app, a compressed Digital Link, or nothing.
pub async fn fallback(
    State(app): State<Shared>,
    visitor: Visitor,
    method: Method,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Some(file) = app.web.file(uri.path()) else {
        return digital_link::compressed(app, visitor, &method, headers, uri).await;
    };
    if method != Method::GET && method != Method::HEAD {
        return Err(ApiError::Method);
    }
    let mut response = serve(file, &headers);
    response.extensions_mut().insert(FromFile);
    Ok(response)
}

fn serve(file: &File, headers: &HeaderMap) -> Response {
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    // A proxy that compresses marks the tag as weak; the content is the same.
    let is_known = known.is_some_and(|known| {
        known
            .split(',')
            .any(|tag| tag.trim().trim_start_matches("W/") == file.etag)
    });
    let small = file.brotli().filter(|_| takes_brotli(headers));
    let is_small = small.is_some() && !is_known;
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(small.unwrap_or_else(|| file.bytes.clone())))
    };
    let headers = response.headers_mut();
    if is_small {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(file.content_type),
    );
    if let Ok(etag) = HeaderValue::from_str(&file.etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Whether the client lists `br` in `Accept-Encoding`, and not with a weight of 0.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    accepted.is_some_and(|list| {
        list.split(',').any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let is_brotli = parts.next().is_some_and(|it| it.eq_ignore_ascii_case("br"));
            let weight = parts.find_map(|it| it.strip_prefix("q=")?.parse::<f32>().ok());
            is_brotli && weight.is_none_or(|weight| weight > 0.0)
        })
    })
}
