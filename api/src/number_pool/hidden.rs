//! The hidden codes of a pool, given to whoever prints them: apart from the visible ones, and on the
//! record.

use wire::pool::{HiddenCodes, UnitHiddenCode};

use super::product_of;
use crate::{
    access::Act,
    error::ApiError,
    state::App,
    store::{AccessEntry, Db},
};

/// The hidden codes of a brand's pool, in the order of its codes.
pub async fn hidden_codes(app: &App, brand: &str, id: &str) -> Result<HiddenCodes, ApiError> {
    let pool = app.store.read(|db| db.number_pool(brand, id)).await?;
    let pool = pool.ok_or(ApiError::NotFound)?;
    let look_up = |db: &Db<'_>| {
        let product = product_of(db, &pool)?;
        let range = db.issue_range(pool.product, pool.first)?;
        let keys = (app.issue_key.key(db)?).zip(app.hidden_key.key(db)?);
        let Some(((product, range), (issue_key, hidden_key))) = product.zip(range).zip(keys) else {
            return Ok(None);
        };
        let issuers = (
            issue_key.issuer(&product.gtin),
            hidden_key.issuer(&product.gtin),
        );
        Ok(Some((product.gtin, range, issuers)))
    };
    let found = app.store.read(look_up).await?;
    let found = found.filter(|(_, range, _)| range.has_hidden);
    let (gtin, range, (issuer, hidden)) = found.ok_or_else(|| ApiError::Field {
        field: "with_hidden",
        detail: "this pool was asked for without hidden codes; ask for a new one with them"
            .to_owned(),
    })?;
    // Whoever holds them can reveal any pack: that they were taken stays known.
    let entry = AccessEntry::of_machine(brand, Act::HiddenCodesTaken, id, app.clock.now());
    app.store.write(move |tx| tx.log_access(&entry)).await?;
    let making = tokio::task::spawn_blocking(move || {
        let counters = range.first..range.first + range.count;
        let serials = issuer.serials(counters.clone());
        let codes = serials
            .zip(counters)
            .map(|(serial, counter)| UnitHiddenCode {
                serial: serial.to_string(),
                hidden_code: hidden.code(counter).to_string(),
            });
        codes.collect()
    });
    Ok(HiddenCodes {
        id: pool.id,
        gtin: gtin.to_string(),
        hidden_codes: making
            .await
            .map_err(|error| ApiError::Internal(error.into()))?,
    })
}
