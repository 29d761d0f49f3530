//! A unit passes on: a link that shows its holder's buyer that it is theirs, the buyer's wish, and
//! the holder's yes.

use trace::Instant;
use wire::{
    convert::rfc3339,
    form::{OwnershipRequest, ProofView, RegistrationView},
};

use super::{Held, choose, present, view};
use crate::{
    answer::text,
    error::ApiError,
    random,
    reference::{Purpose, Reference, SecretCode},
    registration::warranty_until,
    session::Session,
    state::App,
    store::{self, Db, Registration, Transfer, Tx},
    submission::Seed,
};

const DAY_MS: i64 = 86_400_000;
/// How long a holder may think about a buyer's wish, in days; no answer refuses it.
const ANSWER_DAYS: i64 = 14;

/// A link for a buyer.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its path on this server.
    pub path: String,
    /// When it ends, RFC 3339.
    pub ends_at: String,
}

/// Makes a link that shows a buyer whose the unit is; the choice is for how many days: 1, 7 or 30.
pub async fn show(
    app: &App,
    request: &OwnershipRequest,
    session: Option<Session>,
) -> Result<Shown, ApiError> {
    let registration = present(app, request, session).await?;
    let days = match &request.choice[..] {
        "1" => 1,
        "7" => 7,
        "30" => 30,
        _ => return Err(choose()),
    };
    if registration.stolen_at.is_some() {
        return Err(ApiError::OwnershipMoved);
    }
    let token = random::hex(&random::bytes::<16>()?);
    let id = digest(&token);
    let now = app.clock.now();
    let ends_at = Instant(now.0 + days * DAY_MS);
    app.store
        .write(move |tx| tx.put_ownership_proof(&id, &registration.reference, now, ends_at))
        .await?;
    Ok(Shown {
        path: format!("/proof/{token}"),
        ends_at: rfc3339(ends_at),
    })
}

/// What is kept of a link: 128 random bits need no slow digest.
fn digest(token: &str) -> [u8; 32] {
    random::digest(&[b"ownership", token.as_bytes()])
}

/// The registration that a link shows, and when the link ends.
fn shown(db: &Db<'_>, token: &str, now: Instant) -> store::Result<Option<(Registration, Instant)>> {
    let Some((reference, ends_at)) = db.ownership_proof(&digest(token))? else {
        return Ok(None);
    };
    if ends_at <= now {
        return Ok(None);
    }
    let registration = db.registration(&reference)?;
    Ok(registration.map(|registration| (registration, ends_at)))
}

/// What a link shows to whoever opens it.
pub async fn proof(app: &App, token: &str, language: &str) -> Result<ProofView, ApiError> {
    let now = app.clock.now();
    let proof = app.store.read(|db| {
        let Some((registration, ends_at)) = shown(db, token, now)? else {
            return Ok(None);
        };
        let product = db.product_record(registration.product)?;
        let brand = match &product {
            Some(product) => db.brand(&product.brand)?,
            None => None,
        };
        let transfer = db.transfer_of(&registration.reference)?;
        let months = product.as_ref().and_then(|product| product.warranty_months);
        Ok(Some(ProofView {
            token: token.to_owned(),
            path: registration.path.clone(),
            product: product
                .and_then(|product| text(&product.name, language))
                .unwrap_or_default(),
            brand: brand.map(|brand| brand.name).unwrap_or_default(),
            serial: registration.serial.text(),
            evidence: registration.evidence.name().to_owned(),
            is_stolen: registration.stolen_at.is_some(),
            warranty_until: warranty_until(registration.bought_on.as_deref(), months),
            ends_at: rfc3339(ends_at),
            is_asked_for: transfer.is_some_and(|transfer| transfer.ends_at > now),
        }))
    });
    proof.await?.ok_or(ApiError::NoProof)
}

/// Asks for the unit that a link shows; its holder has two weeks to say yes.
pub async fn take(
    app: &App,
    token: &str,
    session: Session,
    seed: Seed,
    language: &str,
) -> Result<RegistrationView, ApiError> {
    let now = app.clock.now();
    let seed = seed.bytes(app.store.secret(), "transfer")?;
    let secret = SecretCode::new(&seed);
    let mut new = Transfer {
        reference: Reference::new(Purpose::Registration, &seed)
            .as_str()
            .to_owned(),
        code_digest: secret.digest(),
        registration: String::new(),
        account: session.account(),
        opened_at: now,
        ends_at: Instant(now.0 + ANSWER_DAYS * DAY_MS),
    };
    let token = token.to_owned();
    let taken = app
        .store
        .write(move |tx| ask(tx, &token, &mut new, now))
        .await??;
    let mut view = view(app, &taken, language).await?;
    view.code = Some(secret.as_str().to_owned());
    Ok(view)
}

fn ask(
    tx: &Tx<'_>,
    token: &str,
    new: &mut Transfer,
    now: Instant,
) -> store::Result<Result<Held, ApiError>> {
    let Some((holder, _)) = shown(tx, token, now)? else {
        return Ok(Err(ApiError::NoProof));
    };
    // The same form, sent again: the same wish, unless that one was refused or ended meanwhile.
    match tx.transfer(&new.reference)? {
        Some(known) if known.registration != holder.reference => {
            return Ok(Err(ApiError::KeyReused));
        }
        Some(known) if known.ends_at > now => return Ok(Ok(Held::Waiting(known, holder))),
        _ => {}
    }
    new.registration.clone_from(&holder.reference);
    if holder.stolen_at.is_some() || !tx.open_transfer(new)? {
        return Ok(Err(ApiError::OwnershipMoved));
    }
    Ok(Ok(Held::Waiting(new.clone(), holder)))
}

/// The holder's answer to a buyer: `yes` makes the buyer the holder, `no` refuses.
pub async fn answer(
    app: &App,
    request: &OwnershipRequest,
    session: Option<Session>,
) -> Result<(), ApiError> {
    let registration = present(app, request, session).await?;
    let is_given = match &request.choice[..] {
        "yes" => true,
        "no" => false,
        _ => return Err(choose()),
    };
    let now = app.clock.now();
    let reference = registration.reference;
    app.store
        .write(move |tx| {
            // As it stands now: of two answers at once, one comes too late.
            let Some(holder) = tx.registration(&reference)? else {
                return Ok(Err(ApiError::OwnershipMoved));
            };
            let transfer = tx.transfer_of(&reference)?;
            let Some(transfer) = transfer.filter(|transfer| transfer.ends_at > now) else {
                return Ok(Err(ApiError::OwnershipMoved));
            };
            match is_given {
                false => tx.refuse_transfer(&transfer.reference, now)?,
                true if holder.stolen_at.is_some() => return Ok(Err(ApiError::OwnershipMoved)),
                true => tx.complete_transfer(&holder, &transfer, now)?,
            }
            Ok(Ok(()))
        })
        .await?
}
