//! `/v1/inspections/photos/{sha256}`: photographs, in parts that can be sent again from where they broke
//! off.
//!
//! They are kept byte by byte, because lines name their digests, and are decoded by nobody here.

use axum::{
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use evidence::Digest;
use wire::problem::Problem;

use super::{Inspector, field};
use crate::{
    error::ApiError, http::extract, picture::photo_type, random, role::Permission, state::Shared,
    store::InspectionPhoto,
};

/// The largest photograph, in bytes.
const MAX_PHOTO: u64 = 8 * 1024 * 1024;

/// The largest part, in bytes.
pub const MAX_BODY: usize = 1024 * 1024;

const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");

/// Begins a photograph of so many bytes (`Upload-Length`), or says how much of it is here.
#[utoipa::path(
    put, path = "/v1/inspections/photos/{sha256}", tag = "inspect",
    params(
        ("sha256" = String, Path, description = "Of the whole, 64 hexadecimal digits."),
        ("Upload-Length" = u64, Header, description = "Bytes of the whole; at most 8 MB."),
    ),
    responses(
        (status = 204, description = "`Upload-Offset` says how much is here.", ),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 422, description = "No digest, or no such length.", body = Problem),
        (status = 507, description = "The organisation's photographs take up all the room that they may; keep this one, and send it again later.", body = Problem),
    ),
)]
pub async fn put(
    State(app): State<Shared>,
    inspector: Inspector,
    Path(sha256): Path<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let digest = digest(&sha256)?;
    let size = number(&headers, &LENGTH).filter(|size| (1..=MAX_PHOTO).contains(size));
    let size =
        size.ok_or_else(|| field("Upload-Length", "say how many bytes, 8 MB at the most"))?;
    let organisation = inspector.organisation.id.clone();
    let room = u64::from(app.inspection_limits.photos_mb) * 1_000_000;
    let photo = inspector
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            if tx.inspection_photo(&organisation, &digest)?.is_none() {
                let taken = tx.inspection_photos_size(&organisation)?;
                if taken + size > room {
                    return Ok(Err(ApiError::NoRoom));
                }
            }
            tx.begin_inspection_photo(&organisation, &digest, size, now)?;
            let photo = tx.inspection_photo(&organisation, &digest)?;
            Ok(match photo {
                Some(photo) if photo.size != size => {
                    Err(field("Upload-Length", "it began with another length"))
                }
                Some(photo) => Ok(photo),
                None => Err(ApiError::NotFound),
            })
        })
        .await?;
    Ok(so_far(StatusCode::NO_CONTENT, photo))
}

