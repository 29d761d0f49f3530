//! Number pools: serials for a production line, asked for again as often as a network breaks, and
//! what the line reports back.

use std::collections::HashSet;

use gs1::{Gtin, Message};
use issue::Issuer;
use serde_json::{Value, json};
use trace::Instant;
use wire::{
    convert::rfc3339,
    pool::{PoolRequest, ReportRequest, Reported},
};

use crate::{
    capture::{self, ErrorBehaviour},
    clock::parse_rfc3339,
    epcis::{self, Document},
    error::ApiError,
    issuing::{Codes, Order, UnitCode},
    random,
    state::App,
    store::{
        self, Db, IssueRange, NumberPool, Outcome, Product, ReportKind, Serial, Tx, UnitReport,
    },
    submission::short_text,
};

/// The most serials of one pool.
pub const MAX_COUNT: u64 = 100_000;
/// The longest stem, in bytes.
const MAX_STEM: usize = 200;
/// The most serials of one report.
pub const MAX_REPORTED: usize = 5_000;

/// A pool with its codes.
#[derive(Debug)]
pub struct Filled {
    /// As it is stored.
    pub pool: NumberPool,
    /// The product's GTIN.
    pub gtin: Gtin,
    /// Its serials.
    pub range: IssueRange,
    /// What was reported so far.
    pub reported: Reported,
    /// Their codes, in the order of the range.
    pub codes: Vec<UnitCode>,
}

/// The pool of a request: a new one, or the one that the same request was answered with before.
pub async fn ask(
    app: &App,
    brand: &str,
    key: &str,
    request: &PoolRequest,
    stem: &str,
) -> Result<Filled, ApiError> {
    let gtin: Gtin = request.gtin.parse().map_err(|error| ApiError::Field {
        field: "gtin",
        detail: format!("{error}"),
    })?;
    if !(1..=MAX_COUNT).contains(&request.count) {
        return Err(ApiError::Field {
            field: "count",
            detail: format!("ask for 1 to {MAX_COUNT} serials at a time"),
        });
    }
    if stem.len() > MAX_STEM {
        return Err(ApiError::Field {
            field: "stem",
            detail: format!("it has more than {MAX_STEM} characters; every code begins with it"),
        });
    }
    let id = id_of(app, brand, key);
    let digest = random::digest(&[
        gtin.as_str().as_bytes(),
        request.batch.as_bytes(),
        &request.count.to_be_bytes(),
        stem.as_bytes(),
    ]);
    // Only to refuse a stem before anything is taken.
    let look_up = |db: &Db<'_>| {
        let product = db.product(&gtin)?;
        let product = product.filter(|product| product.record.brand == brand);
        let batch = match &product {
            Some(product) => db.batch(product.id, &request.batch)?,
            None => None,
        };
        Ok((product, batch))
    };
    let (product, batch) = app.store.read(look_up).await?;
    let product = product.ok_or(ApiError::Field {
        field: "gtin",
        detail: "there is no such product of the key's brand; import its record first".to_owned(),
    })?;
    let batch = batch.ok_or(ApiError::Field {
        field: "batch",
        detail: "there is no such batch of the product; import its record first".to_owned(),
    })?;
    let key = app.store.read(|db| app.issue_key.key_to_make(db));
    let (issue_key, is_new) = key.await?;
    if is_new {
        tracing::warn!(
            "issue_key.made in `{}`: keep a copy apart from the database",
            app.issue_key.path().display()
        );
    }
    let issuer = issue_key.issuer(&gtin);
    if Codes::new(&product, &batch, &issuer, stem, None).is_none() {
        return Err(ApiError::Field {
            field: "stem",
            detail: "it is no stem of a GS1 Digital Link; write it like https://id.example"
                .to_owned(),
        });
    }
    let now = app.clock.now();
    let order = Order::new(&product, &batch, request.count, &issue_key, None, now);
    let new = NumberPool {
        id,
        brand: brand.to_owned(),
        product: product.id,
        first: 0,
        stem: stem.to_owned(),
        request: digest,
        created_at: now,
    };
    let pool = app.store.write(move |tx| take(tx, &new, &order)).await?;
    match pool {
        Taken::Pool(pool) if pool.request != digest => Err(ApiError::KeyReused),
        Taken::Pool(pool) => fill(app, pool).await,
        Taken::UsedUp => Err(ApiError::Field {
            field: "count",
            detail: "the product has not so many serials left of 2^40".to_owned(),
        }),
    }
}

