//! A unit that somebody else has registered: who says that it is theirs has its brand's staff decide,
//! without having held it here before.

use wire::form::{ContestRequest, RegistrationView};

use super::{Held, MAX_MESSAGE, view};
use crate::{
    error::ApiError,
    random,
    reference::{Purpose, Reference, SecretCode},
    registration::{bought_on, code_of_path},
    session::Session,
    state::App,
    store::{Dispute, Ended, Evidence, Outcome, Registration},
    submission::{Seed, email, short_text},
};

/// Opens a dispute about a unit that another holds. Whoever opens it gets a reference and a code.
///
/// # Errors
/// A field is wrong, nobody else holds the unit, or they dispute it already.
pub async fn contest(
    app: &App,
    request: &ContestRequest,
    session: Session,
    seed: Seed,
    language: &str,
) -> Result<RegistrationView, ApiError> {
    let now = app.clock.now();
    let code = code_of_path(&request.path)?;
    let known = app
        .catalog
        .look_up(&app.store, &app.issue_key, &code)
        .await?;
    let (Some(product), Some((serial, _))) = (&known.product, &known.unit) else {
        return Err(ApiError::NoUnit);
    };
    let message = short_text("message", Some(&request.message), MAX_MESSAGE)?;
    let message = message.ok_or(ApiError::Field {
        field: "message",
        detail: "say how the pack came to be yours, and what you have to show for it".to_owned(),
    })?;
    let seed = seed.bytes(app.store.secret(), "contest")?;
    let secret = SecretCode::new(&seed);
    let reference = Reference::new(Purpose::Registration, &seed);
    let wish = Registration {
        reference: reference.as_str().to_owned(),
        code_digest: secret.digest(),
        product: product.id,
        serial: serial.clone(),
        account: session.account(),
        registered_at: now,
        points: 0,
        path: code.path().unwrap_or_default(),
        bought_on: bought_on(request.bought_on.as_deref(), now.date())?,
        shop: short_text("shop", request.shop.as_deref(), 200)?,
        email: email(request.email.as_deref())?,
        evidence: Evidence::Claimed,
        stolen_at: None,
    };
    let dispute = Dispute {
        id: random::hex(&random::bytes::<8>()?),
        registration: wish.reference.clone(),
        product: wish.product,
        serial: wish.serial.clone(),
        opened_at: now,
        message,
        status: "open".to_owned(),
        decided_at: None,
        by_staff: String::new(),
        reason: String::new(),
    };
    let opened = app.store.write_or_undo(move |tx| {
        // The same form, sent again.
        if let Some(known) = tx.former_registration(&wish.reference)? {
            return Ok(Outcome::Keep(Ok(known)));
        }
        let holder = tx.registration_of_unit(wish.product, &wish.serial)?;
        let is_anothers = holder.is_some_and(|holder| holder.account != wish.account);
        if !is_anothers || tx.has_open_contest(&wish)? {
            return Ok(Outcome::Undo(Err(ApiError::OwnershipMoved)));
        }
        tx.put_former(&wish, now, Ended::Refused)?;
        tx.open_dispute(&dispute)?;
        Ok(match tx.former_registration(&wish.reference)? {
            Some(former) => Outcome::Keep(Ok(former)),
            None => Outcome::Undo(Err(ApiError::OwnershipMoved)),
        })
    });
    let former = opened.await??;
    let mut view = view(app, &Held::Former(former), language).await?;
    view.code = Some(secret.as_str().to_owned());
    Ok(view)
}
