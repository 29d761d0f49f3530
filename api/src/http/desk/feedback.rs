//! `/desk/feedback`: what people think of a brand's packs; answered, hidden with a reason, quoted.

use app::pages::desk::{FeedbackFilter, FeedbackRow, FeedbackShown, Feedbacks};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use trace::Instant;
use wire::{convert::rfc3339, feedback::Quotes};

use super::{
    super::{feedback as door, pictures},
    Desk, back,
    sent::Sent,
};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    feedback::{answered, consent, hidden},
    feedback_desk,
    role::Permission,
    state::Shared,
    store::{self, Db, Feedback},
};

/// Which of them.
#[derive(Debug, Deserialize)]
pub struct Which {
    #[serde(default)]
    batch: String,
    #[serde(default)]
    stars: String,
    /// When the one before came, in milliseconds, and its reference.
    behind: Option<String>,
}

/// What is answered.
#[derive(Debug, Deserialize)]
pub struct AnswerForm {
    reference: String,
    #[serde(default)]
    answer: String,
}

/// What is hidden, and why; no reason shows it again.
#[derive(Debug, Deserialize)]
pub struct HideForm {
    reference: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    note: String,
}

/// Whether a photo is shown to others.
#[derive(Debug, Deserialize)]
pub struct PhotoForm {
    reference: String,
    /// `yes` or `no`.
    show: String,
}

/// All, or those about a batch or with so many stars, the latest first.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let brand = desk.brand()?;
    let (at, behind) = which
        .behind
        .as_deref()
        .and_then(|behind| behind.split_once(' '))
        .and_then(|(ms, reference)| Some((Instant(ms.parse().ok()?), reference)))
        .unwrap_or((Instant(i64::MAX), ""));
    let stars: u32 = which.stars.parse().unwrap_or(0);
    let batch = which.batch.trim();
    let language = desk.visitor.language();
    let shown = app
        .store
        .read(|db| {
            let page = db.feedback_to(brand, batch, stars, (at, behind))?;
            let last = page.last().filter(|_| page.len() == 100);
            let older = last.map(|last| format!("{} {}", last.at.0, last.reference));
            let rows = page.iter().map(|one| row(db, one, language));
            Ok(Feedbacks {
                filter: FeedbackFilter {
                    batch: batch.to_owned(),
                    stars,
                },
                rows: rows.collect::<store::Result<Vec<_>>>()?,
                older,
            })
        })
        .await?;
    let page = app::pages::desk::feedbacks(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// One of them.
pub async fn one(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let shown = app
        .store
        .read(|db| {
            let Some(one) = feedback_desk::of_brand(db, brand, &reference)? else {
                return Ok(None);
            };
            Ok(Some(FeedbackShown {
                row: row(db, &one, language)?,
                language: one.record.language.clone(),
                answer: answered(&one.record),
                hidden: hidden(&one.record),
                quote: one.record.quote.as_ref().map(consent),
                photo_shown: one.record.photo_shown,
                reasons: feedback_desk::REASONS.to_vec(),
            }))
        })
        .await?
        .ok_or(ApiError::NotFound)?;
    let page = app::pages::desk::feedback(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// The picture that came with one.
pub async fn photo(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let brand = desk.brand()?;
    let picture = app
        .store
        .read(|db| match feedback_desk::of_brand(db, brand, &reference)? {
            Some(one) => db.feedback_photo(&one.reference),
            None => Ok(None),
        })
        .await?
        .ok_or(ApiError::NotFound)?;
    Ok(pictures::response(picture))
}

/// What may be quoted, as a table with the proof of each yes.
pub async fn quotes(State(app): State<Shared>, desk: Desk) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let all = app.store.read(|db| {
        let mut all = Quotes::default();
        let mut after = String::new();
        loop {
            let page = feedback_desk::quotes(db, brand, &after, language)?;
            all.quotes.extend(page.quotes);
            match page.next {
                Some(next) => after = next,
                None => return Ok(all),
            }
        }
    });
    door::table(&all.await?)
}

/// Answers; the answer is on the pack's page.
pub async fn answer(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<AnswerForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let page = page_of(&form.reference);
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        let done = feedback_desk::answer(tx, &brand, &form.reference, &form.answer, now)?;
        if done.is_ok() {
            tx.log_access(&actor.entry(Act::FeedbackAnswered, &form.reference, now))?;
        }
        Ok(done)
    })
    .await?;
    Ok(back(&page))
}

/// Hides words and photo from others, for a reason that their author is told.
pub async fn hide(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<HideForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let page = page_of(&form.reference);
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        let HideForm {
            reference,
            why,
            note,
        } = &form;
        let done = feedback_desk::hide(tx, &brand, reference, why, note, now)?;
        if done.is_ok() {
            let subject = format!("{reference}: {why}");
            tx.log_access(&actor.entry(Act::FeedbackHidden, &subject, now))?;
        }
        Ok(done)
    })
    .await?;
    Ok(back(&page))
}

/// Shows again what was hidden.
pub async fn show(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<HideForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let page = page_of(&form.reference);
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        let done = feedback_desk::show(tx, &brand, &form.reference)?;
        if done.is_ok() {
            tx.log_access(&actor.entry(Act::FeedbackShown, &form.reference, now))?;
        }
        Ok(done)
    })
    .await?;
    Ok(back(&page))
}

/// Shows a photo to others, or no longer.
pub async fn show_photo(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<PhotoForm>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Campaigns)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let page = page_of(&form.reference);
    desk.act(&app, Some(Permission::Campaigns), move |tx, now| {
        let is_shown = form.show == "yes";
        let done = feedback_desk::show_photo(tx, &brand, &form.reference, is_shown)?;
        if done.is_ok() {
            let subject = match is_shown {
                true => form.reference.clone(),
                false => format!("{}: no", form.reference),
            };
            tx.log_access(&actor.entry(Act::FeedbackPhoto, &subject, now))?;
        }
        Ok(done)
    })
    .await?;
    Ok(back(&page))
}

/// Where staff see it; a reference of nobody's leads nowhere but here.
fn page_of(reference: &str) -> String {
    let is_one = reference
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match is_one {
        true => format!("/desk/feedback/{reference}"),
        false => "/desk/feedback".to_owned(),
    }
}

fn row(db: &Db<'_>, one: &Feedback, language: &str) -> store::Result<FeedbackRow> {
    let product = db.product_record(one.product)?;
    Ok(FeedbackRow {
        reference: one.reference.clone(),
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        path: one.record.path.clone(),
        batch: one.batch.clone(),
        at: rfc3339(one.at),
        stars: one.stars,
        words: one.record.words.clone(),
        is_owner: one.is_owner,
        for_points: one.record.for_points,
        has_photo: db.has_feedback_photo(&one.reference)?,
        is_hidden: one.record.hidden.is_some(),
        is_answered: one.record.answer.is_some(),
        may_quote: one.is_quoted(),
    })
}
