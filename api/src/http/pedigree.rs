//! `GET /v1/pedigree/…` and the page `/pedigree/…`: what a thing was made of, where it was, and what became of it.

use axum::{
    extract::{OriginalUri, Query, State, rejection::QueryRejection},
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use trace::{Epc, Limits, Way};
use wire::{pedigree::Pedigree, problem::Problem};

use super::{granted::looked, visitor::Visitor};
use crate::{
    code::{Code, batch_epc},
    depth::Depth,
    epcis,
    error::ApiError,
    granted,
    key::{self, Holder},
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

impl Asked {
    /// As far as it goes that way.
    pub(super) fn in_direction(direction: &str) -> Asked {
        Asked {
            direction: Some(direction.to_owned()),
            levels: None,
        }
    }
}

/// The pedigree of a unit, a batch, a case, or anything else that events name.
///
/// Without a key, of things of known products alone, and what everybody may see; with one of the
/// scope `query`, all that the key's brand has captured; with an authority's, the same of what it was
/// granted as deep as `journey`, and of the rest what everybody sees.
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
) -> Result<Response, ApiError> {
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let path = uri.path().strip_prefix("/v1/pedigree/").unwrap_or_default();
    let reader = match headers.contains_key(header::AUTHORIZATION) {
        true => reader(&app, &headers).await?,
        false => Reader::Anybody,
    };
    let question = question(&app, &visitor, thing(path)?, &asked, reader).await?;
    let json = pedigree::pedigree(&app, question, |answer| json(&answer)).await?;
    let json = json.map_err(|error| ApiError::Internal(error.into()))?;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    Ok((kind, json).into_response())
}

/// With room for all of it at once: there are megabytes of it.
fn json(answer: &Pedigree<'_>) -> serde_json::Result<Vec<u8>> {
    const STEP: usize = 360;
    let mut json = Vec::with_capacity((answer.steps.len() + answer.things.len() + 8) * STEP);
    serde_json::to_writer(&mut json, answer)?;
    Ok(json)
}

/// The page of a pedigree, for everybody.
pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    let thing = thing(uri.path().strip_prefix("/pedigree/").unwrap_or_default())?;
    let question = question(&app, &visitor, thing, &Asked::default(), Reader::Anybody).await?;
    let pedigree = pedigree::pedigree(&app, question, |answer| answer.into_owned()).await?;
    let (context, cookie) = pages::context(&app, &visitor, visitor.session, None)?;
    let page = app::pages::pedigree(&pedigree, &context, uri.path());
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// Whoever has no key.
    Anybody,
    /// A brand, about its own.
    Brand(String),
    /// An authority, about what it was granted.
    Authority(String),
}

async fn reader(app: &Shared, headers: &HeaderMap) -> Result<Reader, ApiError> {
    let (holder, scopes) = key::of(app, headers).await?;
    match holder {
        Holder::Brand(brand) if scopes.has(Scope::Query) => Ok(Reader::Brand(brand)),
        Holder::Authority(authority) if scopes.has(Scope::Granted) => {
            Ok(Reader::Authority(authority))
        }
        Holder::Brand(_) | Holder::Partner(_) => Err(ApiError::Scope(Scope::Query.id())),
        Holder::Authority(_) => Err(ApiError::Scope(Scope::Granted.id())),
        Holder::Teller(_) => Err(ApiError::ForPartner),
    }
}

/// Whether an authority may see where a thing was; that it looked is on the record then.
async fn may_follow(
    app: &Shared,
    authority: &str,
    brand: &str,
    code: &Code,
    thing: &Epc,
) -> Result<bool, ApiError> {
    let depth = app.store.read(|db| granted::depth(db, authority, code));
    if depth.await?.is_none_or(|depth| depth < Depth::Journey) {
        return Ok(false);
    }
    let entry = looked(authority, brand, &thing.0, app.clock.now());
    app.store.write(move |tx| tx.log_access(&entry)).await?;
    Ok(true)
}

/// What is asked: by whom, of what, and how far.
pub(super) async fn question(
    app: &Shared,
    visitor: &Visitor,
    thing: Epc,
    asked: &Asked,
    reader: Reader,
) -> Result<Question, ApiError> {
    let way = way(asked.direction.as_deref(), reader != Reader::Anybody)?;
    let mut limits = Limits::default();
    if let Some(levels) = asked.levels {
        if !(1..=limits.levels).contains(&levels) {
            let most = limits.levels;
            return Err(ApiError::Malformed(format!("`levels` is 1 to {most}")));
        }
        limits.levels = levels;
    }
    let code = Code::read(&format!("https://id.gs1.org/{}", thing.0), None, false);
    let known = known(app, visitor, &code).await?;
    let owner = known.brand.as_ref().map(|brand| brand.id.clone());
    let (brand, view) = match (reader, owner) {
        (Reader::Brand(brand), Some(owner)) if brand != owner => return Err(ApiError::NotFound),
        (Reader::Brand(brand), _) => (brand, View::Full),
        (Reader::Anybody | Reader::Authority(_), None) => return Err(ApiError::NotFound),
        (Reader::Anybody, Some(owner)) => (owner, View::Public),
        (Reader::Authority(authority), Some(owner)) => {
            match may_follow(app, &authority, &owner, &code, &thing).await? {
                true => (owner, View::Full),
                // Of what was not granted, what everybody sees.
                false if way == Way::Up => (owner, View::Public),
                false => return Err(ApiError::NotFound),
            }
        }
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
pub(super) fn thing(path: &str) -> Result<Epc, ApiError> {
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
    Ok(*known)
}

/// The batch that a unit is of.
pub(super) fn classes(code: &Code, known: &Known) -> Vec<Epc> {
    let batch = known.batch.as_ref().filter(|_| known.unit.is_some());
    let class = batch.zip(code.gtin());
    class
        .map(|(batch, gtin)| batch_epc(*gtin, &batch.batch))
        .into_iter()
        .collect()
}
