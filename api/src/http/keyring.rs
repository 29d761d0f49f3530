//! `/mine/passkeys` and `/mine/open`: a person's products on several devices, opened with passkeys.
//!
//! Only the passkey itself needs a script, `public/passkey.js`. Whoever signs somebody else's browser
//! in would get what it has, so these forms are bound as those of the desk's door are.

use app::pages::{Keeping, KeyringDevice, KeyringPart, KeyringPasskey, KeyringTrouble, Question};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use webauthn_rs::prelude::WebauthnError;
use wire::convert::rfc3339;

use super::{desk::device, extract::Form, visitor::Visitor};
use crate::{
    error::ApiError,
    keyring::{self, Opened, Refusal},
    pages::{self, Document},
    passkey::{PasskeyError, Passkeys, Purpose, Signed},
    person, random,
    session::Session,
    state::{App, Shared},
    store::KeyringPasskey as StoredPasskey,
};

/// The answer of a device.
#[derive(Debug, Deserialize)]
pub struct Answer {
    csrf: String,
    state: String,
    #[serde(default)]
    answer: String,
}

/// Which passkey goes.
#[derive(Debug, Deserialize)]
pub struct Removed {
    csrf: String,
    id: String,
    /// `yes` from whoever was told what removing the last one means.
    #[serde(default)]
    last: String,
}

/// Where a person signs out.
#[derive(Debug, Deserialize)]
pub struct Out {
    csrf: String,
    /// `this`, `others` or `all`.
    of: String,
}

/// Why a device's answer counts for nothing: something to tell, or something that is ours.
enum Failure {
    Trouble(KeyringTrouble),
    Server(ApiError),
}

impl<E: Into<ApiError>> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure::Server(error.into())
    }
}

/// How a browser stands to passkeys, for pages that show what it has.
pub(super) fn keeping(app: &App, visitor: &Visitor) -> Keeping {
    match (Passkeys::new(app, visitor), visitor.opened) {
        (Err(_), _) => Keeping::NotHere,
        (Ok(_), Some(_)) => Keeping::Open,
        (Ok(_), None) if visitor.is_signed_out => Keeping::SignedOut,
        (Ok(_), None) => Keeping::Guest,
    }
}

/// The passkeys and devices, or how to make the first.
pub async fn get(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    let part = own(&app, &visitor).await?;
    page(&app, &visitor, part, None)
}

/// Keeps a passkey that was made.
pub async fn keep(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<Answer>,
) -> Result<Response, ApiError> {
    visitor.check_desk_form(&app, &form.csrf)?;
    match kept(&app, &visitor, &form, device(&headers)).await {
        Ok(token) => {
            let cookie = token.map(|token| token.set_cookie(visitor.is_secure));
            let response = Redirect::to("/mine/passkeys").into_response();
            Ok(pages::with_cookies(response, [cookie]))
        }
        Err(Failure::Server(error)) => Err(error),
        Err(Failure::Trouble(trouble)) => {
            let part = own(&app, &visitor).await?;
            page(&app, &visitor, part, Some(trouble))
        }
    }
}

async fn kept(
    app: &App,
    visitor: &Visitor,
    form: &Answer,
    device: String,
) -> Result<Option<keyring::DeviceToken>, Failure> {
    let purpose = Purpose::Keep(owner(visitor.opened));
    let made = Passkeys::new(app, visitor)
        .and_then(|passkeys| passkeys.take_new(&purpose, &form.state, &form.answer))
        .map_err(|error| failure(app, visitor, error))?;
    keyring::keep(app, visitor.guest(), visitor.opened, made, device)
        .await?
        .map_err(refused)
}

/// The question for a passkey that opens them here.
pub async fn ask(State(app): State<Shared>, visitor: Visitor) -> Result<Response, ApiError> {
    open_page(&app, &visitor, None).await
}

/// Opens them here.
pub async fn open(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<Answer>,
) -> Result<Response, ApiError> {
    visitor.check_desk_form(&app, &form.csrf)?;
    if let Some(here) = visitor.opened {
        return match united(&app, &visitor, here, &form).await {
            Ok(()) => Ok(Redirect::to("/mine").into_response()),
            Err(Failure::Server(error)) => Err(error),
            Err(Failure::Trouble(trouble)) => open_page(&app, &visitor, Some(trouble)).await,
        };
    }
    match opened(&app, &visitor, &form, &device(&headers)).await {
        Ok(token) => {
            let cookie = token.set_cookie(visitor.is_secure);
            let response = Redirect::to("/mine").into_response();
            Ok(pages::with_cookies(response, [Some(cookie)]))
        }
        Err(Failure::Server(error)) => Err(error),
        Err(Failure::Trouble(trouble)) => open_page(&app, &visitor, Some(trouble)).await,
    }
}

