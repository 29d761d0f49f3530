//! `POST /report`: something is wrong with a pack, in words, with a photo and a place.

use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    http::HeaderMap,
    response::Response,
};
use wire::form::ReportRequest;

use super::{forms::seed_with, problem, upload_form::Uploaded, visitor::Visitor};
use crate::{
    error::ApiError,
    pages::{self, Document},
    random,
    registration::Registrant,
    report,
    session::Session,
    state::{App, Shared},
    upload,
};

/// Keeps the report and says its reference. The photo is read and written anew in a process of its
/// own, as every upload is.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let mut sent = Uploaded::read(multipart).await?;
    visitor.check_form(&app, &sent.take("csrf"))?;
    let request = ReportRequest {
        path: sent.take("path"),
        words: sent.take("words"),
        differs: sent.take("differs"),
        near: sent.take("near"),
        points: sent.take("points"),
    };
    let (session, cookie) = visitor.session_or_new()?;
    let view = match open(&app, &visitor, &headers, session, &request, sent.photo).await {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &request.path)),
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::reported(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

async fn open(
    app: &App,
    visitor: &Visitor,
    headers: &HeaderMap,
    session: Session,
    request: &ReportRequest,
    photo: Vec<u8>,
) -> Result<wire::form::ReportView, ApiError> {
    let digest = random::hex(&random::digest(&[&photo]));
    let fields = [
        &*request.path,
        &request.words,
        &request.differs,
        &request.near,
        &digest,
    ];
    let seed = seed_with(headers, visitor, &fields)?;
    let photo = match photo.is_empty() {
        true => None,
        false => Some(upload::reduce(app, photo).await?),
    };
    let reporter = Registrant {
        session,
        stays: true,
        address: visitor.client.map(|client| client.address),
    };
    report::open(app, request, photo, reporter, seed, visitor.language()).await
}
