//! `/epcis`: events in and out, for a brand with an API key, as EPCIS 2.0's OpenAPI has it.

pub mod capture;
pub mod events;
pub mod queries;
pub mod resources;
mod sockets;
pub mod subscriptions;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{delete, get},
};
use serde_json::Value;

use super::extract;
use crate::{
    epcis::{self, Exception, ExceptionKind, MAX_EVENTS},
    error::ApiError,
    state::Shared,
};

/// The largest document, in bytes.
pub const MAX_BODY: usize = 8 * 1024 * 1024;
/// The longest question in an address, in bytes.
const MAX_QUERY: usize = 16 * 1024;

/// Every route of EPCIS.
pub fn router() -> Router<Shared> {
    let documents = Router::new()
        .route(
            "/epcis/capture",
            get(capture::jobs).post(capture::post).options(options),
        )
        .route(
            "/epcis/events",
            get(events::get).post(events::post).options(options),
        )
        .layer(DefaultBodyLimit::max(MAX_BODY));
    Router::new()
        .route("/epcis", get(resources::top).options(options))
        .route("/epcis/capture/{id}", get(capture::job).options(options))
        .route("/epcis/events/{id}", get(events::one).options(options))
        .route(
            "/epcis/eventTypes",
            get(resources::event_types).options(options),
        )
        .route(
            "/epcis/eventTypes/{value}",
            get(resources::event_type).options(options),
        )
        .route(
            "/epcis/eventTypes/{value}/events",
            get(resources::event_type_events).options(options),
        )
        .route("/epcis/epcs", get(resources::epcs).options(options))
        .route("/epcis/epcs/{value}", get(resources::epc).options(options))
        .route(
            "/epcis/epcs/{value}/events",
            get(resources::epc_events).options(options),
        )
        .route(
            "/epcis/bizSteps",
            get(resources::biz_steps).options(options),
        )
        .route(
            "/epcis/bizSteps/{value}",
            get(resources::biz_step).options(options),
        )
        .route(
            "/epcis/bizSteps/{value}/events",
            get(resources::biz_step_events).options(options),
        )
        .route(
            "/epcis/dispositions",
            get(resources::dispositions).options(options),
        )
        .route(
            "/epcis/dispositions/{value}",
            get(resources::disposition).options(options),
        )
        .route(
            "/epcis/dispositions/{value}/events",
            get(resources::disposition_events).options(options),
        )
        .route(
            "/epcis/readPoints",
            get(resources::read_points).options(options),
        )
        .route(
            "/epcis/readPoints/{value}",
            get(resources::read_point).options(options),
        )
        .route(
            "/epcis/readPoints/{value}/events",
            get(resources::read_point_events).options(options),
        )
        .route(
            "/epcis/bizLocations",
            get(resources::biz_locations).options(options),
        )
        .route(
            "/epcis/bizLocations/{value}",
            get(resources::biz_location).options(options),
        )
        .route(
            "/epcis/bizLocations/{value}/events",
            get(resources::biz_location_events).options(options),
        )
        .route(
            "/epcis/queries",
            get(queries::list).post(queries::post).options(options),
        )
        .route(
            "/epcis/queries/{name}",
            get(queries::one).delete(queries::remove).options(options),
        )
        .route(
            "/epcis/queries/{name}/events",
            get(queries::events).options(options),
        )
        .route(
            "/epcis/queries/{name}/subscriptions",
            get(subscriptions::list)
                .post(subscriptions::post)
                .options(options),
        )
        .route(
            "/epcis/queries/{name}/subscriptions/{id}",
            get(subscriptions::one)
                .delete(subscriptions::remove)
                .options(options),
        )
        .route(
            "/epcis/nextPageToken/{token}",
            delete(resources::forget_token).options(options),
        )
        .layer(DefaultBodyLimit::max(extract::MAX_BODY))
        .merge(documents)
        .route_layer(middleware::from_fn(can_be_answered))
}

