//! `POST /v1/sweep`: many packs at once, as an inspector sees them.

use axum::{
    Json,
    extract::{Request, State},
};
use trace::{Country, Point};
use wire::{
    inspect::{SweepAnswer, SweepRequest},
    problem::Problem,
};

use super::{Inspector, field};
use crate::{
    clock::parse_rfc3339,
    code::{self, Code},
    error::ApiError,
    http::{extract, verify::point_of},
    state::Shared,
    sweep::{self, Sweep},
    verify::Given,
};

/// Codes of one sweep, at the most.
pub const MAX_CODES: usize = 200;

/// The largest body, in bytes: as many codes as long as a symbol holds.
pub const MAX_BODY: usize = 1024 * 1024;

/// Judges codes in their order: for each the consumer's verdict, and what only an inspector sees. It
/// counts apart from consumers' checks. Of a product that its brand didn't let one's authority see,
/// there is the consumer's answer alone.
#[utoipa::path(
    post, path = "/v1/sweep", tag = "inspect",
    request_body = SweepRequest,
    responses(
        (status = 200, description = "An answer for each code, in their order.", body = SweepAnswer),
        (status = 400, description = "Not JSON.", body = Problem),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 413, description = "Larger than 1 MB.", body = Problem),
        (status = 422, description = "A field is wrong, or there are more than 200 codes.", body = Problem),
        (status = 429, description = "The organisation's inspectors have had very many codes judged; `Retry-After` says when to go on.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    inspector: Inspector,
    request: Request,
) -> Result<Json<SweepAnswer>, ApiError> {
    let asked: SweepRequest = extract::json(request, MAX_BODY).await?;
    if asked.codes.len() > MAX_CODES {
        return Err(field(
            "codes",
            "there are more than 200; send them in parts",
        ));
    }
    let organisation = &inspector.organisation.id;
    app.limiter
        .sweep(organisation, asked.codes.len(), app.clock.now())?;
    if let Some(inspection) = &asked.inspection {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if !(1..=64).contains(&inspection.len()) || !inspection.chars().all(is_name) {
            let told = "it has 1 to 64 letters, digits and hyphens";
            return Err(field("inspection", told));
        }
    }
    let market = match &asked.market {
        None => None,
        Some(text) => {
            Some(Country::new(text).ok_or_else(|| field("market", "write two letters, as PL"))?)
        }
    };
    let point: Option<(Point, Option<f64>)> = asked.place.as_ref().map(point_of).transpose()?;
    let mut codes = Vec::with_capacity(asked.codes.len());
    for swept in &asked.codes {
        if swept.code.len() > code::MAX_BYTES {
            return Err(field("code", "one has more than 4096 bytes"));
        }
        let symbology = match &swept.symbology_identifier {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| {
                field(
                    "symbology_identifier",
                    "write it as the decoder does, like ]d2",
                )
            })?),
        };
        let at = match &swept.scanned_at {
            None => None,
            Some(text) => Some(parse_rfc3339(text).ok_or_else(|| {
                field(
                    "scanned_at",
                    "write date, time and offset, as 2026-11-24T10:20:30Z",
                )
            })?),
        };
        codes.push((Code::read(&swept.code, symbology, false), at));
    }
    let sweep = Sweep {
        codes,
        given: Given { point, market },
        inspector: inspector.0,
    };
    sweep::sweep(&app, sweep).await.map(Json)
}
