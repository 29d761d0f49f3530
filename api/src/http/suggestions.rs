//! `POST /suggestions`: a yes to suggestions, or its end; back to where it was said.

use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;

use super::{extract::Form, visitor::Visitor};
use crate::{error::ApiError, pages, state::Shared, suggestion};

/// What was chosen.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    csrf: String,
    /// `on` or `off`.
    choice: String,
    /// The page that it was said on.
    #[serde(default)]
    path: String,
    /// The language that the question was shown in, BCP 47.
    #[serde(default)]
    asked_in: String,
}

/// Keeps the yes, or forgets it.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(chosen): Form<Chosen>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &chosen.csrf)?;
    let (session, cookie) = visitor.session_or_new()?;
    let is_on = chosen.choice == "on";
    suggestion::choose(&app, session, is_on, &chosen.asked_in, visitor.words).await?;
    // Only to a page of this server that has the form.
    let is_ours = chosen.path.starts_with("/01/") || chosen.path == "/privacy";
    let path = if is_ours { &*chosen.path } else { "/mine" };
    Ok(pages::with_cookies(
        Redirect::to(path).into_response(),
        [cookie],
    ))
}
