//! `/scan`: the scanner, and without a script a photo that the server reads.

use app::{components::Choice, pages::ScanTrouble};
use axum::{
    extract::{Multipart, State, multipart::MultipartError},
    response::Response,
};
use gs1::SymbologyIdentifier;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{digital_link, visitor::Visitor};
use crate::{
    code::Code,
    error::ApiError,
    pages::{self, Document},
    state::{App, Shared},
    upload::{self, Read},
};

/// The largest photo, in bytes.
pub const MAX_PHOTO: usize = 12 * 1024 * 1024;
/// With the rest of the form.
pub const MAX_BODY: usize = MAX_PHOTO + 16 * 1024;

/// The scanner.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    forms(&app, &visitor, None)
}

/// Reads a photo. It is decoded in a process of its own, and never written anywhere.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    multipart: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, ApiError> {
    let multipart = multipart.map_err(|_| ApiError::MediaType("multipart/form-data"))?;
    let (token, photo) = fields(multipart).await?;
    visitor.check_form(&app, &token)?;
    let mut symbols = upload::read(&app, photo).await?;
    let seen = symbols.len();
    symbols.retain(|symbol| symbol.text.is_some());
    match &symbols[..] {
        [] if seen == 0 => forms(&app, &visitor, Some(ScanTrouble::NoCode)),
        [] => forms(&app, &visitor, Some(ScanTrouble::Unreadable)),
        [only] => {
            let code = code_of(only);
            let path = code.path().unwrap_or_else(|| "/scan".to_owned());
            digital_link::page(&app, &visitor, &code, &path, None, true).await
        }
        several => choices(&app, &visitor, several),
    }
}

async fn fields(mut multipart: Multipart) -> Result<(String, Vec<u8>), ApiError> {
    let mut token = String::new();
    let mut photo = Vec::new();
    while let Some(field) = multipart
        .next_field()
        .await
        .map_err(|error| broken(&error))?
    {
        match field.name() {
            Some("csrf") => token = field.text().await.map_err(|error| broken(&error))?,
            Some("photo") => {
                photo = field
                    .bytes()
                    .await
                    .map_err(|error| broken(&error))?
                    .to_vec();
            }
            _ => {}
        }
    }
    if photo.is_empty() {
        return Err(ApiError::Picture("none was sent".to_owned()));
    }
    if photo.len() > MAX_PHOTO {
        return Err(ApiError::TooLarge(MAX_PHOTO));
    }
    Ok((token, photo))
}

pub(super) fn broken(error: &MultipartError) -> ApiError {
    if error.status() == 413 {
        ApiError::TooLarge(MAX_PHOTO)
    } else {
        ApiError::Malformed(error.body_text())
    }
}

fn code_of(symbol: &Read) -> Code {
    let symbology: Option<SymbologyIdentifier> = symbol.symbology_identifier.parse().ok();
    Code::read(symbol.text.as_deref().unwrap_or(""), symbology, false)
}

fn forms(app: &App, visitor: &Visitor, trouble: Option<ScanTrouble>) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let page = app::pages::scan(&context, trouble, String::new());
    let response = pages::document(app, visitor.words, &page, Document::App);
    Ok(pages::with_cookies(response, [cookie]))
}

fn choices(app: &App, visitor: &Visitor, symbols: &[Read]) -> Result<Response, ApiError> {
    let choices = symbols
        .iter()
        .map(|symbol| {
            let code = code_of(symbol);
            let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
            let text = match code.message.elements.is_empty() {
                true => code.text.clone(),
                false => code.message.bracketed(),
            };
            Choice {
                text,
                href: format!(
                    "/check?code={}&symbology={}",
                    encode(&code.text),
                    encode(&symbol.symbology_identifier)
                ),
            }
        })
        .collect();
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let page = app::pages::choices(&context, choices);
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}
