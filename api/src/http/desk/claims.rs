//! `/desk/claims` and `/desk/returns`: what people claim under recalls, what they bring back or want
//! repaired, and what staff decide about it. A partner that a brand lets takes returns back, too: it finds
//! each by its slip, and sees those again that its people have worked on.

use app::pages::desk::{ClaimRow, ClaimShown, Claims, ReturnShown, Taken};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use trace::Instant;
use wire::convert::rfc3339;

use super::{super::pictures, Desk, back, handling, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    claim_desk::{self, Decision, Telling},
    claim_status::{By, ClaimKind, ClaimStatus},
    error::ApiError,
    organisation::Organisation,
    place,
    reference::{Purpose, Reference},
    role::Permission,
    state::{App, Shared},
    store::{self, AccessEntry, Claim, Db, Ground},
};

/// Which of them.
#[derive(Debug, Deserialize)]
pub struct Which {
    status: Option<String>,
    /// When the one before was opened, in milliseconds, and its reference.
    after: Option<String>,
    /// One of them, as a slip has it.
    reference: Option<String>,
}

/// A decision, as the form has it.
#[derive(Debug, Deserialize)]
pub struct Form {
    reference: String,
    from: String,
    to: String,
    #[serde(default)]
    message: String,
    /// What becomes of a unit that was brought back for good.
    #[serde(default)]
    afterwards: String,
}

/// Claims under recalls that stand so, the longest open first.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, ApiError> {
    list(&app, &desk, ClaimKind::Recall, &which).await
}

/// The same of returns.
pub async fn returns(
    State(app): State<Shared>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, ApiError> {
    let scanned = which.reference.as_deref().unwrap_or_default();
    if let Ok(reference) = Reference::parse(Purpose::Return, scanned) {
        desk.need(Permission::Returns)?;
        return Ok(back(&format!("/desk/returns/{}", reference.as_str())));
    }
    list(&app, &desk, ClaimKind::Return, &which).await
}

async fn list(
    app: &App,
    desk: &Desk,
    kind: ClaimKind,
    which: &Which,
) -> Result<Response, ApiError> {
    desk.need(permission(kind))?;
    let own = &desk.organisation;
    if kind == ClaimKind::Recall {
        desk.brand()?;
    }
    let status = which.status.as_deref().and_then(ClaimStatus::parse);
    let status = status.unwrap_or(ClaimStatus::Open);
    let (opened, after) = which
        .after
        .as_deref()
        .and_then(|after| after.split_once(' '))
        .and_then(|(ms, reference)| Some((Instant(ms.parse().ok()?), reference)))
        .unwrap_or((Instant(i64::MIN), ""));
    let language = desk.visitor.language();
    let leave = handling::leave(app, desk).await?;
    let claims = app
        .store
        .read(|db| {
            let mut counts = Vec::new();
            for status in kind.statuses() {
                let count = match own.brand() {
                    Some(brand) => db.count_claims(brand, kind, status.id())?,
                    None => db.count_returns_of_partner(&own.id, status.id())?,
                };
                counts.push((status.id(), count));
            }
            let after = (opened, after);
            let page = match own.brand() {
                Some(brand) => db.claims_of_brand(brand, kind, status.id(), after)?,
                None => db.returns_of_partner(&own.id, status.id(), after)?,
            };
            let next = page.last().filter(|_| page.len() == 100);
            let next = next.map(|last| format!("{} {}", last.opened_at.0, last.reference));
            let mut rows = Vec::new();
            for claim in &page {
                rows.push(row(db, claim, language)?);
            }
            Ok(Claims {
                kind: kind.id(),
                status: status.id(),
                counts,
                rows,
                next,
                leave: leave.clone(),
            })
        })
        .await?;
    let view = desk.view(app)?;
    let page = match kind {
        ClaimKind::Recall => app::pages::desk::claims(&view, claims),
        ClaimKind::Return => app::pages::desk::returns(&view, claims),
    };
    Ok(desk.show(app, &page))
}

/// One of the claims under recalls.
pub async fn one(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    shown(&app, &desk, ClaimKind::Recall, &reference).await
}

/// One of the returns.
pub async fn one_return(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    shown(&app, &desk, ClaimKind::Return, &reference).await
}

async fn shown(
    app: &App,
    desk: &Desk,
    kind: ClaimKind,
    reference: &str,
) -> Result<Response, ApiError> {
    desk.need(permission(kind))?;
    let (own, language) = (&desk.organisation, desk.visitor.language());
    let shown = if own.brand().is_some() {
        let read = app
            .store
            .read(|db| claim_shown(db, own, kind, reference, language));
        read.await?.map(|(shown, _)| shown)
    } else {
        let (actor, asked) = (desk.clone(), reference.to_owned());
        desk.act(app, Some(permission(kind)), move |tx, now| {
            let own = &actor.organisation;
            let Some((shown, brand)) = claim_shown(tx, own, kind, &asked, language)? else {
                return Ok(Ok(None));
            };
            // What somebody else sees of a brand's is in its log.
            let mine = actor.entry(Act::Looked, &shown.row.reference, now);
            tx.log_access(&AccessEntry {
                organisation: brand,
                ..mine
            })?;
            Ok(Ok(Some(shown)))
        })
        .await?
    };
    let shown = shown.ok_or(ApiError::NotFound)?;
    let view = desk.view(app)?;
    let page = match kind {
        ClaimKind::Recall => app::pages::desk::claim(&view, shown),
        ClaimKind::Return => app::pages::desk::one_return(&view, shown),
    };
    Ok(desk.show(app, &page))
}

/// What an organisation sees of a claim, and whose it is; `None` where it is not there for it.
fn claim_shown(
    db: &Db<'_>,
    own: &Organisation,
    kind: ClaimKind,
    reference: &str,
    language: &str,
) -> store::Result<Option<(ClaimShown, String)>> {
    let Some((claim, teller)) = claim_desk::of(db, own, kind, reference)? else {
        return Ok(None);
    };
    let mut steps = Vec::new();
    for step in db.claim_steps(&claim.reference)? {
        let by = match &step.by_staff[..] {
            "" => None,
            staff => Some(name_of(db, staff, &own.id)?),
        };
        steps.push(Taken {
            at: rfc3339(step.at),
            status: step.status,
            by,
            message: step.message,
        });
    }
    let status = ClaimStatus::parse(&claim.status);
    let next = status.map_or(&[][..], |status| status.next(kind, By::Staff));
    let shown = ClaimShown {
        row: row(db, &claim, language)?,
        path: claim.path.clone(),
        recall: claim.ground.recall().map(str::to_owned),
        returned: returned(db, &claim)?,
        note: claim.note.clone(),
        // Mail is sent from here: a partner has no use for the address.
        email: claim.email.clone().filter(|_| teller.partner.is_none()),
        steps,
        next: next.iter().map(|status| status.id()).collect(),
    };
    Ok(Some((shown, teller.brand)))
}

/// What one needs to see claims of a kind and decide about them.
fn permission(kind: ClaimKind) -> Permission {
    match kind {
        ClaimKind::Recall => Permission::Claims,
        ClaimKind::Return => Permission::Returns,
    }
}

/// Of another house only its name is said: who works there is its own business.
fn name_of(db: &Db<'_>, staff: &str, own: &str) -> store::Result<String> {
    let Some((house, name)) = db.staff_house(staff)? else {
        return Ok(String::new());
    };
    if house == own {
        return Ok(name);
    }
    let house = db.organisation(&house)?;
    Ok(house.map(|house| house.name).unwrap_or_default())
}

/// What staff see of a return beside what every claim has.
fn returned(db: &Db<'_>, claim: &Claim) -> store::Result<Option<ReturnShown>> {
    let Ground::Return(returned) = &claim.ground else {
        return Ok(None);
    };
    let place = match &returned.place {
        Some(id) => db.place(id)?,
        None => None,
    };
    Ok(Some(ReturnShown {
        reason: returned.reason.clone(),
        batch: returned.batch.clone(),
        bought_on: returned.bought_on.clone(),
        shop: returned.shop.clone(),
        warranty_until: returned.warranty_until.clone(),
        evidence: returned.evidence.clone(),
        place: place.map(|place| place::name_of(&place.record)),
        is_held: db.registration(&returned.registration)?.is_some(),
        has_photo: db.claim_photo(&claim.reference)?.is_some(),
    }))
}

/// The picture that came with a return.
pub async fn photo(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Returns)?;
    let own = &desk.organisation;
    let read = app.store.read(
        |db| match claim_desk::of(db, own, ClaimKind::Return, &reference)? {
            Some(_) => db.claim_photo(&reference),
            None => Ok(None),
        },
    );
    let picture = read.await?.ok_or(ApiError::NotFound)?;
    Ok(pictures::response(picture))
}

