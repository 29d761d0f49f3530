//! `/privacy`: what is kept about this browser; all of it as a file, and all of it erased. From the
//! cookie alone, without a script.

use app::pages::{Leaving, PrivacyPart};
use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use wire::person::PersonalData;

use super::{extract::Form, visitor::Visitor};
use crate::{
    error::ApiError,
    pages::{self, Document},
    person::{self, Claims},
    session::{Session, erased_cookie},
    state::{App, Shared},
};

/// What a browser keeps for this origin goes with what the server keeps (W3C Clear Site Data). Its
/// cookies are not named: staff have one here, too.
const CLEAR: HeaderName = HeaderName::from_static("clear-site-data");

/// A button with nothing to fill in.
#[derive(Debug, Deserialize)]
pub struct Pressed {
    csrf: String,
}

/// The one tap.
#[derive(Debug, Deserialize)]
pub struct Erase {
    csrf: String,
    /// `yes` where open claims go on.
    #[serde(default)]
    keep_claims: String,
}

/// What is kept about this browser.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let data = data(&app, &visitor).await?;
    page(&app, &visitor, PrivacyPart::Kept(Box::new(data)))
}

/// All of it, as a file.
pub async fn export(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Pressed>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let data = data(&app, &visitor).await?;
    let json =
        serde_json::to_vec_pretty(&data).map_err(|error| ApiError::Internal(error.into()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"touchstone-my-data.json\"",
        ),
    ];
    Ok((headers, json).into_response())
}

/// What erasing does, before it does.
pub async fn ask(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let left = match visitor.session {
        Some(session) => person::left(&app, session).await?,
        None => person::Left::default(),
    };
    let leaving = Leaving {
        going_on: left.going_on,
        settled: left.settled,
        reports: left.reports,
        on_devices: visitor.opened.is_some(),
    };
    page(&app, &visitor, PrivacyPart::Asked(leaving))
}

/// Erases everything, here and in the browser.
pub async fn erase(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Erase>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    if let Some(session) = visitor.session {
        let claims = match form.keep_claims == "yes" {
            true => Claims::GoOn,
            false => Claims::End,
        };
        person::erase(&app, session, claims).await?;
    }
    // Nothing on the page is bound to the session that was.
    let (context, cookie) = pages::desk_context(&app, &visitor)?;
    let page = app::pages::privacy(&context, PrivacyPart::Erased);
    let mut response = pages::document(&app, visitor.words, &page, Document::Light);
    response
        .headers_mut()
        .insert(CLEAR, HeaderValue::from_static("\"storage\""));
    let ended = Session::end_cookie(visitor.is_secure);
    let erased = erased_cookie(app.clock.now(), visitor.is_secure);
    let cookies = [cookie, Some(ended), Some(erased)];
    Ok(pages::with_cookies(response, cookies))
}

async fn data(app: &App, visitor: &Visitor) -> Result<PersonalData, ApiError> {
    match visitor.session {
        Some(session) => person::data(app, session, visitor.language()).await,
        None => Ok(PersonalData::default()),
    }
}

fn page(app: &App, visitor: &Visitor, part: PrivacyPart) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let page = app::pages::privacy(&context, part);
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}
