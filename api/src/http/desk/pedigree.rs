//! `/desk/pedigree`: a brand's own staff see the whole way of what is theirs.

use app::pages::desk::{DIRECTIONS, PedigreeShown};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use serde::Deserialize;
use trace::Epc;

use super::Desk;
use crate::{
    code::{Code, MAX_BYTES},
    epcis::canonical_epc,
    error::ApiError,
    http::pedigree::{self as pedigree_of, Asked, Reader, question},
    pedigree,
    role::Permission,
    state::Shared,
};

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// A code as it was scanned or typed, or an EPC.
    #[serde(default)]
    thing: String,
    #[serde(default)]
    direction: String,
}

/// The form, and the way of what was asked for below it.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let brand = desk.brand()?.to_owned();
    let Query(wanted) = wanted.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let direction = DIRECTIONS.into_iter().find(|own| *own == wanted.direction);
    let direction = direction.unwrap_or(DIRECTIONS[0]).to_owned();
    let mut shown = PedigreeShown {
        thing: wanted.thing.trim().to_owned(),
        direction,
        ..PedigreeShown::default()
    };
    if !shown.thing.is_empty() {
        let asked = Asked::in_direction(&shown.direction);
        let question = async {
            let thing = thing(&shown.thing)?;
            question(&app, &desk.visitor, thing, &asked, Reader::Brand(brand)).await
        };
        match question.await {
            Ok(question) => {
                let way = pedigree::pedigree(&app, question, |answer| answer.into_owned()).await?;
                match way.steps.is_empty() {
                    true => shown.wrong = Some("unknown"),
                    false => shown.way = Some(way),
                }
            }
            Err(ApiError::NotFound) => shown.wrong = Some("unknown"),
            Err(ApiError::Malformed(_)) => shown.wrong = Some("unreadable"),
            Err(error) => return Err(error),
        }
    }
    let page = app::pages::desk::pedigree(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// What was scanned or typed: a path as signals name things, a URI as events do, or a code of any kind;
/// of one with a serial and a batch, the unit.
fn thing(text: &str) -> Result<Epc, ApiError> {
    let is_path = text
        .split_once('/')
        .is_some_and(|(key, _)| key.bytes().all(|byte| byte.is_ascii_digit()));
    if is_path || text.len() > MAX_BYTES {
        return pedigree_of::thing(text);
    }
    let read = canonical_epc(text).or_else(|fault| {
        let code = Code::read(text, None, true);
        let path = code.path().filter(|_| !code.is_broken());
        path.map_or(Err(fault), |path| {
            canonical_epc(&format!("https://id.gs1.org{path}"))
        })
    });
    read.map_err(ApiError::Malformed)
}
