//! What staff decide about points that wait.

use trace::{
    Instant,
    reward::{Act, Basis},
};

use super::{book, release};
use crate::{
    error::ApiError,
    registration::code_of_path,
    store::{self, Account, Evidence, Report, Reward, RewardStatus, Serial, Tx},
};

/// What staff say to points that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They are the person's.
    Grant,
    /// They are not.
    Refuse,
}

/// Staff decide about points that wait.
///
/// # Errors
/// Inside: they are another brand's, or wait no more.
pub fn decide(
    tx: &Tx<'_>,
    brand: &str,
    act: Act,
    reference: &str,
    decision: Decision,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let known = tx.reward(act, reference)?;
    let Some(one) = known.filter(|one| one.brand == brand) else {
        return Ok(Err(ApiError::NotFound));
    };
    if !matches!(one.status, RewardStatus::Held(_)) {
        return Ok(Err(ApiError::OwnershipMoved));
    }
    match decision {
        Decision::Grant => {
            if act == Act::Registration {
                // They have seen a receipt.
                tx.raise_evidence(reference, Evidence::Supported)?;
            }
            let proven = Reward {
                basis: Basis::Proven,
                ..one
            };
            release(tx, proven, now)?;
        }
        Decision::Refuse => {
            let reason = format!("{}-refused", act.name());
            book(tx, &one, &reason, Account::Held, Account::Brand, now)?;
            tx.stand(&Reward {
                status: RewardStatus::Refused,
                settled_at: Some(now),
                ..one
            })?;
        }
    }
    Ok(Ok(()))
}

/// A report earns once staff find it right, and a pack's once: whoever was second to tell the same
/// of it gets none. `None` where nobody waits for points for it.
pub fn decide_report(
    tx: &Tx<'_>,
    report: &Report,
    is_right: bool,
    now: Instant,
) -> store::Result<Option<Result<(), ApiError>>> {
    let one = tx.reward(Act::Report, &report.reference)?;
    // Staff may have decided on the points alone, or the person taken them back.
    let Some(one) = one.filter(|one| matches!(one.status, RewardStatus::Held(_))) else {
        return Ok(None);
    };
    let serial = code_of_path(&report.path)
        .ok()
        .and_then(|code| Serial::new(code.serial()?));
    let before = match &serial {
        Some(serial) => tx.reward_of_unit(Act::Report, report.product, serial)?,
        None => None,
    };
    let decision = match is_right && before.is_none() {
        true => {
            tx.stand(&Reward { serial, ..one })?;
            Decision::Grant
        }
        false => Decision::Refuse,
    };
    let (brand, reference) = (&report.brand, &report.reference);
    decide(tx, brand, Act::Report, reference, decision, now).map(Some)
}
