//! `POST /compare`: the three questions beside the picture, with and without a script.

use axum::{extract::State, response::Response};
use wire::form::CompareRequest;

use super::{extract::Form, problem, visitor::Visitor};
use crate::{
    compare,
    error::ApiError,
    pages::{self, Document},
    state::Shared,
};

/// What follows from the answers.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<CompareRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let view = match compare::compare(&app, &form, visitor.language()).await {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &form.path)),
    };
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = app::pages::compared(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}
