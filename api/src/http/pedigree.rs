//! `GET /v1/pedigree/…` and the page `/pedigree/…`: what a thing was made of, where it was, and what became of it.

use axum::{
    Json,
    extract::{OriginalUri, Query, State, rejection::QueryRejection},
    http::{HeaderMap, header},
    response::Response,
};
use serde::Deserialize;
use trace::{Epc, Limits, Way};
use wire::{pedigree::Pedigree, problem::Problem};

use super::visitor::Visitor;
use crate::{
    code::{Code, batch_epc},
    epcis,
    error::ApiError,
    key,
    known::Known,
    pages::{self, Document},
    pedigree::{self, Question, View},
    scope::Scope,
    state::Shared,
};

/// What of a pedigree is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    /// `up`, `down` or `both`.
    direction: Option<String>,
    /// Steps through transformations, 1 to 16.
    levels: Option<i32>,
}

/// The pedigree of a unit, a batch, a case, or anything else that events name.
///
/// Without a key, of things of known products alone, and what everybody may see; with one of the
/// scope `query`, all that the key's brand has captured.
#[utoipa::path(
    get, path = "/v1/pedigree/{thing}", tag = "pedigree",
    params(
        ("thing" = String, Path, description = "The path of a Digital Link (`01/09506000134352/10/L7`), or an EPC as events name it."),
        ("direction" = Option<String>, Query, description = "`up` (default): what it was made of; `down`: what was made of it; `both`. All but `up` need a key."),
        ("levels" = Option<i32>, Query, description = "Steps through transformations, 1 to 16."),
    ),
    responses(
        (status = 200, description = "The pedigree; `cut` says where it is not whole.", body = Pedigree),
        (status = 400, description = "No such direction, or no thing that can be read.", body = Problem),
        (status = 401, description = "That needs an API key.", body = Problem),
        (status = 403, description = "The key lacks the scope `query`.", body = Problem),
        (status = 404, description = "No brand here has this.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<Pedigree>, ApiError> {
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let path = uri.path().strip_prefix("/v1/pedigree/").unwrap_or_default();
    let brand = match headers.contains_key(header::AUTHORIZATION) {
        true => Some(key::brand(&app, &headers, Scope::Query).await?),
        false => None,
    };
    let question = question(&app, &visitor, path, &asked, brand).await?;
    Ok(Json(pedigree::pedigree(&app, question).await?))
}

/// The page of a pedigree, for everybody.
pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    let thing = uri.path().strip_prefix("/pedigree/").unwrap_or_default();
    let question = question(&app, &visitor, thing, &Asked::default(), None).await?;
    let pedigree = pedigree::pedigree(&app, question).await?;
    let (context, cookie) = pages::context(&app, &visitor, visitor.session, None)?;
    let page = app::pages::pedigree(&pedigree, &context, uri.path());
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// What is asked: by whom, of what, and how far.
pub(super) async fn question(
    app: &Shared,
    visitor: &Visitor,
    path: &str,
    asked: &Asked,
    brand: Option<String>,
) -> Result<Question, ApiError> {
    let way = way(asked.direction.as_deref(), brand.is_some())?;
    let mut limits = Limits::default();
    if let Some(levels) = asked.levels {
        if !(1..=limits.levels).contains(&levels) {
            let most = limits.levels;
            return Err(ApiError::Malformed(format!("`levels` is 1 to {most}")));
        }
        limits.levels = levels;
    }
    let thing = thing(path)?;
    let code = Code::read(&format!("https://id.gs1.org/{}", thing.0), None, false);
    let known = known(app, visitor, &code).await?;
    let owner = known.brand.as_ref().map(|brand| brand.id.clone());
    let view = match brand {
        Some(_) => View::Full,
        None => View::Public,
    };
    let brand = match (brand, owner) {
        (Some(brand), Some(owner)) if brand != owner => return Err(ApiError::NotFound),
        (Some(brand), _) | (None, Some(brand)) => brand,
        (None, None) => return Err(ApiError::NotFound),
    };
    Ok(Question {
        brand,
        classes: classes(&code, &known),
        thing,
        way,
        limits,
        view,
        language: visitor.language().to_owned(),
    })
}

fn way(direction: Option<&str>, has_key: bool) -> Result<Way, ApiError> {
    let way = match direction {
        None | Some("up") => Way::Up,
        Some("down") => Way::Down,
        Some("both") => Way::Both,
        Some(other) => {
            let told = format!("`{other}` is no direction: ask for `up`, `down` or `both`");
            return Err(ApiError::Malformed(told));
        }
    };
    match way {
        Way::Up => Ok(way),
        // What else was made of the same is the brand's own affair.
        Way::Down | Way::Both if has_key => Ok(way),
        Way::Down | Way::Both => Err(ApiError::Unauthorized),
    }
}

/// The thing that a path names: a Digital Link's, or any EPC's URI.
fn thing(path: &str) -> Result<Epc, ApiError> {
    let is_link = path.starts_with(|first: char| first.is_ascii_digit());
    let text = match is_link {
        true => format!("https://id.gs1.org/{path}"),
        false => percent_encoding::percent_decode_str(path)
            .decode_utf8_lossy()
            .into_owned(),
    };
    if text.len() > crate::code::MAX_BYTES {
        return Err(ApiError::Malformed(
            "the thing's name is too long".to_owned(),
        ));
    }
    epcis::canonical_epc(&text).map_err(ApiError::Malformed)
}

/// What is on record of a trade item; nothing for anything else. Asking for serials that don't
/// exist is guessing here, too.
async fn known(app: &Shared, visitor: &Visitor, code: &Code) -> Result<Known, ApiError> {
    let now = app.clock.now();
    app.limiter.look_up(visitor.client, code, now)?;
    let known = app
        .catalog
        .look_up(&app.store, &app.issue_key, code)
        .await?;
    if known.is_guess(code) {
        app.limiter.guessed(visitor.client, code, now);
        // A serial that was never issued has no pedigree, whatever events say.
        return Err(ApiError::NotFound);
    }
    Ok(known)
}

/// The batch that a unit is of.
fn classes(code: &Code, known: &Known) -> Vec<Epc> {
    let batch = known.batch.as_ref().filter(|_| known.unit.is_some());
    let class = batch.zip(code.gtin());
    class
        .map(|(batch, gtin)| batch_epc(*gtin, &batch.batch))
        .into_iter()
        .collect()
}
