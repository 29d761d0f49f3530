//! API keys of organisations: made once, shown once, stored as a digest.

use axum::http::{HeaderMap, header};

use crate::{
    access::Act,
    error::ApiError,
    organisation::{Kind, Organisation},
    random,
    scope::{Scope, Scopes},
    state::App,
    store::{self, AccessEntry, ApiKeyRow, Db, Store, StoreError, Tx},
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

/// Whose key a request came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A brand.
    Brand(String),
    /// A partner.
    Partner(String),
    /// An authority.
    Authority(String),
    /// A partner, with a key that a brand made for it.
    Teller(Teller),
}

/// Who tells a brand's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teller {
    /// Whose events.
    pub brand: String,
    /// The partner that tells them; `None` for the brand itself.
    pub partner: Option<String>,
}

impl Teller {
    /// The brand itself.
    #[must_use]
    pub fn brand(brand: String) -> Teller {
        Teller {
            brand,
            partner: None,
        }
    }

    /// What the names of its captures begin with: empty for the brand, who sees all of them.
    #[must_use]
    pub fn prefix(&self) -> String {
        let partner = self.partner.as_deref();
        partner.map_or_else(String::new, Teller::prefix_of)
    }

    /// What the names of a partner's captures begin with.
    #[must_use]
    pub fn prefix_of(partner: &str) -> String {
        format!("by:{partner}:")
    }

    /// Which partner told a capture of that name.
    #[must_use]
    pub fn of_capture(name: &str) -> Option<&str> {
        Some(name.strip_prefix("by:")?.split_once(':')?.0)
    }
}

/// Whose key a request carries as `Authorization: Bearer KEY`, and what it opens.
pub async fn of(app: &App, headers: &HeaderMap) -> Result<(Holder, Scopes), ApiError> {
    let digest = presented(headers)?;
    let found = app.store.read(|db| find(db, &digest)).await?;
    found.ok_or(ApiError::Unauthorized)
}

/// What is stored of the key that a request carries as `Authorization: Bearer KEY`.
pub fn presented(headers: &HeaderMap) -> Result<[u8; 32], ApiError> {
    let key = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, key)| key.trim())
        .ok_or(ApiError::Unauthorized)?;
    Ok(digest(key))
}

/// Whose key a request carries, where it opens that.
pub async fn holder(app: &App, headers: &HeaderMap, scope: Scope) -> Result<Holder, ApiError> {
    let (holder, scopes) = of(app, headers).await?;
    match scopes.has(scope) {
        true => Ok(holder),
        false => Err(ApiError::Scope(scope.id())),
    }
}

/// The brand whose key a request carries, where it opens that; a key of anybody else's doesn't.
pub async fn brand(app: &App, headers: &HeaderMap, scope: Scope) -> Result<String, ApiError> {
    match holder(app, headers, scope).await? {
        Holder::Brand(brand) => Ok(brand),
        Holder::Teller(_) => Err(ApiError::ForPartner),
        Holder::Partner(_) | Holder::Authority(_) => Err(ApiError::Scope(scope.id())),
    }
}

/// The brand whose events a request is about, and the partner where the key was made for one.
pub async fn teller(app: &App, headers: &HeaderMap, scope: Scope) -> Result<Teller, ApiError> {
    match holder(app, headers, scope).await? {
        Holder::Brand(brand) => Ok(Teller::brand(brand)),
        Holder::Teller(teller) => Ok(teller),
        Holder::Partner(_) | Holder::Authority(_) => Err(ApiError::Scope(scope.id())),
    }
}

/// The brand whose key that is, where it opens this.
pub fn brand_of(db: &Db<'_>, digest: &[u8; 32], scope: Scope) -> store::Result<Option<String>> {
    Ok(match find(db, digest)? {
        Some((Holder::Brand(brand), scopes)) if scopes.has(scope) => Some(brand),
        _ => None,
    })
}

