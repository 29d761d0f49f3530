//! `POST /report`: something is wrong with a pack, in words, with a photo and a place.

use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    response::Response,
};
use wire::form::ReportRequest;

use super::{
    forms::seed_of,
    problem,
    scan::{MAX_PHOTO, broken},
    visitor::Visitor,
};
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

/// What was sent.
#[derive(Default)]
struct Sent {
    csrf: String,
    request: ReportRequest,
    photo: Vec<u8>,
}

/// Keeps the report and says its reference. The photo is read and written anew in a process of its
/// own, as every upload is.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let multipart = multipart.map_err(|_| ApiError::MediaType("multipart/form-data"))?;
    let sent = fields(multipart).await?;
    visitor.check_form(&app, &sent.csrf)?;
    let (session, cookie) = visitor.session_or_new()?;
    let view = match open(&app, &visitor, session, &sent).await {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &sent.request.path)),
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::reported(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

async fn open(
    app: &App,
    visitor: &Visitor,
    session: Session,
    sent: &Sent,
) -> Result<wire::form::ReportView, ApiError> {
    if sent.photo.len() > MAX_PHOTO {
        return Err(ApiError::TooLarge(MAX_PHOTO));
    }
    let request = &sent.request;
    let digest = random::hex(&random::digest(&[&sent.photo]));
    let fields = [
        &*request.path,
        &request.words,
        &request.differs,
        &request.near,
        &digest,
    ];
    let seed = seed_of(visitor, &fields);
    let photo = match sent.photo.is_empty() {
        true => None,
        false => Some(upload::reduce(app, sent.photo.clone()).await?),
    };
    let reporter = Registrant {
        session,
        stays: true,
        address: visitor.client.map(|client| client.address),
    };
    report::open(app, request, photo, reporter, seed, visitor.language()).await
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
            "words" => &mut request.words,
            "differs" => &mut request.differs,
            "near" => &mut request.near,
            "points" => &mut request.points,
            _ => continue,
        };
        *into = field.text().await.map_err(|error| broken(&error))?;
    }
    Ok(sent)
}
