//! `/desk/claims`: what people claim under recalls, and what staff decide about it.

use app::pages::desk::{ClaimRow, ClaimShown, Claims, Taken};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use trace::Instant;
use wire::convert::rfc3339;

use super::{Desk, back, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    claim_desk::{self, Decision, Telling},
    claim_status::{By, ClaimStatus},
    error::ApiError,
    role::Permission,
    state::Shared,
    store::{Claim, Db},
};

/// Which of them.
#[derive(Debug, Deserialize)]
pub struct Which {
    status: Option<String>,
    /// When the one before was opened, in milliseconds, and its reference.
    after: Option<String>,
}

/// A decision, as the form has it.
#[derive(Debug, Deserialize)]
pub struct Form {
    reference: String,
    from: String,
    to: String,
    #[serde(default)]
    message: String,
}

/// Those that stand so, the longest open first.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let brand = desk.brand()?;
    let status = which.status.as_deref().and_then(ClaimStatus::parse);
    let status = status.unwrap_or(ClaimStatus::Open);
    let (opened, after) = which
        .after
        .as_deref()
        .and_then(|after| after.split_once(' '))
        .and_then(|(ms, reference)| Some((Instant(ms.parse().ok()?), reference)))
        .unwrap_or((Instant(i64::MIN), ""));
    let language = desk.visitor.language();
    let claims = app
        .store
        .read(|db| {
            let mut counts = Vec::new();
            for status in ClaimStatus::ALL {
                counts.push((status.id(), db.count_claims(brand, status.id())?));
            }
            let page = db.claims_of_brand(brand, status.id(), (opened, after))?;
            let next = page.last().filter(|_| page.len() == 100);
            let next = next.map(|last| format!("{} {}", last.opened_at.0, last.reference));
            let mut rows = Vec::new();
            for claim in &page {
                rows.push(row(db, claim, language)?);
            }
            Ok(Claims {
                status: status.id(),
                counts,
                rows,
                next,
            })
        })
        .await?;
    let page = app::pages::desk::claims(&desk.view(&app)?, claims);
    Ok(desk.show(&app, &page))
}

/// One of them.
pub async fn one(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let shown = app
        .store
        .read(|db| {
            let Some(claim) = claim_desk::of_brand(db, brand, &reference)? else {
                return Ok(None);
            };
            let mut steps = Vec::new();
            for step in db.claim_steps(&claim.reference)? {
                let by = match &step.by_staff[..] {
                    "" => None,
                    staff => Some(db.staff_name(staff)?.unwrap_or_default()),
                };
                steps.push(Taken {
                    at: rfc3339(step.at),
                    status: step.status,
                    by,
                    message: step.message,
                });
            }
            let next =
                ClaimStatus::parse(&claim.status).map_or(&[][..], |status| status.next(By::Staff));
            Ok(Some(ClaimShown {
                row: row(db, &claim, language)?,
                path: claim.path.clone(),
                recall: claim.recall.clone(),
                note: claim.note.clone(),
                email: claim.email.clone(),
                steps,
                next: next.iter().map(|status| status.id()).collect(),
            }))
        })
        .await?
        .ok_or(ApiError::NotFound)?;
    let page = app::pages::desk::claim(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// Decides.
pub async fn decide(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Claims)?;
    let decision = Decision::read(&form.reference, &form.from, &form.to, &form.message)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let telling = Telling::new(&app)?;
    let page = format!("/desk/claims/{}", decision.reference);
    desk.act(&app, Some(Permission::Claims), move |tx, now| {
        let staff = &actor.staff.id;
        if let Err(error) = claim_desk::decide(tx, &brand, staff, &decision, &telling, now)? {
            return Ok(Err(error));
        }
        let subject = format!("{}: {}", decision.reference, decision.to.id());
        tx.log_access(&actor.entry(Act::ClaimDecided, &subject, now))?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back(&page))
}

fn row(db: &Db<'_>, claim: &Claim, language: &str) -> crate::store::Result<ClaimRow> {
    let product = db.product_record(claim.product)?;
    Ok(ClaimRow {
        reference: claim.reference.clone(),
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        serial: claim.serial.as_ref().map(|serial| serial.text()),
        remedy: claim.remedy.clone(),
        status: claim.status.clone(),
        opened_at: rfc3339(claim.opened_at),
    })
}
