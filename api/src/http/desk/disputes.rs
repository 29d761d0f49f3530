//! `/desk/disputes`: whose a unit is, where holders disagree.

use app::pages::desk::{DisputeShown, HolderShown};
use axum::{extract::State, response::Response};
use serde::Deserialize;
use wire::convert::rfc3339;

use super::{Desk, back, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    ownership::{self, Decision, Told},
    role::Permission,
    state::Shared,
    store::{self, Db, Dispute, Registration},
};

/// A decision, as the form has it.
#[derive(Debug, Deserialize)]
pub struct Form {
    id: String,
    choice: String,
    #[serde(default)]
    reason: String,
}

/// Those that are open, the longest first.
pub async fn get(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let shown = app.store.read(|db| {
        let open = db.disputes_of_brand(brand, "open")?;
        open.into_iter()
            .map(|dispute| shown(db, dispute, language))
            .collect()
    });
    let shown: Vec<DisputeShown> = shown.await?;
    let page = app::pages::desk::disputes(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

fn shown(db: &Db<'_>, dispute: Dispute, language: &str) -> store::Result<DisputeShown> {
    let product = db.product_record(dispute.product)?;
    let by = match db.registration(&dispute.registration)? {
        Some(registration) => Some(registration),
        None => db
            .former_registration(&dispute.registration)?
            .map(|former| former.registration),
    };
    let holder = db.registration_of_unit(dispute.product, &dispute.serial)?;
    Ok(DisputeShown {
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        serial: dispute.serial.text(),
        opened_at: rfc3339(dispute.opened_at),
        by: by.map(holder_shown),
        holder: holder.map(holder_shown),
        id: dispute.id,
        message: dispute.message,
    })
}

fn holder_shown(registration: Registration) -> HolderShown {
    HolderShown {
        reference: registration.reference,
        evidence: registration.evidence.name(),
        registered_at: rfc3339(registration.registered_at),
        bought_on: registration.bought_on,
        shop: registration.shop,
    }
}

/// Decides.
pub async fn decide(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let decision = Decision::read(&form.id, &form.choice, &form.reason)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let told = Told::new(&app)?;
    desk.act(&app, Some(Permission::Claims), move |tx, now| {
        let staff = &actor.staff.id;
        if let Err(error) = ownership::decide(tx, &brand, staff, &decision, &told, now)? {
            return Ok(Err(error));
        }
        let subject = format!("{}: {}", decision.id, form.choice);
        tx.log_access(&actor.entry(Act::DisputeDecided, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back("/desk/disputes"))
}
