//! API keys of brands: made once, shown once, stored as a digest.

use crate::{
    random,
    store::{self, Store, StoreError},
};

/// 256 random bits, with a beginning by which a leaked one is recognised.
pub fn new() -> Result<String, getrandom::Error> {
    Ok(format!(
        "touchstone_{}",
        random::hex(&random::bytes::<32>()?)
    ))
}

/// What is stored of a key. Random bits need no slow digest.
#[must_use]
pub fn digest(key: &str) -> [u8; 32] {
    random::digest(&[b"api-key", key.as_bytes()])
}

/// Makes a key for a brand and stores its digest; `None` where there is no such brand.
pub fn create_blocking(
    store: &Store,
    brand: &str,
    now: trace::Instant,
) -> store::Result<Option<String>> {
    if store.read_blocking(|db| db.brand(brand))?.is_none() {
        return Ok(None);
    }
    let key = new().map_err(|_| StoreError::Writer)?;
    let digest = digest(&key);
    let brand = brand.to_owned();
    store.write_or_undo_blocking(move |tx| {
        tx.put_api_key(&brand, &digest, now)?;
        Ok(store::Outcome::Keep(()))
    })?;
    Ok(Some(key))
}
