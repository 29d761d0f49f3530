//! The public halves of the server's own keys, in use and retired.

use trace::Instant;

use super::{Db, Result, Tx};

impl Db<'_> {
    /// Those that are written down, the newest first: base64 of 32 bytes each. A database whose key was
    /// never replaced has none.
    pub fn seal_public_keys(&self) -> Result<Vec<String>> {
        self.rows(
            "select public_key from seal_public_key order by since desc, public_key",
            (),
            |row| row.get(0),
        )
    }
}

impl Tx<'_> {
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
