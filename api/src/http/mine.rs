//! `/mine`: what a reference and its code stand for; look up and erase, without a script.

use app::pages::Found;
use axum::{extract::State, response::Response};
use wire::form::{ClaimAnswer, Holder};

use super::{extract::Form, rewards::rewards, visitor::Visitor};
use crate::{
    claim,
    error::ApiError,
    follow,
    pages::{self, Document},
    registration,
    state::{App, Shared},
};

/// The forms, and this session's points.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    page(&app, &visitor, Found::NotAsked).await
}

/// Looks a registration or claim up.
pub async fn look_up(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(holder): Form<Holder>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &holder.csrf)?;
    let language = visitor.language();
    let found = if is_claim(&holder) {
        claim::look_up(&app, &holder, language)
            .await
            .map(|view| Found::Claim(view, holder.code.clone()))
    } else {
        registration::look_up(&app, &holder, language)
            .await
            .map(|view| Found::Registration(view, holder.code.clone()))
    };
    page(&app, &visitor, or_nothing(found)?).await
}

/// Answers what a brand's staff asked the holder of a claim for.
pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(answer): Form<ClaimAnswer>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &answer.csrf)?;
    let found = claim::answer(&app, &answer, visitor.language())
        .await
        .map(|view| Found::Claim(view, answer.code.clone()));
    page(&app, &visitor, or_nothing(found)?).await
}

/// Erases it.
pub async fn erase(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(holder): Form<Holder>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &holder.csrf)?;
    let erased = if is_claim(&holder) {
        claim::erase(&app, &holder).await
    } else {
        registration::erase(&app, &holder).await
    };
    let found = erased.map(|()| Found::Erased(holder.reference.trim().to_owned()));
    page(&app, &visitor, or_nothing(found)?).await
}

fn is_claim(holder: &Holder) -> bool {
    holder.reference.trim_start().starts_with(['C', 'c'])
}

/// A slip and a wrong code are both told in the page, beside the form.
fn or_nothing(found: Result<Found, ApiError>) -> Result<Found, ApiError> {
    match found {
        Err(ApiError::NoHolder | ApiError::Field { .. }) => Ok(Found::Nothing),
        other => other,
    }
}

async fn page(app: &App, visitor: &Visitor, found: Found) -> Result<Response, ApiError> {
    let (context, cookie) = pages::context(app, visitor, None, None)?;
    let rewards = rewards(app, visitor.session).await?;
    let follows = follow::of_session(app, visitor.session, visitor.language()).await?;
    let page = app::pages::mine(&context, found, rewards, follows);
    let response = pages::document(app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}
