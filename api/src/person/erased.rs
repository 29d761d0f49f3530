//! What becomes of all that when it is erased.
//!
//! | what | becomes |
//! |---|---|
//! | registrations, held or held before, with their receipts; transfers asked for; disputes | erased |
//! | wishes to be told of recalls, and what waits to be sent | erased |
//! | claims and returns that nobody has decided, with their pictures | erased, or left as they are where the person says so |
//! | those that were refused, withdrawn or answered with advice | erased |
//! | those that were paid, repaired or replaced | without words, purchase, address, code and owner: the brand's books and the next claim for this pack rest on them |
//! | reports | without words, photo, place and owner: that there was one about this pack stays |
//! | what they think of packs, with photos and the yes to being quoted | erased, and out of the sums |
//! | the yes to suggestions | erased |
//! | passkeys, and which devices have the products open | erased: none of them has them open any more |
//! | checks in the log | erased |
//! | what a unit's checks amount to | the same counts and moments; the session is a random number, its place is gone |
//! | revealed hidden codes | stay revealed, by a random number |
//! | points | go back to the brands; the lines stay, in an account of nobody's, and so does that a unit earned them once |
//! | wrong guesses at hidden codes (keyed digests) | 30 days, as ever: or erasing would give new guesses |
//! | letters that asked an address (keyed digests of it) | 2 days, as ever: or ending a wish would allow more of them |
//! | the log of what staff did | keeps the reference of a claim, report or feedback that they worked on |

use trace::reward::Act;

use super::{
    checks,
    units::{units_of, units_of_check},
};
use crate::{
    claim_status::ClaimStatus,
    error::ApiError,
    feedback, random, reward,
    session::Session,
    state::App,
    store::{self, Claim, OwnCheck, Tx},
};

/// How many checks are forgotten in one transaction.
const BITE: usize = 200;

/// What is to become of claims that nobody has settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claims {
    /// They end with everything else.
    End,
    /// They go on, for whoever has their reference and code.
    GoOn,
}

/// What remains, without anything that leads to the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Claims that go on, with all that was given.
    pub going_on: usize,
    /// Claims that were settled.
    pub settled: usize,
    /// That there were reports.
    pub reports: usize,
}

/// What erasing would leave.
pub async fn left(app: &App, session: Session) -> Result<Left, ApiError> {
    let (claims, reports) = (session.for_claims(), session.for_reports());
    let read = app
        .store
        .read(|db| Ok((db.claims_of(&claims)?, db.reports_by(&reports)?)));
    let (claims, reports) = read.await?;
    Ok(Left {
        going_on: claims.iter().filter(|claim| !is_closed(claim)).count(),
        settled: claims.iter().filter(|claim| is_settled(claim)).count(),
        reports: reports.len(),
    })
}

fn status(claim: &Claim) -> Option<ClaimStatus> {
    ClaimStatus::parse(&claim.status)
}

fn is_closed(claim: &Claim) -> bool {
    status(claim).is_some_and(ClaimStatus::is_closed)
}

fn is_settled(claim: &Claim) -> bool {
    status(claim).is_some_and(ClaimStatus::is_settled)
}

/// Erases everything that is kept about a browser. What it left can be done again, and finds the
/// rest: nothing half-done is lost.
pub async fn erase(app: &App, session: Session, claims: Claims) -> Result<(), ApiError> {
    let now = app.clock.now();
    let stand_in = u64::from_be_bytes(random::bytes()?);
    let nobody = format!("person:{}", random::hex(&random::bytes::<16>()?));
    let checks = checks(&app.store, session, i64::MIN).await?;
    for bite in checks.chunks(BITE) {
        let bite = bite.to_vec();
        app.store
            .write(move |tx| {
                bite.iter()
                    .try_for_each(|check| forget_check(tx, check, session, stand_in))
            })
            .await?;
    }
    app.store
        .write(move |tx| {
            // First what leads from these to units: checks of before the log's first day.
            forget_units(tx, session, stand_in)?;
            erase_owned(tx, &session.account(), now)?;
            erase_claims(tx, &session.for_claims(), claims)?;
            for report in tx.reports_by(&session.for_reports())? {
                tx.blank_report(&report)?;
            }
            for one in tx.feedback_by(&session.for_feedback())? {
                feedback::erase_one(tx, &one, now)?;
            }
            tx.end_suggestions(&session.for_suggestions())?;
            tx.forget_reveals_of(session.for_reveals(), stand_in)?;
            tx.erase_keyring(&session.for_keyring())?;
            tx.forget_account(&session.account(), &nobody)
        })
        .await?;
    app.store.sweep().await?;
    Ok(())
}

/// One check: its line in the log, and who made it in what the unit's checks amount to.
fn forget_check(
    tx: &Tx<'_>,
    check: &OwnCheck,
    session: Session,
    stand_in: u64,
) -> store::Result<()> {
    tx.forget_check(check)?;
    for unit in units_of_check(tx, check)? {
        tx.forget_checker(&unit, session.for_checks(), stand_in)?;
    }
    Ok(())
}

/// Units that the log says nothing of any more, but something else of the person's does.
fn forget_units(tx: &Tx<'_>, session: Session, stand_in: u64) -> store::Result<()> {
    for unit in units_of(tx, session)? {
        tx.forget_checker(&unit, session.for_checks(), stand_in)?;
    }
    Ok(())
}

/// Registrations, transfers, and wishes to be told.
fn erase_owned(tx: &Tx<'_>, account: &str, now: trace::Instant) -> store::Result<()> {
    for one in tx.all_registrations_of(account)? {
        for act in [Act::Registration, Act::Recycling] {
            reward::give_back(tx, act, &one.reference, now)?;
        }
        tx.erase_registration(&one)?;
    }
    for former in tx.former_registrations_of(account)? {
        reward::give_back(tx, Act::Registration, &former.registration.reference, now)?;
        tx.erase_former(&former.registration.reference)?;
    }
    for reward in tx.rewards_of(account)? {
        reward::give_back(tx, reward.act, &reward.reference, now)?;
    }
    tx.forget_vouchers(account)?;
    for transfer in tx.transfers_to(account)? {
        tx.drop_transfer(&transfer.reference)?;
    }
    for follow in tx.all_follows_of(account)? {
        tx.end_follow(&follow.id)?;
    }
    Ok(())
}

fn erase_claims(tx: &Tx<'_>, owner: &str, claims: Claims) -> store::Result<()> {
    for claim in tx.claims_of(owner)? {
        if is_settled(&claim) {
            tx.blank_claim(&claim)?;
        } else if is_closed(&claim) || claims == Claims::End {
            tx.erase_claim(&claim.reference)?;
        } else {
            tx.disown_claim(&claim.reference)?;
        }
    }
    Ok(())
}
