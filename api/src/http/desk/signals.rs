//! `/desk/signals`: what one's brand should look into.

use app::pages::desk::{SignalSeen, Signals};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{Desk, back, sent::Sent};
use crate::{access::Act, error::ApiError, role::Permission, state::Shared, watch};

/// Signals on the page.
const SIGNALS: i64 = 100;

/// Which signal was looked into.
#[derive(Debug, Deserialize)]
pub struct Dismissal {
    subject: String,
    signal: String,
}

/// The latest first.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let brand = desk.brand()?;
    let rows = app.store.read(|db| db.open_signals(brand, SIGNALS)).await?;
    let signals = Signals {
        may_dismiss: desk.may(Permission::Recalls),
        signals: rows
            .into_iter()
            .map(|row| SignalSeen {
                subject: row.subject,
                signal: row.signal,
                weight: row.weight,
                last_at: rfc3339(row.last_at),
            })
            .collect(),
    };
    let page = app::pages::desk::signals(&desk.view(&app)?, signals);
    Ok(desk.show(&app, &page))
}

/// Nothing is wrong. Whoever may recall may say so.
pub async fn dismiss(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Dismissal>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    desk.act(&app, Some(Permission::Recalls), move |tx, now| {
        let (subject, signal) = (&form.subject, &form.signal);
        if !watch::dismiss(tx, &brand, subject, signal, &actor.staff.id, now)? {
            return Ok(Err(ApiError::NotFound));
        }
        let what = format!("{subject}: {signal}");
        tx.log_access(&actor.entry(Act::SignalDismissed, &what, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/signals"))
}