async fn opened(
    app: &App,
    visitor: &Visitor,
    form: &Answer,
    device: &str,
) -> Result<keyring::DeviceToken, Failure> {
    let (known, signed) = signed(app, visitor, form, &Purpose::Open).await?;
    keyring::open(app, visitor.guest(), known, signed, device)
        .await?
        .map_err(refused)
}

/// What is open here and what a passkey opens become one. The question says whose it was asked for, so
/// that none that was asked of a guest does this.
async fn united(app: &App, visitor: &Visitor, here: Opened, form: &Answer) -> Result<(), Failure> {
    let purpose = Purpose::Unite(owner(Some(here)));
    let (known, signed) = signed(app, visitor, form, &purpose).await?;
    keyring::unite(app, here, known, signed)
        .await?
        .map_err(refused)
}

/// A passkey of somebody's, and what it signed.
async fn signed(
    app: &App,
    visitor: &Visitor,
    form: &Answer,
    purpose: &Purpose,
) -> Result<(StoredPasskey, Signed), Failure> {
    let failed = |error| failure(app, visitor, error);
    let passkeys = Passkeys::new(app, visitor).map_err(failed)?;
    let answer = Passkeys::read(&form.answer).map_err(failed)?;
    let known = app
        .store
        .read(|db| db.keyring_passkey(answer.get_credential_id()))
        .await?;
    let Some(known) = known else {
        app.limiter.failed(visitor.client, app.clock.now());
        return Err(Failure::Trouble(KeyringTrouble::Unknown));
    };
    let signed = passkeys
        .take_signature(purpose, &form.state, &answer, known.passkey.clone())
        .map_err(failed)?;
    Ok((known, signed))
}

/// Removes a passkey; the last one only after saying what that means.
pub async fn remove(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Removed>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let opened = visitor.opened.ok_or(ApiError::NotFound)?;
    let credential = random::bytes_of_hex(&form.id).ok_or(ApiError::NotFound)?;
    let (owner, is_told) = (owner(Some(opened)), form.last == "yes");
    let is_removed = app
        .store
        .write(move |tx| {
            let passkeys = tx.keyring_passkeys(&owner)?;
            let is_own = passkeys.iter().any(|row| row.credential == credential);
            if is_own && passkeys.len() == 1 && !is_told {
                return Ok(false);
            }
            tx.remove_keyring_passkey(&owner, &credential)?;
            Ok(true)
        })
        .await?;
    match is_removed {
        true => Ok(Redirect::to("/mine/passkeys").into_response()),
        false => page(&app, &visitor, KeyringPart::Last(form.id), None),
    }
}

/// Signs devices out. Whoever has no passkey any more signs out the others alone.
pub async fn sign_out(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Out>,
) -> Result<Response, ApiError> {
    visitor.check_form(&app, &form.csrf)?;
    let opened = visitor.opened.ok_or(ApiError::NotFound)?;
    let (owner, own) = (owner(Some(opened)), opened.token.digest());
    let (this, others) = match &form.of[..] {
        "this" => (true, false),
        "others" => (false, true),
        "all" => (true, true),
        _ => return Err(ApiError::NotFound),
    };
    let is_out = app
        .store
        .write(move |tx| {
            let is_out = this && !tx.keyring_passkeys(&owner)?.is_empty();
            if others {
                tx.end_keyring_devices(&owner, Some(&own))?;
            }
            if is_out {
                tx.end_keyring_device(&own)?;
            }
            Ok(is_out)
        })
        .await?;
    if !is_out {
        return Ok(Redirect::to("/mine/passkeys").into_response());
    }
    let response = page(&app, &visitor, KeyringPart::Out(others), None)?;
    let ended = Session::end_cookie(visitor.is_secure);
    Ok(pages::with_cookies(response, [Some(ended)]))
}