/// Decides about a claim under a recall.
pub async fn decide(State(app): State<Shared>, sent: Sent<Form>) -> Result<Response, ApiError> {
    take(app, sent, ClaimKind::Recall).await
}

/// Decides about a return.
pub async fn decide_return(
    State(app): State<Shared>,
    sent: Sent<Form>,
) -> Result<Response, ApiError> {
    take(app, sent, ClaimKind::Return).await
}

async fn take(
    app: Shared,
    Sent { desk, form }: Sent<Form>,
    kind: ClaimKind,
) -> Result<Response, ApiError> {
    desk.need(permission(kind))?;
    let steps = (&*form.from, &*form.to);
    let decision = Decision::read(&form.reference, steps, &form.message, &form.afterwards)?;
    let actor = desk.clone();
    let telling = Telling::new(&app)?;
    let page = match kind {
        ClaimKind::Recall => format!("/desk/claims/{}", decision.reference),
        ClaimKind::Return => format!("/desk/returns/{}", decision.reference),
    };
    let within = app.clone();
    desk.act(&app, Some(permission(kind)), move |tx, now| {
        let staff = &actor.staff.id;
        let of = (&actor.organisation, kind);
        let teller = match claim_desk::decide(tx, &within, of, staff, &decision, &telling)? {
            Ok(teller) => teller,
            Err(error) => return Ok(Err(error)),
        };
        let subject = format!("{}: {}", decision.reference, decision.to.id());
        handling::log(tx, &actor, Act::ClaimDecided, &teller.brand, &subject, now)?;
        Ok(Ok(()))
    })
    .await?;
    Ok(back(&page))
}

fn row(db: &Db<'_>, claim: &Claim, language: &str) -> store::Result<ClaimRow> {
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
