//! `/`, `/history`: where the app lives, readable without it.

use axum::{extract::State, response::Response};

use super::visitor::Visitor;
use crate::{
    error::ApiError,
    pages::{self, Document},
    state::Shared,
};

/// The first page.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = app::pages::home(&context, app.labels.is_some());
    let response = pages::document(&app, visitor.words, &page, Document::App);
    Ok(pages::with_cookies(response, [cookie]))
}

/// What this device has scanned: it is on the device only.
pub async fn history(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(&app, &visitor, None, None)?;
    let page = pages::history(&context);
    let response = pages::document(&app, visitor.words, &page, Document::App);
    Ok(pages::with_cookies(response, [cookie]))
}
