//! `/desk/invite/{token}`: an invitation and a new passkey in, a member out.

use app::pages::desk::{Invited, Question, Trouble};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{
    super::extract::Form,
    device, name,
    sign_in::{begin, refusal},
};
use crate::{
    access::Act,
    error::ApiError,
    http::visitor::Visitor,
    invite::{self, InviteToken},
    organisation::Organisation,
    pages::{self, Document},
    passkey::{self, Made, Passkeys, Purpose},
    random,
    staff_session::StaffToken,
    state::{App, Shared},
    store::{AccessEntry, Invite, Outcome, PasskeyRow, Staff, StaffSession, Tx},
};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Answer {
    csrf: String,
    name: String,
    state: String,
    #[serde(default)]
    answer: String,
}

/// Who invites, what for, and the question for a passkey. Looking uses nothing up.
pub async fn get(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    page(&app, &visitor, &token, None).await
}

/// Joins and signs in.
pub async fn post(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(form): Form<Answer>,
) -> Result<Response, ApiError> {
    visitor.check_desk_form(&app, &form.csrf)?;
    match join(&app, &visitor, &token, &form, device(&headers)).await {
        Ok(session) => {
            let cookie = [(header::SET_COOKIE, session.set_cookie())];
            Ok((cookie, Redirect::to("/desk")).into_response())
        }
        Err(ApiError::NoHolder) => page(&app, &visitor, &token, Some(Trouble::NotMade)).await,
        Err(error) => Err(error),
    }
}

async fn join(
    app: &App,
    visitor: &Visitor,
    token: &str,
    form: &Answer,
    device: String,
) -> Result<StaffToken, ApiError> {
    let digest = InviteToken::parse(token)
        .ok_or(ApiError::NotFound)?
        .digest();
    let name = name("name", &form.name)?;
    let made = Passkeys::new(app, visitor)
        .and_then(|passkeys| passkeys.take_new(&purpose(&digest), &form.state, &form.answer))
        .map_err(refusal)?;
    let session = StaffToken::new()?;
    let now = app.clock.now();
    let row = StaffSession {
        digest: session.digest(),
        staff: made.user.clone(),
        device,
        began_at: now,
        seen_at: now,
    };
    let joined = app.store.write_or_undo(move |tx| {
        let invite = tx.invite(&digest, now)?;
        Ok(match invite {
            Some(invite) if !invite::counts(tx, &invite)? => Outcome::Undo(Err(ApiError::NotFound)),
            Some(invite) if settle(tx, &invite, &made, &name, &row)? => Outcome::Keep(Ok(())),
            Some(_) => Outcome::Undo(Err(ApiError::NoHolder)),
            None => Outcome::Undo(Err(ApiError::NotFound)),
        })
    });
    joined.await??;
    Ok(session)
}

/// `false` where the answer counted before, or the organisation is suspended.
fn settle(
    tx: &Tx<'_>,
    invite: &Invite,
    made: &Made,
    name: &str,
    session: &StaffSession,
) -> crate::store::Result<bool> {
    let now = session.began_at;
    if !tx.end_invite(&invite.digest, now)?
        || !tx.answer_challenge(&made.challenge.digest, made.challenge.expires_at, now)?
    {
        return Ok(false);
    }
    tx.put_staff(&Staff {
        id: made.user.clone(),
        organisation: invite.organisation.clone(),
        name: name.to_owned(),
        role: invite.role,
        joined_at: now,
    })?;
    let is_new = tx.put_passkey(&PasskeyRow {
        credential: made.passkey.cred_id().to_vec(),
        staff: made.user.clone(),
        name: session.device.clone(),
        added_at: now,
        used_at: Some(now),
        passkey: made.passkey.clone(),
    })?;
    tx.log_access(&AccessEntry {
        at: now,
        organisation: invite.organisation.clone(),
        by_organisation: invite.organisation.clone(),
        by_staff: made.user.clone(),
        act: Act::Joined.id().to_owned(),
        subject: invite.role.id().to_owned(),
    })?;
    Ok(is_new && begin(tx, session)?)
}

fn purpose(digest: &[u8; 32]) -> Purpose {
    Purpose::Join(random::hex(digest))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    token: &str,
    trouble: Option<Trouble>,
) -> Result<Response, ApiError> {
    let digest = InviteToken::parse(token)
        .ok_or(ApiError::NotFound)?
        .digest();
    let now = app.clock.now();
    let found: Option<(Invite, Organisation)> = app
        .store
        .read(|db| {
            let Some(invite) = db.invite(&digest, now)? else {
                return Ok(None);
            };
            if !invite::counts(db, &invite)? {
                return Ok(None);
            }
            let organisation = db.organisation(&invite.organisation)?;
            Ok(organisation.map(|organisation| (invite, organisation)))
        })
        .await?;
    let (context, cookie) = pages::desk_context(app, visitor)?;
    let (page, status) = match found {
        Some((invite, organisation)) if organisation.suspended_at.is_none() => {
            let staff = passkey::new_staff_id().map_err(refusal)?;
            let question = Passkeys::new(app, visitor)
                .and_then(|passkeys| {
                    let label = format!("{}, {}", organisation.name, visitor.words.brand_name());
                    passkeys.ask_for_new(purpose(&digest), &staff, &label, Vec::new())
                })
                .map_err(refusal)?;
            let status = match trouble {
                Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
                None => StatusCode::OK,
            };
            let invited = Invited {
                token: token.to_owned(),
                organisation: organisation.name,
                role: invite.role.id(),
                name: invite.name,
            };
            let question = Question::from(question);
            (
                app::pages::desk::invite(&context, invited, question, trouble),
                status,
            )
        }
        _ => (app::pages::desk::no_invite(&context), StatusCode::NOT_FOUND),
    };
    let mut response = pages::document(app, visitor.words, &page, Document::Light);
    *response.status_mut() = status;
    Ok(pages::with_cookies(response, [cookie]))
}
