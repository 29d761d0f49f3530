//! `GET /pictures/{digest}`: a brand's pictures, as imported.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};

use crate::{error::ApiError, state::Shared, store::Picture};

/// The picture of that digest.
pub async fn get(
    State(app): State<Shared>,
    Path(digest): Path<String>,
) -> Result<Response, ApiError> {
    let picture = app
        .store
        .read(|db| db.picture(&digest))
        .await?
        .ok_or(ApiError::NotFound)?;
    Ok(response(picture))
}

/// A picture as the body of a response.
pub(super) fn response(picture: Picture) -> Response {
    let kind = [(header::CONTENT_TYPE, picture.content_type)];
    (kind, picture.bytes).into_response()
}
