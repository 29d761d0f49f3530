//! A form of the desk's own page, sent by somebody who is signed in.

use axum::{
    extract::{FromRequest, FromRequestParts as _, Request},
    response::{IntoResponse as _, Response},
};
use serde::{Deserialize, de::DeserializeOwned};

use super::{super::extract::Form, Desk};
use crate::state::Shared;

/// Who sent it, and its fields; its token was checked.
#[derive(Debug)]
pub struct Sent<T> {
    /// Who sent it.
    pub desk: Desk,
    /// Its fields.
    pub form: T,
}

/// A form that says nothing but that it was sent.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// A form that names one of several things.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    /// What the page called it by.
    pub id: String,
}

#[derive(Debug, Deserialize)]
struct Guarded<T> {
    csrf: String,
    #[serde(flatten)]
    form: T,
}

impl<T: DeserializeOwned> FromRequest<Shared> for Sent<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Shared) -> Result<Sent<T>, Response> {
        let (mut parts, body) = request.into_parts();
        let desk = Desk::from_request_parts(&mut parts, app).await?;
        let request = Request::from_parts(parts, body);
        let Form(Guarded { csrf, form }) = Form::<Guarded<T>>::from_request(request, app)
            .await
            .map_err(|error| error.into_response())?;
        desk.check_form(app, &csrf)
            .map_err(|error| error.into_response())?;
        Ok(Sent { desk, form })
    }
}
