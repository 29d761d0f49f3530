//! Being told of a recall later: `/v1/follows`, and the pages behind private links.

use app::pages::FollowState;
use axum::{
    Json as JsonResponse,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use wire::{
    follow::{FollowRequest, FollowToken, FollowView, PushSubscription},
    problem::Problem,
};

use super::{
    extract::{Form, Json},
    problem, registrations,
    visitor::Visitor,
};
use crate::{
    error::ApiError,
    follow,
    pages::{self, Document},
    state::{App, Shared},
};

/// Asks to be told when a recall covers something. The same browser asking for the same twice has
/// one wish.
#[utoipa::path(
    post, path = "/v1/follows", tag = "follows",
    request_body = FollowRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 128 random characters; the same request again is the same wish.")),
    responses(
        (status = 201, description = "Noted; `link` leads to its private page. Nothing is mailed before its recipient said yes.", body = FollowView),
        (status = 404, description = "The unit is not on record.", body = Problem),
        (status = 422, description = "A field is wrong, or this server has no such channel.", body = Problem),
        (status = 429, description = "Too many wishes for one address wait for its owner's yes.", body = Problem),
    ),
)]
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Json(request): Json<FollowRequest>,
) -> Result<Response, ApiError> {
    let seed = registrations::seed_of(&headers)?;
    let (session, cookie) = visitor.session_or_new()?;
    let view = follow::follow(&app, &request, session, &seed, visitor.language()).await?;
    let response = (StatusCode::CREATED, JsonResponse(view)).into_response();
    Ok(pages::with_cookies(response, [cookie]))
}

/// Looks up how something that is followed stands. It is no check.
#[utoipa::path(
    post, path = "/v1/follows/lookup", tag = "follows",
    request_body = FollowToken,
    responses(
        (status = 200, description = "How it stands.", body = FollowView),
        (status = 404, description = "It was ended, or never was.", body = Problem),
    ),
)]
pub async fn look_up(
    State(app): State<Shared>,
    visitor: Visitor,
    Json(asked): Json<FollowToken>,
) -> Result<JsonResponse<FollowView>, ApiError> {
    follow::look_up(&app, &asked.token, visitor.language())
        .await
        .map(JsonResponse)
}

/// Ends it, and erases what was given for it.
#[utoipa::path(
    post, path = "/v1/follows/end", tag = "follows",
    request_body = FollowToken,
    responses(
        (status = 204, description = "Ended."),
        (status = 404, description = "No such link was ever made here.", body = Problem),
    ),
)]
pub async fn end_by_token(
    State(app): State<Shared>,
    Json(asked): Json<FollowToken>,
) -> Result<StatusCode, ApiError> {
    follow::end(&app, &asked.token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sends the push messages of everything that this browser follows to its new subscription: a
/// browser changes the old one by itself and tells its service worker.
#[utoipa::path(
    put, path = "/v1/follows/push", tag = "follows",
    request_body = PushSubscription,
    responses(
        (status = 204, description = "From now on they go there."),
        (status = 422, description = "It is no push subscription.", body = Problem),
    ),
)]
pub async fn redirect(
    State(app): State<Shared>,
    visitor: Visitor,
    Json(push): Json<PushSubscription>,
) -> Result<StatusCode, ApiError> {
    follow::redirect(&app, &push, visitor.session).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The product page's form, without a script.
pub async fn form(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<FollowRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let seed = registrations::seed_of(&headers)?;
    let (session, cookie) = visitor.session_or_new()?;
    let followed = follow::follow(&app, &form, session, &seed, visitor.language()).await;
    let response = match followed {
        Ok(view) => shown(&app, &visitor, view, FollowState::New)?,
        Err(error) => problem::of_form(error, &form.path),
    };
    Ok(pages::with_cookies(response, [cookie]))
}

/// What a private link leads to.
pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    let view = follow::look_up(&app, &token, visitor.language()).await?;
    shown(&app, &visitor, view, FollowState::Shown)
}

/// What the link of the first mail leads to: it asks for the yes, since programs that look for harm
/// in mails open their links, too.
pub async fn asked(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    let view = follow::look_up_asked(&app, &token, visitor.language()).await?;
    let state = match view.confirmed {
        true => FollowState::Confirmed,
        false => FollowState::Asked { token },
    };
    shown(&app, &visitor, view, state)
}

/// The yes. Who has the link is who it asks: it needs no other token.
pub async fn confirm(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    let view = follow::confirm(&app, &token, visitor.language()).await?;
    shown(&app, &visitor, view, FollowState::Confirmed)
}

/// Ends it: from its page, or by a mail program with one tap (RFC 8058), which sends no cookie.
pub async fn end(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    let view = follow::look_up(&app, &token, visitor.language()).await;
    follow::end(&app, &token).await?;
    match view {
        Ok(view) => shown(&app, &visitor, view, FollowState::Ended),
        Err(error) => Err(error),
    }
}

fn shown(
    app: &App,
    visitor: &Visitor,
    view: FollowView,
    state: FollowState,
) -> Result<Response, ApiError> {
    let (context, _) = pages::context(app, visitor, None, None)?;
    let address = format!("{}{}", visitor.origin, view.link);
    let page = app::pages::followed(&context, view, state, address);
    let mut response = pages::document(app, visitor.words, &page, Document::Light);
    // A link that got out is still nobody else's.
    response
        .headers_mut()
        .insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response.headers_mut().insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    Ok(response)
}
