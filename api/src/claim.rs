//! Claims under a recall: a refund, repair or replacement. What a return has in common with them is
//! here, too; how one is opened and withdrawn is in `returning.rs`.

use subtle::ConstantTimeEq;
use wire::{
    convert::rfc3339,
    form::{ClaimAnswer, ClaimRequest, ClaimStep, ClaimView, Holder},
    returns::ReturnView,
};

use crate::{
    answer,
    claim_status::{By, ClaimKind, ClaimStatus},
    error::ApiError,
    known, place,
    recall::Certainty,
    reference::{Purpose, Reference, SecretCode},
    registration::{code_of_path, parse_holder},
    session::Session,
    state::App,
    store::{self, Claim, Db, Ground, NewClaim, Outcome, Return, Serial},
    submission::{Seed, email, short_text},
};

/// Opens a claim, for a session where there is one.
pub async fn open(
    app: &App,
    request: &ClaimRequest,
    session: Option<Session>,
    seed: Seed,
    language: &str,
) -> Result<ClaimView, ApiError> {
    let code = code_of_path(&request.path)?;
    let note = short_text("note", request.note.as_deref(), 2000)?;
    let email = email(request.email.as_deref())?;
    let known = app
        .store
        .read(|db| known::look_up(db, &app.issue_key, &code))
        .await?;
    let covering = known
        .recalls
        .iter()
        .find(|covering| covering.recall.id == request.recall)
        // Whoever has the pack says of which batch it is; the recall must cover that.
        .filter(|covering| covering.certainty == Certainty::Certain);
    let is_offered =
        covering.is_some_and(|covering| covering.recall.remedies.contains(&request.remedy));
    let (Some(product), true) = (&known.product, is_offered) else {
        return Err(ApiError::NotCovered);
    };
    let seed = seed.bytes(app.store.secret(), "claim")?;
    let secret = SecretCode::new(&seed);
    let new = Claim {
        reference: Reference::new(Purpose::Claim, &seed).as_str().to_owned(),
        code_digest: secret.digest(),
        ground: Ground::Recall(request.recall.clone()),
        path: code.path().unwrap_or_default(),
        product: product.id,
        serial: known.unit.as_ref().map(|(serial, _)| serial.clone()),
        opened_at: app.clock.now(),
        status: "open".to_owned(),
        remedy: request.remedy.clone(),
        note,
        email,
        language: language.to_owned(),
        owner: session.map(|session| session.for_claims()),
    };
    match app.store.write(move |tx| tx.open_claim(&new)).await? {
        NewClaim::Opened(claim) => {
            let mut view = view(app, &claim, language).await?;
            view.code = Some(secret.as_str().to_owned());
            Ok(view)
        }
        NewClaim::Taken => Err(ApiError::Claimed),
        NewClaim::KeyReused => Err(ApiError::KeyReused),
    }
}

/// Looks a claim up for whoever has its code.
pub async fn look_up(app: &App, holder: &Holder, language: &str) -> Result<ClaimView, ApiError> {
    view(app, &held(app, holder).await?, language).await
}

/// Answers what staff asked for, for whoever has the claim's code; it is open again from then on.
pub async fn answer(
    app: &App,
    answer: &ClaimAnswer,
    language: &str,
) -> Result<ClaimView, ApiError> {
    let holder = Holder {
        reference: answer.reference.clone(),
        code: answer.code.clone(),
        csrf: String::new(),
    };
    let claim = held(app, &holder).await?;
    answer_of(app, claim, &answer.message).await?;
    look_up(app, &holder, language).await
}

/// As [`answer`], of a claim whose holder is known.
pub(crate) async fn answer_of(app: &App, claim: Claim, message: &str) -> Result<(), ApiError> {
    let message = short_text("message", Some(message), 2000)?.ok_or(ApiError::Field {
        field: "message",
        detail: "it is empty; write what you were asked for".to_owned(),
    })?;
    let is_asked = ClaimStatus::parse(&claim.status)
        .is_some_and(|status| next(&claim, status).contains(&ClaimStatus::Open));
    if !is_asked {
        return Err(ApiError::ClaimMoved);
    }
    let step = store::ClaimStep {
        at: app.clock.now(),
        status: ClaimStatus::Open.id().to_owned(),
        by_staff: String::new(),
        message,
    };
    let (reference, from) = (claim.reference, claim.status);
    let is_taken = app
        .store
        .write_or_undo(move |tx| {
            tx.add_claim_step(&reference, &from, &step)
                .map(Outcome::Keep)
        })
        .await?;
    match is_taken {
        true => Ok(()),
        false => Err(ApiError::ClaimMoved),
    }
}