enum Taken {
    Pool(NumberPool),
    UsedUp,
}

/// One transaction: of two same requests at once, one makes the pool and the other finds it.
fn take(tx: &Tx<'_>, new: &NumberPool, order: &Order) -> store::Result<Taken> {
    if let Some(known) = tx.number_pool(&new.brand, &new.id)? {
        return Ok(Taken::Pool(known));
    }
    let Some(range) = order.take(tx)? else {
        return Ok(Taken::UsedUp);
    };
    let pool = NumberPool {
        first: range.first,
        ..new.clone()
    };
    tx.put_number_pool(&pool)?;
    Ok(Taken::Pool(pool))
}

/// A brand's pool with its codes.
pub async fn look_up(app: &App, brand: &str, id: &str) -> Result<Filled, ApiError> {
    let pool = app.store.read(|db| db.number_pool(brand, id)).await?;
    fill(app, pool.ok_or(ApiError::NotFound)?).await
}

/// The codes are made on a thread that may take its time, and outside of any look-up.
async fn fill(app: &App, pool: NumberPool) -> Result<Filled, ApiError> {
    let look_up = |db: &Db<'_>| {
        let Some(product) = product_of(db, &pool)? else {
            return Ok(None);
        };
        let Some(range) = db.issue_range(pool.product, pool.first)? else {
            return Ok(None);
        };
        let Some(batch) = db.batch(pool.product, &range.batch)? else {
            return Ok(None);
        };
        let Some(key) = app.issue_key.key(db)? else {
            return Ok(None);
        };
        let issuer = key.issuer(&product.gtin);
        Ok(Some((
            product,
            batch,
            range,
            issuer,
            reported(db, &pool.id)?,
        )))
    };
    let found = app.store.read(look_up).await?;
    let (product, batch, range, issuer, reported) = found.ok_or(ApiError::NotFound)?;
    let making = tokio::task::spawn_blocking(move || {
        let codes = Codes::new(&product, &batch, &issuer, &pool.stem, None)?;
        let codes = codes.units(&issuer, &range).collect();
        Some(Filled {
            pool,
            gtin: product.gtin,
            range,
            reported,
            codes,
        })
    });
    let filled = making
        .await
        .map_err(|error| ApiError::Internal(error.into()))?;
    // A batch's record may have been changed to one that no code can carry.
    filled.ok_or(ApiError::NotFound)
}

fn product_of(db: &Db<'_>, pool: &NumberPool) -> store::Result<Option<Product>> {
    let record = db.product_record(pool.product)?;
    match record.and_then(|record| record.gtin.parse().ok()) {
        Some(gtin) => db.product(&gtin),
        None => Ok(None),
    }
}

fn reported(db: &Db<'_>, pool: &str) -> store::Result<Reported> {
    Ok(Reported {
        printed: db.count_reports(pool, ReportKind::Printed)?,
        rejected: db.count_reports(pool, ReportKind::Rejected)?,
        aggregated: db.count_reports(pool, ReportKind::Aggregated)?,
    })
}

/// The same for the same key of the same brand, and of no use to anybody else.
fn id_of(app: &App, brand: &str, key: &str) -> String {
    let parts: [&[u8]; 3] = [b"number-pool", brand.as_bytes(), key.as_bytes()];
    let digest = random::keyed_digest(app.store.secret(), &parts);
    random::hex(&digest[..16])
}

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
