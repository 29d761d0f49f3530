//! `/desk/sign-in`: a passkey in, a session out.

use app::pages::desk::{Question, Trouble};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{super::extract::Form, device, next::Next};
use crate::{
    access::Act,
    error::ApiError,
    http::visitor::Visitor,
    pages::{self, Document},
    passkey::{PasskeyError, Passkeys, Purpose},
    role::Role,
    staff_session::{self, StaffToken},
    state::{App, Shared},
    store::{AccessEntry, Outcome, StaffSession, Tx},
};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Answer {
    csrf: String,
    state: String,
    #[serde(default)]
    answer: String,
    /// Where one came from.
    #[serde(default)]
    next: String,
}

/// Where one came from.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: String,
}

/// The page with its question.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    // Nothing that is wrong with it keeps anybody from signing in.
    let asked = query.map_or_else(|_| Asked::default(), |Query(asked)| asked);
    page(&app, &visitor, Next::parse(&asked.next).as_ref(), None)
}

/// Signs in.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<Answer>,
) -> Result<Response, ApiError> {
    visitor.check_desk_form(&app, &form.csrf)?;
    let next = Next::parse(&form.next);
    match sign_in(&app, &visitor, &form, device(&headers)).await {
        Ok((token, role)) => {
            let cookie = [(header::SET_COOKIE, token.set_cookie())];
            let home = match role {
                Role::Inspector => "/inspect",
                _ => "/desk",
            };
            let place = next.as_ref().map_or(home, Next::path);
            Ok((cookie, Redirect::to(place)).into_response())
        }
        Err(ApiError::NoHolder) => page(&app, &visitor, next.as_ref(), Some(Trouble::NoPasskey)),
        Err(error) => Err(error),
    }
}

/// `ApiError::NoHolder` for whatever is wrong with the answer: which of it is nobody's business.
async fn sign_in(
    app: &App,
    visitor: &Visitor,
    form: &Answer,
    device: String,
) -> Result<(StaffToken, Role), ApiError> {
    let passkeys = Passkeys::new(app, visitor).map_err(refusal)?;
    let answer = Passkeys::read(&form.answer).map_err(refusal)?;
    let known = app
        .store
        .read(|db| db.passkey(answer.get_credential_id()))
        .await?;
    let known = known.ok_or(ApiError::NoHolder)?;
    let staff = known.staff;
    let signed = passkeys
        .take_signature(&Purpose::SignIn, &form.state, &answer, known.passkey)
        .map_err(refusal)?;
    if signed.user != staff {
        return Err(ApiError::NoHolder);
    }
    let (passkey, challenge) = (signed.passkey, signed.challenge);
    let token = StaffToken::new()?;
    let now = app.clock.now();
    let session = StaffSession {
        digest: token.digest(),
        staff,
        device,
        began_at: now,
        seen_at: now,
    };
    let role = app.store.write_or_undo(move |tx| {
        let is_first = tx.answer_challenge(&challenge.digest, challenge.expires_at, now)?;
        // Its counter was judged by what was read before: that must still stand.
        let is_known = tx.use_passkey(&passkey, known.used_at, now)?;
        if is_first && is_known && begin(tx, &session)? {
            let staff = tx.staff(&session.staff)?;
            return Ok(Outcome::Keep(staff.map(|staff| staff.role)));
        }
        Ok(Outcome::Undo(None))
    });
    let role = role.await?.ok_or(ApiError::NoHolder)?;
    Ok((token, role))
}

/// Begins a session, and forgets those that count no more; `false` for somebody who is gone or
/// whose organisation is suspended.
pub(super) fn begin(tx: &Tx<'_>, session: &StaffSession) -> crate::store::Result<bool> {
    let now = session.began_at;
    let Some(staff) = tx.staff(&session.staff)? else {
        return Ok(false);
    };
    let organisation = tx.organisation(&staff.organisation)?;
    if organisation.is_none_or(|organisation| organisation.suspended_at.is_some()) {
        return Ok(false);
    }
    tx.forget_staff_sessions(
        trace::Instant(now.0 - staff_session::LIFE_MS),
        trace::Instant(now.0 - staff_session::IDLE_MS),
    )?;
    tx.put_staff_session(session)?;
    tx.log_access(&AccessEntry {
        at: now,
        organisation: staff.organisation.clone(),
        by_organisation: staff.organisation,
        by_staff: staff.id,
        act: Act::SignedIn.id().to_owned(),
        subject: session.device.clone(),
    })?;
    Ok(true)
}

/// What a passkey that doesn't count is answered with.
pub(super) fn refusal(error: PasskeyError) -> ApiError {
    match error {
        PasskeyError::Origin => ApiError::NoOrigin,
        PasskeyError::Random(error) => error.into(),
        PasskeyError::Stale | PasskeyError::Unreadable(_) | PasskeyError::Refused(_) => {
            tracing::info!("passkey.refused: {error}");
            ApiError::NoHolder
        }
    }
}

fn page(
    app: &App,
    visitor: &Visitor,
    next: Option<&Next>,
    trouble: Option<Trouble>,
) -> Result<Response, ApiError> {
    let question = Passkeys::new(app, visitor)
        .and_then(|passkeys| passkeys.ask_for_signature(Purpose::SignIn))
        .map_err(refusal)?;
    let (context, cookie) = pages::desk_context(app, visitor)?;
    let next = next.map(|next| next.path().to_owned());
    let page = app::pages::desk::sign_in(&context, Question::from(question), next, trouble);
    let mut response = pages::document(app, visitor.words, &page, Document::Light);
    if trouble.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(pages::with_cookies(response, [cookie]))
}

impl From<crate::passkey::Question> for Question {
    fn from(question: crate::passkey::Question) -> Question {
        Question {
            options: question.options,
            state: question.state,
        }
    }
}
