//! Service and returns: a registered unit → all that is known of it, what its holder adds, and a claim
//! that its brand's staff decide about (`claim_desk.rs`).
//!
//! Nobody is asked for what is on record, and nothing is decided here: a term that has ended is said,
//! not enforced, but for things that work and aren't wanted.

mod ended;
mod offer;

use wire::{
    form::{ClaimView, Holder},
    returns::{OwnUnit, ReturnRequest},
};

use self::offer::{CHANGED_MIND, about, no_fault_until, reasons, term};
pub use self::{
    ended::{Afterwards, end},
    offer::{REASONS, offer},
};
use crate::{
    claim::{self, view},
    claim_status::{ClaimKind, ClaimStatus},
    code::Code,
    error::ApiError,
    ownership::{self, Held},
    reference::{Purpose, Reference, SecretCode},
    registration::warranty_until,
    session::Session,
    state::App,
    store::{self, Claim, ClaimStep, Db, Ground, NewClaim, Outcome, Picture, Registration, Return},
    submission::{Seed, email, short_text},
};

/// It has to be said what.
const OTHER: &str = "other";

/// The longest thing that is said, in characters.
const MAX_WORDS: usize = 2000;

/// Who asks: a session, or what they typed.
#[derive(Clone, Debug, Default)]
pub struct Asker {
    /// Their session.
    pub session: Option<Session>,
    /// A reference and its code, which they typed a moment ago.
    pub typed: Option<Holder>,
}

impl Asker {
    fn typed(&self, reference: &str) -> Option<&Holder> {
        let typed = self.typed.as_ref();
        typed.filter(|holder| holder.reference == reference)
    }
}

/// The registration of a reference, for who registered in this browser, or has its code.
///
/// # Errors
/// It is nobody's, or another's, or has ended.
pub async fn registration_of(
    app: &App,
    asker: &Asker,
    reference: &str,
) -> Result<Registration, ApiError> {
    if let Some(holder) = asker.typed(reference)
        && let Ok(Held::Present(registration)) = ownership::held(app, holder, None).await
    {
        return Ok(registration);
    }
    let account = asker.session.map(|session| session.account());
    let found = app.store.read(|db| db.registration(reference)).await?;
    found
        .filter(|one| Some(&one.account) == account.as_ref())
        .ok_or(ApiError::NoHolder)
}

/// The return of a reference, for whoever opened it in this browser, or has its code.
///
/// # Errors
/// It is nobody's, or another's.
pub async fn return_of(app: &App, asker: &Asker, reference: &str) -> Result<Claim, ApiError> {
    if let Some(holder) = asker.typed(reference)
        && let Ok(claim) = claim::held(app, holder).await
    {
        return Ok(claim);
    }
    let owner = asker.session.map(|session| session.for_claims());
    let found = app.store.read(|db| db.claim(reference)).await?;
    found
        .filter(|claim| claim.ground.kind() == ClaimKind::Return)
        .filter(|claim| claim.owner.is_some() && claim.owner == owner)
        .ok_or(ApiError::NoHolder)
}

/// Who opens a return.
#[derive(Clone, Debug)]
pub struct Opener {
    /// Their session: the return is found by it again.
    pub session: Session,
    /// The language that they read.
    pub language: &'static str,
}

/// Opens a return. `photo` is a JPEG that was written anew.
///
/// # Errors
/// The brand doesn't offer that, a field is wrong, or there is one already.
pub async fn open(
    app: &App,
    request: &ReturnRequest,
    registration: &Registration,
    photo: Option<Vec<u8>>,
    opener: &Opener,
    seed: Seed,
) -> Result<ClaimView, ApiError> {
    let about = about(app, registration).await?;
    let now = app.clock.now();
    let settings = about.settings();
    let bought_on = registration.bought_on.as_deref();
    let no_fault = no_fault_until(bought_on, settings.days).map(|until| term(until, now.date()));
    if !settings.remedies.contains(&request.remedy) {
        return Err(ApiError::NotTakenBack);
    }
    if about.is_recalled() {
        return Err(ApiError::NotTakenBack);
    }
    if !reasons(&settings, no_fault.as_ref()).contains(&request.reason) {
        return Err(match request.reason == CHANGED_MIND {
            true => ApiError::NotTakenBack,
            false => field("reason", "choose one of those on the page"),
        });
    }
    let note = short_text("words", Some(&request.words), MAX_WORDS)?;
    if note.is_none() && request.reason == OTHER {
        return Err(field("words", "say what is wrong"));
    }
    let email = email(Some(&request.email))?;
    let place = Some(request.place.clone()).filter(|place| !place.is_empty());
    let is_point = |id: &String| about.places.iter().any(|place| place.record.id == *id);
    if place.as_ref().is_some_and(|id| !is_point(id)) {
        return Err(field("place", "choose one of those on the page"));
    }
    let seed = seed.bytes(app.store.secret(), "return")?;
    let secret = SecretCode::new(&seed);
    let product = about.known.product.as_deref();
    let months = product.and_then(|product| product.record.warranty_months);
    let new = Claim {
        reference: Reference::new(Purpose::Return, &seed).as_str().to_owned(),
        code_digest: secret.digest(),
        ground: Ground::Return(Box::new(Return {
            registration: registration.reference.clone(),
            reason: request.reason.clone(),
            batch: about.batch(),
            bought_on: registration.bought_on.clone(),
            shop: registration.shop.clone(),
            warranty_until: warranty_until(bought_on, months),
            evidence: registration.evidence.name().to_owned(),
            place,
        })),
        path: about.code.path().unwrap_or_default(),
        product: registration.product,
        serial: Some(registration.serial.clone()),
        opened_at: now,
        status: ClaimStatus::Open.id().to_owned(),
        remedy: request.remedy.clone(),
        note,
        email,
        language: opener.language.to_owned(),
        owner: Some(opener.session.for_claims()),
    };
    let photo = photo.map(|bytes| Picture {
        content_type: "image/jpeg".to_owned(),
        bytes,
    });
    let opened = app.store.write(move |tx| {
        // It may have ended since, and what a recall gives comes first.
        let Some(holder) = tx.registration(&registration_in(&new.ground))? else {
            return Ok(NewClaim::Taken);
        };
        let claims = tx.claims_of_unit(holder.product, &holder.serial)?;
        let is_taken = claims.iter().any(|claim| {
            let is_recall = claim.ground.kind() == ClaimKind::Recall;
            is_recall && claim.status != ClaimStatus::Refused.id()
        });
        if is_taken {
            return Ok(NewClaim::Taken);
        }
        let opened = tx.open_claim(&new)?;
        if let (NewClaim::Opened(claim), Some(photo)) = (&opened, &photo)
            && claim.status == ClaimStatus::Open.id()
        {
            tx.put_claim_photo(&claim.reference, photo)?;
        }
        Ok(opened)
    });
    match opened.await? {
        NewClaim::Opened(claim) => {
            let mut view = view(app, &claim, opener.language).await?;
            view.code = Some(secret.as_str().to_owned());
            Ok(view)
        }
        NewClaim::Taken => Err(ApiError::Claimed),
        NewClaim::KeyReused => Err(ApiError::KeyReused),
    }
}