/// Refuses what can't be answered whatever it asks.
async fn can_be_answered(request: Request, next: Next) -> Response {
    let length = request.uri().query().map_or(0, str::len);
    if length > MAX_QUERY {
        let detail = format!(
            "A question in an address may have {MAX_QUERY} bytes. Keep it as a query with a name."
        );
        return ApiError::from(ExceptionKind::UriTooLong.because(detail)).into_response();
    }
    let accept = request.headers().get(header::ACCEPT);
    if !accept.is_none_or(takes_json) {
        let detail = "EPCIS is answered in JSON here. Ask for `application/json`.";
        return ApiError::from(ExceptionKind::NotAcceptable.because(detail)).into_response();
    }
    for (min, max, version) in VERSIONS {
        let range = |name: &str| request.headers().get(name);
        if !is_within(range(min), range(max), version) {
            let detail = "EPCIS 2.0 with CBV 2.0 is spoken here, and no other version. Ask for it.";
            return ApiError::from(ExceptionKind::NotAcceptable.because(detail)).into_response();
        }
    }
    next.run(request).await
}

/// The headers that say which versions may be answered in, and the one that is.
const VERSIONS: [(&str, &str, (u32, u32)); 2] = [
    ("gs1-epcis-min", "gs1-epcis-max", (2, 0)),
    ("gs1-cbv-min", "gs1-cbv-max", (2, 0)),
];

/// Whether a version lies in a range; an end that isn't there is open, and one that can't be read
/// holds nothing.
fn is_within(min: Option<&HeaderValue>, max: Option<&HeaderValue>, version: (u32, u32)) -> bool {
    let read = |value: &HeaderValue| {
        let mut parts = value.to_str().ok()?.trim().split('.');
        let major: u32 = parts.next()?.parse().ok()?;
        let minor: u32 = parts.next().unwrap_or("0").parse().ok()?;
        Some((major, minor))
    };
    min.is_none_or(|min| read(min).is_some_and(|min| min <= version))
        && max.is_none_or(|max| read(max).is_some_and(|max| version <= max))
}

/// Whether an `Accept` header takes JSON in any way; a `q` of 0 is none.
fn takes_json(accept: &HeaderValue) -> bool {
    let Ok(accept) = accept.to_str() else {
        return true;
    };
    accept.split(',').any(|part| {
        let mut parts = part.split(';').map(str::trim);
        let kind = parts.next().unwrap_or("").to_ascii_lowercase();
        let is_json = matches!(
            &kind[..],
            "" | "*/*"
                | "application/*"
                | "application/json"
                | "application/ld+json"
                | "application/problem+json"
        );
        is_json && !parts.any(|parameter| matches!(parameter, "q=0" | "q=0.0" | "q=0.000"))
    })
}

const VERSION: HeaderName = HeaderName::from_static("gs1-epcis-version");
const CBV_VERSION: HeaderName = HeaderName::from_static("gs1-cbv-version");
const CAPTURE_LIMIT: HeaderName = HeaderName::from_static("gs1-epcis-capture-limit");
const SIZE_LIMIT: HeaderName = HeaderName::from_static("gs1-epcis-capture-file-size-limit");
const BEHAVIOUR: HeaderName = HeaderName::from_static("gs1-capture-error-behaviour");

