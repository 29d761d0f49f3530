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
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(file.bytes.clone()))
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(file.content_type),
    );
    if let Ok(etag) = HeaderValue::from_str(&file.etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}
