//! `/desk` and `/desk/me`: who am I, where am I signed in, and with which passkeys.

use app::pages::desk::{Me, Passkey, Question, Session};
use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{
    Desk, back, device,
    sent::{Chosen, Nothing, Sent},
    sign_in::refusal,
};
use crate::{
    access::Act,
    error::ApiError,
    passkey::{Passkeys, Purpose},
    random, staff_session,
    state::Shared,
    store::PasskeyRow,
};

/// The answer to the question for a new passkey.
#[derive(Debug, Deserialize)]
pub struct Answer {
    state: String,
    #[serde(default)]
    answer: String,
}

/// The first page of the desk.
pub async fn home(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    let page = app::pages::desk::home(&desk.view(&app)?);
    Ok(desk.show(&app, &page))
}

/// One's own passkeys and sessions.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    let (passkeys, sessions) = app
        .store
        .read(|db| {
            Ok((
                db.passkeys(&desk.staff.id)?,
                db.staff_sessions(&desk.staff.id)?,
            ))
        })
        .await?;
    let known = passkeys.iter().map(|row| row.passkey.cred_id().clone());
    let question = Passkeys::new(&app, &desk.visitor)
        .and_then(|asked| {
            let purpose = Purpose::Add(desk.staff.id.clone());
            asked.ask_for_new(purpose, &desk.staff.id, &desk.staff.name, known.collect())
        })
        .map_err(refusal)?;
    let now = app.clock.now();
    let me = Me {
        is_last: passkeys.len() == 1,
        passkeys: passkeys
            .into_iter()
            .map(|row| Passkey {
                id: id_of(&row.credential),
                name: row.name,
                added_at: rfc3339(row.added_at),
                used_at: row.used_at.map(rfc3339),
            })
            .collect(),
        sessions: sessions
            .into_iter()
            .filter(|session| staff_session::is_live(session, now))
            .map(|session| Session {
                id: id_of(&session.digest),
                is_this: session.digest == desk.session.digest,
                device: session.device,
                seen_at: rfc3339(session.seen_at),
            })
            .collect(),
        question: Question::from(question),
    };
    let page = app::pages::desk::me(&desk.view(&app)?, me);
    Ok(desk.show(&app, &page))
}

/// Ends this session.
pub async fn sign_out(
    State(app): State<Shared>,
    Sent { desk, .. }: Sent<Nothing>,
) -> Result<Response, ApiError> {
    let digest = desk.session.digest;
    app.store
        .write(move |tx| tx.end_staff_session(&digest))
        .await?;
    Ok(out())
}

/// Ends every session of this member.
pub async fn sign_out_everywhere(
    State(app): State<Shared>,
    Sent { desk, .. }: Sent<Nothing>,
) -> Result<Response, ApiError> {
    let entry = desk.entry(Act::SignedOutEverywhere, "", app.clock.now());
    let staff = desk.staff.id.clone();
    app.store
        .write(move |tx| {
            tx.end_staff_sessions(&staff)?;
            tx.log_access(&entry)
        })
        .await?;
    Ok(out())
}

/// Ends one session of this member, on another device perhaps.
pub async fn end_session(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    let staff = desk.staff.id.clone();
    desk.act(&app, None, move |tx, _| {
        let sessions = tx.staff_sessions(&staff)?;
        let Some(session) = sessions.iter().find(|row| id_of(&row.digest) == form.id) else {
            return Ok(Err(ApiError::NotFound));
        };
        tx.end_staff_session(&session.digest)?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/me"))
}

/// Adds a passkey, of another device perhaps.
pub async fn add_passkey(
    State(app): State<Shared>,
    headers: HeaderMap,
    Sent { desk, form }: Sent<Answer>,
) -> Result<Response, ApiError> {
    let purpose = Purpose::Add(desk.staff.id.clone());
    let made = Passkeys::new(&app, &desk.visitor)
        .and_then(|passkeys| passkeys.take_new(&purpose, &form.state, &form.answer))
        .map_err(refusal)
        .map_err(not_made)?;
    let device = device(&headers);
    let entry = desk.entry(Act::PasskeyAdded, &device, app.clock.now());
    desk.act(&app, None, move |tx, now| {
        let challenge = &made.challenge;
        let is_new = tx.answer_challenge(&challenge.digest, challenge.expires_at, now)?
            && tx.put_passkey(&PasskeyRow {
                credential: made.passkey.cred_id().to_vec(),
                staff: made.user.clone(),
                name: device.clone(),
                added_at: now,
                used_at: None,
                passkey: made.passkey.clone(),
            })?;
        if !is_new {
            return Ok(Err(not_made(ApiError::NoHolder)));
        }
        tx.log_access(&entry)?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/me"))
}

/// Removes a passkey. The last one stays: nobody could sign in without it.
pub async fn remove_passkey(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    let actor = desk.clone();
    desk.act(&app, None, move |tx, now| {
        let passkeys = tx.passkeys(&actor.staff.id)?;
        let Some(row) = passkeys
            .iter()
            .find(|row| id_of(&row.credential) == form.id)
        else {
            return Ok(Err(ApiError::NotFound));
        };
        if passkeys.len() == 1 {
            return Ok(Err(ApiError::Field {
                field: "id",
                detail: "it is your only passkey; add another one before you remove it".to_owned(),
            }));
        }
        tx.remove_passkey(&row.credential)?;
        // Whoever has the device may be in by it already.
        for session in tx.staff_sessions(&actor.staff.id)? {
            if session.digest != actor.session.digest {
                tx.end_staff_session(&session.digest)?;
            }
        }
        tx.log_access(&actor.entry(Act::PasskeyRemoved, &row.name, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/me"))
}

fn not_made(error: ApiError) -> ApiError {
    match error {
        ApiError::NoHolder => ApiError::Field {
            field: "answer",
            detail: "the device made no passkey that counts; try again".to_owned(),
        },
        error => error,
    }
}

/// What a form calls it by: short, and nothing that opens anything.
fn id_of(bytes: &[u8]) -> String {
    random::hex(&random::digest(&[b"desk", bytes])[..8])
}

fn out() -> Response {
    (
        [staff_session::remove_cookie()],
        Redirect::to("/desk/sign-in"),
    )
        .into_response()
}
