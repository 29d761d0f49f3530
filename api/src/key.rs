//! API keys of brands: made once, shown once, stored as a digest.

use axum::http::{HeaderMap, header};

use crate::{
    access::Act,
    error::ApiError,
    random,
    scope::{Scope, Scopes},
    state::App,
    store::{self, AccessEntry, Store, StoreError},
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

/// What a key is called by where it must not be shown: a part of its digest.
#[must_use]
pub fn number(digest: &[u8; 32]) -> String {
    random::hex(&digest[..6])
}

/// The brand whose key a request carries as `Authorization: Bearer KEY`, where it opens that.
pub async fn brand(app: &App, headers: &HeaderMap, scope: Scope) -> Result<String, ApiError> {
    let key = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, key)| key.trim())
        .ok_or(ApiError::Unauthorized)?;
    let found = app.store.read(|db| db.api_key(&digest(key))).await?;
    let key = found.ok_or(ApiError::Unauthorized)?;
    if !key.scopes.has(scope) {
        return Err(ApiError::Scope(scope.id()));
    }
    Ok(key.brand)
}

/// Makes a key for a brand and stores its digest, by the command line; `None` where there is no such
/// brand.
pub fn create_blocking(
    store: &Store,
    brand: &str,
    name: &str,
    scopes: &Scopes,
    now: trace::Instant,
) -> store::Result<Option<String>> {
    if store.read_blocking(|db| db.brand(brand))?.is_none() {
        return Ok(None);
    }
    let key = new().map_err(|_| StoreError::Writer)?;
    let digest = digest(&key);
    let (brand, name, scopes) = (brand.to_owned(), name.to_owned(), scopes.clone());
    store.write_or_undo_blocking(move |tx| {
        tx.put_api_key(&brand, &digest, &name, &scopes, now)?;
        let subject = format!("{name} ({}): {}", number(&digest), scopes.text());
        tx.log_access(&AccessEntry::of_command(
            &brand,
            Act::KeyMade,
            &subject,
            now,
        ))?;
        Ok(store::Outcome::Keep(()))
    })?;
    Ok(Some(key))
}
