//! What a production line reports of a pool's serials: all of it is taken, or nothing.

use std::collections::HashSet;

use gs1::Message;
use issue::Issuer;
use serde_json::{Value, json};
use trace::Instant;
use wire::{
    convert::rfc3339,
    pool::{ReportRequest, Reported},
};

use super::{product_of, reported};
use crate::{
    capture::{self, ErrorBehaviour},
    clock::parse_rfc3339,
    epcis::{self, Document},
    error::ApiError,
    random,
    state::App,
    store::{
        self, Db, IssueRange, NumberPool, Outcome, Product, ReportKind, Serial, Tx, UnitReport,
    },
    submission::short_text,
};

/// The most serials of one report.
pub const MAX_REPORTED: usize = 5_000;

/// Takes a line's report, all of it or nothing; the same report again changes nothing.
pub async fn report(
    app: &App,
    brand: &str,
    id: &str,
    key: &str,
    request: &ReportRequest,
) -> Result<Reported, ApiError> {
    let now = app.clock.now();
    let at = match &request.at {
        None => now,
        Some(text) => parse_rfc3339(text).ok_or_else(|| ApiError::Field {
            field: "at",
            detail: "write a date and time with offset, as 2026-11-24T10:20:30Z".to_owned(),
        })?,
    };
    let pool = app.store.read(|db| db.number_pool(brand, id)).await?;
    let pool = pool.ok_or(ApiError::NotFound)?;
    // A line's clock may be wrong; nothing was printed before its code was made, or after now.
    let at = at.min(now).max(pool.created_at);
    let open = |db: &Db<'_>| {
        let product = product_of(db, &pool)?;
        let range = db.issue_range(pool.product, pool.first)?;
        let Some(key) = app.issue_key.key(db)? else {
            return Ok(None);
        };
        Ok(product
            .zip(range)
            .map(|(product, range)| (key.issuer(&product.gtin), product, range)))
    };
    let opened = app.store.read(open).await?;
    let (issuer, product, range) = opened.ok_or(ApiError::NotFound)?;
    let reports = read(request, &issuer, &range, at)?;
    let document = document(request, &product, at)?;
    let document = document.as_ref().map(epcis::read_document).transpose()?;
    let body = serde_json::to_vec(request).map_err(|error| ApiError::Internal(error.into()))?;
    let digest = random::digest(&[&body]);
    let report = random::digest(&[b"pool-report", id.as_bytes(), key.as_bytes()]);
    let outcome = app
        .store
        .write_or_undo(move |tx| {
            let entry = Entry {
                pool: &pool,
                report,
                digest,
                reports: &reports,
                document: document.as_ref(),
                now,
            };
            enter(tx, &entry)
        })
        .await?;
    match outcome {
        Entered::Done(reported) => Ok(reported),
        Entered::KeyReused => Err(ApiError::KeyReused),
        Entered::WasRejected(serial) => Err(ApiError::Rejected(serial)),
        Entered::NotCaptured(detail) => Err(ApiError::Field {
            field: "aggregated",
            detail,
        }),
    }
}

struct Entry<'e> {
    pool: &'e NumberPool,
    report: [u8; 32],
    digest: [u8; 32],
    reports: &'e [UnitReport],
    document: Option<&'e Document>,
    now: Instant,
}

enum Entered {
    Done(Reported),
    KeyReused,
    WasRejected(String),
    NotCaptured(String),
}

fn enter(tx: &Tx<'_>, entry: &Entry<'_>) -> store::Result<Outcome<Entered>> {
    let pool = entry.pool;
    match tx.pool_report(&entry.report)? {
        Some(known) if known != entry.digest => return Ok(Outcome::Undo(Entered::KeyReused)),
        Some(_) => return Ok(Outcome::Keep(Entered::Done(reported(tx, &pool.id)?))),
        None => {}
    }
    for report in entry.reports {
        let known = tx.unit_reports(pool.product, &report.serial)?;
        let was_rejected = known.iter().any(|known| known.kind == ReportKind::Rejected);
        if was_rejected && report.kind != ReportKind::Rejected {
            let serial = report.serial.text();
            return Ok(Outcome::Undo(Entered::WasRejected(serial)));
        }
        tx.put_unit_report(pool, report)?;
    }
    if let Some(document) = entry.document {
        let id = random::hex(&entry.report[..16]);
        let captured = capture::store(
            tx,
            &pool.brand,
            document,
            ErrorBehaviour::Rollback,
            &id,
            entry.now,
        )?;
        if let Some(fault) = captured.faults.first() {
            return Ok(Outcome::Undo(Entered::NotCaptured(fault.detail.clone())));
        }
    }
    tx.put_pool_report(&entry.report, &pool.id, &entry.digest, entry.now)?;
    Ok(Outcome::Keep(Entered::Done(reported(tx, &pool.id)?)))
}

