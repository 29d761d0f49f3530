//! Who holds a unit: shown to a buyer, passed on, reported stolen, disputed.
//!
//! A unit has one holder at any time. Whoever comes after gets a reference and a code of their own;
//! nobody's name, address or reference is told to another.

mod contest;
mod passing;
mod right;
mod told;

use trace::{Instant, reward::Act};
use wire::{
    convert::rfc3339,
    form::{DisputeView, Holder, OwnershipRequest, RegistrationView},
};

pub use self::{
    contest::contest,
    passing::{Shown, answer, proof, show, take},
    right::Right,
    told::Told,
};
use crate::{
    answer::text,
    error::ApiError,
    known, random,
    recall::Certainty,
    receipt,
    registration::{code_of_path, warranty_until},
    session::Session,
    state::App,
    store::{self, Db, Dispute, Former, Registration, RewardStatus, Transfer, Tx},
    submission::short_text,
};

/// The longest thing that is said in a dispute, in characters.
const MAX_MESSAGE: usize = 2000;

/// What a reference and its code stand for.
#[derive(Clone, Debug)]
pub enum Held {
    /// The unit's registration.
    Present(Registration),
    /// One that ended.
    Former(Former),
    /// A unit that a buyer asked for, and the registration of whoever holds it.
    Waiting(Transfer, Registration),
    /// A unit that a buyer asked for, and the registration of whoever lost it before they said yes.
    Lost(Transfer, Registration),
}

impl Held {
    fn code_digest(&self) -> [u8; 32] {
        match self {
            Held::Present(registration) => registration.code_digest,
            Held::Former(former) => former.registration.code_digest,
            Held::Waiting(transfer, _) | Held::Lost(transfer, _) => transfer.code_digest,
        }
    }

    /// The registration that it is, or is about.
    fn registration(&self) -> &Registration {
        match self {
            Held::Present(registration)
            | Held::Waiting(_, registration)
            | Held::Lost(_, registration) => registration,
            Held::Former(former) => &former.registration,
        }
    }
}

pub(crate) fn find(db: &Db<'_>, reference: &str) -> store::Result<Option<Held>> {
    if let Some(registration) = db.registration(reference)? {
        return Ok(Some(Held::Present(registration)));
    }
    if let Some(former) = db.former_registration(reference)? {
        return Ok(Some(Held::Former(former)));
    }
    let Some(transfer) = db.transfer(reference)? else {
        return Ok(None);
    };
    waiting(db, transfer)
}

/// What a buyer asked for, and whether whoever showed it to them still holds it.
pub(crate) fn waiting(db: &Db<'_>, transfer: Transfer) -> store::Result<Option<Held>> {
    if let Some(holder) = db.registration(&transfer.registration)? {
        return Ok(Some(Held::Waiting(transfer, holder)));
    }
    let former = db.former_registration(&transfer.registration)?;
    Ok(former.map(|former| Held::Lost(transfer, former.registration)))
}

/// What a reference stands for, for whoever has its code, or the session that it is kept under.
///
/// # Errors
/// Neither opens it.
pub async fn held(app: &App, holder: &Holder, session: Option<Session>) -> Result<Held, ApiError> {
    let right = Right::read(holder, session)?;
    let found = app.store.read(|db| find(db, right.reference())).await?;
    let is_open = right.opens(found.as_ref());
    found.filter(|_| is_open).ok_or(ApiError::NoHolder)
}

/// The registration that somebody holds; what ended, or was never theirs, can't be given away.
async fn present(
    app: &App,
    request: &OwnershipRequest,
    session: Option<Session>,
) -> Result<Registration, ApiError> {
    match held(app, &holder_of(request), session).await? {
        Held::Present(registration) => Ok(registration),
        Held::Former(_) | Held::Waiting(..) | Held::Lost(..) => Err(ApiError::OwnershipMoved),
    }
}

fn holder_of(request: &OwnershipRequest) -> Holder {
    Holder {
        reference: request.reference.clone(),
        code: request.code.clone(),
        csrf: String::new(),
    }
}

/// How a registration stands after its holder, who has just shown that they are, did something about
/// it; it may have ended by that.
///
/// # Errors
/// It was erased meanwhile.
pub async fn afterwards(
    app: &App,
    reference: &str,
    language: &str,
) -> Result<RegistrationView, ApiError> {
    let found = app.store.read(|db| find(db, reference)).await?;
    view(app, &found.ok_or(ApiError::NoHolder)?, language).await
}

