//! API keys of brands, stored as digests.

use trace::Instant;

use super::{Db, Result, Tx, value::Row};
use crate::scope::Scopes;

/// A key that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Whose it is.
    pub brand: String,
    /// The partner that it was made for, where it was.
    pub partner: Option<String>,
    /// What it opens.
    pub scopes: Scopes,
}

/// A key as its brand sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKeyRow {
    /// SHA-256 of the key.
    pub digest: [u8; 32],
    /// What its brand calls it; may be empty.
    pub name: String,
    /// The partner that it was made for, where it was.
    pub partner: Option<String>,
    /// What it opens.
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: Instant,
}

impl ApiKeyRow {
    /// Digest, name, scopes and time, in this order; for no partner.
    pub(super) fn read(row: &Row<'_>) -> Result<ApiKeyRow> {
        Ok(ApiKeyRow {
            digest: row.get(0)?,
            name: row.get(1)?,
            partner: None,
            scopes: Scopes::parse(&row.get::<String>(2)?),
            created_at: Instant(row.get(3)?),
        })
    }
}

impl Db<'_> {
    /// The key of that digest, unless it was revoked or its partner suspended.
    ///
    /// The digest of 128 random bits or more can be compared by the index: who could time their way
    /// to a digest would still not have the key.
    pub fn api_key(&self, digest: &[u8; 32]) -> Result<Option<ApiKey>> {
        self.row(
            "select brand, scopes, partner from api_key
             where digest = ?1 and revoked_at is null
             and not exists (
                 select 1 from organisation
                 where organisation.id = api_key.partner
                 and organisation.suspended_at is not null
             )",
            [digest.as_slice()],
            |row| {
                Ok(ApiKey {
                    brand: row.get(0)?,
                    partner: row.get(2)?,
                    scopes: Scopes::parse(&row.get::<String>(1)?),
                })
            },
        )
    }

    /// The keys of a brand that count, the newest first.
    pub fn api_keys(&self, brand: &str) -> Result<Vec<ApiKeyRow>> {
        self.rows(
            "select digest, name, scopes, created_at, partner from api_key
             where brand = ?1 and revoked_at is null
             order by created_at desc, digest",
            [brand],
            |row| {
                Ok(ApiKeyRow {
                    partner: row.get(4)?,
                    ..ApiKeyRow::read(row)?
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Puts a key in.
    pub fn put_api_key(
        &self,
        brand: &str,
        digest: &[u8; 32],
        name: &str,
        scopes: &Scopes,
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into api_key (digest, brand, created_at, name, scopes)
             values (?1, ?2, ?3, ?4, ?5)
             on conflict (digest) do nothing",
            (digest.as_slice(), brand, now.0, name, scopes.text()),
        )?;
        Ok(())
    }

    /// Has a key be for a partner, before anybody has it.
    pub fn give_api_key(&self, digest: &[u8; 32], partner: &str) -> Result<()> {
        self.execute(
            "update api_key set partner = ?2 where digest = ?1",
            (digest.as_slice(), partner),
        )?;
        Ok(())
    }

    /// Revokes one key of a brand; whether there was one that counted.
    pub fn revoke_api_key(&self, brand: &str, digest: &[u8; 32], now: Instant) -> Result<bool> {
        let revoked = self.execute(
            "update api_key set revoked_at = ?3
             where brand = ?1 and digest = ?2 and revoked_at is null",
            (brand, digest.as_slice(), now.0),
        )?;
        Ok(revoked > 0)
    }
}
