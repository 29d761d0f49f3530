//! `GET /check?code=…`: a code that somebody typed, or chose from several in a photo; answered in
//! place.
//!
//! A typed code is asked to be compared before it is called not issued. That mercy must not be had
//! by a printed link, so a code counts as typed only when the request comes from a page of ours.

use app::pages::ScanTrouble;
use axum::{
    extract::{OriginalUri, State},
    response::Response,
};
use gs1::SymbologyIdentifier;

use super::{
    digital_link::{self, decoded},
    visitor::{Visitor, query_value},
};
use crate::{
    code::{self, Code},
    error::ApiError,
    pages::{self, Document},
    state::Shared,
};

/// The page about a code.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    let query = uri.query();
    let value = |name: &str| query_value(query, name).map(decoded).unwrap_or_default();
    let text = match (value("code"), value("gtin"), value("batch")) {
        // A product with the batch that somebody read on the pack.
        (code, gtin, batch) if code.is_empty() && !gtin.is_empty() => {
            format!("(01){}(10){}", gtin.trim(), batch.trim())
        }
        (code, ..) => code,
    };
    if text.trim().is_empty() {
        return empty(&app, &visitor);
    }
    if text.len() > code::MAX_BYTES {
        return Err(ApiError::Field {
            field: "code",
            detail: "it has more than 4096 bytes, which no symbol holds".to_owned(),
        });
    }
    let symbology: Option<SymbologyIdentifier> = query_value(query, "symbology")
        .map(decoded)
        .and_then(|text| text.parse().ok());
    let typed = symbology.is_none() && visitor.is_from_here;
    let code = Code::read(&text, symbology, typed);
    let path = uri.path_and_query().map_or("/check", |path| path.as_str());
    digital_link::page(&app, &visitor, &code, path, query, visitor.navigates).await
}

/// Nothing was typed: the forms again.
fn empty(app: &crate::state::App, visitor: &Visitor) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let page = app::pages::scan(&context, None::<ScanTrouble>, String::new());
    let response = pages::document(app, visitor.words, &page, Document::App);
    Ok(pages::with_cookies(response, [cookie]))
}