/// The reference of the registration that a return is of; empty for a claim under a recall.
fn registration_in(ground: &Ground) -> String {
    match ground {
        Ground::Recall(_) => String::new(),
        Ground::Return(returned) => returned.registration.clone(),
    }
}

/// Withdraws a return for its holder; its picture goes.
///
/// # Errors
/// It is closed, or the brand has the thing.
pub async fn withdraw(app: &App, claim: Claim) -> Result<(), ApiError> {
    let status = ClaimStatus::parse(&claim.status);
    let may = |status| claim::next(&claim, status).contains(&ClaimStatus::Withdrawn);
    if !status.is_some_and(may) {
        return Err(ApiError::ClaimMoved);
    }
    let step = ClaimStep {
        at: app.clock.now(),
        status: ClaimStatus::Withdrawn.id().to_owned(),
        by_staff: String::new(),
        message: String::new(),
    };
    let (reference, from) = (claim.reference, claim.status);
    let is_taken = app.store.write_or_undo(move |tx| {
        tx.forget_claim_photo(&reference)?;
        tx.add_claim_step(&reference, &from, &step)
            .map(Outcome::Keep)
    });
    match is_taken.await? {
        true => Ok(()),
        false => Err(ApiError::ClaimMoved),
    }
}

/// What a session has opened, the newest first.
pub async fn of_session(
    app: &App,
    session: Option<Session>,
    language: &str,
) -> Result<Vec<ClaimView>, ApiError> {
    let Some(owner) = session.map(|session| session.for_claims()) else {
        return Ok(Vec::new());
    };
    let claims = app.store.read(|db| db.claims_of(&owner)).await?;
    let mut views = Vec::new();
    for claim in claims.iter().rev() {
        if claim.ground.kind() == ClaimKind::Return {
            views.push(view(app, claim, language).await?);
        }
    }
    Ok(views)
}

/// Says on a unit's page that it is the reader's, where it is.
pub async fn show(
    app: &App,
    code: &Code,
    session: Option<Session>,
    answer: &mut wire::answer::Answer,
) -> Result<(), ApiError> {
    let (Some(session), Some(gtin), Some(_)) = (session, code.gtin(), &answer.unit) else {
        return Ok(());
    };
    let (account, owner) = (session.account(), session.for_claims());
    let read = app.store.read(|db| {
        let (Some(product), Some(serial)) = (
            db.product(gtin)?,
            code.serial().and_then(store::Serial::new),
        ) else {
            return Ok(None);
        };
        let holder = db.registration_of_unit(product.id, &serial)?;
        let Some(own) = holder.filter(|one| one.account == account) else {
            return Ok(None);
        };
        own_unit(db, &own, &owner).map(Some)
    });
    answer.own = read.await?;
    Ok(())
}

/// Where a holder's return is opened, or the one that is open.
pub(crate) fn own_unit(db: &Db<'_>, own: &Registration, owner: &str) -> store::Result<OwnUnit> {
    let claims = db.claims_of_unit(own.product, &own.serial)?;
    let open = claims.into_iter().find(|claim| {
        let is_closed = ClaimStatus::parse(&claim.status).is_some_and(ClaimStatus::is_closed);
        let is_return = claim.ground.kind() == ClaimKind::Return;
        is_return && !is_closed && claim.owner.as_deref() == Some(owner)
    });
    Ok(OwnUnit {
        registration: own.reference.clone(),
        href: match &open {
            Some(claim) => format!("/returns/{}", claim.reference),
            None => format!("/returns/for/{}", own.reference),
        },
        status: open.map(|claim| claim.status),
    })
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
