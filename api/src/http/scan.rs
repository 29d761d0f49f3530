//! `/scan`: the scanner, and without a script a photo that the server reads.

use app::{components::Choice, pages::ScanTrouble};
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    response::Response,
};
use gs1::SymbologyIdentifier;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{digital_link, upload_form::Uploaded, visitor::Visitor};
use crate::{
    code::Code,
    error::ApiError,
    pages::{self, Document},
    state::{App, Shared},
    upload::{self, Read},
};

/// The scanner.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    forms(&app, &visitor, None)
}

/// Reads a photo. It is decoded in a process of its own, and never written anywhere.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, ApiError> {
    let mut sent = Uploaded::read(multipart).await?;
    if sent.photo.is_empty() {
        return Err(ApiError::Picture("none was sent".to_owned()));
    }
    visitor.check_form(&app, &sent.take("csrf"))?;
    let mut symbols = upload::read(&app, sent.photo).await?;
    let seen = symbols.len();
    let unread = symbols.iter().find_map(|symbol| symbol.trouble);
    let part = symbols.iter().find_map(|symbol| symbol.part);
    symbols.retain(|symbol| symbol.text.is_some());
    match &symbols[..] {
        [] if seen == 0 => forms(&app, &visitor, Some(ScanTrouble::NoCode)),
        [] => {
            let trouble = part.map_or(ScanTrouble::Unreadable(unread), ScanTrouble::Part);
            forms(&app, &visitor, Some(trouble))
        }
        [only] => {
            let code = code_of(only);
            let path = code.path().unwrap_or_else(|| "/scan".to_owned());
            digital_link::page(&app, &visitor, &code, &path, None, true).await
        }
        several => choices(&app, &visitor, several),
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
