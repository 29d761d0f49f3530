//! `/verify/gtin/…` and `/checkConnectivity`: product identifiers verified for the US trade (GS1
//! Lightweight Messaging 1.0.2).

use axum::{
    Json,
    extract::{Path, Query, State, rejection::QueryRejection},
    http::HeaderMap,
};
use serde::{Deserialize, Serialize};
use wire::problem::Problem;

use crate::{
    error::ApiError,
    key,
    scope::Scope,
    state::Shared,
    verification::{self, Question, Verification},
};

/// The query of both. `linkType` and `context` led here, and say nothing more.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// Who asks.
    #[serde(rename = "reqGLN")]
    requester: Option<String>,
    /// The expiry, YYMMDD.
    exp: Option<String>,
    /// What they call the question by.
    #[serde(rename = "corrUUID")]
    id: Option<String>,
    /// The product, where connectivity is asked for.
    gtin: Option<String>,
}

/// That whoever asks would be answered.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Connected {
    /// The GLN of who answers.
    #[serde(rename = "responderGLN")]
    responder_gln: Option<String>,
    /// The releases of the standard that are spoken here.
    supported_versions: [&'static str; 1],
}

/// Verifies a product identifier.
#[utoipa::path(
    get, path = "/verify/gtin/{gtin}/lot/{lot}/ser/{serial}", tag = "verification",
    params(
        ("gtin" = String, Path, description = "AI 01, 14 digits."),
        ("lot" = String, Path, description = "AI 10."),
        ("serial" = String, Path, description = "AI 21."),
        ("exp" = String, Query, description = "AI 17, YYMMDD."),
        ("reqGLN" = String, Query, description = "The GLN of who asks."),
        ("corrUUID" = Option<String>, Query, description = "Comes back in the answer."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "Verified or not, with the reason.", body = Verification),
        (status = 400, description = "A part of the address is wrong.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key is another brand's, or lacks the scope `verification`.", body = Problem),
        (status = 404, description = "The product is not known here.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    Path((gtin, lot, serial)): Path<(String, String, String)>,
    query: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Json<Verification>, ApiError> {
    let holder = key::holder(&app, &headers, Scope::Verification).await?;
    let asked = read(query)?;
    verification::check_requester(asked.requester.as_deref())?;
    let question = Question::read(
        &gtin,
        &lot,
        &serial,
        asked.exp.as_deref(),
        asked.id.as_deref(),
        app.clock.today(),
    )?;
    verification::verify(&app, &holder, &question)
        .await
        .map(Json)
}

/// Whether a question about a product would be answered.
#[utoipa::path(
    get, path = "/checkConnectivity", tag = "verification",
    params(
        ("gtin" = String, Query, description = "14 digits."),
        ("reqGLN" = String, Query, description = "The GLN of who asks."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "It would.", body = Connected),
        (status = 400, description = "A part of the address is wrong.", body = Problem),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key is another brand's, or lacks the scope `verification`.", body = Problem),
        (status = 404, description = "The product is not known here.", body = Problem),
    ),
)]
pub async fn connectivity(
    State(app): State<Shared>,
    query: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Json<Connected>, ApiError> {
    let holder = key::holder(&app, &headers, Scope::Verification).await?;
    let asked = read(query)?;
    verification::check_requester(asked.requester.as_deref())?;
    let gtin = verification::read_gtin(asked.gtin.as_deref().unwrap_or_default())?;
    Ok(Json(Connected {
        responder_gln: verification::responder(&app, &holder, &gtin).await?,
        supported_versions: ["1.0.2"],
    }))
}

fn read(query: Result<Query<Asked>, QueryRejection>) -> Result<Asked, ApiError> {
    match query {
        Ok(Query(asked)) => Ok(asked),
        Err(rejection) => Err(ApiError::Malformed(rejection.body_text())),
    }
}
