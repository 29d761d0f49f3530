//! `POST /feedback`: what somebody thinks of a pack; their photo; and `GET /v1/feedback/quotes`, what
//! a brand may quote.

use app::pages::FeedbackPart;
use axum::{
    extract::{
        Multipart, Path, Query, State, multipart::MultipartRejection, rejection::QueryRejection,
    },
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use wire::{
    feedback::{FeedbackChosen, FeedbackRequest, OwnFeedback, Quotes},
    problem::Problem,
};

use super::{
    extract::Form,
    json, problem,
    scan::{MAX_PHOTO, broken},
    visitor::Visitor,
};
use crate::{
    error::ApiError,
    feedback, feedback_desk, key,
    pages::{self, Document},
    registration::Registrant,
    scope::Scope,
    session::Session,
    state::{App, Shared},
    store::Picture,
    upload,
};

/// What was sent.
#[derive(Default)]
struct Sent {
    csrf: String,
    request: FeedbackRequest,
    photo: Vec<u8>,
}

/// Keeps it, in the place of what this browser said of the pack before.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let multipart = multipart.map_err(|_| ApiError::MediaType("multipart/form-data"))?;
    let sent = fields(multipart).await?;
    visitor.check_form(&app, &sent.csrf)?;
    let (session, cookie) = visitor.session_or_new()?;
    let view = match give(&app, &visitor, session, &sent).await {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &sent.request.path)),
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
    sent: &Sent,
) -> Result<OwnFeedback, ApiError> {
    if sent.photo.len() > MAX_PHOTO {
        return Err(ApiError::TooLarge(MAX_PHOTO));
    }
    let photo = match sent.photo.is_empty() {
        true => None,
        false => Some(upload::reduce(app, sent.photo.clone()).await?),
    };
    let giver = Registrant {
        session,
        stays: true,
        address: visitor.client.map(|client| client.address),
    };
    feedback::give(app, &sent.request, photo, giver, visitor.words).await
}

async fn fields(mut multipart: Multipart) -> Result<Sent, ApiError> {
    let mut sent = Sent::default();
    while let Some(field) = multipart
        .next_field()
        .await
        .map_err(|error| broken(&error))?
    {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "photo" {
            sent.photo = field
                .bytes()
                .await
                .map_err(|error| broken(&error))?
                .to_vec();
            continue;
        }
        let request = &mut sent.request;
        let into = match &*name {
            "csrf" => &mut sent.csrf,
            "path" => &mut request.path,
            "stars" => &mut request.stars,
            "words" => &mut request.words,
            "quote" => &mut request.quote,
            "asked_in" => &mut request.asked_in,
            "no_photo" => &mut request.no_photo,
            _ => continue,
        };
        *into = field.text().await.map_err(|error| broken(&error))?;
    }
    Ok(sent)
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
    as_response(feedback::photo(&app, visitor.session, &reference).await?)
}

/// A picture that was drawn anew here.
pub(super) fn as_response(picture: Picture) -> Result<Response, ApiError> {
    let kind = HeaderValue::from_str(&picture.content_type)
        .map_err(|error| ApiError::Internal(error.into()))?;
    Ok(([(header::CONTENT_TYPE, kind)], picture.bytes).into_response())
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
