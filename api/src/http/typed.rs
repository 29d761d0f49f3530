//! `POST /typed/batch` and `POST /typed/serial`: a pack whose code can't be read, answered in place.

use axum::{extract::State, response::Response};
use wire::form::{BatchTyped, SerialTyped};

use super::{digital_link, extract::Form, problem, visitor::Visitor};
use crate::{
    error::ApiError,
    pages::{self, Document},
    state::{App, Shared},
    typed::{self, Typed},
};

/// By batch and date.
pub async fn batch(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<BatchTyped>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let typed = typed::batch(&app, &form, visitor.language()).await;
    answered(&app, &visitor, typed, &form.path).await
}

/// By the pack's own number.
pub async fn serial(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<SerialTyped>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let typed = typed::serial(&app, &form, visitor.language()).await;
    answered(&app, &visitor, typed, &form.path).await
}

async fn answered(
    app: &App,
    visitor: &Visitor,
    typed: Result<Typed, ApiError>,
    pack: &str,
) -> Result<Response, ApiError> {
    match typed {
        Ok(Typed::Code(code)) => {
            let path = code.path().unwrap_or_else(|| "/scan".to_owned());
            digital_link::page(app, visitor, &code, &path, None, true).await
        }
        Ok(Typed::Slip(view)) => {
            let (context, cookie) = pages::context(app, visitor, None, None)?;
            let page = app::pages::slip(&context, *view);
            let response = pages::document(app, visitor.words, &page, Document::Light);
            Ok(pages::with_cookies(response, [cookie]))
        }
        Err(error) => Ok(problem::of_form(error, pack)),
    }
}
