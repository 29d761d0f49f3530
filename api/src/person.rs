//! Everything that is kept about one browser: put together for whoever has its session, and erased.

mod erased;
mod units;

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use tokio::sync::Semaphore;
use wire::{
    convert::rfc3339,
    feedback::OwnFeedback,
    person::{OwnCheck, OwnDevice, OwnFollow, OwnPasskey, OwnReport, OwnReveal, PersonalData},
};

pub use self::erased::{Claims, Left, erase, left};
pub(crate) use self::units::{units_of, units_of_check};
use crate::{
    claim,
    error::ApiError,
    feedback, follow,
    http::rewards::rewards,
    ownership::{self, Held},
    session::Session,
    state::App,
    store::{self, Claim, Store},
};

/// All of it, the newest first but for claims and reports.
pub async fn data(app: &App, session: Session, language: &str) -> Result<PersonalData, ApiError> {
    let (account, claims) = (session.account(), session.for_claims());
    let suggestions = session.for_suggestions();
    let (held, claims, follows, reports, feedback, suggestions, reveals) = app
        .store
        .read(|db| {
            Ok((
                all_held(db, &account)?,
                db.claims_of(&claims)?,
                db.all_follows_of(&account)?,
                reports_of(db, session)?,
                feedback_of(db, session, language)?,
                db.suggestion_consent(&suggestions)?,
                db.reveals_of(session.for_reveals())?,
            ))
        })
        .await?;
    let mut data = PersonalData {
        made_at: rfc3339(app.clock.now()),
        points: rewards(app, Some(session), language).await?,
        reports,
        feedback,
        suggestions: suggestions.as_ref().map(feedback::consent),
        ..PersonalData::default()
    };
    for held in held {
        let view = ownership::view(app, &held, language).await?;
        data.registrations.push(view);
    }
    (data.passkeys, data.devices) = app.store.read(|db| keyring_of(db, session)).await?;
    data.receipts = app.store.read(|db| receipts_of(db, &account)).await?;
    data.return_photos = app.store.read(|db| return_photos(db, &claims)).await?;
    for claim in claims {
        data.claims.push(claim::view(app, &claim, language).await?);
    }
    data.follows
        .extend(follows.into_iter().map(|one| OwnFollow {
            link: follow::link(app, &one.id),
            path: one.path,
            channel: one.channel,
            to: one.target,
            language: one.language,
            since: rfc3339(one.created_at),
            confirmed: one.confirmed_at.map(rfc3339),
        }));
    let reveals = reveals.into_iter().map(|(gtin, serial, at)| OwnReveal {
        gtin,
        serial,
        at: rfc3339(at),
    });
    data.reveals.extend(reveals);
    let checks = checks(&app.store, session, i64::MIN).await?;
    data.checks
        .extend(checks.into_iter().rev().map(|check| OwnCheck {
            at: rfc3339(check.at),
            gtin: check.gtin,
            serial: check.serial,
            point: check.point.map(|point| [point.lat, point.lon]),
            country: check.country,
        }));
    Ok(data)
}

/// Whether a session has something to show: registered, followed, claimed, earned, or said.
pub async fn has_some(app: &App, session: Session) -> Result<bool, ApiError> {
    let account = session.account();
    let read = app.store.read(|db| {
        Ok(!(all_held(db, &account)?.is_empty()
            && db.claims_of(&session.for_claims())?.is_empty()
            && db.all_follows_of(&account)?.is_empty()
            && db.ledger(&account)?.is_empty()
            && db.feedback_by(&session.for_feedback())?.is_empty()))
    });
    Ok(read.await?)
}

/// What an account holds, held, and waits for.
fn all_held(db: &store::Db<'_>, account: &str) -> store::Result<Vec<Held>> {
    let present = db.all_registrations_of(account)?;
    let mut held: Vec<Held> = present.into_iter().map(Held::Present).collect();
    let former = db.former_registrations_of(account)?;
    held.extend(former.into_iter().map(Held::Former));
    for transfer in db.transfers_to(account)? {
        held.extend(ownership::waiting(db, transfer)?);
    }
    Ok(held)
}

