//! Public keys that codes are signed with. The private ones are not here.

use trace::Instant;

use super::{Db, Result, Tx};

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// What codes call it by.
    pub id: String,
    /// Whose it is.
    pub brand: String,
    /// Ed25519.
    pub public_key: [u8; 32],
    /// When it was made.
    pub created_at: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

impl Db<'_> {
    /// The keys of a brand, revoked ones included, oldest first.
    pub fn signing_keys(&self, brand: &str) -> Result<Vec<SigningKey>> {
        self.rows(
            "select id, brand, public_key, created_at, revoked_at from signing_key
             where brand = ?1 order by created_at, id",
            [brand],
            |row| {
                Ok(SigningKey {
                    id: row.get(0)?,
                    brand: row.get(1)?,
                    public_key: row.get(2)?,
                    created_at: Instant(row.get(3)?),
                    revoked_at: row.get::<Option<i64>>(4)?.map(Instant),
                })
            },
        )
    }

    /// The brands that have keys.
    pub fn brands_with_signing_keys(&self) -> Result<Vec<String>> {
        self.rows(
            "select distinct brand from signing_key order by brand",
            [],
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Puts a key in; `false` where a brand has one of that name.
    pub fn put_signing_key(&self, key: &SigningKey) -> Result<bool> {
        self.change_records()?;
        let added = self.execute(
            "insert into signing_key (id, brand, public_key, created_at) values (?1, ?2, ?3, ?4)
             on conflict (id) do nothing",
            (
                &key.id,
                &key.brand,
                key.public_key.as_slice(),
                key.created_at.0,
            ),
        )?;
        Ok(added == 1)
    }

    /// Revokes a key of a brand; `false` where it has none of that name that counts.
    pub fn revoke_signing_key(&self, brand: &str, id: &str, now: Instant) -> Result<bool> {
        self.change_records()?;
        let revoked = self.execute(
            "update signing_key set revoked_at = ?3
             where id = ?2 and brand = ?1 and revoked_at is null",
            (brand, id, now.0),
        )?;
        Ok(revoked == 1)
    }
}
