//! `/v1/number-pools`: serials for production lines, and their reports.

use axum::{
    Json as JsonResponse,
    extract::{FromRequest, Path, Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use wire::{
    convert::rfc3339,
    pool::{HiddenCodes, Pool, PoolCode, PoolRequest, ReportRequest, Reported},
    problem::Problem,
};

use super::extract::{self, Json};
use crate::{
    error::ApiError,
    key,
    number_pool::{self, Filled},
    scope::Scope,
    state::Shared,
};

/// The largest report, in bytes.
pub const MAX_BODY: usize = 2 * 1024 * 1024;

/// How a pool is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Format {
    #[default]
    Json,
    Links,
    ElementStrings,
}

/// The query.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    format: Format,
}

/// How hidden codes are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum HiddenFormat {
    #[default]
    Json,
    Csv,
}

/// The query of hidden codes.
#[derive(Debug, Deserialize)]
pub struct HiddenWanted {
    #[serde(default)]
    format: HiddenFormat,
}

/// Gives a production line so many codes. They are issued before the answer leaves; the same
/// request under the same key has the same codes again, whatever became of the first answer.
#[utoipa::path(
    post, path = "/v1/number-pools", tag = "production",
    request_body = PoolRequest,
    params(
        ("Idempotency-Key" = String, Header, description = "16 to 128 characters that stand for this request alone, such as a UUID."),
        ("format" = Option<String>, Query, description = "`json`, or a code a line: `links`, `element-strings`."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 201, description = "The codes; `Location` names the pool.", body = Pool),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `issue`.", body = Problem),
        (status = 422, description = "A field is wrong, or the key stood for another request.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Issue).await?;
    let Json(request): Json<PoolRequest> = Json::from_request(request, &app).await?;
    let format = format_of(wanted)?;
    let key = idempotency_key(&headers)?;
    let own = app.public_origin.as_deref().unwrap_or(gs1::CANONICAL_STEM);
    let stem = request.stem.as_deref().unwrap_or(own).to_owned();
    let filled = number_pool::ask(&app, &brand, key, &request, &stem).await?;
    let location = format!("/v1/number-pools/{}", filled.pool.id);
    let mut response = written(filled, format);
    *response.status_mut() = StatusCode::CREATED;
    if let Ok(location) = HeaderValue::from_str(&location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

/// A pool of the key's brand, with what was reported of it.
#[utoipa::path(
    get, path = "/v1/number-pools/{id}", tag = "production",
    params(
        ("id" = String, Path, description = "As `Location` named it."),
        ("format" = Option<String>, Query, description = "`json`, or a code a line: `links`, `element-strings`."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The pool.", body = Pool),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `issue`.", body = Problem),
        (status = 404, description = "No such pool of this brand.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Issue).await?;
    let format = format_of(wanted)?;
    let filled = number_pool::look_up(&app, &brand, &id).await?;
    Ok(written(filled, format))
}

/// The hidden codes of a pool, for whoever prints them: never beside the visible codes, by a scope
/// of their own, and each time in the brand's access log.
#[utoipa::path(
    get, path = "/v1/number-pools/{id}/hidden-codes", tag = "production",
    params(
        ("id" = String, Path, description = "As `Location` named it."),
        ("format" = Option<String>, Query, description = "`json`, or `csv`."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "A hidden code beside each serial.", body = HiddenCodes),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `hidden`.", body = Problem),
        (status = 404, description = "No such pool of this brand.", body = Problem),
        (status = 422, description = "The pool was asked for without hidden codes.", body = Problem),
    ),
)]
pub async fn hidden(
    State(app): State<Shared>,
    Path(id): Path<String>,
    wanted: Result<Query<HiddenWanted>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Hidden).await?;
    let Query(HiddenWanted { format }) = wanted.map_err(|_| ApiError::Field {
        field: "format",
        detail: "write `json` or `csv`".to_owned(),
    })?;
    let codes = number_pool::hidden_codes(&app, &brand, &id).await?;
    Ok(match format {
        HiddenFormat::Json => JsonResponse(codes).into_response(),
        HiddenFormat::Csv => {
            let mut text = "serial,hidden_code\n".to_owned();
            for unit in &codes.hidden_codes {
                text.push_str(&format!("{},{}\n", unit.serial, unit.hidden_code));
            }
            let kind = HeaderValue::from_static("text/csv; charset=utf-8");
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
    })
}

/// Takes what became of a pool's serials: all of the report or, where any of it is wrong, nothing.
#[utoipa::path(
    post, path = "/v1/number-pools/{id}/reports", tag = "production",
    request_body = ReportRequest,
    params(
        ("id" = String, Path, description = "As `Location` named it."),
        ("Idempotency-Key" = String, Header, description = "16 to 128 characters that stand for this report alone, such as a UUID."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "What was reported of the pool so far.", body = Reported),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `issue`.", body = Problem),
        (status = 404, description = "No such pool of this brand.", body = Problem),
        (status = 409, description = "A serial was rejected before and can't be good any more.", body = Problem),
        (status = 413, description = "Larger than 2 MB.", body = Problem),
        (status = 422, description = "A field is wrong, or the key stood for another report.", body = Problem),
    ),
)]
pub async fn report(
    State(app): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Result<JsonResponse<Reported>, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Issue).await?;
    let bytes = extract::bytes(request, MAX_BODY).await?;
    let report: ReportRequest =
        serde_json::from_slice(&bytes).map_err(|error| ApiError::Malformed(error.to_string()))?;
    let key = idempotency_key(&headers)?;
    number_pool::report(&app, &brand, &id, key, &report)
        .await
        .map(JsonResponse)
}

fn format_of(wanted: Result<Query<Wanted>, QueryRejection>) -> Result<Format, ApiError> {
    match wanted {
        Ok(Query(wanted)) => Ok(wanted.format),
        Err(_) => Err(ApiError::Field {
            field: "format",
            detail: "write `json`, `links` or `element-strings`".to_owned(),
        }),
    }
}

fn written(filled: Filled, format: Format) -> Response {
    let lines = |line: fn(&crate::issuing::UnitCode) -> &str| {
        let mut text = String::new();
        for code in &filled.codes {
            text.push_str(line(code));
            text.push('\n');
        }
        let kind = HeaderValue::from_static("text/plain; charset=utf-8");
        ([(header::CONTENT_TYPE, kind)], text).into_response()
    };
    match format {
        Format::Links => lines(|code| &code.digital_link),
        Format::ElementStrings => lines(|code| &code.element_string),
        Format::Json => JsonResponse(Pool {
            id: filled.pool.id,
            gtin: filled.gtin.to_string(),
            batch: filled.range.batch,
            count: filled.range.count,
            with_hidden: filled.range.has_hidden,
            signing_key: filled.range.signing_key,
            created_at: rfc3339(filled.pool.created_at),
            reported: filled.reported,
            codes: filled
                .codes
                .into_iter()
                .map(|code| PoolCode {
                    serial: code.serial,
                    digital_link: code.digital_link,
                    element_string: code.element_string,
                })
                .collect(),
        })
        .into_response(),
    }
}

/// Without one, an answer that is lost on its way would cost serials, or count a report twice.
fn idempotency_key(headers: &HeaderMap) -> Result<&str, ApiError> {
    let key = headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok());
    key.filter(|key| (16..=128).contains(&key.len()))
        .ok_or_else(|| ApiError::Field {
            field: "Idempotency-Key",
            detail: "send 16 to 128 characters that stand for this request alone, such as a UUID"
                .to_owned(),
        })
}