fn owner(opened: Option<Opened>) -> String {
    opened.map_or(String::new(), |opened| opened.root.for_keyring())
}

async fn own(app: &App, visitor: &Visitor) -> Result<KeyringPart, ApiError> {
    let owner = owner(visitor.opened);
    let (passkeys, devices) = app
        .store
        .read(|db| Ok((db.keyring_passkeys(&owner)?, db.keyring_devices(&owner)?)))
        .await?;
    let known = passkeys.iter().map(|row| row.passkey.cred_id().clone());
    let user = random::hex(&random::bytes::<16>()?);
    let words = visitor.words;
    let name = words.keyring_name(words.day(&app.clock.now().date().to_string()));
    let question = Passkeys::new(app, visitor)
        .and_then(|asked| asked.ask_for_new(Purpose::Keep(owner), &user, &name, known.collect()))
        .map_err(not_asked)?;
    let question = Question::from(question);
    let Some(opened) = visitor.opened else {
        return Ok(KeyringPart::Make(question));
    };
    let this = opened.token.digest();
    Ok(KeyringPart::Own {
        passkeys: passkeys
            .into_iter()
            .map(|row| KeyringPasskey {
                id: random::hex(&row.credential),
                device: row.device,
                made_at: rfc3339(row.added_at),
                used_at: row.used_at.map(rfc3339),
            })
            .collect(),
        devices: devices
            .into_iter()
            .map(|row| KeyringDevice {
                is_this: row.digest == this,
                device: row.device,
                seen_at: rfc3339(row.seen_at),
            })
            .collect(),
        question,
    })
}

async fn open_page(
    app: &App,
    visitor: &Visitor,
    trouble: Option<KeyringTrouble>,
) -> Result<Response, ApiError> {
    let purpose = match visitor.opened {
        Some(_) => Purpose::Unite(owner(visitor.opened)),
        None => Purpose::Open,
    };
    let question = Passkeys::new(app, visitor)
        .and_then(|passkeys| passkeys.ask_for_signature(purpose))
        .map_err(not_asked)?;
    if visitor.opened.is_some() {
        return page(app, visitor, KeyringPart::Already(question.into()), trouble);
    }
    let joins = match visitor.session {
        Some(guest) => person::has_some(app, guest).await?,
        None => false,
    };
    page(
        app,
        visitor,
        KeyringPart::Open(question.into(), joins),
        trouble,
    )
}

fn page(
    app: &App,
    visitor: &Visitor,
    part: KeyringPart,
    trouble: Option<KeyringTrouble>,
) -> Result<Response, ApiError> {
    let (context, cookie) = pages::desk_context(app, visitor)?;
    let page = app::pages::keyring(&context, part, trouble);
    let mut response = pages::document(app, visitor.words, &page, Document::Light);
    if trouble.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(pages::with_cookies(response, [cookie]))
}

fn refused(refusal: Refusal) -> Failure {
    Failure::Trouble(match refusal {
        Refusal::Unknown => KeyringTrouble::Unknown,
        Refusal::Twice => KeyringTrouble::Late,
        Refusal::Full => KeyringTrouble::Full,
    })
}

/// What is wrong with an answer. One that proves nothing counts as a guess.
fn failure(app: &App, visitor: &Visitor, error: PasskeyError) -> Failure {
    let trouble = match &error {
        PasskeyError::Origin | PasskeyError::Random(_) => return Failure::Server(not_asked(error)),
        PasskeyError::Stale => KeyringTrouble::Late,
        PasskeyError::Refused(WebauthnError::CredentialPossibleCompromise) => {
            KeyringTrouble::Copied
        }
        PasskeyError::Refused(WebauthnError::InvalidRPOrigin | WebauthnError::InvalidRPIDHash) => {
            KeyringTrouble::Elsewhere
        }
        PasskeyError::Unreadable(_) | PasskeyError::Refused(_) => KeyringTrouble::Refused,
    };
    tracing::info!("passkey.refused: {error}");
    if trouble != KeyringTrouble::Late {
        app.limiter.failed(visitor.client, app.clock.now());
    }
    Failure::Trouble(trouble)
}

fn not_asked(error: PasskeyError) -> ApiError {
    match error {
        PasskeyError::Origin => ApiError::NoOrigin,
        PasskeyError::Random(error) => error.into(),
        other => ApiError::Internal(other.into()),
    }
}
