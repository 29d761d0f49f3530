//! `/frame/…`: registering a unit in a frame on its brand's own page.
//!
//! A frame on another site gets none of our cookies. So its form carries a number of its own, which
//! only the page that was sent here knows: the reference and the code are derived from it, and a
//! reload shows the same ones. Which pages may show the frame is told to the browser.

use axum::{
    extract::{OriginalUri, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use wire::{convert::rfc3339, form::RegistrationRequest};

use super::{extract::Form, visitor::Visitor};
use crate::{
    answer::Reader,
    code::Code,
    error::ApiError,
    origins,
    pages::{self, Document},
    random,
    registration::{self, Registrant, code_of_path},
    session::Session,
    state::{App, Shared},
    submission::Seed,
    verify::{Counts, Question, verify},
};

/// The form for the unit of a Digital Link's path.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, ApiError> {
    let path = uri.path().strip_prefix("/frame").unwrap_or_default();
    let code = code_of_path(path)?;
    let policy = policy(&app, &code).await?;
    let question = Question {
        code: &code,
        origin: &visitor.origin,
        reader: Reader {
            language: visitor.language().to_owned(),
            near: None,
            country: None,
        },
        given: None,
        counts: Counts::Not { session: None },
        client: visitor.client,
        staff: None,
    };
    let answer = verify(&app, question).await?;
    let context = context(&app, &visitor, random::hex(&random::bytes::<16>()?));
    let path = code.path().ok_or(ApiError::NotFound)?;
    let page = app::pages::framed_registration(&context, &answer, &path);
    Ok(framed(&app, &visitor, &page, policy))
}

/// Registers it.
pub async fn register(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<RegistrationRequest>,
) -> Result<Response, ApiError> {
    let number: [u8; 16] = random::from_hex(&form.csrf).ok_or(ApiError::Forged)?;
    if !visitor.is_from_here {
        return Err(ApiError::Forged);
    }
    let code = code_of_path(&form.path)?;
    let policy = policy(&app, &code).await?;
    let mut parts: Vec<&[u8]> = vec![b"frame", &number, form.path.as_bytes()];
    let fields = [&form.bought_on, &form.shop, &form.receipt, &form.email];
    parts.extend(fields.map(|field| field.as_deref().unwrap_or("").as_bytes()));
    let seed = Seed::Key(random::hex(&random::digest(&parts)));
    let registrant = Registrant {
        session: Session::from_bytes(number),
        stays: false,
        address: visitor.client.map(|client| client.address),
    };
    let context = context(&app, &visitor, String::new());
    let view = registration::register(&app, &form, registrant, seed, visitor.language()).await;
    let mut status = StatusCode::OK;
    let page = match view {
        Ok(view) => app::pages::framed_registered(&context, view),
        // Ours, or a serial that somebody tries: the page had no form for such a one.
        Err(error @ (ApiError::Store(_) | ApiError::Internal(_) | ApiError::NoUnit)) => {
            return Err(error);
        }
        Err(error) => {
            let problem = error.problem();
            status = StatusCode::from_u16(problem.status).unwrap_or_default();
            let path = code.path().unwrap_or_default();
            app::pages::framed_problem(&context, &problem, &path)
        }
    };
    let mut response = framed(&app, &visitor, &page, policy);
    *response.status_mut() = status;
    Ok(response)
}

fn context(app: &App, visitor: &Visitor, csrf: String) -> app::Context {
    app::Context {
        words: visitor.words,
        now: rfc3339(app.clock.now()),
        csrf,
        near: None,
    }
}

fn framed(app: &App, visitor: &Visitor, page: &app::pages::Page, policy: HeaderValue) -> Response {
    let mut response = pages::document(app, visitor.words, page, Document::Framed);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Which pages may show the frame: those that the product's brand lists. Where it lists none, there
/// is no frame.
async fn policy(app: &App, code: &Code) -> Result<HeaderValue, ApiError> {
    let gtin = code.gtin().ok_or(ApiError::NotFound)?;
    let origins = app.store.read(|db| origins::of_product(db, gtin)).await?;
    if origins.is_empty() {
        return Err(ApiError::NotFound);
    }
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
         base-uri 'none'; frame-ancestors {}",
        origins.join(" ")
    );
    HeaderValue::try_from(policy).map_err(|error| ApiError::Internal(error.into()))
}
