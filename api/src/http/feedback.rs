//! `POST /feedback`: what somebody thinks of a pack; their photo; and `GET /v1/feedback/quotes`, what
//! a brand may quote.

use app::pages::FeedbackPart;
use axum::{
    extract::{
        Multipart, Path, Query, State, multipart::MultipartRejection, rejection::QueryRejection,
    },
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use wire::{
    feedback::{FeedbackChosen, FeedbackRequest, OwnFeedback, Quotes},
    problem::Problem,
};

use super::{
    extract::Form, json, pictures, problem, registrations, upload_form::Uploaded, visitor::Visitor,
};
use crate::{
    error::ApiError,
    feedback, feedback_desk, key,
    pages::{self, Document},
    registration::Registrant,
    scope::Scope,
    session::Session,
    state::{App, Shared},
    submission::Seed,
    upload,
};

/// Keeps it, in the place of what this browser said of the pack before.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let seed = registrations::seed_of(&headers)?;
    let mut sent = Uploaded::read(multipart).await?;
    visitor.check_form(&app, &sent.take("csrf"))?;
    let request = FeedbackRequest {
        path: sent.take("path"),
        stars: sent.take("stars"),
        words: sent.take("words"),
        quote: sent.take("quote"),
        asked_in: sent.take("asked_in"),
        no_photo: sent.take("no_photo"),
    };
    let (session, cookie) = visitor.session_or_new()?;
    let view = match give(&app, &visitor, session, &request, &seed, sent.photo).await {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &request.path)),
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::feedback(&context, FeedbackPart::Given(Box::new(view)));
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

async fn give(
    app: &App,
    visitor: &Visitor,
    session: Session,
    request: &FeedbackRequest,
    seed: &Seed,
    photo: Vec<u8>,
) -> Result<OwnFeedback, ApiError> {
    let photo = match photo.is_empty() {
        true => None,
        false => Some(upload::reduce(app, photo).await?),
    };
    let giver = Registrant {
        session,
        stays: true,
        address: visitor.client.map(|client| client.address),
    };
    feedback::give(app, request, photo, giver, seed, visitor.words).await
}

/// Erases it, for whoever wrote it.
pub async fn erase(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(chosen): Form<FeedbackChosen>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &chosen.csrf)?;
    let session = visitor.session.ok_or(ApiError::NotFound)?;
    let path = feedback::erase(&app, session, &chosen.reference).await?;
    done(&app, &visitor, FeedbackPart::Erased(path))
}

/// Takes back the yes to being quoted.
pub async fn unquote(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(chosen): Form<FeedbackChosen>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &chosen.csrf)?;
    let session = visitor.session.ok_or(ApiError::NotFound)?;
    let path = feedback::unquote(&app, session, &chosen.reference).await?;
    done(&app, &visitor, FeedbackPart::Unquoted(path))
}

fn done(app: &App, visitor: &Visitor, part: FeedbackPart) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let page = app::pages::feedback(&context, part);
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// The photo that came with one, for whoever may see it.
pub async fn photo(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    let picture = feedback::photo(&app, visitor.session, &reference).await?;
    Ok(pictures::response(picture))
}

/// The query of a list of quotes.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    after: String,
    #[serde(default)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Format {
    #[default]
    Json,
    Csv,
}

/// What people let the key's brand quote, a hundred at a time, each with the proof of its author's
/// yes. What was hidden, erased, or whose yes was taken back, is not in it: ask again before each use.
#[utoipa::path(
    get, path = "/v1/feedback/quotes", tag = "feedback",
    params(
        ("after" = Option<String>, Query, description = "`next` of the page before; of a table the last reference."),
        ("format" = Option<String>, Query, description = "`json`, or `csv`."),
    ),
    security(("api_key" = [])),
    responses(
        (status = 200, description = "The quotes.", body = Quotes),
        (status = 401, description = "No API key that counts.", body = Problem),
        (status = 403, description = "The key lacks the scope `feedback`.", body = Problem),
    ),
)]
pub async fn quotes(
    State(app): State<Shared>,
    visitor: Visitor,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let brand = key::brand(&app, &headers, Scope::Feedback).await?;
    let Query(wanted) = wanted.map_err(|_| ApiError::Field {
        field: "format",
        detail: "write `json` or `csv`".to_owned(),
    })?;
    let language = visitor.language();
    let quotes = app
        .store
        .read(|db| feedback_desk::quotes(db, &brand, &wanted.after, language))
        .await?;
    match wanted.format {
        Format::Json => Ok(json::response(&quotes)),
        Format::Csv => table(&quotes),
    }
}

/// As a file for a spreadsheet.
pub(super) fn table(quotes: &Quotes) -> Result<Response, ApiError> {
    let table =
        feedback_desk::as_csv(&quotes.quotes).map_err(|error| ApiError::Internal(error.into()))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"quotes.csv\"",
        ),
    ];
    Ok((headers, table).into_response())
}