/// As whoever holds the code sees it.
pub async fn view(app: &App, held: &Held, language: &str) -> Result<RegistrationView, ApiError> {
    let now = app.clock.now();
    Ok(app
        .store
        .read(|db| view_of(db, held, language, now))
        .await?)
}

/// What an account has registered and holds, the newest first, each with the recall that covers it; then
/// what it asked another holder for.
pub async fn of_account(
    app: &App,
    account: &str,
    language: &str,
) -> Result<Vec<RegistrationView>, ApiError> {
    let now = app.clock.now();
    let own = app.store.read(|db| {
        let mut own = Vec::new();
        for one in db.registrations_of(account)? {
            let recall = recall_of(app, db, &one.path)?;
            let view = view_of(db, &Held::Present(one), language, now)?;
            own.push(RegistrationView { recall, ..view });
        }
        for transfer in db.transfers_to(account)? {
            if let Some(held) = waiting(db, transfer)? {
                own.push(view_of(db, &held, language, now)?);
            }
        }
        Ok(own)
    });
    Ok(own.await?)
}

/// How certain it is that a recall covers a unit; `None` where none does.
fn recall_of(app: &App, db: &Db<'_>, path: &str) -> store::Result<Option<String>> {
    let Ok(code) = code_of_path(path) else {
        return Ok(None);
    };
    let known = known::look_up(db, &app.issue_key, &code)?;
    let recalls = &known.recalls;
    let certain = recalls
        .iter()
        .find(|covering| covering.certainty == Certainty::Certain);
    let one = certain.or(recalls.first());
    Ok(one.map(|covering| covering.certainty.id().to_owned()))
}

fn view_of(
    db: &Db<'_>,
    held: &Held,
    language: &str,
    now: Instant,
) -> store::Result<RegistrationView> {
    let registration = held.registration();
    let product = db.product_record(registration.product)?;
    let brand = match &product {
        Some(product) => db.brand(&product.brand)?,
        None => None,
    };
    let dispute = db.dispute_of(&registration.reference)?;
    let receipt = db.receipt(&registration.reference)?;
    let months = product.as_ref().and_then(|product| product.warranty_months);
    let warranty_until = warranty_until(registration.bought_on.as_deref(), months);
    let reward = db.reward(Act::Registration, &registration.reference)?;
    let (points, points_waiting) = match reward.map(|one| (one.status, one.points)) {
        Some((RewardStatus::Granted, points)) => (points, 0),
        Some((RewardStatus::Held(_), points)) => (0, points),
        _ => (0, 0),
    };
    let view = RegistrationView {
        reference: registration.reference.clone(),
        code: None,
        path: registration.path.clone(),
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        brand: brand.map(|brand| brand.name).unwrap_or_default(),
        registered_at: rfc3339(registration.registered_at),
        bought_on: registration.bought_on.clone(),
        shop: registration.shop.clone(),
        email: registration.email.clone(),
        evidence: registration.evidence.name().to_owned(),
        state: "held".to_owned(),
        state_at: None,
        stolen_at: registration.stolen_at.map(rfc3339),
        buyer_waits_until: None,
        receipt: receipt.map(receipt::view),
        dispute: dispute.map(dispute_view),
        warranty_until,
        points,
        points_waiting,
        recall: None,
    };
    Ok(match held {
        Held::Present(_) => {
            let transfer = db.transfer_of(&registration.reference)?;
            let transfer = transfer.filter(|transfer| transfer.ends_at > now);
            RegistrationView {
                buyer_waits_until: transfer.map(|transfer| rfc3339(transfer.ends_at)),
                ..view
            }
        }
        Held::Former(former) => RegistrationView {
            state: former.why.clone(),
            state_at: Some(rfc3339(former.ended_at)),
            ..view
        },
        // Of whoever holds it, a buyer learns what the link showed and nothing else.
        Held::Waiting(transfer, _) | Held::Lost(transfer, _) => RegistrationView {
            reference: transfer.reference.clone(),
            registered_at: rfc3339(transfer.opened_at),
            bought_on: None,
            shop: None,
            email: None,
            state: match (held, transfer.ends_at > now) {
                (Held::Lost(..), _) => "lost".to_owned(),
                (_, true) => "waiting".to_owned(),
                (_, false) => "not-given".to_owned(),
            },
            state_at: Some(rfc3339(transfer.ends_at)),
            receipt: None,
            dispute: None,
            points: 0,
            points_waiting: 0,
            ..view
        },
    })
}