/// What is reported of each unit; rejections first, so that a unit that is reported as good in the
/// same breath is refused.
fn read(
    request: &ReportRequest,
    issuer: &Issuer,
    range: &IssueRange,
    at: Instant,
) -> Result<Vec<UnitReport>, ApiError> {
    let open = |field: &'static str, text: &str| -> Result<Serial, ApiError> {
        let counter = text.parse().ok().and_then(|serial| issuer.open(&serial));
        let is_here = counter
            .is_some_and(|counter| counter >= range.first && counter - range.first < range.count);
        match Serial::new(text).filter(|_| is_here) {
            Some(serial) => Ok(serial),
            None => Err(ApiError::Field {
                field,
                detail: format!("`{text}` is no serial of this pool"),
            }),
        }
    };
    let mut reports = Vec::new();
    for rejected in &request.rejected {
        reports.push(UnitReport {
            serial: open("rejected", &rejected.serial)?,
            kind: ReportKind::Rejected,
            at,
            detail: short_text("reason", rejected.reason.as_deref(), 200)?,
        });
    }
    for serial in &request.printed {
        reports.push(UnitReport {
            serial: open("printed", serial)?,
            kind: ReportKind::Printed,
            at,
            detail: None,
        });
    }
    let mut packed = HashSet::new();
    for aggregated in &request.aggregated {
        let parent = epc("parent", &aggregated.parent)?;
        for serial in &aggregated.serials {
            if !packed.insert(serial) {
                return Err(ApiError::Field {
                    field: "aggregated",
                    detail: format!("`{serial}` is packed twice"),
                });
            }
            reports.push(UnitReport {
                serial: open("aggregated", serial)?,
                kind: ReportKind::Aggregated,
                at,
                detail: Some(parent.clone()),
            });
        }
    }
    if reports.is_empty() || reports.len() > MAX_REPORTED {
        return Err(ApiError::Field {
            field: "printed",
            detail: format!("report 1 to {MAX_REPORTED} serials at a time, with the others"),
        });
    }
    Ok(reports)
}

/// The packing as an EPCIS document; `None` where nothing was packed.
fn document(
    request: &ReportRequest,
    product: &Product,
    at: Instant,
) -> Result<Option<Value>, ApiError> {
    let mut events = Vec::new();
    let read_point = match &request.read_point {
        Some(text) => Some(epc("read_point", text)?),
        None => None,
    };
    for aggregated in request
        .aggregated
        .iter()
        .filter(|one| !one.serials.is_empty())
    {
        let child = |serial: &String| {
            let gtin = product.gtin.as_str();
            format!("{}/01/{gtin}/21/{serial}", gs1::CANONICAL_STEM)
        };
        let children: Vec<String> = aggregated.serials.iter().map(child).collect();
        let mut event = json!({
            "type": "AggregationEvent",
            "action": "ADD",
            "eventTime": rfc3339(at),
            "eventTimeZoneOffset": "+00:00",
            "parentID": epc("parent", &aggregated.parent)?,
            "childEPCs": children,
            "bizStep": "packing",
            "disposition": "in_progress",
        });
        if let Some(id) = &read_point {
            event["readPoint"] = json!({ "id": id });
        }
        events.push(event);
    }
    if events.is_empty() {
        return Ok(None);
    }
    Ok(Some(json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": rfc3339(at),
        "epcisBody": { "eventList": events },
    })))
}

/// A thing or place in any spelling of GS1's, or the bare digits of an SSCC, as a Digital Link.
fn epc(field: &'static str, text: &str) -> Result<String, ApiError> {
    let is_sscc = text.len() == 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    let bracketed = format!("(00){text}");
    let text = if is_sscc { &bracketed } else { text };
    let (message, faults): (Message<'_>, _) = gs1::parse(text, None);
    let link = message
        .canonical_digital_link()
        .filter(|_| faults.is_empty());
    link.ok_or_else(|| ApiError::Field {
        field,
        detail: format!(
            "`{text}` is no identifier of GS1's; write 18 digits of an SSCC, or a Digital Link"
        ),
    })
}
