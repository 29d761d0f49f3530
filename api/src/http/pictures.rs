//! `GET /pictures/{digest}`: a brand's pictures, as imported.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};

use crate::{error::ApiError, state::Shared};

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
    Ok((
        [(header::CONTENT_TYPE, picture.content_type)],
        picture.bytes,
    )
        .into_response())
}
