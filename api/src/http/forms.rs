//! `POST /register` and `POST /claim`: the product page's forms, without a script.
//!
//! The reference and code are shown once, on the page that answers. Sending the same form again
//! (a reload, a doubled tap) shows the same ones: they are derived from what was sent.

use axum::{extract::State, http::HeaderMap, response::Response};
use wire::form::{ClaimRequest, ContestRequest, RegistrationRequest};

use super::{extract::Form, keyring, problem, registrations, visitor::Visitor};
use crate::{
    claim,
    error::ApiError,
    ownership,
    pages::{self, Document},
    random,
    registration::{self, Registrant},
    state::Shared,
    submission::Seed,
};

/// Registers a unit.
pub async fn register(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<RegistrationRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let (session, session_cookie) = visitor.session_or_new()?;
    let seed = seed_with(
        &headers,
        &visitor,
        &[
            &form.path,
            form.bought_on.as_deref().unwrap_or(""),
            form.shop.as_deref().unwrap_or(""),
            form.receipt.as_deref().unwrap_or(""),
            form.email.as_deref().unwrap_or(""),
        ],
    )?;
    let registrant = Registrant {
        session,
        stays: true,
        address: visitor.client.map(|client| client.address),
    };
    let view = registration::register(&app, &form, registrant, seed, visitor.language()).await;
    let view = match view {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &form.path)),
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::registered(&context, view, keyring::keeping(&app, &visitor));
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [session_cookie]))
}

/// Disputes a unit that another has registered.
pub async fn contest(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<ContestRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let (session, cookie) = visitor.session_or_new()?;
    let given = [&form.bought_on, &form.shop, &form.email];
    let mut fields = vec!["contest", &form.path, &form.message];
    fields.extend(given.map(|field| field.as_deref().unwrap_or("")));
    let seed = seed_of(&visitor, &fields);
    let opened = ownership::contest(&app, &form, session, seed, visitor.language()).await;
    let view = match opened {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &form.path)),
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::contested(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// Opens a claim.
pub async fn claim(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<ClaimRequest>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let (session, cookie) = visitor.session_or_new()?;
    let seed = seed_with(
        &headers,
        &visitor,
        &[
            &form.path,
            &form.recall,
            &form.remedy,
            form.note.as_deref().unwrap_or(""),
            form.email.as_deref().unwrap_or(""),
        ],
    )?;
    let opened = claim::open(&app, &form, Some(session), seed, visitor.language()).await;
    let view = match opened {
        Ok(view) => view,
        Err(error) => return Ok(problem::of_form(error, &form.path)),
    };
    let (context, _) = pages::context(&app, &visitor, Some(session), None)?;
    let page = app::pages::claimed(&context, view);
    let response = pages::document(&app, visitor.words, &page, Document::Light);
    Ok(pages::with_cookies(response, [cookie]))
}

/// By the header `Idempotency-Key` of a script that kept a form until there was a network: sent again, by
/// a browser that has got a session meanwhile, it is the same one. Without the header, as [`seed_of`].
pub(super) fn seed_with(
    headers: &HeaderMap,
    visitor: &Visitor,
    fields: &[&str],
) -> Result<Seed, ApiError> {
    match registrations::seed_of(headers)? {
        Seed::Random => Ok(seed_of(visitor, fields)),
        key @ Seed::Key(_) => Ok(key),
    }
}

/// The same for the same fields from the same browser, which its cookie makes unguessable.
pub(super) fn seed_of(visitor: &Visitor, fields: &[&str]) -> Seed {
    // A browser that had no session has one after the first time: its form cookie stays.
    let session = visitor.session.map(|session| session.value());
    let own: &[u8] = match (&visitor.form_cookie, &session) {
        (Some(cookie), _) => cookie,
        (None, Some(session)) => session.as_bytes(),
        (None, None) => &[],
    };
    let mut parts: Vec<&[u8]> = vec![b"form", own];
    parts.extend(fields.iter().map(|field| field.as_bytes()));
    Seed::Key(random::hex(&random::digest(&parts)))
}
