//! What the server itself remembers.

use super::{Db, Result, StoreError, Tx};

/// The secret of this database, where it was made.
pub(super) fn known_secret(db: &Db<'_>) -> Result<Option<[u8; 32]>> {
    db.row(
        "select value from setting where name = 'secret'",
        [],
        |row| row.get(0),
    )
}

/// The secret of this database: made once, before anybody asks for it.
pub(super) fn secret(tx: &Tx<'_>) -> Result<[u8; 32]> {
    let mut secret = [0u8; 32];
    getrandom::fill(&mut secret).map_err(|_| StoreError::Writer)?;
    tx.execute(
        "insert into setting (name, value) values ('secret', ?1) on conflict (name) do nothing",
        [secret.as_slice()],
    )?;
    Ok(known_secret(tx)?.unwrap_or(secret))
}

impl Db<'_> {
    /// A moment that was remembered under a name, in milliseconds since 1970.
    pub fn moment(&self, name: &str) -> Result<Option<trace::Instant>> {
        let bytes: Option<Vec<u8>> =
            self.row("select value from setting where name = ?1", [name], |row| {
                row.get(0)
            })?;
        let bytes: Option<[u8; 8]> = bytes.and_then(|bytes| bytes.try_into().ok());
        Ok(bytes.map(|bytes| trace::Instant(i64::from_be_bytes(bytes))))
    }
}

impl Db<'_> {
    /// When a process last saw that it can write.
    pub fn seen_ready(&self, node: &str) -> Result<Option<trace::Instant>> {
        self.moment(&readiness(node))
    }
}

fn readiness(node: &str) -> String {
    format!("readiness:{node}")
}

impl Tx<'_> {
    /// Notes that a process can write.
    pub fn see_ready(&self, node: &str, now: trace::Instant) -> Result<()> {
        self.put_moment(&readiness(node), now)
    }

    /// Forgets the processes that were last seen before a moment; how many.
    pub fn forget_ready(&self, before: trace::Instant) -> Result<usize> {
        self.execute(
            "delete from setting where name like 'readiness%' and value < ?1",
            [before.0.to_be_bytes().as_slice()],
        )
    }

    /// Remembers a moment under a name.
    pub fn put_moment(&self, name: &str, at: trace::Instant) -> Result<()> {
        self.execute(
            "insert into setting (name, value) values (?1, ?2)
             on conflict (name) do update set value = excluded.value",
            (name, at.0.to_be_bytes().as_slice()),
        )?;
        Ok(())
    }
}
