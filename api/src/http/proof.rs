//! `/proof/{token}`: a link by which a unit's holder shows a buyer that it is theirs.

use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;

use super::{extract::Form, forms::seed_of, visitor::Visitor};
use crate::{
    error::ApiError,
    ownership,
    pages::{self, Document},
    state::Shared,
};

/// The form of a page about one thing: nothing but the token against forged ones.
#[derive(Debug, Deserialize)]
pub struct Bare {
    csrf: String,
}

/// What the link shows.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    let proof = ownership::proof(&app, &token, visitor.language()).await?;
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = app::pages::proof(&context, proof);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// Asks for the unit.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
    Form(form): Form<Bare>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let (session, session_cookie) = visitor.session_or_new()?;
    let seed = seed_of(&visitor, &["take", &token]);
    let view = ownership::take(&app, &token, session, seed, visitor.language()).await?;
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::asked_for(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [session_cookie]))
}
