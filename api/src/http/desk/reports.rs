//! `/desk/reports`: what people say is wrong with packs, and what staff found out about it.

use app::pages::desk::{ReportRow, ReportShown, Reports};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use trace::{Instant, reward::Act as Deed};
use wire::convert::rfc3339;

use super::{super::pictures, Desk, back, sent::Sent};
use crate::{
    access::Act,
    answer::text,
    error::ApiError,
    report,
    role::Permission,
    state::Shared,
    store::{Db, Report, RewardStatus},
};

/// How a report can stand.
const STATUSES: [&str; 2] = ["open", "closed"];

/// Which of them.
#[derive(Debug, Deserialize)]
pub struct Which {
    status: Option<String>,
    /// When the one before came, in milliseconds, and its reference.
    behind: Option<String>,
}

/// What was found out.
#[derive(Debug, Deserialize)]
pub struct Form {
    reference: String,
    #[serde(default)]
    finding: String,
    /// `yes` where it is right, and earns the points that wait for it.
    #[serde(default)]
    right: String,
}

/// Those that stand so, the latest first.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let brand = desk.brand()?;
    let asked = which.status.as_deref();
    let status = STATUSES.into_iter().find(|status| asked == Some(status));
    let status = status.unwrap_or("open");
    let (at, behind) = which
        .behind
        .as_deref()
        .and_then(|behind| behind.split_once(' '))
        .and_then(|(ms, reference)| Some((Instant(ms.parse().ok()?), reference)))
        .unwrap_or((Instant(i64::MAX), ""));
    let language = desk.visitor.language();
    let reports = app
        .store
        .read(|db| {
            let mut counts = Vec::new();
            for status in STATUSES {
                counts.push((status, db.count_reports_of(brand, status)?));
            }
            let page = db.reports_of(brand, status, (at, behind))?;
            let last = page.last().filter(|_| page.len() == 100);
            let older = last.map(|last| format!("{} {}", last.at.0, last.reference));
            let mut rows = Vec::new();
            for report in &page {
                rows.push(row(db, report, language)?);
            }
            Ok(Reports {
                status,
                counts,
                rows,
                older,
            })
        })
        .await?;
    let page = app::pages::desk::reports(&desk.view(&app)?, reports);
    Ok(desk.show(&app, &page))
}

/// One of them.
pub async fn one(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let brand = desk.brand()?;
    let language = desk.visitor.language();
    let may_close = desk.may(Permission::Recalls);
    let shown = app
        .store
        .read(|db| {
            let Some(report) = report::of_brand(db, brand, &reference)? else {
                return Ok(None);
            };
            Ok(Some(ReportShown {
                row: row(db, &report, language)?,
                others: db
                    .count_reports_about(brand, &report.path)?
                    .saturating_sub(1),
                point: report.record.point,
                country: report.record.country.clone(),
                finding: report.record.finding.clone(),
                language: report.record.language.clone(),
                may_close,
                points: points_of(db, &report.reference)?,
            }))
        })
        .await?
        .ok_or(ApiError::NotFound)?;
    let page = app::pages::desk::report(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// The picture that came with one.
pub async fn photo(
    State(app): State<Shared>,
    desk: Desk,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let brand = desk.brand()?;
    let picture = app
        .store
        .read(|db| match report::of_brand(db, brand, &reference)? {
            Some(report) => db.report_photo(&report.reference),
            None => Ok(None),
        })
        .await?
        .ok_or(ApiError::NotFound)?;
    Ok(pictures::response(picture))
}

/// Closes one. Whoever may recall may say so.
pub async fn close(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Form>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Signals)?;
    let (brand, actor) = (desk.brand()?.to_owned(), desk.clone());
    let page = format!("/desk/reports/{}", form.reference);
    desk.act(&app, Some(Permission::Recalls), move |tx, now| {
        let done = report::close(
            tx,
            &brand,
            &form.reference,
            &form.finding,
            form.right == "yes",
            now,
        )?;
        if done.is_ok() {
            tx.log_access(&actor.entry(Act::ReportClosed, &form.reference, now))?;
        }
        Ok(done)
    })
    .await?;
    Ok(back(&page))
}

/// Points that wait for what is found out about a report.
fn points_of(db: &Db<'_>, reference: &str) -> crate::store::Result<Option<u32>> {
    let reward = db.reward(Deed::Report, reference)?;
    let held = reward.filter(|one| matches!(one.status, RewardStatus::Held(_)));
    Ok(held.map(|one| one.points))
}

fn row(db: &Db<'_>, report: &Report, language: &str) -> crate::store::Result<ReportRow> {
    let product = db.product_record(report.product)?;
    let record = &report.record;
    Ok(ReportRow {
        reference: report.reference.clone(),
        product: product
            .and_then(|product| text(&product.name, language))
            .unwrap_or_default(),
        path: report.path.clone(),
        at: rfc3339(report.at),
        status: report.status.clone(),
        words: record.words.clone(),
        differs: record.differs.clone(),
        place: record.place.clone(),
        has_photo: db.has_report_photo(&report.reference)?,
    })
}
