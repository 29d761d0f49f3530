//! A picture of a receipt backs a registration: its holder sends it, the brand's staff look at it.
//!
//! It says more of a person than anything else here, so it is kept smaller and without what the camera
//! wrote beside it, nobody but the brand's staff sees it, and it is gone once they have decided.

use trace::{
    Instant,
    reward::{Act, Why},
};
use wire::{
    convert::rfc3339,
    form::{Holder, ReceiptView},
};

use crate::{
    error::ApiError,
    ownership::{self, Held, Told},
    reward::{self, Decision},
    session::Session,
    state::App,
    store::{self, Evidence, Picture, Receipt, RewardStatus, Tx},
    submission::short_text,
};

/// The longest reason, in characters.
const MAX_REASON: usize = 2000;

/// How a receipt stands, for its holder.
#[must_use]
pub fn view(receipt: Receipt) -> ReceiptView {
    ReceiptView {
        status: receipt.status,
        sent_at: rfc3339(receipt.sent_at),
        reason: receipt.reason,
    }
}

/// Keeps a holder's receipt. `photo` is a JPEG that was written anew.
///
/// # Errors
/// Nobody holds that, it is backed already, or a receipt waits.
pub async fn send(
    app: &App,
    holder: &Holder,
    session: Option<Session>,
    photo: Vec<u8>,
) -> Result<(), ApiError> {
    let Held::Present(registration) = ownership::held(app, holder, session).await? else {
        return Err(ApiError::OwnershipMoved);
    };
    if registration.evidence != Evidence::Claimed {
        return Err(ApiError::OwnershipMoved);
    }
    let now = app.clock.now();
    let is_kept = app.store.write(move |tx| {
        // It may have ended since.
        let reference = &registration.reference;
        let is_held = tx.registration(reference)?.is_some();
        let Some(product) = tx.product_record(registration.product)?.filter(|_| is_held) else {
            return Ok(false);
        };
        let new = Receipt {
            registration: reference.clone(),
            brand: product.brand,
            sent_at: now,
            status: "open".to_owned(),
            reason: String::new(),
        };
        let photo = Picture {
            content_type: "image/jpeg".to_owned(),
            bytes: photo.clone(),
        };
        tx.put_receipt(&new, &photo)
    });
    match is_kept.await? {
        true => Ok(()),
        false => Err(ApiError::OwnershipMoved),
    }
}

/// What staff say of a receipt.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The registration.
    pub registration: String,
    /// Whether it shows that the pack is the holder's.
    pub supports: bool,
    /// Why not; the holder reads it.
    pub reason: String,
}

impl Finding {
    /// Out of a form.
    ///
    /// # Errors
    /// Nothing was chosen, or it is refused without a reason.
    pub fn read(registration: &str, choice: &str, reason: &str) -> Result<Finding, ApiError> {
        let supports = match choice {
            "supported" => true,
            "refused" => false,
            _ => {
                return Err(ApiError::Field {
                    field: "choice",
                    detail: "choose one of the keys of the page".to_owned(),
                });
            }
        };
        let reason = short_text("reason", Some(reason), MAX_REASON)?;
        if !supports && reason.is_none() {
            return Err(ApiError::Field {
                field: "reason",
                detail: "say why: the holder reads it, and can send another picture".to_owned(),
            });
        }
        Ok(Finding {
            registration: registration.to_owned(),
            supports,
            reason: reason.filter(|_| !supports).unwrap_or_default(),
        })
    }
}

/// Staff decide: a receipt that fits makes the registration a supported one, and gives the points that
/// waited for it.
///
/// # Errors
/// Inside: it is another brand's, or decided already.
pub fn decide(
    tx: &Tx<'_>,
    brand: &str,
    finding: &Finding,
    told: &Told,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let reference = &finding.registration;
    let known = tx.receipt(reference)?;
    let registration = tx.registration(reference)?;
    let (Some(_), Some(holder)) = (known.filter(|one| one.brand == brand), registration) else {
        return Ok(Err(ApiError::NotFound));
    };
    let status = match finding.supports {
        true => "supported",
        false => "refused",
    };
    if !tx.decide_receipt(reference, status, &finding.reason)? {
        return Ok(Err(ApiError::OwnershipMoved));
    }
    told.receipt(tx, &holder, &finding.reason, now)?;
    if !finding.supports {
        return Ok(Ok(()));
    }
    tx.raise_evidence(reference, Evidence::Supported)?;
    let reward = tx.reward(Act::Registration, reference)?;
    // What waits for something else than a receipt goes on waiting.
    let waits = reward.is_some_and(|one| one.status == RewardStatus::Held(Why::Basis));
    match waits {
        true => reward::decide(
            tx,
            brand,
            Act::Registration,
            reference,
            Decision::Grant,
            now,
        ),
        false => Ok(Ok(())),
    }
}
