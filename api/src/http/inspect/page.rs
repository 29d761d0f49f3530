//! `/inspect`: the field inspector's page.

use axum::{extract::State, response::Response};

use crate::http::visitor::Visitor;
use crate::{
    error::ApiError,
    pages::{self, Document},
    state::Shared,
};

/// The page; what is in it is asked for by whoever is signed in, or read from the device.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = pages::inspector(&context);
    let words = visitor.words.of_desk();
    let response = pages::document(&app, words, &page, Document::Inspector);
    Ok(pages::with_cookies(response, [cookie]))
}