/// Erases a claim for whoever has its code. Of one that was settled it stays that it was: the same
/// pack can't claim the same again.
pub async fn erase(app: &App, holder: &Holder) -> Result<(), ApiError> {
    let reference = held(app, holder).await?.reference;
    app.store
        .write(move |tx| match tx.claim(&reference)? {
            Some(claim) if is_settled(&claim) => tx.blank_claim(&claim),
            _ => tx.erase_claim(&reference),
        })
        .await?;
    app.store.sweep().await?;
    Ok(())
}

fn is_settled(claim: &Claim) -> bool {
    ClaimStatus::parse(&claim.status).is_some_and(ClaimStatus::is_settled)
}

/// What its holder may do next.
pub(crate) fn next(claim: &Claim, status: ClaimStatus) -> &'static [ClaimStatus] {
    status.next(claim.ground.kind(), By::Holder)
}

/// What a reference is called by its first letter.
pub(crate) fn purpose(kind: ClaimKind) -> Purpose {
    match kind {
        ClaimKind::Recall => Purpose::Claim,
        ClaimKind::Return => Purpose::Return,
    }
}

/// Which kind of claim a reference is, as far as that can be seen.
#[must_use]
pub fn kind_of(reference: &str) -> Option<ClaimKind> {
    match reference.trim_start().chars().next() {
        Some('C' | 'c') => Some(ClaimKind::Recall),
        Some('S' | 's') => Some(ClaimKind::Return),
        _ => None,
    }
}

/// The claim of a reference and its code.
pub(crate) async fn held(app: &App, holder: &Holder) -> Result<Claim, ApiError> {
    let kind = kind_of(&holder.reference).unwrap_or(ClaimKind::Recall);
    let (reference, code) = parse_holder(purpose(kind), holder)?;
    let found = app.store.read(|db| db.claim(reference.as_str())).await?;
    let digest = found.as_ref().map_or([0; 32], |claim| claim.code_digest);
    let is_right: bool = digest.ct_eq(&code.digest()).into();
    found.filter(|_| is_right).ok_or(ApiError::NoHolder)
}

pub(crate) async fn view(app: &App, claim: &Claim, language: &str) -> Result<ClaimView, ApiError> {
    let (product, brand, steps, returned) = app
        .store
        .read(|db| {
            let product = db.product_record(claim.product)?;
            let brand = match &product {
                Some(product) => db.brand(&product.brand)?,
                None => None,
            };
            let returned = match &claim.ground {
                Ground::Recall(_) => None,
                Ground::Return(returned) => Some(return_view(db, claim, returned)?),
            };
            let mut steps = Vec::new();
            for step in db.claim_steps(&claim.reference)? {
                let own = product.as_ref().map_or("", |product| &product.brand);
                steps.push(ClaimStep {
                    at: rfc3339(step.at),
                    by_brand: !step.by_staff.is_empty(),
                    by_partner: partner_of(db, &step.by_staff, own)?,
                    status: step.status,
                    message: step.message,
                });
            }
            Ok((product, brand, steps, returned))
        })
        .await?;
    Ok(ClaimView {
        reference: claim.reference.clone(),
        code: None,
        path: claim.path.clone(),
        product: product
            .and_then(|product| answer::text(&product.name, language))
            .unwrap_or_default(),
        brand: brand.map(|brand| brand.name).unwrap_or_default(),
        recall: claim.ground.recall().unwrap_or_default().to_owned(),
        returned,
        remedy: claim.remedy.clone(),
        status: claim.status.clone(),
        opened_at: rfc3339(claim.opened_at),
        note: claim.note.clone(),
        email: claim.email.clone(),
        steps,
    })
}

/// The name of the house that somebody works for who is not the brand's.
fn partner_of(db: &Db<'_>, staff: &str, brand: &str) -> store::Result<Option<String>> {
    let house = match staff {
        "" => None,
        staff => db.staff_house(staff)?,
    };
    let Some((house, _)) = house.filter(|(house, _)| house != brand) else {
        return Ok(None);
    };
    Ok(db.organisation(&house)?.map(|house| house.name))
}

fn return_view(db: &Db<'_>, claim: &Claim, returned: &Return) -> store::Result<ReturnView> {
    let place = match &returned.place {
        Some(id) => db.place(id)?.map(|place| place::shown(place, None)),
        None => None,
    };
    let status = ClaimStatus::parse(&claim.status);
    let returned = returned.clone();
    Ok(ReturnView {
        reason: returned.reason,
        batch: returned.batch,
        serial: claim.serial.as_ref().map(Serial::text).unwrap_or_default(),
        bought_on: returned.bought_on,
        shop: returned.shop,
        warranty_until: returned.warranty_until,
        evidence: returned.evidence,
        place,
        has_photo: db.claim_photo(&claim.reference)?.is_some(),
        can_withdraw: status
            .is_some_and(|status| next(claim, status).contains(&ClaimStatus::Withdrawn)),
    })
}
