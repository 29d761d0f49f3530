//! Passkeys: the public half of each, and the challenges that were answered.

use trace::Instant;
use webauthn_rs::prelude::Passkey;

use super::{
    Db, Result, Tx,
    db::{from_json, to_json},
    value::Row,
};

/// A passkey of a member of staff.
#[derive(Clone, Debug)]
pub struct PasskeyRow {
    /// Its credential identifier, as the authenticator chose it.
    pub credential: Vec<u8>,
    /// Whose it is.
    pub staff: String,
    /// The device that it was made on, in words.
    pub name: String,
    /// When it was made.
    pub added_at: Instant,
    /// When somebody last signed in with it.
    pub used_at: Option<Instant>,
    /// Public key, counter and flags.
    pub passkey: Passkey,
}

fn read(row: &Row<'_>) -> Result<PasskeyRow> {
    Ok(PasskeyRow {
        credential: row.get(0)?,
        staff: row.get(1)?,
        name: row.get(2)?,
        added_at: Instant(row.get(3)?),
        used_at: row.get::<Option<i64>>(4)?.map(Instant),
        passkey: from_json("passkey", &row.get::<String>(5)?)?,
    })
}

impl Db<'_> {
    /// The passkey of that credential identifier.
    pub fn passkey(&self, credential: &[u8]) -> Result<Option<PasskeyRow>> {
        self.row(
            "select credential, staff, name, added_at, used_at, record from passkey
             where credential = ?1",
            [credential],
            read,
        )
    }

    /// The passkeys of a member, in the order of their making.
    pub fn passkeys(&self, staff: &str) -> Result<Vec<PasskeyRow>> {
        self.rows(
            "select credential, staff, name, added_at, used_at, record from passkey
             where staff = ?1
             order by added_at, credential",
            [staff],
            read,
        )
    }
}

impl Tx<'_> {
    /// Puts a passkey in; whether its credential identifier was free.
    pub fn put_passkey(&self, row: &PasskeyRow) -> Result<bool> {
        let added = self.execute(
            "insert into passkey (credential, staff, name, added_at, used_at, record)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (credential) do nothing",
            (
                row.credential.as_slice(),
                &row.staff,
                &row.name,
                row.added_at.0,
                row.used_at.map(|at| at.0),
                to_json("passkey", &row.passkey)?,
            ),
        )?;
        Ok(added > 0)
    }

    /// Notes that somebody signed in with it, and what its device said of it now; `false` where it
    /// is gone, or was used since it was read.
    pub fn use_passkey(
        &self,
        passkey: &Passkey,
        used_before: Option<Instant>,
        now: Instant,
    ) -> Result<bool> {
        let used = self.execute(
            "update passkey set used_at = ?2, record = ?3
             where credential = ?1 and used_at is not distinct from ?4",
            (
                passkey.cred_id().as_ref() as &[u8],
                now.0,
                to_json("passkey", passkey)?,
                used_before.map(|at| at.0),
            ),
        )?;
        Ok(used > 0)
    }

    /// Removes a passkey.
    pub fn remove_passkey(&self, credential: &[u8]) -> Result<()> {
        self.execute("delete from passkey where credential = ?1", [credential])?;
        Ok(())
    }

    /// Takes a challenge as answered; `false` where it was before.
    pub fn answer_challenge(
        &self,
        digest: &[u8; 32],
        expires_at: Instant,
        now: Instant,
    ) -> Result<bool> {
        self.forget_challenges(now)?;
        let added = self.execute(
            "insert into passkey_challenge (digest, expires_at) values (?1, ?2)
             on conflict (digest) do nothing",
            (digest.as_slice(), expires_at.0),
        )?;
        Ok(added > 0)
    }

    /// Forgets the challenges that could not be answered any more.
    pub fn forget_challenges(&self, now: Instant) -> Result<usize> {
        self.execute(
            "delete from passkey_challenge where expires_at < ?1",
            [now.0],
        )
    }
}
