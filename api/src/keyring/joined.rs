//! What a guest has becomes a person's: everything that was kept under one session is kept under
//! another. Nothing is counted anew: one unit has one owner and earns once, whoever it is.

use std::collections::BTreeSet;

use trace::Instant;

use crate::{
    error::ApiError,
    feedback, person,
    session::Session,
    state::App,
    store::{self, Tx},
};

/// How many checks are moved in one transaction.
const BITE: usize = 200;

/// The checks in the log, and who made them in what units' checks amount to. Before everything else: what
/// is left undone is done when the person tries again.
pub(super) async fn checks(app: &App, guest: Session, root: Session) -> Result<(), ApiError> {
    checks_since(app, guest, root, i64::MIN).await
}

/// Those that came in meanwhile.
pub(super) async fn late_checks(app: &App, guest: Session, root: Session) -> Result<(), ApiError> {
    // A day more than it can take: whatever the clock does.
    let day = app.clock.now().0.div_euclid(86_400_000) - 1;
    checks_since(app, guest, root, day).await
}

async fn checks_since(
    app: &App,
    guest: Session,
    root: Session,
    first_day: i64,
) -> Result<(), ApiError> {
    let (from, to) = (guest.for_checks(), root.for_checks());
    let checks = person::checks(&app.store, guest, first_day).await?;
    for bite in checks.chunks(BITE) {
        let bite = bite.to_vec();
        app.store
            .write(move |tx| {
                for check in &bite {
                    for unit in person::units_of_check(tx, check)? {
                        tx.rename_checker(&unit, from, to)?;
                    }
                }
                Ok(())
            })
            .await?;
    }
    let days: BTreeSet<i64> = checks.iter().map(|check| check.day).collect();
    for day in days {
        app.store
            .write(move |tx| tx.rename_checks(day, from, to))
            .await?;
    }
    Ok(())
}

/// Everything else.
pub(super) fn rows(tx: &Tx<'_>, guest: Session, root: Session, now: Instant) -> store::Result<()> {
    // Checks of before the log's first day.
    for unit in person::units_of(tx, guest)? {
        tx.rename_checker(&unit, guest.for_checks(), root.for_checks())?;
    }
    tx.rename_account(&guest.account(), &root.account())?;
    tx.rename_claims(&guest.for_claims(), &root.for_claims())?;
    tx.rename_reports(&guest.for_reports(), &root.for_reports())?;
    tx.rename_reveals(guest.for_reveals(), root.for_reveals())?;
    join_feedback(tx, &guest.for_feedback(), &root.for_feedback(), now)?;
    let (from, to) = (guest.for_suggestions(), root.for_suggestions());
    if let Some(yes) = tx.suggestion_consent(&from)? {
        tx.put_suggestion_consent(&to, &yes)?;
        tx.end_suggestions(&from)?;
    }
    Ok(())
}

/// A person says one thing of a pack: what they said last.
fn join_feedback(tx: &Tx<'_>, from: &str, to: &str, now: Instant) -> store::Result<()> {
    let own = tx.feedback_by(to)?;
    for one in tx.feedback_by(from)? {
        if let Some(other) = own.iter().find(|other| other.pack == one.pack) {
            let earlier = if other.at < one.at { other } else { &one };
            feedback::erase_one(tx, earlier, now)?;
        }
    }
    tx.rename_feedback(from, to)
}
