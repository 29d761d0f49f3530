//! The public halves of the server's own keys, in use and retired.

use trace::Instant;

use super::{Db, Result, Tx};

/// A public half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealPublicKey {
    /// Base64 of 32 bytes.
    pub public_key: String,
    /// Since when it seals; 1970 for one that was there from the beginning.
    pub since: Instant,
    /// When another one took its place.
    pub retired_at: Option<Instant>,
}

impl Db<'_> {
    /// Those that are written down, with when they sealed, the newest first.
    pub fn seal_keys(&self) -> Result<Vec<SealPublicKey>> {
        self.rows(
            "select public_key, since, retired_at from seal_public_key
             order by since desc, public_key",
            (),
            |row| {
                Ok(SealPublicKey {
                    public_key: row.get(0)?,
                    since: Instant(row.get(1)?),
                    retired_at: row.get::<Option<i64>>(2)?.map(Instant),
                })
            },
        )
    }

    /// Those that are written down, the newest first: base64 of 32 bytes each.
    pub fn seal_public_keys(&self) -> Result<Vec<String>> {
        self.rows(
            "select public_key from seal_public_key order by since desc, public_key",
            (),
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
    /// Writes one down, unless it is; whether it was not.
    pub fn put_seal_key(&self, key: &SealPublicKey) -> Result<bool> {
        let added = self.execute(
            "insert into seal_public_key (public_key, since, retired_at) values (?1, ?2, ?3)
             on conflict (public_key) do nothing",
            (&key.public_key, key.since.0, key.retired_at.map(|at| at.0)),
        )?;
        Ok(added > 0)
    }

    /// Writes down that a key takes the place of another one.
    pub fn replace_seal_key(
        &self,
        old: &str,
        new: &str,
        setting: &str,
        digest: &[u8; 32],
        now: Instant,
    ) -> Result<()> {
        self.execute(
            "insert into seal_public_key (public_key, since, retired_at) values (?1, 0, ?2)
             on conflict (public_key) do update set retired_at = excluded.retired_at",
            (old, now.0),
        )?;
        self.execute(
            "insert into seal_public_key (public_key, since) values (?1, ?2)",
            (new, now.0),
        )?;
        self.execute(
            "update setting set value = ?2 where name = ?1",
            (setting, digest.as_slice()),
        )?;
        Ok(())
    }
}
