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
    /// The bytes of the field `photo`, or of the file; empty where none was chosen.
    pub photo: Vec<u8>,
    /// What the file is called; empty where none was chosen.
    pub file_name: String,
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
        Uploaded::with_file(multipart, "photo", MAX_PHOTO).await
    }

    /// As [`Uploaded::read`], with a file of another name and at most so many bytes.
    pub async fn with_file(
        multipart: Result<Multipart, MultipartRejection>,
        file: &str,
        max: usize,
    ) -> Result<Uploaded, ApiError> {
        let mut multipart = multipart.map_err(|_| ApiError::MediaType("multipart/form-data"))?;
        let mut sent = Uploaded::default();
        while let Some(field) = multipart
            .next_field()
            .await
            .map_err(|error| broken(&error, max))?
        {
            let name = field.name().unwrap_or_default().to_owned();
            if name == file {
                sent.file_name = field.file_name().unwrap_or_default().to_owned();
                let bytes = field.bytes().await.map_err(|error| broken(&error, max))?;
                sent.photo = bytes.to_vec();
            } else {
                let text = field.text().await.map_err(|error| broken(&error, max))?;
                sent.fields.push((name, text));
            }
        }
        if sent.photo.len() > max {
            return Err(ApiError::TooLarge(max));
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

fn broken(error: &MultipartError, max: usize) -> ApiError {
    if error.status() == 413 {
        ApiError::TooLarge(max)
    } else {
        ApiError::Malformed(error.body_text())
    }
}
