//! `multipart/form-data` with one picture: the fields by name, and the photo's bytes.

use axum::extract::{
    Multipart,
    multipart::{MultipartError, MultipartRejection},
};

use crate::error::ApiError;

/// The largest photo, in bytes.
pub const MAX_PHOTO: usize = 12 * 1024 * 1024;
/// With the rest of the form.
pub const MAX_BODY: usize = MAX_PHOTO + 16 * 1024;

/// What was sent.
#[derive(Debug, Default)]
pub struct Uploaded {
    /// The bytes of the field `photo`; empty where none was chosen.
    pub photo: Vec<u8>,
    fields: Vec<(String, String)>,
}

impl Uploaded {
    /// Reads it.
    ///
    /// # Errors
    /// It is no such form, it breaks off, or the photo is too large.
    pub async fn read(
        multipart: Result<Multipart, MultipartRejection>,
    ) -> Result<Uploaded, ApiError> {
        let mut multipart = multipart.map_err(|_| ApiError::MediaType("multipart/form-data"))?;
        let mut sent = Uploaded::default();
        while let Some(field) = multipart
            .next_field()
            .await
            .map_err(|error| broken(&error))?
        {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "photo" {
                let bytes = field.bytes().await.map_err(|error| broken(&error))?;
                sent.photo = bytes.to_vec();
            } else {
                let text = field.text().await.map_err(|error| broken(&error))?;
                sent.fields.push((name, text));
            }
        }
        if sent.photo.len() > MAX_PHOTO {
            return Err(ApiError::TooLarge(MAX_PHOTO));
        }
        Ok(sent)
    }

    /// A field's text; empty where it was not sent. Each is given once.
    pub fn take(&mut self, name: &str) -> String {
        let found = self.fields.iter().position(|(known, _)| known == name);
        found
            .map(|at| self.fields.swap_remove(at).1)
            .unwrap_or_default()
    }
}

fn broken(error: &MultipartError) -> ApiError {
    if error.status() == 413 {
        ApiError::TooLarge(MAX_PHOTO)
    } else {
        ApiError::Malformed(error.body_text())
    }
}
