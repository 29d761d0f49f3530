//! Number pools: serials for a production line, asked for again as often as a network breaks, and
//! what the line reports back.

mod hidden;
mod report;

pub use hidden::hidden_codes;
pub use report::{MAX_REPORTED, report};

use std::sync::Arc;

use gs1::Gtin;
use signed::SigningKey;
use wire::pool::{PoolRequest, Reported};

use crate::{
    error::ApiError,
    issuing::{Codes, Order, UnitCode},
    key_file::{FileKey, KeyFile, KnownKey},
    random,
    state::App,
    store::{self, Batch, Db, IssueRange, NumberPool, Product, ReportKind, Tx},
};

/// The most serials of one pool.
pub const MAX_COUNT: u64 = 100_000;
/// The longest stem, in bytes.
const MAX_STEM: usize = 200;

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
    let digest = digest(&gtin, request, stem);
    if let Some(known) = app.store.read(|db| db.number_pool(brand, &id)).await? {
        return answer(app, known, digest).await;
    }
    let (product, batch) = records(app, brand, &gtin, &request.batch).await?;
    let issue_key = key_to_make(app, &app.issue_key).await?;
    let hidden_key = match request.with_hidden {
        true => Some(key_to_make(app, &app.hidden_key).await?),
        false => None,
    };
    let signing_key = match request.signed {
        true => Some(signer(app, brand, None).await?),
        false => None,
    };
    // Only to refuse a stem before anything is taken.
    let issuer = issue_key.issuer(&gtin);
    if Codes::new(&product, &batch, &issuer, stem, signing_key.as_ref()).is_none() {
        return Err(ApiError::Field {
            field: "stem",
            detail: "it is no stem of a GS1 Digital Link; write it like https://id.example"
                .to_owned(),
        });
    }
    let now = app.clock.now();
    let hidden_key = hidden_key.as_deref();
    let order = Order::new(&product, &batch, request.count, &issue_key, hidden_key, now);
    let order = order.signed_with(signing_key.as_ref());
    let new = NumberPool {
        id,
        brand: brand.to_owned(),
        product: product.id,
        first: 0,
        stem: stem.to_owned(),
        request: digest,
        created_at: now,
    };
    match app.store.write(move |tx| take(tx, &new, &order)).await? {
        Taken::Pool(pool) => answer(app, pool, digest).await,
        Taken::UsedUp => Err(ApiError::Field {
            field: "count",
            detail: "the product has not so many serials left of 2^40".to_owned(),
        }),
    }
}

/// What tells two requests apart. Those of before had neither hidden codes nor signatures.
fn digest(gtin: &Gtin, request: &PoolRequest, stem: &str) -> [u8; 32] {
    let count = request.count.to_be_bytes();
    let mut parts: Vec<&[u8]> = vec![
        gtin.as_str().as_bytes(),
        request.batch.as_bytes(),
        &count,
        stem.as_bytes(),
    ];
    if request.with_hidden {
        parts.push(b"with_hidden");
    }
    if request.signed {
        parts.push(b"signed");
    }
    random::digest(&parts)
}

async fn answer(app: &App, pool: NumberPool, request: [u8; 32]) -> Result<Filled, ApiError> {
    match pool.request == request {
        true => fill(app, pool).await,
        false => Err(ApiError::KeyReused),
    }
}

async fn records(
    app: &App,
    brand: &str,
    gtin: &Gtin,
    batch: &str,
) -> Result<(Product, Batch), ApiError> {
    let look_up = |db: &Db<'_>| {
        let product = db.product(gtin)?;
        let product = product.filter(|product| product.record.brand == brand);
        let batch = match &product {
            Some(product) => db.batch(product.id, batch)?,
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
    Ok((product, batch))
}

/// The key of a file, made where there is none.
async fn key_to_make<K: FileKey>(
    app: &App,
    file: &KeyFile<K>,
) -> Result<Arc<KnownKey<K>>, ApiError> {
    let (key, is_new) = app.store.read(|db| file.key_to_make(db)).await?;
    if is_new {
        let (name, path) = (K::KIND.name, file.path().display());
        tracing::warn!("key.made: a new {name} in `{path}`; keep a copy apart from the database");
    }
    Ok(key)
}

/// The private key that signs a brand's codes: of that name, or the newest that counts.
async fn signer(app: &App, brand: &str, name: Option<&str>) -> Result<SigningKey, ApiError> {
    let known = app.store.read(|db| db.signing_keys(brand)).await?;
    let key = match name {
        Some(name) => app
            .signing_keys
            .find(known.iter().filter(|key| key.id == name)),
        None => {
            let counts = known.iter().filter(|key| key.revoked_at.is_none());
            app.signing_keys.find(counts)
        }
    };
    let key = key.map_err(|error| ApiError::Internal(error.into()))?;
    key.ok_or_else(|| ApiError::Field {
        field: "signed",
        detail: match name {
            Some(name) => format!(
                "the codes of this pool were signed with the key {name}, which this server has no \
                 more; start it with that `--signing-key`, too"
            ),
            None => "this server has no key that signs the brand's codes; start it with \
                     `--signing-key`, or sign with `touchstone issue`"
                .to_owned(),
        },
    })
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
    let signing_key = match range.signing_key.as_deref() {
        Some(name) => Some(signer(app, &pool.brand, Some(name)).await?),
        None => None,
    };
    let making = tokio::task::spawn_blocking(move || {
        let codes = Codes::new(&product, &batch, &issuer, &pool.stem, signing_key.as_ref())?;
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