fn dispute_view(dispute: Dispute) -> DisputeView {
    DisputeView {
        status: dispute.status,
        opened_at: rfc3339(dispute.opened_at),
        message: dispute.message,
        reason: dispute.reason,
    }
}

/// Reports the unit stolen, or found again.
pub async fn report_theft(
    app: &App,
    request: &OwnershipRequest,
    session: Option<Session>,
) -> Result<(), ApiError> {
    let registration = present(app, request, session).await?;
    let stolen_at = match &request.choice[..] {
        "yes" => Some(app.clock.now()),
        "no" => None,
        _ => return Err(choose()),
    };
    app.store
        .write(move |tx| tx.set_stolen(&registration.reference, stolen_at))
        .await?;
    Ok(())
}

fn choose() -> ApiError {
    ApiError::Field {
        field: "choice",
        detail: "choose one of the keys of the page".to_owned(),
    }
}

/// Disputes whose the unit is: for its holder, and for whoever held it before.
pub async fn dispute(
    app: &App,
    request: &OwnershipRequest,
    session: Option<Session>,
) -> Result<(), ApiError> {
    let held = held(app, &holder_of(request), session).await?;
    if let Held::Waiting(..) | Held::Lost(..) = held {
        return Err(ApiError::OwnershipMoved);
    }
    let message = short_text("message", Some(&request.message), MAX_MESSAGE)?;
    let message = message.ok_or(ApiError::Field {
        field: "message",
        detail: "say how the pack came to be yours, and what you have to show for it".to_owned(),
    })?;
    let registration = held.registration();
    let new = Dispute {
        id: random::hex(&random::bytes::<8>()?),
        registration: registration.reference.clone(),
        product: registration.product,
        serial: registration.serial.clone(),
        opened_at: app.clock.now(),
        message,
        status: "open".to_owned(),
        decided_at: None,
        by_staff: String::new(),
        reason: String::new(),
    };
    match app.store.write(move |tx| tx.open_dispute(&new)).await? {
        true => Ok(()),
        false => Err(ApiError::OwnershipMoved),
    }
}

/// What staff decide about a dispute.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The dispute.
    pub id: String,
    /// Whether the unit is of whoever disputes.
    pub is_given: bool,
    /// Why; whoever disputes reads it.
    pub reason: String,
}

impl Decision {
    /// Reads a form.
    ///
    /// # Errors
    /// A field is wrong, or the reason is missing.
    pub fn read(id: &str, choice: &str, reason: &str) -> Result<Decision, ApiError> {
        let is_given = match choice {
            "given" => true,
            "kept" => false,
            _ => return Err(choose()),
        };
        let reason = short_text("reason", Some(reason), MAX_MESSAGE)?;
        Ok(Decision {
            id: id.to_owned(),
            is_given,
            reason: reason.ok_or(ApiError::Field {
                field: "reason",
                detail: "say why: whoever disputes reads it".to_owned(),
            })?,
        })
    }
}

/// A brand's dispute; `None` for another's, which is not there.
pub fn of_brand(db: &Db<'_>, brand: &str, id: &str) -> store::Result<Option<Dispute>> {
    let Some(dispute) = db.dispute(id)? else {
        return Ok(None);
    };
    let product = db.product_record(dispute.product)?;
    Ok(product
        .is_some_and(|product| product.brand == brand)
        .then_some(dispute))
}

/// Decides: the unit stays with its holder, or is of whoever disputes from now on.
pub fn decide(
    tx: &Tx<'_>,
    brand: &str,
    staff: &str,
    decision: &Decision,
    told: &Told,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let Some(dispute) = of_brand(tx, brand, &decision.id)? else {
        return Ok(Err(ApiError::NotFound));
    };
    let status = match decision.is_given {
        true => "given",
        false => "kept",
    };
    if !tx.decide_dispute(&dispute.id, status, staff, &decision.reason, now)? {
        return Ok(Err(ApiError::OwnershipMoved));
    }
    if let (true, Some(former)) = (
        decision.is_given,
        tx.former_registration(&dispute.registration)?,
    ) {
        let one = &former.registration;
        let holder = tx.registration_of_unit(one.product, &one.serial)?;
        if !tx.restore_registration(&former, now)? {
            return Ok(Err(ApiError::OwnershipMoved));
        }
        if let Some(holder) = &holder {
            told.decided(tx, holder, &decision.reason, now)?;
        }
    }
    if let Some(held) = find(tx, &dispute.registration)? {
        told.decided(tx, held.registration(), &decision.reason, now)?;
    }
    Ok(Ok(()))
}