fn keyring_of(
    db: &store::Db<'_>,
    session: Session,
) -> store::Result<(Vec<OwnPasskey>, Vec<OwnDevice>)> {
    let owner = session.for_keyring();
    let passkeys = db.keyring_passkeys(&owner)?.into_iter();
    let passkeys = passkeys.map(|row| OwnPasskey {
        device: row.device,
        made: rfc3339(row.added_at),
        used: row.used_at.map(rfc3339),
    });
    let devices = db.keyring_devices(&owner)?.into_iter();
    let devices = devices.map(|row| OwnDevice {
        device: row.device,
        since: rfc3339(row.began_at),
        seen: rfc3339(row.seen_at),
    });
    Ok((passkeys.collect(), devices.collect()))
}

fn receipts_of(db: &store::Db<'_>, account: &str) -> store::Result<BTreeMap<String, String>> {
    let mut photos = BTreeMap::new();
    for one in db.all_registrations_of(account)? {
        if let Some(photo) = db.receipt_photo(&one.reference)? {
            photos.insert(one.reference, BASE64_STANDARD.encode(photo.bytes));
        }
    }
    Ok(photos)
}

fn return_photos(db: &store::Db<'_>, claims: &[Claim]) -> store::Result<BTreeMap<String, String>> {
    let mut photos = BTreeMap::new();
    for claim in claims {
        if let Some(photo) = db.claim_photo(&claim.reference)? {
            photos.insert(claim.reference.clone(), BASE64_STANDARD.encode(photo.bytes));
        }
    }
    Ok(photos)
}

fn reports_of(db: &store::Db<'_>, session: Session) -> store::Result<Vec<OwnReport>> {
    let mut own = Vec::new();
    for report in db.reports_by(&session.for_reports())? {
        let photo = db.report_photo(&report.reference)?;
        own.push(OwnReport {
            reference: report.reference,
            path: report.path,
            at: rfc3339(report.at),
            status: report.status,
            words: report.record.words,
            differs: report.record.differs,
            place: report.record.place,
            point: report.record.point,
            country: report.record.country,
            photo: photo.map(|photo| BASE64_STANDARD.encode(photo.bytes)),
        });
    }
    Ok(own)
}

fn feedback_of(
    db: &store::Db<'_>,
    session: Session,
    language: &str,
) -> store::Result<Vec<OwnFeedback>> {
    let mut own = Vec::new();
    for one in db.feedback_by(&session.for_feedback())? {
        let photo = db.feedback_photo(&one.reference)?;
        own.push(OwnFeedback {
            photo: photo.map(|photo| BASE64_STANDARD.encode(photo.bytes)),
            ..feedback::own_view(db, &one, language)?
        });
    }
    Ok(own)
}

/// A session's checks in the log from a day on, counted from 1970, the oldest first. That reads the
/// log day by day, on a thread of its own.
pub(crate) async fn checks(
    store: &Store,
    session: Session,
    first_day: i64,
) -> Result<Vec<store::OwnCheck>, ApiError> {
    // It is long, and anybody can ask: one at a time, so that others find the database free.
    static ONE: Semaphore = Semaphore::const_new(1);
    let turn = ONE
        .acquire()
        .await
        .map_err(|error| ApiError::Internal(error.into()))?;
    let store = store.clone();
    let session = session.for_checks();
    let read = tokio::task::spawn_blocking(move || -> store::Result<Vec<store::OwnCheck>> {
        let Some((first, last)) = store.read_blocking(|db| db.days_of_checks())? else {
            return Ok(Vec::new());
        };
        let mut checks = Vec::new();
        for day in first.max(first_day)..=last {
            checks.extend(store.read_blocking(|db| db.checks_of(day, session))?);
        }
        Ok(checks)
    });
    let read = read
        .await
        .map_err(|error| ApiError::Internal(error.into()))?;
    drop(turn);
    Ok(read?)
}
