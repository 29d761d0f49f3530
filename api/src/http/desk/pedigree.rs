//! `/desk/pedigree`: a brand's own staff see the whole way of what is theirs.

use app::pages::desk::{DIRECTIONS, PedigreeShown};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use serde::Deserialize;

use super::Desk;
use crate::{
    code::{self, Code},
    error::ApiError,
    http::pedigree::{Asked, Reader, question},
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
        let path = path(&shown.thing);
        match question(&app, &desk.visitor, &path, &asked, Reader::Brand(brand)).await {
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

/// The path of what was typed: of a code's pack, or else its lot or product; anything else as it is.
fn path(thing: &str) -> String {
    // As a signal names it.
    if thing.starts_with("01/") {
        return thing.to_owned();
    }
    let code = Code::read(thing, None, false);
    match code.gtin() {
        Some(gtin) => {
            let batch = code.batch().filter(|_| code.serial().is_none());
            code::epc(*gtin, batch, code.serial()).0
        }
        None => thing.to_owned(),
    }
}