/// Adds the bytes that come next, from `Upload-Offset` on; with the last of them the digest must fit.
#[utoipa::path(
    patch, path = "/v1/inspections/photos/{sha256}", tag = "inspect",
    params(
        ("sha256" = String, Path, description = "Of the whole, 64 hexadecimal digits."),
        ("Upload-Offset" = u64, Header, description = "Where they belong: how much is here already."),
    ),
    request_body(content_type = "application/offset+octet-stream", description = "At most 1 MB."),
    responses(
        (status = 204, description = "They are kept; `Upload-Offset` says how much is here.", ),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 404, description = "It was not begun.", body = Problem),
        (status = 409, description = "They belong elsewhere; `Upload-Offset` says where it goes on.", ),
        (status = 413, description = "Larger than 1 MB.", body = Problem),
        (status = 422, description = "All of it is here, and is another picture: begin anew.", body = Problem),
    ),
)]
pub async fn patch(
    State(app): State<Shared>,
    inspector: Inspector,
    Path(sha256): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, ApiError> {
    let digest = digest(&sha256)?;
    let at = number(&headers, &OFFSET);
    let at = at.ok_or_else(|| field("Upload-Offset", "say where the bytes belong"))?;
    let kind = headers.get(header::CONTENT_TYPE);
    if kind.is_none_or(|kind| kind != "application/offset+octet-stream") {
        return Err(ApiError::MediaType("application/offset+octet-stream"));
    }
    let bytes = extract::bytes(request, MAX_BODY).await?;
    let organisation = inspector.organisation.id.clone();
    // A refusal would undo what was forgotten, so it comes out as a value.
    let became = inspector
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            let Some(photo) = tx.inspection_photo(&organisation, &digest)? else {
                return Ok(Err(ApiError::NotFound));
            };
            let end = at + bytes.len() as u64;
            if photo.done_at.is_some() || photo.received != at || end > photo.size {
                return Ok(Ok(Became::Elsewhere(photo)));
            }
            if !bytes.is_empty() {
                tx.add_inspection_photo(&organisation, &digest, at, &bytes)?;
            }
            if end == photo.size {
                let whole = tx.inspection_photo_bytes(&organisation, &digest)?;
                if Digest::of(&whole).0 != digest || photo_type(&whole).is_none() {
                    tx.drop_inspection_photo(&organisation, &digest)?;
                    return Ok(Ok(Became::Another));
                }
                tx.end_inspection_photo(&organisation, &digest, now)?;
            }
            Ok(Ok(Became::Longer(InspectionPhoto {
                received: end,
                ..photo
            })))
        })
        .await?;
    match became {
        Became::Longer(photo) => Ok(so_far(StatusCode::NO_CONTENT, photo)),
        Became::Elsewhere(photo) => Ok(so_far(StatusCode::CONFLICT, photo)),
        Became::Another => Err(ApiError::Picture(
            "what came is not what its name says, or no JPEG, PNG or WebP; it was forgotten"
                .to_owned(),
        )),
    }
}

/// What became of a photograph after a part.
enum Became {
    /// It is longer, or whole.
    Longer(InspectionPhoto),
    /// The part belongs elsewhere.
    Elsewhere(InspectionPhoto),
    /// It is another one, and was forgotten.
    Another,
}

/// The photograph, once all of it is here; before that nothing but how much is (`HEAD`, too).
#[utoipa::path(
    get, path = "/v1/inspections/photos/{sha256}", tag = "inspect",
    params(("sha256" = String, Path, description = "Of the whole, 64 hexadecimal digits.")),
    responses(
        (status = 200, description = "All of it."),
        (status = 204, description = "`Upload-Offset` says how much is here."),
        (status = 401, description = "Nobody is signed in.", body = Problem),
        (status = 403, description = "Their role doesn't inspect.", body = Problem),
        (status = 404, description = "It was not begun.", body = Problem),
    ),
)]
pub async fn get(
    State(app): State<Shared>,
    inspector: Inspector,
    Path(sha256): Path<String>,
) -> Result<Response, ApiError> {
    let digest = digest(&sha256)?;
    let organisation = &inspector.organisation.id;
    let read = app.store.read(|db| {
        let Some(photo) = db.inspection_photo(organisation, &digest)? else {
            return Ok(None);
        };
        let bytes = match photo.done_at {
            Some(_) => Some(db.inspection_photo_bytes(organisation, &digest)?),
            None => None,
        };
        Ok(Some((photo, bytes)))
    });
    let (photo, bytes) = read.await?.ok_or(ApiError::NotFound)?;
    let Some(bytes) = bytes else {
        return Ok(so_far(StatusCode::NO_CONTENT, photo));
    };
    let kind = photo_type(&bytes).unwrap_or("application/octet-stream");
    let mut response = so_far(StatusCode::OK, photo);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    *response.body_mut() = bytes.into();
    Ok(response)
}

fn so_far(status: StatusCode, photo: InspectionPhoto) -> Response {
    let told = [(OFFSET, photo.received), (LENGTH, photo.size)];
    let headers = told.map(|(name, number)| (name, HeaderValue::from(number)));
    (status, headers).into_response()
}

fn digest(text: &str) -> Result<[u8; 32], ApiError> {
    random::from_hex(text).ok_or_else(|| field("sha256", "it has 64 hexadecimal digits"))
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}
