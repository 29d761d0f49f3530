//! `/desk/inspections`: what the inspectors of one's organisation found, and the sealed report of it.

use app::pages::desk::{ChainShown, EntryShown, InspectionRow, InspectionShown};
use axum::{
    extract::{Path, Query, State, rejection::QueryRejection},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use evidence::{Chain, DeviceKey, Digest, Line, photos};
use serde::Deserialize;
use trace::Instant;
use wire::convert::rfc3339;

use super::{
    Desk, back,
    sent::{Chosen, Sent},
};
use crate::{
    error::ApiError,
    inspection_event,
    inspection_report::{self, Gathered},
    role::Permission,
    seal_key,
    state::{App, Shared},
    store::{self, Db, Inspection, InspectionLine},
};

/// Inspections of one page.
const PAGE: i64 = 50;

/// Which page.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// Opened before that, in milliseconds since 1970.
    before: Option<i64>,
}

/// The list.
pub async fn get(
    State(app): State<Shared>,
    desk: Desk,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let Query(asked) = query.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let before = Instant(asked.before.unwrap_or(i64::MAX));
    let read = app.store.read(|db| {
        let found = db.inspections_of(&desk.organisation.id, before, PAGE)?;
        let older = found.last().filter(|_| found.len() as i64 == PAGE);
        let older = older.map(|last| last.opened_at.0.to_string());
        let rows: store::Result<Vec<InspectionRow>> =
            found.iter().map(|found| row(db, found)).collect();
        Ok((rows?, older))
    });
    let (rows, older) = read.await?;
    let page = app::pages::desk::inspections(&desk.view(&app)?, rows, older);
    Ok(desk.show(&app, &page))
}

/// What became of events that were just told.
#[derive(Debug, Deserialize)]
pub struct Told {
    new: Option<u64>,
    known: Option<u64>,
    refused: Option<u64>,
}

/// One.
pub async fn one(
    State(app): State<Shared>,
    desk: Desk,
    Path(id): Path<String>,
    told: Result<Query<Told>, QueryRejection>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let Query(told) = told.map_err(|error| ApiError::Malformed(error.body_text()))?;
    let told = told.new.zip(told.known).zip(told.refused);
    let organisation = &desk.organisation.id;
    let read = app.store.read(|db| {
        let found = db.inspection(&id)?;
        let Some(found) = found.filter(|found| found.organisation == *organisation) else {
            return Ok(None);
        };
        let lines = db.inspection_lines(&id)?;
        Ok(Some(InspectionShown {
            row: row(db, &found)?,
            point: found.point,
            chains: chains(db, organisation, &lines)?,
            may_tell: desk.organisation.brand().is_some(),
            told: told.map(|((new, known), refused)| [new, known, refused]),
        }))
    });
    let shown = read.await?.ok_or(ApiError::NotFound)?;
    let page = app::pages::desk::inspection(&desk.view(&app)?, shown);
    Ok(desk.show(&app, &page))
}

/// The sealed archive, which `touchstone evidence verify` checks.
pub async fn report(
    State(app): State<Shared>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let gathered = gathered(&app, &desk, &id).await?;
    let key = seal_key::of(&app).await?;
    let origin = desk.visitor.origin.to_string();
    let bytes = gathered.sealed(&key.key, &origin, desk.visitor.words, app.clock.now())?;
    file(bytes, "application/zip", &format!("{id}.zip"))
}

/// Its entries as a table.
pub async fn csv(
    State(app): State<Shared>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let gathered = gathered(&app, &desk, &id).await?;
    file(
        gathered.csv()?,
        "text/csv; charset=utf-8",
        &format!("{id}.csv"),
    )
}

/// Tells the trade which of the brand's packs were looked at and taken, once.
pub async fn tell(
    State(app): State<Shared>,
    Sent { desk, form }: Sent<Chosen>,
) -> Result<Response, ApiError> {
    desk.need(Permission::Inspections)?;
    let (brand, id) = (desk.brand()?.to_owned(), form.id);
    let path = format!("/desk/inspections/{id}");
    let told = desk
        .act(&app, Some(Permission::Inspections), move |tx, now| {
            let found = tx.inspection(&id)?;
            if found.is_none_or(|found| found.organisation != brand) {
                return Ok(Err(ApiError::NotFound));
            }
            let lines = tx.inspection_lines(&id)?;
            inspection_event::tell(tx, &brand, &id, &lines, now).map(Ok)
        })
        .await?;
    let (new, known, refused) = (told.new, told.known, told.refused);
    Ok(back(&format!(
        "{path}?new={new}&known={known}&refused={refused}"
    )))
}

async fn gathered(app: &App, desk: &Desk, id: &str) -> Result<Gathered, ApiError> {
    desk.need(Permission::Inspections)?;
    let organisation = &desk.organisation.id;
    let read = app
        .store
        .read(|db| inspection_report::gather(db, organisation, id));
    read.await?.ok_or(ApiError::NotFound)
}

fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Result<Response, ApiError> {
    // Names of inspections are letters, digits and hyphens.
    let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
        .map_err(|error| ApiError::Internal(error.into()))?;
    let kind = HeaderValue::from_static(kind);
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}

fn row(db: &Db<'_>, found: &Inspection) -> store::Result<InspectionRow> {
    let inspector = db.staff_name(&found.inspector)?;
    Ok(InspectionRow {
        id: found.id.clone(),
        shop: found.shop.clone(),
        address: found.address.clone(),
        purpose: found.purpose.clone(),
        inspector: inspector.unwrap_or_else(|| found.inspector.clone()),
        opened_at: rfc3339(found.opened_at),
        heard_at: rfc3339(found.heard_at),
        is_closed: found.is_closed,
        checks: found.checks,
        findings: found.findings,
    })
}

/// Chain by chain, each held against its device's key anew.
fn chains(
    db: &Db<'_>,
    organisation: &str,
    lines: &[InspectionLine],
) -> store::Result<Vec<ChainShown>> {
    let mut chains = Vec::new();
    for of_device in lines.chunk_by(|a, b| a.device == b.device) {
        let Some(first) = of_device.first() else {
            continue;
        };
        let Some(device) = db.device(&first.device)? else {
            continue;
        };
        let broken = match DeviceKey::from_text(&device.public_key) {
            Err(error) => Some(error.to_string()),
            Ok(key) => {
                let mut chain = Chain::default();
                let each = of_device.iter().map(|line| Line {
                    entry: line.entry.clone(),
                    signature: line.signature.clone(),
                });
                each.map(|line| chain.take(&line, &key, &first.inspection))
                    .find_map(Result::err)
                    .map(|broken| broken.to_string())
            }
        };
        let mut entries = Vec::new();
        for (line, entry) in inspection_report::entries(of_device) {
            let mut here = Vec::new();
            for digest in photos(&entry.act) {
                here.push((digest.to_string(), is_here(db, organisation, &digest)?));
            }
            let [kind, parts @ ..] = inspection_report::cells(&entry.act);
            let [parts @ .., _photos] = parts;
            entries.push(EntryShown {
                at: entry.at.clone(),
                received_at: rfc3339(line.received_at),
                after_lock: line.after_lock,
                kind,
                parts: parts.into_iter().filter(|part| !part.is_empty()).collect(),
                photos: here,
            });
        }
        chains.push(ChainShown {
            device: device.name,
            broken,
            entries,
        });
    }
    Ok(chains)
}

fn is_here(db: &Db<'_>, organisation: &str, digest: &Digest) -> store::Result<bool> {
    let photo = db.inspection_photo(organisation, &digest.0)?;
    Ok(photo.is_some_and(|photo| photo.done_at.is_some()))
}
