//! API keys of brands, stored as digests.

use trace::Instant;

use super::{Db, Result, Tx};

/// A key that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Whose it is.
    pub brand: String,
}

impl Db<'_> {
    /// The key of that digest, unless it was revoked.
    ///
    /// The digest of 128 random bits or more can be compared by the index: who could time their way
    /// to a digest would still not have the key.
    pub fn api_key(&self, digest: &[u8; 32]) -> Result<Option<ApiKey>> {
        self.row(
            "select brand from api_key where digest = ?1 and revoked_at is null",
            [digest.as_slice()],
            |row| Ok(ApiKey { brand: row.get(0)? }),
        )
    }
}

impl Tx<'_> {
    /// Puts a key in.
    pub fn put_api_key(&self, brand: &str, digest: &[u8; 32], now: Instant) -> Result<()> {
        self.execute(
            "insert into api_key (digest, brand, created_at) values (?1, ?2, ?3)
             on conflict (digest) do nothing",
            (digest.as_slice(), brand, now.0),
        )?;
        Ok(())
    }

    /// Revokes one key.
    pub fn revoke_api_key(&self, digest: &[u8; 32], now: Instant) -> Result<()> {
        self.execute(
            "update api_key set revoked_at = ?2 where digest = ?1",
            (digest.as_slice(), now.0),
        )?;
        Ok(())
    }

    /// Revokes every key of a brand; how many there were.
    pub fn revoke_api_keys(&self, brand: &str, now: Instant) -> Result<usize> {
        self.execute(
            "update api_key set revoked_at = ?2 where brand = ?1 and revoked_at is null",
            (brand, now.0),
        )
    }
}
