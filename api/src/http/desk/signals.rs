//! `/desk/signals`: what one's brand should look into.

use app::pages::desk::{SignalSeen, Signals};
use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use trace::Instant;
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

/// Behind which signal a page begins, as the page before links to it: milliseconds since 1970,
/// subject and name.
#[derive(Debug, Deserialize)]
pub struct Behind {
    at: i64,
    subject: String,
    signal: String,
}

/// The latest first.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    behind: Result<Query<Behind>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let brand = desk.brand()?;
    // An address that says none of it begins at the latest.
    let behind = behind.ok().map(|Query(behind)| behind);
    let behind = behind.as_ref().map_or((Instant(i64::MAX), "", ""), |own| {
        (Instant(own.at), &own.subject, &own.signal)
    });
    let rows = app
        .store
        .read(|db| db.open_signals(brand, behind, SIGNALS))
        .await?;
    let last = rows.last().filter(|_| rows.len() as i64 == SIGNALS);
    let older = last.map(|row| {
        let query = [
            ("at", row.last_at.0.to_string()),
            ("subject", row.subject.clone()),
            ("signal", row.signal.clone()),
        ];
        let query = query.map(|(name, value)| format!("{name}={}", encoded(&value)));
        format!("/desk/signals?{}", query.join("&"))
    });
    let signals = Signals {
        older,
        may_dismiss: desk.may(Permission::Recalls),
        signals: rows
            .into_iter()
            .map(|row| SignalSeen {
                query: encoded(&row.subject),
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

fn encoded(value: &str) -> String {
    utf8_percent_encode(value, NON_ALPHANUMERIC).to_string()
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