fn find(db: &Db<'_>, digest: &[u8; 32]) -> store::Result<Option<(Holder, Scopes)>> {
    if let Some(key) = db.api_key(digest)? {
        let (brand, scopes) = (key.brand, key.scopes.of(Kind::Brand));
        return Ok(Some(match key.partner {
            None => (Holder::Brand(brand), scopes),
            Some(partner) => {
                let partner = Some(partner);
                (
                    Holder::Teller(Teller { brand, partner }),
                    scopes.of_teller(),
                )
            }
        }));
    }
    let found = db.organisation_key(digest)?;
    Ok(found.and_then(|key| {
        let holder = match key.kind {
            Kind::Partner => Holder::Partner(key.organisation),
            Kind::Authority => Holder::Authority(key.organisation),
            // Their keys are elsewhere, or there are none.
            Kind::Brand | Kind::Operator => return None,
        };
        Some((holder, key.scopes))
    }))
}

/// The keys of an organisation that count, the newest first.
pub fn list(db: &Db<'_>, organisation: &Organisation) -> store::Result<Vec<ApiKeyRow>> {
    match organisation.brand() {
        Some(brand) => db.api_keys(brand),
        None => db.organisation_keys(&organisation.id),
    }
}

/// Puts a key in that a brand made for a partner: `false` where there is no such partner that works.
pub fn put_for_partner(
    tx: &Tx<'_>,
    brand: &str,
    partner: &str,
    digest: &[u8; 32],
    name: &str,
    scopes: &Scopes,
    now: trace::Instant,
) -> store::Result<bool> {
    let found = tx.organisation(partner)?;
    let works = |found: &Organisation| found.kind == Kind::Partner && found.suspended_at.is_none();
    if !found.as_ref().is_some_and(works) {
        return Ok(false);
    }
    tx.put_api_key(brand, digest, name, scopes, now)?;
    tx.give_api_key(digest, partner)?;
    Ok(true)
}

/// Puts a key of an organisation in, which must have its row.
pub fn put(
    tx: &Tx<'_>,
    organisation: &Organisation,
    digest: &[u8; 32],
    name: &str,
    scopes: &Scopes,
    now: trace::Instant,
) -> store::Result<()> {
    match organisation.brand() {
        Some(brand) => tx.put_api_key(brand, digest, name, scopes, now),
        None => tx.put_organisation_key(&organisation.id, digest, name, scopes, now),
    }
}

/// Revokes a key of an organisation; whether there was one that counted.
pub fn revoke(
    tx: &Tx<'_>,
    organisation: &Organisation,
    digest: &[u8; 32],
    now: trace::Instant,
) -> store::Result<bool> {
    match organisation.brand() {
        Some(brand) => tx.revoke_api_key(brand, digest, now),
        None => tx.revoke_organisation_key(&organisation.id, digest, now),
    }
}

/// Makes a key for a brand and stores its digest, by the command line; `None` where there is no such
/// brand or partner.
pub fn create_blocking(
    store: &Store,
    brand: &str,
    partner: Option<&str>,
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
    let partner = partner.map(str::to_owned);
    let is_made = store.write_or_undo_blocking(move |tx| {
        match &partner {
            None => tx.put_api_key(&brand, &digest, &name, &scopes, now)?,
            Some(partner) => {
                if !put_for_partner(tx, &brand, partner, &digest, &name, &scopes, now)? {
                    return Ok(store::Outcome::Undo(false));
                }
            }
        }
        let subject = subject(&name, partner.as_deref(), &digest, &scopes);
        tx.log_access(&AccessEntry::of_command(
            &brand,
            Act::KeyMade,
            &subject,
            now,
        ))?;
        Ok(store::Outcome::Keep(true))
    })?;
    Ok(is_made.then_some(key))
}

/// What the access log says of a new key.
#[must_use]
pub fn subject(name: &str, partner: Option<&str>, digest: &[u8; 32], scopes: &Scopes) -> String {
    let of = partner.map_or_else(String::new, |partner| format!(", {partner}"));
    format!("{name} ({}{of}): {}", number(digest), scopes.text())
}