/// What is spoken here, for whoever asks before they begin; no key is needed to know it.
pub async fn options(path: MatchedPath) -> Response {
    let allowed = match path.as_str() {
        "/epcis/capture" | "/epcis/events" | "/epcis/queries" => "OPTIONS, GET, POST",
        "/epcis/queries/{name}/subscriptions" => "OPTIONS, GET, POST",
        "/epcis/queries/{name}" | "/epcis/queries/{name}/subscriptions/{id}" => {
            "OPTIONS, GET, DELETE"
        }
        "/epcis/nextPageToken/{token}" => "OPTIONS, DELETE",
        _ => "OPTIONS, GET",
    };
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    headers.insert(header::ALLOW, HeaderValue::from_static(allowed));
    for (name, value) in [
        ("gs1-epcis-version", "2.0.0"),
        ("gs1-epcis-min", "2.0.0"),
        ("gs1-epcis-max", "2.0.0"),
        ("gs1-cbv-version", "2.0.0"),
        ("gs1-cbv-min", "2.0.0"),
        ("gs1-cbv-max", "2.0.0"),
        // Where nothing else is asked for, events leave in the form in which they came.
        (
            "gs1-epc-format",
            "Never_Translates, Always_GS1_Digital_Link",
        ),
        ("gs1-cbv-xml-format", "Never_Translates"),
        ("gs1-extensions", ""),
        ("gs1-vendor-version", env!("CARGO_PKG_VERSION")),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if path.as_str().starts_with("/epcis/capture") || path.as_str() == "/epcis/events" {
        limits(headers);
        headers.insert(BEHAVIOUR, HeaderValue::from_static("all"));
    }
    response
}

/// How much one call may bring.
pub(crate) fn limits(headers: &mut HeaderMap) {
    headers.insert(CAPTURE_LIMIT, HeaderValue::from(MAX_EVENTS));
    headers.insert(SIZE_LIMIT, HeaderValue::from(MAX_BODY));
}

/// A JSON answer with the versions that it is written in.
fn answer(status: StatusCode, body: &Value) -> Response {
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(VERSION, HeaderValue::from_static("2.0.0"));
    headers.insert(CBV_VERSION, HeaderValue::from_static("2.0.0"));
    response
}

/// A body of JSON, of at most so many bytes.
async fn json_body(request: Request, max: usize) -> Result<Value, ApiError> {
    if is_xml(&request)? {
        let detail = "This is read in JSON here. Send `application/json`; a whole document in XML \
                      goes to `/epcis/capture`.";
        return Err(ExceptionKind::UnsupportedMediaType.because(detail).into());
    }
    let bytes = bytes(request, max).await?;
    parsed(move || from_json(&bytes)).await
}

/// A document in JSON-LD or XML, of at most so many bytes; as JSON-LD.
async fn document_body(request: Request, max: usize) -> Result<Value, ApiError> {
    let is_xml = is_xml(&request)?;
    let bytes = bytes(request, max).await?;
    parsed(move || match (is_xml, std::str::from_utf8(&bytes)) {
        (false, _) => from_json(&bytes),
        (true, Ok(text)) => epcis::from_xml(text),
        (true, Err(_)) => {
            let detail = "The XML is not in UTF-8. Write it so and send it again.";
            Err(ExceptionKind::Validation.because(detail))
        }
    })
    .await
}

fn from_json(bytes: &[u8]) -> Result<Value, Exception> {
    serde_json::from_slice(bytes).map_err(|error| {
        let detail = format!("This is no JSON: {error}. Correct it and send it again.");
        ExceptionKind::Validation.because(detail)
    })
}

/// Whether a body says that it is XML; it must say that it is that or JSON.
fn is_xml(request: &Request) -> Result<bool, ApiError> {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .map(|value| value.trim().to_ascii_lowercase());
    match kind.as_deref() {
        None | Some("application/json" | "application/ld+json") => Ok(false),
        Some("application/xml" | "text/xml") => Ok(true),
        Some(_) => {
            let detail = "EPCIS is read in JSON and XML here. Send `application/json` or \
                          `application/xml`.";
            Err(ExceptionKind::UnsupportedMediaType.because(detail).into())
        }
    }
}

async fn bytes(request: Request, max: usize) -> Result<Bytes, ApiError> {
    let bytes = extract::bytes(request, max).await;
    bytes.map_err(|error| match error {
        ApiError::TooLarge(max) => ApiError::Epcis(too_large(max)),
        other => other,
    })
}

/// Reading takes a while: on a thread where nobody else waits.
async fn parsed(
    parse: impl FnOnce() -> Result<Value, Exception> + Send + 'static,
) -> Result<Value, ApiError> {
    let read = tokio::task::spawn_blocking(parse).await;
    Ok(read.map_err(|error| ApiError::Internal(error.into()))??)
}

fn too_large(max: usize) -> Exception {
    let detail = format!("At most {max} bytes can be sent here. Send the events in parts.");
    ExceptionKind::CaptureLimitExceeded.because(detail)
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
